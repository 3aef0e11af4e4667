import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCollector } from '../../collector/server/main.ts';
import { sample } from '../lib/audit/sample.ts';
import { missingPostgres, type Postgres, startPostgres } from './postgres.ts';
import { ask, bodyOf, collectorSuite, post } from './suite.ts';

const missing = missingPostgres();
if (missing !== null) console.warn(`skipped, collector on PostgreSQL: ${missing}`);

describe.skipIf(missing !== null)('collector on PostgreSQL', () => {
  let postgres: Postgres;

  beforeAll(async () => {
    postgres = await startPostgres();
  }, 60_000);

  afterAll(() => postgres.close());

  collectorSuite(() => ({ databaseUrl: postgres.url }));
});

describe.skipIf(missing !== null)('a PostgreSQL that goes away', () => {
  it('is answered with 503, so that extensions send again, and used when it is back', { timeout: 60_000 }, async () => {
    const postgres = await startPostgres();
    const dataDir = mkdtempSync(join(tmpdir(), 'tacit-collector-'));
    const collector = await startCollector({ dataDir, port: 0, databaseUrl: postgres.url, log: () => undefined });
    try {
      await postgres.stop();
      const refused = await post(collector, bodyOf([sample(1)]));
      expect(refused.status).toBe(503);
      expect(refused.headers.get('retry-after')).toBe('5');
      expect((await fetch(`${collector.url}/health`)).status).toBe(503);
      await postgres.start();
      expect((await post(collector, bodyOf([sample(1)]))).status).toBe(200);
      expect(await (await ask(collector, 'events')).json()).toMatchObject({ events: [{ id: sample(1).id }] });
    } finally {
      await collector.close();
      await postgres.close();
      rmSync(dataDir, { recursive: true, force: true });
    }
  });
});
