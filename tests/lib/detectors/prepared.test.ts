import { expect, it } from 'vitest';
import { DETECTORS } from '../../../lib/detectors/catalogue.ts';
import { PREPARED } from '../../../lib/detectors/prepared.ts';
import { unpacked } from '../../../lib/scan/packed.ts';
import { wantsOf } from '../../../lib/scan/wants.ts';
import { preparedTables } from '../../../scripts/prepared-tables.ts';

it('the builds put what the built-in detectors want in place of nothing', async () => {
  expect(PREPARED).toBeNull();
  const { transform } = preparedTables();
  expect(await transform('code', '/any/lib/detectors/other.ts')).toBeNull();
  const code = await transform('code', '/any/lib/detectors/prepared.ts');
  const [, json] = /^export const PREPARED = (".*");$/s.exec(code ?? '') ?? [];
  const known = unpacked(JSON.parse(json ?? '""'), DETECTORS);
  expect(known).toEqual({ count: DETECTORS.length, wants: wantsOf(DETECTORS) });
});
