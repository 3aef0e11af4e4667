import { sha256 } from './sha256.ts';

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
/** Decoding takes time with the square of the length; nothing that is looked for is longer. */
const LONGEST = 256;

/** Decodes base58 (https://datatracker.ietf.org/doc/html/draft-msporny-base58-03); null when it is none, or too long. */
export function decodeBase58(text: string): Uint8Array | null {
  if (text.length === 0 || text.length > LONGEST) return null;
  // Least significant byte first.
  const bytes: number[] = [];
  for (let i = 0; i < text.length; i++) {
    let carry = ALPHABET.indexOf(text[i] as string);
    if (carry < 0) return null;
    for (let j = 0; j < bytes.length; j++) {
      carry += (bytes[j] as number) * 58;
      bytes[j] = carry & 255;
      carry >>= 8;
    }
    for (; carry > 0; carry >>= 8) bytes.push(carry & 255);
  }
  for (let i = 0; i < text.length && text[i] === '1'; i++) bytes.push(0);
  return Uint8Array.from(bytes.reverse());
}

/** The payload of base58check (https://en.bitcoin.it/wiki/Base58Check_encoding): version and data; null when the checksum is wrong. */
export function decodeBase58Check(text: string): Uint8Array | null {
  const bytes = decodeBase58(text);
  if (!bytes || bytes.length < 5) return null;
  const payload = bytes.slice(0, -4);
  const digest = sha256(sha256(payload));
  return bytes.slice(-4).every((byte, index) => byte === digest[index]) ? payload : null;
}
