import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Folder of the checkout. */
export const ROOT = join(import.meta.dirname, '..');

function* files(path: string): Generator<string> {
  if (!existsSync(path)) return;
  if (statSync(path).isFile()) return yield path;
  for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name === 'node_modules' || entry.name.startsWith('.')) continue;
    yield* files(join(path, entry.name));
  }
}

/** SHA-256 over the names and bytes of everything under the given paths (relative to the checkout). */
export function digest(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths)
    for (const file of files(join(ROOT, path)))
      hash
        .update(`${relative(ROOT, file)}\0`)
        .update(readFileSync(file))
        .update('\0');
  return hash.digest('hex');
}

/** Runs `build` unless `output` was built from the same `inputs` before; says which. A stamp file beside the output remembers. */
export async function ifStale(output: string, inputs: readonly string[], build: () => Promise<void>): Promise<'fresh' | 'built'> {
  const stamp = join(ROOT, `${output}.stamp`);
  const now = digest(inputs);
  if (existsSync(join(ROOT, output)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return 'fresh';
  await build();
  writeFileSync(stamp, now);
  return 'built';
}
