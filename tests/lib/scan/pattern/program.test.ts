import { describe, expect, it } from 'vitest';
import { parse, Refusal } from '../../../../lib/scan/pattern/parse.ts';
import { compileProgram, MOST_INSTRUCTIONS, type Program } from '../../../../lib/scan/pattern/program.ts';

function compiled(source: string, ignoreCase = false): Program | Refusal {
  const parsed = parse(source, { ignoreCase, multiline: false, dotAll: false });
  if (parsed instanceof Refusal) throw new Error(parsed.reason);
  return compileProgram(parsed.node, ignoreCase);
}

function program(source: string, ignoreCase = false): Program {
  const result = compiled(source, ignoreCase);
  if (result instanceof Refusal) throw new Error(result.reason);
  return result;
}

/** The instructions, one after the other: `a` a character, `?1,3` try 1 and then 3, `>0` go to 0, `!` done. */
function shown(source: string): string {
  return program(source)
    .code.map((step) => {
      if (step.op === 'set') return String.fromCharCode(step.set.ascii.indexOf(1));
      if (step.op === 'split') return `?${step.first},${step.second}`;
      if (step.op === 'jump') return `>${step.to}`;
      return step.op === 'assert' ? step.what : '!';
    })
    .join(' ');
}

describe('a program', () => {
  it.each([
    ['', '!'],
    ['ab', 'a b !'],
    ['^a$', 'start a end !'],
    ['a|b', '?1,3 a >4 b !'],
    ['a|b|c', '?1,3 a >7 ?4,6 b >7 c !'],
    ['a|', '?1,3 a >3 !'],
    ['a*', '?1,3 a >0 !'],
    ['a*?', '?3,1 a >0 !'],
    ['a+', 'a ?2,4 a >1 !'],
    ['a+?', 'a ?4,2 a >1 !'],
    ['a?', '?1,2 a !'],
    ['a??', '?2,1 a !'],
    ['a{2}', 'a a !'],
    ['a{0}', '!'],
    ['a{1,3}', 'a ?2,5 a ?4,5 a !'],
    ['a{1,3}?', 'a ?5,2 a ?5,4 a !'],
    ['a{2,}b', 'a a ?3,5 a >2 b !'],
    ['(?:ab)?c', '?1,3 a b c !'],
    ['(?:){900}a', 'a !'],
    ['(?:){0,900}a', '?1,1 a !'],
  ])('of %j: %s', (source, steps) => {
    expect(shown(source)).toBe(steps);
  });

  it.each([
    ['ab', 'a'],
    ['a|b|c', 'abc'],
    ['a*b', 'ab'],
    ['a?b', 'ab'],
    ['^a', 'a'],
    ['(?:a|b)+c', 'ab'],
    ['[0-3]x', '0123'],
    ['é', ''],
    ['é|z', 'z'],
    ['', null],
    ['a*', null],
    ['a|', null],
    ['^', null],
    ['\\b', null],
  ])('of %j begins with %j', (source, first) => {
    const given = program(source).first;
    const listed = given && Array.from(given, (one, unit) => (one ? String.fromCharCode(unit) : '')).join('');
    expect(listed).toBe(first);
    if (given) expect(given).toHaveLength(128);
  });

  it('begins in either case where case does not matter', () => {
    const { first } = program('k', true);
    expect([first?.[75], first?.[107]]).toEqual([1, 1]);
  });

  it.each([
    ['a{1000}a{1000}', true],
    ['a{1000}a{1000}b', false],
    ['(?:a{1000}){2}', true],
    ['(?:a{1000}){3}', false],
    ['a{0,999}', true],
    ['a{0,1000}', true],
    ['a{0,1000}b', false],
    ['(?:a{1000}){2,}', false],
    ['(?:a{1000}){2}|b', false],
    ['b|(?:a{1000}){2}', false],
    ['(?:(?:a{1000}){2})?', false],
    ['(?:(?:(?:a{500}){500}){500})*', false],
  ])('of %j has no more than so many instructions: %s', (source, fits) => {
    expect(MOST_INSTRUCTIONS).toBe(2000);
    const result = compiled(source);
    expect(result instanceof Refusal ? `${result.reason} ${result.cure}` : true).toBe(
      fits ||
        'The repeats unfold to more than 2000 steps. Use smaller repeats, do not repeat a repeated group, or write "*" for any number.',
    );
  });
});
