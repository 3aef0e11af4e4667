import { inLowerCase } from './lower-case.ts';

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

/**
 * As `everyMatch`, for a pattern that is all in lower case, in a text of any case: its code is half of that of a pattern that ignores case. What it finds is told
 * as the text has it, groups with names if the pattern has indices.
 */
export function everyMatchInAnyCase(pattern: RegExp, text: string): RegExpExecArray[] {
  const lower = inLowerCase(text);
  const found = everyMatch(pattern, lower);
  if (lower === text) return found;
  for (const match of found) {
    match[0] = text.slice(match.index, match.index + match[0].length);
    for (const [name, span] of Object.entries(match.indices?.groups ?? {}))
      if (span && match.groups) match.groups[name] = text.slice(...span);
  }
  return found;
}
