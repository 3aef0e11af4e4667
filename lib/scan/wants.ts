import { type Gathered, gather, type Literal, type Near } from './anchor-index.ts';
import type { AnchoredDetector, Detector, NamedDetector, NearbyDetector } from './detector.ts';
import { type Lists, listsOf, withLists } from './lists.ts';
import { joined, withLiterals } from './literals/literals.ts';
import type { DigitAnchor } from './pass.ts';
import { commonCues, type Disguise, disguiseCues } from './views/views.ts';

/** What is looked for on behalf of detectors, and what each find stands for. Plain data, so that it can be prepared: see `packed`. */
export interface Wants {
  /** The literals; their hits are made by `hitOf`. */
  readonly gathered: Gathered;
  /** By word: the detectors that it calls for, by index among all detectors. */
  readonly named: Lists;
  readonly disguises: readonly Disguise[];
  /** By index among the anchored detectors. The most demanding come last. */
  readonly onDigits: readonly DigitAnchor[];
  readonly onRuns: readonly number[];
}

/** What a literal may stand for: an anchored detector, a cue of a second-pass detector, a word of named values, a disguise. */
export const ANCHORED = 0;
export const NEARBY = 1;
export const NAMED = 2;
export const DISGUISED = 3;

/** What a literal stands for as one number: a kind of the four, and the index in the list of that kind. */
export function hitOf(kind: number, index: number): number {
  return index * 4 + kind;
}

/** The kind of a hit. */
export function kindOf(hit: number): number {
  return hit & 3;
}

/** The index of a hit in the list of its kind. */
export function indexIn(hit: number): number {
  return hit >> 2;
}

/** Of a list of detectors, those of the two kinds that hits tell by index. */
export function ofKind(detectors: readonly Detector[]): { readonly anchored: AnchoredDetector[]; readonly nearby: NearbyDetector[] } {
  return {
    anchored: detectors.filter((detector): detector is AnchoredDetector => detector.kind === 'anchored'),
    nearby: detectors.filter((detector): detector is NearbyDetector => detector.kind === 'nearby'),
  };
}

/** What detectors want looked for, and the disguises that are looked for on anybody's behalf. Time and memory are linear in the number of literals. */
export function wantsOf(detectors: readonly Detector[]): Wants {
  return gatherWants(detectors, true);
}

/** What was wanted, and what further detectors want, which stand behind the first ones in the list of all. */
export function withFurther(wants: Wants, first: readonly Detector[], further: readonly Detector[]): Wants {
  if (further.length === 0) return wants;
  const own = gatherWants(further, false);
  const { anchored, nearby } = ofKind(first);
  const before = [anchored.length, nearby.length, wants.named.begins.length - 1, wants.disguises.length];
  const moved = (hit: number): number => hitOf(kindOf(hit), indexIn(hit) + (before[kindOf(hit)] as number));
  return {
    gathered: {
      literals: withLiterals(wants.gathered.literals, own.gathered.literals),
      hits: withLists(wants.gathered.hits, own.gathered.hits, moved),
      places: joined(wants.gathered.places, own.gathered.places),
    },
    named: withLists(wants.named, own.named, (index) => index + first.length),
    disguises: [...wants.disguises, ...own.disguises],
    onDigits: inOrder([...wants.onDigits, ...own.onDigits.map((each) => ({ ...each, hit: each.hit + anchored.length }))]),
    onRuns: [...wants.onRuns, ...own.onRuns.map((hit) => hit + anchored.length)],
  };
}

function gatherWants(detectors: readonly Detector[], common: boolean): Wants {
  const { anchored, nearby } = ofKind(detectors);
  const byWord = new Map<string, number[]>();
  detectors.forEach((detector, index) => {
    if (detector.kind !== 'named') return;
    for (const word of detector.words) {
      const list = byWord.get(word);
      if (list) list.push(index);
      else byWord.set(word, [index]);
    }
  });
  const words = [...byWord.keys()];
  const named = [...byWord.values()];
  const distinctive = anchored.flatMap((detector) => (detector.distinctive ? (detector.anchors.literals ?? []) : []));
  const plain = anchored.flatMap((detector) => (detector.distinctive ? [] : (detector.anchors.literals ?? [])));
  const cues = [
    ...(common ? commonCues() : []),
    ...disguiseCues(distinctive, [...words, ...plain.filter((text) => /^[a-z]{6,}$/.test(text))]),
  ];
  const literals: Literal[] = [
    ...anchored.flatMap((detector, index): Literal[] =>
      detector.distinctive
        ? (detector.anchors.literals ?? []).map((text) => ({
            text,
            hit: hitOf(ANCHORED, index),
            exact: true,
            ...nearRun(detector.holdsRun),
          }))
        : lowerCased(detector.anchors.literals ?? [], hitOf(ANCHORED, index), detector.holdsRun ? 'run' : undefined),
    ),
    ...nearby.flatMap((detector, index) =>
      lowerCased(detector.cues, hitOf(NEARBY, index), detector.holdsRun ? 'run' : detector.holdsNumber ? 'number' : undefined),
    ),
    ...words.map((text, index) => ({
      text,
      ...nearRun((named[index] as readonly number[]).every((at) => (detectors[at] as NamedDetector).holdsRun)),
      hit: hitOf(NAMED, index),
    })),
    ...cues.map(
      ({ text, exact, disguise }, index): Literal => ({
        text,
        ...(exact ? { exact } : {}),
        // What is turned round is a long run still; what is listed is none.
        ...nearRun(disguise !== 'listed'),
        hit: hitOf(DISGUISED, index),
      }),
    ),
  ];
  return {
    gathered: gather(literals),
    named: listsOf(named),
    disguises: cues.map(({ disguise }) => disguise),
    onDigits: inOrder(
      anchored.flatMap(({ anchors }, hit) =>
        anchors.digits === undefined ? [] : [{ hit, least: anchors.digits, first: maskOf(anchors.first ?? '0123456789') }],
      ),
    ),
    onRuns: anchored.flatMap(({ anchors }, hit) => (anchors.runs ? [hit] : [])),
  };
}

/** Most demanding last: the first that wants more digits than there are ends the loop. */
function inOrder(anchors: readonly DigitAnchor[]): DigitAnchor[] {
  return [...anchors].sort((a, b) => a.least - b.least);
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
