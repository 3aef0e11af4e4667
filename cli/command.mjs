#!/usr/bin/env node
/** The `tacit` command: what was built of it, and built first in a checkout where it was not. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const built = new URL('../.output/cli/tacit.mjs', import.meta.url);
if (existsSync(built)) await import(built.href);
else {
  const [tsx, program] = [import.meta.resolve('tsx/cli'), new URL('../scripts/tacit.ts', import.meta.url)].map((url) => fileURLToPath(url));
  const { status } = spawnSync(process.execPath, [tsx, program, ...process.argv.slice(2)], { stdio: 'inherit' });
  process.exitCode = status ?? 2;
}
