/** Runs the `tacit` command, and builds it first when its sources have changed. */
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { ifStale, ROOT } from './stamp.ts';

const OUTPUT = '.output/cli/tacit.mjs';

await ifStale(
  OUTPUT,
  ['cli', 'lib', 'public/names.bin', 'scripts/prepared-tables.ts', 'scripts/tacit.ts', 'package-lock.json'],
  async () => {
    const [{ build }, { preparedTables }] = await Promise.all([import('vite'), import('./prepared-tables.ts')]);
    await build({
      configFile: false,
      root: join(ROOT, 'cli'),
      publicDir: false,
      logLevel: 'warn',
      // Files that Node runs by themselves: the command, and beside it what only some of its work needs.
      ssr: { noExternal: true },
      plugins: [preparedTables()],
      build: {
        ssr: 'main.ts',
        outDir: join(ROOT, '.output/cli'),
        emptyOutDir: false,
        // A third less to parse at every start.
        minify: true,
        target: 'node20',
        rolldownOptions: { output: { entryFileNames: 'tacit.mjs', chunkFileNames: '[name].mjs' } },
      },
    });
    copyFileSync(join(ROOT, 'public/names.bin'), join(ROOT, '.output/cli/names.bin'));
    copyFileSync(join(ROOT, 'public/names.LICENSE.txt'), join(ROOT, '.output/cli/names.LICENSE.txt'));
    chmodSync(join(ROOT, OUTPUT), 0o755);
  },
);
const { status } = spawnSync(process.execPath, [join(ROOT, OUTPUT), ...process.argv.slice(2)], {
  stdio: 'inherit',
  // npm runs scripts in the folder of the checkout; people name files from where they stand.
  cwd: process.env.INIT_CWD ?? process.cwd(),
});
process.exitCode = status ?? 1;
