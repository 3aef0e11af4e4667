import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expand } from '../corpus/generate.ts';

const ROOT = join(import.meta.dirname, '../..');
const PROGRAM = join(ROOT, '.output/cli/tacit.mjs');
const TOKEN = expand('{{github:ghp_}}', 'scan-program');

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tacit-program-'));
  writeFileSync(join(folder, 'dirty.txt'), `🔑 ${TOKEN}\n`);
  writeFileSync(join(folder, 'clean.txt'), 'nothing\n');
  // Builds the program when its sources have changed.
  const built = spawnSync(process.execPath, [join(ROOT, 'node_modules/tsx/dist/cli.mjs'), join(ROOT, 'scripts/tacit.ts'), '--help'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  expect(built.status, built.stderr).toBe(0);
}, 120_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the built program in the folder of the test. */
function tacit(parameters: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...parameters], { cwd: folder, input, encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
}

describe('the built tacit scan', () => {
  it('can be run by its name', () => {
    const { bin } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const command = join(ROOT, bin.tacit);
    for (const file of [command, PROGRAM]) {
      expect(readFileSync(file, 'utf8').split('\n')[0]).toBe('#!/usr/bin/env node');
      if (process.platform !== 'win32') expect(statSync(file).mode & 0o111).toBe(0o111);
    }
    const { status, stdout } = spawnSync(process.execPath, [command, 'scan', 'clean.txt', '-'], {
      cwd: folder,
      input: TOKEN,
      encoding: 'utf8',
    });
    expect([status, stdout]).toEqual([1, expect.stringContaining('stdin:1:1  GITHUB_TOKEN')]);
  });

  it('is built by its name where it was not', () => {
    // A checkout in which building says what it was asked.
    const checkout = join(folder, 'checkout');
    cpSync(join(ROOT, 'cli/command.mjs'), join(checkout, 'cli/command.mjs'));
    symlinkSync(join(ROOT, 'node_modules'), join(checkout, 'node_modules'), 'junction');
    mkdirSync(join(checkout, 'scripts'));
    writeFileSync(join(checkout, 'scripts/tacit.ts'), 'console.log(process.argv.slice(2).join());\nprocess.exitCode = 1 as number;\n');
    const { status, stdout } = spawnSync(process.execPath, [join(checkout, 'cli/command.mjs'), 'scan', 'a b'], {
      cwd: folder,
      encoding: 'utf8',
    });
    rmSync(checkout, { recursive: true });
    expect([status, stdout]).toEqual([1, 'scan,a b\n']);
  });

  it('ends with 0, 1 or 2', () => {
    expect(tacit(['scan', 'clean.txt'])).toEqual({ code: 0, out: 'Nothing found in 1 file\n', err: '' });
    expect(tacit(['scan', '.'])).toMatchObject({ code: 1, out: expect.stringContaining('dirty.txt:1:4  GITHUB_TOKEN'), err: '' });
    expect(tacit(['scan', 'missing.txt'])).toMatchObject({ code: 2, err: expect.stringContaining('missing.txt: There is no such file') });
    expect(tacit(['scan', '--jsnl'])).toMatchObject({ code: 2, out: '' });
  });

  it('reads standard input', () => {
    expect(tacit(['scan'], TOKEN)).toMatchObject({ code: 1, out: expect.stringContaining('stdin:1:1  GITHUB_TOKEN') });
    expect(tacit(['scan', '--format', 'sarif', '-'], TOKEN).code).toBe(1);
  });

  it('answers a line before the next one is written', async () => {
    const child = spawn(process.execPath, [PROGRAM, 'scan', '--jsonl'], { cwd: folder, stdio: ['pipe', 'pipe', 'inherit'] });
    try {
      for (const id of [1, 2]) {
        child.stdin.write(`${JSON.stringify({ id, text: `🔑 ${TOKEN}` })}\n`);
        const [answer] = await once(child.stdout, 'data');
        expect(JSON.parse(String(answer))).toMatchObject({ id, findings: [{ start: 3, end: 3 + TOKEN.length }] });
      }
      const closed = once(child, 'close');
      child.stdin.end('broken\n');
      expect((await closed)[0]).toBe(2);
    } finally {
      child.kill('SIGKILL');
    }
  });

  it('answers many lines, each once and in order', () => {
    const input = Array.from({ length: 20_000 }, (_, id) => `${JSON.stringify({ id, text: `line ${id}` })}\n`).join('');
    const { code, out } = tacit(['scan', '--jsonl'], input);
    expect(code).toBe(0);
    expect(out).toBe(Array.from({ length: 20_000 }, (_, id) => `{"id":${id},"findings":[]}\n`).join(''));
  });

  it('loads the library of names when a text asks for it', () => {
    const { out } = tacit(['scan', '--jsonl'], `${JSON.stringify({ id: 1, text: 'Please call Maria Lopez at ana@example.com' })}\n`);
    expect(JSON.parse(out).findings[0]).toMatchObject({ entity: 'PERSON', start: 12 });
  });

  it('ends quietly when nobody reads on', async () => {
    const child = spawn(process.execPath, [PROGRAM, 'scan', '--jsonl'], { cwd: folder, stdio: 'pipe' });
    const told: Buffer[] = [];
    child.stderr.on('data', (data: Buffer) => told.push(data));
    child.stdin.on('error', () => undefined);
    child.stdout.destroy();
    const closed = once(child, 'close');
    child.stdin.write(`${JSON.stringify({ id: 1, text: 'x' })}\n`);
    child.stdin.end();
    expect((await closed)[0]).toBe(2);
    expect(Buffer.concat(told).toString()).toBe('');
  });
});
