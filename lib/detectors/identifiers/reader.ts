import { LONGEST, layoutKey, MOST_GROUPS } from './forms.ts';

/** What is written at one place: groups of letters and digits with single separators between them. Holds until something else is read. */
export interface Written {
  readonly groups: number;
  /** By number of groups, less one: where they end. */
  readonly ends: Int32Array;
  /** By number of groups, less one: see `layoutKey`. */
  readonly keys: Float64Array;
  /** Letters and digits without separators, in capitals. */
  readonly value: string;
  /** The separators, in turn. */
  readonly joints: string;
  /** Bit by place: set for a letter. */
  readonly letters: number;
}

/** Of the groups that are being read: most of what is read is no identifier, and leaves nothing behind. */
const groupEnds = new Int32Array(MOST_GROUPS);
const groupKeys = new Float64Array(MOST_GROUPS);

/**
 * Reads what is written from `at`, the begin of a group, on: at most seven groups, at most 26 characters. Groups that begin no layout (`heads`) are not
 * read to the end; null where no layout (`layouts`) ends.
 */
export function readAt(text: string, at: number, heads: ReadonlySet<number>, layouts: ReadonlyMap<number, unknown>): Written | null {
  let groups = 0;
  let length = 0;
  let key = 0;
  let isLayout = false;
  for (let i = at; groups < MOST_GROUPS; i++) {
    const start = i;
    while (length + i - start <= LONGEST && isAlphanumeric(text.charCodeAt(i))) i++;
    const own = i - start;
    if (own === 0 || length + own > LONGEST) break;
    key = layoutKey(key, own);
    if (!heads.has(key)) break;
    const inParentheses = groups > 0 && text.charCodeAt(start - 1) === 40;
    if (inParentheses && text.charCodeAt(i++) !== 41) break;
    length += own;
    groupEnds[groups] = i;
    groupKeys[groups++] = key;
    isLayout ||= layouts.has(key);
    if (inParentheses || !isJoint(text.charCodeAt(i))) break;
  }
  return isLayout ? writtenIn(text, at, groups) : null;
}

function writtenIn(text: string, at: number, groups: number): Written {
  const end = groupEnds[groups - 1] as number;
  let value = '';
  let joints = '';
  let letters = 0;
  let start = at;
  for (let i = at; i <= end; i++) {
    const unit = text.charCodeAt(i);
    if (i < end && isAlphanumeric(unit)) {
      if (unit > 57) letters |= 1 << (value.length + i - start);
      continue;
    }
    value += text.slice(start, i);
    start = i + 1;
    if (i < end && unit !== 41) joints += text[i];
  }
  return { groups, ends: groupEnds, keys: groupKeys, value: letters === 0 ? value : value.toUpperCase(), joints, letters };
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
