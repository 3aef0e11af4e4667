import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { ifStale, ROOT } from '../../scripts/stamp.ts';

const OUTPUT = '.output/sites';
const here = import.meta.dirname;

const ENTRIES = {
  chatgpt: join(here, 'chatgpt/page.ts'),
  claude: join(here, 'claude/page.ts'),
  gemini: join(here, 'gemini/page.ts'),
  copilot: join(here, 'copilot/page.ts'),
  perplexity: join(here, 'perplexity/page.ts'),
  'openai-compatible': join(here, 'openai-compatible/page.ts'),
  plain: join(here, 'plain/page.ts'),
  families: join(here, 'families/page.ts'),
  'deep-chat': join(here, 'widgets/deep-chat.ts'),
  chatscope: join(here, 'widgets/chatscope.tsx'),
  lab: join(here, 'openai-compatible/lab.ts'),
  attacks: join(here, '../e2e/attacks/page.ts'),
};

/** Bundles the scripts of the practice pages, unless nothing has changed; returns their folder. */
export async function buildSites(): Promise<string> {
  await ifStale(OUTPUT, ['tests/sites', 'tests/e2e/attacks', 'package-lock.json'], async () => {
    await build({
      configFile: false,
      root: here,
      base: '/practice/',
      logLevel: 'warn',
      mode: 'production',
      build: {
        outDir: join(ROOT, OUTPUT),
        emptyOutDir: true,
        target: 'es2022',
        modulePreload: { polyfill: false },
        rolldownOptions: { input: ENTRIES, output: { entryFileNames: '[name].js', chunkFileNames: 'part-[hash].js' } },
      },
    });
    await mkdir(join(ROOT, OUTPUT), { recursive: true });
    await copyFile(join(here, 'page/style.css'), join(ROOT, OUTPUT, 'style.css'));
  });
  return join(ROOT, OUTPUT);
}
