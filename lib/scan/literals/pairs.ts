import { hasBit, setBit } from './bits.ts';
import { ANY, variants } from './bytes-at.ts';
import { FACTOR } from './hash.ts';
import { Chains, type Hits } from './hits.ts';
import { SHORT } from './holds.ts';
import { type Literals, textOf } from './literals.ts';

/** Bits of what tells whether the unit behind a pair fits. */
const BEHIND_LOG = 15;
const BEHIND_SHIFT = 32 - BEHIND_LOG;
const BEHIND_WORDS = 1 << (BEHIND_LOG - 5);
/** Where nothing is known of what is behind a pair. */
const NONE: readonly number[] = [];

/** Literals of one or two units, by a pair at an even offset. */
export class Pairs {
  /** By pair of bytes, the first in the low place: `SHORT`, and what else the caller marks. */
  readonly flags = new Uint8Array(0x10000);
  readonly #literals: Literals;
  /** By pair: the head of its chain. */
  readonly #heads = new Int32Array(0x10000);
  readonly #chains = new Chains();
  /** By pair: 1 where some literal asks for no more. */
  readonly #whole = new Uint8Array(0x10000);
  /** By hash of a pair and the unit behind it: whether some literal has both. */
  readonly #behind = new Int32Array(BEHIND_WORDS);

  constructor(literals: Literals, own: readonly number[]) {
    this.#literals = literals;
    for (const index of own) this.#addLiteral(textOf(literals, index), literals.exact[index] === 1, index);
  }

  /** One pair where the literal begins at an even offset, one where at an odd one. */
  #addLiteral(text: string, exact: boolean, index: number): void {
    const one = variants(text, 0, exact);
    const two = text.length === 2 ? variants(text, 1, exact) : NONE;
    this.#add(ANY, one, index, -1, two);
    this.#add(one, two === NONE ? ANY : two, index, 0, NONE);
  }

  /** @param behind variants of the unit behind the pair; `NONE` where nothing but the pair is known */
  #add(first: readonly number[], second: readonly number[], index: number, offset: number, behind: readonly number[]): void {
    for (const a of first) {
      for (const b of second) {
        const pair = a | (b << 8);
        this.flags[pair] = (this.flags[pair] as number) | SHORT;
        this.#heads[pair] = this.#chains.add(index, offset, this.#heads[pair] as number);
        for (const unit of behind) setBit(this.#behind, withUnit(pair, unit));
        if (behind === NONE) this.#whole[pair] = 1;
      }
    }
  }

  /** Reports the literals that have `pair` at `at`, with the unit `after` behind it. */
  look(pair: number, after: number, at: number, text: string, into: Hits): void {
    const head = this.#heads[pair] as number;
    if (head === 0) return;
    if (this.#whole[pair] === 1 || hasBit(this.#behind, withUnit(pair, after))) this.#chains.report(head, at, text, this.#literals, into);
  }
}

/** Hash of a pair of bytes and the one behind it. */
function withUnit(pair: number, unit: number): number {
  return Math.imul(pair | (unit << 16), FACTOR) >>> BEHIND_SHIFT;
}
