/** Code units that a match can be long. */
interface Lengths {
  readonly least: number;
  readonly most: number;
}

/** What a pattern says of its matches. */
interface Facts extends Lengths {
  /** Patterns of one character each: every character that it may read, look-arounds counted. */
  readonly atoms: ReadonlySet<string>;
}

/**
 * Most code units that a match of `pattern` can be long, look-arounds counted as if they were part of it: how far an attempt may look. Infinity where a repeat
 * has no bound.
 */
export function reachOf(pattern: RegExp): number {
  return factsOf(pattern).most;
}

/** Fewest code units that a match of `pattern` can be long; what only looks around has none. */
export function shortestMatch(pattern: RegExp): number {
  return factsOf(pattern).least;
}

/**
 * A sticky pattern that matches all that an attempt of `pattern` at the same place may read but one character: the longest row of characters that any part of
 * it accepts. An attempt that is far shorter than `reachOf` is told by this.
 */
export function readableBy(pattern: RegExp): RegExp {
  const atoms = [...factsOf(pattern).atoms];
  return new RegExp(`(?:${atoms.join('|')})*`, `y${pattern.flags.replace(/[dgy]/g, '')}`);
}

function factsOf(pattern: RegExp): Facts {
  const { source } = pattern;
  const atoms = new Set<string>();
  // A code point may be two units.
  const unit: Lengths = { least: 1, most: pattern.unicode || pattern.unicodeSets ? 2 : 1 };
  let at = 0;

  function choice(): Lengths {
    let least = Number.POSITIVE_INFINITY;
    let most = 0;
    let sum: Lengths = { least: 0, most: 0 };
    while (at < source.length && source[at] !== ')') {
      if (source[at] === '|') {
        at++;
        least = Math.min(least, sum.least);
        most = Math.max(most, sum.most);
        sum = { least: 0, most: 0 };
        continue;
      }
      const next = repeated(atom());
      sum = { least: sum.least + next.least, most: sum.most + next.most };
    }
    return { least: Math.min(least, sum.least), most: Math.max(most, sum.most) };
  }

  function atom(): Lengths {
    const begin = at;
    const character = source[at++];
    if (character === '^' || character === '$') return { least: 0, most: unit.most };
    if (character === '(') {
      const [prefix = ''] = /^\?(?:[:=!]|<[=!]|<\w+>)/.exec(source.slice(at, at + 40)) ?? [];
      at += prefix.length;
      const inner = choice();
      at++;
      return /[=!]$/.test(prefix) ? { least: 0, most: inner.most } : inner;
    }
    if (character === '[') {
      for (; source[at] !== ']' && at < source.length; at++) if (source[at] === '\\') at++;
      at++;
      return one(begin);
    }
    if (character === '\\') {
      const [escaped = ''] = /^(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.)/.exec(source.slice(at, at + 40)) ?? [];
      at += escaped.length || 1;
      if (/^[bB]$/.test(escaped)) return { least: 0, most: unit.most };
    }
    // A back-reference repeats what a group held, which separators keep short.
    return one(begin);
  }

  /** The pattern of one character that was read from `begin` on. */
  function one(begin: number): Lengths {
    const own = source.slice(begin, at);
    // What a back-reference repeats was accepted by another part; a lone brace stands for itself outside of a choice only.
    if (!/^\\[1-9k]/.test(own)) atoms.add(/^[{}\]]$/.test(own) ? `\\${own}` : own);
    return unit;
  }

  function repeated({ least, most }: Lengths): Lengths {
    const repeat = /^(?:\{(\d+)(?:(,)(\d*))?\}|[*+?])\??/.exec(source.slice(at, at + 16));
    if (!repeat) return { least, most };
    at += repeat[0].length;
    if (repeat[0].startsWith('?')) return { least: 0, most };
    if (repeat[1] === undefined) return { least: repeat[0].startsWith('+') ? least : 0, most: Number.POSITIVE_INFINITY };
    return {
      least: least * Number(repeat[1]),
      most: repeat[2] !== undefined && repeat[3] === '' ? Number.POSITIVE_INFINITY : most * Number(repeat[3] ?? repeat[1]),
    };
  }

  return { ...choice(), atoms };
}
