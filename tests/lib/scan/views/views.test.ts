import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { commonCues, disguiseCues, Unmasking } from '../../../../lib/scan/views/views.ts';

/** The stretches of the text that views were made of. */
function read(text: string, ask: (unmasking: Unmasking) => void): string[] {
  const unmasking = new Unmasking(text, 16_384);
  ask(unmasking);
  return unmasking.views.map(({ from, to }) => `${from}-${to}`);
}

/** Asks at each of the places. */
function at(what: 'escape' | 'number' | 'pairs', ...places: readonly number[]): (unmasking: Unmasking) => void {
  return (unmasking) => {
    for (const place of places) unmasking[what](place);
  };
}

/** Units that may stand beside a cue, of those that might tell. */
function beside(disguise: 'rotated' | 'reversed', text: (unit: string) => string, at: number): string {
  return [...'/09:@AZ[`az{_ é'].filter((unit) => read(text(unit), (unmasking) => unmasking.cue(disguise, at, at + 4)).length > 0).join('');
}

describe('a cue', () => {
  it('of rotated letters counts where a word begins', () => {
    expect(beside('rotated', (unit) => `${unit}gbx_abc`, 1)).toBe('/:@[`{_ é');
    expect(beside('rotated', (unit) => `(gbx_${unit}`, 1)).toBe('/09:@AZ[`az{_ é');
    expect(read('gbx_abc', (unmasking) => unmasking.cue('rotated', 0, 4))).toEqual(['0-7']);
  });

  it('of reversed letters counts where a word ends', () => {
    expect(beside('reversed', (unit) => `(_kot${unit}`, 1)).toBe('/:@[`{_ é');
    expect(beside('reversed', (unit) => `${unit}_kot`, 1)).toBe('/09:@AZ[`az{_ é');
  });

  it('is read as what it suggests', () => {
    const unmasking = new Unmasking('(gbx_ab) (cd_kot) (%41%42)', 16_384);
    unmasking.cue('rotated', 1, 5);
    unmasking.cue('reversed', 12, 16);
    unmasking.escape(19);
    expect(unmasking.views.map(({ text }) => text)).toEqual([
      '(tok_no) (pq_xbg) (%41%42)',
      ')24%14%( )tok_dc( )ba_xbg(',
      '(gbx_ab) (cd_kot) (AB)',
    ]);
  });

  it.each(['rotated', 'reversed'] as const)('that is %s is read on from 128 before the end of what was read', (disguise) => {
    const text = ' '.repeat(1000);
    const cued = (...places: number[]): string[] =>
      read(text, (unmasking) => {
        for (const place of places) unmasking.cue(disguise, place, place + 4);
      });
    expect(cued(400, 401, 591)).toEqual(['80-720']);
    expect(cued(400, 592)).toEqual(['80-720', '272-912']);
    expect(cued(990, 990, 991)).toEqual(['670-1000', '671-1000']);
  });

  it('does not stop what is disguised otherwise', () => {
    const text = `${' '.repeat(400)}%41%42${' '.repeat(400)}`;
    expect(
      read(text, (unmasking) => {
        unmasking.cue('rotated', 400, 404);
        unmasking.cue('reversed', 396, 400);
        unmasking.escape(400);
      }),
    ).toEqual(['80-720', '76-716', '272-406']);
  });
});

describe('what is asked about', () => {
  it('escapes: once, where there are some', () => {
    const text = `%41%42${' '.repeat(200)}%zz ${' '.repeat(100)}%43%44`;
    expect(read(text, at('escape', 0, 3, 206, 310))).toEqual(['0-6', '182-316']);
    expect(read('%41%42%43', at('escape', 3, 0, 6))).toEqual(['0-9']);
    expect(read('%41%42, %43', at('escape', 0))).toEqual(['0-11']);
  });

  it('runs: once, up to where what they hide ends', () => {
    const coded = Buffer.from('this is a text, so').toString('base64');
    const unmasking = new Unmasking(`${coded} ${coded} 0123456789abcdefg`, 16_384);
    expect(unmasking.run(0, 24)).toBe(24);
    expect(unmasking.run(2, 24)).toBe(24);
    expect(unmasking.run(25, 49)).toBe(49);
    expect(unmasking.run(50, 67)).toBe(67);
    expect(unmasking.views.map(({ from, to }) => `${from}-${to}`)).toEqual(['0-67', '0-67']);
  });

  it('what is packed: no more of it in all than somebody wants', () => {
    const packed = gzipSync('this is a text. '.repeat(50)).toString('base64').replace(/=+$/, '');
    const text = `${packed} ${packed}`;
    const unmasking = new Unmasking(text, 900);
    unmasking.run(0, packed.length);
    unmasking.run(packed.length + 1, text.length);
    const [first, second] = unmasking.views.map((view) => view.text);
    expect(first).toContain('this is a text. '.repeat(50));
    expect(second?.split('this is a text.').length).toBeLessThan(10);
  });

  it('numbers: once, where they are in pieces', () => {
    const text = '1234 5678 9012, 12 34, 1-2-3-4-5-6-7-8-9-0-1-2';
    expect(read(text, at('number', 0, 5, 13))).toEqual(['0-46']);
    expect(read(text, at('number', 0, 16, 19, 23))).toEqual(['0-46', '0-46']);
    expect(read('x1234 5678 9012', at('number', 0, 1))).toEqual(['0-15']);
    expect(read('12 34', (unmasking) => unmasking.number(0))).toEqual([]);
  });

  it('bytes in pairs: once, where they are text', () => {
    const row = '61 62 63 64 65 66 67 68';
    expect(read(`${row}, ${row}`, at('pairs', 3, 6, 22))).toEqual(['0-48']);
    expect(read(`${row}, ${row}`, at('pairs', 3, 25))).toEqual(['0-48', '0-48']);
    expect(read(`${row} 69`, at('pairs', 0, 26))).toEqual(['0-26']);
    expect(read('61 62 63', (unmasking) => unmasking.pairs(0))).toEqual([]);
  });

  it('look-alikes: all of them', () => {
    expect(read('ａ', (unmasking) => unmasking.fold())).toEqual(['0-1']);
    expect(read('a', (unmasking) => unmasking.fold())).toEqual([]);
    expect(read(`ａ${' '.repeat(400)}ａ`, (unmasking) => unmasking.fold())).toEqual(['0-128', '273-402']);
  });
});

describe('cues of disguises', () => {
  const own = (formats: readonly string[], words: readonly string[] = []): string[] => {
    return disguiseCues(formats, words).map(({ text, exact, disguise }) => `${text} ${disguise}${exact ? ' exact' : ''}`);
  };

  it.each<[string, readonly string[]]>([
    ['ab', []],
    ['a-', []],
    ['abc', []],
    ['a1b', ['n1o rotated exact', 'b1a reversed exact']],
    ['ab_', ['no_ rotated exact', '_ba reversed exact']],
    ['_ab', ['_no rotated exact', 'ba_ reversed exact']],
    ['a12', []],
    ['abcd', ['nopq rotated exact', 'dcba reversed exact']],
    ['abba', ['noon rotated exact']],
  ])('for the format %j', (format, cues) => {
    expect(own([format])).toEqual(cues);
  });

  it.each<[string, readonly string[]]>([
    ['abcd', []],
    ['abcde', ['nopqr rotated', 'edcba reversed']],
    ['abc12', ['nop12 rotated', '21cba reversed']],
    ['a1234', []],
    ['abc-de', []],
    ['abc de', []],
  ])('for the word %j', (word, cues) => {
    expect(own([], [word])).toEqual(cues);
  });

  it('for each once', () => {
    expect(own(['ab_', 'ab_'], ['abcde', 'abcde'])).toHaveLength(4);
    expect(commonCues().filter(({ disguise }) => disguise === 'rotated' || disguise === 'reversed').length).toBe(9 + 9);
    expect(
      commonCues()
        .filter(({ disguise }) => disguise === 'listed')
        .map(({ text }) => text),
    ).toEqual([', 0x', ',0x']);
    expect(commonCues().map(({ text }) => text)).toEqual(
      expect.arrayContaining([
        '=2B',
        'uggcf',
        'sptth',
        'cbfgterf',
        'cbfgterfdy',
        'zlfdy',
        'znevnqo',
        'zbatbqo',
        'erqvf',
        'nzdcf',
        'fdyfreire',
      ]),
    );
  });
});
