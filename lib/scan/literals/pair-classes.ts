import { isRunUnit } from '../long-run.ts';
import { isDigit, isSeparator } from '../number.ts';
import { beginsEscape, isEscapeMark } from './escape-marks.ts';
import { DIGITS, ESCAPE, NUMBER_PAIR, RUN_PAIR } from './holds.ts';

/** By pair of bytes: what it may be part of, whatever is looked for. Made when the first index is built. */
let classes: Uint8Array | null = null;

/** Adds to flags by pair of bytes what a pair may be part of: a run, a number, an escape, digits. */
export function markClasses(flags: Uint8Array): void {
  classes ??= pairClasses();
  for (let pair = 0; pair < flags.length; pair++) flags[pair] = (flags[pair] as number) | (classes[pair] as number);
}

function pairClasses(): Uint8Array {
  const flags = new Uint8Array(0x10000);
  for (let first = 0; first < 256; first++) {
    for (let second = 0; second < 128; second++) {
      let holds = 0;
      if (isRunUnit(first) && isRunUnit(second)) holds |= RUN_PAIR;
      if (isPart(first) && isPart(second) && !(first === 32 && second === 32)) holds |= NUMBER_PAIR;
      // A number may go on in the next line.
      if ((isLineEnd(first) && isDigit(second)) || (isDigit(first) && isLineEnd(second))) holds |= NUMBER_PAIR;
      if (beginsEscape(first, second) || isEscapeMark(second)) holds |= ESCAPE;
      if (isDigit(first) && isDigit(second)) holds |= DIGITS;
      flags[first | (second << 8)] = holds;
    }
  }
  return flags;
}

function isLineEnd(unit: number): boolean {
  return unit === 10 || unit === 13;
}

function isPart(unit: number): boolean {
  return isDigit(unit) || isSeparator(unit);
}
