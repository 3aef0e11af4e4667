import { type AnchorIndex, buildAnchorIndex, type Literal, type Near } from './anchor-index.ts';
import { FLOOR } from './confidence.ts';
import type { Detector, NamedDetector, NearbyDetector, SweepDetector } from './detector.ts';
import { createDraftScan, type DraftScan } from './draft-scan.ts';
import type { Finding } from './finding.ts';
import { NumberReader } from './number.ts';
import { withoutOverlaps } from './overlap.ts';
import { type Compiled, compile, type DigitAnchor, LOOKS_AFTER, Pass, type Trace, wholePairs } from './pass.ts';
import { originOf } from './views/view.ts';
import { type Disguise, disguiseCues, Unmasking } from './views/views.ts';
import { collectWindows } from './windows.ts';

/** Finds what its detectors describe. */
export interface Engine {
  /**
   * Findings in `text`, sorted by span, overlaps resolved (see `withoutOverlaps`). Pure and total: any string is accepted, lone surrogates
   * included, nothing throws, and the same text always gives the same findings. Spans count UTF-16 code units and never split a pair.
   */
  readonly scan: (text: string) => Finding[];
  /** A scan that remembers its text: see `DraftScan`. */
  readonly draft: () => DraftScan;
}

/** Disguises inside disguises are taken off so many times. */
const DEEPEST = 3;
/** Characters read behind disguises, for each character of the text, and at least. */
const VIEW_FACTOR = 4;
const VIEW_LEAST = 16_384;

/** What a first pass over one text found. Findings may overlap; spans count in that text. */
export interface FirstPass {
  readonly findings: Finding[];
  /** By second-pass detector: start and end of each cue, in turn. */
  readonly cues: number[][];
  /** For a draft; null when nobody asked. */
  readonly trace: Trace | null;
  /** Code units that were read behind disguises. */
  readonly unmasked: number;
}

interface Tables {
  readonly index: AnchorIndex;
  readonly anchored: readonly Compiled[];
  readonly nearby: readonly NearbyDetector[];
  readonly onDigits: readonly DigitAnchor[];
  readonly onRuns: readonly number[];
  readonly named: readonly (readonly NamedDetector[])[];
  readonly disguises: readonly Disguise[];
}

/**
 * Builds an engine. The index is built here once; regular expressions are compiled by the runtime when an anchor first calls for
 * them. Time and memory are linear in the number of literals.
 */
export function createEngine(detectors: readonly Detector[]): Engine {
  const tables = buildTables(detectors);
  const sweeping = detectors.filter((detector): detector is SweepDetector => detector.kind === 'sweep');
  const first = (text: string, track: boolean): FirstPass => firstPass(tables, text, 0, { left: viewBudget(text.length) }, track);
  const finish = (text: string, { findings, cues }: FirstPass, find: Find): Finding[] => {
    const swept = sweeping.flatMap((detector) => sweep(text, detector));
    const own = withoutOverlaps(swept.length === 0 ? findings : [...findings, ...swept]);
    if (tables.nearby.length === 0) return own;
    const second = tables.nearby.flatMap((detector, index) =>
      guesses(text, detector, own, detector.opening ? [0, 0, ...(cues[index] ?? [])] : (cues[index] ?? []), find),
    );
    return second.length === 0 ? own : withoutOverlaps([...own, ...second]);
  };
  const plain: Find = (detector, window) => detector.find(window);
  return {
    scan: (text) => finish(text, first(text, false), plain),
    draft: () => createDraftScan((text) => first(text, true), finish),
  };
}

/** Asks a second-pass detector about a window; a draft remembers the answers. */
export type Find = (detector: NearbyDetector, window: string) => ReturnType<NearbyDetector['find']>;

function buildTables(detectors: readonly Detector[]): Tables {
  const anchored: Compiled[] = [];
  const nearby: NearbyDetector[] = [];
  const byWord = new Map<string, NamedDetector[]>();
  for (const detector of detectors) {
    if (detector.kind === 'anchored') anchored.push(compile(detector));
    else if (detector.kind === 'nearby') nearby.push(detector);
    else if (detector.kind === 'named') {
      for (const word of detector.words) {
        const list = byWord.get(word);
        if (list) list.push(detector);
        else byWord.set(word, [detector]);
      }
    }
  }
  const wordsNearRuns = new Set([...byWord].flatMap(([word, list]) => (list.every(({ holdsRun }) => holdsRun) ? [word] : [])));
  // Hits in this order: anchored detectors, second-pass detectors, words, disguises.
  const words = [...byWord.keys()];
  const distinctive = anchored.flatMap(({ detector }) => (detector.distinctive ? (detector.anchors.literals ?? []) : []));
  const plain = anchored.flatMap(({ detector }) => (detector.distinctive ? [] : (detector.anchors.literals ?? [])));
  const cues = disguiseCues(distinctive, [...words, ...plain.filter((text) => /^[a-z]{6,}$/.test(text))]);
  const literals: Literal[] = [
    ...anchored.flatMap(({ detector }, hit): Literal[] =>
      detector.distinctive
        ? (detector.anchors.literals ?? []).map((text) => ({ text, hit, exact: true, ...nearRun(detector.holdsRun) }))
        : lowerCased(detector.anchors.literals ?? [], hit, detector.holdsRun ? 'run' : undefined),
    ),
    ...nearby.flatMap((detector, at) =>
      lowerCased(detector.cues, anchored.length + at, detector.holdsRun ? 'run' : detector.holdsNumber ? 'number' : undefined),
    ),
    ...words.map((text, at) => ({ text, ...nearRun(wordsNearRuns.has(text)), hit: anchored.length + nearby.length + at })),
    ...cues.map(
      ({ text, exact }, at): Literal => ({
        text,
        ...(exact ? { exact } : {}),
        // What is turned round is a long run still.
        near: 'run',
        hit: anchored.length + nearby.length + words.length + at,
      }),
    ),
  ];
  // Most demanding last: the first that wants more digits than there are ends the loop.
  const onDigits = anchored
    .flatMap(({ detector }, hit) =>
      detector.anchors.digits === undefined
        ? []
        : [{ hit, least: detector.anchors.digits, first: maskOf(detector.anchors.first ?? '0123456789') }],
    )
    .sort((a, b) => a.least - b.least || a.hit - b.hit);
  return {
    index: buildAnchorIndex(literals),
    anchored,
    nearby,
    onDigits,
    onRuns: anchored.flatMap(({ detector }, hit) => (detector.anchors.runs ? [hit] : [])),
    named: [...byWord.values()],
    disguises: cues.map(({ disguise }) => disguise),
  };
}

/** A bit for each of the digits listed. */
function maskOf(digits: string): number {
  return Array.from(digits).reduce((mask, digit) => mask | (1 << Number(digit)), 0);
}

function nearRun(holdsRun: boolean | undefined): { readonly near?: 'run' } {
  return holdsRun ? { near: 'run' } : {};
}

function lowerCased(literals: readonly string[], hit: number, near: Near | undefined): Literal[] {
  return literals.map((literal) => ({ text: literal.toLowerCase(), ...(near ? { near } : {}), hit }));
}

/** A longer number is noted as far-reaching. */
const FAR_NUMBER = 200;
/** Stands for a view in `Trace.matches`. */
const VIEW = -1;
const numbers = new NumberReader();

/** Code units that may be read behind the disguises of a text of so many. */
export function viewBudget(length: number): number {
  return Math.max(VIEW_LEAST, length * VIEW_FACTOR);
}

/** Code units left to read behind disguises. */
interface Budget {
  left: number;
}

function firstPass(tables: Tables, text: string, depth: number, budget: Budget, track: boolean): FirstPass {
  const { index, anchored, nearby, named, disguises, onDigits, onRuns } = tables;
  const pass = new Pass(text, anchored, nearby.length, track);
  const unmasking = new Unmasking(text);
  const candidates = index.find(text);
  const { literals, digits, runs, escapes } = candidates;
  for (let i = 0; i < literals.length; i += 2) {
    const start = literals[i] as number;
    const literal = literals[i + 1] as number;
    for (const hit of index.hits[literal] as readonly number[]) {
      if (hit < anchored.length) {
        pass.tryAt(hit, start);
        continue;
      }
      const end = start + (index.literals[literal] as string).length;
      let rest = hit - anchored.length;
      if (rest < nearby.length) {
        pass.cues[rest]?.push(start, end);
        continue;
      }
      rest -= nearby.length;
      if (rest < named.length) pass.tryNear(named[rest] as readonly NamedDetector[], { start, end });
      else if (depth < DEEPEST) unmasking.cue(disguises[rest - named.length] as Disguise, start, end);
    }
  }
  let read = 0;
  for (const at of digits) {
    if (at < read) continue;
    numbers.read(text, at, read);
    read = Math.max(numbers.end, at + 1);
    if (read - at > FAR_NUMBER) pass.trace?.far.push(at, read);
    const { starts, digits: following } = numbers;
    if (numbers.groups > 0 && depth < DEEPEST && numbers.isInPieces(text)) unmasking.number(starts[0] as number);
    for (let group = 0; group < numbers.groups; group++) pass.tryDigits(onDigits, starts[group] as number, following[group] as number);
  }
  if (onRuns.length > 0) for (let i = 0; i < runs.length; i += 2) for (const hit of onRuns) pass.tryAt(hit, runs[i] as number);
  if (depth < DEEPEST) {
    for (const at of escapes) {
      unmasking.escape(at);
    }
    for (let i = 0; i < runs.length; i += 2) {
      unmasking.run(runs[i] as number, runs[i + 1] as number);
    }
    if (!candidates.ascii) unmasking.fold();
  }
  const { trace } = pass;
  trace?.far.push(...candidates.far);
  const before = budget.left;
  for (const view of unmasking.views) {
    trace?.matches.push(VIEW, view.from, view.to);
    if (view.to - view.from > LOOKS_AFTER) trace?.far.push(view.from, view.to);
    budget.left -= view.text.length;
    if (budget.left < 0) break;
    for (const finding of firstPass(tables, view.text, depth + 1, budget, false).findings) {
      if (finding.confidence < view.least) continue;
      const span = wholePairs(text, originOf(view, finding.span));
      pass.findings.push({ ...finding, span });
    }
  }
  return { findings: pass.findings, cues: pass.cues, trace, unmasked: before - budget.left };
}

function sweep(text: string, detector: SweepDetector): Finding[] {
  if (detector.confidence < FLOOR) return [];
  return detector
    .sweep(text)
    .filter(({ start, end }) => end > start)
    .map((span) => ({ entity: detector.entity, span: wholePairs(text, span), confidence: detector.confidence, detector: detector.id }));
}

function guesses(text: string, detector: NearbyDetector, first: readonly Finding[], cues: readonly number[], find: Find): Finding[] {
  const found: Finding[] = [];
  const whole = detector.whole !== undefined && text.length <= detector.whole;
  for (const window of whole ? [{ start: 0, end: text.length }] : collectWindows(text, detector, first, cues)) {
    for (const { span, confidence, entity, also } of find(detector, text.slice(window.start, window.end))) {
      const shifted = { start: window.start + span.start, end: Math.min(window.end, window.start + span.end) };
      if (confidence < FLOOR || shifted.end <= shifted.start) continue;
      const named = { entity: entity ?? detector.entity, ...(also ? { also } : {}) };
      found.push({ ...named, span: wholePairs(text, shifted), confidence, detector: detector.id });
    }
  }
  return found;
}
