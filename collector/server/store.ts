import type { AuditEvent, SiteState } from '../../lib/audit/event.ts';
import { severityOf } from '../../lib/audit/severity.ts';
import {
  countByColumn,
  countByDay,
  countByEntry,
  INSERT,
  list,
  PRUNE,
  posture,
  siteStates,
  TOTAL,
  unlistedHosts,
} from '../sql/statements.ts';
import type { Database } from './database.ts';
import { type Filter, type Where, whereOf } from './filter.ts';

export interface StoredEvent extends AuditEvent {
  /** When the collector got it, ms since 1970. */
  readonly received: number;
}

export interface Count {
  readonly key: string;
  readonly count: number;
}

export interface Posture {
  readonly judged: number;
  readonly blocked: number;
  readonly redacted: number;
  readonly asked: number;
  readonly overridden: number;
  readonly falseAlarms: number;
  readonly troubles: number;
  readonly devices: number;
  readonly users: number;
}

/** How many devices last saw a site in this state. */
export interface SiteCount {
  readonly site: string;
  readonly state: SiteState;
  readonly devices: number;
  /** The latest of their reports, ms since 1970. */
  readonly at: number;
}

/** A host without an entry that sent what looks like a prompt to a model. */
export interface UnlistedHost {
  readonly host: string;
  readonly devices: number;
  /** The last report, ms since 1970. */
  readonly at: number;
}

export interface Overview {
  /** Events in the store, whatever the filter. */
  readonly total: number;
  readonly posture: Posture;
  readonly action: readonly Count[];
  readonly site: readonly Count[];
  readonly rule: readonly Count[];
  readonly entity: readonly Count[];
  readonly day: readonly { readonly day: number; readonly action: string; readonly count: number }[];
  /** Whatever kind of event the filter asks for. */
  readonly sites: readonly SiteCount[];
  readonly unlisted: readonly UnlistedHost[];
}

/** Place in the list of events, newest first: everything after this event. */
export interface Cursor {
  readonly at: number;
  readonly id: string;
}

export interface Store {
  /** Stores events and gives those that were new. Rejects when the database cannot be reached: then none is stored. */
  add(events: readonly AuditEvent[], received: number): Promise<readonly StoredEvent[]>;
  list(filter: Filter, limit: number, after: Cursor | null): Promise<readonly StoredEvent[]>;
  /** Counts over verdicts, unless the filter asks for other kinds. */
  overview(filter: Filter): Promise<Overview>;
  /** Deletes what was received before; gives how many. */
  prune(before: number): Promise<number>;
}

function rowOf(event: AuditEvent, received: number) {
  const entities = [...new Set(event.findings?.map((finding) => finding.entity))];
  const rules = [...new Set(event.rules)];
  const searched = [event.id, event.about, event.user, event.device, event.site, event.host, event.conversation, ...rules, ...entities];
  return {
    event_id: event.id,
    at_ms: event.at,
    received_ms: received,
    kind: event.kind,
    severity: severityOf(event),
    device: event.device,
    user_id: event.user,
    site: event.site,
    host: event.host,
    action: event.action,
    outcome: event.outcome,
    choice: event.choice,
    rules,
    entities,
    search: searched.filter(Boolean).join('\n').toLowerCase(),
    event,
  };
}

const PRUNE_STEP = 10_000;

export function createStore(database: Database): Store {
  const where = (filter: Filter): Where => whereOf(filter);

  return {
    async add(events, received) {
      const byId = new Map(events.map((event) => [event.id, event]));
      if (byId.size === 0) return [];
      const rows = [...byId.values()].map((event) => rowOf(event, received));
      const added = await database.query<{ event_id: string }>(INSERT, [JSON.stringify(rows)]);
      return added.flatMap(({ event_id }) => {
        const event = byId.get(event_id);
        return event === undefined ? [] : [{ ...event, received }];
      });
    },

    async list(filter, limit, after) {
      const { sql, parameters } = where(filter);
      const values = [...parameters];
      const bind = (value: unknown) => `$${values.push(value)}`;
      const page = after === null ? sql : `${sql} AND (at_ms, event_id) < (${bind(after.at)}::bigint, ${bind(after.id)}::text)`;
      const rows = await database.query<{ received_ms: number; event: AuditEvent }>(list(page, `${bind(limit)}::bigint`), values);
      return rows.map(({ received_ms, event }) => ({ ...event, received: received_ms }));
    },

    async overview(filter) {
      const { kind: _, ...others } = filter.lists;
      const all = where({ ...filter, lists: others });
      const verdicts = where({ ...filter, lists: { kind: ['verdict'], ...filter.lists } });
      const counts = (sql: string) => database.query<Count>(sql, verdicts.parameters);
      const [[total], [figures], action, site, rule, entity, day, sites, unlisted] = await Promise.all([
        database.query<{ count: number }>(TOTAL),
        database.query<Omit<Posture, 'falseAlarms'> & { false_alarms: number }>(posture(all.sql), all.parameters),
        counts(countByColumn('action', verdicts.sql)),
        counts(countByColumn('site', verdicts.sql)),
        counts(countByEntry('rules', verdicts.sql)),
        counts(countByEntry('entities', verdicts.sql)),
        database.query<Overview['day'][number]>(countByDay(verdicts.sql), verdicts.parameters),
        database.query<SiteCount>(siteStates(all.sql), all.parameters),
        database.query<UnlistedHost>(unlistedHosts(all.sql), all.parameters),
      ]);
      if (total === undefined || figures === undefined) throw new Error('a count without a row');
      const { false_alarms: falseAlarms, ...rest } = figures;
      return { total: total.count, posture: { ...rest, falseAlarms }, action, site, rule, entity, day, sites, unlisted };
    },

    async prune(before) {
      for (let deleted = 0; ; ) {
        const step = (await database.query(PRUNE, [before, PRUNE_STEP])).length;
        deleted += step;
        if (step < PRUNE_STEP) return deleted;
      }
    },
  };
}
