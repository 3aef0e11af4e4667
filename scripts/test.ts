import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { chromiumFor, firefoxFor } from './browsers.ts';
import { budgetProblems } from './budgets.ts';
import { buildExtension, TARGETS } from './build.ts';
import { ROOT } from './stamp.ts';

/**
 * All tests: types, lint, unused code, unit tests, budgets, real browsers. Ends in `N passed, N failed` (and, when there are any,
 * `N skipped`) and exits with 1 when something failed. `npm test -- unit` runs only the steps whose names begin with a given word.
 */

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

const total: Count = { passed: 0, failed: 0, skipped: 0 };
const failures: string[] = [];
const details: string[] = [];
const reports = join(ROOT, '.output/reports');
const wanted = process.argv.slice(2);

/** Runs a program of a dependency with its output shown; true when it ended with 0. */
function run(program: string, parameters: readonly string[], environment: Record<string, string> = {}): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(ROOT, 'node_modules', program), ...parameters], {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, FORCE_COLOR: '0', ...environment },
    });
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });
}

function add(name: string, count: Count): void {
  total.passed += count.passed;
  total.failed += count.failed;
  total.skipped += count.skipped;
  if (count.failed > 0) failures.push(name);
  console.log(`── ${name}: ${count.passed} passed, ${count.failed} failed${count.skipped ? `, ${count.skipped} skipped` : ''}`);
}

async function step(name: string, work: () => Promise<Count>): Promise<void> {
  if (wanted.length > 0 && !wanted.some((word) => name.startsWith(word))) return;
  console.log(`\n── ${name}`);
  try {
    add(name, await work());
  } catch (error) {
    console.error(error);
    add(name, { passed: 0, failed: 1, skipped: 0 });
  }
}

/** A check that is one test: it passes or it does not. */
function check(name: string, program: string, parameters: readonly string[]): Promise<void> {
  return step(name, async () =>
    (await run(program, parameters)) ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 },
  );
}

/** Counts of a run whose report may be missing: then the run itself is the failure. */
function counts(ok: boolean, file: string, read: (report: Record<string, unknown>) => Count): Count {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const count = read(JSON.parse(readFileSync(file, 'utf8')));
  return !ok && count.failed === 0 ? { ...count, failed: 1 } : count;
}

function number(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}

async function vitest(): Promise<Count> {
  const file = join(reports, 'unit.json');
  const ok = await run('vitest/vitest.mjs', ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`]);
  return counts(ok, file, (report) => {
    details.push(...failedUnits(report as unknown as UnitReport));
    return {
      passed: number(report.numPassedTests),
      failed: number(report.numFailedTests) + (number(report.numFailedTests) === 0 ? number(report.numFailedTestSuites) : 0),
      skipped: number(report.numPendingTests) + number(report.numTodoTests),
    };
  });
}

/** The part of vitest's JSON report that says what failed. */
interface UnitReport {
  testResults: { name: string; message: string; assertionResults: { status: string; fullName: string; failureMessages: string[] }[] }[];
}

/** Each failed test with the beginning of its message: what stands in the middle of a long log is not found again. */
function failedUnits({ testResults }: UnitReport): string[] {
  return testResults.flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    const causes = failed.map(({ fullName, failureMessages }) => `${fullName}\n    ${(failureMessages[0] ?? '').slice(0, 1000)}`);
    if (causes.length === 0 && message !== '') causes.push(message.slice(0, 1000));
    return causes.map((cause) => `${relative(ROOT, name)}: ${cause}`);
  });
}

async function playwright(name: string, parameters: readonly string[]): Promise<Count> {
  const file = join(reports, `${name}.json`);
  const ok = await run('@playwright/test/cli.js', ['test', '--reporter=list,json', ...parameters], { PLAYWRIGHT_JSON_OUTPUT_NAME: file });
  return counts(ok, file, (report) => {
    const stats = report.stats as Record<string, unknown> | undefined;
    return {
      passed: number(stats?.expected),
      failed: number(stats?.unexpected) + number(stats?.flaky) + (Array.isArray(report.errors) ? report.errors.length : 0),
      skipped: number(stats?.skipped),
    };
  });
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

await check('types', 'typescript/bin/tsc', ['--noEmit']);
for (const folder of ['lib/scan', 'lib/act', 'lib/policy/tsconfig.pure.json'])
  await check(`types of ${folder}`, 'typescript/bin/tsc', ['-p', folder]);
await check('lint', '@biomejs/biome/bin/biome', ['check', '.']);
await check('unused code', 'knip/bin/knip.js', []);
await step('unit', vitest);
await step('build', async () => {
  for (const target of TARGETS) await buildExtension(target, console.log);
  const problems = TARGETS.flatMap(budgetProblems);
  for (const problem of problems) console.error(problem);
  return { passed: TARGETS.length - (problems.length > 0 ? 1 : 0), failed: problems.length > 0 ? 1 : 0, skipped: 0 };
});
await step('browsers', async () => {
  const found = [await chromiumFor(console.log), firefoxFor(console.log)];
  for (const one of found) console.log(one.ok ? `${one.browser.name} ${one.browser.version}` : `${one.cause} ${one.cure}`);
  // The tests that need a missing browser say so themselves.
  return { passed: 0, failed: 0, skipped: 0 };
});
await step('composers', () => playwright('composers', ['-c', 'tests/composers']));
await step('end to end', () => playwright('e2e', []));

for (const detail of details) console.log(`\n${detail}`);
if (failures.length > 0) console.log(`\nFailed: ${failures.join(', ')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);
