import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { ONCE } from '../../../lib/detectors/once.ts';
import { shippedPatterns } from './shipped-patterns.ts';

/**
 * Most bytes of code that a pattern may be compiled to. The first text that asks for one waits until it is compiled, up to 30 ms for a megabyte; when all code
 * together is more than 16 MB, V8 stops to optimize (`TooMuchRegExpCode`), and every pattern is matched half as fast.
 */
const MOST = 300_000;

const folder = mkdtempSync(join(tmpdir(), 'tacit-patterns-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Compiles each pattern that it is given, for text of one byte a character. */
const PROGRAM = `
  for (const [source, flags] of JSON.parse(require('node:fs').readFileSync(process.argv[1], 'utf8'))) {
    const pattern = new RegExp(source, flags);
    pattern.exec('x'.repeat(40));
  }`;

/** Bytes of code, by pattern as V8 logs it. */
function codeOf(patterns: readonly { readonly source: string; readonly flags: string }[]): number[] {
  const [list, log] = [join(folder, 'patterns.json'), join(folder, 'code.log')];
  writeFileSync(list, JSON.stringify(patterns.map(({ source, flags }) => [source, flags])));
  const options = ['--no-regexp-tier-up', '--log-code', '--no-logfile-per-isolate', `--logfile=${log}`];
  const { status, stderr } = spawnSync(process.execPath, [...options, '-e', PROGRAM, list], { encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  return readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('code-creation,RegExp,'))
    .map((line) => Number(line.split(',')[5]));
}

it('no pattern is compiled to much code', { timeout: 60_000 }, () => {
  const patterns = shippedPatterns();
  const sizes = codeOf(patterns);
  expect(sizes.length).toBeGreaterThan(patterns.length / 2);
  // One by one only where there is something to tell.
  const large = Math.max(...sizes) <= MOST ? [] : patterns.filter((pattern) => Math.max(...codeOf([pattern])) > MOST);
  expect(large.map(({ source, where }) => `${where}: /${source.slice(0, 80)}… put ONCE before what follows a choice, see once.ts`)).toEqual([]);
});

it('what follows a choice is compiled once behind ONCE', () => {
  const choice = (many: number): string => Array.from({ length: many }, (_, i) => `${String.fromCharCode(97 + i)}[0-9]{0,2}`).join('|');
  const rest = Array.from({ length: 40 }, (_, i) => `word${i}`).join('|');
  const most = (source: string): number => Math.max(...codeOf([{ source, flags: 'u' }]));
  const often = most(`(?:${choice(20)})(?:${rest})`);
  const once = most(`(?:${choice(20)})${ONCE}(?:${rest})`);
  expect(once).toBeLessThan(often / 2);
});
