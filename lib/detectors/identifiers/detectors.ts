import type { Detector } from '../../scan/detector.ts';
import { ALPHANUMERIC } from '../characters.ts';
import type { EntityInfo } from '../family.ts';
import africa from './africa.ts';
import americas from './americas.ts';
import asia from './asia.ts';
import europeEast from './europe-east.ts';
import europeNorth from './europe-north.ts';
import europeSouth from './europe-south.ts';
import europeWest from './europe-west.ts';
import type { Identifier } from './identifier.ts';
import { createIdentifying, entityOf } from './identify.ts';
import international from './international.ts';
import { KINDS } from './kinds.ts';
import oceania from './oceania.ts';
import { isWholeCue } from './words.ts';

/** Every identifier, by region. */
export const IDENTIFIERS: readonly Identifier[] = [
  ...europeWest,
  ...europeNorth,
  ...europeSouth,
  ...europeEast,
  ...americas,
  ...asia,
  ...oceania,
  ...africa,
  ...international,
];

/** Entities of the identifiers, and one for each kind where the country stays open. */
export const IDENTIFIER_ENTITIES: readonly EntityInfo[] = [
  ...IDENTIFIERS.map(([id, kind]) => ({ entity: entityOf(id), categories: KINDS[kind].categories })),
  ...Object.values(KINDS).map(({ entity, categories }) => ({ entity, categories })),
];

const identifying = createIdentifying(IDENTIFIERS);
const SOURCE = 'The issuer of each identifier, see the tables of identifiers';
/** Characters of a text that may hold little else than an identifier. */
const ALONE = 80;

/**
 * A handful of detectors stands for all identifiers, so that a number is read once and then compared with those of its length: what is proved by itself is
 * looked for everywhere, everything else only near a word that names it, or where it is all that a short text holds.
 */
export const IDENTIFIER_DETECTORS: readonly Detector[] = [
  {
    kind: 'anchored',
    id: 'identifier-number',
    entity: 'NATIONAL_ID',
    source: SOURCE,
    anchors: { digits: 8 },
    lead: { of: ALPHANUMERIC, min: 0, max: 12 },
    pattern: identifying.proved,
    name: identifying.nameOf,
    confidence: 0.85,
    reach: 64,
  },
  {
    kind: 'anchored',
    id: 'identifier-run',
    entity: 'NATIONAL_ID',
    source: SOURCE,
    anchors: { runs: true },
    lead: { of: ALPHANUMERIC, min: 0, max: 26 },
    pattern: identifying.proved,
    name: identifying.nameOf,
    confidence: 0.85,
    reach: 64,
  },
  {
    kind: 'nearby',
    id: 'identifier-near-word',
    holdsNumber: true,
    entity: 'NATIONAL_ID',
    source: SOURCE,
    words: true,
    get cues() {
      return identifying.cues();
    },
    counts: isWholeCue,
    before: 72,
    after: 84,
    budget: 1_000_000,
    opening: true,
    find: identifying.near,
  },
  {
    kind: 'nearby',
    id: 'identifier-in-pairs-near-word',
    entity: 'NATIONAL_ID',
    source: SOURCE,
    words: true,
    get cues() {
      return identifying.cuesInPairs();
    },
    counts: isWholeCue,
    before: 72,
    after: 84,
    budget: 100_000,
    find: identifying.nearInPairs,
  },
  {
    kind: 'nearby',
    id: 'identifier-alone',
    entity: 'NATIONAL_ID',
    source: SOURCE,
    cues: [],
    before: 0,
    after: 0,
    budget: 0,
    whole: ALONE,
    find: identifying.alone,
  },
];
