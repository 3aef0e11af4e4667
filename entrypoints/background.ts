import { defineBackground } from 'wxt/utils/define-background';
import { createDelivery } from '../lib/audit/deliver.ts';
import { openOutbox } from '../lib/audit/outbox.ts';
import { uuidV7 } from '../lib/audit/uuid.ts';
import { createAddressRules } from '../lib/browser/address-rules.ts';
import { browser } from '../lib/browser/browser.ts';
import { injectDialog } from '../lib/browser/dialog-script.ts';
import { createFrames, frameOf, type GuideFrame } from '../lib/browser/frames.ts';
import { namesTable } from '../lib/browser/names-table.ts';
import { createPageScripts } from '../lib/browser/page-scripts.ts';
import { canStopRequests, judgeRequests } from '../lib/browser/requests.ts';
import { applySiteRules } from '../lib/browser/site-rules.ts';
import { local, managedValues, onManagedChange, session } from '../lib/browser/storage.ts';
import type { Reading } from '../lib/capture/read-draft.ts';
import { createAccounts } from '../lib/check/account.ts';
import { createChecker } from '../lib/check/check.ts';
import { createDiscovery } from '../lib/check/discovery.ts';
import type { Origin } from '../lib/check/judge.ts';
import { createSessionHash, deviceId } from '../lib/check/keys.ts';
import { createMemory } from '../lib/check/memory.ts';
import { createNetwork } from '../lib/check/network.ts';
import { createPages } from '../lib/check/pages.ts';
import { createPostureSource } from '../lib/check/posture-source.ts';
import { createReporter, type Identity } from '../lib/check/reporter.ts';
import { addressPieces } from '../lib/check/sealed.ts';
import { createSelfCheck } from '../lib/check/self-check.ts';
import { createShards } from '../lib/check/shards.ts';
import { siteRules } from '../lib/check/site-rules.ts';
import { createWarmUp } from '../lib/check/warm-up.ts';
import { type ParsedRequest, parseFromGuide, parseRequest } from '../lib/messages/from-guide.ts';
import {
  type FromGuide,
  GUIDE_PORT,
  type PageRequests,
  type PageState,
  type SendAnswer,
  type SitesState,
  type ToGuide,
} from '../lib/messages/protocol.ts';
import { BUILT_IN_SITES } from '../lib/sites/sites.ts';

/** Alarm that sends waiting events again. */
const RETRY_ALARM = 'outbox';
/** A sleeping worker looks this often, minutes, whether events wait. */
const RETRY_EVERY = 15;
/** Between two texts of the warm-up, ms: what a page asks goes first. */
const WARM_UP_PAUSE = 30;

/** Wrapped, because a lost answer arrives as `undefined`. */
function replied<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export default defineBackground(() => {
  const now = () => Date.now();
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
  const locale = browser.i18n.getUILanguage();
  const { version } = browser.runtime.getManifest();

  const source = createPostureSource({
    local,
    managed: managedValues,
    names: namesTable,
    locale,
    version,
    onChange: ({ policy, source: from, problems }, otherPolicy) => {
      const problem = problems[0];
      const state = problem ? `${problems.length} problems, first: ${problem.path}: ${problem.message}` : `revision ${policy.revision}`;
      if (otherPolicy) reporter.record({ kind: 'policy', detail: `${from}; ${state}` });
      void reporter.flush(true);
      void greetAll();
      void applyToBrowser();
    },
  });

  const device = deviceId(local, () => crypto.randomUUID());
  const identity = async (): Promise<Identity> => {
    const { policy, settings } = await source.force();
    return {
      device: await device,
      user: settings.userId ?? '',
      extension: version,
      browser: navigator.userAgent.match(/(?:Firefox|Edg|Chrome)\/[\d.]+/g)?.at(-1) ?? 'unknown',
      policy: { name: policy.name, revision: policy.revision },
    };
  };

  let settings: Awaited<ReturnType<typeof source.force>>['settings'] = {};
  const outbox = openOutbox({
    fallback: local,
    gap: (detail) => ({
      id: uuidV7(now(), random(16)),
      at: now(),
      kind: 'gap',
      device: '',
      user: settings.userId ?? '',
      extension: version,
      browser: '',
      policy: { name: '', revision: 0 },
      detail,
    }),
    now,
  });
  const delivery = outbox.then((opened) =>
    createDelivery({
      outbox: opened,
      endpoint: () => settings.auditEndpoint ?? '',
      token: () => settings.auditToken ?? '',
      fetch: (...args) => fetch(...args),
      now,
      random: () => Math.random(),
      lock: async (work) => navigator.locks.request('outbox', { ifAvailable: true }, (lock) => (lock ? work() : null)),
    }),
  );
  const reporter = createReporter({
    outbox,
    delivery,
    identity,
    reporting: async () => {
      settings = (await source.force()).settings;
      return source.reporting();
    },
    now,
    random,
    retryAt: (time) => void browser.alarms.create(RETRY_ALARM, { when: time, periodInMinutes: RETRY_EVERY }),
  });

  const frames = createFrames();
  const pages = createPages(() => source.now().sites);
  const rules = createAddressRules();
  const pageScripts = createPageScripts();
  const shards = createShards();
  const accounts = createAccounts();
  const selfCheck = createSelfCheck({ store: local, now, record: (event) => reporter.record(event) });
  const discovery = createDiscovery({
    watches: (host) => {
      const { policy, sites } = source.now();
      return policy.sites.unknown !== 'ignore' && !sites.forHost(host);
    },
    store: local,
    now,
    record: (event) => reporter.record(event),
  });
  const sent = (tab: number, { site, pageHost }: Origin, reading: Reading): void =>
    void selfCheck.sent(site.id, pageHost, reading, pages.state(tab)?.guide ?? false);
  const network = createNetwork({
    saw: sent,
    accounts,
    shards,
    posture: source.now,
    hostOfTab: (tab) => pages.state(tab)?.host ?? frames.stage(tab)?.host ?? '',
    now,
    record: reporter.record,
  });
  const checker = createChecker({
    posture: source.posture,
    memory: createMemory(session),
    hash: createSessionHash(session, random),
    newId: () => crypto.randomUUID(),
    now,
    record: reporter.record,
    seal: (host, values) => {
      network.seal(host, values);
      void rules.block(host, values.flatMap(addressPieces));
    },
    unseal: (host, values) => {
      network.unseal(host, values);
      void rules.release(host, values.flatMap(addressPieces));
    },
    saw: ({ tab, origin }, reading) => sent(tab, origin, reading),
    cleared: (draft, body) => {
      if (stops) network.clear(draft, body);
    },
    shards,
    present: (tab, presentation) => {
      const stage = frames.stage(tab);
      stage?.post({ type: 'present', presentation } satisfies ToGuide);
      return stage !== undefined;
    },
  });

  /** Messages of pages that are not yet answered: they go first. */
  let unanswered = 0;
  const warmUp = createWarmUp(source.posture, async () => {
    do await new Promise((resolve) => setTimeout(resolve, WARM_UP_PAUSE));
    while (unanswered > 0);
  });

  /** Whether the network layer is heard; until the browser has said so, it is taken to be. */
  let stops = true;
  void canStopRequests().then((can) => {
    stops = can;
    return greetAll();
  });
  function pageState(tab: number): PageState | null {
    const state = pages.state(tab);
    return state && { ...state, network: stops };
  }

  async function greet(frame: GuideFrame): Promise<void> {
    const { policy, sites } = await source.posture();
    const { composer } = sites.forHost(frame.host) ?? sites.unlisted;
    frame.post({
      type: 'hello',
      onDeadline: policy.defaults.onDeadline,
      locale,
      network: stops,
      composer,
    } satisfies ToGuide);
  }
  async function greetAll(): Promise<void> {
    for (const frame of frames.all()) await greet(frame);
  }

  /** A page of a host that serves much else counts as a visit only when somebody writes in its composer. */
  async function visited(frame: GuideFrame, writes: boolean): Promise<void> {
    const site = (await source.posture()).sites.forHost(frame.host);
    if (site && (writes || (frame.frame === 0 && site.reads !== 'prompts'))) await selfCheck.visited(site.id, frame.host);
  }

  async function sitesState(): Promise<SitesState> {
    const [{ sites }, checks, wanted] = await Promise.all([source.posture(), selfCheck.all(), guardPacks()]);
    const names = new Map(sites.sites.map(({ id, name }) => [id, name]));
    return {
      checks: Object.entries(checks).map(([siteId, check]) => ({ siteId, siteName: names.get(siteId) ?? siteId, ...check })),
      wanted,
    };
  }

  /** What the browser keeps between two lives of this worker: pages to guard, and rules for requests. */
  async function applyToBrowser(): Promise<void> {
    await Promise.all([guardPacks(), ruleSites()]);
  }

  /** What the browser itself does to requests. */
  async function ruleSites(): Promise<void> {
    const { policy, sites } = await source.posture();
    await applySiteRules(siteRules(policy.sites, sites)).catch((error: unknown) => console.error('site rules', error));
  }

  /** Puts gate and guide into pages that only the policy names; returns hosts that the browser has not granted. */
  async function guardPacks(): Promise<readonly string[]> {
    const { policy, sites } = await source.posture();
    const own = sites.sites.filter((site) => !BUILT_IN_SITES.sites.includes(site));
    return pageScripts.guard(
      own.flatMap(({ hosts }) => hosts),
      policy.sites.unknown === 'govern',
    );
  }

  async function onMessage(frame: GuideFrame, message: FromGuide): Promise<void> {
    switch (message.type) {
      case 'wake':
        return;
      case 'page':
        pages.set(frame.tab, frame.frame, { host: frame.host, gate: message.gate, guide: message.guide });
        await visited(frame, message.guide);
        return;
      case 'resolved':
        return checker.resolve(message.resolution);
      case 'degraded':
        reporter.record({
          kind: 'degraded',
          host: frame.host,
          direction: 'prompt',
          outcome: 'released',
          detail: `${message.cause}: ${message.count} released without a verdict`,
        });
        return;
      case 'check': {
        const { id, intent, draft } = message;
        const { policy, sites } = await source.posture();
        const site = sites.forHost(frame.host) ?? (frame.host === '' ? sites.unknown : sites.unlisted);
        const account = accounts.of(frame.tab, frame.host, site, draft, policy.sites.accounts[site.id] ?? []);
        const request = { draft, origin: { site, pageHost: frame.host, account }, tab: frame.tab };
        const reply = (answer: ToGuide & { type: 'answer' }) => frame.post(answer);
        if (intent === 'ahead') {
          const answer = await checker.ahead(request);
          if (answer) reply({ type: 'answer', id, answer });
        } else await checker.send(request, (answer: SendAnswer) => reply({ type: 'answer', id, answer }));
      }
    }
  }

  // Every listener stands on the first tick: a worker that is woken by an event gets it only then.
  judgeRequests({ ...network, asked: (request) => discovery.asked(request.id, request), answered: discovery.answered });
  browser.runtime.onConnect.addListener((port) => {
    const frame = port.name === GUIDE_PORT ? frameOf(port, browser.runtime.id) : null;
    if (!frame) return;
    frames.add(frame);
    port.onDisconnect.addListener(() => frames.remove(frame));
    port.onMessage.addListener((raw: unknown) => {
      const message = parseFromGuide(raw);
      // What is not a message of ours gets no answer, and no answer is a refusal.
      if (!message) return;
      unanswered += 1;
      void onMessage(frame, message).finally(() => {
        unanswered -= 1;
      });
    });
    void greet(frame);
    // Somebody opened a chat, or goes into its composer after a while.
    void warmUp();
  });

  browser.runtime.onMessage.addListener((raw: unknown, sender) => {
    const request = parseRequest(raw);
    if (!request || sender.id !== browser.runtime.id) return undefined;
    const fromPage = sender.url?.startsWith(browser.runtime.getURL('/')) ?? false;
    if (request.name === 'inject-dialog') {
      const tab = sender.tab?.id;
      return tab === undefined ? undefined : injectDialog(tab, sender.frameId ?? 0).then((ok) => replied({ ok }));
    }
    // The rest is for the extension's own pages: a content script shares its process with the page.
    return fromPage ? answer(request).then(replied) : undefined;
  });

  async function answer(request: ParsedRequest): Promise<PageRequests[keyof PageRequests][1]> {
    switch (request.name) {
      case 'page-state':
        return pageState(request.payload.tabId);
      case 'policy-state':
        return source.state();
      case 'outbox-state':
        return (await outbox).state();
      case 'sites-state':
        return sitesState();
      case 'activity':
        return (await outbox).activity(request.payload.limit, request.payload.tabHost);
      case 'set-own-policy':
        return source.setOwn(request.payload.text);
      case 'give-consent':
        await source.setConsent(request.payload.given);
        if (request.payload.given) reporter.record({ kind: 'consent', detail: 'given' });
        return source.state();
      case 'inject-dialog':
        return { ok: false };
    }
  }

  onManagedChange(() => void source.refresh());
  browser.permissions.onAdded.addListener(() => void guardPacks());
  browser.permissions.onRemoved.addListener(() => void guardPacks());
  browser.tabs.onRemoved.addListener((tab) => {
    pages.remove(tab);
    accounts.forget(tab);
    void checker.forget(tab);
  });
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === RETRY_ALARM) void reporter.flush();
  });
  self.addEventListener('online', () => void reporter.flush(true));
  browser.runtime.onStartup.addListener(() => {
    void applyToBrowser();
    void reporter.flush();
  });
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
  });

  void source.refresh().then(() => {
    void applyToBrowser();
    return reporter.flush();
  });
  void browser.alarms.create(RETRY_ALARM, { periodInMinutes: RETRY_EVERY });
});
