import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openPglite } from '../../../collector/server/database.ts';
import { createStore } from '../../../collector/server/store.ts';
import { samples } from '../../lib/audit/sample.ts';

it('deletes events by the time of their receipt', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tacit-collector-'));
  const database = await openPglite(folder);
  try {
    const store = createStore(database);
    await store.add(samples(3), 1_000);
    await store.add(samples(2, 3), 2_000);
    expect(await store.prune(1_000)).toBe(0);
    expect(await store.prune(2_000)).toBe(3);
    const left = await store.list({ lists: {}, text: '', from: null, to: null }, 10, null);
    expect(left.map((event) => event.received)).toEqual([2_000, 2_000]);
  } finally {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
