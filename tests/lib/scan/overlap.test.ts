import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsWord, inContext } from '../../../lib/scan/confidence.ts';
import type { Finding } from '../../../lib/scan/finding.ts';
import { withoutOverlaps } from '../../../lib/scan/overlap.ts';

function finding(entity: string, start: number, end: number, confidence: number): Finding {
  return { entity, span: { start, end }, confidence, detector: `${entity}-${start}` };
}

describe('withoutOverlaps', () => {
  it('keeps the more confident, then the longer', () => {
    const card = finding('CREDIT_CARD', 0, 16, 0.9);
    expect(withoutOverlaps([finding('PHONE', 0, 10, 0.4), card])).toEqual([card]);
    const long = finding('B', 2, 9, 0.5);
    expect(withoutOverlaps([finding('A', 0, 4, 0.5), long])).toEqual([long]);
  });

  it('keeps neighbours', () => {
    const both = [finding('A', 0, 4, 0.5), finding('B', 4, 8, 0.9)];
    expect(withoutOverlaps(both)).toEqual(both);
  });

  it('lets an organisation’s word stand inside another finding, but not twice', () => {
    const mail = finding('EMAIL', 0, 20, 0.95);
    const word = finding('ORG:a', 4, 10, 0.9);
    expect(withoutOverlaps([word, finding('ORG:a', 4, 8, 0.8), mail])).toEqual([mail, word]);
  });

  it('does not depend on the order and loses no place', () => {
    const one = fc
      .tuple(fc.constantFrom('A', 'B', 'ORG:x'), fc.nat(60), fc.integer({ min: 1, max: 12 }), fc.constantFrom(0.3, 0.5, 0.9))
      .map(([entity, start, length, confidence]) => finding(entity, start, start + length, confidence));
    fc.assert(
      fc.property(fc.array(one, { maxLength: 30 }), (findings) => {
        const kept = withoutOverlaps(findings);
        expect(withoutOverlaps([...findings].reverse())).toEqual(kept);
        for (const { span } of findings)
          expect(kept.some((other) => other.span.start < span.end && span.start < other.span.end)).toBe(true);
      }),
    );
  });
});

describe('context', () => {
  it('knows whole words and plurals', () => {
    expect(holdsWord('my cards are', 'card')).toBe(true);
    expect(holdsWord('die karten sind', 'karte')).toBe(true);
    expect(holdsWord('a cardigan', 'card')).toBe(false);
    expect(holdsWord('discard', 'card')).toBe(false);
    expect(holdsWord('prüf', 'üf')).toBe(false);
    expect(holdsWord('ss# 1', 'ss#')).toBe(true);
  });

  it('raises, lowers, and reads no further than told', () => {
    const context = { raise: { en: ['card'] }, lower: { en: ['order'] }, before: 10 };
    expect(inContext('card 12', { start: 5, end: 7 }, 0.5, context)).toBe(0.75);
    expect(inContext('order 12', { start: 6, end: 8 }, 0.5, context)).toBe(0.25);
    expect(inContext(`card${' '.repeat(20)}12`, { start: 24, end: 26 }, 0.5, context)).toBe(0.5);
  });
});
