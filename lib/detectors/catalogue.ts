import type { Detector } from '../scan/detector.ts';
import { valuesInColumns } from './columns.ts';
import { credentialsOf } from './credentials.ts';
import { driftedCredential, prefixedPatterns } from './drifted-credential.ts';
import type { EntityInfo, Family } from './family.ts';
import { IDENTIFIER_DETECTORS, IDENTIFIER_ENTITIES } from './identifiers/detectors.ts';
import { NAMES } from './names.ts';
import type { Provider } from './provider.ts';

const modules = import.meta.glob<Family>('./families/*.ts', { eager: true, import: 'default' });

/** Every family, in the order of their file names. Needs a Vite build (or Vitest); Node tools load this file through Vite's `runnerImport`. */
export const FAMILIES: readonly Family[] = Object.keys(modules)
  .sort()
  .map((path) => modules[path] as Family);

const tables = import.meta.glob<readonly Provider[]>('./providers/*.ts', { eager: true, import: 'default' });

/** Everyone who issues credentials, by name. */
export const PROVIDERS: readonly Provider[] = Object.values(tables)
  .flat()
  .sort((a, b) => (a.provider < b.provider ? -1 : 1));

const credentials = credentialsOf(PROVIDERS);
const OF_FAMILIES = FAMILIES.flatMap((family) => family.detectors);

/** What is surer near findings of others stands behind them all. */
const hasTies = (detector: Detector): boolean => detector.kind === 'nearby' && detector.ties !== undefined;

/** Every built-in detector but the one for names, which `createNames` makes. */
export const DETECTORS: readonly Detector[] = [
  ...OF_FAMILIES.filter((detector) => !hasTies(detector)),
  ...IDENTIFIER_DETECTORS,
  ...valuesInColumns([...OF_FAMILIES, ...IDENTIFIER_DETECTORS]),
  ...credentials.detectors,
  driftedCredential(() => [...prefixedPatterns(OF_FAMILIES), ...credentials.prefixed()]),
  ...OF_FAMILIES.filter(hasTies),
];

/** Every built-in entity type by name. Entities of an organisation's own lists (`ORG:<id>`) are not in here: category `organisation`, not ambient. */
export const ENTITIES: ReadonlyMap<string, EntityInfo> = new Map(
  [...credentials.entities, ...IDENTIFIER_ENTITIES, ...FAMILIES.flatMap((family) => family.entities), ...NAMES].map((info) => [
    info.entity,
    info,
  ]),
);
