import { type AnchorIndex, buildAnchorIndex, type Literal } from './anchor-index.ts';
import { FLOOR } from './confidence.ts';
import type { Detector, NamedDetector, NearbyDetector, SweepDetector } from './detector.ts';
import { isDigit, isSeparator } from './digit-phrase.ts';
import { createDraftScan, type DraftScan } from './draft-scan.ts';
import type { Finding } from './finding.ts';
import { withoutOverlaps } from './overlap.ts';
import { type Compiled, compile, Pass, wholePairs } from './pass.ts';
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

/** Code units on each side of a literal that decide whether it is looked at more closely. */
const LOOK = 64;

/** What a first pass over one text found. Findings may overlap; spans count in that text. */
export interface FirstPass {
  readonly findings: Finding[];
  /** By second-pass detector: start and end of each cue, in turn. */
  readonly cues: number[][];
  /** Stretches that the findings depend on: see `Pass.busy`. */
  readonly busy: number[];
}

interface Tables {
  readonly index: AnchorIndex;
  readonly anchored: readonly Compiled[];
  readonly nearby: readonly NearbyDetector[];
  readonly onDigits: readonly { readonly hit: number; readonly least: number }[];
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
  const first = (text: string, track: boolean): FirstPass =>
    firstPass(tables, text, 0, { left: Math.max(VIEW_LEAST, text.length * VIEW_FACTOR) }, track);
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
  // Hits in this order: anchored detectors, second-pass detectors, words, disguises.
  const words = [...byWord.keys()];
  const distinctive = anchored.flatMap(({ detector }) => (detector.distinctive ? (detector.anchors.literals ?? []) : []));
  const cues = disguiseCues(distinctive, words);
  const literals: Literal[] = [
    ...anchored.flatMap(({ detector }, hit): Literal[] =>
      detector.distinctive
        ? (detector.anchors.literals ?? []).map((text) => ({ text, hit, exact: true }))
        : lowerCased(detector.anchors.literals ?? [], hit),
    ),
    ...nearby.flatMap((detector, at) => lowerCased(detector.cues, anchored.length + at)),
    ...words.map((text, at) => ({ text, hit: anchored.length + nearby.length + at })),
    ...cues.map(
      ({ text, exact }, at): Literal => ({ text, ...(exact ? { exact } : {}), hit: anchored.length + nearby.length + words.length + at }),
    ),
  ];
  // Most demanding last: the first that wants more digits than there are ends the loop.
  const onDigits = anchored
    .flatMap(({ detector }, hit) => (detector.anchors.digits === undefined ? [] : [{ hit, least: detector.anchors.digits }]))
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

function lowerCased(literals: readonly string[], hit: number): Literal[] {
  return literals.map((literal) => ({ text: literal.toLowerCase(), hit }));
}

/** Code points left to read behind disguises. */
interface Budget {
  left: number;
}

function firstPass(tables: Tables, text: string, depth: number, budget: Budget, track: boolean): FirstPass {
  const { index, anchored, nearby, named, disguises, onDigits, onRuns } = tables;
  const pass = new Pass(text, anchored, nearby.length, track);
  const unmasking = new Unmasking(text);
  const candidates = index.find(text);
  const { literals, digits, runs } = candidates;
  for (let i = 0; i < literals.length; i += 2) {
    const start = literals[i] as number;
    const literal = literals[i + 1] as number;
    // Even a literal that leads to nothing must not be cut in two.
    pass.busy?.push(start - LOOK, start + (index.literals[literal] as string).length + LOOK);
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
  if (onDigits.length > 0) {
    let read = 0;
    for (const at of digits) {
      if (depth < DEEPEST) unmasking.number(at);
      if (at >= read) read = tryPhrase(pass, text, at, read, onDigits);
    }
  }
  for (const at of runs) for (const hit of onRuns) pass.tryAt(hit, at);
  if (depth < DEEPEST) {
    for (const at of runs) {
      const end = unmasking.run(at);
      if (end >= 0) pass.busy?.push(at - 160, end + 160);
    }
    if (!candidates.ascii) unmasking.fold();
  }
  for (const view of unmasking.views) {
    pass.busy?.push(view.from - 160, view.to + 160);
    budget.left -= view.text.length;
    if (budget.left < 0) break;
    for (const finding of firstPass(tables, view.text, depth + 1, budget, false).findings) {
      if (finding.confidence < view.least) continue;
      const span = wholePairs(text, originOf(view, finding.span));
      pass.findings.push({ ...finding, span });
    }
  }
  return { findings: pass.findings, cues: pass.cues, busy: pass.busy ?? [] };
}

/** Tries every beginning of a group of digits in the number that holds `at`; returns where it ends. Nothing before `read` is looked at again. */
function tryPhrase(pass: Pass, text: string, at: number, read: number, onDigits: Tables['onDigits']): number {
  let start = at;
  while (start > read && isNumberPart(text, start - 1)) start--;
  let end = start;
  for (; end < text.length && isNumberPart(text, end); end++) {
    if (isDigit(text.charCodeAt(end)) && (end === 0 || !isDigit(text.charCodeAt(end - 1)))) pass.tryDigits(onDigits, end);
  }
  return Math.max(end, at + 1);
}

function isNumberPart(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return isDigit(unit) || isSeparator(unit);
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
