import { type AnchorIndex, buildAnchorIndex, type Literal, type Near } from './anchor-index.ts';
import type { Detector, NamedDetector, NearbyDetector } from './detector.ts';
import { type Compiled, compile, type DigitAnchor } from './pass.ts';
import { type Disguise, disguiseCues } from './views/views.ts';

/** What a pass looks things up in: an index of all literals, and by what it finds, what to do. */
export interface Tables {
  readonly index: AnchorIndex;
  readonly anchored: readonly Compiled[];
  readonly nearby: readonly NearbyDetector[];
  readonly onDigits: readonly DigitAnchor[];
  readonly onRuns: readonly number[];
  readonly named: readonly (readonly NamedDetector[])[];
  readonly disguises: readonly Disguise[];
}

/** Puts detectors in order. Time and memory are linear in the number of literals. */
export function buildTables(detectors: readonly Detector[]): Tables {
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
    .sort((a, b) => a.least - b.least);
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
