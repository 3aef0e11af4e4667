import { type AuditDatabase, deleteAuditDatabase, openAuditDatabase } from './database.ts';

/** How long a database that failed is left alone, ms. */
const REST = 60_000;

export type Attempt<T> = { readonly ok: true; readonly value: T } | { readonly ok: false };

export interface ConnectionDeps {
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The database was deleted and made anew: what it held is lost. */
  readonly recreated: (database: AuditDatabase, cause: string) => Promise<void>;
  /** The database cannot be used; called once. */
  readonly failed: (cause: string) => Promise<void>;
}

/** Keeps one database open, in the order reopen → delete and recreate → give up for a minute. */
export interface Connection {
  /** Runs `work` on the database, a second time on a new connection when it fails. Never rejects. */
  attempt<T>(work: (database: AuditDatabase) => Promise<T>): Promise<Attempt<T>>;
  close(): Promise<void>;
}

export function connect(deps: ConnectionDeps): Connection {
  let current: Promise<AuditDatabase | null> | null = null;
  let restUntil = 0;
  let mayRecreate = true;
  let reported = false;
  let closed = false;

  const forget = () => {
    current = null;
  };

  async function giveUp(cause: unknown): Promise<void> {
    restUntil = deps.now() + REST;
    if (reported) return;
    reported = true;
    await deps.failed(String(cause));
  }

  async function open(): Promise<AuditDatabase | null> {
    let cause: unknown;
    for (let round = 0; round < 2; round++) {
      try {
        return await openAuditDatabase(deps.name, forget);
      } catch (error) {
        cause = error;
      }
    }
    if (mayRecreate) {
      mayRecreate = false;
      try {
        await deleteAuditDatabase(deps.name);
        const database = await openAuditDatabase(deps.name, forget);
        await deps.recreated(database, String(cause));
        return database;
      } catch (error) {
        cause = error;
      }
    }
    await giveUp(cause);
    return null;
  }

  async function database(): Promise<AuditDatabase | null> {
    if (closed) return null;
    if (current === null) {
      if (deps.now() < restUntil) return null;
      const opening = open();
      current = opening;
      const opened = await opening;
      if (opened === null && current === opening) forget();
      return opened;
    }
    return current;
  }

  return {
    async attempt(work) {
      let cause: unknown;
      for (let round = 0; round < 2; round++) {
        const opened = await database();
        if (opened === null) return { ok: false };
        try {
          return { ok: true, value: await work(opened) };
        } catch (error) {
          cause = error;
          opened.close();
          forget();
        }
      }
      await giveUp(cause);
      return { ok: false };
    },
    async close() {
      const opened = await current;
      closed = true;
      opened?.close();
      forget();
    },
  };
}
