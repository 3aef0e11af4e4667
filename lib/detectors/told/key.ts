import type { Span } from '../../scan/finding.ts';
import { isBlank, isPlaceholder } from '../placeholder.ts';
import { isDotted, isMachineMade, isShortKey, isSlashed } from '../rarity.ts';
import { allWords, GROUPED_WORDS, KEY_WORDS, LICENCE_WORDS } from '../secret-words.ts';
import { textBefore } from '../text-before.ts';
import { answerAt, UNSPACED, valueAt, wordAt } from './announced.ts';

const KEYS = allWords(KEY_WORDS);
/** Other words, a sign if there is one, and a run that a machine may have made. */
const TOLD_KEY =
  /[\p{Ll}\p{M}’']{0,4}(?:[ \t]{1,2}[\p{L}\p{M}'’-]{1,16}){0,6}?(?:[ \t]{0,2}[:=：][ \t]{0,3}(?:\r?\n[ \t]{0,8})?|[ \t]{1,3}|(?=["'`“„「『]))[`*"'“„「『]{0,3}([A-Za-z0-9+/][\w.+/~=-]{11,255})(?![\w@:(])/duy;
const UNSPACED_TOLD_KEY =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}]{0,6}[ \t]{0,2}[:：=]?[ \t]{0,3}(?:\r?\n)?[`*"'“「『]{0,3}([A-Za-z0-9][\w.+/~=-]{11,255})(?![\w@:(])/duy;
/** From so many characters on, mixed letters and digits are a key; a shorter run must look more like one. */
const LONG_KEY = 20;
/** What else a long run of letters and digits may be. */
const OTHER =
  /commit|sha|hash|digest|checksum|version|build|image|revision|count|limit|chunk|trace|request|session id|uuid|guid|branch|etag/i;
/** What stands before a word in the name of something that is no secret. */
const NO_SECRET = /(?:csrf|xsrf|page|next|continuation|cursor|sync|public|request|cancel\w{0,6}|design|css|theme)[-_ ]$/i;
/** Whose key it is. */
const OWN =
  /(?:^|[^\p{L}])(?:my|our|this|the following|here(?:['’]s| is) (?:the|your|an?)|mein|unser|mon|notre|mi|nuestro|meu|mio|mijn|мой|наш|signing|client|webhook|shared)[ \t](?:[a-z]{1,9}[ \t-])?$/iu;

/** The key or token that the word at `at` announces: made by a machine, in the same sentence, with nothing between that names something else. */
export function matchToldKey(text: string, at: number): Span | null {
  const word = wordAt(text, at, KEYS);
  if (word === null) return null;
  const unspaced = UNSPACED.test(word);
  if (!unspaced && (/[\p{L}\d]/u.test(text[at - 1] ?? '') || NO_SECRET.test(textBefore(text, at, 24)))) return null;
  const end = at + word.length;
  const value = valueAt(text, end, [unspaced ? UNSPACED_TOLD_KEY : TOLD_KEY]) ?? answerTo(text, at, end);
  if (!value) return null;
  const written = text.slice(value.start, value.end);
  const gap = text.slice(end, value.start);
  const before = textBefore(text, at, 24);
  if (/^0x[0-9a-f]{40}$/i.test(written) || isDotted(written) || (/^[+/]/.test(written) && !isSlashed(written))) return null;
  if (
    !(written.length < LONG_KEY ? isShortKey(written) : isMachineMade(written)) ||
    isPlaceholder(written) ||
    isBlank(written) ||
    /sha-?\d/i.test(written) ||
    OTHER.test(gap) ||
    OTHER.test(before)
  )
    return null;
  // Hexadecimal digits may be a hash: only somebody's own, or announced by a sign.
  return /^[0-9a-f-]+$/i.test(written) && !unspaced && !/[:=：]/.test(gap) && !OWN.test(before) ? null : value;
}

/** What somebody answers who is asked for a key: nothing else in its line. */
const ALONE = /[`*"'“„]{0,3}([A-Za-z0-9][\w.+/~=-]{15,255})[`*"'”“]{0,3}[ \t]{0,4}(?=[\r\n]|$)/dy;

function answerTo(text: string, at: number, end: number): Span | null {
  const from = answerAt(text, at, end);
  return from < 0 ? null : valueAt(text, from, [ALONE]);
}

const GROUPED = [...allWords(GROUPED_WORDS), ...LICENCE_WORDS];
const TOLD_GROUPS =
  /[\p{L}]{0,4}(?:[ \t]{1,2}[\p{L}\p{M}'’-]{1,16}){0,4}?(?:[ \t]{0,2}[:=：]|[ \t](?:is|ist|lautet|est|es|é|è)(?=[ \t])|(?=[ \t]))[ \t]{0,3}(?:\r?\n[ \t]{0,8})?["'`“„]?([A-Za-z0-9]{4,8}(?:-[A-Za-z0-9]{4,8}){1,7}|\d{4}(?: \d{4}){1,3}|[a-z2-7]{4}(?: [a-z2-7]{4}){3,15})(?![\w-])/diuy;

/** The key or code in groups that the word at `at` announces. */
export function matchGrouped(text: string, at: number): Span | null {
  const word = wordAt(text, at, GROUPED);
  if (word === null) return null;
  const value = valueAt(text, at + word.length, [TOLD_GROUPS]);
  if (!value) return null;
  const written = text.slice(value.start, value.end);
  const [first = '', ...others] = written.split(/[- ]/);
  // Words with hyphens are none.
  if (LICENCE_WORDS.includes(word) && !/^(?=.*[A-Z])(?=.*\d)[A-Z\d]{4,6}(?:-[A-Z\d]{4,6}){3,7}$/.test(written)) return null;
  const isKey = /\d/.test(written) || /^[A-Z]{5}(?:-[A-Z]{5}){3,}$/.test(written);
  return isKey && others.every((group) => group.length === first.length) && !isPlaceholder(written) ? value : null;
}
