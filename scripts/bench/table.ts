/** One line of the table. */
export interface Row {
  readonly what: string;
  readonly against: string;
  /** What it should be, or null where nothing was set. */
  readonly goal: string | null;
  /** What it is. */
  readonly result: string;
  /** Whether the result reaches the goal; null without one. */
  readonly met: boolean | null;
  /** The times behind it. */
  readonly times: string;
}

const HEAD = ['what', 'against', 'goal', 'result', '', 'CPU time, median (best)'] as const;

function cells(row: Row): readonly string[] {
  return [row.what, row.against, row.goal ?? '–', row.result, row.met === null ? '' : row.met ? '✓' : '✗', row.times];
}

export function markdownTable(rows: readonly Row[]): string {
  const line = (values: readonly string[]): string => `| ${values.map((value) => value.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(HEAD), line(HEAD.map(() => '---')), ...rows.map((row) => line(cells(row)))].join('\n');
}

/** The same for a terminal, in columns. */
export function plainTable(rows: readonly Row[]): string {
  const all = [HEAD, ...rows.map(cells)];
  const widths = HEAD.map((_, column) => Math.max(...all.map((line) => line[column]?.length ?? 0)));
  return all
    .map((line) =>
      line
        .map((value, column) => value.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
