import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Bytes, byteOf, OVERLAP, PIECE } from '../../../lib/scan/bytes.ts';

describe('bytes', () => {
  it('do not tell cases apart, but letters', () => {
    // Beyond U+2E00 only the full-width letters.
    const cased = Array.from({ length: 0x10000 }, (_, unit) => unit).filter((unit) => {
      const lower = String.fromCharCode(unit).toLowerCase();
      return (unit < 0x2e00 || unit >= 0xff00) && lower.length === 1 && lower > '\x7f' && lower.charCodeAt(0) !== unit;
    });
    expect(cased.length).toBeGreaterThan(900);
    // Two units in lower case: it stands for itself.
    expect(byteOf('İ'.charCodeAt(0))).toBe(0xb2);
    expect(cased.filter((unit) => byteOf(unit) !== byteOf(String.fromCharCode(unit).toLowerCase().charCodeAt(0)))).toEqual([]);
    for (const alphabet of [
      'àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿ',
      'αβγδεζηθικλμνξοπρστυφχψω',
      'абвгдежзийклмнопрстуфхцчшщъыьэюя',
      '０１２ａｂｃｘｙｚ',
    ])
      expect(new Set([...alphabet].map((letter) => byteOf(letter.charCodeAt(0)))).size).toBe(alphabet.length);
    for (const first of [0x2e00, 0x4e00, 0xff80]) expect(new Set(Array.from({ length: 128 }, (_, i) => byteOf(first + i))).size).toBe(128);
  });

  it('stand for code units one by one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.nat(8), fc.nat(8), (text, left, right) => {
        const from = Math.min(left, text.length);
        const to = Math.max(from, text.length - right);
        const bytes = new Bytes();
        const count = bytes.read(text, from, to);
        const view = new Uint8Array(bytes.words.buffer);
        expect(count * 4).toBeGreaterThanOrEqual(to - from + 4);
        for (let i = 0; i < to - from; i++) expect(view[i]).toBe(byteOf(text.charCodeAt(from + i)));
        for (let i = to - from; i < count * 4; i++) expect(view[i]).toBe(0);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII
        expect(bytes.ascii).toBe(/^[\x00-\x7f]*$/.test(text.slice(from, to)));
      }),
    );
  });

  it('keep ASCII and put everything else above it', () => {
    for (let unit = 0; unit < 0x10000; unit++) {
      if (unit < 128) expect(byteOf(unit)).toBe(unit);
      else if (byteOf(unit) < 128 || byteOf(unit) > 255) throw new Error(`${unit}`);
    }
  });

  it('read a whole piece after a longer reading', () => {
    const bytes = new Bytes();
    bytes.read('é'.repeat(PIECE), 0, PIECE);
    expect(bytes.read('x'.repeat(PIECE), 0, PIECE)).toBe(PIECE / 4 + 1);
    expect(bytes.ascii).toBe(true);
    expect(bytes.words[PIECE / 4 - 1]).toBe(0x78787878);
    expect(bytes.words[PIECE / 4]).toBe(0);
  });

  it('read as much as they may', () => {
    const bytes = new Bytes();
    const most = OVERLAP + PIECE;
    bytes.read('é'.repeat(most), 0, most);
    expect(bytes.read(`xx${'y'.repeat(most)}`, 2, most + 2)).toBe(most / 4 + 1);
    expect(bytes.words.subarray(0, most / 4 + 1)).toEqual(new Int32Array(most / 4 + 1).fill(0x79797979, 0, most / 4));
  });

  // The lower seven bits of the lower case, with those above them laid over.
  it.each([
    ['\x80', 0x81],
    ['é', 0xe8],
    ['É', 0xe8],
    ['\u212a', 0xeb],
    ['日', 0xae],
    ['Ａ', 0xbf],
  ])('put %j in one place', (letter, byte) => {
    expect(byteOf(letter.charCodeAt(0))).toBe(byte);
  });
});
