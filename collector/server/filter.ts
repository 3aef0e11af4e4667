import { EVENT_KINDS } from '../../lib/audit/event.ts';
import { ACTIONS } from '../../lib/policy/action.ts';
import { ACCOUNTS } from '../../lib/sites/site.ts';

/** Query parameters that hold one of several values, and the column that each asks for. */
const EQUAL = { action: 'action', site: 'site', user: 'user_id', device: 'device', kind: 'kind', account: "(event->>'account')" } as const;
const CONTAINS = { rule: 'rules', entity: 'entities' } as const;

type ListKey = keyof typeof EQUAL | keyof typeof CONTAINS;

/** Which events are asked for. Values of one list are alternatives, lists must all hold. */
export interface Filter {
  readonly lists: Readonly<Partial<Record<ListKey, readonly string[]>>>;
  /** Part of an id, user, host, site, rule or entity, in any case. */
  readonly text: string;
  /** Milliseconds since 1970: `from <= at < to`. */
  readonly from: number | null;
  readonly to: number | null;
}

export interface Where {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

const KEYS = [...Object.keys(EQUAL), ...Object.keys(CONTAINS)] as readonly ListKey[];
const KNOWN: Readonly<Partial<Record<ListKey, readonly string[]>>> = { action: ACTIONS, kind: EVENT_KINDS, account: ACCOUNTS };
const MAX_VALUES = 50;

/** Milliseconds of a time given as a number or an ISO date; null when it is neither. */
function timeOf(value: string): number | null {
  const ms = /^\d{1,16}$/.test(value) ? Number(value) : Date.parse(value);
  return Number.isSafeInteger(ms) && ms >= 0 ? ms : null;
}

/** Reads the filter of a request; a string says what is wrong with it. */
export function readFilter(query: URLSearchParams): Filter | string {
  const lists: Partial<Record<ListKey, readonly string[]>> = {};
  for (const key of KEYS) {
    const values = query.getAll(key).filter((value) => value !== '');
    if (values.length > MAX_VALUES) return `more than ${MAX_VALUES} values of "${key}"`;
    const unknown = values.find((value) => KNOWN[key]?.includes(value) === false);
    if (unknown !== undefined) return `"${key}" must be one of ${KNOWN[key]?.join(', ')}`;
    if (values.length > 0) lists[key] = values.map(storable);
  }
  const times: Record<'from' | 'to', number | null> = { from: null, to: null };
  for (const key of ['from', 'to'] as const) {
    const value = query.get(key) ?? '';
    if (value !== '') times[key] = timeOf(value);
    if (value !== '' && times[key] === null) return `"${key}" must be milliseconds since 1970 or an ISO 8601 date`;
  }
  return { lists, text: storable((query.get('q') ?? '').trim().slice(0, 200)), ...times };
}

/** PostgreSQL refuses NUL in any text. */
function storable(value: string): string {
  return value.replaceAll('\0', '\uFFFD');
}

/** The filter as SQL, with its values as parameters from $1 on. */
export function whereOf(filter: Filter): Where {
  const clauses: string[] = [];
  const parameters: unknown[] = [];
  const bind = (value: unknown) => `$${parameters.push(value)}`;
  for (const [key, column] of Object.entries(EQUAL)) {
    const values = filter.lists[key as ListKey];
    if (values !== undefined) clauses.push(`${column} = ANY(${bind(values)}::text[])`);
  }
  for (const [key, column] of Object.entries(CONTAINS)) {
    const values = filter.lists[key as ListKey];
    if (values !== undefined) clauses.push(`${column} && ${bind(values)}::text[]`);
  }
  if (filter.from !== null) clauses.push(`at_ms >= ${bind(filter.from)}`);
  if (filter.to !== null) clauses.push(`at_ms < ${bind(filter.to)}`);
  if (filter.text !== '') {
    const pattern = `%${filter.text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
    clauses.push(`search LIKE ${bind(pattern)}`);
  }
  return { sql: clauses.length === 0 ? 'TRUE' : clauses.join(' AND '), parameters };
}
