import { mkdtempSync, rmSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Collector, type CollectorOptions, startCollector } from '../../collector/server/main.ts';
import type { Overview, StoredEvent } from '../../collector/server/store.ts';
import type { AuditEvent } from '../../lib/audit/event.ts';
import { logRequests } from '../../lib/audit/otlp.ts';
import { START, sample, samples } from '../lib/audit/sample.ts';

export const bodyOf = (events: readonly AuditEvent[]): string =>
  logRequests(events, START, { maxEvents: 10_000, maxBytes: 2 ** 30 })[0]?.body ?? '';

export function post(collector: Collector, body: BodyInit, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${collector.url}/v1/logs`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${collector.token}`, ...headers },
    body,
  });
}

export function ask(collector: Collector, path: string): Promise<Response> {
  return fetch(`${collector.url}/api/${path}`, { headers: { authorization: `Bearer ${collector.adminToken}` } });
}

const listed = async (collector: Collector, query = '') =>
  (await (await ask(collector, `events?${query}`)).json()) as { events: readonly StoredEvent[]; next: string | null };

const ids = (events: readonly { readonly id: string }[]) => events.map((event) => event.id);
const failure = async (response: Response) => ({
  status: response.status,
  ...((await response.json()) as { code: string; cause: string; cure: string }),
});

/** What must hold on every database. `options` opens it, empty at first. */
export function collectorSuite(options: () => CollectorOptions): void {
  let folder = '';
  let collector: Collector;
  let next = 0;
  /** Events that no test had before, of a site of their own. */
  const fresh = (count: number, more: (n: number) => Partial<AuditEvent> = () => ({})) => {
    next += 1000;
    const site = `site-${next}`;
    return { site, events: Array.from({ length: count }, (_, n) => sample(next + n, { site, ...more(n) })) };
  };
  const start = (more: CollectorOptions = {}) => startCollector({ dataDir: folder, port: 0, log: () => undefined, ...options(), ...more });

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tacit-collector-'));
    collector = await start();
  });

  afterAll(async () => {
    await collector.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('stores what the extension sends, field for field', async () => {
    const { site, events } = fresh(3, (n) => ({ reason: `Grund ${n} ✓ 'quoted'`, took: 0.1 + n, model: 'gpt-5' }));
    const response = await post(collector, bodyOf(events));
    expect([response.status, await response.json()]).toEqual([200, {}]);
    const { events: stored, next: more } = await listed(collector, `site=${site}`);
    expect(stored.map(({ received: _, ...event }) => event)).toEqual([...events].reverse());
    expect(Math.abs((stored[0]?.received ?? 0) - Date.now())).toBeLessThan(60_000);
    expect(more).toBeNull();
  });

  it('stores an event once, however often it is sent, alone or twice in one request', async () => {
    const { site, events } = fresh(20);
    await post(collector, bodyOf([...events.slice(0, 5), ...events.slice(0, 5)]));
    await Promise.all([post(collector, bodyOf(events)), post(collector, bodyOf([...events].reverse())), post(collector, bodyOf(events))]);
    expect((await listed(collector, `site=${site}&limit=100`)).events).toHaveLength(20);
  });

  it('says what each site was last seen to be, by device, and which hosts have no entry', async () => {
    next += 1000;
    const site = `checked-${next}`;
    const seen = (n: number, device: string, state: 'verified' | 'degraded' | 'silent') =>
      sample(next + n, { kind: 'site-check', site, device, state });
    const host = `unlisted-${next}.example`;
    const events = [
      seen(0, 'd1', 'verified'),
      seen(1, 'd1', 'degraded'),
      seen(2, 'd2', 'verified'),
      seen(3, 'd3', 'verified'),
      ...['d1', 'd2', 'd2'].map((device, n) => sample(next + 10 + n, { kind: 'discovery', host, device })),
    ];
    await post(collector, bodyOf(events));
    const { sites } = (await (await ask(collector, `overview?site=${site}`)).json()) as Overview;
    expect(sites).toEqual([
      { site, state: 'degraded', devices: 1, at: events[1]?.at },
      { site, state: 'verified', devices: 2, at: events[3]?.at },
    ]);
    const { unlisted } = (await (await ask(collector, `overview?q=${host}`)).json()) as Overview;
    expect(unlisted).toEqual([{ host, devices: 2, at: events.at(-1)?.at }]);
  });

  it('reads gzip', async () => {
    const { site, events } = fresh(5);
    const body = new Uint8Array(gzipSync(bodyOf(events)));
    expect((await post(collector, body, { 'content-encoding': 'gzip' })).status).toBe(200);
    expect((await listed(collector, `site=${site}`)).events).toHaveLength(5);
  });

  it('takes its own events out of foreign logs and says how many records it refused', async () => {
    const { site, events } = fresh(2);
    const body = JSON.parse(bodyOf(events));
    body.resourceLogs[0].scopeLogs[0].logRecords.push({ timeUnixNano: '1', body: { stringValue: 'GET /' }, traceId: 'ff', attributes: [] });
    body.resourceLogs.push({ scopeLogs: [{ logRecords: [{ eventName: 'browser.crash' }] }] });
    const response = await post(collector, JSON.stringify(body));
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      partialSuccess: { rejectedLogRecords: '2', errorMessage: 'eventName does not start with "tacit."' },
    });
    expect((await listed(collector, `site=${site}`)).events).toHaveLength(2);
  });

  it('stores text that databases dislike', async () => {
    const { site, events } = fresh(1, () => ({
      user: 'a\0b',
      reason: '\ud83d',
      rules: ["'); DROP TABLE events; --", '{}', '"', ''],
      detail: 'x'.repeat(50_000),
    }));
    expect((await post(collector, bodyOf(events))).status).toBe(200);
    const [event] = (await listed(collector, `site=${site}&q=drop%20table`)).events;
    expect(event).toMatchObject({ user: 'a\uFFFDb', reason: '\uFFFD', rules: events[0]?.rules });
  });

  it.each([
    ['no token', {}, ''],
    ['a wrong token', { authorization: 'Bearer wrong' }, ''],
    ['the admin token', {}, 'admin'],
  ])('refuses %s', async (_name, headers, admin) => {
    const { site, events } = fresh(1);
    const authorization = admin === '' ? headers : { authorization: `Bearer ${collector.adminToken}` };
    const response = await fetch(`${collector.url}/v1/logs`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...authorization },
      body: bodyOf(events),
    });
    expect(await failure(response)).toMatchObject({ status: 401, code: 'unauthorized', cure: expect.stringContaining('auditToken') });
    expect((await listed(collector, `site=${site}`)).events).toEqual([]);
  });

  it('does not show events to the ingest token', async () => {
    for (const path of ['events', 'overview', 'export.csv', 'live', 'connection']) {
      const response = await fetch(`${collector.url}/api/${path}`, { headers: { authorization: `Bearer ${collector.token}` } });
      expect(await failure(response)).toMatchObject({ status: 401, code: 'unauthorized' });
    }
  });

  it.each([
    ['no JSON', '{"resourceLogs":', {}, 400, 'bad-json'],
    ['a JSON list', '[]', {}, 400, 'bad-otlp'],
    ['no logs', '{"resourceSpans":[]}', {}, 400, 'bad-otlp'],
    ['protobuf', 'x', { 'content-type': 'application/x-protobuf' }, 415, 'content-type'],
    ['an unknown encoding', 'x', { 'content-encoding': 'br' }, 415, 'encoding'],
    ['no gzip', 'x', { 'content-encoding': 'gzip' }, 400, 'bad-gzip'],
    ['deep nesting', `${'['.repeat(500_000)}`, {}, 400, 'bad-json'],
  ] as const)('answers %s with a cause and a cure', async (_name, body, headers, status, code) => {
    const answer = await failure(await post(collector, body, headers));
    expect(answer).toMatchObject({ status, code });
    expect(answer.cause.length).toBeGreaterThan(10);
    expect(answer.cure.length).toBeGreaterThan(10);
  });

  it('refuses a body of more than 4 MB, also one that does not say its length', async () => {
    const large = `{"resourceLogs":[],"x":"${'x'.repeat(4 * 1024 * 1024)}"}`;
    expect(await failure(await post(collector, large))).toMatchObject({ status: 413, code: 'too-large' });
    const status = await new Promise<number>((resolve, reject) => {
      const url = new URL(`${collector.url}/v1/logs`);
      const request = httpRequest(
        url,
        {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${collector.token}`, 'transfer-encoding': 'chunked' },
        },
        (response) => {
          response.resume();
          resolve(response.statusCode ?? 0);
        },
      );
      request.on('error', reject);
      request.end(large);
    });
    expect(status).toBe(413);
  });

  it('refuses a gzip bomb without unpacking it', async () => {
    const bomb = new Uint8Array(gzipSync(Buffer.alloc(200 * 1024 * 1024)));
    expect(bomb.length).toBeLessThan(4 * 1024 * 1024);
    const before = process.memoryUsage().rss;
    expect(await failure(await post(collector, bomb, { 'content-encoding': 'gzip' }))).toMatchObject({ status: 413, code: 'too-large' });
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
  });

  it('answers the preflight of extensions only', async () => {
    const preflight = (origin: string) =>
      fetch(`${collector.url}/v1/logs`, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' },
      });
    for (const origin of ['chrome-extension://bkbpfmnhphbhamngdhnokgllagpjikak', 'moz-extension://0a1b2c3d-0000-4000-8000-000000000000']) {
      const response = await preflight(origin);
      expect(response.status).toBe(204);
      expect(response.headers.get('access-control-allow-origin')).toBe(origin);
      expect(response.headers.get('access-control-allow-headers')).toContain('authorization');
    }
    for (const origin of ['https://chatgpt.com', 'null', 'chrome-extension://x.evil.test/']) {
      const response = await preflight(origin);
      expect(response.headers.get('access-control-allow-origin')).toBeNull();
      expect(response.ok).toBe(false);
    }
  });

  it('pages through everything once, newest first, over equal times', async () => {
    const { site, events } = fresh(25, (n) => ({ at: START + Math.floor(n / 10) }));
    await post(collector, bodyOf(events));
    const seen: StoredEvent[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: Awaited<ReturnType<typeof listed>> = await listed(collector, `site=${site}&limit=7&cursor=${cursor}`);
      expect(page.events.length).toBeLessThanOrEqual(7);
      seen.push(...page.events);
      cursor = page.next;
    }
    expect(ids(seen).sort()).toEqual(ids(events).sort());
    expect(seen.map((event) => event.at)).toEqual(seen.map((event) => event.at).sort((a, b) => b - a));
  });

  it('filters by every field', async () => {
    const { site, events } = fresh(6, (n) => ({
      action: n < 2 ? 'warn' : 'block',
      user: `u${n}`,
      rules: n === 3 ? ['a', 'b'] : ['c_%'],
      findings: [{ entity: n === 4 ? 'IBAN' : 'EMAIL', count: 1, confidence: 1 }],
      kind: n === 5 ? 'false-alarm' : 'verdict',
      at: START + 50_000_000_000 + n,
    }));
    await post(collector, bodyOf(events));
    const found = async (query: string) => (await listed(collector, `site=${site}&${query}`)).events.map((event) => event.user).sort();
    expect(await found('action=warn')).toEqual(['u0', 'u1']);
    expect(await found('user=u1&user=u2')).toEqual(['u1', 'u2']);
    expect(await found('rule=b')).toEqual(['u3']);
    expect(await found('entity=IBAN&entity=EMAIL&user=u4')).toEqual(['u4']);
    expect(await found('entity=IBAN')).toEqual(['u4']);
    expect(await found('kind=false-alarm')).toEqual(['u5']);
    expect(await found(`from=${START + 50_000_000_001}&to=${START + 50_000_000_003}`)).toEqual(['u1', 'u2']);
    expect(await found(`from=${new Date(START + 50_000_000_004).toISOString()}`)).toEqual(['u4', 'u5']);
    expect(await found('q=iban')).toEqual(['u4']);
    expect(await found('q=_%25')).toEqual(['u0', 'u1', 'u2', 'u4', 'u5']);
    expect(await found('q=a_b')).toEqual([]);
    expect(await found(`q=${events[2]?.id.toUpperCase()}`)).toEqual(['u2']);
    expect(await found('device=nobody')).toEqual([]);
  });

  it.each(['action=obliterate', 'kind=x', 'from=yesterday', 'limit=0', 'limit=501', 'cursor=x'])('refuses the query %s', async (query) => {
    expect(await failure(await ask(collector, `events?${query}`))).toMatchObject({ status: 400 });
  });

  it('counts by action, site, rule, entity and day, in numbers', async () => {
    const { site, events } = fresh(6, (n) => ({
      action: n < 2 ? 'warn' : 'block',
      rules: n === 3 ? ['a', 'b'] : ['a'],
      findings: [{ entity: 'EMAIL', count: 3, confidence: 1 }],
      device: `d${n % 2}`,
      user: n === 0 ? '' : 'u',
      at: START + n * 20_000_000,
    }));
    const choice = sample(next + 900, { site, kind: 'choice', choice: 'reason', action: 'warn', at: START });
    const trouble = sample(next + 901, { site, kind: 'degraded', detail: 'deadline', at: START });
    await post(collector, bodyOf([...events, choice, trouble]));
    const overview = (await (await ask(collector, `overview?site=${site}`)).json()) as Overview;
    const day = Date.UTC(2026, 10, 2);
    expect(overview).toMatchObject({
      posture: { judged: 6, blocked: 4, redacted: 0, asked: 2, overridden: 1, falseAlarms: 0, troubles: 1, devices: 3, users: 2 },
      action: [
        { key: 'block', count: 4 },
        { key: 'warn', count: 2 },
      ],
      site: [{ key: site, count: 6 }],
      rule: [
        { key: 'a', count: 6 },
        { key: 'b', count: 1 },
      ],
      entity: [{ key: 'EMAIL', count: 6 }],
      day: [
        { day, action: 'block', count: 1 },
        { day, action: 'warn', count: 2 },
        { day: day + 86_400_000, action: 'block', count: 3 },
      ],
    });
    expect(overview.total).toBeGreaterThanOrEqual(8);
  });

  it('exports what the filter shows, with no cell that a spreadsheet would run', async () => {
    const evil = ['=HYPERLINK("http://evil.test")', '+1', '-1', '@x', '\tx', '\rx', '\uFF1Dx'];
    const { site, events } = fresh(evil.length, (n) => ({ reason: evil[n] ?? '' }));
    await post(collector, bodyOf(events));
    const response = await ask(collector, `export.csv?site=${site}`);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toContain('attachment');
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());
    expect(text.startsWith('\uFEFF"time","received","id"')).toBe(true);
    expect(text.match(/"\r\n/g)).toHaveLength(evil.length + 1);
    for (const cell of text.match(/"(?:[^"]|"")*"/g) ?? []) expect(cell).not.toMatch(/^"[=+\-@\t\r\uFF1D]/);
    expect(text).toContain(`"'=HYPERLINK(""http://evil.test"")"`);
  });

  it('tells an open console of new events at once, and of each only once', async () => {
    const { events } = fresh(2);
    const response = await ask(collector, 'live');
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const reader = (response.body ?? new ReadableStream<Uint8Array>()).getReader();
    const decoder = new TextDecoder();
    const more = async () => {
      const { done, value } = await reader.read();
      if (done) throw new Error('the live connection ended');
      return decoder.decode(value, { stream: true });
    };
    let text = await more();
    await post(collector, bodyOf(events.slice(0, 1)));
    await post(collector, bodyOf(events));
    while (!text.includes(events[1]?.id ?? '')) text += await more();
    const told = [...text.matchAll(/^event: events\ndata: (.*)$/gm)].flatMap((match) => JSON.parse(match[1] ?? '[]') as StoredEvent[]);
    expect(ids(told)).toEqual(ids(events));
    await reader.cancel();
  });

  it('slows down a device that sends too much, and no other', async () => {
    const slow = await startCollector({
      ...options(),
      dataDir: mkdtempSync(join(tmpdir(), 'tacit-collector-')),
      port: 0,
      rates: { device: 0.2, all: 1_000 },
      log: () => undefined,
    });
    try {
      const { events } = fresh(4, (n) => ({ device: n === 3 ? 'other' : 'busy' }));
      const statuses: number[] = [];
      let retry: string | null = null;
      for (const event of events) {
        const response = await post(slow, bodyOf([event]));
        statuses.push(response.status);
        retry ??= response.headers.get('retry-after');
        if (response.status === 429) expect(await failure(response)).toMatchObject({ code: 'too-fast' });
      }
      expect(statuses).toEqual([200, 429, 429, 200]);
      expect(Number(retry)).toBeGreaterThanOrEqual(1);
    } finally {
      await slow.close();
      rmSync(slow.dataDir, { recursive: true, force: true });
    }
  });

  it('keeps data and tokens over a restart', async () => {
    const { site, events } = fresh(3);
    await post(collector, bodyOf(events));
    const { token, adminToken } = collector;
    await collector.close();
    collector = await start();
    expect(collector).toMatchObject({ token, adminToken });
    expect((await listed(collector, `site=${site}`)).events).toHaveLength(3);
    expect(await (await fetch(`${collector.url}/health`)).json()).toMatchObject({ status: 'ok' });
  });

  it('says what to do at an unknown address', async () => {
    expect(await failure(await fetch(`${collector.url}/nowhere`))).toMatchObject({ status: 404, code: 'not-found' });
    expect(await failure(await ask(collector, 'nowhere'))).toMatchObject({ status: 404 });
    expect(
      await failure(await fetch(`${collector.url}/v1/logs`, { headers: { authorization: `Bearer ${collector.token}` } })),
    ).toMatchObject({ status: 405 });
  });

  it('takes 2,000 events of 20 devices at once without losing one', async () => {
    const { site } = fresh(0);
    const all = samples(2_000, next).map((event, n) => ({ ...event, site, device: `d${n % 20}` }));
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, device) => post(collector, bodyOf(all.filter((_, n) => n % 20 === device)))),
    );
    expect(answers.map((answer) => answer.status)).toEqual(Array(20).fill(200));
    const overview = (await (await ask(collector, `overview?site=${site}`)).json()) as Overview;
    expect(overview.posture.judged).toBe(2_000);
    next += 2_000;
  });
}
