/** In every browser and in Node, though no part of the language: https://encoding.spec.whatwg.org/#dom-textencoder-encodeinto */
declare const TextEncoder: new () => {
  encodeInto(text: string, into: Uint8Array): { readonly written: number };
};

/** Code units that are new in each piece: little enough to stay in the processor's nearest cache. A multiple of four. */
export const PIECE = 16_384;
/** Code units of the piece before that are read again with each piece. A multiple of four. */
export const OVERLAP = 256;

const ENCODER = new TextEncoder();

/** One byte for each UTF-16 code unit, and the same memory as 32-bit words, little-endian on every machine that browsers run on. */
export class Bytes {
  readonly #buffer = new ArrayBuffer(OVERLAP + PIECE + 16);
  readonly #bytes = new Uint8Array(this.#buffer);
  /** Whether the piece that was read last holds ASCII only. */
  ascii = true;
  readonly words = new Int32Array(this.#buffer);

  /** Reads `text[from, to)`, at most `OVERLAP + PIECE` units. Returns the number of words that hold it, one more than needed, the rest zeros. */
  read(text: string, from: number, to: number): number {
    const length = to - from;
    // Anything but ASCII takes more bytes than units.
    this.ascii = ENCODER.encodeInto(text.slice(from, to), this.#bytes).written === length;
    if (!this.ascii) this.#readUnits(text, from, length);
    this.#bytes.fill(0, length, length + 8);
    return (length + 7) >> 2;
  }

  #readUnits(text: string, from: number, length: number): void {
    for (let i = 0; i < length; i++) this.#bytes[i] = byteOf(text.charCodeAt(from + i));
  }
}

/** Up to here letters have two cases; beyond it only the full-width ones. */
const CASED = 0x2e00;
let lowerCased: Uint16Array | null = null;

/** By code unit, its lower case where that is one unit. Made when a text first asks for it. */
function lowerCase(): Uint16Array {
  const table = new Uint16Array(CASED);
  for (let unit = 0; unit < CASED; unit++) {
    const lower = String.fromCharCode(unit).toLowerCase();
    table[unit] = lower.length === 1 ? lower.charCodeAt(0) : unit;
  }
  return table;
}

/** ASCII as it is; everything else, without regard to case, shares the upper 128 values. */
export function byteOf(unit: number): number {
  if (unit < 128) return unit;
  let lower = unit;
  if (unit < CASED) {
    lowerCased ??= lowerCase();
    lower = lowerCased[unit] as number;
  } else if (unit >= 0xff21 && unit <= 0xff3a) lower = unit + 32;
  return 128 | ((lower ^ (lower >>> 7)) & 127);
}
