import { byteOf } from '../bytes.ts';

/** Two units as bytes, zeros past the end. */
export function pairAt(text: string, at: number): number {
  return byteAt(text, at) | (byteAt(text, at + 1) << 8);
}

/** Four units as bytes, the first in the low place, zeros past the end. */
export function gramAt(text: string, at: number): number {
  return pairAt(text, at) | (pairAt(text, at + 2) << 16);
}

/** One unit as a byte, zero past the end. */
export function byteAt(text: string, at: number): number {
  return at < text.length ? byteOf(text.charCodeAt(at)) : 0;
}

/** Every byte. */
export const ANY: readonly number[] = Array.from({ length: 256 }, (_, byte) => byte);

/** The bytes that fold to the same as that of a unit. */
export function variants(text: string, at: number, exact: boolean): readonly number[] {
  const byte = byteOf(text.charCodeAt(at));
  return !exact && byte >= 97 && byte <= 122 ? [byte - 32, byte] : [byte];
}
