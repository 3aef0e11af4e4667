import { mkdirSync, writeFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { runMatrix } from './harness/matrix-run.ts';
import { asText } from './matrix.ts';

test('the leak matrix: no cell leaks, none loses a text, and every control leaks', async () => {
  test.setTimeout(1_500_000);
  const matrix = await runMatrix();
  mkdirSync('test-results', { recursive: true });
  writeFileSync('test-results/matrix.json', `${JSON.stringify(matrix, null, 1)}\n`);
  console.log(asText(matrix));
  const bad = matrix.cells.filter(({ outcome }) => outcome === 'leak' || outcome === 'part' || outcome === 'lost' || outcome === 'void');
  expect(bad.map(({ row, way, column, outcome, detail }) => `${row}, ${way}, ${column}: ${outcome} (${detail})`)).toEqual([]);
});
