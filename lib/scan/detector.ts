import type { Span } from './finding.ts';

/**
 * Where a detector is worth trying. All anchors of all detectors are found in one pass over the text, so they should be as
 * rare as the format allows.
 */
export interface Anchors {
  /** Strings that every match holds, compared without regard to case: `ghp_`, `@`, `-----begin`. */
  readonly literals?: readonly string[];
  /** Beginnings of digit runs from which at least this many ASCII digits follow, single separators (space . - / parentheses) allowed between. */
  readonly digits?: number;
  /** Digits that such a run may begin with: `0` for numbers with a trunk prefix. Default: any. */
  readonly first?: string;
  /** Long runs of letters, digits, `_` and `-` that look like values: the anchor is where one begins. */
  readonly runs?: true;
}

/** What a detector of many entity types makes of a span. */
export interface Named {
  readonly entity: string;
  /** Confidence 0..1. */
  readonly confidence: number;
  /** Other entities that the same text may be with nearly the same right. */
  readonly also?: readonly string[];
}

/** How far to the left of its anchor a match may begin. */
export interface Lead {
  /** The characters that may stand there, listed one by one. */
  readonly of: string;
  /** Fewer characters of them than this: not a candidate, the pattern is not run. */
  readonly min: number;
  /** The walk to the left ends after this many characters. */
  readonly max: number;
}

/** Context words by language (BCP 47), lower case; the language is for the reader, all of them are tried. */
export type ContextWords = Readonly<Record<string, readonly string[]>>;

/** Words near a match that make it more or less likely. A word matches as a whole word, its plural included. */
export interface Context {
  readonly raise?: ContextWords;
  readonly lower?: ContextWords;
  /** Characters before the match that are read; default 48. */
  readonly before?: number;
  /** Characters after the match that are read; default 0. */
  readonly after?: number;
}

/**
 * What is run at an anchor: a sticky RegExp (flag `y`) with bounded repeats only, or, where a RegExp cannot say it (a length that depends
 * on the country), a function that returns the span that begins at or after `at`. A named group `value` (then also flag `d`) narrows the
 * span to the value itself: the password, not the assignment.
 */
export type Matcher = RegExp | ((text: string, at: number) => Span | null);

interface DetectorBase {
  /** Unique, kebab-case: `github-token`. */
  readonly id: string;
  readonly entity: string;
  /** Where the format is described: URL or name of the standard. */
  readonly source: string;
}

/** Finds a format at its anchors. Nearly every detector is one of these. */
export interface AnchoredDetector extends DetectorBase {
  readonly kind: 'anchored';
  readonly anchors: Anchors;
  readonly lead?: Lead;
  /** A cheap look at what begins at `at`: where it says no, the pattern is not run. Looks at no more than 512 units before `at`, and 600 after. */
  readonly worth?: (text: string, at: number) => boolean;
  readonly pattern: Matcher;
  /** Confidence of the shape alone, 0..1; see `Finding.confidence`. */
  readonly confidence: number;
  /** Looks closer (checksum, parse, placeholder): a confidence 0..1 in place of `confidence`, or null to reject. Must take time linear in the span. */
  readonly validate?: (text: string, span: Span) => number | null;
  /** In place of `validate`, where one detector stands for many entity types: says which, or null to reject. */
  readonly name?: (text: string, span: Span) => Named | null;
  readonly context?: Context;
  /** Code units past the anchor that an attempt may look at, where the pattern does not say it; default 512. */
  readonly reach?: number;
  /** Every match holds a run of at least `LONG_RUN_LENGTH` letters, digits, `_` and `-`, digits or both cases among them, and its literal begins at most `VALUE_BEFORE` units before it, or `VALUE_AFTER` after: it is looked for there only. */
  readonly holdsRun?: boolean;
  /** The literals are those of a machine's format: they count in this very case only, and their reversed and rotated forms are worth a look too. */
  readonly distinctive?: true;
}

/** Finds values that only the words nearby tell apart: 32 hexadecimal digits beside "datadog". Tried at each value near each of its words. */
export interface NamedDetector extends DetectorBase {
  readonly kind: 'named';
  /** Lower case. */
  readonly words: readonly string[];
  /** Every value holds a run of at least `LONG_RUN_LENGTH` letters, digits, `_` and `-`, digits or both cases among them: the words are looked for near such runs only. */
  readonly holdsRun?: boolean;
  /** The value that begins at `at`, or null. */
  readonly match: (text: string, at: number) => Span | null;
  /** Confidence 0..1 of a value beside a word, or null when the two have nothing to do with each other. */
  readonly judge: (text: string, value: Span, word: Span) => number | null;
}

/** Reads the whole text by itself. Only for patterns without a usable literal, which must then be linear by construction. */
export interface SweepDetector extends DetectorBase {
  readonly kind: 'sweep';
  readonly confidence: number;
  readonly sweep: (text: string) => readonly Span[];
}

/** A guess of a `NearbyDetector`; `span` counts within the window that it was given. */
export interface Guess {
  readonly span: Span;
  readonly confidence: number;
  /** Where one detector stands for many entity types: which. */
  readonly entity?: string;
  readonly also?: readonly string[];
  /** Confidence 0..1 where the detector's `ties` hold. */
  readonly tied?: number;
  /** Gives way to whatever another detector finds in its place, however unsure, unless the `ties` hold. As of `ties`, those that stand before this one count. */
  readonly yields?: true;
}

/** Answers `make(piece)`, or what that was for the same piece of the last text: what is found in a line of its own need not be found again because of an edit elsewhere. `make` depends on the piece alone. */
export type Recall = <T>(piece: string, make: (piece: string) => T) => T;

/** A second pass, over short windows near cues and near findings of the first pass, for what is too costly or too vague to look for everywhere. */
export interface NearbyDetector extends DetectorBase {
  readonly kind: 'nearby';
  /** What it finds holds a long run: its cues count only near one, as the words of a `NamedDetector` do. */
  readonly holdsRun?: boolean;
  /** What it finds holds three digits in a row: its cues count only near such, at most `NUMBER_BEFORE` units before or `NUMBER_AFTER` after. */
  readonly holdsNumber?: boolean;
  /** Literals that open a window: `dear `, `name:`; compared without regard to case. */
  readonly cues: readonly string[];
  /** A cue in small letters counts only where no letter stands before it: `tin:` and not the end of `routin:`. */
  readonly words?: true;
  /** Whether a cue counts, by what stands behind it: of a word that many texts have, the name of a column. Looks no further than 8 units. */
  readonly counts?: (text: string, start: number, end: number) => boolean;
  /** Findings of these entities open a window too; of none where it is not given. */
  readonly entities?: readonly string[];
  /** Characters read before and after a cue or finding. */
  readonly before: number;
  readonly after: number;
  /** Characters read in one scan, over all windows; 20,000 where it is not given. */
  readonly budget?: number;
  /** What it guesses in a window; `recall` is given where an earlier text is remembered. */
  readonly find: (window: string, recall?: Recall) => readonly Guess[];
  /** Three digits or more in a row open a window too where this says so: a postcode before a town. Looks at no more than 64 units on either side. */
  readonly opensAt?: (text: string, start: number, end: number) => boolean;
  /** The beginning of a text opens a window too, so that cues may ask for what stands before a word. */
  readonly opening?: true;
  /** A finding of these entities, at 0.5 or more, at most so many characters away makes a guess surer: see `Guess.tied`. Those of second-pass detectors count that stand before this one. */
  readonly ties?: { readonly entities: readonly string[]; readonly within: number };
  /** Texts of at most so many characters are a window by themselves, cue or not. */
  readonly whole?: number;
}

/** Finds one entity type. A value; the engine does the work. */
export type Detector = AnchoredDetector | NamedDetector | SweepDetector | NearbyDetector;
