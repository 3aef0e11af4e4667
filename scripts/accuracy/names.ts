import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { KINDS, type Name } from '../../lib/detectors/names/tag.ts';
import type { Finding } from '../../lib/scan/finding.ts';
import { type CorpusId, readCorpus } from '../names/corpora.ts';
import { type Answer, type Score, score } from '../names/score.ts';
import { ROOT } from '../stamp.ts';
import type { Other } from './others.ts';
import { table } from './table.ts';

/** Text that the shipped table has not learned from; see `SHIPPED` in `scripts/train-names.ts`, which measures on what it has learned from by cross-validation. */
const HELD_OUT: readonly (readonly [CorpusId, string])[] = [
  ['en-pud', 'edited English (PUD)'],
  ['wnut17-dev', 'social media (WNUT 17)'],
  ['de-pud', 'edited German (PUD)'],
];

type Found = Pick<Name, 'start' | 'end' | 'entity'>;

interface Program {
  readonly name: string;
  readonly knows: readonly Name['entity'][];
  readonly find: (text: string) => Promise<readonly Found[]>;
}

/** Scores of one program on one corpus. */
export interface NamesResult {
  readonly corpus: CorpusId;
  readonly program: string;
  /** Of the kinds of names that the program knows. */
  readonly scores: readonly Score[];
  /** Milliseconds for each KB of text. */
  readonly perKb: number;
}

/** The bytes of the table of names in the checkout. */
export async function namesTable(): Promise<ArrayBuffer> {
  const bytes = await readFile(join(ROOT, 'public/names.bin'));
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
}

/** Measures the product, and the other programs that know names, on labelled text; what is reported at any confidence counts. */
export async function measureNames(
  folder: string,
  scan: (text: string) => readonly Finding[],
  others: readonly Other[],
): Promise<NamesResult[]> {
  const programs: readonly Program[] = [
    {
      name: 'Tacit',
      knows: KINDS,
      find: async (text) => scan(text).map(({ entity, span }) => ({ entity: entity as Name['entity'], ...span })),
    },
    ...others.map(({ name, names, find }) => ({
      name,
      knows: Object.values(names),
      find: async (text: string) =>
        (await find(text)).flatMap(({ type, start, end }) => (names[type] === undefined ? [] : [{ entity: names[type], start, end }])),
    })),
  ];
  const results: NamesResult[] = [];
  for (const [corpus] of HELD_OUT) {
    const examples = readCorpus(folder, corpus);
    const size = examples.reduce((sum, { text }) => sum + text.length, 0) / 1024;
    for (const { name, knows, find } of programs) {
      const answers: Answer[] = [];
      for (const { text, names } of examples) answers.push({ names, found: await find(text) });
      // The first pass has warmed the runtime up; it is the second that is timed.
      const began = performance.now();
      for (const { text } of examples) await find(text);
      const perKb = (performance.now() - began) / size;
      const scores = score(answers);
      results.push({ corpus, program: name, scores: scores.filter(({ entity }) => knows.includes(entity)), perKb });
    }
  }
  return results;
}

/** The table of names: precision, recall and F1 where the place must be the same, and F1 where any overlap counts. */
export function namesReport(results: readonly NamesResult[]): string {
  return [
    'Names in labelled text that the table has not learned from, at any confidence: strict precision/recall, strict F1, F1 where any overlap counts',
    table(
      ['text', 'program', ...SCORE_COLUMNS, 'ms/KB'],
      results.map(({ corpus, program, scores, perKb }) => [
        HELD_OUT.find(([id]) => id === corpus)?.[1] ?? corpus,
        program,
        ...scoreCells(scores),
        perKb.toFixed(2),
      ]),
    ),
  ].join('\n');
}

/** Headings of `scoreCells`. */
export const SCORE_COLUMNS = ['person', 'location', 'organisation'].flatMap((kind) => [kind, 'F1', 'overlap']);

/** Precision and recall, strict F1 and F1 of any overlap of each kind of name, for a table; dashes where a kind was not measured. */
export function scoreCells(scores: readonly Score[]): string[] {
  const rate = (value: number): string => value.toFixed(3);
  return KINDS.flatMap((kind) => {
    const own = scores.find(({ entity }) => entity === kind);
    return own ? [`${rate(own.precision)}/${rate(own.recall)}`, rate(own.strict), rate(own.overlap)] : ['–', '–', '–'];
  });
}
