import { join } from 'node:path';
import { runnerImport } from 'vite';
import type * as Catalogue from '../../lib/detectors/catalogue.ts';
import type * as NamesFile from '../../lib/detectors/names.ts';
import type { Provider } from '../../lib/detectors/provider.ts';
import type * as EngineFile from '../../lib/scan/engine.ts';
import type { Finding } from '../../lib/scan/finding.ts';
import { ROOT } from '../stamp.ts';
import { namesTable } from './names.ts';

/** What is measured: the built-in detectors, that for names among them, in the engine that ships. */
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
  const { createNames } = (await runnerImport<typeof NamesFile>(join(ROOT, 'lib/detectors/names.ts'))).module;
  const names = createNames(namesTable);
  await names.load();
  const detectors = [...DETECTORS, names.detector];
  return { scan: createEngine(detectors).scan, providers: PROVIDERS, detectors: detectors.length };
}
