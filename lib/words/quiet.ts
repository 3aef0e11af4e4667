import { quiet as de } from './de.ts';
import { quiet as en, type QuietWords } from './en.ts';

const LANGUAGES: Readonly<Record<string, QuietWords>> = { en, de };

/** The few words of the quiet mark beside a composer, apart from the rest so that a quiet page does not load the others. */
export function quietWordsFor(locale: string): QuietWords {
  const [language = ''] = locale.toLowerCase().split(/[-_]/);
  return (Object.hasOwn(LANGUAGES, language) ? LANGUAGES[language] : undefined) ?? en;
}
