/** Values that stand for a secret and are none, lower case. */
const DUMMIES = new Set(
  (
    'password passwd passwort pass pwd passphrase kennwort secret secrets token key apikey api_key api-key user username root admin guest anonymous anonymous@ test testing tester demo dummy sample ' +
    'example changeme change_me change-me changeit replaceme replace_me replace-me fixme todo tbd foo bar foobar baz none null nil undefined true false empty default ' +
    'foobared required optional string number boolean text hidden redacted masked removed secret123 yourpassword mypassword my_password mysecret postgres mysql redis mongo localhost ' +
    // How text is coded.
    'base32 base64 base64url utf8 utf-8 utf-16 utf16le latin1 ascii'
  ).split(' '),
);

/** Parts that occur in placeholders and hardly ever in a real secret; lower case. */
const TELLTALES =
  /your[-_ ]?|example|placeholder|changeme|change[-_]me|replace[-_]?(?:me|with|this)|insert[-_]|dummy|redacted|xxxx|\*\*\*|\.\.\.|…|•|goes[-_]?here|_here\b|-here\b|not[-_]?a[-_]?real|fake|sample|todo/;

/** Types of GraphQL and Swift, methods of authentication, the name under which a service keeps a secret (https://cloud.google.com/secret-manager/docs): no value. */
const NAMES_OF_KINDS =
  /^(?:string|int|id|boolean|bool|float|number)[!?]$|^(?:scram-)?sha-?(?:1|224|256|384|512)$|^[hre]s(?:256|384|512)$|^projects\/[\w.-]{1,64}\/secrets\/|^[a-z][\w-]{0,64}:latest$/;

/** What manuals write for the password of a service: `NOVA_PASS`, `NOVA_DBPASS`, `CHAP_PASSWORD`. */
const NAMED_AFTER = /^[A-Z][A-Z\d_]{1,24}_(?:(?:DB)?PASS(?:WORD|WD)?|PW)$/;

/**
 * Whether `value` visibly stands for a secret: `${VAR}`, `{{ name }}`, `<your-key>`, `%NAME%`, `xxxx`, `****`, `changeme`, `process.env.NAME`. Time linear
 * in the value.
 */
export function isPlaceholder(value: string): boolean {
  const lower = value.toLowerCase();
  return (
    DUMMIES.has(lower.replace(/^-/, '')) ||
    // `!vault`, `!secret`: a tag of YAML is one, too.
    /^['"]?(?:\$|\\|<|\{|\[|%(?:[\w.]{1,48}%|[-\d.]{0,5}[sdqvxru@](?![a-z\d])|env\(|[({<%]|24|7b|$)|#\{|\(|&|\.\*|![a-z]+$)/i.test(value) ||
    isParameter(value) ||
    /\$\{|\{\{|<[a-z_ -]{1,40}>/i.test(value) ||
    /^(?:process|os|env|import|config|settings|secrets?|vars?|self|this|req|request|params|props|args|options|data|state|form|event|ctx|context|local|module)\b[.[(]/i.test(
      value,
    ) ||
    TELLTALES.test(lower) ||
    NAMES_OF_KINDS.test(lower) ||
    NAMED_AFTER.test(value) ||
    isRepetitive(lower)
  );
}

/** `@name`, as queries and templates write them. A password may begin with an @ too: digits and signs in it say so. */
function isParameter(value: string): boolean {
  return value.startsWith('@') && (/[(){}\s]/.test(value) || !/\d/.test(value) || !/[!#$%^&*+=~@]/.test(value.slice(1)));
}

/** Fewer than four different characters, or a run along the alphabet or the digits. */
function isRepetitive(lower: string): boolean {
  if (new Set(lower).size < Math.min(4, lower.length)) return true;
  return (
    lower.length >= 5 && ('abcdefghijklmnopqrstuvwxyz'.includes(lower) || (lower.length >= 7 && '01234567890123456789'.includes(lower)))
  );
}

/**
 * Whether the body of a machine-made token stands for another: one character over and over, one part over and over, or words such as "your token
 * here". Time linear in the token.
 */
export function isBlank(token: string): boolean {
  const tail = token.slice(-20);
  return (
    /^[xX*.0#_-]+$/.test(tail.slice(-12)) ||
    new Set(tail.toLowerCase()).size < 3 ||
    /your[-_ ]|_here|put_|placeholder|redacted|changeme|replace|example(?!\d{0,4}[.])/i.test(token) ||
    /(.)\1{9}|([0-9A-Za-z]{2,4})\2{4}/.test(token) ||
    isDull(token)
  );
}

/** Whether half of the characters are the one before them; of random ones, a sixteenth is. */
function isDull(token: string): boolean {
  const body = token.slice(-48);
  let same = 0;
  for (let i = 1; i < body.length; i++) if (body.charCodeAt(i) === body.charCodeAt(i - 1)) same++;
  return body.length >= 16 && same * 2 >= body.length;
}

/** Whether a token was typed along the keyboard or the alphabet, as authors of examples do. Time linear in the token. */
export function isTyped(token: string): boolean {
  return /abcdefg|bcdefgh|ijklmno|qrstuvw|1234567|2345678|7654321|qwertyu|asdfghj|0{8}|a1b2c3/.test(token.toLowerCase());
}

/** Whether the body of a machine-made token was typed by hand. Time linear in the token. */
export function isHandMade(token: string): boolean {
  return isBlank(token) || new Set(token.toLowerCase().slice(-16)).size < 4 || isTyped(token);
}

/** Whether a token is cut short or masked from `end` on: `xoxb-12…`, `sk-ab****`, `ghp_ab[redacted]`. */
export function isCutShort(text: string, end: number): boolean {
  return /^-?(?:\*{2}|#{3}|\.{2}|…|\[\w|x{4})/i.test(text.slice(end, end + 5));
}
