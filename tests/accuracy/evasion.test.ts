import { describe, expect, it } from 'vitest';
import { DETECTORS, PROVIDERS } from '../../lib/detectors/catalogue.ts';
import { createEngine } from '../../lib/scan/engine.ts';
import { measureEvasion, splitPlain } from '../../scripts/accuracy/evasion.ts';
import { kindsOf } from '../../scripts/accuracy/kinds.ts';
import { ACTING } from '../../scripts/accuracy/product.ts';
import { TRANSFORMS } from '../../scripts/accuracy/transforms.ts';
import { random } from '../corpus/generate.ts';

const { scan } = createEngine(DETECTORS);
const kinds = kindsOf(PROVIDERS);

const SIZE = 240;

/** Every structured secret and number, and so many others that they are a small part, as among all kinds; the same every time. */
function sample() {
  const next = random('evasion test');
  const fixed = kinds.filter(({ group }) => group === 'structured' || group === 'numbers');
  const others = kinds.filter((kind) => !fixed.includes(kind));
  while (fixed.length < SIZE) fixed.push(...others.splice(Math.floor(next() * others.length), 1));
  return fixed;
}

describe('evasion', () => {
  const { plain, lost } = splitPlain(sample(), scan, ACTING);

  it('starts from secrets that are caught in plain text', () => {
    expect(lost.map(({ name, group }) => `${group} ${name}`)).toEqual([]);
    expect(plain).toHaveLength(SIZE);
  });

  it.each(TRANSFORMS)('is caught: $name', (transform) => {
    const suitable = transform.lettersOnly ? plain.filter(({ group }) => group !== 'numbers') : plain;
    const [result] = measureEvasion(suitable, [transform], scan, ACTING);
    const { tried = 0, caught = 0 } = result?.total ?? {};
    expect(tried).toBeGreaterThan(0);
    expect(caught / tried, (result?.missed ?? []).map(({ group, kind }) => `${group} ${kind}`).join('\n')).toBeGreaterThanOrEqual(
      transform.least ?? 0.95,
    );
  });

  it('sees what no detector describes as not caught', () => {
    const harmless = [{ name: 'word', group: 'distinctive' as const, before: 'a ', secret: 'garden', after: ' z' }];
    expect(splitPlain(harmless, scan, ACTING).lost).toHaveLength(1);
  });
});
