import { describe, expect, it } from 'vitest';
import type { AnchoredDetector, Detector, NamedDetector, NearbyDetector } from '../../../lib/scan/detector.ts';
import { listAt } from '../../../lib/scan/lists.ts';
import { buildTables, type Tables } from '../../../lib/scan/tables.ts';
import { indexIn, kindOf } from '../../../lib/scan/wants.ts';

function anchored(id: string, anchors: AnchoredDetector['anchors'], more: Partial<AnchoredDetector> = {}): AnchoredDetector {
  return { kind: 'anchored', id, entity: 'X', source: 'test', anchors, pattern: /x/y, confidence: 0.5, ...more };
}

function nearby(id: string, cues: readonly string[], more: Partial<NearbyDetector> = {}): NearbyDetector {
  return { kind: 'nearby', id, entity: 'X', source: 'test', cues, entities: [], before: 0, after: 0, budget: 0, find: () => [], ...more };
}

function named(id: string, words: readonly string[], more: Partial<NamedDetector> = {}): NamedDetector {
  return { kind: 'named', id, entity: 'X', source: 'test', words, match: () => null, judge: () => null, ...more };
}

/** What a hit stands for: the ids of detectors, or a disguise. */
function meaning({ anchored, nearby, named, disguises }: Tables, hit: number): string {
  const all = [
    anchored.map(({ detector }) => detector.id),
    nearby.map(({ id }) => id),
    named.map((list) => list.map(({ id }) => id).join('+')),
    disguises,
  ];
  return all[kindOf(hit)]?.[indexIn(hit)] ?? 'nothing';
}

/** What stands where in a text. */
function found(tables: Tables, text: string): string[] {
  const { literals } = tables.index.find(text);
  return Array.from({ length: literals.length / 2 }, (_, i) => i * 2).flatMap((i) =>
    Array.from(listAt(tables.index.hits, literals[i + 1] as number), (hit) => `${literals[i]} ${meaning(tables, hit)}`),
  );
}

const RUN = 'q7w8e9r0t1y2u3i4o5';
const FAR = '. '.repeat(200);

describe('tables', () => {
  it('look literals, cues and words up', () => {
    const tables = buildTables([
      named('nameA', ['zorkmid', 'frobnitz']),
      anchored('one', { literals: ['Plugh', 'xyzzy'] }),
      nearby('near', ['Gnusto', 'xyzzy']),
      anchored('two', { literals: ['xyzzy'] }),
      named('nameB', ['frobnitz']),
      nearby('other', ['rezrov']),
      { kind: 'sweep', id: 'sweep', entity: 'X', source: 'test', confidence: 1, sweep: () => [] },
    ]);
    expect(found(tables, 'plugh XYZZY gnusto zorkmid Frobnitz rezrov')).toEqual([
      '0 one',
      '6 one',
      '6 two',
      '6 near',
      '12 near',
      '19 nameA',
      '27 nameA+nameB',
      '36 other',
    ]);
    expect(tables.anchored.map(({ detector }) => detector.id)).toEqual(['one', 'two']);
    expect(tables.nearby.map(({ id }) => id)).toEqual(['near', 'other']);
    expect(tables.named.map((list) => list.map(({ id }) => id))).toEqual([['nameA'], ['nameA', 'nameB']]);
  });

  it('count distinctive literals in their very case', () => {
    const tables = buildTables([
      anchored('one', { literals: ['Plugh_'] }, { distinctive: true }),
      anchored('two', { literals: ['Xyzzy_'] }),
    ]);
    expect(found(tables, 'plugh_ Plugh_ PLUGH_ xyzzy_ Xyzzy_')).toEqual(['7 one', '21 two', '28 two']);
  });

  it.each<[string, Detector, string]>([
    ['literals', anchored('one', { literals: ['xyzzy'] }, { holdsRun: true }), 'run'],
    ['distinctive literals', anchored('one', { literals: ['xyzzy'] }, { holdsRun: true, distinctive: true }), 'run'],
    ['cues', nearby('one', ['xyzzy'], { holdsRun: true }), 'run'],
    ['cues of numbers', nearby('one', ['xyzzy'], { holdsNumber: true }), 'number'],
    ['cues of runs, numbers or not', nearby('one', ['xyzzy'], { holdsRun: true, holdsNumber: true }), 'run'],
    ['words', named('one', ['xyzzy'], { holdsRun: true }), 'run'],
    ['other literals', anchored('one', { literals: ['xyzzy'] }), 'anywhere'],
    ['other distinctive literals', anchored('one', { literals: ['xyzzy'] }, { distinctive: true }), 'anywhere'],
    ['other cues', nearby('one', ['xyzzy']), 'anywhere'],
    ['other words', named('one', ['xyzzy']), 'anywhere'],
  ])('look for %s where they may count', (_, detector, where) => {
    const tables = buildTables([detector]);
    const counts = (text: string): boolean => found(tables, text).includes('0 one');
    expect(counts(`xyzzy ${FAR}`)).toBe(where === 'anywhere');
    expect(counts(`xyzzy 471 ${FAR}`)).toBe(where !== 'run');
    expect(counts(`xyzzy ${RUN} ${FAR}`)).toBe(where !== 'number');
    expect(counts(`xyzzy ${FAR}${RUN}`)).toBe(where === 'anywhere');
  });

  it('look for a word anywhere where one of its detectors does', () => {
    const tables = buildTables([named('one', ['xyzzy'], { holdsRun: true }), named('two', ['xyzzy'])]);
    expect(found(tables, `xyzzy ${FAR}`)).toEqual(['0 one+two']);
  });

  it('try the most demanding detectors of numbers last', () => {
    const tables = buildTables([
      anchored('many', { digits: 9 }),
      anchored('none', { literals: ['xyzzy'] }),
      anchored('few', { digits: 4, first: '0' }),
      anchored('also', { digits: 9, first: '19' }),
      anchored('least', { digits: 0 }),
    ]);
    expect(tables.onDigits).toEqual([
      { hit: 4, least: 0, first: 0b1111111111 },
      { hit: 2, least: 4, first: 0b1 },
      { hit: 0, least: 9, first: 0b1111111111 },
      { hit: 3, least: 9, first: 0b1000000010 },
    ]);
    expect(tables.onRuns).toEqual([]);
  });

  it('try detectors of runs at runs', () => {
    expect(buildTables([anchored('a', {}), anchored('b', { runs: true }), anchored('c', { runs: true })]).onRuns).toEqual([1, 2]);
  });

  it('look for disguised literals near runs', () => {
    const tables = buildTables([
      anchored('form', { literals: ['Tok_'] }, { distinctive: true }),
      anchored('plain', { literals: ['plughs', 'gnust', 'rezrov=', 'frobnitz', '7zorkmid', 'zorkmid7'] }),
      nearby('near', ['velluminous']),
      named('name', ['acmes']),
    ]);
    const disguises = (text: string): string[] => found(tables, `${text} ${RUN}`).filter((each) => /rotated|reversed|escaped/.test(each));
    // Formats, in their very case.
    expect(disguises('Gbx_')).toEqual(['0 rotated']);
    expect(disguises('_koT')).toEqual(['0 reversed']);
    expect(disguises('gbx_ _kot')).toEqual([]);
    // Words, and literals of six letters and more, in any case.
    expect(disguises('npzrf Semca')).toEqual(['0 rotated', '6 reversed']);
    expect(disguises('cyhtuf SHGULP')).toEqual(['0 rotated', '7 reversed']);
    expect(disguises('seboavgm ztinborf')).toEqual(['0 rotated', '9 reversed']);
    expect(disguises('tahfg tsung erzrov =vorzer')).toEqual([]);
    expect(disguises('7mbexzvq mbexzvq7 dimkroz7 7dimkroz')).toEqual([]);
    // No cues.
    expect(disguises('iryyhzvabhf suonimullev')).toEqual([]);
    expect(disguises('=2B')).toEqual(['0 escaped']);
    expect(found(tables, `Gbx_ npzrf ${FAR}`)).toEqual([]);
  });

  it('compile leads', () => {
    const [one] = buildTables([anchored('one', {}, { lead: { of: 'aß', min: 0, max: 9 } })]).anchored;
    expect([one?.lead?.[97], one?.lead?.[0xdf], one?.lead?.[98], one?.lead?.length]).toEqual([1, 1, 0, 0x180]);
  });
});
