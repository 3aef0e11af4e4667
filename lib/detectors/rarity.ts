import type { Span } from '../scan/finding.ts';
import { nameBefore } from './assignment.ts';
import { isBlank, isCutShort, isPlaceholder } from './placeholder.ts';
import { surprise } from './surprise.ts';
import { textBefore } from './text-before.ts';

/** Ends of names in which what follows `secret` or `token` is no secret: counts, types, places, public halves. */
const HARMLESS_NAME =
  /\.(?:encode|decode|get|split|replace|startsWith|endsWith|includes|indexOf|match|test|join|format)$|(?:length|count|limit|maps?|max|min|size|type|name|id|ids|url|uri|path|file|field|expiry|expires|expiration|expires_?in|expires_?at|ttl|age|policy|reset|hash|label|hint|error|regex|pattern|public|md5|sha(?:1|256|512)|usage|budget|tokens|rotation|version|manager|mgr|realm|service|store|endpoint|env|scheme|source)$|\.(?:[cm]?[jt]sx?|s?css|map|py|go|rb|rs|php|java|html?|md|json|ya?ml|svg|png)$/i;
/** Names of keys that open nothing. */
const NO_SECRET =
  /public|csrf|xsrf|verif(?:y|ying|ication)[-_.]?key|tokeni[sz]|(?:page|next|continuation|cursor|sync|request|sequence|starting|pagination|idempotency)[-_.]?(?:page[-_.]?)?(?:token|key)|(?:cache|foreign|partition|sort|group|row|range|index|unique|idempotency|dedup\w{0,10}|object|storage|lookup|map|dict|json|query|hash|translation|message|i18n|trace|routing)[-_.]?key/i;

/** A key that pages of a shop or an app show to everybody (https://docs.stripe.com/keys, https://posthog.com/docs/api). */
const PUBLISHABLE = /^(?:pk_(?:live|test)|phc)_/;

/** A variable of the environment. */
const VARIABLE = /^[A-Z][A-Z0-9_]{3,48}$/;

/** Names of keys for one-time passwords, and such keys: 10, 16, 20 or 32 bytes in base32 (https://github.com/google/google-authenticator/wiki/Key-Uri-Format). */
const ONE_TIME = /(?:otp|2fa|mfa|two_?factor)/i;
const BASE32_KEY = /^(?=.*[2-7])(?:[A-Z2-7]{16}|[A-Z2-7]{26}|[A-Z2-7]{32}|[A-Z2-7]{52})={0,6}$/;

/**
 * How likely the value assigned at `span` is a secret, 0..1; null for placeholders, code and words. A quoted value may be a plain pass phrase, a bare
 * one must look like no word and no expression, and so must one that follows its name without a sign of assignment.
 */
export function assignedConfidence(text: string, span: Span): number | null {
  const value = text.slice(span.start, span.end);
  const { name, sign } = nameBefore(text, span.start);
  if (name === '' || isPlaceholder(value) || isCutShort(text, span.end) || HARMLESS_NAME.test(name) || NO_SECRET.test(name)) return null;
  if (PUBLISHABLE.test(value)) return null;
  const quoted = /["'`]$/.test(sign);
  const assigned = /[:=]| ENC /.test(sign);
  const kinds = kindsOf(value);
  const isPhrase =
    isJoinedPhrase(value) &&
    (quoted ||
      sign.endsWith('>') ||
      (sign === '=' && !PACKAGE.test(value) && /^\s{0,4}(?:[\r\n]|$)/.test(text.slice(span.end, span.end + 5))));
  if (!quoted && !isPhrase && looksLikeCode(value, text[span.end])) return null;
  if (/\$\{[\w.]{1,60}:$/.test(textBefore(text, span.start, 64))) return null;
  // The identifiers of a trace beside the name of a service, and of a record.
  if ((sign === ',' || /primary/i.test(name)) && /^[0-9a-f-]+$/i.test(value)) return null;
  // The name of a resource: `arn:aws:secretsmanager:…:secret:name`.
  const before = textBefore(text, span.start, 96);
  const resource = before.lastIndexOf('arn:');
  if (resource >= 0 && !/\s/.test(before.slice(resource))) return null;
  // The fields of a record, a replacement of sed.
  if (/^[A-Za-z_]+(?::[A-Za-z_]+)+$|^s([/#]).{1,60}\1.{0,60}\1/.test(value)) return null;
  // The name of a type, and the next of a list of names.
  if (!quoted && TYPE.test(value) && surprise(value) < SALAD) return null;
  if (sign.includes(',') && /^[a-z]{2,16}\d{0,4}(?:_[a-z]{1,16}\d{0,4}){2,8}$/.test(value)) return null;
  // The name of a constant.
  if (/^[A-Z][A-Z0-9]{0,24}(?:_[A-Z0-9]{1,24}){2,8}$/.test(value)) return null;
  // A variable with a value of its own.
  if (!quoted && /^[A-Z][A-Z0-9]{1,24}(?:_[A-Z0-9]{1,24}){1,8}=./.test(value)) return null;
  if (NO_VALUE.test(`${name}=${value}`)) return null;
  // What a program says in a language that is written with other letters, and the same name of another object.
  if ((!kinds.digit && /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(value)) || name.endsWith(`.${value}`))
    return null;
  // A rule for what has this name.
  if (name.length > 11 && value.includes(':') && value.includes(name)) return null;
  // Another name was given a value in between.
  if (/\n[A-Za-z_]\w*[ \t]*=[ \t]*["'][^\n]*\n/.test(sign)) return null;
  // The version of a package that is named after passwords.
  if (/^[\^~<>=v]{0,2}\d+\.\d+\.\d+/.test(value)) return null;
  if (/pass|pwd/i.test(name) && isAppPassword(value)) return 0.75;
  // Words; but WordPress makes keys with blanks in them, too.
  if (/\s/.test(value)) return quoted && /key$/i.test(name) && value.length >= 48 && /(?:[^\w\s].{0,8}){10}/.test(value) ? 0.75 : null;
  if (/^[A-Za-z_$][\w$.]{0,64}\(/.test(value)) return null;
  if (quoted && isBetweenTexts(text, span.start, value)) return null;
  if (isReference(value)) return null;
  if (/pass|pwd|[-_.]pw(?![a-z])|kennwort|contrase|mdp/i.test(name)) {
    if (assigned && isLetterSalad(value)) return 0.7;
    // Without quotes, points part the names of a program, save in a file of settings.
    if (OWN_NAME.test(name) && (isPhrase || (assigned && !value.includes('.') && isJoinedPhrase(value)))) return 0.6;
    // Typed as the value of a variable of the environment.
    if (VARIABLE.test(name) && sign === '=' && /^[a-z]{6,24}$/.test(value)) return 0.5;
    // Words that are joined, likewise; those that say what belongs there are shown, and nothing acts on them.
    if (VARIABLE.test(name) && sign === '=' && /^(?=.{6,24}$)[a-z]+(?:[_-][a-z]+){1,3}$/.test(value))
      return /pass|pwd|secret/.test(value) ? 0.3 : 0.5;
    if (!assigned && !quoted && /^[^>|]*$/.test(sign) && !VARIABLE.test(name)) return null;
    if (!assigned && quoted && isLetterSalad(value)) return 0.6;
    // The next of a list of names.
    if (sign.includes(',') && /^pass[a-z_]*\d$/.test(value)) return null;
    if (!assigned) return kinds.digit && kinds.letter && kinds.count >= 2 && !(quoted ? /[.:,]$/ : /[.:,?]$/).test(value) ? 0.65 : null;
    if (quoted) return kinds.count >= 2 && !isIdentifier(value) ? 0.75 : value.length >= 8 && !isIdentifier(value) ? 0.5 : null;
    return kinds.digit && (kinds.letter || kinds.symbol)
      ? 0.7
      : kinds.symbol && kinds.letter && !/^[\w.-]+[:?]?$/.test(value)
        ? 0.55
        : null;
  }
  if (BASE32_KEY.test(value) && ONE_TIME.test(before.slice(before.lastIndexOf('\n') + 1))) return 0.7;
  // Shared with a server of RADIUS or a peer of Asterisk, or chosen for an app: the name says no more.
  if (assigned && OWN_SECRET.test(name)) {
    if (isJumble(value) || isLetterSalad(value)) return 0.6;
    if (isPhrase) return 0.55;
    if (/(?:secret|credentials?)$/i.test(name) && isChosen(value) && !isBlank(value)) return 0.55;
  }
  if (!isMachineMade(value) && !((quoted || assigned) && isShortKey(value)))
    return assigned && (quoted || (sign === '=' && VARIABLE.test(name))) && NAMED_SECRET.test(name) && isChosen(value) && !isBlank(value)
      ? 0.55
      : null;
  if (isBlank(value) || /^[a-z][a-z.-]*-\d+\.\d/i.test(value)) return null;
  // The address of a wallet or contract, which everybody may see.
  if (/^0x[0-9a-f]{40}$/i.test(value)) return null;
  if (/^arn:/.test(value) || isDotted(value)) return null;
  // The name of a type, or of an argument that is handed on; the fingerprint of a key; where a list goes on.
  if (/^[A-Z]{0,6}\d{0,2}(?:[A-Z][a-z]{2,}\d?){3,8}$/.test(value) || value === name || FINGERPRINT.test(value) || PAGE.test(before))
    return null;
  if (value.length < MACHINE_MADE) return 0.55;
  if (quoted || assigned || !/^[`*\sa-z]*$/i.test(sign)) return 0.7;
  // Beside the name of a secret, and no more than that: hexadecimal digits may be a hash.
  return /^[0-9a-f]+$/.test(value) && !VARIABLE.test(name) ? null : 0.55;
}

/**
 * Names with values that are no secrets: where one is kept, what makes a call happen once, the number of a key for signing; a class of characters, a template, the path of a
 * class, a function with the number of its arguments, a span of time.
 */
const NO_VALUE =
  /refs?=https?:|(?:change|client|cluster|lock)-?token=[a-z\d]+(?:-[a-z\d]+)+$|gpg[-_.]?key=[\da-f]{16,40}$|=:[a-z]+:$|%\{|=[a-z]\w{0,31}(?:\.\w{1,32}){2,6}\.[a-z]{1,24}(?:\d{1,3}[a-z]{4,32})?Hasher$|=[a-z_]{2,32}\/\d$|=\d{1,4}\.(?:minute|hour|day|week|month)s?(?:\.|$)/i;

/** 16, 20 or 32 bytes, as tools print the digest of a key. */
const FINGERPRINT = /^[\dA-F]{2}(?::[\dA-F]{2}){15,31}$/;
/** What is called a token of a page. */
const PAGE = /(?:page|next|continuation) token[ \t]{0,2}[:=][ \t]{0,4}["']?$/i;

/** Names of settings and of resources: `fs.s3.consistent.retryCount`, `oauth2client.client.Credentials`. */
export function isDotted(value: string): boolean {
  return /^[a-z]\w{0,15}(?:\.[A-Za-z]\w{0,31}){2,8}$/.test(value) && !/\d{3}/.test(value);
}

/** Letters and digits in no order that a name or a word has, and no hexadecimal digits. */
export function isJumble(value: string): boolean {
  return /^(?=.*\d)(?=.*[G-Zg-z])[A-Za-z0-9]{8,24}$/.test(value) && surprise(value) >= RANDOM && !isBlank(value);
}

/** The same for letters alone; some words of Polish have more than 6. */
const SALAD = 6.5;

/** Letters in no order that a language has. */
export function isLetterSalad(value: string): boolean {
  if (!/^(?:[a-z]{10,32}|(?=.*[a-z])(?=.*[A-Z])[A-Za-z]{8,32})$/.test(value) || surprise(value) < SALAD) return false;
  // Shortened words of a program: `dbPwdField`, `mysqlpwd`, `ddmmyyyy`.
  return !/^[a-z]{2,}(?:[A-Z][a-z]+)+$/.test(value) && !/pwd|pass|key|txt|sql|yyyy/i.test(value);
}

/** Words of which names in programs, keys of translations and sentences are made, and pass phrases are hardly ever. */
const OF_NAMES = new Set(
  (
    'name field input label form error message text title page button view views service api app database secret key token value type data ' +
    'server client test default system root current new old state props self this context var local module option param model models item ' +
    'row session cookies access account provider manager string strings class file path host url example your the and for with not must ' +
    'should enter choose create change show hide please invalid short long strength weak strong policy length hint code shared placeholder ' +
    'here status protected based only mode level check update get set lock open outline icon filled profile security tab menu modal dialog ' +
    'panel header section container content group list table correct link factor enabled disabled sensitive optional expired once vault ' +
    'cloud component primary internal result results min max arg stat style'
  ).split(' '),
);
/** The same with any ending. */
const STEMS_OF_NAMES =
  /^(?:user|login|logon|logout|sign|auth|conf|prod|stag|dev|admin|pass|pwd|env|sett|store|hash|crypt|encrypt|http|forgot|credential|column|require|reset|repeat|request|respon|refresh|regist|remember)/;

function isOfName(word: string): boolean {
  return OF_NAMES.has(word) || OF_NAMES.has(word.replace(/s$/, '')) || STEMS_OF_NAMES.test(word);
}

/** A name that is that of a password, and not of what concerns it. */
const OWN_NAME = /(?:passw(?:or)?[dt]|pwd|pass(?:_?phrase|code)?|pw|kennwort|contraseña|mdp|mot[ _]de[ _]passe)\d?$/i;

/** The same of a secret. */
const OWN_SECRET = /(?:^|[_.-]|[a-z])(?:secret(?:[-_.]?(?:key|token))?|(?:signing|hmac|encryption)[-_]?key|credentials?)$/i;
/** The name of a type: `OAuth2Client`, `AuthenticationMD5Password`. */
const TYPE = /^(?=[A-Z]?[A-Za-z\d]*[a-z]{4})(?:[A-Z]{1,5}(?:[a-z]{1,20}\d{0,2}|\d)){2,6}$/;
/** How packages begin. */
const PACKAGE = /^(?:com|org|net|edu|gov|java|javax|android)\./;

/** Three common words or more that are joined, as managers of passwords make them and people choose them: `harbour-pickle-lantern`. */
export function isJoinedPhrase(value: string): boolean {
  return /^(?=.{14,64}$)[a-z]{3,10}(?:([-.])[a-z]{3,10})(?:\1[a-z]{3,10}){1,7}$/.test(value) && !value.split(/[-.]/).some(isOfName);
}

/** Four groups of four letters that are no words, as Google shows a password for an app (https://support.google.com/accounts/answer/185833). */
export function isAppPassword(value: string): boolean {
  return /^[a-z]{4}(?: [a-z]{4}){3}$/.test(value) && isLetterSalad(value.replaceAll(' ', ''));
}

/** How likely the text at `span`, which a call takes for a password, is one, 0..1; null for placeholders, names and words. */
export function literalConfidence(text: string, span: Span): number | null {
  const value = text.slice(span.start, span.end);
  if (isAppPassword(value) || isLetterSalad(value)) return 0.75;
  if (isJoinedPhrase(value)) return 0.6;
  if (isPlaceholder(value) || isReference(value) || isIdentifier(value) || /\s|[:=]$/.test(value)) return null;
  if (/^\/|^(?:https?|jdbc|[a-z]{2,12}):/.test(value)) return null;
  return kindsOf(value).count >= 2 ? 0.75 : value.length >= 8 ? 0.5 : null;
}

/** From so many characters on, letters and digits that are mixed were made by a machine. */
const MACHINE_MADE = 16;

/** Whether a run was made by a machine: long, with letters and digits mixed. */
export function isMachineMade(value: string): boolean {
  const { digit, letter } = kindsOf(value);
  return value.length >= MACHINE_MADE && digit && letter && isMixed(value);
}

/** Bits per pair above which letters and digits are no words: see `surprise`. */
const RANDOM = 6;

/** Whether a shorter run is a key nevertheless: digits and both cases, or digits that are strewn over it, and nothing of a word. */
export function isShortKey(value: string): boolean {
  if (!/^(?=.*\d)(?=.*[a-z])[A-Za-z0-9]{12,19}$/.test(value) || !isMixed(value)) return false;
  return /[A-Z]/.test(value) ? surprise(value) >= RANDOM : (value.match(/\d[a-z]/g) ?? []).length > 2 && surprise(value) >= RANDOM;
}

/** Names of which a short value is one that somebody chose; other keys have short values that open nothing. */
const NAMED_SECRET = /secret|token|(?:api|access|auth|private|app|master|encryption|signing)[-_. ]?key/i;

/** Whether a short value was chosen as passwords are: three kinds of characters, or letters and digits in no order; mixed, and no name, number or version. */
function isChosen(value: string): boolean {
  const { digit, count } = kindsOf(value);
  return (
    digit &&
    (count >= 3 || surprise(value) >= RANDOM) &&
    /^[^/:,;|\\]{8,24}$/.test(value) &&
    value.replace(/[^A-Za-z]/g, '').length >= 4 &&
    !/\d\.\d|^[A-Za-z]+[-_ ]?\d+$/.test(value) &&
    !isIdentifier(value) &&
    isMixed(value)
  );
}

/** Characters of a line before a quote that are read, at most: of a longer line it is not known which quotes open. */
const READ_BEFORE = 400;

/** Whether what stands between two quotes is what two texts are joined by, or a text that goes on behind them: `"password: " + value + "…"`, `"", "v"`. */
function isBetweenTexts(text: string, start: number, value: string): boolean {
  const quote = text[start - 1] as string;
  if (/^[,;)\].+]/.test(value) && text[start - 2] === quote) return true;
  if (/[:=]$/.test(value) && /^["'`][ \t]{0,3}[+.]/.test(text.slice(start + value.length, start + value.length + 5))) return true;
  // Between words an apostrophe opens nothing.
  if (quote !== '"' && !/^[.+,)\]]/.test(value)) return false;
  const earliest = Math.max(0, start - READ_BEFORE);
  const line = text.slice(earliest, start).lastIndexOf('\n');
  if (line < 0 && earliest > 0) return false;
  const from = earliest + line + 1;
  const isEscaped = text[start - 2] === '\\';
  let open = false;
  for (let at = from; at < start - 1; at++) {
    if (text[at] !== quote) continue;
    if (text[at + 1] === quote && text[at + 2] === quote) at += 2;
    else if ((text[at - 1] === '\\') === isEscaped) open = !open;
  }
  return open;
}

/** What names a thing, or holds another value: a route, a selector, an action, a resource, a template, what is encrypted. */
function isReference(value: string): boolean {
  return (
    /^\.{0,2}\/?[a-z]+(?:[-_][a-z]+){0,4}(?:\/:?[a-z@._-]{1,40}\d{0,2}(?:\.\d)?){1,12}(?:#[a-z_]+)?$/i.test(value) ||
    /^[#.][a-z]+(?:[-_][a-z]+)+$/i.test(value) ||
    /^[\w.-]{1,64}(?:\/[\w.-]{1,64}){1,12}\.[a-z]{2,4}$/.test(value) ||
    /^arn:/.test(value) ||
    /^(?:ENC|DEC|AES|cipher|vault)[[({:]/i.test(value) ||
    /^(?:op|vault|keyring|ssm|doppler):/i.test(value) ||
    /^(?:required|nullable|string)\|/.test(value) ||
    /\{\w{0,24}\}/.test(value)
  );
}

/** How likely the word at `span` is the password that the sentence before it announces; ordinary words ("is incorrect") are none. */
export function proseConfidence(text: string, span: Span): number | null {
  const value = text.slice(span.start, span.end);
  if (isPlaceholder(value) || isReference(value)) return null;
  if (looksLikeCode(value, text[span.end]) && !(isJoinedPhrase(value) && !/[[(]/.test(text[span.end] ?? ''))) return null;
  if (/["'`]/.test(text[span.start - 1] ?? '') && isBetweenTexts(text, span.start, value)) return null;
  // The default of a variable that a shell or a template fills in.
  if (/\$\{[\w.]{1,60}:$/.test(textBefore(text, span.start, 64)) || value.endsWith('}')) return null;
  if (isAppPassword(value)) return 0.7;
  if (isJoinedPhrase(value)) return 0.55;
  const kinds = kindsOf(value);
  if (
    kinds.digit &&
    kinds.letter &&
    (!/^\d+(?:[-–]\d+)?[a-z]+$/i.test(value) || /[a-z][A-Z][A-Za-z]/.test(value)) &&
    !/^[a-z]+-\d+$/i.test(value)
  )
    return 0.7;
  return kinds.letter && /[!#$%&*+=?@^~]/.test(value.slice(0, -1)) ? 0.6 : null;
}

interface Kinds {
  readonly letter: boolean;
  readonly digit: boolean;
  readonly symbol: boolean;
  /** Of lower case, upper case, digit, symbol. */
  readonly count: number;
}

function kindsOf(value: string): Kinds {
  const lower = /\p{Ll}/u.test(value);
  const upper = /\p{Lu}/u.test(value);
  const digit = /\d/.test(value);
  const symbol = /[^\p{L}\d\s]/u.test(value);
  return { letter: lower || upper, digit, symbol, count: Number(lower) + Number(upper) + Number(digit) + Number(symbol) };
}

/** A call, a member access, a type, a path or an address rather than a literal value. */
function looksLikeCode(value: string, after: string | undefined): boolean {
  return (
    after === '(' ||
    after === '[' ||
    (/^(?:https?:|\/|\.\/|~\/|[A-Za-z]:\\)/.test(value) && !isSlashed(value)) ||
    (/^[A-Za-z_$][\w$]*(?:\??\.[A-Za-z_$][\w$]*)+[;!]?$/.test(value) &&
      !/^[A-Z][a-z]{2,11}\.[A-Z][a-z]{2,11}\d{2,4}$/.test(value) &&
      !/\.(?=[A-Za-z]*\d[A-Za-z]*\d)[A-Za-z0-9]{20,128}$/.test(value)) ||
    /^[A-Za-z_$][\w$.:]*[([]/.test(value) ||
    (/^[a-z]+(?:[A-Z][a-z]+)+\d?$/.test(value) && (!/\d$/.test(value) || surprise(value) < SALAD)) ||
    /^[A-Z]\w*::[A-Z]\w/.test(value)
  );
}

/** A word with letters that English lacks, as translations hold. */
const FOREIGN_WORD = /^(?=.*[^ -~])\p{L}+$/u;

/** A name as programs write them: letters only, in camel, snake, kebab or dotted case. One long lower-case run is a pass phrase rather. */
function isIdentifier(value: string): boolean {
  return (
    /^[a-z]+(?:[-_.][a-z]+)+$/i.test(value) ||
    /^[A-Z]+$|^\p{Lu}\p{Ll}+$|^[a-z]{1,15}$|^[A-Za-z]?[a-z]+(?:[A-Z][a-z]+)+$/u.test(value) ||
    FOREIGN_WORD.test(value)
  );
}

/** Random bytes in base64 that happen to begin with `/` or `+`, and no path. */
export function isSlashed(value: string): boolean {
  return (
    /^[+/](?=.*\d)(?=.*[A-Z])(?!.*[a-z]{7})[A-Za-z\d+/]{27,255}={0,2}$|^[+/](?=.*\d)(?=.*[A-Z])[A-Za-z\d+/]{18,26}={1,2}$/.test(value) &&
    surprise(value) >= RANDOM
  );
}

/** At least three changes between letters and digits, or upper and lower case within: `a1b2…`, not `v1-production-secret-name`. */
function isMixed(value: string): boolean {
  let changes = 0;
  for (let i = 1; i < value.length; i++) if (kindOfUnit(value.charCodeAt(i)) !== kindOfUnit(value.charCodeAt(i - 1))) changes++;
  const parts = value.split(/[-_.]/).filter(Boolean);
  const words = parts.filter((word) => /^[a-z]{3,}$/i.test(word)).length;
  // `web2-eu-104`, a name with numbers.
  if (parts.length > (words > 0 ? 1 : 3) && parts.every((part) => /^[a-z]{1,16}\d{0,2}$|^\d{1,16}$/i.test(part))) return false;
  return changes >= 4 && words < 3;
}

function kindOfUnit(unit: number): number {
  return unit >= 48 && unit <= 57 ? 0 : unit >= 65 && unit <= 90 ? 1 : unit >= 97 && unit <= 122 ? 2 : 3;
}
