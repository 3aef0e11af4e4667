import type { Reading } from '../capture/read-draft.ts';
import type { SiteCheckState } from '../messages/protocol.ts';
import type { EventBody } from './record.ts';

/** The part of a key-value store that is needed. */
interface Store {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
}

/** What was seen of a site. */
type SiteCheck = Pick<SiteCheckState, 'state' | 'cause' | 'at'>;

interface Seen {
  readonly check: SiteCheck | null;
  /** Visits since the last prompt request. */
  readonly visits: number;
  /** The last visit that was counted, ms since 1970. */
  readonly visited: number;
  /** The last prompt of a known shape, ms since 1970. */
  readonly prompt: number;
  /** When a composer was last found, ms since 1970. */
  readonly composer: number;
  /** Prompts since then. */
  readonly bare: number;
  /** When the state was last reported, ms since 1970. */
  readonly told: number;
}

export interface SelfCheckDeps {
  readonly store: Store;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly record: (event: EventBody) => void;
}

/** Says for each site how far what this build knows of it holds in this browser. It claims what it has seen, with the date. */
export interface SelfCheck {
  /** Somebody is on a page of the site. */
  visited(site: string, host: string): Promise<void>;
  /** The site sends this; `composer` says whether a composer was found in that tab. */
  sent(site: string, host: string, reading: Reading, composer: boolean): Promise<void>;
  all(): Promise<Readonly<Record<string, SiteCheck>>>;
}

const KEY = 'siteChecks';
/** Visits without a prompt after which a site is silent. */
const MANY_VISITS = 5;
/** Signs of life within this time, ms, are one visit. */
const VISIT = 3_600_000;
/** A composer is missed when none was found for this time, ms, over so many prompts: some are sent by a button of the page. */
const COMPOSER_FOR = 7 * 86_400_000;
const MANY_BARE = 3;
/** A state that stays is reported again after this time, ms, and its date is written down anew. */
const DAY = 86_400_000;
const HOUR = 3_600_000;

const NOTHING: Seen = { check: null, visits: 0, visited: 0, prompt: 0, composer: 0, bare: 0, told: 0 };

export function createSelfCheck({ store, now, record }: SelfCheckDeps): SelfCheck {
  let known: Promise<Map<string, Seen>> | null = null;
  /** Changes are made one after the other. */
  let last: Promise<unknown> = Promise.resolve();

  const sites = (): Promise<Map<string, Seen>> => {
    known ??= store.get(KEY).then((value) => new Map(Object.entries(isSeen(value) ? value : {})));
    return known;
  };

  function change(site: string, host: string, next: (seen: Seen) => Seen): Promise<void> {
    const turn = last.then(async () => {
      const all = await sites();
      const before = all.get(site) ?? NOTHING;
      let after = next(before);
      if (after === before) return;
      const { check } = after;
      if (check && (check.state !== before.check?.state || check.cause !== before.check.cause || now() - before.told >= DAY)) {
        after = { ...after, told: now() };
        record({ kind: 'site-check', site, host, state: check.state, ...(check.cause === '' ? {} : { detail: check.cause }) });
      }
      all.set(site, after);
      await store.set(KEY, Object.fromEntries(all));
    });
    last = turn.catch((error: unknown) => console.error('self-check', error));
    return turn;
  }

  return {
    visited: (site, host) =>
      change(site, host, (seen) => {
        if (now() - seen.visited < VISIT) return seen;
        const visits = seen.visits + 1;
        const silent = visits >= MANY_VISITS ? ({ state: 'silent', cause: 'no-prompt', at: seen.prompt } as const) : seen.check;
        return { ...seen, visits, visited: now(), check: silent };
      }),
    sent(site, host, { kind, shape }, composer) {
      if (kind !== 'prompt' || shape === null) return Promise.resolve();
      return change(site, host, (before) => {
        const found = composer || now() - before.composer < COMPOSER_FOR;
        const bare = found ? 0 : before.bare + 1;
        const missed = bare >= MANY_BARE;
        const cause = shape === 'unknown' ? 'unknown-shape' : missed ? 'no-composer' : '';
        const { check } = before;
        const stays = check?.cause === cause && now() - check.at < HOUR && before.visits === 0 && !missed && bare === before.bare;
        if (stays && (!composer || now() - before.composer < HOUR)) return before;
        const seen: Seen = {
          ...before,
          visits: 0,
          bare,
          prompt: shape === 'known' ? now() : before.prompt,
          composer: composer ? now() : before.composer,
        };
        // A known request alone says nothing yet about the composer.
        if (cause === '' && !found) return seen;
        return { ...seen, check: { state: cause === '' ? 'verified' : 'degraded', cause, at: now() } };
      });
    },
    async all() {
      const checks = [...(await sites())].flatMap(([site, { check }]) => (check ? [[site, check] as const] : []));
      return Object.fromEntries(checks);
    },
  };
}

function isSeen(value: unknown): value is Record<string, Seen> {
  return typeof value === 'object' && value !== null && Object.values(value).every((one) => typeof one === 'object' && one !== null);
}
