import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** A PostgreSQL cluster of our own, in a temporary folder, on a free port of 127.0.0.1. */
export interface Postgres {
  readonly url: string;
  /** Stops and starts the server on the same data. */
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Stops it and deletes its data. */
  close(): Promise<void>;
}

const DEBIAN = '/usr/lib/postgresql';

/** Folder of `initdb` and `postgres` of the newest installed version (Debian package `postgresql`), or null. */
function binaries(): string | null {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).filter((version) => existsSync(join(DEBIAN, version, 'bin/initdb'))) : [];
  const newest = versions.sort((a, b) => Number(b) - Number(a))[0];
  return newest === undefined ? null : join(DEBIAN, newest, 'bin');
}

/** PostgreSQL refuses to run as root: then as the user that the package made. */
function account(): { readonly uid: number; readonly gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}

/** Why there can be no PostgreSQL here; null when there can. */
export function missingPostgres(): string | null {
  if (binaries() === null) return `no PostgreSQL under ${DEBIAN} (Debian: apt-get install postgresql)`;
  try {
    account();
    return null;
  } catch {
    return 'PostgreSQL does not run as root, and there is no user "postgres"';
  }
}

/** Rejects when the server does not come up within 30 s. */
export async function startPostgres(settings: readonly string[] = ['-F']): Promise<Postgres> {
  const bin = binaries();
  if (bin === null) throw new Error('PostgreSQL is not installed');
  const user = account();
  const as = user ?? {};
  const folder = mkdtempSync(join(tmpdir(), 'tacit-postgres-'));
  if (user !== null) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  execFileSync(join(bin, 'initdb'), ['-D', data, '-U', 'tacit', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'], {
    ...as,
    cwd: folder,
  });
  const port = await freePort();
  const url = `postgresql://tacit@127.0.0.1:${port}/postgres`;
  let server: ChildProcess | null = null;

  async function start(): Promise<void> {
    const started = spawn(join(bin ?? '', 'postgres'), ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', folder, ...settings], {
      ...as,
      cwd: folder,
      stdio: 'ignore',
    });
    server = started;
    for (let tries = 0; tries < 150; tries++) {
      const client = new pg.Client({ connectionString: url });
      // A connection that is cut while the server starts says so by an event as well.
      client.on('error', () => undefined);
      try {
        await client.connect();
        await client.end();
        return;
      } catch {
        if (started.exitCode !== null) throw new Error(`postgres ended with ${started.exitCode}`);
        await sleep(200);
      }
    }
    throw new Error('postgres does not answer');
  }

  async function stop(): Promise<void> {
    const running = server;
    server = null;
    if (running === null || running.exitCode !== null) return;
    const ended = new Promise((resolve) => running.once('exit', resolve));
    // SIGINT is the fast shutdown: it ends open connections.
    running.kill('SIGINT');
    await ended;
  }

  await start();
  return {
    url,
    start,
    stop,
    async close() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
