import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDigit, isSeparator, NumberReader } from '../../../lib/scan/number.ts';
import { compacted } from '../../../lib/scan/views/compact.ts';
import { runs } from './runs.ts';

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

  it('goes back no further than it may inside a group', () => {
    const reader = new NumberReader();
    reader.read('123456', 4, 2);
    expect([...reader.starts.subarray(0, reader.groups)]).toEqual([2]);
    reader.read('123456', 4, 4);
    expect([...reader.starts.subarray(0, reader.groups)]).toEqual([4]);
  });

  it('reads as many groups as there are', () => {
    const reader = new NumberReader();
    for (const groups of [63, 64, 65, 128, 129, 300]) {
      const text = Array.from({ length: groups }, () => '12').join('-');
      reader.read(text, 0, 0);
      expect(reader.groups).toBe(groups);
      expect([...reader.starts.subarray(0, groups)]).toEqual(Array.from({ length: groups }, (_, group) => group * 3));
      expect([...reader.digits.subarray(0, groups)]).toEqual(Array.from({ length: groups }, (_, group) => (groups - group) * 2));
    }
  });

  /** One reader for all: what it read before must not show. */
  const used = (): NumberReader => {
    const reader = new NumberReader();
    reader.read('4111 1111 1111 1111 1111 1111', 0, 0);
    return reader;
  };

  it('forgets the number before', () => {
    const reader = used();
    for (const [text, digits] of [
      ['4111', [4]],
      ['4111 1111', [8, 4]],
      ['4111 1111  1111', [8, 4, 4]],
    ] as const) {
      reader.read(text, 0, 0);
      expect([...reader.digits.subarray(0, reader.groups)]).toEqual(digits);
    }
  });

  it.each([
    // Groups of one size but for the last one, of one, four, or six and more digits; twelve digits at least.
    ['1 2 3 4 5 6 7 8 9 0 1 2', true],
    ['1 2 3 4 5 6 7 8 9 0 1', false],
    ['1234 5678 9012', true],
    ['1234 5678 901', false],
    ['1234 5678 9012 3', true],
    ['1234 5678 9012 34567', true],
    ['1234 567 8901 2345', false],
    ['1234 5678 901 2345', false],
    ['123456 789012', true],
    ['1234567 89012', true],
    ['123456 78901', false],
    ['123456 789012 345', true],
    ['123456 78901 234567', false],
    ['12 34 56 78 90 12', false],
    ['123 456 789 012', false],
    ['12345 67890 12345', false],
    ['1234 56789012', false],
    ['123456789012', false],
    // Fewer where digits go on in the next line, behind a tab or a line: then the last one has the size of the others, or there are three.
    ['1234\n5678', true],
    ['1234\r\n5678', true],
    ['1234\t5678', true],
    ['1234_5678', true],
    ['1_2_3', true],
    ['123456\n1', true],
    ['12345\n1', false],
    ['123\n456', false],
    ['12\n34', false],
    ['1234 5678\n9', true],
    ['1234 567\n8901', false],
    ['1234 567 8901\n2', false],
    ['1234 5678 901\n2', true],
    ['1234\n\n\n\n5678', true],
    ['1234\n\n\n\n\n5678', false],
    ['1234 - \n5678', true],
    ['1234\nx', false],
    ['1234\n', false],
    ['1234:5678', false],
    // Any groups after two capitals.
    ['DE12 345 678 9012', true],
    ['DE12 345 678 901', false],
    ['DE12\n34', true],
    ['AZ12 345 678 9012', true],
    ['ZA12 345 678 9012', true],
    ['@A12 345 678 9012', false],
    ['A[12 345 678 9012', false],
    ['[A12 345 678 9012', false],
    ['dE12 345 678 9012', false],
    ['De12 345 678 9012', false],
    ['E12 345 678 9012', false],
    ['D E12 345 678 9012', true],
    ['D--E12 345 678 9012', true],
    ['D---E12 345 678 9012', false],
    ['D.E12 345 678 9012', true],
    ['D\nE12 345 678 9012', true],
    ['D\rE12 345 678 9012', true],
    ['D\tE12 345 678 9012', false],
    ['D_E12 345 678 9012', false],
    ['D/E12 345 678 9012', false],
    ['DE \n12 345 678 9012', true],
    ['DE - 12 345 678 9012', false],
    // None at all.
    ['2026-11-21', false],
    ['10.0.0.1', false],
    ['200 1234', false],
    ['12:34', false],
    ['1.2.3', false],
    ['33.123', false],
    ['--', false],
    ['', false],
  ])('%j may be in pieces: %s', (text, expected) => {
    const reader = used();
    const at = text.search(/\d/);
    reader.read(text, Math.max(0, at), 0);
    expect(reader.isInPieces(text)).toBe(expected);
  });

  it.each([
    ['a1 b2', 1, false],
    ['12 34', 0, false],
    ['12 34 56', 0, true],
    ['2 34 56', 0, true],
    ['12 34 5', 0, true],
    ['12 34 567', 0, false],
    ['12 3 56', 0, false],
    ['12 345 67', 0, false],
  ])('%j from %i may be a row of bytes: %s', (text, at, expected) => {
    const reader = used();
    reader.read(text, at, 0);
    expect(reader.isInPairs()).toBe(expected);
  });

  it('knows digits and separators', () => {
    const of = (test: (unit: number) => boolean): string =>
      Array.from({ length: 0x3000 }, (_, unit) => (test(unit) ? String.fromCharCode(unit) : '')).join('');
    expect(of(isDigit)).toBe('0123456789');
    expect(of(isSeparator)).toBe(' ()-./\u00a0\u2009\u2010\u2011\u2012\u2013\u202f');
  });
});
