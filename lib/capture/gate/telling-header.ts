import * as native from './pristine.ts';

/** What apps accept again and again, between bars. */
const USUAL = '|*/*|application/json|text/event-stream|application/json, text/plain, */*|';

/**
 * Whether a header that page code has set can tell something: the kind of body is told apart, and a usual `accept` tells nothing, so that a request without
 * a body need not wait for a verdict.
 *
 * @param name lower case
 */
export function isTelling(name: string, value: string): boolean {
  return name !== 'content-type' && (name !== 'accept' || !native.includes(USUAL, `|${value}|`));
}
