/** Small letters without accents and without what joins words. */
export function normal(text: string): string {
  if (/^[a-zA-Z0-9]*$/.test(text)) return text.toLowerCase();
  return text
    .normalize('NFD')
    .replace(/[\p{M}’'`\s._/#&-]/gu, '')
    .toLowerCase();
}

/** The words of a text, in turn. */
export interface Words {
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
export function wordsOfAny(text: string): Words {
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

/** By unit of Latin script; made when a text is first read. */
let latin: Latin | null = null;

/** The same as `wordsOfAny` where all letters are of Latin script, accents included; else null. */
export function wordsOfLatin(text: string): Words | null {
  latin ??= describeLatin();
  const { kinds, normal } = latin;
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
