import { isDigit } from '../../scan/number.ts';
import { beginsAt, isAlphanumeric, isSmall, isWordUnit } from './reader.ts';

/** Begin of the run of letters and digits that holds `at`. */
export function beginOf(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < 40 && isAlphanumeric(text.charCodeAt(start - 1))) start--;
  return start;
}

/** Letters and separators in front of the first digit. */
const MOST_LETTERS = 10;

/** Where values may begin: at groups with a digit in them or in the group behind. Loosely also where a number is glued to a word. */
export function begins(text: string, loose: boolean): number[] {
  const found: number[] = [];
  let digit = -1;
  for (let i = 0; i < text.length; i++) {
    if (digit < i) {
      for (digit = i; digit < text.length && !isDigit(text.charCodeAt(digit)); digit++);
      // No letters stand further in front of the digits of an identifier.
      i = Math.max(i, digit - MOST_LETTERS);
    }
    if (digit >= text.length) break;
    if (!isAlphanumeric(text.charCodeAt(i)) || (i > 0 && isAlphanumeric(text.charCodeAt(i - 1)))) continue;
    if (loose ? beginsLoosely(text, i) : beginsAt(text, i)) found.push(i);
    for (let j = i + 2; loose && isAlphanumeric(text.charCodeAt(j)); j++) {
      if (
        isDigit(text.charCodeAt(j)) &&
        isSmall(text.charCodeAt(j - 1)) &&
        isSmall(text.charCodeAt(j - 2)) &&
        isDigit(text.charCodeAt(j + 5))
      )
        found.push(j);
    }
  }
  return found;
}

/** Whether the group that begins at `at` holds three digits in a row. */
export function beginsWithNumber(text: string, at: number): boolean {
  let digits = 0;
  for (let i = at; digits < 3 && isAlphanumeric(text.charCodeAt(i)); i++) digits = isDigit(text.charCodeAt(i)) ? digits + 1 : 0;
  return digits === 3;
}

function beginsLoosely(text: string, at: number): boolean {
  const unit = at > 0 ? text.charCodeAt(at - 1) : 32;
  if (isWordUnit(unit)) return unit === 95;
  // Behind a plus stands a telephone number, unless it joins what code writes: `'id' +123`.
  if (unit === 43) return isWordUnit(text.charCodeAt(at - 2)) && !isDigit(text.charCodeAt(at - 2));
  const isGlue = unit === 45 || unit === 46 || unit === 47;
  return !isGlue || !isDigit(text.charCodeAt(at - 2));
}

/** Whether a value near its name may end at `end`: no word and no number goes on there. */
export function endsLoosely(text: string, end: number): boolean {
  const unit = text.charCodeAt(end);
  return !isWordUnit(unit) && unit !== 45 && !isDigit(text.charCodeAt(end + 1));
}

/** Whether a number goes on behind `end`, after a space. */
export function followsNumber(text: string, end: number): boolean {
  return text[end] === ' ' && isDigit(text.charCodeAt(end + 1));
}

/** Whether a number stands before `at`, with a space between. */
export function precedesNumber(text: string, at: number): boolean {
  return text[at - 1] === ' ' && isDigit(text.charCodeAt(at - 2));
}
