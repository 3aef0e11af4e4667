import type { ContextWords, Guess } from '../scan/detector.ts';
import { isMachineMade, proseConfidence } from './rarity.ts';
import { allWords, GROUPED_WORDS, KEY_WORDS, PASSWORD_WORDS } from './secret-words.ts';
import { textBefore } from './text-before.ts';

/** Items that are read below or behind one heading. */
const MOST_ITEMS = 40;

/** The plural, with spaces and joined: `api keys`, `api_keys`, `api-keys`, `apikeys`. */
function pluralsOf(words: ContextWords, language: string): string[] {
  return (words[language] ?? []).flatMap((word) => [' ', '_', '-', ''].map((joint) => `${word.replaceAll(' ', joint)}s`));
}

const PASSWORDS = new Set([...pluralsOf(PASSWORD_WORDS, 'en'), 'passwörter', 'kennwörter', 'mots de passe', 'contraseñas', 'senhas']);
const KEYS = new Set(pluralsOf(KEY_WORDS, 'en'));
/** `Sicherungscodes`, `codes de secours`, `códigos de respaldo`; other languages have one form for both. */
const CODES = new Set([
  ...pluralsOf(GROUPED_WORDS, 'en'),
  ...allWords(GROUPED_WORDS).map((word) =>
    /code$/.test(word) ? `${word}s` : word.replace(/^(?:code|código)\b/, '$&s').replace('codice', 'codici'),
  ),
]);

const NAMES = allWords({ all: [...PASSWORDS, ...KEYS, ...CODES] });

/** Literals of an index that open a window for `secretsInLists`, where `endsHeading` says so. */
export const LIST_CUES: readonly string[] = NAMES;

/** Whether the name of a list may end at `end`: a sign, a quote, the end of the line or "are" stands there; behind codes, what they are for, too. */
export function endsHeading(text: string, start: number, end: number): boolean {
  const at = text[end] === ' ' ? end + 1 : end;
  if (at > end && /^codes$/i.test(text.slice(end - 5, end))) return true;
  if (at > end) return ':='.includes(text[at] ?? ' ') || /^are\b/i.test(text.slice(at, at + 4));
  if ('\n\r'.includes(text[at] ?? ' ')) return !IN_NO_HEADING.test(textBefore(text, start, 100));
  return ':="\''.includes(text[at] ?? ' ');
}

/** Before a word that ends its line: the rest of something encoded, `…IUQljPws`, and the comment in the head of a signature. */
const IN_NO_HEADING = /[A-Za-z\d+/]$|\nComment: [^\n]*$/;

/** A heading up to its sign: `passwords:`, `"tokens": [`, `BACKUP_CODES=`, `recovery codes are`. */
const HEADING = new RegExp(
  `(${NAMES.join('|')})(?![\\p{L}\\p{N}_])["'\`*]{0,2}(?:[ \\t]{0,4}(?::=|=>|[:=：])|[ \\t]are:?(?=\\s)|[ \\t](?:[^\\r\\n:=]{1,120}[:.]|\\([^\\r\\n()]{1,48}\\))(?=[ \\t]{0,4}\\r?\\n))?\\s{0,8}(?:[[({](?! ?\\]))?\\s{0,16}`,
  'giu',
);
/** One of a list: perhaps behind a bullet, a box or a number, perhaps quoted, perhaps in groups, perhaps the first field of an object. */
const ITEM =
  /(?:[-*•☐][ \t]{1,4}(?:\[ ?\][ \t]{1,4})?|\[ ?\][ \t]{1,4}|\d{1,2}[.)][ \t]{1,4}|\{\s{0,16}"(?:code|key|value)"\s{0,4}:\s{0,4})?(?:"([^"\r\n]{4,256})"|'([^'\r\n]{4,256})'|`([^`\r\n]{4,256})`|([A-Za-z0-9]{3,8}(?: [A-Za-z0-9]{3,8}){1,7}(?= ?[ \t\r\n,;]| ?$)|[^\s,;"'`()[\]{}<>=:]{4,256}(?<![.])))(?:,[^{}\r\n]{1,160}\}|\s{0,16}\})?[ \t]{0,4}(,|;|\r?\n|$|\]|\)|(?<=[ \t]{2}|\t))\s{0,16}/duy;

/** Passwords, keys and codes that stand in a list below or behind a word for them in the plural: YAML, JSON, and as people write it. */
export function secretsInLists(window: string): readonly Guess[] {
  const guesses: Guess[] = [];
  for (const heading of window.matchAll(HEADING)) {
    const name = (heading[1] as string).toLowerCase();
    let at = heading.index + heading[0].length;
    for (let count = 0; count < MOST_ITEMS; count++) {
      ITEM.lastIndex = at;
      const item = ITEM.exec(window);
      const place = item?.indices?.slice(1, 5).find(Boolean);
      if (!item || !place) break;
      at += item[0].length;
      // Codes stand in columns, too.
      if (item[5] === '' && at < window.length && !CODES.has(name)) break;
      const span = { start: place[0], end: place[1] };
      const confidence = confidenceOf(window, span, name);
      if (confidence !== null) guesses.push({ span, confidence });
      if (/[\])]/.test(item[5] ?? '') || at === window.length) break;
    }
  }
  return guesses;
}

/** What programs are made of: a constant, a type, a module. */
const NAME = /^(?:[A-Z]+(?:_[A-Z\d]+)+|(?:[A-Z][a-z]+){2,}\d?|[a-z][\w.-]{0,40}(?:\/[\w.-]{1,40}){2,9})$/;

function confidenceOf(window: string, span: Guess['span'], name: string): number | null {
  const value = window.slice(span.start, span.end);
  if (CODES.has(name) && / /.test(value)) return isGrouped(value.split(' ')) ? 0.65 : null;
  if (/\s|^[.~]{0,2}\//.test(value) || NAME.test(value)) return null;
  if (KEYS.has(name)) return isMachineMade(value) ? 0.7 : null;
  if (CODES.has(name) && isMachineMade(value)) return 0.65;
  if (CODES.has(name)) return /^(?=.*\d)(?:[a-z0-9]{6,12}|[a-z0-9]{3,8}(?:-[a-z0-9]{3,8}){1,6})$/i.test(value) ? 0.65 : null;
  return value.length > 5 ? proseConfidence(window, span) : null;
}

/** Groups of one length with digits: no words. */
function isGrouped(groups: readonly string[]): boolean {
  return (
    groups.every((group) => group.length === groups[0]?.length) && groups.filter((group) => /\d/.test(group)).length * 2 >= groups.length
  );
}
