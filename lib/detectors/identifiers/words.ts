import { LONGEST_READ, PhraseHashes } from './phrase-hashes.ts';
import { normal, wordsOfAny, wordsOfLatin } from './words-of-text.ts';

/** Scripts that write words without spaces, or glue particles on. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** A word of a dictionary where it stands in a text. */
export interface Mention<T> {
  readonly start: number;
  readonly end: number;
  readonly meaning: T;
  /** Characters of the word as it is looked up: longer words say more. */
  readonly length: number;
}

/** Finds words and phrases however they are joined: `tax id`, `tax_id`, `taxId` and `Tax-ID` are one. */
export interface Dictionary<T> {
  /** In the order of their starts. */
  readonly mentions: (text: string) => readonly Mention<T>[];
}

/** Most words of a phrase. */
const LONGEST_PHRASE = 6;
/** An ending of at most so many letters is taken off words of at least so many. */
const MOST_INFLECTION = 3;
const INFLECTED = 6;

/** Builds a dictionary; an entry is a phrase with its meaning, and the same phrase may have several. */
export function createDictionary<T>(entries: readonly (readonly [phrase: string, meaning: T])[]): Dictionary<T> {
  const byWord = new Map<string, T[]>();
  const unspaced = new Map<string, T[]>();
  const hashes = new PhraseHashes();
  for (const [phrase, meaning] of entries) {
    const isUnspaced = UNSPACED.test(phrase);
    const map = isUnspaced ? unspaced : byWord;
    const key = isUnspaced ? phrase : normal(phrase);
    const list = map.get(key);
    if (list) list.push(meaning);
    else map.set(key, [meaning]);
    if (!isUnspaced && !list) hashes.add(key);
  }

  /** What a key means, or the one of which it is a form with an ending. */
  function meaningsOf(text: string, from: number, length: number): readonly T[] | undefined {
    const shortest = length < INFLECTED ? length : Math.max(INFLECTED - 1, length - MOST_INFLECTION);
    for (let own = length; own >= shortest; own--) {
      const meanings = hashes.mayBeKey(own) ? byWord.get(text.slice(from, from + own)) : undefined;
      if (meanings) return meanings;
    }
    return undefined;
  }

  return {
    mentions(text) {
      const found: Mention<T>[] = [];
      const add = (meanings: readonly T[], start: number, end: number, length: number): void => {
        for (const meaning of meanings) found.push({ start, end, meaning, length });
      };
      const ofLatin = wordsOfLatin(text);
      const { starts, ends, normal: joined, places } = ofLatin ?? wordsOfAny(text);
      for (let i = 0; i < starts.length; i++) {
        const from = places[i] as number;
        let length = 0;
        let spaced = false;
        for (let n = i; n < starts.length && n < i + LONGEST_PHRASE; n++) {
          const start = starts[n] as number;
          // A phrase goes on over a space or a hyphen, not over a whole gap.
          if (n > i && start - (ends[n - 1] as number) > 2) break;
          spaced ||= n > i && text[start - 1] === ' ';
          const before = length;
          length = (places[n + 1] as number) - from;
          if (length > LONGEST_READ) break;
          hashes.read(joined, from, before, length);
          // "t in" is not "tin".
          if (spaced && length < 4) continue;
          const longest = hashes.longest(length);
          if (longest === 0 || length > longest + MOST_INFLECTION) break;
          const meanings = meaningsOf(joined, from, length);
          if (meanings) add(meanings, starts[i] as number, ends[n] as number, length);
        }
      }
      if (unspaced.size > 0 && ofLatin === null && UNSPACED.test(text)) {
        for (const [word, meanings] of unspaced) {
          for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
            add(meanings, at, at + word.length, word.length * 2);
        }
        found.sort((a, b) => a.start - b.start);
      }
      return found;
    },
  };
}

/** Strings of which every mention of a phrase begins with one, for the index; none begins with another, unless that one must be a whole word. */
export function cuesFor(phrases: Iterable<string>): readonly string[] {
  const cues = new Set<string>();
  for (const phrase of new Set(phrases)) for (const cue of cuesOf(phrase, UNSPACED.test(phrase))) cues.add(cue);
  let last = '\uffff';
  return [...cues].sort().filter((cue) => {
    // Where a short word must end behind its cue, a longer one needs its own: " ni" is no cue for "NIF 12345678Z".
    if (cue.startsWith(last) && !mustEnd(last)) return false;
    last = cue;
    return true;
  });
}

/** What may stand before and behind a short word. The beginning of a text is looked at anyway. */
const LEFT = [' ', '\n'];
const RIGHT = [':', '=', '_', '"'];
const JOINTS = [' ', '-', '_', ''];
const LONGEST_CUE = 12;

/** What the index looks for: the first words of a phrase however they are joined; short words with what stands round them, because they are part of many others. */
function cuesOf(phrase: string, isUnspaced: boolean): string[] {
  if (isUnspaced) return [phrase];
  const words = phrase
    .toLowerCase()
    .replace(/[’']/g, "'")
    .split(/[\s._/#&-]+/)
    .filter(Boolean);
  const [first = '', second] = words;
  // A full stop stands behind what is cut short.
  const joints = first.length > 4 ? JOINTS : [...JOINTS, '. ', '.'];
  const joined = second === undefined ? [first] : joints.map((joint) => first + joint + second);
  return joined.flatMap((word) => {
    const stem = word.slice(0, LONGEST_CUE);
    if (/^[a-z0-9 .-]*$/.test(stem)) return bounded(stem);
    const plain = stem.normalize('NFD').replace(/\p{M}/gu, '');
    const typographic = stem.replace("'", '’');
    // The index folds the case of ASCII only.
    const capital = /^[a-z]/.test(stem) ? stem : stem.slice(0, 1).toUpperCase() + stem.slice(1);
    return [...new Set([stem, capital, plain, typographic])].flatMap(bounded);
  });
}

function bounded(word: string): string[] {
  if (word.length > 3) return [word];
  return [...LEFT.map((left) => left + word), ...RIGHT.map((right) => word + right)];
}

/** Whether a cue is a short word that counts only where it ends behind it. */
function mustEnd(cue: string): boolean {
  return cue.length <= 4 && LEFT.includes(cue[0] as string);
}

/** Whether a cue stands for a word: behind a short one in a sentence the word ends. */
export function isWholeCue(text: string, start: number, end: number): boolean {
  if (!mustEnd(text.slice(start, end))) return true;
  const next = text[end] ?? ' ';
  return ' \t\n.,-#'.includes(next) || RIGHT.includes(next);
}
