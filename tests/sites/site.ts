import type { ServerResponse } from 'node:http';
import type { Arrival } from './recorder.ts';

/** One open socket of a page. */
export interface Socket {
  readonly url: URL;
  send(frame: string): void;
}

/** A practice chat site: which hosts it plays, what it serves, how it answers. */
export interface PracticeSite {
  readonly id: string;
  /** Hosts that it answers for; `*.` at the start stands for any sub-domain. */
  readonly hosts: readonly string[];
  /** Answers a request; false when it has no such address. */
  answer(arrival: Arrival, response: ServerResponse): boolean;
  /** Answers one frame of a socket. */
  frame?(socket: Socket, data: Buffer): void;
}

/** Answers with JSON. */
export function json(response: ServerResponse, value: unknown, status = 200): true {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...openToPages });
  response.end(JSON.stringify(value));
  return true;
}

/** Lets pages of the other practice hosts read an answer. */
const openToPages = { 'access-control-allow-origin': '*', 'cache-control': 'no-store' };

/** Streams pieces of an answer some milliseconds apart, as a model would. */
export function stream(response: ServerResponse, contentType: string, pieces: readonly (string | Uint8Array)[], pause = 20): true {
  response.writeHead(200, { 'content-type': contentType, ...openToPages });
  const rest = [...pieces];
  const timer = setInterval(() => {
    const piece = rest.shift();
    if (piece === undefined) {
      clearInterval(timer);
      response.end();
    } else response.write(piece);
  }, pause);
  response.on('close', () => clearInterval(timer));
  return true;
}

/** Server-sent events (HTML standard, section 9.2): one per value. */
export function events(response: ServerResponse, values: readonly (string | object)[], pause?: number): true {
  return stream(
    response,
    'text/event-stream; charset=utf-8',
    values.map((value) => `data: ${typeof value === 'string' ? value : JSON.stringify(value)}\n\n`),
    pause,
  );
}

/** What the echo model says: that it heard, and what. Long texts are quoted in part. */
export function echo(text: string): string[] {
  const quoted = text.length > 400 ? `${text.slice(0, 400)}… (${text.length} characters)` : text;
  return `You wrote: ${quoted}`.match(/[\s\S]{1,24}/g) ?? [];
}

/** The body of an arrival as JSON, or null. */
export function readJson(arrival: Arrival): unknown {
  try {
    return JSON.parse(arrival.body.toString('utf8'));
  } catch {
    return null;
  }
}

/** The strings at a path of object keys and array indexes; `*` stands for any of them. */
export function at(value: unknown, path: string): string[] {
  let values = [value];
  for (const step of path.split('.')) {
    values = values.flatMap((one) => {
      if (typeof one !== 'object' || one === null) return [];
      return step === '*' ? Object.values(one) : [(one as Record<string, unknown>)[step]];
    });
  }
  return values.filter((one) => typeof one === 'string');
}
