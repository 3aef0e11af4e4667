import { describe, expect, it } from 'vitest';
import { gramAt } from '../../../../lib/scan/literals/bytes-at.ts';
import { COMMON_GRAMS } from '../../../../lib/scan/literals/common-grams.ts';
import { FOLD } from '../../../../lib/scan/literals/fold.ts';
import { gramWeight, weight } from '../../../../lib/scan/literals/weight.ts';

describe('how common characters are', () => {
  it('is told by their rank in text and code', () => {
    const order = ' etaoinsrlcdpumhfgbyvwkxqjz';
    expect(Array.from(order, (unit) => weight(unit, 0, 1))).toEqual(Array.from(order, (_, rank) => 28 - rank));
    expect(Array.from('.,:;"\'-_/=()0123456789', (unit) => weight(unit, 0, 1))).toEqual(new Array<number>(22).fill(17));
    expect(Array.from('AZ@%é日', (unit) => weight(unit, 0, 1))).toEqual([3, 3, 3, 3, 3, 3]);
  });

  it('adds up', () => {
    expect(weight('et', 0, 2)).toBe(27 + 26);
    expect(weight('xeté', 1, 3)).toBe(27 + 26 + 3);
    expect(weight('et', 0, 0)).toBe(0);
    expect(weight('et', 1, 3)).toBe(26 + 3 + 3);
  });

  it('is told of four by how often they stand together', () => {
    const ranks = new Map<number, number>();
    COMMON_GRAMS.forEach((grams, rank) => {
      for (let at = 0; at < grams.length; at += 4) ranks.set(gramAt(grams, at) | FOLD, rank);
    });
    expect(ranks.size).toBeGreaterThan(500);
    for (const [rank, grams] of COMMON_GRAMS.entries()) {
      for (let at = 0; at < grams.length; at += 4) {
        const known = ranks.get(gramAt(grams, at) | FOLD) ?? rank;
        if (gramWeight(grams, at) !== 128 + 64 * known) throw new Error(`${rank} ${JSON.stringify(grams.slice(at, at + 4))}`);
      }
    }
    expect(gramWeight('qxzv', 0)).toBe(weight('qxzv', 0, 4));
    expect(gramWeight('..qxzv', 2)).toBe(weight('qxzv', 0, 4));
    // More than any that are not among them.
    expect(weight('eeee', 0, 4)).toBeLessThan(128);
  });
});
