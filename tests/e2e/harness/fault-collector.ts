import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AuditEvent } from '../../../lib/audit/event.ts';
import { eventsFromOtlp } from '../../../lib/audit/otlp-decode.ts';

/** How the collector behaves: well, or in one of the ways in which real ones fail. */
export type Mood = 'well' | '500' | '401' | 'silent' | 'garbage';

/** An audit endpoint for tests that can fail on demand. */
export interface FaultCollector {
  readonly url: string;
  mood: Mood;
  /** Events that it has acknowledged. */
  readonly events: readonly AuditEvent[];
  /** Everything that it was ever sent, acknowledged or not, as text. */
  readonly bodies: readonly string[];
  readonly tokens: ReadonlySet<string>;
  /** Waits for an acknowledged event that fits. */
  event(fits: (event: AuditEvent) => boolean, timeout?: number): Promise<AuditEvent>;
  close(): Promise<void>;
}

/** Starts it on a free port of 127.0.0.1. */
export async function startFaultCollector(): Promise<FaultCollector> {
  const events: AuditEvent[] = [];
  const bodies: string[] = [];
  const tokens = new Set<string>();

  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString('utf8');
    if (request.method !== 'POST') {
      response.writeHead(204, {
        'access-control-allow-origin': '*',
        'access-control-allow-headers': '*',
        'access-control-allow-methods': '*',
      });
      response.end();
      return;
    }
    bodies.push(body);
    tokens.add(request.headers.authorization ?? '');
    const headers = { 'content-type': 'application/json', 'access-control-allow-origin': '*' };
    switch (collector.mood) {
      case 'silent':
        return;
      case '500':
      case '401':
        response.writeHead(Number(collector.mood), headers);
        response.end('{"message":"not today"}');
        return;
      case 'garbage':
        response.writeHead(200, { 'content-type': 'text/html' });
        response.end('<html>welcome to the hotel network</html>');
        return;
      case 'well': {
        const decoded = eventsFromOtlp(JSON.parse(body));
        if (decoded.ok) for (const event of decoded.events) if (!events.some(({ id }) => id === event.id)) events.push(event);
        response.writeHead(200, headers);
        response.end('{"partialSuccess":{}}');
      }
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  const collector: FaultCollector = {
    url: `http://127.0.0.1:${port}/v1/logs`,
    mood: 'well',
    events,
    bodies,
    tokens,
    async event(fits, timeout = 15_000) {
      const end = Date.now() + timeout;
      for (;;) {
        const found = events.find(fits);
        if (found) return found;
        if (Date.now() > end) throw new Error(`no such event among ${events.length}: ${JSON.stringify(events.slice(-3))}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return collector;
}
