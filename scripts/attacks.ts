import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runAttacks } from '../tests/e2e/attacks/run.ts';
import { asMarkdown, asText, RUNS, setbacks } from '../tests/e2e/attacks/table.ts';
import { buildExtension } from './build.ts';
import { optionsOf } from './options.ts';
import { ROOT } from './stamp.ts';

const { values } = optionsOf({
  call: 'npm run attacks --',
  options: {
    only: { type: 'string', says: 'these attacks alone, parted by commas' },
    installs: { type: 'string', among: RUNS, several: true, says: 'these columns alone' },
    quiet: { type: 'boolean', says: 'no line for each attack' },
  },
});

const wanted = values.installs?.split(',');
if (wanted?.join() !== 'none') await buildExtension('chrome', (line) => console.error(line));
const table = await runAttacks({
  ...(values.only ? { only: values.only.split(',') } : {}),
  ...(wanted ? { installs: RUNS.filter((install) => wanted.includes(install)) } : {}),
  ...(values.quiet ? {} : { progress: (line: string) => console.error(line) }),
});
console.log(asText(table));
// A run of some rows is no page.
if (!values.only && !wanted) writeFileSync(join(ROOT, 'docs/attacks.md'), asMarkdown(table));
const worse = setbacks(table);
for (const line of worse) console.error(line);
process.exitCode = worse.length > 0 ? 1 : 0;
