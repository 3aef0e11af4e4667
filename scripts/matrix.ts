import { writeFileSync } from 'node:fs';
import { runMatrix } from '../tests/e2e/harness/matrix-run.ts';
import { asMarkdown, asText, COLUMNS, counts } from '../tests/e2e/matrix.ts';
import { buildExtension } from './build.ts';
import { optionsOf } from './options.ts';

const { values } = optionsOf({
  call: 'npm run matrix --',
  options: {
    markdown: { type: 'boolean', says: 'prints the table for documentation' },
    json: { type: 'string', value: 'FILE', says: 'writes every cell to this file as well' },
    only: { type: 'string', says: 'rows whose name holds this' },
    columns: { type: 'string', among: COLUMNS, several: true, says: 'these columns alone' },
    quiet: { type: 'boolean', says: 'no line for each cell' },
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
