import { describe, expect, it } from 'vitest';
import { beginsEscape, isEscapeMark, isQuoted } from '../../../../lib/scan/literals/escape-marks.ts';

/** The characters that a test holds for, of all in the Latin blocks. */
function all(test: (unit: number) => boolean): string {
  return Array.from({ length: 0x180 }, (_, unit) => (test(unit) ? String.fromCharCode(unit) : '')).join('');
}

describe('escapes', () => {
  it('begin with these', () => {
    expect(all(isEscapeMark)).toBe('%&\\');
    expect(isEscapeMark(Number.NaN)).toBe(false);
  });

  it.each([
    ['%', '0123456789ABCDEFabcdefu'],
    ['=', '234567'],
    ['\\', '01ux'],
    ['&', '#abcdefghijklmnopqrstuvwxyz'],
    ['a', ''],
    ['#', ''],
    ['$', ''],
    ['[', ''],
    ["'", ''],
    ['<', ''],
  ])('%s goes on with one of %j', (first, seconds) => {
    expect(all((unit) => beginsEscape(first.charCodeAt(0), unit))).toBe(seconds);
    expect(beginsEscape(first.charCodeAt(0), Number.NaN)).toBe(false);
  });

  it('of quoted-printable are two capital hexadecimal digits', () => {
    expect(all((unit) => isQuoted(`=${String.fromCharCode(unit)}1`, 0))).toBe('0123456789ABCDEF');
    expect(all((unit) => isQuoted(`=1${String.fromCharCode(unit)}`, 0))).toBe('0123456789ABCDEF');
    expect(all((unit) => isQuoted(`${String.fromCharCode(unit)}11`, 0))).toBe('=');
    expect([isQuoted('x=41', 0), isQuoted('x=41', 1), isQuoted('=4', 0), isQuoted('=', 0), isQuoted('', 0)]).toEqual([
      false,
      true,
      false,
      false,
      false,
    ]);
  });
});
