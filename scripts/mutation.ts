import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { TESTS } from '../tests/lib/scan/mutation.config.ts';
import { ROOT } from './stamp.ts';

/**
 * Changes `lib/scan` in many small ways and counts the changes that its tests notice, file by file: `npm run mutation`, or
 * `npm run mutation -- reach pass` for some files. Takes long; it is no part of `npm test`.
 */

const REPORT = join(ROOT, '.output/reports/mutation.json');

interface Report {
  readonly files: Readonly<Record<string, { readonly mutants: readonly { readonly status: string }[] }>>;
}

const wanted = process.argv.slice(2);
const files = Object.keys(TESTS).filter((file) => wanted.length === 0 || wanted.some((word) => file.includes(word)));
const lines: string[] = [];
for (const file of files) {
  rmSync(REPORT, { force: true });
  spawnSync(process.execPath, [join(ROOT, 'node_modules/@stryker-mutator/core/bin/stryker.js'), 'run', '--mutate', `lib/scan/${file}`], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, MUTATION_TESTS: (TESTS[file] ?? []).join(',') },
  });
  const report = existsSync(REPORT) ? (JSON.parse(readFileSync(REPORT, 'utf8')) as Report) : null;
  const mutants = Object.values(report?.files ?? {}).flatMap((each) => each.mutants);
  const caught = mutants.filter(({ status }) => status === 'Killed' || status === 'Timeout').length;
  const missed = mutants.filter(({ status }) => status === 'Survived' || status === 'NoCoverage').length;
  lines.push(
    report
      ? `${file}: ${((caught / Math.max(1, caught + missed)) * 100).toFixed(1)} % (${caught} of ${caught + missed})`
      : `${file}: failed`,
  );
}
console.log(`\n${lines.join('\n')}`);
process.exit(lines.some((line) => line.endsWith('failed')) ? 1 : 0);
