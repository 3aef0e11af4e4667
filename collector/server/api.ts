import { Hono } from 'hono';
import { stream, streamSSE } from 'hono/streaming';
import { CSV_HEAD, csvLines } from './csv.ts';
import { fail } from './failure.ts';
import { type Filter, readFilter } from './filter.ts';
import type { Live } from './live.ts';
import type { Cursor, Store } from './store.ts';
import { bearer, sameToken } from './tokens.ts';

const PAGE = 50;
const MAX_PAGE = 500;
/** Most rows of one CSV export. */
export const MAX_EXPORT = 100_000;
/** Silence after which a comment keeps the live connection open, ms. */
const HEARTBEAT = 15_000;

export interface ApiDeps {
  readonly store: Store;
  readonly live: Live;
  readonly adminToken: string;
  /** How an extension is connected: what goes into its managed storage. */
  readonly connection: () => { readonly auditEndpoint: string; readonly auditToken: string };
  readonly retentionDays: number;
  readonly log: (line: string) => void;
}

const cursorText = (cursor: Cursor): string => `${cursor.at}_${cursor.id}`;

function readCursor(text: string): Cursor | null {
  const match = /^(\d{1,16})_([!-~]{1,128})$/.exec(text);
  return match?.[1] === undefined || match[2] === undefined ? null : { at: Number(match[1]), id: match[2] };
}

/** What the console asks; all of it needs the admin token. */
export function apiRoutes(deps: ApiDeps): Hono<{ Variables: { filter: Filter } }> {
  const { store, live } = deps;
  const app = new Hono<{ Variables: { filter: Filter } }>();

  app.use('/api/*', async (context, next) => {
    const token = bearer(context.req.header('authorization'));
    if (token === null || !sameToken(token, deps.adminToken)) {
      context.header('WWW-Authenticate', 'Bearer');
      return fail(
        context,
        401,
        'unauthorized',
        'The admin token is missing or wrong.',
        'Open the login link that the collector printed when it started.',
      );
    }
    context.header('Cache-Control', 'no-store');
    const filter = readFilter(new URL(context.req.url).searchParams);
    if (typeof filter === 'string')
      return fail(context, 400, 'bad-filter', `The filter cannot be read: ${filter}.`, 'Mend the query of the address.');
    context.set('filter', filter);
    return next();
  });

  app.get('/api/events', async (context) => {
    const limit = Number(context.req.query('limit') ?? PAGE);
    if (!Number.isInteger(limit) || limit < 1 || limit > MAX_PAGE) {
      return fail(context, 400, 'bad-limit', 'The limit is no number of rows.', `Give a limit from 1 to ${MAX_PAGE}.`);
    }
    const given = context.req.query('cursor') ?? '';
    const after = readCursor(given);
    if (given !== '' && after === null)
      return fail(context, 400, 'bad-cursor', 'The cursor cannot be read.', 'Use the "next" of the page before.');
    const events = await store.list(context.get('filter'), limit + 1, after);
    const page = events.slice(0, limit);
    const last = page.at(-1);
    return context.json({ events: page, next: events.length > limit && last !== undefined ? cursorText(last) : null });
  });

  app.get('/api/overview', async (context) => context.json(await store.overview(context.get('filter'))));

  app.get('/api/connection', (context) => context.json({ ...deps.connection(), retentionDays: deps.retentionDays }));

  app.get('/api/export.csv', (context) => {
    const filter = context.get('filter');
    context.header('Content-Type', 'text/csv; charset=utf-8');
    context.header('Content-Disposition', 'attachment; filename="tacit-events.csv"');
    return stream(
      context,
      async (out) => {
        await out.write(CSV_HEAD);
        let after: Cursor | null = null;
        for (let rows = 0; rows < MAX_EXPORT && !out.aborted; ) {
          const events = await store.list(filter, Math.min(1_000, MAX_EXPORT - rows), after);
          const last = events.at(-1);
          if (last === undefined) break;
          await out.write(csvLines(events));
          rows += events.length;
          after = last;
        }
      },
      async (error, out) => {
        deps.log(`A CSV export broke off: ${error}`);
        await out.write('"The export broke off: the database cannot be reached."\r\n');
      },
    );
  });

  app.get('/api/live', (context) => {
    const listener = live.listen();
    if (listener === null) return fail(context, 503, 'busy', 'Too many consoles are open.', 'Close one, or go on without live updates.');
    return streamSSE(context, async (out) => {
      out.onAbort(() => listener.end());
      await out.write(': connected\n\n');
      for (;;) {
        const news = await listener.next(HEARTBEAT);
        if (news === null) return;
        if (news.kind === 'quiet') await out.write(': quiet\n\n');
        else await out.writeSSE({ event: news.kind, data: news.kind === 'events' ? JSON.stringify(news.events) : '{}' });
      }
    });
  });

  return app;
}
