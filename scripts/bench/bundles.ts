import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { shippedTables } from '../shipped-tables.ts';
import { ROOT } from '../stamp.ts';

/** Folder of everything that a run of the benchmark makes. */
export const BENCH_FOLDER = join(ROOT, '.output/bench');

/** Programs that measure, each run in processes of its own. */
const PROGRAMS = {
  draft: import.meta.resolve('./programs/draft.ts'),
  engine: import.meta.resolve('./programs/engine.ts'),
  'first-verdict': import.meta.resolve('./programs/first-verdict.ts'),
  hostile: import.meta.resolve('./programs/hostile.ts'),
  keywords: import.meta.resolve('./programs/keywords.ts'),
  lengths: import.meta.resolve('./programs/lengths.ts'),
  personal: import.meta.resolve('./programs/personal.ts'),
  opponent: import.meta.resolve('./programs/opponent.ts'),
};
export type Program = keyof typeof PROGRAMS;

/**
 * Builds into `.output/bench` the engine with its detectors as they ship (one minified file) and the programs, which load that file and
 * take the opponents from node_modules.
 */
export async function buildBundles(): Promise<void> {
  const common = { configFile: false, root: join(ROOT, 'scripts/bench'), publicDir: false, logLevel: 'warn' } as const;
  const output = { outDir: BENCH_FOLDER, emptyOutDir: false, target: 'node20' } as const;
  await build({
    ...common,
    ssr: { noExternal: true },
    plugins: shippedTables(),
    build: { ...output, ssr: 'shipped.ts', minify: true, rolldownOptions: { output: { entryFileNames: 'shipped.mjs' } } },
  });
  await build({
    ...common,
    build: {
      ...output,
      ssr: true,
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(PROGRAMS).map(([name, url]) => [name, fileURLToPath(url)])),
        output: { entryFileNames: '[name].mjs', chunkFileNames: 'part-[name].mjs' },
      },
    },
  });
}

/** Size of the engine with its detectors, minified. */
export function shippedSize(): { readonly bytes: number; readonly gzip: number } {
  const content = readFileSync(join(BENCH_FOLDER, 'shipped.mjs'));
  return { bytes: content.length, gzip: gzipSync(content).length };
}
