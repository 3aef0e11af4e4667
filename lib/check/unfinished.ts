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

/** Fewest characters of an unfinished word that are looked for: fewer stand in many requests, and tell little. */
const LEAST = 8;
/** Characters before the word that must stand before it in the request, too. */
const BEFORE = 12;

/**
 * A text of a request that no entry knows, without the unfinished last word of what somebody is typing meanwhile. It is cut only where
 * it stands as it was typed: after the same words of its line, or as the only word of a line.
 *
 * @param typing the end of what is being typed, which may be some keys ahead of the request
 */
export function withoutTyped(text: string, typing: string): string {
  const whole = withoutUnfinished(typing);
  const word = typing.slice(whole.length);
  if (word.length < LEAST) return text;
  const before = whole.slice(whole.lastIndexOf('\n') + 1).slice(-BEFORE);
  const sought = before + word.slice(0, LEAST);
  let left = '';
  let from = 0;
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, from)) {
    let end = at + sought.length;
    while (end < text.length && text[end] === word[end - at - before.length]) end += 1;
    const alone = (at === 0 || text[at - 1] === '\n') && (end === text.length || text[end] === '\n');
    const start = before !== '' || alone ? at + before.length : end;
    left += text.slice(from, start);
    from = end;
  }
  return left + text.slice(from);
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
