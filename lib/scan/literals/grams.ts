import { hasBit, setBit } from './bits.ts';
import { byteAt, gramAt, pairAt } from './bytes-at.ts';
import { FOLD } from './fold.ts';
import { FACTOR } from './hash.ts';
import { Chains, type Hits } from './hits.ts';
import { type Literals, lengthOf } from './literals.ts';

/** Places of a table at most: it must stay near the processor. */
const MOST_LOG = 20;
const LEAST_LOG = 12;
/** Places for each gram: of a hundred grams of ordinary text one at most may look like one that is wanted by chance. */
const PLACES_PER_GRAM = 128;

/** Literals of five units or more. Each has two neighbouring four-unit grams, of which one begins at an even offset: its hash in a table makes a candidate. */
export class Grams {
  /** By hash of a gram: whether a literal may have it. */
  readonly marks: Int32Array;
  /** A hash is what is left of a product after so many places. */
  readonly shift: number;
  readonly #literals: Literals;
  /** By hash of the five or six units that a literal is told by: most grams of words are those of other words. */
  readonly #fives: Int32Array;
  readonly #sixes: Int32Array;
  /** Open addressing: the folded gram, and the head of its chain. */
  readonly #keys: Int32Array;
  readonly #heads: Int32Array;
  readonly #mask: number;
  readonly #chains = new Chains();

  constructor(literals: Literals, own: readonly number[]) {
    this.#literals = literals;
    const count = Math.max(1, own.length * 2);
    const log = Math.min(MOST_LOG, Math.max(LEAST_LOG, Math.ceil(Math.log2(count * PLACES_PER_GRAM))));
    this.shift = 32 - log;
    this.marks = new Int32Array(1 << (log - 5));
    this.#fives = new Int32Array(1 << (log - 5));
    this.#sixes = new Int32Array(1 << (log - 5));
    const size = 1 << Math.max(4, Math.ceil(Math.log2(count * 2)));
    this.#mask = size - 1;
    this.#keys = new Int32Array(size);
    this.#heads = new Int32Array(size);
    for (const index of own) this.#addLiteral(index);
  }

  #addLiteral(index: number): void {
    const { text, begins, told } = this.#literals;
    const offset = told[index] as number;
    const at = (begins[index] as number) + offset;
    const first = gramAt(text, at);
    const fifth = byteAt(text, at + 4);
    if (lengthOf(this.#literals, index) > 5) setBit(this.#sixes, this.#hash(first, pairAt(text, at + 4)));
    else setBit(this.#fives, this.#hash(first, fifth));
    this.#addGram(first | FOLD, offset, index);
    this.#addGram((first >>> 8) | (fifth << 24) | FOLD, offset + 1, index);
  }

  #addGram(gram: number, at: number, literal: number): void {
    setBit(this.marks, Math.imul(gram, FACTOR) >>> this.shift);
    const slot = this.#slotOf(gram);
    this.#keys[slot] = gram;
    this.#heads[slot] = this.#chains.add(literal, at, this.#heads[slot] as number);
  }

  #slotOf(gram: number): number {
    let slot = Math.imul(gram, 0x85ebca6b) >>> 0;
    slot = (slot ^ (slot >>> 15)) & this.#mask;
    while (this.#heads[slot] !== 0 && this.#keys[slot] !== gram) slot = (slot + 1) & this.#mask;
    return slot;
  }

  #hash(gram: number, rest: number): number {
    return (Math.imul(gram | FOLD, 0x85ebca6b) ^ Math.imul(rest | 0x2020, 0xc2b2ae35)) >>> this.shift;
  }

  /** Reports the literals that have `gram` at `at`, with `left` before it and `pair` after it. */
  look(left: number, gram: number, pair: number, at: number, text: string, into: Hits): void {
    // The gram is the first of the two of a literal, or the second.
    const earlier = left | (gram << 8);
    if (
      hasBit(this.#sixes, this.#hash(gram, pair)) ||
      hasBit(this.#sixes, this.#hash(earlier, (gram >>> 24) | ((pair & 255) << 8))) ||
      hasBit(this.#fives, this.#hash(gram, pair & 255)) ||
      hasBit(this.#fives, this.#hash(earlier, gram >>> 24))
    ) {
      const head = this.#heads[this.#slotOf(gram | FOLD)] as number;
      if (head !== 0) this.#chains.report(head, at, text, this.#literals, into);
    }
  }
}
