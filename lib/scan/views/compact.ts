import { FEWEST_IN_PIECES, isDigit } from '../number.ts';
import { AROUND, type View, ViewBuilder } from './view.ts';

const MOST = 40;

/**
 * A number of 12 to 40 digits that is written with the same separator throughout after every digit, or after every fourth, or broken over lines,
 * without its separators. After two capitals any grouping will do: an account number has a checksum. Null for anything else: columns of numbers are no number.
 */
export function compacted(text: string, at: number): { readonly end: number; readonly view: View | null } {
  const quick = promising(text, at);
  if (quick >= 0) return { end: quick, view: null };
  let start = at;
  while (at - start < 3 * MOST && isPart(text.charCodeAt(start - 1))) start--;
  while (start < text.length && !isDigit(text.charCodeAt(start))) start++;
  let end = start;
  while (end - start < 4 * MOST && isPart(text.charCodeAt(end))) end++;
  while (end > start && !isDigit(text.charCodeAt(end - 1))) end--;
  const country = /([A-Z])[ .\-\r\n]{0,2}([A-Z])[ .\-\r\n]{0,2}$/.exec(text.slice(Math.max(0, start - 6), start));
  const stretch = text.slice(start, end);
  const digits = stretch.replace(/\D/g, '');
  if (
    digits.length < FEWEST_IN_PIECES ||
    digits.length > MOST ||
    // Nothing to take away: two capitals at most, and digits.
    (digits.length === stretch.length && (country?.[0].length ?? 2) === 2) ||
    !(country || isRegular(stretch))
  )
    return { end, view: null };
  const builder = new ViewBuilder();
  const from = Math.max(0, start - AROUND);
  const to = Math.min(text.length, end + AROUND);
  const begin = country ? start - country[0].length : start;
  builder.copy(text, from, begin);
  for (let i = begin; i < start; i++) if (/[A-Z]/.test(text[i] as string)) builder.copy(text, i, i + 1);
  for (let i = start; i < end; i++) if (isDigit(text.charCodeAt(i))) builder.copy(text, i, i + 1);
  builder.copy(text, end, to);
  return { end, view: builder.view(from, to, 0.7) };
}

/** -1 when a number in pieces may stand here; else where to look on. */
function promising(text: string, at: number): number {
  let digits = 0;
  let gaps = 0;
  let end = at;
  for (; end - at < 32 && isPart(text.charCodeAt(end)); end++) {
    if (isDigit(text.charCodeAt(end))) digits++;
    else gaps++;
  }
  return digits >= 8 && gaps > 0 ? -1 : end;
}

function isPart(unit: number): boolean {
  return (
    isDigit(unit) ||
    unit === 32 ||
    unit === 46 ||
    unit === 45 ||
    unit === 10 ||
    unit === 13 ||
    unit === 95 ||
    unit === 47 ||
    unit === 0xa0 ||
    unit === 9
  );
}

function isRegular(stretch: string): boolean {
  const gaps = new Set(stretch.match(/\D+/g));
  const groups = stretch.split(/\D+/);
  const sizes = new Set(groups.slice(0, -1).map((group) => group.length));
  const last = groups[groups.length - 1]?.length ?? 0;
  const size = [...sizes][0] ?? 0;
  // Broken over lines: blanks and line ends may mix, but the groups stay whole.
  const separated = gaps.size === 1 || [...gaps].every((gap) => /^[ \r\n]+$/.test(gap));
  return separated && sizes.size === 1 && last <= size && (size === 1 || size === 4 || (groups.length === 2 && size >= 6));
}
