import { describe, expect, it } from 'vitest';
import { DETECTORS } from '../../lib/detectors/catalogue.ts';
import { createNames } from '../../lib/detectors/names.ts';
import { createEngine } from '../../lib/scan/engine.ts';
import { benignCorpus, generatedItems } from '../../scripts/accuracy/benign/corpus.ts';
import { measureBenign } from '../../scripts/accuracy/benign/measure.ts';
import { namesTable } from '../../scripts/accuracy/names.ts';
import { ACTING } from '../../scripts/accuracy/product.ts';

describe('harmless texts', () => {
  it('are many, all different, and the same every time', () => {
    const items = benignCorpus();
    expect(items.length).toBeGreaterThanOrEqual(3000);
    expect(new Set(items.map(({ text }) => text)).size).toBe(items.length);
    expect(benignCorpus()).toEqual(items);
  });

  it('hold at least 900 prompts and 400 logs', () => {
    const groups = generatedItems().map(({ group }) => group);
    expect(groups.filter((group) => group === 'prompts').length).toBeGreaterThanOrEqual(900);
    expect(groups.filter((group) => group === 'logs').length).toBeGreaterThanOrEqual(400);
  });

  it('give no finding that would be acted on, in prompts and logs', async () => {
    const names = createNames(namesTable);
    await names.load();
    const { alarms } = measureBenign(generatedItems(), createEngine([...DETECTORS, names.detector]).scan, ACTING);
    expect(alarms.map(({ detector, kind, matched, around }) => `${detector} in ${kind}: ${matched} (${around})`)).toEqual([]);
  });

  it('are judged by findings, not by luck: a real secret among them is an alarm', () => {
    const text = `please charge card number ${['4111', '1111', '1111', '1111'].join(' ')}`;
    const { alarms } = measureBenign([{ group: 'prompts', kind: 'English', text }], createEngine(DETECTORS).scan, ACTING);
    expect(alarms.map(({ entity }) => entity)).toEqual(['CREDIT_CARD']);
  });
});
