/** Units by which most words are known to begin no phrase. */
const HEAD = 5;
/** Units of the words of a text that may be a phrase; no phrase is nearly as long. */
export const LONGEST_READ = 250;
const HASHES = 32_768;

/** The hash of a key goes on with each unit; its last bits are looked up. */
function hashedOn(hash: number, unit: number): number {
  return (Math.imul(hash, 37) + unit) | 0;
}

/** What the keys of a dictionary are, as far as hashes tell: most words of a text are none and need neither be cut out of it nor looked up. */
export class PhraseHashes {
  /** By hash of a beginning: length of the longest key, 0 for none. */
  readonly #longest = new Uint8Array(HASHES);
  /** By hash of a key: 1 where there is one. */
  readonly #keys = new Uint8Array(HASHES);
  /** Of the key that is being read: the hash by number of units. */
  readonly #read = new Int32Array(LONGEST_READ + 1);

  add(key: string): void {
    this.read(key, 0, 0, key.length);
    for (let length = 1; length <= HEAD && length <= key.length; length++) {
      const head = this.#last(length);
      this.#longest[head] = Math.max(key.length, this.#longest[head] as number);
    }
    this.#keys[this.#last(key.length)] = 1;
  }

  /** Reads on what begins at `from`, of which so many units were read, until so many are. */
  read(text: string, from: number, before: number, length: number): void {
    for (let i = before; i < length; i++) this.#read[i + 1] = hashedOn(this.#read[i] as number, text.charCodeAt(from + i));
  }

  /** Length of the longest key that may begin as the first units that were read; 0 for none. */
  longest(length: number): number {
    return this.#longest[this.#last(Math.min(HEAD, length))] as number;
  }

  /** Whether the first units that were read may be a key. */
  mayBeKey(length: number): boolean {
    return this.#keys[this.#last(length)] === 1;
  }

  #last(length: number): number {
    return (this.#read[length] as number) & (HASHES - 1);
  }
}
