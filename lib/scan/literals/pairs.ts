import { byteOf } from '../bytes.ts';
import { ANY, variants } from './bytes-at.ts';
import { Chains, type Hits } from './hits.ts';
import { SHORT } from './holds.ts';
import { type Literals, textOf } from './literals.ts';

/** Literals of one or two units: the pairs of bytes at even offsets in which one may begin are marked, and there is a chain for each byte that one begins with. */
export class Pairs {
  /** By pair of bytes, the first in the low place: `SHORT`, and what else the caller marks. */
  readonly flags = new Uint8Array(0x10000);
  readonly #literals: Literals;
  /** By first byte: the head of its chain. */
  readonly #heads = new Int32Array(256);
  readonly #chains = new Chains();

  constructor(literals: Literals, own: readonly number[]) {
    this.#literals = literals;
    for (const index of own) this.#addLiteral(textOf(literals, index), literals.exact[index] === 1, index);
  }

  #addLiteral(text: string, exact: boolean, index: number): void {
    const first = variants(text, 0, exact);
    const second = text.length === 2 ? variants(text, 1, exact) : ANY;
    for (const byte of first) {
      this.#heads[byte] = this.#chains.add(index, 0, this.#heads[byte] as number);
      for (const next of second) this.#mark(byte, next);
      // At an odd offset, what is behind the pair tells.
      for (const before of ANY) this.#mark(before, byte);
    }
  }

  #mark(first: number, second: number): void {
    const pair = first | (second << 8);
    this.flags[pair] = (this.flags[pair] as number) | SHORT;
  }

  /** Reports the literals that begin at `at` or behind it. */
  look(at: number, text: string, into: Hits): void {
    this.#lookAt(at, text, into);
    this.#lookAt(at + 1, text, into);
  }

  #lookAt(at: number, text: string, into: Hits): void {
    if (at >= text.length) return;
    const head = this.#heads[byteOf(text.charCodeAt(at))] as number;
    if (head !== 0) this.#chains.report(head, at, text, this.#literals, into);
  }
}
