import type { Span } from '../../scan/finding.ts';
import { allWords, CODE_WORDS, PLAIN_CODE_WORDS } from '../secret-words.ts';
import { textBefore } from '../text-before.ts';
import { ANSWER, sticky, UNSPACED, valueAt, wordAt } from './announced.ts';

const PLAIN = new Set(allWords(PLAIN_CODE_WORDS));
const CODES = allWords({ ...CODE_WORDS, plain: [...PLAIN] });
const TOLD_CODE =
  /(?:[ \t]{1,2}[\p{L}\p{M}'’-]{1,16}){0,5}?(?:[ \t]{0,2}[:=：]|[ \t]{1,2}(?:is|was|ist|lautet|est|es|é|è|jest|to|je|är|er|là|adalah|це|это|е|είναι|هو|[–—])(?:[ \t](?:now|jetzt|noch|übrigens|ahora|maintenant))?(?=[ \t]))[ \t]{0,3}["'“„]?([*#]?\d{4,8}(?:[#*]|[A-F](?!\w))?)(?![\w/:]|[.,-]\d)/diuy;
const CODE_BESIDE = /[ \t](\d{6,8}|\d{4,8}[#*])(?![\w/:]|[.,-]\d)/dy;
const OF_DOOR =
  /(?<!\p{L})(?:(?:front|back)?door|gate(?!w)|garage|key ?(?:pad|box|safe)|(?:un)?lock|alarma|allarm|(?:haus)?tür|tor(?!\p{L})|tresor|schl[oü]ss|immeuble|cof+re|puert|port[aektoóã]|cancel+o|cassa|deur|kluis|drzwi|bram|sejf|dveř|d[öø]r|kapı|interfon|ovi|pin-?[ck]|п[иі]н-|двер|домофон|сейф|الباب)/iu;
/** A code some words behind that for it, with no sign. */
const CODE_FAR = /(?:[ \t]{1,2}[\p{L}'’-]{1,16}){0,4}?[ \t]{1,3}([*#]?\d{4,8}[#*]?)(?![\w/:%]|[.,-]\d|[ \t]\p{L}{3,12}s\b)/duy;
/** "123456 is your verification code" */
const TOLD_BEFORE = /(?<![\p{L}\d.,/:])(\d{4,8})[ \t](?:is|ist|est?|é|è|är|er)(?:[ \t][\p{L}'’-]{1,16}){1,4}[ \t]$/u;
/** Codes of other things. */
const OTHER = /(?:error|fault|fehler|status|exit|postal|dress|product)[ -]$/i;
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
  // "And" is joined to a word of Arabic.
  if (!unspaced && ((/(?!و)[\p{L}\d_-]/u.test(text[at - 1] ?? '') && !joined) || /[\p{L}\d_-]/u.test(text[end] ?? ''))) return null;
  const ofLock = /kombin|comb/.test(word) ? [COMBINATION] : [];
  const isPlain = PLAIN.has(word);
  const beside = OF_DOOR.test(word) ? CODE_FAR : CODE_BESIDE;
  const usual = [beside, ASSIGNED_CODE, IN_LETTER];
  const value =
    valueAt(text, end, unspaced ? [UNSPACED_TOLD_CODE] : [...ofLock, TOLD_CODE, ...(isPlain ? [CODE_FAR] : usual)]) ??
    (isPlain ? null : (answerTo(text, end) ?? toldBefore(text, at)));
  if (!value || (isPlain && !isOfDoor(text, at, value.start))) return null;
  const written = text.slice(value.start, value.end);
  // India's postcodes are called PIN too, and have six digits; a year is no code.
  const isOther =
    (/^pin/.test(word) &&
      value.end - value.start === 6 &&
      !/alarm|door|gate|panel|safe|card|sim\b|phone|lock|==|",/i.test(textBefore(text, at, 9) + text.slice(end, value.start))) ||
    /^(?:19|20)\d\d$/.test(written);
  return isOther ? null : value;
}

/** Whether a sentence is about a door, up to its code. */
function isOfDoor(text: string, at: number, end: number): boolean {
  const before = textBefore(text, at, 40);
  return !OTHER.test(before) && OF_DOOR.test(before.split(/[.,!?\n]/).pop() + text.slice(at, end));
}

function toldBefore(text: string, at: number): Span | null {
  const before = textBefore(text, at, 80);
  const found = TOLD_BEFORE.exec(before);
  const start = at - before.length + (found?.index ?? 0);
  return found && { start, end: start + (found[1] as string).length };
}
