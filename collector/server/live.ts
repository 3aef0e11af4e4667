import type { StoredEvent } from './store.ts';

/** Most events that wait for one slow listener; beyond them it is told to load anew. */
const MAX_WAITING = 1_000;
const MAX_LISTENERS = 50;

/** What a listener is told: new events, or that it missed some. */
export type News =
  | { readonly kind: 'events'; readonly events: readonly StoredEvent[] }
  | { readonly kind: 'missed' }
  | { readonly kind: 'quiet' };

export interface Listener {
  /** The next news, `quiet` after `timeout` ms without any, null when it is over. */
  next(timeout: number): Promise<News | null>;
  end(): void;
}

/** Passes stored events on to the consoles that are open. */
export interface Live {
  publish(events: readonly StoredEvent[]): void;
  /** Null when too many listen already. */
  listen(): Listener | null;
  close(): void;
}

export function createLive(): Live {
  interface Inner extends Listener {
    tell(events: readonly StoredEvent[]): void;
  }
  const listeners = new Set<Inner>();

  function createListener(): Inner {
    let waiting: StoredEvent[] = [];
    let missed = false;
    let over = false;
    let wake: (() => void) | null = null;
    const rouse = () => {
      wake?.();
      wake = null;
    };
    const listener: Inner = {
      tell(events) {
        waiting.push(...events);
        if (waiting.length > MAX_WAITING) {
          waiting = [];
          missed = true;
        }
        rouse();
      },
      async next(timeout) {
        if (!over && !missed && waiting.length === 0) {
          await new Promise<void>((resolve) => {
            const timer = setTimeout(resolve, timeout);
            wake = () => {
              clearTimeout(timer);
              resolve();
            };
          });
        }
        if (over) return null;
        if (missed) {
          missed = false;
          waiting = [];
          return { kind: 'missed' };
        }
        const events = waiting;
        waiting = [];
        return events.length === 0 ? { kind: 'quiet' } : { kind: 'events', events };
      },
      end() {
        over = true;
        listeners.delete(listener);
        rouse();
      },
    };
    return listener;
  }

  return {
    publish(events) {
      if (events.length > 0) for (const listener of listeners) listener.tell(events);
    },
    listen() {
      if (listeners.size >= MAX_LISTENERS) return null;
      const listener = createListener();
      listeners.add(listener);
      return listener;
    },
    close() {
      for (const listener of [...listeners]) listener.end();
    },
  };
}
