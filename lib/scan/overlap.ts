import type { Finding } from './finding.ts';

/**
 * One finding per place: where two overlap the more confident one stays, then the longer, then the earlier, then the one whose detector id
 * sorts first, so the order in which they were found never matters. An organisation's own entities (`ORG:`) only compete with
 * themselves: a codename inside an e-mail address must stay visible to a rule about codenames. Those may therefore overlap others.
 * Returns a new array sorted by start, then end, then entity.
 */
export function withoutOverlaps(findings: readonly Finding[]): Finding[] {
  const lanes = new Map<string | null, Finding[]>();
  for (const finding of findings) {
    const lane = finding.entity.startsWith('ORG:') ? finding.entity : null;
    const list = lanes.get(lane);
    if (list) list.push(finding);
    else lanes.set(lane, [finding]);
  }
  // Most texts have one lane, whose best are in order.
  if (lanes.size === 1) return bestOfLane(findings);
  return [...lanes.values()].flatMap(bestOfLane).sort(bySpan);
}

/** Only findings that hang together can hide each other, so the ranking is done cluster by cluster. */
function bestOfLane(findings: readonly Finding[]): Finding[] {
  const kept: Finding[] = [];
  const sorted = [...findings].sort(bySpan);
  for (let from = 0, to = 0; from < sorted.length; from = to) {
    let { end } = (sorted[to++] as Finding).span;
    for (; to < sorted.length && (sorted[to] as Finding).span.start < end; to++) end = Math.max(end, (sorted[to] as Finding).span.end);
    if (to - from === 1) kept.push(sorted[from] as Finding);
    else for (const finding of bestOfCluster(sorted.slice(from, to))) kept.push(finding);
  }
  return kept;
}

function bestOfCluster(cluster: Finding[]): readonly Finding[] {
  const kept: Finding[] = [];
  for (const finding of cluster.sort(byRank)) {
    const at = firstEndingAfter(kept, finding.span.start);
    const next = kept[at];
    if (!next || next.span.start >= finding.span.end) kept.splice(at, 0, finding);
  }
  return kept;
}

/** Index of the first kept finding that ends after `start`; `kept` is sorted and free of overlaps. */
function firstEndingAfter(kept: readonly Finding[], start: number): number {
  let low = 0;
  let high = kept.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((kept[middle] as Finding).span.end > start) high = middle;
    else low = middle + 1;
  }
  return low;
}

function byRank(a: Finding, b: Finding): number {
  return (
    b.confidence - a.confidence ||
    b.span.end - b.span.start - (a.span.end - a.span.start) ||
    a.span.start - b.span.start ||
    compare(a.detector, b.detector)
  );
}

function bySpan(a: Finding, b: Finding): number {
  return a.span.start - b.span.start || a.span.end - b.span.end || compare(a.entity, b.entity);
}

function compare(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}
