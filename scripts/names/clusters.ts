import { random } from '../../tests/corpus/generate.ts';
import type { Vectors } from './vectors.ts';

/** Rounds of moving the middles to where their words are. */
const ROUNDS = 8;

/**
 * Sorts words into `groups` groups of those used alike, and each group into `parts`; a word's cluster is group × parts + part. By k-means from a seed: the same words give the same
 * clusters.
 */
export function clustersOf(vectors: Vectors, chosen: readonly number[], groups: number, parts: number, seed: string): Uint16Array {
  const next = random(seed);
  const clusters = new Uint16Array(chosen.length);
  const members = Array.from({ length: groups }, (): number[] => []);
  nearestMiddles(vectors, chosen, groups, [0, vectors.dimensions], next).forEach((group, i) => {
    members[group]?.push(i);
  });
  members.forEach((places, group) => {
    const words = places.map((place) => chosen[place] as number);
    nearestMiddles(vectors, words, parts, [0, vectors.dimensions], next).forEach((part, i) => {
      clusters[places[i] as number] = group * parts + part;
    });
  });
  return clusters;
}

/** Sorts words twice, into so many clusters each: by one half of their vectors, and by the other. What agrees in both is closer than either tells. */
export function halvesOf(vectors: Vectors, chosen: readonly number[], count: number, seed: string): readonly [Uint16Array, Uint16Array] {
  const next = random(seed);
  const middle = vectors.dimensions >> 1;
  return [
    nearestMiddles(vectors, chosen, count, [0, middle], next),
    nearestMiddles(vectors, chosen, count, [middle, vectors.dimensions], next),
  ];
}

/** The number of the nearest of `count` middles, for each word, by a range of the dimensions. */
function nearestMiddles(
  { dimensions, values }: Vectors,
  words: readonly number[],
  count: number,
  [first, last]: readonly [number, number],
  next: () => number,
): Uint16Array {
  const nearest = new Uint16Array(words.length);
  if (words.length <= count) return nearest;
  const width = last - first;
  const centres = new Float32Array(count * width);
  for (let c = 0; c < count; c++) {
    const word = words[Math.floor(next() * words.length)] as number;
    centres.set(values.subarray(word * dimensions + first, word * dimensions + last), c * width);
  }
  for (let round = 0; round < ROUNDS; round++) {
    const sums = new Float32Array(count * width);
    words.forEach((word, i) => {
      const at = word * dimensions + first;
      let best = Number.NEGATIVE_INFINITY;
      for (let c = 0; c < count; c++) {
        let likeness = 0;
        for (let k = 0; k < width; k++) likeness += (values[at + k] as number) * (centres[c * width + k] as number);
        if (likeness > best) {
          best = likeness;
          nearest[i] = c;
        }
      }
      const to = (nearest[i] as number) * width;
      for (let k = 0; k < width; k++) sums[to + k] = (sums[to + k] as number) + (values[at + k] as number);
    });
    for (let c = 0; c < count; c++) {
      const sum = sums.subarray(c * width, (c + 1) * width);
      const length = Math.hypot(...sum);
      if (length > 0)
        centres.set(
          sum.map((value) => value / length),
          c * width,
        );
    }
  }
  return nearest;
}
