import { describe, expect, it } from 'vitest';
import type { Detector, Guess, NearbyDetector, SweepDetector } from '../../../lib/scan/detector.ts';
import { createEngine } from '../../../lib/scan/engine.ts';

/** Findings in short: `NAME 0.5 0-4 detector`, and what else they may be. */
function found(detectors: readonly Detector[], text: string): string[] {
  return createEngine(detectors)
    .scan(text)
    .map(({ entity, confidence, span, detector, also }) =>
      [entity, confidence, `${span.start}-${span.end}`, detector, ...(also ?? [])].join(' '),
    );
}

function sweep(spans: readonly (readonly [number, number])[], confidence = 0.5): SweepDetector {
  return {
    kind: 'sweep',
    id: 'sweeper',
    entity: 'SWEPT',
    source: 'test',
    confidence,
    sweep: () => spans.map(([start, end]) => ({ start, end })),
  };
}

function anchored(literal: string, confidence: number, entity = literal.toUpperCase()): Detector {
  return {
    kind: 'anchored',
    id: `find-${literal}`,
    entity,
    source: 'test',
    anchors: { literals: [literal] },
    pattern: (text, at) => (text.startsWith(literal, at) ? { start: at, end: at + literal.length } : null),
    confidence,
  };
}

/** A second-pass detector that guesses what it is told, and the windows that it saw. */
function nearby(guess: readonly Guess[], more: Partial<NearbyDetector> = {}): { detector: NearbyDetector; windows: string[] } {
  const windows: string[] = [];
  return {
    windows,
    detector: {
      kind: 'nearby',
      id: 'guesser',
      entity: 'GUESS',
      source: 'test',
      cues: ['dear'],
      entities: [],
      before: 0,
      after: 4,
      budget: 100,
      find: (window) => {
        windows.push(window);
        return guess;
      },
      ...more,
    },
  };
}

describe('a sweep', () => {
  it('reads the whole text', () => {
    const seen: string[] = [];
    createEngine([
      {
        ...sweep([]),
        sweep: (text) => {
          seen.push(text);
          return [];
        },
      },
    ]).scan('some text');
    expect(seen).toEqual(['some text']);
  });

  it('finds whole spans that are not empty', () => {
    expect(found([sweep([[0, 2], [3, 3], [5, 4], [6, 8]])], '0123456789')).toEqual(['SWEPT 0.5 0-2 sweeper', 'SWEPT 0.5 6-8 sweeper']); // biome-ignore format: one line
    expect(found([sweep([[1, 3]])], '😀😀')).toEqual(['SWEPT 0.5 0-4 sweeper']);
  });

  it('counts from the floor on', () => {
    expect(found([sweep([[0, 2]], 0.25)], 'text')).toEqual(['SWEPT 0.25 0-2 sweeper']);
    expect(found([sweep([[0, 2]], 0.24)], 'text')).toEqual([]);
  });

  it('competes with what was found at anchors', () => {
    expect(found([sweep([[0, 3], [8, 9]]), anchored('key', 0.6)], '012 key 9')).toEqual(['SWEPT 0.5 0-3 sweeper', 'KEY 0.6 4-7 find-key', 'SWEPT 0.5 8-9 sweeper']); // biome-ignore format: one line
    expect(found([sweep([[3, 9]]), anchored('key', 0.6)], '012 key 9')).toEqual(['KEY 0.6 4-7 find-key']);
    expect(found([sweep([[3, 9]], 0.7), anchored('key', 0.6)], '012 key 9')).toEqual(['SWEPT 0.7 3-9 sweeper']);
  });
});

describe('a second pass', () => {
  const at = (start: number, end: number, more: Partial<Guess> = {}): Guess => ({ span: { start, end }, confidence: 0.5, ...more });

  it('guesses within its windows', () => {
    const { detector, windows } = nearby([at(5, 7)]);
    expect(found([detector], '...  dear Al. ')).toEqual(['GUESS 0.5 10-12 guesser']);
    expect(windows).toEqual(['dear Al.']);
    expect(found([detector], 'nobody')).toEqual([]);
    expect(windows).toHaveLength(1);
  });

  it('keeps to its window, to whole pairs, to spans that are not empty, and to the floor', () => {
    expect(found([nearby([at(5, 70)]).detector], 'dear Al.')).toEqual(['GUESS 0.5 5-8 guesser']);
    expect(found([nearby([at(6, 7)]).detector], 'dear 😀.')).toEqual(['GUESS 0.5 5-7 guesser']);
    expect(found([nearby([at(5, 5)]).detector], 'dear Al.')).toEqual([]);
    expect(found([nearby([at(6, 5)]).detector], 'dear Al.')).toEqual([]);
    expect(found([nearby([at(5, 7, { confidence: 0.25 })]).detector], 'dear Al.')).toEqual(['GUESS 0.25 5-7 guesser']);
    expect(found([nearby([at(5, 7, { confidence: 0.24 })]).detector], 'dear Al.')).toEqual([]);
  });

  it('may find several entities', () => {
    expect(found([nearby([at(5, 6, { entity: 'OTHER', also: ['MORE'] }), at(6, 7)]).detector], 'dear Al.')).toEqual([
      'OTHER 0.5 5-6 guesser MORE',
      'GUESS 0.5 6-7 guesser',
    ]);
    expect(createEngine([nearby([at(5, 7)]).detector]).scan('dear Al.')[0]).not.toHaveProperty('also');
  });

  it('reads short texts whole where it says so', () => {
    const { detector, windows } = nearby([], { whole: 8 });
    found([detector], '12345678');
    found([detector], '123456789');
    found([detector], '12345 dear  9');
    found([nearby([]).detector], '1234');
    expect(windows).toEqual(['12345678', 'dear  9']);
  });

  it('reads the beginning of a text where it says so', () => {
    const { detector, windows } = nearby([], { opening: true });
    found([detector], '1 3 5 7 9');
    expect(windows).toEqual(['1 3']);
    const plain = nearby([]);
    found([plain.detector], '1 3 5 7 9');
    expect(plain.windows).toEqual([]);
  });

  it('reads round findings of the first pass, and competes with them', () => {
    const { detector, windows } = nearby([at(0, 7)], { entities: ['KEY'], cues: [] });
    expect(found([anchored('key', 0.6), detector], '.. key ok')).toEqual(['KEY 0.6 3-6 find-key']);
    expect(windows).toEqual(['key ok']);
    expect(found([anchored('key', 0.4), detector], '.. key ok')).toEqual(['GUESS 0.5 3-9 guesser']);
  });

  it('knows what the ones before it found, where it has ties', () => {
    const one = nearby([at(0, 4, { entity: 'ONE' })], { id: 'one' });
    const ties = { entities: ['ONE'], within: 1 };
    const guess = at(5, 7, { tied: 0.8 });
    expect(found([one.detector, nearby([guess], { ties }).detector], 'dear Al.')).toEqual(['ONE 0.5 0-4 one', 'GUESS 0.8 5-7 guesser']);
    expect(found([nearby([guess], { ties }).detector, one.detector], 'dear Al.')).toEqual(['ONE 0.5 0-4 one', 'GUESS 0.5 5-7 guesser']);
    expect(found([one.detector, nearby([guess]).detector], 'dear Al.')).toEqual(['ONE 0.5 0-4 one', 'GUESS 0.5 5-7 guesser']);
    expect(found([one.detector, nearby([guess], { ties: { ...ties, within: 0 } }).detector], 'dear Al.')).toEqual([
      'ONE 0.5 0-4 one',
      'GUESS 0.5 5-7 guesser',
    ]);
  });

  it('grows no less sure by its ties', () => {
    const ties = { entities: ['KEY'], within: 9 };
    const sure = (tied: number, yields?: true): string[] =>
      found([anchored('key', 0.6), nearby([at(5, 7, { tied, ...(yields ? { yields } : {}) })], { ties }).detector], 'key dear Al.');
    expect(sure(0.7)).toEqual(['KEY 0.6 0-3 find-key', 'GUESS 0.7 9-11 guesser']);
    expect(sure(0.4)).toEqual(['KEY 0.6 0-3 find-key', 'GUESS 0.5 9-11 guesser']);
    // What is no surer yields on.
    const blocked = (tied: number): string[] =>
      found([anchored('key', 0.5), anchored('al', 0.3), nearby([at(5, 7, { tied, yields: true })], { ties }).detector], 'key dear al.');
    expect(blocked(0.6)).toEqual(['KEY 0.5 0-3 find-key', 'GUESS 0.6 9-11 guesser']);
    expect(blocked(0.5)).toEqual(['KEY 0.5 0-3 find-key', 'AL 0.3 9-11 find-al']);
  });

  it('looks at what is nearest, first pass or second', () => {
    const early = nearby([at(0, 4, { entity: 'ONE' })], { id: 'one' });
    const of = (guess: Partial<Guess>, within: number): string | undefined =>
      found(
        [
          anchored('key', 0.3),
          early.detector,
          nearby([at(9, 13, guess)], { after: 20, ties: { entities: ['ONE', 'KEY'], within } }).detector,
        ],
        'dear Al. key.',
      ).at(-1);
    // Overlaps what was found in the first pass, though what the second found stands before it.
    expect(of({ yields: true }, 0)).toBe('KEY 0.3 9-12 find-key');
    expect(of({}, 0)).toBe('GUESS 0.5 9-13 guesser');
    const tied = found(
      [
        anchored('key', 0.6),
        early.detector,
        nearby([at(13, 15, { tied: 0.8 })], { after: 20, ties: { entities: ['ONE', 'KEY'], within: 1 } }).detector,
      ],
      'dear Al. key Bo',
    );
    expect(tied.at(-1)).toBe('GUESS 0.8 13-15 guesser');
  });

  it('is tied to the nearest of many, in whatever order they were found', () => {
    // The engine's own order is by place; an entity of an organisation may hold others.
    const long = anchored('aaa key bbb', 0.6, 'ORG:x');
    const ties = { entities: ['ORG:x', 'KEY'], within: 2 };
    const guesser = nearby([at(5, 7, { tied: 0.8 })], { ties }).detector;
    expect(found([long, anchored('key', 0.9), guesser], 'aaa key bbb dear Al.').at(-1)).toBe('GUESS 0.5 17-19 guesser');
    expect(found([long, anchored('key', 0.9), guesser], 'dear Al. key aaa key bbb').at(0)).toBe('GUESS 0.8 5-7 guesser');
    expect(found([long, guesser], 'dear Al.   aaa key bbb').at(0)).toBe('GUESS 0.5 5-7 guesser');
  });
});

describe('a draft', () => {
  it('finds what a scan finds', () => {
    const engine = createEngine([anchored('key', 0.6), sweep([[0, 2]])]);
    const draft = engine.draft();
    for (const text of ['key', 'a key', 'a ke', '', `${'. '.repeat(9000)}key`, `${'. '.repeat(9000)}a key`])
      expect(draft.update(text)).toEqual(engine.scan(text));
    expect(engine.draft().update('a  key')).toHaveLength(2);
  });
});
