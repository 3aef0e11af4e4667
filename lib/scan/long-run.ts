/** Letters, digits, `_` and `-` of ASCII. */
export function isRunUnit(unit: number): boolean {
  return unit < 128 && RUN_UNITS[unit] === 1;
}

const RUN_UNITS = new Uint8Array(128);
for (const unit of '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-') RUN_UNITS[unit.charCodeAt(0)] = 1;

const VOWELS = new Uint8Array(128);
for (const unit of 'aeiouAEIOU') VOWELS[unit.charCodeAt(0)] = 1;

/** Run units in a row of which every run holds a word of the text's bytes that `sift` notes. */
export const LONG_RUN_LENGTH = 15;

/** Code units before and after a run that looks like a value, where literals that belong to it may begin. */
export const VALUE_BEFORE = 160;
export const VALUE_AFTER = 130;
/** No more of a run is looked at to tell what it looks like. */
const TELLING = 96;

/** A run of letters, digits, `_` and `-`. */
export interface Run {
  readonly start: number;
  readonly end: number;
  /** Whether it may be a value: digits tell it from a name; so do capitals alone, letters whose case changes more often than that of names, fewer vowels than words have, and the same letter again and again, as in examples. */
  readonly isValue: boolean;
}

/** The longest run that holds `at`; nothing before `least` belongs to it. */
export function runAround(text: string, at: number, least: number): Run {
  let start = at;
  while (start > least && isRunUnit(text.charCodeAt(start - 1))) start--;
  let digits = 0;
  let changes = 0;
  let vowels = 0;
  let lines = 0;
  let others = 0;
  let repeats = 0;
  let end = start;
  let before = text.charCodeAt(start);
  let unit = before;
  for (; isRunUnit(unit) && end - start < TELLING; unit = text.charCodeAt(++end)) {
    if (unit <= 57 && unit >= 48) digits = 1;
    changes += ((unit ^ before) >> 5) & 1;
    if (unit === before && unit !== 45 && unit !== 95) repeats++;
    vowels += VOWELS[unit] as number;
    if (unit === 45 || unit === 95) lines++;
    if (unit < 65 || unit > 90) others = 1;
    before = unit;
  }
  const length = end - start;
  // The first unit stands beside itself.
  const isValue =
    digits === 1 || others === 0 || changes * 20 > length * 9 || (vowels * 25 < length * 7 && lines * 2 < length) || repeats > 5;
  while (isRunUnit(text.charCodeAt(end))) end++;
  return { start, end, isValue };
}
