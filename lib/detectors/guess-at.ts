import type { Guess } from '../scan/detector.ts';

/** The guess, as sure as `confidence` (0..1), that `text`, which begins at `start` of a window, is what is looked for. */
export function guessAt(start: number, text: string, confidence: number): Guess {
  return { span: { start, end: start + text.length }, confidence };
}
