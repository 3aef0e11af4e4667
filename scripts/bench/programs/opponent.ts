import { setTimeout } from 'node:timers/promises';
import { answer, flat, loadShipped, readSlices, readText } from '../child.ts';
import { OPPONENTS } from '../opponents.ts';
import { personalText } from '../personal-text.ts';
import { now, type Pair, warmUp } from '../times.ts';

/** Times for one text of 2 KB, for the long one, and for one of 10 KB about people. */
export interface OpponentResult {
  readonly short: Pair;
  readonly long: Pair;
  readonly dense: Pair;
}

const opponent = OPPONENTS[Number(process.argv[2])];
if (!opponent) throw new Error('There is no such opponent.');
const { createEngine, DETECTORS } = await loadShipped();
const engine = createEngine(DETECTORS);
const scan = await opponent.load();

// Our own code is warm before the first pass; the opponent gets these passes, because it may tire.
const WARM_UP = 2;
/** Texts about people. */
const DENSE = 8;
/** ms until the runtime's other threads are done with what went before, which else would count. */
const REST = 60;

/** Time per text of one pass, in turns. The first passes warm up. */
async function passes(rounds: number, texts: readonly string[]): Promise<Pair> {
  const times = { own: [] as number[], other: [] as number[] };
  for (let round = -WARM_UP; round < rounds; round++) {
    await setTimeout(REST);
    const begun = now();
    for (const text of texts) engine.scan(text);
    const between = now();
    await setTimeout(REST);
    const rested = now();
    for (const text of texts) await scan(text);
    const end = now();
    if (round < 0) continue;
    times.own.push((between - begun) / texts.length);
    times.other.push((end - rested) / texts.length);
  }
  return times;
}

const slices = readSlices(2048);
warmUp(() => {
  for (const text of slices) engine.scan(text);
}, 2000);
const short = await passes(opponent.tires ? 1 : 7, slices);
const text = readText(opponent.long);
warmUp(() => engine.scan(text), 1000);
const long = await passes(opponent.tires ? 1 : 5, [text]);
const people = Array.from({ length: DENSE }, (_, index) => flat(personalText(10_240, `dense ${index}`)));
warmUp(() => {
  for (const each of people) engine.scan(each);
}, 1000);
const dense = await passes(opponent.tires ? 1 : 5, people);
const result: OpponentResult = { short, long, dense };
answer(result);
