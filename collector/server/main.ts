import { mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { type ServerType, serve } from '@hono/node-server';
import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { apiRoutes } from './api.ts';
import { type Database, openPglite, openPostgres } from './database.ts';
import { fail } from './failure.ts';
import { ingestRoutes } from './ingest.ts';
import { createLive } from './live.ts';
import { takeLock } from './lock.ts';
import { pageRoutes } from './pages.ts';
import { createRateLimit } from './rate.ts';
import { StartError } from './start-error.ts';
import { createStore } from './store.ts';
import { tokenOf } from './tokens.ts';

const DAY = 86_400_000;

export interface CollectorOptions {
  /** Folder of the data and the tokens; made when it does not exist. Default `./tacit-data`. */
  readonly dataDir?: string;
  /** PostgreSQL in place of the embedded PGlite. */
  readonly databaseUrl?: string;
  /** Default 127.0.0.1. */
  readonly host?: string;
  /** Default 4318, the port of OTLP/HTTP; 0 takes a free one. */
  readonly port?: number;
  /** Token of the extensions; made and kept in the data folder when absent. */
  readonly token?: string;
  /** Token of the console; likewise. */
  readonly adminToken?: string;
  /** Events are deleted so many days after their receipt. Default 90. */
  readonly retentionDays?: number;
  /** Address under which the extensions reach this collector, when it is not its own (a proxy in front). */
  readonly publicUrl?: string;
  /** Folder of the built console. */
  readonly console?: string;
  /** Requests a second: of one device, of all together. The burst is five times that. */
  readonly rates?: { readonly device: number; readonly all: number };
  readonly log?: (line: string) => void;
}

export interface Collector {
  readonly url: string;
  readonly token: string;
  readonly adminToken: string;
  /** The console with its login: gives access to everybody who reads it. */
  readonly consoleUrl: string;
  /** The folder of the tokens, and with PGlite of the data. */
  readonly dataDir: string;
  /** Where the events lie, for people. */
  readonly place: string;
  readonly retentionDays: number;
  /** Ends live connections, waits for running requests, closes the database and gives the folder free. */
  close(): Promise<void>;
}

function listen(app: Hono, host: string, port: number): Promise<{ server: ServerType; port: number }> {
  return new Promise((done, refuse) => {
    const server = serve({ fetch: app.fetch, hostname: host, port }, (address: AddressInfo) => done({ server, port: address.port }));
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      refuse(
        new StartError(
          taken ? `Port ${port} on ${host} is in use.` : `Cannot listen on ${host}:${port}: ${error.message}`,
          taken
            ? 'Stop the program that uses it, or give another with TACIT_PORT.'
            : 'Set TACIT_HOST and TACIT_PORT to an address of this machine.',
        ),
      );
    });
  });
}

/** Starts a collector. Rejects with a `StartError` that says what is wrong and what to do. */
export async function startCollector(options: CollectorOptions = {}): Promise<Collector> {
  const data = resolve(options.dataDir ?? './tacit-data');
  const host = options.host ?? '127.0.0.1';
  const retentionDays = options.retentionDays ?? 90;
  const rates = options.rates ?? { device: 20, all: 1_000 };
  const log = options.log ?? ((line: string) => console.error(line));
  const closers: (() => Promise<void> | void)[] = [];
  const closeAll = async () => {
    for (const close of closers.splice(0).reverse()) await close();
  };

  try {
    mkdirSync(data, { recursive: true, mode: 0o700 });
    const token = tokenOf(data, 'ingest-token', options.token ?? '');
    const adminToken = tokenOf(data, 'admin-token', options.adminToken ?? '');
    if (token === adminToken)
      throw new StartError(
        'The ingest token and the admin token are the same.',
        'Every browser knows the ingest token: give the console one of its own.',
      );
    let database: Database;
    if (options.databaseUrl === undefined) {
      const lock = await takeLock(data);
      closers.push(() => lock.release());
      database = await openPglite(data);
    } else database = await openPostgres(options.databaseUrl, log);
    closers.push(() => database.close());

    const store = createStore(database);
    const live = createLive();
    const now = Date.now;
    let url = '';

    const app = new Hono();
    app.use(
      secureHeaders({
        contentSecurityPolicy: {
          defaultSrc: ["'self'"],
          imgSrc: ["'self'", 'data:'],
          baseUri: ["'none'"],
          formAction: ["'none'"],
          frameAncestors: ["'none'"],
          objectSrc: ["'none'"],
        },
        referrerPolicy: 'no-referrer',
        xFrameOptions: 'DENY',
        // TLS ends at the proxy in front, which is the one to say this.
        strictTransportSecurity: false,
        // The extension's worker reads the answer across origins.
        crossOriginResourcePolicy: false,
      }),
    );
    app.get('/health', async (context) => {
      try {
        await database.query('SELECT 1 AS one');
        return context.json({ status: 'ok', database: database.kind });
      } catch (error) {
        log(`The database does not answer: ${error}`);
        return fail(context, 503, 'store', 'The database cannot be reached.', 'See the log of the collector.');
      }
    });
    const perToken = createRateLimit(rates.all, rates.all * 5, now);
    const perDevice = createRateLimit(rates.device, rates.device * 5, now);
    app.route('/', ingestRoutes({ store, live, token, perToken, perDevice, now, log }));
    const connection = () => ({ auditEndpoint: options.publicUrl ?? url, auditToken: token });
    app.route('/', apiRoutes({ store, live, adminToken, connection, retentionDays, log }));
    app.route('/', pageRoutes(options.console ?? resolve('.output/console')));
    app.notFound((context) =>
      fail(context, 404, 'not-found', 'There is nothing at this address.', 'Events go to /v1/logs; the console is at /.'),
    );
    app.onError((error, context) => {
      log(`A request failed: ${error.stack ?? error}`);
      return fail(context, 500, 'internal', 'The collector failed on this request.', 'See its log; the same request may work later.');
    });

    const prune = async () => {
      try {
        const count = await store.prune(now() - retentionDays * DAY);
        if (count > 0) log(`Deleted ${count} events older than ${retentionDays} days.`);
      } catch (error) {
        log(`Old events could not be deleted: ${error}`);
      }
    };
    let pruning = prune();
    const daily = setInterval(() => {
      pruning = prune();
    }, DAY);
    closers.push(async () => {
      clearInterval(daily);
      await pruning;
    });

    const listening = await listen(app, host, options.port ?? 4318);
    closers.push(
      () =>
        new Promise<void>((done) => {
          live.close();
          listening.server.close(() => done());
          // Running requests get a moment, then their connections are cut.
          if ('closeIdleConnections' in listening.server) listening.server.closeIdleConnections();
          setTimeout(() => 'closeAllConnections' in listening.server && listening.server.closeAllConnections(), 2_000).unref();
        }),
    );
    url = `http://${host.includes(':') ? `[${host}]` : host}:${listening.port}`;
    let closing: Promise<void> | null = null;
    return {
      url,
      token,
      adminToken,
      consoleUrl: `${url}/#token=${adminToken}`,
      dataDir: data,
      place: database.place,
      retentionDays,
      close() {
        closing ??= closeAll();
        return closing;
      },
    };
  } catch (error) {
    await closeAll();
    throw error;
  }
}
