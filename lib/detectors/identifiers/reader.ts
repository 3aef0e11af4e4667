import { ALPHANUMERIC } from '../characters.ts';
import { type Layout, LONGEST, MOST_GROUPS } from './forms.ts';

/** What may be written so far: the lengths of the groups, one step each. */
export interface Step<T> {
  /** By length of the next group. */
  readonly next: (Step<T> | undefined)[];
  /** What is written in just these groups, by where digits and letters must stand: hardly any place has them as an entry asks for. */
  readonly shapes: Shape<T>[];
}

interface Shape<T> {
  /** As of a layout. */
  readonly digits: number;
  readonly letters: number;
  readonly entries: T[];
}

/** Before the first group. */
export function firstStep<T>(): Step<T> {
  return { next: [], shapes: [] };
}

/** Adds an entry that is written so. */
export function addSteps<T>(first: Step<T>, { groups, digits, letters }: Layout, entry: T): void {
  let step = first;
  for (const length of groups) {
    step.next[length] ??= firstStep();
    step = step.next[length];
  }
  const shape = step.shapes.find((other) => other.digits === digits && other.letters === letters);
  if (shape) shape.entries.push(entry);
  else step.shapes.push({ digits, letters, entries: [entry] });
}

/**
 * Reads what is written at one place: groups of letters and digits with single separators between them. One reader serves a whole table; what it tells is that of
 * the place that was read last, because most of what is read is no identifier, and should leave nothing behind.
 */
export class GroupReader<T> {
  groups = 0;
  /** By number of groups, less one: where they end, how many letters and digits they hold, and what is written so. */
  readonly ends = new Int32Array(MOST_GROUPS);
  readonly lengths = new Int32Array(MOST_GROUPS);
  readonly steps: Step<T>[] = [];
  /** Bit by place: set for a letter. */
  letters = 0;

  /**
   * Reads from `at`, the begin of a group, on: at most seven groups, at most 26 characters, no more than something in the table begins with. Whether anything in it is
   * written so.
   */
  read(text: string, at: number, first: Step<T>): boolean {
    let groups = 0;
    let length = 0;
    let letters = 0;
    let step = first;
    let isWritten = false;
    for (let i = at; groups < MOST_GROUPS; i++) {
      const start = i;
      let unit = text.charCodeAt(i);
      while (length + i - start <= LONGEST && isAlphanumeric(unit)) {
        if (unit > 57) letters |= 1 << (length + i - start);
        unit = text.charCodeAt(++i);
      }
      const own = i - start;
      if (own === 0 || length + own > LONGEST) break;
      const next = step.next[own];
      if (!next) break;
      step = next;
      const inParentheses = groups > 0 && text.charCodeAt(start - 1) === 40;
      if (inParentheses && text.charCodeAt(i++) !== 41) break;
      length += own;
      this.ends[groups] = i;
      this.lengths[groups] = length;
      this.steps[groups++] = step;
      isWritten ||= step.shapes.length > 0;
      if (inParentheses || !isJoint(unit)) break;
    }
    this.groups = groups;
    this.letters = letters;
    return isWritten;
  }

  /** Letters and digits of what was read in `text` at `at`, up to the group with this index, without separators, in capitals. */
  value(text: string, at: number, group: number): string {
    const end = this.ends[group] as number;
    let value = '';
    let start = at;
    for (let i = start; group > 0 && i < end; i++) {
      if (isAlphanumeric(text.charCodeAt(i))) continue;
      value += text.slice(start, i);
      start = i + 1;
    }
    value += text.slice(start, end);
    return this.letters === 0 ? value : value.toUpperCase();
  }

  /** The separators between those groups, in turn. */
  joints(text: string, group: number): string {
    let joints = '';
    for (let i = 0; i < group; i++) joints += text.charAt(this.ends[i] as number);
    return joints;
  }
}

/** Whether a value could end at `end` in running text: nothing that goes on with the same number or word. */
export function endsAt(text: string, end: number): boolean {
  const unit = text.charCodeAt(end);
  if (Number.isNaN(unit)) return true;
  if (isWordUnit(unit) || unit === 37) return false;
  const isGlue = unit === 45 || unit === 46 || unit === 47 || unit === 58 || unit === 43 || unit === 64 || unit === 61;
  return !isGlue || !isAlphanumeric(text.charCodeAt(end + 1));
}

/** Whether a value could begin at `at` in running text. */
export function beginsAt(text: string, at: number): boolean {
  const unit = at > 0 ? text.charCodeAt(at - 1) : 32;
  if (isWordUnit(unit) || unit === 36 || unit === 35 || unit === 61 || unit === 38 || unit === 64 || unit === 92) return false;
  const isGlue = unit === 45 || unit === 46 || unit === 47 || unit === 58 || unit === 43;
  return !isGlue || !isAlphanumeric(text.charCodeAt(at - 2));
}

/** ASCII letter or digit. */
export function isAlphanumeric(unit: number): boolean {
  return unit < 128 && ALPHANUMERICS[unit] === 1;
}

const ALPHANUMERICS = new Uint8Array(128);
for (const character of ALPHANUMERIC) ALPHANUMERICS[character.charCodeAt(0)] = 1;

/** Space, hyphen, full stop, slash, colon, underscore, parenthesis, plus, and the spaces and hyphens that editors put in place of them. */
function isJoint(unit: number): boolean {
  return (
    unit === 32 ||
    unit === 40 ||
    unit === 43 ||
    (unit >= 45 && unit <= 47) ||
    unit === 58 ||
    unit === 95 ||
    unit === 0xa0 ||
    unit === 0x2009 ||
    unit === 0x202f ||
    (unit >= 0x2010 && unit <= 0x2013)
  );
}

/** Times and divided by; the comma, the semicolon, the question mark and the full stop of Arabic and Urdu; the full stop of Armenian and of Hindi. */
const SIGNS = new Set([0xd7, 0xf7, 0x60c, 0x61b, 0x61f, 0x6d4, 0x589, 0x964]);

/** Letters and digits of scripts that part words by spaces, and the underscore. */
export function isWordUnit(unit: number): boolean {
  return isAlphanumeric(unit) || unit === 95 || (unit >= 0xc0 && unit < 0xe00 && !SIGNS.has(unit));
}

/** Whether a small letter of ASCII stands between two places. */
export function holdsSmall(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isSmall(text.charCodeAt(i))) return true;
  return false;
}

/** Whether a UTF-16 unit is a small letter of ASCII. */
export function isSmall(unit: number): boolean {
  return unit >= 97 && unit <= 122;
}
