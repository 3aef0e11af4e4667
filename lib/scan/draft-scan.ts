import type { NearbyDetector } from './detector.ts';
import type { Finding } from './finding.ts';
import { type FirstPass, type TracedPass, viewBudget } from './first-pass.ts';
import { LOOKS_AFTER, LOOKS_BEFORE, splitsPair } from './pass.ts';

/** Scans a text that changes a little at a time: what an edit cannot have touched is not scanned again. */
export interface DraftScan {
  /** The findings of `text`: exactly those of `Engine.scan`. */
  readonly update: (text: string) => Finding[];
}

/** Asks a second-pass detector about a window; a draft remembers the answers about its last text. */
export type Find = (detector: NearbyDetector, window: string) => ReturnType<NearbyDetector['find']>;

/** Times that the stretch is widened before the whole text is scanned. */
const TRIES = 4;
/** What a second-pass detector answered about a window, and what it made of the pieces of it that it recalls. */
interface Answer {
  readonly guesses: ReturnType<Find>;
  readonly pieces: ReadonlyMap<string, unknown>;
}

/** By detector and window. */
type Answers = Map<NearbyDetector, Map<string, Answer>>;

/** The first pass over the last text. */
interface Remembered {
  readonly text: string;
  readonly pass: TracedPass;
}

export function createDraftScan(
  first: (text: string) => TracedPass,
  finish: (text: string, pass: FirstPass, find: Find) => Finding[],
): DraftScan {
  let last: Remembered | null = null;
  let answers: Answers = new Map();
  return {
    update(text) {
      const pass = (last && again(last, text, first)) ?? first(text);
      last = { text, pass };
      const known = answers;
      answers = new Map();
      return finish(text, pass, remembering(known, answers));
    },
  };
}

/** Asks only what `known` does not tell, and notes every answer in `answers`. */
function remembering(known: Answers, answers: Answers): Find {
  return (detector, window) => {
    let own = answers.get(detector);
    if (!own) {
      own = new Map();
      answers.set(detector, own);
    }
    const before = known.get(detector);
    const answer = own.get(window) ?? before?.get(window) ?? asked(detector, window, before);
    own.set(window, answer);
    return answer.guesses;
  };
}

function asked(detector: NearbyDetector, window: string, before: ReadonlyMap<string, Answer> | undefined): Answer {
  const pieces = new Map<string, unknown>();
  const recalled = <T>(piece: string): T | undefined => {
    for (const answer of before?.values() ?? []) if (answer.pieces.has(piece)) return answer.pieces.get(piece) as T;
    return undefined;
  };
  const guesses = detector.find(window, (piece, make) => {
    const made = recalled<ReturnType<typeof make>>(piece) ?? make(piece);
    pieces.set(piece, made);
    return made;
  });
  return { guesses, pieces };
}

/** A part of the new text, and the part of the old one that it takes the place of: the same but for the edit, `shift` units longer. */
interface Stretch {
  readonly start: number;
  /** In the old text. */
  readonly end: number;
  readonly shift: number;
  /** What the old pass found before here, and what it found from `to` on (in the old text), holds for the new text. */
  readonly from: number;
  readonly to: number;
}

/** The first pass over `text`, made of the last one and a pass over the stretch round the edit; null when that would be most of the text. */
function again(last: Remembered, text: string, first: (text: string) => TracedPass): TracedPass | null {
  const before = last.text;
  const prefix = commonPrefix(before, text);
  const suffix = commonSuffix(before, text, Math.min(before.length, text.length) - prefix);
  let [left, right] = [prefix, before.length - suffix];
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const stretch = closedStretch(last, left, right, text.length - before.length);
    if (stretch === null) return null;
    const { start, end, shift } = stretch;
    const slice = text.slice(start, end + shift);
    const pass = first(slice);
    // A part of a text may not be read so far behind its disguises as the whole.
    if (pass.unmasked > viewBudget(slice.length) || last.pass.unmasked + pass.unmasked > viewBudget(text.length)) return null;
    if (agree(last.pass, pass, stretch, before.length) && !reachesOut(pass, slice.length, start > 0, end < before.length))
      return spliced(last.pass, pass, stretch);
    const more = (LOOKS_BEFORE + LOOKS_AFTER) << attempt;
    [left, right] = [left - more, right + more];
  }
  return null;
}

/**
 * The stretch to read again for an edit of the old text between `left` and `right`. What is tried to the left of `from` cannot see the edit, and to
 * the right of `to` neither; beyond both, so much is read that two passes which match the same there go on the same.
 */
function stretchRound(before: string, left: number, right: number, shift: number): Stretch {
  const from = left - LOOKS_AFTER;
  const start = atPair(before, from - 2 * LOOKS_BEFORE - LOOKS_AFTER, -1);
  const to = right + LOOKS_BEFORE;
  const end = atPair(before, to + LOOKS_AFTER + LOOKS_BEFORE, 1);
  return { start, end, shift, from: start === 0 ? 0 : from, to: end === before.length ? Number.POSITIVE_INFINITY : to };
}

function atPair(text: string, at: number, step: 1 | -1): number {
  const inside = Math.max(0, Math.min(text.length, at));
  return splitsPair(text, inside) ? inside + step : inside;
}

/** A stretch out of which nothing far-reaching leads; null when that would be most of the text. */
function closedStretch({ text, pass }: Remembered, from: number, to: number, shift: number): Stretch | null {
  let [left, right] = [from, to];
  for (;;) {
    const stretch = stretchRound(text, left, right, shift);
    if (stretch.end - stretch.start > text.length / 2) return null;
    const far = farRound(pass, stretch.start, stretch.end, text.length);
    if (far === null) return stretch;
    [left, right] = [Math.min(left, far[0]), Math.max(right, far[1])];
  }
}

/** The outer ends of [start, end) and the far-reaching stretches that overlap it; null when all are within it. There is nothing to read beyond the ends of the text. */
function farRound({ trace: { far } }: TracedPass, start: number, end: number, length: number): readonly [number, number] | null {
  let [left, right] = [start, end];
  for (let i = 0; i < far.length; i += 2) {
    const [from, to] = [Math.max(0, far[i] as number), Math.min(length, far[i + 1] as number)];
    if (to <= start || from >= end) continue;
    left = Math.min(left, from);
    right = Math.max(right, to);
  }
  return left < start || right > end ? [left, right] : null;
}

/** Whether something in a slice reaches beyond an end of it that is no end of the text. */
function reachesOut({ trace: { far } }: TracedPass, length: number, left: boolean, right: boolean): boolean {
  for (let i = 0; i < far.length; i += 2) {
    if (left && (far[i] as number) < LOOKS_BEFORE) return true;
    if (right && (far[i + 1] as number) > length - LOOKS_BEFORE) return true;
  }
  return false;
}

/** Whether the old pass and that over the slice match the same just before `from` and just before `to`. */
function agree(old: TracedPass, fresh: TracedPass, { start, end, shift, from, to }: Stretch, length: number): boolean {
  const same = (oldFrom: number, oldTo: number, by: number): boolean =>
    matchesIn(old, oldFrom, oldTo, by) === matchesIn(fresh, oldFrom + by, oldTo + by, 0);
  return (start === 0 || same(from - LOOKS_BEFORE, from, -start)) && (end === length || same(to - LOOKS_BEFORE, to, shift - start));
}

/** What was matched in [from, to), as a text to compare; `by` is added to offsets. */
function matchesIn({ trace: { matches: all } }: TracedPass, from: number, to: number, by: number): string {
  const found: string[] = [];
  for (let i = 0; i < all.length; i += 3) {
    const [start, end] = [all[i + 1] as number, all[i + 2] as number];
    if (start < to && end > from) found.push(`${all[i]} ${start + by} ${end + by}`);
  }
  return found.sort().join();
}

function spliced(old: TracedPass, fresh: TracedPass, stretch: Stretch): TracedPass {
  const { start, shift, from, to } = stretch;
  const moved = (finding: Finding, by: number): Finding => ({
    ...finding,
    span: { start: finding.span.start + by, end: finding.span.end + by },
  });
  const findings: Finding[] = [];
  for (const finding of old.findings) {
    if (finding.span.start < from) findings.push(finding);
    else if (finding.span.start >= to) findings.push(moved(finding, shift));
  }
  for (const finding of fresh.findings) {
    const at = finding.span.start + start;
    if (at >= from && at < to + shift) findings.push(moved(finding, start));
  }
  const list = (before: readonly number[], now: readonly number[], size: number, place: number): number[] =>
    splicedList(before, now, size, place, stretch);
  return {
    findings,
    cues: old.cues.map((cues, index) => list(cues, fresh.cues[index] as number[], 2, 0)),
    trace: {
      matches: list(old.trace.matches, fresh.trace.matches, 3, 1),
      far: list(old.trace.far, fresh.trace.far, 2, 0),
    },
    unmasked: old.unmasked + fresh.unmasked,
  };
}

/** Records of `size` numbers, of which those from `place` on are offsets: the old ones before `from`, the fresh ones, the old ones from `to` on. */
function splicedList(
  old: readonly number[],
  fresh: readonly number[],
  size: number,
  place: number,
  { start, shift, from, to }: Stretch,
): number[] {
  const result: number[] = [];
  const add = (list: readonly number[], at: number, by: number): void => {
    for (let i = 0; i < size; i++) result.push((list[at + i] as number) + (i < place ? 0 : by));
  };
  for (let at = 0; at < old.length; at += size) if ((old[at + place] as number) < from) add(old, at, 0);
  for (let at = 0; at < fresh.length; at += size) {
    const offset = (fresh[at + place] as number) + start;
    if (offset >= from && offset < to + shift) add(fresh, at, start);
  }
  for (let at = 0; at < old.length; at += size) if ((old[at + place] as number) >= to) add(old, at, shift);
  return result;
}

/** Compares whole slices, which the runtime does much faster than one unit after the other. */
function commonPrefix(a: string, b: string): number {
  let low = 0;
  let high = Math.min(a.length, b.length);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (a.slice(low, middle) === b.slice(low, middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

function commonSuffix(a: string, b: string, most: number): number {
  let low = 0;
  let high = most;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (a.slice(a.length - middle, a.length - low) === b.slice(b.length - middle, b.length - low)) low = middle;
    else high = middle - 1;
  }
  return low;
}
