import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { eventsFromOtlp } from '../../lib/audit/otlp-decode.ts';
import { fail } from './failure.ts';
import type { Live } from './live.ts';
import type { RateLimit } from './rate.ts';
import type { Store } from './store.ts';
import { bearer, sameToken } from './tokens.ts';

/** Largest request body, before and after decompression, bytes. */
export const MAX_BODY = 4 * 1024 * 1024;

const unzip = promisify(gunzip);

export interface IngestDeps {
  readonly store: Store;
  readonly live: Live;
  readonly token: string;
  /** Requests of all devices together. */
  readonly perToken: RateLimit;
  /** Requests of one device. */
  readonly perDevice: RateLimit;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly log: (line: string) => void;
}

function tooLarge(context: Context): Response {
  return fail(context, 413, 'too-large', `The body is larger than ${MAX_BODY} bytes.`, 'Send fewer events in one request.');
}

function tooFast(context: Context, wait: number): Response {
  context.header('Retry-After', String(Math.max(1, Math.ceil(wait / 1000))));
  return fail(context, 429, 'too-fast', 'Too many requests.', 'Wait as long as the Retry-After header says.');
}

/** Text of the body, or the answer that says why it cannot be read. */
async function bodyText(context: Context): Promise<string | Response> {
  const bytes = Buffer.from(await context.req.arrayBuffer());
  const encoding = (context.req.header('content-encoding') ?? 'identity').trim().toLowerCase();
  if (encoding === 'identity') return bytes.toString('utf8');
  if (encoding !== 'gzip') return fail(context, 415, 'encoding', `Content-Encoding ${encoding} is not supported.`, 'Use gzip, or none.');
  try {
    return (await unzip(bytes, { maxOutputLength: MAX_BODY })).toString('utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return tooLarge(context);
    return fail(context, 400, 'bad-gzip', 'The body is not gzip.', 'Send what the Content-Encoding header says.');
  }
}

/** `POST /v1/logs`: OTLP/HTTP logs in JSON. Answers 200 only after the events are stored. */
export function ingestRoutes(deps: IngestDeps): Hono {
  const app = new Hono();

  // Extension pages and workers send with an origin of their own; no web page may.
  app.use('/v1/logs', async (context, next) => {
    const origin = context.req.header('origin') ?? '';
    if (/^(chrome|moz)-extension:\/\/[a-z0-9-]+$/i.test(origin)) {
      context.header('Access-Control-Allow-Origin', origin);
      context.header('Vary', 'Origin');
      context.header('Access-Control-Expose-Headers', 'Retry-After');
      if (context.req.method === 'OPTIONS') {
        context.header('Access-Control-Allow-Methods', 'POST');
        context.header('Access-Control-Allow-Headers', 'authorization, content-type, content-encoding');
        context.header('Access-Control-Max-Age', '600');
        if (context.req.header('access-control-request-private-network') === 'true')
          context.header('Access-Control-Allow-Private-Network', 'true');
        return context.body(null, 204);
      }
    }
    return next();
  });

  app.use('/v1/logs', async (context, next) => {
    const token = bearer(context.req.header('authorization'));
    if (token === null || !sameToken(token, deps.token)) {
      context.header('WWW-Authenticate', 'Bearer');
      return fail(
        context,
        401,
        'unauthorized',
        'The audit token is missing or wrong.',
        'Set auditToken in the managed storage of the extension to the ingest token of this collector.',
      );
    }
    const wait = deps.perToken.take('all');
    if (wait > 0) return tooFast(context, wait);
    return next();
  });

  app.post('/v1/logs', bodyLimit({ maxSize: MAX_BODY, onError: tooLarge }), async (context) => {
    const type = (context.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
    if (type !== 'application/json') {
      return fail(context, 415, 'content-type', 'The body is not application/json.', 'Send OTLP/HTTP with JSON encoding, not protobuf.');
    }
    const text = await bodyText(context);
    if (typeof text !== 'string') return text;
    let body: unknown;
    try {
      body = JSON.parse(text);
    } catch {
      return fail(context, 400, 'bad-json', 'The body is not JSON.', 'Send an ExportLogsServiceRequest in JSON.');
    }
    const decoded = eventsFromOtlp(body);
    if (!decoded.ok)
      return fail(context, 400, 'bad-otlp', `The body is not OTLP logs: ${decoded.why}.`, 'Send an ExportLogsServiceRequest in JSON.');
    for (const device of new Set(decoded.events.map((event) => event.device))) {
      const wait = deps.perDevice.take(device);
      if (wait > 0) return tooFast(context, wait);
    }
    try {
      deps.live.publish(await deps.store.add(decoded.events, deps.now()));
    } catch (error) {
      deps.log(`Events could not be stored: ${error}`);
      context.header('Retry-After', '5');
      return fail(context, 503, 'store', 'The database cannot be reached.', 'Send the same request again later.');
    }
    if (decoded.refused === 0) return context.json({});
    return context.json({ partialSuccess: { rejectedLogRecords: String(decoded.refused), errorMessage: decoded.why } });
  });

  app.all('/v1/logs', (context) => fail(context, 405, 'method', 'Only POST is answered here.', 'Send OTLP logs with POST.'));
  return app;
}
