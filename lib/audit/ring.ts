import { type DeliveryState, deliveryState, FRESH } from './delivery-state.ts';
import { type AuditEvent, EVENT_KINDS } from './event.ts';
import { severityOf } from './severity.ts';

/** A key-value store that survives a restart of the worker (`storage.local`). Both calls may reject. */
export interface KeyValueStore {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
}

/** Most events in the ring; `storage.local` holds 10 MB for everything. */
export const RING_SIZE = 200;
const KEY = 'auditRing';

/** Where events go while IndexedDB cannot be opened. In memory, written through to a key-value store; never rejects. */
export interface Ring {
  /** Keeps the events; at the bound the least severe and oldest go, and a gap event says how many. Resolves when written. */
  add(events: readonly AuditEvent[]): Promise<void>;
  events(): readonly AuditEvent[];
  remove(ids: readonly string[]): Promise<void>;
  delivery(): DeliveryState;
  setDelivery(state: DeliveryState): Promise<void>;
  /** Cause of the last failed write: what the ring holds would be lost with the worker. Empty when all is written. */
  problem(): string;
}

function isEvent(value: unknown): value is AuditEvent {
  if (typeof value !== 'object' || value === null) return false;
  const held = value as Readonly<Record<string, unknown>>;
  return (
    typeof held.id === 'string' &&
    typeof held.at === 'number' &&
    EVENT_KINDS.some((kind) => kind === held.kind) &&
    typeof held.policy === 'object'
  );
}

/** Least severe first, then oldest. */
export function leastFirst(a: AuditEvent, b: AuditEvent): number {
  return severityOf(a) - severityOf(b) || a.at - b.at || (a.id < b.id ? -1 : 1);
}

export async function openRing(store: KeyValueStore, gap: (detail: string) => AuditEvent): Promise<Ring> {
  const held = new Map<string, AuditEvent>();
  let delivery = FRESH;
  let problem = '';
  let written: Promise<void> = Promise.resolve();

  try {
    const stored = await store.get(KEY);
    if (typeof stored === 'object' && stored !== null) {
      const { events, delivery: state } = stored as Readonly<Record<string, unknown>>;
      if (Array.isArray(events)) for (const event of events.filter(isEvent)) held.set(event.id, event);
      delivery = deliveryState(state);
    }
  } catch (error) {
    problem = String(error);
  }

  const write = (): Promise<void> => {
    written = written
      .then(() => store.set(KEY, { events: [...held.values()], delivery }))
      .then(
        () => {
          problem = '';
        },
        (error: unknown) => {
          problem = String(error);
        },
      );
    return written;
  };

  return {
    async add(events) {
      for (const event of events) held.set(event.id, event);
      if (held.size > RING_SIZE) {
        // Room for a tenth at once, so that a full ring does not write a gap for every event.
        const going = [...held.values()].sort(leastFirst).slice(0, held.size - RING_SIZE + RING_SIZE / 10);
        for (const event of going) held.delete(event.id);
        const lost = gap(`${going.length} events dropped: the emergency ring of ${RING_SIZE} is full`);
        held.set(lost.id, lost);
      }
      await write();
    },
    events: () => [...held.values()],
    async remove(ids) {
      const before = held.size;
      for (const id of ids) held.delete(id);
      if (held.size !== before) await write();
    },
    delivery: () => delivery,
    async setDelivery(state) {
      delivery = state;
      await write();
    },
    problem: () => problem,
  };
}
