import { random } from '../../tests/corpus/generate.ts';
import type { Vectors } from './vectors.ts';

/** Rounds of moving the middles to where their words are. */
const ROUNDS = 8;

/**
 * Sorts words into `groups` groups of those used alike, and each group into `parts`; a word's cluster is group × parts + part. By k-means from a seed: the same words give the same
 * clusters.
 */
export function clustersOf(
  { dimensions, values }: Vectors,
  chosen: readonly number[],
  groups: number,
  parts: number,
  seed: string,
): Uint16Array {
  const next = random(seed);
  const clusters = new Uint16Array(chosen.length);
  const members = Array.from({ length: groups }, (): number[] => []);
  middles(chosen, groups).forEach((group, i) => {
    members[group]?.push(i);
  });
  members.forEach((places, group) => {
    middles(
      places.map((place) => chosen[place] as number),
      parts,
    ).forEach((part, i) => {
      clusters[places[i] as number] = group * parts + part;
    });
  });
  return clusters;

  /** The number of the nearest of `count` middles, for each word. */
  function middles(words: readonly number[], count: number): Uint16Array {
    const nearest = new Uint16Array(words.length);
    if (words.length <= count) return nearest;
    const centres = new Float32Array(count * dimensions);
    for (let c = 0; c < count; c++) {
      const word = words[Math.floor(next() * words.length)] as number;
      centres.set(values.subarray(word * dimensions, (word + 1) * dimensions), c * dimensions);
    }
    for (let round = 0; round < ROUNDS; round++) {
      const sums = new Float32Array(count * dimensions);
      words.forEach((word, i) => {
        const at = word * dimensions;
        let best = Number.NEGATIVE_INFINITY;
        for (let c = 0; c < count; c++) {
          let likeness = 0;
          for (let k = 0; k < dimensions; k++) likeness += (values[at + k] as number) * (centres[c * dimensions + k] as number);
          if (likeness > best) {
            best = likeness;
            nearest[i] = c;
          }
        }
        const to = (nearest[i] as number) * dimensions;
        for (let k = 0; k < dimensions; k++) sums[to + k] = (sums[to + k] as number) + (values[at + k] as number);
      });
      for (let c = 0; c < count; c++) {
        const sum = sums.subarray(c * dimensions, (c + 1) * dimensions);
        const length = Math.hypot(...sum);
        if (length > 0)
          centres.set(
            sum.map((value) => value / length),
            c * dimensions,
          );
      }
    }
    return nearest;
  }
}
