import { dialog, dismiss, readDialog } from './harness/dialog.ts';
import { compose, composingEnter, paste, textOf, type } from './harness/gestures.ts';
import { replica } from './harness/replicas.ts';
import { expect, test } from './harness/test.ts';
import { sample } from './harness/values.ts';

const MEGABYTES = 'An ordinary sentence about the weather in the mountains. '.repeat(184_000);

test('a paste of ten megabytes with a secret at its end does not leave', async ({ guarded, server, seed }) => {
  test.setTimeout(120_000);
  const site = replica('claude');
  const { text, value } = sample('block', seed);
  const page = await guarded.chat(site.url);
  const since = server.recorder.mark();
  await paste(page, guarded.helper, page.locator(site.field), `${MEGABYTES}${text}`);
  await page.waitForTimeout(1_500);
  await dismiss(page);
  await page
    .locator(site.send)
    .click({ timeout: 5_000 })
    .catch(() => undefined);
  const asked = await dialog(page, 25_000);
  expect(asked).not.toBeNull();
  expect(server.recorder.received(value, since)).toEqual([]);
  await dismiss(page);
  // The page still works.
  await page.locator(site.field).click();
  await page.keyboard.type('still here');
  await expect(page.locator(site.field)).toContainText('still here');
  await page.close();
});

test('a harmless body of two megabytes arrives byte for byte', async ({ guarded, server, seed }) => {
  test.setTimeout(120_000);
  const page = await guarded.chat('https://openrouter.ai/lab');
  const since = server.recorder.mark();
  const { value } = sample('allow', seed);
  const large = `${MEGABYTES.slice(0, 2_000_000)}${value}`;
  await page.evaluate(([text]) => window.lab.send('fetch string', text), [large] as const);
  const sent = await server.recorder.arrival(value, since, 30_000);
  expect(sent?.body.toString('utf8')).toContain(large);
  await page.close();
});

test('lone surrogates arrive as the browser writes them, and hide nothing', async ({ guarded, server, seed }) => {
  const page = await guarded.chat('https://openrouter.ai/lab');
  const harmless = sample('allow', seed);
  const secret = sample('block', seed);
  let since = server.recorder.mark();
  await page.evaluate(([text]) => window.lab.send('fetch string', `\ud800${text}\udc00`), [harmless.text] as const);
  expect(await server.recorder.arrival(harmless.text, since, 5_000)).not.toBeNull();
  since = server.recorder.mark();
  await page.evaluate(([text]) => window.lab.send('fetch string', `\ud800 ${text} \udc00`), [secret.text] as const);
  expect(await dialog(page)).not.toBeNull();
  expect(server.recorder.received(secret.value, since)).toEqual([]);
  await dismiss(page);
  await page.close();
});

for (const id of ['chatgpt-old', 'gemini', 'perplexity', 'copilot'] as const) {
  test(`${id}: an input method composes undisturbed, and what it commits is judged`, async ({ guarded, server, seed }) => {
    const site = replica(id);
    const { text, value } = sample('block', seed);
    const page = await guarded.chat(site.url);
    const since = server.recorder.mark();
    const field = page.locator(site.field);
    await compose(page, field, ['n', 'に', 'にほ'], '日本語 ');
    await expect.poll(() => textOf(field)).toContain('日本語');
    // The Enter that ends a composition is not a send, and nobody is asked anything.
    const session = await page.context().newCDPSession(page);
    await session.send('Input.imeSetComposition', { text: 'か', selectionStart: 1, selectionEnd: 1 });
    await composingEnter(session);
    expect(await readDialog(page)).toBeNull();
    await session.send('Input.insertText', { text: 'カ ' });
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
    expect(await dialog(page)).not.toBeNull();
    expect(server.recorder.received(value, since)).toEqual([]);
    await dismiss(page);
    await page.close();
  });
}

test('what is typed before the editor stands survives the swap and is judged', async ({ guarded, server, seed }) => {
  const site = replica('chatgpt-old');
  const { text, value } = sample('block', seed);
  const page = await guarded.page(`${site.url}?hydrate=6000`);
  const since = server.recorder.mark();
  await type(page, page.locator('textarea[name="prompt-textarea"]'), text);
  await page.locator('html[data-ready="true"]').waitFor();
  await expect(page.locator(site.field)).toHaveText(text);
  await page.locator(site.send).click();
  expect(await dialog(page)).not.toBeNull();
  expect(server.recorder.received(value, since)).toEqual([]);
  await dismiss(page);
  await page.close();
});

test('a long paste that the page uploads as a file at once, to another host, is judged on its way', async ({ guarded, server, seed }) => {
  const site = replica('chatgpt-old');
  const { text, value } = sample('block', seed);
  const page = await guarded.chat(site.url);
  const since = server.recorder.mark();
  const lines = 'Some line of a log file. '.repeat(600);
  await paste(page, guarded.helper, page.locator(site.field), `${lines}${text}`);
  if (guarded.policy) {
    await guarded.collector.event((event) => event.action === 'block' && event.channel === 'fetch' && (event.size ?? 0) >= lines.length);
  }
  await page.waitForTimeout(1_500);
  expect(server.recorder.received(value, since)).toEqual([]);
  await dismiss(page);
  await page.close();
});
