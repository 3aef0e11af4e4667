import { type CharSet, complement, DIGIT, LINE_END, type Range, SPACE, WORD } from './charset.ts';

/** What a pattern says. */
export type Node =
  | { readonly kind: 'set'; readonly set: CharSet }
  | { readonly kind: 'assert'; readonly what: Assertion }
  | { readonly kind: 'sequence'; readonly nodes: readonly Node[] }
  | { readonly kind: 'choice'; readonly nodes: readonly Node[] }
  | { readonly kind: 'repeat'; readonly node: Node; readonly min: number; readonly max: number; readonly lazy: boolean };

export type Assertion = 'start' | 'end' | 'line-start' | 'line-end' | 'word' | 'not-word';

export interface Flags {
  readonly ignoreCase: boolean;
  /** `^` and `$` match at line ends too. */
  readonly multiline: boolean;
  /** `.` matches line ends too. */
  readonly dotAll: boolean;
}

/** Why a pattern is not accepted, in words for the administrator who wrote it. */
export class Refusal {
  readonly reason: string;
  readonly cure: string;

  constructor(reason: string, cure: string) {
    this.reason = reason;
    this.cure = cure;
  }
}

/** RE2's own limit. */
const MOST_REPEATS = 1000;
const DEEPEST = 100;

/** Parses RE2-like syntax; returns the tree and the flags in force, or a refusal. */
export function parse(source: string, flags: Flags): { readonly node: Node; readonly flags: Flags } | Refusal {
  const leading = /^\(\?([ims]{1,3})\)/.exec(source);
  const named = leading?.[1] ?? '';
  const all: Flags = {
    ignoreCase: flags.ignoreCase || named.includes('i'),
    multiline: flags.multiline || named.includes('m'),
    dotAll: flags.dotAll || named.includes('s'),
  };
  const parser = new Parser(source, leading?.[0].length ?? 0, all);
  const node = parser.choice(0);
  if (node instanceof Refusal) return node;
  if (!parser.done()) return new Refusal('There is a ")" without a "(".', 'Write "\\)" for the character itself.');
  return { node, flags: all };
}

class Parser {
  readonly #source: string;
  readonly #flags: Flags;
  #at: number;

  constructor(source: string, at: number, flags: Flags) {
    this.#source = source;
    this.#at = at;
    this.#flags = flags;
  }

  done(): boolean {
    return this.#at >= this.#source.length;
  }

  choice(depth: number): Node | Refusal {
    if (depth > DEEPEST) return new Refusal('The groups are nested too deeply.', `Use at most ${DEEPEST} groups inside one another.`);
    const nodes: Node[] = [];
    do {
      const node = this.#sequence(depth);
      if (node instanceof Refusal) return node;
      nodes.push(node);
    } while (this.#take('|'));
    return nodes.length === 1 ? (nodes[0] as Node) : { kind: 'choice', nodes };
  }

  #sequence(depth: number): Node | Refusal {
    const nodes: Node[] = [];
    while (!this.done() && !this.#sees('|') && !this.#sees(')')) {
      const atom = this.#atom(depth);
      if (atom instanceof Refusal) return atom;
      const node = this.#repeated(atom);
      if (node instanceof Refusal) return node;
      nodes.push(node);
    }
    return nodes.length === 1 ? (nodes[0] as Node) : { kind: 'sequence', nodes };
  }

  #repeated(node: Node): Node | Refusal {
    const bounds = this.#bounds();
    if (!bounds) return node;
    const [min, max] = bounds;
    if (node.kind === 'assert') return new Refusal('A position such as "^" or "\\b" cannot be repeated.', 'Take the repeat away.');
    if (max < min) return new Refusal(`The repeat {${min},${max}} is the wrong way round.`, 'Write the smaller number first.');
    if (min > MOST_REPEATS || (max !== Number.POSITIVE_INFINITY && max > MOST_REPEATS))
      return new Refusal(`The repeat is larger than ${MOST_REPEATS}.`, `Use at most ${MOST_REPEATS}, or "*" for any number.`);
    const lazy = this.#take('?');
    if (!lazy && this.#sees('+'))
      return new Refusal('Possessive repeats are not supported.', 'Take the second "+" away; matching takes linear time anyway.');
    if (this.#bounds(true)) return new Refusal('A repeat follows a repeat.', 'Put the first one in a group: "(?:a*)+".');
    return { kind: 'repeat', node, min, max, lazy };
  }

  /** The bounds of the repeat that begins here; with `peek` it is not read. */
  #bounds(peek = false): readonly [number, number] | null {
    const found = /^(?:([*+?])|\{(\d{1,9})(?:(,)(\d{0,9}))?\})/.exec(this.#source.slice(this.#at, this.#at + 24));
    if (!found) return null;
    if (!peek) this.#at += found[0].length;
    const [, sign, least, comma, most] = found;
    if (sign) return sign === '*' ? [0, Number.POSITIVE_INFINITY] : sign === '+' ? [1, Number.POSITIVE_INFINITY] : [0, 1];
    const min = Number(least);
    return [min, !comma ? min : most === '' ? Number.POSITIVE_INFINITY : Number(most)];
  }

  #atom(depth: number): Node | Refusal {
    const character = this.#next();
    switch (character) {
      case '(':
        return this.#group(depth);
      case '[':
        return this.#class();
      case '.':
        return ranges(this.#flags.dotAll ? [] : LINE_END, true);
      case '^':
        return { kind: 'assert', what: this.#flags.multiline ? 'line-start' : 'start' };
      case '$':
        return { kind: 'assert', what: this.#flags.multiline ? 'line-end' : 'end' };
      case '*':
      case '+':
      case '?':
        return new Refusal(`There is nothing before "${character}" to repeat.`, `Write "\\${character}" for the character itself.`);
      case '\\':
        return this.#escape();
      default:
        return one(character.codePointAt(0) as number);
    }
  }

  #group(depth: number): Node | Refusal {
    const opening = /^\?(?::|P?<[A-Za-z_]\w{0,31}>)/.exec(this.#source.slice(this.#at, this.#at + 40));
    if (opening) this.#at += opening[0].length;
    else if (/^\?<?[=!]/.test(this.#source.slice(this.#at, this.#at + 3)))
      return new Refusal(
        'Look-ahead and look-behind are not supported: they have no linear-time form.',
        'Use "\\b", or match the neighbouring text as well.',
      );
    else if (this.#sees('?'))
      return new Refusal('This kind of group is not supported.', 'Use "(…)" or "(?:…)"; flags only at the very beginning: "(?i)".');
    const node = this.choice(depth + 1);
    if (node instanceof Refusal) return node;
    return this.#take(')') ? node : new Refusal('A group is not closed.', 'Add the missing ")".');
  }

  #escape(): Node | Refusal {
    if (this.done()) return new Refusal('The pattern ends in a lone "\\".', 'Write "\\\\" for the character itself.');
    if (this.#take('b')) return { kind: 'assert', what: 'word' };
    if (this.#take('B')) return { kind: 'assert', what: 'not-word' };
    if (this.#take('A')) return { kind: 'assert', what: 'start' };
    if (this.#take('z')) return { kind: 'assert', what: 'end' };
    if (/^(?:[1-9]|k[<{'])/.test(this.#source.slice(this.#at, this.#at + 2)))
      return new Refusal('Back-references are not supported: they have no linear-time form.', 'Write the repeated text out.');
    const set = this.#escapedSet();
    return set instanceof Refusal ? set : { kind: 'set', set };
  }

  /** After a backslash, within a class or outside: the code points meant. */
  #escapedSet(): CharSet | Refusal {
    const character = this.#next();
    switch (character) {
      case 'd':
        return plain(DIGIT);
      case 'D':
        return plain(complement(DIGIT));
      case 'w':
        return plain(WORD);
      case 'W':
        return plain(complement(WORD));
      case 's':
        return plain(SPACE);
      case 'S':
        return plain(complement(SPACE));
      case 'p':
      case 'P':
        return this.#property(character);
      case 'x':
      case 'u':
        return this.#hex(character);
    }
    const control = { t: 9, n: 10, v: 11, f: 12, r: 13, '0': 0 }[character];
    if (control !== undefined) return plain([[control, control]]);
    if (/[A-Za-z0-9]/.test(character))
      return new Refusal(`"\\${character}" has no meaning here.`, `Write "${character}" for the character itself.`);
    const codePoint = character.codePointAt(0) as number;
    return plain([[codePoint, codePoint]]);
  }

  #property(letter: 'p' | 'P'): CharSet | Refusal {
    const found = /^(?:\{([A-Za-z_=]{1,48})\}|([A-Z]))/.exec(this.#source.slice(this.#at, this.#at + 52));
    const name = found?.[1] ?? found?.[2] ?? '';
    try {
      const property = new RegExp(`^\\${letter}{${name}}$`, 'u');
      this.#at += found?.[0].length ?? 0;
      return { ranges: [], properties: [property], negated: false };
    } catch {
      return new Refusal(
        `"\\${letter}{${name}}" names no Unicode property.`,
        'Use for example "\\p{L}" (letters), "\\p{Lu}" (capitals) or "\\p{Script=Greek}".',
      );
    }
  }

  #hex(letter: 'x' | 'u'): CharSet | Refusal {
    const found = (letter === 'x' ? /^(?:\{([0-9A-Fa-f]{1,6})\}|([0-9A-Fa-f]{2}))/ : /^(?:\{([0-9A-Fa-f]{1,6})\}|([0-9A-Fa-f]{4}))/).exec(
      this.#source.slice(this.#at, this.#at + 8),
    );
    const codePoint = Number.parseInt(found?.[1] ?? found?.[2] ?? '', 16);
    if (!found || codePoint > 0x10ffff) return new Refusal(`"\\${letter}" needs a code point.`, 'Write "\\x41" or "\\u{1F600}".');
    this.#at += found[0].length;
    return plain([[codePoint, codePoint]]);
  }

  #class(): Node | Refusal {
    const negated = this.#take('^');
    const all: Range[] = [];
    const properties: RegExp[] = [];
    while (!this.#sees(']')) {
      const low = this.#member();
      if (low instanceof Refusal) return low;
      properties.push(...low.properties);
      const from = single(low);
      if (from === null || !this.#sees('-') || this.#source[this.#at + 1] === ']') {
        all.push(...low.ranges);
        continue;
      }
      this.#at++;
      const high = this.#member();
      if (high instanceof Refusal) return high;
      const to = single(high);
      if (to === null) return new Refusal('A range ends in a class such as "\\d".', 'Put the "-" first or last: "[-\\d]".');
      if (to < from) return new Refusal('A range is the wrong way round.', 'Write the smaller character first: "[a-z]".');
      all.push([from, to]);
    }
    this.#at++;
    if (all.length === 0 && properties.length === 0 && !negated)
      return new Refusal('The class "[]" is empty and matches nothing.', 'Write "\\[\\]" for the brackets themselves.');
    return { kind: 'set', set: { ranges: all, properties, negated } };
  }

  #member(): CharSet | Refusal {
    if (this.done()) return new Refusal('A class is not closed.', 'Add the missing "]", or write "\\[" for the character itself.');
    if (/^\[:\^?\w+:\]/.test(this.#source.slice(this.#at, this.#at + 14)))
      return new Refusal('POSIX classes such as "[:alpha:]" are not supported.', 'Use "A-Za-z", "0-9" or "\\p{L}".');
    const character = this.#next();
    if (character === '\\') {
      if (this.done()) return new Refusal('A class is not closed.', 'Add the missing "]".');
      if (this.#take('b')) return plain([[8, 8]]);
      return this.#escapedSet();
    }
    const codePoint = character.codePointAt(0) as number;
    return plain([[codePoint, codePoint]]);
  }

  #sees(character: string): boolean {
    return this.#source[this.#at] === character;
  }

  #take(character: string): boolean {
    const seen = this.#sees(character);
    if (seen) this.#at++;
    return seen;
  }

  #next(): string {
    const character = String.fromCodePoint(this.#source.codePointAt(this.#at) ?? 0);
    this.#at += character.length;
    return character;
  }
}

function plain(list: readonly Range[]): CharSet {
  return { ranges: list, properties: [], negated: false };
}

function ranges(list: readonly Range[], negated: boolean): Node {
  return { kind: 'set', set: { ranges: list, properties: [], negated } };
}

function one(codePoint: number): Node {
  return ranges([[codePoint, codePoint]], false);
}

/** The only member of a set, or null when it has none or several. */
function single(set: CharSet): number | null {
  const [range, ...more] = set.ranges;
  return range && more.length === 0 && set.properties.length === 0 && range[0] === range[1] ? range[0] : null;
}
