import { hasBit, setBit } from './bits.ts';
import { variants } from './bytes-at.ts';
import { FACTOR } from './hash.ts';
import { Chains, type Hits, type Wanted } from './hits.ts';
import { weight } from './weight.ts';

const TRIPLE_LOG = 17;

/** Literals of three and four units, by their rarest three: where there are many of them. */
export class Triples {
  /** By hash of three bytes: whether a literal may have them. */
  readonly bits = new Int32Array(1 << (TRIPLE_LOG - 5));
  readonly #literals: readonly Wanted[];
  readonly #heads = new Map<number, number>();
  readonly #chains = new Chains();

  constructor(literals: readonly Wanted[], own: readonly number[]) {
    this.#literals = literals;
    for (const index of own) this.#addLiteral(literals[index] as Wanted, index);
  }

  #addLiteral({ text, exact }: Wanted, index: number): void {
    const at = text.length === 4 && weight(text, 1, 3) < weight(text, 0, 3) ? 1 : 0;
    for (const a of variants(text, at, exact)) {
      for (const b of variants(text, at + 1, exact)) {
        for (const c of variants(text, at + 2, exact)) {
          const triple = a | (b << 8) | (c << 16);
          setBit(this.bits, tripleHash(triple));
          this.#heads.set(triple, this.#chains.add(index, at, this.#heads.get(triple) ?? 0));
        }
      }
    }
  }

  /** Reports the literals that have `triple` at `at`. */
  look(triple: number, at: number, text: string, into: Hits): void {
    if (!hasBit(this.bits, tripleHash(triple))) return;
    const head = this.#heads.get(triple);
    if (head !== undefined) this.#chains.report(head, at, text, this.#literals, into);
  }
}

/** Hash of three bytes. */
export function tripleHash(triple: number): number {
  return Math.imul(triple, FACTOR) >>> (32 - TRIPLE_LOG);
}
