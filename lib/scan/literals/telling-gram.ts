import { gramWeight, weight } from './weight.ts';

/** A literal is found by a gram that begins at most so far in. */
const FURTHEST_GRAM = 24;
/** Code units from the begin of a literal to the end of what it is found by, at most. */
export const FOUND_WITHIN = FURTHEST_GRAM + 5;

/** Where the rarest two neighbouring grams begin of a literal of five units or more: 0 to 24. */
export function tellingGram(text: string): number {
  const length = Math.min(6, text.length);
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  let second = gramWeight(text, 0);
  for (let at = 0; at + length <= text.length && at <= FURTHEST_GRAM; at++) {
    const first = second;
    second = gramWeight(text, at + 1);
    // The two grams make candidates; what is beside them tells whether they are worth a look.
    const common = first + second + weight(text, at + 4, length - 4);
    if (common < least) {
      least = common;
      best = at;
    }
  }
  return best;
}
