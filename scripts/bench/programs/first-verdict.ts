import { answer, loadShipped, readText } from '../child.ts';
import { now } from '../times.ts';

/** CPU ms from the start of the process to the end of its first scan (`scan`), or to here without the engine (`empty`). */
const text = readText(2048);
if (process.argv[2] === 'scan') {
  const { createEngine, DETECTORS } = await loadShipped();
  createEngine(DETECTORS).scan(text);
}
answer(now());
