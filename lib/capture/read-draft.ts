import type { Endpoint, Refusal, Site } from '../sites/site.ts';
import { hostMatches } from '../sites/site-pages.ts';
import type { Body, Draft, TextPart } from './draft.ts';
import { promptsInAddress } from './prompt-link.ts';
import { promptShape } from './prompt-shape.ts';
import type { Document } from './wire/document.ts';
import { readDocument } from './wire/document.ts';
import { pathCaptures } from './wire/path.ts';
import { pointerMatches } from './wire/pointer.ts';
import { looksWritten } from './written.ts';

/** What a draft turned out to be. `other`: a request that the site's data does not name; its strings are read all the same. */
export type DraftKind = 'prompt' | 'draft' | 'other';

/** A draft that was read. */
export interface Reading {
  readonly kind: DraftKind;
  /**
   * For a request that the site's data names: whether it has the shape that is given there. `unknown`: somebody's words are in it, but
   * not where they should be, so every string counts as prompt. Null when that cannot be told: no shape is given, or there are no words.
   */
  readonly shape: 'known' | 'unknown' | null;
  readonly parts: readonly TextPart[];
  /** Model named by the request, empty when none. */
  readonly model: string;
  /** The site's id of the conversation, empty when none. Only a hash of it may leave the browser. */
  readonly conversation: string;
  readonly refusal: Refusal;
  /** The body with new texts at the given paths and all else unchanged; null when that cannot be done safely. */
  rewrite(texts: ReadonlyMap<string, string>): Body | null;
}

export type ReadResult =
  | { readonly ok: true; readonly reading: Reading }
  | { readonly ok: false; readonly kind: DraftKind; readonly refusal: Refusal };

const REFUSAL: Refusal = {
  status: 403,
  contentType: 'application/json',
  body: '{"error":{"message":"Held back by your organisation’s policy.","type":"policy","code":"held_back"}}',
};

/**
 * Finds the texts in a draft by the site's data. A request that the data names comes out in one of four ways: not a prompt (`kind`
 * `other`), a prompt, a prompt of an unknown shape, which is read string by string, each as prompt text, and unreadable (`ok: false`:
 * larger than can be read).
 */
export function readDraft(draft: Draft, site: Site, pageHost: string): ReadResult {
  if (draft.channel === 'composer') return { ok: true, reading: composerReading(draft) };
  const address = new URL(draft.url);
  const socket = draft.channel === 'websocket';
  // What has no body is no prompt, wherever it goes.
  const bodiless = draft.method === 'GET' || draft.method === 'HEAD' || draft.method === 'OPEN' || draft.method === 'SET';
  const candidates = site.endpoints.filter(
    (endpoint) => !bodiless && (endpoint.channel === 'websocket') === socket && goesTo(endpoint, address, site, pageHost),
  );
  const isText = (pointer: string): boolean =>
    pointer !== '' && candidates.some((endpoint) => endpoint.text.some((pattern) => pointerMatches(pattern, pointer)));
  const document = readDocument(draft.body, draft.contentType, isText);
  const endpoint =
    candidates.find((one) => !one.when || !document || valueAt(document, one.when.at) === one.when.is) ?? shapedEndpoint(site, document);
  const asked = promptsInAddress(site, address);
  const kind = endpoint?.kind ?? (asked.size > 0 ? 'prompt' : 'other');
  const refusal = endpoint?.refusal ?? REFUSAL;
  // What a host sends that is not listed is not ours to judge, readable or not.
  if (site.reads && (document ? !endpoint && asked.size === 0 : candidates.length === 0)) return { ok: true, reading: nothing(refusal) };
  if (!document) return { ok: false, kind, refusal };

  const known = endpoint !== undefined && document.texts.some((text) => isPrompt(endpoint, text.pointer));
  const parts = document.texts.map(({ pointer, value }): TextPart => {
    const prompt = endpoint !== undefined && (!known || isPrompt(endpoint, pointer));
    return { path: pointer, text: value, role: prompt ? 'prompt' : 'other' };
  });
  const shape = known ? 'known' : endpoint?.text.length && document.texts.some(({ value }) => looksWritten(value)) ? 'unknown' : null;
  const around = [...addressParts(address, kind, asked), ...lineParts(draft), ...headerParts(draft.headers ?? '')];
  return {
    ok: true,
    reading: {
      kind,
      shape,
      parts: [...parts, ...around],
      model: endpoint?.model ? valueAt(document, endpoint.model) : '',
      conversation: conversationOf(endpoint, address, document),
      refusal,
      rewrite: (texts) => (endpoint?.signed || around.some((part) => texts.has(part.path)) ? null : document.rewrite(texts)),
    },
  };
}

/** What a site without an entry sends is known by its shape alone. */
function shapedEndpoint(site: Site, document: Document | undefined): Endpoint | undefined {
  const shape = site.reads === 'shaped' && document ? promptShape(document.texts) : null;
  return shape?.sure === 'strong' ? { kind: 'prompt', channel: 'http', paths: [], text: shape.prompts, model: '/model' } : undefined;
}

/** A request that is none of our business: the host serves much else. */
function nothing(refusal: Refusal): Reading {
  return { kind: 'other', shape: null, parts: [], model: '', conversation: '', refusal, rewrite: () => null };
}

/** Shorter paths name things of the site. */
const LONG_PATH = 24;

/** What an address may carry: the values of its query, and of a request that the site's data does not name also its path. */
function addressParts(address: URL, kind: DraftKind, asked: ReadonlyMap<string, string>): readonly TextPart[] {
  const values = [...address.searchParams].map(([name, value], index): TextPart => {
    const text = asked.get(name);
    return { path: `?${name}~~${index}`, text: text ?? value, role: text === undefined ? 'other' : 'prompt' };
  });
  if (kind !== 'other' || address.pathname.length < LONG_PATH) return values;
  return [...values, { path: '?', text: decoded(address.pathname).replaceAll('/', '\n'), role: 'other' }];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Headers whose work is to carry a credential of the page's own (RFC 9110 section 11.6.2, and the API keys of model providers). */
const CREDENTIALS = new Set(['authorization', 'proxy-authorization', 'x-api-key', 'api-key', 'x-goog-api-key', 'x-auth-token']);

/** Methods of HTTP, and what stands for one where there is none. */
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'QUERY', 'OPEN', 'SET', 'SEND']);
/** Content types that carry nothing of the page's own; boundaries as the engines of the browsers make them. */
const PLAIN_TYPE =
  /^(?:(?:application\/(?:json|octet-stream|x-www-form-urlencoded)|text\/plain)(?:;\s*charset="?utf-8"?)?|multipart\/form-data;\s*boundary=-+(?:WebKitFormBoundary\w{16}|geckoformboundary[0-9a-f]{1,34}))?$/i;

/** A method or a content type that page code has made up. */
function lineParts({ method, contentType }: Draft): readonly TextPart[] {
  const lines = [METHODS.has(method) ? '' : method, PLAIN_TYPE.test(contentType) ? '' : contentType];
  return lines.flatMap((text, index) => (text === '' ? [] : [{ path: index === 0 ? '@method' : '@content-type', text, role: 'other' }]));
}

function headerParts(headers: string): readonly TextPart[] {
  return headers.split('\n').flatMap((line, index): readonly TextPart[] => {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).toLowerCase();
    if (colon < 0 || CREDENTIALS.has(name)) return [];
    return [{ path: `@${name}~~${index}`, text: decoded(line.slice(colon + 1).trim()), role: 'other' }];
  });
}

function composerReading(draft: Draft): Reading {
  const text = draft.body.kind === 'text' ? draft.body.text : '';
  return {
    kind: 'prompt',
    shape: null,
    parts: [{ path: '', text, role: 'prompt' }],
    model: '',
    conversation: '',
    refusal: REFUSAL,
    rewrite: (texts) => ({ kind: 'text', text: texts.get('') ?? text }),
  };
}

function goesTo(endpoint: Endpoint, address: URL, site: Site, pageHost: string): boolean {
  const host = address.hostname;
  const fits = endpoint.host
    ? hostMatches(endpoint.host, host)
    : host === pageHost || site.hosts.some((pattern) => hostMatches(pattern, host));
  return fits && endpoint.paths.some((path) => pathCaptures(path, address.pathname) !== undefined);
}

function isPrompt(endpoint: Endpoint, pointer: string): boolean {
  return endpoint.text.some((pattern) => pointerMatches(pattern, pointer));
}

function valueAt(document: Document, pattern: string): string {
  return document.texts.find((text) => pointerMatches(pattern, text.pointer))?.value ?? '';
}

function conversationOf(endpoint: Endpoint | undefined, address: URL, document: Document): string {
  if (!endpoint) return '';
  const inBody = endpoint.conversation ? valueAt(document, endpoint.conversation) : '';
  if (inBody) return inBody;
  const inQuery = endpoint.conversation ? address.searchParams.get(endpoint.conversation.slice(1)) : null;
  if (inQuery) return inQuery;
  for (const path of endpoint.paths) {
    const captured = pathCaptures(path, address.pathname)?.get('conversation');
    if (captured) return captured;
  }
  return '';
}
