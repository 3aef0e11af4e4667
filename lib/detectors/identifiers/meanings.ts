import { OPEN_NAMES } from './behind-name.ts';
import { holdsNumber } from './forms.ts';
import type { Identifier, Kind } from './identifier.ts';
import { COUNTRIES, KINDS } from './kinds.ts';

/** What a phrase of the dictionary means. */
export type Meaning =
  | { readonly kind: 'row'; readonly index: number; readonly name: Name }
  | { readonly kind: 'kind'; readonly of: Kind }
  | { readonly kind: 'country'; readonly of: string };

/** What the name of an identifier names: that one (perhaps in several countries), its kind as well, or other things as well. */
type Name = 'own' | 'kind' | 'open';

/** Indexes of the rows of every kind. */
export function indexesByKind(rows: readonly Identifier[]): ReadonlyMap<Kind, readonly number[]> {
  const found = new Map<Kind, number[]>();
  for (const [index, [, kind]] of rows.entries()) {
    const list = found.get(kind);
    if (list) list.push(index);
    else found.set(kind, [index]);
  }
  return found;
}

/** Every phrase with what it means: names of identifiers, words for their kinds, names of countries. */
export function* phrases(rows: readonly Identifier[]): Generator<readonly [string, Meaning]> {
  const ofKinds = new Set(Object.values(KINDS).flatMap(({ words }) => words.split(',')));
  for (const [index, row] of rows.entries()) {
    for (const word of row[4].split(','))
      yield [word, { kind: 'row', index, name: ofKinds.has(word) ? 'kind' : OPEN_NAMES.has(word) ? 'open' : 'own' }];
    for (const word of nationalNames(row)) yield [word, { kind: 'row', index, name: 'own' }];
  }
  for (const [of, info] of Object.entries(KINDS)) for (const word of info.words.split(',')) yield [word, { kind: 'kind', of: of as Kind }];
  for (const [of, words] of Object.entries(COUNTRIES)) for (const word of words.split(',')) yield [word, { kind: 'country', of }];
}

/** "Saudi ID": what the number of every citizen is called abroad. The United States have none, and "us" is a word of its own. */
function nationalNames([id, kind]: Identifier): string[] {
  const country = id.slice(0, 2);
  if (kind !== 'national' || country === 'us') return [];
  const words = COUNTRIES[country]?.split(',') ?? [];
  return words.filter((word) => isLatin(word)).map((word) => `${word} id`);
}

/** Whether a word is written in Latin letters, told without a class of Unicode, which takes its time to compile. */
function isLatin(word: string): boolean {
  for (let at = 0; at < word.length; at++) if (word.charCodeAt(at) >= 0x250) return false;
  return true;
}

/** The phrases alone. */
export function* allPhrases(rows: readonly Identifier[]): Generator<string> {
  for (const [phrase] of phrases(rows)) yield phrase;
}

/** Names of identifiers that may be written without three digits in a row. */
export function phrasesInPairs(rows: readonly Identifier[]): string[] {
  const words = rows.flatMap((row) => (holdsNumber(row[3]) ? [] : row[4].split(',')));
  // Short words stand in many others; of what they name, only a British insurance number is often written without three digits in a row.
  return [...words, ...KINDS.vehicle.words.split(',')].filter((word) => word.length > 5 || word === 'nino');
}
