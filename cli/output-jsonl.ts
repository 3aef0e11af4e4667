import type { Verdict } from '../lib/policy/verdict.ts';
import type { Finding } from '../lib/scan/finding.ts';
import { findingRecord, verdictRecord } from './report.ts';

/** The answer to one text, as one line without its end: `{"id","findings"}`, and `verdict` with a policy. */
export function jsonlAnswer(id: string | number, findings: readonly Finding[], verdict: Verdict | null): string {
  return JSON.stringify({ id, findings: findings.map(findingRecord), ...verdictRecord(verdict) });
}

/** The answer to a line that holds no text, so that lines stay paired. */
export function jsonlError(error: string): string {
  return JSON.stringify({ id: null, error });
}
