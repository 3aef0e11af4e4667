import { answer, floor, loadShipped, readSlices, readText } from '../child.ts';
import { best, inTurns, now, type Pair, warmUp } from '../times.ts';

/** Times for texts of one length, each time per text; `single` of other texts, the best of some tries each. */
export interface LengthResult extends Pair {
  readonly length: number;
  readonly single: readonly number[];
}

const { createEngine, DETECTORS } = await loadShipped();
const engine = createEngine(DETECTORS);
const TRIES = 5;
/** Texts whose times make up `single`. */
const SINGLE = 256;

/** Lengths up to here are measured over many different texts, longer ones over one text. */
const SHORT = 102_400;

function bestOfTries(text: string): number {
  return best(
    Array.from({ length: TRIES }, () => {
      const begun = now();
      engine.scan(text);
      return now() - begun;
    }),
  );
}

function measure(length: number): LengthResult {
  const texts = length <= SHORT ? readSlices(length) : [readText(length)];
  const all = (work: (text: string) => unknown) => (): void => {
    for (const text of texts) work(text);
  };
  const { own, other } = inTurns(length <= SHORT ? 15 : length < 4_000_000 ? 9 : 3, all(engine.scan), all(floor));
  const each = (times: readonly number[]): number[] => times.map((time) => time / texts.length);
  const single = length <= SHORT ? readSlices(length, SINGLE).map(bestOfTries) : [];
  return { length, own: each(own), other: each(other), single };
}

const mixed = [...readSlices(2048), ...readSlices(10_240)];
warmUp(() => {
  for (const text of mixed) engine.scan(text);
}, 3000);
warmUp(() => floor(mixed[0] ?? ''), 100);
answer([1024, 2048, 10_240, 102_400, 1_048_576, 10_485_760].map(measure));
