import type { Detector } from '../../../lib/scan/detector.ts';
import { random } from '../../../tests/corpus/generate.ts';
import { answer, flat, loadNames, loadShipped, readText } from '../child.ts';
import { now, type Pair, warmUp } from '../times.ts';

const EDITS = 600;
const WARM_UP = 600;
const PASTED = 'the quick brown fox jumps over a lazy do';

/** Times of a keystroke (`own`) and of a scan of the whole draft (`other`), ms. */
export interface DraftResult extends Pair {
  readonly length: number;
  /** Whether names are looked for, too. */
  readonly names: boolean;
}

const shipped = await loadShipped();
const next = random('draft');

/** Typing at the end, typing in the middle, deleting, pasting, in turn; at random places. */
function edited(text: string, turn: number): string {
  const at = Math.floor(next() * text.length);
  const letter = 'etaoin shrdlu'.charAt(Math.floor(next() * 13));
  if (turn % 4 === 0) return text + letter;
  if (turn % 4 === 1) return text.slice(0, at) + letter + text.slice(at);
  return turn % 4 === 2 ? text.slice(0, at) + text.slice(at + 1) : text.slice(0, at) + PASTED + text.slice(at);
}

function measure(length: number, names: Detector | null): DraftResult {
  const engine = shipped.createEngine([...shipped.DETECTORS, ...(names ? [names] : [])]);
  const first = readText(length);
  // Made beforehand: collecting what makes them is no part of a keystroke.
  const texts: string[] = [];
  for (let turn = 0; turn < WARM_UP + EDITS; turn++) texts.push(flat(edited(texts[turn - 1] ?? first, turn)));
  const draft = engine.draft();
  draft.update(first);
  warmUp(() => engine.scan(first));
  const times = { own: [] as number[], other: [] as number[] };
  for (const [turn, text] of texts.entries()) {
    const begun = now();
    draft.update(text);
    const time = now() - begun;
    if (turn < WARM_UP) continue;
    times.own.push(time);
    if (turn % 20 !== 0) continue;
    const scanning = now();
    engine.scan(text);
    times.other.push(now() - scanning);
  }
  return { length, names: names !== null, ...times };
}

answer([measure(102_400, null), measure(8192, await loadNames(shipped))]);
