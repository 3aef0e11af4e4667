import { isDigit } from '../number.ts';

/** The first character of an escape, but for `=`: that is too common; of two escapes in a row one begins a pair. */
export function isEscapeMark(unit: number): boolean {
  return unit === 37 || unit === 92 || unit === 38;
}

/** Whether two units may begin an escape: `%` or `=` and a hexadecimal digit, `%u`, `\u`, `\x`, `\1`, `&#`, `&a`. */
export function beginsEscape(first: number, second: number): boolean {
  if (first === 37) return isHexadecimal(second) || second === 117;
  if (first === 61) return second >= 50 && second <= 55;
  if (first === 92) return second === 117 || second === 120 || second === 48 || second === 49;
  return first === 38 && (second === 35 || (second >= 97 && second <= 122));
}

/** Whether an escape of quoted-printable stands at `at`: `=41` (RFC 2045, 6.7). */
export function isQuoted(text: string, at: number): boolean {
  return text.charCodeAt(at) === 61 && isCapitalHexadecimal(text.charCodeAt(at + 1)) && isCapitalHexadecimal(text.charCodeAt(at + 2));
}

function isCapitalHexadecimal(unit: number): boolean {
  return isDigit(unit) || (unit >= 65 && unit <= 70);
}

function isHexadecimal(unit: number): boolean {
  return isDigit(unit) || ((unit | 32) >= 97 && (unit | 32) <= 102);
}
