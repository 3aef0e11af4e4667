import { LONGEST, layoutKey, MOST_GROUPS } from './forms.ts';

/** What is written at one place: groups of letters and digits with single separators between them. */
export interface Written {
  /** By number of groups, less one: where they end. */
  readonly ends: readonly number[];
  /** By number of groups, less one: see `layoutKey`. */
  readonly keys: readonly number[];
  /** Letters and digits without separators, in capitals. */
  readonly value: string;
  /** The separators, in turn. */
  readonly joints: string;
  /** Bit by place: set for a letter. */
  readonly letters: number;
}

/**
 * Reads what is written from `at`, the begin of a group, on: at most seven groups, at most 26 characters. Null where a longer run of letters and
 * digits begins. Groups that begin no layout (`heads`) are not read to the end.
 */
export function readAt(text: string, at: number, heads: ReadonlySet<number>): Written | null {
  const ends: number[] = [];
  const keys: number[] = [];
  let joints = '';
  let letters = 0;
  let value = '';
  let key = 0;
  for (let i = at; ends.length < MOST_GROUPS; ) {
    const start = i;
    while (value.length + i - start <= LONGEST && isAlphanumeric(text.charCodeAt(i))) {
      if (text.charCodeAt(i) > 57) letters |= 1 << (value.length + i - start);
      i++;
    }
    const length = i - start;
    if (length === 0 || value.length + length > LONGEST) break;
    key = layoutKey(key, length);
    if (!heads.has(key)) break;
    value += text.slice(start, i);
    const inParentheses = joints.endsWith('(');
    if (inParentheses && text[i] !== ')') break;
    if (inParentheses) i++;
    ends.push(i);
    keys.push(key);
    if (inParentheses || !isJoint(text.charCodeAt(i))) break;
    joints += text[i];
    i++;
  }
  return ends.length === 0 ? null : { ends, keys, value: value.toUpperCase(), joints, letters };
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
  return (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122);
}

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

/** Letters and digits of scripts that part words by spaces, and the underscore. */
export function isWordUnit(unit: number): boolean {
  return isAlphanumeric(unit) || unit === 95 || (unit >= 0xc0 && unit < 0xe00 && unit !== 0xd7 && unit !== 0xf7);
}
