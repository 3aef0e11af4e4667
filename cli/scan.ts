import { parseArgs } from 'node:util';
import { type Judge, plainJudge, policyJudge } from './engine.ts';
import { scanJsonl } from './scan-jsonl.ts';
import { FORMATS, type Format, scanPaths } from './scan-paths.ts';
import type { Terminal } from './terminal.ts';
import { misuse, USAGE } from './usage.ts';

const MAX_BYTES = 10_000_000;

/** Runs `tacit scan`; `parameters` are those after `scan`. Returns the exit code, see `USAGE`. */
export async function scan(parameters: readonly string[], terminal: Terminal): Promise<number> {
  const line = readOptions(parameters);
  if (!line.ok) return misuse(terminal, line.why);
  const { options } = line;
  if (options.help) {
    terminal.out(USAGE);
    return 0;
  }
  const judge = await judgeFor(options.policy, terminal);
  if (judge === null) return 2;
  const paths = options.paths.length === 0 ? ['-'] : options.paths;
  if (paths.includes('-') && terminal.inputIsTerminal && !options.quiet) terminal.err('Reading from the keyboard; Ctrl-D ends it.');
  const { minConfidence, maxBytes, quiet } = options;
  if (options.jsonl) return scanJsonl(judge, { paths, maxBytes, quiet, minConfidence: minConfidence ?? 0 }, terminal);
  return scanPaths(judge, { paths, maxBytes, quiet, minConfidence, format: options.format }, terminal);
}

/** The judge for a policy file, or the plain one; null when the policy is refused, and then it was said why. */
async function judgeFor(file: string | undefined, terminal: Terminal): Promise<Judge | null> {
  if (file === undefined) return plainJudge();
  const reading = terminal.read(file);
  if (!reading.ok) {
    misuse(terminal, `${file}: ${reading.why}`);
    return null;
  }
  const policy = await policyJudge(reading.text);
  if (!policy.ok) terminal.err(`${file}: The policy is refused, ${policy.problems.length} problems`);
  for (const { path, message, cure } of policy.problems)
    terminal.err(`${policy.ok ? `${file}: ` : '  '}${path === '' ? 'policy' : path}: ${message}\n    ${cure}`);
  return policy.ok ? policy.judge : null;
}

interface Options {
  readonly paths: readonly string[];
  readonly help: boolean;
  readonly jsonl: boolean;
  readonly quiet: boolean;
  readonly format: Format;
  readonly policy: string | undefined;
  readonly minConfidence: number | null;
  readonly maxBytes: number;
}

type OptionsReading = { readonly ok: true; readonly options: Options } | { readonly ok: false; readonly why: string };

function readOptions(parameters: readonly string[]): OptionsReading {
  const line = readLine(parameters);
  if (!line.ok) return line;
  const { values, positionals } = line;
  const jsonl = values.jsonl === true;
  const format = FORMATS.find((each) => each === (values.format ?? (jsonl ? 'jsonl' : 'human')));
  if (format === undefined) return { ok: false, why: `There is no format "${values.format}". Use --format ${FORMATS.join('|')}` };
  if (jsonl && format !== 'jsonl') return { ok: false, why: `--jsonl answers in JSON lines, not in "${format}". Leave one of them out` };
  const minConfidence = values['min-confidence'] === undefined ? null : numberIn(values['min-confidence'], 0, 1);
  if (Number.isNaN(minConfidence)) return { ok: false, why: `"${values['min-confidence']}" is no confidence. Write a number from 0 to 1` };
  const maxBytes = values['max-bytes'] === undefined ? MAX_BYTES : numberIn(values['max-bytes'], 1, 500_000_000);
  if (!Number.isSafeInteger(maxBytes))
    return { ok: false, why: `"${values['max-bytes']}" is no number of bytes. Write a whole number from 1 to 500000000` };
  const { help = false, quiet = false, policy } = values;
  return { ok: true, options: { paths: positionals, help, jsonl, quiet, format, policy, minConfidence, maxBytes } };
}

/** The number if it is written in decimal and lies in the range, else NaN. */
function numberIn(text: string, least: number, most: number): number {
  const value = /^\d*\.?\d+$/.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : Number.NaN;
}

function readLine(parameters: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...parameters],
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        jsonl: { type: 'boolean' },
        quiet: { type: 'boolean', short: 'q' },
        format: { type: 'string' },
        policy: { type: 'string' },
        'min-confidence': { type: 'string' },
        'max-bytes': { type: 'string' },
      },
    });
    return { ok: true, values, positionals } as const;
  } catch (error) {
    return { ok: false, why: error instanceof Error ? error.message : String(error) } as const;
  }
}
