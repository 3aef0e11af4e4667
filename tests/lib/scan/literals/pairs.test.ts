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
    pairs.look(pair, byteAt(text, at + 2), at, text, hits);
  }
  return hits.list();
}

describe('literals of one or two units', () => {
  it.each([
    [1, 1, 1],
    [3, 1, 2],
    [6, 2, 2],
    [60, 1, 2],
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

  it('mark the pairs that may hold them', () => {
    const marked = (text: string): number =>
      new Pairs(literalsOf([{ text, exact: true }]), [0]).flags.filter((flag) => flag === SHORT).length;
    expect(marked('ab')).toBe(257);
    expect(marked('a')).toBe(511);
  });

  it('are looked for only where what is behind their pair fits', () => {
    const looked: number[] = [];
    // A text that tells when it is compared.
    const text = {
      length: 99,
      charCodeAt: (at: number) => {
        looked.push(at);
        return 0;
      },
    } as unknown as string;
    const look = (literal: string, pair: string, after: string): number => {
      looked.length = 0;
      const pairs = new Pairs(literalsOf([{ text: literal, exact: false }]), [0]);
      pairs.look(pairAt(pair, 0), after.charCodeAt(0), 10, text, new Hits(1));
      return looked.length;
    };
    expect([look('ab', 'ab', 'x'), look('ab', 'xa', 'b'), look('ab', 'xa', 'x'), look('ab', 'bc', 'x')]).toEqual([1, 1, 0, 0]);
    expect([look('a', 'ax', 'x'), look('a', 'xa', 'x'), look('a', 'xx', 'a')]).toEqual([1, 1, 0]);
  });
});
