import type { Span } from '../scan/finding.ts';
import { isRunUnit, LONG_RUN_LENGTH, VALUE_AFTER, VALUE_BEFORE } from '../scan/long-run.ts';

/**
 * Alphabets of credentials. RFC 4648 (base64, base64url, base32, hex), https://datatracker.ietf.org/doc/html/draft-msporny-base58-03 (base58),
 * BIP-173 (bech32).
 */
export const CLASSES: Readonly<Record<string, string>> = {
  digit: '0-9',
  lower: 'a-z',
  upper: 'A-Z',
  alpha: 'A-Za-z',
  hex: '0-9a-f',
  hexup: '0-9A-F',
  xdigit: '0-9A-Fa-f',
  alnum: '0-9a-z',
  upnum: '0-9A-Z',
  base62: '0-9A-Za-z',
  word: '0-9A-Za-z_',
  dash: '0-9A-Za-z-',
  base64url: '0-9A-Za-z_-',
  dot: '0-9A-Za-z._-',
  base64: '0-9A-Za-z+/',
  base64pad: '0-9A-Za-z+/=',
  base32: 'A-Z2-7',
  base58: '1-9A-HJ-NP-Za-km-z',
  bech32: '02-9ac-hj-np-z',
  // Printable ASCII without what ends a value in text: white space, quotes, brackets, comma, semicolon, backslash.
  visible: '!#-&*+./0-9:=?@A-Z^_a-z|~-',
};

/** Shapes with a name of their own. */
const NAMED: Readonly<Record<string, string>> = {
  uuid: '{xdigit:8}-{xdigit:4}-{xdigit:4}-{xdigit:4}-{xdigit:12}',
  jwt: 'eyJ{base64url:12-4096}.eyJ{base64url:2-8192}.{base64url:10-2048}',
};

const LONGEST_REPEAT = 8192;

interface LiteralItem {
  readonly kind: 'literal';
  /** Longest first; an empty one makes the item optional. */
  readonly options: readonly string[];
}

interface SetItem {
  readonly kind: 'set';
  /** Membership by ASCII code unit. */
  readonly set: Uint8Array;
  readonly min: number;
  readonly max: number;
}

export type ShapeItem = LiteralItem | SetItem;

/** What a credential looks like: literals and runs of characters, in order. Matching takes time linear in the text that is looked at. */
export interface Shape {
  readonly items: readonly ShapeItem[];
  /** Index of the literal by which the shape is found: the longest. -1 when it has none. */
  readonly anchor: number;
}

/**
 * Reads a shape. Everything stands for itself but
 * - `{class:n}`, `{class:m-n}`: that many characters of an alphabet above;
 * - `{[A-Z_]:n}`: of the characters listed;
 * - `{a|b|c}`: one of these; an empty one makes it optional: `{us|}`;
 * - `{uuid}`, `{jwt}`.
 *
 * @returns the shape, or a sentence that says what is wrong with it
 */
export function parseShape(source: string): Shape | string {
  const items: ShapeItem[] = [];
  let literal = '';
  const flush = (): void => {
    if (literal !== '') items.push({ kind: 'literal', options: [literal] });
    literal = '';
  };
  for (let at = 0; at < source.length; at++) {
    const character = source[at] as string;
    if (character !== '{') {
      literal += character;
      continue;
    }
    const end = slotEnd(source, at);
    if (end < 0) return `"${source}": a "{" is not closed.`;
    const slot = source.slice(at + 1, end);
    at = end;
    const named = NAMED[slot];
    if (named !== undefined) {
      flush();
      const inner = parseShape(named);
      if (typeof inner === 'string') return inner;
      items.push(...inner.items);
      continue;
    }
    const repeat = repeatOf(slot);
    if (typeof repeat === 'string') return `"${source}": ${repeat}`;
    if (repeat) {
      flush();
      items.push(repeat);
    } else if (slot.includes('|')) {
      flush();
      items.push({ kind: 'literal', options: slot.split('|').sort((a, b) => b.length - a.length) });
    } else return `"${source}": "{${slot}}" is neither an alphabet with a length nor a choice.`;
  }
  flush();
  const joined = joinedLiterals(items);
  return { items: joined, anchor: anchorOf(joined) };
}

/** Most shapes share their repeats. */
const repeats = new Map<string, SetItem>();

/** What `class:m-n` stands for; null when it is something else, a sentence when it is wrong. */
function repeatOf(slot: string): SetItem | string | null {
  const known = repeats.get(slot);
  if (known) return known;
  const parts = /^(\[.+\]|[a-z0-9]+):(\d{1,4})(?:-(\d{1,4}))?$/.exec(slot);
  if (!parts) return null;
  const [, name = '', low = '', high = low] = parts;
  const members = name.startsWith('[') ? name.slice(1, -1) : CLASSES[name];
  if (members === undefined) return `there is no alphabet "${name}".`;
  const [min, max] = [Number(low), Number(high)];
  if (max < 1 || max < min || max > LONGEST_REPEAT) return `"${slot}" is not a number of characters from 1 to ${LONGEST_REPEAT}.`;
  const item: SetItem = { kind: 'set', set: membersOf(members), min, max };
  repeats.set(slot, item);
  return item;
}

/** Neighbouring literals as one: the longer a literal, the rarer it is where there is nothing to find. */
function joinedLiterals(items: readonly ShapeItem[]): ShapeItem[] {
  const joined: ShapeItem[] = [];
  for (const item of items) {
    const last = joined[joined.length - 1];
    if (item.kind === 'literal' && last?.kind === 'literal' && last.options.length * item.options.length <= MOST_OPTIONS) {
      const options = last.options.flatMap((left) => item.options.map((right) => left + right));
      joined[joined.length - 1] = { kind: 'literal', options: options.sort((a, b) => b.length - a.length) };
    } else joined.push(item);
  }
  return joined;
}

const MOST_OPTIONS = 12;

function slotEnd(source: string, at: number): number {
  if (source[at + 1] !== '[') return source.indexOf('}', at);
  const close = source.indexOf(']:', at);
  return close < 0 ? -1 : source.indexOf('}', close);
}

/** Most shapes share their alphabets. */
const sets = new Map<string, Uint8Array>();

function membersOf(list: string): Uint8Array {
  const known = sets.get(list);
  if (known) return known;
  const set = new Uint8Array(128);
  sets.set(list, set);
  for (let i = 0; i < list.length; i++) {
    const low = list.charCodeAt(i);
    const high = list[i + 1] === '-' && i + 2 < list.length ? list.charCodeAt(i + 2) : low;
    for (let unit = low; unit <= high && unit < 128; unit++) set[unit] = 1;
    if (high !== low) i += 2;
  }
  return set;
}

function shortest(item: LiteralItem): number {
  return item.options[item.options.length - 1]?.length ?? 0;
}

function anchorOf(items: readonly ShapeItem[]): number {
  let best = -1;
  let length = 0;
  for (const [index, item] of items.entries()) {
    if (item.kind !== 'literal' || shortest(item) <= length) continue;
    best = index;
    length = shortest(item);
  }
  return best;
}

/** Length of the shortest value of a shape, code units. */
export function shortestOf({ items }: Shape): number {
  return items.reduce((sum, item) => sum + (item.kind === 'set' ? item.min : shortest(item)), 0);
}

/** The literals of which every match holds one; empty when the shape has none. */
export function anchorsOf(shape: Shape): readonly string[] {
  const item = shape.items[shape.anchor];
  return item?.kind === 'literal' ? item.options : [];
}

/** Whether every match of a shape holds a long run with digits, and its anchor, if it has one, near that: see `AnchoredDetector.holdsRun` and `NamedDetector.holdsRun`. */
export function holdsRun({ items, anchor }: Shape): boolean {
  for (let first = 0; first < items.length; first++) {
    let next = first;
    let length = 0;
    let telling = false;
    for (let item = items[next]; item && (isOfRun(item) || isNearlyOfRun(item)); item = items[++next]) {
      length += item.kind === 'set' ? item.min : shortest(item);
      telling ||= isTelling(item);
    }
    if (length >= LONG_RUN_LENGTH && telling && isNear(items, anchor, first, next)) return true;
    first = next;
  }
  return false;
}

/** Whether an anchor begins in the run that the items [first, next) make, or is near enough to be looked for round it. */
function isNear(items: readonly ShapeItem[], anchor: number, first: number, next: number): boolean {
  if (anchor < 0 || (anchor >= first && anchor < next)) return true;
  const between = anchor < first ? items.slice(anchor, first) : items.slice(next, anchor);
  const distance = between.reduce((sum, item) => sum + (item.kind === 'set' ? item.max : (item.options[0]?.length ?? 0)), 0);
  return distance < (anchor < first ? VALUE_BEFORE : VALUE_AFTER);
}

/** Of a character of an alphabet, how likely it ends a run. By alphabet: there are few. */
const ends = new Map<Uint8Array, number>();

function endsRun(set: Uint8Array): number {
  const known = ends.get(set);
  if (known !== undefined) return known;
  let members = 0;
  let others = 0;
  set.forEach((member, unit) => {
    members += member;
    // Padding stands at the end only.
    if (member === 1 && !isRunUnit(unit) && unit !== 61) others++;
  });
  ends.set(set, others / members);
  return others / members;
}

function isOfRun(item: ShapeItem): boolean {
  if (item.kind === 'set') return endsRun(item.set) === 0 && item.set[61] === 0;
  for (const option of item.options) for (let at = 0; at < option.length; at++) if (!isRunUnit(option.charCodeAt(at))) return false;
  return true;
}

/** Values of a format that hold no long run, of a hundred, at most: those are missed. */
const LONG_RUN_MISSED = 0.035;

/** Whether few enough of the alphabet's characters end a run: of 40 digits of base64, 15 without `+` and `/` stand together in 97 of 100. */
function isNearlyOfRun(item: ShapeItem): boolean {
  return (
    item.kind === 'set' &&
    item.min >= LONG_RUN_LENGTH &&
    chanceOfNoRun(Math.min(item.min, LONGEST_TELLING), endsRun(item.set)) <= LONG_RUN_MISSED
  );
}

/** In more characters a long run is all but certain. */
const LONGEST_TELLING = 200;

const chancesOfNoRun = new Map<string, number>();

/** How likely `length` characters, each of which ends a run with probability `end`, hold no long run. */
function chanceOfNoRun(length: number, end: number): number {
  const key = `${length} ${end}`;
  const known = chancesOfNoRun.get(key);
  if (known !== undefined) return known;
  const chance = end === 0 ? 0 : workedOutChance(length, end);
  chancesOfNoRun.set(key, chance);
  return chance;
}

function workedOutChance(length: number, end: number): number {
  // By length of the run at the end.
  let chances = new Float64Array(LONG_RUN_LENGTH);
  chances[0] = 1;
  for (let at = 0; at < length; at++) {
    const next = new Float64Array(LONG_RUN_LENGTH);
    chances.forEach((chance, run) => {
      next[0] = (next[0] as number) + chance * end;
      if (run + 1 < LONG_RUN_LENGTH) next[run + 1] = chance * (1 - end);
    });
    chances = next;
  }
  return chances.reduce((sum, chance) => sum + chance, 0);
}

/** Whether what an item stands for is likely to hold a digit. */
function isTelling(item: ShapeItem): boolean {
  if (item.kind === 'literal') return item.options.every((option) => /\d/.test(option));
  return item.set[50] === 1 || item.set[51] === 1;
}

/** The match whose anchor literal begins at `at`, or null. */
export function matchAtAnchor(shape: Shape, text: string, at: number): Span | null {
  const item = shape.items[shape.anchor];
  if (item?.kind !== 'literal') return null;
  let start = NOT_READ;
  for (const option of item.options) {
    if (!text.startsWith(option, at)) continue;
    // What stands before the anchor is the shorter part, and fails sooner: in a long row of the same letter an anchor may stand at each.
    if (start === NOT_READ) start = backward(shape.items, shape.anchor - 1, text, at);
    if (start < 0 || !startsWord(shape, text, start)) return null;
    // A short literal after a full stop or a hyphen is the end of a name.
    if (option.length <= 4 && start === at && at > 0 && (text[at - 1] === '.' || text[at - 1] === '-')) continue;
    const end = forward(shape.items, shape.anchor + 1, text, at + option.length);
    if (end >= 0 && endsWord(shape, text, end)) return { start, end };
  }
  return null;
}

const NOT_READ = -2;

/** The match that begins at `at`, or null. */
export function matchFrom(shape: Shape, text: string, at: number): Span | null {
  const end = forward(shape.items, 0, text, at);
  return end > at && startsWord(shape, text, at) && endsWord(shape, text, end) ? { start: at, end } : null;
}

/** Longest first; a shorter run is only tried where the next item can begin inside the run. */
function forward(items: readonly ShapeItem[], index: number, text: string, at: number): number {
  const item = items[index];
  if (!item) return at;
  if (item.kind === 'literal') {
    for (const option of item.options) {
      const end = text.startsWith(option, at) ? forward(items, index + 1, text, at + option.length) : -1;
      if (end >= 0) return end;
    }
    return -1;
  }
  let end = at;
  while (end - at < item.max && item.set[text.charCodeAt(end)] === 1) end++;
  const least = at + item.min;
  if (end < least) return -1;
  const next = items[index + 1];
  if (item.min === item.max || next === undefined || !overlaps(item, next)) return forward(items, index + 1, text, end);
  for (let stop = end; stop >= least; stop--) {
    const rest = forward(items, index + 1, text, stop);
    if (rest >= 0) return rest;
  }
  return -1;
}

function backward(items: readonly ShapeItem[], index: number, text: string, at: number): number {
  const item = items[index];
  if (!item) return at;
  if (item.kind === 'literal') {
    for (const option of item.options) {
      const start = text.endsWith(option, at) ? backward(items, index - 1, text, at - option.length) : -1;
      if (start >= 0) return start;
    }
    return -1;
  }
  let start = at;
  while (at - start < item.max && start > 0 && item.set[text.charCodeAt(start - 1)] === 1) start--;
  return at - start < item.min ? -1 : backward(items, index - 1, text, start);
}

/** Whether `next` can begin with a character of `item`'s alphabet, so that the longest run may be too long. */
export function overlaps(item: SetItem, next: ShapeItem): boolean {
  if (next.kind === 'literal') return next.options.some((option) => option === '' || item.set[option.charCodeAt(0)] === 1);
  return next.set.some((member, unit) => member === 1 && item.set[unit] === 1);
}

/** No word that a match belongs to begins before it. */
function startsWord(shape: Shape, text: string, start: number): boolean {
  if (start === 0) return true;
  const before = text.charCodeAt(start - 1);
  if (isAlphanumeric(before)) return followsEscape(text, start);
  const first = shape.items[0];
  return first?.kind !== 'set' || first.set[before] !== 1 || before === 95 || before === 45 || before === 61 || before === 47;
}

/** Letters before the match that end an escape: `\n`, `\t`, `\r`, `%3D`, `\u0022`, `\x22`. */
function followsEscape(text: string, start: number): boolean {
  let mark = start - 1;
  while (mark >= 0 && start - mark < 6 && isAlphanumeric(text.charCodeAt(mark))) mark--;
  const unit = text.charCodeAt(mark);
  if (unit !== 92 && unit !== 37) return false;
  return /^(?:\\[nrt]|%[0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}|\\x[0-9A-Fa-f]{2})$/.test(text.slice(mark, start));
}

/** Nor does one go on behind it. */
function endsWord(shape: Shape, text: string, end: number): boolean {
  if (end >= text.length) return true;
  const after = text.charCodeAt(end);
  if (isAlphanumeric(after)) return false;
  const last = shape.items[shape.items.length - 1];
  // A full stop ends a sentence before it goes on with a token.
  return last?.kind !== 'set' || last.set[after] !== 1 || (after === 46 && !isAlphanumeric(text.charCodeAt(end + 1)));
}

function isAlphanumeric(unit: number): boolean {
  return (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122);
}
