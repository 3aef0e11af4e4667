import type { Action } from '../lib/policy/action.ts';
import type { PolicyStamp, Verdict } from '../lib/policy/verdict.ts';
import type { Finding } from '../lib/scan/finding.ts';
import type { LocatedFinding } from './places.ts';

/** What is told about one file. Holds no text of it. */
export interface FileReport {
  /** As people named it, with `/` between folders; `stdin` for standard input. */
  readonly path: string;
  /** Address relative to the working folder, or an absolute `file:` address when it lies outside. */
  readonly uri: string;
  /** Those that are shown. */
  readonly findings: readonly LocatedFinding[];
  readonly verdict: Verdict | null;
}

/** Why something could not be read, and what to do. */
export interface Fault {
  readonly path: string;
  readonly cause: string;
  readonly cure: string;
}

/** What is told about all files together. */
export interface Summary {
  /** Files that were scanned. */
  readonly files: number;
  /** Files that are no text, or too large. */
  readonly skipped: number;
  readonly faults: readonly Fault[];
  readonly policy: PolicyStamp | null;
  /** The strictest action over all files; null without a policy. */
  readonly action: Action | null;
}

/** A finding as it stands in JSON; offsets are UTF-16 code units of the text. */
export interface FindingRecord {
  readonly entity: string;
  readonly start: number;
  readonly end: number;
  readonly confidence: number;
  readonly detector: string;
}

/** The finding for JSON. */
export function findingRecord({ entity, span, confidence, detector }: Finding): FindingRecord {
  return { entity, start: span.start, end: span.end, confidence, detector };
}

/** The verdict for JSON; nothing without a policy. */
export function verdictRecord(verdict: Verdict | null): { readonly verdict?: { readonly action: Action; readonly rules: string[] } } {
  return verdict === null ? {} : { verdict: { action: verdict.action, rules: verdict.rules.map((rule) => rule.id) } };
}

/** The fault as one line. */
export function writeFault({ path, cause, cure }: Fault): string {
  return `${printable(path)}: ${cause}. ${cure}`;
}

/** The path without characters that steer a terminal. */
export function printable(path: string): string {
  return path.replace(/\p{Cc}/gu, (unit) => `\\x${unit.charCodeAt(0).toString(16).padStart(2, '0')}`);
}
