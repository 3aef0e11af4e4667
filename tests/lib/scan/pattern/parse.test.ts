import { describe, expect, it } from 'vitest';
import { type Flags, type Node, parse, Refusal } from '../../../../lib/scan/pattern/parse.ts';

const NONE: Flags = { ignoreCase: false, multiline: false, dotAll: false };

/** A tree in short: `(a b)` one after the other, `(a|b)` one of them, `a{0,1}?` lazy, `{61-7a}` code points, `!` all others. */
function shown(node: Node): string {
  switch (node.kind) {
    case 'set': {
      const { ranges, properties, negated } = node.set;
      const hex = (codePoint: number): string => codePoint.toString(16);
      const parts = [
        ...ranges.map(([low, high]) => (low === high ? hex(low) : `${hex(low)}-${hex(high)}`)),
        ...properties.map((property) => property.source),
      ];
      return `${negated ? '!' : ''}{${parts.join(' ')}}`;
    }
    case 'assert':
      return node.what;
    case 'sequence':
      return `(${node.nodes.map(shown).join(' ')})`;
    case 'choice':
      return `(${node.nodes.map(shown).join('|')})`;
    case 'repeat':
      return `${shown(node.node)}{${node.min},${node.max}}${node.lazy ? '?' : ''}`;
  }
}

function read(source: string, flags = NONE): string {
  const parsed = parse(source, flags);
  return parsed instanceof Refusal ? `${parsed.reason} ${parsed.cure}` : shown(parsed.node);
}

describe('a pattern', () => {
  it.each([
    ['', '()'],
    ['a', '{61}'],
    ['ab', '({61} {62})'],
    ['ab|c', '(({61} {62})|{63})'],
    ['a|', '({61}|())'],
    ['a|b|c', '({61}|{62}|{63})'],
    ['😀', '{1f600}'],
    ['a{x}', '({61} {7b} {78} {7d})'],
    ['a{,2}', '({61} {7b} {2c} {32} {7d})'],
    ['a]', '({61} {5d})'],
    // Repeats.
    ['a*', '{61}{0,Infinity}'],
    ['a+', '{61}{1,Infinity}'],
    ['a?', '{61}{0,1}'],
    ['a*?', '{61}{0,Infinity}?'],
    ['a+?', '{61}{1,Infinity}?'],
    ['a??', '{61}{0,1}?'],
    ['a{2}', '{61}{2,2}'],
    ['a{2,}', '{61}{2,Infinity}'],
    ['a{2,3}', '{61}{2,3}'],
    ['a{2,3}?', '{61}{2,3}?'],
    ['a{2,2}', '{61}{2,2}'],
    ['a{0}', '{61}{0,0}'],
    ['a{1000}', '{61}{1000,1000}'],
    ['a{1000,}', '{61}{1000,Infinity}'],
    ['a{0,1000}', '{61}{0,1000}'],
    ['a{10,12}b', '({61}{10,12} {62})'],
    // Groups.
    ['(ab)+', '({61} {62}){1,Infinity}'],
    ['(?:ab)c', '(({61} {62}) {63})'],
    ['(?<n>a)', '{61}'],
    ['(?P<year_1>a)', '{61}'],
    [`(?<${'n'.repeat(32)}>a)`, '{61}'],
    ['((a)(b))', '({61} {62})'],
    ['(a|b)c', '(({61}|{62}) {63})'],
    ['()', '()'],
    // Positions.
    ['^a$', '(start {61} end)'],
    ['\\A\\z', '(start end)'],
    ['\\b\\B', '(word not-word)'],
    // Sets.
    ['.', '!{a d 2028-2029}'],
    ['\\d', '{30-39}'],
    ['\\D', '{0-2f 3a-10ffff}'],
    ['\\w', '{30-39 41-5a 5f 61-7a}'],
    ['\\W', '{0-2f 3a-40 5b-5e 60 7b-10ffff}'],
    ['\\s', '{9-d 20 a0 1680 2000-200a 2028-2029 202f 205f 3000 feff}'],
    ['\\S', '{0-8 e-1f 21-9f a1-167f 1681-1fff 200b-2027 202a-202e 2030-205e 2060-2fff 3001-fefe ff00-10ffff}'],
    ['\\t\\n\\v\\f\\r\\0', '({9} {a} {b} {c} {d} {0})'],
    ['\\.\\-\\é', '({2e} {2d} {e9})'],
    ['\\x41\\x{1F600}b', '({41} {1f600} {62})'],
    ['\\u00414\\u{10ffff}', '({41} {34} {10ffff})'],
    ['\\pLu', '({^\\p{L}$} {75})'],
    ['\\p{Lu}\\P{Script=Greek}', '({^\\p{Lu}$} {^\\P{Script=Greek}$})'],
    // Classes.
    ['[abc]', '{61 62 63}'],
    ['[a-cx]', '{61-63 78}'],
    ['[^a-c]', '!{61-63}'],
    ['[^]', '!{}'],
    ['[a^]', '{61 5e}'],
    ['[-a]', '{2d 61}'],
    ['[a-]', '{61 2d}'],
    ['[+--]', '{2b-2d}'],
    ['[a-a]', '{61}'],
    ['[😀-😂]', '{1f600-1f602}'],
    ['[\\b\\d\\]]', '{8 30-39 5d}'],
    ['[\\d-z]', '{30-39 2d 7a}'],
    ['[\\x41-\\u{43}]', '{41-43}'],
    ['[\\p{Lu}1]', '{31 ^\\p{Lu}$}'],
    ['[\\p{Lu}-1]', '{2d 31 ^\\p{Lu}$}'],
    ['[a[:]', '{61 5b 3a}'],
    ['[.*+?(){}|$]', '{2e 2a 2b 3f 28 29 7b 7d 7c 24}'],
  ])('%j means %s', (source, tree) => {
    expect(read(source)).toBe(tree);
  });

  it.each([
    ['(?i)a', '{61}', [true, false, false]],
    ['(?m)^a$', '(line-start {61} line-end)', [false, true, false]],
    ['(?m)\\A\\z', '(start end)', [false, true, false]],
    ['(?s).', '!{}', [false, false, true]],
    ['(?ims)^.', '(line-start !{})', [true, true, true]],
    ['a', '{61}', [false, false, false]],
  ])('%j begins with its flags', (source, tree, [ignoreCase, multiline, dotAll]) => {
    expect(read(source)).toBe(tree);
    expect(parse(source, NONE)).toMatchObject({ flags: { ignoreCase, multiline, dotAll } });
  });

  it('keeps the flags that it is given', () => {
    for (const given of ['ignoreCase', 'multiline', 'dotAll'] as const)
      expect(parse('a', { ...NONE, [given]: true })).toMatchObject({ flags: { ...NONE, [given]: true } });
    expect(read('^.', { ignoreCase: true, multiline: true, dotAll: true })).toBe('(line-start !{})');
  });

  it('has a hundred groups inside one another, at most', () => {
    const nested = (depth: number): string => read(`${'('.repeat(depth)}a${')'.repeat(depth)}`);
    expect(nested(100)).toBe('{61}');
    expect(nested(101)).toBe('The groups are nested too deeply. Use at most 100 groups inside one another.');
  });
});

describe('a refusal says why and what helps', () => {
  const look =
    'Look-ahead and look-behind are not supported: they have no linear-time form. Use "\\b", or match the neighbouring text as well.';
  const group = 'This kind of group is not supported. Use "(…)" or "(?:…)"; flags only at the very beginning: "(?i)".';
  const back = 'Back-references are not supported: they have no linear-time form. Write the repeated text out.';
  const large = 'The repeat is larger than 1000. Use at most 1000, or "*" for any number.';
  const twice = 'A repeat follows a repeat. Put the first one in a group: "(?:a*)+".';
  const possessive = 'Possessive repeats are not supported. Take the second "+" away; matching takes linear time anyway.';
  const position = 'A position such as "^" or "\\b" cannot be repeated. Take the repeat away.';
  const closed = 'A group is not closed. Add the missing ")".';
  const open = 'A class is not closed. Add the missing "]", or write "\\[" for the character itself.';
  const posix = 'POSIX classes such as "[:alpha:]" are not supported. Use "A-Za-z", "0-9" or "\\p{L}".';
  const property = (name: string): string =>
    `"${name}" names no Unicode property. Use for example "\\p{L}" (letters), "\\p{Lu}" (capitals) or "\\p{Script=Greek}".`;
  const point = (letter: string): string => `"\\${letter}" needs a code point. Write "\\x41" or "\\u{1F600}".`;

  it.each([
    ['a)', 'There is a ")" without a "(". Write "\\)" for the character itself.'],
    [')', 'There is a ")" without a "(". Write "\\)" for the character itself.'],
    ['(a', closed],
    ['(a|b', closed],
    ['(?=a)', look],
    ['(?!a)', look],
    ['(?<=a)', look],
    ['(?<!a)', look],
    ['(?>a)', group],
    ['(?i:a)', group],
    ['(?x)a', group],
    ['a(?i)', group],
    ['(?<1>a)', group],
    ['(?P=a)', group],
    [`(?<${'n'.repeat(34)}>a)`, group],
    ['(a)\\1', back],
    ['\\9', back],
    ['\\k<a>', back],
    ['\\k{a}', back],
    ["\\k'a'", back],
    ['\\ka', '"\\k" has no meaning here. Write "k" for the character itself.'],
    ['\\q', '"\\q" has no meaning here. Write "q" for the character itself.'],
    ['[\\B]', '"\\B" has no meaning here. Write "B" for the character itself.'],
    ['[\\1]', '"\\1" has no meaning here. Write "1" for the character itself.'],
    ['a\\', 'The pattern ends in a lone "\\". Write "\\\\" for the character itself.'],
    ['*a', 'There is nothing before "*" to repeat. Write "\\*" for the character itself.'],
    ['a|+', 'There is nothing before "+" to repeat. Write "\\+" for the character itself.'],
    ['(?)', group],
    ['?a', 'There is nothing before "?" to repeat. Write "\\?" for the character itself.'],
    ['^*', position],
    ['\\b{2}', position],
    ['a{3,2}', 'The repeat {3,2} is the wrong way round. Write the smaller number first.'],
    ['a{1001}', large],
    ['a{1001,}', large],
    ['a{0,1001}', large],
    ['a++', possessive],
    ['a*+', possessive],
    ['a{2}+', possessive],
    ['a**', twice],
    ['a+*', twice],
    ['a+?+', twice],
    ['a+?{2}', twice],
    ['a{2}{3}', twice],
    ['a???', twice],
    ['\\p{Nope}', property('\\p{Nope}')],
    ['\\P{Nope}', property('\\P{Nope}')],
    ['[\\p{Nope}]', property('\\p{Nope}')],
    ['\\p', property('\\p{}')],
    ['\\p{Lu', property('\\p{}')],
    ['\\px', property('\\p{}')],
    ['\\x4', point('x')],
    ['\\xg1', point('x')],
    ['\\x{110000}', point('x')],
    ['\\u041', point('u')],
    ['\\u{110000}', point('u')],
    ['\\u{}', point('u')],
    ['[a', open],
    ['[', open],
    ['[a-', open],
    ['[a\\', 'A class is not closed. Add the missing "]".'],
    ['[z-a]', 'A range is the wrong way round. Write the smaller character first: "[a-z]".'],
    ['[a-\\d]', 'A range ends in a class such as "\\d". Put the "-" first or last: "[-\\d]".'],
    ['[a-\\p{Lu}]', 'A range ends in a class such as "\\d". Put the "-" first or last: "[-\\d]".'],
    ['[a-\\q]', '"\\q" has no meaning here. Write "q" for the character itself.'],
    ['[]', 'The class "[]" is empty and matches nothing. Write "\\[\\]" for the brackets themselves.'],
    ['[]a]', 'The class "[]" is empty and matches nothing. Write "\\[\\]" for the brackets themselves.'],
    ['[[:alpha:]]', posix],
    ['[a[:^digit:]]', posix],
  ])('%j: %s', (source, sentence) => {
    expect(read(source)).toBe(sentence);
  });
});
