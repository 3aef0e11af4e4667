/** Inclusive range of code points. */
export type Range = readonly [low: number, high: number];

/** A set of code points: ranges, Unicode properties (`\p{Lu}`), each perhaps turned round, and the whole perhaps turned round. */
export interface CharSet {
  readonly ranges: readonly Range[];
  readonly properties: readonly RegExp[];
  readonly negated: boolean;
}

const LAST = 0x10ffff;

export const DIGIT: readonly Range[] = [[48, 57]];
/** ASCII, as in RE2 and in JavaScript. */
export const WORD: readonly Range[] = [
  [48, 57],
  [65, 90],
  [95, 95],
  [97, 122],
];
/** ECMAScript white space and line terminators. */
export const SPACE: readonly Range[] = [
  [9, 13],
  [32, 32],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
];
export const LINE_END: readonly Range[] = [
  [10, 10],
  [13, 13],
  [0x2028, 0x2029],
];

/** All code points outside `ranges`, which must be sorted and disjoint. */
export function complement(ranges: readonly Range[]): Range[] {
  const result: Range[] = [];
  let from = 0;
  for (const [low, high] of ranges) {
    if (low > from) result.push([from, low - 1]);
    from = high + 1;
  }
  if (from <= LAST) result.push([from, LAST]);
  return result;
}

/** A set ready for use: a table for ASCII, the slow way for the rest. */
export interface CompiledSet {
  readonly ascii: Uint8Array;
  readonly has: (codePoint: number) => boolean;
}

export function compileSet(set: CharSet, ignoreCase: boolean): CompiledSet {
  const holds = (codePoint: number): boolean =>
    set.ranges.some(([low, high]) => codePoint >= low && codePoint <= high) ||
    set.properties.some((property) => property.test(String.fromCodePoint(codePoint)));
  const has = (codePoint: number): boolean => (holds(codePoint) || (ignoreCase && otherCases(codePoint).some(holds))) !== set.negated;
  const ascii = new Uint8Array(128);
  for (let codePoint = 0; codePoint < 128; codePoint++) ascii[codePoint] = has(codePoint) ? 1 : 0;
  return { ascii, has };
}

/** Simple case folding: the one-character upper and lower forms. */
function otherCases(codePoint: number): number[] {
  const character = String.fromCodePoint(codePoint);
  return [character.toLowerCase(), character.toUpperCase()].flatMap((other) => {
    const unit = other.codePointAt(0) as number;
    return String.fromCodePoint(unit) === other ? [unit] : [];
  });
}
