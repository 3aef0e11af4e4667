import { type Literals, lengthOf } from './literals.ts';
import type { Surroundings } from './surroundings.ts';

/** Whether a literal stands in `text` at `start`. */
function stands(text: string, start: number, literals: Literals, index: number): boolean {
  const length = lengthOf(literals, index);
  if (start + length > text.length) return false;
  const begin = literals.begins[index] as number;
  const exact = literals.exact[index] === 1;
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(start + i);
    const wanted = literals.text.charCodeAt(begin + i);
    if (unit === wanted) continue;
    if (exact) return false;
    if (
      unit < 128 ? unit < 65 || unit > 90 || unit + 32 !== wanted : String.fromCharCode(unit).toLowerCase() !== String.fromCharCode(wanted)
    )
      return false;
  }
  return true;
}

/** Literals with their offsets. */
export class Hits {
  /** Start and literal as one number each, so that they sort as numbers. */
  #keys: number[] = [];
  #sorted = true;
  /** The last of them. */
  #last = -1;
  readonly #count: number;
  /** Where literals count; null: anywhere. */
  within: Surroundings | null = null;

  /** @param count how many literals there are */
  constructor(count: number) {
    this.#count = Math.max(1, count);
  }

  add(start: number, literal: number): void {
    if (this.within !== null && !this.within.allows(start, literal)) return;
    const key = start * this.#count + literal;
    if (key === this.#last) return;
    if (key < this.#last) this.#sorted = false;
    this.#last = key;
    this.#keys.push(key);
  }

  /** Start and literal of each, in turn, in the order of the text, each once. */
  list(): number[] {
    const keys = this.#sorted ? this.#keys : this.#keys.sort((a, b) => a - b);
    const result: number[] = [];
    let last = -1;
    for (const key of keys) {
      if (key === last) continue;
      last = key;
      const start = Math.floor(key / this.#count);
      result.push(start, key - start * this.#count);
    }
    return result;
  }
}

/** Literals and their offsets, by what stands there; chained, without an object for each. */
export class Chains {
  /** Literal, offset, and 1 + the item that comes next, in turn. */
  #items = new Int32Array(3 * 256);
  #count = 0;

  /** Puts an item before the chain that begins at `head`; returns the new head. */
  add(literal: number, offset: number, head: number): number {
    const at = this.#count++ * 3;
    if (at === this.#items.length) {
      const larger = new Int32Array(at * 4);
      larger.set(this.#items);
      this.#items = larger;
    }
    this.#items[at] = literal;
    this.#items[at + 1] = offset;
    this.#items[at + 2] = head;
    return this.#count;
  }

  /** Reports the literals of a chain that really stand in the text. */
  report(head: number, at: number, text: string, literals: Literals, into: Hits): void {
    const items = this.#items;
    for (let item = head; item !== 0; item = items[item * 3 - 1] as number) {
      const literal = items[item * 3 - 3] as number;
      const start = at - (items[item * 3 - 2] as number);
      if (start >= 0 && stands(text, start, literals, literal)) into.add(start, literal);
    }
  }
}
