import { utf8, utf8Bytes } from './binary.ts';
import type { Leaf } from './leaf.ts';

/** A flag byte and four bytes of length, the most significant first. */
const HEAD = 5;

/** Whether a body of this type is made of envelopes. */
export function hasEnvelopes(contentType: string): boolean {
  return /^application\/(?:connect|grpc-web)\+json/i.test(contentType.trim());
}

/**
 * The messages of a Connect stream (https://connectrpc.com/docs/protocol#streaming-rpcs), each a flag, a length and JSON, under their numbers; lengths are written anew with new
 * values. Undefined when the bytes are anything else, a compressed message included.
 *
 * @param bytes one character per byte
 */
export function envelopeLeaves(bytes: string): readonly Leaf[] | undefined {
  const leaves: Leaf[] = [];
  for (let start = 0; start < bytes.length; ) {
    const flag = bytes.charCodeAt(start);
    const end = start + HEAD + lengthAt(bytes, start + 1);
    // The lowest bit says compressed, the next one that it is the last.
    if (end > bytes.length || bytes.length - start < HEAD || (flag & ~2) !== 0) return undefined;
    const value = utf8(bytes.slice(start + HEAD, end));
    if (value === undefined) return undefined;
    leaves.push({ pointer: `/${leaves.length}`, start, end, value, encode: (next) => envelope(flag, utf8Bytes(next)) });
    start = end;
  }
  return leaves.length > 0 ? leaves : undefined;
}

function lengthAt(bytes: string, at: number): number {
  return bytes.charCodeAt(at) * 0x1000000 + (bytes.charCodeAt(at + 1) << 16) + (bytes.charCodeAt(at + 2) << 8) + bytes.charCodeAt(at + 3);
}

function envelope(flag: number, payload: string): string {
  const { length } = payload;
  return String.fromCharCode(flag, (length >>> 24) & 255, (length >>> 16) & 255, (length >>> 8) & 255, length & 255) + payload;
}
