import type { Body } from './draft.ts';

/** The bytes of a body. */
export function bytesOf(body: Body): Uint8Array<ArrayBuffer> {
  if (body.kind === 'text') return new TextEncoder().encode(body.text);
  return Uint8Array.from(atob(body.base64), (char) => char.charCodeAt(0));
}

/** Bytes as a body: text where they are valid UTF-8, otherwise base64. */
export function bodyOf(bytes: Uint8Array): Body {
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    let binary = '';
    for (const byte of bytes) binary += String.fromCharCode(byte);
    return { kind: 'base64', base64: btoa(binary) };
  }
}
