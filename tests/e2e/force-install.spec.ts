import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium } from '@playwright/test';
import { chromiumFor } from '../../scripts/browsers.ts';
import { BUILD } from './harness/chromium.ts';
import { pack } from './harness/crx.ts';
import { openExtension } from './harness/extension.ts';
import { openPolicyFolder } from './harness/policy-folder.ts';
import { expect, test } from './harness/test.ts';
import { MATRIX_POLICY, sample } from './harness/values.ts';

test('installed by policy, the extension stops in the network what the gate cannot see', async ({ server, seed }) => {
  test.setTimeout(180_000);
  const found = await chromiumFor(console.error);
  if (!found.ok) throw new Error(found.cause);
  const { id, version, crx } = pack(BUILD);
  const policy = openPolicyFolder(found.browser.path, id);
  if (!policy) return test.skip(true, 'writing policy files needs root on Linux');
  const store = createServer((request, response) => {
    const address = `http://127.0.0.1:${(store.address() as AddressInfo).port}/e.crx`;
    if (request.url?.startsWith('/e.crx')) response.writeHead(200, { 'content-type': 'application/x-chrome-extension' }).end(crx);
    else {
      const update = `<?xml version="1.0"?><gupdate xmlns="http://www.google.com/update2/response" protocol="2.0"><app appid="${id}"><updatecheck codebase="${address}" version="${version}"/></app></gupdate>`;
      response.writeHead(200, { 'content-type': 'text/xml' }).end(update);
    }
  });
  try {
    await new Promise<void>((resolve) => store.listen(0, '127.0.0.1', resolve));
    const update_url = `http://127.0.0.1:${(store.address() as AddressInfo).port}/u.xml`;
    policy.writeWith(
      { policyJson: JSON.stringify(MATRIX_POLICY), consent: 'granted' },
      { DeveloperToolsAvailability: 1, ExtensionSettings: { [id]: { installation_mode: 'force_installed', update_url } } },
    );
    const context = await chromium.launchPersistentContext('', {
      executablePath: policy.executable,
      headless: true,
      chromiumSandbox: process.getuid?.() !== 0,
      ignoreDefaultArgs: ['--disable-extensions', '--disable-background-networking'],
      args: [...server.browserArguments],
    });
    try {
      await expect.poll(() => context.serviceWorkers().some((worker) => worker.url().includes(id)), { timeout: 60_000 }).toBe(true);
      const extension = openExtension(context, id);
      await extension.policy((state) => state.stamp.name === MATRIX_POLICY.name, 60_000);

      // A value that nobody wrote, by ways that no script in the page could hold.
      const page = await context.newPage();
      await page.goto('https://openrouter.ai/attacks');
      await page.locator('html[data-ready]').waitFor();
      const since = server.recorder.mark();
      const sink = 'https://openrouter.ai/sink/force/';
      const run = (attack: string, { text, value }: ReturnType<typeof sample>) =>
        page.evaluate(([name, secret]) => window.attack?.(name, secret), [
          attack,
          { text, value, sink, elsewhere: sink, domain: '.example' },
        ] as const);
      for (const [index, attack] of ['11c', '22', '39', '48'].entries()) {
        const secret = sample('block', seed * 10 + index);
        const harmless = sample('allow', seed * 10 + index);
        await run(attack, secret);
        await run(attack, harmless);
        expect(await server.recorder.arrival(harmless.value, since, 10_000), `twin of ${attack}`).not.toBeNull();
        expect(server.recorder.received(secret.value, since), attack).toEqual([]);
      }

      // A prompt in an address that somebody has typed.
      const typed = sample('block', seed * 10 + 9);
      const opened = await page.goto(`https://openrouter.ai/?q=${encodeURIComponent(typed.text)}`).catch(() => null);
      expect(opened).toBeNull();
      expect(server.recorder.received(typed.value, since)).toEqual([]);
    } finally {
      await context.close();
    }
  } finally {
    policy.remove();
    store.close();
  }
});
