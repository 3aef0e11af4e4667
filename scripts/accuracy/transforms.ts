import { gzipSync } from 'node:zlib';

/** A disguise: the same secret, written so that a filter that compares characters does not see it but the reader (or a model) does. */
export interface Transform {
  readonly name: string;
  readonly apply: (text: string) => string;
  /** Disguises of numbers in groups make sense for digits only. */
  readonly digitsOnly?: true;
  /** Numbers are other numbers when they are turned round, so they do not count here. */
  readonly lettersOnly?: true;
  /** Share that must be caught, 0..1; 0.95 where nothing is said. Short pieces, and numbers that literals cut, are not put together. */
  readonly least?: number;
  /** A known pair: plain, disguised. */
  readonly example: readonly [string, string];
}

const each = (text: string, change: (character: string) => string): string => Array.from(text, change).join('');

/** Moves letters and digits to where another alphabet begins; what that alphabet lacks stays. */
function alphabet(upper: number, lower: number, digit: number | null): (text: string) => string {
  return (text) =>
    each(text, (character) => {
      const code = character.codePointAt(0) ?? 0;
      if (/[A-Z]/.test(character)) return String.fromCodePoint(upper + code - 65);
      if (/[a-z]/.test(character)) return String.fromCodePoint(lower + code - 97);
      return digit !== null && /\d/.test(character) ? String.fromCodePoint(digit + code - 48) : character;
    });
}

const between = (mark: string) => (text: string) => Array.from(text).join(mark);

/** By gzip, whatever system this is. */
function packed(text: string): Buffer {
  const bytes = gzipSync(text);
  bytes[9] = 255;
  return bytes;
}

/** As `hexdump -C` prints it. */
function dump(text: string): string {
  const rows =
    Buffer.from(text)
      .toString('latin1')
      .match(/.{1,16}/gs) ?? [];
  const line = (row: string, index: number): string => {
    const pairs = Array.from(row, (character) => hex2(character.charCodeAt(0)));
    const digits = `${pairs.slice(0, 8).join(' ')}  ${pairs.slice(8).join(' ')}`.padEnd(49);
    return `${(16 * index).toString(16).padStart(8, '0')}  ${digits} |${row.replace(/[^ -~]/g, '.')}|\n`;
  };
  return `\n${rows.map(line).join('')}`;
}

/** Letters of other scripts that look the same: Unicode Technical Standard 39, confusables.txt. */
const CYRILLIC: Readonly<Record<string, string>> = {
  a: 'а',
  c: 'с',
  d: 'ԁ',
  e: 'е',
  h: 'һ',
  i: 'і',
  j: 'ј',
  o: 'о',
  p: 'р',
  q: 'ԛ',
  s: 'ѕ',
  w: 'ԝ',
  x: 'х',
  y: 'у',
  A: 'А',
  B: 'В',
  C: 'С',
  E: 'Е',
  H: 'Н',
  I: 'І',
  J: 'Ј',
  K: 'К',
  M: 'М',
  O: 'О',
  P: 'Р',
  S: 'Ѕ',
  T: 'Т',
  X: 'Х',
};
const GREEK: Readonly<Record<string, string>> = {
  a: 'α',
  i: 'ι',
  o: 'ο',
  p: 'ρ',
  v: 'ν',
  j: 'ϳ',
  A: 'Α',
  B: 'Β',
  E: 'Ε',
  H: 'Η',
  I: 'Ι',
  K: 'Κ',
  M: 'Μ',
  N: 'Ν',
  O: 'Ο',
  P: 'Ρ',
  T: 'Τ',
  X: 'Χ',
  Y: 'Υ',
  Z: 'Ζ',
};

const swap = (table: Readonly<Record<string, string>>) => (text: string) => each(text, (character) => table[character] ?? character);
const bytes = (text: string, form: (byte: number) => string): string => Array.from(Buffer.from(text), form).join('');
const hex2 = (byte: number): string => byte.toString(16).padStart(2, '0');
const units = (text: string, form: (unit: number) => string): string =>
  Array.from({ length: text.length }, (_, at) => form(text.charCodeAt(at))).join('');

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const base64url = (text: string): string => Buffer.from(text).toString('base64url');
const hex = (text: string): string => Buffer.from(text).toString('hex');
const percent = (text: string): string => bytes(text, (byte) => `%${hex2(byte).toUpperCase()}`);
const rot13 = (text: string): string =>
  text.replace(/[a-z]/gi, (letter) => String.fromCharCode(letter.charCodeAt(0) + (/[a-m]/i.test(letter) ? 13 : -13)));
const reverse = (text: string): string => Array.from(text).reverse().join('');
const quotedPrintable = (text: string): string => bytes(text, (byte) => `=${hex2(byte).toUpperCase()}`);
const groups = (size: number, mark: string) => (text: string) =>
  (text.replace(/\s/g, '').match(new RegExp(`.{1,${size}}`, 'g')) ?? []).join(mark);

const halves = (joint: string) => (text: string) => {
  const middle = Math.ceil(text.length / 2);
  return text.slice(0, middle) + joint + text.slice(middle);
};

export const TRANSFORMS: readonly Transform[] = [
  {
    name: 'fullwidth',
    apply: (text) => text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
    example: ['a-1', 'ａ－１'],
  },
  { name: 'mathematical bold', apply: alphabet(0x1d400, 0x1d41a, 0x1d7ce), example: ['Aa1', '𝐀𝐚𝟏'] },
  { name: 'mathematical monospace', apply: alphabet(0x1d670, 0x1d68a, 0x1d7f6), example: ['Aa1', '𝙰𝚊𝟷'] },
  { name: 'mathematical sans', apply: alphabet(0x1d5a0, 0x1d5ba, 0x1d7e2), example: ['Aa1', '𝖠𝖺𝟣'] },
  { name: 'zero-width space', apply: between('\u200b'), example: ['ab', 'a\u200bb'] },
  { name: 'zero-width non-joiner', apply: between('\u200c'), example: ['ab', 'a\u200cb'] },
  { name: 'zero-width joiner', apply: between('\u200d'), example: ['ab', 'a\u200db'] },
  { name: 'word joiner', apply: between('\u2060'), example: ['ab', 'a\u2060b'] },
  { name: 'byte order mark', apply: between('\ufeff'), example: ['ab', 'a\ufeffb'] },
  { name: 'soft hyphen', apply: between('\u00ad'), example: ['ab', 'a\u00adb'] },
  {
    name: 'one zero-width space',
    apply: (text) => `${text.slice(0, Math.ceil(text.length / 2))}\u200b${text.slice(Math.ceil(text.length / 2))}`,
    example: ['abcd', 'ab\u200bcd'],
  },
  { name: 'bidi marks', apply: between('\u200e'), example: ['ab', 'a\u200eb'] },
  { name: 'bidi embeddings', apply: (text) => each(text, (character) => `\u202a${character}\u202c`), example: ['a', '\u202aa\u202c'] },
  {
    name: 'bidi isolates',
    apply: (text) => `\u2066${text.slice(0, 6)}\u2069\u2067${text.slice(6)}\u2069`,
    example: ['abcdefg', '\u2066abcdef\u2069\u2067g\u2069'],
  },
  {
    name: 'bidi override, reversed',
    lettersOnly: true,
    apply: (text) => `\u202e${reverse(text)}\u202c`,
    example: ['ab', '\u202eba\u202c'],
  },
  {
    name: 'tag characters',
    apply: (text) => text.replace(/[!-~]/g, (c) => String.fromCodePoint(0xe0000 + c.charCodeAt(0))),
    example: ['a', '\u{e0061}'],
  },
  {
    name: 'tag characters, every second',
    apply: (text) =>
      units(text, (unit) => String.fromCharCode(unit)).replace(
        /([!-~])([!-~])/g,
        (_, a: string, b: string) => a + String.fromCodePoint(0xe0000 + b.charCodeAt(0)),
      ),
    example: ['ab', 'a\u{e0062}'],
  },
  { name: 'cancel tags between', apply: between('\u{e007f}'), example: ['ab', 'a\u{e007f}b'] },
  { name: 'variation selectors', apply: between('\ufe0f'), example: ['ab', 'a\ufe0fb'] },
  { name: 'Cyrillic look-alikes', apply: swap(CYRILLIC), example: ['ace', 'асе'] },
  { name: 'Greek look-alikes', apply: swap(GREEK), example: ['ao', 'αο'] },
  { name: 'Arabic-Indic digits', apply: alphabet(65, 97, 0x660), example: ['a12', 'a١٢'] },
  { name: 'Devanagari digits', apply: alphabet(65, 97, 0x966), example: ['a12', 'a१२'] },
  { name: 'base64', apply: base64, example: ['secret!', 'c2VjcmV0IQ=='] },
  { name: 'base64url', apply: base64url, example: ['secret?>', 'c2VjcmV0Pz4'] },
  { name: 'base64 without padding', apply: (text) => base64(text).replace(/=+$/, ''), example: ['secret!', 'c2VjcmV0IQ'] },
  {
    name: 'base64 in lines of 76',
    apply: (text) => (base64(`note to self: ${text} (keep)`).match(/.{1,76}/g) ?? []).join('\n'),
    example: ['a', 'bm90ZSB0byBzZWxmOiBhIChrZWVwKQ=='],
  },
  {
    name: 'base64 of a sentence',
    apply: (text) => base64(`The value is ${text} as agreed.`),
    example: ['a', 'VGhlIHZhbHVlIGlzIGEgYXMgYWdyZWVkLg=='],
  },
  { name: 'hex', apply: hex, example: ['az', '617a'] },
  { name: 'hex, upper case', apply: (text) => hex(text).toUpperCase(), example: ['az', '617A'] },
  {
    name: 'hex with blanks',
    apply: (text) => bytes(text, (byte) => `${hex2(byte)} `).trim(),
    example: ['az', '61 7a'],
  },
  {
    name: 'gzip in base64',
    apply: (text) => packed(text).toString('base64'),
    example: ['az', 'H4sIAAAAAAAA/0usAgA70O+NAgAAAA=='],
  },
  {
    name: 'list of codes',
    lettersOnly: true,
    apply: (text) => `[${Array.from(Buffer.from(text)).join(', ')}]`,
    example: ['az', '[97, 122]'],
  },
  {
    name: 'sum of codes',
    lettersOnly: true,
    apply: (text) => Array.from(Buffer.from(text), (byte) => `chr(${byte})`).join(' + '),
    example: ['az', 'chr(97) + chr(122)'],
  },
  {
    name: 'list of hex bytes',
    apply: (text) => Array.from(Buffer.from(text), (byte) => `0x${hex2(byte)}`).join(', '),
    example: ['az', '0x61, 0x7a'],
  },
  { name: 'dump of bytes', apply: dump, example: ['az', '\n00000000  61 7a                                             |az|\n'] },
  { name: 'percent, every byte', apply: percent, example: ['a/', '%61%2F'] },
  { name: 'percent, specials', apply: encodeURIComponent, example: ['a/b', 'a%2Fb'] },
  {
    name: 'percent, letters and digits',
    apply: (text) => text.replace(/[A-Za-z0-9]/g, (c) => `%${hex2(c.charCodeAt(0))}`),
    example: ['a-', '%61-'],
  },
  { name: 'HTML, decimal', apply: (text) => units(text, (unit) => `&#${unit};`), example: ['az', '&#97;&#122;'] },
  { name: 'HTML, hexadecimal', apply: (text) => units(text, (unit) => `&#x${unit.toString(16)};`), example: ['az', '&#x61;&#x7a;'] },
  { name: '\\uXXXX', apply: (text) => units(text, (unit) => `\\u${unit.toString(16).padStart(4, '0')}`), example: ['a', '\\u0061'] },
  { name: '%uXXXX', apply: (text) => units(text, (unit) => `%u${unit.toString(16).padStart(4, '0')}`), example: ['a', '%u0061'] },
  { name: '\\ooo', apply: (text) => bytes(text, (byte) => `\\${byte.toString(8).padStart(3, '0')}`), example: ['a', '\\141'] },
  { name: '\\xXX', apply: (text) => bytes(text, (byte) => `\\x${hex2(byte)}`), example: ['a', '\\x61'] },
  {
    name: 'JSON in JSON',
    apply: (text) => JSON.stringify({ body: JSON.stringify({ value: text }) }),
    example: ['a"', '{"body":"{\\"value\\":\\"a\\\\\\"\\"}"}'],
  },
  { name: 'quoted-printable', apply: quotedPrintable, example: ['az', '=61=7A'] },
  {
    name: 'quoted-printable, broken',
    apply: (text) => (quotedPrintable(text).match(/.{1,72}/g) ?? []).join('=\r\n'),
    example: ['a', '=61'],
  },
  { name: 'ROT13', lettersOnly: true, apply: rot13, example: ['Hello', 'Uryyb'] },
  { name: 'reversed', lettersOnly: true, apply: reverse, example: ['abc', 'cba'] },
  { name: 'base64 twice', apply: (text) => base64(base64(text)), example: ['a', 'WVE9PQ=='] },
  { name: 'hex in base64', apply: (text) => base64(hex(text)), example: ['a', 'NjE='] },
  { name: 'base64 in percent', apply: (text) => percent(base64(text)), example: ['a', '%59%51%3D%3D'] },
  {
    name: 'base64 in JSON escapes',
    apply: (text) => units(base64(text), (unit) => `\\u${unit.toString(16).padStart(4, '0')}`),
    example: ['a', '\\u0059\\u0051\\u003d\\u003d'],
  },
  { name: 'base64 three deep', apply: (text) => base64(base64(base64(text))), example: ['a', 'V1ZFOVBRPT0='] },
  { name: 'hex in base64 in percent', apply: (text) => percent(base64(hex(text))), example: ['a', '%4E%6A%45%3D'] },
  {
    name: 'fullwidth base64',
    apply: (text) => base64(text).replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
    example: ['a', 'ＹＱ＝＝'],
  },
  { name: 'two literals', least: 0.9, apply: (text) => `"${halves('" + "')(text)}"`, example: ['abcd', '"ab" + "cd"'] },
  { name: 'two literals on two lines', least: 0.9, apply: (text) => `'${halves("'\n    '")(text)}'`, example: ['abcd', "'ab'\n    'cd'"] },
  { name: 'markup between', least: 0.9, apply: halves('</b><b>'), example: ['abcd', 'ab</b><b>cd'] },
  { name: 'broken line', least: 0.85, apply: halves('\n'), example: ['abcd', 'ab\ncd'] },
  { name: 'broken line, quoted', least: 0.85, apply: halves('\n> '), example: ['abcd', 'ab\n> cd'] },
  { name: 'spaced singly', digitsOnly: true, apply: groups(1, ' '), example: ['123', '1 2 3'] },
  { name: 'dots', digitsOnly: true, apply: groups(4, '.'), example: ['12345', '1234.5'] },
  { name: 'dashes', digitsOnly: true, apply: groups(4, '-'), example: ['12345', '1234-5'] },
  { name: 'dots singly', digitsOnly: true, apply: groups(1, '.'), example: ['123', '1.2.3'] },
  { name: 'dashes singly', digitsOnly: true, apply: groups(1, '-'), example: ['123', '1-2-3'] },
  { name: 'two lines', digitsOnly: true, apply: (text) => `${text.slice(0, 8)}\n${text.slice(8)}`, example: ['123456789', '12345678\n9'] },
  { name: 'groups of four by line', digitsOnly: true, apply: groups(4, '\n'), example: ['12345', '1234\n5'] },
  { name: 'no-break spaces', digitsOnly: true, apply: groups(4, '\u00a0'), example: ['12345', '1234\u00a05'] },
];
