/**
 * One string inside an encoded text. `start` and `end` are UTF-16 offsets of its encoded form in that text, so that a
 * rewrite replaces exactly this and leaves every other character as it was.
 */
export interface Leaf {
  /** JSON Pointer (RFC 6901) within the text. */
  readonly pointer: string;
  readonly start: number;
  readonly end: number;
  /** The decoded string. */
  readonly value: string;
  /** Encodes a new value so that it can stand between `start` and `end`; null when it cannot be written here. */
  readonly encode: (value: string) => string | null;
}

/** Escapes a key for use in a JSON Pointer (RFC 6901 section 3). */
export function pointerToken(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
