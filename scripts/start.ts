import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startCollector } from '../collector/server/main.ts';
import type { AuditEvent } from '../lib/audit/event.ts';
import { type Chromium, launchChromium } from '../tests/e2e/harness/chromium.ts';
import { type PracticeServer, startPracticeServer } from '../tests/sites/server.ts';
import { buildConsole, buildExtension } from './build.ts';
import { ROOT } from './stamp.ts';
import { asMarkdown, asText } from './tour/report.ts';
import { STEPS } from './tour/steps.ts';
import { type StepResult, walk } from './tour/walk.ts';

/** Where the collector of `npm start` keeps its data. */
const DATA = join(ROOT, '.cache/collector');
const TOUR = join(ROOT, 'tour');
const CONSOLE = join(ROOT, '.output/console');

const { values } = parseArgs({ options: { tour: { type: 'boolean', default: false }, window: { type: 'boolean', default: false } } });

const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const asTour = values.tour || (!values.window && (!hasDisplay || Boolean(process.env.CI)));
const say = (line: string) => console.log(line);

/** What is undone at the end, last first. */
const undo: (() => Promise<void> | void)[] = [];
let ending = false;

async function end(code: number): Promise<void> {
  if (ending) return;
  ending = true;
  for (const step of undo.reverse()) {
    try {
      await step();
    } catch (error) {
      console.error(error instanceof Error ? error.message : String(error));
    }
  }
  process.exit(code);
}

process.on('SIGINT', () => void end(0));
process.on('SIGTERM', () => void end(0));

type Collector = Awaited<ReturnType<typeof startCollector>>;

/** The events in the audit store; where no policy may be written, those that the browser keeps to itself. */
async function storedEvents(collector: Collector, browser: Chromium): Promise<readonly AuditEvent[]> {
  if (!browser.policy) return [...((await browser.extension?.ask('activity', { limit: 500 })) ?? [])].reverse();
  const response = await fetch(`${collector.url}/api/events?limit=500`, { headers: { authorization: `Bearer ${collector.adminToken}` } });
  if (!response.ok) throw new Error(`the collector answered ${response.status}`);
  const { events } = (await response.json()) as { events: readonly AuditEvent[] };
  return [...events].sort((a, b) => a.at - b.at);
}

/** Starts the browser with the extension and the balanced policy, as an administrator would set it, or as the person's own. */
async function openBrowser(server: PracticeServer, collector: Collector, headless: boolean): Promise<Chromium> {
  const policyJson = readFileSync(join(ROOT, 'lib/policy/ready/balanced.json'), 'utf8');
  const profile = mkdtempSync(join(tmpdir(), 'tacit-profile-'));
  undo.push(() => rmSync(profile, { recursive: true, force: true }));
  const managed = {
    policyJson,
    auditEndpoint: `${collector.url}/v1/logs`,
    auditToken: collector.token,
    userId: 'practice',
    consent: 'granted',
  };
  const browser = await launchChromium({ server, extension: true, managed, headless, profile, ownSignals: true });
  undo.push(() => browser.close());
  const { extension, policy } = browser;
  if (!extension) throw new Error('the browser started without the extension');
  if (policy) await extension.policy((state) => state.source === 'managed', 45_000);
  else {
    say('This account may not write managed policies, so the balanced policy is set as your own; events stay in the browser.');
    await extension.ask('set-own-policy', { text: policyJson });
  }
  return browser;
}

async function tour(server: PracticeServer, collector: Collector, browser: Chromium): Promise<number> {
  rmSync(TOUR, { recursive: true, force: true });
  mkdirSync(TOUR, { recursive: true });
  const helper = await browser.page(`${server.plainOrigin}/blank`);
  const results: StepResult[] = [];
  for (const [index, step] of STEPS.entries()) {
    say(`Tour ${index + 1}/${STEPS.length}: ${step.site.id}, ${step.name} …`);
    const open = (url: string) => browser.page(url);
    results.push(await walk({ server, folder: TOUR, open, helper, events: () => storedEvents(collector, browser) }, step, index + 1));
  }
  const page = await browser.page(collector.consoleUrl);
  await page.waitForTimeout(1_500);
  await page.screenshot({ path: join(TOUR, 'console.png') });
  const name = `Chromium ${browser.context.browser()?.version() ?? ''}`.trim();
  writeFileSync(join(TOUR, 'README.md'), asMarkdown(results, name));
  say(`\n${asText(results)}\n\nPictures and this table: ${join(TOUR, 'README.md')}`);
  return results.some(({ leaked }) => leaked) ? 1 : 0;
}

async function main(): Promise<void> {
  if (values.window && !hasDisplay) {
    throw new Error(
      'There is no display to open a window on (DISPLAY and WAYLAND_DISPLAY are not set). Without --window the tour runs headless.',
    );
  }
  await buildExtension('chrome', say);
  await buildConsole(say);
  say('Starting the collector …');
  const dataDir = asTour ? mkdtempSync(join(tmpdir(), 'tacit-collector-')) : DATA;
  if (asTour) undo.push(() => rmSync(dataDir, { recursive: true, force: true }));
  const collector = await startCollector({ dataDir, port: 0, console: CONSOLE });
  undo.push(() => collector.close());
  say('Starting the practice sites …');
  const server = await startPracticeServer();
  undo.push(() => server.close());
  say(`Starting the browser${asTour ? ' without a window' : ''} …`);
  const browser = await openBrowser(server, collector, asTour);
  if (asTour) return end(await tour(server, collector, browser));

  const [blank] = browser.context.pages().filter((page) => page.url() === 'about:blank');
  await browser.page(collector.consoleUrl);
  await browser.page('https://claude.ai/new');
  const first = await browser.page('https://chatgpt.com/');
  await first.bringToFront();
  await blank?.close();
  browser.context.on('close', () => void end(0));
  say('');
  say(
    '1. Write a card number, such as 4111 1111 1111 1111, to a practice chat and press Enter. Other chats: gemini.google.com, copilot.microsoft.com.',
  );
  say('2. Paste something with a password in it, or “Project Bluebird”, and see what is asked.');
  say(`3. See what the organisation learns of it, and what not: ${collector.consoleUrl}`);
  say('4. Ctrl-C ends everything. `npm start -- --tour` walks through by itself and leaves pictures.');
}

main().catch((error: unknown) => {
  // Playwright appends a long log; its first lines name the cause.
  console.error(error instanceof Error ? error.message.split('\n').slice(0, 4).join('\n') : String(error));
  void end(1);
});
