import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDigit, isSeparator, NumberReader } from '../../../lib/scan/number.ts';
import { compacted } from '../../../lib/scan/views/compact.ts';
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

/** Digits from each group on, as the reader tells them. */
function following(text: string, at: number): Record<number, number> {
  const reader = new NumberReader();
  reader.read(text, at, 0);
  return Object.fromEntries(Array.from({ length: reader.groups }, (_, group) => [reader.starts[group], reader.digits[group]]));
}

describe('a number reader', () => {
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
    expect(following(text, at)[at]).toBe(expected);
    expect(naive(text, at)).toBe(expected);
  });

  it('counts from every group on, and finds the ends of what it reads', () => {
    const reader = new NumberReader();
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789 -./()a\u00a0'), maxLength: 200 }), fc.nat(), (text, where) => {
        const at = text === '' ? 0 : where % text.length;
        reader.read(text, at, 0);
        const isPart = (place: number): boolean => isDigit(text.charCodeAt(place)) || isSeparator(text.charCodeAt(place));
        let [start, end] = [at, at];
        while (start > 0 && isPart(start - 1)) start--;
        if (isPart(at)) while (end < text.length && isPart(end)) end++;
        else end = at;
        expect(reader.end).toBe(end);
        const starts: number[] = [];
        for (let place = start; place < end; place++)
          if (isDigit(text.charCodeAt(place)) && (place === start || !isDigit(text.charCodeAt(place - 1)))) starts.push(place);
        expect([...reader.starts.subarray(0, reader.groups)]).toEqual(starts);
        starts.forEach((place, group) => {
          expect(reader.digits[group]).toBe(naive(text, place));
        });
      }),
      { numRuns: runs(2000) },
    );
  });

  it('goes back no further than it may', () => {
    const reader = new NumberReader();
    reader.read('123 456 789', 8, 4);
    expect([...reader.starts.subarray(0, reader.groups)]).toEqual([4, 8]);
    expect(reader.end).toBe(11);
  });

  it('knows whatever may be a number in pieces', () => {
    const reader = new NumberReader();
    const group = fc.oneof(fc.stringMatching(/^\d{1,9}$/), fc.stringMatching(/^\d{4}$/), fc.stringMatching(/^\d$/));
    const gap = fc.constantFrom(' ', '-', '.', '\n', '\r\n', '_', '\t', '/', '', ' \n', 'x');
    const number = fc.tuple(
      fc.constantFrom('', 'DE', 'no. ', 'G B ', 'x1 ', 'FR-'),
      group,
      gap,
      fc.array(group, { minLength: 1, maxLength: 20 }),
    );
    let views = 0;
    fc.assert(
      fc.property(
        fc.oneof(
          number,
          number.map(
            ([before, first, between, rest]) => [before, first.slice(0, 4).padEnd(4, '7'), between, rest.map(() => '4111')] as const,
          ),
        ),
        ([before, first, between, rest]) => {
          const text = `${before}${[first, ...rest].join(between)} end`;
          if (!compacted(text, before.length).view) return;
          views++;
          reader.read(text, before.length, 0);
          expect([text, reader.isInPieces(text)]).toEqual([text, true]);
        },
      ),
      { numRuns: runs(4000) },
    );
    expect(views).toBeGreaterThan(20);
  });

  it.each(['2026-11-21', '10.0.0.1', '200 1234', '12:34', '1.2.3', '33.123'])('takes %j for no number in pieces', (text) => {
    const reader = new NumberReader();
    reader.read(text, 0, 0);
    expect(reader.isInPieces(text)).toBe(false);
  });

  it('knows digits and separators', () => {
    const of = (test: (unit: number) => boolean): string =>
      Array.from({ length: 0x3000 }, (_, unit) => (test(unit) ? String.fromCharCode(unit) : '')).join('');
    expect(of(isDigit)).toBe('0123456789');
    expect(of(isSeparator)).toBe(' ()-./\u00a0\u2009\u2010\u2011\u2012\u2013\u202f');
  });
});
