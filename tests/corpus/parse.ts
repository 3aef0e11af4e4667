import type { Span } from '../../lib/scan/finding.ts';
import { expand } from './generate.ts';

/** A span that a corpus line promises. */
export interface Expected {
  readonly entity: string;
  readonly span: Span;
}

/** One line of a corpus file. Without expectations it is a negative: nothing may be found at a confidence of 0.5 or more. */
export interface CorpusCase {
  /** Line number, from 1. */
  readonly line: number;
  readonly template: string;
  /** The text with slots filled and marks taken out. */
  readonly text: string;
  readonly expected: readonly Expected[];
}

const MARK = /\[\[([\s\S]*?)\|([A-Z][A-Z0-9_:]*[A-Za-z0-9_-]*)\]\]/g;

/** Reads a corpus file: one case a line, `#` comments, `[[value|ENTITY]]` marks. Slots are seeded by the line's own content, so moving a line changes nothing. */
export function parseCorpus(source: string): CorpusCase[] {
  return source.split('\n').flatMap((template, index) => {
    if (template.trim() === '' || template.startsWith('#')) return [];
    return [{ line: index + 1, template, ...unmark(expand(template, template)) }];
  });
}

/** Takes the marks out of a text and says where they were. */
export function unmark(marked: string): { text: string; expected: Expected[] } {
  const expected: Expected[] = [];
  let text = '';
  let last = 0;
  for (const mark of marked.matchAll(MARK)) {
    text += marked.slice(last, mark.index);
    const [whole, value = '', entity = ''] = mark;
    expected.push({ entity, span: { start: text.length, end: text.length + value.length } });
    text += value;
    last = mark.index + whole.length;
  }
  return { text: text + marked.slice(last), expected };
}
