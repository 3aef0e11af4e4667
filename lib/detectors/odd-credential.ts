import type { NamedDetector } from '../scan/detector.ts';
import type { Span } from '../scan/finding.ts';
import { LONG_RUN_LENGTH } from '../scan/long-run.ts';
import { isBlank, isPlaceholder, isTyped } from './placeholder.ts';
import { surprise } from './surprise.ts';
import { textBefore } from './text-before.ts';

/** A format that the provider is not known for: it has changed, or the value was mistyped. */
const ODD = 0.5;
const MADE_UP = 0.3;
const SHORTEST = LONG_RUN_LENGTH;
const LONGEST = 512;
/** Bits per pair above which letters are no words: see `surprise`. */
const RANDOM = 5;

/** Words that say that a secret follows, not an id or a name. */
const SECRET =
  /key|token|secret|passw(?:or)?d|passwd|pwd|auth|private|access|credential|creds|bearer|licen[sc]e|\bpat\b|jwt|cookie|\bsalt\b/gi;
/** Words for what is public, or something else. */
const ELSE =
  /publi[cs]|csrf|xsrf|authenticity|-----|\bsite|anon|commit|sha-?\d|\bsha\b|hash|checksum|digest|integrity|revision|\brev\b|guid|image|version|etag|md5|fingerprint|build|trace|span_?id|request|correlation|asset|chunk|cache|branch|resolved|tarball|file|path|url|uri\b|name|(?:key|token|secret)[-_ ]?ids?(?![a-z])|example|expir|(?:change|client)-token/i;

/** Letters, digits and what joins them in tokens: `_` `-` `.` `+` `/` `~`. */
const BODY = /[A-Za-z0-9_~][\w.+/~-]{0,511}/y;

/** Names of what everybody may see. */
const OPEN = /publi[cs]|csrf|xsrf|authenticity/i;

/** The value that begins at `at`: a run that holds letters and digits and neither words nor a path. Null where the run is the middle of something. */
export function oddValue(text: string, at: number): Span | null {
  if (!beginsValue(text, at)) return null;
  BODY.lastIndex = at;
  const body = BODY.exec(text)?.[0] ?? '';
  let end = at + body.length;
  while (end > at && '.-~'.includes(text[end - 1] as string)) end--;
  if (text[end] === '=') {
    const padding = text[end + 1] === '=' ? 2 : 1;
    // An equals sign before more is an assignment.
    if (/[\w/+"'`=]/.test(text[end + padding] ?? '')) return null;
    end += padding;
  }
  if (end - at < SHORTEST || end - at > LONGEST || goesOn(text, end)) return null;
  return isRandom(text.slice(at, end)) ? { start: at, end } : null;
}

/** Whether what stands at `end` shows that the value is a part of something, or cut short. */
function goesOn(text: string, end: number): boolean {
  return /^(?:[@:(*#%&]|\.\.|…|\[|[!?^$~.-][\w*#])/.test(text.slice(end, end + 2));
}

/** After white space, a quote, a sign or a bracket; after a hyphen where a word for secrets stands before it: `acmeSECRET-…`. */
function beginsValue(text: string, at: number): boolean {
  if (at === 0) return true;
  const before = text[at - 1] as string;
  if (before === '-' || before === '_')
    return (
      /(?:key|token|secret|private|access|password|auth)[-_]$/i.test(textBefore(text, at, 12)) &&
      /^(?:\w{16}|\w{8}-)/.test(text.slice(at, at + 16))
    );
  if (/[A-Za-z0-9]/.test(before)) return /(?:\\[nrt]|%[0-9A-F]{2}|\\u[0-9a-f]{4})$/.test(textBefore(text, at, 6));
  return !'./+~@#$%&\\'.includes(before);
}

/** Digits among letters, with no part that reads like a word; or typed along the keyboard, as in an example. */
export function isRandom(value: string): boolean {
  if (!/\d/.test(value)) return false;
  if (isTyped(value)) return true;
  if (!/[A-Za-z]/.test(value)) return false;
  if (/^0x[0-9a-f]{4,16}$|\.\./i.test(value) || (surprise(value) < RANDOM && changes(value) < 5)) return false;
  const parts = value.split(/[-_.+/~]/);
  const words = parts.filter((part) => /^[A-Za-z]{4,}\d{0,2}$/.test(part) && surprise(part) < RANDOM);
  return words.reduce((sum, word) => sum + word.length, 0) * 3 < value.length;
}

/** How often letters turn to digits, or digits to letters. */
function changes(value: string): number {
  return (value.match(/[A-Za-z]\d|\d[A-Za-z]/g) ?? []).length;
}

/** Words that may stand between a name and its value. */
const BETWEEN = new Set(
  'string str value val is was the as to be set const final static default body var let get n r t q android token key id secret std'.split(
    ' ',
  ),
);

/** Whether nothing but signs and words such as "string" and "value" parts a name from its value. */
function isClose(tail: string): boolean {
  if (tail.length > 48) return false;
  const line = tail.indexOf('\n');
  // A value in the next line needs a sign at the end of this one, or a name of its own.
  if (
    line >= 0 &&
    !/[:=>|,([{][\s"'`\\]{0,4}$/.test(tail.slice(0, line)) &&
    !/^\s{0,16}["']?(?:value|default)["']?\s?[:=]/.test(tail.slice(line + 1))
  )
    return false;
  if (line >= 0 && tail.indexOf('\n', line + 1) >= 0) return false;
  return (tail.match(/[A-Za-z]{1,40}/g) ?? []).every((word) => BETWEEN.has(word.toLowerCase()));
}

/** Where the last word for secrets in `text` ends; -1 when there is none. */
function afterSecret(text: string): number {
  let end = -1;
  for (const { index, 0: word } of text.matchAll(SECRET)) end = index + word.length;
  return end;
}

/** Whether a word names a provider rather than any credential: `acme_token`, not `bot token`. */
function namesSomebody(word: string): boolean {
  return /[a-z0-9]/.test(
    word.replace(
      /secret|token|private|personal|access|api|key|client|id|auth|app|bot|login|password|service|session|hmac|runner|registration|security|smtp|code|run|with|x-/g,
      '',
    ),
  );
}

/**
 * Finds what is said to be a secret of a provider and does not look like one: another alphabet, another length. The provider's own detectors find what does.
 *
 * @param words - how text names providers, lower case
 * @param isPublic - whether a value near a word is public by design, or for tests
 */
export function oddCredential(words: () => readonly string[], isPublic: (word: string, value: string) => boolean): NamedDetector {
  return {
    kind: 'named',
    id: 'odd-credential',
    entity: 'ASSIGNED_SECRET',
    source: 'https://cwe.mitre.org/data/definitions/798.html',
    get words() {
      return words().filter(namesSomebody);
    },
    // Nearly all do: a value of this kind in short pieces is missed.
    holdsRun: true,
    match: oddValue,
    judge: (text, value, word) => {
      if (value.start < word.end) return null;
      const gap = text.slice(word.end, value.start);
      const before = textBefore(text, word.start, 32);
      const name = before.slice(before.lastIndexOf('\n') + 1) + text.slice(word.start, word.end);
      if (gap.length > 80) return null;
      const said = afterSecret(gap);
      const written = text.slice(value.start, value.end);
      const isAssigned =
        written.length >= 20 && !/^[0-9a-f-]+$/i.test(written) && /^["'`\]]{0,3}[ \t]{0,4}(?::=|=>|=|:)[ \t]{0,4}["'`]{0,2}$/.test(gap);
      if (said < 0 && afterSecret(name) < 0 && !isAssigned) return null;
      if (!isClose(gap.slice(Math.max(0, said)).replace(/^[A-Za-z]{1,12}(?=["'`\]]|\s?[=:])/, ''))) return null;
      // `SubscriptionId`, `AWS::EC2::KeyPair`
      if (/[a-z](?:Id|ID|_id)["'`]?\s{0,4}[:=]\s{0,4}["'`]?$/.test(gap) || gap.startsWith('::')) return null;
      // Another value, or a sentence, stands between.
      if (ELSE.test(gap) || OPEN.test(name) || /[.!?;]\s|[A-Za-z0-9+/]{24}|\d{5}/.test(gap)) return null;
      if (isPublic(text.slice(word.start, word.end).toLowerCase(), written)) return null;
      return isBlank(written) || isPlaceholder(written) ? MADE_UP : ODD;
    },
  };
}
