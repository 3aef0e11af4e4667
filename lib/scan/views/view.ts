import type { Span } from '../finding.ts';
import { FNV_BASIS, fnv } from '../fnv.ts';

/** A stretch of a text as it reads once a disguise is taken off, and where each of its units comes from. */
export interface View {
  readonly text: string;
  /** By unit of `text`: where what it was made of begins and ends in the text that was disguised. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** The part of the original that was read. */
  readonly from: number;
  readonly to: number;
  /** Only findings that are at least so confident count: what is read backwards makes words by chance. */
  readonly least: number;
}

/** The span of the original that a non-empty span of a view was made of. Reversed text has its ends the other way round. */
export function originOf(view: View, span: Span): Span {
  const first = view.starts[span.start] as number;
  const last = view.starts[span.end - 1] as number;
  return first <= last ? { start: first, end: view.ends[span.end - 1] as number } : { start: last, end: view.ends[span.start] as number };
}

/**
 * Whether a span lies at an end of a view that is no end of the text (`source`), with nothing taken off between: there it cannot be seen what it is a part of, and the
 * text itself shows it anyway.
 */
export function isAtCut({ text, from, to }: View, { start, end }: Span, source: string): boolean {
  return (
    (from > 0 && start < EDGE && source.startsWith(text.slice(0, end), from)) ||
    (to < source.length && text.length - end < EDGE && source.endsWith(text.slice(start), to))
  );
}

/** A hash of what a view says and which units, counted from where it begins, it is made of; below zero. */
export function markOf({ text, starts, from }: View): number {
  let hash = FNV_BASIS;
  for (let at = 0; at < text.length; at++) hash = fnv(fnv(hash, text.charCodeAt(at)), (starts[at] as number) - from);
  return -1 - (hash >>> 1);
}

/** Puts a view together, unit by unit. */
export class ViewBuilder {
  #text = '';
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];

  /** Adds `text`, all of which stands for `[start, end)`. */
  add(text: string, start: number, end: number): void {
    this.#text += text;
    for (let i = 0; i < text.length; i++) {
      this.#starts.push(start);
      this.#ends.push(end);
    }
  }

  /** Adds a stretch that is not disguised. */
  copy(source: string, start: number, end: number): void {
    this.#text += source.slice(start, end);
    for (let at = start; at < end; at++) {
      this.#starts.push(at);
      this.#ends.push(at + 1);
    }
  }

  view(from: number, to: number, least = 0): View {
    return { text: this.#text, starts: this.#starts, ends: this.#ends, from, to, least };
  }
}

/** Text kept before and after a decoded stretch, so that words nearby still count. */
export const AROUND = 128;
/** What lies so near to the end of that says less than in the text. */
const EDGE = 64;
