import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import puppeteer, { type Browser, type KeyInput, type Page } from 'puppeteer-core';
import { firefoxFor } from '../../../scripts/browsers.ts';
import { ROOT } from '../../../scripts/stamp.ts';
import { type ManagedValues, openPolicyFolder } from './policy-folder.ts';

/** Folder of the unpacked Firefox build. */
export const FIREFOX_BUILD = join(ROOT, '.output/firefox-mv3');

/** A Firefox with the extension and a policy. It reads policies only when it starts. */
export interface Firefox {
  readonly browser: Browser;
  page(url: string): Promise<Page>;
  close(): Promise<void>;
}

export type FirefoxLaunch = { readonly ok: true; readonly firefox: Firefox } | { readonly ok: false; readonly reason: string };

/** Starts Firefox over WebDriver BiDi; a reason instead where there is none or policies cannot be written. */
export async function launchFirefox(managed: ManagedValues | null, extension = true): Promise<FirefoxLaunch> {
  const found = firefoxFor(console.error);
  if (!found.ok) return { ok: false, reason: `${found.cause} ${found.cure}` };
  if (extension && !existsSync(join(FIREFOX_BUILD, 'manifest.json'))) return { ok: false, reason: `no build in ${FIREFOX_BUILD}` };
  const policy = managed ? openPolicyFolder(found.browser.path) : null;
  if (managed && !policy) return { ok: false, reason: 'policies of Firefox can be written by root on Linux only' };
  try {
    policy?.write(managed);
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: policy?.executable ?? found.browser.path,
      headless: true,
      acceptInsecureCerts: true,
      protocolTimeout: 60_000,
    });
    if (extension) await browser.installExtension(FIREFOX_BUILD);
    return {
      ok: true,
      firefox: {
        browser,
        async page(url) {
          const page = await browser.newPage();
          await page.goto(url);
          await page.waitForSelector('html[data-ready="true"]');
          return page;
        },
        async close() {
          await browser.close();
          policy?.remove();
        },
      },
    };
  } catch (error) {
    policy?.remove();
    throw error;
  }
}

/** How often a key is pressed before it counts as without effect. */
const TRIES = 10;

/**
 * Presses a key until `done`: a button that sends counts only after it has been seen for half a second, and a press before that
 * leaves the focus where it is. Throws with what the page shows, and leaves a picture, when no press had an effect.
 */
export async function pressUntil(page: Page, key: KeyInput, done: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    await page.keyboard.press(key);
    if (await done()) return;
  }
  const picture = join(ROOT, 'test-results/firefox-without-effect.png');
  mkdirSync(dirname(picture), { recursive: true });
  await page.screenshot({ path: picture as `${string}.png` });
  const focus = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200));
  throw new Error(`${key} had no effect; the focus is on ${focus}, the page looks as in ${picture}`);
}
