/** Characters looked at from the end; longer words are cut here. */
const REACH = 4_096;
/** A word without digits and capitals is ordinary up to this length. */
const ORDINARY = 16;
const MANY_CAPITALS = 4;

/**
 * A text that is still being typed, without a last word that may become a secret: one that holds a digit or several capitals,
 * or is long, and digit groups before it (`4111 1111 11`). A value is recognised when it is whole; until then nearly all of it
 * would leave with every keystroke that an app sends ahead. What is cut is sent with the next word, or with Send.
 */
export function withoutUnfinished(text: string): string {
  const from = Math.max(0, text.length - REACH);
  let start = wordStart(text, text.length, from);
  const word = text.slice(start);
  if (!mayBecomeSecret(word)) return text;
  while (isDigits(text.slice(start).trim())) {
    const end = text.slice(0, start).trimEnd().length;
    const before = wordStart(text, end, from);
    if (before === end || end <= from || !isDigits(text.slice(before, end))) break;
    start = before;
  }
  return text.slice(0, start);
}

function wordStart(text: string, end: number, from: number): number {
  let at = end;
  while (at > from && !/\s/.test(text[at - 1] ?? ' ')) at -= 1;
  return at;
}

function mayBecomeSecret(word: string): boolean {
  // A placeholder of ours is whole.
  if (/\[[A-Z0-9_]+_\d+\][.,;:!?]?$/.test(word)) return false;
  return /\d/.test(word) || word.length > ORDINARY || (word.match(/[A-Z]/g)?.length ?? 0) >= MANY_CAPITALS;
}

function isDigits(word: string): boolean {
  return /^[\d\s.,()/+-]+$/.test(word);
}
