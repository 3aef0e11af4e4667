/** Event by which the guide hands the gate its port, once, before page code runs. */
export const HANDSHAKE = 'tacit:port';

/** Text when the bytes are valid UTF-8 (the exact bytes can be had back), the bytes themselves otherwise. */
export type WireBody = string | ArrayBuffer;

/** `peer`: data to another computer without a server (WebRTC, WebTransport). `worker`: a message to a thread that has ways out of its own. */
export type GateChannel = 'fetch' | 'xhr' | 'websocket' | 'beacon' | 'form' | 'peer' | 'worker' | 'cookie';

/** What the gate posts first, so that the guide knows that it stands. */
export interface GateHello {
  readonly id: 0;
}

/** What the gate asks over its private port; ids start at 1. */
export interface GateQuestion {
  readonly id: number;
  readonly channel: GateChannel;
  readonly method: string;
  readonly url: string;
  readonly contentType: string;
  /** Headers that page code has set, one `name: value` on each line; empty when none. */
  readonly headers?: string;
  readonly body: WireBody;
}

/** What the guide answers. Anything else, or nothing within the deadline, is a refusal. */
export type GateAnswer =
  | { readonly id: number; readonly kind: 'release' }
  | { readonly id: number; readonly kind: 'rewrite'; readonly body: WireBody }
  | { readonly id: number; readonly kind: 'refuse'; readonly status: number; readonly contentType: string; readonly body: string }
  /** Requests are judged in the network too, or not any more. */
  | { readonly id: 0; readonly kind: 'network'; readonly stops: boolean }
  /** A person is being asked: the deadline no longer counts. */
  | { readonly id: number; readonly kind: 'wait' };
