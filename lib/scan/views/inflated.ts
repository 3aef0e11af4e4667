const END_OF_BLOCK = 256;
const LONGEST_CODE = 15;
/** Order in which the lengths of the codes for lengths are written (RFC 1951, 3.2.7). */
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** Flags of gzip (RFC 1952, 2.3.1): what stands behind the header. */
const CHECK = 2;
const EXTRA = 4;
const NAME = 8;
const COMMENT = 16;

/** Whether bytes begin as gzip does (RFC 1952, 2.3.1), or as zlib does with its usual window (RFC 1950, 2.2). */
export function isDeflated([first = 0, second = 0, third = 0]: readonly number[]): boolean {
  return (first === 0x1f && second === 0x8b && third === 8) || (first === 0x78 && (first * 256 + second) % 31 === 0 && (second & 32) === 0);
}

/**
 * The bytes that gzip or zlib has packed, at most `most` of them. Where the packed bytes are cut or broken, what stands before that. Checksums are not looked at: a text that was
 * altered is still a text.
 */
export function inflated(packed: readonly number[], most: number): number[] {
  const bits = new Bits(packed, packed[0] === 0x78 ? 2 : behindHeader(packed));
  const bytes: number[] = [];
  for (let last = 0; last === 0 && !bits.ended && bytes.length < most; ) {
    last = bits.take(1);
    const kind = bits.take(2);
    const goesOn =
      kind === 0
        ? copyPlain(bits, bytes, most)
        : kind === 1
          ? readBlock(bits, FIXED, bytes, most)
          : kind === 2 && readDynamic(bits, bytes, most);
    if (!goesOn) break;
  }
  return bytes;
}

/** Where the packed bytes begin behind the header of gzip. */
function behindHeader(packed: readonly number[]): number {
  const flags = packed[3] ?? 0;
  let at = 10;
  if ((flags & EXTRA) !== 0) at += 2 + (packed[at] ?? 0) + 256 * (packed[at + 1] ?? 0);
  for (const text of [NAME, COMMENT]) {
    if ((flags & text) === 0) continue;
    while (at < packed.length && packed[at] !== 0) at++;
    at++;
  }
  return (flags & CHECK) !== 0 ? at + 2 : at;
}

/** Bits in the order of RFC 1951, 3.1.1: the lowest of each byte first. Behind the end there are zeros. */
class Bits {
  ended = false;
  readonly #bytes: readonly number[];
  #at: number;
  #held = 0;
  #count = 0;

  constructor(bytes: readonly number[], at: number) {
    this.#bytes = bytes;
    this.#at = at;
  }

  /** The next bits, 16 at most, as a number. */
  take(count: number): number {
    while (this.#count < count) {
      this.ended ||= this.#at >= this.#bytes.length;
      this.#held |= (this.#bytes[this.#at++] ?? 0) << this.#count;
      this.#count += 8;
    }
    const taken = this.#held & ((1 << count) - 1);
    this.#held >>>= count;
    this.#count -= count;
    return taken;
  }

  /** Goes on at the next whole byte. */
  align(): void {
    this.take(this.#count % 8);
  }
}

/** Symbols in the order of their codes, with how many codes there are of each length (RFC 1951, 3.2.2). */
interface Code {
  readonly counts: readonly number[];
  readonly symbols: readonly number[];
}

function codeOf(lengths: readonly number[]): Code {
  const counts = Array.from({ length: LONGEST_CODE + 1 }, (_, length) => lengths.filter((each) => each === length).length);
  const symbols = lengths.flatMap((length, symbol) => (length > 0 ? symbol : []));
  // Sorting keeps the order of symbols whose codes are of one length.
  return { counts, symbols: symbols.sort((a, b) => (lengths[a] as number) - (lengths[b] as number)) };
}

/** The next symbol, or -1 where no code begins. */
function symbolOf(bits: Bits, { counts, symbols }: Code): number {
  let value = 0;
  /** The first code of this length, and how many symbols have shorter ones. */
  let first = 0;
  let shorter = 0;
  for (let length = 1; length <= LONGEST_CODE; length++) {
    value = value * 2 + bits.take(1);
    const count = counts[length] as number;
    if (value - first < count) return symbols[shorter + value - first] ?? -1;
    shorter += count;
    first = (first + count) * 2;
  }
  return -1;
}

/** The two codes of a block: for bytes and lengths, and for distances. */
interface Codes {
  readonly literals: Code;
  readonly distances: Code;
}

/** The codes that need not be written (RFC 1951, 3.2.6). */
const FIXED: Codes = {
  literals: codeOf(Array.from({ length: 288 }, (_, symbol) => (symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8))),
  distances: codeOf(Array.from({ length: 30 }, () => 5)),
};

/** Units that a length's symbol, counted from 257, stands for (RFC 1951, 3.2.5). */
function lengthAt(bits: Bits, symbol: number): number {
  if (symbol < 8) return symbol + 3;
  if (symbol === 28) return 258;
  const extra = (symbol >> 2) - 1;
  return ((4 + (symbol & 3)) << extra) + 3 + bits.take(extra);
}

function distanceAt(bits: Bits, symbol: number): number {
  if (symbol < 2) return symbol + 1;
  const extra = (symbol >> 1) - 1;
  return ((2 + (symbol & 1)) << extra) + 1 + bits.take(extra);
}

/** Whether the block could be read to its end; so all the others. */
function readBlock(bits: Bits, { literals, distances }: Codes, bytes: number[], most: number): boolean {
  while (bytes.length < most && !bits.ended) {
    const symbol = symbolOf(bits, literals);
    if (symbol === END_OF_BLOCK) return true;
    if (symbol < 0 || symbol > 285) return false;
    if (symbol < END_OF_BLOCK) {
      bytes.push(symbol);
      continue;
    }
    const length = lengthAt(bits, symbol - 257);
    const code = symbolOf(bits, distances);
    const distance = code < 0 ? 0 : distanceAt(bits, code);
    if (distance === 0 || distance > bytes.length) return false;
    for (let i = 0; i < length && bytes.length < most; i++) bytes.push(bytes[bytes.length - distance] as number);
  }
  return false;
}

/** A block that brings its own codes (RFC 1951, 3.2.7). */
function readDynamic(bits: Bits, bytes: number[], most: number): boolean {
  const [literals, distances, written] = [bits.take(5) + 257, bits.take(5) + 1, bits.take(4) + 4];
  const own = ORDER.map(() => 0);
  for (let i = 0; i < written; i++) own[ORDER[i] as number] = bits.take(3);
  const code = codeOf(own);
  const lengths: number[] = [];
  while (lengths.length < literals + distances) {
    const symbol = symbolOf(bits, code);
    if (symbol < 0 || bits.ended) return false;
    if (symbol < 16) lengths.push(symbol);
    else if (symbol === 16) lengths.push(...repeated(lengths[lengths.length - 1] ?? 0, 3 + bits.take(2)));
    else lengths.push(...repeated(0, symbol === 17 ? 3 + bits.take(3) : 11 + bits.take(7)));
  }
  const codes = { literals: codeOf(lengths.slice(0, literals)), distances: codeOf(lengths.slice(literals, literals + distances)) };
  return readBlock(bits, codes, bytes, most);
}

function repeated(length: number, times: number): number[] {
  return Array.from({ length: times }, () => length);
}

/** A block that is not packed (RFC 1951, 3.2.4). */
function copyPlain(bits: Bits, bytes: number[], most: number): boolean {
  bits.align();
  const length = bits.take(16);
  bits.take(16);
  for (let i = 0; i < length; i++) {
    if (bytes.length >= most || bits.ended) return false;
    bytes.push(bits.take(8));
  }
  return true;
}
