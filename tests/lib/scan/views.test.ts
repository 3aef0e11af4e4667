import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../../lib/scan/engine.ts';
import type { Span } from '../../../lib/scan/finding.ts';
import { viewBudget } from '../../../lib/scan/first-pass.ts';
import { isRunUnit, runAround } from '../../../lib/scan/long-run.ts';
import { compacted } from '../../../lib/scan/views/compact.ts';
import { decodedPairs, decodedRun } from '../../../lib/scan/views/encoded.ts';
import { STRAY_ESCAPES, unescaped } from '../../../lib/scan/views/escaped.ts';
import { foldedStretches } from '../../../lib/scan/views/folded.ts';
import { reversed, reversedBack, rotated, rotatedBack } from '../../../lib/scan/views/turned.ts';
import { AROUND, originOf, type View, ViewBuilder } from '../../../lib/scan/views/view.ts';
import { commonCues, disguiseCues, Unmasking } from '../../../lib/scan/views/views.ts';
import { DISGUISES, piece, spyOn } from './pieces.ts';
import { runs } from './runs.ts';

/** What the run round `at` hides. */
function decoded(text: string, at: number): ReturnType<typeof decodedRun> {
  const { start, end } = runAround(text, at, 0);
  return decodedRun(text, start, end);
}

/** A value that might be a secret: printable ASCII with a letter and no blank. */
const secret = fc.string({
  unit: fc.constantFrom(...'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789_-.!'),
  minLength: 14,
  maxLength: 60,
});
/** What stands round a value: nothing that belongs to a disguise. */
const around = fc.string({ unit: fc.constantFrom('w', 'q', ' ', '\n', '(', ')', ','), maxLength: 200 });

function spanOf(text: string, part: string): Span {
  const start = text.indexOf(part);
  if (start < 0) throw new Error('not there');
  return { start, end: start + part.length };
}

/** The piece of `text` that `value` in the view was made of. */
function origin(text: string, view: View | null, value: string): string {
  if (!view) throw new Error('no view');
  const span = originOf(view, spanOf(view.text, value));
  return text.slice(span.start, span.end);
}

/** In every kind of text: whole, and each unit of the view comes from a place in it. */
function isSound(text: string, view: View, backwards = false): void {
  expect(view.starts).toHaveLength(view.text.length);
  expect(view.ends).toHaveLength(view.text.length);
  expect(view.from).toBeGreaterThanOrEqual(0);
  expect(view.to).toBeLessThanOrEqual(text.length);
  expect(view.from).toBeLessThan(view.to);
  let last = backwards ? text.length : 0;
  for (let i = 0; i < view.text.length; i++) {
    const [start, end] = [view.starts[i] as number, view.ends[i] as number];
    if (start < 0 || end > text.length || end <= start) throw new Error(`${i}: ${start} ${end}`);
    if (backwards ? start > last : start < last) throw new Error(`${i}: ${last} ${start}`);
    last = start;
  }
}

describe('what is decoded maps back exactly', () => {
  it.each(['base64url', 'hex'] as const)('%s', (name) => {
    fc.assert(
      fc.property(around, secret, around, (before, value, after) => {
        const coded = (DISGUISES[name] as (text: string) => string)(value);
        const text = `${before} ${coded} ${after}`;
        const at = before.length + 1;
        for (const asked of [at, at + 7, at + 12]) {
          const { end, view } = decoded(text, asked);
          expect(end).toBe(at + coded.length);
          expect(origin(text, view, value)).toBe(coded);
          expect(view?.text.startsWith(text.slice(Math.max(0, at - AROUND), at))).toBe(true);
          expect(view?.text.endsWith(text.slice(end, end + AROUND))).toBe(true);
          isSound(text, view as View);
        }
      }),
      { numRuns: runs(100) },
    );
  });

  it('base64 of a value among other words, to the digits that it shares', () => {
    fc.assert(
      fc.property(fc.nat(5), secret, fc.nat(5), (left, value, right) => {
        const inner = `${'w'.repeat(left)} ${value} ${'q'.repeat(right)}`;
        const text = `x: ${Buffer.from(inner).toString('base64url')} y`;
        const span = originOf(decoded(text, 8).view as View, spanOf(decoded(text, 8).view?.text ?? '', value));
        expect(span.start).toBe(3 + Math.floor(((left + 1) * 8) / 6));
        expect(span.end).toBe(3 + Math.ceil(((left + 1 + value.length) * 8) / 6));
      }),
      { numRuns: runs(100) },
    );
  });

  it('base64 with its plus, slash, padding, and lines', () => {
    const value = 'key~~~??>>~~ secret value, long enough to be broken over lines by mail and PEM alike, twice over.';
    const coded = Buffer.from(value).toString('base64');
    expect(coded).toMatch(/[+/]/);
    const at = coded.search(/[A-Za-z0-9]{16}/);
    expect(origin(`: ${coded} .`, decoded(`: ${coded} .`, 2 + at).view, value)).toBe(coded.replace(/=+$/, ''));
    for (const end of ['\n', '\r\n']) {
      const lines = coded.replace(/.{64}/g, `$&${end}`);
      const run = lines.search(/[A-Za-z0-9]{16}/);
      expect(origin(`: ${lines}${end}.`, decoded(`: ${lines}${end}.`, 2 + run).view, value)).toBe(lines.replace(/=+$/, ''));
      // A line that goes on as something else is no part of it, nor are short lines.
      const other = `${coded.slice(0, 64)}${end}and words`;
      expect(decoded(other, run).view?.text).toContain('and words');
      // Short lines are no such block.
      const short = coded.replace(/.{40}/g, `$&${end}`);
      expect(decoded(`: ${short} .`, 2 + short.search(/[A-Za-z0-9]{16}/)).view?.text.includes(value)).not.toBe(true);
    }
  });

  it('UTF-16 in base64', () => {
    const coded = Buffer.from('password=hunter22', 'utf16le').toString('base64url');
    expect(decoded(coded, 0).view?.text).toContain('password=hunter22');
  });

  it.each(['percent', 'unicode', 'references'] as const)('%s', (name) => {
    fc.assert(
      fc.property(around, secret, around, (before, value, after) => {
        const coded = (DISGUISES[name] as (text: string) => string)(value);
        const text = `${before} ${coded} ${after}`;
        const view = unescaped(text, before.length + 1);
        expect(origin(text, view, value)).toBe(coded);
        isSound(text, view as View);
        expect(view?.to).toBe(before.length + 1 + coded.length);
      }),
      { numRuns: runs(100) },
    );
  });

  it.each<[string, string]>([
    ['a%5Fb%2Dc', 'a_b-c'],
    ['\\x41\\x42', 'AB'],
    ['\\u{1f600}\\u{41}', '😀A'],
    ['\\u0041\\u0042', 'AB'],
    ['&#65;&#x42;&#X43', 'ABC'],
    ['&amp;&lt;&gt;&quot;', '&<>"'],
    ['&equals;&lowbar;&colon;&sol;&period;&hyphen;&plus;&commat;', '=_:/.-+@'],
    ['a=3Db=5F', 'a=b_'],
    ['ab=3D=\ncd', 'ab=cd'],
    ['ab=3D=\r\ncd', 'ab=cd'],
    ['%41%4g%42', 'A%4gB'],
    ['\\u0041\\u00zz%41', 'A\\u00zzA'],
    ['&amp;&nope;&amp;', '&&nope;&'],
    ['&#65;&#0;&#66;', 'A&#0;B'],
    ['%41\\u{110000}%42', 'A\\u{110000}B'],
    ['%41\\u{10ffff}', 'A\u{10ffff}'],
    ['%41&#1;', 'A\x01'],
    ['=4A=3d=4B', 'J=3dK'],
  ])('%j reads %j', (text, plain) => {
    const at = text.search(/[%\\&=]/);
    const view = unescaped(text, at);
    expect(view?.text).toBe(plain);
    isSound(text, view as View);
  });

  it.each([
    '100% sure',
    'a&b',
    'x=2',
    '\\user',
    '%',
    '%zz%zz',
    '&',
    '=',
    '=\n',
    '&nope;',
    '\\u{110000}',
    '&#0;',
    '%4g%41%42',
    '&nope;&amp;&amp;',
    '%41',
    'a%41',
    '&#65;',
    '&amp;',
    `%41${'x'.repeat(48)}%42`,
  ])('%j holds no escapes', (text) => {
    expect(unescaped(text, Math.max(0, text.search(/[%&=\\]/)))).toBeNull();
  });

  it('reads on over short gaps, and no further than its length', () => {
    const gap = (length: number): string => `%41${'x'.repeat(length)}%42%43`;
    expect(unescaped(gap(40), 0)?.text).toBe(`A${'x'.repeat(40)}BC`);
    expect(unescaped(gap(45), 0)?.text).toBe(`A${'x'.repeat(45)}BC`);
    expect(unescaped(gap(60), 0)).toBeNull();
    expect(unescaped(`%41%41${'x'.repeat(60)}%42`, 0)?.text).toBe(`AA${'x'.repeat(60)}%42`);
    expect(unescaped(`%41%41${'x'.repeat(300)}`, 0)?.text).toBe(`AA${'x'.repeat(AROUND)}`);
    const long = unescaped('%41'.repeat(20_000), 0) as View;
    expect(long.to).toBeLessThanOrEqual(16_384 + 3);
    expect(long.text.length).toBeLessThan(16_384 / 3 + AROUND + 10);
  });

  it('letters moved by thirteen', () => {
    fc.assert(
      fc.property(around, secret, around, (before, value, after) => {
        const text = `${before}${rotated(value)}${after}`;
        const view = rotatedBack(text, before.length);
        expect(origin(text, view, value)).toBe(rotated(value));
        expect(view.least).toBe(0.6);
        isSound(text, view);
      }),
      { numRuns: runs(100) },
    );
    expect(rotated('Hello, AZaz 1')).toBe('Uryyb, NMnm 1');
    expect(rotated(rotated('Any text 123'))).toBe('Any text 123');
  });

  it('what is written backwards', () => {
    fc.assert(
      fc.property(around, secret, around, (before, value, after) => {
        const text = `${before}${reversed(value)}${after}`;
        const view = reversedBack(text, before.length);
        expect(origin(text, view, value)).toBe(reversed(value));
        expect(view.least).toBe(0.6);
        isSound(text, view, true);
      }),
      { numRuns: runs(100) },
    );
    expect(reversed('ab😀')).toBe('😀ba');
  });

  it.each([rotatedBack, reversedBack])('%o reads 320 units on each side', (read) => {
    const text = 'x'.repeat(2000);
    expect(read(text, 1000)).toMatchObject({ from: 680, to: 1320 });
    expect(read(text, 1000).text).toHaveLength(640);
    expect(read(text, 10)).toMatchObject({ from: 0, to: 330 });
    expect(read(text, 1990)).toMatchObject({ from: 1670, to: 2000 });
  });

  it.each(['wide', 'invisible'] as const)('%s', (name) => {
    fc.assert(
      fc.property(around, secret, around, (before, value, after) => {
        const coded = (DISGUISES[name] as (text: string) => string)(value);
        const text = `${before} ${coded} ${after}`;
        const view = foldedStretches(text).find((each) => each.text.includes(value)) ?? null;
        expect(origin(text, view, value)).toBe(coded);
        for (const each of foldedStretches(text)) isSound(text, each);
      }),
      { numRuns: runs(100) },
    );
  });

  it.each([
    ['раѕѕword', 'password'],
    ['𝐩𝐚𝐬𝐬', 'pass'],
    ['ⓟⓐⓢⓢ', 'pass'],
    ['٤١١١', '4111'],
    ['४१११', '4111'],
    ['𝟜𝟙𝟙𝟙', '4111'],
    ['p\u00ada\u200bs\u2060s', 'pass'],
    ['p\u{e0061}', 'pa'],
    ['\u{e0001}x\u{e007f}', 'x'],
    ['ﬁle', 'file'],
    ['pa\u0301ss', 'pass'],
    ['sk–live—x', 'sk-live-x'],
    ['日本語', '日本語'],
  ])('%s looks like %s', (text, plain) => {
    const views = foldedStretches(`${text}\u200b`);
    expect(views.map((view) => view.text).join('')).toBe(plain);
  });

  it('folds stretches that are far apart by themselves, and plain text not at all', () => {
    expect(foldedStretches('plain ASCII, Grüße, 日本')).toEqual([]);
    const text = `${'x'.repeat(300)}\u200b${'y'.repeat(100)}\u200b${'z'.repeat(1000)}\u200b${'w'.repeat(300)}`;
    const views = foldedStretches(text);
    expect(views.map(({ from, to }) => [from, to])).toEqual([
      [300 - AROUND, 401 + AROUND],
      [1402 - AROUND, 1402 + AROUND],
    ]);
  });

  it.each([
    ['4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1', '4111111111111111'],
    ['4111-1111-1111-1111', '4111111111111111'],
    ['4111_1111_1111_1111', '4111111111111111'],
    ['4111\n1111\n1111\n1111', '4111111111111111'],
    ['4111 1111\r\n1111 1111', '4111111111111111'],
    ['411111111\n1111111', '4111111111111111'],
    ['1.2.3.4.5.6.7.8.9.0.1.2', '123456789012'],
    ['1\t2\t3\t4\t5\t6\t7\t8\t9\t0\t1\t2', '123456789012'],
    ['1234-5678-9012-34', '12345678901234'],
  ])('the number %j reads %s', (number, plain) => {
    for (const text of [number, `no. ${number}, ok`]) {
      const at = text.indexOf(number);
      for (const asked of [at, at + 1, at + 6]) {
        const { end, view } = compacted(text, asked);
        expect(end).toBe(at + number.length);
        expect(origin(text, view, plain)).toBe(number);
        expect(view?.least).toBe(0.7);
        isSound(text, view as View);
      }
    }
  });

  it.each([
    '4111111111111111', // not in pieces
    '1234 5678 901', // too short
    '12 34 56 78 90 12', // pairs
    '4111 1111-1111 1111', // two separators
    '4111 111 1111 1111',
    '123 456 789 012',
    '1-2-3-4-5-6-7-8-9-0-1-23',
    `${'1234 '.repeat(11)}`, // too long
    '- . / -',
    '12345\n67890 12',
  ])('the number %j is none', (text) => {
    expect(compacted(text, 0).view).toBeNull();
  });
});

describe('any text', () => {
  const subject = fc.array(fc.oneof(piece, around), { maxLength: 6 }).map((parts) => parts.join(''));

  it('gives views that lie within it', () => {
    fc.assert(
      fc.property(subject, fc.nat(), (text, where) => {
        if (text === '') return;
        const at = where % text.length;
        const run = decoded(text, at);
        expect(run.end).toBeGreaterThanOrEqual(at);
        expect(run.end).toBeLessThanOrEqual(text.length);
        if (run.view) isSound(text, run.view);
        const number = compacted(text, at);
        expect(number.end).toBeLessThanOrEqual(text.length);
        if (number.view) isSound(text, number.view);
        const plain = unescaped(text, at);
        if (plain) isSound(text, plain);
        isSound(text, rotatedBack(text, at));
        isSound(text, reversedBack(text, at), true);
        for (const view of foldedStretches(text)) isSound(text, view);
      }),
      { numRuns: runs(2000) },
    );
  });

  it.each(['zzzzzzzzzzzzzzzzzzzz', 'aGVsbG8', 'deadbeefdeadbeefdeadbeefdeadbeef', '//////////////////////', '6865', '61626364656667686'])(
    '%s hides no text',
    (text) => {
      expect(decoded(text, 0)).toEqual({ end: expect.any(Number), view: null });
    },
  );

  it('is no text with many other bytes', () => {
    expect(decoded(Buffer.from(Uint8Array.from({ length: 60 }, (_, i) => (i * 37) & 255)).toString('base64url'), 0).view).toBeNull();
    const late = Buffer.concat([Buffer.from('this begins like text '), Buffer.from(new Uint8Array(60).fill(2))]);
    expect(decoded(late.toString('base64url'), 0).view).toBeNull();
    expect(decoded(late.toString('hex'), 0).view).toBeNull();
    // UTF-8 beyond ASCII, a little of it.
    expect(decoded(Buffer.from('the password of Müller is ~hunter~').toString('base64url'), 0).view?.text).toContain('hunter');
  });
});

describe('hexadecimal bytes in pairs', () => {
  const pairs = (text: string, gap: string): string => Buffer.from(text).toString('hex').match(/../g)?.join(gap) ?? '';

  it.each([' ', '  ', '-', '\n'])('with %j between them are decoded from wherever one begins', (gap) => {
    fc.assert(
      fc.property(around, secret, around, fc.nat(), (before, value, after, which) => {
        const coded = pairs(value, gap);
        const text = `${before}(${coded})${after}`;
        const start = before.length + 1;
        const { end, view } = decodedPairs(text, start + (which % value.length) * (2 + gap.length), 0);
        expect(end).toBe(start + coded.length);
        expect(origin(text, view, value)).toBe(coded);
        isSound(text, view as View);
      }),
      { numRuns: runs(100) },
    );
  });

  it.each([
    ['seven bytes', '61 62 63 64 65 66 67'],
    ['bytes that are no text', '00 01 02 03 04 05 06 07 08 09 10'],
    ['another character between them', '61/62/63/64/65/66/67/68'],
    ['three blanks', '61   62   63   64   65   66   67   68'],
    ['a longer number before them', '161 62 63 64 65 66 67 68'],
  ])('are left alone: %s', (_, text) => {
    expect(decodedPairs(text, text.indexOf('62'), 0).view).toBeNull();
  });

  it('are not read before a place that was read already', () => {
    const text = pairs('abcdefghijklmnop', ' ');
    expect(decodedPairs(text, 9, 6).view?.text.endsWith('cdefghijklmnop')).toBe(true);
  });
});

describe('a view', () => {
  it('knows where it comes from', () => {
    const builder = new ViewBuilder();
    builder.copy('abcdef', 1, 3);
    builder.add('XY', 3, 5);
    builder.add('', 5, 5);
    builder.copy('abcdef', 5, 6);
    const view = builder.view(1, 6, 0.4);
    expect(view).toEqual({ text: 'bcXYf', starts: [1, 2, 3, 3, 5], ends: [2, 3, 5, 5, 6], from: 1, to: 6, least: 0.4 });
    expect(originOf(view, { start: 0, end: 2 })).toEqual({ start: 1, end: 3 });
    expect(originOf(view, { start: 3, end: 4 })).toEqual({ start: 3, end: 5 });
    expect(originOf(view, { start: 1, end: 5 })).toEqual({ start: 2, end: 6 });
    expect(builder.view(0, 6).least).toBe(0);
  });
});

/** The cues that do not depend on what is asked for. */
function common(disguise: string): unknown[] {
  return commonCues()
    .filter((cue) => cue.disguise === disguise)
    .map(({ text, exact }) => [text, exact]);
}

describe('cues of disguises', () => {
  it('are escapes, and literals turned round', () => {
    const cues = disguiseCues(
      ['ghp_', 'AKIA', 'ghp_', 'abc', '1-2-', 'n00n', 'eyJ'],
      ['datadog', 'datadog', 'noon', 'a1-22', '12345', 'refer', 'new_relic', 'new relic'],
    );
    const of = (disguise: string): unknown[] => cues.filter((cue) => cue.disguise === disguise).map(({ text, exact }) => [text, exact]);
    expect(of('escaped')).toEqual([]);
    expect(of('rotated')).toEqual([
      ['tuc_', true],
      ['NXVN', true],
      ['a00a', true],
      ['qngnqbt', false],
      ['ersre', false],
    ]);
    expect(of('reversed')).toEqual([
      ['_phg', true],
      ['AIKA', true],
      ['godatad', false],
    ]);
    expect(common('escaped')).toEqual(STRAY_ESCAPES.map((text) => [text, true]));
    expect(common('rotated')).toContainEqual(['uggcf', false]);
    expect(common('reversed')).toContainEqual(['sergtsop', false]);
  });
});

/** A text that counts how often a unit of it was looked at. */
function counted(text: string): { readonly text: string; readonly looks: () => number } {
  let looks = 0;
  const wrapper = {
    length: text.length,
    charCodeAt: (at: number) => {
      looks++;
      return text.charCodeAt(at);
    },
    slice: (start?: number, end?: number) => {
      const part = text.slice(start, end);
      looks += part.length;
      return part;
    },
  };
  return { text: wrapper as unknown as string, looks: () => looks };
}

describe('the work behind disguises', () => {
  /** Looks for a text of `length` units when each of its offsets is asked about, as the engine does. */
  function looks(
    unit: string,
    length: number,
    ask: (unmasking: Unmasking, at: number, text: string, read: { end: number }) => void,
  ): number {
    const subject = counted(unit.repeat(Math.ceil(length / unit.length)).slice(0, length));
    const unmasking = new Unmasking(subject.text, viewBudget(subject.text.length));
    const read = { end: 0 };
    for (let at = 0; at < length; at += 4) ask(unmasking, at, subject.text, read);
    return subject.looks();
  }

  /** Asks about the run that holds `at`, once, as the pass over the text does. */
  function askRun(unmasking: Unmasking, at: number, subject: string, read: { end: number }): void {
    if (at < read.end || !isRunUnit(subject.charCodeAt(at))) return;
    const { start, end } = runAround(subject, at, read.end);
    read.end = end;
    unmasking.run(start, end);
  }

  it.each(['1', '1 ', '1-', '-', '1234 ', '12 3-', '1\n'])('is linear for numbers of %j', (unit) => {
    const cost = (length: number): number => looks(unit, length, (unmasking, at) => unmasking.number(at));
    const [small, large] = [cost(8000), cost(16_000)];
    expect(large).toBeLessThanOrEqual(small * 2.2);
  });

  it.each(['61 ', '61 ff ', '6161 ', '99-'])('is linear for bytes in pairs: %j', (unit) => {
    const cost = (length: number): number => looks(unit, length, (unmasking, at) => unmasking.pairs(at));
    const [small, large] = [cost(8000), cost(16_000)];
    expect(large).toBeLessThanOrEqual(small * 2.2);
  });

  it.each(['x', 'xY1_', 'abcdefghijklmnopqrst ', 'QUFB', '4142', 'f', `${'A'.repeat(64)}\n`])('is linear for runs of %j', (unit) => {
    const cost = (length: number): number => looks(unit, length, askRun);
    const [small, large] = [cost(8000), cost(16_000)];
    expect(large).toBeLessThanOrEqual(small * 2.2);
  });

  it.each(['abcdefghijklmnop/', 'abcdefghijklmnopq+'])('reads paths of long names once: %s', (unit) => {
    const cost = (length: number): number => looks(unit, length, askRun);
    const [small, large] = [cost(8000), cost(16_000)];
    expect(large).toBeLessThanOrEqual(small * 2.2);
  });

  it.each(['rotated', 'reversed'] as const)('is linear for cues that are %s', (disguise) => {
    const cost = (length: number): number => {
      const unmasking = new Unmasking('x'.repeat(length), viewBudget(length));
      for (let at = 0; at < length; at += 4) unmasking.cue(disguise, at, at + 4);
      return unmasking.views.reduce((sum, { text }) => sum + text.length, 0);
    };
    expect(cost(16_000)).toBeLessThanOrEqual(cost(8000) * 2.2);
    expect(cost(16_000)).toBeLessThanOrEqual(16_000 * 5);
  });

  let asked = 0;
  const engine = createEngine([spyOn('a', () => asked++)]);
  const attempts = (text: string): number => {
    asked = 0;
    engine.scan(text);
    return asked;
  };

  it.each(['%41', '\\u0041', '&#65;', '=41', '%2541', '%252541', 'YTFi', '41414141', 'a\u200b', 'ａ', '%41 %41'.padEnd(60)])(
    'is linear in a text of %j',
    (unit) => {
      const count = (length: number): number => attempts(unit.repeat(Math.ceil(length / unit.length)));
      const [small, large] = [count(100_000), count(200_000)];
      expect(small).toBeGreaterThan(0);
      expect(large).toBeLessThanOrEqual(small * 2.2);
      expect(large).toBeLessThanOrEqual(200_000 * 6);
    },
  );

  it('takes three disguises off, no more', () => {
    const nested = (depth: number): string => {
      let text = 'token: "zqzzqzqz" and so on';
      for (let i = 0; i < depth; i++) text = Buffer.from(text).toString('base64url');
      return text;
    };
    const found: number[] = [];
    for (let depth = 0; depth <= 6; depth++) {
      let seen = 0;
      createEngine([spyOn('zqz', () => seen++)]).scan(nested(depth));
      found.push(seen);
    }
    expect(found.map((seen) => seen > 0)).toEqual([true, true, true, true, false, false, false]);
  });

  it('finds through a disguise only what is disguised, and says where', () => {
    const detector = { ...spyOn('zqz', () => undefined), pattern: /zqz\d{4}/y, entity: 'Z' };
    const plain = createEngine([detector]);
    const at = (text: string): string[] => plain.scan(text).map(({ span }) => text.slice(span.start, span.end));
    expect(at('x zqz1234 %41%42')).toEqual(['zqz1234']);
    expect(at('x zqz%31%32%33%34 y')).toEqual(['zqz%31%32%33%34']);
    expect(at('x ｚｑｚ１２３４ y')).toEqual(['ｚｑｚ１２３４']);
    expect(at(`x ${Buffer.from('the zqz1234 is').toString('base64url')} y`)).toHaveLength(1);
  });
});
