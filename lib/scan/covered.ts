import type { Finding } from './finding.ts';

/** Findings below this confidence are none to others. */
const TELLING = 0.6;

/** Tells of a place up to where the findings that hold it go, those that overlap taken together; -1 where none is. */
export function coverOf(findings: readonly Finding[]): (at: number) => number {
  const starts: number[] = [];
  const ends: number[] = [];
  const spans = findings.filter(({ confidence }) => confidence >= TELLING).map(({ span }) => span);
  for (const { start, end } of spans.sort((a, b) => a.start - b.start)) {
    const last = ends.length - 1;
    if (last >= 0 && start < (ends[last] as number)) ends[last] = Math.max(ends[last] as number, end);
    else {
      starts.push(start);
      ends.push(end);
    }
  }
  return (at) => {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] as number) <= at) low = middle + 1;
      else high = middle;
    }
    const end = ends[low - 1];
    return end !== undefined && at < end ? end : -1;
  };
}
