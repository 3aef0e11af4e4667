import { gramAt } from './bytes-at.ts';
import { COMMON_GRAMS } from './common-grams.ts';
import { FOLD } from './fold.ts';
import { FACTOR } from './hash.ts';

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

/** Folded grams that are common, and what each weighs: open addressing, zero where there is none. Made when the first index is built. */
interface Common {
  readonly grams: Int32Array;
  readonly weights: Uint16Array;
}

const COMMON_LOG = 13;
let common: Common | null = null;

function readCommon(): Common {
  const table = { grams: new Int32Array(1 << COMMON_LOG), weights: new Uint16Array(1 << COMMON_LOG) };
  COMMON_GRAMS.forEach((grams, rank) => {
    for (let at = 0; at < grams.length; at += 4) {
      const gram = gramAt(grams, at) | FOLD;
      const slot = slotOf(table, gram);
      table.grams[slot] = gram;
      table.weights[slot] = COMMONEST_RARE + CLASS * rank;
    }
  });
  return table;
}

function slotOf({ grams, weights }: Common, gram: number): number {
  let slot = Math.imul(gram, FACTOR) >>> (32 - COMMON_LOG);
  while (weights[slot] !== 0 && grams[slot] !== gram) slot = (slot + 1) & ((1 << COMMON_LOG) - 1);
  return slot;
}

/** How common the gram at `at` is; less is rarer. */
export function gramWeight(text: string, at: number): number {
  common ??= readCommon();
  return common.weights[slotOf(common, gramAt(text, at) | FOLD)] || weight(text, at, 4);
}
