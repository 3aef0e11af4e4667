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
/** Units by which most words are known to begin no phrase. */
const HEAD = 5;
/** Units of the words of a text that may be a phrase; no phrase is nearly as long. */
const LONGEST_READ = 250;
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
/** A letter without case. */
const BARE = 3;
const DIGIT = 4;

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
    // The letter kra has no capital.
    else if (character !== character.toUpperCase() || character === 'ĸ') latin.kinds[unit] = SMALL;
    else if ('ªº'.includes(character)) latin.kinds[unit] = BARE;
    else if (/\d/.test(character)) latin.kinds[unit] = DIGIT;
    if (latin.kinds[unit] !== 0) latin.normal[unit] = normal(character).charCodeAt(0);
  }
  return latin;
}

/** Punctuation and currencies, which hold no letters. */
function isMark(unit: number): boolean {
  return (unit >= 0x2000 && unit <= 0x206f) || (unit >= 0x20a0 && unit <= 0x20cf);
}

function goesOn(kind: number | undefined): boolean {
  return kind === SMALL || kind === BARE;
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
    else if (end === at + 1) while (end - at <= MOST_LETTERS && goesOn(kinds[text.charCodeAt(end)])) end++;
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

const HASHES = 32_768;

/** The hash of a key goes on with each unit; its last bits are looked up. */
function hashedOn(hash: number, unit: number): number {
  return (Math.imul(hash, 37) + unit) | 0;
}

/** What the keys of a dictionary are, as far as hashes tell: most words of a text are none and need neither be cut out of it nor looked up. */
class Hashes {
  /** By hash of a beginning: length of the longest key, 0 for none. */
  readonly #longest = new Uint8Array(HASHES);
  /** By hash of a key: 1 where there is one. */
  readonly #keys = new Uint8Array(HASHES);
  /** Of the key that is being read: the hash by number of units. */
  readonly #read = new Int32Array(LONGEST_READ + 1);

  add(key: string): void {
    this.read(key, 0, 0, key.length);
    for (let length = 1; length <= HEAD && length <= key.length; length++) {
      const head = this.#last(length);
      this.#longest[head] = Math.max(key.length, this.#longest[head] as number);
    }
    this.#keys[this.#last(key.length)] = 1;
  }

  /** Reads on what begins at `from`, of which so many units were read, until so many are. */
  read(text: string, from: number, before: number, length: number): void {
    for (let i = before; i < length; i++) this.#read[i + 1] = hashedOn(this.#read[i] as number, text.charCodeAt(from + i));
  }

  /** Length of the longest key that may begin as the first units that were read; 0 for none. */
  longest(length: number): number {
    return this.#longest[this.#last(Math.min(HEAD, length))] as number;
  }

  /** Whether the first units that were read may be a key. */
  mayBeKey(length: number): boolean {
    return this.#keys[this.#last(length)] === 1;
  }

  #last(length: number): number {
    return (this.#read[length] as number) & (HASHES - 1);
  }
}

/** Builds a dictionary; an entry is a phrase with its meaning, and the same phrase may have several. */
export function createDictionary<T>(entries: readonly (readonly [phrase: string, meaning: T])[]): Dictionary<T> {
  const byWord = new Map<string, T[]>();
  const unspaced = new Map<string, T[]>();
  const hashes = new Hashes();
  const latin = describeLatin();
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
      const ofLatin = wordsOfLatin(text, latin);
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
