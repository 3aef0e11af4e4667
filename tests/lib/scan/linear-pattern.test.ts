import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileLinearPattern } from '../../../lib/scan/linear-pattern.ts';
import { parse, Refusal } from '../../../lib/scan/pattern/parse.ts';
import { compileProgram, type Program } from '../../../lib/scan/pattern/program.ts';
import { LONGEST_MATCH, simulate } from '../../../lib/scan/pattern/simulate.ts';
import { runs } from './runs.ts';

function matches(source: string, text: string, ignoreCase = false): string[] {
  const compiled = compileLinearPattern(source, { ignoreCase });
  if (!compiled.ok) throw new Error(compiled.reason);
  return compiled.pattern.matches(text).map(({ start, end }) => text.slice(start, end));
}

function program(source: string): Program {
  const parsed = parse(source, { ignoreCase: false, multiline: false, dotAll: false });
  if (parsed instanceof Refusal) throw new Error(parsed.reason);
  const compiled = compileProgram(parsed.node, false);
  if (compiled instanceof Refusal) throw new Error(compiled.reason);
  return compiled;
}

describe('compileLinearPattern', () => {
  it.each([
    ['INT-\\d{4}', 'see INT-4711 and INT-12', ['INT-4711']],
    ['\\bcat\\b', 'cat concat cat_ cat', ['cat', 'cat']],
    ['a|ab', 'ab', ['a']],
    ['.', 'a\nb', ['a', 'b']],
    ['^b', 'a\nb', []],
    ['ab|a', 'ab', ['ab']],
    ['a+?', 'aaa', ['a', 'a', 'a']],
    ['(?:x|y){2,3}', 'xyxy y', ['xyx']],
    ['^\\w+', 'one two', ['one']],
    ['(?m)^\\w+$', 'one\ntwo x\nthree', ['one', 'three']],
    ['(?i)straße', 'STRAßE', ['STRAßE']],
    ['(?s)a.b', 'a\nb', ['a\nb']],
    ['[^a-c\\d]+', 'abc12xyz', ['xyz']],
    ['\\p{Lu}\\p{Ll}+', 'Äpfel und Öl', ['Äpfel', 'Öl']],
    ['😀.', 'x😀😁y', ['😀😁']],
    ['\\x41\\u0042\\u{43}', 'ABC', ['ABC']],
    ['a*', 'baac', ['aa']],
    ['{x}', '{x}', ['{x}']],
    ['(?P<year>\\d{4})', '2026', ['2026']],
  ])('%s in %j', (source, text, expected) => {
    expect(matches(source, text)).toEqual(expected);
  });

  it.each([
    '(a)\\1',
    '(?=a)',
    '(?!a)',
    '(?<=a)b',
    '(?<!a)b',
    'a{1001}',
    '(a{500}){500}',
    '(((){1000}){1000}){1000}a{1001}',
    '*a',
    'a**',
    'a++',
    '(',
    ')',
    '[a',
    '[z-a]',
    '\\',
    '\\q',
    '\\p{Nope}',
    '',
    'x'.repeat(3000),
    '(?>a)',
    '[[:alpha:]]',
    '^*',
    `${'('.repeat(200)}a${')'.repeat(200)}`,
    'a{3,2}',
  ])('refuses %j with a reason and a cure', (source) => {
    const compiled = compileLinearPattern(source);
    if (compiled.ok) throw new Error('accepted');
    expect(compiled.reason).toMatch(/\.$/);
    expect(compiled.cure).toMatch(/[.”"]$/);
  });

  it('keeps case apart unless told', () => {
    const compiled = compileLinearPattern('a');
    expect(compiled.ok && compiled.pattern.matches('Aa')).toEqual([{ start: 1, end: 2 }]);
    expect(matches('a', 'Aa', true)).toEqual(['A', 'a']);
  });

  it('takes two thousand characters and no more, and none is too few', () => {
    const sentence = (source: string): string => {
      const compiled = compileLinearPattern(source);
      return compiled.ok ? 'accepted' : `${compiled.reason} ${compiled.cure}`;
    };
    expect(sentence('x'.repeat(2000))).toBe('accepted');
    expect(sentence('[x]'.padEnd(2001, '|'))).toBe(
      'The pattern is longer than 2000 characters. Split it into several patterns, or use a list of words.',
    );
    expect(sentence('')).toBe('The pattern is empty. Write a pattern, or take the entry away.');
    expect(sentence('(')).toBe('A group is not closed. Add the missing ")".');
    expect(sentence('a{1000}b{1000}c')).toMatch(/^The repeats unfold to more than 2000 steps\. Use smaller repeats/);
  });

  it('never throws', () => {
    const source = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({ unit: fc.constantFrom(...'ab()[]{}|*+?\\^$-,:=!<>0123dpux'), maxLength: 30 }),
    );
    fc.assert(
      fc.property(source, fc.string({ unit: 'binary', maxLength: 60 }), (pattern, text) => {
        const compiled = compileLinearPattern(pattern);
        if (!compiled.ok) return;
        let last = 0;
        for (const { start, end } of compiled.pattern.matches(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
      }),
      { numRuns: runs(1000) },
    );
  });

  it('tries a position again after characters that it has skipped', () => {
    expect(matches('a?\\ba', 'aac\na', false)).toEqual(['a', 'a']);
  });

  it('agrees with the RegExp of the language', () => {
    // What repeats never matches the empty string: there the two differ by definition.
    const { pattern } = fc.letrec<{ atom: string; piece: string; pattern: string }>((tie) => ({
      atom: fc.oneof(
        { withCrossShrink: true, maxDepth: 3 },
        fc.constantFrom('a', 'b', 'c', 'é', '😀', '.', '[ab]', '[^a]', '\\d', '\\w', '[a-c\\d]', '\\W', '\\s'),
        tie('pattern').map((inner) => `(?:${inner})`),
      ),
      piece: fc.oneof(
        tie('atom'),
        fc
          .tuple(
            fc.constantFrom('a', 'b', '.', '[ab]', '(?:ab|a)', '(?:b|bc|d)', '\\w'),
            fc.constantFrom('*', '+', '?', '{2}', '{1,3}', '{2,}', '*?', '+?', '??'),
          )
          .map((parts) => parts.join('')),
        fc.constantFrom('\\b', '\\B', '^', '$'),
      ),
      pattern: fc.oneof(
        fc.array(tie('piece'), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
        fc.tuple(tie('piece'), tie('piece')).map((parts) => parts.join('|')),
      ),
    }));
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', 'A', '1', ' ', '\n', 'é', '😀'), maxLength: 24 });
    fc.assert(
      fc.property(pattern, text, fc.boolean(), (source, subject, ignoreCase) => {
        const expected = [...subject.matchAll(new RegExp(source, ignoreCase ? 'giu' : 'gu'))]
          .map(([match]) => match)
          .filter((match) => match !== '');
        expect(matches(source, subject, ignoreCase)).toEqual(expected);
      }),
      { numRuns: runs(3000) },
    );
  });

  it.each([
    ['^(a+)+$', 'a', 'b'],
    ['(a|aa)+$', 'a', 'b'],
    ['^(\\w+\\s?)*$', 'word ', '!'],
    ['(?:\\d+[ -]?)+X', '1234 ', '!'],
    ['(.*)*x', 'y', ''],
    ['(?:x[^z]*z|x)', 'x', ''],
    ['(a?){50}a{50}', 'a', ''],
    ['[a-z]+@[a-z]+\\.com', 'a', ''],
  ])('%s takes steps linear in the text', (source, unit, end) => {
    const compiled = program(source);
    const steps = (length: number): number => simulate(compiled, unit.repeat(length / unit.length) + end).steps;
    const [small, large] = [steps(4000), steps(16000)];
    expect(large / small).toBeLessThan(4.5);
    expect(large).toBeLessThanOrEqual(16000 * compiled.code.length * 3 * LONGEST_MATCH);
  });

  it('cuts matches at the longest length and goes on', () => {
    const text = 'a'.repeat(2500);
    expect(matches('a+', text).map((match) => match.length)).toEqual([LONGEST_MATCH, LONGEST_MATCH, 2500 - 2 * LONGEST_MATCH]);
  });
});
