import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import OBSERVE_POLICY from '../../lib/policy/ready/observe.json' with { type: 'json' };
import { launchChromium } from '../../tests/e2e/harness/chromium.ts';
import { startFaultCollector } from '../../tests/e2e/harness/fault-collector.ts';
import { managedValues } from '../../tests/e2e/harness/test.ts';
import type {} from '../../tests/sites/openai-compatible/timed.ts';
import { startPracticeServer } from '../../tests/sites/server.ts';
import { scriptSizes } from '../budgets.ts';
import { buildExtension } from '../build.ts';
import { ROOT } from '../stamp.ts';
import { personalText } from './personal-text.ts';

/**
 * Speed, as ratios within one run: absolute times depend on the machine, ratios hardly. Rounds with and without Tacit alternate,
 * so that a change of load hits both. Prints a table; `--markdown` for the README.
 */

declare const chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };

const ROUNDS = 5;
const SENDS = 60;
const LOADS = 6;
/** First sends after the worker slept, of each kind. */
const WAKES = 8;
/** From the moment in which somebody goes into the composer until they send, ms: to paste something takes no less. */
const BEFORE_SEND = 1_500;
/** Sends by each channel in each round. */
const BY_CHANNEL = 16;
const ADDRESS = 'https://openrouter.ai/lab';
const PROSE = 'The quarterly report should compare both regions and explain the difference in plain words. ';

interface Row {
  readonly what: string;
  readonly against: string;
  readonly ratio: string;
  readonly times: string;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function ms(value: number): string {
  return `${value.toFixed(value < 10 ? 2 : 1)} ms`;
}

/** Times of sends of 2 KB of clean prose, each with other words, ms. */
function sends(page: Page): Promise<number[]> {
  return page.evaluate(
    async ([prose, count]) => {
      const times: number[] = [];
      for (let index = 0; index < count + 5; index += 1) {
        const body = JSON.stringify({ messages: [{ role: 'user', content: `${index} ${Math.random()} ${prose.repeat(22)}` }] });
        const begun = performance.now();
        await (await fetch('/v1/chat/completions', { method: 'POST', headers: { 'content-type': 'application/json' }, body })).text();
        if (index >= 5) times.push(performance.now() - begun);
      }
      return times;
    },
    [PROSE, SENDS] as const,
  );
}

/** Times of sends by each channel, ms, added to those that are there. */
async function byChannel(page: Page, times: Map<string, number[]>): Promise<void> {
  await page.locator('html[data-ready]').waitFor();
  for (const name of await page.evaluate(() => window.timed.names)) {
    const sent = await page.evaluate(([channel, count]) => window.timed.times(channel, count), [name, BY_CHANNEL] as const);
    times.set(name, [...(times.get(name) ?? []), ...sent]);
  }
}

/** Times of first sends after the worker slept, ms: `focused` while somebody has been in the composer for `BEFORE_SEND`. */
async function firstSends(page: Page, stopWorker: () => Promise<void>, texts: readonly string[], focused: boolean): Promise<number[]> {
  const times: number[] = [];
  for (const text of texts) {
    await stopWorker();
    await page.bringToFront();
    if (focused) {
      await page.evaluate(() => {
        const field = document.body.appendChild(document.createElement('textarea'));
        field.focus();
      });
      await page.waitForTimeout(BEFORE_SEND);
    }
    times.push(
      await page.evaluate(async (content) => {
        const body = JSON.stringify({ messages: [{ role: 'user', content }] });
        const begun = performance.now();
        await (await fetch('/v1/chat/completions', { method: 'POST', headers: { 'content-type': 'application/json' }, body })).text();
        return performance.now() - begun;
      }, text),
    );
    await page.evaluate(() => document.querySelector('textarea')?.remove());
  }
  return times;
}

/** Times until the load event of a chat page, ms. */
async function loads(page: Page): Promise<number[]> {
  const times: number[] = [];
  for (let index = 0; index < LOADS; index += 1) {
    await page.goto('https://chatgpt.com/');
    times.push(await page.evaluate(() => performance.getEntriesByType('navigation')[0]?.duration ?? 0));
  }
  return times;
}

/** A policy that lets everything go, and minds what most do. */
const OBSERVE = { ...OBSERVE_POLICY, name: 'bench' };

/** Median times of first sends after the worker slept, ms, by text and by whether somebody was in the composer. */
async function wakes(): Promise<Record<'prose' | 'people' | 'focusedProse' | 'focusedPeople', number>> {
  say('Sends to a worker that sleeps …');
  const browser = await launchChromium({ server, extension: true, managed: managedValues(collector.url, OBSERVE) });
  try {
    const { extension } = browser;
    if (!extension) throw new Error('launched without the extension');
    await extension.policy((state) => state.stamp.name === OBSERVE.name);
    const page = await browser.page(ADDRESS);
    const texts = {
      prose: Array.from({ length: WAKES }, (_, index) => `${index} ${PROSE.repeat(22)}`),
      people: Array.from({ length: WAKES }, (_, index) => personalText(2048, `wake ${index}`)),
    };
    const first = async (kind: keyof typeof texts, focused: boolean): Promise<number> =>
      median(await firstSends(page, extension.stopWorker, texts[kind], focused));
    return {
      prose: await first('prose', false),
      people: await first('people', false),
      focusedProse: await first('prose', true),
      focusedPeople: await first('people', true),
    };
  } finally {
    await browser.close();
  }
}

const say = (line: string): void => console.error(line);
await buildExtension('chrome', say);
const server = await startPracticeServer();
const collector = await startFaultCollector();
const waking = await wakes();
const guarded = await launchChromium({ server, extension: true, managed: managedValues(collector.url) });
const plain = await launchChromium({ server, extension: false });
const rows: Row[] = [];
const channels = { guarded: new Map<string, number[]>(), plain: new Map<string, number[]>() };
const ratio = (a: number, b: number): string => `${(a / b).toFixed(2)}×`;
try {
  const { extension } = guarded;
  if (!extension) throw new Error('launched without the extension');
  await extension.policy((state) => state.stamp.name === 'matrix');
  const times = { guardedSend: [] as number[], plainSend: [] as number[], guardedLoad: [] as number[], plainLoad: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    say(`Round ${round + 1} of ${ROUNDS} …`);
    const [a, b] = [await guarded.page(ADDRESS), await plain.page(ADDRESS)];
    times.guardedSend.push(...(await sends(a)));
    times.plainSend.push(...(await sends(b)));
    await byChannel(a, channels.guarded);
    await byChannel(b, channels.plain);
    times.guardedLoad.push(...(await loads(a)));
    times.plainLoad.push(...(await loads(b)));
    await a.close();
    await b.close();
  }
  const own = await extension.page();
  // The emptiest message that the background answers.
  const trip = await own.evaluate(async () => {
    const times: number[] = [];
    for (let index = 0; index < 120; index += 1) {
      const begun = performance.now();
      await chrome.runtime.sendMessage({ to: 'background', name: 'page-state', payload: { tabId: 1 } });
      if (index >= 20) times.push(performance.now() - begun);
    }
    return times;
  });
  const added = median(times.guardedSend) - median(times.plainSend);
  const load = { guarded: median(times.guardedLoad), plain: median(times.plainLoad) };
  rows.push(
    {
      what: 'send of 2 KB, warm worker',
      against: 'the same send without Tacit',
      ratio: ratio(median(times.guardedSend), median(times.plainSend)),
      times: `${ms(median(times.guardedSend))} : ${ms(median(times.plainSend))}`,
    },
    {
      what: 'check of 2 KB, gate to verdict and back',
      against: 'one empty message to the background and back',
      ratio: ratio(added, median(trip)),
      times: `${ms(added)} : ${ms(median(trip))}`,
    },
    ...(
      [
        ['prose', waking.focusedProse, waking.prose],
        ['text about people', waking.focusedPeople, waking.people],
      ] as const
    ).map(([what, focused, asleep]) => ({
      what: `first send of 2 KB of ${what} after the worker slept, 1.5 s after somebody went into the composer`,
      against: 'the same with nobody in the composer',
      ratio: ratio(focused, asleep),
      times: `${ms(focused)} : ${ms(asleep)}`,
    })),
    {
      what: 'page load of a chat site',
      against: 'the same page without Tacit',
      ratio: ratio(load.guarded, load.plain),
      times: `${ms(load.guarded)} : ${ms(load.plain)}`,
    },
  );
} finally {
  await guarded.close();
  await plain.close();
  await collector.close();
  await server.close();
}

const byName = [...channels.guarded].map(([name, guardedTimes]) => {
  const [guardedTime, plainTime] = [median(guardedTimes), median(channels.plain.get(name) ?? [])];
  return {
    name,
    ratio: ratio(guardedTime, plainTime),
    added: ms(guardedTime - plainTime),
    times: `${ms(guardedTime)} : ${ms(plainTime)}`,
  };
});
const sizes = scriptSizes('chrome');
const markdown = [
  '| what | against | ratio | medians |',
  '| --- | --- | --- | --- |',
  ...rows.map((row) => `| ${row.what} | ${row.against} | ${row.ratio} | ${row.times} |`),
  '',
  '| channel, 2 KB | with against without Tacit | added | medians |',
  '| --- | --- | --- | --- |',
  ...byName.map((channel) => `| ${channel.name} | ${channel.ratio} | ${channel.added} | ${channel.times} |`),
  '',
  '| script | minified | gzip | budget |',
  '| --- | --- | --- | --- |',
  ...sizes.map(
    (size) => `| ${size.file} | ${(size.bytes / 1000).toFixed(1)} kB | ${(size.gzip / 1000).toFixed(1)} kB | ${size.budget / 1000} kB |`,
  ),
].join('\n');
mkdirSync(join(ROOT, '.output/reports'), { recursive: true });
writeFileSync(join(ROOT, '.output/reports/bench.md'), `${markdown}\n`);
if (process.argv.includes('--markdown')) console.log(markdown);
else {
  for (const row of rows) console.log(`${row.ratio.padStart(7)}  ${row.what} against ${row.against} (${row.times})`);
  for (const channel of byName) console.log(`${channel.ratio.padStart(7)}  ${channel.name}: ${channel.added} more (${channel.times})`);
  for (const size of sizes)
    console.log(
      `${`${(size.bytes / 1000).toFixed(1)} kB`.padStart(9)}  ${size.file} (${(size.gzip / 1000).toFixed(1)} kB gzip, budget ${size.budget / 1000} kB)`,
    );
}
