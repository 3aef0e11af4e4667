import { describe, expect, it } from 'vitest';
import { DETECTORS } from '../../../lib/detectors/catalogue.ts';
import { reachOf, readableBy, shortestMatch } from '../../../lib/scan/reach.ts';
import { parseCorpus } from '../../corpus/parse.ts';

const corpora = import.meta.glob<string>('../../corpus/*.txt', { eager: true, query: '?raw', import: 'default' });

const ENDLESS = Number.POSITIVE_INFINITY;

describe('reachOf', () => {
  it.each<[RegExp, number]>([
    [/(?:)/, 0],
    [/a/, 1],
    [/abc/, 3],
    [/./, 1],
    // Classes: one unit, whatever is inside.
    [/[abc]/, 1],
    [/[^abc]x/, 2],
    [/[\]]x/, 2],
    [/[\\]xy/, 3],
    [/[(|)]/, 1],
    [/[a{5}]/, 1],
    [/[*+?]{3}/, 3],
    [/[^\]\\]{2,7}z/, 8],
    // Escapes.
    [/\d/, 1],
    [/\./, 1],
    [/\(\)/, 2],
    [/\[x\]/, 3],
    [/\\/, 1],
    [/\x41b/, 2],
    [/\u0041b/, 2],
    [/\t{4}/, 4],
    [/\{2\}/, 3],
    [/\*\+\?/, 3],
    [/\|a/, 2],
    // Repeats.
    [/a{3}/, 3],
    [/a{2,5}/, 5],
    [/a{0}b/, 1],
    [/a{0,0}/, 0],
    [/a?b?/, 2],
    [/ab?c/, 3],
    [/a{12}/, 12],
    [/a{10,2048}/, 2048],
    [/[a-z]{1,20000}/, 20000],
    // Lazy repeats are as long as greedy ones.
    [/a{2,5}?b/, 6],
    [/a??b/, 2],
    [/a+?/, ENDLESS],
    // Without bounds.
    [/a*/, ENDLESS],
    [/a+/, ENDLESS],
    [/a{2,}/, ENDLESS],
    [/a{2,}?b/, ENDLESS],
    [/(?:ab)*/, ENDLESS],
    [/x|a*/, ENDLESS],
    // Groups, named groups, look-arounds.
    [/(ab)/, 2],
    [/(?:ab){2}c/, 5],
    [/(?<value>ab){3}/, 6],
    [/(?=abc)d/, 4],
    [/(?!abc)d/, 4],
    [/(?<=abc)d/, 4],
    [/(?<!abc)d/, 4],
    [/((a)(b{2})){2}/, 6],
    [/(?:a(?:b(?:c)?)?)?/, 3],
    [/()x/, 1],
    [/(ab?:c)/, 4],
    // Alternatives: the longest.
    [/a|bcd/, 3],
    [/abc|d/, 3],
    [/a|bcd|ef/, 3],
    [/x(?:a|bcd)y/, 5],
    [/(?:a|b{4}|cc){2}/, 8],
    [/|ab/, 2],
    [/ab|/, 2],
    [/(?:|ab)c/, 3],
    // A brace that begins no repeat stands for itself.
    [/a{/, 2],
    [/a{,3}/, 5],
    // A code point may be two units.
    [/a/u, 2],
    [/\u{1f600}/u, 2],
    [/\p{Lu}x/u, 4],
    [/\P{Script=Han}{3}/u, 6],
    [/\u0041/u, 2],
  ])('%s looks at most %d units far', (pattern, expected) => {
    expect(reachOf(pattern)).toBe(expected);
  });

  it('counts both units of a code point in a class', () => {
    // Matches "😀", two units.
    expect(reachOf(/[\u{1f600}a]/u)).toBeGreaterThanOrEqual(2);
    expect(reachOf(/[^x]{3}/u)).toBeGreaterThanOrEqual(6);
  });

  it('is never shorter than a match', () => {
    for (const [pattern, text] of [
      [/(?:-[A-Z]{2,4}){1,3}x?/, '-ABCD-EFGH-IJKLx'],
      [/"(?<value>[^"\\]{0,16})"/d, `"${'v'.repeat(16)}"`],
      [/a{1,3}(?:b|cd){2,4}e/, 'aaacdcdcdcde'],
    ] as const) {
      expect(pattern.exec(text)?.[0]).toBe(text);
      expect(reachOf(pattern)).toBe(text.length);
    }
  });
});

describe('shortestMatch', () => {
  it.each([
    [/abc/, 3],
    [/ab?c*/, 1],
    [/a+b{2}c{3,}d{4,9}/, 10],
    [/(?:ab|c|def)g/, 2],
    [/(?<![A-Za-z0-9])gh[a-z]_[A-Za-z0-9]{36}(?![A-Za-z0-9])/y, 40],
    [/(?<value>a{2}|b)(?=cd)(?:e|)/d, 1],
    [/^\bab\B$/, 2],
    [/\d{3}\.\x41\p{L}/u, 6],
    [/[\]a]{2}|\u{1f600}/u, 1],
    [/(?:a|bb){3}/, 3],
    [/(?:)/, 0],
  ])('of %s is %i', (pattern, expected) => {
    expect(shortestMatch(pattern)).toBe(expected);
  });
});

describe('readableBy', () => {
  it.each<[RegExp, string, string]>([
    [/ey[A-Za-z0-9_-]{10,9000}\.[A-Za-z0-9_-]{2,9000}/y, 'eyJh.b-c d', 'eyJh.b-c'],
    [/(?<value>"[^"\n]{1,5000}")\s?;/dy, '"a b";\t"c"', '"a b";\t"c"'],
    [/(?<value>"[^"\n]{1,5000}")\d?;/dy, '"a b";\n"c"', '"a b";'],
    [/[\]x]{1,9}\}/y, ']x}{', ']x}'],
    [/a{0,900}(?=;)/iy, 'aAa;;b', 'aAa;;'],
    [/(?<!z)a(?!\d)/y, 'aza1 a', 'aza1'],
    [/(a|b)\1/y, 'abab1k', 'abab'],
    [/(a|b)\1/uy, 'abab1k', 'abab'],
    [/a\\1/y, 'a\\1b', 'a\\1'],
    [/^\ba$/y, 'aab', 'aa'],
    [/\p{Lu}{1,900}\u{1f600}/uy, 'ÄÖ😀Ü+', 'ÄÖ😀Ü'],
    [/./y, 'ab\nc', 'ab'],
    [/./sy, 'ab\nc', 'ab\nc'],
    [/a{,3}/y, 'a{,3}b', 'a{,3}'],
    [/(?:)/y, 'a', ''],
  ])('of %s reads so much of %j', (pattern, text, expected) => {
    const readable = readableBy(pattern);
    expect(readable.sticky).toBe(true);
    const found = readable.exec(`#${text}`.slice(1));
    expect(found?.[0]).toBe(expected);
  });

  it('of every detector reads all of its matches', () => {
    const texts = Object.values(corpora).flatMap((source) => parseCorpus(source).map(({ text }) => text));
    const problems: string[] = [];
    let matches = 0;
    for (const detector of DETECTORS) {
      if (detector.kind !== 'anchored' || !(detector.pattern instanceof RegExp)) continue;
      const readable = readableBy(detector.pattern);
      const anywhere = new RegExp(detector.pattern.source, `${detector.pattern.flags.replace(/[dgy]/g, '')}g`);
      for (const text of texts) {
        for (const found of text.matchAll(anywhere)) {
          matches++;
          readable.lastIndex = found.index;
          readable.test(text);
          if (readable.lastIndex < found.index + found[0].length) problems.push(`${detector.id}: ${found[0].length} at ${found.index}`);
        }
      }
    }
    expect(problems).toEqual([]);
    expect(matches).toBeGreaterThan(1000);
  });
});
