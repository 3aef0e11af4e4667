import { type Lists, listsOf } from './lists.ts';
import { countOf, type Literals, literalsOf, type Wanted } from './literals/literals.ts';
import { markClasses } from './literals/pair-classes.ts';
import { type Candidates, Search } from './literals/search.ts';
import { NearSieve, SHORTEST_NEAR, WideSieve } from './literals/sieve.ts';
import { NEAR_NUMBER, NEAR_RUN } from './literals/surroundings.ts';

/** What the one pass over the text looks for. */
export interface Literal {
  /** Lower case unless it is exact; at least one code unit. */
  readonly text: string;
  /** Counts in this very case only. */
  readonly exact?: true;
  /**
   * Counts only where a long run is near that looks like a value (begins at most `VALUE_BEFORE` units before it, or `VALUE_AFTER` after), or where three digits in a row are
   * (`NUMBER_BEFORE`, `NUMBER_AFTER`).
   */
  readonly near?: Near;
  /** What to report, chosen by the caller. */
  readonly hit: number;
}

/** What a literal is looked for near. */
export type Near = 'run' | 'number';

/**
 * Finds literals, numbers and long runs in one pass over the text, four characters at a step. Candidates are collected without a branch and then compared with the text. What
 * formats with long values begin with, and the words that name such values, are looked for round long runs only, which ordinary text has few of.
 */
export interface AnchorIndex extends Gathered {
  readonly find: (text: string) => Candidates;
}

/** Literals, each once, with all that an index must know of them. */
export interface Gathered {
  readonly literals: Literals;
  /** The `hit`s that literals stand for. */
  readonly hits: Lists;
  /** By literal: what it is looked for near, a bit each, or `ANYWHERE`. */
  readonly places: Uint8Array;
}

const PLACES: Readonly<Record<Near, number>> = { run: NEAR_RUN, number: NEAR_NUMBER };
const ANYWHERE = 4;

/** Builds an index; time and memory are linear in the number of literals. */
export function buildAnchorIndex(given: readonly Literal[]): AnchorIndex {
  return indexOf(gather(given));
}

/** Puts literals that are the same together, and works out what they are told by, which takes most of the time of building an index. */
export function gather(given: readonly Literal[]): Gathered {
  const byText = { exact: new Map<string, number>(), folded: new Map<string, number>() };
  const literals: Wanted[] = [];
  const hits: number[][] = [];
  const places: number[] = [];
  for (const { text, exact, near, hit } of given) {
    const place = near && text.length >= SHORTEST_NEAR ? PLACES[near] : ANYWHERE;
    const known = exact ? byText.exact : byText.folded;
    const index = known.get(text);
    if (index === undefined) {
      known.set(text, literals.length);
      literals.push({ text, exact: exact === true });
      hits.push([hit]);
      places.push(place);
      continue;
    }
    const all = hits[index] as number[];
    if (!all.includes(hit)) all.push(hit);
    places[index] = (places[index] as number) | place;
  }
  return { literals: literalsOf(literals), hits: listsOf(hits), places: Uint8Array.from(places) };
}

/** The index of what was gathered. */
export function indexOf(gathered: Gathered): AnchorIndex {
  const { literals, places } = gathered;
  const count = countOf(literals);
  // Those that are looked for anywhere are not looked for again.
  const anywhere: number[] = [];
  const nearby = places.slice();
  for (let index = 0; index < count; index++) {
    if (((places[index] as number) & ANYWHERE) === 0) continue;
    anywhere.push(index);
    nearby[index] = 0;
  }
  const wide = new WideSieve(literals, anywhere);
  const near = new NearSieve(literals, nearby);
  markClasses(wide.pairs.flags);
  return { ...gathered, find: (text) => new Search(text, count, { wide, near }).run() };
}
