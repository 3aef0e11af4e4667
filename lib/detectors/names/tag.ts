import { type Described, describe, describeSentence, FEATURES, KIND, rowsOf } from './features.ts';
import { bestPath, marginalsOf, type Steps, stepsOf } from './path.ts';
import { KNOWN, LABELS, type Table } from './table.ts';
import { tokenize } from './tokens.ts';

/** What a name may be of, in the order of the labels. */
export const KINDS = ['PERSON', 'LOCATION', 'ORGANISATION'] as const;

/** A name in a text. */
export interface Name {
  readonly start: number;
  readonly end: number;
  readonly entity: (typeof KINDS)[number];
  /** 0..1, of the least sure of its tokens. */
  readonly probability: number;
}

const COUNT = LABELS.length;

/** Names in a text, in order, none overlapping. Total and deterministic; time is linear in the text. No name goes over the end of a line. */
export type Tagger = (text: string) => Name[];

/** The tagger of a table. */
export function createTagger(table: Table): Tagger {
  const learned: Learned = { rowBits: table.rowBits, scale: table.scale, lanes: lanesOf(table.weights), steps: stepsOf(table.transitions) };
  return (text) => {
    const tokens = tokenize(text);
    const described = describe(text, tokens, table);
    const found: Name[] = [];
    const { sentences, starts, ends } = tokens;
    for (let s = 0; s < sentences.length; s++) {
      const [from, to] = [sentences[s] as number, sentences[s + 1] ?? described.count];
      const sentence = { d: described, text, starts, from, to };
      if (nextName(sentence, from) === to) continue;
      describeSentence(described, text, tokens, from, to, table);
      for (const { first, last, kind, probability } of tagSentence(sentence, learned))
        found.push({ start: starts[first] as number, end: ends[last] as number, entity: KINDS[kind] as Name['entity'], probability });
    }
    return found;
  };
}

/** What a table has learned from labelled text, ready for use. */
interface Learned extends Pick<Table, 'rowBits' | 'scale'> {
  /** By row: the weights of labels 0 to 3 in one number and those of the others in the next, eight bits each, the first label in the lowest; 128 stands for zero. */
  readonly lanes: Uint32Array;
  readonly steps: Steps;
}

const ZERO = 128;

function lanesOf(weights: Int8Array): Uint32Array {
  const rows = weights.length / COUNT;
  const lanes = new Uint32Array(2 * rows);
  for (let row = 0; row < rows; row++) {
    for (let label = 0; label < COUNT; label++) {
      const lane = 2 * row + (label >> 2);
      lanes[lane] = (lanes[lane] as number) | (((weights[row * COUNT + label] as number) + ZERO) << (8 * (label & 3)));
    }
  }
  return lanes;
}

const NAME_WORD = KNOWN.given | KNOWN.surname | KNOWN.place | KNOWN.organisation | KNOWN.phraseStart;

/** A sentence of a text: its tokens from `from` to before `to`. */
interface Sentence {
  readonly d: Described;
  readonly text: string;
  readonly starts: readonly number[];
  readonly from: number;
  readonly to: number;
}

/**
 * Whether a token may be of a name by itself: one with capitals that is more than an ordinary word that begins a sentence, or one that is known from lists and no ordinary word.
 * What begins small and goes on with capitals is a word of code, unless lists know it.
 */
function mayBeName({ d, text, starts, from }: Sentence, i: number): boolean {
  const [kind, mask] = [d.kinds[i] as number, d.masks[i] as number];
  if (kind > KIND.mixed && kind !== KIND.initial) return false;
  const ordinary = (mask & KNOWN.ordinary) !== 0;
  if (kind === KIND.lower || (kind === KIND.mixed && isSmall(text.charCodeAt(starts[i] as number))))
    return !ordinary && (mask & NAME_WORD) !== 0;
  return i !== from || !ordinary || (mask & NAME_WORD) !== 0;
}

function isSmall(unit: number): boolean {
  return unit >= 97 && unit <= 122;
}

/** The first token from `at` on that may be of a name by itself; the end of the sentence where there is none. */
function nextName(sentence: Sentence, at: number): number {
  let i = at;
  while (i < sentence.to && !mayBeName(sentence, i)) i++;
  return i;
}

interface Stretch {
  readonly first: number;
  readonly last: number;
  readonly kind: number;
  readonly probability: number;
}

const rows = new Int32Array(FEATURES);
/** Tokens farther than this from all that may be of a name are not looked at: they are of none. */
const REACH = 1;

function tagSentence(sentence: Sentence, learned: Learned): Stretch[] {
  const { from, to } = sentence;
  const found: Stretch[] = [];
  for (let name = nextName(sentence, from); name < to; ) {
    const first = Math.max(from, name - REACH);
    let last = name;
    do {
      last = name + REACH;
      name = nextName(sentence, name + 1);
    } while (name < to && name - REACH <= last + 1);
    for (const stretch of tagNear(sentence, first, Math.min(to - 1, last), learned)) found.push(stretch);
  }
  return found;
}

function tagNear({ d, from, to }: Sentence, first: number, last: number, learned: Learned): Stretch[] {
  const length = last + 1 - first;
  const scores = new Float64Array(length * COUNT);
  for (let i = 0; i < length; i++) score(d, first + i, learned, scores, i * COUNT);
  const scored = { scores, length, begins: first === from, ends: last + 1 === to };
  const labels = bestPath(scored, learned.steps);
  if (labels.every((label) => label === 0)) return [];
  const marginals = marginalsOf(scored, learned.steps);
  const found: Stretch[] = [];
  for (let i = 0; i < length; ) {
    const label = labels[i] as number;
    if (label === 0) {
      i++;
      continue;
    }
    let end = i + 1;
    let probability = marginals[i * COUNT + label] as number;
    while (end < length && labels[end] === label + 1) {
      probability = Math.min(probability, marginals[end * COUNT + label + 1] as number);
      end++;
    }
    found.push({ first: first + i, last: first + end - 1, kind: (label - 1) >> 1, probability });
    i = end;
  }
  return found;
}

/** Weights of two labels at a time: the sums of all features have room in sixteen bits each. */
const EVERY_OTHER = 0x00ff00ff;
const SUM = 0xffff;

/** Writes the scores of a token, by label, to `scores` from `at` on. */
function score(d: Described, token: number, { rowBits, scale, lanes }: Learned, scores: Float64Array, at: number): void {
  rowsOf(d, token, rowBits, rows);
  let [even, odd, evenBehind, oddBehind] = [0, 0, 0, 0];
  for (let f = 0; f < FEATURES; f++) {
    const row = (rows[f] as number) << 1;
    const [head, tail] = [lanes[row] as number, lanes[row + 1] as number];
    even = (even + (head & EVERY_OTHER)) | 0;
    odd = (odd + ((head >>> 8) & EVERY_OTHER)) | 0;
    evenBehind = (evenBehind + (tail & EVERY_OTHER)) | 0;
    oddBehind = (oddBehind + ((tail >>> 8) & EVERY_OTHER)) | 0;
  }
  const none = FEATURES * ZERO;
  scores[at] = ((even & SUM) - none) * scale;
  scores[at + 1] = ((odd & SUM) - none) * scale;
  scores[at + 2] = ((even >>> 16) - none) * scale;
  scores[at + 3] = ((odd >>> 16) - none) * scale;
  scores[at + 4] = ((evenBehind & SUM) - none) * scale;
  scores[at + 5] = ((oddBehind & SUM) - none) * scale;
  scores[at + 6] = ((evenBehind >>> 16) - none) * scale;
}
