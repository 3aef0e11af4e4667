const ALPHABET = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3] as const;

/** The remainder of BIP-173 over five-bit values. */
export function bech32Remainder(values: Iterable<number>): number {
  let rest = 1;
  for (const value of values) {
    const top = rest >>> 25;
    rest = ((rest & 0x1ffffff) << 5) ^ value;
    GENERATOR.forEach((term, bit) => {
      if ((top >>> bit) & 1) rest ^= term;
    });
  }
  return rest;
}

/** The part before the separator, spread over five-bit values as the checksum counts it. */
export function expandPrefix(prefix: string): number[] {
  const units = Array.from(prefix, (character) => character.charCodeAt(0));
  return [...units.map((unit) => unit >> 5), 0, ...units.map((unit) => unit & 31)];
}

/**
 * Which of bech32 (BIP-173) and bech32m (BIP-350) has a right checksum in `text`; null for neither. One case throughout, any length, as age and Lightning
 * use it.
 */
export function bech32Variant(text: string): 'bech32' | 'bech32m' | null {
  const lower = text.toLowerCase();
  if (text !== lower && text !== text.toUpperCase()) return null;
  const separator = lower.lastIndexOf('1');
  if (separator < 1 || lower.length - separator < 7 || lower.length > 2048) return null;
  const data = Array.from(lower.slice(separator + 1), (character) => ALPHABET.indexOf(character));
  if (data.includes(-1)) return null;
  const rest = bech32Remainder([...expandPrefix(lower.slice(0, separator)), ...data]);
  return rest === 1 ? 'bech32' : rest === 0x2bc830a3 ? 'bech32m' : null;
}
