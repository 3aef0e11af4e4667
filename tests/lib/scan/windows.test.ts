import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NearbyDetector } from '../../../lib/scan/detector.ts';
import type { Finding } from '../../../lib/scan/finding.ts';
import { collectWindows } from '../../../lib/scan/windows.ts';
import { runs } from './runs.ts';

function detector(more: Partial<NearbyDetector> = {}): NearbyDetector {
  return {
    kind: 'nearby',
    id: 'x',
    entity: 'X',
    source: 'test',
    cues: [],
    entities: ['EMAIL'],
    before: 10,
    after: 20,
    budget: 1000,
    find: () => [],
    ...more,
  };
}

function finding(start: number, end: number, entity = 'EMAIL'): Finding {
  return { entity, span: { start, end }, confidence: 0.9, detector: 'x' };
}

const BLANK = ' '.repeat(400);

describe('collectWindows', () => {
  it('reads round cues and findings of its entities', () => {
    expect(collectWindows(BLANK, detector(), [], [100, 105])).toEqual([{ start: 90, end: 125 }]);
    expect(collectWindows(BLANK, detector(), [finding(100, 105)], [])).toEqual([{ start: 90, end: 125 }]);
    expect(collectWindows(BLANK, detector(), [finding(100, 105, 'IBAN')], [])).toEqual([]);
    expect(collectWindows(BLANK, detector(), [], [])).toEqual([]);
  });

  it('stays in the text', () => {
    expect(collectWindows(BLANK, detector(), [], [3, 5, 395, 399])).toEqual([
      { start: 0, end: 25 },
      { start: 385, end: 400 },
    ]);
  });

  it('merges what touches and parts what does not', () => {
    expect(collectWindows(BLANK, detector(), [finding(150, 155)], [100, 105])).toEqual([
      { start: 90, end: 125 },
      { start: 140, end: 175 },
    ]);
    expect(collectWindows(BLANK, detector(), [finding(135, 140)], [100, 105])).toEqual([{ start: 90, end: 160 }]);
    expect(collectWindows(BLANK, detector(), [finding(136, 140)], [100, 105])).toHaveLength(2);
    expect(collectWindows(BLANK, detector(), [finding(100, 105), finding(90, 92)], [])).toEqual([{ start: 80, end: 125 }]);
  });

  it('needs no window of its own for a cue well inside another', () => {
    // 110 ends 10 (half of `after`) or more before 125.
    expect(collectWindows(BLANK, detector(), [], [100, 105, 110, 115])).toEqual([{ start: 90, end: 125 }]);
    expect(collectWindows(BLANK, detector(), [], [100, 105, 111, 116])).toEqual([{ start: 90, end: 136 }]);
  });

  it('is cut at words, within 24 characters', () => {
    const words = `${'w'.repeat(5)} `.repeat(60);
    const [window] = collectWindows(words, detector(), [], [100, 105]);
    // 90 begins a word already; 125 lies inside one.
    expect(window).toEqual({ start: 90, end: 125 });
    expect(words.slice(90, 96)).toBe('wwwww ');
    const [other] = collectWindows(words, detector(), [], [102, 106]);
    expect(other).toEqual({ start: 96, end: 125 });
    const long = 'w'.repeat(400);
    expect(collectWindows(long, detector({ before: 100, after: 100 }), [], [200, 205])).toEqual([{ start: 124, end: 281 }]);
    // A window never turns round.
    expect(collectWindows(long, detector({ before: 5, after: 5 }), [], [200, 203]).every(({ start, end }) => start <= end)).toBe(true);
  });

  it('keeps its budget, cues first', () => {
    expect(collectWindows(BLANK, detector({ budget: 30 }), [], [100, 105])).toEqual([{ start: 90, end: 120 }]);
    expect(collectWindows(BLANK, detector({ budget: 35 }), [], [100, 105, 200, 205])).toEqual([{ start: 90, end: 125 }]);
    expect(collectWindows(BLANK, detector({ budget: 40 }), [], [100, 105, 200, 205])).toEqual([
      { start: 90, end: 125 },
      { start: 190, end: 195 },
    ]);
    expect(collectWindows(BLANK, detector({ budget: 35 }), [finding(10, 12)], [200, 205])).toEqual([{ start: 190, end: 225 }]);
    expect(collectWindows(BLANK, detector({ budget: 50 }), [finding(120, 125)], [100, 105])).toEqual([{ start: 90, end: 140 }]);
    // A finding before the cue, and one on either side: what is left of the budget is theirs, in text order.
    expect(collectWindows(BLANK, detector({ budget: 40 }), [finding(100, 105)], [200, 205])).toEqual([
      { start: 90, end: 95 },
      { start: 190, end: 225 },
    ]);
    expect(collectWindows(BLANK, detector({ budget: 60 }), [finding(170, 175), finding(212, 216)], [200, 205])).toEqual([
      { start: 160, end: 185 },
      { start: 190, end: 225 },
    ]);
    // What two windows share counts once.
    expect(collectWindows(BLANK, detector({ budget: 60 }), [], [100, 105, 120, 125, 300, 305])).toEqual([
      { start: 90, end: 145 },
      { start: 290, end: 295 },
    ]);
    expect(collectWindows(BLANK, detector({ budget: 0 }), [finding(120, 125)], [100, 105])).toEqual([]);
  });

  it('gives sorted windows without overlap, within the text and the budget', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n'), maxLength: 300 }),
        fc.array(fc.tuple(fc.nat(300), fc.integer({ min: 1, max: 20 })), { maxLength: 8 }),
        fc.array(fc.tuple(fc.nat(300), fc.integer({ min: 1, max: 20 })), { maxLength: 8 }),
        fc.nat(200),
        (text, cues, findings, budget) => {
          const inside = ([start, length]: readonly [number, number]): [number, number] => [
            Math.min(start, text.length),
            Math.min(start + length, text.length),
          ];
          const order = cues.map(inside).sort((a, b) => a[0] - b[0]);
          const windows = collectWindows(
            text,
            detector({ budget }),
            findings.map(inside).map(([start, end]) => finding(start, end)),
            order.flat(),
          );
          let last = -1;
          let sum = 0;
          for (const { start, end } of windows) {
            expect(start).toBeGreaterThan(last);
            expect(end).toBeGreaterThanOrEqual(start);
            expect(end).toBeLessThanOrEqual(text.length);
            last = end;
            sum += end - start;
          }
          expect(sum).toBeLessThanOrEqual(budget);
        },
      ),
      { numRuns: runs(1000) },
    );
  });
});
