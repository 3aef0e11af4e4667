import { describe, expect, it } from 'vitest';
import { pairAt } from '../../../../lib/scan/literals/bytes-at.ts';
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
    pairs.look(at, text, hits);
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

  it('are compared only where they may begin', () => {
    const looked: number[] = [];
    const pairs = new Pairs(literalsOf([{ text: 'ab', exact: false }]), [0]);
    const text = 'xaXab';
    // A text that tells where it is compared.
    const telling = {
      length: text.length,
      charCodeAt: (at: number) => {
        looked.push(at);
        return text.charCodeAt(at);
      },
    } as unknown as string;
    const look = (at: number): number[] => {
      looked.length = 0;
      pairs.look(at, telling, new Hits(1));
      return [...looked];
    };
    // One unit each, and what begins with the first one once more, up to the unit that differs.
    expect([look(0), look(2), look(4)]).toEqual([[0, 1, 1, 2], [2, 3, 3, 4], [4]]);
  });
});
