import type { Action } from '../policy/action.ts';
import type { AuditEvent, EventKind } from './event.ts';

/** OpenTelemetry severity numbers (logs data model, "Field: SeverityNumber"): 9 INFO, 13 WARN, 17 ERROR. */
const BY_ACTION: Readonly<Record<Action, number>> = { allow: 9, monitor: 10, warn: 13, justify: 14, redact: 15, block: 17 };

const BY_KIND: Readonly<Record<EventKind, number>> = {
  verdict: 9,
  choice: 9,
  'false-alarm': 11,
  policy: 9,
  consent: 9,
  degraded: 14,
  gap: 18,
  'site-check': 11,
  discovery: 12,
};

const NAMES = ['INFO', 'WARN', 'ERROR'] as const;

/** How grave an event is, 9..18. When the outbox is full, the lowest goes first. */
export function severityOf(event: AuditEvent): number {
  return Math.max(BY_KIND[event.kind], event.action === undefined ? 0 : BY_ACTION[event.action]);
}

/** Short name of a severity number 9..20 in the OpenTelemetry form: `WARN`, `WARN2`. */
export function severityText(severity: number): string {
  const step = (severity - 9) % 4;
  return `${NAMES[Math.floor((severity - 9) / 4)] ?? 'ERROR'}${step === 0 ? '' : step + 1}`;
}
