import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { DETECTORS } from '../../../lib/detectors/catalogue.ts';
import { createNames } from '../../../lib/detectors/names.ts';
import type { NearbyDetector } from '../../../lib/scan/detector.ts';
import { createEngine, type Engine } from '../../../lib/scan/engine.ts';
import corpus from '../../corpus/names.txt?raw';
import { type CorpusCase, parseCorpus } from '../../corpus/parse.ts';
import { namesTable } from './names/shipped.ts';

let detector: NearbyDetector;
let engine: Engine;

beforeAll(async () => {
  const names = createNames(namesTable);
  await names.load();
  detector = names.detector;
  engine = createEngine([...DETECTORS, detector]);
});

/** Rules act from here on, unless they say otherwise. */
const ACTS = 0.5;
const written = (text: string, { entity, span }: CorpusCase['expected'][number]): string => `${entity} ${text.slice(span.start, span.end)}`;

describe('names', () => {
  it.each(parseCorpus(corpus).map((one) => [one.line, one.template, one] as const))(
    'line %i: %s',
    (_line, _template, { text, expected }) => {
      const found = engine.scan(text).filter(({ confidence }) => confidence >= ACTS);
      expect(found.map((finding) => written(text, finding))).toEqual(expected.map((each) => written(text, each)));
    },
  );

  const guesses: readonly (readonly [text: string, ...found: string[]])[] = [
    ['Who was Ada Lovelace?', 'PERSON Ada Lovelace'],
    ['What is the weather in Paris?', 'LOCATION Paris'],
    ['compare Kant and Hegel', 'PERSON Kant', 'PERSON Hegel'],
    ['Why did Siemens leave Russia?', 'ORGANISATION Siemens', 'LOCATION Russia'],
    ['U.N. official Rolf Ekeus heads for Baghdad .', 'ORGANISATION U.N.', 'PERSON Rolf Ekeus', 'LOCATION Baghdad'],
    ['Plan a trip from Vienna to Budapest', 'LOCATION Vienna', 'LOCATION Budapest'],
    ['Wie weit ist es von Hamburg nach München?', 'LOCATION Hamburg', 'LOCATION München'],
    ['omg justin bieber is in london tonight', 'PERSON justin bieber', 'LOCATION london'],
    ['She has worked at the World Bank since 2009.', 'ORGANISATION World Bank'],
  ];
  it.each(guesses)('reports what only the sentence tells, below what rules ask for: %s', (text, ...found) => {
    const findings = engine.scan(text);
    expect(findings.map((finding) => written(text, finding))).toEqual(found);
    for (const { confidence } of findings) expect(confidence).toBeLessThan(ACTS);
  });

  it.each([
    ['Mr. Alder (58)', '58'],
    ['Interview with Dr. Haddad (47)', '47'],
    ['Frau Seidel (62) aus Kiel', '62'],
    ['Mme Dubois (44 ans)', '44'],
    ['Yesterday Anna Kessler (42) came by.', '42'],
    ['Mr. Alder (58): "I was there."', '58'],
  ])('tells the age behind a name: %s', (text, age) => {
    const ages = engine.scan(text).filter(({ entity, confidence }) => entity === 'AGE' && confidence >= ACTS);
    expect(ages.map(({ span }) => text.slice(span.start, span.end))).toEqual([age]);
  });

  it.each([
    'Mr. Alder (58 items)',
    'Mr. Alder (1958)',
    'Toyota Corolla (58)',
    'Los Angeles (42)',
    'New York Times (58)',
    'Goals: Harry Kane (23), Mr. Salah (57)',
    'Inbox (42)',
    'Mr. Alder (22):\n  fix the build\n',
  ])('takes no other number for one: %s', (text) => {
    expect(engine.scan(text).filter(({ entity }) => entity === 'AGE')).toEqual([]);
  });

  it('takes nothing with digits or markup for a person', () => {
    const people = (text: string): string[] =>
      engine
        .scan(text)
        .filter(({ entity }) => entity === 'PERSON')
        .map(({ span }) => text.slice(span.start, span.end));
    const texts = [
      'name: "Rudy2", yesterday Rudy2 met Jane3 Doe4 in Rome.',
      '<firstName>John</firstName>\n<lastName>Smith</lastName>',
      'Mr. Smith2 and Jane Smith3 left.',
    ];
    for (const text of texts) expect(people(text).join(' ')).not.toMatch(/[<>\d]/);
  });

  it('is surer of a person near contact data, and no surer far from it or of a place', () => {
    const near = 'Tomorrow Sofia Lindqvist comes from Malmö, her number is +46 70 123 45 67.';
    const far = near.replace(', her', `. ${'We will see how that goes. '.repeat(12)}The`);
    const sure = (text: string): string[] =>
      engine
        .scan(text)
        .filter(({ confidence }) => confidence >= ACTS)
        .map(({ entity }) => entity);
    expect(sure(near)).toEqual(['PERSON', 'PHONE']);
    expect(sure(far)).toEqual(['PHONE']);
    expect(engine.scan(far).map(({ entity }) => entity)).toEqual(['PERSON', 'LOCATION', 'PHONE']);
  });

  it('is surest where an address holds the name', () => {
    const confidence = (text: string): number | undefined => engine.scan(text).find(({ entity }) => entity === 'PERSON')?.confidence;
    expect(confidence('Jane Doe, jane.doe@acme.org')).toBe(0.85);
    expect(confidence('José Núñez wrote from jnunez@acme.org')).toBe(0.85);
    expect(confidence('Jane Doe, office@acme.org')).toBe(0.65);
  });

  it('reads a text of up to 10 KB whole, and 10 KB of a longer one', () => {
    const read: string[] = [];
    const spy = createEngine([{ ...detector, find: (window) => (read.push(window) > 0 ? [] : []) }]);
    spy.scan('Nothing to see here. '.repeat(400));
    expect(read.map(({ length }) => length)).toEqual([8400]);
    read.length = 0;
    spy.scan(`${'Nothing to see here. '.repeat(600)}Dear Anna Kowalski, hello${' and so on'.repeat(600)}`);
    expect(read).toHaveLength(1);
    expect(read[0]).toContain('Dear Anna Kowalski');
    read.length = 0;
    spy.scan('Dear Anna Kowalski, all of this is a very long letter that goes on and on and on, until it ends.\n'.repeat(500));
    expect(read.join('').length).toBeGreaterThan(5_000);
    expect(read.join('').length).toBeLessThanOrEqual(detector.budget ?? 0);
  });

  it('asks for its table when a text needs it, once, and lives without it', async () => {
    let reads = 0;
    const lazy = createNames(async () => {
      reads++;
      throw new Error('gone');
    });
    const scan = createEngine([lazy.detector]).scan;
    scan('x = 17');
    expect([lazy.missed(), reads]).toEqual([true, 0]);
    scan('1234567');
    expect(lazy.missed()).toBe(false);
    scan('Dear Anna Kowalski, Paris is nice');
    expect(lazy.missed()).toBe(true);
    await Promise.all([lazy.load(), lazy.load()]);
    expect(reads).toBe(1);
    expect(scan('Dear Anna Kowalski, Paris is nice').map(({ entity }) => entity)).toEqual(['PERSON']);
    expect(lazy.missed()).toBe(false);
  });

  it('has a table of at most 1.45 MB with its licence and those it learned from beside it', () => {
    const folder = join(import.meta.dirname, '../../../public');
    expect(readFileSync(join(folder, 'names.bin')).length).toBeLessThan(1_450_000);
    const notice = readFileSync(join(folder, 'names.LICENSE.txt'), 'utf8');
    for (const named of ['CC BY-SA 4.0', 'UNER_English-EWT', 'WNUT 2017', 'WordNet 3.1 Copyright 2011 by Princeton University'])
      expect(notice).toContain(named);
  });

  it('are the same in a draft, whose lines are read again only where they change', () => {
    const lines = [
      'Dear Ms Watson,',
      'yesterday Maria Rossi of Acme GmbH flew from Rome to New York.',
      'Regards,',
      'Jane Doe',
      'const user = "nobody";',
      'Jane and Maria Rossi met Mr.',
      'Smith in Paris',
    ];
    const draft = engine.draft();
    const counted: string[] = [];
    const counting: NearbyDetector = {
      ...detector,
      find: (window, recall) =>
        detector.find(
          window,
          recall &&
            ((piece, make) =>
              recall(piece, (own) => {
                counted.push(own);
                return make(own);
              })),
        ),
    };
    const counts = createEngine([...DETECTORS, counting]).draft();
    counts.update(lines.join('\n'));
    for (const [at, line] of lines.entries()) {
      for (const changed of [`${line} Berlin`, line.slice(3), line.toLowerCase(), '', `Bob\n${line}`]) {
        const text = lines.with(at, changed).join('\n');
        expect(draft.update(text)).toEqual(engine.scan(text));
        counted.length = 0;
        counts.update(text);
        expect(counted.every((each) => changed.split('\n').includes(each) || lines.slice(Math.max(0, at - 1), at + 1).includes(each))).toBe(
          true,
        );
      }
    }
  });
});
