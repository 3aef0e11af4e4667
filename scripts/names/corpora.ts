import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Name } from '../../lib/detectors/names/tag.ts';
import type { Example } from './learn.ts';

/** What the labels of the corpora are to us; the others are no names of ours. */
const ENTITIES: Readonly<Record<string, Name['entity']>> = {
  PER: 'PERSON',
  LOC: 'LOCATION',
  ORG: 'ORGANISATION',
  person: 'PERSON',
  location: 'LOCATION',
  corporation: 'ORGANISATION',
  group: 'ORGANISATION',
};

/** The labelled corpora: of social media (WNUT 17, Derczynski et al. 2017, CC BY 4.0), and edited and web text (Universal NER, Mayhew et al. 2024, CC BY-SA 4.0). */
const FILES = {
  'wnut17-train': 'wnut17-train.conll',
  'wnut17-dev': 'wnut17-dev.conll',
  'en-ewt-dev': 'uner-en-ewt-dev.iob2',
  'en-pud': 'uner-en-pud.iob2',
  'de-pud': 'uner-de-pud.iob2',
} as const;

export type CorpusId = keyof typeof FILES;

/** Reads a corpus, a sentence an example. Throws when the file is not as it should be. */
export function readCorpus(folder: string, corpus: CorpusId): Example[] {
  return readDocuments(folder, corpus).flat();
}

/** Reads a corpus as its documents; one that marks none is one document. Throws when the file is not as it should be. */
export function readDocuments(folder: string, corpus: CorpusId): Example[][] {
  const documents: Example[][] = [];
  for (const block of readFileSync(join(folder, 'ner', FILES[corpus]), 'utf8').split(/\n\s*\n/)) {
    const lines = block.split('\n').filter((line) => line !== '');
    if (documents.length === 0 || lines.some((line) => line.startsWith('# newdoc'))) documents.push([]);
    const text = lines.find((line) => line.startsWith('# text = '))?.slice(9);
    const words = lines.filter((line) => !/^# (?:newdoc|sent_id|text)/.test(line) && line.includes('\t')).map((line) => line.split('\t'));
    const tokens = words.map((cells) => (cells.length > 2 ? [cells[1], cells[2]] : [cells[0], cells[1]]) as [string, string]);
    if (tokens.length > 0) documents.at(-1)?.push(placed(text ?? tokens.map(([word]) => word).join(' '), tokens));
  }
  return documents;
}

/** Finds the tokens in the text, and where names begin and end. */
function placed(text: string, tokens: readonly (readonly [string, string])[]): Example {
  const names: { start: number; end: number; entity: Name['entity'] }[] = [];
  let at = 0;
  let open: Name['entity'] | undefined;
  for (const [word, tag] of tokens) {
    const start = text.indexOf(word, at);
    if (start < 0) throw new Error(`"${word}" is not in "${text}"`);
    at = start + word.length;
    const entity = ENTITIES[tag.slice(2)];
    const last = names[names.length - 1];
    if (entity !== undefined && tag.startsWith('I-') && open === entity && last) last.end = at;
    else if (entity !== undefined) names.push({ start, end: at, entity });
    open = entity;
  }
  return { text, names: names.map((name) => untitled(text, name)) };
}

const TITLE =
  /^(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Pres(?:ident)?|Pope|Sen|Rep|Gov|Gen(?:eral)?|Lord|Lady|Queen|King|Prince(?:ss)?)\.? )+(?=\S)/i;

/** A title is no part of a name; the corpora differ in this. */
function untitled<T extends { start: number; end: number; entity: string }>(text: string, name: T): T {
  if (name.entity !== 'PERSON') return name;
  const title = TITLE.exec(text.slice(name.start, name.end))?.[0] ?? '';
  return { ...name, start: name.start + title.length };
}
