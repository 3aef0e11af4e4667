import { BUTTONS, dialog, dismiss, giveReason, press, readDialog } from './harness/dialog.ts';
import { textOf, type } from './harness/gestures.ts';
import { REPLICAS, replica } from './harness/replicas.ts';
import { expect, test } from './harness/test.ts';
import { sample } from './harness/values.ts';

for (const site of REPLICAS) {
  test(`${site.id}: a warned text stays until the person decides, then leaves as it was`, async ({ guarded, server, seed }) => {
    const { text, value } = sample('warn', seed);
    const page = await guarded.chat(site.url);
    const since = server.recorder.mark();
    const begun = guarded.collector.events.length;
    await type(page, page.locator(site.field), text);
    await page.keyboard.press('Enter');

    const asked = await dialog(page);
    expect(asked?.buttons).toContain(BUTTONS.send);
    await press(page, BUTTONS.edit);
    expect(await readDialog(page)).toBeNull();
    expect(server.recorder.received(value, since)).toEqual([]);
    // Nothing is lost: the text is where the person left it.
    await expect.poll(() => textOf(page.locator(site.field))).toBe(text);

    await page.locator(site.field).click();
    await page.keyboard.press('Enter');
    await dialog(page);
    await press(page, BUTTONS.send);
    expect(await server.recorder.arrival(text, since, 5_000)).not.toBeNull();

    await page.close();
    // Events go where an administrator says; without one they stay in the browser.
    if (!guarded.policy) return;
    const verdict = await guarded.collector.event((event) => event.kind === 'verdict' && guarded.collector.events.indexOf(event) >= begun);
    expect(verdict.findings?.map(({ entity }) => entity)).toEqual(['CREDIT_CARD']);
    await guarded.collector.event(
      (event) => event.kind === 'choice' && event.choice === 'send' && guarded.collector.events.indexOf(event) >= begun,
    );
    expect(guarded.collector.bodies.filter((body) => body.includes(value))).toEqual([]);
  });
}

test('a blocked text never leaves, and the person is told why', async ({ guarded, server, seed }) => {
  const { text, value } = sample('block', seed);
  const page = await guarded.chat(replica('claude').url);
  const since = server.recorder.mark();
  await type(page, page.locator(replica('claude').field), text);
  await page.keyboard.press('Enter');
  const asked = await dialog(page);
  expect(asked?.buttons).not.toContain(BUTTONS.send);
  expect(asked?.text).toContain('AWS');
  await dismiss(page);
  await page.waitForTimeout(500);
  expect(server.recorder.received(value, since)).toEqual([]);
  await page.close();
});

test('a redacted text leaves with placeholders and is otherwise the same', async ({ guarded, server, seed }) => {
  const { text, value, around } = sample('redact', seed);
  const site = replica('chatgpt-old');
  const page = await guarded.chat(site.url);
  const since = server.recorder.mark();
  await type(page, page.locator(site.field), text);
  await page.keyboard.press('Enter');
  const asked = await dialog(page, 2_000);
  if (asked) await press(page, BUTTONS.redacted);
  const sent = await server.recorder.arrival(around, since, 5_000);
  expect(sent?.body.toString()).toContain('Why does git refuse the token ');
  expect(server.recorder.received(value, since)).toEqual([]);
  await page.close();
});

test('a reason that is too short does not count', async ({ guarded, server, seed }) => {
  const { text, value } = sample('justify', seed);
  const site = replica('copilot');
  const page = await guarded.chat(site.url);
  const since = server.recorder.mark();
  await type(page, page.locator(site.field), text);
  await page.keyboard.press('Enter');
  await dialog(page);
  await giveReason(page, 'because');
  await expect(press(page, BUTTONS.reason, 1_500)).rejects.toThrow('the dialog stayed');
  expect(server.recorder.received(value, since)).toEqual([]);
  await giveReason(page, ' the customer asked for it');
  await press(page, BUTTONS.reason);
  expect(await server.recorder.arrival(text, since, 5_000)).not.toBeNull();
  await page.close();
  if (!guarded.policy) return;
  const choice = await guarded.collector.event((event) => event.kind === 'choice' && event.choice === 'reason');
  expect(choice.reason).toContain('the customer asked');
});
