import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { BENCH_FOLDER, type Program } from './bundles.ts';

/** Runs a measuring program in a process of its own and returns its answer; `T` is what that program says it is. */
export async function runProgram<T>(program: Program, parameters: readonly string[] = []): Promise<T> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', join(BENCH_FOLDER, `${program}.mjs`), ...parameters], {
    cwd: BENCH_FOLDER,
    maxBuffer: 64 * 1024 * 1024,
  });
  // Opponents may write lines of their own before it.
  return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? 'null');
}
