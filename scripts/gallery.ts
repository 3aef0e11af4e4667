import { createReadStream, existsSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { chromium } from '@playwright/test';
import { build } from 'wxt';

/** Builds the gallery alone and takes pictures of every component in every state: `npm run gallery`. */
process.env.GALLERY = '1';
const outDir = '.output/gallery';
const shots = '.output/gallery-shots';
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

const LOOKS = [
  { name: 'light', query: 'locale=en', width: 1000, colorScheme: 'light' },
  { name: 'dark', query: 'locale=de', width: 1000, colorScheme: 'dark' },
  { name: 'narrow', query: 'locale=de', width: 320, colorScheme: 'light' },
  { name: 'rtl', query: 'locale=en&dir=rtl', width: 1000, colorScheme: 'light' },
  { name: 'forced', query: 'locale=en', width: 1000, colorScheme: 'dark', forcedColors: 'active' },
] as const;

await build({ outDir, filterEntrypoints: ['gallery'] });
const folder = join(outDir, 'chrome-mv3');

const server = createServer((request, response) => {
  const path = join(folder, normalize(new URL(request.url ?? '/', 'http://localhost').pathname));
  if (!existsSync(path)) {
    response.writeHead(404).end();
    return;
  }
  response.setHeader('content-type', TYPES[extname(path)] ?? 'application/octet-stream');
  createReadStream(path).pipe(response);
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

rmSync(shots, { recursive: true, force: true });
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', chromiumSandbox: process.getuid?.() !== 0 });
let count = 0;
for (const { name, query, width, ...media } of LOOKS) {
  const page = await browser.newPage({ viewport: { width, height: 900 }, ...media });
  await page.goto(`${origin}/gallery.html?${query}`);
  for (const stage of await page.locator('.stage').all()) {
    const state = (await stage.getAttribute('data-state')) ?? '';
    const wide = await stage.evaluate(
      (element) => element.getBoundingClientRect().right > innerWidth || element.scrollWidth > element.clientWidth,
    );
    if (wide) console.error(`${name}: ${state} is wider than the window`);
    await stage.screenshot({
      path: join(shots, name, `${state.replaceAll(/[^a-z]+/g, '-')}.png`),
      animations: 'disabled',
      timeout: 120_000,
    });
    count += 1;
  }
  await page.close();
}
await browser.close();
server.close();
console.log(`${count} pictures in ${shots}`);
