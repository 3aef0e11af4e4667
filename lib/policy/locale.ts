import type { Sentence } from './schema.ts';

/**
 * The administrator's words in the person's language: the exact tag (`de-AT`), then its language (`de`), then English,
 * then whatever comes first. Tags compare without regard to case.
 */
export function inLocale(sentence: Sentence, locale: string): string {
  if (typeof sentence === 'string') return sentence;
  const byTag = new Map(Object.entries(sentence).map(([tag, text]) => [tag.toLowerCase(), text]));
  const tag = locale.toLowerCase().replaceAll('_', '-');
  const [language = ''] = tag.split('-');
  return byTag.get(tag) ?? byTag.get(language) ?? byTag.get('en') ?? byTag.values().next().value ?? '';
}
