import type { Guess, Named } from '../../scan/detector.ts';
import type { Span } from '../../scan/finding.ts';
import { lazily } from '../lazily.ts';
import { isBehindName, isDenied, OPEN_NAMES } from './behind-name.ts';
import { plausible } from './check-digits.ts';
import { allows, holdsNumber, type Layout, parseForms } from './forms.ts';
import type { Identifier, Kind } from './identifier.ts';
import { COUNTRIES, KINDS } from './kinds.ts';
import { addSteps, beginsAt, endsAt, firstStep, GroupReader, isAlphanumeric, isWordUnit, type Step } from './reader.ts';
import { createDictionary, cuesFor, type Mention } from './words.ts';

/** `DE_TAX_ID` for `de-tax-id`. */
export function entityOf(id: string): string {
  return id.replace(/^xx-/, '').toUpperCase().replaceAll('-', '_');
}

/** Confidence by proof: alone in a text or in running text, as one piece or in its usual groups, and near a word that names it. */
const CONFIDENCE: Readonly<Record<string, { readonly piece: number; readonly grouped: number; readonly named: number }>> = {
  A: { piece: 0.85, grouped: 0.9, named: 0.95 },
  B: { piece: 0.4, grouped: 0.6, named: 0.95 },
  C: { piece: 0.3, grouped: 0.4, named: 0.85 },
  S: { piece: 0.3, grouped: 0.3, named: 0.75 },
  D: { piece: 0, grouped: 0, named: 0.65 },
};
/** A check that fails: older issues, or made up. */
const DOUBTFUL = { piece: 0.3, named: 0.6 };
/** Not enough to act on: small letters, which belong to words and code more often, or a word that rather names another value. */
const SMALL = 0.45;
/** Rules act from here on. */
const ACTING = 0.5;
/** A check that fails directly behind the very name: mistyped, or made up for a demonstration. */
const MISTYPED = 0.5;

/** An identifier, ready to be compared. */
interface Entry {
  readonly row: Identifier;
  readonly index: number;
  readonly entity: string;
  readonly country: string;
  readonly layout: Layout;
  readonly level: 'A' | 'B' | 'C' | 'S' | 'D';
  readonly lenient: boolean;
}

/** One reading of what stands at one place. */
interface Candidate {
  readonly entry: Entry;
  readonly end: number;
  readonly proved: boolean;
  readonly grouped: boolean;
  /** Written in small letters. */
  readonly small: boolean;
  /** Digits as somebody is given them, not `1234567890`. */
  readonly plausible: boolean;
}

type Meaning =
  | { readonly kind: 'row'; readonly index: number; readonly name: Name }
  | { readonly kind: 'kind'; readonly of: Kind }
  | { readonly kind: 'country'; readonly of: string };

/** What the name of an identifier names: that one (perhaps in several countries), its kind as well, or other things as well. */
type Name = 'own' | 'kind' | 'open';

/** Finds identifiers of a table in a text. */
export interface Identifying {
  /** The span of what is proved by itself where a group begins at `at`, or null. */
  readonly proved: (text: string, at: number) => Span | null;
  /** What such a span is. */
  readonly nameOf: (text: string, span: Span) => Named | null;
  /** What a short text is, that holds little else. */
  readonly alone: (text: string) => readonly Guess[];
  /** What stands near the words that name it. */
  readonly near: (window: string) => readonly Guess[];
  /** The same of what does not begin with three digits in a row, which `near` finds anyway. */
  readonly nearInPairs: (window: string) => readonly Guess[];
  readonly cues: () => readonly string[];
  /** Those of identifiers that may be written without three digits in a row: plates, and numbers in pairs. */
  readonly cuesInPairs: () => readonly string[];
}

/** Characters between a word and what it names. */
const BEFORE = 60;
const AFTER = 40;
/** Characters before and behind the begin of a value within which a word counts at all: one for its country may stand further off than one for itself. */
const AROUND = 160;
/** Characters of a text whose values share what was found out about the words near them. */
const STEP = 64;

const NONE: readonly Candidate[] = [];
/** Most windows of ordinary text hold none, and every value does. */
const DIGIT = /\d/;

/** Compiles a table; the work is done when it is first asked. */
export function createIdentifying(rows: readonly Identifier[]): Identifying {
  let tables: { readonly all: Step<Entry>; readonly acting: Step<Entry> } | undefined;
  const reader = new GroupReader<Entry>();
  const wantedRows = new Uint8Array(rows.length);
  const dictionary = lazily(() => createDictionary<Meaning>([...phrases(rows)]));

  const ofKind = lazily(() => indexesByKind(rows));

  function compile(): { readonly all: Step<Entry>; readonly acting: Step<Entry> } {
    if (tables) return tables;
    tables = { all: firstStep(), acting: firstStep() };
    for (const [index, row] of rows.entries()) {
      const level = row[2][0] as Entry['level'];
      const entity = entityOf(row[0]);
      for (const layout of parseForms(row[3])) {
        const entry: Entry = { row, index, entity, country: row[0].slice(0, 2), layout, level, lenient: row[2].endsWith('?') };
        addSteps(tables.all, layout, entry);
        const { piece, grouped } = CONFIDENCE[level] as { piece: number; grouped: number };
        if ((layout.groups.length > 1 ? grouped : piece) >= ACTING) addSteps(tables.acting, layout, entry);
      }
    }
    return tables;
  }

  /** Every reading of what begins at `at`, of the entries in `table`; those alone that are `wanted`, where that is given. */
  function candidates(table: Step<Entry>, text: string, at: number, loose: boolean, wanted?: Wanted): readonly Candidate[] {
    if (!reader.read(text, at, table)) return NONE;
    let found: Candidate[] | null = null;
    for (let n = 0; n < reader.groups; n++) {
      const { shapes } = reader.steps[n] as Step<Entry>;
      const end = reader.ends[n] as number;
      if (shapes.length === 0 || !(endsAt(text, end) || (loose && endsLoosely(text, end)))) continue;
      const own = reader.letters & ((1 << (reader.lengths[n] as number)) - 1);
      let value = '';
      let joints = '';
      for (const { digits, letters, entries } of shapes) {
        if ((own & digits) !== 0 || (own & letters) !== letters) continue;
        for (const entry of entries) {
          if (wanted && wanted[entry.index] === 0) continue;
          // What is cut out of the text waits for an entry that it may be.
          if (value === '') {
            joints = reader.joints(text, n);
            if (joints.includes(' ') && (followsNumber(text, end) || precedesNumber(text, at))) break;
            value = reader.value(text, at, n);
          }
          if (!fits(entry.layout, value, joints)) continue;
          const check = entry.row[7];
          const proved = check ? check(value) : true;
          if (!proved && (proved === null || !(entry.lenient || (loose && entry.level !== 'S')))) continue;
          found ??= [];
          const small = own !== 0 && holdsSmall(text, at, end);
          found.push({ entry, end, proved: proved === true, grouped: n > 0, small, plausible: loose || plausible(value) });
        }
      }
    }
    return found ?? NONE;
  }

  function near(window: string, starts: readonly number[]): readonly Guess[] {
    if (starts.length === 0) return [];
    const mentions = dictionary().mentions(window);
    const guesses: Guess[] = [];
    let close: Close = { end: 0, mentions: [], wanted: null, countries: [], behind: [] };
    for (const start of starts) {
      if (start >= close.end) {
        const some = mentions.slice(firstFrom(mentions, start - AROUND), firstFrom(mentions, start + STEP + AROUND));
        close = { end: start + STEP, mentions: some, wanted: wantedBy(some), countries: countriesOf(some), behind: [] };
      }
      if (close.wanted === null) continue;
      const found = candidates(compile().all, window, start, true, close.wanted);
      if (found.length === 0) continue;
      close.behind.length = 0;
      const guess = namedBy(close, found, window, start);
      if (guess) guesses.push(guess);
    }
    return guesses;
  }

  /** What words name, until they are asked again; null when they name nothing but countries. */
  function wantedBy(mentions: readonly Mention<Meaning>[]): Wanted | null {
    let wanted: Wanted | null = null;
    for (const { meaning } of mentions) {
      if (meaning.kind === 'country') continue;
      wanted ??= wantedRows.fill(0);
      if (meaning.kind === 'row') wanted[meaning.index] = 1;
      else for (const index of ofKind().get(meaning.of) ?? []) wanted[index] = 1;
    }
    return wanted;
  }

  function best(found: readonly Candidate[], least: number): (Named & { readonly end: number }) | null {
    if (found.length === 0) return null;
    const ranked = found
      .map((candidate) => ({ candidate, confidence: byItself(candidate) }))
      .filter(({ confidence }) => confidence >= least)
      .sort((a, b) => b.confidence - a.confidence || b.candidate.end - a.candidate.end || order(a.candidate, b.candidate));
    const first = ranked[0];
    if (!first) return null;
    const { end } = first.candidate;
    const same = ranked.filter(({ candidate }) => candidate.end === end);
    return { end, ...named(same.map(({ candidate }) => candidate.entry.entity)), confidence: first.confidence };
  }

  return {
    proved(text, at) {
      const start = beginOf(text, at);
      if (!beginsAt(text, start)) return null;
      const found = best(candidates(compile().acting, text, start, false), ACTING);
      return found && { start, end: found.end };
    },
    nameOf(text, span) {
      return best(
        candidates(compile().acting, text, span.start, false).filter(({ end }) => end === span.end),
        ACTING,
      );
    },
    alone(text) {
      const guesses: Guess[] = [];
      for (const start of begins(text, false)) {
        const last = guesses[guesses.length - 1];
        if (last && start < last.span.end) continue;
        const found = best(candidates(compile().all, text, start, false), 0.25);
        if (found && !isName(text.slice(start, found.end))) guesses.push({ span: { start, end: found.end }, ...found });
      }
      return guesses;
    },
    near: (window) => (DIGIT.test(window) ? near(window, begins(window, true)) : []),
    nearInPairs(window) {
      const starts = DIGIT.test(window) ? begins(window, true) : [];
      return near(
        window,
        starts.filter((start) => !beginsWithNumber(window, start)),
      );
    },
    cues: () => cuesFor(allPhrases(rows)),
    cuesInPairs: () => cuesFor(phrasesInPairs(rows)),
  };
}

/** A name in code holds letters of both cases; an identifier is written in one. */
function isName(value: string): boolean {
  return /\p{Lu}/u.test(value) && /\p{Ll}/u.test(value);
}

function indexesByKind(rows: readonly Identifier[]): ReadonlyMap<Kind, readonly number[]> {
  const found = new Map<Kind, number[]>();
  for (const [index, [, kind]] of rows.entries()) {
    const list = found.get(kind);
    if (list) list.push(index);
    else found.set(kind, [index]);
  }
  return found;
}

function* phrases(rows: readonly Identifier[]): Generator<readonly [string, Meaning]> {
  const ofKinds = new Set(Object.values(KINDS).flatMap(({ words }) => words.split(',')));
  for (const [index, row] of rows.entries()) {
    for (const word of row[4].split(','))
      yield [word, { kind: 'row', index, name: ofKinds.has(word) ? 'kind' : OPEN_NAMES.has(word) ? 'open' : 'own' }];
    for (const word of nationalNames(row)) yield [word, { kind: 'row', index, name: 'own' }];
  }
  for (const [of, info] of Object.entries(KINDS)) for (const word of info.words.split(',')) yield [word, { kind: 'kind', of: of as Kind }];
  for (const [of, words] of Object.entries(COUNTRIES)) for (const word of words.split(',')) yield [word, { kind: 'country', of }];
}

/** "Saudi ID": what the number of every citizen is called abroad. The United States have none, and "us" is a word of its own. */
function nationalNames([id, kind]: Identifier): string[] {
  const country = id.slice(0, 2);
  if (kind !== 'national' || country === 'us') return [];
  const words = COUNTRIES[country]?.split(',') ?? [];
  return words.filter((word) => isLatin(word)).map((word) => `${word} id`);
}

/** Whether a word is written in Latin letters, told without a class of Unicode, which takes its time to compile. */
function isLatin(word: string): boolean {
  for (let at = 0; at < word.length; at++) if (word.charCodeAt(at) >= 0x250) return false;
  return true;
}

function* allPhrases(rows: readonly Identifier[]): Generator<string> {
  for (const [phrase] of phrases(rows)) yield phrase;
}

function phrasesInPairs(rows: readonly Identifier[]): string[] {
  const words = rows.flatMap((row) => (holdsNumber(row[3]) ? [] : row[4].split(',')));
  // Short words stand in many others; of what they name, only a British insurance number is often written without three digits in a row.
  return [...words, ...KINDS.vehicle.words.split(',')].filter((word) => word.length > 5 || word === 'nino');
}

/** Whether a value whose letters and digits stand where the layout has them is written so. */
function fits(layout: Layout, value: string, joints: string): boolean {
  return allows(layout, value) && (joints.length === 0 || joined(layout, joints));
}

/** Whether the separators are those of the layout: the same where it has the same. */
function joined(layout: Layout, joints: string): boolean {
  if (layout.exact) return joints === layout.joints;
  for (let i = 0; i < joints.length; i++) {
    const wanted = layout.joints[i] as string;
    const is = joints[i] as string;
    if (is === '+' || (is === '.' && wanted !== '.' && layout.joints.includes('.'))) return false;
    if ((is === '(') !== (wanted === '~') && is !== wanted && (is === '(' || wanted !== '~')) return false;
    if ((is === ':' || is === '_') && layout.groups.some((length) => length < 3)) return false;
    const first = layout.joints.indexOf(wanted);
    if (joints[first] !== is && layout.bits < 40) return false;
  }
  return true;
}

/** Whose shape or check says more comes first. */
function order(a: Candidate, b: Candidate): number {
  // The levels are letters, in the order of the alphabet.
  if (a.entry.level !== b.entry.level) return a.entry.level < b.entry.level ? -1 : 1;
  return a.entry.layout.bits - b.entry.layout.bits || a.entry.index - b.entry.index;
}

/** How sure the writing alone makes. */
function byItself({ entry, proved, grouped, small, plausible }: Candidate): number {
  const { piece, grouped: inGroups } = CONFIDENCE[entry.level] as { piece: number; grouped: number };
  if (!proved) return entry.level === 'A' || entry.level === 'B' ? DOUBTFUL.piece : 0;
  return Math.min(grouped ? inGroups : piece, small ? SMALL : 1, plausible ? 1 : DOUBTFUL.piece);
}

function named(entities: readonly string[]): { readonly entity: string; readonly also?: readonly string[] } {
  if (entities.length === 1) return { entity: entities[0] as string };
  const [first, ...others] = [...new Set(entities)];
  return { entity: first ?? '', ...(others.length > 0 ? { also: others } : {}) };
}

interface Judged extends Closeness {
  readonly candidate: Candidate;
  /** The very name stands directly before it. */
  readonly direct: boolean;
}

/** What the words near a value make of its readings: the entry's own word, or a word for its kind, with the country where one is named. */
function namedBy(close: Close, found: readonly Candidate[], text: string, start: number): Guess | null {
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

/** Taken for itself by its name although its check fails. */
function isMistyped({ entry, proved }: Candidate): boolean {
  return !proved && !entry.lenient;
}

/** By index of an identifier: 1 where words name it, or its kind. */
type Wanted = Uint8Array;

/** The mentions near values that begin before `end`, and what they name. */
interface Close {
  readonly end: number;
  readonly mentions: readonly Mention<Meaning>[];
  readonly wanted: Wanted | null;
  readonly countries: readonly string[];
  /** By mention: whether the value that is judged stands directly behind it, as far as was asked; many readings of one value ask the same. */
  readonly behind: (boolean | undefined)[];
}

function countriesOf(mentions: readonly Mention<Meaning>[]): string[] {
  const countries: string[] = [];
  for (const { meaning } of mentions) if (meaning.kind === 'country') countries.push(meaning.of);
  return countries;
}

/** Index of the first mention, in the order of their starts, that begins at `at` or later. */
function firstFrom(mentions: readonly Mention<Meaning>[], at: number): number {
  let [low, high] = [0, mentions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle] as Mention<Meaning>).start < at) low = middle + 1;
    else high = middle;
  }
  return low;
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
    if (inside && !entry.layout.only.some(([place]) => place === 0)) continue;
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

/** Whether a small letter stands between two places. */
function holdsSmall(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isSmall(text.charCodeAt(i))) return true;
  return false;
}

/** Begin of the run of letters and digits that holds `at`. */
function beginOf(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < 40 && isAlphanumeric(text.charCodeAt(start - 1))) start--;
  return start;
}

/** Letters and separators in front of the first digit. */
const MOST_LETTERS = 10;

/** Where values may begin: at groups with a digit in them or in the group behind. Loosely also where a number is glued to a word. */
function begins(text: string, loose: boolean): number[] {
  const found: number[] = [];
  let digit = -1;
  for (let i = 0; i < text.length; i++) {
    if (digit < i) {
      for (digit = i; digit < text.length && !isDigit(text.charCodeAt(digit)); digit++);
      // No letters stand further in front of the digits of an identifier.
      i = Math.max(i, digit - MOST_LETTERS);
    }
    if (digit >= text.length) break;
    if (!isAlphanumeric(text.charCodeAt(i)) || (i > 0 && isAlphanumeric(text.charCodeAt(i - 1)))) continue;
    if (loose ? beginsLoosely(text, i) : beginsAt(text, i)) found.push(i);
    for (let j = i + 2; loose && isAlphanumeric(text.charCodeAt(j)); j++) {
      if (
        isDigit(text.charCodeAt(j)) &&
        isSmall(text.charCodeAt(j - 1)) &&
        isSmall(text.charCodeAt(j - 2)) &&
        isDigit(text.charCodeAt(j + 5))
      )
        found.push(j);
    }
  }
  return found;
}

/** Whether the group that begins at `at` holds three digits in a row. */
function beginsWithNumber(text: string, at: number): boolean {
  let digits = 0;
  for (let i = at; digits < 3 && isAlphanumeric(text.charCodeAt(i)); i++) digits = isDigit(text.charCodeAt(i)) ? digits + 1 : 0;
  return digits === 3;
}

function isSmall(unit: number): boolean {
  return unit >= 97 && unit <= 122;
}

function beginsLoosely(text: string, at: number): boolean {
  const unit = at > 0 ? text.charCodeAt(at - 1) : 32;
  if (isWordUnit(unit)) return unit === 95;
  const isGlue = unit === 45 || unit === 46 || unit === 47 || unit === 43;
  return !isGlue || !isDigit(text.charCodeAt(at - 2));
}

function endsLoosely(text: string, end: number): boolean {
  const unit = text.charCodeAt(end);
  return !isWordUnit(unit) && unit !== 45 && !isDigit(text.charCodeAt(end + 1));
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

/** A number that goes on after a space. */
function followsNumber(text: string, end: number): boolean {
  return text[end] === ' ' && isDigit(text.charCodeAt(end + 1));
}

function precedesNumber(text: string, at: number): boolean {
  return text[at - 1] === ' ' && isDigit(text.charCodeAt(at - 2));
}
