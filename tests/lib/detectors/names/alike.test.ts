import { describe, expect, it } from 'vitest';
import { hashOf, told } from '../../../../lib/detectors/names/table.ts';
import { alike } from '../../../../scripts/names/alike.ts';
import { clustersOf, halvesOf } from '../../../../scripts/names/clusters.ts';
import type { KnownWords } from '../../../../scripts/names/known-words.ts';
import type { Vectors } from '../../../../scripts/names/vectors.ts';

/** Words `a1 a2 …` that point one way, `b1 b2 …` another, each a little off. */
function vectorsOf(kinds: string, each: number): Vectors {
  const dimensions = kinds.length + 1;
  const words = Array.from(
    { length: each * kinds.length },
    (_, i) => `${kinds[i % kinds.length]}${'xyz'.repeat(1 + Math.floor(i / kinds.length))}`,
  );
  const values = new Float32Array(words.length * dimensions);
  words.forEach((_, i) => {
    const off = (i % 7) / 20;
    values[i * dimensions + (i % kinds.length)] = Math.sqrt(1 - off * off);
    values[i * dimensions + kinds.length] = off;
  });
  return { words, dimensions, values };
}

describe('words that are used alike', () => {
  it('are in one cluster, others in another, and the same each time', () => {
    const vectors = vectorsOf('abcd', 30);
    const chosen = vectors.words.map((_, i) => i);
    const clusters = clustersOf(vectors, chosen, 4, 1, 'seed');
    expect(clusters).toEqual(clustersOf(vectors, chosen, 4, 1, 'seed'));
    for (const kind of 'abcd') expect(new Set(clusters.filter((_, i) => vectors.words[i]?.startsWith(kind))).size).toBe(1);
    expect(new Set(clusters).size).toBeGreaterThan(1);
  });

  it('have parts within their group', () => {
    const vectors = vectorsOf('abcd', 30);
    const chosen = vectors.words.map((_, i) => i);
    const clusters = clustersOf(vectors, chosen, 2, 4, 'seed');
    expect(Math.max(...clusters)).toBeLessThan(8);
    expect(new Set(clusters.map((cluster) => cluster >> 2)).size).toBe(2);
    expect(new Set(clusters).size).toBeGreaterThan(2);
  });

  it('are sorted by each half of their vectors', () => {
    // The first two kinds differ in the first half alone, the last two in the second.
    const vectors = vectorsOf('abc', 30);
    const chosen = vectors.words.map((_, i) => i);
    const [one, other] = halvesOf(vectors, chosen, 2, 'seed');
    const of = (clusters: Uint16Array, kind: string): number[] => [
      ...new Set(clusters.filter((_, i) => vectors.words[i]?.startsWith(kind))),
    ];
    expect([of(one, 'a'), of(one, 'b')].map(({ length }) => length)).toEqual([1, 1]);
    expect(of(one, 'a')).not.toEqual(of(one, 'b'));
    expect(new Set(other.filter((_, i) => !vectors.words[i]?.startsWith('c'))).size).toBe(1);
    expect(halvesOf(vectors, chosen, 2, 'seed')).toEqual([one, other]);
  });

  it('as those of a list are taken into it, but no ordinary words, and nothing by its likeness to organisations', () => {
    const vectors = vectorsOf('pog', 60);
    const [places, organisations] = ['p', 'o'].map((kind) => vectors.words.filter((word) => word.startsWith(kind))) as [string[], string[]];
    const [unlisted, ordinary] = [places[41], places[42]] as [string, string];
    const known: KnownWords = new Map([
      ['place', new Set(places.filter((word) => word !== unlisted && word !== ordinary))],
      ['organisation', new Set(organisations.slice(1))],
      ['ordinary', new Set([ordinary])],
    ]);
    const { words, clusters } = alike(known, 400, vectors);
    expect(words.get('place')).toContain(unlisted);
    expect(words.get('place')).not.toContain(ordinary);
    expect(words.get('organisation')).toEqual(known.get('organisation'));
    const likely = (word: string): number => told(clusters, hashOf(word)) >> 9;
    expect(likely(unlisted)).toBe(likely(places[0] as string));
    expect(likely(unlisted)).not.toBe(likely('gxyz'));
  });
});
