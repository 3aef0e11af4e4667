import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GECKO_ID, UNPACKED_ID } from '../../../lib/browser/identity.ts';

/** What an administrator sets for the extension: the keys of managed storage. */
export type ManagedValues = Readonly<Record<string, string | number | boolean>>;

/** Where a browser reads the policy of the tests from. */
export interface PolicyFolder {
  /** Program to start instead of the browser, so that it sees the folder. */
  readonly executable: string;
  /** Path of the policy file, as the browser sees it. */
  readonly file: string;
  /** Sets the managed values; null takes the policy away. A running Chromium sees it after some seconds, or on "reload policies". */
  write(values: ManagedValues | null): void;
  /** The same with further policies of the browser beside the managed values. */
  writeWith(values: ManagedValues, policies: object): void;
  /** Takes everything away again. */
  remove(): void;
}

interface Kind {
  readonly folder: string;
  readonly file: string;
  text(values: ManagedValues, policies: object): string;
}

function kindOf(browserPath: string, id: string): Kind {
  if (browserPath.includes('firefox')) {
    return {
      folder: '/etc/firefox/policies',
      file: 'policies.json',
      text: (values, more) => JSON.stringify({ policies: { ...more, '3rdparty': { Extensions: { [GECKO_ID]: values } } } }),
    };
  }
  return {
    folder: browserPath.includes('edge') ? '/etc/opt/edge/policies/managed' : '/etc/chromium/policies/managed',
    file: `tacit-${randomUUID()}.json`,
    text: (values, more) => JSON.stringify({ ...more, '3rdparty': { extensions: { [id]: values } } }),
  };
}

function canMount(): boolean {
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
export function openPolicyFolder(browserPath: string, id: string = UNPACKED_ID): PolicyFolder | null {
  // Set to see what happens where nobody may write policies, such as on a laptop.
  if (process.env.TACIT_UNMANAGED === '1') return null;
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
  const kind = kindOf(browserPath, id);
  mkdirSync(kind.folder, { recursive: true });
  const scratch = mkdtempSync(join(tmpdir(), 'tacit-policy-'));
  const mount = canMount();
  // Somebody's own policy for all of Firefox is not ours to replace.
  if (!mount && existsSync(join(kind.folder, kind.file))) return null;
  const folder = mount ? join(scratch, 'managed') : kind.folder;
  mkdirSync(folder, { recursive: true });
  const file = join(folder, kind.file);
  const executable = mount ? join(scratch, 'browser.sh') : browserPath;
  if (mount) {
    const script = `#!/bin/sh\nexec unshare -m sh -c 'mount --bind "${folder}" "${kind.folder}" && exec "${browserPath}" "$@"' sh "$@"\n`;
    writeFileSync(executable, script, { mode: 0o755 });
  }
  return {
    executable,
    file: join(kind.folder, kind.file),
    write(values) {
      if (values) writeFileSync(file, kind.text(values, {}));
      else rmSync(file, { force: true });
    },
    writeWith(values, policies) {
      writeFileSync(file, kind.text(values, policies));
    },
    remove() {
      rmSync(file, { force: true });
      rmSync(scratch, { recursive: true, force: true });
    },
  };
}
