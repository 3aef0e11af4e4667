import { test as base, type Page } from '@playwright/test';
import { type PracticeServer, startPracticeServer } from '../../sites/server.ts';
import { type Chromium, type LaunchOptions, launchChromium } from './chromium.ts';
import { type FaultCollector, startFaultCollector } from './fault-collector.ts';
import type { ManagedValues } from './policy-folder.ts';
import { ready } from './replicas.ts';
import { MATRIX_POLICY } from './values.ts';

/** A guarded browser with the matrix policy in force, reporting to a collector of its own. */
export interface Guarded extends Chromium {
  readonly collector: FaultCollector;
  /** A page on this computer that holds the clipboard. */
  readonly helper: Page;
  /** Opens a page of the practice server and waits until its editor stands. */
  chat(url: string): Promise<Page>;
}

interface WorkerFixtures {
  readonly server: PracticeServer;
  /** Shared by the tests of a worker: they must leave the policy and the collector's mood as they found them. */
  readonly guarded: Guarded;
}

interface TestFixtures {
  /** Another number for every test, for values that no other test uses. */
  readonly seed: number;
}

/** Managed values with the matrix policy, changed as a test needs. */
export function managedValues(endpoint: string, policy: object = MATRIX_POLICY): ManagedValues {
  return {
    policyJson: JSON.stringify(policy),
    auditEndpoint: endpoint,
    auditToken: 'practice-token',
    userId: 'tester',
    consent: 'granted',
  };
}

/**
 * Starts a guarded browser and waits until its policy is in force.
 *
 * @param more what the browser has granted to the extension beyond what its build asks for, and what it does without
 */
export async function openGuarded(
  server: PracticeServer,
  policy: object & { readonly name: string } = MATRIX_POLICY,
  more: Pick<LaunchOptions, 'without' | 'granted'> = {},
): Promise<Guarded> {
  const collector = await startFaultCollector();
  const browser = await launchChromium({ server, extension: true, managed: managedValues(collector.url, policy), ...more });
  const { extension } = browser;
  if (!extension) throw new Error('launched without the extension');
  if (!browser.policy) await extension.ask('set-own-policy', { text: JSON.stringify(policy) });
  await extension.policy((state) => state.stamp.name === policy.name);
  const helper = await browser.page(`${server.plainOrigin}/blank`);
  return {
    ...browser,
    collector,
    helper,
    async chat(url) {
      const page = await browser.page(url);
      await ready(page);
      return page;
    },
    async close() {
      await browser.close();
      await collector.close();
    },
  };
}

let seeds = 50_000;

export const test = base.extend<TestFixtures, WorkerFixtures>({
  server: [
    // Playwright reads the fixtures that are needed from the pattern, and will have one.
    async ({ browserName: _ }, use) => {
      const server = await startPracticeServer();
      await use(server);
      await server.close();
    },
    { scope: 'worker' },
  ],
  guarded: [
    async ({ server }, use) => {
      const guarded = await openGuarded(server);
      await use(guarded);
      await guarded.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  seed: async ({ browserName: _ }, use) => {
    seeds += 1;
    await use(seeds);
  },
});

export { expect } from '@playwright/test';
