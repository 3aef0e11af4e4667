import { answer, flat, loadShipped, readSlices } from '../child.ts';
import { personalText } from '../personal-text.ts';
import { inTurns, type Pair, warmUp } from '../times.ts';

/** Times per text: `own` with all detectors, `other` without those for data of people and companies. */
export interface PersonalResult extends Pair {
  readonly kind: 'no candidates' | 'mixed' | 'dense';
  readonly length: number;
}

const ROUNDS = 15;
/** Different texts, so that nothing learns the one by heart. */
const TEXTS = 16;

const { createEngine, DETECTORS, ENTITIES } = await loadShipped();
const all = createEngine(DETECTORS);
const secrets = createEngine(DETECTORS.filter(({ entity }) => ENTITIES.get(entity)?.categories.includes('secrets')));

/** Neither numbers nor addresses; letters in their place, so that words stay as long as they were. */
function withoutCandidates(text: string): string {
  return flat(text.replace(/[\d@]/g, 'n'));
}

function measure(kind: PersonalResult['kind'], length: number, texts: readonly string[]): PersonalResult {
  const over = (scan: (text: string) => unknown) => (): void => {
    for (const text of texts) scan(text);
  };
  warmUp(over(all.scan), 1000);
  warmUp(over(secrets.scan), 1000);
  const { own, other } = inTurns(ROUNDS, over(all.scan), over(secrets.scan));
  const each = (times: readonly number[]): number[] => times.map((time) => time / texts.length);
  return { kind, length, own: each(own), other: each(other) };
}

const [short, long] = [2048, 65_536];
answer([
  ...[short, long].map((length) => measure('no candidates', length, readSlices(length, TEXTS).map(withoutCandidates))),
  ...[short, long].map((length) => measure('mixed', length, readSlices(length, TEXTS))),
  measure(
    'dense',
    10_240,
    Array.from({ length: TEXTS }, (_, index) => flat(personalText(10_240, `dense ${index}`))),
  ),
]);
