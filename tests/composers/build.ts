import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';

const here = import.meta.dirname;

/** Bundles the editors' page and an extension that holds nothing but the composer code and a judge of straw; returns their folder. */
export async function buildProof(): Promise<string> {
  const folder = join(here, '../../.output/composers');
  const shared = { configFile: false as const, root: here, logLevel: 'warn' as const };
  await build({
    ...shared,
    base: '/',
    build: {
      outDir: join(folder, 'page'),
      emptyOutDir: true,
      target: 'es2022',
      rolldownOptions: { input: join(here, 'page.tsx'), output: { entryFileNames: 'page.js' } },
    },
  });
  await build({
    ...shared,
    build: {
      outDir: join(folder, 'extension'),
      emptyOutDir: true,
      target: 'es2022',
      lib: { entry: join(here, 'judge.ts'), formats: ['iife'], name: 'judge', fileName: () => 'judge.js' },
    },
  });
  await mkdir(join(folder, 'extension'), { recursive: true });
  const script = { matches: ['http://127.0.0.1/*'], js: ['judge.js'], run_at: 'document_start', all_frames: true };
  const manifest = { manifest_version: 3, name: 'Composer proof', version: '1', content_scripts: [script] };
  await writeFile(join(folder, 'extension/manifest.json'), JSON.stringify(manifest));
  return folder;
}
