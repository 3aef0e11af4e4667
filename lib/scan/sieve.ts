import { byteOf } from './bytes.ts';

/** A literal as it is compared: lower case, or exactly as it is. */
export interface Wanted {
  readonly text: string;
  readonly exact: boolean;
}

/** What a word of four characters may hold, as `sift` and `siftNear` note it: a gram that begins in the word before, a gram of its own, a short literal, a number, the end of a long run, an escape, two digits. */
export const MIDDLE_GRAM = 1;
export const WHOLE_GRAM = 2;
export const SHORT = 4;
export const SOME_NUMBER = 8;
export const LONG_RUN = 16;
export const ESCAPE = 32;
export const DIGITS = 64;
/** Places that the index of a word is moved by, to make room for these. */
export const INDEX_SHIFT = 7;

/** What a pair of characters may be part of: a long run, a number. `SHORT`, `ESCAPE` and `DIGITS` stand for themselves. */
export const RUN_PAIR = 1;
export const NUMBER_PAIR = 2;

/** Makes ASCII letters of both cases one. */
const FOLD = 0x20202020;
const FACTOR = 0x9e3779b1;
/** Words of letters and digits in a row that make a long run. */
const RUN_WORDS = 3;

/** Rough frequency of letters in text and code, commonest first; other characters are rare. */
const COMMON = ' etaoinsrlcdpumhfgbyvwkxqjz';
const WEIGHTS = new Uint8Array(128).fill(3);
for (let rank = 0; rank < COMMON.length; rank++) WEIGHTS[COMMON.charCodeAt(rank)] = 28 - rank;
for (const unit of '.,:;"\'-_/=()0123456789') WEIGHTS[unit.charCodeAt(0)] = 17;

/** How common the `length` units from `at` on are; less is rarer. */
function weight(text: string, at: number, length: number): number {
  let sum = 0;
  for (let i = at; i < at + length; i++) sum += WEIGHTS[text.charCodeAt(i)] ?? 3;
  return sum;
}

/** A literal is found by a gram that begins at most so far in. */
const FURTHEST_GRAM = 24;
/** Code units from the begin of a literal to the end of what it is found by, at most. */
export const FOUND_WITHIN = FURTHEST_GRAM + 5;

/** Places of a table at most: it must stay near the processor. */
const MOST_LOG = 20;
const LEAST_LOG = 12;
/** Places for each gram: of a hundred grams of ordinary text one at most may look like one that is wanted by chance. */
const PLACES_PER_GRAM = 128;

function setBit(bits: Int32Array, bit: number): void {
  bits[bit >>> 5] = (bits[bit >>> 5] as number) | (1 << (bit & 31));
}

function hasBit(bits: Int32Array, bit: number): boolean {
  return (((bits[bit >>> 5] as number) >>> (bit & 31)) & 1) === 1;
}

/** Literals and their offsets, by what stands there; chained, without an object for each. */
class Chains {
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
  report(head: number, at: number, text: string, literals: readonly Wanted[], into: Hits): void {
    const items = this.#items;
    for (let item = head; item !== 0; item = items[item * 3 - 1] as number) {
      const literal = items[item * 3 - 3] as number;
      const start = at - (items[item * 3 - 2] as number);
      if (start >= 0 && stands(text, start, literals[literal] as Wanted)) into.add(start, literal);
    }
  }
}

/** Literals of five units or more. Each has two neighbouring four-unit grams, of which one begins at an even offset: its hash in a table makes a candidate. */
class Grams {
  /** By hash of a gram: 1 where a literal may have it. */
  readonly marks: Uint8Array;
  /** A hash is what is left of a product after so many places. */
  readonly shift: number;
  readonly #literals: readonly Wanted[];
  /** By hash of the five or six units that a literal is told by: most grams of words are those of other words. */
  readonly #fives: Int32Array;
  readonly #sixes: Int32Array;
  /** Open addressing: the folded gram, and the head of its chain. */
  readonly #keys: Int32Array;
  readonly #heads: Int32Array;
  readonly #mask: number;
  readonly #chains = new Chains();

  constructor(literals: readonly Wanted[], own: readonly number[]) {
    this.#literals = literals;
    const count = Math.max(1, own.length * 2);
    const log = Math.min(MOST_LOG, Math.max(LEAST_LOG, Math.ceil(Math.log2(count * PLACES_PER_GRAM))));
    this.shift = 32 - log;
    this.marks = new Uint8Array(1 << log);
    this.#fives = new Int32Array(1 << (log - 5));
    this.#sixes = new Int32Array(1 << (log - 5));
    const size = 1 << Math.max(4, Math.ceil(Math.log2(count * 2)));
    this.#mask = size - 1;
    this.#keys = new Int32Array(size);
    this.#heads = new Int32Array(size);
    for (const index of own) this.#addLiteral((literals[index] as Wanted).text, index);
  }

  #addLiteral(text: string, index: number): void {
    const length = Math.min(6, text.length);
    let best = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let at = 0; at + length <= text.length && at <= FURTHEST_GRAM; at++) {
      const common = weight(text, at, length);
      if (common < least) {
        least = common;
        best = at;
      }
    }
    if (length === 6) setBit(this.#sixes, this.#hash(gramAt(text, best), pairAt(text, best + 4)));
    else setBit(this.#fives, this.#hash(gramAt(text, best), byteAt(text, best + 4)));
    this.#addGram(text, best, index);
    this.#addGram(text, best + 1, index);
  }

  #addGram(text: string, at: number, literal: number): void {
    const gram = gramAt(text, at) | FOLD;
    this.marks[Math.imul(gram, FACTOR) >>> this.shift] = 1;
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

/** Literals of four units or less, by a pair at an even offset: where there are few of them, for text of any kind. */
class Pairs {
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

const TRIPLE_LOG = 17;

/** Literals of three and four units, by their rarest three: where there are many of them. */
class Triples {
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

function tripleHash(triple: number): number {
  return Math.imul(triple, FACTOR) >>> (32 - TRIPLE_LOG);
}

/** Literals that are looked for everywhere: `sift` finds candidates, `look` what they are. */
export class WideSieve {
  readonly grams: Grams;
  readonly pairs: Pairs;

  /**
   * @param literals all of them; what is found is told by index
   * @param own indices of those to look for
   */
  constructor(literals: readonly Wanted[], own: readonly number[]) {
    this.grams = new Grams(
      literals,
      own.filter((index) => lengthOf(literals, index) >= 5),
    );
    this.pairs = new Pairs(
      literals,
      own.filter((index) => lengthOf(literals, index) < 5),
    );
  }
}

/** Literals that are looked for in some places only: `siftNear` finds candidates, `look` what they are. All have three units or more. */
export class NearSieve {
  readonly grams: Grams;
  readonly triples: Triples;

  constructor(literals: readonly Wanted[], own: readonly number[]) {
    this.grams = new Grams(
      literals,
      own.filter((index) => lengthOf(literals, index) >= 5),
    );
    this.triples = new Triples(
      literals,
      own.filter((index) => lengthOf(literals, index) < 5),
    );
  }
}

/** Shorter literals are looked for everywhere: see `NearSieve`. */
export const SHORTEST_NEAR = 3;

function lengthOf(literals: readonly Wanted[], index: number): number {
  return (literals[index] as Wanted).text.length;
}

const ANY: readonly number[] = Array.from({ length: 256 }, (_, byte) => byte);

/** The bytes that fold to the same as that of a unit. */
function variants(text: string, at: number, exact: boolean): readonly number[] {
  const byte = byteOf(text.charCodeAt(at));
  return !exact && byte >= 97 && byte <= 122 ? [byte - 32, byte] : [byte];
}

/** Two units as bytes, zeros past the end. */
export function pairAt(text: string, at: number): number {
  return byteAt(text, at) | (byteAt(text, at + 1) << 8);
}

function gramAt(text: string, at: number): number {
  return pairAt(text, at) | (pairAt(text, at + 2) << 16);
}

function byteAt(text: string, at: number): number {
  return at < text.length ? byteOf(text.charCodeAt(at)) : 0;
}

/** Whether a literal stands in `text` at `start`. */
function stands(text: string, start: number, { text: literal, exact }: Wanted): boolean {
  if (exact) return text.startsWith(literal, start);
  if (start + literal.length > text.length) return false;
  for (let i = 0; i < literal.length; i++) {
    const unit = text.charCodeAt(start + i);
    const wanted = literal.charCodeAt(i);
    if (unit === wanted) continue;
    if (unit < 128 ? unit < 65 || unit > 90 || unit + 32 !== wanted : String.fromCharCode(unit).toLowerCase() !== literal[i]) return false;
  }
  return true;
}

/** Literals with their offsets. */
export class Hits {
  /** Start and literal as one number each, so that they sort as numbers. */
  #keys: number[] = [];
  #sorted = true;
  readonly #count: number;
  /** Only starts in [from, to) count. */
  from = 0;
  to = Number.POSITIVE_INFINITY;

  /** @param count how many literals there are */
  constructor(count: number) {
    this.#count = Math.max(1, count);
  }

  add(start: number, literal: number): void {
    if (start < this.from || start >= this.to) return;
    const key = start * this.#count + literal;
    const last = this.#keys.length > 0 ? (this.#keys[this.#keys.length - 1] as number) : -1;
    if (key === last) return;
    if (key < last) this.#sorted = false;
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

/** Which words hold a candidate: their indices and what they may hold go to `found`. Returns how many, and in `carry.run` how many words of letters and digits the last ones are. */
export function sift(words: Int32Array, from: number, to: number, sieve: WideSieve, found: Int32Array, carry: { run: number }): number {
  const { marks, shift } = sieve.grams;
  const { flags } = sieve.pairs;
  let { run } = carry;
  let before = from > 0 ? (words[from - 1] as number) : 0;
  let n = 0;
  for (let k = from; k < to; k++) {
    const word = words[k] as number;
    const a = flags[word & 0xffff] as number;
    const b = flags[word >>> 16] as number;
    const g0 = Math.imul((before >>> 16) | (word << 16) | FOLD, FACTOR) >>> shift;
    const g1 = Math.imul(word | FOLD, FACTOR) >>> shift;
    run = (run + 1) & -(a & b & RUN_PAIR);
    const holds =
      (marks[g0] as number) |
      ((marks[g1] as number) << 1) |
      ((a | b) & (SHORT | ESCAPE | DIGITS)) |
      ((a & b & NUMBER_PAIR) << 2) |
      ((((run ^ RUN_WORDS) - 1) >>> 31) << 4);
    found[n] = (k << INDEX_SHIFT) | holds;
    n -= -holds >> 31;
    before = word;
  }
  carry.run = run;
  return n;
}

/** As `sift`, for literals alone. */
export function siftNear(words: Int32Array, from: number, to: number, sieve: NearSieve, found: Int32Array): number {
  const { marks, shift } = sieve.grams;
  const triples = sieve.triples.bits;
  let before = from > 0 ? (words[from - 1] as number) : 0;
  let n = 0;
  for (let k = from; k < to; k++) {
    const word = words[k] as number;
    const middle = (before >>> 16) | (word << 16);
    const g0 = Math.imul(middle | FOLD, FACTOR) >>> shift;
    const g1 = Math.imul(word | FOLD, FACTOR) >>> shift;
    const t0 = tripleHash(middle & 0xffffff);
    const t1 = tripleHash(middle >>> 8);
    const t2 = tripleHash(word & 0xffffff);
    const t3 = tripleHash(word >>> 8);
    const short =
      ((triples[t0 >>> 5] as number) >>> (t0 & 31)) |
      ((triples[t1 >>> 5] as number) >>> (t1 & 31)) |
      ((triples[t2 >>> 5] as number) >>> (t2 & 31)) |
      ((triples[t3 >>> 5] as number) >>> (t3 & 31));
    const holds = (marks[g0] as number) | ((marks[g1] as number) << 1) | ((short & 1) << 2);
    found[n] = (k << INDEX_SHIFT) | holds;
    n -= -holds >> 31;
    before = word;
  }
  return n;
}
