import { describe, expect, it } from 'vitest';
import { byteAt, pairAt } from '../../../../lib/scan/literals/bytes-at.ts';
import { Hits } from '../../../../lib/scan/literals/hits.ts';
import { SHORT } from '../../../../lib/scan/literals/holds.ts';
import { literalsOf } from '../../../../lib/scan/literals/literals.ts';
import { Pairs } from '../../../../lib/scan/literals/pairs.ts';
import { placesOf, textOf, writtenLiterals } from './written.ts';

/** What is found when the pairs at even offsets that are marked are looked at. */
function found(pairs: Pairs, text: string, count: number): number[] {
  const hits = new Hits(count);
  for (let at = 0; at < text.length + 1; at += 2) {
    const pair = pairAt(text, at);
    if (((pairs.flags[pair] as number) & SHORT) === 0) continue;
    pairs.look(at > 0 ? byteAt(text, at - 1) : 0, pair, byteAt(text, at + 2), at, text, hits);
  }
  return hits.list();
}

describe('literals of four units or less', () => {
  it.each([
    [1, 1, 1],
    [3, 1, 2],
    [6, 2, 2],
    [10, 3, 3],
    [10, 4, 4],
    [30, 1, 4],
    [150, 2, 4],
  ])('are found by a pair at an even offset: %i of them, of %i to %i', (count, shortest, longest) => {
    const literals = writtenLiterals(`pairs ${count} ${shortest} ${longest}`, count, shortest, longest);
    const all = literals.map((_, index) => index);
    const pairs = new Pairs(literalsOf(literals), all);
    for (const shift of ['', '.']) {
      const text = shift + textOf(`text ${count} ${shortest}`, literals, 400);
      const expected = placesOf(text, literals);
      expect(expected.length).toBeGreaterThan(350);
      expect(found(pairs, text, count)).toEqual(expected);
    }
    expect(found(new Pairs(literalsOf(literals), []), textOf('none', literals, 50), count)).toEqual([]);
  });

  it('mark few pairs: of four units the rarer two, and those in the middle', () => {
    const marked = (text: string): string[] => {
      const { flags } = new Pairs(literalsOf([{ text, exact: true }]), [0]);
      return Array.from(flags, (flag, pair) => (flag === SHORT ? String.fromCharCode(pair & 255, pair >> 8) : ''))
        .filter(Boolean)
        .sort();
    };
    expect(marked('theq')).toEqual(['eq', 'he']);
    expect(marked('qeth')).toEqual(['et', 'qe']);
    expect(marked('qthq')).toEqual(['hq', 'th']);
    expect(marked('abc')).toEqual(['ab', 'bc']);
    expect(marked('ab')).toHaveLength(257);
    expect(marked('a')).toHaveLength(511);
  });

  it('are looked for only where what is beside their pair fits', () => {
    const literals = [{ text: 'abcd', exact: false }];
    const pairs = new Pairs(literalsOf(literals), [0]);
    const looked: string[] = [];
    // A text that tells when it is compared.
    const text = {
      length: 99,
      charCodeAt: (at: number) => {
        looked.push(String(at));
        return 0;
      },
    } as unknown as string;
    const look = (before: string, pair: string, after: string): number => {
      looked.length = 0;
      pairs.look(before.charCodeAt(0), pairAt(pair, 0), after.charCodeAt(0), 10, text, new Hits(1));
      return looked.length;
    };
    expect(look('x', 'ab', 'c')).toBe(1);
    expect(look('x', 'ab', 'x')).toBe(0);
    expect(look('a', 'bc', 'x')).toBe(1);
    expect(look('x', 'bc', 'd')).toBe(0);
    expect(look('x', 'xy', 'd')).toBe(0);
    // One and two units tell nothing of what is beside the pair.
    const short = new Pairs(literalsOf([{ text: 'ab', exact: false }]), [0]);
    const asked = (before: string, pair: string, after: string): number => {
      looked.length = 0;
      short.look(before.charCodeAt(0), pairAt(pair, 0), after.charCodeAt(0), 10, text, new Hits(1));
      return looked.length;
    };
    expect([asked('x', 'ab', 'x'), asked('x', 'xa', 'b'), asked('x', 'xa', 'x'), asked('x', 'bc', 'x')]).toEqual([1, 1, 0, 0]);
  });
});
