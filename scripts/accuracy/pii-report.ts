import type { PiiMeasured, PiiResult, Strength } from './pii.ts';
import { DECIDED } from './pii.ts';
import { table } from './table.ts';

const STRENGTHS: readonly Strength[] = ['strong', 'unstated', 'weak'];

/** Unit cases of Presidio, by entity and in sum; with `list` every miss. */
export function piiReport({ results, missed }: PiiMeasured, list: boolean): string {
  const counted = results.filter(({ entity }) => DECIDED[entity] === undefined);
  const sum = (of: (result: PiiResult) => number, over: readonly PiiResult[] = counted): number =>
    over.reduce((total, result) => total + of(result), 0);
  const share = (part: number, all: number): string => (all === 0 ? '–' : `${((part / all) * 100).toFixed(1)}%`);
  const rows = results.map((result) => [
    result.entity,
    ...STRENGTHS.map((strength) => `${result.found[strength]}/${result.positives[strength]}`),
    `${result.flagged}/${result.negatives}`,
    DECIDED[result.entity] ?? '',
  ]);
  const decided = missed.filter(({ entity, decided: why }) => why !== null && DECIDED[entity] === undefined);
  const decidedOf = (strength: Strength | 'negative'): string => {
    const some = decided.filter((miss) => miss.strength === strength).length;
    return some === 0 ? '' : `, ${some} of the others decided`;
  };
  const totals = STRENGTHS.map((strength) => {
    const all = sum((result) => result.positives[strength]);
    const found = sum((result) => result.found[strength]);
    const first = sum((result) => result.first[strength]);
    return `${strength}: ${found} of ${all} (${share(found, all)}), named first ${first} (${share(first, all)})${decidedOf(strength)}`;
  });
  const negatives = sum((result) => result.negatives, results);
  const lines = [
    'Unit cases of Presidio: right type (first or among the alternatives) and exact span, at any confidence',
    table(['entity', 'score ≥ 0.3', 'unstated', 'weaker', 'negatives flagged', 'decided'], rows),
    ...totals,
    `negatives flagged: ${sum((result) => result.flagged, results)} of ${negatives} (${share(
      sum((result) => result.flagged, results),
      negatives,
    )}), at acting confidence ${sum((result) => result.acted, results)}, ${decided.filter(({ strength }) => strength === 'negative').length} of them decided`,
    ...decided.map(({ entity, text, decided: why }) => `decided  ${entity} ${JSON.stringify(text)}: ${why}`),
    ...(list
      ? missed.map(
          ({ entity, strength, text, found }) =>
            `${strength.padEnd(8)} ${entity} ${JSON.stringify(text)} → ${found.join('; ') || 'nothing'}`,
        )
      : []),
  ];
  return lines.join('\n');
}
