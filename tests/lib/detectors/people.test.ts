import { beforeAll, describe, expect, it } from 'vitest';
import { DETECTORS } from '../../../lib/detectors/catalogue.ts';
import { loadPeople } from '../../../lib/detectors/people.ts';
import type { NearbyDetector } from '../../../lib/scan/detector.ts';
import { createEngine, type Engine } from '../../../lib/scan/engine.ts';
import { parseCorpus } from '../../corpus/parse.ts';
import corpus from '../../corpus/people.txt?raw';

let people: NearbyDetector;
let engine: Engine;

beforeAll(async () => {
  people = await loadPeople();
  engine = createEngine([...DETECTORS, people]);
});

describe('people', () => {
  it.each(parseCorpus(corpus).map((one) => [one.line, one.template, one] as const))(
    'line %i: %s',
    (_line, _template, { text, expected }) => {
      const found = engine.scan(text).filter(({ confidence }) => confidence >= 0.5);
      expect(found.map(({ entity, span }) => [entity, text.slice(span.start, span.end)])).toEqual(
        expected.map(({ entity, span }) => [entity, text.slice(span.start, span.end)]),
      );
    },
  );

  it('reads windows near clues only, and 2 KB at most', () => {
    const read: string[] = [];
    const spy = createEngine([{ ...people, find: (window) => (read.push(window) > 0 ? [] : []) }]);
    spy.scan(`${'Nothing to see here. '.repeat(200)}Dear Anna Kowalski, hello${' and so on'.repeat(200)}`);
    expect(read).toHaveLength(1);
    expect(read[0]).toContain('Dear Anna Kowalski');
    read.length = 0;
    spy.scan(
      'Dear Anna Kowalski, all of this is a very long letter that goes on and on and on for some time, until it ends.\n'.repeat(500),
    );
    expect(read.join('').length).toBeGreaterThan(1000);
    expect(read.join('').length).toBeLessThanOrEqual(people.budget);
  });
});
