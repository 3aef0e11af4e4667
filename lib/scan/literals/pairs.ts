import { hasBit, setBit } from './bits.ts';
import { ANY, variants } from './bytes-at.ts';
import { FACTOR } from './hash.ts';
import { Chains, type Hits } from './hits.ts';
import { SHORT } from './holds.ts';
import { type Literals, textOf } from './literals.ts';
import { weight } from './weight.ts';

/** Bits of what tells whether a unit beside a pair fits. */
const BESIDE_LOG = 15;
const BESIDE_SHIFT = 32 - BESIDE_LOG;
const BESIDE_WORDS = 1 << (BESIDE_LOG - 5);
/** Where nothing is known of what is beside a pair. */
const NONE: readonly number[] = [];

/** Literals of four units or less, by a pair at an even offset: where there are few of them, for text of any kind. */
export class Pairs {
  /** By pair of bytes, the first in the low place: `SHORT`, and what else the caller marks. */
  readonly flags = new Uint8Array(0x10000);
  readonly #literals: Literals;
  /** By pair: the head of its chain. */
  readonly #heads = new Int32Array(0x10000);
  readonly #chains = new Chains();
  /** By pair: 1 where some literal is no longer. */
  readonly #whole = new Uint8Array(0x10000);
  /** By hash of a pair and the unit after it, or before it: whether some literal has both. Most pairs are those of other words. */
  readonly #after = new Int32Array(BESIDE_WORDS);
  readonly #before = new Int32Array(BESIDE_WORDS);

  constructor(literals: Literals, own: readonly number[]) {
    this.#literals = literals;
    for (const index of own) this.#addLiteral(textOf(literals, index), literals.exact[index] === 1, index);
  }

  /** One pair where the literal begins at an even offset, one where at an odd one. */
  #addLiteral(text: string, exact: boolean, index: number): void {
    const units = Array.from(text.split(''), (_, at) => variants(text, at, exact));
    const [one = ANY, two = ANY, three, four] = units;
    if (units.length <= 2) this.#add(ANY, one, index, -1, NONE, units.length === 2 ? two : NONE);
    if (units.length === 1) this.#add(one, ANY, index, 0, NONE, NONE);
    if (units.length === 1) return;
    if (three && four && weight(text, 2, 2) < weight(text, 0, 2)) this.#add(three, four, index, 2, two, NONE);
    else this.#add(one, two, index, 0, NONE, three ?? NONE);
    if (three) this.#add(two, three, index, 1, one, NONE);
  }

  /** @param before, after variants of the unit beside the pair, of which one at most is given; `NONE` for both where nothing but the pair is known */
  #add(
    first: readonly number[],
    second: readonly number[],
    index: number,
    offset: number,
    before: readonly number[],
    after: readonly number[],
  ): void {
    for (const a of first) {
      for (const b of second) {
        const pair = a | (b << 8);
        this.flags[pair] = (this.flags[pair] as number) | SHORT;
        this.#heads[pair] = this.#chains.add(index, offset, this.#heads[pair] as number);
        for (const unit of before) setBit(this.#before, beside(pair, unit));
        for (const unit of after) setBit(this.#after, beside(pair, unit));
        if (before === NONE && after === NONE) this.#whole[pair] = 1;
      }
    }
  }

  /** Reports the literals that have `pair` at `at`, with the unit `before` in front of it and `after` behind it. */
  look(before: number, pair: number, after: number, at: number, text: string, into: Hits): void {
    const head = this.#heads[pair] as number;
    if (head === 0) return;
    if (this.#whole[pair] === 1 || hasBit(this.#after, beside(pair, after)) || hasBit(this.#before, beside(pair, before)))
      this.#chains.report(head, at, text, this.#literals, into);
  }
}

/** Hash of a pair of bytes and one beside it. */
function beside(pair: number, unit: number): number {
  return Math.imul(pair | (unit << 16), FACTOR) >>> BESIDE_SHIFT;
}
