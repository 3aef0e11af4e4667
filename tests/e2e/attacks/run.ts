import type { Page } from '@playwright/test';
import { carries } from '../../sites/decode.ts';
import type { Arrival } from '../../sites/recorder.ts';
import { type PracticeServer, startPracticeServer } from '../../sites/server.ts';
import type { Chromium } from '../harness/chromium.ts';
import { dismiss } from '../harness/dialog.ts';
import { openMatrixBrowser } from '../harness/matrix-run.ts';
import { sample } from '../harness/values.ts';
import type { Attack, Secret } from './attack.ts';
import { ATTACKS } from './catalogue.ts';
import { type Result, RUNS, type Run, type Table } from './table.ts';

const SITE = 'https://openrouter.ai';
const ELSEWHERE = 'https://storage.elsewhere.example';
const NAMED = '.named.elsewhere.example';
/** Browsers at a time: the rows mostly wait. */
const WORKERS = 3;
/** How long a text that is to arrive may take, ms. */
const PATIENCE = 6_000;
/** How long we look for something that must not come, ms. */
const QUIET = 1_100;
/** Between writing and the attack, ms: less than a person needs to find the send button. */
const WRITTEN = 350;
/** Shortest piece of a value that counts as a piece. */
const PIECE = 4;

/** Features that the attacks use and this Chromium does not offer by itself; peers find each other by address, because there is no mDNS. */
const FLAGS = ['--enable-features=FetchLaterAPI,WebSocketStream', '--disable-features=WebRtcHideLocalIpsWithMdns'];

interface Desk {
  readonly browser: Chromium;
  readonly server: PracticeServer;
  readonly receiver: Page;
}

function ofRun(arrival: Arrival, run: string): boolean {
  return arrival.url.pathname.startsWith(`/sink/${run}/`) || arrival.url.hostname.endsWith(`.${run}${NAMED}`);
}

/** True when the value can be put together from what several arrivals of one run carry. */
function joined(arrivals: readonly Arrival[], value: string): boolean {
  const texts = arrivals.map((arrival) => arrival.body.toString('utf8'));
  const reaches = (from: number): boolean => {
    if (from === value.length) return true;
    for (let end = value.length; end >= from + PIECE; end -= 1) {
      const piece = value.slice(from, end);
      if ((end === value.length || value.length - end >= PIECE) && texts.some((text) => text.includes(piece)) && reaches(end)) return true;
    }
    return false;
  };
  return reaches(0);
}

/** What the server says: whether `value` arrived in this run. */
function arrived(server: PracticeServer, attack: Attack, value: string, run: string, since: number): boolean {
  const own = server.recorder.arrivals.slice(since).filter((arrival) => ofRun(arrival, run));
  switch (attack.sign ?? 'whole') {
    case 'cipher':
      return own.some((arrival) => arrival.body.length >= value.length);
    case 'pieces':
      return own.some((arrival) => carriesValue(arrival, value)) || joined(own, value);
    case 'host':
      return own.some(({ url }) => url.hostname.startsWith(`${value.toLowerCase()}.`));
    case 'whole':
      return own.some((arrival) => carriesValue(arrival, value));
  }
}

function carriesValue(arrival: Arrival, value: string): boolean {
  const head = `${arrival.method} ${arrival.url.href}\n${Object.values(arrival.headers).join('\n')}`;
  return carries(Buffer.from(head), value) || (arrival.body.length > 0 && carries(arrival.body, value));
}

async function until(holds: () => boolean, timeout: number): Promise<boolean> {
  const end = Date.now() + timeout;
  while (!holds()) {
    if (Date.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  return true;
}

interface Tried {
  readonly arrived: boolean;
  readonly value: string;
  readonly run: string;
}

/** Runs one attack on a fresh page. `expected` texts are waited for; for others the time of stragglers is given. */
async function attempt(desk: Desk, attack: Attack, harmless: boolean, expected: boolean, seed: number): Promise<Tried> {
  const { browser, server } = desk;
  const { text, value } = sample(harmless ? 'allow' : 'block', seed);
  const run = `run-${seed}`;
  const secret: Secret = {
    text,
    value,
    sink: `${SITE}/sink/${run}/`,
    elsewhere: `${ELSEWHERE}/sink/${run}/`,
    domain: `.${run}${NAMED}`,
  };
  const page = await browser.page(`${SITE}/attacks`);
  const since = server.recorder.mark();
  const holds = () => arrived(server, attack, value, run, since);
  try {
    await page.locator('html[data-ready]').waitFor();
    await page.exposeFunction('signal', (offer: string) => desk.receiver.evaluate(`answer(${JSON.stringify(offer)})`));
    if (!attack.unwritten) {
      await page.locator('textarea').fill(text);
      await page.waitForTimeout(WRITTEN);
    }
    // A navigation ends the call before it is answered.
    const click = await page.evaluate(([id, one]) => window.attack?.(id, one), [attack.id, secret] as const).catch(() => null);
    if (click) await page.locator(click).click();
    if (expected) await until(holds, PATIENCE + (attack.patience ?? 0));
    else await page.waitForTimeout(attack.patience ?? QUIET);
    return { arrived: holds(), value, run };
  } finally {
    await dismiss(page).catch(() => undefined);
    for (const one of browser.context.pages()) if (one !== desk.receiver && !one.url().startsWith('chrome')) await one.close();
  }
}

export interface AttackOptions {
  /** Only rows with these numbers. */
  readonly only?: readonly string[];
  readonly installs?: readonly Run[];
  readonly progress?: (line: string) => void;
}

interface Job {
  readonly attack: Attack;
  readonly seed: number;
}

/** Runs every attack in every install, each on a fresh page; then looks through all arrivals once more for stragglers. */
export async function runAttacks(options: AttackOptions = {}): Promise<Table> {
  const started = performance.now();
  const server = await startPracticeServer();
  const attacks = ATTACKS.filter((attack) => !options.only || options.only.includes(attack.id));
  const results: { result: Result; tried: Tried | null }[] = [];
  let version = '';
  let seed = 7_000;

  async function work(install: Run, queue: Job[]): Promise<void> {
    const browser = await openMatrixBrowser(server, install === 'none' ? null : install, FLAGS);
    version = `Chromium ${browser.context.browser()?.version() ?? ''}`.trim();
    try {
      const receiver = await browser.page(`${ELSEWHERE}/receiver`);
      const desk: Desk = { browser, server, receiver };
      for (let job = queue.shift(); job; job = queue.shift()) {
        const { attack, seed: own } = job;
        const { id, title, counts } = attack;
        const shared = { id, title, counts, install };
        if (attack.cannotRun) {
          results.push({ result: { ...shared, leaked: false, twin: null, detail: attack.cannotRun }, tried: null });
          continue;
        }
        let tried = await attempt(desk, attack, false, install === 'none', own);
        // A control that lost a race proves nothing yet; what an install stops is tried once.
        if (install === 'none' && !tried.arrived) tried = await attempt(desk, attack, false, true, own);
        const twin = install === 'none' ? null : (await attempt(desk, attack, true, true, own + 1)).arrived;
        results.push({ result: { ...shared, leaked: tried.arrived, twin, detail: '' }, tried });
        options.progress?.(`${install} ${id} ${title}: ${tried.arrived ? 'leaked' : 'stopped'}${twin === false ? ', twin lost' : ''}`);
      }
    } finally {
      await browser.close();
    }
  }

  try {
    for (const install of RUNS.filter((one) => options.installs?.includes(one) ?? true)) {
      const queue = attacks.map((attack): Job => {
        seed += 2;
        return { attack, seed };
      });
      await Promise.all(Array.from({ length: Math.min(WORKERS, queue.length) }, () => work(install, queue)));
    }
    const late = results.map(({ result, tried }) => {
      const attack = ATTACKS.find((one) => one.id === result.id);
      return tried && attack && arrived(server, attack, tried.value, tried.run, 0) ? { ...result, leaked: true } : result;
    });
    const order = new Map(ATTACKS.map((attack, index) => [attack.id, index]));
    return {
      results: late.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0)),
      seconds: (performance.now() - started) / 1_000,
      browser: version,
    };
  } finally {
    await server.close();
  }
}
