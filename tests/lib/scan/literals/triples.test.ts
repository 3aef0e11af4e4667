import { describe, expect, it } from 'vitest';
import { hasBit } from '../../../../lib/scan/literals/bits.ts';
import { gramAt } from '../../../../lib/scan/literals/bytes-at.ts';
import { Hits } from '../../../../lib/scan/literals/hits.ts';
import { literalsOf, type Wanted } from '../../../../lib/scan/literals/literals.ts';
import { Triples, tripleHash } from '../../../../lib/scan/literals/triples.ts';
import { placesOf, textOf, writtenLiterals } from './written.ts';

/** What is found when every three units of a text are looked at. */
function found(triples: Triples, text: string, count: number): number[] {
  const hits = new Hits(count);
  for (let at = 0; at < text.length; at++) triples.look(gramAt(text, at) & 0xffffff, at, text, hits);
  return hits.list();
}

function isMarked(triples: Triples, three: string): boolean {
  return hasBit(triples.bits, tripleHash((gramAt(three, 0) & 0xffffff) | 0x202020));
}

describe('literals of three and four units', () => {
  it.each([1, 2, 7, 40, 400, 2000])('are found by their triples, %i of them', (count) => {
    const literals = writtenLiterals(`triples ${count}`, count, 3, 4);
    const text = textOf(`text ${count}`, literals, 500);
    const expected = placesOf(text, literals);
    expect(expected.length).toBeGreaterThan(500);
    const all = literals.map((_, index) => index);
    expect(found(new Triples(literalsOf(literals), all), text, count)).toEqual(expected);
    // Only its own.
    const own = all.filter((index) => index % 3 === 0);
    const some = expected.filter((_, i) => (expected[i | 1] as number) % 3 === 0);
    expect(found(new Triples(literalsOf(literals), own), text, count)).toEqual(some);
  });

  it('are told by their rarest three units', () => {
    const of = (text: string, exact = false): Triples => new Triples(literalsOf([{ text, exact }] satisfies Wanted[]), [0]);
    expect([isMarked(of('theq'), 'heq'), isMarked(of('theq'), 'the')]).toEqual([true, false]);
    expect([isMarked(of('qthe'), 'qth'), isMarked(of('qthe'), 'the')]).toEqual([true, false]);
    expect([isMarked(of('qthq'), 'qth'), isMarked(of('qthq'), 'thq')]).toEqual([true, false]);
    expect([isMarked(of('abc'), 'ABC'), isMarked(of('abc'), 'aBc'), isMarked(of('abc'), 'abd')]).toEqual([true, true, false]);
    // Of those that are exact, the case is compared later.
    expect([isMarked(of('abc', true), 'ABC'), found(of('abc', true), 'ABC abc', 1)]).toEqual([true, [4, 0]]);
  });

  it('are compared only where one has the triple', () => {
    const letters = 'etaoinshrdlu';
    const words = Array.from({ length: 12 ** 3 }, (_, i) =>
      [i % 12, Math.floor(i / 12) % 12, Math.floor(i / 144)].map((at) => letters[at]).join(''),
    );
    const triples = new Triples(
      literalsOf(words.map((text) => ({ text, exact: false }))),
      words.map((_, index) => index),
    );
    let compared = 0;
    const text = {
      length: 99,
      charCodeAt: () => {
        compared++;
        return 0;
      },
    } as unknown as string;
    for (const word of words) {
      compared = 0;
      triples.look(gramAt(word, 0) & 0xffffff, 10, text, new Hits(1));
      if (compared !== 1) throw new Error(`${word}: ${compared}`);
    }
    compared = 0;
    for (const word of ['xyz', 'etx', '123']) triples.look(gramAt(word, 0) & 0xffffff, 10, text, new Hits(1));
    expect(compared).toBe(0);
  });

  it('mark no more than they must', () => {
    const literals = writtenLiterals('marks', 100, 3, 4);
    const { bits } = new Triples(
      literalsOf(literals),
      literals.map((_, index) => index),
    );
    let marked = 0;
    for (let bit = 0; bit < bits.length * 32; bit++) if (hasBit(bits, bit)) marked++;
    expect(marked).toBeGreaterThan(80);
    expect(marked).toBeLessThanOrEqual(100);
    expect(bits).toHaveLength(1 << 12);
    expect(new Triples(literalsOf([]), []).bits.every((word) => word === 0)).toBe(true);
  });
});
