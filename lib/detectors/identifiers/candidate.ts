import type { Layout } from './forms.ts';
import type { Identifier } from './identifier.ts';

/** Confidence by proof: alone in a text or in running text, as one piece or in its usual groups, and near a word that names it. */
export const CONFIDENCE: Readonly<Record<string, { readonly piece: number; readonly grouped: number; readonly named: number }>> = {
  A: { piece: 0.85, grouped: 0.9, named: 0.95 },
  B: { piece: 0.4, grouped: 0.6, named: 0.95 },
  C: { piece: 0.3, grouped: 0.4, named: 0.85 },
  S: { piece: 0.3, grouped: 0.3, named: 0.75 },
  D: { piece: 0, grouped: 0, named: 0.65 },
};
/** A check that fails: older issues, or made up. */
export const DOUBTFUL = { piece: 0.3, named: 0.6 };
/** Not enough to act on: small letters, which belong to words and code more often, or a word that rather names another value. */
export const SMALL = 0.45;
/** Rules act from here on. */
export const ACTING = 0.5;

/** An identifier, ready to be compared. */
export interface Entry {
  readonly row: Identifier;
  readonly index: number;
  readonly entity: string;
  readonly country: string;
  readonly layout: Layout;
  readonly level: 'A' | 'B' | 'C' | 'S' | 'D';
  readonly lenient: boolean;
}

/** One reading of what stands at one place. */
export interface Candidate {
  readonly entry: Entry;
  readonly end: number;
  readonly proved: boolean;
  readonly grouped: boolean;
  /** Written in small letters. */
  readonly small: boolean;
  /** Digits as somebody is given them, not `1234567890`. */
  readonly plausible: boolean;
}

/** Whose shape or check says more comes first. */
export function order(a: Candidate, b: Candidate): number {
  // The levels are letters, in the order of the alphabet.
  if (a.entry.level !== b.entry.level) return a.entry.level < b.entry.level ? -1 : 1;
  return a.entry.layout.bits - b.entry.layout.bits || a.entry.index - b.entry.index;
}

/** How sure the writing alone makes, 0..1. */
export function byItself({ entry, proved, grouped, small, plausible }: Candidate): number {
  const { piece, grouped: inGroups } = CONFIDENCE[entry.level] as { piece: number; grouped: number };
  if (!proved) return entry.level === 'A' || entry.level === 'B' ? DOUBTFUL.piece : 0;
  return Math.min(grouped ? inGroups : piece, small ? SMALL : 1, plausible ? 1 : DOUBTFUL.piece);
}

/** The first entity, with the others that the same value may be. */
export function named(entities: readonly string[]): { readonly entity: string; readonly also?: readonly string[] } {
  if (entities.length === 1) return { entity: entities[0] as string };
  const [first, ...others] = [...new Set(entities)];
  return { entity: first ?? '', ...(others.length > 0 ? { also: others } : {}) };
}

/** Taken for itself by its name although its check fails. */
export function isMistyped({ entry, proved }: Candidate): boolean {
  return !proved && !entry.lenient;
}
