import type { Failure } from '../server/failure.ts';
import type { Overview, StoredEvent } from '../server/store.ts';

/** Why there is no answer: `login` the token is not accepted, `unreachable` no connection, `refused` the collector says why. */
export type Problem =
  | { readonly kind: 'login' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'refused'; readonly cause: string; readonly cure: string };

export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

export interface Page {
  readonly events: readonly StoredEvent[];
  readonly next: string | null;
}

export interface Connection {
  readonly auditEndpoint: string;
  readonly auditToken: string;
  readonly retentionDays: number;
}

async function problemOf(response: Response): Promise<Problem> {
  if (response.status === 401) return { kind: 'login' };
  try {
    const { cause, cure } = (await response.json()) as Failure;
    return { kind: 'refused', cause, cure };
  } catch {
    return { kind: 'unreachable' };
  }
}

async function ask<T>(token: string, path: string, signal: AbortSignal, read: (response: Response) => Promise<T>): Promise<Answer<T>> {
  try {
    const response = await fetch(`/api/${path}`, { headers: { authorization: `Bearer ${token}` }, signal });
    if (!response.ok) return { ok: false, problem: await problemOf(response) };
    return { ok: true, value: await read(response) };
  } catch {
    return { ok: false, problem: { kind: 'unreachable' } };
  }
}

const json = async <T>(response: Response): Promise<T> => (await response.json()) as T;

export function getEvents(token: string, query: URLSearchParams, signal: AbortSignal): Promise<Answer<Page>> {
  return ask(token, `events?${query}`, signal, (response) => json<Page>(response));
}

export function getOverview(token: string, query: URLSearchParams, signal: AbortSignal): Promise<Answer<Overview>> {
  return ask(token, `overview?${query}`, signal, (response) => json<Overview>(response));
}

export function getConnection(token: string, signal: AbortSignal): Promise<Answer<Connection>> {
  return ask(token, 'connection', signal, (response) => json<Connection>(response));
}

export function getCsv(token: string, query: URLSearchParams, signal: AbortSignal): Promise<Answer<Blob>> {
  return ask(token, `export.csv?${query}`, signal, (response) => response.blob());
}

/**
 * Calls `news` whenever the collector has stored events, until the signal aborts; connects again by itself after 1 to 30 s.
 * (An `EventSource` cannot send the token.)
 */
export async function follow(token: string, signal: AbortSignal, news: () => void, connected: (is: boolean) => void): Promise<void> {
  for (let wait = 1_000; !signal.aborted; wait = Math.min(wait * 2, 30_000)) {
    try {
      const response = await fetch('/api/live', { headers: { authorization: `Bearer ${token}` }, signal });
      if (response.status === 401) return;
      if (response.ok && response.body !== null) {
        connected(true);
        wait = 1_000;
        const reader = response.body.getReader();
        const decoder = new TextDecoder();
        for (;;) {
          const { done, value } = await reader.read();
          if (done) break;
          // Comments only keep the connection open; what the events were is asked for with the filter.
          if (decoder.decode(value, { stream: true }).includes('event:')) news();
        }
      }
    } catch (error) {
      if (!(error instanceof Error)) throw error;
    }
    if (signal.aborted) return;
    connected(false);
    await new Promise((resolve) => setTimeout(resolve, wait));
    // What came meanwhile was missed.
    news();
  }
}
