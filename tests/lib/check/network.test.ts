import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { createAccounts } from '../../../lib/check/account.ts';
import { createNetwork, type Network } from '../../../lib/check/network.ts';
import type { Posture } from '../../../lib/check/posture.ts';
import { categoriesOf, engineFor, isAmbient } from '../../../lib/check/posture-source.ts';
import type { EventBody } from '../../../lib/check/record.ts';
import { createShards } from '../../../lib/check/shards.ts';
import { policySchema } from '../../../lib/policy/schema.ts';
import { BUILT_IN_SITES } from '../../../lib/sites/sites.ts';

const CARD = '4111 1111 1111 1111';
const MAIL = 'ann.lee@corp.example';

const policy = policySchema.parse({
  schema: 1,
  name: 'test',
  revision: 1,
  defaults: { action: 'allow', unreadable: 'block' },
  rules: [
    { id: 'cards', detect: [{ entity: 'CREDIT_CARD' }], action: 'block' },
    { id: 'mail', detect: [{ entity: 'EMAIL' }], action: 'block' },
  ],
});

const { scan } = engineFor(policy, null);
const posture: Posture = {
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
  locale: 'en',
  reported: false,
};

let events: EventBody[];
let network: Network;
let unknown: 'report' | 'govern';
let clock: number;

beforeEach(() => {
  events = [];
  unknown = 'report';
  clock = 0;
  network = createNetwork({
    accounts: createAccounts(),
    saw: () => undefined,
    posture: () => ({ ...posture, policy: { ...policy, sites: { ...policy.sites, unknown } } }),
    hostOfTab: (tab) => (tab === 7 ? 'chatgpt.com' : ''),
    now: () => clock,
    shards: createShards(),
    record: (event) => void events.push(event),
  });
});

const base = {
  method: 'GET',
  url: 'https://chatgpt.com/x',
  type: 'image',
  id: '1',
  tab: 1,
  initiator: 'https://chatgpt.com',
  body: { kind: 'none' },
} as const;
const withQuery = (text: string) => ({ ...base, url: `https://chatgpt.com/x?q=${encodeURIComponent(text)}` });
const bytes = (text: string | Uint8Array) =>
  ({ kind: 'bytes', bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text }) as const;
const post = (body: Parameters<Network['mayGo']>[0]['body']) => ({ ...base, method: 'POST', type: 'xmlhttprequest', body });
const draft = {
  channel: 'fetch',
  method: 'POST',
  url: 'https://chatgpt.com/x#top',
  contentType: '',
  body: { kind: 'text', text: '' },
} as const;

describe('pages of hosts without an entry', () => {
  const body = {
    kind: 'bytes',
    bytes: new TextEncoder().encode(JSON.stringify({ messages: [{ role: 'user', content: `pay ${CARD}` }] })),
  } as const;
  const request = {
    id: '9',
    method: 'POST',
    url: 'https://api.unlisted.example/v1',
    type: 'xmlhttprequest',
    tab: 9,
    initiator: 'https://unlisted.example',
    body,
  } as const;

  it('are left alone', () => {
    expect(network.mayGo(request)).toBe(true);
    expect(events).toEqual([]);
  });

  it('are judged where the policy governs them, and only what looks like a prompt', () => {
    unknown = 'govern';
    expect(network.mayGo(request)).toBe(false);
    expect(events).toMatchObject([{ kind: 'degraded', site: 'unlisted', host: 'unlisted.example' }]);
    const comment = { kind: 'bytes', bytes: new TextEncoder().encode(JSON.stringify({ comment: `pay ${CARD}` })) } as const;
    expect(network.mayGo({ ...request, body: comment })).toBe(true);
  });
});

describe('requests in the network', () => {
  it.each([
    ['an address of a page', withQuery(CARD)],
    ['a page that is opened from elsewhere', { ...withQuery(CARD), type: 'main_frame', initiator: '' }],
    ['a frame without an origin of its own', { ...withQuery(CARD), initiator: 'null', tab: 7 }],
    ['a frame of another host in a page that is governed', { ...withQuery(CARD), initiator: 'https://sandbox.example', tab: 7 }],
    ['a body', post(bytes(`{"note":"${CARD}"}`))],
    ['a form', post({ kind: 'form', values: { note: [CARD] } })],
    ['a body that is not shown', post({ kind: 'hidden' })],
    ['a compressed body', post(bytes(gzipSync(CARD)))],
  ])('are cancelled when a value stands in %s', (_, request) => {
    expect(network.mayGo(request)).toBe(false);
    expect(events).toMatchObject([{ kind: 'degraded', channel: 'network', outcome: 'refused' }]);
    expect(JSON.stringify(events)).not.toContain('4111');
  });

  it.each([
    ['harmless text', withQuery('the weather')],
    ['what apps send of their own accord', withQuery(MAIL)],
    ['pages that nobody governs', { ...withQuery(CARD), initiator: 'https://elsewhere.example' }],
    ['a harmless body', post(bytes('{"note":"hello"}'))],
    ['a harmless form', post({ kind: 'form', values: { note: ['hello'] } })],
  ])('pass with %s', (_, request) => {
    expect(network.mayGo(request)).toBe(true);
    expect(events).toEqual([]);
  });

  it('pass when the gate has released exactly these bytes, and no others', () => {
    const body = `{"note":"${CARD}"}`;
    network.clear(draft, { kind: 'text', text: body });
    expect(network.mayGo(post(bytes(body)))).toBe(true);
    expect(network.mayGo(post(bytes(`${body} `)))).toBe(false);
    expect(network.mayGo({ ...post(bytes(body)), url: 'https://chatgpt.com/y' })).toBe(false);
    clock = 60_000;
    expect(network.mayGo(post(bytes(body)))).toBe(false);
  });

  it('are cancelled when they complete a value whose beginning has left', () => {
    expect(network.mayGo(post(bytes('{"note":"number 4111 1111"}')))).toBe(true);
    expect(network.mayGo(post(bytes('{"note":" 1111 1111 is it"}')))).toBe(false);
  });

  it.each([
    ['application/x-www-form-urlencoded;charset=UTF-8', `model=m&note=number+${CARD}`],
    [
      'multipart/form-data; boundary=b7',
      `--b7\r\nContent-Disposition: form-data; name="model"\r\n\r\nm\r\n--b7\r\nContent-Disposition: form-data; name="note"\r\n\r\nnumber ${CARD}\r\n--b7--\r\n`,
    ],
  ])('pass when the gate has released exactly these values of a form: %s', (contentType, text) => {
    const form = (note: string) => post({ kind: 'form', values: { model: ['m'], note: [note] } });
    expect(network.mayGo(form(`number ${CARD}`))).toBe(false);
    network.clear({ ...draft, contentType }, { kind: 'text', text });
    expect(network.mayGo(form(`number ${CARD}`))).toBe(true);
    expect(network.mayGo(form(`other ${CARD}`))).toBe(false);
  });

  it('pass once for an empty body, which is not shown here, when the gate has released it', () => {
    const empty = post({ kind: 'hidden' });
    expect(network.mayGo(empty)).toBe(false);
    network.clear(draft, { kind: 'text', text: '' });
    expect(network.mayGo(empty)).toBe(true);
    expect(network.mayGo(empty)).toBe(false);
  });

  it('pass once for a form that is not shown as it was judged', () => {
    const form = post({ kind: 'form', values: { note: [CARD] } });
    network.clear({ ...draft, channel: 'form' }, { kind: 'text', text: '' });
    expect(network.mayGo(form)).toBe(true);
    expect(network.mayGo(form)).toBe(false);
  });

  it('are judged by the headers that page code has set, and by values in cookies', () => {
    const headers = (name: string, value: string) => ({ ...base, headers: [{ name, value }] });
    expect(network.mayGoWith(headers('x-note', CARD))).toBe(false);
    expect(network.mayGoWith(headers('sec-websocket-protocol', CARD))).toBe(false);
    expect(network.mayGoWith(headers('authorization', `Bearer ${CARD}`))).toBe(true);
    expect(network.mayGoWith(headers('cookie', 'note=4111111111111111'))).toBe(true);
    network.seal('chatgpt.com', ['4111111111111111']);
    expect(network.mayGoWith(headers('cookie', 'note=4111111111111111'))).toBe(false);
    network.unseal('chatgpt.com', ['4111111111111111']);
    expect(network.mayGoWith(headers('cookie', 'note=4111111111111111'))).toBe(true);
  });
});
