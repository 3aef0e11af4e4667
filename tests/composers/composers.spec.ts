import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type BrowserContext, chromium, expect, type Page, test } from '@playwright/test';
import { buildProof } from './build.ts';

const EDITORS = ['textarea', 'react', 'contenteditable', 'prosemirror', 'tiptap', 'lexical', 'quill', 'codemirror', 'slate'];

let browser: BrowserContext;
let server: Server;
let page: Page;

test.beforeAll(async () => {
  test.setTimeout(60_000);
  const folder = await buildProof();
  server = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://127.0.0.1').pathname;
    if (name === '/')
      response
        .setHeader('content-type', 'text/html')
        .end('<!doctype html><meta charset="utf-8"><script type="module" src="/page.js"></script><body>');
    else
      readFile(join(folder, 'page', name)).then(
        (bytes) => response.setHeader('content-type', name.endsWith('.css') ? 'text/css' : 'text/javascript').end(bytes),
        () => response.writeHead(404).end(),
      );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const extension = join(folder, 'extension');
  browser = await chromium.launchPersistentContext('', {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    chromiumSandbox: false,
    permissions: ['clipboard-read', 'clipboard-write'],
    args: [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`],
  });
  page = await browser.newPage();
  page.on('pageerror', (error) => console.log('page error', error.message));
});

test.afterAll(async () => {
  await browser?.close();
  server?.close();
});

/** Opens an editor, sets how the judge of straw decides, and puts the caret in. */
async function open(editor: string, settings: Record<string, string> = {}, extra = '') {
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/?editor=${editor}${extra}`);
  await page.locator('html[data-ready]').waitFor();
  await page.evaluate((values) => Object.assign(document.documentElement.dataset, values), settings);
  await page.locator('.field').click();
}

const sent = () => page.evaluate(() => window.sent);
const model = () => page.evaluate(() => window.model.text());
const data = (name: string) => page.evaluate((key) => document.documentElement.dataset[key], name);
const settle = () => page.waitForTimeout(400);

for (const editor of EDITORS) {
  test.describe(editor, () => {
    test('clean text passes', async () => {
      await open(editor);
      await page.keyboard.type('hello there');
      await page.keyboard.press('Enter');
      await settle();
      expect(await sent()).toEqual(['hello there']);
      expect(await data('asked')).toBeUndefined();
    });

    test('a refused text is not sent and stays', async () => {
      await open(editor);
      await page.keyboard.type('hello secret-one');
      await settle();
      expect(await data('opinion')).toBe('1');
      await page.keyboard.press('Enter');
      await settle();
      expect(await sent()).toEqual([]);
      expect(await model()).toBe('hello secret-one');
      expect(await data('read')).toBe('hello secret-one');
      await page.keyboard.type('x');
      expect(await model()).toBe('hello secret-onex');
    });

    test('a text that is not known yet is held until it is', async () => {
      await open(editor, { delay: '250', outcome: 'refuse' });
      await page.keyboard.type('secret-two', { delay: 0 });
      await page.keyboard.press('Enter');
      await page.waitForTimeout(800);
      expect(await sent()).toEqual([]);
      expect(await data('asked')).toBe('1');
    });

    test('a clean text that is not known yet is sent once it is', async () => {
      await open(editor, { delay: '250' });
      await page.keyboard.type('fine', { delay: 0 });
      await page.keyboard.press('Enter');
      await page.waitForTimeout(800);
      expect(await sent()).toEqual(['fine']);
    });

    test('a released text is sent as it is, once', async () => {
      await open(editor, { outcome: 'release' });
      await page.keyboard.type('secret-three');
      await settle();
      await page.keyboard.press('NumpadEnter');
      await settle();
      expect(await sent()).toEqual(['secret-three']);
      expect(await data('asked')).toBe('1');
    });

    test('a rewritten text replaces the old one in the editor, is sent, and can be undone', async () => {
      await open(editor, { outcome: 'rewrite' });
      await page.keyboard.type('my secret-four here');
      // Histories take what comes within a second as one step.
      await page.waitForTimeout(1_200);
      await page.keyboard.press('Enter');
      await page.waitForTimeout(800);
      expect(await data('failed')).toBeUndefined();
      expect(await sent()).toEqual(['my [SECRET_1] here']);
      // The Slate page keeps no history.
      if (editor === 'slate') return;
      await page.keyboard.press('Control+z');
      await settle();
      expect(await model()).toContain('secret-four');
    });

    test('a rewritten text of several lines keeps its lines', async () => {
      await open(editor, { outcome: 'rewrite' });
      await page.keyboard.type('one');
      await page.keyboard.press('Shift+Enter');
      await page.keyboard.type('secret-five');
      await page.keyboard.press('Shift+Enter');
      await page.keyboard.type('three');
      await settle();
      const before = await model();
      expect(before.split(/\n+/)).toEqual(['one', 'secret-five', 'three']);
      expect(await data('asked')).toBeUndefined();
      await page.keyboard.press('Enter');
      await page.waitForTimeout(800);
      expect(await data('read')).toBe('one\nsecret-five\nthree');
      expect((await sent()).map((text) => text.split(/\n+/))).toEqual([['one', '[SECRET_1]', 'three']]);
    });

    test('the send control is held, too', async () => {
      await open(editor, { outcome: 'refuse' });
      await page.keyboard.type('secret-six');
      await settle();
      await page.locator('.send').click();
      await settle();
      expect(await sent()).toEqual([]);
      await page.evaluate(() => Object.assign(document.documentElement.dataset, { outcome: 'release' }));
      await page.locator('.send').click();
      await settle();
      expect(await sent()).toEqual(['secret-six']);
    });

    test('a paste is checked at once', async () => {
      await open(editor);
      await page.evaluate(() => navigator.clipboard.writeText('pasted secret-seven'));
      await page.keyboard.press('Control+v');
      await settle();
      expect(await model()).toBe('pasted secret-seven');
      expect(await data('opinion')).toBe('1');
    });
  });
}

for (const press of ['pointerdown', 'mousedown']) {
  test(`a control that sends on ${press} is held and pressed again`, async () => {
    await open('textarea', { outcome: 'refuse' }, `&press=${press}`);
    await page.keyboard.type('secret-eight');
    await settle();
    await page.locator('.send').click();
    await settle();
    expect(await sent()).toEqual([]);
    await page.evaluate(() => Object.assign(document.documentElement.dataset, { outcome: 'release' }));
    await page.locator('.send').click();
    await settle();
    expect(await sent()).toEqual(['secret-eight']);
  });
}

test('the send control is held when a key presses it', async () => {
  for (const key of ['Enter', 'Space']) {
    await open('textarea');
    await page.keyboard.type('secret-nine');
    await settle();
    await page.locator('.send').focus();
    await page.keyboard.press(key);
    await settle();
    expect(await sent()).toEqual([]);
    expect(await data('asked')).toBe('1');
  }
});

test('requestSubmit by the page is held', async () => {
  await open('textarea');
  await page.keyboard.type('secret-ten');
  await settle();
  await page.evaluate(() => document.forms[0]?.requestSubmit());
  await settle();
  expect(await sent()).toEqual([]);
});

test('events made by scripts are held like those of people', async () => {
  await open('textarea');
  await page.keyboard.type('secret-eleven');
  await settle();
  await page.evaluate(() => {
    document.querySelector('.field')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
    document.querySelector<HTMLElement>('.send')?.click();
  });
  await settle();
  expect(await sent()).toEqual([]);
});

test('an input method keeps its Enter, and half-composed text is not judged', async () => {
  await open('textarea');
  const cdp = await browser.newCDPSession(page);
  const before = await data('ahead');
  await cdp.send('Input.imeSetComposition', { text: 'secret-abc', selectionStart: 10, selectionEnd: 10 });
  await settle();
  expect(await data('ahead')).toBe(before);
  await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Process', code: 'Enter', windowsVirtualKeyCode: 229 });
  await cdp.send('Input.insertText', { text: 'secret-abc' });
  await settle();
  expect(await data('asked')).toBeUndefined();
  expect(await sent()).toEqual([]);
  expect(await data('opinion')).toBe('1');
  await page.keyboard.press('Enter');
  await settle();
  expect(await data('asked')).toBe('1');
  expect(await sent()).toEqual([]);
});

test('a composer in an open shadow root is guarded', async () => {
  for (const editor of ['textarea', 'contenteditable', 'prosemirror']) {
    await open(editor, { outcome: 'rewrite' }, '&shadow');
    await page.keyboard.type('secret-twelve');
    await settle();
    await page.keyboard.press('Enter');
    await page.waitForTimeout(700);
    expect(await sent(), editor).toEqual(['[SECRET_1]']);
  }
});

test('without an answer the event passes: the gate judges the bytes', async () => {
  await open('textarea', { answer: 'none' });
  await page.keyboard.type('secret-thirteen');
  await page.keyboard.press('Enter');
  await settle();
  expect(await sent()).toEqual(['secret-thirteen']);
});

test('the stop control is never held', async () => {
  await open('textarea');
  await page.evaluate(() => document.querySelector('.send')?.classList.add('stop'));
  await page.keyboard.type('secret-fourteen');
  await settle();
  await page.locator('.send').click();
  await settle();
  expect(await sent()).toEqual(['secret-fourteen']);
});
