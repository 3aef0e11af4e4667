import type { KnownWords } from './known-words.ts';
import type { Vectors } from './vectors.ts';

/** Classes of words that vectors tell. */
export const LIKELY = ['given', 'surname', 'place', 'organisation'] as const;

const ROUNDS = 15;
const RATE = 0.5;
const SLOWER = 0.8;

/** How likely each word is of each class of `LIKELY`, 0..1: logistic regression from the vectors of `learned` words to the lists that hold them. Deterministic. */
export function likenessOf({ words, dimensions, values }: Vectors, known: KnownWords, learned: readonly number[]): readonly Float32Array[] {
  return LIKELY.map((kind) => {
    const listed = new Set([...(known.get(kind) ?? [])].map((word) => word.toLowerCase()));
    const weights = new Float64Array(dimensions);
    let bias = 0;
    const chance = (word: number): number => {
      let sum = bias;
      for (let k = 0; k < dimensions; k++) sum += (weights[k] as number) * (values[word * dimensions + k] as number);
      return 1 / (1 + Math.exp(-sum));
    };
    for (let round = 0, rate = RATE; round < ROUNDS; round++, rate *= SLOWER)
      for (let i = 0; i < learned.length; i++) {
        // Words come by frequency; a stride that shares no factor with their number mixes them.
        const word = learned[(i * 7919 + round) % learned.length] as number;
        const step = rate * ((listed.has(words[word] as string) ? 1 : 0) - chance(word));
        for (let k = 0; k < dimensions; k++) weights[k] = (weights[k] as number) + step * (values[word * dimensions + k] as number);
        bias += step;
      }
    return Float32Array.from(words, (_, word) => chance(word));
  });
}
