import { bodyOf, bytesOf } from '../body-bytes.ts';
import type { Body } from '../draft.ts';

/** Most bytes that a compressed body may become. */
const MOST = 16_000_000;

export type Inflated =
  /** Not compressed, as far as can be told. */
  | { readonly kind: 'plain' }
  | { readonly kind: 'inflated'; readonly body: Body }
  /** Compressed, and too large or too broken to be read here; a server may read more of it. */
  | { readonly kind: 'unreadable' };

/** Formats by their first bytes (RFC 1952 section 2.3.1, RFC 1950 section 2.2); raw deflate (RFC 1951) has none and is tried last. */
function formatsOf(bytes: Uint8Array): readonly CompressionFormat[] {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return ['gzip'];
  const header = (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0);
  return ((bytes[0] ?? 0) & 0x0f) === 8 && header % 31 === 0 ? ['deflate', 'deflate-raw'] : ['deflate-raw'];
}

/** Undoes one compression of a binary body, at most up to a bound. Text bodies are never compressed: their bytes are valid UTF-8. */
export async function inflate(body: Body): Promise<Inflated> {
  if (body.kind === 'text') return { kind: 'plain' };
  const bytes = bytesOf(body);
  for (const format of formatsOf(bytes)) {
    const inflated = await undo(bytes, format);
    if (inflated === 'unreadable') return { kind: 'unreadable' };
    if (inflated) return { kind: 'inflated', body: bodyOf(inflated) };
  }
  return { kind: 'plain' };
}

async function undo(bytes: Uint8Array<ArrayBuffer>, format: CompressionFormat): Promise<Uint8Array<ArrayBuffer> | 'unreadable' | null> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream(format)).getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      chunks.push(next.value);
      length += next.value.length;
      if (length > MOST) {
        await reader.cancel();
        return 'unreadable';
      }
    }
  } catch {
    // Only gzip has a mark that nothing else begins with; the others are just not this format.
    return format === 'gzip' ? 'unreadable' : null;
  }
  if (length === 0) return null;
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}
