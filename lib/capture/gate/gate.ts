import { createAsk } from './ask.ts';
import { guardBeacon } from './beacon.ts';
import { rememberCleared } from './cleared.ts';
import { guardFetch } from './fetch.ts';
import { guardForms } from './form.ts';
import { guardWebSocket } from './websocket.ts';
import { guardXhr } from './xhr.ts';

/** Closes every way out of this realm until there is a verdict. Runs once, before page code. */
export function closeGate(): void {
  const cleared = rememberCleared(createAsk());
  guardFetch(cleared.ask);
  guardXhr(cleared);
  guardWebSocket(cleared.ask);
  guardBeacon(cleared);
  guardForms(cleared.ask);
}
