import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { main } from '../collector/server/command.ts';

const built = fileURLToPath(new URL('../.output/console', import.meta.url));

if (!existsSync(`${built}/index.html`)) {
  await build({ configFile: fileURLToPath(new URL('../collector/console/vite.config.ts', import.meta.url)), logLevel: 'warn' });
}

await main(process.env, { console: built });
