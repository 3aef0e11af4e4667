import { bodyOf, bytesOf } from '../capture/body-bytes.ts';
import type { Body, Draft } from '../capture/draft.ts';
import type { Reading } from '../capture/read-draft.ts';
import { readDocument } from '../capture/wire/document.ts';
import { sha256 } from '../detectors/sha256.ts';
import type { Site } from '../sites/site.ts';
import type { Accounts } from './account.ts';
import { judge, minded, type Origin } from './judge.ts';
import { draftOf, hostOf, type Outgoing, type OutgoingBody, withoutFragment } from './outgoing.ts';
import type { Posture } from './posture.ts';
import type { EventBody } from './record.ts';
import type { Shards } from './shards.ts';

export interface NetworkDeps {
  readonly accounts: Accounts;
  /** The policy in force; while it is being read, the one that is built in. */
  readonly posture: () => Posture;
  /** Host of the page in a tab, for frames whose origin says nothing; empty when no guide has spoken. */
  readonly hostOfTab: (tab: number) => string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly record: (event: EventBody) => void;
  readonly shards: Shards;
  /** What a request was read as; the gate does not see those of threads. */
  readonly saw: (tab: number, origin: Origin, reading: Reading) => void;
}

/** The second net, for installs by policy: judges requests in the network, whatever part of a page made them. */
export interface Network {
  mayGo(request: Outgoing & { readonly body: OutgoingBody }): boolean;
  mayGoWith(request: Outgoing & { readonly headers: readonly { readonly name: string; readonly value: string }[] }): boolean;
  /** The gate has released exactly this: it may pass although a rule minds it, or although it cannot be read here. */
  clear(draft: Draft, body: Body): void;
  /** No cookie of the host may carry these values. */
  seal(host: string, values: readonly string[]): void;
  unseal(host: string, values: readonly string[]): void;
}

/** Releases that are remembered. */
const MOST_CLEARED = 200;
/** How long a release waits for its request, ms. */
const CLEARED_FOR = 15_000;
const MOST_SEALED = 500;

/** Headers that browsers set; page code cannot, or not to texts of its own. Cookies are looked at apart. */
const BROWSER_HEADERS =
  /^(?:accept-.*|user-agent|host|connection|content-(?:type|length)|origin|cookie|upgrade(?:-insecure-requests)?|pragma|cache-control|sec-(?!websocket-protocol).*|priority|dnt|te|range|if-.*|purpose|ping-.*|access-control-.*|x-client-data)$/;

/** Compressed bodies cannot be read without waiting (RFC 1952 section 2.3.1, RFC 1950 section 2.2). */
function looksCompressed(bytes: Uint8Array): boolean {
  const [first = 0, second = 0] = bytes;
  return (first === 0x1f && second === 0x8b) || ((first & 0x0f) === 8 && first >> 4 <= 7 && (first * 256 + second) % 31 === 0);
}

/** The values of a form that a request carries, as the browser shows them here; null for a body that is none. */
function formValues(contentType: string, body: Body): readonly string[] | null {
  if (body.kind !== 'text' || !/^(?:multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(contentType)) return null;
  if (!contentType.startsWith('multipart')) return [...new URLSearchParams(body.text).values()];
  const texts = readDocument(body, contentType, () => true)?.texts.filter(({ pointer }) => !pointer.endsWith('~~name'));
  return texts?.map(({ value }) => value) ?? null;
}

export function createNetwork(deps: NetworkDeps): Network {
  /** Key → until when. */
  const cleared = new Map<string, number>();
  const sealed = new Map<string, Set<string>>();
  /** Cancelled values are told once for each address and type, not for each of a page's tries. */
  let lastTold = '';

  const exactly = (url: string, bytes: Uint8Array): string =>
    `${withoutFragment(url)} ${Array.from(sha256(bytes), (byte) => byte.toString(16)).join('.')}`;
  /** Forms are shown here as their values, not as their bytes. */
  const asForm = (url: string, values: readonly string[]): string =>
    `form ${exactly(url, new TextEncoder().encode([...values].sort().join('\n')))}`;
  /** For bodies that are not shown here: one request to this address. */
  const once = (url: string): string => `${withoutFragment(url)} once`;

  function remember(key: string): void {
    cleared.delete(key);
    cleared.set(key, deps.now() + CLEARED_FOR);
    for (const oldest of cleared.keys()) {
      if (cleared.size <= MOST_CLEARED) break;
      cleared.delete(oldest);
    }
  }

  function wasCleared(key: string, uses: 'one' | 'many'): boolean {
    const until = cleared.get(key);
    if (until === undefined) return false;
    if (uses === 'one' || until < deps.now()) cleared.delete(key);
    return until >= deps.now();
  }

  function originIn(site: Site, pageHost: string, { tab, url }: Outgoing): Origin {
    const own = deps.posture().policy.sites.accounts[site.id] ?? [];
    return { site, pageHost, account: deps.accounts.of(tab, pageHost, site, { url: url.replace(/^ws/, 'http') }, own) };
  }

  /** Where a request comes from, when that is a page that is governed; also a page that is about to be opened. */
  function originOf(request: Outgoing): Origin | null {
    const from = hostOf(request.initiator) || (request.initiator === 'null' || request.initiator === '' ? deps.hostOfTab(request.tab) : '');
    const { sites } = deps.posture();
    const site = sites.forHost(from);
    if (site) return originIn(site, from, request);
    // A frame of a host that is not listed, inside a page that is.
    const page = request.type === 'main_frame' ? '' : deps.hostOfTab(request.tab);
    const around = sites.forHost(page);
    if (around) return originIn(around, page, request);
    const to = hostOf(request.url);
    const target = request.type === 'main_frame' ? sites.forHost(to) : undefined;
    return target ? originIn(target, to, request) : null;
  }

  function told(origin: Origin, request: Outgoing, detail: string): false {
    const now = `${request.type} ${withoutFragment(request.url)}`;
    if (now !== lastTold) {
      lastTold = now;
      deps.record({
        kind: 'degraded',
        site: origin.site.id,
        host: origin.pageHost,
        channel: 'network',
        direction: 'prompt',
        action: 'block',
        outcome: 'refused',
        detail,
      });
    }
    return false;
  }

  /** True when no rule minds it. A text whose detector is not loaded yet is loaded for the next time. */
  function clean(draft: Draft, origin: Origin, tab?: number): boolean {
    const posture = deps.posture();
    const where = `${tab} ${origin.pageHost}`;
    const result = judge(draft, origin, posture, tab === undefined ? undefined : (parts, scan) => deps.shards.crossing(where, parts, scan));
    if (posture.incomplete()) void posture.complete();
    if (!result.ok) return posture.policy.defaults.unreadable !== 'block';
    const { reading } = result.judgement;
    if (tab !== undefined) deps.saw(tab, origin, reading);
    const { drafts } = posture.policy.sites;
    if (reading.kind === 'draft' && drafts === 'allow') return true;
    if (reading.kind === 'draft' && drafts === 'drop' && reading.parts.some(({ role, text }) => role === 'prompt' && text !== ''))
      return false;
    if (minded(result.judgement.verdict).length > 0) return false;
    if (tab !== undefined && reading.kind !== 'draft') deps.shards.sent(where, reading.parts);
    return true;
  }

  return {
    mayGo(request) {
      const origin = originOf(request);
      const { body } = request;
      if (!origin) {
        const host = hostOf(request.initiator) || hostOf(request.url);
        if (body.kind !== 'bytes' || host === '') return true;
        const { policy, sites } = deps.posture();
        if (policy.sites.unknown !== 'govern') return true;
        const stranger = originIn(sites.unlisted, host, request);
        return (
          clean(draftOf(request, bodyOf(body.bytes)), stranger, request.tab) ||
          wasCleared(exactly(request.url, body.bytes), 'many') ||
          told(stranger, request, request.type)
        );
      }
      const empty: Body = { kind: 'text', text: '' };
      switch (body.kind) {
        case 'none':
          return clean(draftOf(request, empty), origin) || told(origin, request, `address of ${request.type}`);
        case 'form': {
          const text = new URLSearchParams(Object.entries(body.values).flatMap(([name, list]) => list.map((value) => [name, value])));
          const draft = { ...draftOf(request, { kind: 'text', text: text.toString() }), contentType: 'application/x-www-form-urlencoded' };
          return (
            clean(draft, origin) ||
            wasCleared(asForm(request.url, Object.values(body.values).flat()), 'many') ||
            wasCleared(once(request.url), 'one') ||
            told(origin, request, 'form')
          );
        }
        case 'bytes': {
          const readable = !looksCompressed(body.bytes);
          if (readable && clean(draftOf(request, bodyOf(body.bytes)), origin, request.tab)) return true;
          return wasCleared(exactly(request.url, body.bytes), 'many') || told(origin, request, readable ? request.type : 'unreadable');
        }
        case 'hidden':
          return wasCleared(once(request.url), 'one') || told(origin, request, 'unreadable');
      }
    },

    mayGoWith(request) {
      const origin = originOf(request);
      if (!origin) return true;
      const own = request.headers.filter(({ name }) => !BROWSER_HEADERS.test(name));
      const lines = own.map(({ name, value }) => `${name}: ${value}\n`).join('');
      if (lines !== '' && !clean(draftOf({ ...request, url: new URL(request.url).origin }, { kind: 'text', text: '' }, lines), origin)) {
        return told(origin, request, 'header');
      }
      const values = sealed.get(origin.pageHost);
      const cookies = values && request.headers.find(({ name }) => name === 'cookie')?.value;
      if (!values || !cookies) return true;
      return ![...values].some((value) => cookies.includes(value)) || told(origin, request, 'cookie');
    },

    clear(draft, body) {
      remember(exactly(draft.url, bytesOf(body)));
      const values = formValues(draft.contentType, body);
      if (values) remember(asForm(draft.url, values));
      if (draft.channel === 'form' || draft.channel === 'beacon' || bytesOf(body).length === 0) remember(once(draft.url));
    },

    seal(host, values) {
      const known = sealed.get(host) ?? new Set<string>();
      for (const value of values) if (value.length >= 8) known.add(value);
      for (const oldest of known) {
        if (known.size <= MOST_SEALED) break;
        known.delete(oldest);
      }
      sealed.set(host, known);
    },

    unseal(host, values) {
      for (const value of values) sealed.get(host)?.delete(value);
    },
  };
}
