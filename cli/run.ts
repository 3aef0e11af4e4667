import { parseArgs } from 'node:util';
import { policyReport, writeReport } from './policy-check.ts';
import { policyTemplate } from './policy-template.ts';

/** What the command touches of the world. */
export interface Terminal {
  /** Text of a file, or why it cannot be read. */
  readonly read: (file: string) => { readonly ok: true; readonly text: string } | { readonly ok: false; readonly why: string };
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
}

export const USAGE = `Usage:
  tacit policy check FILE [--json]
      Examines a policy: format, names, patterns and its own tests.
  tacit policy template --browser chrome|edge|chromium|firefox --os linux|windows|macos|google-admin --id ID
                        [--set KEY=VALUE]… [--install URL] FILE
      Writes the file that puts a policy into force on a browser.

Exit codes: 0 all well, 1 problems, 2 wrong use.`;

/** Runs the command. Returns the exit code: 0 all well, 1 problems, 2 wrong use. */
export async function run(parameters: readonly string[], terminal: Terminal): Promise<number> {
  const line = readLine(parameters);
  if (!line.ok) return misuse(terminal, line.why);
  const { values, positionals } = line;
  if (values.help) {
    terminal.out(USAGE);
    return 0;
  }
  const [noun, verb, file, ...more] = positionals;
  if (noun !== 'policy' || (verb !== 'check' && verb !== 'template'))
    return misuse(terminal, noun ? `There is no "${positionals.join(' ')}"` : '');
  if (file === undefined || more.length > 0) return misuse(terminal, 'Name one file');
  const reading = terminal.read(file);
  if (!reading.ok) return misuse(terminal, `${file}: ${reading.why}`);

  const report = await policyReport(reading.text);
  if (verb === 'check') {
    terminal.out(values.json ? JSON.stringify(report, null, 2) : writeReport(file, report));
    return report.problems.length > 0 ? 1 : 0;
  }
  const { browser, os, id, install, set = [] } = values;
  if (browser === undefined || os === undefined || id === undefined) return misuse(terminal, 'Name --browser, --os and --id');
  if (!report.accepted) {
    terminal.err(writeReport(file, report));
    return 1;
  }
  const answer = policyTemplate({ browser, os, id, install, set, policy: reading.text });
  if (!answer.ok) return misuse(terminal, answer.problems.map(({ path, message, cure }) => `${path}: ${message}. ${cure}`).join('\n'));
  terminal.out(answer.text.trimEnd());
  terminal.err(`Goes to: ${answer.place}`);
  return 0;
}

function readLine(parameters: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...parameters],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
        browser: { type: 'string' },
        os: { type: 'string' },
        id: { type: 'string' },
        install: { type: 'string' },
        set: { type: 'string', multiple: true },
      },
    });
    return { ok: true, values, positionals } as const;
  } catch (error) {
    return { ok: false, why: error instanceof Error ? error.message : String(error) } as const;
  }
}

function misuse(terminal: Terminal, why: string): number {
  if (why !== '') terminal.err(why);
  else terminal.err(USAGE);
  if (why !== '') terminal.err('See `tacit --help`.');
  return 2;
}
