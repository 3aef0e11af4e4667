import { type Described, describe, describeSentence, FEATURES, rowsOf } from '../../lib/detectors/names/features.ts';
import { mayFollow } from '../../lib/detectors/names/path.ts';
import { LABELS, type Slots, type Table } from '../../lib/detectors/names/table.ts';
import { KINDS, type Name } from '../../lib/detectors/names/tag.ts';
import { type Tokens, tokenize } from '../../lib/detectors/names/tokens.ts';
import { random } from '../../tests/corpus/generate.ts';

/** A text and the names in it. */
export interface Example {
  readonly text: string;
  readonly names: readonly Pick<Name, 'start' | 'end' | 'entity'>[];
}

/** An example that is learned from, with the lists as they are, or with holes in them. */
export interface Lesson extends Example {
  readonly slots: Slots;
}

export interface Course {
  readonly rowBits: number;
  readonly epochs: number;
  readonly rate: number;
  /** How much weights are pulled to 0. */
  readonly decay: number;
  /** How many of a token's features are left out in a step, so that none is relied upon alone; 0..1. */
  readonly dropout: number;
  /** Taken from the score of "no name" in the end: learning is shyer than it need be. */
  readonly shyness: number;
  readonly seed: string;
}

const COUNT = LABELS.length;

/** The label of each token. */
function labelsOf({ names }: Example, { starts, ends }: Tokens): Uint8Array {
  const labels = new Uint8Array(starts.length);
  for (const { start, end, entity } of names) {
    const begin = 1 + 2 * KINDS.indexOf(entity);
    let label = begin;
    for (let i = 0; i < starts.length; i++) {
      if ((ends[i] as number) <= start || (starts[i] as number) >= end) continue;
      labels[i] = label;
      label = begin + 1;
    }
  }
  return labels;
}

/** A sentence as its rows, and its labels. */
interface Sentence {
  readonly rows: Int32Array;
  readonly labels: Uint8Array;
}

function sentencesOf(lesson: Lesson, rowBits: number): Sentence[] {
  const tokens = tokenize(lesson.text);
  const described: Described = describe(lesson.text, tokens, lesson.slots);
  const labels = labelsOf(lesson, tokens);
  return tokens.sentences.map((from, s) => {
    const to = tokens.sentences[s + 1] ?? described.count;
    describeSentence(described, lesson.text, tokens, from, to, lesson.slots);
    const rows = new Int32Array((to - from) * FEATURES);
    for (let i = from; i < to; i++) rowsOf(described, i, rowBits, rows.subarray((i - from) * FEATURES, (i - from + 1) * FEATURES));
    return { rows, labels: labels.slice(from, to) };
  });
}

/**
 * Learns a table: a linear chain of labels whose weights make the labels of the lessons likely (a conditional random field), by stochastic gradient descent with a rate of its own
 * for each weight. Deterministic: the same lessons and seed give the same table.
 */
export function learn(lessons: readonly Lesson[], slots: Slots, { rowBits, epochs, rate, decay, dropout, shyness, seed }: Course): Table {
  const sentences = lessons.flatMap((lesson) => sentencesOf(lesson, rowBits));
  const nowhere = 1 << rowBits;
  const weights = new Float32Array((nowhere + 1) * COUNT);
  const squares = new Float32Array(weights.length);
  // Changes times the step they were made in: what is kept in the end is the mean over all steps.
  const late = new Float32Array(weights.length);
  const lateTransitions = new Float32Array((COUNT + 1) * COUNT);
  let steps = 0;
  const transitions = new Float32Array((COUNT + 1) * COUNT);
  const transitionSquares = new Float32Array(transitions.length);
  const next = random(seed);
  const order = sentences.map((_, index) => index);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1));
      [order[i], order[j]] = [order[j] as number, order[i] as number];
    }
    for (const index of order) step(sentences[index] as Sentence);
  }
  return finished();

  function step({ rows, labels }: Sentence): void {
    steps++;
    const length = labels.length;
    const scores = new Float64Array(length * COUNT);
    // A row of its own takes what is left out, and is 0 in the end.
    const kept = dropout === 0 ? rows : rows.map((row) => (next() < dropout ? nowhere : row));
    for (let i = 0; i < length; i++) {
      // One variable for each label: in an inner loop over them this takes twice the time.
      let [s0, s1, s2, s3, s4, s5, s6] = [0, 0, 0, 0, 0, 0, 0];
      for (let f = i * FEATURES; f < (i + 1) * FEATURES; f++) {
        const row = (kept[f] as number) * COUNT;
        s0 += weights[row] as number;
        s1 += weights[row + 1] as number;
        s2 += weights[row + 2] as number;
        s3 += weights[row + 3] as number;
        s4 += weights[row + 4] as number;
        s5 += weights[row + 5] as number;
        s6 += weights[row + 6] as number;
      }
      scores.set([s0, s1, s2, s3, s4, s5, s6], i * COUNT);
    }
    const { single, pairs } = expected(scores, length, transitions);
    for (let i = 0; i < length; i++) {
      const gold = labels[i] as number;
      for (let l = 0; l < COUNT; l++) {
        const gradient = (l === gold ? 1 : 0) - (single[i * COUNT + l] as number);
        if (Math.abs(gradient) < 1e-4) continue;
        for (let f = 0; f < FEATURES; f++) {
          const at = (kept[i * FEATURES + f] as number) * COUNT + l;
          if (at >= nowhere * COUNT) continue;
          const pulled = gradient - decay * (weights[at] as number);
          squares[at] = (squares[at] as number) + pulled * pulled;
          const change = (rate * pulled) / (0.1 + Math.sqrt(squares[at] as number));
          weights[at] = (weights[at] as number) + change;
          late[at] = (late[at] as number) + steps * change;
        }
      }
      const before = i === 0 ? COUNT : (labels[i - 1] as number);
      pairs[before * COUNT + gold] = (pairs[before * COUNT + gold] as number) - 1;
    }
    for (let at = 0; at < transitions.length; at++) {
      const gradient = -(pairs[at] as number);
      if (gradient === 0) continue;
      transitionSquares[at] = (transitionSquares[at] as number) + gradient * gradient;
      const change = (rate * gradient) / (0.1 + Math.sqrt(transitionSquares[at] as number));
      transitions[at] = (transitions[at] as number) + change;
      lateTransitions[at] = (lateTransitions[at] as number) + steps * change;
    }
  }

  function finished(): Table {
    for (let at = 0; at < weights.length; at++) weights[at] = (weights[at] as number) - (late[at] as number) / (steps + 1);
    for (let at = 0; at < transitions.length; at++)
      transitions[at] = (transitions[at] as number) - (lateTransitions[at] as number) / (steps + 1);
    for (let from = 0; from <= COUNT; from++) transitions[from * COUNT] = (transitions[from * COUNT] as number) - shyness;
    return { rowBits, transitions, ...slots, ...quantised(weights.subarray(0, nowhere * COUNT)) };
  }
}

/** The mean of tables with the same lists and as many rows: what each of them has learned by chance is less in it. */
export function meanOf(tables: readonly Table[]): Table {
  const [first] = tables;
  if (!first) throw new Error('no tables');
  const mean = (of: (table: Table) => number): number => tables.reduce((all, table) => all + of(table), 0) / tables.length;
  const weights = Float32Array.from(first.weights, (_, at) => mean((table) => (table.weights[at] as number) * table.scale));
  const transitions = first.transitions.map((_, at) => mean((table) => table.transitions[at] as number));
  return { ...first, ...quantised(weights), transitions };
}

/** Weights as one byte each, and the value of one step. */
function quantised(weights: Float32Array): Pick<Table, 'scale' | 'weights'> {
  let most = 0;
  for (const weight of weights) most = Math.max(most, Math.abs(weight));
  const scale = most / 127 || 1;
  return { scale, weights: Int8Array.from(weights, (weight) => Math.round(weight / scale)) };
}

/** Expected labels of each token and expected steps from label to label, in log space. */
function expected(scores: Float64Array, length: number, transitions: Float32Array): { single: Float64Array; pairs: Float64Array } {
  const forward = new Float64Array(length * COUNT).fill(Number.NEGATIVE_INFINITY);
  const backward = new Float64Array(length * COUNT);
  const terms = new Float64Array(COUNT);
  for (let l = 0; l < COUNT; l++) if (mayFollow(COUNT, l)) forward[l] = (scores[l] as number) + (transitions[COUNT * COUNT + l] as number);
  for (let i = 1; i < length; i++) {
    for (let to = 0; to < COUNT; to++) {
      for (let from = 0; from < COUNT; from++)
        terms[from] = mayFollow(from, to)
          ? (forward[(i - 1) * COUNT + from] as number) + (transitions[from * COUNT + to] as number)
          : Number.NEGATIVE_INFINITY;
      forward[i * COUNT + to] = logSum(terms) + (scores[i * COUNT + to] as number);
    }
  }
  for (let i = length - 2; i >= 0; i--) {
    for (let from = 0; from < COUNT; from++) {
      for (let to = 0; to < COUNT; to++)
        terms[to] = mayFollow(from, to)
          ? (backward[(i + 1) * COUNT + to] as number) +
            (transitions[from * COUNT + to] as number) +
            (scores[(i + 1) * COUNT + to] as number)
          : Number.NEGATIVE_INFINITY;
      backward[i * COUNT + from] = logSum(terms);
    }
  }
  const total = logSum(forward.subarray((length - 1) * COUNT));
  const single = new Float64Array(length * COUNT);
  const pairs = new Float64Array((COUNT + 1) * COUNT);
  for (let i = 0; i < length; i++) {
    for (let to = 0; to < COUNT; to++) {
      const here = i * COUNT + to;
      single[here] = Math.exp((forward[here] as number) + (backward[here] as number) - total);
      if (i === 0) {
        pairs[COUNT * COUNT + to] = (pairs[COUNT * COUNT + to] as number) + (single[here] as number);
        continue;
      }
      for (let from = 0; from < COUNT; from++) {
        if (!mayFollow(from, to)) continue;
        const at = from * COUNT + to;
        const path =
          (forward[(i - 1) * COUNT + from] as number) + (transitions[at] as number) + (scores[here] as number) + (backward[here] as number);
        pairs[at] = (pairs[at] as number) + Math.exp(path - total);
      }
    }
  }
  return { single, pairs };
}

function logSum(terms: Float64Array): number {
  let most = Number.NEGATIVE_INFINITY;
  for (const term of terms) if (term > most) most = term;
  if (most === Number.NEGATIVE_INFINITY) return most;
  let sum = 0;
  for (const term of terms) sum += Math.exp(term - most);
  return most + Math.log(sum);
}
