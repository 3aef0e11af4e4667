import { DETECTORS, ENTITIES } from '../../lib/detectors/catalogue.ts';
import { createNames } from '../../lib/detectors/names.ts';
import { organisationDetectors } from '../../lib/detectors/organisation.ts';
import { PREPARED } from '../../lib/detectors/prepared.ts';
import type { Detector } from '../../lib/scan/detector.ts';
import { createEngine, type Engine } from '../../lib/scan/engine.ts';

/** What is bundled and measured: the engine with what a build has prepared, every built-in detector with what it is about, that for names, and an organisation's own lists. */
export const shipped = {
  createEngine: (detectors: readonly Detector[]): Engine => createEngine(detectors, PREPARED),
  DETECTORS,
  ENTITIES,
  createNames,
  organisationDetectors,
};
