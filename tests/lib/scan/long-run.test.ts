import { describe, expect, it } from 'vitest';
import { isRunUnit, runAround } from '../../../lib/scan/long-run.ts';

describe('a run', () => {
  it('holds letters, digits, _ and -', () => {
    const units = Array.from({ length: 0x300 }, (_, unit) => String.fromCharCode(unit)).filter((each) => isRunUnit(each.charCodeAt(0)));
    expect(units.join('')).toBe('-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz');
    expect(isRunUnit(Number.NaN)).toBe(false);
  });

  it.each([
    ['the value is', 6, 0, 4, 9],
    ['the value is', 4, 0, 4, 9],
    ['the value is', 9, 0, 4, 9],
    ['value', 2, 0, 0, 5],
    ['value', 4, 0, 0, 5],
    ['some-value', 8, 5, 5, 10],
    ['some-value', 8, 7, 7, 10],
    ['some-value', 8, 8, 8, 10],
    ['é_é', 1, 0, 1, 2],
    [`${'na'.repeat(80)}.`, 100, 0, 0, 160],
  ])('in %j round %i, not before %i: %i to %i', (text, at, least, start, end) => {
    expect(runAround(text, at, least)).toMatchObject({ start, end });
  });
});

describe('what a run looks like', () => {
  it.each([
    // Digits.
    ['nanananananana0', true],
    ['nanananananana9', true],
    ['nanananananana-', false],
    ['nanananananana_', false],
    [`${'na'.repeat(47)}n1`, true],
    [`${'na'.repeat(48)}1`, false],
    // Capitals alone.
    ['NANANANANANANAN', true],
    ['ZAZAZAZAZAZAZAZ', true],
    ['NANANANANANANA-', false],
    ['NANANANANANANAn', false],
    // Case that changes in more than nine of twenty letters.
    ['NaNaNaNaNanananenino', false],
    ['NaNaNaNaNaNanenanino', true],
    // Less than seven vowels in twenty-five letters, unless every other one is a line.
    ['bcdfghjklmnpqrstvwaeiouae', false],
    ['bcdfghjklmnpqrstvwxaeioua', true],
    ['x-y-x-y-x-y-x-y-', false],
    ['x-y-x-y-x-y-x-yx', true],
    // One letter again and again: six times, with the first letter for one.
    ['nanaaaaananananana', false],
    ['nanaaaaaananananana', true],
    ['na----------------na', false],
    ['a----------eieieieieie', false],
    ['a__________eieieieieie', false],
  ])('%s: %s', (run, isValue) => {
    for (const before of ['', 'some '.repeat(20)]) {
      const { length } = before;
      expect(runAround(`${before}${run} else`, length, 0)).toEqual({ start: length, end: length + run.length, isValue });
    }
  });
});
