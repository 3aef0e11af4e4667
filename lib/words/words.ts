import { de } from './de.ts';
import { en, type Words } from './en.ts';

/** Every language that has words, by primary subtag. */
export const LANGUAGES: Readonly<Record<string, Words>> = { en, de };

/** The words for a BCP 47 tag: its language when we have words for it, English otherwise. `de-AT` and `de_AT` are both German. */
export function wordsFor(locale: string): Words {
  const [language = ''] = locale.toLowerCase().split(/[-_]/);
  return (Object.hasOwn(LANGUAGES, language) ? LANGUAGES[language] : undefined) ?? en;
}

/**
 * What people call an entity type. `ORG:<list>` is the organisation's own list, named by its id; a type without words of
 * its own is shown readable, so that a new detector never shows a blank.
 */
export function entityName(words: Pick<Words, 'entities' | 'orgList'>, entity: string): string {
  if (entity.startsWith('ORG:')) return words.orgList(entity.slice('ORG:'.length));
  const names: Readonly<Record<string, string>> = words.entities;
  const name = Object.hasOwn(names, entity) ? names[entity] : undefined;
  if (name !== undefined) return name;
  const plain = entity.replaceAll('_', ' ').toLowerCase();
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
