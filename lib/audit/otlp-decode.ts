import type { AuditEvent, FindingCount } from './event.ts';
import { EVENT_NAME_PREFIX, FIELD_NAMES, FIELDS, type Wire } from './fields.ts';

/** Longest string that is kept of any field, in UTF-16 units; the rest is cut off. */
const MAX_TEXT = 4096;
/** Longest id. */
const MAX_ID = 128;
/** Most entries of a list. */
const MAX_LIST = 256;
/** Last millisecond of a JavaScript date. */
const MAX_TIME = 8.64e15;

/** What an OTLP body held. `refused` counts records that are not events of ours; `why` says what was wrong with the first. */
export type Decoded =
  | { readonly ok: true; readonly events: readonly AuditEvent[]; readonly refused: number; readonly why: string }
  | { readonly ok: false; readonly why: string };

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const objects = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isObject) : []);

/** Cuts, and replaces what no UTF-8 store can hold: NUL and lone surrogates. */
function clean(value: string, max: number = MAX_TEXT): string {
  return value
    .slice(0, max)
    .replaceAll('\0', '\uFFFD')
    .replace(/\p{Surrogate}/gu, '\uFFFD');
}

function numberOf(value: Json): number | null {
  for (const held of [value.intValue, value.doubleValue]) {
    if (held === undefined || held === '') continue;
    const number = typeof held === 'string' || typeof held === 'number' ? Number(held) : Number.NaN;
    if (Number.isFinite(number)) return number;
  }
  return null;
}

function textOf(value: Json): string | null {
  return typeof value.stringValue === 'string' ? clean(value.stringValue) : null;
}

function listOf(value: Json): readonly Json[] {
  return isObject(value.arrayValue) ? objects(value.arrayValue.values).slice(0, MAX_LIST) : [];
}

/** Attributes by key; the first of equal keys counts. */
function byKey(attributes: unknown): ReadonlyMap<string, Json> {
  const map = new Map<string, Json>();
  for (const { key, value } of objects(attributes)) if (typeof key === 'string' && isObject(value) && !map.has(key)) map.set(key, value);
  return map;
}

function findingOf(value: Json): FindingCount | null {
  if (!isObject(value.kvlistValue)) return null;
  const parts = byKey(value.kvlistValue.values);
  const entity = textOf(parts.get('entity') ?? {});
  const count = numberOf(parts.get('count') ?? {});
  const confidence = numberOf(parts.get('confidence') ?? {});
  if (entity === null || count === null || !Number.isSafeInteger(count)) return null;
  return { entity, count, confidence: Math.min(1, Math.max(0, confidence ?? 0)) };
}

function decodeValue(wire: Wire, value: Json): unknown {
  if (wire === 'string') return textOf(value);
  if (wire === 'double') return numberOf(value);
  if (wire === 'int') {
    const number = numberOf(value);
    return number !== null && Number.isSafeInteger(number) ? number : null;
  }
  if (!isObject(value.arrayValue)) return null;
  if (wire === 'strings') return listOf(value).flatMap((item) => textOf(item) ?? []);
  return listOf(value).flatMap((item) => findingOf(item) ?? []);
}

/** Milliseconds of a 64-bit count of nanoseconds, as a decimal string or a number; null when it is neither, or 0 (unknown). */
function millis(value: unknown): number | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const digits = typeof value === 'number' ? value.toFixed(0) : value;
  if (!/^\d{1,25}$/.test(digits)) return null;
  const ms = Number(BigInt(digits) / 1_000_000n);
  return digits !== '0' && ms <= MAX_TIME ? ms : null;
}

/** The event in a log record, or why there is none. Unknown attributes and values of a later version are left out. */
function eventOf(record: Json): AuditEvent | string {
  const name = record.eventName;
  if (typeof name !== 'string' || !name.startsWith(EVENT_NAME_PREFIX)) return 'eventName does not start with "tacit."';
  const kind = name.slice(EVENT_NAME_PREFIX.length);
  if (FIELDS.kind.values?.includes(kind) !== true) return 'eventName is none that this version knows';
  const at = millis(record.timeUnixNano) ?? millis(record.observedTimeUnixNano);
  if (at === null) return 'timeUnixNano is missing';
  const attributes = byKey(record.attributes);
  const id = textOf(attributes.get(FIELDS.id.attribute) ?? {});
  if (id === null || !/^[!-~]+$/.test(id) || id.length > MAX_ID) return 'attribute log.record.uid is missing or no id';

  const policy = { name: '', revision: 0 };
  const event: Record<string, unknown> = { id, at, kind, device: '', user: '', extension: '', browser: '', policy };
  for (const field of FIELD_NAMES) {
    const { attribute, wire, values } = FIELDS[field];
    const held = attributes.get(attribute);
    if (held === undefined || wire === 'time' || wire === 'name') continue;
    const value = decodeValue(wire, held);
    if (value === null || (values !== undefined && !values.includes(String(value)))) continue;
    if (field === 'policy.name') policy.name = String(value);
    else if (field === 'policy.revision') policy.revision = Number(value);
    else event[field] = value;
  }
  // Every member was checked against the field table, which the compiler keeps complete.
  return event as unknown as AuditEvent;
}

/**
 * Audit events in the body of an OTLP logs request. Reads what a foreign sender may write too (numbers for 64-bit integers,
 * unknown members, records of other programs); never throws.
 */
export function eventsFromOtlp(body: unknown): Decoded {
  if (!isObject(body)) return { ok: false, why: 'the body is not a JSON object' };
  if (!Array.isArray(body.resourceLogs)) return { ok: false, why: 'the body has no list "resourceLogs"' };
  const events: AuditEvent[] = [];
  let refused = 0;
  let why = '';
  for (const resource of objects(body.resourceLogs)) {
    for (const scope of objects(resource.scopeLogs)) {
      const records: readonly unknown[] = Array.isArray(scope.logRecords) ? scope.logRecords : [];
      for (const record of records) {
        const event = isObject(record) ? eventOf(record) : 'a log record is not an object';
        if (typeof event !== 'string') events.push(event);
        else {
          refused += 1;
          why ||= event;
        }
      }
    }
  }
  return { ok: true, events, refused, why };
}
