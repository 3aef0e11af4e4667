/** Writes the generated files; with `--check` only names those that are stale, and exits with 1 when there are any. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runnerImport } from 'vite';

const ROOT = join(import.meta.dirname, '..');
const check = process.argv.includes('--check');

// The pages read folders with `import.meta.glob`, which only Vite knows.
const { module } = await runnerImport<typeof import('./generated.ts')>(join(ROOT, 'scripts/generated.ts'), {
  root: ROOT,
  configFile: false,
  logLevel: 'error',
});

const stale: string[] = [];
for (const [path, write] of Object.entries(module.GENERATED)) {
  const file = join(ROOT, path);
  const text = write();
  if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
  stale.push(path);
  if (check) continue;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
for (const path of stale) console.log(`${check ? 'stale' : 'written'}: ${path}`);
if (check && stale.length > 0) {
  console.error('Run `npm run generate` and commit the result.');
  process.exitCode = 1;
}
