import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../../lib/scan/finding.ts';
import { ROOT } from '../stamp.ts';
import { isCut, isHostOrName, places, type Reason, reasonOf } from './misses.ts';
import { isOwnKind } from './rules.ts';

/** A labelled sample; see the data's own README. */
interface Sample {
  readonly text: string;
  readonly label: 'positive' | 'negative';
  /** Values inside the text; empty when unknown. */
  readonly secrets: readonly string[];
  readonly rule: string;
}

export const SOURCES = ['kingfisher', 'gitleaks', 'betterleaks', 'secretlint'] as const;

/** A labelled value that no finding at the threshold is exactly. */
export interface Missed {
  readonly rule: string;
  readonly text: string;
  readonly value: string;
  readonly reason: Reason;
  readonly found: readonly string[];
}

/** What came of one source's samples. */
export interface SourceResult {
  readonly source: string;
  readonly positives: number;
  /** A finding of any confidence is exactly a labelled value; where the value is unknown, any finding. */
  readonly reported: number;
  /** The same with findings at or above the threshold only. */
  readonly exact: number;
  /** A finding of any confidence touches a labelled value. */
  readonly touchedAny: number;
  /** The same with findings at or above the threshold only. */
  readonly touched: number;
  /** Positives whose label is a whole value and a secret: neither cut, nor a host or a name; found or not. */
  readonly whole: number;
  readonly wholeReported: number;
  readonly wholeExact: number;
  readonly negatives: number;
  /** Negatives with a finding of their own rule's kind at or above the threshold. */
  readonly flagged: number;
  readonly missed: readonly Missed[];
  readonly alarms: readonly { readonly rule: string; readonly text: string; readonly found: readonly string[] }[];
}

/** Folder of the tuning data, or null where it is not at hand. */
export function dataFolder(): string | null {
  const folder = process.env.TACIT_DATA ?? join(ROOT, '../shared/data');
  return existsSync(folder) ? folder : null;
}

/** Scans the samples of one source. Findings below `threshold` are reported but not acted on. */
export function measure(folder: string, source: string, scan: (text: string) => readonly Finding[], threshold: number): SourceResult {
  const samples = readFileSync(join(folder, 'secrets', `${source}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Sample => JSON.parse(line));
  const count = { positives: 0, reported: 0, exact: 0, touchedAny: 0, touched: 0, whole: 0, wholeReported: 0, wholeExact: 0, negatives: 0 };
  const missed: Missed[] = [];
  const alarms: SourceResult['alarms'][number][] = [];
  for (const { text, label, secrets, rule } of samples) {
    const all = scan(text);
    const acted = all.filter(({ confidence }) => confidence >= threshold);
    if (label === 'negative') {
      count.negatives++;
      const own = acted.filter((finding) => isOwnKind(rule, finding));
      if (own.length > 0) alarms.push({ rule, text, found: describe(text, own) });
      continue;
    }
    count.positives++;
    const reported = isExact(text, secrets, all);
    const exact = isExact(text, secrets, acted);
    if (reported) count.reported++;
    if (exact) count.exact++;
    if (isTouched(text, secrets, all)) count.touchedAny++;
    if (isTouched(text, secrets, acted)) count.touched++;
    if (!secrets.some((value) => isCut(text, value) || isHostOrName(text, value))) {
      count.whole++;
      if (reported) count.wholeReported++;
      if (exact) count.wholeExact++;
    }
    if (exact) continue;
    const value = secrets[0] ?? null;
    missed.push({ rule, text, value: value ?? '?', reason: reasonOf(text, value, all, threshold), found: describe(text, all) });
  }
  return { source, ...count, flagged: alarms.length, missed, alarms };
}

function isExact(text: string, values: readonly string[], findings: readonly Finding[]): boolean {
  if (values.length === 0) return findings.length > 0;
  return findings.some(({ span }) => values.includes(text.slice(span.start, span.end)));
}

function isTouched(text: string, values: readonly string[], findings: readonly Finding[]): boolean {
  if (values.length === 0) return findings.length > 0;
  return values.some((value) =>
    places(text, value).some((at) => findings.some(({ span }) => span.start < at + value.length && at < span.end)),
  );
}

function describe(text: string, findings: readonly Finding[]): string[] {
  return findings.map(({ detector, confidence, span }) => `${detector} ${confidence} ${JSON.stringify(text.slice(span.start, span.end))}`);
}
