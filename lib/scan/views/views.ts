import { compacted } from './compact.ts';
import { decodedPairs, decodedRun } from './encoded.ts';
import { STRAY_ESCAPES, unescaped } from './escaped.ts';
import { foldedStretches } from './folded.ts';
import { joined } from './joined.ts';
import { decodedCodes, decodedDump, LISTED } from './listed.ts';
import { reversed, reversedBack, rotated, rotatedBack } from './turned.ts';
import type { View } from './view.ts';

/** How a disguise is found by a literal. */
export type Disguise = 'escaped' | 'rotated' | 'reversed' | 'listed';

/** A literal that suggests a disguise. */
export interface DisguiseCue {
  /** Lower case unless it is exact. */
  readonly text: string;
  readonly exact: boolean;
  readonly disguise: Disguise;
}

/** Shorter literals stand turned round in ordinary text. */
const SHORTEST = 5;
const SHORTEST_EXACT = 3;

/** Schemes of addresses that passwords stand in. */
const SCHEMES = ['https', 'postgres', 'postgresql', 'mysql', 'mariadb', 'mongodb', 'redis', 'amqps', 'sqlserver'];

/** The cues of escapes, of lists of codes, and of schemes turned round: whatever is looked for. */
export function commonCues(): DisguiseCue[] {
  const cues: DisguiseCue[] = STRAY_ESCAPES.map((text) => ({ text, exact: true, disguise: 'escaped' }));
  for (const text of LISTED) cues.push({ text, exact: true, disguise: 'listed' });
  for (const scheme of SCHEMES) cues.push(...turned(scheme, SHORTEST, false));
  return cues;
}

/**
 * The cues of literals turned round.
 *
 * @param formats what formats begin with, in their very case
 * @param words words that name providers, lower case
 */
export function disguiseCues(formats: readonly string[], words: readonly string[]): DisguiseCue[] {
  const cues: DisguiseCue[] = [];
  for (const literal of new Set(formats)) cues.push(...turned(literal, SHORTEST_EXACT, true));
  // Of a name in several words, the one without joints will do.
  for (const literal of new Set(words)) if (!/[^a-z0-9]/.test(literal)) cues.push(...turned(literal, SHORTEST, false));
  return cues;
}

function turned(literal: string, shortest: number, exact: boolean): DisguiseCue[] {
  if (literal.length < shortest || literal.replace(/[^A-Za-z]/g, '').length < 2) return [];
  // Three letters alone are a word of some language.
  if (literal.length < 4 && /^[A-Za-z]*$/.test(literal)) return [];
  const cues: DisguiseCue[] = [{ text: rotated(literal), exact, disguise: 'rotated' }];
  const back = reversed(literal);
  if (back !== literal) cues.push({ text: back, exact, disguise: 'reversed' });
  return cues;
}

/** Looks behind disguises of one text, asked from left to right, each kind by itself. */
export class Unmasking {
  readonly views: View[] = [];
  readonly #text: string;
  readonly #read: Record<Disguise | 'run' | 'number' | 'pairs' | 'dump', number> = {
    escaped: 0,
    rotated: 0,
    reversed: 0,
    listed: 0,
    run: 0,
    number: 0,
    pairs: 0,
    dump: 0,
  };

  /** Characters that may still be unpacked. */
  #room: number;

  /** @param most characters that what is packed may become, in all */
  constructor(text: string, most: number) {
    this.#text = text;
    this.#room = most;
  }

  /** Reads what a cue at `[at, end)` suggests. A turned literal counts where a word begins, or ends, as the literal itself would. */
  cue(disguise: 'rotated' | 'reversed', at: number, end: number): void {
    if (at < this.#read[disguise]) return;
    if (disguise === 'rotated' && isWordUnit(this.#text.charCodeAt(at - 1))) return;
    if (disguise === 'reversed' && isWordUnit(this.#text.charCodeAt(end))) return;
    const view = disguise === 'rotated' ? rotatedBack(this.#text, at) : reversedBack(this.#text, at);
    this.#read[disguise] = Math.max(at + 1, view.to - 128);
    this.views.push(view);
  }

  /** Reads the escapes from `at` on. */
  escape(at: number): void {
    if (at < this.#read.escaped) return;
    const view = unescaped(this.#text, at);
    if (!view) return;
    this.#read.escaped = view.to;
    this.views.push(view);
  }

  /** Reads a long run of letters and digits; returns where what it hides ends. */
  run(start: number, end: number): number {
    if (start < this.#read.run) return end;
    const decoded = decodedRun(this.#text, start, end, this.#read.run, this.#room);
    this.#read.run = decoded.end;
    if (decoded.view) {
      this.#room -= decoded.view.text.length;
      this.views.push(decoded.view);
    }
    return decoded.end;
  }

  /** Puts together what a long run of letters and digits is the first piece of; `found` as in `joined`. */
  join(start: number, end: number, found: (at: number) => number): void {
    const view = joined(this.#text, start, end, found);
    if (view) this.views.push(view);
  }

  /** Reads a number in many pieces that holds `at`. */
  number(at: number): void {
    if (at < this.#read.number) return;
    const { end, view } = compacted(this.#text, at);
    this.#read.number = Math.max(at + 1, end);
    if (view) this.views.push(view);
  }

  /** Reads the row of hexadecimal bytes of which one begins at `at`, unless it is part of a dump. */
  pairs(at: number): void {
    if (at < this.#read.pairs || at < this.#read.dump) return;
    const { end, view } = decodedPairs(this.#text, at, this.#read.pairs);
    this.#read.pairs = end;
    if (view) this.views.push(view);
  }

  /** Reads the list of characters' codes of which one begins at `at`. */
  codes(at: number): void {
    if (at < this.#read.listed) return;
    const { end, view } = decodedCodes(this.#text, at, this.#read.listed);
    this.#read.listed = end;
    if (view) this.views.push(view);
  }

  /** Reads the dump of bytes whose first line has its offset at `at`. */
  dump(at: number): void {
    if (at < this.#read.dump) return;
    const { end, view } = decodedDump(this.#text, at);
    this.#read.dump = end;
    if (view) this.views.push(view);
  }

  /** Reads what only looks like ASCII. */
  fold(): void {
    this.views.push(...foldedStretches(this.#text));
  }
}

/** Letters and digits of ASCII. */
function isWordUnit(unit: number): boolean {
  return (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122);
}
