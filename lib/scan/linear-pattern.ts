import type { Span } from './finding.ts';
import { parse, Refusal } from './pattern/parse.ts';
import { compileProgram } from './pattern/program.ts';
import { fold, requiredLiteral } from './pattern/required.ts';
import { simulate } from './pattern/simulate.ts';

/** A pattern of an administrator. It takes time linear in the text, whatever the pattern and the text. */
export interface LinearPattern {
  /** Leftmost, non-overlapping, never empty, at most `LONGEST_MATCH` code units each. */
  readonly matches: (text: string) => Span[];
}

const LONGEST_SOURCE = 2000;

/**
 * Compiles RE2-like syntax (https://github.com/google/re2/wiki/Syntax): literals, `.`, classes, `\d \w \s \b`, `\p{L}`, groups, alternatives, `* + ? {n,m}` and
 * their lazy forms, `^ $`, and `(?i)`, `(?m)`, `(?s)` at the beginning. Back-references, look-around and repeats above 1000 are refused
 * with a reason and a cure for the person who wrote the pattern; nothing throws.
 */
export function compileLinearPattern(
  source: string,
  options: { readonly ignoreCase?: boolean } = {},
): { readonly ok: true; readonly pattern: LinearPattern } | { readonly ok: false; readonly reason: string; readonly cure: string } {
  if (source === '') return { ok: false, reason: 'The pattern is empty.', cure: 'Write a pattern, or take the entry away.' };
  if (source.length > LONGEST_SOURCE)
    return {
      ok: false,
      reason: `The pattern is longer than ${LONGEST_SOURCE} characters.`,
      cure: 'Split it into several patterns, or use a list of words.',
    };
  const parsed = parse(source, { ignoreCase: options.ignoreCase ?? false, multiline: false, dotAll: false });
  if (parsed instanceof Refusal) return { ok: false, reason: parsed.reason, cure: parsed.cure };
  const program = compileProgram(parsed.node, parsed.flags.ignoreCase);
  if (program instanceof Refusal) return { ok: false, reason: program.reason, cure: program.cure };
  const literal = requiredLiteral(parsed.node);
  const canMatch = (text: string): boolean => fold(text).includes(literal);
  return { ok: true, pattern: { matches: (text) => (canMatch(text) ? simulate(program, text).spans : []) } };
}
