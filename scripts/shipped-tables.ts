import { packedTables } from './packed-tables.ts';
import { preparedTables } from './prepared-tables.ts';
import { withoutSources } from './without-sources.ts';

/** Plugins that make the tables of detectors what the extension ships: prepared, packed, and without the addresses of documents. */
export function shippedTables() {
  return [
    preparedTables(),
    packedTables(),
    {
      name: 'sources-stay-in-the-repository',
      enforce: 'pre' as const,
      transform: (code: string, path: string): string | null => withoutSources(code, path),
    },
  ];
}
