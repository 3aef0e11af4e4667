import { answer, loadShipped } from '../child.ts';
import { personalText } from '../personal-text.ts';
import { now } from '../times.ts';

/** What a new engine costs; run with --expose-gc. */
export interface EngineResult {
  /** ms to load the bundle, detectors included. */
  readonly load: number;
  /** ms of `createEngine`. */
  readonly build: number;
  /** Bytes of heap and of buffers that stay, of the detectors and the engine together. */
  readonly heap: number;
  /** ms of the first scan of a text about people, and of another one after some. */
  readonly first: number;
  readonly later: number;
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

function timed(text: string): number {
  const start = now();
  engine.scan(text);
  return now() - start;
}

const texts = Array.from({ length: 9 }, (_, index) => personalText(2048, `first ${index}`));
const times = texts.map(timed);
const result: EngineResult = {
  load: loaded - begun,
  build: built - loaded,
  heap,
  first: times[0] ?? 0,
  later: times[times.length - 1] ?? 0,
};
answer(result);
