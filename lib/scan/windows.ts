import type { NearbyDetector } from './detector.ts';
import type { Finding, Span } from './finding.ts';

/**
 * The windows that a second-pass detector reads: round each cue and each finding of its entities, cut at words, merged
 * where they touch, in text order, at most `budget` characters together. Cues come first when the budget is short, because they say more.
 */
export function collectWindows(text: string, detector: NearbyDetector, findings: readonly Finding[], cues: readonly number[]): Span[] {
  const spans: Span[] = [];
  let left = detector.budget;
  const take = (start: number, end: number): void => {
    if (left <= 0) return;
    const window = atWords(text, Math.max(0, start - detector.before), Math.min(text.length, end + detector.after));
    left -= Math.max(0, window.end - Math.max(window.start, spans[spans.length - 1]?.end ?? 0));
    spans.push(window);
  };
  for (let i = 0; i < cues.length; i += 2) {
    const last = spans[spans.length - 1];
    // A cue well inside the window before it needs none of its own.
    if (!last || (cues[i + 1] as number) + (detector.after >> 1) > last.end) take(cues[i] as number, cues[i + 1] as number);
  }
  if (detector.entities.length > 0)
    for (const { entity, span } of findings) if (detector.entities.includes(entity)) take(span.start, span.end);
  return merged(spans, detector.budget);
}

function merged(spans: Span[], budget: number): Span[] {
  const result: Span[] = [];
  let left = budget;
  for (const span of spans.sort((a, b) => a.start - b.start)) {
    const last = result[result.length - 1];
    if (last && span.start <= last.end) {
      const end = Math.min(Math.max(last.end, span.end), last.end + left);
      left -= end - last.end;
      result[result.length - 1] = { start: last.start, end };
    } else if (left > 0) {
      const end = Math.min(span.end, span.start + left);
      left -= end - span.start;
      result.push({ start: span.start, end });
    }
  }
  return result;
}

/** Moves both ends inwards to the next white space, by at most 24 characters, so that no word is cut. */
function atWords(text: string, start: number, end: number): Span {
  let from = start;
  while (from < start + 24 && from < end && text.charCodeAt(from - 1) > 32) from++;
  let to = end;
  while (to > end - 24 && to > from && text.charCodeAt(to) > 32) to--;
  return { start: from, end: to };
}
