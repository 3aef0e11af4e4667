import { mkdirSync, writeFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { runAttacks } from './attacks/run.ts';
import { asMarkdown, asText, setbacks } from './attacks/table.ts';

test('the attacks: each leaks without the extension, none leaks that is not known to, and harmless text arrives', async () => {
  test.setTimeout(1_800_000);
  const table = await runAttacks();
  mkdirSync('test-results', { recursive: true });
  writeFileSync('test-results/attacks.md', asMarkdown(table));
  console.log(asText(table));
  expect(setbacks(table)).toEqual([]);
});
