#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import * as nodeModule from 'node:module';

// Node 22.1 and later keep compiled code between runs.
const enableCompileCache: unknown = Reflect.get(nodeModule, 'enableCompileCache');
if (typeof enableCompileCache === 'function') enableCompileCache();
const { run } = await import('./run.ts');

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader has left (`| head`): nobody is there to be told, but the work is not done either.
  if (error.code !== 'EPIPE') console.error(`Standard output cannot be written: ${error.message}. Free the disk, or write elsewhere.`);
  process.exit(2);
});

process.exitCode = await run(process.argv.slice(2), {
  read: (file) => {
    try {
      return { ok: true, text: readFileSync(file, 'utf8') };
    } catch (error) {
      return { ok: false, why: error instanceof Error ? error.message : String(error) };
    }
  },
  out: (line) => console.log(line),
  err: (line) => console.error(line),
  input: () => process.stdin,
  write: (text) =>
    new Promise((resolve) => {
      if (process.stdout.write(text)) resolve();
      else process.stdout.once('drain', resolve);
    }),
  status: (text) => void process.stderr.write(text),
  inputIsTerminal: process.stdin.isTTY === true,
  errIsTerminal: process.stderr.isTTY === true,
  colours: process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb',
  now: () => performance.now(),
  folder: process.cwd(),
});
