import { describe, expect, it } from 'vitest';
import written from '../../../docs/detectors.md?raw';
import { DETECTORS, ENTITIES } from '../../../lib/detectors/catalogue.ts';
import { detectorsPage } from '../../../scripts/pages/detectors-page.ts';

describe('docs/detectors.md', () => {
  it('is what the tables say (`npm run generate` writes it)', () => {
    expect(written).toBe(detectorsPage());
  });

  it('names every detector and every entity', () => {
    for (const id of [...DETECTORS.map((detector) => detector.id), ...ENTITIES.keys()]) expect(written).toContain(`\`${id}\``);
  });
});
