import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packedProviders, unpackedProviders } from '../../../lib/detectors/packed-providers.ts';
import type { Provider } from '../../../lib/detectors/provider.ts';
import { packedTables } from '../../../scripts/packed-tables.ts';

const tables = import.meta.glob<readonly Provider[]>('../../../lib/detectors/providers/*.ts', { eager: true, import: 'default' });

/** A provider and its types without their sources. */
function bare({ types, ...rest }: Provider): Provider {
  const byName = Object.entries(types).map(([name, type]) => {
    if (typeof type === 'string') return [name, type];
    const { source: _, ...own } = type;
    return [name, own];
  });
  return { ...rest, source: '', types: Object.fromEntries(byName) };
}

describe('packed providers', () => {
  it('are read back as they were, without sources', () => {
    const all = Object.values(tables).flat();
    expect(all.length).toBeGreaterThan(1000);
    expect(unpackedProviders(packedProviders(all))).toEqual(all.map(bare));
  });

  it('keep the order of types and what is told of one', () => {
    const provider: Provider = {
      provider: 'acme',
      source: 'https://acme.example',
      words: ['acme', 'acme_api'],
      types: {
        'b-key': 'a=b:{hex:32}',
        'a-key': {
          shape: ['~{hex:8}', 'x{jwt}'],
          check: 'luhn',
          confidence: 0.3,
          words: ['w'],
          entity: 'ACME',
          source: 'https://acme.example/a',
        },
      },
    };
    expect(JSON.stringify(unpackedProviders(packedProviders([provider])))).toBe(
      JSON.stringify([{ provider: 'acme', source: '', types: bare(provider).types, words: ['acme', 'acme_api'] }]),
    );
  });

  it('stand in the builds in place of the tables', async () => {
    const { transform } = packedTables();
    expect(await transform('code', '/any/lib/detectors/provider.ts')).toBeNull();
    const folder = join(import.meta.dirname, '../../../lib/detectors/providers');
    for (const name of readdirSync(folder)) {
      const code = (await transform('code', join(folder, name))) ?? '';
      const [, packed] = /unpackedProviders\((".*")\);$/s.exec(code) ?? [];
      expect(unpackedProviders(JSON.parse(packed ?? '""'))).toEqual(tables[`../../../lib/detectors/providers/${name}`]?.map(bare));
    }
  });
});
