import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { BUILD, launchChromium } from './harness/chromium.ts';
import { expect, test } from './harness/test.ts';

/**
 * The built gate alone, in a browser without the extension; the test plays the guide and answers what no guide would. Only an
 * explicit, well-formed `release` or `rewrite` under the right id may let bytes go.
 */

/** Answers as source text, so that they are made in the page; `id` is the question's. */
const NON_ANSWERS: readonly string[] = [
  'undefined',
  'null',
  'true',
  '"release"',
  '[]',
  '{}',
  '{ id }',
  '{ kind: "release" }',
  '{ id: id + 1000, kind: "release" }',
  '{ id: String(id), kind: "release" }',
  '{ id: -id, kind: "release" }',
  '{ id: NaN, kind: "release" }',
  '{ id, kind: "Release" }',
  '{ id, kind: "release " }',
  '{ id, kind: ["release"] }',
  '{ id, kind: true }',
  '{ id, kind: "allow" }',
  '{ id, kind: "rewrite" }',
  '{ id, kind: "rewrite", body: null }',
  '{ id, kind: "rewrite", body: 5 }',
  '{ id, kind: "rewrite", body: {} }',
  '{ id, kind: "rewrite", body: new Uint8Array(3) }',
  '{ id, kind: "refuse" }',
  '{ id, kind: "refuse", status: 200 }',
  '{ id, kind: "refuse", status: 99, contentType: "", body: "" }',
  '{ id, kind: "refuse", status: "403", contentType: "", body: "" }',
  '{ id, answer: { kind: "release" } }',
  'Object.create({ id, kind: "release" })',
];

async function playGuide(page: Page): Promise<void> {
  await page.addInitScript({ path: join(BUILD, 'content-scripts/gate.js') });
  await page.addInitScript(() => {
    const { port1, port2 } = new MessageChannel();
    const asked: { id: number; body: string }[] = [];
    port1.onmessage = ({ data }) => asked.push(data);
    Reflect.set(window, 'guide', { port: port1, asked });
    document.dispatchEvent(new MessageEvent('tacit:port', { ports: [port2] }));
  });
}

declare const guide: { port: MessagePort; asked: { id: number; body: string }[] };

test('nothing but a well-formed answer under the right id opens the gate', async ({ server }) => {
  test.setTimeout(60_000);
  const browser = await launchChromium({ server, extension: false });
  try {
    const page = await browser.page('about:blank');
    await playGuide(page);
    await page.goto('https://openrouter.ai/lab');
    const since = server.recorder.mark();
    const statuses = await page.evaluate(
      async (answers) => {
        const results: number[] = [];
        for (const [index, answer] of answers.entries()) {
          const body = `nonanswer${index}end`;
          const sent = fetch('/v1/chat/completions', { method: 'POST', body });
          while (!guide.asked.some((question) => question.body === body)) await new Promise((done) => setTimeout(done, 1));
          const id = guide.asked.find((question) => question.body === body)?.id ?? -1;
          guide.port.postMessage(new Function('id', `return (${answer})`)(id));
          results.push((await sent).status);
        }
        return results;
      },
      NON_ANSWERS.slice(0, 6),
    );
    expect(statuses).toEqual(Array.from({ length: 6 }, () => 403));
    const rest = await page.evaluate(async (answers) => {
      const sends = answers.map((_, index) => fetch('/v1/chat/completions', { method: 'POST', body: `otheranswer${index}end` }));
      await new Promise((done) => setTimeout(done, 300));
      for (const [index, answer] of answers.entries()) {
        const id = guide.asked.find((question) => question.body === `otheranswer${index}end`)?.id ?? -1;
        guide.port.postMessage(new Function('id', `return (${answer})`)(id));
      }
      return Promise.all(sends.map(async (send) => (await send).status));
    }, NON_ANSWERS.slice(6));
    expect(rest.filter((status) => status !== 403)).toEqual([]);
    await page.waitForTimeout(300);
    expect(server.recorder.received('answer', since)).toEqual([]);
  } finally {
    await browser.close();
  }
});

test('an answer counts once: late, repeated and contradicting ones change nothing', async ({ server }) => {
  const browser = await launchChromium({ server, extension: false });
  try {
    const page = await browser.page('about:blank');
    await playGuide(page);
    await page.goto('https://openrouter.ai/lab');
    const since = server.recorder.mark();
    const statuses = await page.evaluate(async () => {
      const ask = async (body: string): Promise<[number, Promise<Response>]> => {
        const sent = fetch('/v1/chat/completions', { method: 'POST', body });
        while (!guide.asked.some((question) => question.body === body)) await new Promise((done) => setTimeout(done, 1));
        return [guide.asked.find((question) => question.body === body)?.id ?? -1, sent];
      };
      const refusal = { kind: 'refuse', status: 403, contentType: 'text/plain', body: 'no' };
      const [first, refused] = await ask('refusedfirst');
      guide.port.postMessage({ id: first, ...refusal });
      guide.port.postMessage({ id: first, kind: 'release' });
      const [second, released] = await ask('releasedfirst');
      guide.port.postMessage({ id: second, kind: 'release' });
      guide.port.postMessage({ id: second, kind: 'release' });
      const [third, late] = await ask('toolate');
      const status = (await late).status;
      guide.port.postMessage({ id: third, kind: 'release' });
      const [fourth, rewritten] = await ask('originalwords');
      guide.port.postMessage({ id: fourth, kind: 'wait' });
      await new Promise((done) => setTimeout(done, 3_500));
      guide.port.postMessage({ id: fourth, kind: 'rewrite', body: 'otherwords' });
      return [(await refused).status, (await released).status, status, (await rewritten).status];
    });
    expect(statuses).toEqual([403, 200, 403, 200]);
    await page.waitForTimeout(300);
    const arrived = ['refusedfirst', 'releasedfirst', 'toolate', 'originalwords', 'otherwords'].map(
      (word) => server.recorder.received(word, since).length,
    );
    expect(arrived).toEqual([0, 1, 0, 0, 1]);
  } finally {
    await browser.close();
  }
});
