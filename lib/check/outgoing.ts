import type { Body, Draft } from '../capture/draft.ts';

/** A request as the browser is about to make it; the shape of `OutgoingRequest` in lib/browser/requests.ts. */
export interface Outgoing {
  readonly method: string;
  readonly url: string;
  readonly type: string;
  readonly tab: number;
  readonly initiator: string;
}

export type OutgoingBody =
  | { readonly kind: 'none' }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'form'; readonly values: Readonly<Record<string, readonly string[]>> }
  | { readonly kind: 'hidden' };

/** How an initiator reads in `new URL`; empty for what has no host (`null`, extensions, typed addresses). */
export function hostOf(address: string): string {
  if (!URL.canParse(address)) return '';
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || protocol === 'http:' ? hostname : '';
}

/** An address as it is sent. */
export function withoutFragment(address: string): string {
  return address.replace(/#.*$/s, '');
}

/** A request as a draft that only the network saw. */
export function draftOf(request: Outgoing, body: Body, headers = ''): Draft {
  const url = request.url.replace(/^ws/, 'http');
  return { channel: 'network', method: request.method, url, contentType: '', headers, body };
}
