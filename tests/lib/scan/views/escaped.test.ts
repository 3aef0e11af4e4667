import { describe, expect, it } from 'vitest';
import { STRAY_ESCAPES, unescaped } from '../../../../lib/scan/views/escaped.ts';

/** What stands behind the escapes round `at`, and where it ends. */
function behind(text: string, at = text.search(/[%\\&=]/)): string | null {
  return unescaped(text, Math.max(0, at))?.text ?? null;
}

describe('escapes', () => {
  it.each<[string, string | null]>([
    ['%41%42', 'AB'],
    ['%c3%A9%41', 'Ã©A'],
    ['%4g%41', null],
    ['%41%4g%42', 'A%4gB'],
    ['\\x41\\x42', 'AB'],
    ['\\x4\\x42', null],
    ['\\u0041\\u0042', 'AB'],
    ['%u0041%U0042%u0043', 'A%U0042C'],
    ['%u041%u0042', null],
    ['\\101\\102', 'AB'],
    ['\\10\\102', null],
    ['\\181\\102', null],
    ['\\137', '_'],
    ['\\u041\\u0042', null],
    ['\\u{41}\\u{1F600}', 'A😀'],
    ['\\u{10ffff}\\u{41}', '\u{10ffff}A'],
    ['\\u{110000}\\u{41}', null],
    ['\\u{0}\\u{41}', null],
    ['&#65;&#66', 'AB'],
    ['&#1;&#0;', null],
    ['&#65;&#0;', null],
    ['&#x41;&#X42', 'AB'],
    ['&amp;&lt;&gt;&quot;&apos;', '&<>"\''],
    ['&lowbar;&equals;&colon;&sol;&period;', '_=:/.'],
    ['&hyphen;&dash;&plus;&commat;a&nbsp;', '--+@a '],
    ['&nope;&amp;', null],
    ['&amp;&nope;&amp;', '&&nope;&'],
    ['&amp&lt;', null],
    ['=41=42', 'AB'],
    ['=4a=42', null],
    ['=\n=41', 'A'],
    ['=\r\n=41', 'A'],
    ['=\r=41', null],
    ['ab=3D=\ncd', 'ab=cd'],
    // One alone hides what credentials hold, or nothing.
    ['a%5Fb', 'a_b'],
    ['%2D', '-'],
    ['%3d', '='],
    ['%2B', '+'],
    ['%2F', '/'],
    ['%2E', '.'],
    ['%3A', ':'],
    ['%40', '@'],
    ['%7E', '~'],
    ['%7C', '|'],
    ['%41', null],
    ['%20', null],
    ['%2C', null],
    ['&amp;', null],
    ['&#65;', null],
    ['100% sure', null],
    ['x=2', null],
    ['', null],
  ])('%j: %j', (text, plain) => {
    expect(behind(text)).toBe(plain);
  });

  it('belong together up to 48 units apart', () => {
    const gap = (length: number): string => 'x'.repeat(length);
    expect(behind(`%41${gap(47)}%42`)).toBe(`A${gap(47)}B`);
    expect(behind(`%41${gap(48)}%42`)).toBeNull();
    expect(behind(`%41%42${gap(48)}%43`)).toBe(`AB${gap(48)}C`);
    expect(behind(`%41%42${gap(49)}%43`)).toBe(`AB${gap(49)}%43`);
    expect(behind(`%41${gap(10)}=${gap(10)}&${gap(10)}\\${gap(10)}%42`)).toBe(`A${gap(10)}=${gap(10)}&${gap(10)}\\${gap(10)}B`);
    for (const next of ['\\x42', '&#66;', '=42', '%42']) expect(behind(`%41${gap(10)}${next}`)).toBe(`A${gap(10)}B`);
  });

  it('are read with 128 units before and after them', () => {
    const [before, after] = ['w '.repeat(100), ' w'.repeat(100)];
    const view = unescaped(`${before}%41x%42${after}`, 200);
    expect(view).toMatchObject({ text: `${before.slice(-128)}AxB${after.slice(0, 128)}`, from: 72, to: 207, least: 0 });
    expect(view?.starts.slice(127, 132)).toEqual([199, 200, 203, 204, 207]);
    expect(view?.ends.slice(127, 132)).toEqual([200, 203, 204, 207, 208]);
  });

  it('are undone up to a length', () => {
    const view = unescaped('%41'.repeat(20_000), 0);
    expect(view?.to).toBe(16_386);
    expect(view?.text).toBe('A'.repeat(5462) + '%41'.repeat(43).slice(0, 128));
    const late = unescaped(`${' '.repeat(10_000)}${'%41'.repeat(3000)}`, 10_000);
    expect(late?.to).toBe(19_000);
    expect(late?.text).toBe(' '.repeat(128) + 'A'.repeat(3000));
  });

  it('of quoted-printable that may stand alone are those of what credentials hold', () => {
    expect(STRAY_ESCAPES.map((each) => behind(each)).join('')).toBe('+-./:=@_|~');
  });
});
