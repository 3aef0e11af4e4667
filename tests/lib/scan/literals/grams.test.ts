import { describe, expect, it } from 'vitest';
import { hasBit } from '../../../../lib/scan/literals/bits.ts';
import { byteAt, gramAt, pairAt } from '../../../../lib/scan/literals/bytes-at.ts';
import { FOLD } from '../../../../lib/scan/literals/fold.ts';
import { Grams } from '../../../../lib/scan/literals/grams.ts';
import { FACTOR } from '../../../../lib/scan/literals/hash.ts';
import { Hits } from '../../../../lib/scan/literals/hits.ts';
import { literalsOf } from '../../../../lib/scan/literals/literals.ts';
import { FOUND_WITHIN } from '../../../../lib/scan/literals/telling-gram.ts';
import { placesOf, textOf, writtenLiterals } from './written.ts';

function isMarked({ marks, shift }: Grams, gram: number): boolean {
  return hasBit(marks, Math.imul(gram | FOLD, FACTOR) >>> shift);
}

/** What is found when the grams at even offsets that are marked are looked at. */
function found(grams: Grams, text: string, count: number): number[] {
  const hits = new Hits(count);
  for (let at = 0; at < text.length; at += 2) {
    const gram = gramAt(text, at);
    if (isMarked(grams, gram)) grams.look(at > 0 ? byteAt(text, at - 1) : 0, gram, pairAt(text, at + 4), at, text, hits);
  }
  return hits.list();
}

describe('literals of five units or more', () => {
  it.each([
    [1, 5, 5],
    [1, 6, 6],
    [20, 5, 5],
    [20, 5, 8],
    [300, 5, 40],
    [3000, 6, 12],
  ])('are found by a gram at an even offset: %i of them, of %i to %i', (count, shortest, longest) => {
    const literals = writtenLiterals(`grams ${count} ${shortest} ${longest}`, count, shortest, longest);
    const all = literals.map((_, index) => index);
    const grams = new Grams(literalsOf(literals), all);
    for (const shift of ['', '.']) {
      const text = shift + textOf(`text ${count} ${shortest}`, literals, 300);
      const expected = placesOf(text, literals);
      expect(expected.length).toBeGreaterThan(270);
      expect(found(grams, text, count)).toEqual(expected);
    }
    const own = all.filter((index) => index % 3 === 0);
    const text = textOf('own', literals, 100);
    const expected = placesOf(text, literals);
    expect(found(new Grams(literalsOf(literals), own), text, count)).toEqual(
      expected.filter((_, i) => (expected[i | 1] as number) % 3 === 0),
    );
    expect(found(new Grams(literalsOf(literals), []), text, count)).toEqual([]);
  });

  it('are told by the rarest of their grams, not too far in', () => {
    const marked = (text: string): string[] => {
      const grams = new Grams(literalsOf([{ text, exact: false }]), [0]);
      return Array.from({ length: text.length - 3 }, (_, at) => text.slice(at, at + 4)).filter((gram) => isMarked(grams, gramAt(gram, 0)));
    };
    expect(marked('qxzvj')).toEqual(['qxzv', 'xzvj']);
    expect(marked('the qxzvj')).toEqual([' qxz', 'qxzv']);
    expect(marked('qxzvjw and the')).toEqual(['qxzv', 'xzvj']);
    expect(marked('function_qxzvjw_function')).toEqual(['qxzv', 'xzvj']);
    expect(FOUND_WITHIN).toBe(29);
    const far = `${'and the '.repeat(3)}qxzvjw`;
    expect(marked(far)).toEqual(['qxzv', 'xzvj']);
    expect(marked(`,${far}`)).not.toContain('xzvj');
  });

  it('are compared only where one has the gram', () => {
    const many = writtenLiterals('compared', 500, 6, 6).map(({ text }) => ({ text: text.toLowerCase(), exact: false }));
    const grams = new Grams(
      literalsOf(many),
      many.map((_, index) => index),
    );
    let compared = 0;
    const text = {
      length: 99,
      charCodeAt: () => {
        compared++;
        return 0;
      },
    } as unknown as string;
    const once = many.filter(({ text: literal }) => {
      compared = 0;
      grams.look(0, gramAt(literal, 0), pairAt(literal, 4), 10, text, new Hits(1));
      return compared === 1;
    });
    // Hardly two of them share four units.
    expect(once.length).toBeGreaterThan(400);
    compared = 0;
    grams.look(0, gramAt('qqqq', 0), pairAt('qq', 0), 10, text, new Hits(1));
    expect(compared).toBe(0);
  });

  it('are compared only where what is beside the gram fits', () => {
    let compared = 0;
    const text = {
      length: 99,
      charCodeAt: () => {
        compared++;
        return 0;
      },
    } as unknown as string;
    const look = (literal: string, left: string, gram: string, pair: string): number => {
      compared = 0;
      new Grams(literalsOf([{ text: literal, exact: false }]), [0]).look(
        left.charCodeAt(0),
        gramAt(gram, 0),
        pairAt(pair, 0),
        10,
        text,
        new Hits(1),
      );
      return compared;
    };
    expect([look('qxzvjw', 'a', 'qxzv', 'jw'), look('qxzvjw', 'a', 'qxzv', 'ja'), look('qxzvjw', 'a', 'qxzv', 'aw')]).toEqual([1, 0, 0]);
    expect([look('qxzvjw', 'q', 'xzvj', 'wa'), look('qxzvjw', 'q', 'xzvj', 'aa'), look('qxzvjw', 'a', 'xzvj', 'wa')]).toEqual([1, 0, 0]);
    expect([look('qxzvj', 'a', 'qxzv', 'ja'), look('qxzvj', 'a', 'qxzv', 'aj')]).toEqual([1, 0]);
    expect([look('qxzvj', 'q', 'xzvj', 'aa'), look('qxzvj', 'a', 'xzvj', 'aa')]).toEqual([1, 0]);
  });

  it('make tables as large as they need', () => {
    const logOf = (count: number): number =>
      32 -
      new Grams(
        literalsOf(writtenLiterals('size', count, 6, 6)),
        Array.from({ length: count }, (_, i) => i),
      ).shift;
    expect([0, 1, 16, 17, 100, 2048].map(logOf)).toEqual([12, 12, 12, 13, 15, 19]);
    expect(new Grams(literalsOf([]), []).marks).toHaveLength(1 << 7);
    expect(32 - new Grams(literalsOf(writtenLiterals('size', 1, 6, 6)), new Array<number>(9000).fill(0)).shift).toBe(20);
  });
});
