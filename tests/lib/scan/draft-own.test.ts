import { describe, expect, it } from 'vitest';
import type { AnchoredDetector, Detector, NamedDetector } from '../../../lib/scan/detector.ts';
import { createEngine } from '../../../lib/scan/engine.ts';
import { shareReadLess } from './edits.ts';
import { near, OWN, prose, spyOn } from './pieces.ts';

/** A few detectors of each kind: what the draft does must not depend on which ones are shipped. */
const token: AnchoredDetector = {
  kind: 'anchored',
  id: 'token',
  entity: 'TOKEN',
  source: 'test',
  anchors: { literals: ['ghp_', 'akia', 'password', 'begin '] },
  distinctive: true,
  lead: { of: 'abcdefghijklmnopqrstuvwxyz_- ', min: 0, max: 32 },
  pattern: /[a-z_ -]{0,40}(?:ghp_|AKIA|password|BEGIN )[\w =:"]{4,80}/iy,
  confidence: 0.7,
  context: { raise: { en: ['river', 'key'] }, lower: { en: ['lunch'] }, before: 60, after: 30 },
};
const number: AnchoredDetector = {
  kind: 'anchored',
  id: 'number',
  entity: 'NUMBER',
  source: 'test',
  anchors: { digits: 8 },
  pattern: /(?<!\d)\d(?:[ -]?\d){7,30}(?!\d)/y,
  confidence: 0.6,
};
const mail: AnchoredDetector = {
  kind: 'anchored',
  id: 'mail',
  entity: 'EMAIL',
  source: 'test',
  anchors: { literals: ['@'] },
  lead: { of: 'abcdefghijklmnopqrstuvwxyz.', min: 1, max: 64 },
  pattern: /[a-z.]{1,64}@[a-z.]{1,64}/y,
  confidence: 0.9,
};
const named: NamedDetector = {
  kind: 'named',
  id: 'datadog-key',
  entity: 'DATADOG_KEY',
  source: 'test',
  words: ['datadog', 'dd_api'],
  match: (text, at) => {
    const value = /^[0-9a-f]{32}(?![0-9a-f])/.exec(text.slice(at, at + 33))?.[0];
    return value ? { start: at, end: at + value.length } : null;
  },
  judge: (_, value, word) => (value.start > word.start ? 0.8 : 0.4),
};

let asked = 0;
const detectors: readonly Detector[] = [token, number, mail, named, ...OWN, near, spyOn('zqz', () => asked++)];
const engine = createEngine(detectors);

describe('a draft of a few detectors', () => {
  it('finds after every edit what a whole scan finds, and reads less', () => {
    expect(shareReadLess(engine, () => asked, 600)).toBeGreaterThan(0.5);
  });

  it('finds what an edit makes, moves and breaks', () => {
    const draft = engine.draft();
    const [left, right] = [prose(2500, 1), prose(2500, 2)];
    const key = 'ghp_abcdefghij';
    for (const text of [
      `${left}${right}`,
      `${left} ghp_abc${right}`,
      `${left} ${key} ${right}`,
      `x${left} ${key} ${right}`,
      `${left} ${key} ${right}y`,
      `${left}${right}`,
      `${left} 😀 ${right}`,
      `${left} \ud83d ${right}`,
      '',
      `${left} ${key}`,
      `${left} ${key} ${right} ${key}`,
      `${key} ${right} ${key}`,
    ]) {
      expect(draft.update(text)).toEqual(engine.scan(text));
    }
  });

  it('reads on where something new reaches far', () => {
    const block: AnchoredDetector = {
      kind: 'anchored',
      id: 'block',
      entity: 'BLOCK',
      source: 'test',
      anchors: { literals: ['<<'] },
      pattern: /<<[^<>]{0,900}>>/y,
      confidence: 0.5,
      context: { raise: { en: ['quay'] }, before: 900 },
    };
    const own = createEngine([block]);
    const [left, right] = [prose(4000, 1), prose(4000, 2)];
    for (const distance of [100, 300, 330, 500, 700, 880]) {
      const draft = own.draft();
      // What ends the match stands far to the right of the edit, and nothing else is near it.
      const tail = `${prose(distance, 3)}>>${right}`;
      expect(draft.update(left + tail)).toEqual([]);
      expect(draft.update(`${left}<<${tail}`)).toHaveLength(1);
      expect(draft.update(`${left}<<${tail}`)).toEqual(own.scan(`${left}<<${tail}`));
      // What raises it stands far to the left.
      const head = `${left} quay ${prose(distance, 3)}`;
      const other = own.draft();
      other.update(head + right);
      const found = other.update(`${head}<<x>>${right}`);
      expect(found).toEqual(own.scan(`${head}<<x>>${right}`));
      expect(found.map(({ confidence }) => confidence)).toEqual([0.75]);
      // Taken away again, it leaves nothing behind.
      expect(other.update(head + right)).toEqual([]);
    }
  });

  it('reads only the stretch round an edit', () => {
    const text = Array.from({ length: 12 }, (_, i) => `${prose(5000, i)} zqz `).join('');
    const draft = engine.draft();
    draft.update(text);
    const reads = (next: string): number => {
      asked = 0;
      draft.update(next);
      return asked;
    };
    const edited = `${text.slice(0, 20_000)}x${text.slice(20_000)}`;
    expect(reads(edited)).toBeLessThanOrEqual(2);
    expect(reads(edited)).toBeLessThanOrEqual(2);
    expect(reads(`y${edited}`)).toBeLessThanOrEqual(2);
    expect(reads(`y${edited}z`)).toBeLessThanOrEqual(2);
    expect(reads(`y${edited}`)).toBeLessThanOrEqual(2);
    expect(reads(edited.slice(100))).toBeLessThanOrEqual(2);
    // Only what is new, however long.
    expect(reads(`${prose(30_000, 3)} zqz ${edited.slice(100)}`)).toBeLessThanOrEqual(3);
    // Both ends differ: all of it is read.
    expect(reads(`x${edited.slice(2000, -2000)}z`)).toBeGreaterThan(10);
  });
});
