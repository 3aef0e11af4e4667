import { writeFileSync } from 'node:fs';
import { benignCorpus, generatedItems } from './accuracy/benign/corpus.ts';
import { measureBenign } from './accuracy/benign/measure.ts';
import { measureEvasion, splitPlain } from './accuracy/evasion.ts';
import { kindsOf } from './accuracy/kinds.ts';
import { measureNames, namesReport } from './accuracy/names.ts';
import { loadOthers } from './accuracy/others.ts';
import { measurePii, readCases } from './accuracy/pii.ts';
import { piiReport } from './accuracy/pii-report.ts';
import { ACTING, loadProduct } from './accuracy/product.ts';
import { benignReport, evasionReport, secretsReport } from './accuracy/report.ts';
import { dataFolder, measure, SOURCES } from './accuracy/secrets.ts';
import { type SideResult, sideBySide, sideReport, tacit } from './accuracy/side-by-side.ts';
import { TRANSFORMS } from './accuracy/transforms.ts';
import { optionsOf } from './options.ts';

/**
 * Measures how well secrets and personal data are found: recall on labelled samples, false alarms on harmless texts, and what disguises hide. It judges nothing: it exits
 * with 0 unless it cannot run.
 */
const { values } = optionsOf({
  call: 'npm run accuracy --',
  options: {
    list: { type: 'boolean', says: 'prints every miss and every alarm' },
    json: { type: 'string', value: 'FILE', says: 'writes everything to this file as well' },
    only: { type: 'string', among: ['secrets', 'pii', 'names', 'benign', 'evasion'], says: 'measures one of them' },
  },
});
const wants = (part: string): boolean => values.only === undefined || values.only === part;

// A reader that has seen enough, such as `head`, is no mistake.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? 0 : 1));

const { scan, providers, detectors } = await loadProduct();
console.log(`${detectors} detectors, ${providers.length} providers; acting confidence ${ACTING}\n`);
const report: Record<string, unknown> = { detectors, providers: providers.length, acting: ACTING };

if (wants('secrets')) {
  const folder = dataFolder();
  if (folder === null)
    console.log('Labelled samples: not measured, because the data is not at hand (../shared/data, or the folder that TACIT_DATA names).\n');
  else {
    const results = SOURCES.map((source) => measure(folder, source, scan, ACTING));
    report.secrets = results;
    console.log(`${secretsReport(results, values.list)}\n`);
  }
}
if (wants('pii')) {
  const folder = dataFolder();
  if (folder === null) console.log('Personal data: not measured, because the data is not at hand.\n');
  else {
    const measured = measurePii(folder, scan, ACTING);
    report.pii = measured;
    console.log(`${piiReport(measured, values.list)}\n`);
    const cases = readCases(folder);
    const prompts = generatedItems().flatMap(({ group, text }) => (group === 'prompts' ? [text] : []));
    const side: SideResult[] = [];
    for (const program of [...tacit(scan, ACTING), ...(await loadOthers())]) side.push(await sideBySide(program, cases, prompts));
    report.sideBySide = side;
    console.log(`${sideReport(side)}\n`);
  }
}
if (wants('names')) {
  const folder = dataFolder();
  if (folder === null) console.log('Names: not measured, because the data is not at hand.\n');
  else {
    const results = await measureNames(folder, scan, await loadOthers());
    report.names = results;
    console.log(`${namesReport(results)}\n`);
  }
}
if (wants('benign')) {
  const { results, alarms, trueFindings } = measureBenign(benignCorpus(), scan, ACTING);
  report.benign = { results, alarms, trueFindings };
  console.log(`${benignReport(results, alarms, trueFindings, values.list)}\n`);
}
if (wants('evasion')) {
  const { plain, lost } = splitPlain(kindsOf(providers), scan, ACTING);
  const results = measureEvasion(plain, TRANSFORMS, scan, ACTING);
  report.evasion = { results, notCaughtPlain: lost };
  console.log(evasionReport(results, plain, lost, values.list));
}
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
