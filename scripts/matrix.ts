import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { INSTALLS } from '../tests/e2e/harness/chromium.ts';
import { runMatrix } from '../tests/e2e/harness/matrix-run.ts';
import { asMarkdown, asText, COLUMNS, counts } from '../tests/e2e/matrix.ts';
import { buildExtension } from './build.ts';
import { optionsOf } from './options.ts';
import { ROOT } from './stamp.ts';

const PAGE = join(ROOT, 'docs/matrix.md');

const { values } = optionsOf({
  call: 'npm run matrix --',
  options: {
    install: { type: 'string', among: INSTALLS, says: 'how the extension is installed; store when left out' },
    json: { type: 'string', value: 'FILE', says: 'writes every cell to this file as well' },
    only: { type: 'string', says: 'rows whose name holds this' },
    columns: { type: 'string', among: COLUMNS, several: true, says: 'these columns alone' },
    quiet: { type: 'boolean', says: 'no line for each cell' },
  },
});

const install = INSTALLS.find((name) => name === values.install) ?? 'store';
const columns = values.columns?.split(',');
if (columns?.join() !== 'control') await buildExtension('chrome', (line) => console.error(line));
const matrix = await runMatrix({
  install,
  ...(values.only ? { only: values.only } : {}),
  ...(columns ? { columns: COLUMNS.filter((column) => columns.includes(column)) } : {}),
  ...(values.quiet ? {} : { progress: (line: string) => console.error(line) }),
});
if (values.json) writeFileSync(values.json, `${JSON.stringify(matrix, null, 1)}\n`);
console.log(asText(matrix));
// A run of some cells is no page.
if (!values.only && !columns) writeFileSync(PAGE, asMarkdown(matrix, existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : ''));
const sum = counts(matrix);
process.exitCode = sum.leak + sum.part + sum.lost + sum.void > 0 ? 1 : 0;
