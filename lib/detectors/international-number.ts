import type { Span } from '../scan/finding.ts';
import { balanced } from './balanced.ts';
import { textBefore } from './text-before.ts';

/** Country calling codes, ITU-T E.164 list of assigned codes. */
const CALLING_CODES = new Set(
  (
    '1 7 20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98 ' +
    '211 212 213 216 218 220 221 222 223 224 225 226 227 228 229 230 231 232 233 234 235 236 237 238 239 240 241 242 243 244 245 246 247 248 249 250 ' +
    '251 252 253 254 255 256 257 258 260 261 262 263 264 265 266 267 268 269 290 291 297 298 299 350 351 352 353 354 355 356 357 358 359 370 371 372 ' +
    '373 374 375 376 377 378 380 381 382 383 385 386 387 389 420 421 423 500 501 502 503 504 505 506 507 508 509 590 591 592 593 594 595 596 597 598 ' +
    '599 670 672 673 674 675 676 677 678 679 680 681 682 683 685 686 687 688 689 690 691 692 800 808 850 852 853 855 856 870 878 880 881 882 883 886 ' +
    '888 960 961 962 963 964 965 966 967 968 970 971 972 973 974 975 976 977 979 992 993 994 995 996 998'
  ).split(' '),
);

/** Digits, calling code included, where the plan fixes them; elsewhere 15 at most (E.164). */
const MOST_DIGITS: Readonly<Record<string, number>> = {
  '1': 11,
  '7': 11,
  '31': 11,
  '32': 11,
  '33': 11,
  '34': 11,
  '41': 11,
  '44': 12,
  '45': 10,
  '46': 12,
  '47': 10,
  '48': 11,
  '61': 11,
  '91': 12,
};

/**
 * Reads a telephone number that begins with `+` or `(+` at `at`: groups of digits, at most two separators between them, ended where the country's plan
 * is full. Null when the calling code is not assigned or there are fewer than 8 digits, 11 in North America.
 */
export function readInternational(text: string, at: number): Span | null {
  let plus = at;
  while (plus < at + 3 && text[plus] !== '+') plus++;
  const before = text[plus - 1] === '(' ? plus - 1 : plus;
  if (text[plus] !== '+' || /[\w+/=)~]/.test(text[before - 1] ?? ' ')) return null;
  let digits = '';
  let end = plus + 1;
  let trunk = 0;
  for (let i = end; i < text.length; ) {
    const group = /^\d*/.exec(text.slice(i, i + 16))?.[0] ?? '';
    // "(0)" is dialled inside the country only and counts to no length.
    if (group === '0' && text[i - 1] === '(' && text[i + 1] === ')') trunk++;
    if (digits.length + group.length - trunk > mostDigits(digits + group)) break;
    digits += group;
    i += group.length;
    end = text[i] === ')' ? i + 1 : i;
    const gap = /^[ \u00a0\u2009\u202f.()/\u2010-\u2013-]{0,3}(?=\d)/.exec(text.slice(i, i + 4))?.[0] ?? '';
    if (gap === '') break;
    i += gap.length;
  }
  // Parentheses round the calling code are part of it, those round the whole number are not.
  const isCode = before < plus && /^\+\d{1,4}\)/.test(text.slice(plus, plus + 6)) && text.indexOf(')', plus) < end - 1;
  const start = isCode ? before : plus;
  end = start + balanced(text.slice(start, end)).length;
  const extension = /^,? ?(?:ext\.?|x) ?\d{1,5}(?!\w)/i.exec(text.slice(end, end + 14))?.[0] ?? '';
  const known = callingCode(digits);
  // North America has no shorter ones.
  const least = known === '1' ? 11 : 8;
  if (known === '' || digits.length - trunk < least || (extension === '' && /\w/.test(text[end] ?? ' '))) return null;
  // A number with a sign and a fraction.
  if (/^\+\d+\.\d{1,2}$/.test(text.slice(start, end))) return null;
  // A day, of which the plan of Egypt has none, and a time: `+2024-01-01`, `+20240101123059`.
  if (/^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])?(?:[0-5]\d){0,2}$/.test(digits)) return null;
  const written = text.slice(start, end);
  // A place by degrees and minutes, and perhaps seconds (ISO 6709): `+340308-1181434`.
  if (PLACE.test(written)) return null;
  if (isOfFoundation(digits)) return null;
  // The upper one of two bounds.
  if (textBefore(text, start, 64).includes(`-${written.slice(1).replace(/\)$/, '')}`)) return null;
  return { start, end: end + extension.length };
}

/** Whether digits, calling code first, may be a number of that country: as many as its plan has, 11 to 13 elsewhere. */
export function isCalled(digits: string): boolean {
  const code = callingCode(digits);
  const most = MOST_DIGITS[code];
  return code !== '' && (most === undefined ? digits.length >= 11 && digits.length <= 13 : digits.length === most);
}

/** Whether digits, calling code first, are those where the foundation behind a licence is reached. */
export function isOfFoundation(digits: string): boolean {
  return FOUNDATION.test(digits);
}

const PLACE = /^\+[0-8]\d[0-5]\d(?:-(?:0\d|1[0-7])\d[0-5]\d|[0-5]\d-(?:0\d|1[0-7])\d(?:[0-5]\d){2})$/;

/** Where the Free Software Foundation is reached, as copies of its licences and thousands of heads of files say (https://www.gnu.org/licenses/old-licenses/gpl-2.0.html). */
const FOUNDATION = /^1617542(?:5942|2652)$/;

function callingCode(digits: string): string {
  return [1, 2, 3].map((length) => digits.slice(0, length)).find((code) => CALLING_CODES.has(code)) ?? '';
}

function mostDigits(digits: string): number {
  return MOST_DIGITS[callingCode(digits)] ?? 15;
}
