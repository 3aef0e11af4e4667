import { deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decodedPairs, decodedRun } from '../../../../lib/scan/views/encoded.ts';

type Coding = 'base64' | 'base64url' | 'hex';

function coded(text: string | readonly number[], coding: Coding = 'base64'): string {
  return Buffer.from(text as string).toString(coding);
}

/** Where what the run `[start, end)` hides ends, and what it is. */
function behind(text: string, start = 0, end = text.length, from = 0): [number, string | null] {
  const decoded = decodedRun(text, start, end, from);
  return [decoded.end, decoded.view?.text ?? null];
}

const TEXT = 'this is a text, so';
const a = (count: number): number[] => new Array<number>(count).fill(97);

describe('a run of base64 or hexadecimal digits', () => {
  it('hides a text, each byte of it in its place', () => {
    expect(decodedRun(coded(TEXT), 0, 24).view).toMatchObject({ text: TEXT, from: 0, to: 24, least: 0 });
    expect(decodedRun(coded(TEXT), 0, 24).view?.starts.slice(0, 7)).toEqual([0, 1, 2, 4, 5, 6, 8]);
    expect(decodedRun(coded(TEXT), 0, 24).view?.ends.slice(0, 7)).toEqual([2, 3, 4, 6, 7, 8, 10]);
    expect(decodedRun(coded(TEXT, 'hex'), 0, 36).view?.starts.slice(0, 3)).toEqual([0, 2, 4]);
    expect(decodedRun(coded(TEXT, 'hex'), 0, 36).view?.ends.slice(0, 3)).toEqual([2, 4, 6]);
  });

  it('is read with 128 units before and after it', () => {
    const [before, after] = ['w '.repeat(100), ' w'.repeat(100)];
    for (const coding of ['base64', 'hex'] as const) {
      const text = before + coded(TEXT, coding) + after;
      const end = 200 + coded(TEXT, coding).length;
      expect(decodedRun(text, 200, end)).toMatchObject({
        end,
        view: { text: before.slice(-128) + TEXT + after.slice(0, 128), from: 200 - 128, to: end + 128 },
      });
    }
  });

  it.each<[string, string, string | null]>([
    ['hexadecimal digits', coded(TEXT, 'hex'), TEXT],
    ['capital ones', coded('jklmnopqrstuvwxyz', 'hex').toUpperCase(), 'jklmnopqrstuvwxyz'],
    ['an odd number of them', `${coded(TEXT, 'hex')}1`, null],
    ['sixteen', coded('abcdefgh', 'hex'), 'abcdefgh'],
    ['fourteen', coded('abcdefg', 'hex'), null],
    ['all digits of base64', coded('??>>??>>~~~abcdefghij~~~'), '??>>??>>~~~abcdefghij~~~'],
    ['those for addresses', coded('??>>??>>~~~abcdefghij~~~', 'base64url'), '??>>??>>~~~abcdefghij~~~'],
    [
      'every letter and digit',
      'QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9wcXJzdHV2d3h5ejAxMjM0NTY3ODk',
      'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789',
    ],
    ['twelve bytes', coded('abcdefghijkl'), 'abcdefghijkl'],
    ['eleven bytes', coded('abcdefghijk', 'base64url'), null],
    ['a digit that is none', '616263646566676g', null],
    ['no digit of base64 behind it', `${coded(TEXT)}{~`, `${TEXT}{~`],
    // What is text: printable, with tabs and line ends.
    ['tabs and line ends', coded([97, 98, 9, 10, 13, 126, 32, 97, 98, 97, 98, 97], 'hex'), 'ab\t\n\r~ ababa'],
    ['a character that is deleted', coded([97, 98, 127, 97, 98, 97, 98, 97], 'hex'), null],
    ['a control character', coded([97, 98, 31, 97, 98, 97, 98, 97], 'hex'), null],
    ['one as the eighth byte', coded([...a(7), 1, 97, 97], 'hex'), null],
    ['one as the ninth', coded([...a(8), 1, 97], 'hex'), null],
    ['one first in base64', coded('\x01his is a text, so'), null],
    ['one second', coded('t\x01is is a text, so'), null],
    ['one third', coded('th\x01s is a text, so'), null],
    ['one fourth', coded('thi\x01 is a text, so'), null],
    ['one tenth', coded('this is a\x01text, so'), null],
    // Fifteen in a hundred may be beyond ASCII.
    ['three of twenty beyond ASCII', coded([...a(17), 200, 201, 202], 'hex'), `${'a'.repeat(17)}ÈÉÊ`],
    ['the first byte beyond ASCII', coded([128, ...a(9)], 'hex'), `\x80${'a'.repeat(9)}`],
    ['the same in base64', coded([128, ...a(17)]), `\x80${'a'.repeat(17)}`],
    ['three of nineteen', coded([...a(16), 200, 201, 202], 'hex'), null],
    ['one that begins with one', coded([200, ...a(17)]), `È${'a'.repeat(17)}`],
    ['one that begins with two', coded([200, 201, ...a(16)]), null],
    // Every second byte zero.
    ['UTF-16', coded([...Buffer.from('password1', 'utf16le')], 'hex'), 'password1'],
    ['UTF-16 the other way', coded([...Buffer.from('password1', 'utf16le').swap16()]), 'password1'],
    ['UTF-16 beyond ASCII', coded([97, 0, 97, 0, 97, 0, 200, 0, 97, 0], 'hex'), null],
    ['four zeros of ten', coded([0, 97, 0, 97, 0, 97, 0, ...a(3)], 'hex'), 'aaaaaa'],
    ['four zeros of eleven', coded([0, 97, 0, 97, 0, 97, 0, ...a(4)], 'hex'), null],
  ])('of %s: %s hides %j', (_, text, plain) => {
    expect(behind(text)).toEqual([text.length, plain]);
  });

  it('is looked at from sixteen digits on', () => {
    const text = coded(TEXT);
    expect(behind(text, 0, 16)).toEqual([24, TEXT]);
    expect(behind(text, 0, 15)).toEqual([15, null]);
    expect(behind(`${'. '.repeat(10)}${text}`, 20, 35)).toEqual([35, null]);
  });

  it('may begin before the run, but not where something was read', () => {
    const text = `x Pz4+${coded(TEXT)} y`;
    expect(behind(text, 6, 30)).toEqual([30, `x ?>>${TEXT} y`]);
    expect(behind(text, 6, 30, 2)).toEqual([30, `x ?>>${TEXT} y`]);
    expect(behind(text, 6, 30, 6)).toEqual([30, `x Pz4+${TEXT} y`]);
    // Where that makes no sense, it begins with the run.
    expect(behind(`dGhpcyBpcyBh/${coded(TEXT)} y`, 13, 37)).toEqual([37, `dGhpcyBpcyBh/${TEXT} y`]);
    expect(behind(`x/${coded(TEXT)} y`, 2, 26)).toEqual([26, `x/${TEXT} y`]);
  });

  it('begins and ends where its digits do, though the run has no + and no /', () => {
    const text = coded('??>>??>>~~~abcdefghij~~~');
    expect(text.slice(12, 31)).toMatch(/^\w+$/);
    expect(behind(text, 12, 31)).toEqual([32, '??>>??>>~~~abcdefghij~~~']);
    expect(behind(`(${text})`, 13, 32)).toEqual([33, '(??>>??>>~~~abcdefghij~~~)']);
  });
});

describe('base64 in lines', () => {
  const plain = 'abc def ghi jkl mno pqr stu vwx yz. '.repeat(4);
  const text = coded(plain);

  it.each([
    [60, '\n', true],
    [60, '\r\n', true],
    [64, '\n', true],
    [76, '\r\n', true],
    [56, '\n', false],
    [56, '\r\n', false],
    [60, '\r', false],
    [60, '\n\n', false],
    [60, ' ', false],
    [60, '\r\r\n', false],
  ])('of %i digits, parted by %j: joined %s', (length, end, joined) => {
    const [first, rest] = [text.slice(0, length), text.slice(length)];
    const lines = first + end + rest;
    if (joined) expect(behind(lines, 0, length)).toEqual([lines.length, plain]);
    else {
      const decoded = plain.slice(0, (length * 3) / 4);
      expect(behind(lines, 0, length)).toEqual([length, decoded + (end + rest).slice(0, 128)]);
    }
  });

  it('goes on line by line, while each is long enough', () => {
    const lines = (first: number, second: number): string =>
      `${text.slice(0, first)}\n${text.slice(first, first + second)}\n${text.slice(first + second)}`;
    expect(behind(lines(64, 64), 0, 64)).toEqual([lines(64, 64).length, plain]);
    expect(behind(lines(64, 56), 0, 64)[0]).toBe(64 + 1 + 56);
  });

  it.each([
    ['and', 64],
    ['and=', 64],
    ['and==\n', 64],
    ['and\r', 64],
    ['and\nmore', 64],
    ['an1', 64],
    ['', 60],
    ['=', 60],
    [' ', 60],
    ['aAnd more', 65],
    ['and more', 60],
    ['and, more', 60],
    ['and.', 60],
  ])('goes on in a short line that is nothing else: %j', (line, end) => {
    expect(behind(`${text.slice(0, 60)}\n${line}`, 0, 60)[0]).toBe(end);
  });

  it('ends before a sentence that begins in the next line', () => {
    expect(behind(`${text.slice(0, 60)}\nAnd so on`, 0, 60)[1]).toMatch(/\nAnd so on$/);
  });

  it('goes on in a line of sixty small letters, as no word is so long', () => {
    const small = 'babababa'.repeat(8);
    expect(behind(`${text.slice(0, 60)}\n${small.slice(0, 60)} x`, 0, 60)[1]).toBeNull();
    expect(behind(`${text.slice(0, 60)}\n${small.slice(0, 59)} x`, 0, 60)[0]).toBe(60);
  });

  it('is decoded up to a length', () => {
    const long = coded('so it goes on. '.repeat(3000));
    expect(behind(long, 0, long.length)).toEqual([60_000, 'so it goes on. '.repeat(3000).slice(0, 24_576) + long.slice(32_768, 32_896)]);
    const late = `${'w '.repeat(10_000)}${coded('so it goes on. '.repeat(1000))}`;
    expect(behind(late, 20_000, 40_000)).toEqual([40_000, 'w '.repeat(64) + 'so it goes on. '.repeat(1000)]);
    const hex = coded('so it goes on. '.repeat(3000), 'hex');
    expect(behind(hex, 0, hex.length)).toEqual([90_000, 'so it goes on. '.repeat(3000).slice(0, 16_384) + hex.slice(32_768, 32_896)]);
  });
});

describe('a row of hexadecimal bytes', () => {
  const row = (text: string): string => coded(text, 'hex').match(/../g)?.join(' ') ?? '';

  it.each<[string, number, number, number, string | null]>([
    [row('abcdefgh'), 3, 0, 23, 'abcdefgh'],
    [row('abcdefgh'), 0, 0, 23, 'abcdefgh'],
    [row('abcdefgh'), 21, 0, 23, 'abcdefgh'],
    [row('abcdefg'), 3, 0, 20, null],
    [row('jklmnopq').toUpperCase(), 3, 0, 23, 'jklmnopq'],
    // One blank, two, a hyphen or a line end between two.
    ['61 62-63\n64  65 66 67 68 69', 3, 0, 27, 'abcdefghi'],
    ['61 62-63\n64  65 66 67 68 69', 19, 0, 27, 'abcdefghi'],
    ['61 62 63 64   65 66 67 68 69', 3, 0, 11, null],
    ['61 62\n\n63 64 65 66 67 68 69 70', 3, 0, 5, null],
    ['61 62--63 64 65 66 67 68 69 70', 10, 0, 30, '61 62--cdefghip'],
    ['61 62\t63 64 65 66 67 68 69 70', 9, 0, 29, '61 62\tcdefghip'],
    ['61 62 -63 64 65 66 67 68 69 70', 10, 0, 30, '61 62 -cdefghip'],
    // No part of a longer number or word.
    ['161 62 63 64 65 66 67 68 69', 4, 0, 27, '161 bcdefghi'],
    ['f61 62 63 64 65 66 67 68 69', 4, 0, 27, 'f61 bcdefghi'],
    ['x61 62 63 64 65 66 67 68 69', 4, 0, 27, 'xabcdefghi'],
    ['61 62 63 64 65 66 67 68 6', 3, 0, 23, 'abcdefgh 6'],
    ['61 62 63 64 65 66 67 6', 3, 0, 20, null],
    ['61 62 63 64 65 66 67 68 6g', 3, 0, 23, 'abcdefgh 6g'],
    ['61 62 63 64 65 66 67 68, 69', 3, 0, 23, 'abcdefgh, 69'],
    ['6g 62 63 64 65 66 67 68 69', 3, 0, 26, '6g bcdefghi'],
    ['6@ 62 63 64 65 66 67 68 69', 3, 0, 26, '6@ bcdefghi'],
    ['061 62 63 64 65 66 67 68 69', 4, 0, 27, '061 bcdefghi'],
    ['6162 63 64 65 66 67 68 69', 2, 0, 25, '61bcdefghi'],
    ['61 62 63 64 65 66 67 6869', 3, 0, 23, 'abcdefgh69'],
    // Not before what was read.
    [row('abcdefghijkl'), 12, 6, 35, '61 62 cdefghijkl'],
    [row('abcdefghijkl'), 12, 7, 35, '61 62 63 defghijkl'],
    // No text.
    ['61 62 63 64 65 66 67 01 69', 3, 0, 23, null],
    ['61 62 63 64 65 66 67 68 01 69', 3, 0, 29, null],
    ['xx xx', 0, 0, 0, null],
  ])('in %j round %i, not before %i, ends at %i: %j', (text, at, from, end, plain) => {
    const { end: found, view } = decodedPairs(text, at, from);
    expect([found, view?.text ?? null]).toEqual([end, plain]);
    expect(view?.least ?? 0.5).toBe(0.5);
  });

  it('is decoded up to a length', () => {
    const long = '61 '.repeat(40_000);
    expect(decodedPairs(long, 0, 0).end).toBe(32_768 * 3 - 1);
    expect(decodedPairs(long, 90_000, 0).view?.from).toBe(90_000 - 32_769 - 128);
  });

  it('is read with 128 units before and after it', () => {
    const [before, after] = ['w '.repeat(100), ' w'.repeat(100)];
    const { view } = decodedPairs(before + row('abcdefgh') + after, 203, 0);
    expect(view).toMatchObject({ text: `${before.slice(-128)}abcdefgh${after.slice(0, 128)}`, from: 72, to: 223 + 128 });
    expect(view?.starts.slice(128, 131)).toEqual([200, 203, 206]);
    expect(view?.ends.slice(128, 131)).toEqual([202, 205, 208]);
  });
});

describe('a run of packed bytes', () => {
  const LONG = `${TEXT}. `.repeat(8);
  const base64 = gzipSync(LONG).toString('base64');

  it.each([
    ['gzip in base64', base64],
    ['gzip in base64url', gzipSync(LONG).toString('base64url')],
    ['zlib in base64', deflateSync(LONG).toString('base64')],
    ['gzip in hexadecimal digits', gzipSync(LONG).toString('hex')],
  ])('hides a text: %s', (_, text) => {
    expect(behind(text, 0, text.replace(/=+$/, '').length)[1]?.replace(/=+$/, '')).toBe(LONG);
  });

  it('stands for all of it', () => {
    const text = `see ${base64} there`;
    const { view } = decodedRun(text, 4, 20);
    expect(view?.text).toBe(`see ${LONG}${base64.slice(base64.replace(/=+$/, '').length)} there`);
    const end = 4 + base64.replace(/=+$/, '').length;
    expect([view?.starts[4], view?.ends[4], view?.starts[3 + LONG.length], view?.ends[3 + LONG.length]]).toEqual([4, end, 4, end]);
  });

  it('is unpacked as far as somebody wants', () => {
    expect(decodedRun(base64, 0, 20, 0, 40).view?.text.replace(/=+$/, '')).toBe(LONG.slice(0, 40));
    expect(decodedRun(base64, 0, 20, 0, 0).view).toBeNull();
  });

  it('is none where it holds no text', () => {
    expect(decodedRun(gzipSync(Buffer.alloc(200, 1)).toString('base64'), 0, 20).view).toBeNull();
  });

  it('may be a text that begins as packed bytes do', () => {
    expect(behind(coded('x^2 and so on, for ever.'))[1]).toBe('x^2 and so on, for ever.');
  });
});
