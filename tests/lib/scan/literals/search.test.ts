import { describe, expect, it } from 'vitest';
import { buildAnchorIndex } from '../../../../lib/scan/anchor-index.ts';
import { PIECE } from '../../../../lib/scan/bytes.ts';
import { textOf } from '../../../../lib/scan/literals/literals.ts';

const index = buildAnchorIndex([]);
const SHIFTS = [0, 1, 2, 3, 4, 5, 6, 7, PIECE - 7, PIECE - 3, PIECE - 1, PIECE];

describe('a search for escapes', () => {
  it.each<[string, readonly number[]]>([
    ['%41', [0]],
    ['%aF', [0]],
    ['%41%42', [0, 3]],
    ['%41 & %42', [0, 6]],
    ['\\u0041', [0]],
    ['\\x41', [0]],
    ['&#65;', [0]],
    ['&amp;', [0]],
    ['a%41', [1]],
    ['%', []],
    ['100% sure', []],
    ['\\n', []],
    ['& b', []],
    ['&A', []],
    ['a=b', []],
    // Of quoted-printable two in a row, where the first begins.
    ['=41', []],
    ['=41, =42', []],
    ['=41=4', []],
    ['=41=4g', []],
    ['=41=42', [0]],
    ['=41=42=43', [0]],
    ['=41=42=43=44=45=46=47=48', [0]],
    ['=4g=41=42', [3]],
    ['=41=42, =43=44', [0, 8]],
    ['=41=42 =43=44', [0, 7]],
    ['=41=42x=43', [0]],
    ['=41=42=', [0]],
    ['==41=42', [1]],
    ['=41=42%43', [0, 6]],
    ['=41=42'.repeat(50), [0]],
  ])('in %j: %j', (text, places) => {
    for (const shift of SHIFTS) {
      for (const filler of ['x', 'é']) {
        const found = index.find(`${filler.repeat(shift)}${text}${filler.repeat(9)}`).escapes;
        expect([shift, filler, ...found]).toEqual([shift, filler, ...places.map((place) => place + shift)]);
      }
    }
  });
});

describe('a search for runs', () => {
  it('notes very long ones as far-reaching, whatever they look like', () => {
    for (const shift of [0, 1, 2, 3, PIECE - 100]) {
      const far = (run: string): number[] => [...index.find(`${'. '.repeat(shift)}${run} x`).far];
      expect(far('a1'.repeat(100))).toEqual([]);
      expect(far(`${'a1'.repeat(100)}b`)).toEqual([shift * 2, shift * 2 + 201]);
      expect(far('nana'.repeat(60))).toEqual([shift * 2, shift * 2 + 240]);
    }
    expect(index.find('x'.repeat(199)).far).toEqual([]);
  });

  it('tells each of several', () => {
    const run = 'q7w8e9r0t1y2u3i4o5';
    expect(index.find(`${run} ${run}, ${run.slice(0, 11)} ${run}`).runs).toEqual([0, 18, 19, 37, 51, 69]);
  });
});

describe('a search for numbers', () => {
  it('tells of each group of four characters that may be in one', () => {
    expect(index.find('no 1234567, 12').digits).toEqual([4]);
    expect(index.find('123 456 789 012').digits).toEqual([0, 4, 8]);
    expect(index.find('abcdefghijkl').digits).toEqual([]);
  });
});

describe('literals near something', () => {
  const near = buildAnchorIndex([
    { text: 'zqxkj', hit: 0, near: 'run' },
    { text: 'zqx', hit: 1, near: 'run' },
    { text: 'vkjw', hit: 2, near: 'number' },
  ]);
  const found = (text: string): string[] => {
    const { literals } = near.find(text);
    return Array.from(
      { length: literals.length / 2 },
      (_, i) => `${literals[i * 2]} ${textOf(near.literals, literals[i * 2 + 1] as number)}`,
    );
  };
  const run = 'q7w8e9r0t1y2u3i4o5';
  const gap = (length: number): string => '. '.repeat(length).slice(0, length);

  it('are found once where surroundings touch, overlap, or lie apart', () => {
    for (const shift of [0, 1, 2, 3, PIECE - 300, PIECE - 192, PIECE - 100, PIECE - 20, PIECE]) {
      for (const between of [1, 50, 130, 289, 290, 291, 292, 400, 1000]) {
        const text = `${gap(shift)}zqxkj ${run}${gap(between)}${run} zqxkj`;
        const [first, last] = [shift, shift + 6 + 18 + between + 18 + 1];
        expect([shift, between, found(text)]).toEqual([shift, between, [`${first} zqxkj`, `${first} zqx`, `${last} zqxkj`, `${last} zqx`]]);
      }
    }
  });

  it('are found between a run and a number, each near its own', () => {
    for (const shift of [0, 3, PIECE - 150, PIECE - 10]) {
      const text = `${gap(shift)}${run} vkjw zqxkj${gap(300)}vkjw zqxkj 471${gap(300)}zqxkj vkjw`;
      expect(found(text)).toEqual([`${shift + 24} zqxkj`, `${shift + 24} zqx`, `${shift + 329} vkjw`]);
    }
  });
});
