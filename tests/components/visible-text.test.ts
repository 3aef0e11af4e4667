import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { revealHidden } from '../../components/visible-text.tsx';

const codes = (text: string) => revealHidden(text).flatMap((piece) => ('code' in piece ? [piece.code] : []));

describe('revealHidden', () => {
  it.each([
    ['bidi override', 'a\u202Eb', ['U+202E']],
    ['bidi isolate', '\u2066x\u2069', ['U+2066', 'U+2069']],
    ['zero width space', 'a\u200Bb', ['U+200B']],
    ['soft hyphen', 'pass\u00ADword', ['U+00AD']],
    ['byte order mark', '\uFEFFa', ['U+FEFF']],
    ['NUL and escape', '\0\u001B', ['U+0000', 'U+001B']],
    ['tag characters', '\u{E0041}', ['U+E0041']],
    ['lone surrogate', 'a\uD800b', ['U+D800']],
    ['line separator', 'a\u2028b', ['U+2028']],
    ['joiner between Latin letters', 'a\u200Db', ['U+200D']],
    ['variation selector after a letter', 'a\uFE0Fb', ['U+FE0F']],
    ['Hangul filler', '\u3164', ['U+3164']],
  ])('shows a %s', (_, text, expected) => expect(codes(text)).toEqual(expected));

  it.each(['line\nbreak\r\n\ttab', 'família 👨‍👩‍👧 ❤️ 👍🏽', 'می‌خواهم', 'क्‍ष', 'plain', '日本語 العربية עברית'])('leaves %j alone', (text) =>
    expect(codes(text)).toEqual([]),
  );

  it('keeps every other character in place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const back = revealHidden(text).map((piece) =>
          'plain' in piece ? piece.plain : String.fromCodePoint(Number.parseInt(piece.code.slice(2), 16)),
        );
        expect(back.join('')).toBe(text);
      }),
    );
  });
});
