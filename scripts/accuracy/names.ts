import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import nlp from 'compromise';
import type { Name } from '../../lib/detectors/names/tag.ts';
import type { Finding } from '../../lib/scan/finding.ts';
import { type CorpusId, readCorpus } from '../names/corpora.ts';
import { type Score, score } from '../names/score.ts';
import { ROOT } from '../stamp.ts';
import { table } from './table.ts';

/** Text that the shipped table has not learned from; see `SHIPPED` in `scripts/train-names.ts`. */
const HELD_OUT: readonly (readonly [CorpusId, string])[] = [
  ['en-pud', 'edited English (PUD)'],
  ['en-ewt-dev', 'web and mail (EWT)'],
  ['wnut17-dev', 'social media (WNUT 17)'],
  ['de-pud', 'edited German (PUD)'],
];

type Found = Pick<Name, 'start' | 'end' | 'entity'>;

/** Scores of one program on one corpus. */
export interface NamesResult {
  readonly corpus: CorpusId;
  readonly program: string;
  readonly scores: readonly Score[];
  /** Milliseconds for each KB of text. */
  readonly perKb: number;
}

/** The bytes of the table of names in the checkout. */
export async function namesTable(): Promise<ArrayBuffer> {
  const bytes = await readFile(join(ROOT, 'public/names.bin'));
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
}

/** Names that compromise finds by itself, at their places. */
function byCompromise(text: string): Found[] {
  const document = nlp(text);
  const found: Found[] = [];
  for (const [entity, list] of [
    ['PERSON', document.people()],
    ['LOCATION', document.places()],
    ['ORGANISATION', document.organizations()],
  ] as const) {
    let from = 0;
    for (const raw of list.out('array') as string[]) {
      const name = raw.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}.]+$/gu, '');
      const start = name === '' ? -1 : text.indexOf(name, from);
      if (start < 0) continue;
      from = start + name.length;
      found.push({ entity, start, end: from });
    }
  }
  return found;
}

/** Measures the product, and compromise by itself, on labelled text; what is reported at any confidence counts. */
export function measureNames(folder: string, scan: (text: string) => readonly Finding[]): NamesResult[] {
  const programs: readonly (readonly [string, (text: string) => Found[]])[] = [
    ['Tacit', (text) => scan(text).map(({ entity, span }) => ({ entity: entity as Name['entity'], ...span }))],
    ['compromise', byCompromise],
  ];
  return HELD_OUT.flatMap(([corpus]) => {
    const examples = readCorpus(folder, corpus);
    const size = examples.reduce((sum, { text }) => sum + text.length, 0) / 1024;
    return programs.map(([program, find]) => {
      for (const { text } of examples.slice(0, 200)) find(text);
      const began = performance.now();
      const scores = score(examples, find);
      return { corpus, program, scores, perKb: (performance.now() - began) / size };
    });
  });
}

/** The table of names: precision, recall and F1 where the place must be the same, and F1 where any overlap counts. */
export function namesReport(results: readonly NamesResult[]): string {
  const rate = (value: number): string => value.toFixed(3);
  return [
    'Names in labelled text that the table has not learned from, at any confidence: strict precision/recall, strict F1, F1 where any overlap counts',
    table(
      ['text', 'program', ...['person', 'location', 'organisation'].flatMap((kind) => [kind, 'F1', 'overlap']), 'ms/KB'],
      results.map(({ corpus, program, scores, perKb }) => [
        HELD_OUT.find(([id]) => id === corpus)?.[1] ?? corpus,
        program,
        ...scores.flatMap(({ precision, recall, strict, overlap }) => [`${rate(precision)}/${rate(recall)}`, rate(strict), rate(overlap)]),
        perKb.toFixed(2),
      ]),
    ),
  ].join('\n');
}
