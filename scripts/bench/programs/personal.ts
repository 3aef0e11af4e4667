import { answer, flat, loadNames, loadShipped, readSlices } from '../child.ts';
import { personalText } from '../personal-text.ts';
import { inTurns, type Pair, warmUp } from '../times.ts';

/** Times per text: `own` with all detectors, `other` without those for data of people and companies; or `own` with names as well, `other` with all others. */
export interface PersonalResult extends Pair {
  readonly kind: 'no candidates' | 'mixed' | 'dense';
  readonly length: number;
  /** Whether names are what is measured. */
  readonly names: boolean;
}

const ROUNDS = 15;
/** Different texts, so that nothing learns the one by heart. */
const TEXTS = 16;

const shipped = await loadShipped();
const { createEngine, DETECTORS, ENTITIES } = shipped;
const all = createEngine(DETECTORS);
const secrets = createEngine(DETECTORS.filter(({ entity }) => ENTITIES.get(entity)?.categories.includes('secrets')));

const named = createEngine([...DETECTORS, await loadNames(shipped)]);

/** Neither numbers nor addresses; letters in their place, so that words stay as long as they were. */
function withoutCandidates(text: string): string {
  return flat(text.replace(/[\d@]/g, 'n'));
}

function measure(kind: PersonalResult['kind'], texts: readonly string[], names = false): PersonalResult {
  const [more, less] = names ? [named, all] : [all, secrets];
  const over = (scan: (text: string) => unknown) => (): void => {
    for (const text of texts) scan(text);
  };
  warmUp(over(more.scan), 1000);
  warmUp(over(less.scan), 1000);
  const { own, other } = inTurns(ROUNDS, over(more.scan), over(less.scan));
  const each = (times: readonly number[]): number[] => times.map((time) => time / texts.length);
  return { kind, length: texts[0]?.length ?? 0, names, own: each(own), other: each(other) };
}

const [short, long] = [2048, 65_536];
const dense = Array.from({ length: TEXTS }, (_, index) => flat(personalText(10_240, `dense ${index}`)));
answer([
  ...[short, long].map((length) => measure('no candidates', readSlices(length, TEXTS).map(withoutCandidates))),
  ...[short, long].map((length) => measure('mixed', readSlices(length, TEXTS))),
  measure('dense', dense),
  measure('mixed', readSlices(short, TEXTS), true),
  measure('dense', dense, true),
]);
