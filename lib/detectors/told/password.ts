import type { Span } from '../../scan/finding.ts';
import { isPlaceholder } from '../placeholder.ts';
import { isJoinedPhrase, isJumble, proseConfidence } from '../rarity.ts';
import { AMBIGUOUS_WORDS, allWords, PASSWORD_WORDS } from '../secret-words.ts';
import { textBefore } from '../text-before.ts';
import { answerAt, sticky, UNSPACED, valueAt, wordAt } from './announced.ts';
import { pairAfterAccount } from './login.ts';
import { isSigned, isStriking, isWordAndDigits } from './striking.ts';

/** Other words of the sentence, as many as six; then what says that the value follows. */
const SIGN =
  /(?:[ \t]{1,2}(?:\([^)\r\n]{1,72}\)|[\p{L}\p{M}\d@._'’/-]{1,24}(?<!\.))){0,6}?(?:["'*]{0,2}(?:\](?=[ \t]{0,16}[:=-]+>?[ \t]))?[ \t]{0,16}(?:[:=]{1,2}(?!=)>?|[：＝→՝]|->)|[ \t]{1,24}(?:-{2,6}|[–—])(?=[ \t])|,?[ \t]{1,2}(?:is(?! generated )|it['’]s|it is|was|ist|lautet|heißt|war|es|est|era|é|è|este|jest|to|är|er|je|је|е|és|ir|ni|ay|hija|है|on|هي|היא|هو|c['’]est|là|adalah|ialah|είναι|это|це)(?: now| jetzt| still| noch)?[ \t]?:?(?=[ \t]))(?:\*{1,2}(?=[ \t]))?[ \t]{0,3}(?:\r?\n[ \t]{0,24})?/iuy;
/** "on" is "is" to Finns and Estonians, "to" to Poles; to others they come before a place. */
const SIGNS = { finnic: withoutSigns('to'), polish: withoutSigns('on'), other: withoutSigns('on', 'to') };

function withoutSigns(...words: readonly string[]): RegExp {
  return new RegExp(
    words.reduce((source, word) => source.replace(`|${word}|`, '|'), SIGN.source),
    SIGN.flags,
  );
}
/** Where words are not parted, the sign is one of a few characters, if there is one. */
const UNSPACED_SIGN =
  /[\p{Script=Han}\p{Script=Hangul}]{0,6}?[ \t]{0,2}(?:是|为|為|は|が|を|은|는|이|가|คือ)?[ \t]{0,2}[:：=＝(（]?[ \t]{0,3}/uy;
/** Nothing but a space, and what devices write before a password: how it is kept. */
const ADJACENT = /[ \t]{1,16}(?:\([\w/ -]{1,16}\)[ \t]{1,4}|[0-9][ \t]|- )?/y;

/** More words between, before what says that one was changed or set to the value. */
const WORDS_BEFORE_TO = /(?:[ \t]{1,2}[\p{L}\p{M}'’-]{1,16}){4,7}[ \t]{1,2}(?<=\s(?:to|auf|in|en|à|a|para|naar)[ \t]{1,2})/uy;
/** Other words between, and no sign. */
const WORDS_BETWEEN = /(?:[ \t]{1,2}[\p{L}\p{M}'’-]{1,16}){1,4}[ \t]{1,2}/uy;
/** Other words, and what the password is or was made: "on the server has been set to x", "should be x", "is case sensitive: x". */
const BECOMES =
  /(?:[ \t]{1,2}[\p{L}\p{M}\d@._'’/-]{1,24}(?<!\.)){0,7}?(?:[ \t](?:(?:re)?set to|changed to|(?:should|used to|will|would|has to) be)(?=[ \t])|[ \t]?:)[ \t]{1,3}/iuy;
/** How Hindi, Urdu and Persian say "is": at the end. */
const SAYS_BEHIND = /["'`*]{0,2}[ \t]{1,2}(?:है|است|ہے)(?![\p{L}\p{M}])/uy;
/** What somebody says before the answer: "sure, it's x". */
const SAID = /(?:\p{L}{1,8}[,:]? ){0,3}?(?:it['’]?s|it is|that['’]?s|c['’]est|es|is|ist|è)[ \t]:?[ \t]{0,2}/iuy;
/** The end of a line that holds no more, as of fields on a screen; in brackets, perhaps, what kind it is. */
const FIELD = /(?:[ \t]\([\w/ -]{1,24}\))?[ \t]{0,4}\r?\n[ \t]{0,8}/y;
/** Four groups of four letters, as Google shows a password for an app (https://support.google.com/accounts/answer/185833). */
const GROUPS = /[`*"'“„]{0,2}([a-z]{4}(?: [a-z]{4}){3})(?![\w ])/dy;
const QUOTED =
  /[`*]{0,2}(?:["'`“„「『‘‚]|«[ \u00a0]?)([^"'`“”„«»「」『』‘’\r\n]{3,127}[^"'`“”„«»「」『』‘’\s])(?=["'`“”」』’‘]|[ \u00a0]?»)/dy;
const BARE = /(?:\p{Cc}\[[\d;]{0,8}m ?)?[`*]{0,2}([^\s\p{Cc}"'`“”„«»‘‚<>（）。，、；「」『』]{5,128}(?<![.,;:)\]}*]))/duy;
const BARE_ASCII = /[`*]{0,2}([!-&(-;=?-_a-~]{5,128}(?<![.,;:)\]}*]))/dy;

const UNSPACED_TOLD = [QUOTED, BARE_ASCII].map((value) => new RegExp(UNSPACED_SIGN.source + value.source, 'duy'));

/** Letters that a word may end in: `Passworts`, `паролем`, `şifresi`. */
const ENDING = /[\p{L}\p{M}’']{0,4}/uy;

/** Words that make a setting of a password: "password timeout = …". */
const SETTING =
  /^[ \t]{1,2}(?:time-?out|server|length|policy|chat|prompt|file|level|history|expir\w{0,6}|age|hash\w{0,3}|manager|field|reset)[ \t]{0,2}[:=]/i;

/** A sign with no word before it but itself: `:`, ` = `, ` is `, ` es:`. */
const BESIDE = /^\]?[ \t]{0,2}(?:[:=：＝→-]|\S{1,7}[ \t]{0,3}$)/;

const PASSWORDS = allWords(PASSWORD_WORDS);
const ON = new Set([...(PASSWORD_WORDS.fi ?? []), ...(PASSWORD_WORDS.et ?? [])]);
const TO = new Set(PASSWORD_WORDS.pl);

function signOf(word: string): RegExp {
  return ON.has(word) ? SIGNS.finnic : TO.has(word) ? SIGNS.polish : SIGNS.other;
}

/** Words for a password of several words, and such words: quoted, joined, or behind a sign and with nothing behind them. */
const PHRASE_WORD = /^(?:pass[ -]?phrase|phrase de passe|frase de contraseña)$/;
const TOLD_PHRASE =
  /["'`*]{0,2}[^\r\n.:="“„]{0,60}(?:[:=][ \t]{0,3}(?:["'`“„«*]{0,2} ?(?=[a-z -]{1,128}(?:["'`”“»*]|\.?[ \t]{0,4}(?:[\r\n]|$)|\. [A-Z]))|(?=[a-z]+-))|[ \t](?:is|ist|lautet|est|es)[ \t](?:["'`“„«] ?|(?=[a-z]+-)))([a-z]{3,10}(?: [a-z]{3,10}){3,9}|[a-z]{3,10}(?:-[a-z]{3,10}){3,9})(?![\w-]|[ \t][a-z])/diy;
/** The same in quotes behind a verb, as any password is told; and without quotes to the end of a sentence. */
const SAID_PHRASE =
  /(?:[ \t]{1,2}[\p{L}\d@._'’/-]{1,24}){0,6}?[ \t](?:is|was|to|ist|lautet|auf|est|es|è)[ \t]["“„«‘]([a-z]{3,10}(?:[ -][a-z]{3,10}){3,9})(?=["”“»’])/diuy;
const BARE_PHRASE = /[ \t](?:is|ist|lautet|est|es)[ \t]([a-z]{3,10}(?: [a-z]{3,10}){3,7})(?=\.?[ \t]{0,4}(?:[\r\n]|$))/diy;
/** Words of sentences about such phrases. */
const OF_SENTENCE =
  /(?:^|[ -])(?:incorrect|wrong|please|try|again|very|too|still|same|but|has|have|been|all|than|our|its|und|nicht|mit|auf|der|die|das|pas|muy|and|the|that|this|is|are|was|for|from|with|without|you|your|our|not|never|only|must|should|can|will|when|where|choose|enter|leave|see|use|required?|optional|empty|none|some|something|any|random|words?|long|case|pour|les|des|dans|avec|que|para|con|los|las|una|por)(?=[ -]|$)/i;

function isPhrase(value: string): boolean {
  return /^[a-z]{3,10}(?:([ -])[a-z]{3,10})(?:\1[a-z]{3,10}){2,8}$/.test(value) && !OF_SENTENCE.test(value);
}

const ABOUT_PHRASES = /strength|hint|format|type|length|polic|example|generat/i;

/** The password of several words that the word ending at `end` announces. */
function phraseAfter(text: string, word: string, end: number): Span | null {
  const value = valueAt(text, end, PHRASE_WORD.test(word) ? [TOLD_PHRASE, SAID_PHRASE, BARE_PHRASE] : [SAID_PHRASE]);
  if (!value || ABOUT_PHRASES.test(text.slice(end, value.start))) return null;
  const written = text.slice(value.start, value.end);
  // What is said of one, without quotes: "hex encoded bytes expected".
  const isSaid = /(?:ed|ing|ly)(?: |$)/.test(written) && !/["'`“„«] ?$/.test(text.slice(value.start - 2, value.start));
  return isPhrase(written) && !isSaid ? value : null;
}

/** Words that end in "pass" and are none of its names. */
const OTHER_PASS =
  /(?:by|com|en|tres|over|under|sur|im|tou|ras|out|multi|single|one|two|first|second|last|final|each|per|(?<![a-z])re|data|ray|band|low|high|all)$/i;

/** The value of a name that ends in a short word for a password: `MYSQLPASS=x`, `mypw: x`, `smtp-pass: x`. */
function ofName(text: string, at: number, end: number): Span | null {
  const before = textBefore(text, at, 9).replace(/(?<=[A-Za-z])[-.]$/, '');
  if (!/[A-Za-z]$/.test(before) || OTHER_PASS.test(before)) return null;
  const sign = sticky(BESIDE_NAME, text, end);
  const found = sign && valueAt(text, end + sign[0].length, [QUOTED, BARE]);
  const value = found && whole(text, found);
  if (!value) return null;
  const written = text.slice(value.start, value.end);
  const ofAccount =
    OF_ACCOUNT.test(before) &&
    /["'`]/.test(text[value.start - 1] ?? '') &&
    (/^(?=.*[a-z])(?=.*[A-Z])(?=.*\d).{8}/.test(written) || isJumble(written));
  return ofAccount || isStriking(written, false) ? value : null;
}
/** What has a password, before a short word for one. */
const OF_ACCOUNT = /(?:db|user|admin|root|sql|smtp|mail|imap|ftp|ssh|ldap|jdbc|redis|proxy|store|login|wifi|rpc|mqtt|svc)$/i;
const BESIDE_NAME = /["']?[ \t]{0,2}[:=][ \t]{0,2}/y;

/** Whether a short word, which stands in many others, is a part of one here; an option of a command is none: `-pw`. */
function isInside(text: string, at: number, word: string): boolean {
  return word.length < 6 && /[\p{L}\d_-]$/u.test(textBefore(text, at, 3)) && !/(?:^|\s)--?$/.test(textBefore(text, at, 3));
}

/** Where the word at `at` ends, endings and the `s` of a plural with it; -1 where it is a part of another word. */
function endOfWord(text: string, at: number, word: string): number {
  const end = at + word.length;
  if (UNSPACED.test(word) || UNSPACED.test(text[end] ?? '')) return end;
  if (isInside(text, at, word)) return -1;
  const ending = word.length < 5 ? '' : (sticky(ENDING, text, end)?.[0] ?? '');
  return /[\p{L}\d_-]/u.test(text[end + ending.length] ?? '') ? -1 : end + ending.length;
}

/** What joins a word and a value without a space: `password-x`, `(pw)x`, `password(x)`, `password(default:x)`. */
const JOINT = /(?:\)|[-–>]|[ \t]?\(|\)[-–])(?:default[ \t]?[:=][ \t]?)?/iy;

/** The value that is joined to a word for a password: none but what shows by itself that it is one. */
function joined(text: string, end: number): Span | null {
  const joint = sticky(JOINT, text, end);
  const value = joint && valueAt(text, end + joint[0].length, [BARE]);
  if (!value || /[(=]/.test(text[value.end] ?? '')) return null;
  const written = text.slice(value.start, value.end);
  return isSigned(written) || isStriking(written, true) ? value : null;
}

/** How the lines of test runners begin (DejaGnu and Automake, after POSIX 1003.3). */
const RESULT = /(?:X?PASS|X?FAIL|SKIP|ERROR|UNSUPPORTED|UNRESOLVED|UNTESTED): /y;

/** Whether `PASS:` at `at` begins one of several such lines. */
function isResult(text: string, at: number): boolean {
  if (!text.startsWith('PASS: ', at) || (at > 0 && text[at - 1] !== '\n')) return false;
  const next = text.indexOf('\n', at) + 1;
  const last = at < 2 ? -1 : text.lastIndexOf('\n', at - 2) + 1;
  return (next > 0 && sticky(RESULT, text, next) !== null) || (last >= 0 && sticky(RESULT, text, last) !== null);
}

/** The password that the word at `at` announces, in a sentence or a line of its own. */
export function matchTold(text: string, at: number): Span | null {
  const word = wordAt(text, at, PASSWORDS);
  if (word === null || (word === 'pass' && isResult(text, at))) return null;
  const pair =
    pairAfterAccount(text, at, at + word.length) ??
    (isInside(text, at, word) || text.startsWith('=<', at - 2) ? null : joined(text, at + word.length));
  if (pair) return pair;
  const end = endOfWord(text, at, word);
  if (end < 0) return word.length < 6 ? ofName(text, at, at + word.length) : null;
  if (UNSPACED.test(word) || UNSPACED.test(text[end] ?? '')) {
    return valueAt(text, end, UNSPACED_TOLD);
  }
  const phrase = phraseAfter(text, word, end);
  if (phrase) return phrase;
  const toWords = sticky(WORDS_BEFORE_TO, text, end);
  const set = toWords && valueAt(text, end + toWords[0].length, [QUOTED, BARE]);
  if (set && isStriking(text.slice(set.start, set.end), true)) return whole(text, set);
  const sign = sticky(signOf(word), text, end);
  const isAmbiguous = AMBIGUOUS_WORDS.has(word);
  // "pass an empty list: …": a word of many meanings has its sign beside it.
  const told = sign && !SETTING.test(sign[0]) ? valueAt(text, end + sign[0].length, [GROUPS, QUOTED, BARE]) : null;
  if (
    told &&
    (!isAmbiguous ||
      BESIDE.test(sign?.[0] ?? '') ||
      ((word !== 'pass' || text[told.end] === '`') && isSigned(text.slice(told.start, told.end))))
  )
    return whole(text, upToNext(text, told));
  const gap = sticky(ADJACENT, text, end);
  const value = gap && valueAt(text, end + gap[0].length, [QUOTED, BARE]);
  // `<password data=1>`
  if (value && /^[a-z][a-z_:-]{1,24}=/.test(text.slice(value.start, value.end))) return null;
  if (
    value &&
    (/\d [^"']/.test(text.slice(end, value.start + 1)) ||
      isTold(text.slice(value.start, value.end), word) ||
      isSet(text, at, value) ||
      sticky(SAYS_BEHIND, text, value.end) !== null ||
      isBesideUser(text, at, value) ||
      isLast(text, value, isAmbiguous))
  )
    return whole(text, value);
  // "the password of the server kx92…": other words between, and no sign.
  const words = sticky(WORDS_BETWEEN, text, end);
  const far = words && valueAt(text, end + words[0].length, [QUOTED, BARE]);
  const written = far ? text.slice(far.start, far.end) : '';
  if (isStriking(written, true) || (MOVES.test(words?.[0] ?? '') && isSigned(written))) return far && whole(text, far);
  const made = isAmbiguous ? null : sticky(BECOMES, text, end);
  const later = made && valueAt(text, end + made[0].length, [QUOTED, BARE]);
  if (later && showsItself(text.slice(later.start, later.end))) return whole(text, later);
  if (far && isLast(text, far, isAmbiguous)) return far;
  return answerTo(text, at, end) ?? belowField(text, at, end) ?? toldBefore(text, at, end);
}

/** Whether a value shows by itself that it is a password, or was chosen as people choose them. */
function showsItself(value: string): boolean {
  return isSigned(value) || isStriking(value, true) || isWordAndDigits(value) || TITLED.test(value);
}

/** Whether nothing but the end of a sentence stands between `end` and that of the line. */
function endsLine(text: string, end: number): boolean {
  return /^["'`”]?[.!]?[ \t]{0,4}(?:[\r\n]|$)/.test(text.slice(end, end + 8));
}
/** Names of products and titles end in one. */
const YEAR = /(?:19|20)\d\d.?$/;

/** What stands alone in the line below the name of a field that stands alone, too. */
function belowField(text: string, at: number, end: number): Span | null {
  const field = /(?:^|\n)[ \t]{0,8}[\p{L} -]{0,40}$/u.test(textBefore(text, at, 50)) ? sticky(FIELD, text, end) : null;
  const value = field && valueAt(text, end + field[0].length, [BARE]);
  if (!value || !/^[ \t]{0,4}(?:[\r\n]|$)/.test(text.slice(value.end, value.end + 5))) return null;
  const written = text.slice(value.start, value.end);
  return isStriking(written, true) || isSigned(written) || /^(?:\d{16}|\d{20})$/.test(written) ? value : null;
}

/** What somebody answers who is asked for a password. */
function answerTo(text: string, at: number, end: number): Span | null {
  const from = answerAt(text, at, end);
  const value = from < 0 ? null : valueAt(text, from + (sticky(SAID, text, from)?.[0].length ?? 0), [QUOTED, BARE]);
  if (!value || !/^["'`“”*]{0,2}[.!]?[ \t]{0,4}(?:[\r\n]|$)/.test(text.slice(value.end, value.end + 8))) return null;
  return isAnswer(text.slice(value.start, value.end)) ? value : null;
}

/** Letters and digits, in the whole line that answers a question for a password: no address, no name of a file, no number of a ticket. */
function isAnswer(value: string): boolean {
  return (
    isStriking(value, false) ||
    (/^(?=.*\d)(?=.*\p{L})(?!.*[/\\@:])\S{8,64}$/u.test(value) && !/\.[a-z]{2,4}$|^[A-Z]+-?\d+$/.test(value)) ||
    isJoinedPhrase(value)
  );
}

/** "change the password to x", "from x", "the password for wifi x": what stands behind is a value. */
const MOVES = /\s(?:to|from|na|von|auf|van|da|z|с)\s+$|^\s+(?:for|of|vom|für|d[eu]l?|pour|para|per|voor|do|от|для)\s+\S+\s+$/;

/** Whether a value beside a word for a password shows that it is one: of a word with other meanings, the more so. */
function isTold(value: string, word: string): boolean {
  return (
    isStriking(value, AMBIGUOUS_WORDS.has(word)) ||
    /^\d{20}$/.test(value) ||
    (word !== 'pass' && (isSigned(value) || isJumble(value) || TITLED.test(value) || isJoinedPhrase(value)))
  );
}

/** A word and digits, with which a line of text ends: "the zip is encrypted, pw x". */
function isLast(text: string, { start, end }: Span, isAmbiguous: boolean): boolean {
  const value = text.slice(start, end);
  if (isAmbiguous || !isWordAndDigits(value) || YEAR.test(value) || !endsLine(text, end)) return false;
  const before = textBefore(text, start, 80);
  return !/[;{}<>=|$]|^[ \t]{0,8}(?:#|\/\/|\*)/.test(before.slice(before.lastIndexOf('\n') + 1));
}

/** "user robot@x.example, pass x": behind the name of somebody even a word of many meanings is plain. */
function isBesideUser(text: string, at: number, { start, end }: Span): boolean {
  const value = text.slice(start, end);
  return (isStriking(value, false) || isWordAndDigits(value)) && AFTER_USER.test(textBefore(text, at, 80));
}
const AFTER_USER =
  /(?:user(?:name)?|login|account|id|e-?mail|benutzer|utilisateur|usuario|utente|[ (]as)[ \t:=]{1,3}[^\s,;]{2,64}[,;]? (?:(?:and|und|et|y|e|en|i|och|og|mit) )?$/i;

/** Words and a number, as managers of passwords join them: `Harbour-Pickle-42`. */
const TITLED = /^[A-Z][a-z]{2,11}(?:([-_.])[A-Z][a-z]{2,11})(?:\1[A-Z][a-z]{2,11}){0,2}\1?\d{2,4}$/;

/** Whether a line sets the password, as those of routers do: `set interfaces pppoe0 password x`. */
function isSet(text: string, at: number, value: Span): boolean {
  const before = textBefore(text, at, 120);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const written = text.slice(value.start, value.end);
  if (!/^["']?[ \t]{0,4}(?:[\r\n]|$)/.test(text.slice(value.end, value.end + 8))) return false;
  // Of mail and FTP: https://www.rfc-editor.org/rfc/rfc959#section-4.1.1
  if (/(?:^|\n)[ \t]{0,4}(?:[A-Z]: ?)?USER [^\s]{1,64}[ \t]{0,2}\r?\n[ \t]{0,4}(?:[A-Z]: ?)?$/.test(before)) return !isPlaceholder(written);
  if (/^[ \t]{0,8}set(?: [\w./'"-]{1,32}){1,8} $/.test(line)) return /\d/.test(written) || isJoinedPhrase(written);
  // A line of a router's that holds nothing else.
  return (
    /^[ \t]{1,8}$/.test(line) &&
    /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[^\s():;,]{8,64}$/.test(written) &&
    !/^[A-Z][a-z]+(?:[A-Z][a-z]+)*\d?$/.test(written)
  );
}

/** A star at the end is the value's own where none stands before it. */
function whole(text: string, { start, end }: Span): Span {
  const own = text[end] === '*' && text[end + 1] !== '*' && text[start - 1] !== '*';
  return { start, end: own ? end + 1 : end };
}

/** Words that say, between a value and the word for a password behind it, that the one is the other: "x is my password", "use x as password". */
const SAYS =
  /^[ \t](?:(?:\p{L}{1,12}[ \t]){0,2}(?:as|als|comme|como|come|com|jako|как)|that['’]s|das ist|is|was|ist|war|c['’]est|est|es|era|è|é|jest|to|это|for(?= (?:my|h|our|their))|an?|ein|een|un[ae]?|uma?)(?:[ \t]{1,2}[\p{L}’'-]{1,16}){0,4}[ \t]{1,2}$/iu;
/** The value before the word for a password at `at`, which shows by itself that it is one. */
function toldBefore(text: string, at: number, end: number): Span | null {
  if (text[at - 1] !== ' ' || FOR_PASSWORDS.test(text.slice(end, end + 9))) return null;
  const before = textBefore(text, at, 128);
  // The last word that is not one of letters alone.
  const found = BEFORE.exec(before);
  const place = found?.indices?.[1];
  if (!place || !SAYS.test(before.slice(place[1]).replace(/^["'`”“»?]{1,2}|^,?(?= \()|[,(](?= ?\p{L})/gu, ''))) return null;
  const value = before.slice(...place);
  const said = before.slice(place[1]);
  const isShown =
    isStriking(value, true) || isSigned(value) || (/\d/.test(value) && OWN.test(said)) || (isWordAndDigits(value) && MEANS.test(said));
  if (!isShown) return null;
  const start = at - before.length;
  return { start: start + place[0], end: start + place[1] };
}
/** "use x as password", "it's x (that's the password)". */
const MEANS = /[ (](?:as|als|comme|como|come|com|jako|как|that['’]s|das ist|c['’]est|это)\s/i;
/** A password of somebody's, or one that is judged: there a plain one counts, too. */
const OWN = /\s(?:my|our|meine?n?|unser|mon|mi|minha|mia|mijn|moje|мой|strong|good|safe|secure|weak|bad|sicheres|gutes|bon)\s/i;
/** What is for passwords, and no password: "password hash", "password manager". */
const FOR_PASSWORDS =
  /^[- ](?:hash|manag|gener|polic|field|stor|vault|reset|algo|protect|encr|based|leng|form|rule|check|alter|repl|input|file)/i;
const BEFORE = /(?:^|[\s"'`“„«(])([^\s"'`“”„«»<>(){}[\];,=|]{6,64})["'`”“»]?,?(?:[ \t]{1,2}\(?[\p{L}’'-]{1,16}){1,5}[ \t]{1,2}$/du;

/** A value ends where the next name is given one: `x;Database=y`, `x,password:y`. */
function upToNext(text: string, { start, end }: Span): Span {
  const next = /[;,&][A-Za-z][A-Za-z_ -]{1,31}[:=]/.exec(text.slice(start, end + 1))?.index ?? -1;
  return { start, end: next < 4 ? end : start + next };
}

/** A sentence about passwords, and rules for them. */
const ABOUT_PASSWORDS =
  /passw|\d\+? (?:\p{L}{1,16} ){0,2}(?:char|letter|digit|symbol|zeichen|caract|caratter|teken|znak|tecken|tegn)|at least|minimum|mindestens|au moins|al menos|must /iu;

const SAYS_PHRASE = /phrase|frase/i;
const IS = /[ \t](?:is|it['’]s|ist|lautet|est|es|è|é|jest|to|är|er|on|je|είναι)[ \t]{1,3}["'`“„«]?$/i;

/** How likely what a sentence or line announces is a password, 0..1; null when it is not. */
export function toldConfidence(text: string, span: Span): number | null {
  const value = text.slice(span.start, span.end);
  const signed = /[:=：＝][ \t]{0,3}(?:\r?\n[ \t]{0,24})?[`*]{0,2}["'`“„«「『]?$/.test(textBefore(text, span.start, 40));
  // In the line below a prompt stands what comes next.
  if (!/\d/.test(value) && /[\r\n][ \t]{0,24}$/.test(textBefore(text, span.start, 25))) return null;
  // What is left of a pattern, or may stand for anything, or hands on an argument of the same name.
  if (/^[)\]}|]|^\*|\*[^*]{1,64}\*|^(\w{1,64})=\1$/.test(value)) return null;
  if (isNoWord(value, textBefore(text, span.start, 48), text[span.end])) return null;
  // The rest of a selector of a style sheet, and its first rule.
  if (/^:?[\w-]{1,40}\{[\w-]{1,32}:/.test(value)) return null;
  // Whose password is asked for: `root@10.0.0.1's password:`.
  if (/^['’]s /.test(text.slice(span.end, span.end + 3))) return null;
  // How a shell asks for the next command.
  if (/^[\w.-]{1,32}@[\w.-]{1,64}:\S{0,64}[#$]$/.test(value)) return null;
  // The numerical password of BitLocker (https://learn.microsoft.com/en-us/windows-server/administration/windows-commands/manage-bde-protectors).
  if (/^\d{6}(?:-\d{6}){7}$/.test(value)) return 0.85;
  // Behind a door or a safe, a sign ends the code.
  if (/^\d{4,8}[#*]$/.test(value)) return 0.55;
  if ((signed || IS.test(textBefore(text, span.start, 12))) && /^(?:\d{6,12}|\d{20})$/.test(value) && !isPlaceholder(value)) return 0.5;
  // The key of a router, as its maker prints it.
  if (/^(?:\d{20}|\d{16})$/.test(value) && !isPlaceholder(value)) return 0.55;
  if (isPhrase(value) && (SAYS_PHRASE.test(textBefore(text, span.start, 90)) || /\p{L}[ \t]["“„«‘]/u.test(textBefore(text, span.start, 3))))
    return 0.6;
  if (/\s/.test(value) && ABOUT_PASSWORDS.test(value)) return null;
  const confidence = proseConfidence(text, span);
  return confidence === null && isQuotedWord(text, span) ? 0.5 : confidence;
}

/** What a password is said to be made of, the fields behind it in a file of users, the next word of an index, the parameters of an address, code, and the rest of an address that somebody came from. */
const NO_WORD =
  /^[A-Z\d]{2,8}-(?:encrypted|hashed|encoded)$|^[\w-]+(?:\|[\w-]+){2,}$|^:{2}|^\d+,\w+:|^\?\w+=|^\d+:\d+:[^:]*:|^[\w-]{1,32}:[*x!]:\d+:\d+:|\bfunction\(|\}\{/;

function isNoWord(value: string, before: string, after: string | undefined): boolean {
  // An argument, or a member, of the same name.
  if (NO_WORD.test(value) || before.endsWith(`${value} = `)) return true;
  // An argument by its name.
  if (/[(,] ?$/.test(before) && /^[a-z_]\w*=[\w.]+$/i.test(value) && (after === ')' || after === ',')) return true;
  return /(?:from|rhost=) ?[\da-f:]{1,30}:$/i.test(before) && /^[\da-f:.]+$/i.test(value);
}

/** What is said of a password that is none: "the password is 'required'". */
const STATES =
  /^(?:required|incorrect|correct|invalid|valid|wrong|missing|empty|blank|optional|hidden|visible|masked|expired|strong|weak|secure|insecure|unknown|encrypted|decrypted|hashed|plain|plaintext|disabled|enabled|changed|unchanged|reset|default|redacted|protected|forgotten|rejected|accepted|undefined|string|number|boolean|supersecret)$/i;

/** Whether a word in quotes is what a password is said to be: "the password is 'centipede'". */
function isQuotedWord(text: string, span: Span): boolean {
  const value = text.slice(span.start, span.end);
  return (
    /^[a-z]{6,24}$/.test(value) &&
    /[ \t](?:is|was|ist|lautet|est|es)[ \t]{1,3}["'`“„«]$/i.test(textBefore(text, span.start, 12)) &&
    !STATES.test(value) &&
    !isPlaceholder(value)
  );
}
