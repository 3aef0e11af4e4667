import { ACTIONS } from '../../lib/policy/action.ts';
import { INSTALLS, type Install } from './harness/chromium.ts';
import { REPLICAS, type Replica } from './harness/replicas.ts';

/** How text gets into the page and leaves it. */
export const WAYS = ['type', 'paste', 'drop', 'edit box', 'retry', 'draft call'] as const;

export type Way = (typeof WAYS)[number];

/** `control`: without the extension; the value must arrive, or the cell would prove nothing. */
export const COLUMNS = ['control', ...ACTIONS] as const;

export type Column = (typeof COLUMNS)[number];

/**
 * What the receiving server says of one cell.
 * `ok`: exactly what the action promises. `held`: nothing left although the text was to leave, with a message to the person; safe, but a nuisance.
 * `part`: more than half of the value arrived while it was still being typed, before it was a value that could be recognised.
 * `leak`: the value arrived where it must not. `lost`: text that was to leave did not, without a word. `void`: a control in which nothing arrived.
 */
export type Outcome = 'ok' | 'held' | 'part' | 'leak' | 'lost' | 'void' | 'n/a';

export interface Cell {
  /** Replica, or the channel in the lab. */
  readonly row: string;
  readonly way: Way | 'channel';
  readonly column: Column;
  readonly outcome: Outcome;
  /** Why, in a few words; empty where `ok` says it all. */
  readonly detail: string;
  readonly ms: number;
}

export interface Matrix {
  readonly install: Install;
  readonly cells: readonly Cell[];
  readonly seconds: number;
  readonly browser: string;
}

/** Why a page does not have that way, or null when it has. */
export function missing(replica: Replica, way: Way): string | null {
  switch (way) {
    case 'edit box':
      return 'none' in replica.edit ? replica.edit.none : null;
    case 'retry':
      return 'none' in replica.retry ? replica.retry.none : null;
    case 'draft call':
      return replica.draft ? null : 'sends nothing before Send';
    case 'paste':
      return replica.paste === true ? null : replica.paste.none;
    case 'drop':
      return replica.drop === true ? null : replica.drop.none;
    default:
      return null;
  }
}

function isTried({ actions }: Replica, column: Column): boolean {
  return actions === undefined || column === 'control' || actions.includes(column);
}

export interface Task {
  readonly replica: Replica;
  readonly way: Way;
  readonly column: Column;
}

/** Every cell of the chat pages that exists. */
export function tasks(columns: readonly Column[] = COLUMNS): readonly Task[] {
  return REPLICAS.flatMap((replica) =>
    WAYS.filter((way) => missing(replica, way) === null).flatMap((way) =>
      columns.filter((column) => isTried(replica, column)).map((column): Task => ({ replica, way, column })),
    ),
  );
}

/** The cells that do not exist, with the reason. */
export function absentCells(): readonly Cell[] {
  return REPLICAS.flatMap((replica) =>
    WAYS.flatMap((way) => {
      const detail = missing(replica, way);
      const absent = COLUMNS.filter((column) => detail !== null || !isTried(replica, column));
      return absent.map(
        (column): Cell => ({ row: replica.id, way, column, outcome: 'n/a', detail: detail ?? 'as on the pages above', ms: 0 }),
      );
    }),
  );
}

const SIGNS: Record<Outcome, string> = { ok: '✓', held: 'held', part: 'part', leak: 'LEAK', lost: 'LOST', void: 'VOID', 'n/a': '–' };

export function counts(matrix: Matrix): Record<Outcome, number> {
  const sum: Record<Outcome, number> = { ok: 0, held: 0, part: 0, leak: 0, lost: 0, void: 0, 'n/a': 0 };
  for (const cell of matrix.cells) sum[cell.outcome] += 1;
  return sum;
}

function rowsOf(matrix: Matrix): { name: string; cells: Map<Column, Cell> }[] {
  const rows = new Map<string, Map<Column, Cell>>();
  for (const cell of matrix.cells) {
    const name = cell.way === 'channel' ? `lab: ${cell.row}` : `${cell.row}: ${cell.way}`;
    const cells = rows.get(name) ?? new Map<Column, Cell>();
    cells.set(cell.column, cell);
    rows.set(name, cells);
  }
  const order = [...REPLICAS.flatMap((replica) => WAYS.map((way) => `${replica.id}: ${way}`))];
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return [...rows].map(([name, cells]) => ({ name, cells })).sort((a, b) => place(a.name) - place(b.name) || (a.name < b.name ? -1 : 1));
}

function summary(matrix: Matrix): string {
  const sum = counts(matrix);
  const decided = matrix.cells.filter((cell) => cell.outcome !== 'n/a' && cell.column !== 'control').length;
  const controls = matrix.cells.filter((cell) => cell.column === 'control' && cell.outcome !== 'n/a');
  const leaked = controls.filter((cell) => cell.outcome === 'ok').length;
  return `${sum.leak} leaks and ${sum.lost} lost texts in ${decided} cells, ${sum.part} in which part of a value left while it was typed, ${sum.held} held; without the extension ${leaked} of ${controls.length} rows leak. ${matrix.browser}, ${Math.round(matrix.seconds)} s.`;
}

/** The matrix as a table for a terminal. */
export function asText(matrix: Matrix): string {
  const rows = rowsOf(matrix);
  const width = Math.max(...rows.map(({ name }) => name.length));
  const line = (name: string, cells: readonly string[]) =>
    `${name.padEnd(width)}  ${cells.map((cell) => cell.padEnd(8)).join('')}`.trimEnd();
  return [
    line('', COLUMNS),
    ...rows.map(({ name, cells }) =>
      line(
        name,
        COLUMNS.map((column) => SIGNS[cells.get(column)?.outcome ?? 'n/a']),
      ),
    ),
    '',
    ...notes(matrix),
    summary(matrix),
  ].join('\n');
}

function notes(matrix: Matrix): string[] {
  const told = matrix.cells.filter((cell) => cell.detail !== '');
  const grouped = new Map<string, Set<string>>();
  for (const cell of told) {
    const key = `${SIGNS[cell.outcome]} ${cell.detail}`;
    const where = cell.way === 'channel' ? `lab: ${cell.row}` : `${cell.row}: ${cell.way}`;
    grouped.set(key, (grouped.get(key) ?? new Set()).add(cell.outcome === 'n/a' ? where : `${where} / ${cell.column}`));
  }
  return [...grouped].map(([key, where]) => `${key}: ${[...where].join(', ')}`);
}

const HEAD = [
  '# Leak matrix',
  '',
  'Each cell is decided by what the receiving practice server got, not by what the extension believes. `npm run matrix` writes the part of this page that it has run: `npm run matrix -- --install policy` that of an install by policy, with the network layer.',
  '',
  '✓ exactly what the action promises · held: nothing left, the channel cannot wait · part: much of the value left while it was still being typed · – the page has no such way, or it is tried on the pages above.',
  'The column *control* ran without the extension: ✓ there means that the text arrived, so that every other cell of its row would have leaked.',
].join('\n');

const titleOf = (install: Install): string => `## ${install === 'store' ? 'Store' : 'Policy'} install`;

/** One part of the page of the documentation. */
function part(matrix: Matrix): string {
  return [
    titleOf(matrix.install),
    '',
    `**${summary(matrix)}**`,
    '',
    `| | ${COLUMNS.join(' | ')} |`,
    `|---|${COLUMNS.map(() => '---').join('|')}|`,
    ...rowsOf(matrix).map(
      ({ name, cells }) => `| ${name} | ${COLUMNS.map((column) => SIGNS[cells.get(column)?.outcome ?? 'n/a']).join(' | ')} |`,
    ),
    '',
    ...notes(matrix).map((note) => `- ${note}`),
  ].join('\n');
}

/** The page of the documentation with the part of this install made anew. The other install's part stays as it was. */
export function asMarkdown(matrix: Matrix, page: string): string {
  const parts = INSTALLS.map((install) => {
    if (install === matrix.install) return part(matrix);
    const start = page.indexOf(titleOf(install));
    const end = page.indexOf('\n## ', start + 1);
    return start < 0 ? '' : page.slice(start, end < 0 ? undefined : end).trim();
  });
  return `${[HEAD, ...parts.filter((text) => text !== '')].join('\n\n')}\n`;
}
