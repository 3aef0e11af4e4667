/** Ends a record of SignalR (JSON hub protocol). */
export const RECORD_END = '\x1e';

/** A flag byte and four bytes of length before each message (https://connectrpc.com/docs/protocol#streaming-rpcs). */
const HEAD = 5;

/** One message of a Connect stream. */
export function writeEnvelope(message: unknown): Uint8Array<ArrayBuffer> {
  const payload = new TextEncoder().encode(JSON.stringify(message));
  const bytes = new Uint8Array(HEAD + payload.length);
  new DataView(bytes.buffer).setUint32(1, payload.length);
  bytes.set(payload, HEAD);
  return bytes;
}

/** The messages in the bytes of a Connect stream, and what is left of an unfinished one. */
export function splitEnvelopes(bytes: Uint8Array): { readonly messages: readonly unknown[]; readonly rest: Uint8Array } {
  const messages: unknown[] = [];
  let start = 0;
  while (bytes.length - start >= HEAD) {
    const length = new DataView(bytes.buffer, bytes.byteOffset + start).getUint32(1);
    if (bytes.length - start < HEAD + length) break;
    messages.push(JSON.parse(new TextDecoder().decode(bytes.subarray(start + HEAD, start + HEAD + length))));
    start += HEAD + length;
  }
  return { messages, rest: bytes.slice(start) };
}

/** The messages of a streamed answer, as they come. */
export async function* readEnvelopes(response: Response): AsyncGenerator<unknown> {
  if (!response.body) return;
  const reader = response.body.getReader();
  let rest = new Uint8Array();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const all = new Uint8Array(rest.length + value.length);
    all.set(rest);
    all.set(value, rest.length);
    const split = splitEnvelopes(all);
    rest = new Uint8Array(split.rest);
    yield* split.messages;
  }
}
