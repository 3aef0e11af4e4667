import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DIGITS, ESCAPE, NUMBER_PAIR, RUN_PAIR, SHORT } from '../../../../lib/scan/literals/holds.ts';
import type * as PairClasses from '../../../../lib/scan/literals/pair-classes.ts';

const flags = new Uint8Array(0x10000);
let markClasses: typeof PairClasses.markClasses;

beforeEach(async () => {
  // What it has worked out it keeps.
  vi.resetModules();
  ({ markClasses } = await import('../../../../lib/scan/literals/pair-classes.ts'));
  flags.fill(0);
});

/** Pairs of ASCII that are marked, and those that should be: each differs. */
function differences(mark: number, expected: RegExp): string[] {
  markClasses(flags);
  return Array.from({ length: 128 * 128 }, (_, i) => [i & 127, i >> 7] as const)
    .filter(([a, b]) => (((flags[a | (b << 8)] as number) & mark) !== 0) !== expected.test(String.fromCharCode(a, b)))
    .map(([a, b]) => JSON.stringify(String.fromCharCode(a, b)));
}

describe('a pair of characters', () => {
  it.each<[string, number, RegExp]>([
    ['a run', RUN_PAIR, /^[\w-]{2}$/],
    ['a number, which goes on in the next line, but holds no two blanks', NUMBER_PAIR, /^(?! {2})[\d ()\-./]{2}$|^[\r\n]\d$|^\d[\r\n]$/],
    ['an escape', ESCAPE, /^%[\dA-Fa-fu]$|^=[2-7]$|^\\[ux01]$|^&[#a-z]$|^[\s\S][%\\&]$/],
    ['digits', DIGITS, /^\d\d$/],
    ['nothing else', SHORT, /^(?!)/],
  ])('may be part of %s', (_, mark, expected) => {
    expect(differences(mark, expected)).toEqual([]);
  });

  it('is part of none of them where the second stands for what is not ASCII', () => {
    markClasses(flags);
    expect(flags.subarray(0x8000).some((flag) => flag !== 0)).toBe(false);
  });

  it('keeps what it was marked for', () => {
    const own = new Uint8Array(0x10000).fill(SHORT);
    markClasses(own);
    markClasses(flags);
    expect(own.every((flag, pair) => flag === ((flags[pair] as number) | SHORT))).toBe(true);
  });
});
