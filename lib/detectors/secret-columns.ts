import type { Guess } from '../scan/detector.ts';
import { isMachineMade, proseConfidence } from './rarity.ts';
import { AMBIGUOUS_WORDS, allWords, KEY_WORDS, PASSWORD_WORDS } from './secret-words.ts';

/** What parts the cells of a line. */
const SEPARATORS = ['|', '\t', ';', ','];
/** Longest name of a column beside the word in it. */
const LONGEST_REST = 24;
/** Rows below a header that are read. */
const MOST_ROWS = 40;

interface Cell {
  readonly text: string;
  readonly start: number;
}

/** The cells of a line that begins at `start`, without the quotes and stars round them. */
function cellsOf(line: string, start: number, separator: string): Cell[] {
  const cells: Cell[] = [];
  let at = start;
  for (const part of line.split(separator)) {
    const text = part.trim().replace(/^["'`*]{1,2}|["'`*]{1,2}$/g, '');
    cells.push({ text, start: at + Math.max(0, part.indexOf(text)) });
    at += part.length + 1;
  }
  return cells;
}

/** Passwords and keys in the columns of tables that name them in a header: Markdown, CSV, and what spreadsheets copy. */
export function secretsInColumns(window: string): readonly Guess[] {
  const guesses: Guess[] = [];
  const lines: { readonly text: string; readonly start: number }[] = [];
  let start = 0;
  for (const text of window.split('\n')) {
    lines.push({ text: text.replace(/\r$/, ''), start });
    start += text.length + 1;
  }
  lines.forEach((header, row) => {
    const separator = SEPARATORS.find((each) => header.text.includes(each));
    if (separator === undefined) return;
    const names = cellsOf(header.text, header.start, separator);
    // One name a line is a list.
    if (names.filter(({ text }) => text !== '').length < 2) return;
    names.forEach(({ text: name }, column) => {
      const isPassword = endsInOne(name, PASSWORDS);
      if (!isPassword && !endsInOne(name, KEYS)) return;
      for (const { text, start: from } of lines.slice(row + 1, row + 1 + MOST_ROWS)) {
        const cells = cellsOf(text, from, separator);
        if (cells.length !== names.length) break;
        const cell = cells[column] as Cell;
        const span = { start: cell.start, end: cell.start + cell.text.length };
        const confidence = isPassword ? proseConfidence(window, span) : isMachineMade(cell.text) ? 0.7 : null;
        // Names of constants, and arguments.
        if (confidence !== null && cell.text.length > 4 && !/\s|^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$|^\w+=/.test(cell.text))
          guesses.push({ span, confidence });
      }
    });
  });
  return guesses;
}

/** Without what joins words in names. */
function joined(name: string): string {
  return name.toLowerCase().replace(/[ _-]/g, '');
}

const PASSWORDS = allWords(PASSWORD_WORDS).filter((word) => !AMBIGUOUS_WORDS.has(word));
const KEYS = allWords(KEY_WORDS);

/** Whether the name of a column ends in one of the words, perhaps in the plural. */
function endsInOne(name: string, words: readonly string[]): boolean {
  const plain = joined(name);
  return words.some(
    (word) => plain.length <= word.length + LONGEST_REST && (plain.endsWith(joined(word)) || plain.endsWith(`${joined(word)}s`)),
  );
}

/** What ends the name of a column in a line. */
const ENDS = ['|', ' |', '\t', ';', ',', '"', '\n', '\r'];

/** Literals of an index that open a window for `secretsInColumns`. */
export const COLUMN_CUES: readonly string[] = [
  ...PASSWORDS,
  'passwords',
  ...KEYS,
  ...KEYS.map((word) => word.replaceAll(' ', '_')),
  'apikey',
].flatMap((name) => ENDS.map((end) => name + end));
