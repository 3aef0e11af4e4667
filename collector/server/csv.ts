import type { StoredEvent } from './store.ts';

const time = (ms: number): string => new Date(ms).toISOString();

/** Columns of the export, in order. */
const COLUMNS: readonly (readonly [string, (event: StoredEvent) => string | number | undefined])[] = [
  ['time', (event) => time(event.at)],
  ['received', (event) => time(event.received)],
  ['id', (event) => event.id],
  ['kind', (event) => event.kind],
  ['action', (event) => event.action],
  ['outcome', (event) => event.outcome],
  ['choice', (event) => event.choice],
  ['reason', (event) => event.reason],
  ['site', (event) => event.site],
  ['host', (event) => event.host],
  ['model', (event) => event.model],
  ['user', (event) => event.user],
  ['device', (event) => event.device],
  ['rules', (event) => event.rules?.join('; ')],
  ['findings', (event) => event.findings?.map(({ entity, count }) => `${entity} × ${count}`).join('; ')],
  ['size', (event) => event.size],
  ['policy', (event) => event.policy.name],
  ['revision', (event) => event.policy.revision],
  ['account', (event) => event.account],
  ['channel', (event) => event.channel],
  ['extension', (event) => event.extension],
  ['browser', (event) => event.browser],
  ['state', (event) => event.state],
  ['about', (event) => event.about],
  ['detail', (event) => event.detail],
];

/** Characters at the start of a cell that make a spreadsheet run it as a formula (OWASP, "CSV Injection"), full-width forms included. */
const FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** One cell: always quoted (RFC 4180), and never a formula. */
export function csvCell(value: string | number | undefined): string {
  const text = value === undefined ? '' : String(value);
  return `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}

/** The byte order mark tells spreadsheets that the text is UTF-8. */
export const CSV_HEAD = `\uFEFF${COLUMNS.map(([name]) => csvCell(name)).join(',')}\r\n`;

export function csvLines(events: readonly StoredEvent[]): string {
  return events.map((event) => `${COLUMNS.map(([, cell]) => csvCell(cell(event))).join(',')}\r\n`).join('');
}
