import type { Leaf } from './leaf.ts';

/** Shorter runs of text inside bytes are noise. */
const SHORTEST_RUN = 6;

/** Bytes as a string of one character per byte, and back. */
export function binaryString(base64: string): string {
  return atob(base64);
}

/** The text of a byte string when it is valid UTF-8, undefined otherwise. */
export function utf8(bytes: string): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(bytes, (c) => c.charCodeAt(0)));
  } catch {
    return undefined;
  }
}

/** UTF-8 bytes of a text as a byte string. */
export function utf8Bytes(text: string): string {
  let bytes = '';
  for (const byte of new TextEncoder().encode(text)) bytes += String.fromCharCode(byte);
  return bytes;
}

/**
 * Readable runs inside bytes of an unknown format (protobuf, MessagePack, files). They can be read, not rewritten: lengths and
 * checksums around them are unknown.
 */
export function runLeaves(bytes: string): readonly Leaf[] {
  const text = new TextDecoder('utf-8').decode(Uint8Array.from(bytes, (c) => c.charCodeAt(0)));
  const leaves: Leaf[] = [];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what separates runs
  for (const run of text.matchAll(/[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffd]+/g)) {
    if (run[0].length < SHORTEST_RUN) continue;
    leaves.push({ pointer: `/${leaves.length}`, start: run.index, end: run.index + run[0].length, value: run[0], encode: () => null });
  }
  return leaves;
}
