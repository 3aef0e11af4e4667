import { describe, expect, it } from 'vitest';
import { parse, Refusal } from '../../../../lib/scan/pattern/parse.ts';
import { fold, requiredLiteral } from '../../../../lib/scan/pattern/required.ts';

describe('what every match must hold', () => {
  it.each([
    ['abc', 'ABC'],
    ['a', 'A'],
    ['', ''],
    ['INT-\\d{4}', 'INT-'],
    ['\\d{4}-int', '-INT'],
    ['ab?cd', 'CD'],
    ['abc?d', 'AB'],
    ['abc*', 'AB'],
    ['ab+c', 'A'],
    ['xab+cde', 'CDE'],
    ['a(?:bcd)+ef', 'BCD'],
    ['a(?:bcd){2}ef', 'BCD'],
    ['(?:abc)*', ''],
    ['(?:abc)?d', 'D'],
    ['a(?:bc)d', 'ABCD'],
    ['^ab\\bcd$', 'ABCD'],
    ['ab|cd', ''],
    ['x(?:ab|cd)yz', 'YZ'],
    ['xyz(?:ab|cd)', 'XYZ'],
    ['ab[cd]e', 'AB'],
    ['ab[c]e', 'ABCE'],
    ['a[b-c]d', 'A'],
    ['a[^b]d', 'A'],
    ['a\\p{L}bc', 'BC'],
    ['ab.cd.ef', 'AB'],
    ['straße', 'STRA'],
    ['é', ''],
    ['ab\\x7fc', 'AB\x7fC'],
    ['ab\\x80c', 'AB'],
    ['[a\\p{L}]b', 'B'],
  ])('of %j: %j', (source, literal) => {
    const parsed = parse(source, { ignoreCase: false, multiline: false, dotAll: false });
    if (parsed instanceof Refusal) throw new Error(parsed.reason);
    expect(requiredLiteral(parsed.node)).toBe(literal);
  });

  it('is folded as texts are', () => {
    expect(fold('aB ß \u212a \u017f é')).toBe('AB SS K S É');
  });
});
