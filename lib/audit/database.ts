import { type DBSchema, deleteDB, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb';
import type { DeliveryState } from './delivery-state.ts';
import type { AuditEvent } from './event.ts';

/** Event ids are UUID v7, so the order of keys is the order of time. */
export interface AuditSchema extends DBSchema {
  /** Events that no collector has acknowledged. */
  waiting: { key: string; value: Waiting; indexes: { severity: [number, string] } };
  /** Events that the collector refused for good. */
  dead: { key: string; value: DeadLetter };
  /** The last events of this browser, acknowledged or not, for the person to read. */
  activity: { key: string; value: AuditEvent };
  meta: { key: 'delivery' | 'dead'; value: DeliveryState | number };
}

export interface Waiting {
  readonly id: string;
  readonly severity: number;
  readonly event: AuditEvent;
}

export interface DeadLetter {
  readonly id: string;
  readonly event: AuditEvent;
  readonly why: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export type AuditDatabase = IDBPDatabase<AuditSchema>;
type Stores = StoreNames<AuditSchema>[];

/** Most time that opening or deleting may take before it counts as failed, ms: both can hang on a damaged profile. */
const DEADLINE = 5_000;

async function within<T>(work: Promise<T>, what: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: no answer in ${DEADLINE} ms`)), DEADLINE);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Opens the database of the outbox. Rejects when it cannot be opened, or not in time.
 * @param gone called when the browser closes it, or another version wants in: open it anew
 */
export async function openAuditDatabase(name: string, gone: () => void): Promise<AuditDatabase> {
  const opening = openDB<AuditSchema>(name, 1, {
    upgrade(database) {
      database.createObjectStore('waiting', { keyPath: 'id' }).createIndex('severity', ['severity', 'id']);
      database.createObjectStore('dead', { keyPath: 'id' });
      database.createObjectStore('activity', { keyPath: 'id' });
      database.createObjectStore('meta');
    },
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      gone();
    },
    terminated: gone,
  });
  let late = false;
  // A database that opens after its deadline would block its own deletion.
  opening.then(
    (database) => {
      if (late) database.close();
    },
    () => undefined,
  );
  try {
    return await within(opening, 'open');
  } catch (error) {
    late = true;
    throw error;
  }
}

/** Deletes the database with all that it holds. Rejects when that fails: damaged files can stay on disk. */
export function deleteAuditDatabase(name: string): Promise<void> {
  return within(deleteDB(name), 'delete');
}

/** One transaction, written through to disk before it resolves; aborted when `work` rejects. */
export async function transact<T, Mode extends 'readonly' | 'readwrite'>(
  database: AuditDatabase,
  stores: Stores,
  mode: Mode,
  work: (transaction: IDBPTransaction<AuditSchema, Stores, Mode>) => Promise<T>,
): Promise<T> {
  const transaction = database.transaction(stores, mode, { durability: 'strict' });
  const done = transaction.done;
  // Both are awaited together, so that a failure of one never leaves the other's rejection unheard.
  const [value] = await Promise.all([work(transaction), done]);
  return value;
}
