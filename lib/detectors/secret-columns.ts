import type { Guess } from '../scan/detector.ts';
import type { Span } from '../scan/finding.ts';
import { everyMatch } from './every-match.ts';
import { isMachineMade, literalConfidence, proseConfidence } from './rarity.ts';
import { AMBIGUOUS_WORDS, allWords, KEY_WORDS, PASSWORD_WORDS } from './secret-words.ts';

/** What parts the cells of a line. */
const BLANKS = '  ';
const SEPARATORS = ['|', '\t', ';', ',', BLANKS];
/** The line between the head of a table and its rows, as databases draw it. */
const RULE = /^[-+|:= \t]+$/;
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
  // As many blanks as keep the columns straight.
  if (separator === BLANKS)
    return [...line.matchAll(/\S{1,200}(?: \S{1,200}){0,9}/g)].map(({ 0: text, index }) => ({ text, start: start + index }));
  const cells: Cell[] = [];
  let at = start;
  // A header of Jira and Confluence: `||a||b||`.
  const rule = line.startsWith('||') ? '||' : separator;
  for (const part of line.split(rule)) {
    const trimmed = part.trim();
    // A star at the end alone is the value's own.
    const text = trimmed.replace(trimmed.startsWith('*') ? /^["'`*]{1,2}|["'`*]{1,2}$/g : /^["'`]{1,2}|["'`]{1,2}$/g, '');
    cells.push({ text, start: at + Math.max(0, part.indexOf(text)) });
    at += part.length + rule.length;
  }
  return cells;
}

/** Passwords and keys in the columns of tables that name them in a header: Markdown, CSV, what spreadsheets copy, and insertions of SQL. */
export function secretsInColumns(window: string): readonly Guess[] {
  const guesses = [...insertedSecrets(window), ...copiedSecrets(window)];
  const lines: { readonly text: string; readonly start: number }[] = [];
  let start = 0;
  for (const text of window.split('\n')) {
    lines.push({ text: text.replace(/\r$/, ''), start });
    start += text.length + 1;
  }
  const rows = [...tableRows(window)];
  rows.forEach((names, row) => {
    if (names.length > 1) guesses.push(...inColumns(window, names, rows.slice(row + 1, row + 1 + MOST_ROWS)));
  });
  lines.forEach((header, row) => {
    const separator = SEPARATORS.find((each) => header.text.includes(each));
    if (separator === undefined || !mayName(header.text, separator)) return;
    const names = cellsOf(header.text, header.start, separator);
    if (separator === BLANKS && !names.every(({ text }) => /^[\p{L}\p{M} _/#()-]{2,32}$/u.test(text))) return;
    // One name a line is a list; a name and its value are no head, nor is a row with a number.
    if (names.filter(({ text }) => text !== '').length < 2 || names.some(({ text }) => /^=|^\d+$/.test(text))) return;
    const below = lines
      .slice(row + 1, row + 1 + MOST_ROWS)
      .filter((line) => !RULE.test(line.text))
      .map(({ text, start: from }) => cellsOf(text, from, separator));
    guesses.push(...inColumns(window, names, below));
  });
  return guesses;
}

/** Rows of HTML's tables: cells without marks of their own. */
function* tableRows(window: string): Generator<Cell[]> {
  for (const { 0: row, index } of window.matchAll(/<tr\b[^<>]{0,120}>(?:(?!<\/?tr\b)[\s\S]){1,2000}/gi))
    yield everyMatch(/<t[hd]\b[^<>]{0,120}>(?:<(?:b|strong|code|span|p)>)?([^<>]{0,200})</dgi, row).map(({ 1: cell = '', indices }) => {
      const text = cell.trim();
      return { text, start: index + (indices?.[1]?.[0] ?? 0) + cell.indexOf(text) };
    });
}

/** How a cell of a column is judged, or null where its name promises no secret. */
type Judge = (window: string, span: Span, text: string) => number | null;

function judgeOf(name: string): Judge | null {
  if (SEED_NAME.test(name)) return (_window, _span, text) => seedConfidence(text);
  if (CODE_NAMES.has(joined(name).replace(/s$/, ''))) return (_window, _span, text) => codeConfidence(text);
  // `secret` by itself: of hosts, as pppd reads them.
  if (name === 'secret' || endsInOne(name, PASSWORD_ENDINGS))
    return (window, span, text) => (text.length > 4 ? proseConfidence(window, span) : null);
  return endsInOne(name, KEY_ENDINGS) ? (_window, _span, text) => (isMachineMade(text) ? 0.7 : null) : null;
}

/** Names of constants and variables, and arguments. */
const NO_CELL = /\s|^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$|^[A-Za-z_]+=|^[%@$][A-Za-z_]+$/;

/** The secrets in the rows below the names of columns. */
function inColumns(window: string, names: readonly Cell[], rows: readonly (readonly Cell[])[]): Guess[] {
  const guesses: Guess[] = [];
  names.forEach(({ text: name }, column) => {
    const judge = judgeOf(name);
    if (judge === null) return;
    for (const cells of rows) {
      if (cells.length !== names.length) break;
      const { text, start } = cells[column] as Cell;
      const span = { start, end: start + text.length };
      const confidence = NO_CELL.test(text) ? null : judge(window, span, text);
      if (confidence !== null) guesses.push({ span, confidence });
    }
  });
  return guesses;
}

/** Columns of digits that open something. */
const CODES = ['pin', 'pin code', 'puk', 'passcode', 'otp', 'door code', 'alarm code', 'access code', 'türcode'];
const CODE_NAMES = new Set(CODES.map(joined));

/** Names that columns of keys for one-time passwords end in. */
const SEEDS = ['totp', 'otpauth'];
/** Columns of keys for one-time passwords, as managers of passwords export them. */
const SEED_NAME = /(?:totp|otp_?auth|2fa[ _-]?(?:key|secret|seed))$/i;

function seedConfidence(value: string): number | null {
  return /^(?=.*[2-7])(?:[A-Z2-7]{16}|[A-Z2-7]{26}|[A-Z2-7]{32}|[A-Z2-7]{52})={0,6}$/i.test(value) ? 0.7 : null;
}

/** As few digits as such codes have; six of an Indian town's PIN and years are none. */
function codeConfidence(value: string): number | null {
  return /^\d{4,8}[#*]?$/.test(value) && !/^(?:\d{6}|(?:19|20)\d\d)$/.test(value) && !/^(\d)\1{3,}$/.test(value) ? 0.55 : null;
}

/** What a dump of PostgreSQL copies in: https://www.postgresql.org/docs/current/sql-copy.html. */
const COPIED = /copy [^\s()]{1,100} \(([^()]{1,400})\) from stdin[^\r\n]{0,40}\r?\n/gi;

/** Passwords and keys in the rows of such a dump, parted by tabs. */
function copiedSecrets(window: string): Guess[] {
  return [...window.matchAll(COPIED)].flatMap(({ 0: head, 1: columns = '', index }) => {
    let start = index + head.length;
    const rows = window
      .slice(start)
      .split('\n', MOST_ROWS)
      .map((line) => {
        const cells = cellsOf(line, start, '\t');
        start += line.length + 1;
        return cells;
      });
    return inColumns(window, cellsOf(columns, 0, ','), rows);
  });
}

/** How a column says that what it holds is no hash. */
const PLAIN = /_(?:plain|clear)/i;

/** The columns of an insertion (https://dev.mysql.com/doc/refman/8.4/en/insert.html). */
const INSERTED = /\(([^()]{1,400})\)\s{1,16}values\s{0,16}(?=\()/gi;
/** A value of a row, a text with its quotes, and what parts it from the next. */
const FIELD = /[,(]\s{0,16}('(?:[^'\\\r\n]|\\.){0,300}'|[^,()'\s][^,()']{0,300}|(?=[,)]))\s{0,16}(?=([,)]))/y;
const NEXT_ROW = /\)\s{0,16},\s{0,16}(?=\()/y;

/** Passwords and keys among the values of SQL's insertions, by the names of their columns. */
function insertedSecrets(window: string): Guess[] {
  const guesses: Guess[] = [];
  for (const { 0: head, 1: columns = '', index } of window.matchAll(INSERTED)) {
    const names = columns.split(',').map((name) => name.trim().replace(/^["'`[]|["'`\]]$/g, ''));
    let at = index + head.length;
    for (let row = 0; row < MOST_ROWS; row++) {
      for (const name of names) {
        FIELD.lastIndex = at;
        const field = FIELD.exec(window);
        if (!field) break;
        const value = field[1] as string;
        const start = at + field[0].indexOf(value);
        at += field[0].length;
        const isPassword = endsInOne(name.replace(PLAIN, ''), PASSWORD_ENDINGS);
        if (!value.startsWith("'") || !(isPassword || endsInOne(name, KEY_ENDINGS))) continue;
        const span = { start: start + 1, end: start + value.length - 1 };
        const isKey = !isPassword && isMachineMade(window.slice(span.start, span.end));
        const confidence = isPassword ? literalConfidence(window, span) : isKey ? 0.7 : null;
        if (confidence !== null) guesses.push({ span, confidence });
      }
      NEXT_ROW.lastIndex = at;
      const next = NEXT_ROW.exec(window);
      if (!next) break;
      at += next[0].length;
    }
  }
  return guesses;
}

/** Without what joins words in names. */
function joined(name: string): string {
  return name.toLowerCase().replace(/[ _-]/g, '');
}

/** Words as they stand in joined names, in the plural too, by their length. */
type Endings = ReadonlyMap<number, ReadonlySet<string>>;

function endingsOf(words: readonly string[]): Endings {
  const endings = new Map<number, Set<string>>();
  for (const word of words.map(joined).flatMap((each) => [each, `${each}s`])) {
    const known = endings.get(word.length);
    if (known) known.add(word);
    else endings.set(word.length, new Set([word]));
  }
  return endings;
}

const PASSWORDS = allWords(PASSWORD_WORDS).filter((word) => !AMBIGUOUS_WORDS.has(word));
const KEYS = allWords(KEY_WORDS);
const PASSWORD_ENDINGS = endingsOf(PASSWORDS);
const KEY_ENDINGS = endingsOf(KEYS);
/** The last two units of each word, as one number: most cells end otherwise. */
const LAST_TWO = new Set(
  [PASSWORD_ENDINGS, KEY_ENDINGS, endingsOf([...CODES, ...SEEDS])].flatMap((endings) =>
    [...endings.values()].flatMap((words) => Array.from(words, (word) => lastTwo(word))),
  ),
);

function lastTwo(name: string, end = name.length): number {
  return lowerUnit(name.charCodeAt(end - 2)) | (lowerUnit(name.charCodeAt(end - 1)) << 16);
}

function lowerUnit(unit: number): number {
  return unit < 128 ? (unit >= 65 && unit <= 90 ? unit | 32 : unit) : String.fromCharCode(unit).toLowerCase().charCodeAt(0);
}

/** Whether a cell of a line may end in a word, as far as its last two units tell. */
function mayName(line: string, separator: string): boolean {
  let from = 0;
  while (from <= line.length) {
    const next = line.indexOf(separator, from);
    const to = next < 0 ? line.length : next;
    let end = to;
    while (end > from && isEdge(line.charCodeAt(end - 1))) end--;
    if (end - from >= 2 && LAST_TWO.has(lastTwo(line, end))) return true;
    from = to + 1;
  }
  return false;
}

/** Blanks, quotes and stars round a cell, and what joins words in names. */
function isEdge(unit: number): boolean {
  return (
    unit <= 32 || unit === 34 || unit === 39 || unit === 96 || unit === 42 || unit === 45 || unit === 95 || unit === 0xa0 || unit === 0x3000
  );
}

/** Whether the name of a column ends in one of the words, perhaps in the plural. */
function endsInOne(name: string, endings: Endings): boolean {
  const plain = joined(name);
  for (const [length, words] of endings)
    if (plain.length >= length && plain.length <= length + LONGEST_REST && words.has(plain.slice(plain.length - length))) return true;
  return false;
}

/** Literals of an index that open a window for `secretsInColumns`, where `endsColumn` says so. */
export const COLUMN_CUES: readonly string[] = [
  ...PASSWORDS,
  'passwords',
  ...KEYS,
  ...KEYS.map((word) => word.replaceAll(' ', '_')),
  'apikey',
  ...CODES,
  ...SEEDS,
];

/** Whether the name of a column may end at `end`, in the plural too: a separator, a quote or the end of the line stands there, perhaps behind a blank. */
export function endsColumn(text: string, start: number, end: number): boolean {
  if (end - start < 4 && /\p{L}/u.test(text[start - 1] ?? '')) return false;
  const own = PLAIN.exec(text.slice(end, end + 6))?.[0].length ?? 0;
  const plural = own > 0 ? end + own : text[end] === 's' || text[end] === 'S' ? end + 1 : end;
  return '|\t;,"`)\n\r<'.includes(text[plural] ?? ' ') || (text[plural] === ' ' && '| '.includes(text[plural + 1] ?? 'x'));
}
