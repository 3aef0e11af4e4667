import { bip39Words } from './bip39-words.ts';
import { sha256 } from './sha256.ts';

let numbers: ReadonlyMap<string, number> | undefined;

/** Number of an English BIP-39 word, 0..2047, or undefined. The table is built when it is first asked for. */
export function seedWord(word: string): number | undefined {
  numbers ??= new Map(bip39Words().map((each, index) => [each, index]));
  return numbers.get(word);
}

/**
 * Whether the words are a seed phrase: 12, 15, 18, 21 or 24 words of the list whose last bits are the beginning of the SHA-256 of the others.
 * https://github.com/bitcoin/bips/blob/master/bip-0039.mediawiki. Null when they are no such words at all.
 */
export function isSeedPhrase(words: readonly string[]): boolean | null {
  if (words.length < 12 || words.length > 24 || words.length % 3 !== 0) return null;
  let bits = '';
  for (const word of words) {
    const number = seedWord(word.toLowerCase());
    if (number === undefined) return null;
    bits += number.toString(2).padStart(11, '0');
  }
  const checksum = words.length / 3;
  const entropy = Uint8Array.from(bits.slice(0, -checksum).match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
  return (sha256(entropy)[0] as number).toString(2).padStart(8, '0').slice(0, checksum) === bits.slice(-checksum);
}
