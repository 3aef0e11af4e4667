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
  return [...leaves, ...wideLeaves(text, '')];
}

/** Runs of letters of ASCII in UTF-16, of either order of bytes, that stand in a text as letters with a NUL between them. Read, not rewritten. */
export function wideLeaves(text: string, base: string): readonly Leaf[] {
  if (!text.includes('\0')) return [];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: NUL is the other half of each letter
  return [...text.matchAll(/(?:[\x20-\x7e]\x00){8,}[\x20-\x7e]?/g)].map((run, index) => ({
    pointer: `${base}~~wide${index}`,
    start: run.index,
    end: run.index + run[0].length,
    value: run[0].replaceAll('\0', ''),
    encode: () => null,
  }));
}
