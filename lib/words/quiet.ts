import { quiet as de } from './de.ts';
import { quiet as en, type QuietWords } from './en.ts';

const LANGUAGES: Readonly<Record<string, QuietWords>> = { en, de };

/** The few words of the quiet mark beside a composer, apart from the rest so that a quiet page does not load the others. */
export function quietWordsFor(locale: string): QuietWords {
  const [language = ''] = locale.toLowerCase().split(/[-_]/);
  return (Object.hasOwn(LANGUAGES, language) ? LANGUAGES[language] : undefined) ?? en;
}

/**
 * What people call an entity type. `ORG:<list>` is the organisation's own list, named by its id; a type without words of
 * its own is shown readable, so that a new detector never shows a blank. `entityName` knows more of them.
 */
export function quietEntityName(words: Pick<QuietWords, 'entities' | 'orgList'>, entity: string): string {
  if (entity.startsWith('ORG:')) return words.orgList(entity.slice('ORG:'.length));
  const names: Readonly<Record<string, string>> = words.entities;
  const name = Object.hasOwn(names, entity) ? names[entity] : undefined;
  return name ?? entity.charAt(0).toUpperCase() + entity.slice(1).replaceAll('_', ' ').toLowerCase();
}
