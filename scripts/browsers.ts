import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A browser on this computer. */
export interface Browser {
  readonly name: 'Chromium' | 'Edge' | 'Chrome' | 'Firefox';
  readonly path: string;
  /** As the browser says itself: `156.0.8078.79`; empty when it does not answer. */
  readonly version: string;
}

type Found = { readonly ok: true; readonly browser: Browser } | { readonly ok: false; readonly cause: string; readonly cure: string };

const home = process.env.HOME ?? '';
const windowsRoots = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(
  (root) => root !== undefined,
);
const windows = (...parts: readonly string[]) => windowsRoots.map((root) => join(root, ...parts));

const PLACES: Record<Browser['name'], Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  Chromium: {
    linux: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/snap/bin/chromium'],
    darwin: ['/Applications/Chromium.app/Contents/MacOS/Chromium'],
    win32: windows('Chromium', 'Application', 'chrome.exe'),
  },
  Edge: {
    linux: ['/usr/bin/microsoft-edge', '/usr/bin/microsoft-edge-stable', '/opt/microsoft/msedge/msedge'],
    darwin: ['/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
    win32: windows('Microsoft', 'Edge', 'Application', 'msedge.exe'),
  },
  Chrome: {
    linux: ['/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/opt/google/chrome/chrome'],
    darwin: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
    win32: windows('Google', 'Chrome', 'Application', 'chrome.exe'),
  },
  Firefox: {
    linux: ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/snap/bin/firefox', '/usr/lib/firefox/firefox'],
    darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox', join(home, 'Applications/Firefox.app/Contents/MacOS/firefox')],
    win32: windows('Mozilla Firefox', 'firefox.exe'),
  },
};

function versionOf(path: string): string {
  // On Windows the programs open a window instead of answering.
  if (process.platform === 'win32') return '';
  const run = spawnSync(path, ['--version', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])], { encoding: 'utf8', timeout: 20_000 });
  return /\d+(?:\.\d+)+/.exec(run.stdout ?? '')?.[0] ?? '';
}

/** Looks for one kind of browser in its usual places. */
export function find(name: Browser['name']): Browser | null {
  const path = PLACES[name][process.platform]?.find(existsSync);
  return path ? { name, path, version: versionOf(path) } : null;
}

/** Playwright's own Chromium, when it has been downloaded. */
async function playwrightChromium(): Promise<Browser | null> {
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  return existsSync(path) ? { name: 'Chromium', path, version: versionOf(path) } : null;
}

/**
 * A browser that loads an unpacked extension from the command line. Google's own Chrome refuses that from version 137 on
 * (`--load-extension` is ignored in branded builds), so Chromium, Playwright's build and Edge come first, and a newer Chrome never.
 */
async function findForExtension(): Promise<Browser | null> {
  const own = process.env.TACIT_CHROMIUM;
  if (own && existsSync(own)) return { name: 'Chromium', path: own, version: versionOf(own) };
  const found = find('Chromium') ?? (await playwrightChromium()) ?? find('Edge');
  if (found) return found;
  const chrome = find('Chrome');
  return chrome && Number.parseInt(chrome.version, 10) < 137 ? chrome : null;
}

function isDebian(): boolean {
  return existsSync('/etc/os-release') && /^ID(?:_LIKE)?=.*\b(?:debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/** Installs packages where that needs no question: Debian and its children, as root. Says whether it worked. */
function aptInstall(packages: readonly string[], say: (line: string) => void): boolean {
  if (!isDebian() || process.getuid?.() !== 0) return false;
  say(`Installing ${packages.join(', ')} with apt-get …`);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const command of [['update'], ['install', '--yes', '--no-install-recommends', ...packages]]) {
    const run = spawnSync('apt-get', command, { env: environment, encoding: 'utf8', timeout: 900_000 });
    if (run.status !== 0) {
      say(`apt-get ${command[0]} failed: ${(run.stderr || String(run.error ?? '')).trim().split('\n').at(-1)}`);
      return false;
    }
  }
  return true;
}

/** Chromium or Edge for the extension; installed or downloaded when there is none. */
export async function chromiumFor(say: (line: string) => void): Promise<Found> {
  const there = await findForExtension();
  if (there) return { ok: true, browser: there };
  if (aptInstall(['chromium', 'fonts-dejavu-core', 'fonts-noto-color-emoji'], say)) {
    const installed = find('Chromium');
    if (installed) return { ok: true, browser: installed };
  }
  say("Downloading Playwright's Chromium …");
  try {
    execFileSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'inherit', shell: process.platform === 'win32', timeout: 900_000 });
  } catch (error) {
    say(`The download failed: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
  }
  const downloaded = await playwrightChromium();
  if (downloaded) return { ok: true, browser: downloaded };
  const chrome = find('Chrome');
  return {
    ok: false,
    cause: chrome
      ? `Only Google Chrome ${chrome.version} is here, and Chrome loads no unpacked extension from the command line since version 137.`
      : 'There is no Chromium or Edge on this computer, and none could be installed or downloaded.',
    cure: 'Install Chromium or Microsoft Edge, or let Playwright download its build: `npx playwright install chromium`. A Chromium elsewhere: set TACIT_CHROMIUM to its path.',
  };
}

/** Firefox; installed when there is none and apt is at hand. */
export function firefoxFor(say: (line: string) => void): Found {
  const there = find('Firefox');
  if (there) return { ok: true, browser: there };
  if (aptInstall(['firefox-esr'], say)) {
    const installed = find('Firefox');
    if (installed) return { ok: true, browser: installed };
  }
  return { ok: false, cause: 'There is no Firefox on this computer.', cure: 'Install Firefox from your system or from mozilla.org.' };
}
