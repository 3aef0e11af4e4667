import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { hashOf, type Slots, type Table, writeTable } from '../lib/detectors/names/table.ts';
import { createTagger } from '../lib/detectors/names/tag.ts';
import { SCORE_COLUMNS, scoreCells } from './accuracy/names.ts';
import { dataFolder } from './accuracy/secrets.ts';
import { table } from './accuracy/table.ts';
import { alike } from './names/alike.ts';
import { type CorpusId, readCorpus, readDocuments } from './names/corpora.ts';
import { type KnownWords, knownPeople, knownWords } from './names/known-words.ts';
import { type Example, learn, meanOf } from './names/learn.ts';
import { Maker } from './names/made.ts';
import { type Answer, score } from './names/score.ts';
import { slotsOf } from './names/slots.ts';
import { wordNetNames } from './names/wordnet.ts';

/**
 * Trains the table of names, `public/names.bin`, from labelled text, from lists, from vectors of words, and from texts made of lists and labelled text.
 *
 * - `--out FILE` writes it elsewhere
 * - `--folds N` writes nothing, but measures on the web text that is learned from: on each N-th of its documents, a table that has learned from the others
 */

/** log2 of the rows of weights, and the places for known words and for words with a cluster: 1.43 MB in all. */
const ROW_BITS = 16;
const KNOWN_PLACES = 110_000;
const CLUSTER_PLACES = 60_000;
const MADE = 14_000;
/** A table is the mean of as many as there are seeds: each makes other texts and learns in another order. */
const SEEDS = ['names', 'words', 'texts'];

/**
 * What is shipped learns from these, whose licences the table names: `public/names.LICENSE.txt`. How often each is read as it is, and with other names in it: enough that what is made
 * does not outweigh it, and that no name is learned by heart of which one document speaks much.
 */
const SHIPPED: readonly { readonly corpus: CorpusId; readonly asItIs: number; readonly renamed: number }[] = [
  { corpus: 'wnut17-train', asItIs: 2, renamed: 2 },
  { corpus: 'en-ewt-dev', asItIs: 1, renamed: 6 },
];
/** The one of them that is measured by cross-validation. */
const VALIDATED: CorpusId = 'en-ewt-dev';

/** What every table learns from beside labelled text. */
interface Ground {
  readonly listed: KnownWords;
  readonly people: readonly string[];
  readonly slots: Slots;
  /** The lists with a quarter of them missing. */
  readonly holed: Slots;
}

function ground(): Ground {
  const listed = knownWords();
  const { words, clusters } = alike(listed, CLUSTER_PLACES);
  const people = knownPeople();
  const full = [...people, ...wordNetNames().people.filter((name) => name.includes(' '))];
  return {
    listed,
    people,
    slots: slotsOf(words, full, KNOWN_PLACES, clusters),
    holed: slotsOf(words, full, KNOWN_PLACES, clusters, (word) => (hashOf(word) & 3) !== 0),
  };
}

/** The table that the labelled texts teach, those of each corpus in the order of `SHIPPED`. */
function train(texts: readonly (readonly Example[])[], { listed, people, slots, holed }: Ground): Table {
  const tables = SEEDS.map((seed) => {
    const maker = new Maker(listed, people, seed);
    const read = SHIPPED.flatMap(({ asItIs, renamed }, i) => {
      const all = texts[i] ?? [];
      const named = all.filter(({ names }) => names.length > 0);
      return [
        ...Array.from({ length: asItIs }, () => all).flat(),
        ...Array.from({ length: renamed }, () => named.map((example) => maker.renamed(example))).flat(),
      ];
    });
    // Half of the lessons are learned with holes in the lists, so that what surrounds a name counts too.
    const lessons = [...read, ...maker.texts(MADE)].map((example, i) => ({ ...example, slots: i % 2 === 0 ? slots : holed }));
    return learn(lessons, slots, { rowBits: ROW_BITS, epochs: 4, rate: 0.1, decay: 0.003, dropout: 0.5, shyness: 0.3, seed });
  });
  return meanOf(tables);
}

/** What tables find in the documents that each of them has not learned from. */
function crossValidated(folder: string, folds: number): Answer[] {
  const base = ground();
  const documents = readDocuments(folder, VALIDATED);
  return Array.from({ length: folds }, (_, fold) => {
    const isHeldOut = (_: unknown, i: number): boolean => i % folds === fold;
    const rest = documents.filter((each, i) => !isHeldOut(each, i)).flat();
    const tagged = createTagger(
      train(
        SHIPPED.map(({ corpus }) => (corpus === VALIDATED ? rest : readCorpus(folder, corpus))),
        base,
      ),
    );
    return documents.filter(isHeldOut).flatMap((document) => document.map(({ text, names }) => ({ names, found: tagged(text) })));
  }).flat();
}

const { values } = parseArgs({ options: { out: { type: 'string' }, folds: { type: 'string' } } });
const folder = dataFolder();
if (folder === null) {
  console.error('The labelled text is not at hand. Name its folder in TACIT_DATA.');
  process.exitCode = 1;
} else if (values.folds !== undefined) {
  const folds = Number(values.folds);
  console.log(
    `Web and mail (EWT), by ${folds} tables that have each learned from the other documents: strict precision/recall, strict F1, overlap`,
  );
  console.log(table([...SCORE_COLUMNS], [scoreCells(score(crossValidated(folder, folds)))]));
} else {
  const out = values.out ?? 'public/names.bin';
  const bytes = writeTable(
    train(
      SHIPPED.map(({ corpus }) => readCorpus(folder, corpus)),
      ground(),
    ),
  );
  writeFileSync(join(import.meta.dirname, '..', out), bytes);
  console.log(`${out}: ${bytes.length} bytes, from ${SHIPPED.map(({ corpus }) => corpus).join(', ')}`);
}
