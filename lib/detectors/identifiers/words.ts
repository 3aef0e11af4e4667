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
/** Characters by which most words are known to begin no phrase. */
const HEAD = 5;
/** An ending of at most so many letters is taken off words of at least so many. */
const MOST_INFLECTION = 3;
const INFLECTED = 6;

/** Small letters without accents and without what joins words. */
function normal(text: string): string {
  if (/^[a-zA-Z0-9]*$/.test(text)) return text.toLowerCase();
  return text
    .normalize('NFD')
    .replace(/[\p{M}’'`\s._/#&-]/gu, '')
    .toLowerCase();
}

/** The words of a text, in turn. */
interface Words {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** As they are looked up, one behind the other. */
  readonly normal: string;
  /** Where each begins in there, and where the last one ends. */
  readonly places: readonly number[];
}

/** Most letters behind the first of a word, most capitals in a row, and most digits. */
const MOST_LETTERS = 40;
const MOST_DIGITS = 20;
const PIECE = /\p{Lu}{2,40}(?![\p{Ll}])|\p{L}[\p{Ll}\p{Lo}\p{M}]{0,40}|\d{1,20}/gu;

/** Words of any script, cut where small letters meet capitals and letters meet digits. */
function wordsOfAny(text: string): Words {
  const [starts, ends, places]: [number[], number[], number[]] = [[], [], []];
  let joined = '';
  for (const { 0: word, index } of text.matchAll(PIECE)) {
    starts.push(index);
    ends.push(index + word.length);
    places.push(joined.length);
    joined += normal(word);
  }
  places.push(joined.length);
  return { starts, ends, normal: joined, places };
}

/** Units below this are of Latin script. */
const LATIN = 0x180;
const CAPITAL = 1;
const SMALL = 2;
const DIGIT = 3;

/** By unit of Latin script: what it is, and what it is looked up as. Most texts hold no other letters, and expressions with classes of Unicode are slow. */
interface Latin {
  readonly kinds: Uint8Array;
  readonly normal: Uint16Array;
}

function describeLatin(): Latin {
  const latin = { kinds: new Uint8Array(LATIN), normal: new Uint16Array(LATIN) };
  for (let unit = 0; unit < LATIN; unit++) {
    const character = String.fromCharCode(unit);
    if (character !== character.toLowerCase()) latin.kinds[unit] = CAPITAL;
    // Three letters have no capital: the ordinal indicators and the letter kra.
    else if (character !== character.toUpperCase() || 'ªºĸ'.includes(character)) latin.kinds[unit] = SMALL;
    else if (/\d/.test(character)) latin.kinds[unit] = DIGIT;
    if (latin.kinds[unit] !== 0) latin.normal[unit] = normal(character).charCodeAt(0);
  }
  return latin;
}

/** Punctuation and currencies, which hold no letters. */
function isMark(unit: number): boolean {
  return (unit >= 0x2000 && unit <= 0x206f) || (unit >= 0x20a0 && unit <= 0x20cf);
}

/** The same as `wordsOfAny` where all letters are of Latin script; else null. */
function wordsOfLatin(text: string, { kinds, normal }: Latin): Words | null {
  const [starts, ends, places, units]: [number[], number[], number[], number[]] = [[], [], [], []];
  for (let at = 0; at < text.length; ) {
    const unit = text.charCodeAt(at);
    if (unit >= LATIN) {
      if (!isMark(unit)) return null;
      at++;
      continue;
    }
    const kind = kinds[unit] as number;
    if (kind === 0) {
      at++;
      continue;
    }
    let end = at + 1;
    if (kind === CAPITAL) {
      while (end - at < MOST_LETTERS && kinds[text.charCodeAt(end)] === CAPITAL) end++;
      // The last capital belongs to the word behind.
      if (kinds[text.charCodeAt(end)] === SMALL) end--;
      end = Math.max(end, at + 1);
    }
    if (kind === DIGIT) while (end - at < MOST_DIGITS && kinds[text.charCodeAt(end)] === DIGIT) end++;
    else if (end === at + 1) while (end - at <= MOST_LETTERS && kinds[text.charCodeAt(end)] === SMALL) end++;
    starts.push(at);
    ends.push(end);
    places.push(units.length);
    for (; at < end; at++) units.push(normal[text.charCodeAt(at)] as number);
  }
  places.push(units.length);
  return { starts, ends, normal: stringOf(units), places };
}

/** Units that are turned into a string at once: a call takes no more arguments than so many for sure. */
const AT_ONCE = 4096;

function stringOf(units: readonly number[]): string {
  let text = '';
  for (let from = 0; from < units.length; from += AT_ONCE) text += String.fromCharCode(...units.slice(from, from + AT_ONCE));
  return text;
}

/** Beginnings of the keys of a dictionary. */
class Heads {
  /** By beginning: length of the longest key. */
  readonly #longest = new Map<string, number>();
  /** A bit for each hash of a beginning: most words of a text begin no key, and need not be cut out of it. */
  readonly #hashes = new Uint32Array(HASHES / 32);

  add(key: string): void {
    for (let length = 1; length <= HEAD && length <= key.length; length++) {
      const head = key.slice(0, length);
      this.#longest.set(head, Math.max(key.length, this.#longest.get(head) ?? 0));
      const hash = hashOf(key, 0, length);
      this.#hashes[hash >> 5] = (this.#hashes[hash >> 5] as number) | (1 << (hash & 31));
    }
  }

  /** Whether a key may begin with what stands in `text` from `start` on, up to `end`. */
  mayBegin(text: string, start: number, end: number): boolean {
    const hash = hashOf(text, start, Math.min(start + HEAD, end));
    return (((this.#hashes[hash >> 5] as number) >>> (hash & 31)) & 1) === 1;
  }

  /** The same for sure: length of the longest such key, if there is one. */
  longest(text: string, start: number, end: number): number | undefined {
    return this.#longest.get(text.slice(start, Math.min(start + HEAD, end)));
  }
}

const HASHES = 65_536;

function hashOf(text: string, start: number, end: number): number {
  let hash = 0;
  for (let i = start; i < end; i++) hash = (Math.imul(hash, 37) + text.charCodeAt(i)) | 0;
  return hash & (HASHES - 1);
}

/** Builds a dictionary; an entry is a phrase with its meaning, and the same phrase may have several. */
export function createDictionary<T>(entries: readonly (readonly [phrase: string, meaning: T])[]): Dictionary<T> {
  const byWord = new Map<string, T[]>();
  const unspaced = new Map<string, T[]>();
  const heads = new Heads();
  const latin = describeLatin();
  for (const [phrase, meaning] of entries) {
    const isUnspaced = UNSPACED.test(phrase);
    const map = isUnspaced ? unspaced : byWord;
    const key = isUnspaced ? phrase : normal(phrase);
    const list = map.get(key);
    if (list) list.push(meaning);
    else map.set(key, [meaning]);
    if (!isUnspaced && !list) heads.add(key);
  }
  return {
    mentions(text) {
      const found: Mention<T>[] = [];
      const add = (meanings: readonly T[], start: number, end: number, length: number): void => {
        for (const meaning of meanings) found.push({ start, end, meaning, length });
      };
      const ofLatin = wordsOfLatin(text, latin);
      const { starts, ends, normal: joined, places } = ofLatin ?? wordsOfAny(text);
      for (let i = 0; i < starts.length; i++) {
        const from = places[i] as number;
        if (!heads.mayBegin(joined, from, places[i + 1] as number)) continue;
        let spaced = false;
        let longest: number | undefined;
        let last = from;
        for (let n = i; n < starts.length && n < i + LONGEST_PHRASE; n++) {
          const start = starts[n] as number;
          // A phrase goes on over a space or a hyphen, not over a whole gap.
          if (n > i && start - (ends[n - 1] as number) > 2) break;
          spaced ||= n > i && text[start - 1] === ' ';
          const to = places[n + 1] as number;
          // "t in" is not "tin".
          if (spaced && to - from < 4) continue;
          // Words behind the first characters do not change what the key begins with.
          if (longest === undefined || last < from + HEAD) longest = heads.longest(joined, from, to);
          if (longest === undefined || to - from > longest + MOST_INFLECTION) break;
          last = to;
          const key = joined.slice(from, to);
          const meanings = byWord.get(key) ?? (key.length >= INFLECTED ? inflected(byWord, key) : undefined);
          if (meanings) add(meanings, starts[i] as number, ends[n] as number, key.length);
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

/** Strings of which every mention of a phrase begins with one, for the index; none begins with another. */
export function cuesFor(phrases: Iterable<string>): readonly string[] {
  const cues = new Set<string>();
  for (const phrase of new Set(phrases)) for (const cue of cuesOf(phrase, UNSPACED.test(phrase))) cues.add(cue);
  let last = '\uffff';
  return [...cues].sort().filter((cue) => {
    if (cue.startsWith(last)) return false;
    last = cue;
    return true;
  });
}

/** The entry of which `word` is a form with an ending. */
function inflected<T>(map: ReadonlyMap<string, T[]>, word: string): T[] | undefined {
  for (let cut = 1; cut <= MOST_INFLECTION && word.length - cut >= INFLECTED - 1; cut++) {
    const found = map.get(word.slice(0, -cut));
    if (found) return found;
  }
  return undefined;
}

/** What may stand before a short word, and behind it. The beginning of a text is looked at anyway. */
const LEFT = [' ', '\n', '"', '(', '_', '-', '/'];
const RIGHT = [':', '=', '_', '"', '#'];
const BOTH = [' ', '.', '-', ',', ' n'];
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
  const joined = second === undefined ? [first] : [' ', '-', '_', '', '. ', '.'].map((joint) => first + joint + second);
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
  if (word.length > 5) return [word];
  if (word.length > 3) return LEFT.map((left) => left + word);
  return [...RIGHT.map((right) => word + right), ...BOTH.flatMap((right) => [` ${word}${right}`, `\n${word}${right}`])];
}
