import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { UNPACKED_ID } from '../../../lib/browser/identity.ts';
import { chromiumFor } from '../../../scripts/browsers.ts';
import { ROOT } from '../../../scripts/stamp.ts';
import type { PracticeServer } from '../../sites/server.ts';
import { openExtension } from './extension.ts';
import { type ManagedValues, openPolicyFolder, type PolicyFolder } from './policy-folder.ts';

/** Folder of the unpacked build under test. */
export const BUILD = join(ROOT, '.output/chrome-mv3');

/**
 * Ways in which the extension is installed. `store`: as from a store. `policy`: as an administrator's policy installs it, which also
 * grants blocking of requests in the network.
 */
export const INSTALLS = ['store', 'policy'] as const;

export type Install = (typeof INSTALLS)[number];

/** A Chromium that sees the practice sites under their real names, with the extension or without. */
export interface Chromium {
  readonly context: BrowserContext;
  /** Null without the extension. */
  readonly extension: ReturnType<typeof openExtension> | null;
  /** Null where managed policy files need rights that we do not have. */
  readonly policy: PolicyFolder | null;
  page(url: string): Promise<Page>;
  close(): Promise<void>;
}

export interface LaunchOptions {
  readonly server: PracticeServer;
  /** False: a control run, in which everything must arrive. */
  readonly extension: boolean;
  /** Default: `store`. */
  readonly install?: Install;
  /** Managed policy in place before the start. */
  readonly managed?: ManagedValues | null;
  /** Match patterns of hosts that the extension may see beyond those of the build, as if somebody had granted them. */
  readonly granted?: readonly string[];
  readonly headless?: boolean;
  readonly profile?: string;
  readonly extraArguments?: readonly string[];
  /** Arguments of Playwright's own to leave out, such as the one that switches the back/forward cache off. */
  readonly without?: readonly string[];
  /** True when the caller closes the browser on Ctrl-C itself. */
  readonly ownSignals?: boolean;
}

/** A headless browser shows no question to answer; hosts that are granted later are the same to it as hosts of the manifest. */
function grant(manifest: string, patterns: readonly string[]): void {
  const written = JSON.parse(readFileSync(manifest, 'utf8')) as { host_permissions: string[] };
  writeFileSync(manifest, JSON.stringify({ ...written, host_permissions: [...written.host_permissions, ...patterns] }));
}

/** Starts Chromium; throws with cause and cure when there is none, or no build. */
export async function launchChromium(options: LaunchOptions): Promise<Chromium> {
  const found = await chromiumFor(console.error);
  if (!found.ok) throw new Error(`${found.cause} ${found.cure}`);
  if (options.extension && !existsSync(join(BUILD, 'manifest.json'))) throw new Error(`No build in ${BUILD}. Run \`npm run build\` first.`);
  const policy = openPolicyFolder(found.browser.path);
  // The dialog is read from disk when it is first needed: a build in between must not change the extension under test.
  const build = options.extension ? mkdtempSync(join(tmpdir(), 'tacit-build-')) : null;
  const tidy = () => {
    policy?.remove();
    if (build) rmSync(build, { recursive: true, force: true });
  };
  // Also when the process is ended in the middle: a policy file must not outlive it.
  process.once('exit', tidy);
  try {
    if (build) {
      cpSync(BUILD, build, { recursive: true });
      grant(join(build, 'manifest.json'), options.granted ?? []);
    }
    policy?.write(options.managed ?? null);
    const context = await chromium.launchPersistentContext(options.profile ?? '', {
      executablePath: policy?.executable ?? found.browser.path,
      headless: options.headless ?? true,
      chromiumSandbox: process.getuid?.() !== 0,
      handleSIGINT: !options.ownSignals,
      handleSIGTERM: !options.ownSignals,
      handleSIGHUP: !options.ownSignals,
      viewport: options.headless === false ? null : { width: 1100, height: 800 },
      colorScheme: 'light',
      ignoreDefaultArgs: [...(options.without ?? [])],
      permissions: ['clipboard-read', 'clipboard-write'],
      args: [
        ...options.server.browserArguments,
        ...(build ? [`--disable-extensions-except=${build}`, `--load-extension=${build}`] : []),
        ...(options.install === 'policy' ? [`--allowlisted-extension-id=${UNPACKED_ID}`] : []),
        ...(options.extraArguments ?? []),
      ],
    });
    const extension = options.extension ? openExtension(context, UNPACKED_ID) : null;
    return {
      context,
      extension,
      policy,
      async page(url) {
        const page = await context.newPage();
        await page.goto(url);
        return page;
      },
      async close() {
        await context.close();
        tidy();
        process.off('exit', tidy);
      },
    };
  } catch (error) {
    tidy();
    throw error;
  }
}
