import { DETECTORS, ENTITIES } from '../detectors/catalogue.ts';
import { createNames, NAMES } from '../detectors/names.ts';
import { organisationDetectors } from '../detectors/organisation.ts';
import { PREPARED } from '../detectors/prepared.ts';
import type { PolicyState } from '../messages/protocol.ts';
import { builtInPolicy } from '../policy/built-in.ts';
import { checkPolicy, chooseInForce, type InForce, type Remembered } from '../policy/in-force.ts';
import type { KnownNames } from '../policy/parse.ts';
import type { Trial } from '../policy/policy-tests.ts';
import type { PolicyProblem } from '../policy/problem.ts';
import type { Policy } from '../policy/schema.ts';
import type { Detector } from '../scan/detector.ts';
import { createEngine, type Engine } from '../scan/engine.ts';
import { BUILT_IN_SITES, SITES, siteTable, UNLISTED } from '../sites/sites.ts';
import type { Posture } from './posture.ts';
import type { Reporting } from './reporter.ts';
import { workingPacks } from './site-packs.ts';

/** The part of a key-value store that is needed. */
interface Store {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
}

export interface PostureDeps {
  readonly local: Store;
  /** Values of managed storage; may take seconds. */
  readonly managed: () => Promise<Record<string, unknown>>;
  /** The bytes of the table of names; asked for when a text first needs it. */
  readonly names: () => Promise<ArrayBuffer>;
  /** BCP 47 tag of the browser's language. */
  readonly locale: string;
  /** Of the extension. */
  readonly version: string;
  /** Something else is in force, or was refused, than the last time, earlier runs included. `policy` is false when only settings differ. */
  readonly onChange: (force: InForce, policy: boolean) => void;
}

/** Keeps the policy in force, from the last known good one at start to whatever administrators set later. */
export interface PostureSource {
  /** The posture in force. Rejects when what is remembered cannot be read: then everything is answered "closed". */
  posture(): Promise<Posture>;
  /** The posture in force, at once; the built-in policy's while what is remembered is being read. */
  now(): Posture;
  force(): Promise<InForce>;
  /** Reads managed storage again and puts into force what it says. */
  refresh(): Promise<void>;
  state(): Promise<PolicyState>;
  setOwn(text: string | null): Promise<{ readonly ok: boolean; readonly problems: readonly PolicyProblem[] }>;
  setConsent(given: boolean): Promise<void>;
  /** Whether events may leave the browser. */
  reporting(): Promise<Reporting>;
}

export const KNOWN_NAMES: KnownNames = {
  entities: new Set(ENTITIES.keys()),
  categories: new Set([...ENTITIES.values()].flatMap((entity) => entity.categories)),
  sites: new Set([...SITES.map((site) => site.id), UNLISTED]),
};

export function isAmbient(entity: string): boolean {
  return ENTITIES.get(entity)?.ambient ?? false;
}

export function categoriesOf(entity: string): readonly string[] {
  return entity.startsWith('ORG:') ? ['organisation'] : (ENTITIES.get(entity)?.categories ?? []);
}

interface OwnEngine extends Engine {
  readonly problems: readonly PolicyProblem[];
}

/** Engines by what they are made of: a policy is tried, put into force and tried again with the same lists. */
const engines = new Map<string, { readonly names: Detector | null; readonly engine: OwnEngine }>();
const MOST_ENGINES = 4;

/** The engine for a policy: all detectors, and the policy's own lists. Patterns that were refused are problems; the rest works. */
export function engineFor(policy: Policy, names: Detector | null): OwnEngine {
  const key = `${names === null ? '' : names.id} ${JSON.stringify(policy.lists)}`;
  const known = engines.get(key);
  if (known?.names === names) return known.engine;
  const lists = Object.entries(policy.lists).map(([id, list]) => ({ id, ...list }));
  const own = organisationDetectors(lists);
  const problems = own.problems.map(({ list, path, message, cure }) => ({ path: `lists.${list}.${path}`, message, cure }));
  const engine = { ...createEngine([...DETECTORS, ...own.detectors, ...(names ? [names] : [])], PREPARED), problems };
  if (engines.size >= MOST_ENGINES) engines.clear();
  engines.set(key, { names, engine });
  return engine;
}

/** True when a rule could mind names. */
export function wantsNames(policy: Policy): boolean {
  return policy.rules.some((rule) =>
    [...rule.detect, ...rule.unless].some((term) =>
      NAMES.some(({ entity, categories }) => term.entity === entity || categories.some((category) => category === term.category)),
    ),
  );
}

interface Current {
  readonly force: InForce;
  readonly posture: Posture;
}

export function createPostureSource(deps: PostureDeps): PostureSource {
  const names = createNames(deps.names);
  let managed: Record<string, unknown> | null = null;
  let consent = false;
  let latest: Posture | null = null;
  let current: Promise<Current> = start();

  async function start(): Promise<Current> {
    const [given] = await Promise.all([deps.local.get('consent')]);
    consent = given === true;
    // Managed storage takes seconds at the first start; what held before holds until then.
    const chosen = await choose();
    latest = chosen.posture;
    return chosen;
  }

  /** Runs a policy's own tests with the table of names only where a text in them asks for it. */
  async function tried<T>(work: (trial: Trial) => T): Promise<T> {
    const trial: Trial = { scanFor: (policy) => engineFor(policy, names.detector).scan, ambient: isAmbient, categoriesOf };
    const result = work(trial);
    if (!names.missed()) return result;
    await names.load();
    return work(trial);
  }

  async function choose(): Promise<Current> {
    const [remembered, own] = await Promise.all([deps.local.get('policy'), deps.local.get('ownPolicy')]);
    const force = await tried((trial) =>
      chooseInForce({
        managed,
        remembered: isRemembered(remembered) ? remembered : { everManaged: false },
        own: typeof own === 'string' ? own : null,
        known: KNOWN_NAMES,
        trial,
        version: deps.version,
      }),
    );
    if (managed !== null || !isRemembered(remembered)) await deps.local.set('policy', force.remember);
    const engine = engineFor(force.policy, wantsNames(force.policy) ? names.detector : null);
    // What the detector of names said of a draft before its table was read no longer holds.
    let typed = engine.draft();
    const { settings } = force;
    const { packs, problems: packProblems } = workingPacks(force.policy.sites.packs);
    const posture: Posture = {
      policy: failMode(force.policy, settings.failMode),
      sites: siteTable(packs),
      scan: engine.scan,
      scanTyped: (text) => typed.update(text),
      incomplete: names.missed,
      async complete() {
        await names.load();
        typed = engine.draft();
      },
      ambient: isAmbient,
      categoriesOf,
      user: settings.userId ?? '',
      groups: settings.groups ?? [],
      locale: deps.locale,
      reported: Boolean(settings.auditEndpoint),
    };
    return { force: { ...force, problems: [...force.problems, ...engine.problems, ...packProblems] }, posture };
  }

  function builtIn(): Posture {
    const policy = builtInPolicy();
    const { scan } = engineFor(policy, null);
    return {
      policy,
      sites: BUILT_IN_SITES,
      scan,
      scanTyped: scan,
      incomplete: () => false,
      complete: async () => undefined,
      ambient: isAmbient,
      categoriesOf,
      user: '',
      groups: [],
      locale: deps.locale,
      reported: false,
    };
  }

  /** Puts a new choice into force; until it is made, the one before holds. */
  async function replace(): Promise<void> {
    const next = choose();
    const { force, posture } = await next;
    current = next;
    latest = posture;
    const { policy, source, problems, settings } = force;
    const told = {
      policy: JSON.stringify([policy.name, policy.revision, source, problems]),
      settings: await fingerprint(JSON.stringify(settings)),
    };
    const before = await deps.local.get('announced');
    const same = (key: keyof typeof told): boolean =>
      typeof before === 'object' && before !== null && Reflect.get(before, key) === told[key];
    if (same('policy') && same('settings')) return;
    await deps.local.set('announced', told);
    deps.onChange(force, !same('policy'));
  }

  function consentAsked({ policy, settings }: InForce): PolicyState['consent'] {
    if (settings.consent === 'granted') return 'none';
    return settings.consent ?? policy.consent;
  }

  return {
    posture: async () => (await current).posture,
    now() {
      latest ??= builtIn();
      return latest;
    },
    force: async () => (await current).force,
    async refresh() {
      managed = await deps.managed();
      await current.catch(() => undefined);
      await replace();
    },
    async state() {
      const { force } = await current;
      const { policy, settings } = force;
      return {
        stamp: { name: policy.name, revision: policy.revision },
        source: force.source,
        managed: force.managed,
        text: JSON.stringify(policy, null, 2),
        problems: force.problems,
        endpointHost: settings.auditEndpoint ? new URL(settings.auditEndpoint).host : '',
        userId: settings.userId ?? '',
        reportsUsage: policy.report.usage,
        consent: consentAsked(force),
        consentGiven: consent,
      };
    },
    async setOwn(text) {
      const { force } = await current;
      if (force.managed) {
        const problem = { path: '', message: 'An administrator manages this browser', cure: 'Ask them to change the policy.' };
        return { ok: false, problems: [problem] };
      }
      if (text === null) await deps.local.remove('ownPolicy');
      else {
        const reading = await tried((trial) => checkPolicy(text, KNOWN_NAMES, trial));
        if (!reading.ok) return { ok: false, problems: reading.problems };
        await deps.local.set('ownPolicy', text);
      }
      await replace();
      return { ok: true, problems: (await current).force.problems };
    },
    async setConsent(given) {
      consent = given;
      await deps.local.set('consent', given);
    },
    async reporting() {
      const { force } = await current;
      if (consentAsked(force) === 'required' && !consent) return 'consent-missing';
      // What is remembered has no token: sending now would be refused.
      if (managed === null) return 'unknown';
      return force.settings.auditEndpoint ? 'endpoint' : 'nobody';
    },
  };
}

/** SHA-256, hex: the settings hold a token, which is not written down. */
async function fingerprint(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function failMode(policy: Policy, mode: 'closed' | 'open' | undefined): Policy {
  if (mode === undefined) return policy;
  return { ...policy, defaults: { ...policy.defaults, onDeadline: mode === 'open' ? 'release' : 'block' } };
}

function isRemembered(value: unknown): value is Remembered {
  return typeof value === 'object' && value !== null && 'everManaged' in value && typeof value.everManaged === 'boolean';
}
