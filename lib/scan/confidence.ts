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
    const lexicon = lexiconOf(context);
    let effects = effectsOf(text.slice(Math.max(0, span.start - (context.before ?? 48)), span.start).toLowerCase(), lexicon, 0);
    if (context.after) effects = effectsOf(text.slice(span.end, span.end + context.after).toLowerCase(), lexicon, effects);
    if ((effects & RAISES) !== 0) result = raised(result);
    if ((effects & LOWERS) !== 0) result = lowered(result);
  }
  return Math.round(Math.min(1, Math.max(0, result)) * 100) / 100;
}

/** What a word does, a bit each. */
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
  /** What there are words for. */
  readonly effects: number;
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
  const lexicon = { byHead, heads, others, effects: words.reduce((all, { effect }) => all | effect, 0) };
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

/** What the words of a text (lower case) do, besides what is known already. */
function effectsOf(text: string, { byHead, heads, others, effects }: Lexicon, known: number): number {
  let found = known;
  let inWord = false;
  for (let at = 0; at < text.length && found !== effects; at++) {
    const wasInWord = inWord;
    inWord = isWordUnit(text.charCodeAt(at));
    if (wasInWord || !inWord) continue;
    const head = headOf(text, at);
    if (heads[head & (HEADS - 1)] === 0) continue;
    for (const { word, effect } of byHead.get(head) ?? NONE) {
      if ((found & effect) === 0 && text.startsWith(word, at) && endsWord(text, at + word.length)) found |= effect;
    }
  }
  for (const { word, effect } of others) if ((found & effect) === 0 && holdsWord(text, word)) found |= effect;
  return found;
}

/** Whether `text` holds `word` (both lower case) as a whole word; a plural in -s, -n or -en counts. */
export function holdsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (isWordUnit(text.charCodeAt(at - 1)) && isWordUnit(word.charCodeAt(0))) continue;
    if (endsWord(text, at + word.length)) return true;
  }
  return false;
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
