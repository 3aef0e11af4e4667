import type { Span } from '../../scan/finding.ts';
import { allWords, CODE_WORDS, PLAIN_CODE_WORDS } from '../secret-words.ts';
import { textBefore } from '../text-before.ts';
import { answerAt, UNSPACED, valueAt, wordAt } from './announced.ts';
import { isStriking } from './striking.ts';

const PLAIN = new Set(allWords(PLAIN_CODE_WORDS));
const CODES = allWords({ ...CODE_WORDS, plain: [...PLAIN] });
const TOLD_CODE =
  /(?:[ \t]{1,2}[\p{L}\p{M}'’-]{1,16}){0,5}?(?:[ \t]{0,2}[:=：]|[ \t]{1,2}(?:is|was|ist|lautet|est|es|é|è|jest|to|je|är|er|là|adalah|це|это|е|είναι|هو|теперь|сейчас|[–—])(?:[ \t](?:now|still|jetzt|noch|übrigens|weiterhin|ahora|maintenant|adesso|nu|teraz|теперь))?(?=[ \t]))[ \t]{0,3}["'“„]?([*#]?\d{4,8}(?:[#*]|[A-F](?!\w))?)(?![\w/:]|[.,-]\d)/diuy;
const CODE_BESIDE = /[ \t](\d{6,8}|\d{4,8}[#*])(?![\w/:]|[.,-]\d)/dy;
/** Behind the code of a door or a safe, a few digits are it. */
/** Behind somebody's PIN, or that of a card, even four digits without a sign. */
const PIN_BESIDE =
  /(?:[ \t](?:hai |\((?=\d{4,6}\))|["'“])?|[ \t][–-][ \t]|[ \t]?\|[ \t]?)((?!0000|1234)\d{4,6})(?![\w/:%]|[.,-]\d|[ \t](?:pins?|balls?|connector|header|socket|package|way)(?!\p{L}))/diuy;
/** Whose PIN it is, or of what. */
const OWN_PIN =
  /(?:^|[^\p{L}\d])(?:\| |(?:the|die|der|il|le|de|el|your|my|his|her|their|security|card|digit|sim|atm|aapka|mera|mee|naa|deine?|meine?|ihre?|votre|mon|tuo|mio|su|tu|mi|uw|je|mijn)(?: (?:new|neue|nieuwe|nuevo|nuovo))?[ _-])$/iu;
const THE = /(?<!\p{L})(?:the|die|der|il|le|de|el) $/iu;
const DOOR_CODE_BESIDE = /[ \t](\d{4,8}[#*]?)(?![\w/:]|[.,-]\d)/dy;
const OF_DOOR =
  /door|gate|lock|key(?:pad|box)|tür|tor|schl[oü]ss|puert|port[aekt]|deur|kluis|drzwi|bramy|sejf|dveř|dörr|dør|kapı|ovi|portti|alarma|allarm|двер|домофон/;
/** What opens by a code, as a word of the sentence about it. */
const DOOR =
  /(?<!\p{L})(?:(?:front|back|side|garage)?(?:door|gate)s?|garage|keypad|(?:bike|the|my) (?:lock|safe)|lock-?box|key ?safe|locker|padlock|building|entrance|alarm|(?:haus|wohnungs|eingangs|hinter)?tür|tor|garagentor|alarmanlage|tresor|fahrradschloss|schloss|porte|portail|immeuble|coffre|alarme|puerta|portal|portón|alarma|caja fuerte|porta|portão|cofre|cancello|portone|cassaforte|allarme|deur|poort|kluis|dör+en|porten|døra|døren|drzwi|bramy|furtki|domofonu|sejfu|alarmu|dveří|brány|ajtó|kapu|uș[aăi]i?|interfon|poartă|двер[иь]|подъезда|домофона|калитки|сейфа|вратата|входа|kapı|pintu|cửa|الباب|البوابة)(?!\p{L})/iu;
/** A code some words behind that for it, with no sign. */
const CODE_FAR = /(?:[ \t]{1,2}[\p{L}'’-]{1,16}){0,4}?[ \t]{1,3}([*#]?\d{4,8}[#*]?)(?![\w/:%]|[.,-]\d|[ \t]{1,2}\p{L}{3,12}s\b)/duy;
/** Of a card, of the phone. */
const PIN_OF =
  /[ \t]{1,2}(?:of|for|de[rlsn]?|du|della|do|da|für|vo[nm]|zur?|voor|van|till?|к|от|для|на|за)(?:[ \t]{1,2}[\p{L}'’-]{1,16}){1,2}[ \t]{1,2}(\d{4})(?![\w/:%]|[.,-]\d|[ \t]{1,2}\p{L})/diuy;
/** What a PIN belongs to, before the word for it. */
const CARRIER = /(?:voicemail|card|sim|phone|bank|karten|carte|tarjeta)[ -]$/i;
/** A sign or a verb between a word and a code: then even a year is one. */
const SAYS = /[:=：]|[ \t]\p{L}{1,8}[ \t]/u;
/** Of a meeting: letters of both cases and digits. */
const MIXED_CODE = /[ \t]{0,2}[:：][ \t]{0,3}([A-Za-z\d]{6,10})(?![\w-])/dy;
/** "123456 is your verification code" */
const TOLD_BEFORE =
  /(?<![\p{L}\d])(?:[A-Z]-)?(\d{4,8})[ \t](?:is|ist|est|es|é|è|är|er|as|als|comme|como|come|com|jako|как)[ \t](?:[\p{L}'’-]{1,16}[ \t]){1,4}$/du;
/** What opens a lock with wheels. */
const COMBINATION =
  /[\p{L}]{0,2}(?:[ \t]{1,2}[\p{L}'’-]{1,16}){0,4}?(?:[ \t]{0,2}[:=]|[ \t](?:is|ist|est|es))?[ \t]{1,3}(\d{1,2}(?:[ -]\d{1,2}){2,3})(?![\w/:]|[.,-]\d)/diuy;
/** As an object holds it: `"pin": "4711"`, `pin === '4711'`. */
const ASSIGNED_CODE = /\\?["']?[ \t]{0,2}(?:={2,3}|=>|[:=]|,[ \t]{0,2}["']value["'][ \t]?:)[ \t]{0,2}\\?["'](\d{4,8})\\?["']/dy;
/** Behind the number of a card or the name of somebody, more than blanks part the two in a letter. */
const IN_LETTER = /[ \t]{2,24}(\d{4,8})[ \t]{0,4}(?=[\r\n]|$)/dy;
/** What somebody says who is asked for one. */
const SAID = /(?:\p{L}{1,8},? ){0,3}?(?:(?:it['’]s|it is|that['’]s|is|ist|est|es|c['’]est) )?(\d{4,8})(?![\w/:]|[.,-]\d)/diuy;
const UNSPACED_TOLD_CODE = /[\p{Script=Han}]{0,4}?[ \t]{0,2}(?:[:：=]|是|は|은|는)?[ \t]{0,3}(\d{4,8})(?![\w/:]|[.,-]\d)/duy;

function answerTo(text: string, at: number, end: number): Span | null {
  const from = answerAt(text, at, end);
  return from < 0 ? null : valueAt(text, from, [SAID]);
}

/** The digits that the word at `at` announces. */
export function matchCode(text: string, at: number): Span | null {
  const word = wordAt(text, at, CODES);
  if (word === null) return null;
  const end = at + word.length;
  const unspaced = UNSPACED.test(word);
  // `SIM-PIN: 4711`
  const beforePin = word === 'pin' ? textBefore(text, at, 20) : '';
  const isOwn = OWN_PIN.test(beforePin);
  const joined = (text[at - 1] === '-' && /\p{L}/u.test(text[at - 2] ?? '') && text[end] === ':') || (isOwn && text[end] === '"');
  // "And" is joined to a word of Arabic.
  if (!unspaced && ((/(?!و)[\p{L}\d_-]/u.test(text[at - 1] ?? '') && !joined) || /[\p{L}\d_-]/u.test(text[end] ?? ''))) return null;
  const ofLock = /kombin|comb/.test(word) ? [COMBINATION] : [];
  if (PLAIN.has(word)) return ofDoor(text, at, valueAt(text, end, [...ofLock, TOLD_CODE, CODE_FAR]));
  const isOfCard = /p[iu][nk]|п[иі]н|पिन/.test(word);
  const ofDoorOrCard = OF_DOOR.test(word) || (isOfCard && (word.length > 4 || CARRIER.test(textBefore(text, at, 12))));
  const beside = ofDoorOrCard ? DOOR_CODE_BESIDE : CODE_BESIDE;
  const value =
    valueAt(
      text,
      end,
      unspaced
        ? [UNSPACED_TOLD_CODE]
        : [...ofLock, TOLD_CODE, beside, ASSIGNED_CODE, IN_LETTER, ...(isOfCard ? [PIN_OF] : []), ...(isOwn ? [PIN_BESIDE] : [])],
    ) ??
    answerTo(text, at, end) ??
    mixed(text, end) ??
    toldBefore(text, at);
  if (!value) return null;
  // India's postcodes are called PIN too, and have six digits; a year is no code.
  const isOther =
    (/^pin/.test(word) &&
      value.end - value.start === 6 &&
      (!isOwn || THE.test(beforePin)) &&
      !/alarm|door|gate|panel|safe|card|sim\b|phone|lock|==|",/i.test(textBefore(text, at, 9) + text.slice(end, value.start))) ||
    (/^(?:19|20)\d\d$/.test(text.slice(value.start, value.end)) &&
      !((isOfCard || ofDoorOrCard) && SAYS.test(text.slice(end, value.start))));
  return isOther ? null : value;
}

/** A value that a word of many meanings announces, where the sentence speaks of a door. */
function ofDoor(text: string, at: number, value: Span | null): Span | null {
  if (!value || /^(?:19|20)\d\d$/.test(text.slice(value.start, value.end))) return null;
  const before = textBefore(text, at, 40);
  return DOOR.test(
    before.slice(Math.max(...['.', ',', '\n', '!', '?'].map((sign) => before.lastIndexOf(sign))) + 1) + text.slice(at, value.start),
  )
    ? value
    : null;
}

function mixed(text: string, end: number): Span | null {
  const value = valueAt(text, end, [MIXED_CODE]);
  return value && isStriking(text.slice(value.start, value.end), false) ? value : null;
}

function toldBefore(text: string, at: number): Span | null {
  const before = textBefore(text, at, 80);
  const place = TOLD_BEFORE.exec(before)?.indices?.[1];
  const start = at - before.length;
  return place ? { start: start + place[0], end: start + place[1] } : null;
}
