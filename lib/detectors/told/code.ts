import type { Span } from '../../scan/finding.ts';
import { allWords, CODE_WORDS } from '../secret-words.ts';
import { ANSWER, sticky, UNSPACED, valueAt, wordAt } from './announced.ts';

const CODES = allWords(CODE_WORDS);
const TOLD_CODE =
  /(?:[ \t]{1,2}[\p{L}\p{M}'’-]{1,16}){0,5}?(?:[ \t]{0,2}[:=：]|[ \t]{1,2}(?:is|was|ist|lautet|est|es|é|è|jest|to|je|är|er|là|adalah|це|это|[–—])(?=[ \t]))[ \t]{0,3}["'“„]?(\d{4,8}(?:[#*]|[A-F](?!\w))?)(?![\w/:]|[.,-]\d)/diuy;
const CODE_BESIDE = /[ \t](\d{6,8}|\d{4,8}[#*])(?![\w/:]|[.,-]\d)/dy;
/** Behind the code of a door or a safe, a few digits are it. */
const DOOR_CODE_BESIDE = /[ \t](\d{4,8}[#*]?)(?![\w/:]|[.,-]\d)/dy;
const OF_DOOR =
  /door|gate|lock|key(?:pad|box)|tür|tor|schl[oü]ss|puert|port[aekt]|deur|kluis|drzwi|bramy|sejf|dveř|dörr|dør|kapı|ovi|portti|alarma|allarm|двер|домофон/;
/** What opens a lock with wheels. */
const COMBINATION =
  /[\p{L}]{0,2}(?:[ \t]{1,2}[\p{L}'’-]{1,16}){0,4}?(?:[ \t]{0,2}[:=]|[ \t](?:is|ist|est|es))?[ \t]{1,3}(\d{1,2}(?:[ -]\d{1,2}){2,3})(?![\w/:]|[.,-]\d)/diuy;
/** As an object holds it: `"pin": "4711"`, `pin === '4711'`. */
const ASSIGNED_CODE = /["']?[ \t]{0,2}(?:={2,3}|=>|[:=]|,[ \t]{0,2}["']value["'][ \t]?:)[ \t]{0,2}["'](\d{4,8})["']/dy;
/** Behind the number of a card or the name of somebody, more than blanks part the two in a letter. */
const IN_LETTER = /[ \t]{2,24}(\d{4,8})[ \t]{0,4}(?=[\r\n]|$)/dy;
/** What somebody says who is asked for one. */
const SAID = /(?:\p{L}{1,8},? ){0,3}?(?:(?:it['’]s|it is|that['’]s|is|ist|est|es|c['’]est) )?(\d{4,8})(?![\w/:]|[.,-]\d)/diuy;
const UNSPACED_TOLD_CODE = /[\p{Script=Han}]{0,4}?[ \t]{0,2}(?:[:：=]|是|は|은|는)?[ \t]{0,3}(\d{4,8})(?![\w/:]|[.,-]\d)/duy;

function answerTo(text: string, end: number): Span | null {
  const answer = sticky(ANSWER, text, end);
  return answer && valueAt(text, end + answer[0].length, [SAID]);
}

/** The digits that the word at `at` announces. */
export function matchCode(text: string, at: number): Span | null {
  const word = wordAt(text, at, CODES);
  if (word === null) return null;
  const end = at + word.length;
  const unspaced = UNSPACED.test(word);
  // `SIM-PIN: 4711`
  const joined = text[at - 1] === '-' && /\p{L}/u.test(text[at - 2] ?? '') && text[end] === ':';
  if (!unspaced && ((/[\p{L}\d_-]/u.test(text[at - 1] ?? '') && !joined) || /[\p{L}\d_-]/u.test(text[end] ?? ''))) return null;
  const beside = OF_DOOR.test(word) ? DOOR_CODE_BESIDE : CODE_BESIDE;
  const ofLock = /kombin|combin/.test(word) ? [COMBINATION] : [];
  const value =
    valueAt(text, end, unspaced ? [UNSPACED_TOLD_CODE] : [...ofLock, TOLD_CODE, beside, ASSIGNED_CODE, IN_LETTER]) ?? answerTo(text, end);
  if (!value) return null;
  // India's postcodes are called PIN too, and have six digits; a year is no code.
  const isOther =
    (/^pin/.test(word) &&
      value.end - value.start === 6 &&
      !/alarm|door|gate|panel|safe|card|sim\b|phone|lock|==|",/i.test(text.slice(end, value.start))) ||
    /^(?:19|20)\d\d$/.test(text.slice(value.start, value.end));
  return isOther ? null : value;
}
