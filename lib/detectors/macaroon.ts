/** A field of a packet: its type and where its data lies. */
interface Field {
  readonly type: number;
  readonly data: string;
  readonly next: number;
}

/** Fields of the binary format, version 2 (https://github.com/rescrv/libmacaroons/blob/master/doc/format.txt). */
const LOCATION = 1;
const IDENTIFIER = 2;
const SIGNATURE = 6;

/**
 * The location of a macaroon, version 2, that stands in `bytes` (Latin-1) from beginning to end, down to its signature of 32 bytes; null when there is none.
 */
export function macaroonLocation(bytes: string): string | null {
  if (bytes.charCodeAt(0) !== 2) return null;
  let at = 1;
  let location = '';
  const first = fieldAt(bytes, at);
  if (first?.type === LOCATION) {
    location = first.data;
    at = first.next;
  }
  const identifier = fieldAt(bytes, at);
  if (identifier?.type !== IDENTIFIER || bytes.charCodeAt(identifier.next) !== 0) return null;
  at = identifier.next + 1;
  // Caveats, each a section that ends with a zero; a zero by itself ends them all.
  while (at < bytes.length && bytes.charCodeAt(at) !== 0) {
    const field = fieldAt(bytes, at);
    if (!field) return null;
    at = bytes.charCodeAt(field.next) === 0 ? field.next + 1 : field.next;
  }
  const signature = fieldAt(bytes, at + 1);
  return signature?.type === SIGNATURE && signature.data.length === 32 && signature.next === bytes.length ? location : null;
}

/** Type, length (varints, here of at most two bytes) and data. */
function fieldAt(bytes: string, at: number): Field | null {
  const type = bytes.charCodeAt(at);
  if (!(type > 0 && type < 128)) return null;
  let length = bytes.charCodeAt(at + 1);
  let from = at + 2;
  if (length >= 128) {
    length = (length & 127) | (bytes.charCodeAt(at + 2) << 7);
    from++;
  }
  return from + length <= bytes.length ? { type, data: bytes.slice(from, from + length), next: from + length } : null;
}
