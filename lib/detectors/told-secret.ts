import type { ContextWords } from '../scan/detector.ts';
import type { Span } from '../scan/finding.ts';
import { isBlank, isPlaceholder } from './placeholder.ts';
import { isMachineMade, isShortKey, proseConfidence } from './rarity.ts';
import {
  ACCOUNT_WORDS,
  AMBIGUOUS_WORDS,
  allWords,
  CODE_WORDS,
  GROUPED_WORDS,
  KEY_WORDS,
  LOGIN_WORDS,
  PASSWORD_WORDS,
} from './secret-words.ts';
import { surprise } from './surprise.ts';

/** Scripts that put no spaces between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

/** Other words of the sentence, as many as six; then what says that the value follows. */
const SIGN =
  /(?:[ \t]{1,2}(?:\([^)\r\n]{1,40}\)|[\p{L}\p{M}\d@._'’/-]{1,24})){0,6}?(?:[ \t]{0,2}(?:[:=]{1,2}>?|[：＝→]|->)|[ \t]{1,2}(?:is|was|ist|lautet|war|es|est|era|é|è|este|jest|är|er|on|là|adalah|ialah)(?: now| jetzt| still| noch)?:?(?=[ \t]))[ \t]{0,3}(?:\r?\n[ \t]{0,8})?/iuy;
/** Where words are not parted, the sign is one of a few characters, if there is one. */
const UNSPACED_SIGN = /[\p{Script=Han}\p{Script=Hangul}]{0,6}?[ \t]{0,2}(?:[:：=＝(（]|是|为|為|は|が|은|는|이|가|คือ)?[ \t]{0,3}/uy;
/** Nothing but a space, and what devices write before a password: how it is kept. */
const ADJACENT = /[ \t]{1,3}(?:[0-9][ \t])?/y;

const QUOTED = /[`*]{0,2}["'`“„«「『]([^"'`“”„«»「」『』\r\n]{4,128})(?=["'`“”»」』])/dy;
const BARE = /[`*]{0,2}([^\s"'`“”„«»<>（）。，、；「」『』]{5,128}(?<![.,;:)\]}*]))/dy;
const BARE_ASCII = /[`*]{0,2}([!-&(-;=?-_a-~]{5,128}(?<![.,;:)\]}*]))/dy;

/** Letters that a word may end in: `Passworts`, `паролем`, `şifresi`. */
const ENDING = /[\p{L}\p{M}’']{0,4}/uy;

/** Words that make a setting of a password: "password timeout = …". */
const SETTING =
  /^[ \t]{1,2}(?:time-?out|server|length|policy|chat|prompt|file|level|history|expir\w{0,6}|age|hash\w{0,3}|manager|field|reset)[ \t]{0,2}[:=]/i;

/** A sign with no word before it but itself: `:`, ` = `, ` is `, ` es:`. */
const BESIDE = /^[ \t]{0,2}(?:[:=：＝→-]|\S{1,7}[ \t]{0,3}$)/;

function wordAt(text: string, at: number, words: readonly string[]): string | null {
  for (const word of words) if (text.slice(at, at + word.length).toLowerCase() === word) return word;
  return null;
}

function sticky(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function valueAt(text: string, at: number, patterns: readonly RegExp[]): Span | null {
  for (const pattern of patterns) {
    const place = sticky(pattern, text, at)?.indices?.[1];
    if (place) return { start: place[0], end: place[1] };
  }
  return null;
}

const PASSWORDS = allWords(PASSWORD_WORDS);

/** Where the word at `at` ends, endings and the `s` of a plural with it; -1 where it is a part of another word. */
function endOfWord(text: string, at: number, word: string): number {
  const end = at + word.length;
  if (UNSPACED.test(word)) return end;
  // Short words stand in many others.
  if (word.length < 6 && /[\p{L}\d_-]/u.test(text[at - 1] ?? '')) return -1;
  const ending = word.length < 5 ? '' : (sticky(ENDING, text, end)?.[0] ?? '');
  return /[\p{L}\d_-]/u.test(text[end + ending.length] ?? '') ? -1 : end + ending.length;
}

/** The password that the word at `at` announces, in a sentence or a line of its own. */
export function matchTold(text: string, at: number): Span | null {
  const word = wordAt(text, at, PASSWORDS);
  const end = word === null ? -1 : endOfWord(text, at, word);
  if (word === null || end < 0) return null;
  const pair = AFTER_ACCOUNT.test(text.slice(Math.max(0, at - 32), at)) ? valueAt(text, end, [PAIR]) : null;
  if (pair) return pair;
  if (UNSPACED.test(word)) {
    const sign = sticky(UNSPACED_SIGN, text, end);
    return sign && valueAt(text, end + sign[0].length, [QUOTED, BARE_ASCII]);
  }
  const sign = sticky(SIGN, text, end);
  const isAmbiguous = AMBIGUOUS_WORDS.has(word);
  // "pass an empty list: …": a word of many meanings has its sign beside it.
  const announces = sign && !SETTING.test(sign[0]) && (!isAmbiguous || BESIDE.test(sign[0]));
  const told = announces ? valueAt(text, end + sign[0].length, [QUOTED, BARE]) : null;
  if (told) return upToNext(text, told);
  const gap = sticky(ADJACENT, text, end);
  const value = gap && valueAt(text, end + gap[0].length, [QUOTED, BARE]);
  if (value && isStriking(text.slice(value.start, value.end), isAmbiguous)) return value;
  // "the password of the server kx92…": other words between, and no sign.
  const words = sticky(WORDS_BETWEEN, text, end);
  const far = words && valueAt(text, end + words[0].length, [BARE]);
  return far && isStriking(text.slice(far.start, far.end), true) ? far : null;
}

/** A value ends where the next name is given one: `x;Database=y`, `x,password:y`. */
function upToNext(text: string, { start, end }: Span): Span {
  const next = /[;,][A-Za-z][A-Za-z_ -]{1,31}[:=]/.exec(text.slice(start, end + 1))?.index ?? -1;
  return { start, end: next < 4 ? end : start + next };
}

/** "id/", "user & ", "login, ": a word for an account, and what joins it to that for a password. */
const AFTER_ACCOUNT = new RegExp(
  `(?:^|[^\\p{L}\\p{M}\\d])(?:${allWords(ACCOUNT_WORDS).join('|')})s?\\)?[ \\t]{0,2}(?:[/&,|+:]|and|und|et|y|e|и)[ \\t]{0,2}\\(?$`,
  'iu',
);
/** A name and a password as they are written in one: `root/x`, `root : x`, `root (x)`. */
const NAME_AND =
  /[`*("']{0,2}[^\s/|:,;()"'`<>{}[\]=]{1,64}["'`]?[ \t]{0,2}(?:\/{1,2}|[:,|(])[ \t]{0,2}["'`*]{0,2}([^\s"'`“”„«»<>（）。，、；「」『』/]{5,128}(?<![.,;:)\]}*]))/y
    .source;
const PAIR = new RegExp(/\)?[ \t]{0,2}(?:(?:[:=：＝]|->|→|-|is|are|=>)[ \t]{0,3})?/y.source + NAME_AND, 'diy');
/** The same behind a word for both: a sign must stand between. */
const SIGNED_PAIR = new RegExp(
  `${/[ \t]{0,2}(?:[:=：–-]|is\b|are\b)[ \t]{0,3}(?:\r?\n[ \t]{0,8})?/y.source}${NAME_AND}(?![\\w/.@-])`,
  'diy',
);
/** Behind the address of a machine: "ssh root@10.0.0.5 (root/x)". */
const HOST_PAIR = new RegExp(`[ \\t]{1,3}[^\\s()]{1,100}[ \\t]{1,3}${NAME_AND}(?![\\w/.@-])`, 'diy');
/** A short word of the kind takes a pair beside it: "creds root:x". */
const PAIR_BESIDE = new RegExp(`[ \\t]${NAME_AND}(?![\\w/.@-])`, 'diy');

/** How machines are reached. */
const HOST_WORDS: ReadonlySet<string> = new Set(['ssh', 'sftp', 'ftp', 'rdp', 'vnc', 'telnet']);
const LOGINS = [...allWords(LOGIN_WORDS), ...HOST_WORDS];

/** The password of the pair that the word at `at` announces: "login: root / x". */
export function matchLogin(text: string, at: number): Span | null {
  const word = wordAt(text, at, LOGINS);
  if (word === null || /[\p{L}\d_-]/u.test(text[at - 1] ?? '')) return null;
  const patterns = HOST_WORDS.has(word) ? [SIGNED_PAIR, HOST_PAIR] : /^creds?$/.test(word) ? [SIGNED_PAIR, PAIR_BESIDE] : [SIGNED_PAIR];
  const value = valueAt(text, at + word.length, patterns);
  return value && isStriking(text.slice(value.start, value.end), false) ? value : null;
}

/** Bits per pair above which letters and digits are no name of a product: see `surprise`. */
const RANDOM = 6;
const WORDS_BETWEEN = /(?:[ \t]{1,2}[\p{L}\p{M}'’-]{1,16}){1,4}[ \t]{1,2}/uy;

/** Whether a value shows by itself that it is no word: beside its name, with no sign between. `strictly`: and no name of a product either. */
function isStriking(value: string, strictly: boolean): boolean {
  if (value.length < 6 || /\s/.test(value) || !/\d/.test(value) || !/\p{L}/u.test(value)) return false;
  // `sha256`, `Base64`, `1Password`, `8-character`
  if (/^[a-z]{2,12}[-_ ]?\d{1,4}$|^\d{1,3}[-_]?[a-z]+$/i.test(value) || /[/\\]|^[\w.-]+\.\w{1,4}$/.test(value)) return false;
  if (strictly && surprise(value) < RANDOM) return false;
  return /[!#$%&*+=?@^~]/.test(value) || (/\p{Ll}/u.test(value) && /\p{Lu}/u.test(value) && changesOf(value) > 1);
}

/** How often letters and digits change. */
function changesOf(value: string): number {
  return value.match(/\d(?=\D)|\D(?=\d)/g)?.length ?? 0;
}

/** How likely what a sentence or line announces is a password, 0..1; null when it is not. */
export function toldConfidence(text: string, span: Span): number | null {
  const value = text.slice(span.start, span.end);
  const signed = /[:=：＝][ \t]{0,3}(?:\r?\n[ \t]{0,8})?[`*]{0,2}["'`“„«「『]?$/.test(text.slice(Math.max(0, span.start - 16), span.start));
  // In the line below a prompt stands what comes next.
  if (!/\d/.test(value) && /[\r\n][ \t]{0,8}$/.test(text.slice(Math.max(0, span.start - 9), span.start))) return null;
  // What is left of a pattern, or may stand for anything, or hands on an argument of the same name.
  if (/^[)\]}|]|^\*|\*[^*]{1,64}\*|^(\w{1,64})=\1$/.test(value)) return null;
  if (signed && /^\d{6,12}$/.test(value) && !isPlaceholder(value)) return 0.5;
  const confidence = proseConfidence(text, span);
  return confidence === null && isQuotedWord(text, span) ? 0.5 : confidence;
}

/** What is said of a password that is none: "the password is 'required'". */
const STATES =
  /^(?:required|incorrect|correct|invalid|valid|wrong|missing|empty|blank|optional|hidden|visible|masked|expired|strong|weak|secure|insecure|unknown|encrypted|decrypted|hashed|plain|plaintext|disabled|enabled|changed|unchanged|reset|default|redacted|protected|forgotten|rejected|accepted|undefined|string|number|boolean|supersecret)$/i;

/** Whether a word in quotes is what a password is said to be: "the password is 'centipede'". */
function isQuotedWord(text: string, span: Span): boolean {
  const value = text.slice(span.start, span.end);
  return (
    /^[a-z]{6,24}$/.test(value) &&
    /[ \t](?:is|was|ist|lautet|est|es)[ \t]{1,3}["'`“„«]$/i.test(text.slice(Math.max(0, span.start - 12), span.start)) &&
    !STATES.test(value) &&
    !isPlaceholder(value)
  );
}

const KEYS = allWords(KEY_WORDS);
/** Other words, a sign if there is one, and a run that a machine may have made. */
const TOLD_KEY =
  /[\p{Ll}\p{M}’']{0,4}(?:[ \t]{1,2}[\p{L}\p{M}'’-]{1,16}){0,6}?(?:[ \t]{0,2}[:=：][ \t]{0,3}(?:\r?\n[ \t]{0,8})?|[ \t]{1,3}|(?=["'`“„「『]))[`*"'“„「『]{0,3}([A-Za-z0-9][\w.+/~=-]{11,255})(?![\w@:(])/duy;
const UNSPACED_TOLD_KEY =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}]{0,6}[ \t]{0,2}[:：=]?[ \t]{0,3}(?:\r?\n)?[`*"'“「『]{0,3}([A-Za-z0-9][\w.+/~=-]{11,255})(?![\w@:(])/duy;
/** From so many characters on, mixed letters and digits are a key; a shorter run must look more like one. */
const LONG_KEY = 20;
/** What else a long run of letters and digits may be. */
const OTHER =
  /commit|sha|hash|digest|checksum|version|build|image|revision|count|limit|chunk|trace|request|session id|uuid|guid|branch|etag/i;
/** Whose key it is. */
const OWN = /(?:^|[^\p{L}])(?:my|our|this|the following|mein|unser|mon|notre|mi|nuestro|meu|mio|mijn|мой|наш)[ \t]$/iu;

/** The key or token that the word at `at` announces: made by a machine, in the same sentence, with nothing between that names something else. */
export function matchToldKey(text: string, at: number): Span | null {
  const word = wordAt(text, at, KEYS);
  if (word === null) return null;
  const unspaced = UNSPACED.test(word);
  if (!unspaced && /[\p{L}\d_-]/u.test(text[at - 1] ?? '')) return null;
  const end = at + word.length;
  const value = valueAt(text, end, [unspaced ? UNSPACED_TOLD_KEY : TOLD_KEY]);
  if (!value) return null;
  const written = text.slice(value.start, value.end);
  const gap = text.slice(end, value.start);
  const before = text.slice(Math.max(0, at - 24), at);
  if (/^0x[0-9a-f]{40}$/i.test(written)) return null;
  if (
    !(written.length < LONG_KEY ? isShortKey(written) : isMachineMade(written)) ||
    isPlaceholder(written) ||
    isBlank(written) ||
    OTHER.test(gap) ||
    OTHER.test(before)
  )
    return null;
  // Hexadecimal digits may be a hash: only somebody's own, or announced by a sign.
  return /^[0-9a-f-]+$/i.test(written) && !unspaced && !/[:=：]/.test(gap) && !OWN.test(before) ? null : value;
}

const CODES = allWords(CODE_WORDS);
const TOLD_CODE =
  /(?:[ \t]{1,2}[\p{L}\p{M}'’-]{1,16}){0,4}?(?:[ \t]{0,2}[:=：]|[ \t]{1,2}(?:is|was|ist|lautet|est|es|é|è|jest)(?=[ \t]))[ \t]{0,3}["'“„]?(\d{4,8})(?![\w/:]|[.,-]\d)/diuy;
const CODE_BESIDE = /[ \t](\d{6,8})(?![\w/:]|[.,-]\d)/dy;
const UNSPACED_TOLD_CODE = /[\p{Script=Han}]{0,4}?[ \t]{0,2}(?:[:：=]|是|は|은|는)?[ \t]{0,3}(\d{4,8})(?![\w/:]|[.,-]\d)/duy;

/** The digits that the word at `at` announces. */
export function matchCode(text: string, at: number): Span | null {
  const word = wordAt(text, at, CODES);
  if (word === null) return null;
  const end = at + word.length;
  const unspaced = UNSPACED.test(word);
  if (!unspaced && (/[\p{L}\d_-]/u.test(text[at - 1] ?? '') || /[\p{L}\d_-]/u.test(text[end] ?? ''))) return null;
  const value = valueAt(text, end, unspaced ? [UNSPACED_TOLD_CODE] : [TOLD_CODE, CODE_BESIDE]);
  if (!value) return null;
  // India's postcodes are called PIN too, and have six digits; a year is no code.
  const isOther = (/^pin/.test(word) && value.end - value.start === 6) || /^(?:19|20)\d\d$/.test(text.slice(value.start, value.end));
  return isOther ? null : value;
}

const GROUPED = allWords(GROUPED_WORDS);
const TOLD_GROUPS =
  /[\p{L}]{0,4}(?:[ \t]{1,2}[\p{L}\p{M}'’-]{1,16}){0,4}?(?:[ \t]{0,2}[:=：]|[ \t](?:is|ist|lautet|est|es|é|è)(?=[ \t])|(?=[ \t]))[ \t]{0,3}(?:\r?\n[ \t]{0,8})?["'`“„]?([A-Za-z0-9]{4,8}(?:-[A-Za-z0-9]{4,8}){1,7})(?![\w-])/diuy;

/** The key or code in groups that the word at `at` announces. */
export function matchGrouped(text: string, at: number): Span | null {
  const word = wordAt(text, at, GROUPED);
  const value = word === null ? null : valueAt(text, at + word.length, [TOLD_GROUPS]);
  if (!value) return null;
  const written = text.slice(value.start, value.end);
  const [first = '', ...others] = written.split('-');
  // Words with hyphens are none.
  const isKey = /\d/.test(written) || /^[A-Z]{5}(?:-[A-Z]{5}){3,}$/.test(written);
  return isKey && others.every((group) => group.length === first.length) && !isPlaceholder(written) ? value : null;
}

/** Literals of an index for a table of words. */
export function literalsOf(words: ContextWords): readonly string[] {
  // `pw` and `pass` alone are parts of too many words.
  return allWords(words).flatMap((word) =>
    word.length > 4 || UNSPACED.test(word) ? [word] : [`${word} `, `${word}:`, `${word}=`, `${word}"`],
  );
}

/** Literals of an index for words that a sign must follow: most of them are common. */
export function loginLiterals(words: ContextWords): readonly string[] {
  const hosts = [...HOST_WORDS].flatMap((word) => [`${word} `, `${word}:`]);
  return allWords(words)
    .flatMap((word) =>
      [':', '：', ' :', '=', ' =', ' -', ' is', ' are', ...(word.startsWith('cred') ? [' '] : [])].map((sign) => word + sign),
    )
    .concat(hosts);
}
