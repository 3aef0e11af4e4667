import { type Action, isSilent, stricter } from '../lib/policy/action.ts';
import type { Judge, Judged } from './engine.ts';
import { humanLines, humanSummary } from './output-human.ts';
import { jsonDocument } from './output-json.ts';
import { jsonlAnswer } from './output-jsonl.ts';
import { sarifDocument } from './output-sarif.ts';
import { type LocatedFinding, located } from './places.ts';
import { createProgress } from './progress.ts';
import { type Fault, type FileReport, printable, type Summary, writeFault } from './report.ts';
import { decode, type FileReading, readSource, shownPath, uriOf, walk } from './scan-files.ts';
import type { Terminal } from './terminal.ts';

export const FORMATS = ['human', 'json', 'sarif', 'jsonl'] as const;
export type Format = (typeof FORMATS)[number];

export interface PathsWork {
  /** Files and folders; `-` is standard input. */
  readonly paths: readonly string[];
  readonly format: Format;
  /** Findings below it are left out; null: what the format does by default. */
  readonly minConfidence: number | null;
  /** Larger files are skipped. */
  readonly maxBytes: number;
  readonly quiet: boolean;
}

/** What counts as a finding where nobody says otherwise. */
const USUAL_CONFIDENCE = 0.5;

/**
 * Scans files, folders and standard input, and writes what was found. Returns the exit code: 0 nothing found, 1 findings (with a policy: a
 * verdict stricter than `monitor`), 2 something could not be read.
 */
export async function scanPaths(judge: Judge, work: PathsWork, terminal: Terminal): Promise<0 | 1 | 2> {
  const { format, quiet, maxBytes } = work;
  const least = work.minConfidence ?? USUAL_CONFIDENCE;
  const shownFrom = work.minConfidence ?? (format === 'jsonl' ? 0 : USUAL_CONFIDENCE);
  const progress = createProgress(terminal, 'files', quiet);
  const stdin = work.paths.includes('-');
  const { files, faults: lost } = walk(work.paths.filter((path) => path !== '-'));
  const total = files.length + (stdin ? 1 : 0);
  const faults: Fault[] = [];
  /** Of the files with findings. */
  const reports: FileReport[] = [];
  let scanned = 0;
  let skipped = 0;
  let bytes = 0;
  let found = false;
  let strictest: Action = 'allow';

  const say = (line: string): void => {
    progress.clear();
    terminal.err(line);
  };
  const complain = (fault: Fault): void => {
    faults.push(fault);
    say(writeFault(fault));
  };

  async function tell(path: string, uri: string, text: string): Promise<void> {
    const judged = await judge.judge(text);
    const { verdict } = judged;
    if (verdict) strictest = stricter(strictest, verdict.action);
    const findings = shown(located(text, judged), judged, shownFrom);
    found ||= verdict ? !isSilent(verdict.action) : findings.some((finding) => finding.confidence >= least);
    const report = { path, uri, findings, verdict };
    if (findings.length > 0) reports.push(report);
    if (format === 'jsonl') await terminal.write(`${jsonlAnswer(path, findings, verdict)}\n`);
    if (format !== 'human' || findings.length === 0) return;
    progress.clear();
    await terminal.write(`${humanLines(report, terminal.colours).join('\n')}\n`);
  }

  async function take(path: string, uri: string, reading: FileReading): Promise<void> {
    if (reading.kind === 'fault') complain(reading.fault);
    else if (reading.kind === 'text') {
      scanned++;
      bytes += reading.bytes;
      await tell(path, uri, reading.text);
    } else {
      skipped++;
      if (reading.kind === 'large' && !quiet)
        say(`${printable(path)}: Skipped, it has ${reading.bytes} bytes and ${maxBytes} is the most. Raise --max-bytes to scan it.`);
    }
    progress.step(scanned + skipped + faults.length, total, bytes);
  }

  for (const fault of lost) complain(fault);
  if (stdin) await take('stdin', 'stdin', await readInput(terminal, maxBytes));
  for (const path of files) await take(shownPath(path), uriOf(path, terminal.folder), readSource(path, maxBytes));
  progress.clear();

  const { policy } = judge;
  const summary: Summary = { files: scanned, skipped, faults, policy, action: policy && strictest };
  if (format === 'json') await terminal.write(`${jsonDocument(reports, summary)}\n`);
  if (format === 'sarif') await terminal.write(`${sarifDocument(reports, summary)}\n`);
  if (format === 'human') {
    const count = reports.reduce((sum, report) => sum + report.findings.length, 0);
    await terminal.write(`${humanSummary(summary, count, reports.length)}\n`);
  }
  return faults.length > 0 ? 2 : found ? 1 : 0;
}

/** Those that are sure enough, and those that a rule minds; all of them when a strict verdict came from none of these. */
function shown(findings: readonly LocatedFinding[], { verdict }: Judged, least: number): readonly LocatedFinding[] {
  const chosen = findings.filter(({ confidence, action }) => confidence >= least || (action !== null && !isSilent(action)));
  return chosen.length === 0 && verdict && !isSilent(verdict.action) ? findings : chosen;
}

/** Standard input is scanned whatever it holds; what is too much for it is a fault, so that nobody takes it for clean. */
async function readInput(terminal: Terminal, maxBytes: number): Promise<FileReading> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of terminal.input()) {
    bytes += chunk.length;
    if (bytes > maxBytes) {
      const cause = `There are more than ${maxBytes} bytes`;
      return { kind: 'fault', fault: { path: 'stdin', cause, cure: 'Raise --max-bytes, or send less.' } };
    }
    chunks.push(chunk);
  }
  return { kind: 'text', text: decode(Buffer.concat(chunks)), bytes };
}
