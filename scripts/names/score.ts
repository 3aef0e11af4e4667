import { KINDS, type Name } from '../../lib/detectors/names/tag.ts';

type Found = Pick<Name, 'start' | 'end' | 'entity'>;

/** What is in a text, and what a program finds in it. */
export interface Answer {
  readonly names: readonly Found[];
  readonly found: readonly Found[];
}

/** Counts and rates of one entity. */
export interface Score {
  readonly entity: Name['entity'];
  readonly gold: number;
  readonly found: number;
  /** Same entity, same place. */
  readonly precision: number;
  readonly recall: number;
  readonly strict: number;
  /** F1 where any overlap of the same entity counts. */
  readonly overlap: number;
}

function f1(precision: number, recall: number): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

/** Compares what a program finds with what is there, by entity. */
export function score(answers: readonly Answer[]): Score[] {
  const counts = KINDS.map((entity) => ({ entity, gold: 0, found: 0, exact: 0, goldTouched: 0, foundTouching: 0 }));
  for (const { names, found: all } of answers) {
    for (const count of counts) {
      const gold = names.filter(({ entity }) => entity === count.entity);
      const found = all.filter(({ entity }) => entity === count.entity);
      const touches = (a: Found, b: Found): boolean => a.start < b.end && b.start < a.end;
      count.gold += gold.length;
      count.found += found.length;
      count.exact += found.filter((a) => gold.some((b) => a.start === b.start && a.end === b.end)).length;
      count.goldTouched += gold.filter((a) => found.some((b) => touches(a, b))).length;
      count.foundTouching += found.filter((a) => gold.some((b) => touches(a, b))).length;
    }
  }
  return counts.map(({ entity, gold, found, exact, goldTouched, foundTouching }) => {
    const precision = exact / Math.max(1, found);
    const recall = exact / Math.max(1, gold);
    return {
      entity,
      gold,
      found,
      precision,
      recall,
      strict: f1(precision, recall),
      overlap: f1(foundTouching / Math.max(1, found), goldTouched / Math.max(1, gold)),
    };
  });
}
