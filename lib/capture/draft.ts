/**
 * How a draft was about to leave the page. `composer` means that it has not left the editor yet; `peer` is data to another computer
 * or over a stream, `worker` a message to a thread that has ways out of its own, `network` a request that only the network layer saw.
 */
export const CHANNELS = ['composer', 'fetch', 'xhr', 'websocket', 'beacon', 'form', 'peer', 'worker', 'cookie', 'network'] as const;

export type Channel = (typeof CHANNELS)[number];

/**
 * The bytes of a request body or socket frame. `text` holds bodies that are valid UTF-8 (decoding is exact and
 * reversible), `base64` all others.
 */
export type Body = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'base64'; readonly base64: string };

/** What is about to leave, as the gate or the guide saw it. */
export interface Draft {
  readonly channel: Channel;
  /** HTTP method in upper case; `SEND` for socket frames and composers. */
  readonly method: string;
  /** Absolute address that it goes to; for a composer the address of the page. Never logged whole: it may carry secrets. */
  readonly url: string;
  /** Value of the content-type header, empty when unknown. */
  readonly contentType: string;
  /** Headers that page code has set, one `name: value` on each line; absent when none. */
  readonly headers?: string | undefined;
  readonly body: Body;
  /** The end of what somebody is typing in a composer of the same frame while this leaves; absent when nobody is. */
  readonly typing?: string | undefined;
}

/** One piece of human-readable text inside a draft. */
export interface TextPart {
  /** Where it lies in the body: a JSON Pointer (RFC 6901) such as `/messages/0/content/parts/0`. Unique within a draft. */
  readonly path: string;
  readonly text: string;
  /** `prompt`: the site's data says that people write here. `other`: any other string of the request (ids, titles, telemetry). */
  readonly role: 'prompt' | 'other';
}
