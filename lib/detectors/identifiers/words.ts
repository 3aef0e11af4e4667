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
  readonly mentions: (text: string) => readonly Mention<T>[];
}

/** Most words of a phrase. */
const LONGEST_PHRASE = 6;
/** Characters by which most words are known to begin no phrase. */
const HEAD = 5;
/** An ending is taken off words of at least so many letters. */
const INFLECTED = 6;

/** Small letters without accents and without what joins words. */
function normal(text: string): string {
  if (/^[a-zA-Z0-9]*$/.test(text)) return text.toLowerCase();
  return text
    .normalize('NFD')
    .replace(/[\p{M}’'`\s._/#&-]/gu, '')
    .toLowerCase();
}

interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const PIECE = /\p{Lu}{2,40}(?![\p{Ll}])|\p{L}[\p{Ll}\p{Lo}\p{M}]{0,40}|\d{1,20}/gu;
/** The same of ASCII: classes of Unicode take the runtime milliseconds to prepare, again and again. */
const ASCII_PIECE = /[A-Z]{2,40}(?![a-z])|[A-Za-z][a-z]{0,40}|\d{1,20}/g;

/** Words, cut where small letters meet capitals and letters meet digits. */
function pieces(text: string, plain: boolean): Piece[] {
  return [...text.matchAll(plain ? ASCII_PIECE : PIECE)].map(({ 0: word, index }) => ({
    text: normal(word),
    start: index,
    end: index + word.length,
  }));
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}

/** Builds a dictionary; an entry is a phrase with its meaning, and the same phrase may have several. */
export function createDictionary<T>(entries: readonly (readonly [phrase: string, meaning: T])[]): Dictionary<T> {
  const byWord = new Map<string, T[]>();
  const unspaced = new Map<string, T[]>();
  /** How keys begin, so that most words of a text are looked up once. */
  const heads = new Set<string>();
  for (const [phrase, meaning] of entries) {
    const isUnspaced = UNSPACED.test(phrase);
    const map = isUnspaced ? unspaced : byWord;
    const key = isUnspaced ? phrase : normal(phrase);
    const list = map.get(key);
    if (list) list.push(meaning);
    else map.set(key, [meaning]);
    if (!isUnspaced) for (let length = 1; length <= HEAD; length++) heads.add(key.slice(0, length));
  }
  return {
    mentions(text) {
      const found: Mention<T>[] = [];
      const add = (meanings: readonly T[], start: number, end: number, length: number): void => {
        for (const meaning of meanings) found.push({ start, end, meaning, length });
      };
      const plain = isAscii(text);
      const words = pieces(text, plain);
      for (let i = 0; i < words.length; i++) {
        let joined = '';
        let spaced = false;
        for (let n = i; n < words.length && n < i + LONGEST_PHRASE; n++) {
          const last = words[n] as Piece;
          // A phrase goes on over a space or a hyphen, not over a whole gap.
          if (n > i && last.start - (words[n - 1] as Piece).end > 2) break;
          spaced ||= n > i && text[last.start - 1] === ' ';
          joined += last.text;
          // "t in" is not "tin".
          if (spaced && joined.length < 4) continue;
          if (!heads.has(joined.slice(0, HEAD))) break;
          const meanings = byWord.get(joined) ?? (joined.length >= INFLECTED ? inflected(byWord, joined) : undefined);
          if (meanings) add(meanings, (words[i] as Piece).start, last.end, joined.length);
        }
      }
      if (unspaced.size > 0 && !plain && UNSPACED.test(text)) {
        for (const [word, meanings] of unspaced) {
          for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
            add(meanings, at, at + word.length, word.length * 2);
        }
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

/** The entry of which `word` is a form with an ending of up to three letters. */
function inflected<T>(map: ReadonlyMap<string, T[]>, word: string): T[] | undefined {
  for (let cut = 1; cut <= 3 && word.length - cut >= INFLECTED - 1; cut++) {
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
