import { answer, loadShipped } from '../child.ts';
import { now } from '../times.ts';

/** What a new engine costs; run with --expose-gc. */
export interface EngineResult {
  /** ms to load the bundle, detectors included. */
  readonly load: number;
  /** ms of `createEngine`. */
  readonly build: number;
  /** Bytes of heap and of buffers that stay, of the detectors and the engine together. */
  readonly heap: number;
}

function used(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

const before = used();
const begun = now();
const { createEngine, DETECTORS } = await loadShipped();
const loaded = now();
const engine = createEngine(DETECTORS);
const built = now();
const heap = used() - before;
engine.scan('');
const result: EngineResult = { load: loaded - begun, build: built - loaded, heap };
answer(result);
