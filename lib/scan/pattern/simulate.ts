import type { Span } from '../finding.ts';
import type { Assertion } from './parse.ts';
import type { Instruction, Program } from './program.ts';

/**
 * Longest match, in UTF-16 code units. Without it, looking for all matches takes quadratic time even on an automaton: a long
 * alternative that fails at the end of the text is tried again after every short match.
 */
export const LONGEST_MATCH = 1024;

/** What a simulation did. */
export interface Run {
  readonly spans: Span[];
  /** Instructions looked at: at most a constant times the length of the text, the constant depending on the program only. */
  readonly steps: number;
}

/**
 * All matches of `program` in `text`, leftmost first, alternatives in the order in which they are written (as in JavaScript), without overlaps,
 * empty matches left out. Simulates all threads side by side (Thompson 1968, Pike), so no text makes it backtrack.
 */
export function simulate(program: Program, text: string): Run {
  const machine = new Machine(program, text);
  const spans: Span[] = [];
  for (let at = 0; at <= text.length; ) {
    const span = machine.search(at);
    if (!span) break;
    if (span.end > span.start) spans.push(span);
    at = span.end > span.start ? span.end : span.end + widthAt(text, span.end);
  }
  return { spans, steps: machine.steps };
}

function widthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

/** Threads in order of priority: where each stands in the program and where its match began. */
interface Threads {
  readonly pcs: Int32Array;
  readonly starts: Int32Array;
  length: number;
}

class Machine {
  steps = 0;
  readonly #code: readonly Instruction[];
  readonly #first: Uint8Array | null;
  readonly #text: string;
  /** By instruction: the last round in which it was added. */
  readonly #added: Int32Array;
  readonly #stack: number[] = [];
  #round = 0;
  #now: Threads;
  #next: Threads;

  constructor(program: Program, text: string) {
    const size = program.code.length;
    this.#code = program.code;
    this.#first = program.first;
    this.#text = text;
    this.#added = new Int32Array(size);
    this.#now = { pcs: new Int32Array(size), starts: new Int32Array(size), length: 0 };
    this.#next = { pcs: new Int32Array(size), starts: new Int32Array(size), length: 0 };
  }

  /** The leftmost match that begins at or after `from`. */
  search(from: number): Span | null {
    const text = this.#text;
    let best: Span | null = null;
    this.#now.length = 0;
    this.#round++;
    for (let at = from; ; ) {
      if (!best) {
        if (this.#now.length === 0) {
          at = this.#skip(at);
          // What was reached further left, and failed there, may hold here.
          this.#round++;
        }
        this.#add(this.#now, 0, at, at);
      }
      if (this.#now.length === 0 && (best || at >= text.length)) return best;
      const codePoint = at < text.length ? (text.codePointAt(at) as number) : -1;
      const after = at + (codePoint > 0xffff ? 2 : 1);
      this.#next.length = 0;
      this.#round++;
      for (let i = 0; i < this.#now.length; i++) {
        const pc = this.#now.pcs[i] as number;
        const start = this.#now.starts[i] as number;
        const step = this.#code[pc] as Instruction;
        this.steps++;
        if (step.op === 'match') {
          // Everything after this thread has lower priority.
          best = { start, end: at };
          break;
        }
        if (step.op !== 'set' || codePoint < 0 || after - start > LONGEST_MATCH) continue;
        const hit = codePoint < 128 ? step.set.ascii[codePoint] === 1 : step.set.has(codePoint);
        if (hit) this.#add(this.#next, pc + 1, start, after);
      }
      [this.#now, this.#next] = [this.#next, this.#now];
      if (codePoint < 0) return best;
      at = after;
    }
  }

  /** The next offset at which a match can begin; only used while no thread is alive. */
  #skip(from: number): number {
    if (!this.#first) return from;
    let at = from;
    while (at < this.#text.length) {
      const unit = this.#text.charCodeAt(at);
      this.steps++;
      if (unit >= 128 || this.#first[unit] === 1) break;
      at++;
    }
    return at;
  }

  /** Adds a thread and follows what needs no character; an instruction that was reached before in this round stays with its better thread. */
  #add(threads: Threads, pc: number, start: number, at: number): void {
    const stack = this.#stack;
    stack.push(pc);
    for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
      this.steps++;
      if (this.#added[next] === this.#round) continue;
      this.#added[next] = this.#round;
      const step = this.#code[next] as Instruction;
      if (step.op === 'jump') stack.push(step.to);
      else if (step.op === 'split') stack.push(step.second, step.first);
      else if (step.op === 'assert') {
        if (this.#holds(step.what, at)) stack.push(next + 1);
      } else {
        threads.pcs[threads.length] = next;
        threads.starts[threads.length] = start;
        threads.length++;
      }
    }
  }

  #holds(what: Assertion, at: number): boolean {
    switch (what) {
      case 'start':
        return at === 0;
      case 'end':
        return at === this.#text.length;
      case 'line-start':
        return at === 0 || isLineEnd(this.#text.charCodeAt(at - 1));
      case 'line-end':
        return at === this.#text.length || isLineEnd(this.#text.charCodeAt(at));
      case 'word':
        return isWord(this.#text.charCodeAt(at - 1)) !== isWord(this.#text.charCodeAt(at));
      case 'not-word':
        return isWord(this.#text.charCodeAt(at - 1)) === isWord(this.#text.charCodeAt(at));
    }
  }
}

function isWord(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57) || unit === 95;
}

function isLineEnd(unit: number): boolean {
  return unit === 10 || unit === 13 || unit === 0x2028 || unit === 0x2029;
}
