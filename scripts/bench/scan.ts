import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../stamp.ts';
import { BENCH_FOLDER, buildBundles, shippedSize } from './bundles.ts';
import { TEXT_LENGTH } from './child.ts';
import { OPPONENTS } from './opponents.ts';
import type { DraftResult } from './programs/draft.ts';
import type { EngineResult } from './programs/engine.ts';
import type { HostileResult } from './programs/hostile.ts';
import type { LengthResult } from './programs/lengths.ts';
import type { OpponentResult } from './programs/opponent.ts';
import type { PersonalResult } from './programs/personal.ts';
import { runProgram } from './run-program.ts';
import { markdownTable, plainTable, type Row } from './table.ts';
import { benchText } from './text.ts';
import { best, median, type Pair, percentile, slope } from './times.ts';

/**
 * Speed of the engine, as ratios of CPU time within one run: absolute times depend on the machine, ratios hardly. Whether a goal is met is judged by the
 * medians; where the best times say something else, the machine was busy.
 */

const FRESH = 7;
/** How many times longer a text without candidates may take because of data of people, and ms for 10 KB full of it. */
const MOST_PERSONAL = 2;
const MOST_DENSE = 5;
const say = (line: string): void => console.error(line);

function time(ms: number): string {
  if (ms < 0.1) return `${(ms * 1000).toFixed(1)} µs`;
  return ms < 1000 ? `${ms.toFixed(ms < 10 ? 2 : 1)} ms` : `${(ms / 1000).toFixed(2)} s`;
}

function size(characters: number): string {
  return characters < 1_000_000 ? `${Math.round(characters / 1024)} KB` : `${Math.round(characters / 1_048_576)} MB`;
}

function ratio(value: number): string {
  return `${value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)}×`;
}

function times(values: readonly number[]): string {
  return `${time(median(values))} (${time(best(values))})`;
}

function both({ own, other }: Pair): string {
  return `${times(own)} : ${times(other)}`;
}

/** How many times longer the first takes, or how many times faster it is, by medians and by best times. */
function quotients(a: readonly number[], b: readonly number[]): { readonly usual: number; readonly text: string } {
  const usual = median(a) / median(b);
  return { usual, text: `${ratio(usual)} (${ratio(best(a) / best(b))})` };
}

/** A row whose goal is at most so many times. */
function atMost(what: string, against: string, most: number | null, pair: Pair): Row {
  const { usual, text } = quotients(pair.own, pair.other);
  return {
    what,
    against,
    goal: most === null ? null : `≤ ${most}×`,
    result: text,
    met: most === null ? null : usual <= most,
    times: both(pair),
  };
}

/** A row whose goal is to be faster at least so many times. */
function faster(what: string, against: string, least: number, pair: Pair): Row {
  const { usual, text } = quotients(pair.other, pair.own);
  return { what, against, goal: `≥ ${least}× faster`, result: `${text} faster`, met: usual >= least, times: both(pair) };
}

async function lengthRows(): Promise<Row[]> {
  const results = await runProgram<LengthResult[]>('lengths');
  const against = 'a loop of charCodeAt over the same text';
  // Shorter texts cost what every call costs, which would hide growth.
  const long = results.filter(({ length }) => length >= 10_000);
  const exponent = slope(long.map(({ length, own }) => [length, median(own)]));
  const slowest = (length: number, most: number): Row => {
    const single = results.find((result) => result.length === length)?.single ?? [];
    const p99 = percentile(single, 99);
    return {
      what: `slowest text of a hundred (p99), ${size(length)}`,
      against: 'best of five tries',
      goal: `≤ ${most} ms`,
      result: time(p99),
      met: p99 <= most,
      times: `${times(single)}`,
    };
  };
  return [
    ...results.map((result) => atMost(`whole engine, ${size(result.length)}`, against, 2, result)),
    {
      what: 'growth with the length of the text',
      against: 'exponent; 1 is linear',
      goal: '≤ 1.1',
      result: exponent.toFixed(2),
      met: exponent <= 1.1,
      times: `${size(long[0]?.length ?? 0)} to ${size(long.at(-1)?.length ?? 0)}`,
    },
    slowest(1024, 1),
    slowest(102_400, 15),
  ];
}

async function hostileRows(): Promise<Row[]> {
  const results = await runProgram<HostileResult[]>('hostile');
  return results.map((result) =>
    atMost(
      `hostile text, \`${result.family}\` again and again, ${size(result.length * 2)}`,
      `the same, ${size(result.length)}`,
      2.3,
      result,
    ),
  );
}

async function opponentRows(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [index, { name, long, tires, goals }] of OPPONENTS.entries()) {
    say(`  against ${name} …`);
    const results: OpponentResult[] = [];
    for (let process = 0; process < (tires ? FRESH : 1); process++)
      results.push(await runProgram<OpponentResult>('opponent', [String(index)]));
    const joined = (which: keyof OpponentResult): Pair => ({
      own: results.flatMap((result) => result[which].own),
      other: results.flatMap((result) => result[which].other),
    });
    const note = long < 1_000_000 ? '; too slow for 1 MB' : '';
    rows.push(faster('whole engine, 2 KB', name, goals.short, joined('short')));
    rows.push(faster(`whole engine, ${size(long)}`, name + note, goals.long, joined('long')));
    if (goals.dense !== undefined) rows.push(faster('whole engine, 10 KB about people', name, goals.dense, joined('dense')));
  }
  return rows;
}

/** What looking for data of people and companies costs. */
async function personalRows(): Promise<Row[]> {
  const results = await runProgram<PersonalResult[]>('personal');
  const what = { 'no candidates': 'text without numbers and addresses', mixed: 'prose, code and logs', dense: 'text about people' };
  return results.flatMap((result) => {
    const own = `whole engine${result.names ? ' and names' : ''}, ${what[result.kind]}, ${size(result.length)}`;
    const row = atMost(
      own,
      result.names ? 'the same without names' : 'the engine for secrets alone',
      result.kind === 'no candidates' ? MOST_PERSONAL : null,
      result,
    );
    const usual = median(result.own);
    const absolute: Row = {
      what: own,
      against: '–',
      goal: `< ${MOST_DENSE} ms`,
      result: time(usual),
      met: usual < MOST_DENSE,
      times: times(result.own),
    };
    return result.kind === 'dense' ? [row, absolute] : [row];
  });
}

async function draftRows(): Promise<Row[]> {
  const results = await runProgram<DraftResult[]>('draft');
  return results.flatMap(({ length, names, own, other }) => {
    const p99 = percentile(own, 99);
    const what = `keystroke in a draft of ${size(length)}${names ? ', names as well' : ''}`;
    return [
      faster(`${what}, p50`, 'a scan of the whole draft', 10, { own, other }),
      {
        what: `${what}, p99`,
        against: '–',
        goal: '≤ 0.1 ms',
        result: time(p99),
        met: p99 <= 0.1,
        times: `${ratio(median(other) / p99)} faster than a scan of the whole draft`,
      },
    ];
  });
}

async function startRows(): Promise<Row[]> {
  const made: EngineResult[] = [];
  const first = { own: [] as number[], other: [] as number[] };
  for (let round = 0; round < FRESH; round++) {
    made.push(await runProgram<EngineResult>('engine'));
    first.own.push(await runProgram<number>('first-verdict', ['scan']));
    first.other.push(await runProgram<number>('first-verdict', ['empty']));
  }
  const plain = (what: string, against: string, result: string, behind = ''): Row => ({
    what,
    against,
    goal: null,
    result,
    met: null,
    times: behind,
  });
  const shipped = shippedSize();
  return [
    plain('building the engine, new process', '–', times(made.map(({ build }) => build))),
    plain('loading engine and detectors, new process', '–', times(made.map(({ load }) => load))),
    plain('memory of engine and detectors', 'a process without them', `${(median(made.map(({ heap }) => heap)) / 1e6).toFixed(1)} MB`),
    atMost('start of a process to its first verdict on 2 KB', 'a process that does nothing', null, first),
    atMost('first text about people in a process, 2 KB', 'the ninth one', null, {
      own: made.map(({ first: one }) => one),
      other: made.map(({ later }) => later),
    }),
    {
      what: 'engine and detectors, minified and gzip',
      against: 'bytes',
      goal: '≤ 350 kB',
      result: `${(shipped.gzip / 1000).toFixed(1)} kB`,
      met: shipped.gzip <= 350_000,
      times: `${(shipped.bytes / 1000).toFixed(1)} kB minified`,
    },
  ];
}

/** Measures, prints the table (for the README when `markdown`), and writes `.output/reports/bench-scan.md`. */
export async function benchScan(markdown: boolean): Promise<void> {
  mkdirSync(BENCH_FOLDER, { recursive: true });
  say('Building …');
  await buildBundles();
  writeFileSync(join(BENCH_FOLDER, 'text.txt'), benchText(TEXT_LENGTH, 'bench'), 'latin1');
  copyFileSync(join(ROOT, 'public/names.bin'), join(BENCH_FOLDER, 'names.bin'));
  const rows: Row[] = [];
  const part = async (name: string, work: () => Promise<readonly Row[]>): Promise<void> => {
    say(`${name} …`);
    rows.push(...(await work()));
  };
  await part('Texts of six lengths', lengthRows);
  await part('Hostile texts', hostileRows);
  await part('Opponents', opponentRows);
  await part('Data of people', personalRows);
  await part('Words of an organisation', async () => [
    atMost('10,000 words of an organisation, 1 MB', '200 words', 1.25, await runProgram<Pair>('keywords')),
  ]);
  await part('Keystrokes', draftRows);
  await part('Start', startRows);
  const table = markdownTable(rows);
  mkdirSync(join(ROOT, '.output/reports'), { recursive: true });
  writeFileSync(join(ROOT, '.output/reports/bench-scan.md'), `${table}\n`);
  console.log(markdown ? `<!-- scan-numbers -->\n${table}\n<!-- /scan-numbers -->` : plainTable(rows));
}
