import { describe, expect, it } from 'vitest';
import { literalsOf, type Wanted } from '../../../../lib/scan/literals/literals.ts';
import { NearSieve, WideSieve } from '../../../../lib/scan/literals/sieve.ts';

const literals: Wanted[] = ['ab', 'abc', 'abcd', 'abcde', 'abcdef'].map((text) => ({ text, exact: false }));

function isUsed(bits: Int32Array | Uint8Array): boolean {
  return bits.some((word) => word !== 0);
}

describe('literals', () => {
  it.each([
    [0, [false, false, true]],
    [1, [false, true, false]],
    [2, [false, true, false]],
    [3, [true, false, false]],
    [4, [true, false, false]],
  ])('anywhere: number %i is looked for by grams, triples or pairs', (index, expected) => {
    const sieve = new WideSieve(literalsOf(literals), [index]);
    expect([isUsed(sieve.grams.marks), isUsed(sieve.triples.bits), isUsed(sieve.pairs.flags)]).toEqual(expected);
  });

  it.each([
    [1, [false, true]],
    [2, [false, true]],
    [3, [true, false]],
    [4, [true, false]],
  ])('near something: number %i is looked for by grams, or by triples', (index, expected) => {
    const places = Uint8Array.from(literals, (_, at) => (at === index ? 2 : 0));
    const sieve = new NearSieve(literalsOf(literals), places);
    expect([isUsed(sieve.grams.marks), isUsed(sieve.triples.bits)]).toEqual(expected);
    expect(sieve.places).toBe(places);
  });

  it('are looked for by one of them alone', () => {
    const wide = new WideSieve(literalsOf(literals), []);
    const near = new NearSieve(literalsOf(literals), new Uint8Array(5));
    expect([wide.grams.marks, wide.triples.bits, wide.pairs.flags, near.grams.marks, near.triples.bits].map(isUsed)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});
