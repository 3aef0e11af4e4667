import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkSync } from 'recheck';
import { describe, expect, it } from 'vitest';
import { ONCE } from '../../../lib/detectors/once.ts';
import { reachOf } from '../../../lib/scan/reach.ts';
import { type Shipped, shippedPatterns } from './shipped-patterns.ts';

/**
 * No pattern that ships takes more than linear time, proved by recheck (https://makenowjust-labs.github.io/recheck/). Verdicts are kept beside this file by a
 * hash of the pattern; a pattern without one is proved here and now. `RECHECK=all npx vitest run redos` proves all again and writes the file,
 * `RECHECK=new` adds those that are missing, tries again those that were not proved, and drops those that are gone.
 */
process.env.RECHECK_BACKEND = 'pure';

const VERDICTS = join(import.meta.dirname, 'redos-verdicts.json');
const MODE = process.env.RECHECK;
/** An attempt that looks at no more code units than these costs little at any place. */
const FARTHEST = 2_500;
/** Milliseconds for one proof. */
const PATIENCE = 30_000;

type Verdict =
  /** Linear, proved or not broken by the fuzzer. */
  | 'safe'
  /** The same once look-arounds are taken out, which recheck cannot follow. */
  | 'safe without look-arounds'
  /** What an attempt at one place costs is linear, and it looks no further than so many units: see `FARTHEST`. */
  | 'safe at each place'
  | 'vulnerable'
  | 'unknown';

/** Patterns that are not linear by proof, told by how they begin, why that does no harm, and the most code units that an attempt is ever given. */
const BOUNDED: readonly { readonly begins: string; readonly reads: number; readonly reason: string }[] = [
  {
    begins: '([a-z][a-z0-9-]{2,40})["\'`\\]\\\\]{0,3}[ \\t]{0,2}[:,=][ \\t]{0,2}[\\\\"\'`]{0,3}$',
    reads: 56,
    reason: 'the 56 units before a value, cut out by the caller',
  },
  {
    begins: String.raw`-----[A-Z ]{1,60}-----|\\[nr]|\s`,
    reads: 72,
    reason: 'linear: an attempt looks at no more than 72 units; recheck counts these for every place',
  },
  {
    begins: String.raw`(?<![\p{L}\d./-])(?:(?:(?:Flat`,
    reads: 2126,
    reason: 'too large for recheck, not refuted: a house, a street and towns, of parts that can be split in one way',
  },
  {
    begins: String.raw`(?<![\p{L}\p{M}\d./-])(?:(?:г|гр`,
    reads: 606,
    reason:
      'too large for recheck, not refuted: a town, a street by its word, names and a number, of parts that can be split in one way; read in a window round a cue',
  },
];

/** Whether a pattern is one of those, whole; of one that is only too large, the beginning will do. */
function isBounded({ source }: Shipped, verdict: Verdict): boolean {
  return BOUNDED.some(({ begins }) => (verdict === 'unknown' ? source.startsWith(begins) : source === begins));
}

/** What holds at every place changes no match, and the proof need not follow it. */
function withoutOnce(pattern: Shipped): Shipped {
  return { ...pattern, source: pattern.source.replaceAll(ONCE, '') };
}

/** Flags in one order; `d` changes no match, and recheck does not know it. */
function flagsOf({ flags }: Shipped): string {
  return [...flags.replace('d', '')].sort().join('');
}

function hashOf(pattern: Shipped): string {
  return createHash('sha256')
    .update(`/${pattern.source}/${flagsOf(pattern)}`)
    .digest('hex')
    .slice(0, 24);
}

function prove(pattern: Shipped): Verdict {
  const first = checkSync(pattern.source, flagsOf(pattern), { timeout: PATIENCE }).status;
  if (first === 'safe') return first;
  const plain = withoutLookarounds(pattern.source);
  if (isSafeAtEachPlace(pattern, plain)) return 'safe at each place';
  if (first === 'vulnerable') return first;
  if (plain === pattern.source) return 'unknown';
  const second = checkSync(plain, flagsOf(pattern), { timeout: PATIENCE }).status;
  // Without its look-arounds a pattern may be worse than with them, so only a proof counts.
  return second === 'safe' ? 'safe without look-arounds' : 'unknown';
}

/** Whether an attempt at one place is linear, of a pattern that looks no further than `FARTHEST`. */
function isSafeAtEachPlace(pattern: Shipped, plain: string): boolean {
  if (pattern.flags.includes('y') || reachOf(new RegExp(pattern.source, pattern.flags)) > FARTHEST) return false;
  const flags = `${flagsOf(pattern).replace('g', '')}y`;
  return checkSync(plain, flags, { timeout: PATIENCE }).status === 'safe';
}

/** The source with its look-aheads and look-behinds taken out: what remains matches more, and walks over the same text. */
function withoutLookarounds(source: string): string {
  let result = '';
  for (let at = 0; at < source.length; at++) {
    if (/^\(\?<?[=!]/.test(source.slice(at, at + 4))) at = closing(source, at);
    else if (source[at] === '[') {
      const end = classEnd(source, at);
      result += source.slice(at, end + 1);
      at = end;
    } else if (source[at] === '\\') {
      result += source.slice(at, at + 2);
      at++;
    } else result += source[at];
  }
  return result;
}

function classEnd(source: string, open: number): number {
  let at = open + 1;
  while (at < source.length && source[at] !== ']') at += source[at] === '\\' ? 2 : 1;
  return at;
}

function closing(source: string, open: number): number {
  let depth = 0;
  for (let at = open; at < source.length; at++) {
    if (source[at] === '\\') at++;
    else if (source[at] === '[') at = classEnd(source, at);
    else if (source[at] === '(') depth++;
    else if (source[at] === ')' && --depth === 0) return at;
  }
  return source.length;
}

const known = JSON.parse(readFileSync(VERDICTS, 'utf8')) as Record<string, Verdict>;
const patterns = new Map(
  shippedPatterns()
    .map(withoutOnce)
    .map((pattern) => [hashOf(pattern), pattern]),
);

describe('patterns that ship', () => {
  it('take time linear in the text, or read a bounded stretch', { timeout: 900_000 }, () => {
    const verdicts: Record<string, Verdict> = {};
    const problems: string[] = [];
    for (const [hash, pattern] of [...patterns].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const kept = MODE === 'all' || (MODE === 'new' && !known[hash]?.startsWith('safe')) ? undefined : known[hash];
      const verdict = kept ?? prove(pattern);
      verdicts[hash] = verdict;
      if (verdict.startsWith('safe')) continue;
      if (!isBounded(pattern, verdict)) problems.push(`${verdict}: ${pattern.where} /${pattern.source}/${pattern.flags}`);
    }
    if (MODE === 'all' || MODE === 'new') writeFileSync(VERDICTS, `${JSON.stringify(verdicts, null, 2)}\n`);
    expect(problems).toEqual([]);
  });

  it('have few exceptions, each still there and each with a bound', () => {
    for (const { begins, reads, reason } of BOUNDED) {
      const bound = [...patterns.values()].filter(({ source }) => source.startsWith(begins));
      expect(bound, begins).toHaveLength(1);
      expect(reason.length).toBeGreaterThan(20);
      // Quadratic at the worst: so many steps for one attempt.
      expect(reads ** 2).toBeLessThanOrEqual(20_000_000);
      for (const { source, flags } of bound) {
        const reach = reachOf(new RegExp(source, flags));
        if ((flags.includes('y') || flags.includes('g')) && Number.isFinite(reach))
          expect(reads).toBeGreaterThanOrEqual(Math.min(reach, 4096));
      }
    }
  });
});

describe('the proof', () => {
  it.each<[string, string, string]>([
    ['^(a+)+$', '', 'vulnerable'],
    ['(?:a|aa)+b', 'y', 'vulnerable'],
    ['\\s+$', '', 'vulnerable'],
    ['a{1,20}b', 'y', 'safe'],
    ['(?<=x)a{1,20}b', 'y', 'safe'],
  ])('calls /%s/%s %s', (source, flags, expected) => {
    expect(prove({ source, flags, where: 'test' })).toBe(expected);
  });

  it('takes look-arounds out', () => {
    expect(withoutLookarounds('(?<![a-z(])ab(?:c|\\(d)(?=(?:e)[)])f(?<n>g)(?!h)')).toBe('ab(?:c|\\(d)f(?<n>g)');
    expect(withoutLookarounds('[(?=a)]x\\(?=y')).toBe('[(?=a)]x\\(?=y');
  });

  it('finds the patterns of the code', () => {
    const all = [...patterns.values()];
    expect(all.length).toBeGreaterThan(200);
    expect(all.some(({ where }) => where === 'lib/scan/views/escaped.ts')).toBe(true);
    expect(all.some(({ where }) => where.startsWith('lib/detectors/families/'))).toBe(true);
  });
});
