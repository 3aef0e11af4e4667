import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ifStale, ROOT } from './stamp.ts';

export const TARGETS = ['chrome', 'firefox', 'edge'] as const;

export type Target = (typeof TARGETS)[number];

/** What the extension is built from. */
const SOURCES = [
  'entrypoints',
  'components',
  'lib',
  'public',
  'scripts/prepared-tables.ts',
  'scripts/without-json-schema.ts',
  'scripts/without-sources.ts',
  'wxt.config.ts',
  'package-lock.json',
];

/** Folder of a target's unpacked build, relative to the checkout. */
export function buildFolder(target: Target): string {
  return `.output/${target}-mv3`;
}

function run(program: string, parameters: readonly string[], say: (line: string) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(ROOT, program), ...parameters], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString();
      });
    }
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) return resolve();
      say(output.trimEnd());
      reject(new Error(`${program} ${parameters.join(' ')} ended with ${code}`));
    });
  });
}

async function step(
  name: string,
  output: string,
  inputs: readonly string[],
  say: (line: string) => void,
  build: () => Promise<void>,
): Promise<void> {
  const started = performance.now();
  const result = await ifStale(output, inputs, async () => {
    say(`Building ${name} …`);
    await build();
  });
  say(result === 'fresh' ? `${name}: up to date` : `${name}: built in ${((performance.now() - started) / 1_000).toFixed(1)} s`);
}

/** Builds the extension for one browser family, unless its sources have not changed since. */
export function buildExtension(target: Target, say: (line: string) => void): Promise<void> {
  return step(`extension for ${target}`, buildFolder(target), SOURCES, say, () =>
    run('node_modules/wxt/bin/wxt.mjs', ['build', '--browser', target, '--mv3'], say),
  );
}

/** Builds the collector's console. */
export async function buildConsole(say: (line: string) => void): Promise<void> {
  if (!existsSync(join(ROOT, 'collector/console/vite.config.ts'))) return;
  await step('console', '.output/console', ['collector/console', 'components', 'lib', 'package-lock.json'], say, () =>
    run('node_modules/vite/bin/vite.js', ['build', '--config', 'collector/console/vite.config.ts'], say),
  );
}

if (process.argv[1] === import.meta.filename) {
  const wanted = process.argv.slice(2).filter((word): word is Target => TARGETS.some((target) => target === word));
  for (const target of wanted.length > 0 ? wanted : TARGETS) await buildExtension(target, console.log);
  await buildConsole(console.log);
}
