import { describe, expect, it } from 'vitest';
import { coverOf } from '../../../lib/scan/covered.ts';

function cover(...spans: readonly (readonly [start: number, end: number, confidence?: number])[]): (at: number) => number {
  return coverOf(spans.map(([start, end, confidence = 0.9]) => ({ entity: 'E', span: { start, end }, confidence, detector: 'd' })));
}

describe('what is found', () => {
  it('covers from its start to before its end', () => {
    expect([4, 5, 9, 10].map(cover([5, 10]))).toEqual([-1, 10, 10, -1]);
    expect(cover()(0)).toBe(-1);
  });

  it('is taken together where it overlaps, in any order, not where it touches', () => {
    expect([5, 19].map(cover([9, 20], [5, 10]))).toEqual([20, 20]);
    expect([5, 19].map(cover([5, 20], [6, 8]))).toEqual([20, 20]);
    expect([5, 10].map(cover([10, 20], [5, 10]))).toEqual([10, 20]);
  });

  it('counts from a confidence of 0.6 on', () => {
    expect([5].map(cover([5, 10, 0.6]))).toEqual([10]);
    expect([5].map(cover([5, 10, 0.59]))).toEqual([-1]);
  });
});
