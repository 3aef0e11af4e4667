import { FOLD } from './fold.ts';
import { FACTOR } from './hash.ts';
import { DIGITS, ESCAPE, INDEX_SHIFT, NUMBER_PAIR, RUN_PAIR, SHORT } from './holds.ts';
import type { NearSieve, WideSieve } from './sieve.ts';
import { tripleHash } from './triples.ts';

/** Words of letters and digits in a row that make a long run. */
const RUN_WORDS = 3;

/** Which words hold a candidate: their indices and what they may hold go to `found`. Returns how many, and in `carry.run` how many words of letters and digits the last ones are. */
export function sift(words: Int32Array, from: number, to: number, sieve: WideSieve, found: Int32Array, carry: { run: number }): number {
  const { marks, shift } = sieve.grams;
  const { flags } = sieve.pairs;
  const triples = sieve.triples.bits;
  let { run } = carry;
  let before = (from > 0 ? (words[from - 1] as number) : 0) | FOLD;
  let n = 0;
  for (let k = from; k < to; k++) {
    const word = words[k] as number;
    const a = flags[word & 0xffff] as number;
    const b = flags[word >>> 16] as number;
    const own = word | FOLD;
    const middle = (before >>> 16) | (own << 16);
    const g0 = Math.imul(middle, FACTOR) >>> shift;
    const g1 = Math.imul(own, FACTOR) >>> shift;
    run = (run + 1) & -(a & b & RUN_PAIR);
    const holds =
      (((marks[g0 >>> 5] as number) >>> g0) & 1) |
      ((((marks[g1 >>> 5] as number) >>> g1) & 1) << 1) |
      ((a | b) & (SHORT | ESCAPE | DIGITS)) |
      ((a & b & NUMBER_PAIR) << 2) |
      ((((run ^ RUN_WORDS) - 1) >>> 31) << 4) |
      (mayHold(triples, middle, own) << 7);
    found[n] = (k << INDEX_SHIFT) | holds;
    n -= -holds >> 31;
    before = own;
  }
  carry.run = run;
  return n;
}

/** 1 where one of the four triples that begin in the word before `own` or in it may be that of a literal, otherwise 0; both folded. */
function mayHold(triples: Int32Array, middle: number, own: number): number {
  const t0 = tripleHash(middle & 0xffffff);
  const t1 = tripleHash(middle >>> 8);
  const t2 = tripleHash(own & 0xffffff);
  const t3 = tripleHash(own >>> 8);
  return (
    (((triples[t0 >>> 5] as number) >>> t0) |
      ((triples[t1 >>> 5] as number) >>> t1) |
      ((triples[t2 >>> 5] as number) >>> t2) |
      ((triples[t3 >>> 5] as number) >>> t3)) &
    1
  );
}

/** As `sift`, for literals alone. */
export function siftNear(words: Int32Array, from: number, to: number, sieve: NearSieve, found: Int32Array): number {
  const { marks, shift } = sieve.grams;
  const triples = sieve.triples.bits;
  // What begins before `from` is not asked for.
  let before = FOLD;
  let n = 0;
  for (let k = from; k < to; k++) {
    const word = (words[k] as number) | FOLD;
    const middle = (before >>> 16) | (word << 16);
    const g0 = Math.imul(middle, FACTOR) >>> shift;
    const g1 = Math.imul(word, FACTOR) >>> shift;
    const holds =
      (((marks[g0 >>> 5] as number) >>> g0) & 1) |
      ((((marks[g1 >>> 5] as number) >>> g1) & 1) << 1) |
      (mayHold(triples, middle, word) << 7);
    found[n] = (k << INDEX_SHIFT) | holds;
    n -= -holds >> 31;
    before = word;
  }
  return n;
}
