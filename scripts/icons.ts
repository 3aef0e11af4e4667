import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';

/** Draws the PNG icons from `public/icon/icon.svg`: `npx tsx scripts/icons.ts` after a change of the drawing. */
const drawing = readFileSync('public/icon/icon.svg', 'utf8');
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', chromiumSandbox: process.getuid?.() !== 0 });
const page = await browser.newPage();
for (const size of [16, 32, 48, 96, 128]) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body { margin: 0 } svg { display: block; width: ${size}px; height: ${size}px }</style>${drawing}`);
  writeFileSync(`public/icon/${size}.png`, await page.screenshot({ omitBackground: true }));
}
await browser.close();
