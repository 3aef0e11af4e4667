/** Rough frequency of letters in text and code, commonest first; other characters are rare. */
const COMMON = ' etaoinsrlcdpumhfgbyvwkxqjz';
const WEIGHTS = new Uint8Array(128).fill(3);
for (let rank = 0; rank < COMMON.length; rank++) WEIGHTS[COMMON.charCodeAt(rank)] = 28 - rank;
for (const unit of '.,:;"\'-_/=()0123456789') WEIGHTS[unit.charCodeAt(0)] = 17;

/** How common the `length` units from `at` on are; less is rarer. */
export function weight(text: string, at: number, length: number): number {
  let sum = 0;
  for (let i = at; i < at + length; i++) sum += WEIGHTS[text.charCodeAt(i)] ?? 3;
  return sum;
}
