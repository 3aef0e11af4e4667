import type { Find, FirstPass } from './engine.ts';
import type { Finding } from './finding.ts';
import { splitsPair } from './pass.ts';

/** Scans a text that changes a little at a time: what an edit cannot have touched is not scanned again. */
export interface DraftScan {
  /** The findings of `text`: exactly those of `Engine.scan`. */
  readonly update: (text: string) => Finding[];
}

/** Text read again on each side of an edit, at least, code units. */
const MARGIN = 320;
/** Times that the stretch is widened before the whole text is scanned. */
const TRIES = 5;
/** Answers of second-pass detectors that are remembered. */
const REMEMBERED = 64;

/** The first pass over the last text, its busy stretches merged and sorted. */
interface Remembered {
  readonly text: string;
  readonly pass: FirstPass;
}

export function createDraftScan(
  first: (text: string) => FirstPass,
  finish: (text: string, pass: FirstPass, find: Find) => Finding[],
): DraftScan {
  let last: Remembered | null = null;
  const answers = new Map<string, ReturnType<Find>>();
  const find: Find = (detector, window) => {
    const key = `${detector.id}\n${window}`;
    const known = answers.get(key);
    if (known) return known;
    const fresh = detector.find(window);
    if (answers.size >= REMEMBERED) answers.clear();
    answers.set(key, fresh);
    return fresh;
  };
  return {
    update(text) {
      const pass = (last && again(last, text, first)) ?? settled(first(text));
      last = { text, pass };
      return finish(text, pass, find);
    },
  };
}

function settled(pass: FirstPass): FirstPass {
  return { ...pass, busy: merged(pass.busy) };
}

/** The first pass over `text`, made of the last one and a scan of the stretch round the edit; null when that stretch would be most of the text. */
function again(last: Remembered, text: string, first: (text: string) => FirstPass): FirstPass | null {
  const before = last.text;
  const prefix = commonPrefix(before, text);
  const suffix = commonSuffix(before, text, Math.min(before.length, text.length) - prefix);
  const shift = text.length - before.length;
  let start = prefix - MARGIN;
  let end = before.length - suffix + MARGIN;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    start = quietBefore(last.pass.busy, start, before);
    end = quietAfter(last.pass.busy, end, before);
    if (end - start > before.length / 2) return null;
    const slice = text.slice(start, end + shift);
    const pass = settled(first(slice));
    const { busy } = pass;
    const left = start > 0 && busy.length > 0 && (busy[0] as number) < 0;
    const right = end < before.length && busy.length > 0 && (busy[busy.length - 1] as number) > slice.length;
    if (!left && !right) return spliced(last.pass, pass, start, end, shift);
    if (left) start -= MARGIN << attempt;
    if (right) end += MARGIN << attempt;
  }
  return null;
}

function spliced(old: FirstPass, fresh: FirstPass, start: number, end: number, shift: number): FirstPass {
  const move = (finding: Finding, by: number): Finding => ({
    ...finding,
    span: { start: finding.span.start + by, end: finding.span.end + by },
  });
  return {
    findings: [
      ...old.findings.filter(({ span }) => span.end <= start),
      ...fresh.findings.map((finding) => move(finding, start)),
      ...old.findings.flatMap((finding) => (finding.span.start >= end ? [shift === 0 ? finding : move(finding, shift)] : [])),
    ],
    cues: old.cues.map((list, index) => splicedPairs(list, fresh.cues[index] ?? [], start, end, shift)),
    busy: merged(splicedPairs(old.busy, fresh.busy, start, end, shift)),
  };
}

/** Pairs of offsets before `start`, those of the stretch, and those after `end`. */
function splicedPairs(old: readonly number[], fresh: readonly number[], start: number, end: number, shift: number): number[] {
  const result: number[] = [];
  let i = 0;
  for (; i < old.length && (old[i + 1] as number) <= start; i += 2) result.push(old[i] as number, old[i + 1] as number);
  for (const at of fresh) result.push(at + start);
  for (; i < old.length; i += 2) if ((old[i] as number) >= end) result.push((old[i] as number) + shift, (old[i + 1] as number) + shift);
  return result;
}

/** Sorted, and without overlaps or neighbours. */
function merged(pairs: readonly number[]): number[] {
  const order = Array.from({ length: pairs.length >> 1 }, (_, i) => i * 2).sort((a, b) => (pairs[a] as number) - (pairs[b] as number));
  const result: number[] = [];
  for (const at of order) {
    const [start, end] = [pairs[at] as number, pairs[at + 1] as number];
    const last = result.length - 1;
    if (last > 0 && start <= (result[last] as number)) result[last] = Math.max(result[last] as number, end);
    else result.push(start, end);
  }
  return result;
}

/** The last offset at or before `at` that no busy stretch holds inside. */
function quietBefore(busy: readonly number[], at: number, text: string): number {
  const stretch = stretchAround(busy, at);
  const quiet = Math.max(0, stretch < 0 ? at : (busy[stretch] as number));
  return splitsPair(text, quiet) ? quietBefore(busy, quiet - 1, text) : quiet;
}

function quietAfter(busy: readonly number[], at: number, text: string): number {
  const stretch = stretchAround(busy, at);
  const quiet = Math.min(text.length, stretch < 0 ? at : (busy[stretch + 1] as number));
  return splitsPair(text, quiet) ? quietAfter(busy, quiet + 1, text) : quiet;
}

/** Index of the stretch that holds `at` inside, or -1. */
function stretchAround(busy: readonly number[], at: number): number {
  let low = 0;
  let high = busy.length >> 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((busy[middle * 2 + 1] as number) > at) high = middle;
    else low = middle + 1;
  }
  return low * 2 < busy.length && (busy[low * 2] as number) < at ? low * 2 : -1;
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
