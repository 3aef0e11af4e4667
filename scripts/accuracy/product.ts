import { join } from 'node:path';
import { runnerImport } from 'vite';
import type * as Catalogue from '../../lib/detectors/catalogue.ts';
import type { Provider } from '../../lib/detectors/provider.ts';
import type * as EngineFile from '../../lib/scan/engine.ts';
import type { Finding } from '../../lib/scan/finding.ts';
import { ROOT } from '../stamp.ts';

/** What is measured: the built-in detectors in the engine that ships. */
export interface Product {
  readonly scan: (text: string) => readonly Finding[];
  readonly providers: readonly Provider[];
  readonly detectors: number;
}

/** Findings at or above this are acted on by the default policy. */
export const ACTING = 0.5;

/** Loads engine and detectors through Vite, because the catalogue is collected by `import.meta.glob`. */
export async function loadProduct(): Promise<Product> {
  const { DETECTORS, PROVIDERS } = (await runnerImport<typeof Catalogue>(join(ROOT, 'lib/detectors/catalogue.ts'))).module;
  const { createEngine } = (await runnerImport<typeof EngineFile>(join(ROOT, 'lib/scan/engine.ts'))).module;
  return { scan: createEngine(DETECTORS).scan, providers: PROVIDERS, detectors: DETECTORS.length };
}
