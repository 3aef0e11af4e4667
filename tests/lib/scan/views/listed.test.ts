import { describe, expect, it } from 'vitest';
import { decodedCodes, decodedDump, isCode, isOffset } from '../../../../lib/scan/views/listed.ts';
import { originOf } from '../../../../lib/scan/views/view.ts';

const TEXT = 'key: Tr7!vQz9#kLm';
const codes = (text: string): number[] => Array.from(text, (character) => character.charCodeAt(0));
const hex = (text: string): string[] => codes(text).map((code) => code.toString(16).padStart(2, '0'));

describe('a list of codes of characters', () => {
  it.each<[string, string, number, string]>([
    ['decimal', `[${codes(TEXT).join(', ')}]`, 1, `[${TEXT}]`],
    ['without blanks', `[${codes(TEXT).join(',')}]`, 1, `[${TEXT}]`],
    ['on lines', `[${codes(TEXT).join(',\n    ')}]`, 1, `[${TEXT}]`],
    [
      'hexadecimal',
      `{ ${hex(TEXT)
        .map((byte) => `0x${byte}`)
        .join(', ')} };`,
      2,
      `{ ${TEXT} };`,
    ],
    [
      'a sum of calls',
      codes(TEXT)
        .map((code) => `chr(${code})`)
        .join('+'),
      4,
      `chr(${TEXT})`,
    ],
    [
      'a sum of other calls',
      codes(TEXT)
        .map((code) => `ChrW(${code})`)
        .join(' & '),
      5,
      `ChrW(${TEXT})`,
    ],
    ['from the middle on', `[${codes(TEXT).join(', ')}]`, 11, `[${TEXT}]`],
    ['up to what is none', `[${codes(TEXT).join(', ')}, 200, 101]`, 1, `[${TEXT}, 200, 101]`],
    ['from behind what is none', `[7, ${codes(TEXT).join(', ')}]`, 4, `[7, ${TEXT}]`],
    ['up to a fraction', `[${codes(TEXT).join(', ')}, 65.5]`, 1, `[${TEXT}, 65.5]`],
  ])('is read, %s', (_, text, at, plain) => {
    const { view } = decodedCodes(text, at, 0);
    expect(view?.text).toBe(plain);
    const start = plain.indexOf('Tr7');
    const span = originOf(view as NonNullable<typeof view>, { start, end: start + 3 });
    expect(text.slice(span.start, span.end)).toMatch(/^(?:84|0x54)\D.*?(?:55|0x37)$/s);
  });

  it.each([
    ['of eleven', codes('key: Tr7!vQ').join(', ')],
    [
      'of what texts do not hold',
      codes(TEXT)
        .map((code) => code + 100)
        .join(', '),
    ],
    [
      'of fractions',
      codes(TEXT)
        .map((code) => `${code}.5`)
        .join(', '),
    ],
    ['parted by blanks alone', codes(TEXT).join(' ')],
  ])('is none, %s', (_, text) => {
    expect(decodedCodes(text, 0, 0).view).toBeNull();
  });

  it('is read from twelve on, and once', () => {
    const text = codes('key: Tr7!vQz').join(', ');
    expect(decodedCodes(text, 0, 0)).toMatchObject({ end: text.length, view: { text: 'key: Tr7!vQz' } });
    // Nothing before what was read already.
    expect(decodedCodes(text, 5, 5).view).toBeNull();
    expect(decodedCodes('9 and', 0, 0).end).toBe(1);
  });

  it('keeps what stands round it', () => {
    const text = `${'a'.repeat(200)}[${codes(TEXT).join(', ')}]${'b'.repeat(200)}`;
    const { view } = decodedCodes(text, 201, 0);
    expect(view?.text).toBe(`${'a'.repeat(127)}[${TEXT}]${'b'.repeat(127)}`);
    expect([view?.from, view?.to, view?.least]).toEqual([73, text.length - 73, 0.5]);
  });
});

describe('three digits', () => {
  it.each([
    ['103, 104', true],
    ['103,104', true],
    ['103)+chr(104)', true],
    ['103 104', false],
    ['203, 104', false],
    ['1030, 104', false],
    ['103; 104', false],
  ])('may be a code: %s', (text, is) => {
    expect(isCode(text, 0, /^\d+/.exec(text)?.[0].length ?? 0)).toBe(is);
  });
});

describe('a dump of bytes', () => {
  const lines = (head: (offset: number) => string, size: number, gap: string, tail: (row: string) => string): string =>
    (TEXT.repeat(2).match(/.{1,16}/gs) ?? [])
      .map(
        (row, index) =>
          `${head(16 * index)}${(
            hex(row)
              .join('')
              .match(new RegExp(`.{1,${size}}`, 'g')) ?? []
          ).join(gap)}${tail(row)}\n`,
      )
      .join('');
  const offset = (digits: number) => (at: number) => at.toString(16).padStart(digits, '0');

  it.each([
    [
      'hexdump -C',
      lines(
        (at) => `${offset(8)(at)}  `,
        2,
        ' ',
        (row) => `  |${row}|`,
      ),
    ],
    [
      'xxd',
      lines(
        (at) => `${offset(8)(at)}: `,
        4,
        ' ',
        (row) => `  ${row}`,
      ),
    ],
    [
      'tcpdump -X',
      lines(
        (at) => `\t0x${offset(4)(at)}:  `,
        4,
        ' ',
        (row) => `  ${row}`,
      ),
    ],
    [
      'no characters',
      lines(
        (at) => `${offset(4)(at)}  `,
        2,
        ' ',
        () => '',
      ),
    ],
    [
      'words of four bytes',
      lines(
        (at) => `${offset(8)(at)}: `,
        8,
        ' ',
        (row) => `  ${row}`,
      ),
    ],
    [
      'ends of lines with two units',
      lines(
        (at) => `${offset(8)(at)}: `,
        4,
        ' ',
        (row) => `  ${row}\r`,
      ),
    ],
  ])('is read, as of %s', (_, text) => {
    const { end, view } = decodedDump(text, 0);
    expect(view?.text.startsWith(TEXT.repeat(2))).toBe(true);
    expect(text.slice(0, end)).toMatch(/4c ?6d$/i);
    const span = originOf(view as NonNullable<typeof view>, { start: 5, end: 8 });
    expect(text.slice(span.start, span.end)).toMatch(/^54 ?72 ?37$/);
  });

  it('has blanks for what is no character', () => {
    expect(decodedDump(`0000  00 ff 1b ${hex(TEXT.slice(0, 12)).join(' ')}`, 0).view?.text).toBe(`   ${TEXT.slice(0, 12)}`);
  });

  it('ends behind a line that is not full, and where no line follows', () => {
    const full = `0000  ${hex(TEXT.slice(0, 16)).join(' ')}`;
    expect(
      decodedDump(`${full}\n0010  ${hex('abc').join(' ')}\n0013  ${hex('def').join(' ')}\n`, 0).view?.text.startsWith(
        `${TEXT.slice(0, 16)}abc\n0013`,
      ),
    ).toBe(true);
    expect(decodedDump(`${full}\nand 61 62`, 0).view?.text).toBe(`${TEXT.slice(0, 16)}\nand 61 62`);
  });

  it('is none below twelve bytes', () => {
    expect(decodedDump(`0000  ${hex(TEXT.slice(0, 11)).join(' ')}`, 0).view).toBeNull();
    expect(decodedDump('0000 and', 0)).toEqual({ end: 1, view: null });
  });

  it.each<[string, number, boolean]>([
    ['00000000: 61', 0, true],
    ['a\n0000  61', 2, true],
    ['\t0x0000:  61', 3, true],
    ['0001  61', 0, false],
    ['a0000  61', 1, false],
    ['10x0000', 3, false],
  ])('begins with an offset: %j', (text, at, is) => {
    expect(isOffset(text, at)).toBe(is);
  });
});
