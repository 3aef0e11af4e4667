import { createLine } from './ask.ts';
import { guardBeacon } from './beacon.ts';
import { rememberCleared } from './cleared.ts';
import { guardCookies } from './cookie.ts';
import { guardFetch } from './fetch.ts';
import { guardForms } from './form.ts';
import { guardFrames } from './frames.ts';
import { guardBackgroundFetch, guardFetchLater } from './later.ts';
import { guardMessages } from './messages.ts';
import { guardPeers } from './peer.ts';
import { hideWrappers } from './pristine.ts';
import { guardWebSocket } from './websocket.ts';
import { guardWorkers } from './workers.ts';
import { guardXhr } from './xhr.ts';

/** Closes every way out of this realm until there is a verdict. Runs once, before page code. */
export function closeGate(): void {
  hideWrappers();
  const cleared = rememberCleared(createLine());
  const { ask } = cleared;
  guardFetch(cleared);
  guardFetchLater(ask);
  guardBackgroundFetch();
  guardXhr(cleared);
  guardWebSocket(cleared);
  guardPeers(ask);
  guardBeacon(cleared);
  guardForms(ask);
  guardCookies(cleared);
  guardWorkers(ask, guardMessages(ask));
  // Last, so that fresh realms get everything.
  guardFrames();
}
