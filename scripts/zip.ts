import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { TARGETS } from './build.ts';
import { ROOT } from './stamp.ts';

// Store packages; Firefox's comes with the sources archive that addons.mozilla.org asks for. Stores give their own id, so the packages
// carry no key.
for (const target of TARGETS) {
  const run = spawnSync(process.execPath, [join(ROOT, 'node_modules/wxt/bin/wxt.mjs'), 'zip', '--browser', target, '--mv3'], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, TACIT_STORE: '1' },
  });
  if (run.status !== 0) process.exit(run.status ?? 1);
}
for (const name of readdirSync(join(ROOT, '.output')).filter((entry) => entry.endsWith('.zip'))) console.log(join('.output', name));
