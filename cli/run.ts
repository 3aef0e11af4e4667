import { parseArgs } from 'node:util';
import type { Terminal } from './terminal.ts';
import { misuse, USAGE } from './usage.ts';

/** Runs the command. Returns the exit code: 0 all well, 1 problems or findings, 2 wrong use. What a command needs is loaded with it. */
export async function run(parameters: readonly string[], terminal: Terminal): Promise<number> {
  if (parameters[0] === 'scan') {
    const { scan } = await import('./scan.ts');
    return scan(parameters.slice(1), terminal);
  }
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

  const { policyReport, writeReport } = await import('./policy-check.ts');
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
  const { policyTemplate } = await import('./policy-template.ts');
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
