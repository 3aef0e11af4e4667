import { carries } from './decode.ts';

/** Something that reached the practice server: a request, the opening of a socket, one frame on it, or a connection to a host by the name that it asks for (RFC 6066, section 3). */
export interface Arrival {
  readonly kind: 'request' | 'upgrade' | 'frame' | 'connection';
  /** Milliseconds since the server started. */
  readonly at: number;
  readonly method: string;
  /** Absolute address. */
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Everything that the practice server received, in order. It alone decides whether something leaked. */
export interface Recorder {
  readonly arrivals: readonly Arrival[];
  add(arrival: Omit<Arrival, 'at'>): void;
  /** A place in the record, to look from later. */
  mark(): number;
  /** Arrivals since `mark` whose address, headers or bytes carry `value`, however encoded. */
  received(value: string, since?: number): readonly Arrival[];
  /** Waits until `value` has arrived since `mark`, at most `timeout` ms; null when it has not. */
  arrival(value: string, since: number, timeout: number): Promise<Arrival | null>;
}

export function openRecorder(): Recorder {
  const arrivals: Arrival[] = [];
  const waiting = new Set<() => void>();
  const start = performance.now();

  function carriesValue(arrival: Arrival, value: string): boolean {
    const head = `${arrival.url.href}\n${Object.entries(arrival.headers)
      .map(([name, text]) => `${name}: ${text}`)
      .join('\n')}`;
    return carries(Buffer.from(head), value) || (arrival.body.length > 0 && carries(arrival.body, value));
  }

  function received(value: string, since = 0): readonly Arrival[] {
    return arrivals.slice(since).filter((arrival) => carriesValue(arrival, value));
  }

  return {
    arrivals,
    received,
    add(arrival) {
      arrivals.push({ ...arrival, at: performance.now() - start });
      for (const wake of waiting) wake();
    },
    mark: () => arrivals.length,
    arrival(value, since, timeout) {
      return new Promise((resolve) => {
        let seen = since;
        function look() {
          const first = received(value, seen)[0];
          seen = arrivals.length;
          if (first) finish(first);
        }
        function finish(arrival: Arrival | null) {
          clearTimeout(timer);
          waiting.delete(look);
          resolve(arrival);
        }
        const timer = setTimeout(() => finish(null), timeout);
        waiting.add(look);
        look();
      });
    },
  };
}
