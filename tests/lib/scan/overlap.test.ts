import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
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

  it('settles ties by length, then place, then detector', () => {
    const of = (start: number, end: number, detector: string): Finding => ({ ...finding('A', start, end, 0.5), detector });
    const kept = (...findings: Finding[]): string[] => [
      ...new Set(
        [findings, [...findings].reverse()].map((list) =>
          withoutOverlaps(list)
            .map(({ detector }) => detector)
            .join(' '),
        ),
      ),
    ];
    expect(kept(of(0, 4, 'z'), of(2, 7, 'a'))).toEqual(['a']);
    expect(kept(of(10, 15, 'a'), of(12, 16, 'z'), of(3, 11, 'b'))).toEqual(['b z']);
    expect(kept(of(0, 4, 'z'), of(2, 6, 'a'))).toEqual(['z']);
    expect(kept(of(2, 6, 'b'), of(2, 6, 'a'))).toEqual(['a']);
    expect(kept(of(2, 6, 'a'), of(2, 6, 'a'))).toEqual(['a']);
    // Neighbours inside a cluster.
    expect(kept(of(0, 10, 'long'), { ...of(4, 6, 'sure'), confidence: 0.9 }, of(6, 9, 'right'), of(1, 4, 'left'))).toEqual([
      'left sure right',
    ]);
  });

  it('sorts by place, then by entity', () => {
    const list = [finding('ORG:b', 4, 8, 0.9), finding('A', 4, 9, 0.9), finding('ORG:a', 4, 8, 0.9), finding('ORG:a', 0, 2, 0.9)];
    const names = (findings: readonly Finding[]): string[] => findings.map(({ entity, span }) => `${entity} ${span.start} ${span.end}`);
    const expected = ['ORG:a 0 2', 'ORG:a 4 8', 'ORG:b 4 8', 'A 4 9'];
    expect(names(withoutOverlaps(list))).toEqual(expected);
    expect(names(withoutOverlaps([...list].reverse()))).toEqual(expected);
  });

  it('keeps what a comparison of all with all keeps', () => {
    const one = fc
      .tuple(
        fc.constantFrom('A', 'B', 'ORG:x', 'ORG:y'),
        fc.nat(30),
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom(0.3, 0.5, 0.9),
        fc.constantFrom('p', 'q', 'r'),
      )
      .map(
        ([entity, start, length, confidence, detector]): Finding => ({ ...finding(entity, start, start + length, confidence), detector }),
      );
    const lane = ({ entity }: Finding): string => (entity.startsWith('ORG:') ? entity : '');
    const length = ({ span }: Finding): number => span.end - span.start;
    fc.assert(
      fc.property(fc.array(one, { maxLength: 20 }), (findings) => {
        const ranked = [...findings].sort(
          (a, b) =>
            b.confidence - a.confidence ||
            length(b) - length(a) ||
            a.span.start - b.span.start ||
            (a.detector < b.detector ? -1 : a.detector > b.detector ? 1 : 0),
        );
        const kept: Finding[] = [];
        for (const each of ranked) {
          if (!kept.some((other) => lane(other) === lane(each) && other.span.start < each.span.end && each.span.start < other.span.end))
            kept.push(each);
        }
        const keys = (list: readonly Finding[]): string[] =>
          list.map(({ span, detector, confidence }) => `${span.start} ${span.end} ${detector} ${confidence}`);
        expect(keys(withoutOverlaps(findings)).sort()).toEqual(keys(kept).sort());
      }),
      { numRuns: process.env.FEWER_RUNS === undefined ? 1000 : 200 },
    );
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
