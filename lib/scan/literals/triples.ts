import { hasBit, setBit } from './bits.ts';
import { gramAt } from './bytes-at.ts';
import { FOLD } from './fold.ts';
import { FACTOR } from './hash.ts';
import { Chains, type Hits } from './hits.ts';
import { type Literals, lengthOf } from './literals.ts';
import { weight } from './weight.ts';

/** Makes ASCII letters of both cases one. */
const FOLDED = FOLD & 0xffffff;
const TRIPLE_LOG = 17;
const TRIPLE_SHIFT = 32 - TRIPLE_LOG;

/** Literals of three and four units, by their rarest three. */
export class Triples {
  /** By hash of three bytes of which both cases are one: whether a literal may have them. */
  readonly bits = new Int32Array(1 << (TRIPLE_LOG - 5));
  readonly #literals: Literals;
  /** Open addressing: the triple, and the head of its chain. */
  readonly #keys: Int32Array;
  readonly #heads: Int32Array;
  /** A slot is what is left of a product after so many places. */
  readonly #shift: number;
  readonly #chains = new Chains();

  constructor(literals: Literals, own: readonly number[]) {
    this.#literals = literals;
    // Half of the places stay free.
    const log = Math.max(4, 32 - Math.clz32(own.length * 2));
    this.#shift = 32 - log;
    this.#keys = new Int32Array(1 << log);
    this.#heads = new Int32Array(1 << log);
    for (const index of own) this.#addLiteral(index);
  }

  #addLiteral(index: number): void {
    const { text, begins } = this.#literals;
    const begin = begins[index] as number;
    const at = lengthOf(this.#literals, index) === 4 && weight(text, begin + 1, 3) < weight(text, begin, 3) ? 1 : 0;
    const triple = (gramAt(text, begin + at) & 0xffffff) | FOLDED;
    setBit(this.bits, tripleHash(triple));
    const slot = this.#slotOf(triple);
    this.#keys[slot] = triple;
    this.#heads[slot] = this.#chains.add(index, at, this.#heads[slot] as number);
  }

  #slotOf(triple: number): number {
    let slot = Math.imul(triple, FACTOR) >>> this.#shift;
    while (this.#heads[slot] !== 0 && this.#keys[slot] !== triple) slot = (slot + 1) & (this.#keys.length - 1);
    return slot;
  }

  /** Reports the literals that have three bytes at `at`. */
  look(given: number, at: number, text: string, into: Hits): void {
    const triple = given | FOLDED;
    if (!hasBit(this.bits, tripleHash(triple))) return;
    this.#chains.report(this.#heads[this.#slotOf(triple)] as number, at, text, this.#literals, into);
  }
}

/** Hash of three bytes of which both cases are one. */
export function tripleHash(triple: number): number {
  return Math.imul(triple, FACTOR) >>> TRIPLE_SHIFT;
}
