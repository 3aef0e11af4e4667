import type { ContextWords } from '../../scan/detector.ts';
import type { Span } from '../../scan/finding.ts';
import { everyMatch } from '../every-match.ts';
import { isJumble } from '../rarity.ts';
import { ACCOUNT_WORDS, allWords, LOGIN_WORDS } from '../secret-words.ts';
import { textBefore } from '../text-before.ts';
import { valueAt, wordAt } from './announced.ts';
import { isSigned, isStriking, isWordAndDigits } from './striking.ts';

/** "id/", "user & ", "login, ": a word for an account, and what joins it to that for a password. */
const AFTER_ACCOUNT = new RegExp(
  `(?:^|[^\\p{L}\\p{M}\\d])(?:${allWords(ACCOUNT_WORDS).join('|')})s?\\)?[ \\t]{0,2}(?:[/&,|+:]|and|und|et|y|e|и)[ \\t]{0,2}\\(?$`,
  'iu',
);
/** A name and a password as they are written in one: `root/x`, `root : x`, `root (x)`. */
const NAME_AND =
  /[`*("']{0,2}[^\s/|:,;()"'`<>{}[\]=]{1,64}["'`]?[ \t]{0,2}(?:\/{1,2}|[:,|(])[ \t]{0,2}["'`*]{0,2}([^\s"'`“”„«»<>（）。，、；「」『』/]{5,128}(?<![.,;:)\]}*]))/y
    .source;
const PAIR = new RegExp(/\)?[ \t]{0,2}(?:(?:[:=：＝(]|->|→|-|is|are|=>)[ \t]{0,3})?/y.source + NAME_AND, 'diy');

/** Whether what stands before `at` may join it to a word for an account: most words have nothing of the kind. */
function isJoined(text: string, at: number): boolean {
  let last = text[at - 1] === '(' ? at - 2 : at - 1;
  for (const least = last - 2; last > least && (text[last] === ' ' || text[last] === '\t'); last--);
  return '/&,|+:'.includes(text[last] ?? ' ') || (last < at - 1 && 'dtyeи'.includes((text[last] ?? ' ').toLowerCase()));
}

/** The password of the pair behind a word for a password that ends at `end`, where the word at `at` follows one for an account: "id/pw: root/x". */
export function pairAfterAccount(text: string, at: number, end: number): Span | null {
  return isJoined(text, at) && AFTER_ACCOUNT.test(textBefore(text, at, 32)) ? valueAt(text, end, [PAIR]) : null;
}

/** The same behind a word for both: a sign must stand between. */
const SIGNED_PAIR = new RegExp(
  `${/(?:[ \t]\([^()\r\n]{1,32}\))?[ \t]{0,2}(?:->|→|[:=：(–-]\*{0,2}|is\b|are\b|as\b)[ \t]{0,3}(?:\r?\n[ \t]{0,8})?/y.source}${NAME_AND}(?![\\w/.@-])`,
  'diy',
);
/** Behind the address of a machine: "ssh root@10.0.0.5 (root/x)". */
const HOST_PAIR = new RegExp(`[ \\t]{1,3}[^\\s()]{1,100}[ \\t]{1,3}${NAME_AND}(?![\\w/.@-])`, 'diy');
/** A short word of the kind takes a pair beside it: "creds root:x". */
const PAIR_BESIDE = new RegExp(`[ \\t]${NAME_AND}(?![\\w/.@-])`, 'diy');
/** And one that other words stand before: "creds for the nas -> root / x". */
const PAIR_FAR = new RegExp(
  `(?:[ \\t][\\p{L}\\d.-]{1,24}){1,5}?[ \\t]{0,2}(?:(?:[:=]|->|→)(?:\\r?\\n[ \\t]{0,8}(?:[-*•] )?)?|(?:is|are|ist|sind|lauten|est|sont|es|son)(?=[ \\t]))[ \\t]{0,2}${NAME_AND}(?![\\w/.@-])`,
  'diuy',
);

/** How machines are reached. */
const HOST_WORDS: ReadonlySet<string> = new Set(['ssh', 'sftp', 'ftp', 'rdp', 'vnc', 'telnet', 'vpn', 'wifi', 'wlan']);
const LOGINS = [...allWords(LOGIN_WORDS), ...HOST_WORDS];

/** The password of the pair that the word at `at` announces: "login: root / x". */
export function matchLogin(text: string, at: number): Span | null {
  const verb = wordAt(text, at, LOGGING_IN);
  if (verb !== null) {
    const value = valueAt(text, at + verb.length, [WITH]);
    return value && isSigned(text.slice(value.start, value.end)) ? value : null;
  }
  if (text[at] === ' ') return usedBefore(text, at);
  if (STRONG.test(text.slice(at, at + 14))) return strongPair(text, at);
  const word = wordAt(text, at, LOGINS);
  if (word === null || /[\p{L}\d_-]/u.test(text[at - 1] ?? '')) return null;
  const patterns = HOST_WORDS.has(word)
    ? [SIGNED_PAIR, HOST_PAIR]
    : takesFar(word)
      ? [SIGNED_PAIR, ...(word.startsWith('cred') ? [PAIR_BESIDE] : []), PAIR_FAR]
      : [SIGNED_PAIR, PAIR_BESIDE];
  const value = valueAt(text, at + word.length, patterns);
  const written = value ? text.slice(value.start, value.end) : '';
  // The next argument of a call: `credentials=None, debug=0`; the scope of a name: `Net::Cmd(2.08)`.
  const isChosen =
    SPOKEN.test(word) && /[/:|][ \t]{0,2}["'`*]{0,2}$/.test(text.slice(0, value?.start).slice(-5)) && isWordAndDigits(written);
  return (isStriking(written, false) || isJumble(written) || isChosen) && !/^:|^[a-z_]{2,24}=|\}\{/.test(written) ? value : null;
}

/** Words behind which a pair is one for logging in, and nothing else. */
const SPOKEN = /^(?:wi?lan|wifi|cred|login|zugang|ident|anmeld|inlog)/;

/** Names of accounts that every system has, beside a password alone: `admin / x`. */
const STRONG = /^(?:admin|root) ?[/:]/i;
const STRONG_PAIR =
  /[a-z]{4,5} ?[/:] ?["'`]?([A-Za-z\d][^\s"'`“”„<>(){}[\]|,;/]{6,62}[^\s"'`“”„<>(){}[\]|,;/.:?])(?=["'`)]?[.,;]?(?:\s|$))/diy;

function strongPair(text: string, at: number): Span | null {
  const value = /[\w/.@$-]/.test(text[at - 1] ?? '') ? null : valueAt(text, at, [STRONG_PAIR]);
  const written = value ? text.slice(value.start, value.end) : '';
  return isSigned(written) && /^(?=.*[a-z])(?=.*[A-Z]).{8}/.test(written) && !/[&=]\w+=/.test(written) ? value : null;
}

/** "use x to log in": a value that shows by itself that it is a password; a name of a user does not. */
const USED = /(?:^|\s)(?:use|enter|type|nutze)[ \t]["'`“]?([^\s"'`“”„<>(){}[\],;]{6,64})["'`”]?$/diu;

function usedBefore(text: string, at: number): Span | null {
  const before = textBefore(text, at, 90);
  const place = USED.exec(before)?.indices?.[1];
  const start = at - before.length;
  return place && isSigned(before.slice(...place)) ? { start: start + place[0], end: start + place[1] } : null;
}

/** Whether other words may stand between the word and the pair: none but a short word that means much else forbids it. */
function takesFar(word: string): boolean {
  return /^(?:cred|login|zugang)|^\p{L}{9,}$/u.test(word);
}

/** "log in with x and y" */
const WITH =
  /[ \t]{1,2}(?:(?:[\p{L}-]{1,16} ){1,4}(?:with|as|mit|con|avec) )?[^\s"'`]{2,64}[ \t]{1,2}(?:and|with|und|et|en|y|e|\/)[ \t]{1,2}["'`]?([^\s"'`“”„<>(){}[\],;]{5,63}[^\s"'`“”„<>(){}[\],;.:?])["'`]?(?![\w/@-])/diuy;
const LOGGING_IN: readonly string[] = [
  'log in with',
  'log in as',
  'log in to',
  'login to',
  'log into',
  'sign in to',
  'logged in with',
  'logged in as',
  'logging in with',
  'sign in with',
  'anmeldung mit',
  'anmelden mit',
  'einloggen mit',
  'sesión con',
  'connecter avec',
];

/** What stands behind a password that is to be used, and before one of an account that every system has. */
const OF_PAIRS: readonly string[] = [
  ' to log in',
  ' to login',
  ' to sign in',
  ' zum anmelden',
  'admin /',
  'admin/',
  'admin:',
  'root /',
  'root/',
  'root:',
];

/** Accounts beside which a pair stands: "test account jd / x". */
const OF_TESTS = /^(?:test|demo|admin)/;

/** Literals of an index for words that a sign must follow: most of them are common. */
export function loginLiterals(words: ContextWords): readonly string[] {
  const hosts = [...HOST_WORDS].flatMap((word) => [`${word} `, `${word}:`, `${word}(`]);
  return allWords(words)
    .flatMap((word) =>
      [
        ':',
        '：',
        ' :',
        '=',
        ' =',
        ' -',
        ' (',
        ' is',
        ' are',
        ' as',
        ...(/^(?:login|logins|zugang)$/.test(word) ? [' for ', ' für '] : takesFar(word) || OF_TESTS.test(word) ? [' '] : []),
      ].map((sign) => word + sign),
    )
    .concat(hosts, LOGGING_IN, OF_PAIRS);
}

/** The name and the password behind the address of a machine, however they are parted from it: `10.0.0.5 root/x`, `10.0.0.5 (root/x)`, `10.0.0.5 --> root/x`. */
const ADDRESSED =
  /(?<![\w.-]|:\/\/)\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?(?:\/\w{1,24})?(?:[ \t,]{1,3}[\p{L}\d]{1,16})?[ \t,]{0,3}(?:\(|-{1,2}>|\/)?[ \t]{0,2}["'`*]{0,2}[A-Za-z][\w.-]{1,31}[ \t]{0,2}(?:\/{1,2}|[|:])[ \t]{0,2}([^\s"'`“”„«»<>（）。，、；「」『』/(){}[\]]{6,64}(?<![.,;:)\]}*]))(?![\w/.@-])/dgu;

/** The passwords of pairs behind addresses of machines. */
export function passwordsBehindAddresses(window: string): readonly Span[] {
  if (!/[/|:(]/.test(window)) return [];
  return everyMatch(ADDRESSED, window).flatMap(({ indices }) => {
    const place = indices?.[1];
    const value = place ? window.slice(...place) : '';
    // The parameters of an address of the web, and the next machine.
    return place && isStriking(value, false) && !/\?\w+=|^\d+(?:\.\d+){3}/.test(value) ? [{ start: place[0], end: place[1] }] : [];
  });
}
