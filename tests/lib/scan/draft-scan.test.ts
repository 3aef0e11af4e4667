import { describe, expect, it } from 'vitest';
import { DETECTORS, PROVIDERS } from '../../../lib/detectors/catalogue.ts';
import { createEngine } from '../../../lib/scan/engine.ts';
import { expand } from '../../corpus/generate.ts';
import { sampleOf } from '../detectors/shape-sample.ts';
import { shareReadLess } from './edits.ts';
import { DISGUISES, near, OWN, prose, spyOn } from './pieces.ts';

let asked = 0;
const spy = spyOn('zqz', () => asked++);
const engine = createEngine([...DETECTORS, ...OWN, near, spy]);

/** A long value of a shape, without runs of letters and digits where its alphabet allows that. */
function longSample(shape: string): string {
  const value = sampleOf(shape, 'long');
  return /\{(?:base64|base64pad|visible|dot)/.test(shape) && value.length > 100
    ? value.slice(0, 60) + value.slice(60).replace(/(\w{9})\w/g, shape.includes('{dot') ? '$1.' : '$1/')
    : value;
}

describe('a draft', () => {
  it('finds after every edit what a whole scan finds, and reads less', () => {
    expect(shareReadLess(engine, () => asked, 400)).toBeGreaterThan(0.3);
  });

  it('finds what is disguised behind so many disguises that a part of the text may not be read so far', () => {
    // Each of the short stretches is read with more round it than stands between two; a whole text of this length may be read to its end.
    const row = `%41%42${'w '.repeat(25)}`.repeat(70);
    const text = `${prose(20_000, 1)} ${row} password%3A%20%68%37Gq%21x2Lk9%23 ${prose(20_000, 2)}`;
    const draft = engine.draft();
    draft.update(text);
    for (const place of [row.length - 60, row.length - 600, row.length - 1200].map((at) => 20_001 + at)) {
      const edited = `${text.slice(0, place)} and ${text.slice(place)}`;
      expect(draft.update(edited)).toEqual(engine.scan(edited));
      expect(draft.update(text)).toEqual(engine.scan(text));
    }
  });

  it('follows someone who types', () => {
    const finished = `${prose(900, 1)}password = "h7Gq!x2Lk9#"${prose(700, 5)}card 4111 1111 1111 1111 ${prose(500, 3)}`;
    const draft = engine.draft();
    for (let length = 0; length <= finished.length; length += 3) {
      const text = finished.slice(0, length);
      expect(draft.update(text)).toEqual(engine.scan(text));
    }
    for (let length = finished.length; length > 0; length -= 7) {
      const text = finished.slice(0, length);
      expect(draft.update(text)).toEqual(engine.scan(text));
    }
  });

  it.each(Object.entries(DISGUISES))('follows someone who types at the end of a long value, %s', (_, disguised) => {
    const value = disguised(expand('-----BEGIN RSA PRIVATE KEY-----\n{{pem:18}}', 'typed'));
    const finished = `${prose(9000, 1)}\n${value}`;
    const draft = engine.draft();
    for (let length = finished.length - 14; length <= finished.length; length++) {
      const text = finished.slice(0, length);
      for (const typed of [text, `${text}g`, `${text}\\`, `${text}h`]) expect(draft.update(typed)).toEqual(engine.scan(typed));
    }
  });

  it.each([
    ['in it', 1100],
    ['behind it', 1220],
  ])('notices an edit of a long value that stays as long, %s', (_, at) => {
    const judged = createEngine([
      {
        kind: 'anchored',
        id: 'judged',
        entity: 'JUDGED',
        source: 'test',
        anchors: { literals: ['begin-'] },
        pattern: /begin-\w{1200}/y,
        confidence: 0.5,
        validate: (text, span) => (text.slice(span.start, span.end + 100).includes('Q') ? 0.9 : 0.5),
      },
    ]);
    const text = `${prose(9000, 1)} begin-${'w'.repeat(1200)} ${prose(300, 2)}`;
    const place = text.indexOf('begin-') + at;
    const draft = judged.draft();
    draft.update(text);
    const edited = `${text.slice(0, place)}Q${text.slice(place + 1)}`;
    expect(draft.update(edited)).toEqual(judged.scan(edited));
    expect(draft.update(text)).toEqual(judged.scan(text));
  });

  it('notices an edit at the far end of a long value', () => {
    const problems: string[] = [];
    for (const provider of PROVIDERS) {
      for (const [name, given] of Object.entries(provider.types)) {
        const type = typeof given === 'string' ? { shape: given } : given;
        for (const shape of [type.shape].flat()) {
          if (!/\d{3,4}\}|jwt/.test(shape)) continue;
          const word = (type.words ?? provider.words ?? [provider.provider])[0];
          const value = longSample(shape.replace(/^~/, ''));
          const text = `${prose(3000, 1)} ${word} api key: ${value}`;
          const steps = [
            `${text}" ${prose(3000, 9)}`,
            `${text.slice(0, -1)}" ${prose(3000, 9)}`,
            `${text}é" ${prose(3000, 9)}`,
            `${text.slice(0, -40)}|${text.slice(-39)}" ${prose(3000, 9)}`,
          ];
          const draft = engine.draft();
          for (const [from, step] of [...steps, ...steps.reverse()].entries()) {
            if (JSON.stringify(draft.update(step)) !== JSON.stringify(engine.scan(step)))
              problems.push(`${provider.provider}-${name} step ${from}`);
          }
        }
      }
    }
    expect(problems).toEqual([]);
  });

  it('does not read the rest of a long text again', () => {
    const text = Array.from({ length: 12 }, (_, i) => `${prose(5000, i)} zqz `).join('');
    const draft = engine.draft();
    draft.update(text);
    asked = 0;
    draft.update(`${text.slice(0, 20_000)}x${text.slice(20_000)}`);
    expect(asked).toBeLessThanOrEqual(3);
    asked = 0;
    // The same text once more.
    draft.update(`${text.slice(0, 20_000)}x${text.slice(20_000)}`);
    expect(asked).toBeLessThanOrEqual(3);
  });

  it('asks a second-pass detector once about the same window', () => {
    let windows = 0;
    const counting = {
      ...near,
      find: (window: string) => {
        windows++;
        return near.find(window);
      },
    };
    const own = createEngine([counting]);
    const draft = own.draft();
    const text = `dear Anna, ${prose(3000, 2)}`;
    const first = draft.update(text);
    expect(first).toHaveLength(1);
    expect(windows).toBe(1);
    expect(draft.update(`${text}more`)).toEqual(first);
    expect(windows).toBe(1);
    draft.update(`dear Zoe, ${text}`);
    expect(windows).toBe(2);
  });

  it('keeps drafts apart', () => {
    const [one, other] = [engine.draft(), engine.draft()];
    const [a, b] = [`${prose(2000, 1)} anna.bell@example.org`, `${prose(2000, 1)} falcon`];
    one.update(a);
    expect(other.update(b)).toEqual(engine.scan(b));
    expect(one.update(`${a}x`)).toEqual(engine.scan(`${a}x`));
  });
});
