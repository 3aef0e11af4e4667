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

interface Compiled {
  readonly bytes: number;
  /** How the pattern begins, as V8 logs it. */
  readonly begins: string;
}

function compiled(patterns: readonly { readonly source: string; readonly flags: string }[]): Compiled[] {
  const [list, log] = [join(folder, 'patterns.json'), join(folder, 'code.log')];
  writeFileSync(list, JSON.stringify(patterns.map(({ source, flags }) => [source, flags])));
  const options = ['--no-regexp-tier-up', '--log-code', '--no-logfile-per-isolate', `--logfile=${log}`];
  const { status, stderr } = spawnSync(process.execPath, [...options, '-e', PROGRAM, list], { encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  return readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('code-creation,RegExp,'))
    .map((line) => ({ bytes: Number(line.split(',')[5]), begins: line.split(',').slice(6).join(',').slice(0, 100) }));
}

it('no pattern is compiled to much code', { timeout: 60_000 }, () => {
  const patterns = shippedPatterns();
  const all = compiled(patterns);
  expect(all.length).toBeGreaterThan(patterns.length / 2);
  // Some choice before much else wants `ONCE`.
  expect(all.filter(({ bytes }) => bytes > MOST)).toEqual([]);
});

it('what follows a choice is compiled once behind ONCE', () => {
  const words = (many: number): string => Array.from({ length: many }, (_, i) => `${String.fromCharCode(97 + (i % 26))}${i}`).join('|');
  const most = (source: string): number => Math.max(...compiled([{ source, flags: 'u' }]).map(({ bytes }) => bytes));
  const often = most(`(?:(?:${words(12)}) ){0,2}(?:${words(80)})`);
  const once = most(`(?:(?:${words(12)}) ){0,2}${ONCE}(?:${words(80)})`);
  expect(once).toBeLessThan(often * 0.7);
});
