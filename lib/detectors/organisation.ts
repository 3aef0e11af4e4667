import type { AnchoredDetector, Detector, SweepDetector } from '../scan/detector.ts';
import type { Span } from '../scan/finding.ts';
import { compileLinearPattern } from '../scan/linear-pattern.ts';

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
/** Enough of a word to make an anchor rare, little enough that thousands of words share few states. */
const ANCHOR_UNITS = 4;

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
    else words.add(list.caseSensitive ? word : folded(word));
  });
  return [...words];
}

function wordDetector(list: WordList, words: readonly string[]): AnchoredDetector {
  const byAnchor = new Map<string, string[]>();
  // Longest first, so that "falcon heavy" wins over "falcon".
  for (const word of [...words].sort((a, b) => b.length - a.length)) {
    const anchor = anchorOf(word);
    const same = byAnchor.get(anchor);
    if (same) same.push(word);
    else byAnchor.set(anchor, [word]);
  }
  const lengths = [...new Set([...byAnchor.keys()].map((anchor) => anchor.length))].sort((a, b) => b - a);
  const match = (text: string, at: number): Span | null => {
    for (const length of lengths) {
      for (const word of byAnchor.get(folded(text.slice(at, at + length))) ?? []) {
        const end = endOfWord(text, at, word, list.caseSensitive);
        if (end > 0) return { start: at, end };
      }
    }
    return null;
  };
  return {
    kind: 'anchored',
    id: `org-${list.id}-words`,
    entity: `ORG:${list.id}`,
    source: 'The organisation’s own policy',
    anchors: { literals: [...byAnchor.keys()] },
    pattern: match,
    confidence: 0.9,
  };
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
  return folded(word.slice(0, Math.min(ANCHOR_UNITS, space < 0 ? word.length : space)));
}

/** Lower case unit by unit, so that offsets stay what they are. */
function folded(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : [...text].map((c) => (c.toLowerCase().length === c.length ? c.toLowerCase() : c)).join('');
}

/** Offset after `word` (plural included) when it stands at `at` as a whole word, or -1. */
function endOfWord(text: string, at: number, word: string, caseSensitive: boolean): number {
  if (isInside(text, at, word, 0)) return -1;
  let end = at;
  for (let i = 0; i < word.length; i++) {
    if (word[i] === ' ') {
      const from = end;
      while (end < from + 4 && /\s/.test(text[end] ?? 'x')) end++;
      if (end === from) return -1;
    } else {
      const unit = text[end] ?? '';
      if (unit !== word[i] && (caseSensitive || folded(unit) !== word[i])) return -1;
      end++;
    }
  }
  for (const plural of ['', 's', 'es']) {
    if (folded(text.slice(end, end + plural.length)) === plural && !isInside(text, end + plural.length, word, word.length))
      return end + plural.length;
  }
  return -1;
}

const LETTER = /^[\p{L}\p{N}\p{M}]/u;
/** Scripts that write words without spaces, or glue particles on: no border is asked for there. */
const UNSPACED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Whether a word goes on across `at`, where the border at `edge` of `word` (its begin or its end) should be. */
function isInside(text: string, at: number, word: string, edge: number): boolean {
  const own = edge === 0 ? word.slice(0, 2) : lastCharacter(word);
  if (!LETTER.test(own) || UNSPACED.test(own)) return false;
  const other = edge === 0 ? lastCharacter(text.slice(Math.max(0, at - 2), at)) : text.slice(at, at + 2);
  return LETTER.test(other) && !UNSPACED.test(other);
}

function lastCharacter(text: string): string {
  const pair = /[\ud800-\udbff][\udc00-\udfff]$/.exec(text);
  return pair ? pair[0] : text.slice(-1);
}
