import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJson } from '../../../lib/policy/json.ts';

describe('readJson', () => {
  it('reads what JSON.parse reads, a byte order mark included', () => {
    expect(readJson('\uFEFF{"a":[1,null,"x"]}')).toEqual({ ok: true, value: { a: [1, null, 'x'] } });
  });

  it.each([
    ['', 1, 1, 'There is nothing here'],
    ['  \n ', 2, 2, 'There is nothing here'],
    ['{\n  "a": 1,\n}', 2, 9, 'A comma stands before a closing bracket'],
    ['[1,]', 1, 3, 'A comma stands before a closing bracket'],
    ['{"a": 1', 1, 1, 'The bracket { is never closed'],
    ['{a: 1}', 1, 2, 'A name in double quotes is expected, not `a`'],
    ["{'a': 1}", 1, 2, "A name in double quotes is expected, not `'`"],
    ['{"a" 1}', 1, 6, 'A colon is missing before `1`'],
    ['{"a":}', 1, 6, 'A value is missing'],
    ['{"a": yes}', 1, 7, 'A value is expected, not `y`'],
    ['{"a": 01}', 1, 7, 'A value is expected, not `0`'],
    ['{"a": 1\n "b": 2}', 2, 2, 'A comma is missing before `"`'],
    ['[1 2]', 1, 4, 'A comma is missing before `2`'],
    ['{"a": 1]', 1, 8, 'A comma is missing before `]`'],
    ['{} {}', 1, 4, 'Something follows the end of the policy'],
    ['// why\n{}', 1, 1, 'A comment stands here'],
    ['{"a": "b\nc"}', 1, 7, 'A text is not closed on its line'],
    ['{"a": "\\d"}', 1, 8, 'A backslash stands before something that it cannot escape'],
    ['{"a": "b', 1, 7, 'A text is never closed'],
    ['['.repeat(200_000), 1, 200_000, 'The bracket [ is never closed'],
  ])('finds the fault in %j', (text, line, column, message) => {
    expect(readJson(text)).toMatchObject({ ok: false, fault: { line, column, message } });
  });

  it('always finds a place within a text that is not JSON, and a cure', () => {
    const piece = fc.constantFrom('{', '}', '[', ']', ',', ':', '"', '\\', '1', '-', 'true', 'nul', ' ', '\n', '"a"', '\u0000', '/');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        const reading = readJson(text);
        if (reading.ok) return;
        const lines = text.split('\n');
        expect(reading.fault.line).toBeLessThanOrEqual(lines.length);
        expect(reading.fault.column).toBeLessThanOrEqual((lines[reading.fault.line - 1]?.length ?? 0) + 1);
        expect(reading.fault.cure).not.toBe('');
      }),
      { numRuns: 2_000 },
    );
  });
});
