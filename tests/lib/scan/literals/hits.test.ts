import { describe, expect, it } from 'vitest';
import { Chains, Hits } from '../../../../lib/scan/literals/hits.ts';
import { literalsOf, type Wanted } from '../../../../lib/scan/literals/literals.ts';
import { NEAR_RUN, Surroundings } from '../../../../lib/scan/literals/surroundings.ts';

/** Where `literal` is reported in `text` when it is looked for at `at`. */
function reported(text: string, literal: Wanted, at = 0, offset = 0): number[] {
  const chains = new Chains();
  const hits = new Hits(1);
  chains.report(chains.add(0, offset, 0), at, text, literalsOf([literal]), hits);
  return hits.list();
}

describe('a literal', () => {
  it.each<[string, string, boolean]>([
    ['key', 'key', true],
    ['KEY', 'key', true],
    ['kEy', 'key', true],
    ['keys', 'key', true],
    ['ke', 'key', false],
    ['kez', 'key', false],
    ['az', 'az', true],
    ['AZ', 'az', true],
    // Not letters, though they differ as letters of two cases do.
    ['@', '`', false],
    ['[', '{', false],
    ['\x10', '0', false],
    ['0', 'p', false],
    ['P', '0', false],
    ['a', 'A', false],
    // Beyond ASCII.
    ['É', 'é', true],
    ['é', 'é', true],
    ['Я', 'я', true],
    ['\x80', '\xa0', false],
    ['È', 'é', false],
    ['K', 'k', true],
    ['\u212a', 'k', true],
  ])('in %j: %j, %s', (text, literal, stands) => {
    expect(reported(text, { text: literal, exact: false })).toEqual(stands ? [0, 0] : []);
  });

  it.each([
    ['Key', true],
    ['key', false],
    ['KEY', false],
    ['Ke', false],
  ])('that is exact stands in its very case: %j, %s', (text, stands) => {
    expect(reported(text, { text: 'Key', exact: true })).toEqual(stands ? [0, 0] : []);
  });

  it('stands so far before the place where it is noticed', () => {
    expect(reported('a key', { text: 'key', exact: false }, 3, 1)).toEqual([2, 0]);
    expect(reported('a key', { text: 'key', exact: false }, 3, 0)).toEqual([]);
    expect(reported('key', { text: 'key', exact: true }, 0, 1)).toEqual([]);
    expect(reported('key', { text: 'key', exact: false }, 0, 1)).toEqual([]);
  });
});

describe('hits', () => {
  const listed = (count: number, ...added: readonly (readonly [number, number])[]): number[][] => {
    const hits = new Hits(count);
    for (const [start, literal] of added) hits.add(start, literal);
    const list = hits.list();
    return Array.from({ length: list.length / 2 }, (_, i) => list.slice(i * 2, i * 2 + 2));
  };

  it('are in the order of the text, then of the literals, each once', () => {
    expect(listed(3)).toEqual([]);
    expect(listed(0)).toEqual([]);
    expect(listed(1, [0, 0], [1, 0], [5, 0])).toEqual([[0, 0], [1, 0], [5, 0]]); // biome-ignore format: one line
    expect(listed(3, [5, 2], [0, 1], [5, 0], [0, 1], [5, 2])).toEqual([[0, 1], [5, 0], [5, 2]]); // biome-ignore format: one line
    expect(listed(3, [0, 0], [0, 0])).toEqual([[0, 0]]);
    expect(listed(3, [0, 1])).toEqual([[0, 1]]);
    expect(listed(3, [0, 2], [0, 0])).toEqual([[0, 0], [0, 2]]); // biome-ignore format: one line
    expect(listed(3, [10, 0], [9, 2], [100, 1])).toEqual([[9, 2], [10, 0], [100, 1]]); // biome-ignore format: one line
    expect(listed(7, [1_000_000, 6], [999_999, 0])).toEqual([[999_999, 0], [1_000_000, 6]]); // biome-ignore format: one line
  });

  it('count within surroundings where there are some', () => {
    const near = new Surroundings(Uint8Array.of(NEAR_RUN));
    near.add(NEAR_RUN, 10, 20);
    const hits = new Hits(1);
    hits.add(1, 0);
    hits.within = near;
    for (const start of [2, 9, 10, 19, 20]) hits.add(start, 0);
    hits.within = null;
    hits.add(30, 0);
    expect(hits.list()).toEqual([1, 0, 10, 0, 19, 0, 30, 0]);
  });
});

describe('chains', () => {
  it('keep what was added, however much', () => {
    const chains = new Chains();
    const literals: Wanted[] = Array.from({ length: 2000 }, (_, i) => ({ text: 'abcdefgh'[i % 8] as string, exact: false }));
    let [even, odd] = [0, 0];
    literals.forEach((_, i) => {
      if (i % 2 === 0) even = chains.add(i, 0, even);
      else odd = chains.add(i, 0, odd);
    });
    const of = (head: number, at: number): number[] => {
      const hits = new Hits(literals.length);
      chains.report(head, at, 'abcdefgh', literalsOf(literals), hits);
      return hits.list().filter((_, i) => i % 2 === 1);
    };
    expect(of(even, 2)).toEqual(Array.from({ length: 250 }, (_, i) => i * 8 + 2));
    expect(of(odd, 2)).toEqual([]);
    expect(of(odd, 7)).toEqual(Array.from({ length: 250 }, (_, i) => i * 8 + 7));
    expect(of(0, 0)).toEqual([]);
  });
});
