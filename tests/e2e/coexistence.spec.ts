import type { Page } from '@playwright/test';
import { type PracticeServer, startPracticeServer } from '../sites/server.ts';
import { type Chromium, launchChromium } from './harness/chromium.ts';
import { BUTTONS, dialog, dismiss, press, readDialog } from './harness/dialog.ts';
import { empty, paste, textOf, type } from './harness/gestures.ts';
import { REPLICAS, type Replica, ready, replica } from './harness/replicas.ts';
import { test as base, expect, type Guarded, openGuarded } from './harness/test.ts';
import { sample } from './harness/values.ts';

/** The back/forward cache, which Playwright switches off for all browsers that it starts. */
const KEEP_PAGES = ['--disable-back-forward-cache'];

interface Side {
  readonly browser: Chromium;
  readonly server: PracticeServer;
}

/** One browser without the extension beside the one with it, each with a server of its own, for all tests of this file. */
const test = base.extend<object, { readonly plain: Side; readonly keeping: Guarded }>({
  plain: [
    async ({ browserName: _ }, use) => {
      const server = await startPracticeServer();
      const browser = await launchChromium({ server, extension: false, without: KEEP_PAGES });
      await use({ browser, server });
      await browser.close();
      await server.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  keeping: [
    async ({ server }, use) => {
      const guarded = await openGuarded(server, undefined, { without: KEEP_PAGES });
      await use(guarded);
      await guarded.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});

/** What went wrong in a page: nothing of ours may be among it. */
function complaints(page: Page): string[] {
  const heard: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') heard.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => heard.push(`uncaught: ${error.message}`));
  return heard;
}

/** Requests that carry a prompt, in order: method and path, without what differs from page to page. */
function requests({ server }: Side, since: number): string[] {
  return server.recorder.arrivals
    .slice(since)
    .filter(({ method, kind, url }) => (method !== 'GET' || kind === 'frame') && !/prepare|autocomp|suggest|draft/.test(url.href))
    .map(({ kind, method, url }) => `${kind} ${method} ${url.pathname.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID')}`);
}

/** How many pieces the last answer came in. */
async function watchPieces(page: Page): Promise<() => Promise<number>> {
  const handle = await page.evaluateHandle(() => {
    const lengths = new Set<number>();
    new MutationObserver(() => lengths.add(document.querySelector('.thread')?.textContent?.length ?? 0)).observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    return lengths;
  });
  return () => handle.evaluate((lengths) => lengths.size);
}

async function answered(page: Page, text: string): Promise<string> {
  const bubble = page.locator('.assistant.done', { hasText: text }).last();
  await bubble.waitFor({ timeout: 10_000 });
  return bubble.innerText();
}

/** A visit: writing, answers as they stream, a second turn, editing, trying again. Gives what was seen and what was sent. */
async function visit(side: Side, replica: Replica): Promise<unknown> {
  const page = await side.browser.page('about:blank');
  const heard = complaints(page);
  const since = side.server.recorder.mark();
  const seen: unknown[] = [];
  await page.goto(replica.url);
  await ready(page);
  const pieces = await watchPieces(page);
  const field = page.locator(replica.field);
  await type(page, field, 'Name a river in Europe, please, and say where it ends');
  await page.keyboard.press('Enter');
  seen.push(await answered(page, 'a river'), (await pieces()) > 3, await textOf(field));
  await type(page, field, 'And a lake');
  await page.locator(replica.send).click();
  seen.push(await answered(page, 'a lake'), await page.locator('.turn').count());
  if ('open' in replica.edit) {
    await page.locator(replica.edit.open).last().click();
    await page.locator('.turn textarea').fill('And a mountain');
    await page.locator(replica.edit.save).click();
    seen.push(await answered(page, 'a mountain'));
  }
  await page.locator('.retry').last().click();
  await page.locator('.assistant').last().and(page.locator('.done')).waitFor();
  seen.push(await page.locator('.turn').count());
  for (const other of await page.locator('form button:enabled:not(.send)').all()) await other.click();
  await page.close();
  return { seen, sent: requests(side, since), heard };
}

for (const replica of REPLICAS) {
  test(`${replica.id} works as it does without Tacit`, async ({ guarded, server, plain }) => {
    const [without, within] = await Promise.all([visit(plain, replica), visit({ browser: guarded, server }, replica)]);
    expect(within).toEqual(without);
    expect(JSON.stringify(without)).toContain('a lake');
  });
}

/** A click in the middle of the field would hit what the widget shows there. */
async function write(page: Page, field: string, text: string): Promise<void> {
  await page.locator(field).focus();
  await page.keyboard.type(text);
}

const WIDGETS = [
  { name: 'deep-chat', field: '#text-input', answers: '.ai-message-text' },
  { name: 'chatscope', field: '.cs-message-input__content-editor', answers: '.assistant' },
] as const;

for (const { name, field, answers } of WIDGETS) {
  test(`the widget ${name}, untouched: answers stream as without Tacit, a secret is held, a choice counts`, async ({
    guarded,
    server,
    plain,
    seed,
  }) => {
    const address = `https://openrouter.ai/widgets/${name}`;
    const talk = async (browser: Chromium): Promise<unknown> => {
      const page = await browser.page('about:blank');
      const heard = complaints(page);
      await page.goto(address);
      await ready(page);
      await write(page, field, 'Name a river in Europe');
      await page.keyboard.press('Enter');
      const answer = page.locator(answers).last();
      await expect(answer).toContainText('You wrote: Name a river in Europe');
      // Until the answer has ended, deep-chat takes no further message.
      await expect(answer).not.toHaveClass(/streamed-message/);
      await write(page, field, 'And a lake');
      await page.keyboard.press('Enter');
      await expect(page.locator(answers).last()).toContainText('And a lake');
      const all = await page.locator(answers).allInnerTexts();
      await page.close();
      return { all, heard };
    };
    const [without, within] = await Promise.all([talk(plain.browser), talk(guarded)]);
    expect(within).toEqual(without);

    const page = await guarded.chat(address);
    const since = server.recorder.mark();
    const blocked = sample('block', seed);
    await write(page, field, blocked.text);
    await page.keyboard.press('Enter');
    expect(await dialog(page)).not.toBeNull();
    await dismiss(page);
    expect(server.recorder.received(blocked.value, since)).toEqual([]);
    await empty(page, page.locator(field));
    const warned = sample('warn', seed);
    await write(page, field, warned.text);
    await page.keyboard.press('Enter');
    await dialog(page);
    await press(page, BUTTONS.send);
    expect(await server.recorder.arrival(warned.value, since, 5_000)).not.toBeNull();
    await expect(page.locator(answers).last()).toContainText(warned.value);
    await page.close();
  });
}

const LAB = 'https://openrouter.ai/lab';
const CHAT = replica('chatgpt-old');
const SLOWLY = `Tell me slowly of every river in Europe, ${'and of the lakes beside it, '.repeat(12)}please`;

test('an answer that the page’s own button stops ends as without Tacit, whatever stands in the composer', async ({
  guarded,
  server,
  plain,
  seed,
}) => {
  const blocked = sample('block', seed);
  const stop = async (side: Side): Promise<unknown> => {
    const page = await side.browser.page('about:blank');
    const heard = complaints(page);
    const since = side.server.recorder.mark();
    await page.goto(CHAT.url);
    await ready(page);
    const field = page.locator(CHAT.field);
    const seen: unknown[] = [];
    for (const next of ['', `${blocked.text} and more `]) {
      await type(page, field, SLOWLY);
      await page.keyboard.press('Enter');
      await page.locator('.assistant', { hasText: 'You wrote' }).last().waitFor();
      await type(page, field, next);
      await page.locator('[data-testid="stop-button"]').click();
      await page.locator('.assistant.failed').last().waitFor();
      seen.push(await page.locator('.assistant').last().innerText(), await textOf(field), await readDialog(page));
      await empty(page, field);
    }
    await type(page, field, 'And a lake');
    await page.keyboard.press('Enter');
    seen.push(await answered(page, 'a lake'));
    await page.close();
    return { seen, sent: requests(side, since), heard };
  };
  const since = server.recorder.mark();
  const [without, within] = await Promise.all([stop(plain), stop({ browser: guarded, server })]);
  expect(within).toEqual(without);
  expect(server.recorder.received(blocked.value, since)).toEqual([]);
});

/** Holds a warned text: in the composer, before the page sees that it is sent, or in the request that the page makes of an edited turn. */
async function hold(page: Page, at: 'composer' | 'request', text: string): Promise<void> {
  if (at === 'composer') {
    await type(page, page.locator(CHAT.field), text);
    await page.keyboard.press('Enter');
  } else {
    await page.locator('.edit').last().click();
    await page.locator('.turn textarea').fill(text);
    await page.locator('.save').click();
  }
  expect((await dialog(page))?.buttons).toContain(BUTTONS.send);
}

async function worksOn(page: Page, server: PracticeServer, seed: number): Promise<void> {
  const harmless = sample('allow', seed);
  const since = server.recorder.mark();
  await empty(page, page.locator(CHAT.field));
  await type(page, page.locator(CHAT.field), harmless.text);
  await page.keyboard.press('Enter');
  await answered(page, harmless.value);
  expect(server.recorder.received(harmless.value, since).length).toBeGreaterThan(0);
}

test('a held send that the page gives up does not leave, also when the person allows it later', async ({ guarded, server, seed }) => {
  const page = await guarded.chat(CHAT.url);
  const heard = complaints(page);
  await worksOn(page, server, seed);
  const since = server.recorder.mark();
  const warned = sample('warn', seed);
  await hold(page, 'request', warned.text);
  // While it is held the same button is the page's stop button.
  await page.locator('[data-testid="stop-button"]').evaluate((button: HTMLButtonElement) => button.click());
  await press(page, BUTTONS.send);
  await page.locator('.assistant.failed').last().waitFor();
  await page.waitForTimeout(500);
  const prompts = server.recorder.received(warned.value, since).filter(({ url }) => CHAT.prompt.test(url.href));
  expect(prompts).toEqual([]);
  await worksOn(page, server, seed + 1);
  expect(heard.filter((line) => !line.startsWith('warning: conversation failed'))).toEqual([]);
  await page.close();
});

for (const at of ['composer', 'request'] as const) {
  test(`a send that is held in the ${at} is gone with its page: by navigation and by closing the tab`, async ({
    guarded,
    server,
    seed,
  }) => {
    const page = await guarded.chat(CHAT.url);
    const heard = complaints(page);
    const since = server.recorder.mark();
    const [first, second] = [sample('warn', seed * 10), sample('warn', seed * 10 + 1)];
    await worksOn(page, server, seed);
    await hold(page, at, first.text);
    await page.goto(LAB);
    await page.goto(CHAT.url);
    await ready(page);
    expect(await readDialog(page)).toBeNull();
    await worksOn(page, server, seed + 1);
    await hold(page, at, second.text);
    await page.close();
    const other = await guarded.chat(CHAT.url);
    await worksOn(other, server, seed + 2);
    expect(await readDialog(other)).toBeNull();
    await other.close();
    for (const { value } of [first, second]) expect(server.recorder.received(value, since)).toEqual([]);
    expect(heard).toEqual([]);
  });
}

test('what pages rely on in a request: stopping, streaming, progress, copies, workers, sockets', async ({ guarded, plain }) => {
  const rely = async (browser: Chromium): Promise<unknown> => {
    const page = await browser.page('about:blank');
    const heard = complaints(page);
    await page.goto(LAB);
    await ready(page);
    const seen = await page.evaluate(async () => {
      const address = '/v1/chat/completions';
      const body = JSON.stringify({ model: 'm', messages: [{ role: 'user', content: 'Tell me about spring '.repeat(15) }] });
      const post = (more: RequestInit = {}) => fetch(address, { method: 'POST', body, ...more });
      const nameOf = (promise: Promise<unknown>) =>
        promise.then(
          () => 'fulfilled',
          (error: unknown) => (error instanceof DOMException || error instanceof Error ? `${error.name}: ${error.message}` : String(error)),
        );

      const stopped = new AbortController();
      const response = await post({ signal: stopped.signal });
      const reader = response.body?.getReader();
      await reader?.read();
      stopped.abort();
      const midway = await nameOf(reader?.read() ?? Promise.resolve());

      const early = new AbortController();
      const pending = nameOf(post({ signal: early.signal }));
      early.abort();
      const beforehand = await pending;
      const reasoned = await nameOf(post({ signal: AbortSignal.abort(new Error('mine')) }));
      const late = await nameOf(post({ signal: AbortSignal.timeout(1) }));

      const streamed = await post();
      const copy = streamed.clone();
      const [one, two] = await Promise.all([streamed.text(), copy.text()]);

      const request = new Request(address, { method: 'POST', body });
      await fetch(request);
      const used = [request.bodyUsed, await nameOf(fetch(request))];

      const events = await new Promise<string[]>((resolve) => {
        const heard: string[] = [];
        const xhr = new XMLHttpRequest();
        for (const type of ['loadstart', 'load', 'loadend', 'abort', 'error']) xhr.addEventListener(type, () => heard.push(type));
        xhr.upload.addEventListener('load', () => heard.push('upload'));
        xhr.onreadystatechange = () => heard.at(-1) !== `state ${xhr.readyState}` && heard.push(`state ${xhr.readyState}`);
        xhr.onloadend = () => setTimeout(() => resolve([...heard, String(xhr.responseText.length > 100)]));
        xhr.open('POST', address);
        xhr.send(body);
      });

      const socket = await new Promise<unknown[]>((resolve) => {
        const heard: unknown[] = [];
        const open = new WebSocket('wss://openrouter.ai/api/ws');
        open.onopen = () => {
          heard.push('open', open.readyState, open.binaryType);
          open.send('{"content":"hello"}');
        };
        open.onmessage = ({ data }) => {
          heard.push(data);
          open.close(1000, 'bye');
        };
        open.onclose = ({ code, wasClean }) => resolve([...heard, code, wasClean]);
      });

      const worker = await new Promise((resolve) => {
        const code =
          "onmessage = async ({ data }) => postMessage((await (await fetch(data[0], { method: 'POST', body: data[1] })).text()).length > 100)";
        const made = new Worker(URL.createObjectURL(new Blob([code])));
        made.onmessage = ({ data }) => resolve(data);
        made.postMessage([location.origin + address, body]);
      });
      return { status: response.status, midway, beforehand, reasoned, late, same: one === two, used, events, socket, worker };
    });
    await page.close();
    return { seen, heard };
  };
  const [without, within] = await Promise.all([rely(plain.browser), rely(guarded)]);
  expect(within).toEqual(without);
  expect(JSON.stringify(without)).toContain('AbortError');
});

test('a long paste becomes an attachment and its bytes leave, as without Tacit', async ({ guarded, server, plain }) => {
  const attach = async (side: Side): Promise<unknown> => {
    const helper = await side.browser.page(`${side.server.plainOrigin}/blank`);
    const page = await side.browser.page('https://chatgpt.com/?paste=60');
    await ready(page);
    const since = side.server.recorder.mark();
    await paste(page, helper, page.locator('#prompt-textarea'), 'All about rivers and lakes. '.repeat(4));
    await page.locator('.chip').waitFor();
    expect(await side.server.recorder.arrival('All about rivers', since, 5_000)).not.toBeNull();
    const sent = requests(side, since).sort();
    await Promise.all([page.close(), helper.close()]);
    return sent;
  };
  const [without, within] = [await attach(plain), await attach({ browser: guarded, server })];
  expect(within).toEqual(without);
});

test('a page that comes back from the back/forward cache is guarded as before', async ({ keeping, server, seed }) => {
  const page = await keeping.chat(LAB);
  const heard = complaints(page);
  await page.evaluate(() =>
    addEventListener('pageshow', ({ persisted }) => document.documentElement.setAttribute('data-kept', String(persisted))),
  );
  await page.goto('https://storage.elsewhere.example/blank');
  await page.goBack({ waitUntil: 'commit' });
  await expect(page.locator('html')).toHaveAttribute('data-kept', 'true');
  const since = server.recorder.mark();
  const [blocked, harmless, warned] = [sample('block', seed), sample('allow', seed), sample('warn', seed)];
  for (const { text } of [blocked, harmless]) await page.evaluate((one) => void window.lab.send('fetch string', one), text);
  expect(await server.recorder.arrival(harmless.value, since, 6_000)).not.toBeNull();
  await dialog(page);
  await dismiss(page);
  await page.evaluate((one) => void window.lab.send('fetch string', one), warned.text);
  await dialog(page);
  await press(page, BUTTONS.send);
  expect(await server.recorder.arrival(warned.value, since, 6_000)).not.toBeNull();
  expect(server.recorder.received(blocked.value, since)).toEqual([]);
  expect(heard).toEqual([]);
  await page.close();
});

test('several tabs: each is asked about its own text, and answered for itself', async ({ guarded, server, seed }) => {
  const since = server.recorder.mark();
  const samples = [0, 1, 2].map((index) => sample('warn', seed * 10 + index));
  const pages = await Promise.all(samples.map(() => guarded.chat(LAB)));
  for (const [index, page] of pages.entries())
    await page.evaluate((one) => void window.lab.send('fetch string', one), samples[index]?.text ?? '');
  const [first, second, third] = pages as [Page, Page, Page];
  for (const page of pages) {
    await page.bringToFront();
    expect((await dialog(page))?.buttons).toContain(BUTTONS.send);
  }
  await second.bringToFront();
  await press(second, BUTTONS.send);
  await first.bringToFront();
  await press(first, BUTTONS.edit);
  await third.close();
  const [one, two, three] = samples.map(({ value }) => value);
  expect(await server.recorder.arrival(two ?? '', since, 5_000)).not.toBeNull();
  expect(await readDialog(first)).toBeNull();
  for (const value of [one, three]) expect(server.recorder.received(value ?? '', since)).toEqual([]);
  await first.close();
  await second.close();
});
