import { describe, expect, it } from 'vitest';
import { parse, Refusal } from '../../../../lib/scan/pattern/parse.ts';
import { compileProgram } from '../../../../lib/scan/pattern/program.ts';
import { LONGEST_MATCH, type Run, simulate } from '../../../../lib/scan/pattern/simulate.ts';

function run(source: string, text: string): Run {
  const parsed = parse(source, { ignoreCase: false, multiline: false, dotAll: false });
  if (parsed instanceof Refusal) throw new Error(parsed.reason);
  const compiled = compileProgram(parsed.node, false);
  if (compiled instanceof Refusal) throw new Error(compiled.reason);
  return simulate(compiled, text);
}

/** Where the matches begin and end. */
function found(source: string, text: string): string {
  return run(source, text)
    .spans.map(({ start, end }) => `${start}-${end}`)
    .join(' ');
}

describe('a simulation', () => {
  it.each([
    ['a', 'bab', '1-2'],
    ['a', '', ''],
    ['a', 'aa', '0-1 1-2'],
    ['ab', 'aab abab', '1-3 4-6 6-8'],
    ['a|ab', 'ab', '0-1'],
    ['ab|a', 'ab', '0-2'],
    ['a*', 'baac', '1-3'],
    ['a*?', 'aa', ''],
    ['a+?', 'aa', '0-1 1-2'],
    ['(?:a|aa)b', 'aab', '0-3'],
    ['a.c|b', 'abd', '1-2'],
    ['abcd|bc', 'abce', '1-3'],
    ['', 'ab', ''],
    // What begins first wins, however short.
    ['bcd|ab', 'abcd', '0-2'],
    ['.b|c', '😀bc', '0-3 3-4'],
    ['x*', '😀x', '2-3'],
    ['x*', '\ud83dx', '1-2'],
    ['.', '😀\ud83d', '0-2 2-3'],
    ['é', 'eé', '1-2'],
    ['[é-ü]', 'xêy', '1-2'],
    ['\u007f', '\u007f\u0080', '0-1'],
    ['\u0080', '\u007f\u0080', '1-2'],
    ['[\u{1f600}\u{1f601}]+', 'x😀😁', '1-5'],
    // Positions.
    ['^a', 'aa', '0-1'],
    ['a$', 'aa', '1-2'],
    ['^a', 'b\na', ''],
    ['(?m)^a', 'b\na', '2-3'],
    ['(?m)^a', 'a\ra\u2028a\u2029a\va', '0-1 2-3 4-5 6-7'],
    ['(?m)a$', 'a\ra\u2028a\u2029a\va', '0-1 2-3 4-5 8-9'],
    ['(?m)a$', 'a\nab', '0-1'],
    ['a$', 'a\n', ''],
    ['\\ba', 'a ba a-a_a', '0-1 5-6 7-8'],
    ['a\\b', 'a ab a_ a', '0-1 8-9'],
    ['a\\B', 'a ab a_ a', '2-3 5-6'],
    ['\\Ba', 'a ba _a', '3-4 6-7'],
    ['.\\b', '@a[', '0-1 1-2'],
    ['.\\b', '`z{', '0-1 1-2'],
    ['.\\b', '/0:', '0-1 1-2'],
    ['.\\b', '@Z[', '0-1 1-2'],
    ['.\\b', '`A{', '0-1 1-2'],
    ['.\\b', '/9:', '0-1 1-2'],
    ['.\\b', '^_`', '0-1 1-2'],
    ['.\\b', '-é-', ''],
    // Looked at once more after what cannot begin a match.
    ['a?\\B!', 'a.!', '2-3'],
    ['(?:a??)\\B😀', 'a\n😀', '2-4'],
  ])('%s in %j: %s', (source, text, expected) => {
    expect(found(source, text)).toBe(expected);
  });

  it('reads 1024 units for a match at most', () => {
    expect(LONGEST_MATCH).toBe(1024);
    expect(found('a+b', `${'a'.repeat(1023)}b`)).toBe('0-1024');
    expect(found('^a+b', `${'a'.repeat(1024)}b`)).toBe('');
    expect(found('.+', '😀'.repeat(513))).toBe('0-1024 1024-1026');
  });

  it('counts what it looks at', () => {
    // Where nothing can begin: one step for each character.
    expect(run('a', 'b'.repeat(1000)).steps).toBeGreaterThanOrEqual(1000);
    expect(run('a', 'b'.repeat(1000)).steps).toBeLessThan(1100);
    // Two threads and what they go through.
    const many = run('(?:a|a)*b', 'a'.repeat(1000)).steps;
    expect(many).toBeGreaterThan(6000);
    expect(many).toBeLessThan(30_000);
    expect(run('x{3}', 'xx'.repeat(500)).steps).toBeGreaterThan(2000);
  });
});
