import { describe, expect, it } from 'vitest';
import { DETECTORS, ENTITIES, FAMILIES } from '../../../lib/detectors/catalogue.ts';
import { createEngine } from '../../../lib/scan/engine.ts';
import { type CorpusCase, parseCorpus } from '../../corpus/parse.ts';

const files = import.meta.glob<string>('../../corpus/*.txt', { eager: true, query: '?raw', import: 'default' });
const corpora = new Map(Object.entries(files).map(([path, text]) => [path.replace(/^.*\/|\.txt$/g, ''), parseCorpus(text)]));
const engine = createEngine(DETECTORS);
/** Rules act from here on; weaker findings are allowed anywhere. */
const ACTS = 0.5;

/** The findings that matter, written as the corpus marks them. */
function found(text: string): string[] {
  return engine
    .scan(text)
    .filter(({ confidence }) => confidence >= ACTS)
    .map(({ entity, span }) => `${entity} ${span.start}-${span.end} ${text.slice(span.start, span.end)}`);
}

function promised({ text, expected }: CorpusCase): string[] {
  return expected.map(({ entity, span }) => `${entity} ${span.start}-${span.end} ${text.slice(span.start, span.end)}`);
}

describe.each([...corpora].filter(([id]) => id !== 'names'))('corpus %s', (_, cases) => {
  it.each(cases.map((one) => [one.line, one.template, one] as const))('line %i: %s', (_line, _template, one) => {
    expect(found(one.text)).toEqual(promised(one));
  });
});

describe('catalogue', () => {
  it('has a corpus file for every family, and everyday text', () => {
    expect([...corpora.keys()]).toEqual(expect.arrayContaining([...FAMILIES.map(({ id }) => id), 'benign']));
    expect(corpora.get('benign')?.length).toBeGreaterThanOrEqual(150);
    expect(corpora.get('benign')?.flatMap(({ expected }) => expected)).toEqual([]);
  });

  it('has ids that are unique and kebab-case', () => {
    const ids = DETECTORS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  describe.each(FAMILIES.flatMap((family) => family.detectors.map((detector) => [detector.id, detector, family] as const)))(
    '%s',
    (_, detector, family) => {
      const cases = corpora.get(family.id) ?? [];

      it('has a source and an entity of its family', () => {
        expect(detector.source.length).toBeGreaterThan(10);
        expect(family.entities.map(({ entity }) => entity)).toContain(detector.entity);
        expect(ENTITIES.has(detector.entity)).toBe(true);
      });

      it('finds at least one positive of its family by itself', () => {
        const alone = createEngine([detector]);
        const hits = cases.filter(({ text, expected }) =>
          alone
            .scan(text)
            .some((finding) =>
              expected.some(
                ({ entity, span }) => entity === finding.entity && span.start === finding.span.start && span.end === finding.span.end,
              ),
            ),
        );
        expect(hits.length).toBeGreaterThan(0);
      });

      it('has a negative that its anchors reach', () => {
        const near = cases.filter(({ text, expected }) => expected.length === 0 && reaches(detector, text));
        expect(near.length).toBeGreaterThan(0);
      });
    },
  );
});

function reaches(detector: (typeof DETECTORS)[number], text: string): boolean {
  if (detector.kind !== 'anchored') return true;
  if (detector.anchors.runs === true && /[\w-]{15}/.test(text)) return true;
  const lower = text.toLowerCase();
  return (
    (detector.anchors.literals ?? []).some((literal) => lower.includes(literal.toLowerCase())) ||
    (detector.anchors.digits !== undefined && text.replace(/\D/g, '').length >= detector.anchors.digits)
  );
}
