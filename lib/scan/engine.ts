import { type Automaton, buildAutomaton, type Literal, type Report } from './automaton.ts';
import { FLOOR, inContext } from './confidence.ts';
import type { AnchoredDetector, Detector, NearbyDetector, SweepDetector } from './detector.ts';
import { DigitPhrase } from './digit-phrase.ts';
import type { Finding, Span } from './finding.ts';
import { withoutOverlaps } from './overlap.ts';
import { collectWindows } from './windows.ts';

/** Finds what its detectors describe. */
export interface Engine {
  /**
   * Findings in `text`, sorted by span, overlaps resolved (see `withoutOverlaps`). Pure and total: any string is accepted, lone surrogates
   * included, nothing throws, and the same text always gives the same findings. Spans count UTF-16 code units and never split a pair.
   */
  readonly scan: (text: string) => Finding[];
}

/** Builds an engine. The automaton is built here once; regular expressions are compiled by the runtime when an anchor first calls for them. */
export function createEngine(detectors: readonly Detector[]): Engine {
  const anchored: Compiled[] = [];
  const nearby: NearbyDetector[] = [];
  const sweeping: SweepDetector[] = [];
  for (const detector of detectors) {
    if (detector.kind === 'anchored') anchored.push(compile(detector));
    else if (detector.kind === 'nearby') nearby.push(detector);
    else sweeping.push(detector);
  }
  // Hits below `anchored.length` are first-pass detectors, those above it are cues of second-pass detectors.
  const literals: Literal[] = [
    ...anchored.flatMap(({ detector }, hit) => lowerCased(detector.anchors.literals ?? [], hit)),
    ...nearby.flatMap(({ cues }, index) => lowerCased(cues, anchored.length + index)),
  ];
  const automaton = buildAutomaton(literals);
  // Most demanding last: the first that wants more digits than there are ends the loop.
  const onDigits = anchored
    .flatMap(({ detector }, hit) => (detector.anchors.digits === undefined ? [] : [{ hit, least: detector.anchors.digits }]))
    .sort((a, b) => a.least - b.least || a.hit - b.hit);

  return {
    scan(text) {
      const pass = new Pass(text, anchored, nearby.length);
      run(automaton, text, (report, at) => {
        for (const { text: literal, hit } of report.literals) {
          const start = at + 1 - literal.length;
          if (hit < anchored.length) pass.tryAt(hit, start);
          else pass.cues[hit - anchored.length]?.push(start, at + 1);
        }
        if (report.digits && onDigits.length > 0) pass.tryDigits(onDigits, at);
      });
      for (const detector of sweeping) {
        for (const span of detector.sweep(text)) pass.add(detector, span, detector.confidence);
      }
      const first = withoutOverlaps(pass.findings);
      if (nearby.length === 0) return first;
      const second = nearby.flatMap((detector, index) => guesses(text, detector, first, pass.cues[index] ?? []));
      return second.length === 0 ? first : withoutOverlaps([...first, ...second]);
    },
  };
}

interface Compiled {
  readonly detector: AnchoredDetector;
  /** Membership by code unit below 0x180; null without a lead. */
  readonly lead: Uint8Array | null;
}

function compile(detector: AnchoredDetector): Compiled {
  if (!detector.lead) return { detector, lead: null };
  const lead = new Uint8Array(0x180);
  for (let i = 0; i < detector.lead.of.length; i++) lead[detector.lead.of.charCodeAt(i)] = 1;
  return { detector, lead };
}

function lowerCased(literals: readonly string[], hit: number): Literal[] {
  return literals.map((literal) => ({ text: literal.toLowerCase(), hit }));
}

function run(automaton: Automaton, text: string, report: (report: Report, at: number) => void): void {
  const { classes, next, accepting, reports, width } = automaton;
  let state = automaton.start;
  for (let i = 0; i < text.length; i++) {
    state = next[state + (classes[text.charCodeAt(i)] as number)] as number;
    if (state >= accepting) report(reports[(state - accepting) / width] as Report, i);
  }
}

/** The state of one first pass. */
class Pass {
  readonly findings: Finding[] = [];
  /** By second-pass detector: start and end of each cue, in turn. */
  readonly cues: number[][] = [];
  readonly #text: string;
  readonly #compiled: readonly Compiled[];
  /** By detector: anchors before this offset lie inside its last match, or were tried already. */
  readonly #done: Int32Array;
  readonly #phrase: DigitPhrase;

  constructor(text: string, compiled: readonly Compiled[], cueLists: number) {
    this.#text = text;
    this.#compiled = compiled;
    this.#done = new Int32Array(compiled.length);
    this.#phrase = new DigitPhrase(text);
    for (let i = 0; i < cueLists; i++) this.cues.push([]);
  }

  /** Runs the detectors that want no more digits than follow from `at`. */
  tryDigits(wants: readonly { readonly hit: number; readonly least: number }[], at: number): void {
    const digits = this.#phrase.digitsFrom(at);
    for (const { hit, least } of wants) {
      if (least > digits) return;
      this.tryAt(hit, at);
    }
  }

  /** Runs a detector at an anchor that begins at `anchor`. */
  tryAt(hit: number, anchor: number): void {
    const compiled = this.#compiled[hit];
    if (!compiled || anchor < (this.#done[hit] as number)) return;
    const { detector } = compiled;
    let at = anchor;
    if (detector.lead && compiled.lead) {
      const leftmost = Math.max(this.#done[hit] as number, anchor - detector.lead.max);
      while (at > leftmost && compiled.lead[this.#text.charCodeAt(at - 1)] === 1) at--;
      if (anchor - at < detector.lead.min) return;
    }
    const span = match(detector, this.#text, at);
    if (!span || span.end <= span.start) return;
    const confidence = detector.validate ? detector.validate(this.#text, span) : detector.confidence;
    if (confidence === null) return;
    this.#done[hit] = span.end;
    this.add(detector, span, inContext(this.#text, span, confidence, detector.context));
  }

  add(detector: Detector, span: Span, confidence: number): void {
    if (confidence < FLOOR || span.end <= span.start) return;
    this.findings.push({ entity: detector.entity, span: wholePairs(this.#text, span), confidence, detector: detector.id });
  }
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

function guesses(text: string, detector: NearbyDetector, first: readonly Finding[], cues: readonly number[]): Finding[] {
  const found: Finding[] = [];
  for (const window of collectWindows(text, detector, first, cues)) {
    for (const { span, confidence } of detector.find(text.slice(window.start, window.end))) {
      const shifted = { start: window.start + span.start, end: Math.min(window.end, window.start + span.end) };
      if (confidence < FLOOR || shifted.end <= shifted.start) continue;
      found.push({ entity: detector.entity, span: wholePairs(text, shifted), confidence, detector: detector.id });
    }
  }
  return found;
}

/** Widens a span that would split a surrogate pair. */
function wholePairs(text: string, span: Span): Span {
  const start = splitsPair(text, span.start) ? span.start - 1 : span.start;
  const end = splitsPair(text, span.end) ? span.end + 1 : span.end;
  return start === span.start && end === span.end ? span : { start, end };
}

/** Whether `at` lies between the two halves of a surrogate pair. */
export function splitsPair(text: string, at: number): boolean {
  return at > 0 && at < text.length && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800 && (text.charCodeAt(at) & 0xfc00) === 0xdc00;
}
