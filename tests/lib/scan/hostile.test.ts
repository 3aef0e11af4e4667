import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redact } from '../../../lib/act/redact.ts';
import { DETECTORS, FAMILIES } from '../../../lib/detectors/catalogue.ts';
import type { AnchoredDetector, Detector } from '../../../lib/scan/detector.ts';
import { createEngine } from '../../../lib/scan/engine.ts';
import type { Finding } from '../../../lib/scan/finding.ts';
import { splitsPair } from '../../../lib/scan/pass.ts';
import { reachOf } from '../../../lib/scan/reach.ts';
import { expand } from '../../corpus/generate.ts';
import { near, OWN, piece, prose, SECRETS } from './pieces.ts';
import { runs } from './runs.ts';

const engine = createEngine([...DETECTORS, ...OWN, near]);
const builtIn = createEngine(DETECTORS);

const text = fc
  .array(
    fc.oneof(
      piece,
      fc.tuple(fc.integer({ min: 0, max: 300 }), fc.nat(50)).map(([length, from]) => prose(length, from)),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(' '));

function isWhole(subject: string, { span }: Finding): boolean {
  return (
    span.start >= 0 &&
    span.start < span.end &&
    span.end <= subject.length &&
    !splitsPair(subject, span.start) &&
    !splitsPair(subject, span.end)
  );
}

describe('any text', () => {
  it('never makes a scan throw, and spans are whole', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary', maxLength: 400 })), (subject) => {
        const findings = engine.scan(subject);
        for (const finding of findings) if (!isWhole(subject, finding)) throw new Error(JSON.stringify(finding));
        expect(engine.scan(subject)).toEqual(findings);
      }),
      { numRuns: runs(1500) },
    );
  });

  it('is scanned in pieces of any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
        for (const encoding of ['latin1', 'utf16le', 'base64', 'hex'] as const) {
          const subject = Buffer.from(bytes).toString(encoding);
          for (const finding of engine.scan(subject)) if (!isWhole(subject, finding)) throw new Error(JSON.stringify(finding));
        }
      }),
      { numRuns: runs(300) },
    );
  });
});

describe('a redacted text', () => {
  const secrets = fc
    .array(
      fc
        .tuple(fc.integer({ min: 0, max: 120 }), fc.nat(50), fc.constantFrom(...SECRETS), fc.nat(500))
        .map(([length, from, template, seed]) => `${prose(length, from)}\n${expand(template, `${seed}`)}\n`),
      { minLength: 1, maxLength: 5 },
    )
    .map((parts) => parts.join(''));

  const again = (subject: string): { redacted: string; first: readonly Finding[]; second: readonly Finding[] } => {
    const first = builtIn.scan(subject);
    const [redacted = ''] = redact(
      [subject],
      first.map((finding) => ({ ...finding, part: 0 })),
    );
    return { redacted, first, second: builtIn.scan(redacted) };
  };

  it('holds nothing of what was found', () => {
    fc.assert(
      fc.property(secrets, (subject) => {
        const { redacted, first, second } = again(subject);
        const sure = new Set(first.filter(({ confidence }) => confidence >= 0.5).map(({ entity }) => entity));
        const left = second.filter(({ entity, confidence }) => confidence >= 0.5 && sure.has(entity));
        expect(left.map(({ entity, span }) => `${entity} ${redacted.slice(span.start, span.end)}`)).toEqual([]);
      }),
      { numRuns: runs(1000) },
    );
  });

  it('holds no value a second time, whatever stood round it', () => {
    fc.assert(
      fc.property(text, (subject) => {
        const { redacted, first, second } = again(subject);
        const values = new Set(
          first.filter(({ confidence }) => confidence >= 0.5).map(({ entity, span }) => `${entity} ${subject.slice(span.start, span.end)}`),
        );
        const left = second
          .filter(({ confidence }) => confidence >= 0.5)
          .map(({ entity, span }) => `${entity} ${redacted.slice(span.start, span.end)}`);
        expect(left.filter((each) => values.has(each))).toEqual([]);
      }),
      { numRuns: runs(1000) },
    );
  });
});

/** What detectors did: attempts, and the code units that these could look at. */
interface Work {
  attempts: number;
  looks: number;
}

/** Further than this a detector looks only for what is long by nature (keys, tokens in three parts): its anchors are counted, its looks are not. */
const FAR = 1024;

function measured(detectors: readonly Detector[], work: Work): Detector[] {
  return detectors.map((detector): Detector => {
    if (detector.kind === 'named') {
      return {
        ...detector,
        match: (subject, at) => {
          work.attempts++;
          return detector.match(subject, at);
        },
      };
    }
    if (detector.kind !== 'anchored') return detector;
    const { pattern } = detector;
    const reach = detector.reach ?? (pattern instanceof RegExp ? reachOf(pattern) : 512);
    if (!Number.isFinite(reach)) throw new Error(`${detector.id} looks without bounds`);
    const run: AnchoredDetector['pattern'] = (subject, at) => {
      work.attempts++;
      if (reach <= FAR) work.looks += Math.min(reach, subject.length - at);
      if (typeof pattern === 'function') return pattern(subject, at);
      pattern.lastIndex = at;
      const found = pattern.exec(subject);
      const value = found?.indices?.groups?.value;
      return found && (value ? { start: value[0], end: value[1] } : { start: at, end: at + found[0].length });
    };
    return { ...detector, pattern: run, reach };
  });
}

const credentials = DETECTORS.filter((detector) => !FAMILIES.some((family) => family.detectors.includes(detector)));

describe.each([...FAMILIES.map(({ id, detectors }) => [id, detectors] as const), ['providers', credentials] as const])(
  'the work of %s',
  (_, detectors) => {
    const work: Work = { attempts: 0, looks: 0 };
    const counting = createEngine(measured(detectors, work));
    const of = (subject: string): Work => {
      work.attempts = 0;
      work.looks = 0;
      counting.scan(subject);
      return { ...work };
    };
    const anchors = [
      ...new Set(
        detectors.flatMap((detector) =>
          detector.kind === 'anchored'
            ? [...(detector.anchors.literals ?? []), ...(detector.anchors.digits ? ['1 ', '12-', '1234567 '] : [])]
            : [],
        ),
      ),
    ];
    const words = [...new Set(detectors.flatMap((detector) => (detector.kind === 'named' ? detector.words : [])))];
    // Every anchor of a family; of the many of the providers, some of each kind.
    const some = (list: readonly string[], most: number): readonly string[] =>
      list.filter((_each, index) => index % Math.ceil(list.length / most) === 0);

    it('doubles with a text made of an anchor', () => {
      const problems: string[] = [];
      for (const anchor of some(anchors, 60)) {
        for (const unit of [anchor, `${anchor} `, `${anchor}a1B2`, `${anchor}="`]) {
          const [small, large] = [8192, 16_384].map((length) => of(unit.repeat(Math.ceil(length / unit.length)).slice(0, length))) as [
            Work,
            Work,
          ];
          if (large.attempts > small.attempts * 2.5 + 16)
            problems.push(`${JSON.stringify(unit)}: ${small.attempts} → ${large.attempts} attempts`);
          if (large.looks > small.looks * 2.6 + 65_536) problems.push(`${JSON.stringify(unit)}: ${small.looks} → ${large.looks} looks`);
        }
      }
      expect(problems).toEqual([]);
    });

    if (words.length === 0) return;
    it('doubles with a text made of a word and values', () => {
      const problems: string[] = [];
      for (const word of some(words, 25)) {
        for (const unit of [`${word} `, `${word}=a1b2c3d4e5f6 `, `${word}.a-`]) {
          const [small, large] = [4096, 8192].map(
            (length) => of(unit.repeat(Math.ceil(length / unit.length)).slice(0, length)).attempts,
          ) as [number, number];
          if (large > small * 2.3 + 16) problems.push(`${JSON.stringify(unit)}: ${small} → ${large} attempts`);
        }
      }
      expect(problems).toEqual([]);
    });
  },
);
