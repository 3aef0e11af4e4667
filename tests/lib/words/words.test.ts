import { describe, expect, it } from 'vitest';
import { de } from '../../../lib/words/de.ts';
import { directionOf } from '../../../lib/words/direction.ts';
import { en } from '../../../lib/words/en.ts';
import { pluralIn } from '../../../lib/words/plural.ts';
import { quietEntityName, quietWordsFor } from '../../../lib/words/quiet.ts';
import { LANGUAGES, wordsFor } from '../../../lib/words/words.ts';

/** Every sentence with its path; functions are called with one and with several. */
function sentences(words: unknown, path = ''): [string, string][] {
  if (typeof words === 'string') return [[path, words]];
  if (typeof words === 'function') {
    const counts: [string, unknown][] = [1, 2, 0, 1234].map((count) => [`${path}(${count})`, words(count, 'ChatGPT')]);
    return counts.map(([at, said]) => [at, String(said)]);
  }
  return Object.entries(words as object).flatMap(([key, value]) => sentences(value, path === '' ? key : `${path}.${key}`));
}

describe.each(Object.entries(LANGUAGES))('words in %s', (language, words) => {
  it('say every sentence that English says, and none besides', () => {
    expect(sentences(words).map(([path]) => path)).toEqual(sentences(en).map(([path]) => path));
  });

  it('leave nothing empty, unfilled or untrimmed', () => {
    const bad = sentences(words).filter(
      ([, said]) => said.trim() === '' || said !== said.trim() || /[{}]|undefined|NaN|\[object|TODO|%s/.test(said),
    );
    expect(bad).toEqual([]);
  });

  it('know their own name and direction', () => {
    expect(words.locale).toBe(language);
    expect(words.direction).toBe(directionOf(language));
  });

  it('tell one from many', () => {
    expect(words.dialog.lead(1, 'Claude')).not.toBe(words.dialog.lead(2, 'Claude'));
    expect(words.dialog.lead(3, 'Claude')).toContain('3');
    expect(words.dialog.lead(3, 'Claude')).toContain('Claude');
  });

  it('are the words of the quiet mark too', () => {
    expect(quietWordsFor(language)).toBe(words.quiet);
  });
});

describe('German', () => {
  it('is not English left untranslated', () => {
    const alike = new Set(['locale', 'direction', 'product', 'entities.JWT']);
    const english = new Map(sentences(en));
    const same = sentences(de).filter(([path, said]) => english.get(path) === said && said.split(' ').length > 3 && !alike.has(path));
    expect(same).toEqual([]);
  });
});

describe('wordsFor', () => {
  it('takes the language of a tag', () => {
    expect(wordsFor('de')).toBe(de);
    expect(wordsFor('de-AT')).toBe(de);
    expect(wordsFor('DE_ch')).toBe(de);
  });

  it.each(['fr', '', 'constructor', '__proto__', 'x-klingon', '日本'])('falls back to English for %j', (tag) => {
    expect(wordsFor(tag)).toBe(en);
    expect(quietWordsFor(tag)).toBe(en.quiet);
  });
});

describe('quietEntityName', () => {
  it('names what is known', () => {
    expect(quietEntityName(en.quiet, 'CREDIT_CARD')).toBe('Payment card');
    expect(quietEntityName(de.quiet, 'CREDIT_CARD')).toBe('Zahlungskarte');
  });

  it('names a list of the organisation', () => {
    expect(quietEntityName(en.quiet, 'ORG:code-names')).toContain('code-names');
  });

  it('makes what is unknown readable', () => {
    expect(quietEntityName(en.quiet, 'UK_NINO_NUMBER')).toBe('Uk nino number');
    expect(quietEntityName(en.quiet, 'constructor')).toBe('Constructor');
  });
});

describe('directionOf', () => {
  it.each(['ar', 'he', 'fa', 'ur', 'ar-EG', 'he_IL', 'FA'])('is from right to left for %s', (tag) => expect(directionOf(tag)).toBe('rtl'));
  it.each(['en', 'de', '', 'arn', 'zh-Hant'])('is from left to right for %j', (tag) => expect(directionOf(tag)).toBe('ltr'));
});

describe('pluralIn', () => {
  it('follows the rules of the language', () => {
    const polish = pluralIn('pl');
    const forms = { one: 'plik', few: 'pliki', many: 'plików', other: 'pliku' };
    expect([1, 2, 5, 22].map((count) => polish(count, forms))).toEqual(['plik', 'pliki', 'plików', 'pliki']);
  });

  it('takes `other` where a form is missing', () => expect(pluralIn('en')(1, { other: 'all' })).toBe('all'));
});
