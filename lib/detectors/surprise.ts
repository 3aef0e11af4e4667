import { BIGRAMS } from './bigrams.ts';

function classOf(unit: number): number {
  const lower = unit | 32;
  if (lower >= 97 && lower <= 122) return lower - 97;
  return unit >= 48 && unit <= 57 ? 26 : 27;
}

/** Characters looked at; the beginning of a value says enough. */
const LONGEST = 96;

/**
 * Mean surprise of neighbouring characters, in bits: about 3 to 4 for words and identifiers, 6 and more for random letters and digits. A change of case within a
 * word counts as one more bit, for words hardly have one. 0 for fewer than two characters.
 */
export function surprise(value: string): number {
  const length = Math.min(value.length, LONGEST);
  if (length < 2) return 0;
  let quarters = 0;
  for (let i = 1; i < length; i++) {
    const before = value.charCodeAt(i - 1);
    const unit = value.charCodeAt(i);
    quarters += BIGRAMS.charCodeAt(classOf(before) * 28 + classOf(unit)) - 48;
    if (isUpper(unit) && isUpper(before) !== isUpper(unit) && isLetter(before) && i + 1 < length && isUpper(value.charCodeAt(i + 1)))
      quarters += 4;
  }
  return quarters / 4 / (length - 1);
}

function isUpper(unit: number): boolean {
  return unit >= 65 && unit <= 90;
}

function isLetter(unit: number): boolean {
  return isUpper(unit) || (unit >= 97 && unit <= 122);
}
