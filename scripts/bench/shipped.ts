import { DETECTORS } from '../../lib/detectors/catalogue.ts';
import { organisationDetectors } from '../../lib/detectors/organisation.ts';
import { createEngine } from '../../lib/scan/engine.ts';

/** What is bundled and measured: the engine, every built-in detector, and an organisation's own lists. */
export const shipped = { createEngine, DETECTORS, organisationDetectors };
