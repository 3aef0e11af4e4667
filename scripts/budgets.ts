import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildFolder, type Target } from './build.ts';
import { ROOT } from './stamp.ts';

/** Most bytes of each script, minified, and of what is loaded on demand. What rides on every page is small; React comes only with the dialog. */
const BUDGETS: Readonly<Record<string, number>> = {
  // Everything here must stand before page code runs; a third of it is the gate that workers get, see decision 14. The last 700 bytes hold
  // the words of `WebSocket.close` and Background Fetch, ways that leaked.
  'content-scripts/gate.js': 29_700,
  'content-scripts/guide.js': 36_000,
  'content-scripts/dialog.js': 300_000,
  // Engine and tables of detectors are most of it, see decision 13; `npm run bench -- scan` prints their size. A seventh of it is
  // what the build has prepared, see decision 19.
  'background.js': 950_000,
  // The table of names is no script, but read into memory when a text needs it, see decision 17. What it has over 1.2 MB are WordNet's names
  // and two more clusters for each word.
  'names.bin': 1_450_000,
};

/** Size of one script of a build, bytes. */
export interface ScriptSize {
  readonly file: string;
  readonly bytes: number;
  readonly gzip: number;
  readonly budget: number;
}

/** Sizes of a build's scripts beside their budgets. */
export function scriptSizes(target: Target): readonly ScriptSize[] {
  return Object.entries(BUDGETS).map(([file, budget]) => {
    const path = join(ROOT, buildFolder(target), file);
    if (!existsSync(path)) return { file, bytes: 0, gzip: 0, budget };
    return { file, bytes: statSync(path).size, gzip: gzipSync(readFileSync(path)).length, budget };
  });
}

/** What is missing or over its budget, as sentences. */
export function budgetProblems(target: Target): readonly string[] {
  return scriptSizes(target).flatMap(({ file, bytes, budget }) => {
    if (bytes === 0) return [`${target}: ${file} is missing from the build.`];
    return bytes > budget ? [`${target}: ${file} has ${bytes} bytes, its budget is ${budget}. Make it smaller; the budget stays.`] : [];
  });
}
