import { mkdirSync, writeFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { runMatrix } from './harness/matrix-run.ts';
import { asText, type Matrix } from './matrix.ts';

/** Cells that are not as they should be, in words. */
function bad({ cells }: Matrix): readonly string[] {
  return cells
    .filter(({ outcome }) => outcome === 'leak' || outcome === 'part' || outcome === 'lost' || outcome === 'void')
    .map(({ row, way, column, outcome, detail }) => `${row}, ${way}, ${column}: ${outcome} (${detail})`);
}

test('the leak matrix: no cell leaks, none loses a text, and every control leaks', async () => {
  test.setTimeout(1_500_000);
  const matrix = await runMatrix();
  mkdirSync('test-results', { recursive: true });
  writeFileSync('test-results/matrix.json', `${JSON.stringify(matrix, null, 1)}\n`);
  console.log(asText(matrix));
  expect(bad(matrix)).toEqual([]);
});

// The whole of it is `npm run matrix -- --install policy`. Forms are what the network layer sees otherwise than the gate.
test('installed by policy, forms that were approved leave, and others do not', async () => {
  test.setTimeout(120_000);
  const matrix = await runMatrix({ install: 'policy', only: 'FormData', columns: ['control', 'warn', 'redact', 'block'] });
  expect(matrix.cells.filter(({ outcome }) => outcome === 'ok').length).toBe(16);
  expect(bad(matrix)).toEqual([]);
});
