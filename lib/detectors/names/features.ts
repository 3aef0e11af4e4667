import { clusterPlace, hashOf, hashOfPlain, joined, KNOWN, knownWord, type Slots, told } from './table.ts';
import type { Tokens } from './tokens.ts';

/** How a token is written. */
export const KIND = { lower: 0, capital: 1, capitals: 2, mixed: 3, digits: 4, mark: 5, initial: 6, address: 7 } as const;

/** What features are made of: one value for each token. */
export interface Described {
  readonly count: number;
  readonly words: Int32Array;
  readonly masks: Int32Array;
  readonly kinds: Uint8Array;
  /** Which words a word is used like, see `Slots`; 0 where it is not known. */
  readonly clusters: Uint16Array;
  /** The same by each half of what is known of its use; 0 where nothing is. */
  readonly halves: Uint16Array;
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
  /** What the lists know of any word of that run. */
  readonly runMasks: Int32Array;
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

/** How a word of ASCII letters alone is written; `mark` for all else. Says what `kindOf` says, without a copy of the word. */
function plainKind(text: string, start: number, end: number): number {
  let capitals = 0;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (isLetterCase(unit, false)) capitals++;
    else if (!isLetterCase(unit, true)) return KIND.mark;
  }
  if (capitals === 0) return KIND.lower;
  if (end - start === 1) return KIND.initial;
  if (capitals === end - start) return KIND.capitals;
  return capitals === 1 && isLetterCase(text.charCodeAt(start), false) ? KIND.capital : KIND.mixed;
}

function shapeOf(text: string, start: number, end: number): number {
  let hash = 7;
  let last = 0;
  const stop = Math.min(end, start + 24);
  for (let i = start; i < stop; i++) {
    const unit = text.charCodeAt(i);
    const each = isLetterCase(unit, false) ? 1 : isLetterCase(unit, true) ? 2 : unit >= 48 && unit <= 57 ? 3 : unit < 128 ? 3 + unit : 4;
    if (each !== last) hash = Math.imul(hash, 31) + each;
    last = each;
  }
  return Math.imul(hash, 5) + Math.min(end - start, 4);
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
    clusters: new Uint16Array(count),
    halves: new Uint16Array(count),
    phrases: new Uint16Array(count),
    shapes: ints(),
    twoEnd: ints(),
    threeEnd: ints(),
    fourEnd: ints(),
    beginning: ints(),
    runStart: ints(),
    runEnd: ints(),
    runMasks: ints(),
    styles: new Uint8Array(count),
    sentenceStart: ints(),
    sentenceEnd: ints(),
  };
  for (let i = 0; i < count; i++) {
    const [start, end] = [starts[i] as number, ends[i] as number];
    const plain = plainKind(text, start, end);
    if (plain !== KIND.mark) {
      const hash = hashOfPlain(text, start, end);
      d.kinds[i] = plain;
      d.words[i] = hash;
      d.masks[i] = knownWord(slots, hash) || (plain === KIND.capital ? knownInPart(slots, text.slice(start, end).toLowerCase()) : 0);
      continue;
    }
    const word = text.slice(start, end);
    const lower = word.toLowerCase();
    const kind = kindOf(word, lower);
    d.kinds[i] = kind;
    // Addresses are all the same to their neighbours.
    const hash = kind === KIND.address ? hashOf(lower[0] === '@' || lower[0] === '#' ? (lower[0] as string) : '://') : wordHash(lower);
    // A hyphen between words joins them, a dash with room round it does not.
    d.words[i] = hash === HYPHEN && (text[start - 1] === ' ' || text[end] === ' ') ? DASH : hash;
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
  const stem = lower.length > 4 && lower.endsWith('s') ? told(slots.known, hashOf(lower.slice(0, -1))) & NAMES & ~KNOWN.other : 0;
  if (stem !== 0) return stem;
  for (let length = TAIL[0]; length <= TAIL[1] && length + HEAD <= lower.length; length++)
    if ((knownWord(slots, hashOf(lower.slice(-length))) & KNOWN.ordinary) !== 0) return KNOWN.compound;
  return 0;
}

/** Describes the rest of a sentence: what `rowsOf` needs of the tokens from `from` to before `to`. */
export function describeSentence(d: Described, text: string, { starts, ends }: Tokens, from: number, to: number, slots: Slots): void {
  for (let i = from; i < to; i++) {
    const [start, end] = [starts[i] as number, ends[i] as number];
    d.shapes[i] = shapeOf(text, start, end);
    const kind = d.kinds[i] as number;
    if (kind > KIND.mixed && kind !== KIND.initial) continue;
    const cluster = clusterPlace(slots.clusters, d.words[i] as number);
    if (cluster >= 0) {
      d.clusters[i] = slots.clusters.values[cluster] as number;
      d.halves[i] = slots.clusters.halves[cluster] as number;
    }
    if (plainKind(text, start, end) !== KIND.mark) {
      d.twoEnd[i] = hashOfPlain(text, Math.max(start, end - 2), end);
      d.threeEnd[i] = hashOfPlain(text, Math.max(start, end - 3), end);
      d.fourEnd[i] = end - start > 4 ? hashOfPlain(text, end - 4, end) : 1;
      d.beginning[i] = hashOfPlain(text, start, Math.min(end, start + 3));
      continue;
    }
    const lower = text.slice(start, end).toLowerCase();
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
      d.runMasks[i] = d.masks[i] as number;
      i++;
      continue;
    }
    let end = i;
    while (
      end + 1 < to &&
      (isCapital(d.kinds[end + 1] as number) || (d.words[end + 1] === HYPHEN && end + 2 < to && isCapital(d.kinds[end + 2] as number)))
    )
      end++;
    let mask = 0;
    for (let each = i; each <= end; each++) mask |= d.masks[each] as number;
    d.runMasks.fill(mask, i, end + 1);
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
      const mask = told(table.known, phrase) & NAMES;
      if (mask !== 0) [best, length] = [mask, n];
    }
    for (let n = 0; n < length; n++) {
      const place = n === 0 ? 1 : n === length - 1 ? 3 : 2;
      if (d.phrases[i + n] === 0) d.phrases[i + n] = (Math.imul(best, 4) | place) & 0xffff;
    }
  }
}

const HYPHEN = hashOf('-');
const DASH = hashOf('–');

function isCapital(kind: number): boolean {
  return kind === KIND.capital || kind === KIND.capitals || kind === KIND.mixed || kind === KIND.initial;
}

/** Number of features of each token. */
export const FEATURES = 77;
/** Stands for what lies beyond the sentence. */
const BEYOND = 0x2545f491;
/** A value of `clusters`: its lower bits are the cluster, of which all but the last three tell a group of clusters; above them is how likely a word is of each class. */
const CLUSTER = 511;
const GROUP_SHIFT = 3;
const LIKELY_SHIFT = 9;
/** A value of `halves` is two clusters. */
const HALF_BITS = 8;
const HALF = 255;
/** What counts of a run of capitals as a whole. */
const IN_RUN = KNOWN.organisationHead | KNOWN.companyForm | KNOWN.placeHead | KNOWN.title | KNOWN.commonGiven | KNOWN.nation | KNOWN.other;

function both(a: number, b: number): number {
  return (Math.imul(a, 0x01000193) + Math.imul(b ^ (b >>> 15), 0x9e3779b1)) | 0;
}

/** What a list says of the token at `i`, or of what lies beyond its sentence. */
function within(values: Int32Array | Uint8Array | Uint16Array, i: number, from: number, to: number, beyond: number): number {
  return i < from || i >= to ? beyond : (values[i] as number);
}

/** Writes the rows of a table that token `i` draws its weights from to `out`. */
export function rowsOf(d: Described, i: number, rowBits: number, out: Int32Array): void {
  const { words, kinds, masks, clusters } = d;
  const from = d.sentenceStart[i] as number;
  const to = d.sentenceEnd[i] as number;
  const names = ~KNOWN.phraseStart;
  const runStart = d.runStart[i] as number;
  const runEnd = d.runEnd[i] as number;
  const w = words[i] as number;
  const w1 = within(words, i - 1, from, to, BEYOND);
  const w2 = within(words, i - 2, from, to, BEYOND);
  const v1 = within(words, i + 1, from, to, BEYOND);
  const v2 = within(words, i + 2, from, to, BEYOND);
  const k = kinds[i] as number;
  const k1 = within(kinds, i - 1, from, to, 15);
  const k2 = within(kinds, i - 2, from, to, 15);
  const l1 = within(kinds, i + 1, from, to, 15);
  const l2 = within(kinds, i + 2, from, to, 15);
  const m = (masks[i] as number) & names;
  const m1 = within(masks, i - 1, from, to, 0) & names;
  const m2 = within(masks, i - 2, from, to, 0) & names;
  const n1 = within(masks, i + 1, from, to, 0) & names;
  const n2 = within(masks, i + 2, from, to, 0) & names;
  const c = clusters[i] as number;
  const c1 = within(clusters, i - 1, from, to, 0xffff);
  const c2 = within(clusters, i - 2, from, to, 0xffff);
  const e1 = within(clusters, i + 1, from, to, 0xffff);
  const e2 = within(clusters, i + 2, from, to, 0xffff);
  const h = d.halves[i] as number;
  const h1 = within(d.halves, i - 1, from, to, 0xffff);
  const g1 = within(d.halves, i + 1, from, to, 0xffff);
  const style = d.styles[i] as number;
  const phrase = d.phrases[i] as number;
  const first = i === from ? 1 : 0;
  const ordinary = (m & KNOWN.ordinary) >> 16;
  const fromStart = i - runStart;
  const toEnd = runEnd - i;
  const run = Math.min(runEnd - runStart, 5) * 8 + Math.min(fromStart, 5);
  const [nearEnd, nearStart] = [Math.min(toEnd, 4), Math.min(fromStart, 4)];
  let n = 0;
  out[n++] = w;
  out[n++] = both(w, k);
  out[n++] = w1;
  out[n++] = v1;
  out[n++] = w2;
  out[n++] = v2;
  out[n++] = both(w1, w);
  out[n++] = both(w, v1);
  out[n++] = both(w1, v1);
  out[n++] = both(w2, w1);
  out[n++] = both(v1, v2);
  out[n++] = both(w1, k);
  out[n++] = both(v1, k);
  out[n++] = both(both(w1, k), m & NAMES_AND_ORDINARY);
  out[n++] = both(both(v1, k), m & NAMES_AND_ORDINARY);
  // How it is written.
  out[n++] = d.shapes[i] as number;
  out[n++] = k + 16 * k1;
  out[n++] = k + 16 * l1;
  out[n++] = k + 16 * (k1 + 16 * (l1 + 16 * (k2 + 16 * l2)));
  out[n++] = k + 16 * (style + 64 * (first + 2 * ordinary));
  out[n++] = k + 16 * (run + 64 * first);
  out[n++] = both(run, style);
  out[n++] = both(d.twoEnd[i] as number, k);
  out[n++] = both(d.threeEnd[i] as number, k);
  out[n++] = both(d.fourEnd[i] as number, k);
  out[n++] = both(d.beginning[i] as number, k);
  out[n++] = both(d.threeEnd[i] as number, m);
  // What the lists know.
  out[n++] = both(m, k);
  out[n++] = both(both(m, k), style);
  out[n++] = both(m, first);
  out[n++] = m1;
  out[n++] = n1;
  out[n++] = m2;
  out[n++] = n2;
  out[n++] = both(m1, both(m, k));
  out[n++] = both(n1, both(m, k));
  out[n++] = both(m1, both(m, n1));
  out[n++] = both(m & NAMES, both(k1, l1));
  out[n++] = phrase === 0 ? 0 : both(phrase, k);
  out[n++] = both(phrase, m);
  out[n++] = both(phrase, style);
  out[n++] = both(w1, phrase);
  // The run of capitals: its head is mostly its last word.
  out[n++] = both(words[runEnd] as number, nearEnd + 8 * k);
  out[n++] = both((masks[runEnd] as number) & names, nearEnd + 8 * Math.min(fromStart, 3));
  out[n++] = both(words[runStart] as number, nearStart + 8 * k);
  out[n++] = both((masks[runStart] as number) & names, nearStart + 8 * Math.min(toEnd, 3));
  out[n++] = both(within(words, runStart - 1, from, to, BEYOND), run);
  out[n++] = both(within(words, runEnd + 1, from, to, BEYOND), run);
  out[n++] = both(within(masks, runStart - 1, from, to, 0) & names, both(m & NAMES, run));
  out[n++] = both(within(masks, runEnd + 1, from, to, 0) & names, both(m & NAMES, run));
  // What it and its neighbours are used like.
  out[n++] = both(c & CLUSTER, k);
  out[n++] = both(c & CLUSTER, both(k, first));
  out[n++] = both(c & CLUSTER, both(m, k));
  out[n++] = both(c1 & CLUSTER, k);
  out[n++] = both(e1 & CLUSTER, k);
  out[n++] = both(both(c1 & CLUSTER, e1 & CLUSTER), k);
  out[n++] = both(groups(c1, c), k);
  out[n++] = both(groups(e1, c), k);
  out[n++] = both(groups(c2, c1), k);
  out[n++] = both(groups(e2, e1), k);
  out[n++] = both((clusters[runEnd] as number) & CLUSTER, nearEnd + 8 * k);
  out[n++] = both(c >> LIKELY_SHIFT, both(k, first));
  out[n++] = both(c >> LIKELY_SHIFT, both(m & NAMES_AND_ORDINARY, k));
  out[n++] = both(both(c1 >> LIKELY_SHIFT, c >> LIKELY_SHIFT), both(e1 >> LIKELY_SHIFT, k));
  // The same by each half of the vectors, which tell apart what one cluster holds.
  out[n++] = both(h >> HALF_BITS, k);
  out[n++] = both(h & HALF, k);
  out[n++] = both(h1 >> HALF_BITS, k);
  out[n++] = both(h1 & HALF, k);
  out[n++] = both(g1 >> HALF_BITS, k);
  out[n++] = both(g1 & HALF, k);
  // What the run of capitals stands between, and what is in it.
  out[n++] = both(within(clusters, runStart - 1, from, to, 0xffff) & CLUSTER, both(nearStart, k));
  out[n++] = both(within(clusters, runEnd + 1, from, to, 0xffff) & CLUSTER, both(nearEnd, k));
  out[n++] = both(both((clusters[runStart] as number) >> LIKELY_SHIFT, (clusters[runEnd] as number) >> LIKELY_SHIFT), run);
  out[n++] = both((d.runMasks[i] as number) & IN_RUN, run);
  out[n++] = both(within(d.phrases, i - 1, from, to, 0), both(m, k));
  out[n++] = both(within(d.phrases, i + 1, from, to, 0), both(m, k));
  out[n++] = both(d.threeEnd[runEnd] as number, nearEnd + 8 * k);
  const shift = 32 - rowBits;
  for (let f = 0; f < n; f++) {
    // The same value of another feature has another row.
    const value = Math.imul(out[f] as number, 0x9e3779b1) + Math.imul(f + 1, 0x632be5ab);
    out[f] = Math.imul(value ^ (value >>> 15), 0x85ebca6b) >>> shift;
  }
}

function groups(one: number, other: number): number {
  return (((one & CLUSTER) >> GROUP_SHIFT) << 7) | ((other & CLUSTER) >> GROUP_SHIFT);
}
