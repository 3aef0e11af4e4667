import { runnerImport } from 'vite';
import type * as Catalogue from '../lib/detectors/catalogue.ts';
import type * as Packed from '../lib/scan/packed.ts';

/** Plugin that puts in place of `PREPARED` what the built-in detectors want looked for, so that no engine has to ask them all when it starts. */
export function preparedTables(): { name: string; enforce: 'pre'; transform(code: string, path: string): Promise<string | null> } {
  return {
    name: 'tables-are-prepared',
    enforce: 'pre',
    transform: async (_, path) =>
      path.endsWith('/lib/detectors/prepared.ts') ? `export const PREPARED = ${JSON.stringify(await pack())};` : null,
  };
}

async function pack(): Promise<string> {
  const load = async <T>(path: string): Promise<T> => (await runnerImport<T>(path, { configFile: false, logLevel: 'warn' })).module;
  const { DETECTORS } = await load<typeof Catalogue>(import.meta.resolve('../lib/detectors/catalogue.ts'));
  const { packed } = await load<typeof Packed>(import.meta.resolve('../lib/scan/packed.ts'));
  return packed(DETECTORS);
}
