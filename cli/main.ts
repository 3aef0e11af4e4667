import { readFileSync } from 'node:fs';
import { run } from './run.ts';

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
});
