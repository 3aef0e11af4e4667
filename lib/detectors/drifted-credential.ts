import type { AnchoredDetector, Detector, Named } from '../scan/detector.ts';
import type { Span } from '../scan/finding.ts';
import { shortestMatch } from '../scan/reach.ts';
import { lazily } from './lazily.ts';
import { isRandom } from './odd-credential.ts';
import { isBlank, isCutShort, isTyped } from './placeholder.ts';
import { matchFrom, type Shape, shortestOf } from './shape.ts';

/** A format that the provider is not known for: it has changed, or the value was mistyped. */
const DRIFTED = 0.5;
/** Characters behind a prefix, at least. */
const SHORTEST = 16;
/** Share of the shortest known value that is left, at least. */
const LEAST_SHARE = 0.8;
/** Shorter prefixes stand in front of much else, and so do those of nothing but these words. */
const SHORTEST_PREFIX = 4;
const PREFIX = /^[A-Za-z][A-Za-z0-9]*(?:[-_][A-Za-z0-9]+)*[-_]$/;
const COMMON = new Set(
  (
    'access admin amzn api apk app appl auth base bot cap cli client cog data ext goog http ico int ion key live mar mat mob node oauth open org pages pass perm personal prd prf ' +
    'private prod ptr pts public refresh rnd root sbx sdk secret service sess session seti site team test tok token user web'
  ).split(' '),
);
const BODY = /[A-Za-z0-9_-]{20,256}/y;

/** What is known to begin with a prefix. */
export interface Prefixed {
  readonly prefix: string;
  readonly entity: string;
  /** Whether its own detector looks at what stands at `at`. */
  readonly matches: (text: string, at: number) => boolean;
  /** Opens something: neither public by design nor for tests. */
  readonly acts: boolean;
  /** Length of the shortest value that is known, code units. */
  readonly shortest: number;
}

/** The prefixes of a shape. */
export function prefixedShape(shape: Shape, entity: string, acts: boolean): readonly Prefixed[] {
  const first = shape.items[0];
  const matches = (text: string, at: number): boolean => matchFrom(shape, text, at) !== null;
  return first?.kind === 'literal' ? first.options.map((prefix) => ({ prefix, entity, acts, matches, shortest: shortestOf(shape) })) : [];
}

/** The prefixes of detectors with patterns of their own. */
export function prefixedPatterns(detectors: readonly Detector[]): readonly Prefixed[] {
  return detectors.flatMap((detector): Prefixed[] => {
    if (detector.kind !== 'anchored' || !detector.distinctive || !(detector.pattern instanceof RegExp)) return [];
    const { pattern, entity } = detector;
    const matches = (text: string, at: number): boolean => {
      pattern.lastIndex = at;
      return pattern.test(text);
    };
    const shortest = shortestMatch(pattern);
    return (detector.anchors.literals ?? []).map((prefix) => ({ prefix, entity, acts: !/test/.test(prefix), matches, shortest }));
  });
}

/**
 * Finds what begins as somebody's credentials do and goes on otherwise. What has a known shape is left to its own detectors.
 *
 * @param known asked for when the first prefix is found
 */
export function driftedCredential(known: () => readonly Prefixed[]): AnchoredDetector {
  const byPrefix = lazily(() => {
    const all = new Map<string, Prefixed[]>();
    for (const each of known()) if (isTelling(each.prefix)) all.set(each.prefix, [...(all.get(each.prefix) ?? []), each]);
    return all;
  });
  return {
    kind: 'anchored',
    id: 'drifted-credential',
    entity: 'ASSIGNED_SECRET',
    source: 'https://cwe.mitre.org/data/definitions/798.html',
    get anchors() {
      return { literals: [...byPrefix().keys()] };
    },
    distinctive: true,
    holdsRun: true,
    pattern: runFrom,
    confidence: DRIFTED,
    name: (text, span): Named | null => {
      const value = text.slice(span.start, span.end);
      const kinds = [...byPrefix()].filter(([prefix]) => value.startsWith(prefix)).sort(([a], [b]) => b.length - a.length);
      const [prefix, own] = kinds[0] ?? [];
      if (prefix === undefined || own === undefined) return null;
      const body = value.slice(prefix.length);
      // What is a good deal shorter was cut, and opens nothing.
      if (body.length < SHORTEST || value.length < LEAST_SHARE * Math.min(...own.map(({ shortest }) => shortest))) return null;
      if (isBlank(value) || isTyped(value) || isCutShort(text, span.end) || !isRandom(body) || isPod(body)) return null;
      if (kinds.some(([, list]) => list.some(({ acts, matches }) => !acts || matches(text, span.start)))) return null;
      return { entity: (own[0] as Prefixed).entity, confidence: DRIFTED };
    },
    reach: 600,
  };
}

/** Whether little else begins with a prefix. */
function isTelling(prefix: string): boolean {
  if (prefix.length < SHORTEST_PREFIX || !PREFIX.test(prefix)) return false;
  return prefix
    .toLowerCase()
    .split(/[-_]/)
    .some((part) => part !== '' && !COMMON.has(part));
}

/** Kubernetes names what belongs to a deployment by two short runs (https://kubernetes.io/docs/concepts/workloads/controllers/deployment/). */
function isPod(body: string): boolean {
  const [last = '', before = ''] = body.split('-').reverse();
  return /^[a-z0-9]{5}$/.test(last) && /^[a-z0-9]{8,10}$/.test(before);
}

/** The run that begins at `at` and is no part of a longer one, or of the name of a host, a file, a path or a call. */
function runFrom(text: string, at: number): Span | null {
  if (/[\w.-]/.test(text[at - 1] ?? '')) return null;
  BODY.lastIndex = at;
  const run = BODY.exec(text)?.[0];
  if (run === undefined) return null;
  let end = at + run.length;
  while (text[end - 1] === '-' || text[end - 1] === '_') end--;
  return /^(?:\.\w|[/(:@%])/.test(text.slice(end, end + 2)) ? null : { start: at, end };
}
