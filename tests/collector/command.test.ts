import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { optionsFrom } from '../../collector/server/command.ts';
import { takeLock } from '../../collector/server/lock.ts';
import { startCollector } from '../../collector/server/main.ts';
import { sample } from '../lib/audit/sample.ts';
import { bodyOf } from './suite.ts';

/** By its address, because `--import` looks names up from the working folder. */
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const script = fileURLToPath(new URL('./run.ts', import.meta.url));
let folder = '';
let children: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tacit-collector-'));
  children = [];
});

afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

interface Run {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  output(): string;
  /** What it prints up to and with the line that holds the text. */
  until(text: string): Promise<string>;
}

function run(environment: Record<string, string> = {}): Run {
  const child = spawn(process.execPath, ['--import', tsx, script], {
    env: { PATH: process.env.PATH ?? '', TACIT_DATA: folder, TACIT_PORT: '0', ...environment },
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let output = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      output += chunk;
      for (const listener of listeners) listener();
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    child,
    ended,
    output: () => output,
    until: (text) =>
      new Promise((resolve, reject) => {
        const look = () => output.includes(text) && output.endsWith('\n') && resolve(output);
        listeners.add(look);
        look();
        ended.then((code) => reject(new Error(`ended with ${code}: ${output}`)));
      }),
  };
}

const addressIn = (output: string) => /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0] ?? '';

describe('the collector as a program', () => {
  it('prints its address, its login and where its data lies; ends cleanly on SIGTERM; a second one on its data refuses', {
    timeout: 60_000,
  }, async () => {
    const first = run();
    const output = await first.until('Events ');
    expect(output).toMatch(/Console +http:\/\/127\.0\.0\.1:\d+\/#token=\S{40,}/);
    expect(output).toContain(join(folder, 'pglite'));
    expect(statSync(join(folder, 'ingest-token')).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'admin-token')).mode & 0o777).toBe(0o600);
    expect((await fetch(`${addressIn(output)}/health`)).status).toBe(200);

    const second = run();
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain(`in use by process ${first.child.pid}`);
    expect(second.output()).toContain('TACIT_DATA');

    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    expect(existsSync(join(folder, 'collector.lock'))).toBe(false);
  });

  it('starts again after it was killed, with every acknowledged event', { timeout: 60_000 }, async () => {
    const token = 'an-ingest-token-for-tests';
    const adminToken = 'an-admin-token-for-tests';
    const tokens = { TACIT_TOKEN: token, TACIT_ADMIN_TOKEN: adminToken };
    const first = run(tokens);
    const address = addressIn(await first.until('Events '));
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    expect((await fetch(`${address}/v1/logs`, { method: 'POST', headers, body: bodyOf([sample(1)]) })).status).toBe(200);
    first.child.kill('SIGKILL');
    await first.ended;
    expect(existsSync(join(folder, 'collector.lock'))).toBe(true);

    const again = addressIn(await run(tokens).until('Events '));
    const response = await fetch(`${again}/api/events`, { headers: { authorization: `Bearer ${adminToken}` } });
    expect(await response.json()).toMatchObject({ events: [{ id: sample(1).id }] });
    expect(existsSync(join(folder, 'ingest-token'))).toBe(false);
  });

  it('says what is wrong with its settings', { timeout: 60_000 }, async () => {
    const wrong = run({ TACIT_PORT: 'many' });
    expect(await wrong.ended).toBe(1);
    expect(wrong.output()).toBe('TACIT_PORT is "many".\nGive a whole number from 0 to 65535.\n');
    expect(() => optionsFrom({ TACIT_RETENTION_DAYS: '0' })).toThrow('from 1 to');
    expect(optionsFrom({ TACIT_RETENTION_DAYS: '7', TACIT_HOST: '' })).toEqual({ retentionDays: 7 });
  });
});

describe('startCollector', () => {
  const start = (more: Parameters<typeof startCollector>[0]) => startCollector({ dataDir: folder, port: 0, log: () => undefined, ...more });

  it('refuses a second collector on one folder within a process, and gives the folder free at the end', async () => {
    const first = await start({});
    await expect(start({})).rejects.toThrow(`in use by process ${process.pid}`);
    await first.close();
    await first.close();
    await (await start({})).close();
  });

  it.each([
    [{ token: 'short' }, 'too short'],
    [{ token: 'the-very-same-token', adminToken: 'the-very-same-token' }, 'are the same'],
    [{ databaseUrl: 'postgres' }, 'DATABASE_URL'],
    [{ databaseUrl: 'postgresql://user:hidden@127.0.0.1:1/none' }, 'cannot be used'],
    [{ host: '203.0.113.1' }, 'Cannot listen'],
  ])('refuses %o', async (options, cause) => {
    const refusal = start(options);
    await expect(refusal).rejects.toThrow(cause);
    await expect(refusal).rejects.not.toThrow('hidden');
    expect(existsSync(join(folder, 'collector.lock'))).toBe(false);
  });

  it('names a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await expect(start({ port })).rejects.toThrow('TACIT_PORT');
    other.close();
  });
});

describe('takeLock', () => {
  const write = (holder: object) => writeFileSync(join(folder, 'collector.lock'), JSON.stringify({ nonce: 'x', ...holder }));
  const host = hostname();

  it.each([
    ['a process that is gone', { pid: 2 ** 22 + 1, host, born: '' }],
    ['a process id that was given to another process', { pid: 1, host, born: 'boot:1' }],
  ])('takes over the lock of %s', async (_name, holder) => {
    write(holder);
    (await takeLock(folder)).release();
    expect(existsSync(join(folder, 'collector.lock'))).toBe(false);
  });

  it.each([
    ['a running process', { pid: 1, host, born: '' }, 'process 1 '],
    ['another machine that is alive', { pid: 77, host: 'elsewhere', born: '' }, 'process 77 on elsewhere'],
  ])('refuses the lock of %s', async (_name, holder, message) => {
    write(holder);
    await expect(takeLock(folder)).rejects.toThrow(message);
    expect(existsSync(join(folder, 'collector.lock'))).toBe(true);
  });

  it('is won by one of many', async () => {
    write({ pid: 2 ** 22 + 1, host, born: '' });
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => takeLock(folder)));
    const winners = results.filter((result) => result.status === 'fulfilled');
    expect(winners).toHaveLength(1);
    winners[0]?.value.release();
  });
});
