import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { INSTALLS } from '../tests/e2e/harness/chromium.ts';
import { runMatrix } from '../tests/e2e/harness/matrix-run.ts';
import { asMarkdown, asText, COLUMNS, counts } from '../tests/e2e/matrix.ts';
import { buildExtension } from './build.ts';
import { ROOT } from './stamp.ts';

const PAGE = join(ROOT, 'docs/matrix.md');

const { values } = parseArgs({
  options: {
    install: { type: 'string', default: 'store' },
    json: { type: 'string' },
    only: { type: 'string' },
    columns: { type: 'string' },
    quiet: { type: 'boolean', default: false },
  },
});

const install = INSTALLS.find((name) => name === values.install);
if (!install) throw new Error(`There is no install "${values.install}". There are: ${INSTALLS.join(', ')}.`);
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
