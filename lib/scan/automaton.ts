/** What the one pass over the text looks for. `hits[k]` are the numbers that literal `k` stands for; `digitHits` those of a digit run's begin. */
export interface Literal {
  /** Lower case, at least one code unit. */
  readonly text: string;
  /** What to report, chosen by the caller. */
  readonly hit: number;
}

/**
 * Aho-Corasick automaton over lower-cased literals with two additions: code units are folded into classes first (every unit that no literal
 * uses is one class), and the beginnings of digit runs are found on the way. States are row offsets into `next`, so that a step is one
 * addition and two look-ups; states from `accepting` on have something to report.
 */
export interface Automaton {
  /** Class of each UTF-16 code unit. */
  readonly classes: Uint8Array | Uint16Array;
  readonly next: Uint16Array | Int32Array;
  readonly start: number;
  readonly accepting: number;
  /** Classes, and so the width of a row. */
  readonly width: number;
  /** For accepting state `s`, `reports[(s - accepting) / width]`. */
  readonly reports: readonly Report[];
}

export interface Report {
  /** A run of ASCII digits begins at this code unit. */
  readonly digits: boolean;
  /** Literals that end at this code unit, longest first. */
  readonly literals: readonly Literal[];
}

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;

/** Builds the automaton. Time and memory grow with the total length of the literals times the number of distinct characters in them. */
export function buildAutomaton(literals: readonly Literal[]): Automaton {
  const { classes, width, digitClasses } = classify(literals);
  const trie = buildTrie(literals, classes, width);
  return number(trie, classes, width, digitClasses);
}

function classify(literals: readonly Literal[]): { classes: Uint8Array | Uint16Array; width: number; digitClasses: boolean[] } {
  const units = new Set<number>();
  for (const { text } of literals) for (let i = 0; i < text.length; i++) units.add(text.charCodeAt(i));
  // Class 0: no literal uses it. Class 1: a digit that no literal uses. Width is rounded up by nothing: rows are small anyway.
  const classes = units.size + 2 <= 256 ? new Uint8Array(0x10000) : new Uint16Array(0x10000);
  const digitClasses = [false, true];
  for (let unit = 48; unit <= 57; unit++) classes[unit] = 1;
  for (const unit of units) {
    const number = digitClasses.length;
    digitClasses.push(isDigit(unit));
    classes[unit] = number;
    const upper = String.fromCharCode(unit).toUpperCase();
    if (upper.length === 1 && !units.has(upper.charCodeAt(0))) classes[upper.charCodeAt(0)] = number;
  }
  return { classes, width: digitClasses.length, digitClasses };
}

interface Trie {
  /** Complete transition table: `go[node * width + class]`. */
  readonly go: Int32Array;
  readonly ends: readonly (readonly Literal[])[];
}

function buildTrie(literals: readonly Literal[], classes: Uint8Array | Uint16Array, width: number): Trie {
  let most = 1;
  for (const { text } of literals) most += text.length;
  const go = new Int32Array(most * width).fill(-1);
  const ends: Literal[][] = [[]];
  for (const literal of literals) {
    let node = 0;
    for (let i = 0; i < literal.text.length; i++) {
      const slot = node * width + (classes[literal.text.charCodeAt(i)] as number);
      let child = go[slot] as number;
      if (child < 0) {
        child = ends.length;
        go[slot] = child;
        ends.push([]);
      }
      node = child;
    }
    ends[node]?.push(literal);
  }
  // Breadth first: a node's failure link is always complete before the node itself.
  const fail = new Int32Array(ends.length);
  const queue = [0];
  for (let head = 0; head < queue.length; head++) {
    const node = queue[head] as number;
    const link = fail[node] as number;
    if (node !== 0) ends[node]?.push(...(ends[link] ?? []));
    for (let c = 0; c < width; c++) {
      const slot = node * width + c;
      const fallback = node === 0 ? 0 : (go[link * width + c] as number);
      const child = go[slot] as number;
      if (child < 0) go[slot] = fallback;
      else {
        fail[child] = fallback;
        queue.push(child);
      }
    }
  }
  return { go, ends };
}

/** Splits each trie node by what the last unit was (no digit, first digit of a run, later digit) as far as reachable, and numbers quiet states first. */
function number(trie: Trie, classes: Uint8Array | Uint16Array, width: number, digitClasses: readonly boolean[]): Automaton {
  // A state before numbering is `node * 3 + run`; `states` lists the reachable ones in the order of discovery.
  const seen = new Uint8Array(trie.ends.length * 3);
  seen[0] = 1;
  const states = [0];
  const follow = (state: number, c: number): number => {
    const node = trie.go[Math.trunc(state / 3) * width + c] as number;
    return node * 3 + (!digitClasses[c] ? 0 : state % 3 === 0 ? 1 : 2);
  };
  for (let head = 0; head < states.length; head++) {
    for (let c = 0; c < width; c++) {
      const to = follow(states[head] as number, c);
      if (seen[to] === 1) continue;
      seen[to] = 1;
      states.push(to);
    }
  }
  const reportOf = (state: number): Report => ({ digits: state % 3 === 1, literals: trie.ends[Math.trunc(state / 3)] ?? [] });
  const isLoud = (state: number): boolean => state % 3 === 1 || (trie.ends[Math.trunc(state / 3)]?.length ?? 0) > 0;
  const quiet = states.filter((state) => !isLoud(state));
  const loud = states.filter(isLoud);
  const order = [...quiet, ...loud];
  const place = new Int32Array(seen.length);
  for (const [at, state] of order.entries()) place[state] = at * width;
  const size = order.length * width;
  const next = size <= 0x10000 ? new Uint16Array(size) : new Int32Array(size);
  for (const [at, state] of order.entries()) {
    for (let c = 0; c < width; c++) next[at * width + c] = place[follow(state, c)] as number;
  }
  return { classes, next, width, start: place[0] as number, accepting: quiet.length * width, reports: loud.map(reportOf) };
}
