import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartError } from './start-error.ts';

/** How often a holder touches its lock, ms. */
const BEAT = 5_000;
/** Age at which the lock of another machine counts as left behind, ms. */
const STALE = 30_000;

interface Holder {
  readonly pid: number;
  readonly host: string;
  /** Boot and start time of the process, where the system tells: a process id is used again after a restart. */
  readonly born: string;
  readonly nonce: string;
}

export interface Lock {
  release(): void;
}

/** Locks that this process holds. */
const held = new Set<string>();

/** Start time of a process since boot, in clock ticks, with the id of the boot (proc(5), `/proc/pid/stat` field 22); empty elsewhere. */
function birthOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot}:${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`;
  } catch {
    return '';
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function readHolder(path: string): Holder | null {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof value !== 'object' || value === null) return null;
    const { pid, host, born, nonce } = value as Partial<Holder>;
    if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid <= 0) return null;
    return { pid, host: String(host), born: String(born), nonce: String(nonce) };
  } catch {
    return null;
  }
}

function isHeld(path: string, holder: Holder | null): boolean {
  if (held.has(path)) return true;
  const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0);
  // Another process may have created the file and not yet written it.
  if (holder === null) return age < BEAT;
  if (holder.host !== hostname()) return age < STALE;
  return isRunning(holder.pid) && (holder.born === '' || holder.born === birthOf(holder.pid));
}

/**
 * Takes the lock of a data folder: opening one PGlite folder twice corrupts it. A lock left behind by a dead process is taken
 * over. Rejects with a `StartError` that names the holder.
 */
export async function takeLock(folder: string): Promise<Lock> {
  const path = join(folder, 'collector.lock');
  const own: Holder = { pid: process.pid, host: hostname(), born: birthOf(process.pid), nonce: randomUUID() };
  const refuse = (holder: Holder | null): never => {
    throw new StartError(
      `The data folder ${folder} is in use by process ${holder?.pid ?? 'unknown'} on ${holder?.host ?? 'this machine'}.`,
      `Stop that collector, or give this one another folder with TACIT_DATA. If it is surely not running, delete ${path}.`,
    );
  };
  for (let round = 0; ; round++) {
    try {
      writeFileSync(path, JSON.stringify(own), { flag: 'wx', mode: 0o600 });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const holder = readHolder(path);
      if (round > 2 || isHeld(path, holder)) refuse(holder);
      rmSync(path, { force: true });
    }
  }
  // Two that found the same stale lock may each have removed the other's: whoever is in the file after a moment has it.
  await sleep(50);
  const holder = readHolder(path);
  if (holder?.nonce !== own.nonce) refuse(holder);
  held.add(path);
  const beat = setInterval(() => {
    try {
      utimesSync(path, new Date(), new Date());
    } catch (error) {
      console.error(`The lock ${path} cannot be touched: ${error}`);
    }
  }, BEAT);
  beat.unref();
  return {
    release() {
      clearInterval(beat);
      held.delete(path);
      if (readHolder(path)?.nonce === own.nonce) rmSync(path, { force: true });
    },
  };
}
