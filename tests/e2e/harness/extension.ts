import type { BrowserContext, Page } from '@playwright/test';
import type { PageRequests, PolicyState } from '../../../lib/messages/protocol.ts';

type Name = keyof PageRequests;

declare const chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };

/** The extension from within: what its own pages may ask, and its service worker's life. */
export function openExtension(context: BrowserContext, id: string) {
  let own: Page | null = null;

  async function page(): Promise<Page> {
    if (own && !own.isClosed()) return own;
    own = await context.newPage();
    await own.goto(`chrome-extension://${id}/options.html`);
    return own;
  }

  /** Asks the background as the extension's own pages do. */
  async function ask<N extends Name>(name: N, request: PageRequests[N][0]): Promise<PageRequests[N][1]> {
    const asking = await page();
    const reply = (await asking.evaluate((message) => chrome.runtime.sendMessage(message), {
      to: 'background',
      name,
      payload: request,
    })) as { readonly value: PageRequests[N][1] };
    return reply.value;
  }

  /** Waits until the policy in force fits. */
  async function policy(fits: (state: PolicyState) => boolean, timeout = 15_000): Promise<PolicyState> {
    const end = Date.now() + timeout;
    for (;;) {
      const state = await ask('policy-state', {});
      if (state && fits(state)) return state;
      if (Date.now() > end)
        throw new Error(`The policy did not become as expected. Last: ${JSON.stringify({ ...state, text: undefined })}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  /** Makes the browser read its policy files again, which it otherwise does after about five seconds. */
  async function reloadPolicies(): Promise<void> {
    const page = await context.newPage();
    await page.goto('chrome://policy');
    await page.locator('#reload-policies').click();
    await page.close();
  }

  /** Stops the service worker as the browser does; its memory is lost, the next message wakes a new one. */
  async function stopWorker(): Promise<void> {
    const session = await context.newCDPSession(await page());
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    await session.detach();
    await new Promise((resolve) => setTimeout(resolve, 400));
  }

  return { id, page, ask, policy, reloadPolicies, stopWorker };
}
