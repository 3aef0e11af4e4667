import type { Detector } from '../scan/detector.ts';

/** What an entity is about; an entity may be about several things. Policies name these instead of listing entities. */
export const CATEGORIES = [
  'secrets',
  'personal',
  'financial',
  'health',
  'special-category',
  'government-id',
  'phi',
  'pci',
  'device',
  'company',
  'context',
  'organisation',
] as const;

export type Category = (typeof CATEGORIES)[number];

/** What a policy and a person need to know about an entity type. */
export interface EntityInfo {
  /** Upper snake case: `CREDIT_CARD`. */
  readonly entity: string;
  readonly categories: readonly Category[];
  /** Apps send it of their own accord (the account's e-mail, a session's JWT), so it counts in prompt text only, not in a request's other strings. */
  readonly ambient?: boolean;
}

/** A file of detectors that belong together. Each file in `families/` exports one as its default; nothing has to be registered. */
export interface Family {
  /** File name without extension; the corpus file has the same name. */
  readonly id: string;
  /** Heading in the documentation. */
  readonly title: string;
  readonly entities: readonly EntityInfo[];
  readonly detectors: readonly Detector[];
}
