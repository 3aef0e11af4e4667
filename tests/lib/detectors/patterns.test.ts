import { describe, expect, it } from 'vitest';
import { DETECTORS } from '../../../lib/detectors/catalogue.ts';
import type { AnchoredDetector } from '../../../lib/scan/detector.ts';

const anchored = DETECTORS.filter((detector): detector is AnchoredDetector => detector.kind === 'anchored');

/** The source with escapes and classes taken out, so that only structure is left. */
function skeleton(pattern: RegExp): string {
  return pattern.source.replace(/\\[pP]\{[^}]*\}|\\./g, 'e').replace(/\[[^\]]*\]/g, 'c');
}

describe.each(anchored.map((detector) => [detector.id, detector] as const))('%s', (_, { anchors, lead }) => {
  it('has an anchor', () => {
    expect((anchors.literals?.length ?? 0) > 0 || (anchors.digits ?? 0) >= 2 || anchors.runs === true).toBe(true);
    for (const literal of anchors.literals ?? []) expect(literal.length).toBeGreaterThan(0);
  });

  it('walks a bounded way to the left', () => {
    if (!lead) return;
    expect(lead.min).toBeLessThanOrEqual(lead.max);
    expect(lead.max).toBeLessThanOrEqual(64);
  });
});

const written = anchored.flatMap(({ id, pattern }) => (pattern instanceof RegExp ? [[id, pattern] as const] : []));

describe.each(written)('pattern of %s', (_, pattern) => {
  it('is sticky, matches something, and repeats nothing without bounds', () => {
    expect(pattern.sticky).toBe(true);
    expect(pattern.global).toBe(false);
    expect(pattern.hasIndices).toBe(pattern.source.includes('(?<value>'));
    pattern.lastIndex = 0;
    expect(pattern.test('')).toBe(false);
    expect(skeleton(pattern)).not.toMatch(/[^(]\*|[^(]\+|\{\d+,\}/);
  });

  it('repeats no group that begins and ends with the same repeat', () => {
    // `(x{1,5}){2,7}` splits a run of x in exponentially many ways; a group that repeats must hold something fixed.
    expect(skeleton(pattern)).not.toMatch(/\((?:\?:)?[ce]\{\d+,\d+\}\)\{\d+,\d+\}/);
  });
});
