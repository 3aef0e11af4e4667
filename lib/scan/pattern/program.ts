import { type CompiledSet, compileSet } from './charset.ts';
import { type Assertion, type Node, Refusal } from './parse.ts';

/** One step of a program; numbers are indices of other instructions. */
export type Instruction =
  | { readonly op: 'set'; readonly set: CompiledSet }
  /** Try `first`, and only then `second`. */
  | { readonly op: 'split'; first: number; second: number }
  | { readonly op: 'jump'; to: number }
  | { readonly op: 'assert'; readonly what: Assertion }
  | { readonly op: 'match' };

/** A Thompson automaton: `set` and `assert` go on to the next instruction. */
export interface Program {
  readonly code: readonly Instruction[];
  /** Which ASCII characters a match can begin with; null when it can begin anywhere (it may be empty, or begins with a position). */
  readonly first: Uint8Array | null;
}

/** Every instruction may cost a step per character, so this bounds the time per character. */
export const MOST_INSTRUCTIONS = 2000;

/** Compiles a tree; refused when repeats unfold to more than `MOST_INSTRUCTIONS`. */
export function compileProgram(node: Node, ignoreCase: boolean): Program | Refusal {
  const code: Instruction[] = [];
  const fits = emit(node, code, ignoreCase);
  if (!fits) {
    return new Refusal(
      `The repeats unfold to more than ${MOST_INSTRUCTIONS} steps.`,
      'Use smaller repeats, do not repeat a repeated group, or write "*" for any number.',
    );
  }
  code.push({ op: 'match' });
  return { code, first: firstCharacters(code) };
}

function emit(node: Node, code: Instruction[], ignoreCase: boolean): boolean {
  if (code.length >= MOST_INSTRUCTIONS) return false;
  switch (node.kind) {
    case 'set':
      code.push({ op: 'set', set: compileSet(node.set, ignoreCase) });
      return true;
    case 'assert':
      code.push({ op: 'assert', what: node.what });
      return true;
    case 'sequence':
      return node.nodes.every((part) => emit(part, code, ignoreCase));
    case 'choice':
      return emitChoice(node.nodes, code, ignoreCase);
    case 'repeat':
      return emitRepeat(node, code, ignoreCase);
  }
}

function emitChoice(nodes: readonly Node[], code: Instruction[], ignoreCase: boolean): boolean {
  const exits: { op: 'jump'; to: number }[] = [];
  for (const [index, node] of nodes.entries()) {
    if (index === nodes.length - 1) {
      if (!emit(node, code, ignoreCase)) return false;
      break;
    }
    const split = { op: 'split' as const, first: code.length + 1, second: 0 };
    code.push(split);
    if (!emit(node, code, ignoreCase)) return false;
    const exit = { op: 'jump' as const, to: 0 };
    exits.push(exit);
    code.push(exit);
    split.second = code.length;
  }
  for (const exit of exits) exit.to = code.length;
  return true;
}

function emitRepeat(node: Extract<Node, { kind: 'repeat' }>, code: Instruction[], ignoreCase: boolean): boolean {
  for (let i = 0; i < node.min; i++) {
    const before = code.length;
    if (!emit(node.node, code, ignoreCase)) return false;
    // Repeating nothing is nothing; nested, it would cost time without ever reaching the limit.
    if (code.length === before) return true;
  }
  const order = (split: { first: number; second: number }, body: number, exit: number): void => {
    split.first = node.lazy ? exit : body;
    split.second = node.lazy ? body : exit;
  };
  if (node.max === Number.POSITIVE_INFINITY) {
    const split = { op: 'split' as const, first: 0, second: 0 };
    const at = code.length;
    code.push(split);
    if (!emit(node.node, code, ignoreCase)) return false;
    code.push({ op: 'jump', to: at });
    order(split, at + 1, code.length);
    return true;
  }
  const splits: { readonly split: { op: 'split'; first: number; second: number }; readonly body: number }[] = [];
  for (let i = node.min; i < node.max; i++) {
    const split = { op: 'split' as const, first: 0, second: 0 };
    code.push(split);
    splits.push({ split, body: code.length });
    if (!emit(node.node, code, ignoreCase)) return false;
    if (code.length === splits[splits.length - 1]?.body) break;
  }
  for (const { split, body } of splits) order(split, body, code.length);
  return true;
}

function firstCharacters(code: readonly Instruction[]): Uint8Array | null {
  const first = new Uint8Array(128);
  const seen = new Set<number>();
  const open = [0];
  for (let pc = open.pop(); pc !== undefined; pc = open.pop()) {
    if (seen.has(pc)) continue;
    seen.add(pc);
    const step = code[pc] as Instruction;
    if (step.op === 'match') return null;
    if (step.op === 'split') open.push(step.first, step.second);
    else if (step.op === 'jump') open.push(step.to);
    else if (step.op === 'assert') open.push(pc + 1);
    else for (let unit = 0; unit < 128; unit++) first[unit] = (first[unit] as number) | (step.set.ascii[unit] as number);
  }
  return first;
}
