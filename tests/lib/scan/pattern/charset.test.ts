import { describe, expect, it } from 'vitest';
import { type CharSet, compileSet, complement, DIGIT, LINE_END, type Range, SPACE, WORD } from '../../../../lib/scan/pattern/charset.ts';

function set(more: Partial<CharSet>): CharSet {
  return { ranges: [], properties: [], negated: false, ...more };
}

/** Code points of the first plane that are in the set, or not, unlike in the RegExp of the language. */
function differences(given: CharSet, expected: RegExp, ignoreCase = false): string[] {
  const { has, ascii } = compileSet(given, ignoreCase);
  return Array.from({ length: 0x10000 }, (_, unit) => unit)
    .filter((unit) => has(unit) !== expected.test(String.fromCodePoint(unit)) || (unit < 128 && ascii[unit] !== (has(unit) ? 1 : 0)))
    .map((unit) => unit.toString(16));
}

describe('a set of characters', () => {
  it.each<[string, Partial<CharSet>, RegExp]>([
    ['digits', { ranges: DIGIT }, /^\d$/u],
    ['letters of words', { ranges: WORD }, /^\w$/u],
    ['blanks', { ranges: SPACE }, /^\s$/u],
    ['all but line ends', { ranges: LINE_END, negated: true }, /^.$/u],
    ['nothing', {}, /(?!)/u],
    ['anything', { negated: true }, /[\s\S]/u],
    ['a range', { ranges: [[98, 100]] }, /^[b-d]$/u],
    ['two ranges', { ranges: [[98, 100], [0x3b1, 0x3b3]] }, /^[b-dα-γ]$/u], // biome-ignore format: one line a case
    ['all but a range', { ranges: [[98, 100]], negated: true }, /^[^b-d]$/u],
    ['a property', { properties: [/^\p{Lu}$/u] }, /^\p{Lu}$/u],
    ['a property or a range', { ranges: [[48, 50]], properties: [/^\p{Lu}$/u, /^\p{Nl}$/u] }, /^[0-2\p{Lu}\p{Nl}]$/u],
  ])('of %s is that of the language', (_, given, expected) => {
    expect(differences(set(given), expected)).toEqual([]);
  });

  it.each<[string, Partial<CharSet>, string, string]>([
    ['letters', { ranges: [[97, 99]] }, 'abcABC', 'dD@`1'],
    ['capitals', { ranges: [[65, 67]] }, 'abcABC', 'dD'],
    ['letters with signs', { ranges: [[0xe4, 0xe4]] }, 'äÄ', 'aA'],
    ['other letters that become one of these', { ranges: [[107, 107], [115, 115]] }, 'kKsS\u212a', 'x'], // biome-ignore format: one line a case
    ['no letters that become two', { ranges: [[83, 83]] }, 'sS', 'ß'],
    ['a letter that becomes two', { ranges: [[0xdf, 0xdf]] }, 'ß', 'sS'],
    ['letters beyond the first plane', { ranges: [[0x10400, 0x10400]] }, '\u{10400}\u{10428}', 'a'],
    ['all others', { ranges: [[97, 97]], negated: true }, 'bB', 'aA'],
    ['a property', { properties: [/^\p{Lu}$/u] }, 'aAäÄ', '1-'],
  ])('holds %s without regard to case', (_, given, inside, outside) => {
    const { has } = compileSet(set(given), true);
    expect(Array.from(inside, (each) => has(each.codePointAt(0) as number))).not.toContain(false);
    expect(Array.from(outside, (each) => has(each.codePointAt(0) as number))).not.toContain(true);
  });

  it('keeps case apart unless told', () => {
    const { has, ascii } = compileSet(set({ ranges: [[97, 97]] }), false);
    expect([has(97), has(65), ascii[97], ascii[65], ascii.length]).toEqual([true, false, 1, 0, 128]);
  });

  it.each<[Range[], Range[]]>([
    [[], [[0, 0x10ffff]]],
    [[[0, 0x10ffff]], []],
    [[[5, 9]], [[0, 4], [10, 0x10ffff]]], // biome-ignore format: one line a case
    [[[0, 9]], [[10, 0x10ffff]]],
    [[[9, 0x10ffff]], [[0, 8]]],
    [[[0, 3], [4, 0x10fffe]], [[0x10ffff, 0x10ffff]]], // biome-ignore format: one line a case
  ])('has a complement: %j, %j', (ranges, expected) => {
    expect(complement(ranges)).toEqual(expected);
  });
});
