import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DigitPhrase, isDigit, isSeparator } from '../../../lib/scan/digit-phrase.ts';
import { runs } from './pieces.ts';

/** The same, read anew each time. */
function naive(text: string, at: number): number {
  let digits = 0;
  let gap = '';
  for (const character of text.slice(at)) {
    if (/\d/.test(character)) {
      digits++;
      gap = '';
    } else if (isSeparator(character.charCodeAt(0))) gap += character;
    else break;
    if (gap.length > 2 || gap === '  ') break;
  }
  return digits;
}

describe('DigitPhrase', () => {
  it.each([
    ['(020) 7946 0958', 1, 11],
    ['4111-1111-1111-1111', 0, 16],
    ['12  34', 0, 2],
    ['12 - 34', 0, 2],
    ['12 -34', 0, 4],
    ['12- 34', 0, 4],
    ['12a34', 0, 2],
    ['12 a', 0, 2],
    ['12', 0, 2],
    ['1/2/34', 0, 4],
    ['1\u00a02\u20093\u202f4', 0, 4],
    ['1\u20102\u20113\u20124\u20135', 0, 5],
    ['1\u20142', 0, 1],
    ['1\t2', 0, 1],
  ])('counts in %j from %i: %i', (text, at, expected) => {
    expect(new DigitPhrase(text).digitsFrom(at)).toBe(expected);
    expect(naive(text, at)).toBe(expected);
  });

  it('counts the same when it is asked from left to right', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789 -./()a\u00a0'), maxLength: 60 }), (text) => {
        const phrase = new DigitPhrase(text);
        for (let at = 0; at < text.length; at++) {
          if (!isDigit(text.charCodeAt(at)) || (at > 0 && isDigit(text.charCodeAt(at - 1)))) continue;
          // Of a phrase that was read from its beginning, the rest is what is left of it.
          expect(phrase.digitsFrom(at)).toBe(naive(text, at));
        }
      }),
      { numRuns: runs(2000) },
    );
  });

  it('knows digits and separators', () => {
    const of = (test: (unit: number) => boolean): string =>
      Array.from({ length: 0x3000 }, (_, unit) => (test(unit) ? String.fromCharCode(unit) : '')).join('');
    expect(of(isDigit)).toBe('0123456789');
    expect(of(isSeparator)).toBe(' ()-./\u00a0\u2009\u2010\u2011\u2012\u2013\u202f');
  });
});
