/** What a literal may be looked for near, a bit each. */
export const NEAR_RUN = 1;
export const NEAR_NUMBER = 2;

/** Where the surroundings of long runs and of numbers are, so far. */
export class Surroundings {
  readonly #places: Uint8Array;
  /** Start and end of stretches, in turn, in the order of the text. */
  readonly #nearRuns: number[] = [];
  readonly #nearNumbers: number[] = [];

  /** @param places by literal: what it is looked for near */
  constructor(places: Uint8Array) {
    this.#places = places;
  }

  /** Adds a stretch that neither begins nor ends before the last one of its kind. */
  add(place: number, from: number, to: number): void {
    (place === NEAR_RUN ? this.#nearRuns : this.#nearNumbers).push(from, to);
  }

  /** Whether a literal that begins at `start` stands near what it is looked for near. */
  allows(start: number, literal: number): boolean {
    const places = this.#places[literal] as number;
    return ((places & NEAR_RUN) !== 0 && holds(this.#nearRuns, start)) || ((places & NEAR_NUMBER) !== 0 && holds(this.#nearNumbers, start));
  }
}

/** Of stretches that begin before a place, the last one ends last. What is asked for stands near the end of the list. */
function holds(list: readonly number[], start: number): boolean {
  for (let i = list.length - 2; i >= 0; i -= 2) if (start >= (list[i] as number)) return start < (list[i + 1] as number);
  return false;
}
