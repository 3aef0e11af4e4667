import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { runMatrix } from '../tests/e2e/harness/matrix-run.ts';
import { asMarkdown, asText, COLUMNS, counts } from '../tests/e2e/matrix.ts';
import { buildExtension } from './build.ts';

const { values } = parseArgs({
  options: {
    markdown: { type: 'boolean', default: false },
    json: { type: 'string' },
    only: { type: 'string' },
    columns: { type: 'string' },
    quiet: { type: 'boolean', default: false },
  },
});

const columns = values.columns?.split(',');
if (columns?.join() !== 'control') await buildExtension('chrome', (line) => console.error(line));
const matrix = await runMatrix({
  ...(values.only ? { only: values.only } : {}),
  ...(columns ? { columns: COLUMNS.filter((column) => columns.includes(column)) } : {}),
  ...(values.quiet ? {} : { progress: (line: string) => console.error(line) }),
});
if (values.json) writeFileSync(values.json, `${JSON.stringify(matrix, null, 1)}\n`);
console.log(values.markdown ? asMarkdown(matrix) : asText(matrix));
const sum = counts(matrix);
process.exitCode = sum.leak + sum.part + sum.lost + sum.void > 0 ? 1 : 0;
