import type { Finding } from '../../lib/scan/finding.ts';
import type { Other, OtherFound } from './others.ts';
import { DECIDED, OURS, type PiiCase, strengthOf } from './pii.ts';
import { percent, table } from './table.ts';

/** A program on the same samples as the others. */
type Program = Pick<Other, 'name' | 'find' | 'same'>;

/** What one program makes of the samples. */
export interface SideResult {
  readonly name: string;
  readonly positives: number;
  /** Something of whatever type was found in the place of every value. */
  readonly touched: number;
  /** The same, with the very span. */
  readonly exact: number;
  readonly negatives: number;
  /** Negatives of an entity in which the program found that very entity. */
  readonly flagged: number;
  readonly prompts: number;
  /** Harmless prompts in which anything was found. */
  readonly alarmed: number;
}

/** Tacit twice: whatever it reports, and what it acts on. */
export function tacit(scan: (text: string) => readonly Finding[], acting: number): readonly Program[] {
  const same = Object.fromEntries(Object.entries(OURS).map(([entity, ours]) => [entity, ours.join(' ')]));
  const program = (name: string, least: number): Program => ({
    name,
    same,
    find: async (text) =>
      scan(text)
        .filter(({ confidence }) => confidence >= least)
        .flatMap(({ entity, also = [], span }) => [entity, ...also].map((type) => ({ type, ...span }))),
  });
  return [program('Tacit, whatever it reports', 0), program(`Tacit, from ${acting} on`, acting)];
}

/**
 * Runs a program over Presidio's cases that are sure or unstated, and over harmless prompts. In favour of the programs, any type counts in a
 * positive, and in a negative only the entity that should not be found.
 */
export async function sideBySide(
  { name, find, same }: Program,
  cases: readonly PiiCase[],
  prompts: readonly string[],
): Promise<SideResult> {
  const count = { positives: 0, touched: 0, exact: 0, negatives: 0, flagged: 0, alarmed: 0 };
  for (const each of cases) {
    if (DECIDED[each.entity] !== undefined) continue;
    const isPositive = each.label === 'positive';
    if (isPositive && strengthOf(each) === 'weak') continue;
    const found = await find(each.text);
    if (isPositive) {
      count.positives++;
      if (isCovered(each, found, (start, end) => (one) => one.start < end && start < one.end)) count.touched++;
      if (isCovered(each, found, (start, end) => (one) => one.start === start && one.end === end)) count.exact++;
    } else {
      count.negatives++;
      const wrong = same[each.entity]?.split(' ') ?? [];
      if (found.some(({ type }) => wrong.includes(type))) count.flagged++;
    }
  }
  for (const prompt of prompts) if ((await find(prompt)).length > 0) count.alarmed++;
  return { name, prompts: prompts.length, ...count };
}

/** Whether every value of a case was met; of some cases only the number of values is known. */
function isCovered(
  { spans, count }: PiiCase,
  found: readonly OtherFound[],
  meets: (start: number, end: number) => (one: OtherFound) => boolean,
): boolean {
  return spans === null ? found.length >= Math.min(count, 1) : spans.every(([start, end]) => found.some(meets(start, end)));
}

/** The table of all programs. */
export function sideReport(results: readonly SideResult[]): string {
  const share = (part: number, whole: number): string => `${part} (${percent(part, whole)})`;
  const [{ positives = 0, negatives = 0, prompts = 0 } = {}] = results;
  return [
    `The same cases (${positives} sure or unstated positives, ${negatives} negatives) and ${prompts} harmless prompts, side by side; any type counts in a positive. Most cases are bare values, of which Tacit reports many as possible only`,
    table(
      ['program', 'touched', 'exact span', 'negatives flagged as the entity', 'prompts flagged'],
      results.map((result) => [
        result.name,
        share(result.touched, result.positives),
        share(result.exact, result.positives),
        share(result.flagged, result.negatives),
        share(result.alarmed, result.prompts),
      ]),
    ),
  ].join('\n');
}
