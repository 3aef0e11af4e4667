import { DETECTORS, ENTITIES } from '../../lib/detectors/catalogue.ts';
import { organisationDetectors } from '../../lib/detectors/organisation.ts';
import { createEngine } from '../../lib/scan/engine.ts';

/** What is bundled and measured: the engine, every built-in detector with what it is about, and an organisation's own lists. */
export const shipped = { createEngine, DETECTORS, ENTITIES, organisationDetectors };
