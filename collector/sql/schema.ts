/**
 * The whole schema, for PGlite and PostgreSQL alike; it may be run at every start. The lock keeps two collectors that start at
 * the same time on one PostgreSQL from creating the same table twice.
 */
export const SCHEMA = `
BEGIN;
SELECT pg_advisory_xact_lock(8422418);
CREATE TABLE IF NOT EXISTS events (
  event_id    TEXT PRIMARY KEY,
  at_ms       BIGINT NOT NULL,
  received_ms BIGINT NOT NULL,
  kind        TEXT NOT NULL,
  severity    INTEGER NOT NULL,
  device      TEXT NOT NULL,
  user_id     TEXT NOT NULL,
  site        TEXT,
  host        TEXT,
  action      TEXT,
  outcome     TEXT,
  choice      TEXT,
  rules       TEXT[] NOT NULL,
  entities    TEXT[] NOT NULL,
  search      TEXT NOT NULL,
  event       JSONB NOT NULL
);
CREATE INDEX IF NOT EXISTS events_by_time ON events (at_ms DESC, event_id DESC);
CREATE INDEX IF NOT EXISTS events_by_receipt ON events (received_ms);
COMMIT;
`;
