import { startFaultCollector } from './harness/fault-collector.ts';
import { launchFirefox } from './harness/firefox.ts';
import { replica } from './harness/replicas.ts';
import { expect, managedValues, openGuarded, test } from './harness/test.ts';
import { MATRIX_POLICY } from './harness/values.ts';

/** A rule that minds names which nothing but the table of names tells. */
const NAMES_POLICY = {
  ...MATRIX_POLICY,
  name: 'names',
  rules: [{ id: 'people', detect: [{ entity: 'PERSON', minConfidence: 0.4 }], action: 'block' }],
};
const NAMED = 'Please summarise what Olivia Brannigan told the board in Rotterdam about the merger.';
const UNNAMED = 'Please summarise what the chairwoman told the board about the merger last week.';

test('a name that only the table knows is held, in Chromium', async ({ server }) => {
  test.setTimeout(120_000);
  const guarded = await openGuarded(server, NAMES_POLICY);
  try {
    const site = replica('chatgpt-old');
    const page = await guarded.chat(site.url);
    const send = async (text: string): Promise<number> => {
      const since = server.recorder.mark();
      await page.locator(site.field).click();
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
      return since;
    };
    expect(await server.recorder.arrival(UNNAMED, await send(UNNAMED), 10_000)).not.toBeNull();
    const since = await send(NAMED);
    const held = await guarded.collector.event((event) => event.action === 'block');
    expect(held.findings).toContainEqual(expect.objectContaining({ entity: 'PERSON' }));
    expect(server.recorder.received('Olivia Brannigan', since)).toEqual([]);
  } finally {
    await guarded.close();
  }
});

test('and in Firefox', async ({ server }) => {
  test.setTimeout(120_000);
  const collector = await startFaultCollector();
  const launched = await launchFirefox(managedValues(collector.url, NAMES_POLICY));
  if (!launched.ok) {
    await collector.close();
    return test.skip(true, launched.reason);
  }
  const { firefox } = launched;
  try {
    const page = await firefox.page(`${server.plainOrigin}/`);
    // The first check waits for the managed policy, which Firefox hands out some time after its start.
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    const send = async (text: string): Promise<number> => {
      const since = server.recorder.mark();
      await page.click('form textarea');
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
      return since;
    };
    expect(await server.recorder.arrival(UNNAMED, await send(UNNAMED), 10_000)).not.toBeNull();
    const since = await send(NAMED);
    await collector.event((event) => event.action === 'block');
    expect(server.recorder.received('Olivia Brannigan', since)).toEqual([]);
  } finally {
    await firefox.close();
    await collector.close();
  }
});
