/** What must survive a restart of the worker about uploads. */
export interface DeliveryState {
  /** No upload before this time, ms since 1970; 0 when nothing stands against it. */
  readonly nextAttemptAt: number;
  /** Failures in a row. */
  readonly attempts: number;
  /** Time of the last acknowledged upload, ms since 1970; 0 when there was none. */
  readonly lastSuccess: number;
  /** Cause of the last failure; empty when the last upload succeeded. */
  readonly lastError: string;
}

export const FRESH: DeliveryState = { nextAttemptAt: 0, attempts: 0, lastSuccess: 0, lastError: '' };

/** Reads a stored state; anything that is not one counts as fresh. */
export function deliveryState(value: unknown): DeliveryState {
  if (typeof value !== 'object' || value === null) return FRESH;
  const held = value as Readonly<Record<string, unknown>>;
  const number = (key: string) => (typeof held[key] === 'number' && Number.isFinite(held[key]) ? held[key] : 0);
  return {
    nextAttemptAt: number('nextAttemptAt'),
    attempts: number('attempts'),
    lastSuccess: number('lastSuccess'),
    lastError: typeof held.lastError === 'string' ? held.lastError : '',
  };
}
