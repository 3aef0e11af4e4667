import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { AuditEvent } from '../../../lib/audit/event.ts';
import { ACTIVITY_CAP, DATABASE_NAME, type Outbox, type OutboxDeps, openOutbox } from '../../../lib/audit/outbox.ts';
import { RING_SIZE } from '../../../lib/audit/ring.ts';
import { memoryStore } from './memory-store.ts';
import { sample, samples } from './sample.ts';

let fallback = memoryStore();
let gaps: AuditEvent[] = [];
let time = 0;

function deps(more: Partial<OutboxDeps> = {}): OutboxDeps {
  const gap = (detail: string): AuditEvent => {
    const { action: _, ...rest } = sample(1_000_000 + gaps.length);
    const event: AuditEvent = { ...rest, kind: 'gap', detail };
    gaps.push(event);
    return event;
  };
  return { fallback, gap, now: () => time, ...more };
}

const ids = (events: readonly AuditEvent[]) => events.map((event) => event.id);
const all = (outbox: Outbox) => outbox.batch(1_000_000);

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  fallback = memoryStore();
  gaps = [];
  time = 1_000_000;
});

describe('outbox', () => {
  it('keeps events over a restart, oldest first, each id once, until they are acknowledged', async () => {
    const outbox = await openOutbox(deps());
    const events = samples(5);
    await outbox.add([...events].reverse());
    await outbox.add(events.slice(0, 2));
    await outbox.close();

    const next = await openOutbox(deps());
    expect(ids(await all(next))).toEqual(ids(events));
    expect(ids(await next.batch(2))).toEqual(ids(events.slice(0, 2)));
    await next.acknowledge(ids(events.slice(0, 3)));
    expect(await next.batch(10)).toEqual(events.slice(3));
    expect(await next.state()).toMatchObject({ waiting: 2, dead: 0, storage: 'database' });
    expect(gaps).toEqual([]);
  });

  it('shows own activity after acknowledgement, newest first, by host, bounded', async () => {
    const outbox = await openOutbox(deps());
    await outbox.add(samples(ACTIVITY_CAP + 20));
    await outbox.add([sample(9_000, { host: 'claude.ai' })]);
    await outbox.acknowledge(ids(await all(outbox)));
    const activity = await outbox.activity(10_000);
    expect(activity).toHaveLength(ACTIVITY_CAP);
    expect(activity[0]).toEqual(sample(9_000, { host: 'claude.ai' }));
    expect(await outbox.activity(10, 'claude.ai')).toHaveLength(1);
    expect(ids(await outbox.activity(2, 'chatgpt.com'))).toEqual(ids([sample(ACTIVITY_CAP + 19), sample(ACTIVITY_CAP + 18)]));
  });

  it('drops the least severe and oldest when full, and says how many', async () => {
    const outbox = await openOutbox(deps({ waitingCap: 100 }));
    const blocked = samples(60);
    const monitored = Array.from({ length: 45 }, (_, n) => sample(100 + n, { action: 'monitor' }));
    await outbox.add(blocked);
    await outbox.add(monitored);
    const left = ids(await all(outbox));
    expect(left).toEqual([...ids(blocked), ...ids(monitored.slice(6)), ...ids(gaps)]);
    expect(gaps.map((gap) => gap.detail)).toEqual(['6 events dropped: the outbox of 100 is full']);
  });

  it('moves refused events to the dead letters and counts them', async () => {
    const outbox = await openOutbox(deps());
    const events = samples(4);
    await outbox.add(events);
    await outbox.bury(ids(events.slice(0, 1)), '400');
    await outbox.bury(ids(events.slice(1, 3)), 'one of them', 1);
    expect(await outbox.state()).toMatchObject({ waiting: 1, dead: 2 });
    expect(ids(await all(outbox))).toEqual(ids(events.slice(3)));
  });

  it('remembers the state of delivery over a restart', async () => {
    const state = { nextAttemptAt: 5, attempts: 2, lastSuccess: 1, lastError: '503' };
    const outbox = await openOutbox(deps());
    await outbox.setDelivery(state);
    await outbox.close();
    expect(await (await openOutbox(deps())).delivery()).toEqual(state);
    expect(await (await openOutbox(deps())).state()).toMatchObject(state);
  });

  it('opens a second time when the first fails', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementationOnce(() => {
      throw new DOMException('Internal error opening backing store', 'UnknownError');
    });
    const outbox = await openOutbox(deps());
    await outbox.add([sample(1)]);
    expect(await outbox.state()).toMatchObject({ waiting: 1, storage: 'database' });
    expect(gaps).toEqual([]);
  });

  it('recreates a database that cannot be opened, and records the gap', async () => {
    const first = await openOutbox(deps());
    await first.add([sample(1)]);
    await first.close();
    let failures = 2;
    const real = indexedDB.open.bind(indexedDB);
    vi.spyOn(indexedDB, 'open').mockImplementation((name, version) => {
      if (failures-- > 0) throw new DOMException('Internal error opening backing store', 'UnknownError');
      return real(name, version);
    });
    const outbox = await openOutbox(deps());
    expect(ids(await all(outbox))).toEqual(ids(gaps));
    expect(gaps[0]?.detail).toContain('recreated');
    expect(await outbox.state()).toMatchObject({ storage: 'database' });
  });

  it('replaces a database of a later version', async () => {
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.open(DATABASE_NAME, 99);
      request.onerror = () => reject(request.error);
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
    });
    const outbox = await openOutbox(deps());
    await outbox.add([sample(1)]);
    expect(await outbox.state()).toMatchObject({ waiting: 2, storage: 'database' });
  });

  it('falls back to a ring that survives a restart, and goes on with the database when it works again', async () => {
    const broken = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('full disk while opening backing store', 'UnknownError');
    });
    const outbox = await openOutbox(deps());
    await outbox.add(samples(2));
    await outbox.setDelivery({ nextAttemptAt: 7, attempts: 1, lastSuccess: 0, lastError: 'x' });
    expect(ids(await all(outbox))).toEqual([...ids(gaps), ...ids(samples(2))]);
    expect(await outbox.state()).toMatchObject({ waiting: 3, storage: 'ring', nextAttemptAt: 7 });
    expect(gaps).toHaveLength(1);
    expect(await outbox.activity(10)).toHaveLength(3);
    broken.mockRestore();

    time += 60_000;
    await outbox.add([sample(5)]);
    expect(await outbox.state()).toMatchObject({ waiting: 4, storage: 'database' });

    const next = await openOutbox(deps());
    expect(ids(await all(next))).toEqual([sample(5).id, ...ids(gaps), ...ids(samples(2))]);
    await next.acknowledge(ids(await all(next)));
    expect(await all(next)).toEqual([]);
    expect(await all(await openOutbox(deps()))).toEqual([]);
  });

  it('keeps events in memory when nothing can be written, and never rejects', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('no', 'UnknownError');
    });
    fallback.broken = true;
    const outbox = await openOutbox(deps());
    await outbox.add(samples(3));
    expect(await outbox.state()).toMatchObject({ waiting: 4, storage: 'memory' });
    await outbox.bury(ids(samples(1)), '400');
    await outbox.acknowledge(ids(await all(outbox)));
    expect(await all(outbox)).toEqual([]);
  });

  it('reads a damaged ring as empty', async () => {
    for (const damaged of [7, { events: 'x' }, { events: [null, { id: 1 }], delivery: 'x' }]) {
      fallback.held.set('auditRing', damaged);
      const outbox = await openOutbox(deps());
      expect(await all(outbox)).toEqual([]);
      await outbox.close();
    }
  });

  it('bounds the ring and says what was dropped', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('no', 'UnknownError');
    });
    const outbox = await openOutbox(deps());
    for (const event of samples(RING_SIZE + 50)) await outbox.add([event]);
    const held = await all(outbox);
    expect(held.length).toBeLessThanOrEqual(RING_SIZE);
    expect(held.at(-1)).toEqual(sample(RING_SIZE + 49));
    const dropped = gaps.slice(1).reduce((sum, gap) => sum + Number(gap.detail?.split(' ')[0]), 0);
    expect(held.length - gaps.length + dropped).toBe(RING_SIZE + 50);
  });

  it('survives a database that breaks while it is open', async () => {
    const outbox = await openOutbox(deps());
    await outbox.add([sample(1)]);
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('quota', 'QuotaExceededError');
    });
    await outbox.add([sample(2)]);
    put.mockRestore();
    time += 60_000;
    const left = ids(await all(outbox));
    expect(left).toEqual([sample(1).id, ...ids(gaps), sample(2).id]);
    expect(gaps).toHaveLength(1);
  });
});
