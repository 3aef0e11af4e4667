import type { Guess, Named } from '../../scan/detector.ts';
import type { Span } from '../../scan/finding.ts';
import { lazily } from '../lazily.ts';
import { beginOf, begins, beginsWithNumber, endsLoosely, followsNumber, precedesNumber } from './begins.ts';
import { ACTING, byItself, type Candidate, CONFIDENCE, type Entry, named, order } from './candidate.ts';
import { plausible } from './check-digits.ts';
import { fits, parseForms } from './forms.ts';
import type { Identifier } from './identifier.ts';
import { allPhrases, indexesByKind, type Meaning, phrases, phrasesInPairs } from './meanings.ts';
import { type Close, namedBy, type Wanted } from './named-by.ts';
import { addSteps, beginsAt, endsAt, firstStep, GroupReader, holdsSmall, type Step } from './reader.ts';
import { createDictionary, cuesFor, type Mention } from './words.ts';

/** `DE_TAX_ID` for `de-tax-id`. */
export function entityOf(id: string): string {
  return id.replace(/^xx-/, '').toUpperCase().replaceAll('-', '_');
}

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
          if (loose && entry.row[1] === 'vehicle' && isNoPlate(text, at, end)) continue;
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

/** Words of sentences, and what stands for a document of the internet. */
const NO_GROUP = /(?<![a-z])(?:and|but|for|the|not|are|von)(?![a-z])|^RFC/;

/** Whether what has the shape of a plate is a name in code, a part of a longer one, or a number and a word. */
function isNoPlate(text: string, at: number, end: number): boolean {
  const value = text.slice(at, end);
  return isName(value) || NO_GROUP.test(value) || (/[-\\]/.test(text.charAt(at - 1)) && holdsSmall(text, at, end));
}

/** A name in code holds letters of both cases; an identifier is written in one. */
function isName(value: string): boolean {
  return /\p{Lu}/u.test(value) && /\p{Ll}/u.test(value);
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
