import type { NearbyDetector } from './detector.ts';
import type { Finding, Span } from './finding.ts';

/** Characters that a detector reads in one scan, where it does not say. */
const BUDGET = 20_000;

/**
 * The windows that a second-pass detector reads: round each cue and each finding of its entities, cut at words, merged
 * where they touch, in text order, at most `budget` characters together. Cues, in text order, come first when the budget is short, because they say more.
 */
export function collectWindows(text: string, detector: NearbyDetector, findings: readonly Finding[], cues: readonly number[]): Span[] {
  const windowOf = (start: number, end: number): Span =>
    atWords(text, Math.max(0, start - detector.before), Math.min(text.length, end + detector.after));
  const own: Span[] = [];
  const { budget = BUDGET } = detector;
  let left = budget;
  for (let i = 0; i < cues.length && left > 0; i += 2) {
    const last = own[own.length - 1];
    // A cue well inside the window before it needs none of its own.
    if (!last || (cues[i + 1] as number) + (detector.after >> 1) > last.end)
      left -= append(own, windowOf(cues[i] as number, cues[i + 1] as number), left);
  }
  if (left <= 0 || !detector.entities?.length) return own;
  const others = findings.filter(({ entity }) => detector.entities?.includes(entity)).map(({ span }) => windowOf(span.start, span.end));
  const all: Span[] = [];
  for (const span of [...own, ...outside(others.sort(inOrder), own, left)].sort(inOrder)) append(all, span, budget);
  return all;
}

/** Adds a window behind the others, which begin before it, by at most `most` characters that they do not hold; says how many these are. */
function append(spans: Span[], { start, end }: Span, most: number): number {
  const last = spans[spans.length - 1];
  const from = Math.max(start, last?.end ?? 0);
  const to = Math.min(end, from + most);
  if (to <= from) return 0;
  if (last && start <= last.end) spans[spans.length - 1] = { start: last.start, end: to };
  else spans.push({ start, end: to });
  return to - from;
}

/** What of `spans` lies outside `others`, both in order: at most `most` characters. */
function outside(spans: readonly Span[], others: readonly Span[], most: number): Span[] {
  const pieces: Span[] = [];
  let left = most;
  let next = 0;
  for (const { start, end } of spans) {
    while (next < others.length && (others[next] as Span).end <= start) next++;
    let from = start;
    for (let i = next; from < end; i++) {
      const other = others[i];
      left -= append(pieces, { start: from, end: Math.min(end, other?.start ?? end) }, left);
      from = Math.max(from, other?.end ?? end);
    }
  }
  return pieces;
}

function inOrder(a: Span, b: Span): number {
  return a.start - b.start;
}

/** Moves both ends inwards to the next white space, by at most 24 characters, so that no word is cut. */
function atWords(text: string, start: number, end: number): Span {
  let from = start;
  while (from < start + 24 && from < end && text.charCodeAt(from - 1) > 32) from++;
  let to = end;
  while (to > end - 24 && to > from && text.charCodeAt(to) > 32) to--;
  return { start: from, end: to };
}
