import type { AuditEvent, FindingCount } from './event.ts';
import { EVENT_NAME_PREFIX, FIELD_NAMES, FIELDS, type FieldName, type Wire } from './fields.ts';
import { severityOf, severityText } from './severity.ts';

/**
 * OTLP/HTTP with JSON encoding for logs: opentelemetry-proto, `docs/specification.md` ("OTLP/HTTP", "JSON Protobuf Encoding")
 * and `logs.proto`. Keys are lowerCamelCase, enums integers, 64-bit integers decimal strings.
 */
export type AnyValue =
  | { readonly stringValue: string }
  | { readonly intValue: string }
  | { readonly doubleValue: number }
  | { readonly arrayValue: { readonly values: readonly AnyValue[] } }
  | { readonly kvlistValue: { readonly values: readonly Attribute[] } };

export interface Attribute {
  readonly key: string;
  readonly value: AnyValue;
}

/** Most events in one request. */
export const MAX_EVENTS = 100;
/** Most bytes of one request body; a single larger event travels alone. */
export const MAX_BYTES = 256 * 1024;

/** One request to the collector: its body, and the ids of the events in it. */
export interface LogRequest {
  readonly events: readonly AuditEvent[];
  readonly body: string;
}

const ENVELOPE_HEAD =
  '{"resourceLogs":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"tacit"}}]},"scopeLogs":[{"scope":{"name":"tacit","version":"1"},"logRecords":[';
const ENVELOPE_TAIL = ']}]}]}';

const text = (value: string): AnyValue => ({ stringValue: value });
const list = (values: readonly AnyValue[]): AnyValue => ({ arrayValue: { values } });

function findingValue(finding: FindingCount): AnyValue {
  return {
    kvlistValue: {
      values: [
        { key: 'entity', value: text(finding.entity) },
        { key: 'count', value: { intValue: String(finding.count) } },
        { key: 'confidence', value: { doubleValue: finding.confidence } },
      ],
    },
  };
}

function fieldValue(event: AuditEvent, name: FieldName): unknown {
  if (name === 'policy.name') return event.policy.name;
  if (name === 'policy.revision') return event.policy.revision;
  return event[name];
}

/** Null for what JSON cannot carry (NaN, infinity, an integer beyond 2^53): the field is left out. */
function anyValue(wire: Wire, value: unknown): AnyValue | null {
  if (wire === 'string' && typeof value === 'string') return text(value);
  if (wire === 'int' && Number.isSafeInteger(value)) return { intValue: String(value) };
  if (wire === 'double' && Number.isFinite(value)) return { doubleValue: Number(value) };
  if (wire === 'strings' && Array.isArray(value)) return list(value.map((item) => text(String(item))));
  if (wire === 'findings' && Array.isArray(value)) return list((value as readonly FindingCount[]).map(findingValue));
  return null;
}

const nanos = (ms: number): string => `${BigInt(Math.trunc(ms)) * 1_000_000n}`;

function logRecord(event: AuditEvent, observedAt: number): Record<string, unknown> {
  const severity = severityOf(event);
  const attributes: Attribute[] = [];
  for (const name of FIELD_NAMES) {
    const value = anyValue(FIELDS[name].wire, fieldValue(event, name));
    if (value !== null) attributes.push({ key: FIELDS[name].attribute, value });
  }
  return {
    timeUnixNano: nanos(event.at),
    observedTimeUnixNano: nanos(observedAt),
    severityNumber: severity,
    severityText: severityText(severity),
    eventName: `${EVENT_NAME_PREFIX}${event.kind}`,
    body: { stringValue: event.action === undefined ? event.kind : `${event.kind}: ${event.action}` },
    attributes,
  };
}

/**
 * Cuts events into requests of at most `maxEvents` events and `maxBytes` UTF-8 bytes.
 * @param observedAt milliseconds since 1970 at which the request is made
 */
export function logRequests(
  events: readonly AuditEvent[],
  observedAt: number,
  limits: { readonly maxEvents: number; readonly maxBytes: number } = { maxEvents: MAX_EVENTS, maxBytes: MAX_BYTES },
): readonly LogRequest[] {
  const utf8 = new TextEncoder();
  const envelope = ENVELOPE_HEAD.length + ENVELOPE_TAIL.length;
  const requests: LogRequest[] = [];
  let taken: AuditEvent[] = [];
  let records: string[] = [];
  let bytes = envelope;
  const close = () => {
    if (taken.length > 0) requests.push({ events: taken, body: `${ENVELOPE_HEAD}${records.join(',')}${ENVELOPE_TAIL}` });
    taken = [];
    records = [];
    bytes = envelope;
  };
  for (const event of events) {
    const record = JSON.stringify(logRecord(event, observedAt));
    const size = utf8.encode(record).length + 1;
    if (taken.length >= limits.maxEvents || bytes + size > limits.maxBytes) close();
    taken.push(event);
    records.push(record);
    bytes += size;
  }
  close();
  return requests;
}
