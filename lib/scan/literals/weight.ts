import { gramAt } from './bytes-at.ts';
import { COMMON_GRAMS } from './common-grams.ts';
import { FOLD } from './fold.ts';

/** Rough frequency of letters in text and code, commonest first; other characters are rare. */
const COMMON = ' etaoinsrlcdpumhfgbyvwkxqjz';
const WEIGHTS = new Uint8Array(128).fill(3);
for (let rank = 0; rank < COMMON.length; rank++) WEIGHTS[COMMON.charCodeAt(rank)] = 28 - rank;
for (const unit of '.,:;"\'-_/=()0123456789') WEIGHTS[unit.charCodeAt(0)] = 17;

/** More than any four characters weigh that are not in the table of common ones; what each class of them weighs more than the one before. */
const COMMONEST_RARE = 128;
const CLASS = 64;

/** How common the `length` units from `at` on are, by their characters alone; less is rarer. */
export function weight(text: string, at: number, length: number): number {
  let sum = 0;
  for (let i = at; i < at + length; i++) sum += WEIGHTS[text.charCodeAt(i)] ?? 3;
  return sum;
}

/** By folded gram: what it weighs. Made when the first index is built. */
let common: Map<number, number> | null = null;

/** How common the gram at `at` is; less is rarer. */
export function gramWeight(text: string, at: number): number {
  common ??= new Map(
    COMMON_GRAMS.flatMap((grams, rank) =>
      Array.from({ length: grams.length / 4 }, (_, n): [number, number] => [gramAt(grams, n * 4) | FOLD, COMMONEST_RARE + CLASS * rank]),
    ),
  );
  return common.get(gramAt(text, at) | FOLD) ?? weight(text, at, 4);
}
