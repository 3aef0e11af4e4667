import { startFaultCollector } from './harness/fault-collector.ts';
import { launchFirefox, pressUntil } from './harness/firefox.ts';
import { expect, managedValues, test } from './harness/test.ts';
import { sample } from './harness/values.ts';

test('Firefox does the main job: blocks, asks, sends after the choice, reports', async ({ server, seed }) => {
  test.setTimeout(120_000);
  const collector = await startFaultCollector();
  const launched = await launchFirefox(managedValues(collector.url));
  if (!launched.ok) {
    await collector.close();
    return test.skip(true, launched.reason);
  }
  const { firefox } = launched;
  try {
    const page = await firefox.page(`${server.plainOrigin}/`);
    const write = async (text: string) => {
      await page.click('form textarea');
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    };
    // The first check waits for the managed policy, which Firefox hands out some time after its start.
    await new Promise((resolve) => setTimeout(resolve, 3_000));

    const harmless = sample('allow', seed);
    let since = server.recorder.mark();
    await write(harmless.text);
    expect(await server.recorder.arrival(harmless.text, since, 10_000)).not.toBeNull();

    const blocked = sample('block', seed);
    since = server.recorder.mark();
    await write(blocked.text);
    await page.waitForFunction(() => document.activeElement?.localName !== 'textarea', { timeout: 15_000 });
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(server.recorder.received(blocked.value, since)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.activeElement?.localName === 'textarea', { timeout: 15_000 });
    expect(await page.$eval('form textarea', (field) => (field as HTMLTextAreaElement).value)).toBe(blocked.text);
    await page.$eval('form textarea', (field) => {
      (field as HTMLTextAreaElement).value = '';
    });

    const warned = sample('warn', seed);
    since = server.recorder.mark();
    await write(warned.text);
    // The dialog takes the focus.
    await page.waitForFunction(() => document.activeElement?.localName !== 'textarea', { timeout: 15_000 });
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(server.recorder.received(warned.value, since)).toEqual([]);
    // The harmless button has the focus; then come “with details replaced” and “anyway”.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await pressUntil(page, 'Enter', async () => (await server.recorder.arrival(warned.text, since, 1_000)) !== null);
    expect(server.recorder.received(warned.value, since).length).toBeGreaterThan(0);

    await collector.event((event) => event.action === 'block');
    await collector.event((event) => event.choice === 'send');
    expect(collector.bodies.filter((body) => body.includes(blocked.value) || body.includes(warned.value))).toEqual([]);
  } finally {
    await firefox.close();
    await collector.close();
  }
});
