import type { Delivery } from '../audit/deliver.ts';
import type { AuditEvent } from '../audit/event.ts';
import type { Outbox } from '../audit/outbox.ts';
import { uuidV7 } from '../audit/uuid.ts';
import type { PolicyStamp } from '../policy/verdict.ts';
import type { EventBody } from './record.ts';

/** Whether events may leave the browser. */
export type Reporting =
  /** They go to the organisation's endpoint. */
  | 'endpoint'
  /** Nobody receives them: they are kept as own activity only. */
  | 'nobody'
  /** The person has not agreed yet: nothing is recorded. */
  | 'consent-missing'
  /** Managed settings have not been read yet: they wait. */
  | 'unknown';

/** Who reports. */
export interface Identity {
  readonly device: string;
  readonly user: string;
  readonly extension: string;
  readonly browser: string;
  readonly policy: PolicyStamp;
}

export interface ReporterDeps {
  readonly outbox: Promise<Outbox>;
  readonly delivery: Promise<Delivery>;
  readonly identity: () => Promise<Identity>;
  readonly reporting: () => Promise<Reporting>;
  readonly now: () => number;
  /** `length` random bytes. */
  readonly random: (length: number) => Uint8Array;
  /** Wakes the worker at this time (ms since 1970) to try again. */
  readonly retryAt: (time: number) => void;
}

/** Writes events down, then sends them. */
export interface Reporter {
  /** Returns the event's id at once; it is on disk before anything is sent. */
  record(body: EventBody): string;
  /** Sends what waits; `force` when something has changed that makes success likely. */
  flush(force?: boolean): Promise<void>;
}

export function createReporter(deps: ReporterDeps): Reporter {
  /** Keeps writes in the order of their events, so that a `choice` never overtakes its `verdict`. */
  let writing: Promise<void> = Promise.resolve();

  async function write(event: Omit<AuditEvent, keyof Identity>): Promise<void> {
    if ((await deps.reporting()) === 'consent-missing') return;
    const outbox = await deps.outbox;
    await outbox.add([{ ...event, ...(await deps.identity()) }]);
  }

  async function flush(force = false): Promise<void> {
    const outbox = await deps.outbox;
    const reporting = await deps.reporting();
    if (reporting === 'nobody') {
      for (;;) {
        const waiting = await outbox.batch(1000);
        if (waiting.length === 0) return;
        await outbox.acknowledge(waiting.map((event) => event.id));
      }
    }
    if (reporting !== 'endpoint') return;
    const result = await (await deps.delivery).flush({ force });
    if (result.nextAttemptAt > 0) deps.retryAt(result.nextAttemptAt);
  }

  return {
    record(body) {
      const at = deps.now();
      const id = uuidV7(at, deps.random(16));
      writing = writing.then(() => write({ id, at, ...body })).then(() => flush());
      return id;
    },
    flush,
  };
}
