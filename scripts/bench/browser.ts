import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { launchChromium } from '../../tests/e2e/harness/chromium.ts';
import { startFaultCollector } from '../../tests/e2e/harness/fault-collector.ts';
import { managedValues } from '../../tests/e2e/harness/test.ts';
import type {} from '../../tests/sites/openai-compatible/timed.ts';
import { startPracticeServer } from '../../tests/sites/server.ts';
import { scriptSizes } from '../budgets.ts';
import { buildExtension } from '../build.ts';
import { ROOT } from '../stamp.ts';

/**
 * Speed, as ratios within one run: absolute times depend on the machine, ratios hardly. Rounds with and without Tacit alternate,
 * so that a change of load hits both. Prints a table; `--markdown` for the README.
 */

declare const chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };

const ROUNDS = 5;
const SENDS = 60;
const LOADS = 6;
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

/** Times until the load event of a chat page, ms. */
async function loads(page: Page): Promise<number[]> {
  const times: number[] = [];
  for (let index = 0; index < LOADS; index += 1) {
    await page.goto('https://chatgpt.com/');
    times.push(await page.evaluate(() => performance.getEntriesByType('navigation')[0]?.duration ?? 0));
  }
  return times;
}

const say = (line: string): void => console.error(line);
await buildExtension('chrome', say);
const server = await startPracticeServer();
const collector = await startFaultCollector();
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
