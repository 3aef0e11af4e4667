import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { ACTIONS, type Action } from '../../../lib/policy/action.ts';
import { ROOT } from '../../../scripts/stamp.ts';
import { readings } from '../../sites/decode.ts';
import { type PracticeServer, startPracticeServer } from '../../sites/server.ts';
import { absentCells, type Cell, COLUMNS, type Column, type Matrix, type Task, tasks } from '../matrix.ts';
import { type Chromium, type Install, launchChromium } from './chromium.ts';
import { dialog, dismiss } from './dialog.ts';
import { drop, paste, type } from './gestures.ts';
import { type Replica, ready } from './replicas.ts';
import { MATRIX_POLICY, type Sample, sample } from './values.ts';
import { type Decided, decide } from './verdict-of.ts';

declare const chrome: { permissions: { contains(wanted: { permissions: string[] }): Promise<boolean> } };

const LAB = 'https://openrouter.ai/lab';
const LAB_PROMPT = /\/v1\/chat\/completions|\/api\/ws/;
/** Browsers at a time: the cells mostly wait. */
const WORKERS = 3;
/** Debounce of the pages' drafts, and some more, ms. */
const DRAFT_PAUSE = 900;

interface Desk {
  readonly browser: Chromium;
  readonly helper: Page;
  readonly server: PracticeServer;
}

/** Text of a control: every value at once, since without the extension no action is taken. */
function controlSample(seed: number): Sample {
  return sample('block', seed);
}

async function send(page: Page, replica: Replica): Promise<void> {
  await page.locator(replica.send).click({ timeout: 5_000 });
}

/** Sends something harmless and waits for the answer, so that there is a message to edit. */
async function firstTurn(page: Page, replica: Replica): Promise<void> {
  await type(page, page.locator(replica.field), 'Hello there');
  await page.keyboard.press('Enter');
  await page.locator('.assistant.done').first().waitFor({ timeout: 10_000 });
}

/** A send that no person made, as another extension or the page itself makes it: only the gate can notice it in time. */
async function scriptedSend(page: Page, replica: Replica): Promise<void> {
  await page.locator(replica.send).evaluate((button: HTMLButtonElement) => button.click());
}

async function retryOnce(page: Page, replica: Replica, watch: { action: Action | null }): Promise<void> {
  await scriptedSend(page, replica);
  if (watch.action === null || watch.action === 'allow' || watch.action === 'monitor') {
    await page.locator('.retry').first().click({ timeout: 10_000 });
    return;
  }
  if (await dialog(page, 5_000)) await dismiss(page);
  const again = page.locator('.retry').first();
  const offered = await again.waitFor({ timeout: 1_500 }).then(
    () => true,
    () => false,
  );
  // Held before the page saw it: the text is still in the editor, and trying again is sending again.
  if (offered) await again.click();
  else await scriptedSend(page, replica);
}

async function perform(desk: Desk, page: Page, task: Task, text: string): Promise<void> {
  const { replica } = task;
  const field = page.locator(replica.field);
  switch (task.way) {
    case 'type':
      await type(page, field, text);
      await page.keyboard.press('Enter');
      return;
    case 'paste':
      await paste(page, desk.helper, field, text);
      await send(page, replica);
      return;
    case 'drop':
      await drop(page, field, text);
      await send(page, replica);
      return;
    case 'edit box': {
      await page.locator('.edit').first().click();
      await page.locator('.turn textarea').fill('');
      await type(page, page.locator('.turn textarea'), text);
      await page.locator('.save').click();
      return;
    }
    case 'retry':
      await type(page, field, text);
      await retryOnce(page, replica, { action: task.column === 'control' ? null : task.column });
      return;
    case 'draft call':
      await type(page, field, text);
      await page.waitForTimeout(DRAFT_PAUSE);
  }
}

/** A draft leaves only where the text may leave without a word; otherwise nothing of the value may be in it. */
async function decideDraft(desk: Desk, task: Task, one: Sample, since: number): Promise<Decided> {
  const quiet = task.column === 'allow' || task.column === 'monitor' || task.column === 'control';
  const arrivals = desk.server.recorder.received(one.value, since);
  if (quiet)
    return arrivals.length > 0 ? { outcome: 'ok', detail: '' } : { outcome: 'held', detail: 'the page gets no suggestions for this text' };
  const [first] = arrivals;
  return first ? { outcome: 'leak', detail: `draft by ${first.kind} ${first.url.pathname}` } : { outcome: 'ok', detail: '' };
}

/** Leaves a picture of what the person saw in a cell that went wrong. */
async function keepPicture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(ROOT, 'test-results/matrix', `${name.replaceAll(' ', '-')}.png`) }).catch(() => undefined);
}

async function runCell(desk: Desk, task: Task, seed: number): Promise<Result> {
  const { replica, way, column } = task;
  const one = column === 'control' ? controlSample(seed) : sample(column, seed);
  const started = performance.now();
  const page = await desk.browser.page(replica.url);
  let decided: Decided;
  try {
    await ready(page);
    if (way === 'edit box') await firstTurn(page, replica);
    const since = desk.server.recorder.mark();
    await perform(desk, page, task, one.text);
    if (way === 'draft call') decided = await decideDraft(desk, task, one, since);
    else if (column === 'control') {
      const arrived = await desk.server.recorder.arrival(one.text, since, 4_000);
      decided = arrived ? { outcome: 'ok', detail: '' } : { outcome: 'void', detail: 'nothing arrived' };
    } else decided = await decide({ page, recorder: desk.server.recorder, sample: one, action: column, since, prompt: replica.prompt });
    if (column === 'control' && decided.outcome === 'held') decided = { outcome: 'void', detail: 'no draft arrived' };
  } catch (error) {
    decided = { outcome: 'lost', detail: `could not be driven: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}` };
  }
  if (decided.outcome === 'lost' || decided.outcome === 'leak') await keepPicture(page, `${replica.id}-${way}-${column}`);
  await page.close();
  return { cell: { row: replica.id, way, column, ...decided, ms: Math.round(performance.now() - started) }, value: one.value };
}

/** Channels that must give their answer at once, so that nobody can be asked in between. */
const CANNOT_WAIT = new Set(['XHR synchronous']);

async function runLabCell(desk: Desk, page: Page, channel: string, column: Column, seed: number): Promise<Result> {
  const one = column === 'control' ? controlSample(seed) : sample(column, seed);
  const started = performance.now();
  const since = desk.server.recorder.mark();
  let decided: Decided;
  try {
    const click = await page.evaluate(([name, text]) => window.lab.send(name, text), [channel, one.text] as const).catch(() => null);
    if (click) await page.locator(click).click();
    if (column === 'control') {
      const arrived = await desk.server.recorder.arrival(one.text, since, 4_000);
      decided = arrived ? { outcome: 'ok', detail: '' } : { outcome: 'void', detail: 'nothing arrived' };
    } else {
      decided = await decide({
        page,
        recorder: desk.server.recorder,
        sample: one,
        action: column,
        since,
        prompt: LAB_PROMPT,
        mayHold: CANNOT_WAIT.has(channel),
      });
    }
  } catch (error) {
    decided = { outcome: 'lost', detail: `could not be driven: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}` };
  }
  await dismiss(page);
  return { cell: { row: channel, way: 'channel', column, ...decided, ms: Math.round(performance.now() - started) }, value: one.value };
}

export interface MatrixOptions {
  /** Only rows whose `site: way` or `lab: channel` contains this. */
  readonly only?: string;
  readonly columns?: readonly Column[];
  /** Default: `store`. */
  readonly install?: Install;
  readonly progress?: (line: string) => void;
}

/** Whether requests are judged in the network: an install by policy without that would be tried in name only. */
async function judgesInNetwork({ extension }: Chromium): Promise<boolean> {
  const own = await extension?.page();
  return own?.evaluate(() => chrome.permissions.contains({ permissions: ['webRequestBlocking'] })) ?? false;
}

/**
 * Starts a browser with the matrix policy in force; null for one without the extension.
 *
 * @param flags more arguments for the browser
 */
export async function openMatrixBrowser(server: PracticeServer, install: Install | null, flags: readonly string[] = []): Promise<Chromium> {
  const browser = await launchChromium({
    server,
    extension: install !== null,
    ...(install ? { install } : {}),
    managed: install ? { policyJson: JSON.stringify(MATRIX_POLICY), consent: 'granted' } : null,
    extraArguments: flags,
  });
  const { extension } = browser;
  if (!extension) return browser;
  // Without the right to write policy files, the person's own policy does the same.
  if (!browser.policy) await extension.ask('set-own-policy', { text: JSON.stringify(MATRIX_POLICY) });
  const inForce = () => extension.policy((state) => state.stamp.name === MATRIX_POLICY.name);
  // A busy computer may start the browser before it has read the policy file.
  await inForce().catch(() => extension.reloadPolicies().then(inForce));
  if ((await judgesInNetwork(browser)) !== (install === 'policy')) throw new Error(`not a ${install} install`);
  return browser;
}

interface Result {
  cell: Cell;
  readonly value: string;
}

type Job = (desk: Desk, lab: Page) => Promise<Result>;

/**
 * Looks through everything once more when all is over: what came after its cell was decided counts as well. It also tells how much of a
 * value left while it was still being typed, before it was one.
 */
function lookBack(server: PracticeServer, results: readonly Result[]): void {
  const strict = results.filter(({ cell }) => cell.outcome !== 'leak' && (cell.column === 'block' || cell.column === 'redact'));
  const longest = new Map<Result, number>();
  for (const arrival of server.recorder.arrivals) {
    const head = `${arrival.url.href}\n${JSON.stringify(arrival.headers)}`;
    const text = [...readings(Buffer.from(head)), ...readings(arrival.body)].join('\n');
    for (const result of strict) {
      const { cell, value } = result;
      if (text.includes(value)) {
        result.cell = { ...cell, outcome: 'leak', detail: `late, by ${arrival.kind} ${arrival.url.pathname}` };
        continue;
      }
      let length = longest.get(result) ?? Math.floor(value.length / 2);
      while (length < value.length && text.includes(value.slice(0, length + 1))) length += 1;
      longest.set(result, length);
    }
  }
  for (const [result, length] of longest) {
    const { cell, value } = result;
    if (cell.outcome !== 'ok' || length <= Math.floor(value.length / 2)) continue;
    result.cell = { ...cell, outcome: 'part', detail: `${length} of ${value.length} characters left while it was being typed` };
  }
}

/** Runs jobs in order on one browser, with a lab page at hand that is replaced when a cell spoils it. */
async function work(server: PracticeServer, install: Install | null, queue: Job[], done: (result: Result) => void): Promise<void> {
  const browser = await openMatrixBrowser(server, install);
  try {
    const helper = await browser.page(`${server.plainOrigin}/blank`);
    let lab = await browser.page(LAB);
    await ready(lab);
    for (let job = queue.shift(); job; job = queue.shift()) {
      const result = await job({ browser, helper, server }, lab);
      done(result);
      if (result.cell.way !== 'channel') continue;
      // A form may have navigated, a refused request may still be open: every channel starts from a clean page.
      await lab.close();
      lab = await browser.page(LAB);
      await ready(lab);
    }
  } finally {
    await browser.close();
  }
}

/** Runs the whole matrix: two browsers with the extension, then one without, on one practice server. */
export async function runMatrix(options: MatrixOptions = {}): Promise<Matrix> {
  const started = performance.now();
  const server = await startPracticeServer();
  const columns = options.columns ?? COLUMNS;
  const install = options.install ?? 'store';
  const results: Result[] = [];
  let version = '';
  try {
    const scout = await launchChromium({ server, extension: false });
    version = `Chromium ${scout.context.browser()?.version() ?? ''}`.trim();
    const lab = await scout.page(LAB);
    await ready(lab);
    const channels = await lab.evaluate(() => [...window.lab.names]);
    await scout.close();

    let seed = 0;
    const wanted = (name: string) => !options.only || name.includes(options.only);
    const jobsFor = (column: Column): Job[] => [
      ...tasks([column])
        .filter((task) => wanted(`${task.replica.id}: ${task.way}`))
        .map((task): Job => {
          seed += 1;
          const own = seed;
          return (desk) => runCell(desk, task, own);
        }),
      ...channels
        .filter((channel) => wanted(`lab: ${channel}`))
        .map((channel): Job => {
          seed += 1;
          const own = seed;
          return (desk, page) => runLabCell(desk, page, channel, column, own);
        }),
    ];
    const guarded = ACTIONS.filter((action) => columns.includes(action)).flatMap(jobsFor);
    const control = columns.includes('control') ? jobsFor('control') : [];
    const all = guarded.length + control.length;
    const done = (result: Result) => {
      results.push(result);
      const { cell } = result;
      options.progress?.(
        `${results.length}/${all} ${cell.row}: ${cell.way} / ${cell.column}: ${cell.outcome} ${cell.detail} (${cell.ms} ms)`,
      );
    };
    for (const [as, queue] of [
      [install, guarded],
      [null, control],
    ] as const) {
      const workers = Math.min(WORKERS, queue.length);
      await Promise.all(Array.from({ length: workers }, () => work(server, as, queue, done)));
    }

    lookBack(server, results);
  } finally {
    await server.close();
  }
  return {
    install,
    cells: [
      ...results.map(({ cell }) => cell),
      ...absentCells().filter(
        (cell) => columns.includes(cell.column) && (!options.only || `${cell.row}: ${cell.way}`.includes(options.only)),
      ),
    ],
    seconds: (performance.now() - started) / 1_000,
    browser: version,
  };
}
