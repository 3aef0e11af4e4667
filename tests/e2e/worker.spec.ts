import { BUTTONS, dialog, dismiss, press, readDialog } from './harness/dialog.ts';
import { type } from './harness/gestures.ts';
import { replica } from './harness/replicas.ts';
import { expect, test } from './harness/test.ts';
import { sample } from './harness/values.ts';

const site = replica('openai-compatible');

test('a worker that was stopped before Send is woken and judges', async ({ guarded, server, seed }) => {
  const { text, value } = sample('block', seed);
  const page = await guarded.chat(site.url);
  const since = server.recorder.mark();
  await type(page, page.locator(site.field), text);
  await guarded.extension?.stopWorker();
  await page.bringToFront();
  await page.keyboard.press('Enter');
  expect(await dialog(page)).not.toBeNull();
  await dismiss(page);
  expect(server.recorder.received(value, since)).toEqual([]);
  await page.close();
});

test('a worker that is stopped in mid-scan leaks nothing and loses nothing', async ({ guarded, server, seed }) => {
  const { text, value } = sample('block', seed);
  const page = await guarded.chat('https://openrouter.ai/lab');
  const since = server.recorder.mark();
  // Megabytes around the value, so that there is a middle of the scan to be killed in.
  const large = `${'Nothing of note stands in this line. '.repeat(60_000)}\n${text}`;
  const sent = page.evaluate(([body]) => window.lab.send('fetch string', body), [large] as const);
  await sent;
  for (let kill = 0; kill < 3; kill += 1) {
    await page.waitForTimeout(30);
    await guarded.extension?.stopWorker();
  }
  await page.bringToFront();
  await page.waitForTimeout(3_000);
  expect(server.recorder.received(value, since)).toEqual([]);
  await dismiss(page);
  await page.close();
});

test('a worker that is stopped while the dialog is open does not send, and the next try works', async ({ guarded, server, seed }) => {
  const { text, value } = sample('warn', seed);
  const page = await guarded.chat(site.url);
  const since = server.recorder.mark();
  await type(page, page.locator(site.field), text);
  await page.keyboard.press('Enter');
  expect(await dialog(page)).not.toBeNull();
  await guarded.extension?.stopWorker();
  await page.bringToFront();
  await page.waitForTimeout(1_000);
  expect(server.recorder.received(value, since)).toEqual([]);
  // The question is asked again by the new worker, or the text waits in the editor for the next try.
  if (!(await readDialog(page))) {
    await page.locator(site.field).click();
    await page.keyboard.press('Enter');
  }
  expect(await dialog(page)).not.toBeNull();
  await press(page, BUTTONS.send);
  expect(await server.recorder.arrival(text, since, 5_000)).not.toBeNull();
  await page.close();
});
