import { FLOOR } from './confidence.ts';
import type { Detector, NearbyDetector, SweepDetector } from './detector.ts';
import { createDraftScan, type DraftScan, type Find } from './draft-scan.ts';
import type { Finding, Span } from './finding.ts';
import { type FirstPass, firstPass } from './first-pass.ts';
import { withoutOverlaps } from './overlap.ts';
import { wholePairs } from './pass.ts';
import { buildTables } from './tables.ts';
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

/**
 * Builds an engine. The index is built here once; regular expressions are compiled by the runtime when an anchor first calls for
 * them. Time and memory are linear in the number of literals.
 *
 * @param prepared what a build made of the first of the detectors, see `buildTables`: the same engine, sooner
 */
export function createEngine(detectors: readonly Detector[], prepared: string | null = null): Engine {
  const tables = buildTables(detectors, prepared);
  const sweeping = detectors.filter((detector): detector is SweepDetector => detector.kind === 'sweep');
  const finish = (text: string, { findings, cues }: FirstPass, find: Find): Finding[] => {
    const swept = sweeping.flatMap((detector) => sweep(text, detector));
    const own = withoutOverlaps([...findings, ...swept]);
    const second: Finding[] = [];
    tables.nearby.forEach((detector, index) => {
      const places = cues[index] as number[];
      const windows = windowsOf(text, detector, own, detector.opening ? [0, 0, ...places] : places);
      // Most detectors have none in most texts.
      if (windows.length === 0) return;
      const so = detector.ties ? [...own, ...second] : [];
      const around = { ties: tiesIn(so, detector.ties?.entities ?? []), taken: takenBy(so) };
      for (const found of guesses(text, detector, windows, around, find)) second.push(found);
    });
    return second.length === 0 ? own : withoutOverlaps([...own, ...second]);
  };
  const plain: Find = (detector, window) => detector.find(window);
  return {
    scan: (text) => finish(text, firstPass(tables, text, false), plain),
    draft: () => createDraftScan((text) => firstPass(tables, text, true), finish),
  };
}

function sweep(text: string, detector: SweepDetector): Finding[] {
  if (detector.confidence < FLOOR) return [];
  return detector
    .sweep(text)
    .filter(({ start, end }) => end > start)
    .map((span) => ({ entity: detector.entity, span: wholePairs(text, span), confidence: detector.confidence, detector: detector.id }));
}

/** Findings below this confidence make no guess surer. */
const TELLING = 0.5;

/** The spans of what makes guesses surer, in the order of their starts. */
function tiesIn(findings: readonly Finding[], entities: readonly string[]): Span[] {
  const spans = findings.flatMap(({ entity, confidence, span }) => (confidence >= TELLING && entities.includes(entity) ? [span] : []));
  return spans.sort((a, b) => a.start - b.start);
}

/** The places of findings, in the order of their starts; those of an organisation's own words keep to themselves. */
function takenBy(findings: readonly Finding[]): Span[] {
  return findings
    .filter(({ entity }) => !entity.startsWith('ORG:'))
    .map(({ span }) => span)
    .sort((a, b) => a.start - b.start);
}

/** Whether one of the spans, in the order of their starts, lies at most `within` characters away. */
function isNear(span: Span, spans: readonly Span[], within: number): boolean {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as Span).start < span.end) low = middle + 1;
    else high = middle;
  }
  const [before, after] = [spans[low - 1], spans[low]];
  return (before !== undefined && before.end >= span.start - within) || (after !== undefined && after.start <= span.end + within);
}

const NO_WINDOWS: readonly Span[] = [];

/** What a second-pass detector reads of a text. */
function windowsOf(text: string, detector: NearbyDetector, first: readonly Finding[], cues: readonly number[]): readonly Span[] {
  if (detector.whole !== undefined && text.length <= detector.whole) return [{ start: 0, end: text.length }];
  return cues.length === 0 && (!detector.entities?.length || first.length === 0) ? NO_WINDOWS : collectWindows(text, detector, first, cues);
}

function guesses(
  text: string,
  detector: NearbyDetector,
  windows: readonly Span[],
  { ties, taken }: { readonly ties: readonly Span[]; readonly taken: readonly Span[] },
  find: Find,
): Finding[] {
  const found: Finding[] = [];
  for (const window of windows) {
    for (const { span, confidence: own, entity, also, tied, yields } of find(detector, text.slice(window.start, window.end))) {
      const shifted = { start: window.start + span.start, end: Math.min(window.end, window.start + span.end) };
      const sure = tied !== undefined && tied > own && isNear(shifted, ties, detector.ties?.within ?? 0);
      const confidence = sure ? tied : own;
      if (confidence < FLOOR || shifted.end <= shifted.start) continue;
      // One character less than touching: overlapping.
      if (yields && !sure && isNear(shifted, taken, -1)) continue;
      const [type, place] = [entity ?? detector.entity, wholePairs(text, shifted)];
      found.push(
        also
          ? { entity: type, also, span: place, confidence, detector: detector.id }
          : { entity: type, span: place, confidence, detector: detector.id },
      );
    }
  }
  return found;
}
