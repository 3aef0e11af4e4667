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

/**
 * Confidence 0..1 after the words near `span` were read. Of raising and lowering words before it the nearer ones count; behind it, what comes next is another
 * thing as often as not, so that words there raise only.
 */
export function inContext(text: string, span: Span, confidence: number, context: Context | undefined): number {
  let result = confidence;
  if (context) {
    const lexicon = lexiconOf(context);
    const { raises, lowers } = placesOf(text.slice(Math.max(0, span.start - (context.before ?? 48)), span.start).toLowerCase(), lexicon);
    const isRaised = raises >= 0 && raises >= lowers;
    if (lowers > raises) result = lowered(result);
    else if (isRaised || (context.after && placesOf(text.slice(span.end, span.end + context.after).toLowerCase(), lexicon).raises >= 0))
      result = raised(result);
  }
  return Math.round(Math.min(1, Math.max(0, result)) * 100) / 100;
}

/** What a word does. */
const RAISES = 1;
const LOWERS = 2;

interface ContextWord {
  readonly word: string;
  readonly effect: number;
}

/** The words of a context in all languages. */
interface Lexicon {
  /** By the first two units. A text has few words and a context many, so those of the text are looked up. */
  readonly byHead: ReadonlyMap<number, readonly ContextWord[]>;
  /** By the last bits of such a head: 1 where there is one. */
  readonly heads: Uint8Array;
  /** Those that are no words by themselves, or too short for that. */
  readonly others: readonly ContextWord[];
}

const NONE: readonly ContextWord[] = [];
const lexicons = new WeakMap<Context, Lexicon>();

function lexiconOf(context: Context): Lexicon {
  const known = lexicons.get(context);
  if (known) return known;
  const words = [...contextWords(context.raise, RAISES), ...contextWords(context.lower, LOWERS)];
  const byHead = new Map<number, ContextWord[]>();
  const heads = new Uint8Array(HEADS);
  const others: ContextWord[] = [];
  for (const each of words) {
    const key = headOf(each.word, 0);
    const list = each.word.length < 2 || !isWordUnit(each.word.charCodeAt(0)) ? others : byHead.get(key);
    if (list) list.push(each);
    else byHead.set(key, [each]);
    heads[key & (HEADS - 1)] = 1;
  }
  const lexicon = { byHead, heads, others };
  lexicons.set(context, lexicon);
  return lexicon;
}

function contextWords(words: ContextWords | undefined, effect: number): ContextWord[] {
  return Object.values(words ?? {}).flatMap((some) => some.map((word) => ({ word, effect })));
}

const HEADS = 2048;

/** A number for two units, the same for the same ones; the last bits tell most apart. */
function headOf(text: string, at: number): number {
  return ((text.charCodeAt(at) & 0xffff) << 5) ^ text.charCodeAt(at + 1);
}

/** Where in a text (lower case) the last word of each effect stands; -1 for none. */
function placesOf(text: string, { byHead, heads, others }: Lexicon): { readonly raises: number; readonly lowers: number } {
  let raises = -1;
  let lowers = -1;
  let inWord = false;
  for (let at = 0; at < text.length; at++) {
    const wasInWord = inWord;
    inWord = isWordUnit(text.charCodeAt(at));
    if (wasInWord || !inWord) continue;
    const head = headOf(text, at);
    if (heads[head & (HEADS - 1)] === 0) continue;
    for (const { word, effect } of byHead.get(head) ?? NONE) {
      if (!text.startsWith(word, at) || !endsWord(text, at + word.length)) continue;
      if (effect === RAISES) raises = at;
      else lowers = at;
    }
  }
  for (const { word, effect } of others) {
    const at = lastWordAt(text, word);
    if (effect === RAISES) raises = Math.max(raises, at);
    else lowers = Math.max(lowers, at);
  }
  return { raises, lowers };
}

/** Where the last `word` of `text` (both lower case) begins that is a whole word; a plural in -s, -n or -en counts. -1 for none. */
export function lastWordAt(text: string, word: string): number {
  for (let at = text.lastIndexOf(word); at >= 0; at = at === 0 ? -1 : text.lastIndexOf(word, at - 1)) {
    if (isWordUnit(text.charCodeAt(at - 1)) && isWordUnit(word.charCodeAt(0))) continue;
    if (endsWord(text, at + word.length)) return at;
  }
  return -1;
}

/** Whether a word that ends at `at` is whole, its plural included. */
function endsWord(text: string, at: number): boolean {
  if (!isWordUnit(text.charCodeAt(at - 1)) || !isWordUnit(text.charCodeAt(at))) return true;
  const plural = text.startsWith('en', at) ? 2 : text[at] === 's' || text[at] === 'n' ? 1 : 0;
  return plural > 0 && !isWordUnit(text.charCodeAt(at + plural));
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
