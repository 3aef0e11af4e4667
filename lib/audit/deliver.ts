import { type Answer, readAnswer } from './answer.ts';
import type { AuditEvent } from './event.ts';
import { logRequests, MAX_EVENTS } from './otlp.ts';
import type { Outbox } from './outbox.ts';

/** First wait after a failure, ms; doubles with each failure in a row. */
const BACKOFF_BASE = 5_000;
/** Longest wait, ms. */
const BACKOFF_CAP = 3_600_000;
/** Most time for one request, ms; below the 30 s that Chrome gives a worker's fetch. */
const TIMEOUT = 20_000;
/** Most time for one flush, ms; below the 5 min that Chrome gives one event. */
const FLUSH_TIME = 120_000;
/** Longest answer that is read, UTF-8 bytes. */
const MAX_ANSWER = 64 * 1024;

export interface DeliveryDeps {
  readonly outbox: Outbox;
  /** Address of the collector, read at every flush; empty when events go nowhere. Without a path, `/v1/logs` is added. */
  readonly endpoint: () => string;
  /** Bearer token, read at every flush; empty when there is none. */
  readonly token: () => string;
  readonly fetch: typeof fetch;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** 0..1, for the jitter of the backoff. */
  readonly random: () => number;
  /** Runs the work unless another worker holds the lock (`navigator.locks` with `ifAvailable`); null when it does. */
  readonly lock?: <T>(work: () => Promise<T>) => Promise<T | null>;
  /** Milliseconds for one request. */
  readonly timeout?: number;
}

export interface FlushResult {
  /**
   * `sent`: nothing waits any more · `off`: no endpoint · `later`: not before `nextAttemptAt` · `held`: the collector does not accept us ·
   * `busy`: another worker is at it.
   */
  readonly outcome: 'sent' | 'off' | 'later' | 'held' | 'busy';
  /** Events acknowledged in this flush. */
  readonly sent: number;
  /** Events that became dead letters in this flush. */
  readonly buried: number;
  /** Milliseconds since 1970; 0 when there is nothing to wait for. Set the alarm to it. */
  readonly nextAttemptAt: number;
  /** Human-readable cause; empty when all is well. */
  readonly error: string;
}

export interface Delivery {
  /**
   * Sends what waits, oldest first; one flush at a time. Before `nextAttemptAt` it does nothing unless `force` (the policy has
   * changed, the network is back). Never rejects.
   */
  flush(options?: { readonly force?: boolean }): Promise<FlushResult>;
}

/** Address of the logs endpoint, or null when events must not go there: https only, except to this machine. */
export function logsUrl(endpoint: string): string | null {
  if (!URL.canParse(endpoint)) return null;
  const url = new URL(endpoint);
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && local)) return null;
  // fetch refuses addresses with credentials in them.
  if (url.username !== '' || url.password !== '') return null;
  if (url.pathname === '/') url.pathname = '/v1/logs';
  url.hash = '';
  return url.href;
}

/** Full jitter: a random part of a wait that doubles from 5 s to 1 h. */
export function backoff(attempts: number, random: number): number {
  return Math.floor(random * Math.min(BACKOFF_CAP, BACKOFF_BASE * 2 ** Math.min(attempts, 20)));
}

async function readBody(response: Response): Promise<string> {
  if (response.body === null) return '';
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    text += decoder.decode(value, { stream: true });
    if (bytes > MAX_ANSWER) {
      await reader.cancel();
      return text;
    }
  }
}

export function createDelivery(deps: DeliveryDeps): Delivery {
  // `fetch` must not be called as a method of anything but the global object.
  const { outbox, now, fetch } = deps;

  async function send(url: string, body: string): Promise<Answer> {
    const token = deps.token();
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(token === '' ? {} : { authorization: `Bearer ${token}` }) },
        body,
        credentials: 'omit',
        redirect: 'error',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.timeout(deps.timeout ?? TIMEOUT),
      });
      const text = response.ok ? await readBody(response) : '';
      if (!response.ok) await response.body?.cancel();
      return readAnswer(response.status, response.headers.get('retry-after'), text, now());
    } catch (error) {
      const timedOut = error instanceof Error && error.name === 'TimeoutError';
      return { kind: 'later', after: null, why: timedOut ? 'no answer in time' : 'the collector cannot be reached' };
    }
  }

  /** Sends events as few requests as the bounds allow; stops at the first answer that asks to wait. */
  async function sendAll(url: string, events: readonly AuditEvent[], tally: { sent: number; buried: number }): Promise<Answer | null> {
    for (const request of logRequests(events, now())) {
      const answer = await send(url, request.body);
      const ids = request.events.map((event) => event.id);
      if (answer.kind === 'stored') {
        const refused = Math.min(answer.refused, ids.length);
        // OTLP tells how many were refused, not which: all of them are kept as dead letters, only the refused are counted.
        if (refused > 0) await outbox.bury(ids, answer.why, refused);
        else await outbox.acknowledge(ids);
        tally.sent += ids.length - refused;
        tally.buried += refused;
      } else if (answer.kind === 'refused') {
        if (request.events.length === 1) {
          await outbox.bury(ids, answer.why);
          tally.buried += 1;
          continue;
        }
        const half = Math.ceil(request.events.length / 2);
        const stop = (await sendAll(url, request.events.slice(0, half), tally)) ?? (await sendAll(url, request.events.slice(half), tally));
        if (stop !== null) return stop;
      } else return answer;
    }
    return null;
  }

  async function flushOnce(force: boolean): Promise<FlushResult> {
    const endpoint = deps.endpoint();
    const tally = { sent: 0, buried: 0 };
    if (endpoint === '') return { outcome: 'off', ...tally, nextAttemptAt: 0, error: '' };
    const before = await outbox.delivery();
    const started = now();
    // A clock that was set back must not hold the queue for longer than the longest wait.
    const waits = before.nextAttemptAt > started && before.nextAttemptAt - started <= 24 * BACKOFF_CAP;
    if (waits && !force) return { outcome: 'later', ...tally, nextAttemptAt: before.nextAttemptAt, error: before.lastError };

    const url = logsUrl(endpoint);
    let stop: Answer | null =
      url === null ? { kind: 'held', why: 'the audit endpoint is not usable: give an https address without user name and password' } : null;
    let previous = '';
    while (url !== null && stop === null) {
      const events = await outbox.batch(MAX_EVENTS);
      const first = events[0];
      if (first === undefined) break;
      if (first.id === previous) {
        stop = { kind: 'later', after: null, why: 'acknowledged events cannot be deleted from the outbox' };
        break;
      }
      previous = first.id;
      stop = await sendAll(url, events, tally);
      if (stop === null && now() - started > FLUSH_TIME) {
        return { outcome: 'later', ...tally, nextAttemptAt: now(), error: '' };
      }
    }

    const answered = tally.sent + tally.buried > 0;
    const lastSuccess = answered ? now() : before.lastSuccess;
    if (stop === null || stop.kind === 'stored' || stop.kind === 'refused') {
      if (answered || before.lastError !== '') await outbox.setDelivery({ nextAttemptAt: 0, attempts: 0, lastSuccess, lastError: '' });
      return { outcome: 'sent', ...tally, nextAttemptAt: 0, error: '' };
    }
    const attempts = answered ? 0 : before.attempts;
    const wait = stop.kind === 'held' ? BACKOFF_CAP : (stop.after ?? backoff(attempts, deps.random()));
    const nextAttemptAt = now() + wait;
    await outbox.setDelivery({ nextAttemptAt, attempts: attempts + 1, lastSuccess, lastError: stop.why });
    return { outcome: stop.kind, ...tally, nextAttemptAt, error: stop.why };
  }

  let running: Promise<FlushResult> | null = null;
  let again: { force: boolean } | null = null;
  const lock = deps.lock ?? ((work) => work());

  async function run(force: boolean): Promise<FlushResult> {
    let result: FlushResult;
    let next: { force: boolean } | null = { force };
    do {
      again = null;
      const wanted: boolean = next.force;
      // The other one may be a worker that has just been killed in the middle of it.
      result = (await lock(() => flushOnce(wanted))) ?? {
        outcome: 'busy',
        sent: 0,
        buried: 0,
        nextAttemptAt: now() + BACKOFF_BASE,
        error: '',
      };
      next = again;
    } while (next !== null && result.outcome !== 'busy');
    return result;
  }

  return {
    flush({ force = false } = {}) {
      // Events added while a flush runs may be too late for it: it runs once more.
      if (running !== null) {
        again = { force: force || (again?.force ?? false) };
        return running;
      }
      running = run(force).finally(() => {
        running = null;
      });
      return running;
    },
  };
}
