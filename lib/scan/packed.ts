import type { Detector } from './detector.ts';
import type { Lists } from './lists.ts';
import { countOf, textOf } from './literals/literals.ts';
import type { DigitAnchor } from './pass.ts';
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
const DISGUISES: readonly Disguise[] = ['escaped', 'rotated', 'reversed'];

/**
 * What detectors want, as one string that a build can put in place of the work: numbers as characters, literals without what they share with the one before.
 * It holds for exactly these detectors in this order. `unpacked` reads it.
 */
export function packed(detectors: readonly Detector[]): string {
  const { gathered, named, disguises, onDigits, onRuns } = wantsOf(detectors);
  const { literals, hits, places } = gathered;
  const writer = new Writer();
  writer.numbers(detectors.length, fingerprint(detectors), countOf(literals), literals.text.length);
  let last = '';
  for (let index = 0; index < countOf(literals); index++) {
    const text = textOf(literals, index);
    const shared = sharedWith(last, text);
    writer.numbers(((literals.told[index] as number) << 4) | ((places[index] as number) << 1) | (literals.exact[index] as number));
    const own = text.length - shared;
    writer.numbers(shared * MOST_OWN + Math.min(own, MOST_OWN - 1));
    if (own >= MOST_OWN - 1) writer.numbers(own);
    writer.text(text.slice(shared));
    last = text;
  }
  writer.lists(hits);
  writer.lists(named);
  writer.numbers(disguises.length, ...disguises.map((disguise) => DISGUISES.indexOf(disguise)));
  writer.numbers(onDigits.length, ...onDigits.flatMap(({ hit, least, first }) => [hit, least, first]));
  writer.numbers(onRuns.length, ...onRuns);
  return writer.written();
}

/** What `packed` made, and of how many detectors; null where these are not the ones it was made of. */
export function unpacked(prepared: string, detectors: readonly Detector[]): { readonly wants: Wants; readonly count: number } | null {
  const reader = new Reader(prepared);
  const count = reader.number();
  if (count > detectors.length || fingerprint(detectors.slice(0, count)) !== reader.number()) return null;
  return {
    count,
    wants: {
      gathered: { ...reader.literals(reader.number(), reader.number()), hits: reader.lists() },
      named: reader.lists(),
      disguises: reader.numbers(reader.number()).map((index) => DISGUISES[index] as Disguise),
      onDigits: anchorsOf(reader.numbers(3 * reader.number())),
      onRuns: reader.numbers(reader.number()),
    },
  };
}

/** The numbers that a list has most of, as many as are written together. */
function mostCommon(numbers: readonly number[]): number[] {
  const counts = new Map<number, number>();
  for (const each of numbers) counts.set(each, (counts.get(each) ?? 0) + 1);
  const sorted = [...counts].sort(([a, many], [b, more]) => more - many || a - b).map(([each]) => each);
  // Where there are fewer, numbers that stand for none.
  return Array.from({ length: COMMON }, (_, index) => sorted[index] ?? 0);
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
    const common = mostCommon(codes);
    this.numbers(begins.length - 1, values.length, ...common);
    for (let at = 0; at < codes.length; ) {
      const places = codes.slice(at, at + PLACES.length).map((code) => common.indexOf(code));
      const together = places.length === PLACES.length && !places.includes(-1);
      this.numbers(together ? places.reduce((sum, digit) => sum * common.length + digit, 0) : TOGETHER + (codes[at] as number));
      at += together ? PLACES.length : 1;
    }
  }

  written(): string {
    return this.#parts.join('');
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
    let [end, last] = [0, 0];
    for (let index = 0; index < count; index++) {
      const marks = this.number();
      exact[index] = marks & 1;
      places[index] = (marks >> 1) & 7;
      told[index] = marks >> 4;
      const lengths = this.number();
      const shared = Math.floor(lengths / MOST_OWN);
      let own = lengths % MOST_OWN;
      if (own === MOST_OWN - 1) own = this.number();
      const begin = end;
      for (let i = 0; i < shared; i++) units[end++] = units[last + i] as number;
      for (let i = 0; i < own; i++) units[end++] = text.charCodeAt(this.#at++);
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

/** Hash of the ids in their order, 24 bits (FNV-1a, draft-eastlake-fnv): other detectors hardly have the same. */
function fingerprint(detectors: readonly Detector[]): number {
  let hash = 0x811c9dc5;
  for (const { id } of detectors) for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return hash >>> 8;
}
