import type { Span } from '../scan/finding.ts';
import { textBefore } from './text-before.ts';

/**
 * How languages, formats and people write down the value of a name. Each stands behind the name, `close` being what ends it: a quote, a bracket, the stars of
 * Markdown. The value follows: quoted, bare, or up to the next tag.
 */
interface Form {
  /** Sticky. */
  readonly sign: RegExp;
  readonly values: readonly RegExp[];
}

/** Up to the closing quote; perhaps quoted twice, as `'"v"'` and `"\"v\""`, or thrice, as `'''v'''`. A letter before it says what kind of text it is: `b'v'`, `f"v"`, `@"v"`. */
const QUOTED =
  /(?:@|<<|\$@?|[bfnru]{1,2}(?=["']))?(?:\\{0,3}["'`]|[“„«‚] ?){1,3}([^"'`“”„«»‘\\\r\n]{3,255}[^"'`“”„«»‘\\\r\n ])(?=\\{0,3}["'`]|[“”‘]| ?»)/diy;
const BARE = /(?!["'`\\‘‚])([^\s"'`“”„«»,;<>(){}[\]|\\]{6,256})/dy;
/** The same where nothing is made of it: no key of an object, no part of a longer text. */
const QUOTED_ALONE = /(?:@|\$@?|[bfnru]{1,2}(?=["']))?["'`]([^"'`\\\r\n]{4,256})["'`](?![ \t]{0,4}[:=(+.[])/diy;
/** Up to a quote of the kind that opens: the other kinds, and escapes, belong to the value. */
const QUOTED_ALIKE =
  /(?:@|[bfnru]{1,2}(?=["']))?(?:"((?:[^"\\\r\n]|\\.){4,256})"|'((?:[^'\\\r\n]|\\.){4,256})'|`((?:[^`\\\r\n]|\\.){4,256})`)/diy;
/** Four groups of four letters, as Google shows a password for an app (https://support.google.com/accounts/answer/185833). */
const GROUPS = /["'`]{0,2}([a-z]{4}(?: [a-z]{4}){3})(?![\w ])/dy;
/** Perl's and Lua's brackets. */
const WRAPPED = /(?:q\{|\[\[)([^\s{}[\]]{4,256})(?=\}|\]\])/dy;
/** A line by itself. */
const BLOCK = /([^\s"'`,;<>(){}[\]|\\]{6,256})[ \t]{0,4}(?=\r?\n|$)/dy;
/** What a test types, and the keys that it presses then. */
const KEYED = /["'`]([^"'`\\\r\n{}]{4,128})(?=(?:\{\w{2,12}\}){1,2}["'`])/dy;
/** In the value of a tag. */
const TAGGED = /([^\s"'`<>]{4,256})(?=\s{0,16}<\/)/dy;
/** Behind nothing but a space: letters and digits, long enough to be no word. */
const LONG = /(?:[`*]{1,2})?([A-Za-z0-9][\w.+/~=-]{18,255})(?![\w@:(])/dy;

const FORMS: readonly Form[] = [
  // x: String = "v", x: &'static str = "v", x string = "v", x As String = "v", X { get; set; } = "v"
  {
    sign: /[ \t]{0,4}(?::[ \t]{0,4}(?:&(?:'\w{1,12} )?)?(?:[A-Za-z][\w.<>]{2,24}[?!]?|\[u8(?:; ?\d{1,3})?\])|[ \t](?:(?:as )?string|str|var[a-z\d()]{0,12})|[ \t]\{ get; [a-z; ]{0,16}\})[ \t]{0,4}=[ \t]{0,8}/iy,
    values: [QUOTED],
  },
  // The value in the next line: x =, x: and x = \, x = (
  {
    sign: /(?:\\{0,3}["'`]|[\])]){0,3}[ \t]{0,8}(?::=|=|:)[ \t]{0,4}(?:\\[ \t]{0,2}\r?\n[ \t]{0,32}|\(?[ \t]{0,2}\r?\n[ \t]{1,32})/y,
    values: [QUOTED_ALONE],
  },
  // "x";s:32:"v" of PHP
  { sign: /\\{0,3}["'];[ \t]?s:\d{1,4}:(?=\\{0,3}["'])/y, values: [QUOTED] },
  // x = new String("v"), x: String("v"), x = SecretString::new("v")
  {
    sign: /(?:\\{0,3}["'`]|[\])]){0,2}[ \t]{0,8}(?::=|=>|=|:)[ \t]{0,4}(?:new )?(?:(?:std::|System\.)?[Ss]tring(?:::from)?|str|NSString|SecureString|Secret(?:String)?(?:::new|::from)?|ProtectedString|Sensitive|\[\]byte|(?:System\.Text\.)?Encoding\.\w{3,7}\.GetBytes|(?:Buffer|Bytes)\.from|md5|sha\d{1,3}|password|crypt)\((?=@?["'`])/iy,
    values: [QUOTED],
  },
  // What is meant where nothing is set: x = env.X || "v", x = getenv("X") or "v", x: env["X"] ?? "v"
  {
    sign: /["'\]]{0,2}[ \t]{0,8}(?::=|=|:)[ \t]{0,4}[A-Za-z_$][\w.$[\]("')?, ]{1,80}?[ \t](?:\|\||\?\?|or|\?:)[ \t]{1,4}/y,
    values: [QUOTED],
  },
  // x ENC v, as FortiOS shows what it keeps encrypted
  { sign: /[ \t]{1,4}ENC[ \t]{1,4}/y, values: [/([A-Za-z0-9+/]{16,256}={0,2})(?![\w+/=])/dy] },
  // "x": [{ "key": "value", "value": "v" }], as collections of Postman keep a key
  {
    sign: /["']\s{0,4}:\s{0,4}\[\s{0,24}\{(?:[^[\]{}]{0,80}\},\s{0,24}\{){0,2}\s{0,24}"key"\s{0,4}:\s{0,4}"(?:value|token|password)",\s{0,24}"value"\s{0,4}:\s{0,4}/y,
    values: [QUOTED],
  },
  // x = v, x: v, x := v, x => v, x ?= v, x += v, x .= v, x ::= v, "x": "v", **x**: v, x -> v; in columns, too
  {
    sign: /(?:\\{0,3}["'`]|\[(?:\d\d\d?)?(?=\])|[\])*}]){0,4}(?:\[["'][\w.-]{1,32}["']\])?[ \t]{0,48}(?::{1,3}=|=>|===?|(?:\?\??|\+|\.|\|\|)=|=|:|->|→|[ \t](?:is|was|ist|lautet|est|es)(?: now)?:?(?=[ \t]))[ \t]{0,48}(?=[^:=\s])/y,
    values: [
      GROUPS,
      QUOTED,
      QUOTED_ALIKE,
      WRAPPED,
      /\*\*([^\s"'`,;<>(){}[\]|\\*]{6,256})(?=\*\*)|[`*]{0,2}(?!["'`\\‘‚])([^\s"'`“”„«»,;<>(){}[\]|\\]{6,256})/dy,
    ],
  },
  // "x", "v"; "x", "value": "v"; ('x', default='v'); {x, <<"v">>}
  {
    sign: /(?:\\{0,3}["'`]){0,2}[ \t]{0,4},\s{0,12}(?:\\{0,3}["']?(?:value|val|default|initial|defaultvalue)\\{0,3}["']?[ \t]{0,4}(?::|=|=>)[ \t]{0,4})?(?=@?(?:<<)?\\?["'`])/iy,
    values: [QUOTED],
  },
  // key="x" value="v", type="x" id="a" value="v"
  {
    sign: /["'](?:[ \t\r\n]{1,8}[a-z][\w:-]{0,23}="[^"<>\r\n]{0,64}"){0,3}[ \t\r\n]{1,8}(?:[a-z]{1,12}:)?(?:value|default)[ \t]{0,2}=[ \t]{0,2}/iy,
    values: [QUOTED],
  },
  // <x>v</x>, <string name="x">v</string>, <key>x</key> <string>v</string>, <property name="x"> <value>v</value>
  { sign: /["']?[ \t]{0,2}(?:\/?>|<\/\w{1,20}>)\s{0,16}(?:<(?:string|value|data|key)(?: \w{1,24}="\w{1,12}")?>)?/iy, values: [TAGGED] },
  // <td>x</td> <td>v</td>, <b>x:</b> v
  {
    sign: /[ \t]?:?\s{0,40}<\/(?:td|th|dt|b|strong|em|i|label|span|p|div)>:?\s{0,40}(?:<(?:td|dd|pre|code|b|strong|em|i|span|p|div)(?: [^<>]{1,120})?>\s{0,40}){0,3}/iy,
    values: [TAGGED],
  },
  // name: x, and in the next line value: v
  { sign: /["']?,?[ \t]{0,4}\r?\n[ \t]{1,24}["']?(?:value|default)["']?[ \t]{0,2}[:=][ \t]{0,4}/iy, values: [QUOTED, BARE] },
  // "x": { "value": "v" }
  { sign: /["'][ \t]{0,4}:[ \t]{0,4}\{\s{0,16}["'](?:value|default|defaultvalue)["'][ \t]{0,4}:[ \t]{0,4}/iy, values: [QUOTED] },
  // name: x or x:, and below it in: header, type: string and example: v, as OpenAPI describes them
  {
    sign: /["']?:?[ \t]{0,4}\r?\n(?:[ \t]{1,24}(?!example|default)[a-z]{1,24}:[^\r\n]{0,120}\r?\n){1,6}[ \t]{1,24}example:[ \t]{1,4}/iy,
    values: [QUOTED, BLOCK],
  },
  // x: and below it Type: String and Default: v
  {
    sign: /:[ \t]{0,4}\r?\n(?:[ \t]{1,16}(?!default)\w{1,32}:[^\r\n]{0,120}\r?\n){1,6}[ \t]{1,16}default:[ \t]{1,4}/iy,
    values: [QUOTED, BLOCK],
  },
  // "x": { "host.example": "v" }, as Composer keeps what a host is told
  {
    sign: /["'][ \t]{0,4}:\s{0,4}\{\s{0,24}["'](?:[\w-]{1,63}\.){1,4}[a-z]{2,24}(?::\d{2,5})?["'][ \t]{0,4}:[ \t]{0,4}/iy,
    values: [QUOTED],
  },
  // ["x"]=> string(9) "v", as PHP shows it
  { sign: /["'](?::\w{7,9})?\][ \t]{0,2}=>\s{1,24}string\(\d{1,3}\) /y, values: [QUOTED] },
  // ENV.fetch("x") { "v" }, env::var("x").unwrap_or("v"), getenv("x") ?: "v"
  {
    sign: /["'][\])]{1,2}[ \t]{0,2}(?:\{|\|\||\?\?|\?:|or |\.(?:unwrap_or|get_?or_?else|or_?else)\w{0,12}\()[ \t]{0,2}/iy,
    values: [QUOTED],
  },
  // variable "x" { default = "v" }
  { sign: /["'][ \t]{0,4}\{\s{1,16}(?:type[ \t]{0,8}=[ \t]{0,8}"?string"?\s{1,16})?default[ \t]{0,8}=[ \t]{0,8}/iy, values: [QUOTED] },
  // x: | and x: > of YAML, and the value in the next line
  { sign: /["']?[ \t]{0,2}:[ \t]{1,4}[|>][-+]?[ \t]{0,2}\r?\n[ \t]{1,32}/y, values: [BLOCK] },
  // x,v,
  { sign: /,(?=[A-Za-z0-9][^\s,"'()]{15,256}(?:,|\r?\n|$))/y, values: [BARE] },
  // getByLabel('x').fill('v'), find_element(By.ID, "x").send_keys("v")
  {
    sign: /["'\]]{1,3}(?:, ?\{[^{}\r\n]{0,60}\})?\){1,2}\s{0,12}\.(?:fill|type|send_?keys|set_?value|press_?sequentially|clear_?and_?type|enter_?text|input)\(/iy,
    values: [KEYED, QUOTED],
  },
  // fill_in 'x', with: 'v'; fillField('x', secret('v'))
  { sign: /["'],[ \t]{0,2}(?:with:[ \t]{0,2}|secret\()(?=["'])/y, values: [QUOTED] },
  // x("v"), setX("v")
  { sign: /\([ \t]{0,4}/y, values: [QUOTED] },
  // gh secret set x --body "v"
  { sign: /[ \t]{1,4}--?(?:body|value|b|v)[= ][ \t]{0,4}/y, values: [QUOTED, BARE] },
  // x "v", #define X "v", | x | v |
  { sign: /(?:[*`]{1,2})?[ \t]{1,8}(?:\|[ \t]{0,8})?/y, values: [QUOTED, LONG] },
];

/** `set X v`, `ENV X v`: what stands before the name makes a bare value of any length one. */
const COMMAND = /(?:^|[\s;&])(?:set|setx|setenv|env|arg|export)[ \t]{1,4}[\w.-]{0,48}$/i;
const AFTER_COMMAND = /[ \t]{1,8}([^\s"'`,;<>(){}[\]|\\=]{6,256})(?=\s|$)/dy;

const NAME = /[\p{L}_.-]{3,14}(?: (?:key|token|secret|de passe))?[\w-]{0,32}/uy;
/** What can follow a name that is given a value. */
const STARTERS = new Set('"\'`\\[])}* \t:=>,<(|\r\n?-→/;+.');

/** The value of the name that holds `at`, or null when it is given none. */
export function matchAssignment(text: string, at: number): Span | null {
  // Three letters that come up in random text.
  if (/^mdp/i.test(text.slice(at, at + 3)) && /[\p{L}\d]/u.test(text[at - 1] ?? '')) return null;
  NAME.lastIndex = at;
  const name = NAME.exec(text);
  if (!name) return null;
  const end = at + name[0].length;
  if (!STARTERS.has(text[end] ?? '')) return null;
  for (const { sign, values } of FORMS) {
    sign.lastIndex = end;
    const found = sign.exec(text);
    if (!found) continue;
    const value = firstOf(values, text, end + found[0].length);
    if (value) return inQuery(text, at, withRest(text, value));
  }
  const line = textBefore(text, at, 64);
  return COMMAND.test(line) ? firstOf([AFTER_COMMAND], text, end) : null;
}

function firstOf(values: readonly RegExp[], text: string, at: number): Span | null {
  for (const value of values) {
    value.lastIndex = at;
    const place = value.exec(text)?.indices?.slice(1).find(Boolean);
    if (!place) continue;
    // A quote of another kind ends no value.
    const whole = value === QUOTED && firstOf([QUOTED_ALIKE], text, at);
    return whole && whole.start === place[0] && whole.end > place[1] ? whole : { start: place[0], end: place[1] };
  }
  return null;
}

/** Literals that are joined to the one before: `"v" + "v"`, `'v' . 'v'`. */
const REST = /(["'])\s{0,8}[+.]\s{0,40}\1[^\s"'\\]{1,256}(?=\1)/y;
/** What joins two of them. */
const JOINT = /(["'])\s{0,8}[+.]\s{0,40}\1/;

/** A value in quotes with the literals that are joined to it. */
function withRest(text: string, { start, end }: Span): Span {
  let last = end;
  for (REST.lastIndex = end; /["']/.test(text[start - 1] ?? '') && REST.test(text); ) last = REST.lastIndex;
  return { start, end: last };
}

/** The first of the literals of which a value is joined. */
export function firstLiteral(text: string, { start, end }: Span): Span {
  const joint = text.slice(start, end).search(JOINT);
  return { start, end: joint < 0 ? end : start + joint };
}

/** The value of a parameter ends at the next one. */
function inQuery(text: string, at: number, value: Span): Span | null {
  const written = text.slice(value.start, value.end);
  const next = written.search(/&(?:amp;)?[A-Za-z_][\w.-]{0,31}=/);
  const ampersand = next < 0 ? written.indexOf('&') : next;
  if (ampersand < 0 || (next < 0 && !/[?&][\w.-]{0,32}$/.test(textBefore(text, at, 33)))) return value;
  return ampersand < 4 ? null : { start: value.start, end: value.start + ampersand };
}

/** The name that the value at `start` was given, which holds the last of `WORDS` before it, and what parts the two. */
export function nameBefore(text: string, start: number): { readonly name: string; readonly sign: string } {
  const before = textBefore(text, start, 96);
  const words = [...before.matchAll(WORDS)];
  const last = words[words.length - 1];
  if (!last) return { name: '', sign: '' };
  let from = last.index;
  while (from > 0 && NAME_UNIT.test(before[from - 1] as string)) from--;
  NAME_END.lastIndex = last.index;
  const to = last.index + (NAME_END.exec(before)?.[0].length ?? 0);
  return { name: before.slice(from, to), sign: before.slice(to) };
}

const WORDS =
  /passw|pwd|pass\b|[-_](?:salt|seed)|secret|token|api[-_. ]?key|[-_.]key(?![a-z])|access.?key|auth.?key|private.?key|(?:signing|crypt(?:ion)?|hmac|webhook|session|licen[cs]e|shared|server|apps?|nwks?).?key|credential|kennwort|contrase|mdp|[-_.]pw(?![a-z])|pass(?:_?phrase|code)|mot[ _]de[ _]passe|_pat(?![a-z])|pepper/giu;
const NAME_UNIT = /[\p{L}\w.-]/u;
const NAME_END = /[\p{L}\w.-]{1,48}/uy;
