import { hashOf, joined, KNOWN, known, knownWord, mixed, type Slots } from './table.ts';
import type { Tokens } from './tokens.ts';

/** How a token is written. */
const KIND = { lower: 0, capital: 1, capitals: 2, mixed: 3, digits: 4, mark: 5, initial: 6, address: 7 } as const;

/** What features are made of: one value for each token. */
export interface Described {
  readonly count: number;
  readonly words: Int32Array;
  readonly masks: Int32Array;
  readonly kinds: Uint8Array;
  /** Classes of the longest phrases of the lists, with the place of the token in them; 0 where there is none. */
  readonly phrases: Uint16Array;
  /** Hash of the letters' cases. */
  readonly shapes: Int32Array;
  readonly twoEnd: Int32Array;
  readonly threeEnd: Int32Array;
  readonly fourEnd: Int32Array;
  readonly beginning: Int32Array;
  /** First and last token of the run of capitals that a token is in; itself where it is in none. */
  readonly runStart: Int32Array;
  readonly runEnd: Int32Array;
  /** How the sentence of a token is written, and its language. */
  readonly styles: Uint8Array;
  readonly sentenceStart: Int32Array;
  readonly sentenceEnd: Int32Array;
}

/** Words that tell the language of a sentence. */
const GERMAN = wordSet(
  'der die das und ist nicht ein eine einen einem einer mit von zu auf für im den dem des sich auch wird wurde als bei sind hat nach aus wie er sie es ich wir an am zum zur oder über war',
);
const OTHER = wordSet(
  'el la los las del que una por con para es está le les des du est dans pour une et qui sur il elle di il che per non sono della nel uma não com os da do em het een van niet op zijn voor met w na się nie jest do z',
);
const ENGLISH = wordSet(
  'the of and to in is that for it on was with as be by at this are from or have an they which you were his her has i not but',
);

function wordSet(words: string): ReadonlySet<number> {
  return new Set(words.split(' ').map(hashOf));
}

const LONGEST_PHRASE = 6;
/** The hash by which words are known: short forms with and without their full stop are the same. */
export function wordHash(lower: string): number {
  return hashOf(lower.length > 2 && lower.endsWith('.') ? lower.slice(0, -1) : lower);
}

/** Bits of a mask that name classes of names. */
const NAMES =
  KNOWN.given |
  KNOWN.surname |
  KNOWN.place |
  KNOWN.organisation |
  KNOWN.other |
  KNOWN.commonGiven |
  KNOWN.commonPlace |
  KNOWN.commonSurname;
const NAMES_AND_ORDINARY = NAMES | KNOWN.ordinary | KNOWN.compound | KNOWN.nation | KNOWN.title | KNOWN.time;

function isLetterCase(unit: number, lower: boolean): boolean {
  return lower ? unit >= 97 && unit <= 122 : unit >= 65 && unit <= 90;
}

function kindOf(word: string, lower: string): number {
  const first = word.charCodeAt(0);
  if (first === 64 || first === 35 || (word.length > 6 && /:\/\/|@/.test(word))) return word.length > 1 ? KIND.address : KIND.mark;
  if (first < 128 && !isLetterCase(first, true) && !isLetterCase(first, false)) {
    return first >= 48 && first <= 57 ? KIND.digits : KIND.mark;
  }
  if (word === lower) return first < 128 || /^\p{L}/u.test(word) ? KIND.lower : KIND.mark;
  const letters = word.endsWith('.') ? word.slice(0, -1) : word;
  if (letters.length === 1) return KIND.initial;
  const upper = letters.toUpperCase();
  if (letters === upper) return word.length === 2 && word.endsWith('.') ? KIND.initial : KIND.capitals;
  return letters.slice(1) === lower.slice(1, letters.length) ? KIND.capital : KIND.mixed;
}

function shapeOf(word: string): number {
  let hash = 7;
  let last = 0;
  for (let i = 0; i < word.length && i < 24; i++) {
    const unit = word.charCodeAt(i);
    const each = isLetterCase(unit, false) ? 1 : isLetterCase(unit, true) ? 2 : unit >= 48 && unit <= 57 ? 3 : unit < 128 ? 3 + unit : 4;
    if (each !== last) hash = Math.imul(hash, 31) + each;
    last = each;
  }
  return Math.imul(hash, 5) + Math.min(word.length, 4);
}

/** Describes the tokens of a text as far as is needed to see which of its sentences may hold names. Time is linear in the text. */
export function describe(text: string, { starts, ends }: Tokens, slots: Slots): Described {
  const count = starts.length;
  const ints = (): Int32Array => new Int32Array(count);
  const d: Described = {
    count,
    words: ints(),
    masks: ints(),
    kinds: new Uint8Array(count),
    phrases: new Uint16Array(count),
    shapes: ints(),
    twoEnd: ints(),
    threeEnd: ints(),
    fourEnd: ints(),
    beginning: ints(),
    runStart: ints(),
    runEnd: ints(),
    styles: new Uint8Array(count),
    sentenceStart: ints(),
    sentenceEnd: ints(),
  };
  for (let i = 0; i < count; i++) {
    const word = text.slice(starts[i], ends[i]);
    const lower = word.toLowerCase();
    const kind = kindOf(word, lower);
    d.kinds[i] = kind;
    // Addresses are all the same to their neighbours.
    const hash = kind === KIND.address ? hashOf(lower[0] === '@' || lower[0] === '#' ? (lower[0] as string) : '://') : wordHash(lower);
    d.words[i] = hash;
    if (kind <= KIND.mixed || kind === KIND.initial)
      d.masks[i] = knownWord(slots, hash) || (kind === KIND.capital ? knownInPart(slots, lower) : 0);
  }
  return d;
}

/** Letters of a compound's last word, and of what stands before it. */
const TAIL = [5, 10] as const;
const HEAD = 3;

/** What is known of a word that no list holds: that of the name whose genitive it may be (Russlands, Obamas), or that it ends with an ordinary word. */
function knownInPart(slots: Slots, lower: string): number {
  const stem = lower.length > 4 && lower.endsWith('s') ? known(slots, hashOf(lower.slice(0, -1))) & NAMES & ~KNOWN.other : 0;
  if (stem !== 0) return stem;
  for (let length = TAIL[0]; length <= TAIL[1] && length + HEAD <= lower.length; length++)
    if ((knownWord(slots, hashOf(lower.slice(-length))) & KNOWN.ordinary) !== 0) return KNOWN.compound;
  return 0;
}

/** Describes the rest of a sentence: what `rowsOf` needs of the tokens from `from` to before `to`. */
export function describeSentence(d: Described, text: string, { starts, ends }: Tokens, from: number, to: number, slots: Slots): void {
  for (let i = from; i < to; i++) {
    const word = text.slice(starts[i], ends[i]);
    d.shapes[i] = shapeOf(word);
    const kind = d.kinds[i] as number;
    if (kind > KIND.mixed && kind !== KIND.initial) continue;
    const lower = word.toLowerCase();
    d.twoEnd[i] = hashOf(lower.slice(-2));
    d.threeEnd[i] = hashOf(lower.slice(-3));
    d.fourEnd[i] = lower.length > 4 ? hashOf(lower.slice(-4)) : 1;
    d.beginning[i] = hashOf(lower.slice(0, 3));
  }
  describeStyle(d, from, to);
  describeRuns(d, from, to);
  describePhrases(d, from, to, slots);
}

function describeStyle(d: Described, from: number, to: number): void {
  let [words, capitals, shouted, german, english, other] = [0, 0, 0, 0, 0, 0];
  for (let i = from; i < to; i++) {
    const kind = d.kinds[i] as number;
    const word = d.words[i] as number;
    d.sentenceStart[i] = from;
    d.sentenceEnd[i] = to;
    if (kind > KIND.mixed) continue;
    words++;
    if (kind !== KIND.lower) capitals++;
    if (kind === KIND.capitals) shouted++;
    if (GERMAN.has(word)) german++;
    if (ENGLISH.has(word)) english++;
    if (OTHER.has(word)) other++;
  }
  const style = capitals === 0 ? 1 : shouted * 10 > words * 7 ? 2 : capitals * 10 > words * 6 && words > 3 ? 3 : words < 4 ? 4 : 0;
  const language = german > english && german >= other ? 1 : other > english ? 2 : 0;
  d.styles.fill(style + 8 * language, from, to);
}

function describeRuns(d: Described, from: number, to: number): void {
  for (let i = from; i < to; ) {
    if (!isCapital(d.kinds[i] as number)) {
      d.runStart[i] = i;
      d.runEnd[i] = i;
      i++;
      continue;
    }
    let end = i;
    while (
      end + 1 < to &&
      (isCapital(d.kinds[end + 1] as number) || (d.words[end + 1] === HYPHEN && end + 2 < to && isCapital(d.kinds[end + 2] as number)))
    )
      end++;
    d.runStart.fill(i, i, end + 1);
    d.runEnd.fill(end, i, end + 1);
    i = end + 1;
  }
}

function describePhrases(d: Described, from: number, to: number, table: Slots): void {
  for (let i = from; i < to; i++) {
    if (((d.masks[i] as number) & KNOWN.phraseStart) === 0) continue;
    let phrase = d.words[i] as number;
    let [best, length] = [0, 0];
    for (let n = 2; n <= LONGEST_PHRASE && i + n <= to; n++) {
      phrase = joined(phrase, d.words[i + n - 1] as number);
      const mask = known(table, phrase) & NAMES;
      if (mask !== 0) [best, length] = [mask, n];
    }
    for (let n = 0; n < length; n++) {
      const place = n === 0 ? 1 : n === length - 1 ? 3 : 2;
      if (d.phrases[i + n] === 0) d.phrases[i + n] = (Math.imul(best, 4) | place) & 0xffff;
    }
  }
}

const HYPHEN = hashOf('-');

function isCapital(kind: number): boolean {
  return kind === KIND.capital || kind === KIND.capitals || kind === KIND.mixed || kind === KIND.initial;
}

/** Number of features of each token. */
export const FEATURES = 50;
/** Stands for what lies beyond the sentence. */
const BEYOND = 0x2545f491;

/** Writes the rows of a table that token `i` draws its weights from to `out`. */
export function rowsOf(d: Described, i: number, rowBits: number, out: Int32Array): void {
  const [from, to] = [d.sentenceStart[i] as number, d.sentenceEnd[i] as number];
  const last = (1 << rowBits) - 1;
  let n = 0;
  const add = (value: number): void => {
    out[n] = mixed(Math.imul(value, 0x9e3779b1) + Math.imul(n + 1, 0x632be5ab)) & last;
    n++;
  };
  const word = (at: number): number => (at < from || at >= to ? BEYOND : (d.words[at] as number));
  const kind = (at: number): number => (at < from || at >= to ? 15 : (d.kinds[at] as number));
  const mask = (at: number): number => (at < from || at >= to ? 0 : (d.masks[at] as number) & ~KNOWN.phraseStart);
  const both = (a: number, b: number): number => Math.imul(a, 0x01000193) ^ mixed(b);
  const [w, k, m, style] = [word(i), kind(i), mask(i), d.styles[i] as number];
  const [w1, w2, v1, v2] = [word(i - 1), word(i - 2), word(i + 1), word(i + 2)];
  const [k1, k2, l1, l2] = [kind(i - 1), kind(i - 2), kind(i + 1), kind(i + 2)];
  const [m1, m2, n1, n2] = [mask(i - 1), mask(i - 2), mask(i + 1), mask(i + 2)];
  const [runStart, runEnd] = [d.runStart[i] as number, d.runEnd[i] as number];
  const first = i === from ? 1 : 0;
  const ordinary = (m & KNOWN.ordinary) >> 16;
  const phrase = d.phrases[i] as number;
  const run = Math.min(runEnd - runStart, 5) * 8 + Math.min(i - runStart, 5);

  add(w);
  add(both(w, k));
  add(w1);
  add(v1);
  add(w2);
  add(v2);
  add(both(w1, w));
  add(both(w, v1));
  add(both(w1, v1));
  add(both(w2, w1));
  add(both(v1, v2));
  add(both(w1, k));
  add(both(v1, k));
  add(both(both(w1, k), m & NAMES_AND_ORDINARY));
  add(both(both(v1, k), m & NAMES_AND_ORDINARY));
  // How it is written.
  add(d.shapes[i] as number);
  add(k + 16 * k1);
  add(k + 16 * l1);
  add(k + 16 * (k1 + 16 * (l1 + 16 * (k2 + 16 * l2))));
  add(k + 16 * (style + 64 * (first + 2 * ordinary)));
  add(k + 16 * (run + 64 * first));
  add(both(run, style));
  add(both(d.twoEnd[i] as number, k));
  add(both(d.threeEnd[i] as number, k));
  add(both(d.fourEnd[i] as number, k));
  add(both(d.beginning[i] as number, k));
  add(both(d.threeEnd[i] as number, m));
  // What the lists know.
  add(both(m, k));
  add(both(both(m, k), style));
  add(both(m, first));
  add(m1);
  add(n1);
  add(m2);
  add(n2);
  add(both(m1, both(m, k)));
  add(both(n1, both(m, k)));
  add(both(m1, both(m, n1)));
  add(both(m & NAMES, both(k1, l1)));
  add(phrase === 0 ? 0 : both(phrase, k));
  add(both(phrase, m));
  add(both(phrase, style));
  add(both(w1, phrase));
  // The run of capitals: its head is mostly its last word.
  add(both(runEnd, runStart) === 0 ? 0 : both(word(runEnd), Math.min(runEnd - i, 4) + 8 * k));
  add(both(mask(runEnd), Math.min(runEnd - i, 4) + 8 * Math.min(i - runStart, 3)));
  add(both(word(runStart), Math.min(i - runStart, 4) + 8 * k));
  add(both(mask(runStart), Math.min(i - runStart, 4) + 8 * Math.min(runEnd - i, 3)));
  add(both(word(runStart - 1), run));
  add(both(word(runEnd + 1), run));
  add(both(mask(runStart - 1), both(m & NAMES, run)));
  add(both(mask(runEnd + 1), both(m & NAMES, run)));
}
