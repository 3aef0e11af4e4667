import { LABELS } from './table.ts';

const COUNT = LABELS.length;
const NEVER = -1e9;

/** Whether a label may follow another; `COUNT` stands for the beginning of a sentence. */
export function mayFollow(from: number, to: number): boolean {
  // Even labels but O go on with a name: that of the odd label before them.
  return to === 0 || to % 2 === 1 || from === to || from === to - 1;
}

/** What passes from label to label, rows: from; one row more: from the beginning of a sentence. */
export interface Steps {
  /** Added to scores; what may not follow is out of reach. */
  readonly sums: Float64Array;
  /** The same as factors; zero for what may not follow. */
  readonly factors: Float64Array;
}

/** Prepares the transitions of a table. */
export function stepsOf(transitions: Float32Array): Steps {
  const [sums, factors] = [new Float64Array((COUNT + 1) * COUNT), new Float64Array((COUNT + 1) * COUNT)];
  for (let from = 0; from <= COUNT; from++) {
    for (let to = 0; to < COUNT; to++) {
      const at = from * COUNT + to;
      sums[at] = mayFollow(from, to) ? (transitions[at] as number) : NEVER;
      factors[at] = mayFollow(from, to) ? Math.exp(transitions[at] as number) : 0;
    }
  }
  return { sums, factors };
}

/** Scores of the tokens of a stretch, by label, and what stands at its ends. */
export interface Scored {
  readonly scores: Float64Array;
  readonly length: number;
  /** A sentence begins with it, or what no name is stands before it. */
  readonly begins: boolean;
  /** The same behind it. */
  readonly ends: boolean;
}

/** The best labels of a stretch, by Viterbi's algorithm. */
export function bestPath({ scores, length, begins, ends }: Scored, { sums }: Steps): Uint8Array {
  const back = new Uint8Array(length * COUNT);
  let before = new Float64Array(COUNT);
  let now = new Float64Array(COUNT);
  const first = begins ? COUNT * COUNT : 0;
  for (let l = 0; l < COUNT; l++) before[l] = (scores[l] as number) + (sums[first + l] as number);
  for (let i = 1; i < length; i++) {
    for (let to = 0; to < COUNT; to++) {
      let best = (before[0] as number) + (sums[to] as number);
      let by = 0;
      for (let from = 1; from < COUNT; from++) {
        const score = (before[from] as number) + (sums[from * COUNT + to] as number);
        if (score > best) {
          best = score;
          by = from;
        }
      }
      now[to] = best + (scores[i * COUNT + to] as number);
      back[i * COUNT + to] = by;
    }
    [before, now] = [now, before];
  }
  const labels = new Uint8Array(length);
  let label = 0;
  if (!ends) for (let l = 0; l < COUNT; l++) before[l] = (before[l] as number) + (sums[l * COUNT] as number);
  for (let l = 1; l < COUNT; l++) if ((before[l] as number) > (before[label] as number)) label = l;
  for (let i = length - 1; i >= 0; i--) {
    labels[i] = label;
    label = back[i * COUNT + label] as number;
  }
  return labels;
}

/** Probability of each label at each token, by the forward-backward algorithm, scaled at each step. */
export function marginalsOf({ scores, length, begins, ends }: Scored, { factors }: Steps): Float64Array {
  const local = new Float64Array(length * COUNT);
  const forward = new Float64Array(length * COUNT);
  const first = begins ? COUNT * COUNT : 0;
  for (let i = 0; i < length; i++) {
    const at = i * COUNT;
    let most = Number.NEGATIVE_INFINITY;
    for (let l = 0; l < COUNT; l++) most = Math.max(most, scores[at + l] as number);
    let sum = 0;
    for (let to = 0; to < COUNT; to++) {
      const own = Math.exp((scores[at + to] as number) - most);
      local[at + to] = own;
      let reached = 0;
      if (i === 0) reached = factors[first + to] as number;
      else
        for (let from = 0; from < COUNT; from++) reached += (forward[at - COUNT + from] as number) * (factors[from * COUNT + to] as number);
      forward[at + to] = reached * own;
      sum += reached * own;
    }
    for (let l = 0; l < COUNT; l++) forward[at + l] = (forward[at + l] as number) / sum;
  }
  let behind = new Float64Array(COUNT).fill(1);
  let next = new Float64Array(COUNT);
  if (!ends) for (let l = 0; l < COUNT; l++) behind[l] = factors[l * COUNT] as number;
  for (let i = length - 1; i >= 0; i--) {
    const at = i * COUNT;
    let sum = 0;
    for (let l = 0; l < COUNT; l++) {
      const both = (forward[at + l] as number) * (behind[l] as number);
      forward[at + l] = both;
      sum += both;
    }
    for (let l = 0; l < COUNT; l++) forward[at + l] = (forward[at + l] as number) / sum;
    if (i === 0) break;
    let total = 0;
    for (let from = 0; from < COUNT; from++) {
      let reached = 0;
      for (let to = 0; to < COUNT; to++)
        reached += (factors[from * COUNT + to] as number) * (local[at + to] as number) * (behind[to] as number);
      next[from] = reached;
      total += reached;
    }
    for (let l = 0; l < COUNT; l++) next[l] = (next[l] as number) / (total || 1);
    [behind, next] = [next, behind];
  }
  return forward;
}
