/**
 * Most code units that a match of `pattern` can be long, look-arounds counted as if they were part of it: how far an attempt may look. Infinity where a repeat
 * has no bound.
 */
export function reachOf(pattern: RegExp): number {
  const { source } = pattern;
  // A code point may be two units.
  const width = pattern.unicode || pattern.unicodeSets ? 2 : 1;
  let at = 0;

  function choice(): number {
    let most = 0;
    let sum = 0;
    while (at < source.length && source[at] !== ')') {
      if (source[at] === '|') {
        at++;
        most = Math.max(most, sum);
        sum = 0;
      } else sum += repeated(atom());
    }
    return Math.max(most, sum);
  }

  function atom(): number {
    const character = source[at++];
    if (character === '(') {
      const prefix = /^\?(?:[:=!]|<[=!]|<\w+>)/.exec(source.slice(at, at + 40));
      at += prefix?.[0].length ?? 0;
      const inner = choice();
      at++;
      return inner;
    }
    if (character === '[') {
      for (; source[at] !== ']' && at < source.length; at++) if (source[at] === '\\') at++;
      at++;
      return width;
    }
    if (character === '\\') {
      const escaped = /^(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.)/.exec(source.slice(at, at + 40));
      at += escaped?.[0].length ?? 1;
    }
    // A back-reference repeats what a group held, which separators keep short.
    return width;
  }

  function repeated(length: number): number {
    const repeat = /^(?:\{(\d+)(?:(,)(\d*))?\}|[*+?])\??/.exec(source.slice(at, at + 16));
    if (!repeat) return length;
    at += repeat[0].length;
    if (repeat[0].startsWith('?')) return length;
    if (repeat[1] === undefined || (repeat[2] !== undefined && repeat[3] === '')) return Number.POSITIVE_INFINITY;
    return length * Number(repeat[3] ?? repeat[1]);
  }

  return choice();
}
