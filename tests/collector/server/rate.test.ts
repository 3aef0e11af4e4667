import { expect, it } from 'vitest';
import { createRateLimit } from '../../../collector/server/rate.ts';

it('lets a burst through, then one for each interval, for each key apart', () => {
  let time = 0;
  const rate = createRateLimit(2, 3, () => time);
  expect([1, 2, 3, 4].map(() => rate.take('a'))).toEqual([0, 0, 0, 500]);
  expect(rate.take('b')).toBe(0);
  time = 499;
  expect(rate.take('a')).toBeGreaterThan(0);
  time = 500;
  expect(rate.take('a')).toBe(0);
  time = 1e9;
  expect([1, 2, 3, 4].map(() => rate.take('a') > 0)).toEqual([false, false, false, true]);
  time = 0;
  expect(rate.take('a')).toBe(500);
});
