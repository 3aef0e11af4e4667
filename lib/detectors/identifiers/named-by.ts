import type { Guess } from '../../scan/detector.ts';
import { isDigit } from '../../scan/number.ts';
import { isBehindName, isDenied } from './behind-name.ts';
import { ACTING, type Candidate, CONFIDENCE, DOUBTFUL, isMistyped, named, order, SMALL } from './candidate.ts';
import type { Layout } from './forms.ts';
import { KINDS } from './kinds.ts';
import type { Meaning } from './meanings.ts';
import { holdsSmall, isWordUnit } from './reader.ts';
import type { Mention } from './words.ts';

/** A check that fails directly behind the very name: mistyped, or made up for a demonstration. */
const MISTYPED = 0.5;

/** Characters between a word and what it names. */
const BEFORE = 60;
const AFTER = 40;

interface Judged extends Closeness {
  readonly candidate: Candidate;
  /** The very name stands directly before it. */
  readonly direct: boolean;
}

/** What the words near a value make of its readings: the entry's own word, or a word for its kind, with the country where one is named. */
export function namedBy(close: Close, found: readonly Candidate[], text: string, start: number): Guess | null {
  const judged: Judged[] = [];
  for (const candidate of found) {
    const own = closest(close, candidate, text, start);
    if (own) judged.push({ candidate, ...own });
  }
  if (judged.length === 0) return null;
  // What the very name before it says goes before what a word for the kind may mean in other countries.
  const told = judged.some(({ direct }) => direct) ? judged.filter(({ direct, vague }) => direct || !vague) : judged;
  told.sort(
    (a, b) => b.confidence - a.confidence || b.said - a.said || b.candidate.end - a.candidate.end || order(a.candidate, b.candidate),
  );
  const first = told[0] as Judged;
  const { end } = first.candidate;
  const same = told.filter(({ candidate }) => candidate.end === end && (isMistyped(first.candidate) || !isMistyped(candidate)));
  const entities = same.map(({ candidate }) => candidate.entry.entity);
  const isVague = first.vague && same.filter(({ vague, confidence }) => vague && confidence === first.confidence).length > 1;
  const kind = KINDS[first.candidate.entry.row[1]];
  return { span: { start, end }, confidence: first.confidence, ...named(isVague ? [kind.entity, ...entities] : entities) };
}

/** By index of an identifier: 1 where words name it, or its kind. */
export type Wanted = Uint8Array;

/** The mentions near values that begin before `end`, and what they name. */
export interface Close {
  readonly end: number;
  readonly mentions: readonly Mention<Meaning>[];
  readonly wanted: Wanted | null;
  readonly countries: readonly string[];
  /** By mention: whether the value that is judged stands directly behind it, as far as was asked; many readings of one value ask the same. */
  readonly behind: (boolean | undefined)[];
}

const LINE_FEED = 10;
/** The line between the head of a table and its rows. */
const RULE = /\n[-|:+= \t]+(?=\n)/;

const SENTENCE_END = /[.!?]\s/;

/** What another name of the same entry near a value adds to how much was said. */
const ANOTHER_NAME = 8;

interface Closeness {
  readonly confidence: number;
  /** How much the word says: the longer and the nearer the more. */
  readonly said: number;
  /** Only the kind was named, no country. */
  readonly vague: boolean;
}

function closest(close: Close, candidate: Candidate, text: string, start: number): Omit<Judged, 'candidate'> | null {
  const { entry, end } = candidate;
  const kind = entry.row[1];
  const country = close.countries.includes(entry.country);
  let best: Closeness | null = null;
  let direct = false;
  let names = 0;
  let named = 0;
  for (let at = 0; at < close.mentions.length; at++) {
    const mention = close.mentions[at] as Mention<Meaning>;
    const { meaning, start: from, end: to, length } = mention;
    const isOwn = meaning.kind === 'row' && meaning.index === entry.index;
    if (!isOwn && !(meaning.kind === 'kind' && meaning.of === kind)) continue;
    const inside = from >= start && from < end;
    const isBefore = to <= start;
    const distance = inside ? 0 : isBefore ? start - to : from - end;
    if (distance > (isBefore || inside ? BEFORE : AFTER)) continue;
    // The end of a file's name: `favicon.ico`.
    if (length <= 3 && text[from - 1] === '.' && isWordUnit(text.charCodeAt(from - 2))) continue;
    if (isOwn && entry.level === 'D' && isOtherName(text, mention, start, end)) continue;
    // An option of a command: `cp -r`.
    if (text.slice(from, to).includes(' -')) continue;
    if (inside && !entry.layout.only.some(([place]) => place === 0)) continue;
    // A parameter of an address of the web is named in there, if at all.
    if (isBefore && text.slice(to, start).includes('://')) continue;
    // Of a number without a check, the word behind it stands in the same sentence.
    if (!inside && !isBefore && entry.level === 'D' && SENTENCE_END.test(text.slice(end, from))) continue;
    if (!inside && isLinesAway(text, isBefore ? to : end, isBefore ? start : from)) continue;
    if (isBefore) close.behind[at] ??= isBehindName(text, to, start);
    const isBehind = isBefore && close.behind[at] === true;
    const isDirect = isBehind && isNamedBy(mention, candidate, close, text);
    let confidence = confidenceBy(mention, candidate, { isNamed: isOwn || country, isBehind, isDirect }, text);
    if (confidence === 0) continue;
    // "CI run 4711": without a check digit, what two or three letters name stands directly behind them.
    if (length <= SHORT && entry.level === 'D' && !isBehind && !inside) confidence = Math.min(confidence, SMALL);
    direct ||= isDirect;
    // Another value stands between: the word is rather its name.
    if (distance > 24 && entry.level !== 'A' && entry.level !== 'B' && holdsValue(text, isBefore ? to : end, isBefore ? start : from))
      confidence = Math.min(confidence, SMALL);
    const said = length * 4 - distance + (isOwn ? 40 : 0) + (country ? 60 : 0) - (isBefore ? 0 : 20);
    if (isOwn && from >= named) {
      names++;
      named = to;
    }
    if (!best || confidence > best.confidence || (confidence === best.confidence && said > best.said))
      best = { confidence, said, vague: !isOwn && !country };
  }
  // What the text names in more than one way: a sort code, and an account number.
  return best && { ...best, said: best.said + Math.max(0, names - 1) * ANOTHER_NAME, direct };
}

/** What tells, behind a number, that it is money. */
const AMOUNT = /^ ?(?:EUR|USD|GBP|CHF|CAD|AUD|NZD|JPY|CNY|INR|SEK|NOK|DKK|PLN|CZK|HUF|RON|TRY|BRL|MXN|ZAR|SGD|HKD|MYR|IDR|KRW|[€$£¥])/;

/** What is written of telephones, in plans of their numbers. */
const PLAN = /country[ _]code|number_pattern|voip/i;

/** Whether a word that may name a number is part of another name here: `Acct-Session-Id`, `celle-ci`, `national_number` of a telephone. */
function isOtherName(text: string, { start, end, length }: Mention<Meaning>, valueStart: number, valueEnd: number): boolean {
  if (length <= SHORT && /\p{Ll}-$/u.test(text.slice(start - 2, start))) return true;
  // What stands on an account, in the books.
  if (valueEnd - valueStart < 8 && AMOUNT.test(text.slice(valueEnd, valueEnd + 5))) return true;
  // The number of a fault.
  if (text[valueStart - 1] === '#' && /[\n:]/.test(text.slice(end, valueStart))) return true;
  if (/^-(?!N[or]|Nu|Id)[A-Z][a-z]/.test(text.slice(end, end + 4))) return true;
  return /^(?:national|personal).number$/i.test(text.slice(start, end)) && PLAN.test(text.slice(Math.max(0, start - 64), valueEnd + 48));
}

/** How a mention stands to a value. */
interface Standing {
  /** It names the identifier itself, or its kind with the country. */
  readonly isNamed: boolean;
  /** The value stands directly behind it. */
  readonly isBehind: boolean;
  /** The same, and it is the very name. */
  readonly isDirect: boolean;
}

/** How sure a mention makes that names the identifier or its kind; 0 for nothing. */
function confidenceBy(
  { meaning, start: from }: Mention<Meaning>,
  candidate: Candidate,
  { isNamed, isBehind, isDirect }: Standing,
  text: string,
): number {
  const { entry, end, proved } = candidate;
  const { named } = CONFIDENCE[entry.level] as { named: number };
  const { plain, most = 1 } = KINDS[entry.row[1]];
  const isUnchecked = entry.level === 'D' || entry.level === 'S';
  if (isMistyped(candidate)) {
    // Where there is no check digit, the name is all the proof there is anyway.
    const suffices = entry.level === 'D' && (meaning.kind === 'row' ? meaning.name !== 'open' : plain >= ACTING);
    const isName = isDirect || (suffices && isBehind);
    return isName && !isDenied(text, from, end) ? Math.min(MISTYPED, most) : 0;
  }
  const sure = Math.min(isUnchecked ? most : 1, proved ? named : DOUBTFUL.named);
  if (isNamed || entry.level === 'A' || entry.level === 'B') return sure;
  // Where a check fails, the word for the kind may as well mean that of another country.
  return isUnchecked ? plain : Math.min(proved ? 0.6 : plain, sure);
}

/** Whether a mention that stands directly before a reading is its very name, or its kind with the country. */
function isNamedBy(mention: Mention<Meaning>, { entry, grouped }: Candidate, { mentions }: Close, text: string): boolean {
  const { meaning, start: from, end: to, length } = mention;
  if (meaning.kind !== 'row') {
    return mentions.some(
      (other) => other.meaning.kind === 'country' && other.meaning.of === entry.country && from >= other.end && from - other.end <= 2,
    );
  }
  if (meaning.name === 'open' || (meaning.name === 'kind' && !beginsWithCountry(entry.layout))) return false;
  // "the sin is …": a short word in small letters may be any.
  return length > SHORT || grouped || !holdsSmall(text, from, to);
}

/** Letters of a name that may be an ordinary word. */
const SHORT = 3;

/** Whether a layout has letters of its own in front. */
function beginsWithCountry({ only }: Layout): boolean {
  return [0, 1].every((place) => only.some(([at, characters]) => at === place && characters.length === 1));
}

/** Whether more than one line ends between two places, but for the line between the head of a table and its rows. */
function isLinesAway(text: string, from: number, to: number): boolean {
  let lines = 0;
  for (let i = from; i < to && lines < 2; i++) if (text.charCodeAt(i) === LINE_FEED) lines++;
  return lines === 2 && /\n[^\n]*\n/.test(text.slice(from, to).replace(RULE, ''));
}

/** Whether four digits in a row stand between two places. */
function holdsValue(text: string, from: number, to: number): boolean {
  let digits = 0;
  for (let i = from; i < to && digits < 4; i++) digits = isDigit(text.charCodeAt(i)) ? digits + 1 : 0;
  return digits === 4;
}
