import { readFileSync } from 'node:fs';
import { run } from '../../cli/run.ts';
import type { Terminal } from '../../cli/terminal.ts';

/** What a run of the command left behind. */
export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** What was written on standard error for somebody who watches. */
  readonly status: string;
}

/** Runs the command within the test. `world` replaces parts of a terminal where nobody watches, nothing comes in and no time passes. */
export async function runHere(parameters: readonly string[], world: Partial<Terminal> & { readonly stdin?: string | Uint8Array } = {}) {
  const out: string[] = [];
  const err: string[] = [];
  const status: string[] = [];
  const { stdin = '', ...rest } = world;
  const code = await run(parameters, {
    read: (file) => {
      try {
        return { ok: true, text: readFileSync(file, 'utf8') };
      } catch {
        return { ok: false, why: 'no such file' };
      }
    },
    out: (line) => out.push(`${line}\n`),
    err: (line) => err.push(`${line}\n`),
    input: async function* () {
      yield Buffer.from(stdin);
    },
    write: async (text) => void out.push(text),
    status: (text) => status.push(text),
    inputIsTerminal: false,
    errIsTerminal: false,
    colours: false,
    now: () => 0,
    folder: process.cwd(),
    ...rest,
  });
  return { code, out: out.join(''), err: err.join(''), status: status.join('') } satisfies Outcome;
}
