import type { AnchoredDetector, Detector, SweepDetector } from '../scan/detector.ts';
import type { Span } from '../scan/finding.ts';
import { compileLinearPattern } from '../scan/linear-pattern.ts';
import { inLowerCase } from './lower-case.ts';
import { textBefore } from './text-before.ts';

/** Words and patterns that an organisation minds: codenames, customers, internal hosts. */
export interface WordList {
  /** Becomes the entity `ORG:<id>`. */
  readonly id: string;
  /** Whole words or phrases. A space stands for any white space, a plural in -s or -es counts too. */
  readonly words: readonly string[];
  /** See `compileLinearPattern` for the syntax. */
  readonly patterns: readonly string[];
  readonly caseSensitive: boolean;
}

/** An entry that was left out: which list, where in it (`words[3]`), why, and how to mend it. */
export interface WordListProblem {
  readonly list: string;
  readonly path: string;
  readonly message: string;
  readonly cure: string;
}

const LONGEST_WORD = 200;
/** Enough of a word to make an anchor rare: the index tells literals by five or six units, and has to look at shorter ones far more often. */
const ANCHOR_UNITS = 8;

/** Detectors for an organisation's own lists. A bad entry becomes a problem and everything else still works. */
export function organisationDetectors(lists: readonly WordList[]): {
  readonly detectors: readonly Detector[];
  readonly problems: readonly WordListProblem[];
} {
  const detectors: Detector[] = [];
  const problems: WordListProblem[] = [];
  for (const list of lists) {
    const problem = (path: string, message: string, cure: string): void => {
      problems.push({ list: list.id, path, message, cure });
    };
    const words = usableWords(list, problem);
    if (words.length > 0) detectors.push(wordDetector(list, words));
    list.patterns.forEach((source, index) => {
      const compiled = compileLinearPattern(source, { ignoreCase: !list.caseSensitive });
      if (compiled.ok) detectors.push(patternDetector(list, index, compiled.pattern.matches));
      else problem(`patterns[${index}]`, compiled.reason, compiled.cure);
    });
  }
  return { detectors, problems };
}

function usableWords(list: WordList, problem: (path: string, message: string, cure: string) => void): string[] {
  const words = new Set<string>();
  list.words.forEach((entry, index) => {
    const word = entry.trim().replace(/\s+/g, ' ');
    const path = `words[${index}]`;
    if (word.length < 2) problem(path, 'The word is shorter than two characters.', 'Take it away, or use a pattern such as "\\bX\\b".');
    else if (word.length > LONGEST_WORD) problem(path, `The word is longer than ${LONGEST_WORD} characters.`, 'Use its most telling part.');
    else words.add(list.caseSensitive ? word : inLowerCase(word));
  });
  return [...words];
}

/** Words that share an anchor. */
interface Bucket {
  readonly words: Set<string>;
  /** Length of the longest, code units. */
  longest: number;
}

function wordDetector(list: WordList, words: readonly string[]): AnchoredDetector {
  const buckets = new Map<string, Bucket>();
  for (const word of words) {
    const anchor = anchorOf(word);
    const bucket = buckets.get(anchor) ?? { words: new Set(), longest: 0 };
    bucket.words.add(word);
    bucket.longest = Math.max(bucket.longest, word.length);
    buckets.set(anchor, bucket);
  }
  const lengths = [...new Set([...buckets.keys()].map((anchor) => anchor.length))];
  const match = (text: string, at: number): Span | null => {
    let end = -1;
    for (const length of lengths) {
      const bucket = buckets.get(inLowerCase(text.slice(at, at + length)));
      if (bucket) end = Math.max(end, longestWord(text, at, bucket, list.caseSensitive));
    }
    return end < 0 ? null : { start: at, end };
  };
  return {
    kind: 'anchored',
    id: `org-${list.id}-words`,
    entity: `ORG:${list.id}`,
    source: 'The organisation’s own policy',
    anchors: { literals: [...buckets.keys()] },
    pattern: match,
    confidence: 0.9,
  };
}

/** Offset after the longest word of `bucket` (plural included) that stands at `at` as a whole word, or -1. Looks up one candidate at each border. */
function longestWord(text: string, at: number, bucket: Bucket, caseSensitive: boolean): number {
  if (continues(text, at)) return -1;
  let best = -1;
  let read = '';
  for (let end = at; read.length <= bucket.longest + 2 && end <= text.length; ) {
    if (read !== '' && !continues(text, end)) {
      for (const plural of ['', 's', 'es']) {
        const word = read.slice(0, read.length - plural.length);
        if (inLowerCase(read.slice(word.length)) === plural && bucket.words.has(word)) best = end;
      }
    }
    const gap = /^\s{1,4}/.exec(text.slice(end, end + 4))?.[0] ?? '';
    const unit = text.slice(end, end + 1);
    if (unit === '') break;
    read += gap !== '' ? ' ' : caseSensitive ? unit : inLowerCase(unit);
    end += gap !== '' ? gap.length : 1;
  }
  return best;
}

function patternDetector(list: WordList, index: number, matches: (text: string) => readonly Span[]): SweepDetector {
  return {
    kind: 'sweep',
    id: `org-${list.id}-pattern-${index}`,
    entity: `ORG:${list.id}`,
    source: 'The organisation’s own policy',
    confidence: 0.8,
    sweep: matches,
  };
}

/** The begin of a word that the engine looks for; never past a space, because any white space may stand there. */
function anchorOf(word: string): string {
  const space = word.indexOf(' ');
  return inLowerCase(word.slice(0, Math.min(ANCHOR_UNITS, space < 0 ? word.length : space)));
}

const LETTER = /^[\p{L}\p{N}\p{M}]/u;
/** Scripts that write words without spaces, or glue particles on: no border is asked for there. */
const UNSPACED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Whether a word goes on across `at`: letters on both sides. */
function continues(text: string, at: number): boolean {
  const own = text.slice(at, at + 2);
  const before = lastCharacter(textBefore(text, at, 2));
  return LETTER.test(before) && !UNSPACED.test(before) && LETTER.test(own) && !UNSPACED.test(own);
}

function lastCharacter(text: string): string {
  const pair = /[\ud800-\udbff][\udc00-\udfff]$/.exec(text);
  return pair ? pair[0] : text.slice(-1);
}
