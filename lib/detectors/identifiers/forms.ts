/** One way to write an identifier: groups of so many characters, what may stand where, and what parts the groups. */
export interface Layout {
  /** Lengths of the groups; one group when it is written in one piece. */
  readonly groups: readonly number[];
  /** What the form has between the groups. */
  readonly joints: string;
  /** Only these very joints. */
  readonly exact: boolean;
  /** By place, from the left: bit set where a digit, or where a letter, must stand. */
  readonly digits: number;
  readonly letters: number;
  /** Places where only some characters may stand, and which. */
  readonly only: readonly (readonly [place: number, characters: string])[];
  /** The same to be compared with: a place, and a bit for each digit and letter from `0` to `Z` that may stand there, 32 to a number. */
  readonly masks: readonly (readonly [place: number, first: number, second: number])[];
  /** Bits that an arbitrary value of this layout holds: the fewer, the more it says. */
  readonly bits: number;
}

/** Longest identifier, characters, and most groups. */
export const LONGEST = 26;
export const MOST_GROUPS = 7;

const JOINTS = ' -./~';

/** Many identifiers are written alike, and each form is asked for more than once. */
const known = new Map<string, readonly Layout[]>();

/** Reads a form (see `Identifier`); a mistake in it throws, which the tests of the tables would show. */
export function parseForms(form: string): readonly Layout[] {
  const before = known.get(form);
  if (before) return before;
  const parsed = parsedForms(form);
  known.set(form, parsed);
  return parsed;
}

/** Whether every value of a form may hold three digits in a row, however it is written. */
export function holdsNumber(form: string): boolean {
  // Most forms show it at a glance, and need not be read for it.
  const shows = !form.includes('(') && form.split('|').every((alternative) => /[dx](?:[dx]{2}|\{(?:[3-9]|\d\d))/.test(alternative));
  return shows || parseForms(form).every((layout) => mostDigits(layout) >= 3);
}

/** Digits in a row that a layout has room for. */
function mostDigits({ groups, letters, only }: Layout): number {
  let most = 0;
  let place = 0;
  for (const length of groups) {
    let run = 0;
    for (let i = 0; i < length; i++, place++) {
      const characters = only.find(([at]) => at === place)?.[1];
      run = ((letters >> place) & 1) === 1 || (characters !== undefined && !/\d/.test(characters)) ? 0 : run + 1;
      most = Math.max(most, run);
    }
  }
  return most;
}

function parsedForms(form: string): Layout[] {
  return alternatives(form).flatMap((alternative) => {
    const exact = alternative.startsWith('!');
    return expand(exact ? alternative.slice(1) : alternative).flatMap((places) => layouts(places, exact));
  });
}

/** Split at `|` outside parentheses; a parenthesis stands for each of its own alternatives. */
function alternatives(form: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const character of form) {
    if (character === '(') depth++;
    if (character === ')') depth--;
    if (character === '|' && depth === 0) {
      parts.push(part);
      part = '';
    } else part += character;
  }
  parts.push(part);
  return parts.flatMap((each) => {
    const [open, close] = [each.indexOf('('), each.indexOf(')')];
    if (open < 0) return [each];
    const options = each.slice(open + 1, close).split('|');
    return options.map((option) => each.slice(0, open) + option + each.slice(close + 1));
  });
}

/** Every length that the repeats allow: places as `d`, `a`, `x`, a list of characters, or a joint. */
function expand(form: string): string[][] {
  let found: string[][] = [[]];
  for (const { 1: list, 2: unit, 3: least, 4: most } of form.matchAll(/(?:\[([^\]]+)\]|(.))(?:\{(\d+)(?:,(\d+))?\})?/gsu)) {
    const place = list === undefined ? (unit ?? '') : `=${ranged(list)}`;
    const from = Number(least ?? 1);
    const to = Number(most ?? from);
    for (const places of found) for (let i = 0; i < from; i++) places.push(place);
    if (to > from)
      found = found.flatMap((places) =>
        Array.from({ length: to - from + 1 }, (_, more) => [...places, ...Array<string>(more).fill(place)]),
      );
  }
  return found;
}

/** `A-D` written out. */
function ranged(list: string): string {
  return list.replace(/(.)-(.)/g, (_, from: string, to: string) => {
    const first = from.charCodeAt(0);
    return String.fromCharCode(...Array.from({ length: to.charCodeAt(0) - first + 1 }, (__, n) => first + n));
  });
}

/** Bits that a digit holds, a letter, and either. */
const BITS: Readonly<Record<string, number>> = { d: Math.log2(10), a: Math.log2(26), x: Math.log2(36) };

function layouts(places: readonly string[], exact: boolean): Layout[] {
  const groups: number[] = [];
  let joints = '';
  let digits = 0;
  let letters = 0;
  let bits = 0;
  let place = 0;
  let length = 0;
  const only: [number, string][] = [];
  for (const unit of places) {
    if (JOINTS.includes(unit) || unit === '+') {
      groups.push(length);
      joints += unit;
      length = 0;
      continue;
    }
    if (unit === 'd') digits |= 1 << place;
    else if (unit === 'a') letters |= 1 << place;
    else if (unit !== 'x') only.push([place, unit.startsWith('=') ? unit.slice(1) : unit]);
    bits += BITS[unit] ?? (unit.startsWith('=') ? Math.log2(unit.length - 1) : 0);
    place++;
    length++;
  }
  groups.push(length);
  const common = { exact, digits, letters, only, masks: only.map(maskOf), bits };
  const grouped = { ...common, groups, joints };
  return joints === '' || exact ? [grouped] : [grouped, { ...common, groups: [place], joints: '' }];
}

const ZERO = 48;

function maskOf([place, characters]: readonly [number, string]): readonly [number, number, number] {
  let [first, second] = [0, 0];
  for (const character of characters) {
    const bit = character.charCodeAt(0) - ZERO;
    if (bit >= 0 && bit < 32) first |= 1 << bit;
    else if (bit >= 32 && bit < 64) second |= 1 << (bit - 32);
  }
  return [place, first, second];
}

/** Whether the letters and digits of a value (capitals, no separators) are among those that a layout allows in their places. */
function allows({ masks }: Layout, value: string): boolean {
  for (let i = 0; i < masks.length; i++) {
    const [place, first, second] = masks[i] as readonly [number, number, number];
    const bit = value.charCodeAt(place) - ZERO;
    if ((((bit < 32 ? first : second) >>> (bit & 31)) & 1) === 0) return false;
  }
  return true;
}

/** Whether a value whose letters and digits stand where the layout has them is written so. */
export function fits(layout: Layout, value: string, joints: string): boolean {
  return allows(layout, value) && (joints.length === 0 || joined(layout, joints));
}

/** Whether the separators are those of the layout: the same where it has the same. */
function joined(layout: Layout, joints: string): boolean {
  if (layout.exact) return joints === layout.joints;
  for (let i = 0; i < joints.length; i++) {
    const wanted = layout.joints[i] as string;
    const is = joints[i] as string;
    if (is === '+' || (is === '.' && wanted !== '.' && layout.joints.includes('.'))) return false;
    if ((is === '(') !== (wanted === '~') && is !== wanted && (is === '(' || wanted !== '~')) return false;
    if ((is === ':' || is === '_') && layout.groups.some((length) => length < 3)) return false;
    const first = layout.joints.indexOf(wanted);
    if (joints[first] !== is && layout.bits < 40) return false;
  }
  return true;
}
