import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { TRANSFORMS } from '../../scripts/accuracy/transforms.ts';

const PLAIN = 'Ab9_z-QkX/7+w=="e';

/** How to read a disguise, with the runtime's own means; what is not here is shown by its example alone. */
const READERS: Readonly<Record<string, (text: string) => string>> = {
  fullwidth: (text) => text.normalize('NFKC'),
  'mathematical bold': (text) => text.normalize('NFKC'),
  'mathematical monospace': (text) => text.normalize('NFKC'),
  'mathematical sans': (text) => text.normalize('NFKC'),
  'zero-width space': visible,
  'zero-width non-joiner': visible,
  'zero-width joiner': visible,
  'word joiner': visible,
  'byte order mark': visible,
  'soft hyphen': visible,
  'one zero-width space': visible,
  'bidi marks': visible,
  'bidi embeddings': visible,
  'bidi isolates': visible,
  'bidi override, reversed': (text) => [...visible(text)].reverse().join(''),
  'variation selectors': (text) => text.replace(/\ufe0f/g, ''),
  base64: decoded('base64'),
  base64url: decoded('base64url'),
  'base64 without padding': decoded('base64'),
  hex: decoded('hex'),
  'hex, upper case': decoded('hex'),
  'hex with blanks': (text) => decoded('hex')(text.replaceAll(' ', '')),
  'gzip in base64': (text) => gunzipSync(Buffer.from(text, 'base64')).toString(),
  'list of codes': (text) => Buffer.from(JSON.parse(text)).toString(),
  'sum of codes': (text) => Buffer.from((text.match(/\d+/g) ?? []).map(Number)).toString(),
  'list of hex bytes': (text) => Buffer.from(text.split(', ').map(Number)).toString(),
  'dump of bytes': (text) => decoded('hex')((text.match(/(?<=^.{10})[\da-f ]+/gm) ?? []).join('').replaceAll(' ', '')),
  'percent, every byte': decodeURIComponent,
  'percent, specials': decodeURIComponent,
  'percent, letters and digits': decodeURIComponent,
  'HTML, decimal': (text) => text.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code))),
  'HTML, hexadecimal': (text) => text.replace(/&#x([\da-f]+);/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16))),
  '\\uXXXX': (text) => JSON.parse(`"${text}"`),
  '%uXXXX': (text) => JSON.parse(`"${text.replaceAll('%u', '\\u')}"`),
  '\\ooo': (text) => Buffer.from((text.match(/\d+/g) ?? []).map((digits) => Number.parseInt(digits, 8))).toString(),
  '\\xXX': (text) => decodeURIComponent(text.replaceAll('\\x', '%')),
  'JSON in JSON': (text) => JSON.parse(JSON.parse(text).body).value,
  'quoted-printable': (text) => decodeURIComponent(text.replaceAll('=', '%')),
  'quoted-printable, broken': (text) => decodeURIComponent(text.replaceAll('=\r\n', '').replaceAll('=', '%')),
  reversed: (text) => [...text].reverse().join(''),
  'base64 twice': (text) => decoded('base64')(decoded('base64')(text)),
  'hex in base64': (text) => decoded('hex')(decoded('base64')(text)),
  'base64 in percent': (text) => decoded('base64')(decodeURIComponent(text)),
  'base64 in JSON escapes': (text) => decoded('base64')(JSON.parse(`"${text}"`)),
  'base64 three deep': (text) => [1, 2, 3].reduce((inner) => decoded('base64')(inner), text),
  'hex in base64 in percent': (text) => decoded('hex')(decoded('base64')(decodeURIComponent(text))),
  'fullwidth base64': (text) => decoded('base64')(text.normalize('NFKC')),
};

function decoded(encoding: BufferEncoding): (text: string) => string {
  return (text) => Buffer.from(text, encoding).toString();
}

function visible(text: string): string {
  return text.replace(/\p{Cf}/gu, '');
}

describe('disguises', () => {
  it.each(TRANSFORMS)('$name is written as its example says', ({ apply, example: [plain, disguised] }) => {
    expect(apply(plain)).toBe(disguised);
  });

  it.each(Object.entries(READERS))('%s can be read back', (name, read) => {
    const transform = TRANSFORMS.find((each) => each.name === name);
    expect(read(transform?.apply(PLAIN) ?? '')).toBe(PLAIN);
  });

  it('are told apart by name', () => {
    expect(new Set(TRANSFORMS.map(({ name }) => name)).size).toBe(TRANSFORMS.length);
  });
});
