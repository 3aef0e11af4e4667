import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { hashOf, type Table, writeTable } from '../lib/detectors/names/table.ts';
import { dataFolder } from './accuracy/secrets.ts';
import { alike } from './names/alike.ts';
import { type CorpusId, readCorpus } from './names/corpora.ts';
import { knownPeople, knownWords } from './names/known-words.ts';
import { type Example, learn } from './names/learn.ts';
import { Maker } from './names/made.ts';
import { slotsOf } from './names/slots.ts';

/**
 * Trains the table of names, `public/names.bin`, from labelled text, from lists, from vectors of words, and from texts made of lists and labelled text.
 *
 * - `--from a,b` the corpora that it learns from; all that may be shipped unless said otherwise
 * - `--out FILE` writes it elsewhere
 */

/** log2 of the rows of weights, and the places for known words and for words with a cluster: 1.15 MB in all. */
const ROW_BITS = 16;
const KNOWN_PLACES = 70_000;
const CLUSTER_PLACES = 60_000;
const MADE = 28_000;
/** How often the labelled text is repeated as it is, and with other names in it, so that what is made does not outweigh it. */
const AS_IT_IS = 4;
const RENAMED = 2;
const SEED = 'names';

/** The table that these corpora teach. */
export function train(folder: string, from: readonly CorpusId[]): Table {
  const listed = knownWords();
  const { words, clusters } = alike(listed, CLUSTER_PLACES);
  const people = knownPeople();
  const slots = slotsOf(words, people, KNOWN_PLACES, clusters);
  // Half of the lessons are learned with a quarter of the lists missing, so that what surrounds a name counts too.
  const holed = slotsOf(words, people, KNOWN_PLACES, clusters, (word) => (hashOf(word) & 3) !== 0);
  const maker = new Maker(listed, people, SEED);
  const real = from.flatMap((corpus) => readCorpus(folder, corpus));
  const named = real.filter(({ names }) => names.length > 0);
  const renamed = Array.from({ length: RENAMED }, () => named.map((example) => maker.renamed(example))).flat();
  const examples: Example[] = [...Array.from({ length: AS_IT_IS }, () => real).flat(), ...renamed, ...maker.texts(MADE)];
  return learn(
    examples.map((example, index) => ({ ...example, slots: index % 2 === 0 ? slots : holed })),
    slots,
    { rowBits: ROW_BITS, epochs: 4, rate: 0.1, decay: 0.003, dropout: 0.4, shyness: 0.5, seed: SEED },
  );
}

/** What is shipped learns from these: their licence asks for no more than to be named. */
export const SHIPPED: readonly CorpusId[] = ['wnut17-train'];

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({ options: { from: { type: 'string' }, out: { type: 'string' } } });
  const folder = dataFolder();
  if (folder === null) {
    console.error('The labelled text is not at hand. Name its folder in TACIT_DATA.');
    process.exitCode = 1;
  } else {
    const from = (values.from?.split(',') as readonly CorpusId[] | undefined) ?? SHIPPED;
    const out = values.out ?? 'public/names.bin';
    const bytes = writeTable(train(folder, from));
    writeFileSync(join(import.meta.dirname, '..', out), bytes);
    console.log(`${out}: ${bytes.length} bytes, from ${from.join(', ')}`);
  }
}
