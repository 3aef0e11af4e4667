import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { withoutJsonSchema } from '../../scripts/without-json-schema.ts';

const CORE = dirname(createRequire(import.meta.url).resolve('zod/v4/core'));

it.each(['to-json-schema', 'json-schema-processors'])('%s keeps its names, and says so when one is called', async (name) => {
  const path = join(CORE, `${name}.js`);
  const bare = withoutJsonSchema(readFileSync(path, 'utf8'), path) ?? '';
  const real = (await import(path)) as object;
  const left = (await import(`data:text/javascript,${encodeURIComponent(bare)}`)) as Record<string, () => void>;
  expect(Object.keys(left).sort()).toEqual(Object.keys(real).sort());
  for (const none of Object.values(left)) expect(none).toThrow('no JSON Schema');
});

it('leaves the other modules alone', () => {
  expect(withoutJsonSchema('export const a = 1;', join(CORE, 'schemas.js'))).toBeNull();
});
