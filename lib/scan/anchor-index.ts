import { Bytes, byteOf, PIECE } from './bytes.ts';
import { isDigit, isSeparator } from './digit-phrase.ts';

/** What the one pass over the text looks for. */
export interface Literal {
  /** Lower case unless it is exact; at least one code unit. */
  readonly text: string;
  /** Counts in this very case only. */
  readonly exact?: true;
  /** What to report, chosen by the caller. */
  readonly hit: number;
}

/** What one pass found, in the order of the text. */
export interface Candidates {
  /** In turn: where a literal begins, and its index in `AnchorIndex.literals`. */
  readonly literals: number[];
  /** Offsets inside numbers of seven characters or more, separators counted; at least one in each. */
  readonly digits: number[];
  /** Offsets inside runs of letters, digits, `_` and `-` of 12 characters or more; one in each of at least 15. */
  readonly runs: number[];
  /** Whether the text holds ASCII only. */
  readonly ascii: boolean;
}

/**
 * Finds literals, numbers and long runs in one pass over the text, four characters at a step. A literal of five units or more has two
 * neighbouring four-unit grams, of which one begins at an even offset: its hash in a bitmap makes a candidate. Shorter literals are found by two
 * neighbouring pairs. Candidates are collected without a branch and then compared with the text, so neither the number of literals nor
 * their kind changes the cost of text that holds none.
 */
export interface AnchorIndex {
  /** The texts of the literals, each once. */
  readonly literals: readonly string[];
  /** By literal: the `hit`s that it stands for. */
  readonly hits: readonly (readonly number[])[];
  readonly find: (text: string) => Candidates;
}

const RUN = 1;
const NUMBER = 2;
const SINGLE = 4;
/** What a word of the text holds, as `sift` notes it: a gram before it, a gram of its own, a single unit, a number, the end of a long run, three units of a short literal. */
const MIDDLE_GRAM = 1;
const WHOLE_GRAM = 2;
const SOME_NUMBER = 8;
const LONG_RUN = 16;
const TRIPLE = 32;
/** Makes ASCII letters of both cases one. */
const FOLD = 0x20202020;
const RUN_WORDS = 3;

/** Builds an index; time and memory are linear in the number of literals. */
export function buildAnchorIndex(given: readonly Literal[]): AnchorIndex {
  const hitsOf = new Map<string, number[]>();
  for (const { text, exact, hit } of given) {
    const key = exact ? `=${text}` : `~${text}`;
    const hits = hitsOf.get(key);
    if (!hits) hitsOf.set(key, [hit]);
    else if (!hits.includes(hit)) hits.push(hit);
  }
  const literals = [...hitsOf.keys()].map((key): Wanted => ({ text: key.slice(1), exact: key.startsWith('=') }));
  const pairs = new Uint8Array(0x10000);
  markClasses(pairs);
  const shorts = new ShortTable(literals, pairs);
  const grams = new GramTable(literals);
  return {
    literals: literals.map(({ text }) => text),
    hits: [...hitsOf.values()],
    find: (text) => findIn(text, literals, pairs, grams, shorts),
  };
}

function markClasses(pairs: Uint8Array): void {
  for (let first = 0; first < 128; first++) {
    for (let second = 0; second < 128; second++) {
      let flags = 0;
      if (isRunUnit(first) && isRunUnit(second)) flags |= RUN;
      if (isPart(first) && isPart(second) && !(first === 32 && second === 32)) flags |= NUMBER;
      // A number may go on in the next line.
      if ((isLineEnd(first) && isDigit(second)) || (isDigit(first) && isLineEnd(second))) flags |= NUMBER;
      pairs[first | (second << 8)] = flags;
    }
  }
}

function isLineEnd(unit: number): boolean {
  return unit === 10 || unit === 13;
}

function isPart(unit: number): boolean {
  return isDigit(unit) || isSeparator(unit);
}

/** Letters, digits, `_` and `-` of ASCII. */
export function isRunUnit(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57) || unit === 95 || unit === 45;
}

const GRAM_FACTOR = 0x9e3779b1;

/** Rough frequency of letters in text and code, commonest first; other characters are rare. */
const COMMON = 'etaoinsrlcdpumhfgbyvwkxqjz';
const WEIGHTS = new Uint8Array(128).fill(1);
for (let rank = 0; rank < COMMON.length; rank++) WEIGHTS[COMMON.charCodeAt(rank)] = 27 - rank;

/** How common the `length` units from `at` on are; less is rarer. */
function weight(text: string, at: number, length: number): number {
  let sum = 0;
  for (let i = at; i < at + length; i++) sum += WEIGHTS[text.charCodeAt(i)] ?? 1;
  return sum;
}

/** Bits of the first bitmap at most: it must stay near the processor. */
const MOST_LOG = 20;
const CLOSE_LOG = 20;

function setBit(bits: Int32Array, bit: number): void {
  bits[bit >>> 5] = (bits[bit >>> 5] as number) | (1 << (bit & 31));
}

function hasBit(bits: Int32Array, bit: number): boolean {
  return (((bits[bit >>> 5] as number) >>> (bit & 31)) & 1) === 1;
}

function closeHash(gram: number, pair: number): number {
  return (Math.imul(gram, 0x85ebca6b) ^ Math.imul(pair | 0x2020, 0xc2b2ae35)) >>> (32 - CLOSE_LOG);
}

function flatHash(gram: number): number {
  return (Math.imul(gram, 0xc2b2ae35) ^ 0x5bd1e995) >>> (32 - CLOSE_LOG);
}

/** Literals of five units or more, by two neighbouring grams each. */
class GramTable {
  readonly bits: Int32Array;
  readonly shift: number;
  /** A second look at a gram, with the pair after it where the literal is long enough: most grams of words are those of other words. */
  readonly #close = new Int32Array(1 << (CLOSE_LOG - 5));
  /** Open addressing: the folded gram, and 1 + the index of its first entry. */
  readonly #keys: Int32Array;
  readonly #heads: Int32Array;
  readonly #mask: number;
  /** Entries in turn: literal, offset of the gram within it, 1 + next entry of the same gram. */
  readonly #entries: number[] = [];

  constructor(literals: readonly Wanted[]) {
    const grams = literals.reduce((sum, { text }) => sum + (text.length >= 5 ? 2 : 0), 0);
    const log = Math.min(MOST_LOG, Math.max(12, Math.ceil(Math.log2(Math.max(1, grams) * 32))));
    this.shift = 32 - log;
    this.bits = new Int32Array(1 << (log - 5));
    const size = 1 << Math.max(4, Math.ceil(Math.log2(Math.max(1, grams) * 2)));
    this.#mask = size - 1;
    this.#keys = new Int32Array(size);
    this.#heads = new Int32Array(size);
    for (const [index, { text: form }] of literals.entries()) {
      if (form.length < 5) continue;
      let best = 0;
      let least = Number.POSITIVE_INFINITY;
      for (let at = 0; at + 5 <= form.length; at++) {
        const common = weight(form, at, 4) + weight(form, at + 1, 4);
        if (common < least) {
          least = common;
          best = at;
        }
      }
      this.#add(form, best, index);
      this.#add(form, best + 1, index);
    }
  }

  #add(text: string, at: number, literal: number): void {
    const gram =
      (byteOf(text.charCodeAt(at)) |
        (byteOf(text.charCodeAt(at + 1)) << 8) |
        (byteOf(text.charCodeAt(at + 2)) << 16) |
        (byteOf(text.charCodeAt(at + 3)) << 24) |
        FOLD) >>
      0;
    this.#mark(gram);
    setBit(
      this.#close,
      text.length >= at + 6 ? closeHash(gram, byteOf(text.charCodeAt(at + 4)) | (byteOf(text.charCodeAt(at + 5)) << 8)) : flatHash(gram),
    );
    let slot = Math.imul(gram, 0x85ebca6b) >>> 0;
    slot = (slot ^ (slot >>> 15)) & this.#mask;
    while (this.#heads[slot] !== 0 && this.#keys[slot] !== gram) slot = (slot + 1) & this.#mask;
    this.#keys[slot] = gram;
    this.#entries.push(literal, at, this.#heads[slot] as number);
    this.#heads[slot] = this.#entries.length / 3;
  }

  #mark(gram: number): void {
    setBit(this.bits, Math.imul(gram, GRAM_FACTOR) >>> this.shift);
  }

  /** Whether a literal may stand where `gram` is followed by `pair`. */
  suits(gram: number, pair: number): boolean {
    const folded = gram | FOLD;
    return hasBit(this.#close, closeHash(folded, pair)) || hasBit(this.#close, flatHash(folded));
  }

  /** Reports the literals whose gram is `gram` and that really stand there. */
  look(gram: number, at: number, text: string, literals: readonly Wanted[], into: Hits): void {
    const folded = gram | FOLD;
    let slot = Math.imul(folded, 0x85ebca6b) >>> 0;
    slot = (slot ^ (slot >>> 15)) & this.#mask;
    for (;;) {
      const head = this.#heads[slot] as number;
      if (head === 0) return;
      if (this.#keys[slot] === folded) {
        for (let entry = head; entry !== 0; ) {
          const place = (entry - 1) * 3;
          const literal = this.#entries[place] as number;
          const start = at - (this.#entries[place + 1] as number);
          if (start >= 0 && stands(text, start, literals[literal] as Wanted)) into.add(start, literal);
          entry = this.#entries[place + 2] as number;
        }
        return;
      }
      slot = (slot + 1) & this.#mask;
    }
  }
}

/** Literals of one to four units. Those of three and four are found by their rarest three units, those of one and two by their pairs. */
class ShortTable {
  /** By hash of three bytes: whether a literal may have them. */
  readonly bits = new Int32Array(1 << (16 - 5));
  /** By three units: literals and the offset of these units within each. */
  readonly #triples = new Map<number, number[]>();
  /** By one or two units. */
  readonly #tiny = new Map<number, number[]>();

  constructor(literals: readonly Wanted[], pairs: Uint8Array) {
    literals.forEach(({ text, exact }, index) => {
      if (text.length >= 5) return;
      if (text.length < 3) this.#addTiny(text, index, pairs);
      else this.#addTriple(text, exact, index);
    });
  }

  #addTriple(text: string, exact: boolean, index: number): void {
    const at = text.length === 4 && weight(text, 1, 3) < weight(text, 0, 3) ? 1 : 0;
    const [u0, u1, u2] = [0, 1, 2].map((i) => byteOf(text.charCodeAt(at + i))) as [number, number, number];
    push(this.#triples, keyOf(u0 | 32, u1 | 32, u2 | 32), index, at);
    for (const a of variants(u0, exact)) {
      for (const b of variants(u1, exact)) for (const c of variants(u2, exact)) setBit(this.bits, tripleHash(a | (b << 8) | (c << 16)));
    }
  }

  #addTiny(text: string, index: number, pairs: Uint8Array): void {
    const u0 = byteOf(text.charCodeAt(0));
    const u1 = text.length === 2 ? byteOf(text.charCodeAt(1)) : -1;
    push(this.#tiny, keyOf(text.length, u0 | 32, u1 < 0 ? 0 : u1 | 32), index, 0);
    for (let pair = 0; pair < 0x10000; pair++) {
      const first = (pair & 255) | 32;
      const second = (pair >>> 8) | 32;
      // A single unit on either side; two units within a pair, or the first of them at its end.
      const suits =
        u1 < 0 ? first === (u0 | 32) || second === (u0 | 32) : (first === (u0 | 32) && second === (u1 | 32)) || second === (u0 | 32);
      if (suits) pairs[pair] = (pairs[pair] as number) | SINGLE;
    }
  }

  /** Reports the literals whose three units, `triple`, begin at `at`. */
  look(triple: number, at: number, text: string, literals: readonly Wanted[], into: Hits): void {
    if (!hasBit(this.bits, tripleHash(triple))) return;
    const key = keyOf(byteOf(text.charCodeAt(at)) | 32, byteOf(text.charCodeAt(at + 1)) | 32, byteOf(text.charCodeAt(at + 2)) | 32);
    report(this.#triples.get(key), at, text, literals, into);
  }

  /** Reports the literals of one or two units that begin at `at`. */
  lookTiny(at: number, text: string, literals: readonly Wanted[], into: Hits): void {
    const u0 = byteOf(text.charCodeAt(at)) | 32;
    report(this.#tiny.get(keyOf(1, u0, 0)), at, text, literals, into);
    report(this.#tiny.get(keyOf(2, u0, byteOf(text.charCodeAt(at + 1)) | 32)), at, text, literals, into);
  }
}

function tripleHash(triple: number): number {
  return Math.imul(triple, GRAM_FACTOR) >>> 16;
}

/** The bytes that fold to the same as `byte`. */
function variants(byte: number, exact: boolean): readonly number[] {
  return !exact && byte >= 97 && byte <= 122 ? [byte - 32, byte] : [byte];
}

function push(map: Map<number, number[]>, key: number, index: number, at: number): void {
  const entries = map.get(key);
  if (entries) entries.push(index, at);
  else map.set(key, [index, at]);
}

function report(entries: readonly number[] | undefined, at: number, text: string, literals: readonly Wanted[], into: Hits): void {
  if (!entries) return;
  for (let i = 0; i < entries.length; i += 2) {
    const start = at - (entries[i + 1] as number);
    if (start >= 0 && stands(text, start, literals[entries[i] as number] as Wanted)) into.add(start, entries[i] as number);
  }
}

function keyOf(u0: number, u1: number, u2: number): number {
  return (u0 << 16) | (u1 << 8) | u2;
}

/** A literal as it is compared: lower case, or exactly as it is. */
interface Wanted {
  readonly text: string;
  readonly exact: boolean;
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

/** Literals with their offsets, kept in the order of the text: they come nearly so. */
class Hits {
  readonly list: number[] = [];

  add(start: number, literal: number): void {
    const { list } = this;
    let at = list.length;
    while (at > 0 && ((list[at - 2] as number) > start || (list[at - 2] === start && (list[at - 1] as number) > literal))) at -= 2;
    if (at > 0 && list[at - 2] === start && list[at - 1] === literal) return;
    if (at === list.length) list.push(start, literal);
    else list.splice(at, 0, start, literal);
  }
}

const bytes = new Bytes();
const found = new Int32Array(PIECE / 4 + 8);

/** Which words of a piece hold a candidate: their indices and what they hold in `found`. Returns how many. */
function sift(words: Int32Array, count: number, pairs: Uint8Array, grams: Bitmap, triples: Int32Array, carry: Carry): number {
  const { bits, shift } = grams;
  let { word: before, run } = carry;
  let n = 0;
  for (let k = 0; k < count; k++) {
    const word = words[k] as number;
    const a = pairs[word & 0xffff] as number;
    const b = pairs[word >>> 16] as number;
    const middle = (before >>> 16) | (word << 16);
    const g0 = Math.imul(middle | FOLD, GRAM_FACTOR) >>> shift;
    const g1 = Math.imul(word | FOLD, GRAM_FACTOR) >>> shift;
    run = (run + 1) & -(a & b & RUN);
    const t0 = Math.imul(middle & 0xffffff, GRAM_FACTOR) >>> 16;
    const t1 = Math.imul(middle >>> 8, GRAM_FACTOR) >>> 16;
    const t2 = Math.imul(word & 0xffffff, GRAM_FACTOR) >>> 16;
    const t3 = Math.imul(word >>> 8, GRAM_FACTOR) >>> 16;
    const short =
      ((triples[t0 >>> 5] as number) >>> (t0 & 31)) |
      ((triples[t1 >>> 5] as number) >>> (t1 & 31)) |
      ((triples[t2 >>> 5] as number) >>> (t2 & 31)) |
      ((triples[t3 >>> 5] as number) >>> (t3 & 31));
    const flags =
      ((short & 1) << 5) |
      (((bits[g0 >>> 5] as number) >>> (g0 & 31)) & 1) |
      ((((bits[g1 >>> 5] as number) >>> (g1 & 31)) & 1) << 1) |
      ((a | b) & SINGLE) |
      ((a & b & NUMBER) << 2) |
      (+(run === RUN_WORDS) << 4);
    found[n] = (k << 6) | flags;
    n -= (flags | -flags) >> 31;
    before = word;
  }
  carry.word = before;
  carry.run = run;
  return n;
}

/** A set of hashes. */
interface Bitmap {
  readonly bits: Int32Array;
  /** A hash is what is left of a product after so many places. */
  readonly shift: number;
}

/** State between two pieces. */
interface Carry {
  word: number;
  run: number;
}

function findIn(text: string, literals: readonly Wanted[], pairs: Uint8Array, grams: GramTable, shorts: ShortTable): Candidates {
  const hits = new Hits();
  const digits: number[] = [];
  const runs: number[] = [];
  const carry: Carry = { word: 0, run: 0 };
  const { words } = bytes;
  const to = text.length;
  let ascii = true;
  for (let base = 0; base < to; base += PIECE) {
    const end = Math.min(to, base + PIECE);
    const last = carry.word;
    const count = end === to ? bytes.read(text, base, end) : bytes.read(text, base, end) - 1;
    ascii &&= bytes.ascii;
    const n = sift(words, count, pairs, grams, shorts.bits, carry);
    for (let i = 0; i < n; i++) {
      const entry = found[i] as number;
      const k = entry >> 6;
      const at = base + k * 4;
      if ((entry & (MIDDLE_GRAM | WHOLE_GRAM | TRIPLE)) !== 0) {
        const word = words[k] as number;
        const middle = ((k === 0 ? last : (words[k - 1] as number)) >>> 16) | (word << 16);
        if ((entry & MIDDLE_GRAM) !== 0 && grams.suits(middle, word >>> 16)) grams.look(middle, at - 2, text, literals, hits);
        if ((entry & WHOLE_GRAM) !== 0) {
          // After the last word of a piece, the text tells what follows.
          const next =
            k + 1 < count ? (words[k + 1] as number) & 0xffff : byteOf(text.charCodeAt(at + 4)) | (byteOf(text.charCodeAt(at + 5)) << 8);
          if (grams.suits(word, next)) grams.look(word, at, text, literals, hits);
        }
        if ((entry & TRIPLE) !== 0) {
          shorts.look(middle & 0xffffff, at - 2, text, literals, hits);
          shorts.look(middle >>> 8, at - 1, text, literals, hits);
          shorts.look(word & 0xffffff, at, text, literals, hits);
          shorts.look(word >>> 8, at + 1, text, literals, hits);
        }
      }
      if ((entry & SINGLE) !== 0) for (let j = at; j < at + 4 && j < to; j++) shorts.lookTiny(j, text, literals, hits);
      if ((entry & SOME_NUMBER) !== 0) digits.push(at);
      if ((entry & LONG_RUN) !== 0) runs.push(at);
    }
  }
  return { literals: hits.list, digits, runs, ascii };
}
