import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { GENERATED } from '../../scripts/generated.ts';

const ROOT = join(import.meta.dirname, '../..');

describe('generated files', () => {
  it.each(Object.keys(GENERATED))('%s is what `npm run generate` writes', (path) => {
    expect(readFileSync(join(ROOT, path), 'utf8')).toBe(GENERATED[path]?.());
  });
});
