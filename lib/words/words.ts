import { de } from './de.ts';
import { en, type Words } from './en.ts';

/** Every language that has words, by primary subtag. */
export const LANGUAGES: Readonly<Record<string, Words>> = { en, de };

/** The words for a BCP 47 tag: its language when we have words for it, English otherwise. `de-AT` and `de_AT` are both German. */
export function wordsFor(locale: string): Words {
  const [language = ''] = locale.toLowerCase().split(/[-_]/);
  return (Object.hasOwn(LANGUAGES, language) ? LANGUAGES[language] : undefined) ?? en;
}
