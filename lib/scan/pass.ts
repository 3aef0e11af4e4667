import { FLOOR, inContext } from './confidence.ts';
import type { AnchoredDetector, Context, Detector, Named, NamedDetector } from './detector.ts';
import type { Finding, Span } from './finding.ts';
import { FNV_BASIS, fnv } from './fnv.ts';
import { isRunUnit } from './long-run.ts';
import { reachOf, readableBy } from './reach.ts';

/** An anchored detector, ready to run. */
export interface Compiled {
  readonly detector: AnchoredDetector;
  /** Membership by code unit below 0x180; null without a lead. */
  readonly lead: Uint8Array | null;
  /** Code units before and after an anchor that an attempt may look at. What it is after is worked out at the first attempt; negative before that. */
  readonly before: number;
  after: number;
  /** What of the text an attempt may read, for a pattern that may read far; worked out when a draft first asks. */
  readable: RegExp | null;
}

/** A detector that is tried at numbers. */
export interface DigitAnchor {
  readonly hit: number;
  /** Digits from the begin of a group on, at least. */
  readonly least: number;
  /** Digits that such a group may begin with, a bit each. */
  readonly first: number;
}

/** Code units behind a match that a check or the words near it may look at. */
const BEHIND_MATCH = 256;

/** A detector with a function in place of a pattern, or a check, looks no further than this past its anchor unless it says so. */
const REACH = 512;

export function compile(detector: AnchoredDetector): Compiled {
  let lead: Uint8Array | null = null;
  if (detector.lead) {
    lead = new Uint8Array(0x180);
    for (let i = 0; i < detector.lead.of.length; i++) lead[detector.lead.of.charCodeAt(i)] = 1;
  }
  return { detector, lead, before: (detector.lead?.max ?? 0) + Math.max(256, contextBefore(detector.context)), after: -1, readable: null };
}

function contextBefore(context: Context | undefined): number {
  return context ? (context.before ?? 48) + 64 : 0;
}

/** How far from its word a named value may begin, code units. */
export const NEAR_AFTER = 110;
export const NEAR_BEFORE = 140;

/** Code units before and after a place that what is found there may depend on, unless it is noted as far-reaching. */
export const LOOKS_BEFORE = 512;
export const LOOKS_AFTER = 768;

/** What a draft needs to know of a pass to do only a part of it again. Flat lists of numbers. */
export interface Trace {
  /**
   * In turn: which detector, start and end of what it matched, whether or not that was reported; for views and long matches a hash of what they hold as well. Nothing else decides what is
   * tried behind it, or what became of what begins far before.
   */
  readonly matches: number[];
  /** Start and end, in turn, of stretches that reach further than `LOOKS_BEFORE` or `LOOKS_AFTER`. */
  readonly far: number[];
}

/** A first pass over a text: what its detectors found at their anchors. */
export class Pass {
  readonly findings: Finding[] = [];
  /** By second-pass detector: start and end of each cue, in turn. */
  readonly cues: number[][] = [];
  /** Null when nobody asked. */
  readonly trace: Trace | null;
  readonly #text: string;
  readonly #compiled: readonly Compiled[];
  /** By detector: anchors before this offset lie inside its last match. Null before the first match. */
  #done: Int32Array | null = null;

  constructor(text: string, compiled: readonly Compiled[], cueLists: number, track: boolean) {
    this.trace = track ? { matches: [], far: [] } : null;
    this.#text = text;
    this.#compiled = compiled;
    for (let i = 0; i < cueLists; i++) this.cues.push([]);
  }

  /** Runs the detectors that want no more than `digits` digits from `at` on. Those that want most come last. */
  tryDigits(wants: readonly DigitAnchor[], at: number, digits: number): void {
    const first = this.#text.charCodeAt(at) - 48;
    for (const { hit, least, first: begins } of wants) {
      if (least > digits) return;
      if (((begins >> first) & 1) === 1) this.tryAt(hit, at);
    }
  }

  /** Runs a detector at an anchor that begins at `anchor`. */
  tryAt(hit: number, anchor: number): void {
    const compiled = this.#compiled[hit];
    if (!compiled) return;
    const { detector } = compiled;
    if (compiled.after < 0)
      compiled.after = detector.reach ?? (detector.pattern instanceof RegExp ? reachOf(detector.pattern) + BEHIND_MATCH : REACH);
    const done = this.#done === null ? 0 : (this.#done[hit] as number);
    if (anchor < done) return;
    let at = anchor;
    if (detector.lead && compiled.lead) {
      const leftmost = Math.max(done, anchor - detector.lead.max);
      while (at > leftmost && compiled.lead[this.#text.charCodeAt(at - 1)] === 1) at--;
      if (anchor - at < detector.lead.min) return;
    }
    if (detector.worth && !detector.worth(this.#text, at)) return;
    if (this.trace) this.#noteReach(this.trace, compiled, anchor, at);
    const span = match(detector, this.#text, at);
    if (!span || span.end <= span.start) return;
    if (detector.name) {
      const named = detector.name(this.#text, span);
      if (!named) return;
      this.#note(hit, span);
      this.add(detector, span, inContext(this.#text, span, named.confidence, detector.context), named);
      return;
    }
    const confidence = detector.validate ? detector.validate(this.#text, span) : detector.confidence;
    if (confidence === null) return;
    this.#note(hit, span);
    this.add(detector, span, inContext(this.#text, span, confidence, detector.context));
  }

  /** Notes how far an attempt that begins at `at` may look, if that is far. */
  #noteReach(trace: Trace, compiled: Compiled, anchor: number, at: number): void {
    const { detector, before } = compiled;
    let end = anchor + compiled.after;
    if (compiled.after > LOOKS_AFTER && detector.reach === undefined && detector.pattern instanceof RegExp) {
      compiled.readable ??= readableBy(detector.pattern);
      compiled.readable.lastIndex = at;
      compiled.readable.test(this.#text);
      end = Math.min(end, compiled.readable.lastIndex + 1 + BEHIND_MATCH);
    }
    if (before > LOOKS_BEFORE || end > anchor + LOOKS_AFTER) trace.far.push(anchor - before, end);
  }

  #note(hit: number, { start, end }: Span): void {
    this.#done ??= new Int32Array(this.#compiled.length);
    this.#done[hit] = end;
    if (!this.trace) return;
    this.trace.matches.push(hit, start, end);
    // An edit far behind its begin may leave a long match as long as it was, and change what its check says.
    if (end - start > LOOKS_AFTER)
      this.trace.matches.push(this.#markOf(start, Math.min(this.#text.length, end + BEHIND_MATCH)), start, end);
  }

  /** A hash of a stretch of the text, below zero. */
  #markOf(start: number, end: number): number {
    let hash = FNV_BASIS;
    for (let at = start; at < end; at++) hash = fnv(hash, this.#text.charCodeAt(at));
    return -1 - (hash >>> 1);
  }

  /** Tries the named detectors of a word at every value near it. */
  tryNear(detectors: readonly NamedDetector[], word: Span): void {
    if (!isNamed(this.#text, word)) return;
    const starts = this.#valuesNear(word);
    for (const detector of detectors) {
      for (const at of starts) {
        const span = detector.match(this.#text, at);
        const confidence = span && detector.judge(this.#text, span, word);
        if (span && confidence !== null) this.add(detector, span, confidence);
      }
    }
  }

  /** Where values may begin: at borders of words that go on for eight characters or more, within reach of `word`, at most four line ends away. */
  #valuesNear(word: Span): number[] {
    const text = this.#text;
    const starts: number[] = [];
    const collect = (from: number, to: number): void => {
      let lines = 0;
      for (let at = from; at < to && lines < 4; at++) {
        const unit = text.charCodeAt(at);
        if (unit === 10) lines++;
        if (!isRunUnit(unit)) continue;
        const before = text.charCodeAt(at - 1);
        if (isRunUnit(before) && before !== 45 && before !== 95 && at !== word.end) continue;
        let length = 1;
        while (length < 8 && isRunUnit(text.charCodeAt(at + length))) length++;
        if (length >= 8 || VALUE_MARKS[text.charCodeAt(at + length)] === 1) starts.push(at);
      }
    };
    let left = word.start;
    for (let lines = 0; left > 0 && word.start - left < NEAR_BEFORE; left--) {
      if (text.charCodeAt(left - 1) === 10 && ++lines > 1) break;
    }
    collect(left, word.start);
    collect(word.end, Math.min(text.length, word.end + NEAR_AFTER));
    return starts;
  }

  add(detector: Detector, span: Span, confidence: number, named?: Named): void {
    if (confidence < FLOOR || span.end <= span.start) return;
    const whole = wholePairs(this.#text, span);
    const entity = named?.entity ?? detector.entity;
    this.findings.push({ entity, span: whole, confidence, detector: detector.id, ...(named?.also ? { also: named.also } : {}) });
  }
}

/** By unit: characters that values hold besides letters and digits. */
const VALUE_MARKS = new Uint8Array(128);
for (const mark of '.+/=~:!*$@%&#^') VALUE_MARKS[mark.charCodeAt(0)] = 1;

/** Whether a word stands for itself: not the middle of a longer one (`datadog_key`, `myDatadogKey`, `imaggaSECRET` are; `frontend` is not "front"). */
function isNamed(text: string, word: Span): boolean {
  const before = text.charCodeAt(word.start - 1);
  const first = text.charCodeAt(word.start);
  const last = text.charCodeAt(word.end - 1);
  const after = text.charCodeAt(word.end);
  if (isLetter(before) && !(isLower(before) && isUpper(first)) && !(isUpper(before) && isLower(first))) return false;
  if (!isLetter(after) || !isLetter(last)) return true;
  if (isLower(last) !== isLower(after)) return true;
  return /^(?:api|app|key|token|secret|access|private|auth|pass|client|id|user|account)/i.test(text.slice(word.end, word.end + 8));
}

function isLetter(unit: number): boolean {
  return isLower(unit) || isUpper(unit);
}

function isLower(unit: number): boolean {
  return unit >= 97 && unit <= 122;
}

function isUpper(unit: number): boolean {
  return unit >= 65 && unit <= 90;
}

function match(detector: AnchoredDetector, text: string, at: number): Span | null {
  const { pattern } = detector;
  if (typeof pattern === 'function') return pattern(text, at);
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  if (!found) return null;
  const value = found.indices?.groups?.value;
  return value ? { start: value[0], end: value[1] } : { start: found.index, end: found.index + found[0].length };
}

/** Widens a span that would split a surrogate pair. */
export function wholePairs(text: string, span: Span): Span {
  const start = splitsPair(text, span.start) ? span.start - 1 : span.start;
  const end = splitsPair(text, span.end) ? span.end + 1 : span.end;
  return start === span.start && end === span.end ? span : { start, end };
}

/** Whether `at` lies between the two halves of a surrogate pair. */
export function splitsPair(text: string, at: number): boolean {
  return (text.charCodeAt(at - 1) & 0xfc00) === 0xd800 && (text.charCodeAt(at) & 0xfc00) === 0xdc00;
}
