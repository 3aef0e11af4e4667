/** Stores a JSON list of rows ($1); gives the ids of those that were new. Sorted, so that two writers never wait for each other. */
export const INSERT = `
INSERT INTO events (event_id, at_ms, received_ms, kind, severity, device, user_id, site, host, action, outcome, choice, rules, entities, search, event)
SELECT event_id, at_ms, received_ms, kind, severity, device, user_id, site, host, action, outcome, choice, rules, entities, search, event
FROM jsonb_to_recordset($1::jsonb) AS row (
  event_id TEXT, at_ms BIGINT, received_ms BIGINT, kind TEXT, severity INTEGER, device TEXT, user_id TEXT, site TEXT, host TEXT,
  action TEXT, outcome TEXT, choice TEXT, rules TEXT[], entities TEXT[], search TEXT, event JSONB
)
ORDER BY event_id
ON CONFLICT (event_id) DO NOTHING
RETURNING event_id`;

/** Newest first; `where` as built by `server/filter.ts`. */
export const list = (where: string, limit: string): string => `
SELECT received_ms, event FROM events WHERE ${where} ORDER BY at_ms DESC, event_id DESC LIMIT ${limit}`;

/** What the organisation's protection looks like at a glance. */
export const posture = (where: string): string => `
SELECT
  COUNT(*) FILTER (WHERE kind = 'verdict') AS judged,
  COUNT(*) FILTER (WHERE kind = 'verdict' AND action = 'block') AS blocked,
  COUNT(*) FILTER (WHERE kind = 'verdict' AND action = 'redact') AS redacted,
  COUNT(*) FILTER (WHERE kind = 'verdict' AND action IN ('warn', 'justify')) AS asked,
  COUNT(*) FILTER (WHERE kind = 'choice' AND choice IN ('send', 'reason')) AS overridden,
  COUNT(*) FILTER (WHERE kind = 'false-alarm') AS false_alarms,
  COUNT(*) FILTER (WHERE kind IN ('degraded', 'gap')) AS troubles,
  COUNT(DISTINCT device) AS devices,
  COUNT(DISTINCT user_id) FILTER (WHERE user_id <> '') AS users
FROM events WHERE ${where}`;

/** Events by the value of one column. */
export const countByColumn = (column: string, where: string): string => `
SELECT ${column} AS key, COUNT(*) AS count FROM events WHERE ${where} AND ${column} IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 20`;

/** Events by each entry of a list column: an event with two rules counts for both. */
export const countByEntry = (column: string, where: string): string => `
SELECT entry AS key, COUNT(*) AS count FROM events CROSS JOIN LATERAL unnest(${column}) AS entry WHERE ${where} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 20`;

/** Events by day (UTC, as its first millisecond) and action. */
export const countByDay = (where: string): string => `
SELECT at_ms - at_ms % 86400000 AS day, action, COUNT(*) AS count FROM events WHERE ${where} AND action IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2`;

/** What each site was last seen to be, by the last report of each device. */
export const siteStates = (where: string): string => `
SELECT site, state, COUNT(*) AS devices, MAX(at_ms) AS at FROM (
  SELECT DISTINCT ON (site, device) site, device, event->>'state' AS state, at_ms FROM events
  WHERE ${where} AND kind = 'site-check' AND site IS NOT NULL ORDER BY site, device, at_ms DESC, event_id DESC
) AS latest WHERE state IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2 LIMIT 500`;

/** Hosts without an entry that sent what looks like a prompt. */
export const unlistedHosts = (where: string): string => `
SELECT host, COUNT(DISTINCT device) AS devices, MAX(at_ms) AS at FROM events
WHERE ${where} AND kind = 'discovery' AND host IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 3 DESC, 1 LIMIT 100`;

export const TOTAL = 'SELECT COUNT(*) AS count FROM events';

/** Deletes at most $2 events that were received before $1. */
export const PRUNE = `
DELETE FROM events WHERE event_id IN (SELECT event_id FROM events WHERE received_ms < $1 LIMIT $2) RETURNING event_id`;
