import type { Detector } from '../scan/detector.ts';
import type { EntityInfo, Family } from './family.ts';
import { PERSON } from './people.ts';

const modules = import.meta.glob<Family>('./families/*.ts', { eager: true, import: 'default' });

/** Every family, in the order of their file names. Needs a Vite build (or Vitest); Node tools load this file through Vite's `runnerImport`. */
export const FAMILIES: readonly Family[] = Object.keys(modules)
  .sort()
  .map((path) => modules[path] as Family);

/** Every built-in detector but the one for names of people, which `loadPeople` brings when it is wanted. */
export const DETECTORS: readonly Detector[] = FAMILIES.flatMap((family) => family.detectors);

/** Every built-in entity type by name. Entities of an organisation's own lists (`ORG:<id>`) are not in here: category `organisation`, not ambient. */
export const ENTITIES: ReadonlyMap<string, EntityInfo> = new Map(
  [...FAMILIES.flatMap((family) => family.entities), PERSON].map((info) => [info.entity, info]),
);
