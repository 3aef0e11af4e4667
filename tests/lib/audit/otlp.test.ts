import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIELDS } from '../../../lib/audit/fields.ts';
import { logRequests, MAX_BYTES, MAX_EVENTS } from '../../../lib/audit/otlp.ts';
import { eventsFromOtlp } from '../../../lib/audit/otlp-decode.ts';
import { anyEvent, START, sample, samples } from './sample.ts';

const decoded = (body: string) => {
  const result = eventsFromOtlp(JSON.parse(body));
  if (!result.ok) throw new Error(result.why);
  return result;
};

const wrapped = (...logRecords: unknown[]) => ({ resourceLogs: [{ scopeLogs: [{ logRecords }] }] });

describe('logRequests', () => {
  it('writes the log record that the specification asks for', () => {
    const [request] = logRequests([sample(1, { findings: [{ entity: 'IBAN', count: 2, confidence: 0.95 }] })], START);
    const record = JSON.parse(request?.body ?? '').resourceLogs[0].scopeLogs[0].logRecords[0];
    expect(record).toMatchObject({
      timeUnixNano: `${START + 1000}000000`,
      observedTimeUnixNano: `${START}000000`,
      severityNumber: 17,
      severityText: 'ERROR',
      eventName: 'tacit.verdict',
      body: { stringValue: 'verdict: block' },
    });
    const attributes = Object.fromEntries(record.attributes.map(({ key, value }: { key: string; value: unknown }) => [key, value]));
    expect(attributes['user.id']).toEqual({ stringValue: 'user-1' });
    expect(attributes['server.address']).toEqual({ stringValue: 'chatgpt.com' });
    expect(attributes['tacit.policy.revision']).toEqual({ intValue: '3' });
    expect(attributes['tacit.findings'].arrayValue.values[0].kvlistValue.values[1]).toEqual({ key: 'count', value: { intValue: '2' } });
  });

  it('gives back every event after a round trip', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 20 }), (events) => {
        const back = logRequests(events, START).flatMap((request) => decoded(request.body).events);
        expect(back).toEqual(events);
      }),
    );
  });

  it('keeps to both bounds, loses nothing and never sends an empty envelope', () => {
    const limits = { maxEvents: 7, maxBytes: 8_000 };
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 40 }), (events) => {
        const requests = logRequests(events, START, limits);
        expect(requests.flatMap((request) => request.events)).toEqual(events);
        for (const request of requests) {
          expect(request.events.length).toBeGreaterThan(0);
          expect(request.events.length).toBeLessThanOrEqual(limits.maxEvents);
          if (request.events.length > 1) expect(Buffer.byteLength(request.body)).toBeLessThanOrEqual(limits.maxBytes);
        }
      }),
    );
    expect(logRequests([], START)).toEqual([]);
    expect(logRequests(samples(MAX_EVENTS + 1), START).map((request) => request.events.length)).toEqual([MAX_EVENTS, 1]);
    const long = samples(10).map((event) => ({ ...event, reason: 'x'.repeat(MAX_BYTES / 3) }));
    expect(logRequests(long, START)).toHaveLength(5);
  });

  it('leaves out numbers that JSON cannot carry', () => {
    const [request] = logRequests([sample(1, { took: Number.NaN, size: 2 ** 60 })], START);
    const [event] = decoded(request?.body ?? '').events;
    expect(event).not.toHaveProperty('took');
    expect(event).not.toHaveProperty('size');
  });
});

describe('eventsFromOtlp', () => {
  it('passes over records of other programs and counts them', () => {
    const ours = JSON.parse(logRequests([sample(1)], START)[0]?.body ?? '').resourceLogs[0].scopeLogs[0].logRecords[0];
    const foreign = {
      timeUnixNano: '1',
      body: { stringValue: 'GET /' },
      attributes: [{ key: 'http.method', value: { stringValue: 'GET' } }],
    };
    const result = eventsFromOtlp(wrapped(foreign, ours, null, { ...ours, attributes: [] }));
    expect(result).toMatchObject({ ok: true, refused: 3, why: 'eventName does not start with "tacit."' });
    expect(result.ok && result.events).toEqual([sample(1)]);
  });

  it('reads 64-bit integers that were written as numbers, and falls back to the observed time', () => {
    const attributes = [
      { key: FIELDS.id.attribute, value: { stringValue: 'id-1' } },
      { key: FIELDS.size.attribute, value: { intValue: 42 } },
    ];
    const result = eventsFromOtlp(wrapped({ eventName: 'tacit.verdict', timeUnixNano: '0', observedTimeUnixNano: 5_000_000, attributes }));
    expect(result.ok && result.events[0]).toMatchObject({ id: 'id-1', at: 5, size: 42, user: '', policy: { name: '', revision: 0 } });
  });

  it('leaves out values that this version does not know', () => {
    const attributes = [
      { key: FIELDS.id.attribute, value: { stringValue: 'id-1' } },
      { key: FIELDS.action.attribute, value: { stringValue: 'obliterate' } },
      { key: FIELDS.size.attribute, value: { stringValue: 'many' } },
      { key: '__proto__', value: { stringValue: 'x' } },
    ];
    const result = eventsFromOtlp(wrapped({ eventName: 'tacit.verdict', timeUnixNano: '5000000', attributes }));
    expect(result.ok && Object.keys(result.events[0] ?? {}).sort()).toEqual([
      'at',
      'browser',
      'device',
      'extension',
      'id',
      'kind',
      'policy',
      'user',
    ]);
  });

  it('replaces what a UTF-8 store cannot hold, and cuts long text', () => {
    const [request] = logRequests([sample(1, { reason: 'a\0b\ud800c', detail: 'x'.repeat(10_000) })], START);
    const [event] = decoded(request?.body ?? '').events;
    expect(event?.reason).toBe('a\uFFFDb\uFFFDc');
    expect(event?.detail).toHaveLength(4096);
  });

  it('never throws, whatever JSON it is given', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (any, part) => {
        for (const body of [
          any,
          { resourceLogs: any },
          wrapped(any),
          wrapped({ eventName: 'tacit.verdict', timeUnixNano: part, attributes: any }),
        ]) {
          const result = eventsFromOtlp(body);
          if (result.ok) expect(result.events.length + result.refused).toBeGreaterThanOrEqual(0);
        }
      }),
    );
    expect(eventsFromOtlp([])).toMatchObject({ ok: false });
    expect(eventsFromOtlp({ resourceLogs: 1 })).toMatchObject({ ok: false });
  });
});
