import type { Detector } from './detector.ts';
import { FNV_BASIS, fnv } from './fnv.ts';
import { type Lists, listsOf } from './lists.ts';
import { countOf, type Literals, textOf } from './literals/literals.ts';
import type { DigitAnchor } from './pass.ts';
import { reversed, rotated, rotatedUnit } from './views/turned.ts';
import type { Disguise } from './views/views.ts';
import { type Wants, wantsOf } from './wants.ts';

/** Added to every number, so that most are plain characters. */
const OFFSET = 35;
/** From here on a number takes two characters, so that none is half of a surrogate pair. */
const LARGE = 0x6000;
const LOW_BITS = 13;
/** Units of a literal that are not shared, as part of one number with those that are; the last one stands for so many and more. */
const MOST_OWN = 12;
/** Codes of a list that are written together, how many such in a row, and the numbers that stand for them. */
const COMMON = 3;
const PLACES = [27, 9, 3, 1];
const TOGETHER = 81;
const DISGUISES: readonly Disguise[] = ['escaped', 'rotated', 'reversed', 'listed'];
/** Before what is repeated: how many units it has, these, and how often. The mark itself has none. */
const AGAIN = '\0';
const REPEATED = /([^\0]{1,6}?)\1{6,9999}|\0/gu;
/** How a literal is written: by itself, as another one turned round, or as the one before with one unit more, less or other. */
const ITSELF = 0;
const ROTATED = 1;
const REVERSED = 2;
const VARIED = 3;

/**
 * What detectors want, as one string that a build can put in place of the work: numbers as characters, literals without what they share with the one before.
 * It holds for exactly these detectors in this order. `unpacked` reads it.
 */
export function packed(detectors: readonly Detector[]): string {
  const { gathered, named, disguises, onDigits, onRuns } = wantsOf(detectors);
  const { literals, hits, places } = gathered;
  const writer = new Writer();
  writer.numbers(detectors.length, fingerprint(detectors), countOf(literals), literals.text.length);
  writer.literals(literals, places);
  writer.lists(hits);
  writer.lists(named);
  writer.lists(listsOf(disguises.map((disguise) => [DISGUISES.indexOf(disguise)])));
  writer.numbers(onDigits.length, ...onDigits.flatMap(({ hit, least, first }) => [hit, least, first]));
  writer.numbers(onRuns.length, ...onRuns);
  return writer.written();
}

/** What `packed` made, and of how many detectors; null where these are not the ones it was made of. */
export function unpacked(prepared: string, detectors: readonly Detector[]): { readonly wants: Wants; readonly count: number } | null {
  const reader = new Reader(spread(prepared));
  const count = reader.number();
  if (count > detectors.length || fingerprint(detectors.slice(0, count)) !== reader.number()) return null;
  return {
    count,
    wants: {
      gathered: { ...reader.literals(reader.number(), reader.number()), hits: reader.lists() },
      named: reader.lists(),
      disguises: Array.from(reader.lists().values, (index) => DISGUISES[index] as Disguise),
      onDigits: anchorsOf(reader.numbers(3 * reader.number())),
      onRuns: reader.numbers(reader.number()),
    },
  };
}

/** The text in which what is repeated was written once. */
function spread(written: string): string {
  const [first = '', ...rest] = written.split(AGAIN);
  const codeAt = (text: string, at: number): number => text.charCodeAt(at) - OFFSET;
  return (
    first +
    rest
      .map((text) => {
        const end = 1 + codeAt(text, 0);
        return (text.slice(1, end) || AGAIN).repeat(codeAt(text, end)) + text.slice(end + 1);
      })
      .join('')
  );
}

/** The different ones of some numbers, those that are there most first. */
function byFrequency(numbers: readonly number[]): number[] {
  const counts = new Map<number, number>();
  for (const each of numbers) counts.set(each, (counts.get(each) ?? 0) + 1);
  return [...counts].sort(([a, many], [b, more]) => more - many || a - b).map(([each]) => each);
}

/** Where a literal is written as another one turned round: how, and which. */
interface Turned {
  readonly turn: number;
  readonly of: number;
}

/** Where a literal differs from the one before: behind so many units, by a unit of its own or none, in place of one or none. */
interface Varied {
  readonly shared: number;
  readonly own: string;
  readonly skipped: number;
}

/** By literal, how it differs from the one before, where that is in one unit and enough follows to be worth it. */
function variedOf(literals: Literals): (Varied | undefined)[] {
  let last = '';
  return Array.from({ length: countOf(literals) }, (_, index) => {
    const text = textOf(literals, index);
    const shared = sharedWith(last, text);
    const before = last;
    last = text;
    for (const [own, skipped] of [
      [1, 1],
      [1, 0],
      [0, 1],
    ] as const) {
      const rest = text.slice(shared + own);
      if (rest.length > 1 && rest === before.slice(shared + skipped) && !isHalf(text, shared) && !isHalf(before, shared))
        return { shared, own: text.slice(shared, shared + own), skipped };
    }
    return undefined;
  });
}

/** Whether half of a surrogate pair stands at `at`. */
function isHalf(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xf800) === 0xd800;
}

/** By literal, of which earlier one it is made by turning it round. */
function turnedOf(literals: Literals): (Turned | undefined)[] {
  const byText = new Map<string, Turned>();
  return Array.from({ length: countOf(literals) }, (_, index) => {
    const text = textOf(literals, index);
    const turned = byText.get(text);
    if (turned === undefined && isAscii(text)) {
      byText.set(rotated(text), { turn: ROTATED, of: index });
      byText.set(reversed(text), { turn: REVERSED, of: index });
    }
    return turned;
  });
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false;
  return true;
}

class Writer {
  readonly #parts: string[] = [];

  text(text: string): void {
    this.#parts.push(text);
  }

  numbers(...numbers: readonly number[]): void {
    for (const each of numbers) {
      if (each < LARGE) this.text(String.fromCharCode(each + OFFSET));
      else this.text(String.fromCharCode(LARGE + OFFSET + (each >> LOW_BITS), OFFSET + (each & ((1 << LOW_BITS) - 1))));
    }
  }

  /** A number as the step from another one, a bit for its sign. */
  step(from: number, to: number): void {
    this.numbers((Math.abs(to - from) << 1) | (to < from ? 1 : 0));
  }

  /** Each with its marks, of which there are few, and the units that it does not share with the one before, or how it is made of another. */
  literals(literals: Literals, places: Uint8Array): void {
    const turned = turnedOf(literals);
    const varied = variedOf(literals);
    const marks = Array.from(places, (place, index) => {
      const way = turned[index]?.turn ?? (varied[index] ? VARIED : ITSELF);
      return ((literals.told[index] as number) << 6) | (way << 4) | (place << 1) | (literals.exact[index] as number);
    });
    const common = byFrequency(marks);
    const codes = new Map(common.map((each, code) => [each, code]));
    this.numbers(common.length, ...common);
    let [last, source] = ['', 0];
    for (let index = 0; index < marks.length; index++) {
      const text = textOf(literals, index);
      const from = turned[index];
      const differs = varied[index];
      this.numbers(codes.get(marks[index] as number) as number);
      if (from) {
        this.step(source, from.of);
        source = from.of;
      } else if (differs) {
        this.numbers((differs.shared << 2) | (differs.own.length << 1) | differs.skipped);
        this.text(differs.own);
      } else {
        const shared = sharedWith(last, text);
        const own = text.length - shared;
        this.numbers(shared * MOST_OWN + Math.min(own, MOST_OWN - 1));
        if (own >= MOST_OWN - 1) this.numbers(own);
        this.text(text.slice(shared));
      }
      last = text;
    }
  }

  /**
   * Each number as the step from the one before it, a bit for its sign, and one that says whether the list goes on. No list is empty. Nearly all of them are one
   * of three: four such in a row are one number.
   */
  lists({ begins, values }: Lists): void {
    const codes: number[] = [];
    let last = 0;
    for (let list = 1; list < begins.length; list++) {
      for (let at = begins[list - 1] as number; at < (begins[list] as number); at++) {
        const step = (values[at] as number) - last;
        last += step;
        codes.push((Math.abs(step) << 2) | (step < 0 ? 2 : 0) | (at + 1 < (begins[list] as number) ? 1 : 0));
      }
    }
    // Where there are fewer, numbers that stand for none.
    const common = [...byFrequency(codes), 0, 0, 0].slice(0, COMMON);
    this.numbers(begins.length - 1, values.length, ...common);
    for (let at = 0; at < codes.length; ) {
      const places = codes.slice(at, at + PLACES.length).map((code) => common.indexOf(code));
      const together = places.length === PLACES.length && !places.includes(-1);
      this.numbers(together ? places.reduce((sum, digit) => sum * common.length + digit, 0) : TOGETHER + (codes[at] as number));
      at += together ? PLACES.length : 1;
    }
  }

  written(): string {
    const coded = (value: number): string => String.fromCharCode(value + OFFSET);
    return this.#parts
      .join('')
      .replace(REPEATED, (all, some = '') => `${AGAIN}${coded(some.length)}${some}${coded(all.length / (some.length || 1))}`);
  }
}

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  number(): number {
    const value = this.#text.charCodeAt(this.#at++) - OFFSET;
    return value < LARGE ? value : ((value - LARGE) << LOW_BITS) | (this.#text.charCodeAt(this.#at++) - OFFSET);
  }

  numbers(count: number): number[] {
    return Array.from({ length: count }, () => this.number());
  }

  /** The number that `Writer.step` wrote. */
  step(from: number): number {
    const coded = this.number();
    return (coded & 1) === 0 ? from + (coded >> 1) : from - (coded >> 1);
  }

  lists(): Lists {
    const begins = new Int32Array(this.number() + 1);
    const values = new Int32Array(this.number());
    const common = this.numbers(COMMON);
    const codes: number[] = [];
    while (codes.length < values.length) {
      const number = this.number();
      if (number >= TOGETHER) codes.push(number - TOGETHER);
      else for (const place of PLACES) codes.push(common[Math.floor(number / place) % COMMON] as number);
    }
    let [list, last] = [0, 0];
    for (let at = 0; at < values.length; at++) {
      const coded = codes[at] as number;
      last += (coded & 2) === 0 ? coded >> 2 : -(coded >> 2);
      values[at] = last;
      if ((coded & 1) === 0) begins[++list] = at + 1;
    }
    return { begins, values };
  }

  literals(count: number, length: number): Pick<Wants['gathered'], 'literals' | 'places'> {
    const text = this.#text;
    const units = new Uint16Array(length);
    const [begins, exact, told, places] = [new Int32Array(count + 1), new Uint8Array(count), new Uint8Array(count), new Uint8Array(count)];
    const common = this.numbers(this.number());
    let [end, last, source] = [0, 0, 0];
    for (let index = 0; index < count; index++) {
      const marks = common[this.number()] as number;
      exact[index] = marks & 1;
      places[index] = (marks >> 1) & 7;
      told[index] = marks >> 6;
      const turn = (marks >> 4) & 3;
      const begin = end;
      if (turn === ITSELF) {
        const lengths = this.number();
        const shared = Math.floor(lengths / MOST_OWN);
        let own = lengths % MOST_OWN;
        if (own === MOST_OWN - 1) own = this.number();
        for (let i = 0; i < shared; i++) units[end++] = units[last + i] as number;
        for (let i = 0; i < own; i++) units[end++] = text.charCodeAt(this.#at++);
      } else if (turn === VARIED) {
        const coded = this.number();
        const shared = coded >> 2;
        for (let i = 0; i < shared; i++) units[end++] = units[last + i] as number;
        if ((coded & 2) !== 0) units[end++] = text.charCodeAt(this.#at++);
        for (let i = last + shared + (coded & 1); i < begin; i++) units[end++] = units[i] as number;
      } else {
        source = this.step(source);
        const [first, behind] = [begins[source] as number, begins[source + 1] as number];
        if (turn === ROTATED) for (let i = first; i < behind; i++) units[end++] = rotatedUnit(units[i] as number);
        else for (let i = behind - 1; i >= first; i--) units[end++] = units[i] as number;
      }
      begins[index + 1] = end;
      last = begin;
    }
    return { literals: { text: textOfUnits(units), begins, exact, told }, places };
  }
}

/** Parameters that a call surely takes. */
const MOST_PARAMETERS = 8192;

function textOfUnits(units: Uint16Array): string {
  let text = '';
  for (let at = 0; at < units.length; at += MOST_PARAMETERS)
    // A list spread over parameters is walked by its iterator, which takes ten times as long.
    text += Reflect.apply(String.fromCharCode, null, units.subarray(at, at + MOST_PARAMETERS));
  return text;
}

/** Units that two texts begin with, no half of a surrogate pair at their end. */
function sharedWith(one: string, other: string): number {
  let length = 0;
  while (length < other.length && one[length] === other[length]) length++;
  const unit = length > 0 ? other.charCodeAt(length - 1) : 0;
  return unit >= 0xd800 && unit < 0xdc00 ? length - 1 : length;
}

function anchorsOf(numbers: readonly number[]): DigitAnchor[] {
  const anchors: DigitAnchor[] = [];
  for (let at = 0; at < numbers.length; at += 3)
    anchors.push({ hit: numbers[at] as number, least: numbers[at + 1] as number, first: numbers[at + 2] as number });
  return anchors;
}

/** Hash of the ids in their order, 24 bits: other detectors hardly have the same. */
function fingerprint(detectors: readonly Detector[]): number {
  let hash = FNV_BASIS;
  for (const { id } of detectors) for (let at = 0; at < id.length; at++) hash = fnv(hash, id.charCodeAt(at));
  return hash >>> 8;
}
