/**
 * Every match of a global pattern in a text, in order. The same as `matchAll`, which makes a pattern of its own for each call: for the short windows that many detectors read, that
 * takes longer than to match.
 */
export function everyMatch(pattern: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex++;
  }
  return found;
}
