import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UNPACKED_ID } from '../../../lib/browser/identity.ts';

/** What an administrator sets for the extension: the keys of managed storage. */
export type ManagedValues = Readonly<Record<string, string | number | boolean>>;

/** Where Chromium reads the policy of the tests from. */
export interface PolicyFolder {
  /** Program to start instead of the browser, so that it sees the folder. */
  readonly executable: string;
  /** Sets the managed values; null takes the policy away. A running browser sees it after some seconds, or on "reload policies". */
  write(values: ManagedValues | null): void;
  /** Takes everything away again. */
  remove(): void;
}

function policyText(values: ManagedValues): string {
  return JSON.stringify({ '3rdparty': { extensions: { [UNPACKED_ID]: values } } });
}

function canMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    execFileSync('unshare', ['-m', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false; // no such program, or not allowed to
  }
}

/**
 * Opens a folder of managed policy for one browser, or null where that needs rights that we do not have. With `unshare` the browser gets a
 * private view of its policy folder, so that browsers in parallel do not disturb each other and nothing stays behind; without it, a
 * uniquely named file lies in the real folder until `remove`.
 */
export function openPolicyFolder(browserPath: string): PolicyFolder | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
  const system = browserPath.includes('edge') ? '/etc/opt/edge/policies/managed' : '/etc/chromium/policies/managed';
  mkdirSync(system, { recursive: true });
  const scratch = mkdtempSync(join(tmpdir(), 'tacit-policy-'));
  const mount = canMount();
  const folder = mount ? join(scratch, 'managed') : system;
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `tacit-test-${randomUUID()}.json`);
  const executable = mount ? join(scratch, 'browser.sh') : browserPath;
  if (mount) {
    const script = `#!/bin/sh\nexec unshare -m sh -c 'mount --bind "${folder}" "${system}" && exec "${browserPath}" "$@"' sh "$@"\n`;
    writeFileSync(executable, script, { mode: 0o755 });
  }
  return {
    executable,
    write(values) {
      if (values) writeFileSync(file, policyText(values));
      else if (existsSync(file)) rmSync(file);
    },
    remove() {
      rmSync(file, { force: true });
      rmSync(scratch, { recursive: true, force: true });
    },
  };
}
