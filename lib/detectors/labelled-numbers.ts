import type { Guess } from '../scan/detector.ts';
import { guessAt } from './guess-at.ts';
import { inLowerCase } from './lower-case.ts';
import { ONCE } from './once.ts';

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
const NUMBER_WORD = String.raw`(?:${NUMBER_WORDS.join('|')})${ONCE}\.?`;
const CALLS_NUMBER = new RegExp(String.raw`(?:(?<!\p{L})${NUMBER_WORD}|nummer)$`, 'iu');
const VERB = 'is|was|ist|lautet|est|es|è|é|jest|je|är|er|este';
const PART = '[A-Z0-9]{1,16}(?:[-/.][A-Z0-9]{1,16}){0,5}';
/** A number goes on behind a space in three digits or more, or in letters with digits. */
const VALUE = String.raw`${PART}(?:(?<=(?<!\d)\d{2,4}) (?:(?!(?:19|20)\d\d[-/.])\d{3,4}(?:[ -]\d{2,4}){0,2}|[A-Z]{1,3}-\d{2,6}))?(?![\w%€$£]|[-/:.][\p{L}\d])`;
const MORE = new RegExp(`(?:, ?| (?:and|und|et|y|e|en|och|og|i|a|és|și) )(?<value>${VALUE})`, 'diuy');
/** Most further numbers behind one name. */
const MOST_MORE = 4;

/** What stands behind a name: a further word for a number, a sign, the number itself. */
const BEHIND_NAME = new RegExp(
  String.raw`(?<number> ?${NUMBER_WORD})?\.?["']?\s{0,2}(?:(?<sign>[:：=#]{1,2}|(?:${VERB})(?= ))\s{0,2}[ \t]{0,24})?["']?(?<value>${VALUE})`,
  'diuy',
);

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
function patternOf(names: readonly string[]): RegExp | null {
  if (names.length === 0) return null;
  const before = names.filter((name) => name.startsWith('@')).map((name) => patternOfName(name.slice(1)));
  const behind = names.filter((name) => name.endsWith('@')).map((name) => patternOfName(name.slice(0, -1)));
  const alone = names.filter((name) => !name.includes('@')).map(patternOfName);
  const choices = [
    // The longer ones first: a name may be the begin of another one.
    ...(behind.length > 0 ? [`(?:${byLetter(behind)})${ONCE}[ _-]{0,2}${NUMBER_WORD}`] : []),
    ...(before.length > 0 ? [`${NUMBER_WORD}[ _-]?(?:${byLetter(before)})`] : []),
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
function numbersBehind(names: RegExp, window: string): LabelledNumber[] {
  const found: LabelledNumber[] = [];
  const lower = inLowerCase(window);
  names.lastIndex = 0;
  for (let name = names.exec(lower); name !== null; name = names.exec(lower)) {
    const start = name.index;
    const end = start + name[0].length;
    BEHIND_NAME.lastIndex = end;
    const behind = BEHIND_NAME.exec(window);
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
  if (digits.length < (letters === '' ? 5 : 3) || /^(\d)\1+$/.test(digits)) return false;
  if (letters.length > 2 && letters !== letters.toUpperCase()) return false;
  return !/^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})$/.test(value);
}

/** Whether neither code nor a sentence about numbers is meant, where the name is made of everyday words. A key in quotes is data. */
function isClear({ name, sign, start, value }: LabelledNumber, window: string): boolean {
  if (/\p{Ll}(?:_|\p{Lu})/u.test(name)) return window[start - 1] === '"' && sign !== undefined;
  return sign !== undefined || /[A-Z]/.test(value);
}

function wordsOf(names: Names | undefined): readonly string[] {
  return Object.values(names ?? {}).flatMap((each) => each.split('|'));
}

/** The longest word of each name. */
function cuesOf(names: readonly string[]): readonly string[] {
  const longest = names.map((name) => name.split(/[ @]/).reduce((best, word) => (word.length > best.length ? word : best), ''));
  return [...new Set(longest.flatMap((word) => [word, word.replace("'", '’')]))];
}

/** Compiles what a kind of number is called. */
export function createLabelled({ names, bearers, vague, context, confidence, everyday }: LabelledNumbers): Labelled {
  const all = [wordsOf(names), wordsOf(bearers), wordsOf(vague)] as const;
  const [named, borne, unclear] = all.map(patternOf);

  function guesses(window: string, pattern: RegExp, counts: (found: LabelledNumber) => boolean): Guess[] {
    return numbersBehind(pattern, window).flatMap((found): Guess[] => {
      if (!isNumber(found.value) || (everyday && !isClear(found, window)) || !counts(found)) return [];
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
