import type { AuditEvent } from '../../lib/audit/event.ts';
import type { Words } from '../../lib/words/en.ts';
import { entityName } from '../../lib/words/entity-name.ts';

/** An event in the person's words; empty strings where it has nothing to say. */
export interface DescribedEvent {
  readonly what: string;
  readonly action: string;
  readonly found: string;
  readonly outcome: string;
}

/** Says an event in words. */
export function describeEvent(event: AuditEvent, words: Words): DescribedEvent {
  const found = (event.findings ?? []).map(({ entity, count }) => entityName(words, entity) + (count > 1 ? ` × ${count}` : ''));
  return {
    what: event.kind === 'choice' && event.choice !== undefined ? words.choices[event.choice] : words.kinds[event.kind],
    action: event.action === undefined ? '' : words.actions[event.action],
    found: found.join(', '),
    outcome: event.outcome === undefined ? '' : words.outcomes[event.outcome],
  };
}

/** A moment (ms since 1970) as date and time, or only the time, in the person's language and time zone. */
export function moment(at: number, words: Words, only: 'time' | 'date-time' = 'date-time'): string {
  const style = only === 'time' ? ({ timeStyle: 'short' } as const) : ({ dateStyle: 'medium', timeStyle: 'short' } as const);
  return new Intl.DateTimeFormat(words.locale, style).format(at);
}
