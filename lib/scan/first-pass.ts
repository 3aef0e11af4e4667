import { coverOf } from './covered.ts';
import type { NamedDetector, NearbyDetector } from './detector.ts';
import type { Finding } from './finding.ts';
import { lengthOf } from './literals/literals.ts';
import { NumberReader } from './number.ts';
import { LOOKS_AFTER, Pass, type Trace, wholePairs } from './pass.ts';
import type { Tables } from './tables.ts';
import { HEX_CODE, isCode, isOffset } from './views/listed.ts';
import { isAtCut, markOf, originOf } from './views/view.ts';
import { type Disguise, Unmasking } from './views/views.ts';
import { ANCHORED, indexIn, kindOf, NAMED, NEARBY } from './wants.ts';

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

/** A first pass that can be spliced. */
export interface TracedPass extends FirstPass {
  readonly trace: Trace;
}

/** A longer number is noted as far-reaching. */
const FAR_NUMBER = 200;
const numbers = new NumberReader();

/** Code units that may be read behind the disguises of a text of so many. */
export function viewBudget(length: number): number {
  return Math.max(VIEW_LEAST, length * VIEW_FACTOR);
}

/** Code units left to read behind disguises. */
interface Budget {
  left: number;
}

/**
 * Runs every anchored and named detector where something calls for it, in the text and in what it disguises.
 *
 * @param track whether the result is to be spliced later: see `Trace`
 */
export function firstPass(tables: Tables, text: string, track: true): TracedPass;
export function firstPass(tables: Tables, text: string, track: false): FirstPass;
export function firstPass(tables: Tables, text: string, track: boolean): FirstPass {
  return passOver(tables, text, 0, { left: viewBudget(text.length) }, track);
}

/** Whether what begins at `at` with a small letter is no part of a longer word. */
function beginsWord(text: string, at: number): boolean {
  return !isSmall(text.charCodeAt(at)) || !isLetter(text.charCodeAt(at - 1));
}

/** Cues, and among them the rows of digits that open a window, all in the order of the text. */
function withRows(cues: readonly number[], opens: NonNullable<NearbyDetector['opensAt']>, text: string, rows: readonly number[]): number[] {
  const all: number[] = [];
  let next = 0;
  const addUpTo = (offset: number): void => {
    for (; next < cues.length && (cues[next] as number) <= offset; next += 2) all.push(cues[next] as number, cues[next + 1] as number);
  };
  for (let i = 0; i < rows.length; i += 2) {
    const [start, end] = [rows[i] as number, rows[i + 1] as number];
    if (!opens(text, start, end)) continue;
    addUpTo(start);
    all.push(start, end);
  }
  addUpTo(text.length);
  return all;
}

function isSmall(unit: number): boolean {
  return unit >= 97 && unit <= 122;
}

function isLetter(unit: number): boolean {
  return isSmall(unit | 32);
}

function passOver(tables: Tables, text: string, depth: number, budget: Budget, track: boolean): FirstPass {
  const { index, anchored, nearby, named, disguises, onDigits, onRuns } = tables;
  const pass = new Pass(text, anchored, nearby.length, track);
  const unmasking = new Unmasking(text, budget.left);
  const candidates = index.find(text);
  const { literals, digits, runs } = candidates;
  const { begins, values } = index.hits;
  /** Where escapes may begin that a cue suggests. */
  const strays: number[] = [];
  for (let i = 0; i < literals.length; i += 2) {
    const start = literals[i] as number;
    const literal = literals[i + 1] as number;
    for (let next = begins[literal] as number; next < (begins[literal + 1] as number); next++) {
      const hit = values[next] as number;
      const kind = kindOf(hit);
      const at = indexIn(hit);
      if (kind === ANCHORED) {
        pass.tryAt(at, start);
        continue;
      }
      const end = start + lengthOf(index.literals, literal);
      if (kind === NEARBY) {
        const { words, counts } = nearby[at] as NearbyDetector;
        if ((!words || beginsWord(text, start)) && (!counts || counts(text, start, end))) (pass.cues[at] as number[]).push(start, end);
      } else if (kind === NAMED) pass.tryNear(named[at] as readonly NamedDetector[], { start, end });
      else if (depth < DEEPEST) {
        const disguise = disguises[at] as Disguise;
        if (disguise === 'escaped') strays.push(start);
        else if (disguise === 'listed') unmasking.codes(end - HEX_CODE);
        else unmasking.cue(disguise, start, end);
      }
    }
  }
  if (depth < DEEPEST) {
    // Before the pairs of a dump are taken for a row of their own.
    for (let i = 0; i < candidates.rows.length; i += 2) {
      const [start, end] = [candidates.rows[i] as number, candidates.rows[i + 1] as number];
      if (isCode(text, start, end)) unmasking.codes(start);
      if (isOffset(text, start)) unmasking.dump(start);
    }
  }
  let read = 0;
  for (const at of digits) {
    if (at < read) continue;
    numbers.read(text, at, read);
    read = Math.max(numbers.end, at + 1);
    if (read - at > FAR_NUMBER) pass.trace?.far.push(at, read);
    const { starts, digits: following } = numbers;
    if (depth < DEEPEST) {
      if (numbers.isInPieces(text)) unmasking.number(starts[0] as number);
      if (numbers.isInPairs()) unmasking.pairs(starts[1] as number);
    }
    for (let group = 0; group < numbers.groups; group++) pass.tryDigits(onDigits, starts[group] as number, following[group] as number);
  }
  for (let i = 0; i < runs.length; i += 2) for (const hit of onRuns) pass.tryAt(hit, runs[i] as number);
  if (depth < DEEPEST) {
    // In the order of the text: what was read up to a late one hides no early one.
    let next = 0;
    for (const at of candidates.escapes) {
      for (; next < strays.length && (strays[next] as number) < at; next++) unmasking.escape(strays[next] as number);
      unmasking.escape(at);
    }
    for (; next < strays.length; next++) unmasking.escape(strays[next] as number);
    let cover: ReturnType<typeof coverOf> | undefined;
    const found = (at: number): number => {
      cover ??= coverOf(pass.findings);
      return cover(at);
    };
    for (let i = 0; i < runs.length; i += 2) {
      unmasking.run(runs[i] as number, runs[i + 1] as number);
      unmasking.join(runs[i] as number, runs[i + 1] as number, found);
    }
    if (!candidates.ascii) unmasking.fold();
  }
  // Nobody asks for the cues of a view.
  if (depth === 0 && candidates.rows.length > 0)
    nearby.forEach(({ opensAt }, at) => {
      if (opensAt) pass.cues[at] = withRows(pass.cues[at] as number[], opensAt, text, candidates.rows);
    });
  const { trace } = pass;
  trace?.far.push(...candidates.far);
  const before = budget.left;
  for (const view of unmasking.views) {
    trace?.matches.push(markOf(view), view.from, view.to);
    if (view.to - view.from > LOOKS_AFTER) trace?.far.push(view.from, view.to);
    budget.left -= view.text.length;
    if (budget.left < 0) break;
    for (const finding of passOver(tables, view.text, depth + 1, budget, false).findings) {
      if (finding.confidence < view.least || isAtCut(view, finding.span, text)) continue;
      const span = wholePairs(text, originOf(view, finding.span));
      pass.findings.push({ ...finding, span });
    }
  }
  return { findings: pass.findings, cues: pass.cues, trace, unmasked: before - budget.left };
}
