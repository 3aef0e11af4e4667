import { describe, expect, it } from 'vitest';
import type { AnchoredDetector, Detector, NamedDetector, NearbyDetector } from '../../../lib/scan/detector.ts';
import { type FirstPass, firstPass, viewBudget } from '../../../lib/scan/first-pass.ts';
import { buildTables } from '../../../lib/scan/tables.ts';

function anchored(more: Partial<AnchoredDetector>): AnchoredDetector {
  return { kind: 'anchored', id: 'a', entity: 'A', source: 'test', anchors: {}, pattern: () => null, confidence: 0.8, ...more };
}

/** Finds letters and digits behind "key:". */
const key = anchored({ id: 'key', anchors: { literals: ['key:'] }, pattern: /key:\w{3,400}/y });
const card = anchored({ id: 'card', anchors: { digits: 12 }, pattern: /(?<!\d)\d{12,16}(?!\d)/y });

/** Finds nothing, and notes where it was tried. */
function tries(places: number[]): (text: string, at: number) => null {
  return (_, at) => {
    places.push(at);
    return null;
  };
}

function nearby(more: Partial<NearbyDetector>): NearbyDetector {
  return {
    kind: 'nearby',
    id: 'n',
    entity: 'N',
    source: 'test',
    cues: [],
    entities: [],
    before: 0,
    after: 0,
    budget: 9,
    find: () => [],
    ...more,
  };
}

function pass(detectors: readonly Detector[], text: string): FirstPass {
  return firstPass(buildTables(detectors), text, true);
}

function found(detectors: readonly Detector[], text: string): string[] {
  return pass(detectors, text).findings.map(({ detector, span }) => `${detector} ${text.slice(span.start, span.end)}`);
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64url');
}

describe('a first pass', () => {
  it('tries each detector where its literals stand', () => {
    expect(found([key, anchored({ id: 'b', anchors: { literals: ['lock'] }, pattern: /lock/y })], 'lock key:abc')).toEqual([
      'b lock',
      'key key:abc',
    ]);
  });

  it('notes cues by detector, after the literals of the others', () => {
    const one = nearby({ id: 'one', cues: ['dear', 'from'] });
    const other = nearby({ id: 'other', cues: ['dear'] });
    expect(pass([key, one, other], 'dear key:abc from').cues).toEqual([
      [0, 4, 13, 17],
      [0, 4],
    ]);
    expect(pass([key], 'dear').cues).toEqual([]);
  });

  it.each([
    ['tin: 1', [0, 4]],
    ['a tin: 1', [2, 6]],
    ['routin: 1', []],
    ['Xtin: 1', []],
    ['ztin: 1', []],
    ['1tin: 1', [1, 5]],
    ['_tin: 1', [1, 5]],
    ['{tin: 1', [1, 5]],
    ['@tin: 1', [1, 5]],
    ['routinTIN: 1', [6, 10]],
    ['myTin: 1', [2, 6]],
  ])('counts a word of %j where it begins one', (text, cues) => {
    expect(pass([nearby({ cues: ['tin:'], words: true })], text).cues).toEqual([cues]);
  });

  it('opens at rows of digits where the detector says so, among its cues, in the order of the text', () => {
    const asked: string[] = [];
    const codes = nearby({
      cues: ['dear'],
      opensAt: (text, start, end) => {
        asked.push(text.slice(start, end));
        return text.charCodeAt(end) === 33;
      },
    });
    expect(pass([codes], '123! dear 45! 6789 dear 0000000! x1234!').cues).toEqual([[0, 3, 5, 9, 19, 23, 24, 31, 34, 38]]);
    expect(asked).toEqual(['123', '6789', '0000000', '1234']);
    expect(pass([nearby({ cues: ['dear'] })], '123! dear').cues).toEqual([[5, 9]]);
  });

  it('counts a cue where the detector says so, by what stands behind it', () => {
    const asked: string[] = [];
    const names = nearby({
      cues: ['pin'],
      words: true,
      counts: (text, start, end) => {
        asked.push(text.slice(start, end));
        return text[end] === '|';
      },
    });
    expect(pass([names], 'pin, PIN| spin| pin').cues).toEqual([[5, 8]]);
    expect(asked).toEqual(['pin', 'PIN', 'pin']);
  });

  it('asks for no rows of digits in what a disguise hides', () => {
    const asked: string[] = [];
    const codes = nearby({ opensAt: (text, start, end) => asked.push(text.slice(start, end)) > 99 });
    pass([key, codes], base64('key:abcdefgh, and 12345 more of it, to be read as text'));
    expect(asked).not.toContain('12345');
  });

  it('counts other cues anywhere', () => {
    expect(pass([nearby({ cues: ['tin:'] })], 'routin: 1').cues).toEqual([[3, 7]]);
    expect(pass([nearby({ cues: ['a:', 'z:'], words: true })], 'ba: bz: a: z:').cues).toEqual([[8, 10, 11, 13]]);
  });

  it('tries named detectors near their words', () => {
    const named: NamedDetector = {
      kind: 'named',
      id: 'named',
      entity: 'X',
      source: 'test',
      words: ['acme', 'emca'],
      match: (text, at) => (/^v\d{9}/.test(text.slice(at)) ? { start: at, end: at + 10 } : null),
      judge: (text, _, word) => (text.slice(word.start, word.end) === 'acme' ? 0.9 : 0.8),
    };
    const of = (text: string): (number | undefined)[] =>
      pass([key, nearby({ cues: ['dear'] }), named], text).findings.map(({ confidence }) => confidence);
    expect(of('acme v123456789')).toEqual([0.9]);
    expect(of('emca v123456789')).toEqual([0.8]);
    expect(of('dear v123456789')).toEqual([]);
  });

  it('tries detectors of numbers at each group, and reads each number once', () => {
    const tried: number[] = [];
    const number = anchored({ anchors: { digits: 5 }, pattern: tries(tried) });
    pass([number], 'no. 123 4567 89 and 12345');
    expect(tried).toEqual([4, 8, 20]);
    tried.length = 0;
    pass([anchored({ anchors: { digits: 9, first: '05' }, pattern: tries(tried) })], 'x 012345678 512345678x612345678 01234567x');
    expect([...new Set(tried)]).toEqual([2, 12]);
    tried.length = 0;
    pass([number], '1234567'.repeat(30));
    expect(tried).toEqual([0]);
  });

  it('tries detectors of long runs where they begin', () => {
    const tried: number[] = [];
    const run = anchored({ anchors: { runs: true }, pattern: tries(tried) });
    pass([run], 'a q7w8e9r0t1y2u3i4o5 b q7w8e9r0t1y2u3i4o5');
    expect(tried).toEqual([2, 23]);
  });
});

describe('what a text disguises', () => {
  it.each([
    ['base64', `so ${base64('the key:abcdef is it')} it`],
    ['hexadecimal digits', `so ${Buffer.from('the key:abcdef is it').toString('hex')} it`],
    ['hexadecimal bytes', `so ${Buffer.from('the key:abcdef is it').toString('hex').match(/../g)?.join(' ')} it`],
    ['percent-encoding', 'the key%3A%61bcdef'],
    ['look-alikes', 'the kеy:abcdef'], // Cyrillic е
    ['full width', 'ｋｅｙ：ａｂｃ'],
  ])('is read behind %s', (_, text) => {
    const findings = pass([key], text).findings;
    expect(findings.map(({ detector }) => detector)).toEqual(['key']);
    expect(findings[0]?.span.end).toBeLessThanOrEqual(text.length);
    expect(pass([], text).unmasked).toBeGreaterThan(0);
  });

  it('is read behind escapes, whatever is escaped beside a value further on', () => {
    const escaped = 'the key%3A%61bcdef';
    const value = 'me=3D and thIBAN GB6543087561223A89';
    expect(pass([key], `${escaped}${' '.repeat(300)}${value}`).findings.map(({ span }) => span.start)).toEqual([4]);
    // And the one beside the value is read, too.
    expect(pass([key], `${escaped}${' '.repeat(300)}key=3Aabc1234567890xyzAB`).findings).toHaveLength(2);
    // What stands alone in a long run is read in its turn, too.
    expect(pass([key], `key=3Aabc1234567890xyzAB${' '.repeat(300)}${escaped}`).findings).toHaveLength(2);
  });

  it('is read behind the pieces of a number', () => {
    expect(found([card], 'no. 4111 1111 1111 1111.')).toEqual(['card 4111 1111 1111 1111']);
    expect(found([card], 'no. 4111 1111 1111.')).toEqual(['card 4111 1111 1111']);
    expect(found([card], 'no. 411 111 111 111.')).toEqual([]);
  });

  describe('and what stands beside it in plain text', () => {
    const apart = ' '.repeat(121);

    it('is not found where it is cut', () => {
      const whole = anchored({ id: 'whole', anchors: { literals: ['key:'] }, pattern: /(?<!\w)key:abc(?!\w)/y });
      // The view of the number begins, and ends, 128 units off.
      expect(found([whole], `wkey:abc${apart}4111 1111 1111`)).toEqual([]);
      expect(found([whole], `4111 1111 1111${apart}key:abcd`)).toEqual([]);
    });

    it.each([
      ['at the begin of the text', ''],
      ['farther from the cut', `w${apart}`],
    ])('is found by what the disguise hides, %s', (_, beside) => {
      const before = anchored({ id: 'before', anchors: { literals: ['abc'] }, pattern: /abc(?= key:)/y });
      expect(found([before], `${beside}abc key%3A%61bc`)).toEqual(['before abc']);
      // Cyrillic е.
      const behind = anchored({ id: 'behind', anchors: { literals: ['abc'] }, pattern: /(?<=key: )abc/y });
      expect(found([behind], `kеy: abc${[...beside].reverse().join('')}`)).toEqual(['behind abc']);
    });

    it('is told from what the disguise hides', () => {
      const token = anchored({ id: 'tok', anchors: { literals: ['tok_'] }, distinctive: true, pattern: /tok_\w{12,40}/y });
      const two = `gbx_a1b2c3d4e5f6g7h8${' '.repeat(276)}gbx_q7w8e9r0t1y2u3i4`;
      // What is turned is read round each of the two, and one lies where the view of the other ends.
      expect(found([token], `w${apart}${two}${apart}w`)).toHaveLength(4);
    });
  });

  it('is read behind turned literals, and counts when it is likely', () => {
    const turned = (confidence: number): readonly Detector[] => [
      anchored({ id: 'tok', anchors: { literals: ['tok_'] }, distinctive: true, pattern: /tok_\w{12,40}/y, confidence }),
    ];
    expect(found(turned(0.8), 'so gbx_q7w8e9r0t1y2u3i4 it')).toEqual(['tok gbx_q7w8e9r0t1y2u3i4']);
    expect(found(turned(0.8), 'so 4i3u2y1t0r9e8w7q_kot it')).toEqual(['tok 4i3u2y1t0r9e8w7q_kot']);
    expect(found(turned(0.6), 'so gbx_q7w8e9r0t1y2u3i4 it')).toEqual(['tok gbx_q7w8e9r0t1y2u3i4']);
    expect(found(turned(0.59), 'so gbx_q7w8e9r0t1y2u3i4 it')).toEqual([]);
    // A view of a view, three deep.
    const nested = (times: number): string[] => {
      let text = 'gbx_q7w8e9r0t1y2u3i4';
      for (let i = 0; i < times; i++) text = base64(`so it is ${text} and`);
      return found(turned(0.8), `so ${text} it`).map((each) => each.split(' ')[0] ?? '');
    };
    expect(nested(2)).toEqual(['tok']);
    expect(nested(3)).toEqual([]);
  });

  it('is read behind a stray escape in a long run', () => {
    expect(pass([key], 'so q7w8e9r0t1y2u3i4=2Bkey').unmasked).toBeGreaterThan(0);
    expect(found([key], 'so q7w8e9r0t1y2u3i4-key=3Aabc')).toEqual(['key key=3Aabc']);
  });

  it('is read three deep', () => {
    const nested = (inner: string, times: number): string[] => {
      let text = inner;
      for (let i = 0; i < times; i++) text = base64(`so it is ${text} and`);
      return found([key, card], `so ${text} it`).map((each) => each.split(' ')[0] ?? '');
    };
    expect(nested('key:abcdef', 3)).toEqual(['key']);
    expect(nested('key:abcdef', 4)).toEqual([]);
    for (const disguised of ['key%3A%61bcdef', 'ke\\u0079\\u003aabc', '6b 65 79 3a 61 62 63 64 65 66 67', '4111 1111 1111 1111']) {
      expect([disguised, nested(disguised, 2)]).toEqual([disguised, [disguised.startsWith('4') ? 'card' : 'key']]);
      expect([disguised, nested(disguised, 3)]).toEqual([disguised, []]);
    }
  });

  it('is read up to a budget', () => {
    expect([viewBudget(0), viewBudget(4096), viewBudget(4097), viewBudget(100_000)]).toEqual([16_384, 16_384, 16_388, 400_000]);
    expect(pass([], 'plain text').unmasked).toBe(0);
    // A view and its surroundings: 2 before, 20 decoded, 3 behind.
    expect(pass([], `: ${base64('the key:abcdef is it')} it`).unmasked).toBe(25);
    // In the view's own view too.
    const inner = `so ${base64('the key:abcdef is it')} it`;
    expect(pass([], base64(inner)).unmasked).toBe(inner.length + 26);
  });

  it('is read no further than that', () => {
    // Each of the short stretches is read with more round it than stands between two.
    const row = `%41%42${'w '.repeat(25)}`.repeat(400);
    const hidden = 'key%3A%61bcdef';
    expect(new Set(found([key], `${hidden} ${row}`))).toEqual(new Set(['key key%3A%61bcdef']));
    expect(found([key], `${row} ${hidden}`)).toEqual([]);
    const { unmasked } = pass([], row);
    expect(unmasked).toBeGreaterThan(viewBudget(row.length));
    expect(unmasked).toBeLessThan(viewBudget(row.length) + 400);
  });
});

describe('the trace of a first pass', () => {
  it('is there when asked for', () => {
    expect(firstPass(buildTables([key]), 'key:abc', false).trace).toBeNull();
    expect(firstPass(buildTables([key]), 'key:abc', true).trace).toEqual({ matches: [0, 0, 7], far: [] });
  });

  it('notes numbers of more than two hundred units', () => {
    const far = (number: string): number[] => [...(pass([], `no. ${number}x`).trace?.far ?? [])];
    expect(far('1234 '.repeat(40))).toEqual([]);
    expect(far(`${'1234 '.repeat(40)}-`)).toEqual([4, 205]);
  });

  it('notes views, and those that reach far', () => {
    const coded = base64('the key:abcdef is it');
    const view = pass([], `: ${coded} it`);
    expect(view.trace).toEqual({ matches: [expect.any(Number), 0, coded.length + 5], far: [] });
    expect(view.trace?.matches[0]).toBeLessThan(0);
    expect(pass([], `${'w '.repeat(1000)}${coded} it`).trace?.far).toEqual([]);
    // 768 of a view are near, one more is far.
    const folded = (gap: number): number[] => [...(pass([], `${'w '.repeat(300)}ａ${'w'.repeat(gap)}`).trace?.far ?? [])];
    const wide = (count: number): number[] => [
      ...(pass([], `${'w '.repeat(300)}${'ａw'.repeat(count)}${'w '.repeat(300)}`).trace?.far ?? []),
    ];
    expect(folded(100)).toEqual([]);
    expect(wide(257)).toEqual([]);
    expect(wide(258)).toEqual([600 - 128, 600 + 514 + 128]);
    const long = base64('the key:abcdef is it so long '.repeat(30));
    const { trace } = pass([], `: ${long} it`);
    expect(trace?.matches.slice(1)).toEqual([0, long.length + 5]);
    expect(trace?.far).toContain(long.length + 5);
  });
});
