import type { Action } from '../lib/policy/action.ts';
import type { Finding } from '../lib/scan/finding.ts';
import type { Judged } from './engine.ts';

/** A place in a text as editors count: from 1, columns in UTF-16 code units. A line ends at its line feed. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A finding with the places of its first unit and of the one after its last. */
export interface LocatedFinding extends Finding {
  readonly from: Place;
  readonly to: Place;
  /** The strictest action that a rule of the policy asks for; null without a policy. */
  readonly action: Action | null;
  /** Ids of the rules that minded it. */
  readonly rules: readonly string[];
}

/** The findings of a text with their places. */
export function located(text: string, { findings, verdict }: Judged): LocatedFinding[] {
  if (findings.length === 0) return [];
  const starts = lineStarts(text);
  const placed = (finding: Finding, action: Action | null, rules: readonly string[]): LocatedFinding => ({
    entity: finding.entity,
    span: finding.span,
    confidence: finding.confidence,
    detector: finding.detector,
    from: placeOf(starts, finding.span.start),
    to: placeOf(starts, finding.span.end),
    action,
    rules,
  });
  if (verdict === null) return findings.map((finding) => placed(finding, null, []));
  return verdict.findings.map((finding) => placed(finding, finding.action, finding.rules));
}

/** Offset of the first unit of each line. */
function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function placeOf(starts: readonly number[], offset: number): Place {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}
