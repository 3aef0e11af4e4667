import type { Context, ContextWords } from './detector.ts';
import type { Span } from './finding.ts';

/** Findings below this confidence are not reported at all. */
export const FLOOR = 0.25;

/** A helpful word halves the doubt: 0.3 → 0.65, 0.5 → 0.75, 0.9 → 0.95. */
export function raised(confidence: number): number {
  return 1 - (1 - confidence) * 0.5;
}

/** A contrary word halves the confidence: 0.75 → 0.38, 0.9 → 0.45. */
export function lowered(confidence: number): number {
  return confidence * 0.5;
}

/** Confidence 0..1 after the words near `span` were read. Raising and lowering words each count once. */
export function inContext(text: string, span: Span, confidence: number, context: Context | undefined): number {
  let result = confidence;
  if (context) {
    const before = text.slice(Math.max(0, span.start - (context.before ?? 48)), span.start).toLowerCase();
    const after = text.slice(span.end, span.end + (context.after ?? 0)).toLowerCase();
    if (context.raise && mentions(before, after, context.raise)) result = raised(result);
    if (context.lower && mentions(before, after, context.lower)) result = lowered(result);
  }
  return Math.round(Math.min(1, Math.max(0, result)) * 100) / 100;
}

function mentions(before: string, after: string, words: ContextWords): boolean {
  const [lettersBefore, lettersAfter] = [lettersOf(before), lettersOf(after)];
  for (const { word, letters } of listed(words)) {
    // Most words have a letter that the text lacks.
    if ((letters & ~lettersBefore) === 0 && holdsWord(before, word)) return true;
    if ((letters & ~lettersAfter) === 0 && holdsWord(after, word)) return true;
  }
  return false;
}

interface ListedWord {
  readonly word: string;
  readonly letters: number;
}

const lists = new WeakMap<ContextWords, readonly ListedWord[]>();

/** The words of all languages, with the letters of each. */
function listed(words: ContextWords): readonly ListedWord[] {
  const known = lists.get(words);
  if (known) return known;
  const list = Object.values(words).flatMap((some) => some.map((word) => ({ word, letters: lettersOf(word) })));
  lists.set(words, list);
  return list;
}

/** A bit for each value that the low five bits of a unit have. */
function lettersOf(text: string): number {
  let letters = 0;
  for (let i = 0; i < text.length; i++) letters |= 1 << (text.charCodeAt(i) & 31);
  return letters;
}

/** Whether `text` holds `word` (both lower case) as a whole word; a plural in -s, -n or -en counts. */
export function holdsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (isWordUnit(text.charCodeAt(at - 1)) && isWordUnit(word.charCodeAt(0))) continue;
    let end = at + word.length;
    if (!isWordUnit(text.charCodeAt(end - 1)) || !isWordUnit(text.charCodeAt(end))) return true;
    if (text.startsWith('en', end)) end += 2;
    else if (text[end] === 's' || text[end] === 'n') end += 1;
    if (!isWordUnit(text.charCodeAt(end))) return true;
  }
  return false;
}

/** Letters and digits, roughly: everything from U+00AA that is no punctuation counts as a letter, so that umlauts and Cyrillic stay whole. */
function isWordUnit(unit: number): boolean {
  return (
    (unit >= 97 && unit <= 122) ||
    (unit >= 48 && unit <= 57) ||
    (unit >= 65 && unit <= 90) ||
    (unit >= 0xaa &&
      unit !== 0xab &&
      unit !== 0xb7 &&
      unit !== 0xbb &&
      (unit < 0x2000 || unit > 0x206f) &&
      (unit < 0x3000 || unit > 0x3003))
  );
}
