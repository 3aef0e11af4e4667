/** Fewest UTF-16 code units of a text that somebody wrote; shorter ones are ids and choices. */
const SHORTEST = 8;
/** Fewest letters of a script without blanks between words. */
const FEW = 4;

/**
 * True when a string looks like something that a person wrote: words with blanks between them, or letters of a script that sets none.
 * Ids, tokens, names of time zones and addresses are none.
 */
export function looksWritten(text: string): boolean {
  const head = text.slice(0, 2_000);
  if (head.length >= SHORTEST && /\p{L}{2,}[\p{P}]?\s+[\p{P}]?[\p{L}\p{N}]/u.test(head)) return true;
  return (head.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0) >= FEW;
}
