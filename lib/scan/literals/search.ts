import { Bytes, OVERLAP, PIECE } from '../bytes.ts';
import { LONG_RUN_LENGTH, runAround, VALUE_AFTER, VALUE_BEFORE } from '../long-run.ts';
import { isDigit } from '../number.ts';
import { pairAt } from './bytes-at.ts';
import { beginsEscape, isQuoted } from './escape-marks.ts';
import { Hits } from './hits.ts';
import { DIGITS, ESCAPE, INDEX_SHIFT, LONG_RUN, MIDDLE_GRAM, SHORT, SOME_NUMBER, TRIPLE, WHOLE_GRAM } from './holds.ts';
import type { NearSieve, WideSieve } from './sieve.ts';
import { sift, siftNear } from './sift.ts';
import { NEAR_NUMBER, NEAR_RUN, Surroundings } from './surroundings.ts';
import { FOUND_WITHIN } from './telling-gram.ts';

/** What one pass found, in the order of the text. */
export interface Candidates {
  /** In turn: where a literal begins, and its index in `AnchorIndex.literals`. */
  readonly literals: readonly number[];
  /** Offsets inside numbers of seven characters or more, separators counted; at least one in each. */
  readonly digits: readonly number[];
  /** Offsets at which an escape may begin: `%41`, `\u0041`, `&#65;`, `=41`. Of many escapes in a row, some. */
  readonly escapes: readonly number[];
  /** Start and end, in turn, of runs of letters, digits, `_` and `-` of at least `LONG_RUN_LENGTH`, that look like values. */
  readonly runs: readonly number[];
  /** Start and end, in turn, of stretches whose far end decides what is found at the near one: very long runs. */
  readonly far: readonly number[];
  /** Start and end, in turn, of three digits or more in a row. */
  readonly rows: readonly number[];
  /** Whether the text holds ASCII only. */
  readonly ascii: boolean;
}

/** Code units before and after three digits or more in a row where literals that count near numbers may begin. */
export const NUMBER_BEFORE = 128;
export const NUMBER_AFTER = 96;
const FEWEST_DIGITS = 3;

const bytes = new Bytes();
const found = new Int32Array((OVERLAP + PIECE) / 4 + 8);
const foundNear = new Int32Array((OVERLAP + PIECE) / 4 + 8);

/** Before the end of a piece, stretches near runs are left for the next piece, which knows whether they go on. A multiple of four, and less than `OVERLAP`. */
const UNDECIDED = 192;

/** A longer run is noted as far-reaching. */
const FAR_RUN = 200;

/** What is looked for, by where. */
export interface Sieves {
  readonly wide: WideSieve;
  readonly near: NearSieve;
}

/** One pass over one text: made for it, run once. */
export class Search {
  readonly #text: string;
  readonly #wide: WideSieve;
  readonly #near: NearSieve;
  readonly #surroundings: Surroundings;
  readonly #hits: Hits;
  readonly #digits: number[] = [];
  readonly #runs: number[] = [];
  readonly #far: number[] = [];
  readonly #escapes: number[] = [];
  readonly #rows: number[] = [];
  /** Begin of the bytes that are at hand. */
  #origin = 0;
  /** Words of them that hold text. */
  #count = 0;
  /** Where the last row of escapes of quoted-printable ends. */
  #quoted = 0;
  /** Where the last long run ends. */
  #read = 0;
  /** Where the last digits in a row end. */
  #counted = 0;
  /** The stretch near runs or numbers that is not yet looked through: where it ends, and how far it is. */
  #to = 0;
  #done = 0;

  constructor(text: string, literals: number, { wide, near }: Sieves) {
    this.#text = text;
    this.#wide = wide;
    this.#near = near;
    this.#surroundings = new Surroundings(near.places);
    this.#hits = new Hits(literals);
  }

  run(): Candidates {
    const text = this.#text;
    const carry = { run: 0 };
    let ascii = true;
    for (let base = 0; base < text.length; base += PIECE) {
      const end = Math.min(text.length, base + PIECE);
      this.#origin = base === 0 ? 0 : base - OVERLAP;
      this.#count = bytes.read(text, this.#origin, end);
      ascii &&= bytes.ascii;
      // The last word of a piece that is not the last one is zeros only.
      const upTo = end === text.length ? this.#count : this.#count - 1;
      const n = sift(bytes.words, (base - this.#origin) >> 2, upTo, this.#wide, found, carry);
      this.#collect(n);
      this.#lookNear(end === text.length ? end : end - UNDECIDED);
    }
    return {
      literals: this.#hits.list(),
      digits: this.#digits,
      escapes: this.#escapes,
      runs: this.#runs,
      far: this.#far,
      rows: this.#rows,
      ascii,
    };
  }

  #collect(n: number): void {
    for (let i = 0; i < n; i++) {
      const entry = found[i] as number;
      if ((entry & (MIDDLE_GRAM | WHOLE_GRAM)) !== 0) this.#lookGrams(entry, this.#wide);
      const at = this.#origin + (entry >> INDEX_SHIFT) * 4;
      if ((entry & SOME_NUMBER) !== 0) this.#digits.push(at);
      if ((entry & DIGITS) !== 0 && at + 4 > this.#counted) this.#noteDigits(at);
      if ((entry & SHORT) !== 0) {
        this.#wide.pairs.look(at, this.#text, this.#hits);
        this.#wide.pairs.look(at + 2, this.#text, this.#hits);
      }
      if ((entry & TRIPLE) !== 0) this.#lookTriples(entry, this.#wide);
      if ((entry & ESCAPE) !== 0) this.#noteEscapes(at);
      if ((entry & LONG_RUN) !== 0) this.#noteRun(at);
    }
  }

  #noteRun(at: number): void {
    const { start, end, isValue } = runAround(this.#text, at, this.#read);
    this.#read = end;
    if (end - start > FAR_RUN) this.#far.push(start, end);
    // Whether a shorter run is noted depends on where it stands.
    if (!isValue || end - start < LONG_RUN_LENGTH) return;
    this.#runs.push(start, end);
    this.#widen(NEAR_RUN, Math.max(0, start - VALUE_BEFORE), end + VALUE_AFTER);
  }

  /** Looks for digits in a row that begin in the word at `from`, or before it. */
  #noteDigits(from: number): void {
    const text = this.#text;
    for (let at = Math.max(from, this.#counted); at < from + 4; at++) {
      if (!isDigit(text.charCodeAt(at))) continue;
      let start = at;
      while (start > this.#counted && isDigit(text.charCodeAt(start - 1))) start--;
      let end = at;
      while (isDigit(text.charCodeAt(end))) end++;
      this.#counted = end;
      if (end - start >= FEWEST_DIGITS) {
        this.#rows.push(start, end);
        this.#widen(NEAR_NUMBER, Math.max(0, start - NUMBER_BEFORE), end + NUMBER_AFTER);
      }
      at = end;
    }
  }

  #noteEscapes(from: number): void {
    const text = this.#text;
    for (let at = from; at < from + 4; at++) {
      const unit = text.charCodeAt(at);
      if (!beginsEscape(unit, text.charCodeAt(at + 1))) continue;
      if (unit !== 61) this.#escapes.push(at);
      else if (at >= this.#quoted) this.#noteQuoted(at);
    }
  }

  /** Notes where the row of escapes of quoted-printable begins that `at` is one of. A single one is found near runs only. */
  #noteQuoted(at: number): void {
    let first = at;
    while (first - 3 >= this.#quoted && isQuoted(this.#text, first - 3)) first -= 3;
    let end = at;
    while (isQuoted(this.#text, end)) end += 3;
    this.#quoted = Math.max(at + 1, end);
    if (end - first >= 6) this.#escapes.push(first);
  }

  #lookGrams(entry: number, { grams }: WideSieve | NearSieve): void {
    const { words } = bytes;
    const k = entry >> INDEX_SHIFT;
    const at = this.#origin + k * 4;
    const word = words[k] as number;
    const before = k > 0 ? (words[k - 1] as number) : 0;
    if ((entry & MIDDLE_GRAM) !== 0)
      grams.look((before >>> 8) & 255, (before >>> 16) | (word << 16), word >>> 16, at - 2, this.#text, this.#hits);
    if ((entry & WHOLE_GRAM) !== 0) {
      const next = k + 1 < this.#count - 1 ? (words[k + 1] as number) & 0xffff : pairAt(this.#text, at + 4);
      grams.look(before >>> 24, word, next, at, this.#text, this.#hits);
    }
  }

  #lookTriples(entry: number, { triples }: WideSieve | NearSieve): void {
    const { words } = bytes;
    const k = entry >> INDEX_SHIFT;
    const at = this.#origin + k * 4;
    const word = words[k] as number;
    const middle = ((k > 0 ? (words[k - 1] as number) : 0) >>> 16) | (word << 16);
    triples.look(middle & 0xffffff, at - 2, this.#text, this.#hits);
    triples.look(middle >>> 8, at - 1, this.#text, this.#hits);
    triples.look(word & 0xffffff, at, this.#text, this.#hits);
    triples.look(word >>> 8, at + 1, this.#text, this.#hits);
  }

  /** Adds a stretch to what is to be looked through. */
  #widen(place: number, from: number, to: number): void {
    this.#surroundings.add(place, from, to);
    if (from > this.#to) {
      this.#lookNear(this.#to);
      this.#to = to;
      this.#done = from;
      return;
    }
    this.#done = Math.min(this.#done, from);
    this.#to = Math.max(this.#to, to);
  }

  /** Looks through the stretch, up to `limit`. */
  #lookNear(limit: number): void {
    const to = Math.min(this.#to, limit);
    if (to <= this.#done) return;
    const first = Math.max(0, (this.#done - this.#origin) >> 2);
    const last = Math.min(this.#count, ((to + FOUND_WITHIN - this.#origin) >> 2) + 1);
    this.#done = to;
    const n = siftNear(bytes.words, first, last, this.#near, foundNear);
    if (n === 0) return;
    const hits = this.#hits;
    hits.within = this.#surroundings;
    for (let i = 0; i < n; i++) {
      const entry = foundNear[i] as number;
      if ((entry & (MIDDLE_GRAM | WHOLE_GRAM)) !== 0) this.#lookGrams(entry, this.#near);
      if ((entry & TRIPLE) !== 0) this.#lookTriples(entry, this.#near);
    }
    hits.within = null;
  }
}
