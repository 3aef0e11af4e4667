import { beforeEach, describe, expect, it } from 'vitest';
import { createDiscovery, type Discovery } from '../../../lib/check/discovery.ts';
import type { EventBody } from '../../../lib/check/record.ts';

let clock: number;
let events: EventBody[];
let kept: Map<string, unknown>;
let discovery: Discovery;

type Request = Parameters<Discovery['asked']>[1];

const request = (host: string, body: unknown, more: Partial<Request> = {}): Request => ({
  method: 'POST',
  url: 'https://api.unlisted.example/v9?key=abc',
  type: 'xmlhttprequest',
  tab: 1,
  initiator: `https://${host}`,
  body: { kind: 'bytes', bytes: new TextEncoder().encode(JSON.stringify(body)) },
  ...more,
});
const STRONG = { messages: [{ role: 'user', content: 'a very secret thing' }] };
const WEAK = { query: 'where do red shoes come from' };

const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

beforeEach(() => {
  clock = Date.UTC(2026, 10, 25, 23);
  events = [];
  kept = new Map();
  discovery = createDiscovery({
    watches: (host) => host !== 'listed.example',
    store: { get: async (key) => kept.get(key), set: async (key, value) => void kept.set(key, structuredClone(value)) },
    now: () => clock,
    record: (event) => events.push(event),
  });
});

describe('discovery of hosts without an entry', () => {
  it('tells the host of a prompt, and nothing else of it', async () => {
    discovery.asked('1', request('chat.unlisted.example', STRONG));
    await settle();
    expect(events).toEqual([{ kind: 'discovery', host: 'chat.unlisted.example' }]);
    expect(JSON.stringify([...kept])).not.toContain('secret');
  });

  it('tells it once a day', async () => {
    for (let times = 0; times < 5; times += 1) discovery.asked('1', request('a.example', STRONG));
    discovery.asked('2', request('b.example', STRONG));
    await settle();
    expect(events.map(({ host }) => host)).toEqual(['a.example', 'b.example']);
    clock += 3_600_000;
    discovery.asked('3', request('a.example', STRONG));
    await settle();
    expect(events).toHaveLength(3);
  });

  it.each([
    ['text/event-stream; charset=utf-8', true],
    ['application/x-ndjson', true],
    ['application/json', false],
    ['text/html', false],
    ['', false],
  ])('waits with a weak shape for its answer: %s', async (contentType, is) => {
    discovery.asked('7', request('a.example', WEAK));
    discovery.answered('8', contentType);
    await settle();
    expect(events).toEqual([]);
    discovery.answered('7', contentType);
    await settle();
    expect(events).toHaveLength(is ? 1 : 0);
  });

  it('does not look at what is no prompt', async () => {
    discovery.asked('1', request('a.example', STRONG, { method: 'GET' }));
    discovery.asked('2', request('a.example', STRONG, { body: { kind: 'bytes', bytes: Uint8Array.of(0, 1, 2, 255) } }));
    discovery.asked('3', request('a.example', { ...STRONG, pad: 'x'.repeat(1_000_001) }));
    discovery.asked('5', request('listed.example', STRONG));
    discovery.asked('4', request('a.example', { comment: 'I think this is fine' }));
    for (const id of ['1', '2', '3', '4']) discovery.answered(id, 'text/event-stream');
    await settle();
    expect(events).toEqual([]);
  });
});
