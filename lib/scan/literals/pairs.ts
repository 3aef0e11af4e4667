import { ANY, variants } from './bytes-at.ts';
import { Chains, type Hits, type Wanted } from './hits.ts';
import { SHORT } from './holds.ts';
import { weight } from './weight.ts';

/** Literals of four units or less, by a pair at an even offset: where there are few of them, for text of any kind. */
export class Pairs {
  /** By pair of bytes, the first in the low place: `SHORT`, and what else the caller marks. */
  readonly flags = new Uint8Array(0x10000);
  readonly #literals: readonly Wanted[];
  /** By pair: the head of its chain. */
  readonly #heads = new Int32Array(0x10000);
  readonly #chains = new Chains();

  constructor(literals: readonly Wanted[], own: readonly number[]) {
    this.#literals = literals;
    for (const index of own) this.#addLiteral(literals[index] as Wanted, index);
  }

  /** One pair where the literal begins at an even offset, one where at an odd one. */
  #addLiteral({ text, exact }: Wanted, index: number): void {
    if (text.length <= 2) this.#add(ANY, variants(text, 0, exact), index, -1);
    if (text.length === 1) this.#add(variants(text, 0, exact), ANY, index, 0);
    if (text.length === 1) return;
    const first = text.length === 4 && weight(text, 2, 2) < weight(text, 0, 2) ? 2 : 0;
    this.#add(variants(text, first, exact), variants(text, first + 1, exact), index, first);
    if (text.length > 2) this.#add(variants(text, 1, exact), variants(text, 2, exact), index, 1);
  }

  #add(first: readonly number[], second: readonly number[], index: number, offset: number): void {
    for (const a of first) {
      for (const b of second) {
        const pair = a | (b << 8);
        this.flags[pair] = (this.flags[pair] as number) | SHORT;
        this.#heads[pair] = this.#chains.add(index, offset, this.#heads[pair] as number);
      }
    }
  }

  /** Reports the literals that have `pair` at `at`. */
  look(pair: number, at: number, text: string, into: Hits): void {
    const head = this.#heads[pair] as number;
    if (head !== 0) this.#chains.report(head, at, text, this.#literals, into);
  }
}
