import type { ContextWords } from '../../scan/detector.ts';
import type { Span } from '../../scan/finding.ts';
import { allWords } from '../secret-words.ts';
import { textBefore } from '../text-before.ts';

/** Scripts that put no spaces between words. */
export const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

/** The rest of a question or request, and who answers it in the next line of a chat: ` for the wifi?\nTom: `, `?\n[09:15] Ana: `, `?\nTom  10:02 AM\n`. */
const ANSWER =
  /[\p{Ll}\p{M}’']{0,4}(?:[ \t]{1,2}[\p{L}\p{M}\d'’./-]{1,24}){0,8}[ \t]?[?？]?[ \t]{0,4}\r?\n[ \t>]{0,4}(?:[[(][^\])\r\n]{1,24}[\])][ \t]{0,2}|\d[\d./]{5,9},? \d{1,2}:\d\d(?: ?[AP]M)? - )?(?:\*\*)?\p{L}[\p{L}\p{M}\d .'’-]{0,30}(?:(?:\*\*)?[ \t]?[:：][ \t]{1,2}|[ \t]{1,4}[[(]?\d{1,2}[:.]\d\d(?: ?[AP]M)?[\])]?[ \t]{0,4}\r?\n)/uy;

/** What asks without a mark. */
const ASKS = /(?<!\p{L})(?:what|send|give|need|tell|share|know|schick|wie|was|envoie|quel|cu[aá]l|какой)/iu;

/** Where what somebody answers begins, who is asked in a chat for what the word from `at` to `end` names; -1 where nobody is. */
export function answerAt(text: string, at: number, end: number): number {
  const answer = sticky(ANSWER, text, end)?.[0];
  if (answer === undefined) return -1;
  const before = textBefore(text, at, 80);
  return /[?？]/.test(answer) || ASKS.test(before.slice(before.lastIndexOf('\n') + 1)) ? end + answer.length : -1;
}

/** Which of the words, lower case, stands at `at`, without regard to case; null for none. */
export function wordAt(text: string, at: number, words: readonly string[]): string | null {
  for (const word of words) if (text.slice(at, at + word.length).toLowerCase() === word) return word;
  return null;
}

/** What a sticky pattern matches at `at`. */
export function sticky(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Where the first group of the first pattern that matches at `at` stands, UTF-16 offsets of the text; null when none does. The patterns are sticky and tell indices. */
export function valueAt(text: string, at: number, patterns: readonly RegExp[]): Span | null {
  for (const pattern of patterns) {
    const place = sticky(pattern, text, at)?.indices?.[1];
    if (place) return { start: place[0], end: place[1] };
  }
  return null;
}

/** Literals of an index for a table of words. */
export function literalsOf(words: ContextWords): readonly string[] {
  // `pw` and `pass` alone are parts of too many words.
  return allWords(words).flatMap((word) =>
    word.length > 4 || UNSPACED.test(word)
      ? [word]
      : [' ', ':', '=', '"', "'", '-', '(', ')', ']', '\\', '>', '?', '는', '은'].map((next) => word + next),
  );
}
