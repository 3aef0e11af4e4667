import type { Guess } from '../scan/detector.ts';
import { guessAt } from './guess-at.ts';
import { inLowerCase } from './lower-case.ts';
import { ONCE } from './once.ts';
import { textBefore } from './text-before.ts';

/**
 * Names of one kind of number, by language (ISO 639-1). `@` stands for any word for a number or its sign: `patient @` is also written `Patient ID`, `patient_no` and
 * `Patient #`. Parted by `|`.
 */
export type Names = Readonly<Record<string, string>>;

/** Numbers that stand behind what they are called. */
export interface LabelledNumbers {
  /** What names the number itself. */
  readonly names: Names;
  /** What the number stands on: it counts behind a sign, or where it holds letters as well as digits. */
  readonly bearers?: Names;
  /** What numbers of other kinds are called, too: they count beside one of `context`. */
  readonly vague?: Names;
  /** What is written near the vague names, or what the number itself begins with. */
  readonly context?: RegExp;
  /** Confidence 0..1. */
  readonly confidence: number;
  /** The words are those of every day: names of code such as `employee_id` name nothing, and digits alone stand behind a sign. */
  readonly everyday?: true;
  /** But eight digits and more count without a sign, as such words are seldom used of quantities. */
  readonly long?: true;
}

/** Finds such numbers in a window, and the cues that open one. */
export interface Labelled {
  readonly find: (window: string) => readonly Guess[];
  readonly cues: readonly string[];
}

const NUMBER_WORDS =
  'numbers?|num|no|nr|nbr|id|ids|identifier|#|n[º°]|número|numero|núm|numéro|nummer|numer|numărul|număr|číslo|č|kód|kod|code|código|codice|identifiant|kennung|azonosító|szám'.split(
    '|',
  );
const numberWord = (words: readonly string[]): string => String.raw`(?:${words.join('|')})${ONCE}\.?`;
const NUMBER_WORD = numberWord(NUMBER_WORDS);
/** The same with more signs; in names of everyday words, which are fewer. */
const WIDE_NUMBER_WORD = numberWord([...NUMBER_WORDS, 'n\\.[º°]', '№', 'n(?=\\. )']);
/** Signs for a number, which stand behind what it is of; words that are also names of keys in code do not. */
const NUMBER_SIGN = ' ?n(?:\\.?[º°]|[or]?\\.)';
const CALLS_NUMBER = new RegExp(String.raw`(?:(?<!\p{L})${NUMBER_WORD}|nummer)$|^(?:شماره|رقم|nhc|uhid|hn)`, 'iu');
const VERB = 'is|was|ist|lautet|est|es|è|é|jest|je|är|er|este';
const PART = '[A-Z0-9]{1,20}(?:[-/.][A-Z0-9]{1,16}){0,5}';
/** As France writes its social security numbers: a digit, four pairs or so, and what follows. */
const IN_PAIRS = String.raw`\d(?: \d{2}){3} \d{2,3} \d{3}(?: \d{2})?`;
/** A number goes on behind a space in three digits or more, or in letters with digits. */
const VALUE = String.raw`(?:[A-Z]{1,3} (?=\d{5}))?(?:${IN_PAIRS}|${PART})(?:(?<=(?<!\d)\d{2,4}) (?:(?!(?:19|20)\d\d[-/.])\d{3,4}(?:[ -]\d{2,4}){0,2}|[A-Z]{1,3}-\d{2,6}))?(?![\w%€$£]|[-/:.][\p{L}\d])`;
const MORE = new RegExp(`(?:, ?| (?:and|und|et|y|e|en|och|og|i|a|és|și) )(?<value>${VALUE})`, 'diuy');
/** Most further numbers behind one name. */
const MOST_MORE = 4;

/** Whose it is, between a name and the sign: `Steuernummer des Mandanten ist`, `matricola del dipendente:`. */
const OWNER = `(?: (?:of|des|der|du|de la|de l['’]|del|dell[ao]|do|da|van de|van het) ?(?:the )?\\p{L}{4,14}(?= ?[:：=]| (?:${VERB}) ))?`;

/**
 * What stands behind a name: a further word for a number, perhaps with "with" before it; whose it is; a sign, as which a dash and a parenthesis
 * that holds no more than the number count; the number itself.
 */
function behindName(word: string, signs: string): RegExp {
  return new RegExp(
    String.raw`(?<number>(?: |, |,? (?:with|mit|met|con|avec) (?:(?:the|der|het|el|il|le) )?)?${word}(?!\p{L}))?${OWNER}\.?["']?\s{0,2}(?:(?<sign>[:：=#${signs}]{1,2}|[–-](?= )|\((?=[^()\n]{4,32}\))|(?:${VERB})(?= ))\s{0,2}[ \t]{0,24})?["']?(?<value>${VALUE})`,
    'diuy',
  );
}
const BEHIND_NAME = behindName(NUMBER_WORD, '');
const BEHIND_EVERYDAY_NAME = behindName(WIDE_NUMBER_WORD, '>|');

/** A number behind its name. */
interface LabelledNumber {
  readonly name: string;
  readonly number: string | undefined;
  readonly sign: string | undefined;
  readonly value: string;
  /** Where the name begins, the value, and what is behind it. */
  readonly start: number;
  readonly from: number;
  readonly end: number;
}

/** A pattern of names in lower case; null where there are none. The words for a number stand in it once for all names that they belong before, or behind. */
function patternOf(names: readonly string[], word: string): RegExp | null {
  if (names.length === 0) return null;
  const before = names.filter((name) => name.startsWith('@')).map((name) => patternOfName(name.slice(1)));
  const behind = names.filter((name) => name.endsWith('@')).map((name) => patternOfName(name.slice(0, -1)));
  const signed = names.filter((name) => name.endsWith('~')).map((name) => patternOfName(name.slice(0, -1)));
  const alone = names.filter((name) => !/[@~]/.test(name)).map(patternOfName);
  const choices = [
    // The longer ones first: a name may be the begin of another one.
    ...(behind.length > 0 ? [`(?:${byLetter(behind)})${ONCE}[ _-]{0,2}${word}`] : []),
    ...(signed.length > 0 ? [`(?:${byLetter(signed)})${ONCE}${NUMBER_SIGN}`] : []),
    ...(before.length > 0 ? [`${word}[ _-]?(?:${byLetter(before)})`] : []),
    ...(alone.length > 0 ? [byLetter(alone)] : []),
  ];
  return new RegExp(String.raw`(?<![\p{L}\d])(?:${choices.join('|')})(?!\p{L})`, 'gu');
}

function patternOfName(name: string): string {
  return name.trim().replace(/['’]/g, "['’]").replaceAll(' ', `[ _-]?${ONCE}`);
}

/** Patterns that begin with the same letter are put together, so that at most places of a text few of them are tried. */
function byLetter(patterns: readonly string[]): string {
  const groups = new Map<string, string[]>();
  for (const pattern of patterns) groups.set(pattern.charAt(0), [...(groups.get(pattern.charAt(0)) ?? []), pattern.slice(1)]);
  return Array.from(groups, ([letter, rests]) => `${letter}(?:${rests.join('|')})`).join('|');
}

/** The numbers of a window that stand behind one of the names, in order. */
function numbersBehind(names: RegExp, rest: RegExp, window: string): LabelledNumber[] {
  const found: LabelledNumber[] = [];
  const lower = inLowerCase(window);
  names.lastIndex = 0;
  for (let name = names.exec(lower); name !== null; name = names.exec(lower)) {
    const start = name.index;
    const end = start + name[0].length;
    rest.lastIndex = end;
    const behind = rest.exec(window);
    if (behind) {
      const { number, sign, value = '' } = behind.groups ?? {};
      const from = behind.indices?.groups?.value?.[0] ?? end;
      found.push({ name: window.slice(start, end), number, sign, value, start, from, end: from + value.length });
    }
    names.lastIndex = behind ? end + behind[0].length : start + 1;
  }
  return found;
}

/** Whether what is written may be the number of somebody, and not a word, a day or a year. */
function isNumber(value: string): boolean {
  const digits = value.replace(/\D/g, '');
  const letters = value.replace(/[^A-Za-z]/g, '');
  if (digits.length < (letters === '' ? 5 : letters.length > 4 && value.length > 8 ? 2 : 3) || /^(\d)\1+$/.test(digits)) return false;
  if ((letters.length > 2 || value.includes(' ')) && letters !== letters.toUpperCase()) return false;
  return !/^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})$/.test(value);
}

/** What calls a number one by itself, and stands in no code: `Kundennummer`, `client n°`. */
const PLAIN_NAME = /(?:n[ou]mm?er|szám|n[º°]| n\.|[ -]nr\.|matricule(?: \p{L}{4,9})?|matricola)$/iu;

/** So many digits count nothing, where somebody's number is meant. */
const LONG = /^\d(?:[ ./-]?\d){7,}$/;
const SOMEBODYS = /(?<!\p{L})(?:the|your|h(?:is|er)|der|le|la)[ (]$/iu;

/** Whether neither code nor a sentence about numbers is meant, where the name is made of everyday words. A key in quotes and a tag are data. */
function isClear({ name, sign, start, value }: LabelledNumber, window: string, long = false): boolean {
  if (/\p{Ll}(?:_|\p{Lu})/u.test(name))
    return sign !== undefined && (/["'<]/.test(window.charAt(start - 1)) || (sign === ':' && isLine(window, start)));
  return (
    sign !== undefined ||
    /[A-Z]/.test(value) ||
    (LONG.test(value) && (long || SOMEBODYS.test(textBefore(window, start, 9)))) ||
    (PLAIN_NAME.test(name) && /\d[\d./-]{4,12}\d/.test(value) && !/numbers?$/i.test(name))
  );
}

/** Whether what stands at `at` begins a line that ends without a comma: the key of a record, and not that of an object in code. */
function isLine(text: string, at: number): boolean {
  return /(?:^|\n) {0,8}$/.test(textBefore(text, at, 9)) && /^[^\n,;]{0,60}(?:\n|$)/.test(text.slice(at));
}

/** What the word for a number stands before, and what joins it to that. */
const OF = /^@ (?:d['’]|de l['’]|(?:de la|dell[ao]|de|du|do|da|del|di) )?(?<of>.+)$/;

/** Each name, and where the number comes first in it, the same with its sign behind: `numéro de contrat`, and `contrat n°`. */
function wordsOf(names: Names | undefined, everyday: boolean): readonly string[] {
  return Object.values(names ?? {}).flatMap((each) => each.split('|').flatMap((name) => [name, ...(everyday ? behind(name) : [])]));
}

function behind(name: string): readonly string[] {
  const of = OF.exec(name)?.groups?.of;
  return of === undefined ? [] : [`${of} ~`];
}

/** The longest word of each name. */
function cuesOf(names: readonly string[]): readonly string[] {
  const longest = names.map((name) => name.split(/[ @~]/).reduce((best, word) => (word.length > best.length ? word : best), ''));
  return [...new Set(longest.flatMap((word) => [word, word.replace("'", '’')]))];
}

/** Compiles what a kind of number is called. */
export function createLabelled({ names, bearers, vague, context, confidence, everyday, long }: LabelledNumbers): Labelled {
  const all = [names, bearers, vague].map((each) => wordsOf(each, everyday === true));
  const word = everyday ? WIDE_NUMBER_WORD : NUMBER_WORD;
  const rest = everyday ? BEHIND_EVERYDAY_NAME : BEHIND_NAME;
  const [named, borne, unclear] = all.map((each) => patternOf(each, word));

  function guesses(window: string, pattern: RegExp, counts: (found: LabelledNumber) => boolean): Guess[] {
    return numbersBehind(pattern, rest, window).flatMap((found): Guess[] => {
      if (!isNumber(found.value) || (everyday && !isClear(found, window, long)) || !counts(found)) return [];
      return [guessAt(found.from, found.value, confidence), ...further(window, found.end)];
    });
  }

  function further(window: string, from: number): Guess[] {
    const found: Guess[] = [];
    for (let at = from; found.length < MOST_MORE; ) {
      MORE.lastIndex = at;
      const more = MORE.exec(window);
      const value = more?.groups?.value ?? '';
      if (!more || !isNumber(value)) break;
      found.push(guessAt(more.indices?.groups?.value?.[0] ?? at, value, confidence));
      at = more.index + more[0].length;
    }
    return found;
  }

  return {
    cues: cuesOf(all.flat()),
    find: (window) => [
      ...(named ? guesses(window, named, () => true) : []),
      ...(borne ? guesses(window, borne, isMarked) : []),
      ...(unclear && context ? guesses(window, unclear, (found) => isMarked(found) && isNear(context, window, found)) : []),
    ],
  };
}

/** Whether it is called a number, stands behind a sign, or looks like nothing else. */
function isMarked({ name, number, sign, value }: LabelledNumber): boolean {
  if (sign !== undefined || number !== undefined || CALLS_NUMBER.test(name)) return true;
  return /[A-Z]/.test(value) && /\d{4}/.test(value);
}

function isNear(context: RegExp, window: string, { start, end, value }: LabelledNumber): boolean {
  return context.test(window.slice(0, start) + window.slice(end)) || context.test(value);
}
