import { describe, expect, it } from 'vitest';
import type { Detector, Guess, NearbyDetector } from '../../../lib/scan/detector.ts';
import { createEngine } from '../../../lib/scan/engine.ts';

const number: Detector = {
  kind: 'anchored',
  id: 'number',
  entity: 'NUMBER',
  source: 'test',
  anchors: { digits: 4 },
  pattern: /\d{4}(?: AB)?/y,
  confidence: 0.3,
};
const mail: Detector = {
  kind: 'anchored',
  id: 'mail',
  entity: 'MAIL',
  source: 'test',
  anchors: { literals: ['@'] },
  lead: { of: 'abcdefghijklmnopqrstuvwxyz', min: 1, max: 20 },
  pattern: /[a-z]{1,20}@[a-z]{1,20}/y,
  confidence: 0.6,
};
const word = (entity: string): Detector => ({
  kind: 'anchored',
  id: 'word',
  entity,
  source: 'test',
  anchors: { literals: ['zed'] },
  pattern: /zed/iy,
  confidence: 0.3,
});

/** Every run of capitals, as the guess says. */
function capitals(more: Omit<Guess, 'span' | 'confidence'>): NearbyDetector {
  return {
    kind: 'nearby',
    id: 'capitals',
    entity: 'CAPITALS',
    source: 'test',
    cues: [],
    entities: [],
    before: 0,
    after: 0,
    budget: 0,
    whole: 1000,
    ties: { entities: ['MAIL'], within: 20 },
    find: (window) =>
      [...window.matchAll(/[A-Z]{2,9}/g)].map(({ index, 0: { length } }) => ({
        span: { start: index, end: index + length },
        confidence: 0.45,
        ...more,
      })),
  };
}

function found(detectors: readonly Detector[], text: string): string[] {
  return createEngine(detectors)
    .scan(text)
    .map(({ entity, confidence, span }) => `${entity} ${confidence} ${text.slice(span.start, span.end)}`);
}

describe('guesses', () => {
  it('rank with what others find, unless they yield', () => {
    expect(found([number, capitals({})], '1234 AB')).toEqual(['CAPITALS 0.45 AB']);
    expect(found([number, capitals({ yields: true })], '1234 AB')).toEqual(['NUMBER 0.3 1234 AB']);
  });

  it('yield to what they overlap, not to what they touch', () => {
    expect(found([number, capitals({ yields: true })], '1234AB')).toEqual(['NUMBER 0.3 1234', 'CAPITALS 0.45 AB']);
    expect(found([number, capitals({ yields: true })], 'AB1234567')).toEqual(['CAPITALS 0.45 AB', 'NUMBER 0.3 1234']);
    expect(found([number, capitals({ yields: true })], 'CD 1234 AB')).toEqual(['CAPITALS 0.45 CD', 'NUMBER 0.3 1234 AB']);
  });

  it('yield to no words of an organisation', () => {
    expect(found([word('ORG:names'), capitals({ yields: true })], 'ZED')).toEqual(['CAPITALS 0.45 ZED', 'ORG:names 0.3 ZED']);
    expect(found([word('NAME'), capitals({ yields: true })], 'ZED')).toEqual(['NAME 0.3 ZED']);
  });

  it('grow surer near what they are tied to, and then yield no more', () => {
    const tied = capitals({ tied: 0.7, yields: true });
    expect(found([mail, tied], `AB${'.'.repeat(20)}a@b`)).toEqual(['CAPITALS 0.7 AB', 'MAIL 0.6 a@b']);
    expect(found([mail, tied], `AB${'.'.repeat(21)}a@b`)).toEqual(['CAPITALS 0.45 AB', 'MAIL 0.6 a@b']);
    expect(found([mail, tied], `a@b${'.'.repeat(20)}AB`)).toEqual(['MAIL 0.6 a@b', 'CAPITALS 0.7 AB']);
    expect(found([mail, tied], `a@b${'.'.repeat(21)}AB`)).toEqual(['MAIL 0.6 a@b', 'CAPITALS 0.45 AB']);
    expect(found([number, mail, tied], '1234 AB a@b')).toEqual(['CAPITALS 0.7 AB', 'MAIL 0.6 a@b']);
  });

  it('are tied to nothing that is doubtful', () => {
    const doubtful: Detector = { ...mail, confidence: 0.4 };
    expect(found([doubtful, capitals({ tied: 0.7 })], 'AB a@b')).toEqual(['CAPITALS 0.45 AB', 'MAIL 0.4 a@b']);
  });
});
