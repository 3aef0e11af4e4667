import { INSTALLS, type Install } from '../harness/chromium.ts';

/** Ways in which an attack is run. `none`: without the extension; the value must arrive, or the row proves nothing. */
export const RUNS = ['none', ...INSTALLS] as const;

export type Run = (typeof RUNS)[number];

/** What the receiving server says about one attack in one install. */
export interface Result {
  readonly id: string;
  readonly title: string;
  readonly counts: boolean;
  readonly install: Run;
  /** The value arrived. */
  readonly leaked: boolean;
  /** The same way with harmless text arrived; null where it was not tried (without the extension). */
  readonly twin: boolean | null;
  /** Why the row could not be run; empty when it could. */
  readonly detail: string;
}

export interface Table {
  readonly results: readonly Result[];
  readonly seconds: number;
  readonly browser: string;
}

/** Rows that are known to be open, and rows whose harmless twin is known to be lost; the threat model says why. */
const KNOWN: Readonly<Record<Install, { readonly open: readonly string[]; readonly lost: readonly string[] }>> = {
  store: { open: ['33', '48', '52', '80', '81', '83', '84', '85'], lost: ['7', '38', '72', '78'] },
  policy: { open: ['33', '80', '84'], lost: ['72', '78'] },
};

interface Row {
  readonly id: string;
  readonly title: string;
  readonly counts: boolean;
  readonly by: Readonly<Partial<Record<Run, Result>>>;
}

function rowsOf(table: Table): readonly Row[] {
  const rows = new Map<string, Row>();
  for (const result of table.results) {
    const { id, title, counts } = result;
    rows.set(id, { id, title, counts, by: { ...rows.get(id)?.by, [result.install]: result } });
  }
  return [...rows.values()];
}

/** A row whose attack does not leak without the extension proves nothing. */
function isVoid(row: Row): boolean {
  return row.by.none?.leaked === false;
}

function sign(row: Row, install: Run): string {
  const result = row.by[install];
  if (!result) return '·';
  if (result.detail) return '–';
  if (install === 'none') return result.leaked ? 'leaks' : 'void';
  const lucky = !result.leaked && KNOWN[install].open.includes(row.id);
  return `${result.leaked ? 'LEAK' : lucky ? 'leaks at times' : '✓'}${result.twin === false ? ' (twin lost)' : ''}`;
}

interface Sum {
  readonly rows: number;
  readonly stopped: number;
  readonly twins: number;
}

/** Of the rows that count and are not void: how many an install stops, and in how many the harmless twin arrives. */
function sum(table: Table, install: Run): Sum {
  const rows = rowsOf(table).filter((row) => row.counts && !isVoid(row));
  const results = rows.flatMap((row) => row.by[install] ?? []);
  return {
    rows: rows.length,
    // A race that was lost this once is not stopped.
    stopped: results.filter(({ id, leaked }) => !leaked && !(install !== 'none' && KNOWN[install].open.includes(id))).length,
    twins: results.filter((result) => result.twin !== false).length,
  };
}

function summary(table: Table): string {
  const part = (install: Run): string => {
    const { rows, stopped, twins } = sum(table, install);
    return install === 'none'
      ? `without the extension ${rows - stopped} of ${rows} leak`
      : `${install} install: ${stopped} of ${rows} stopped, ${twins} twins arrive`;
  };
  const installs = RUNS.filter((install) => table.results.some((result) => result.install === install));
  return `${installs.map(part).join('; ')}. ${table.browser}, ${Math.round(table.seconds)} s.`;
}

/** What is worse than known, among the rows that count: void rows, leaks, lost twins. */
export function setbacks(table: Table): readonly string[] {
  return table.results.flatMap(({ id, title, counts, install, leaked, twin }) => {
    if (!counts) return [];
    if (install === 'none') return leaked ? [] : [`${id} ${title}: void`];
    const { open, lost } = KNOWN[install];
    return [
      ...(leaked && !open.includes(id) ? [`${id} ${title}: leaks in a ${install} install`] : []),
      ...(twin === false && !lost.includes(id) ? [`${id} ${title}: harmless text is lost in a ${install} install`] : []),
    ];
  });
}

/** The table for a terminal. */
export function asText(table: Table): string {
  const lines = rowsOf(table).map((row) => {
    const cells = RUNS.map((install) => sign(row, install).padEnd(18)).join('');
    return `${`${row.id}${row.counts ? '' : ' +'}`.padEnd(7)}${row.title.slice(0, 52).padEnd(54)}${cells}`.trimEnd();
  });
  return [`${''.padEnd(61)}${RUNS.map((install) => install.padEnd(18)).join('')}`.trimEnd(), ...lines, '', summary(table)].join('\n');
}

/** The table as a page of the documentation. */
export function asMarkdown(table: Table): string {
  return [
    '# Attacks',
    '',
    'Each row is one way in which page code sends out a value that somebody has written in the page’s composer (rows that say so: a value that nobody wrote). The receiving server alone decides what arrived, after undoing encodings. `npm run attacks` writes this page.',
    '',
    `**${summary(table)}**`,
    '',
    '- *none*: without the extension; the value must arrive, or the row is void. *store*: as from a store. *policy*: as an administrator’s policy installs it.',
    '- ✓ the value did not arrive, and harmless text by the same way did; (twin lost) the harmless text did not. Rows marked + are variants; they are not counted in the sums.',
    '- The values are access keys that the policy blocks; see [threat model](threat-model.md) for what is left open, and why.',
    '',
    `| row | way | ${RUNS.join(' | ')} |`,
    `|---|---|${RUNS.map(() => '---').join('|')}|`,
    ...rowsOf(table).map(
      (row) => `| ${row.id}${row.counts ? '' : ' +'} | ${row.title} | ${RUNS.map((install) => sign(row, install)).join(' | ')} |`,
    ),
    '',
    ...rowsOf(table).flatMap((row) => (row.by.none?.detail ? [`- Row ${row.id}: ${row.by.none.detail}.`] : [])),
    '',
  ].join('\n');
}
