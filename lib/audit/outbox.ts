import { connect } from './connection.ts';
import { type AuditDatabase, transact } from './database.ts';
import { type DeliveryState, deliveryState, FRESH } from './delivery-state.ts';
import type { AuditEvent } from './event.ts';
import { type KeyValueStore, openRing } from './ring.ts';
import { severityOf } from './severity.ts';

export const DATABASE_NAME = 'tacit-audit';
/** Most events that wait for the collector. */
export const WAITING_CAP = 50_000;
/** How many own events are kept for the person to read. */
export const ACTIVITY_CAP = 500;
/** Most refused events that are kept. */
export const DEAD_CAP = 5_000;

export interface OutboxDeps {
  /** Emergency store for when IndexedDB cannot be opened. */
  readonly fallback: KeyValueStore;
  /** Builds a `gap` event with this detail. */
  readonly gap: (detail: string) => AuditEvent;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly name?: string;
  readonly waitingCap?: number;
}

/** State for people and for health: a superset of the protocol's `OutboxState`. */
export interface OutboxReport extends DeliveryState {
  readonly waiting: number;
  readonly dead: number;
  /** Where events are kept just now; `memory` would not survive the worker. */
  readonly storage: 'database' | 'ring' | 'memory';
}

/** Events not yet acknowledged. No call rejects: when the database fails, a small ring takes over and a `gap` event says so. */
export interface Outbox {
  /** Resolves when the events are on disk (or in the ring). Equal ids are kept once. */
  add(events: readonly AuditEvent[]): Promise<void>;
  /** The oldest events that wait. */
  batch(limit: number): Promise<readonly AuditEvent[]>;
  /** Deletes what the collector has stored. */
  acknowledge(ids: readonly string[]): Promise<void>;
  /**
   * Moves events that the collector refuses for good to the dead letters.
   * @param count how many of them were refused, when the collector told only a number
   */
  bury(ids: readonly string[], why: string, count?: number): Promise<void>;
  state(): Promise<OutboxReport>;
  /** Own events, newest first. */
  activity(limit: number, host?: string): Promise<readonly AuditEvent[]>;
  delivery(): Promise<DeliveryState>;
  setDelivery(state: DeliveryState): Promise<void>;
  close(): Promise<void>;
}

export async function openOutbox(deps: OutboxDeps): Promise<Outbox> {
  const cap = deps.waitingCap ?? WAITING_CAP;
  const ring = await openRing(deps.fallback, deps.gap);
  const connection = connect({
    name: deps.name ?? DATABASE_NAME,
    now: deps.now,
    recreated: (database, cause) => store(database, [deps.gap(`outbox database recreated, events that waited in it are lost: ${cause}`)]),
    failed: (cause) => ring.add([deps.gap(`outbox database cannot be used, events are kept in a small ring: ${cause}`)]),
  });
  const { attempt } = connection;

  async function store(database: AuditDatabase, events: readonly AuditEvent[]): Promise<void> {
    await transact(database, ['waiting', 'activity'], 'readwrite', async (transaction) => {
      const waiting = transaction.objectStore('waiting');
      const activity = transaction.objectStore('activity');
      const put = (event: AuditEvent) => [waiting.put({ id: event.id, severity: severityOf(event), event }), activity.put(event)];
      await Promise.all(events.flatMap(put));
      const over = (await waiting.count()) - cap;
      if (over > 0) {
        // Room for a hundredth at once, so that a full outbox does not write a gap for every event.
        const going = await waiting.index('severity').getAllKeys(null, over + Math.ceil(cap / 100));
        const lost = deps.gap(`${going.length} events dropped: the outbox of ${cap} is full`);
        await Promise.all([...going.map((id) => waiting.delete(id)), ...put(lost)]);
      }
      const old = (await activity.count()) - ACTIVITY_CAP;
      if (old > 0) await Promise.all((await activity.getAllKeys(null, old)).map((id) => activity.delete(id)));
    });
  }

  return {
    async add(events) {
      if (events.length === 0) return;
      const stored = await attempt((opened) => store(opened, events));
      if (!stored.ok) await ring.add(events);
    },

    async batch(limit) {
      const held = await attempt((opened) => opened.getAll('waiting', null, limit));
      const events = held.ok ? held.value.map((waiting) => waiting.event) : [];
      return [...events, ...ring.events()].slice(0, limit);
    },

    async acknowledge(ids) {
      await ring.remove(ids);
      await attempt((opened) =>
        transact(opened, ['waiting'], 'readwrite', async (transaction) => {
          await Promise.all(ids.map((id) => transaction.objectStore('waiting').delete(id)));
        }),
      );
    },

    async bury(ids, why, count = ids.length) {
      const inRing = new Map(ring.events().map((event) => [event.id, event]));
      const buried = await attempt((opened) =>
        transact(opened, ['waiting', 'dead', 'meta'], 'readwrite', async (transaction) => {
          const waiting = transaction.objectStore('waiting');
          const dead = transaction.objectStore('dead');
          const meta = transaction.objectStore('meta');
          const at = deps.now();
          await Promise.all(
            ids.map(async (id) => {
              const event = (await waiting.get(id))?.event ?? inRing.get(id);
              if (event === undefined) return;
              await Promise.all([waiting.delete(id), dead.put({ id, event, why, at })]);
            }),
          );
          await meta.put(Number((await meta.get('dead')) ?? 0) + count, 'dead');
          const old = (await dead.count()) - DEAD_CAP;
          if (old > 0) await Promise.all((await dead.getAllKeys(null, old)).map((id) => dead.delete(id)));
        }),
      );
      if (buried.ok) await ring.remove(ids);
      // Without a database there is no place for dead letters: the loss is recorded, or the ring would send them for ever.
      else if (inRing.size > 0) {
        const heard = ids.some((id) => inRing.get(id)?.kind !== 'gap');
        await ring.remove(ids);
        if (heard) await ring.add([deps.gap(`${count} events refused by the collector: ${why}`)]);
      }
    },

    async state() {
      const held = await attempt((opened) =>
        transact(opened, ['waiting', 'meta'], 'readonly', async (transaction) => {
          const meta = transaction.objectStore('meta');
          const [waiting, dead, delivery] = await Promise.all([
            transaction.objectStore('waiting').count(),
            meta.get('dead'),
            meta.get('delivery'),
          ]);
          return { waiting, dead: Number(dead ?? 0), ...(delivery === undefined ? ring.delivery() : deliveryState(delivery)) };
        }),
      );
      const inRing = ring.events().length;
      if (held.ok) return { ...held.value, waiting: held.value.waiting + inRing, storage: 'database' };
      return { ...ring.delivery(), waiting: inRing, dead: 0, storage: ring.problem() === '' ? 'ring' : 'memory' };
    },

    async activity(limit, host) {
      const held = await attempt((opened) => opened.getAll('activity'));
      const all = new Map((held.ok ? held.value : []).concat(ring.events()).map((event) => [event.id, event]));
      return [...all.values()]
        .filter((event) => host === undefined || event.host === host)
        .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
        .slice(0, limit);
    },

    async delivery() {
      const held = await attempt((opened) => opened.get('meta', 'delivery'));
      return held.ok ? deliveryState(held.value ?? FRESH) : ring.delivery();
    },

    async setDelivery(state) {
      const stored = await attempt((opened) => opened.put('meta', state, 'delivery'));
      if (!stored.ok) await ring.setDelivery(state);
    },

    close: connection.close,
  };
}
