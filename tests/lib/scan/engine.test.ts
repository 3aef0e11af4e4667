import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DETECTORS } from '../../../lib/detectors/catalogue.ts';
import { organisationDetectors } from '../../../lib/detectors/organisation.ts';
import type { AnchoredDetector, Detector, NearbyDetector } from '../../../lib/scan/detector.ts';
import { createEngine } from '../../../lib/scan/engine.ts';
import { splitsPair } from '../../../lib/scan/pass.ts';
import { expand } from '../../corpus/generate.ts';

const organisation = organisationDetectors([
  { id: 'words', words: ['falcon', '😀x'], patterns: ['f.', '[^a]{1,4}'], caseSensitive: false },
]);
const nearby: NearbyDetector = {
  kind: 'nearby',
  id: 'near',
  entity: 'NEAR',
  source: 'test',
  cues: ['dear '],
  entities: ['EMAIL'],
  before: 20,
  after: 20,
  budget: 64,
  find: (window) =>
    [...window.matchAll(/[A-Z]\S*/g)].map(({ index, 0: { length } }) => ({ span: { start: index, end: index + length }, confidence: 0.5 })),
};
const engine = createEngine([...DETECTORS, ...organisation.detectors, nearby]);

/** Arbitrary strings, lone surrogates and pieces that detectors look for included. */
const text = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom(
        '\ud800',
        '\udc00',
        '😀',
        'falcon',
        '@',
        'a@b.io',
        '://',
        'u:p4ss!@h',
        'password = "',
        '-----BEGIN PRIVATE KEY-----',
        'AKIA',
        'eyJ',
        '4111 1111 1111 1111',
        '+49 30 ',
        'dear ',
        'Anna ',
      ),
      fc.constantFrom('{{github:ghp_}}', '{{iban:DE, }}', '{{luhn:4,16}}', '{{base62:40}}').map((template) => expand(template, template)),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

describe('createEngine', () => {
  it('is total and deterministic, and its spans are sorted, in bounds, and whole', () => {
    fc.assert(
      fc.property(text, (subject) => {
        const findings = engine.scan(subject);
        expect(engine.scan(subject)).toEqual(findings);
        let last = 0;
        let lastOwn = 0;
        for (const { entity, span, confidence } of findings) {
          expect(span.start).toBeGreaterThanOrEqual(last);
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.end).toBeLessThanOrEqual(subject.length);
          expect(splitsPair(subject, span.start) || splitsPair(subject, span.end)).toBe(false);
          expect(confidence).toBeGreaterThan(0);
          expect(confidence).toBeLessThanOrEqual(1);
          last = span.start;
          if (entity.startsWith('ORG:')) continue;
          expect(span.start).toBeGreaterThanOrEqual(lastOwn);
          lastOwn = span.end;
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('holds no text in its findings', () => {
    const [finding] = engine.scan(expand('{{github:ghp_}}', 'x'));
    expect(Object.keys(finding ?? {}).sort()).toEqual(['confidence', 'detector', 'entity', 'span']);
  });

  it('finds every literal, wherever it starts and in any case', () => {
    const literals = ['he', 'she', 'hers', 'his', 'a1b', '22', '😀'];
    fc.assert(
      fc.property(
        fc
          .array(fc.constantFrom('he', 'sHe', 'hers', 'ushers', 'hi', 'is', 'a1', '1b', '2', '22', '😀', '\ud83d', 's', 'h', 'x'), {
            maxLength: 12,
          })
          .map((parts) => parts.join('')),
        (subject) => {
          const seen: string[] = [];
          const spies = literals.map(
            (literal): AnchoredDetector => ({
              kind: 'anchored',
              id: literal,
              entity: 'X',
              source: 'test',
              anchors: { literals: [literal] },
              pattern: (_, at) => {
                seen.push(`${literal} ${at}`);
                return null;
              },
              confidence: 1,
            }),
          );
          createEngine(spies).scan(subject);
          const lower = subject.toLowerCase();
          const expected = literals.flatMap((literal) => allOf(lower, literal).map((at) => `${literal} ${at}`));
          expect(seen.sort()).toEqual(expected.sort());
        },
      ),
    );
  });

  it('finds the beginnings of digit runs that are long enough', () => {
    const seen: number[] = [];
    const spy: AnchoredDetector = {
      kind: 'anchored',
      id: 'digits',
      entity: 'X',
      source: 'test',
      anchors: { digits: 7, literals: [] },
      pattern: (_, at) => {
        seen.push(at);
        return null;
      },
      confidence: 1,
    };
    createEngine([spy]).scan('1 22-33 44 a4567890b 12 x 345 (67) 8901   9');
    // "1 22-33 44" has 7 digits, "22-33 44" 6; "345 (67) 8901" 9, "67) 8901" 6; two blanks end a number.
    expect(seen).toEqual([0, 12, 26]);
  });

  it('compiles no pattern and runs none where no anchor is', () => {
    const untouchable = new Proxy(/x/y, {
      get: () => {
        throw new Error('touched');
      },
    });
    const detector: Detector = {
      kind: 'anchored',
      id: 'x',
      entity: 'X',
      source: 'test',
      anchors: { literals: ['secret_'] },
      pattern: untouchable,
      confidence: 1,
    };
    const lazy = createEngine([detector]);
    expect(lazy.scan('nothing of the kind, secret but no underscore')).toEqual([]);
    expect(() => lazy.scan('secret_')).toThrow('touched');
  });

  it('runs patterns a bounded number of times on hostile text', () => {
    let runs = 0;
    const counted = DETECTORS.flatMap((detector): Detector[] => {
      if (detector.kind !== 'anchored') return [];
      const { pattern } = detector;
      const run = (subject: string, at: number) => {
        runs++;
        if (typeof pattern === 'function') return pattern(subject, at);
        pattern.lastIndex = at;
        const found = pattern.exec(subject);
        return found && { start: at, end: at + found[0].length };
      };
      return [{ ...detector, pattern: run }];
    });
    const hostile = createEngine(counted);
    for (const unit of ['1 ', '12-', '@', 'a@', '://', 'password=', 'eyJ', '-----BEGIN ', '+1 ', 'AKIA']) {
      const count = (length: number): number => {
        runs = 0;
        hostile.scan(unit.repeat(length));
        return runs;
      };
      const [small, large] = [count(500), count(2000)];
      expect(large).toBeLessThanOrEqual(Math.max(small, 1) * 4.2);
    }
  });

  it('reads windows near cues and findings, and shifts the spans', () => {
    const subject = `${'x '.repeat(100)}dear Bob, write to anna@example.com, Carla. ${'y '.repeat(100)}Zoe`;
    expect(
      engine
        .scan(subject)
        .filter(({ entity }) => entity === 'NEAR')
        .map(({ span }) => subject.slice(span.start, span.end)),
    ).toEqual(['Bob,', 'Carla.']);
  });
});

function allOf(subject: string, literal: string): number[] {
  const result: number[] = [];
  for (let at = subject.indexOf(literal); at >= 0; at = subject.indexOf(literal, at + 1)) result.push(at);
  return result;
}
