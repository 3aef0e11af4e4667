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
  const [run, part, digit, line] = [isRunUnit, isPart, isDigit, isLineEnd].map(ofUnits) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array];
  for (let second = 0; second < 128; second++) {
    const escapes = isEscapeMark(second) ? ESCAPE : 0;
    for (let first = 0; first < 256; first++) {
      let holds = escapes;
      if ((run[first] as number) & (run[second] as number)) holds |= RUN_PAIR;
      if ((part[first] as number) & (part[second] as number) && !(first === 32 && second === 32)) holds |= NUMBER_PAIR;
      // A number may go on in the next line.
      if (((line[first] as number) & (digit[second] as number)) | ((digit[first] as number) & (line[second] as number)))
        holds |= NUMBER_PAIR;
      if (beginsEscape(first, second)) holds |= ESCAPE;
      if ((digit[first] as number) & (digit[second] as number)) holds |= DIGITS;
      flags[first | (second << 8)] = holds;
    }
  }
  return flags;
}

/** By unit, whether something is true of it: it is asked once for each. */
function ofUnits(is: (unit: number) => boolean): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, unit) => Number(is(unit)));
}

function isLineEnd(unit: number): boolean {
  return unit === 10 || unit === 13;
}

function isPart(unit: number): boolean {
  return isDigit(unit) || isSeparator(unit);
}
