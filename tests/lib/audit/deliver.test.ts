import 'fake-indexeddb/auto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backoff, createDelivery, type Delivery, type DeliveryDeps, logsUrl } from '../../../lib/audit/deliver.ts';
import type { AuditEvent } from '../../../lib/audit/event.ts';
import { eventsFromOtlp } from '../../../lib/audit/otlp-decode.ts';
import { type Outbox, openOutbox } from '../../../lib/audit/outbox.ts';
import { memoryStore } from './memory-store.ts';
import { sample, samples, seeded } from './sample.ts';

type Reply = (events: readonly AuditEvent[], response: ServerResponse, request: IncomingMessage) => void;

const say =
  (status: number, body = '{}', headers: Record<string, string> = {}): Reply =>
  (_events, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
  };

let server: Server;
let base = '';
let replies: Reply[] = [];
let usual: Reply = say(200);
let requests: { readonly events: readonly AuditEvent[]; readonly authorization: string; readonly url: string }[] = [];
let stored = new Set<string>();
let time = 0;
let outbox: Outbox;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  replies = [];
  requests = [];
  usual = say(200);
  stored = new Set();
  time = 1_000_000;
  outbox = await open();
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const result = eventsFromOtlp(JSON.parse(Buffer.concat(chunks).toString()));
      const events = result.ok ? result.events : [];
      requests.push({ events, authorization: request.headers.authorization ?? '', url: request.url ?? '' });
      (replies.shift() ?? usual)(events, response, request);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const gap = (detail: string): AuditEvent => ({ ...sample(500_000), kind: 'gap', detail });
const open = () => openOutbox({ fallback: memoryStore(), gap, now: () => time });
const ids = (events: readonly AuditEvent[]) => events.map((event) => event.id);
const waiting = async () => ids(await outbox.batch(100_000));

function delivery(more: Partial<DeliveryDeps> = {}): Delivery {
  return createDelivery({
    outbox,
    endpoint: () => base,
    token: () => 'token',
    fetch,
    now: () => time,
    random: () => 0.5,
    timeout: 300,
    ...more,
  });
}

describe('flush', () => {
  it('sends everything that waits, oldest first, and deletes it after the answer', async () => {
    await outbox.add(samples(250));
    expect(await delivery().flush()).toEqual({ outcome: 'sent', sent: 250, buried: 0, nextAttemptAt: 0, error: '' });
    expect(requests.map((request) => request.events.length)).toEqual([100, 100, 50]);
    expect(requests.flatMap((request) => request.events)).toEqual(samples(250));
    expect(requests[0]).toMatchObject({ authorization: 'Bearer token', url: '/v1/logs' });
    expect(await outbox.state()).toMatchObject({ waiting: 0, lastSuccess: time, lastError: '' });
  });

  it('sends nothing when nothing waits or no endpoint is set', async () => {
    expect(await delivery().flush()).toMatchObject({ outcome: 'sent', sent: 0 });
    await outbox.add(samples(1));
    expect(await delivery({ endpoint: () => '' }).flush()).toMatchObject({ outcome: 'off' });
    expect(requests).toEqual([]);
  });

  it.each([
    ['empty body', say(200, '')],
    ['204', say(204, '')],
    ['{}', say(200, '{}')],
    ['a warning only', say(200, '{"partialSuccess":{"rejectedLogRecords":"0","errorMessage":"soon full"}}')],
    ['202 with an empty partialSuccess', say(202, '{"partialSuccess":{}}')],
  ])('takes %s for an acknowledgement', async (_name, reply) => {
    await outbox.add(samples(2));
    usual = reply;
    expect(await delivery().flush()).toMatchObject({ outcome: 'sent', sent: 2 });
    expect(await waiting()).toEqual([]);
  });

  it.each([
    ['HTML', say(200, '<html>Please log in</html>', { 'content-type': 'text/html' })],
    ['broken JSON', say(200, '{"partialSuccess":')],
    ['a JSON list', say(200, '[]')],
    ['another JSON object', say(200, '{"login":"required"}')],
    ['a partialSuccess that is none', say(200, '{"partialSuccess":{"rejectedLogRecords":"many"}}')],
    ['a partialSuccess that is text', say(200, '{"partialSuccess":"none"}')],
    ['a partialSuccess that is a list', say(200, '{"partialSuccess":[]}')],
    ['an endless body', say(200, 'x'.repeat(200_000))],
    ['500', say(500, 'boom')],
    ['502', say(502)],
    ['503', say(503)],
    ['504', say(504)],
    ['429', say(429)],
    ['404, a wrong address', say(404)],
    ['a redirect', say(302, '', { location: '/elsewhere' })],
    ['a cut connection', (_events: unknown, response: ServerResponse) => response.destroy()],
    ['no answer', () => undefined],
    ['half a body', (_events: unknown, response: ServerResponse) => response.writeHead(200, { 'content-length': '10' }).write('{')],
  ] as [string, Reply][])('keeps everything and waits after %s', async (_name, reply) => {
    await outbox.add(samples(3));
    usual = reply;
    const result = await delivery().flush();
    expect(result).toMatchObject({ outcome: 'later', sent: 0, buried: 0, nextAttemptAt: time + 2_500 });
    expect(result.error).not.toBe('');
    expect(requests).toHaveLength(1);
    expect(await waiting()).toEqual(ids(samples(3)));
    expect(await outbox.state()).toMatchObject({ lastSuccess: 0, lastError: result.error, attempts: 1 });

    usual = say(200);
    expect(await delivery().flush()).toMatchObject({ outcome: 'later', sent: 0 });
    expect(requests).toHaveLength(1);
    time += 2_500;
    expect(await delivery().flush()).toMatchObject({ outcome: 'sent', sent: 3 });
    expect(await outbox.state()).toMatchObject({ attempts: 0, lastError: '', nextAttemptAt: 0 });
  });

  it('lets Retry-After win, in seconds and as a date', async () => {
    await outbox.add(samples(1));
    usual = say(503, '', { 'retry-after': '120' });
    expect(await delivery().flush()).toMatchObject({ nextAttemptAt: time + 120_000 });
    time = Date.UTC(2026, 0, 1);
    usual = say(429, '', { 'retry-after': 'Thu, 01 Jan 2026 00:01:00 GMT' });
    expect(await delivery().flush()).toMatchObject({ nextAttemptAt: time + 60_000 });
    usual = say(429, '', { 'retry-after': 'soon' });
    expect((await delivery().flush({ force: true })).nextAttemptAt - time).toBeLessThan(20_000);
  });

  it('backs off further with each failure, over restarts of the worker', async () => {
    await outbox.add(samples(1));
    usual = say(503);
    const waits: number[] = [];
    for (let n = 0; n < 14; n++) {
      const { nextAttemptAt } = await delivery().flush();
      waits.push(nextAttemptAt - time);
      time = nextAttemptAt;
      await outbox.close();
      outbox = await open();
    }
    expect(waits.slice(0, 4)).toEqual([2_500, 5_000, 10_000, 20_000]);
    expect(waits.at(-1)).toBe(1_800_000);
    expect(backoff(50, 1)).toBe(3_600_000);
    expect(backoff(3, 0)).toBe(0);
  });

  it.each([401, 403])('holds the queue and reports after %i', async (status) => {
    await outbox.add(samples(3));
    usual = say(status);
    const result = await delivery().flush();
    expect(result).toMatchObject({ outcome: 'held', sent: 0, buried: 0 });
    expect(result.error).toContain('audit token');
    expect(await waiting()).toHaveLength(3);
    usual = say(200);
    expect(await delivery().flush({ force: true })).toMatchObject({ outcome: 'sent', sent: 3 });
  });

  it.each([400, 413])('cuts the batch after %i until only the refused event is left, which becomes a dead letter', async (status) => {
    await outbox.add(samples(100));
    const bad = sample(37).id;
    usual = (events, response, request) => (ids(events).includes(bad) ? say(status) : say(200))(events, response, request);
    expect(await delivery().flush()).toMatchObject({ outcome: 'sent', sent: 99, buried: 1 });
    expect(await outbox.state()).toMatchObject({ waiting: 0, dead: 1, lastError: '' });
    expect(requests.length).toBeLessThan(20);
  });

  it('never sends again what a partial success refused', async () => {
    await outbox.add(samples(10));
    usual = say(200, '{"partialSuccess":{"rejectedLogRecords":"3","errorMessage":"too old"}}');
    expect(await delivery().flush()).toMatchObject({ outcome: 'sent', sent: 7, buried: 3 });
    expect(await outbox.state()).toMatchObject({ waiting: 0, dead: 3 });
    expect(requests).toHaveLength(1);
  });

  it('keeps what was acknowledged before a failure', async () => {
    await outbox.add(samples(150));
    replies = [say(200), say(503)];
    expect(await delivery().flush()).toMatchObject({ outcome: 'later', sent: 100 });
    expect(await waiting()).toEqual(ids(samples(50, 100)));
    expect(await outbox.state()).toMatchObject({ lastSuccess: time, attempts: 1 });
  });

  it('runs one flush at a time, and once more for what came meanwhile', async () => {
    await outbox.add(samples(1));
    const both = delivery();
    const first = both.flush();
    await outbox.add(samples(1, 1));
    await Promise.all([first, both.flush(), both.flush()]);
    expect(await waiting()).toEqual([]);
    expect(requests.flatMap((request) => ids(request.events)).sort()).toEqual(ids(samples(2)));
  });

  it('leaves the work to another worker that holds the lock, and looks again soon, because that one may be killed', async () => {
    await outbox.add(samples(1));
    const { outcome, nextAttemptAt } = await delivery({ lock: () => Promise.resolve(null) }).flush();
    expect(outcome).toBe('busy');
    expect(nextAttemptAt - time).toBeGreaterThan(0);
    expect(nextAttemptAt - time).toBeLessThanOrEqual(30_000);
    expect(requests).toEqual([]);
  });

  it('does not wait for ever when the clock was set back', async () => {
    await outbox.add(samples(1));
    await outbox.setDelivery({ nextAttemptAt: time + 1e12, attempts: 9, lastSuccess: 0, lastError: 'x' });
    expect(await delivery().flush()).toMatchObject({ outcome: 'sent', sent: 1 });
  });

  it('holds events rather than sending them in the clear', async () => {
    await outbox.add(samples(1));
    expect(await delivery({ endpoint: () => 'http://collector.test/' }).flush()).toMatchObject({ outcome: 'held' });
    expect(await waiting()).toHaveLength(1);
  });
});

describe('logsUrl', () => {
  it.each([
    ['https://audit.test', 'https://audit.test/v1/logs'],
    ['https://audit.test/', 'https://audit.test/v1/logs'],
    ['https://audit.test:4318/v1/logs', 'https://audit.test:4318/v1/logs'],
    ['https://audit.test/otlp/v1/logs?tenant=1#x', 'https://audit.test/otlp/v1/logs?tenant=1'],
    ['http://localhost:4318', 'http://localhost:4318/v1/logs'],
    ['http://[::1]:4318', 'http://[::1]:4318/v1/logs'],
    ['http://audit.test', null],
    ['https://user@audit.test', null],
    ['ftp://audit.test', null],
    ['audit.test', null],
    ['', null],
  ])('%s → %s', (endpoint, url) => {
    expect(logsUrl(endpoint)).toBe(url);
  });
});

/** The worker dies by a seeded throw at one of three places; a new one opens the same database. */
describe('a worker that is killed again and again', () => {
  it('loses none of 3,000 events, and the store holds each once', { timeout: 60_000 }, async () => {
    const random = seeded(7);
    const events = samples(3_000);
    let kills = 0;
    let resent = 0;
    let next = 0;
    usual = (received, response, request) => {
      for (const { id } of received) {
        if (stored.has(id)) resent += 1;
        stored.add(id);
      }
      say(200)(received, response, request);
    };
    class Killed extends Error {}
    const mayDie = () => {
      if (random() < 0.1) {
        kills += 1;
        throw new Killed();
      }
    };
    while (next < events.length || (await waiting()).length > 0) {
      const worker = outbox;
      const mortal: Outbox = {
        ...worker,
        async acknowledge(acknowledged) {
          mayDie(); // after the store, before the deletion
          await worker.acknowledge(acknowledged);
        },
      };
      let dead = false;
      const flusher = delivery({
        outbox: mortal,
        fetch: async (...request) => {
          if (random() < 0.1) {
            dead = true;
            throw new TypeError('killed before the request left');
          }
          const answer = await fetch(...request);
          if (random() < 0.1) {
            dead = true;
            throw new TypeError('killed before the answer was read');
          }
          return answer;
        },
      });
      const take = Math.floor(random() * 400);
      await worker.add(events.slice(next, next + take));
      next += take;
      try {
        await flusher.flush({ force: true });
      } catch (error) {
        if (!(error instanceof Killed)) throw error;
        dead = true;
      }
      if (dead) {
        await worker.close();
        outbox = await open();
      }
    }
    expect(kills).toBeGreaterThan(0);
    expect(resent).toBeGreaterThan(0);
    expect(stored).toEqual(new Set(ids(events)));
    expect(await outbox.state()).toMatchObject({ waiting: 0, dead: 0 });
  });
});
