import { Grams } from './grams.ts';
import { countOf, type Literals, lengthOf } from './literals.ts';
import { Pairs } from './pairs.ts';
import { Triples } from './triples.ts';

/** Literals that are looked for everywhere: `sift` finds candidates, `look` what they are. */
export class WideSieve {
  readonly grams: Grams;
  readonly triples: Triples;
  readonly pairs: Pairs;

  /**
   * @param literals all of them; what is found is told by index
   * @param own indices of those to look for
   */
  constructor(literals: Literals, own: readonly number[]) {
    this.grams = new Grams(
      literals,
      own.filter((index) => lengthOf(literals, index) >= 5),
    );
    this.triples = new Triples(
      literals,
      own.filter((index) => lengthOf(literals, index) === 3 || lengthOf(literals, index) === 4),
    );
    this.pairs = new Pairs(
      literals,
      own.filter((index) => lengthOf(literals, index) < 3),
    );
  }
}

/** Literals that are looked for in some places only: `siftNear` finds candidates, `look` what they are. All have three units or more. */
export class NearSieve {
  readonly grams: Grams;
  readonly triples: Triples;
  /** By literal: what it is looked for near, see `Surroundings`. */
  readonly places: Uint8Array;

  /** @param places by literal; zero for those that are none of its own */
  constructor(literals: Literals, places: Uint8Array) {
    const own: number[] = [];
    for (let index = 0; index < countOf(literals); index++) if (places[index] !== 0) own.push(index);
    this.places = places;
    this.grams = new Grams(
      literals,
      own.filter((index) => lengthOf(literals, index) >= 5),
    );
    this.triples = new Triples(
      literals,
      own.filter((index) => lengthOf(literals, index) < 5),
    );
  }
}

/** Shorter literals are looked for everywhere: see `NearSieve`. */
export const SHORTEST_NEAR = 3;
