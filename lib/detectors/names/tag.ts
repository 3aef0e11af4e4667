import { type Described, describe, describeSentence, FEATURES, rowsOf } from './features.ts';
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
const NEVER = -1e9;

/** Whether a label may follow another; `COUNT` stands for the beginning of a sentence. */
export function mayFollow(from: number, to: number): boolean {
  // Even labels but O go on with a name: that of the odd label before them.
  return to === 0 || to % 2 === 1 || from === to || from === to - 1;
}

/** Names in `text`, in order, none overlapping. Total and deterministic; time is linear in the text. */
export function tag(text: string, table: Table): Name[] {
  const tokens = tokenize(text);
  const described = describe(text, tokens, table);
  const found: Name[] = [];
  const { sentences, starts, ends } = tokens;
  for (let s = 0; s < sentences.length; s++) {
    const from = sentences[s] as number;
    const to = sentences[s + 1] ?? described.count;
    if (!mayHoldNames(described, from, to)) continue;
    describeSentence(described, text, tokens, from, to, table);
    for (const { first, last, kind, probability } of tagSentence(described, from, to, table)) {
      found.push({ start: starts[first] as number, end: ends[last] as number, entity: KINDS[kind] as Name['entity'], probability });
    }
  }
  return found;
}

const NAME_WORD = KNOWN.given | KNOWN.surname | KNOWN.place | KNOWN.organisation | KNOWN.phraseStart;

/** Whether a token may be of a name by itself: one with capitals that is more than an ordinary word that begins a sentence, or one that is known from lists and no ordinary word. */
function mayBeName(kind: number, mask: number, first: boolean): boolean {
  if (kind > 3 && kind !== 6) return false;
  const ordinary = (mask & KNOWN.ordinary) !== 0;
  if (kind === 0) return !ordinary && (mask & NAME_WORD) !== 0;
  return !first || !ordinary || (mask & NAME_WORD) !== 0;
}

function mayHoldNames({ kinds, masks }: Described, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (mayBeName(kinds[i] as number, masks[i] as number, i === from)) return true;
  return false;
}

interface Stretch {
  readonly first: number;
  readonly last: number;
  readonly kind: number;
  readonly probability: number;
}

const rows = new Int32Array(FEATURES);
/** Tokens farther than this from all that may be of a name are not looked at. */
const REACH = 1;
const UNLIKELY = -30;

function tagSentence(d: Described, from: number, to: number, { rowBits, scale, weights, transitions }: Table): Stretch[] {
  const length = to - from;
  const scores = new Float64Array(length * COUNT);
  let last = -REACH - 1;
  let next = -1;
  for (let i = 0; i < length; i++) {
    const at = i * COUNT;
    if (next < i) {
      next = i;
      while (next < length && !mayBeName(d.kinds[from + next] as number, d.masks[from + next] as number, next === 0)) next++;
    }
    if (next === i) last = i;
    else if (i - last > REACH && next - i > REACH) {
      // Far from all that may be of a name: none.
      scores.fill(UNLIKELY, at + 1, at + COUNT);
      continue;
    }
    rowsOf(d, from + i, rowBits, rows);
    // One variable for each label: this is where the time goes.
    let [s0, s1, s2, s3, s4, s5, s6] = [0, 0, 0, 0, 0, 0, 0];
    for (let f = 0; f < FEATURES; f++) {
      const row = (rows[f] as number) * COUNT;
      s0 += weights[row] as number;
      s1 += weights[row + 1] as number;
      s2 += weights[row + 2] as number;
      s3 += weights[row + 3] as number;
      s4 += weights[row + 4] as number;
      s5 += weights[row + 5] as number;
      s6 += weights[row + 6] as number;
    }
    scores[at] = s0 * scale;
    scores[at + 1] = s1 * scale;
    scores[at + 2] = s2 * scale;
    scores[at + 3] = s3 * scale;
    scores[at + 4] = s4 * scale;
    scores[at + 5] = s5 * scale;
    scores[at + 6] = s6 * scale;
  }
  const labels = bestPath(scores, length, transitions);
  if (labels.every((label) => label === 0)) return [];
  const marginals = marginalsOf(scores, length, transitions);
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
    found.push({ first: from + i, last: from + end - 1, kind: (label - 1) >> 1, probability });
    i = end;
  }
  return found;
}

/** The best labels of a sentence, by Viterbi's algorithm. */
function bestPath(scores: Float64Array, length: number, transitions: Float32Array): Uint8Array {
  const back = new Uint8Array(length * COUNT);
  let before = new Float64Array(COUNT);
  let now = new Float64Array(COUNT);
  for (let l = 0; l < COUNT; l++)
    before[l] = mayFollow(COUNT, l) ? (scores[l] as number) + (transitions[COUNT * COUNT + l] as number) : NEVER;
  for (let i = 1; i < length; i++) {
    for (let to = 0; to < COUNT; to++) {
      let best = NEVER * 2;
      let by = 0;
      for (let from = 0; from < COUNT; from++) {
        if (!mayFollow(from, to)) continue;
        const score = (before[from] as number) + (transitions[from * COUNT + to] as number);
        if (score > best) [best, by] = [score, from];
      }
      now[to] = best + (scores[i * COUNT + to] as number);
      back[i * COUNT + to] = by;
    }
    [before, now] = [now, before];
  }
  const labels = new Uint8Array(length);
  let label = 0;
  for (let l = 1; l < COUNT; l++) if ((before[l] as number) > (before[label] as number)) label = l;
  for (let i = length - 1; i >= 0; i--) {
    labels[i] = label;
    label = back[i * COUNT + label] as number;
  }
  return labels;
}

/** Probability of each label at each token, by the forward-backward algorithm, scaled at each step. */
export function marginalsOf(scores: Float64Array, length: number, transitions: Float32Array): Float64Array {
  const steps = new Float64Array((COUNT + 1) * COUNT);
  for (let from = 0; from <= COUNT; from++)
    for (let to = 0; to < COUNT; to++)
      steps[from * COUNT + to] = mayFollow(from, to) ? Math.exp(transitions[from * COUNT + to] as number) : 0;
  const local = new Float64Array(length * COUNT);
  const forward = new Float64Array(length * COUNT);
  for (let i = 0; i < length; i++) {
    const at = i * COUNT;
    let most = Number.NEGATIVE_INFINITY;
    for (let l = 0; l < COUNT; l++) most = Math.max(most, scores[at + l] as number);
    let sum = 0;
    for (let to = 0; to < COUNT; to++) {
      local[at + to] = Math.exp((scores[at + to] as number) - most);
      let reached = 0;
      if (i === 0) reached = steps[COUNT * COUNT + to] as number;
      else
        for (let from = 0; from < COUNT; from++) reached += (forward[at - COUNT + from] as number) * (steps[from * COUNT + to] as number);
      forward[at + to] = reached * (local[at + to] as number);
      sum += forward[at + to] as number;
    }
    for (let l = 0; l < COUNT; l++) forward[at + l] = (forward[at + l] as number) / sum;
  }
  const behind = new Float64Array(COUNT).fill(1);
  for (let i = length - 1; i >= 0; i--) {
    const at = i * COUNT;
    let sum = 0;
    const next = new Float64Array(COUNT);
    for (let from = 0; from < COUNT; from++)
      for (let to = 0; to < COUNT; to++)
        next[from] =
          (next[from] as number) +
          (i === 0 ? 0 : (steps[from * COUNT + to] as number) * (local[at + to] as number) * (behind[to] as number));
    for (let l = 0; l < COUNT; l++) {
      forward[at + l] = (forward[at + l] as number) * (behind[l] as number);
      sum += forward[at + l] as number;
    }
    for (let l = 0; l < COUNT; l++) forward[at + l] = (forward[at + l] as number) / sum;
    const total = next.reduce((a, b) => a + b, 0);
    for (let l = 0; l < COUNT; l++) behind[l] = (next[l] as number) / (total || 1);
  }
  return forward;
}
