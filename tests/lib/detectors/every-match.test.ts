import { describe, expect, it } from 'vitest';
import { everyMatch, everyMatchInAnyCase } from '../../../lib/detectors/every-match.ts';
import { inLowerCase } from '../../../lib/detectors/lower-case.ts';

describe('every match', () => {
  it('is found in turn, the empty ones too', () => {
    expect(everyMatch(/b*/g, 'abba').map(({ 0: text, index }) => [text, index])).toEqual([
      ['', 0],
      ['bb', 1],
      ['', 3],
      ['', 4],
    ]);
  });

  it.each(['name: Ann, NAME: BOB', 'name: ann', 'İN NAME: Ann', 'ẞ NAME: ΟΔΟΣ 🙂 Name: Éva'])(
    'in any case is that of the same pattern that ignores it: %s',
    (text) => {
      const pattern = String.raw`(?<label>n(?:ame))(?<none>x)?: (?<value>\p{L}+)`;
      const told = everyMatchInAnyCase(new RegExp(pattern, 'dgu'), text);
      const expected = everyMatch(new RegExp(pattern, 'dgiu'), text);
      expect(expected.length).toBeGreaterThan(0);
      for (const [i, match] of expected.entries()) {
        expect(told[i]?.[0]).toBe(match[0]);
        expect(told[i]?.index).toBe(match.index);
        expect({ ...told[i]?.groups }).toEqual({ ...match.groups });
      }
      expect(told).toHaveLength(expected.length);
    },
  );
});

describe('lower case', () => {
  it.each([
    ['AbÇ', 'abç'],
    ['İX', 'İx'],
    ['🙂İÉ', '🙂İé'],
    ['𐐀İ', '𐐨İ'],
  ])('of %s has its length', (text, expected) => {
    expect(inLowerCase(text)).toBe(expected);
    expect(inLowerCase(text)).toHaveLength(text.length);
  });
});
