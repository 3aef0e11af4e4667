export type Direction = 'ltr' | 'rtl';

/** Languages written from right to left, by their BCP 47 primary subtag. */
const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(['ar', 'fa', 'he', 'iw', 'ur']);

/** The direction in which a language is written; `locale` is a BCP 47 tag. */
export function directionOf(locale: string): Direction {
  const [language = ''] = locale.toLowerCase().split(/[-_]/);
  return RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr';
}
