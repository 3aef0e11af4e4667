import { browser } from '../browser/browser.ts';
import type { PageRequests } from './protocol.ts';

export type PageRequestName = keyof PageRequests;
export type PagePayload<Name extends PageRequestName> = PageRequests[Name][0];
export type PageResult<Name extends PageRequestName> = PageRequests[Name][1];

/** What a page of the extension sends. */
export interface PageMessage<Name extends PageRequestName = PageRequestName> {
  readonly to: 'background';
  readonly name: Name;
  readonly payload: PagePayload<Name>;
}

/** What the background replies: wrapped, because a lost answer arrives as `undefined` and a plain `null` is a result. */
export type PageReply<Name extends PageRequestName> = { readonly ok: true; readonly value: PageResult<Name> } | { readonly ok: false };

/** How long a page waits for the background, ms: a cold start takes a tenth of that. */
const PATIENCE = 5_000;

/** Asks the background. Never rejects: no answer, a late one, or one that is not a reply is `{ ok: false }`. */
export async function request<Name extends PageRequestName>(name: Name, payload: PagePayload<Name>): Promise<PageReply<Name>> {
  const message: PageMessage<Name> = { to: 'background', name, payload };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), PATIENCE);
  });
  try {
    const reply: unknown = await Promise.race([browser.runtime.sendMessage(message), late]);
    return isReply<Name>(reply) ? reply : { ok: false };
  } catch (error) {
    console.warn(`Tacit: the background did not answer "${name}"`, error);
    return { ok: false };
  } finally {
    clearTimeout(timer);
  }
}

/** The background is ours, so the envelope is proof enough of the value's type. */
function isReply<Name extends PageRequestName>(reply: unknown): reply is PageReply<Name> {
  return typeof reply === 'object' && reply !== null && 'ok' in reply && reply.ok === true && 'value' in reply;
}
