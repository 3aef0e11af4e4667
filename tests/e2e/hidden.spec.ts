import type { Page } from '@playwright/test';
import { type Chromium, launchChromium } from './harness/chromium.ts';
import { ready } from './harness/replicas.ts';
import { expect, test } from './harness/test.ts';
import { PROBES, type Probe, SIGNS, TOOLS } from './probes/probes.ts';

const CHAT = 'https://openrouter.ai/';

let plain: Chromium;

test.beforeAll(async ({ server }) => {
  plain = await launchChromium({ server, extension: false });
});

test.afterAll(() => plain.close());

async function ask(page: Page, probe: Probe, id: string): Promise<unknown> {
  await ready(page);
  await page.evaluate(TOOLS);
  await page.evaluate(`window.extensionId = ${JSON.stringify(id)}`);
  return page.evaluate(`(${String(probe.look)})()`);
}

for (const probe of PROBES) {
  test(`the page cannot tell: ${probe.title}`, async ({ guarded }) => {
    const id = guarded.extension?.id ?? '';
    const [without, within] = [await plain.page(CHAT), await guarded.page(CHAT)];
    const expected = await ask(without, probe, id);
    expect(await ask(within, probe, id)).toEqual(expected);
    // A probe that answers nothing tells nothing.
    expect(JSON.stringify(expected)?.length ?? 0).toBeGreaterThan(2);
    await without.close();
    await within.close();
  });
}

test('what shows that something wraps natives does not show that it is Tacit', async ({ guarded }) => {
  const id = guarded.extension?.id ?? '';
  const [without, within] = [await plain.page(CHAT), await guarded.page(CHAT)];
  for (const probe of SIGNS) {
    const [expected, seen] = [await ask(without, probe, id), await ask(within, probe, id)];
    expect(JSON.stringify(seen), probe.title).not.toMatch(/extension|tacit|gate|guide/i);
    // When this fails, the sign is gone: the threat model need not name it any more.
    expect(JSON.stringify(seen), probe.title).not.toBe(JSON.stringify(expected));
  }
  await without.close();
  await within.close();
});
