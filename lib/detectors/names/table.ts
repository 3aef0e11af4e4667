/** What is known of a word or phrase from lists, as bits of a mask. */
export const KNOWN = {
  given: 1 << 0,
  surname: 1 << 1,
  place: 1 << 2,
  organisation: 1 << 3,
  /** Heads the name of an organisation: university, ministry, bank. */
  organisationHead: 1 << 4,
  /** Ends the name of a company: Inc., GmbH. */
  companyForm: 1 << 5,
  /** Heads the name of a place: river, mount, county. */
  placeHead: 1 << 6,
  /** Stands before a person: Mr., president, Frau. */
  title: 1 << 7,
  /** Peoples and languages: French, Germans. */
  nation: 1 << 8,
  time: 1 << 9,
  /** Names and places that are met often. */
  commonGiven: 1 << 10,
  /** Begins a phrase of the lists. */
  phraseStart: 1 << 11,
  /** Products, works, events. */
  other: 1 << 12,
  /** A word of the name of a place or an organisation that has several. */
  part: 1 << 13,
  commonPlace: 1 << 14,
  commonSurname: 1 << 15,
  /** Written small in ordinary text; kept apart, in a filter. */
  ordinary: 1 << 16,
  /** Known from no list, but ends with an ordinary word, as German nouns do: Polizeibeamten. */
  compound: 1 << 17,
} as const;

/** What the tagger may say of a token. `B` begins a name, `I` goes on with it. */
export const LABELS = ['O', 'B-PERSON', 'I-PERSON', 'B-LOCATION', 'I-LOCATION', 'B-ORGANISATION', 'I-ORGANISATION'] as const;

/**
 * A trained table. In a file: "TNT1"; one byte each of log2 of the rows, the number of labels, log2 of the slots, 0; then, little-endian, the value of one step of a weight
 * (float32), what passes from label to label (float32, rows: from; one row more: from the beginning), the slots' fingerprints and masks (uint16 each), the filter of ordinary words, and the weights (int8, by row).
 */
export interface Table {
  /** log2 of the number of rows. */
  readonly rowBits: number;
  readonly scale: number;
  readonly transitions: Float32Array;
  readonly slotBits: number;
  readonly fingerprints: Uint16Array;
  readonly masks: Uint16Array;
  /** A Bloom filter of ordinary words. */
  readonly ordinary: Uint8Array;
  readonly weights: Int8Array;
}

const MAGIC = 0x31544e54;
const HEADER = 12;
const COUNT = LABELS.length;

/** Bytes of a table of this shape. */
function sizeOf(rowBits: number, slotBits: number): number {
  return HEADER + (COUNT + 1) * COUNT * 4 + (1 << slotBits) * 4 + ORDINARY_BYTES + (1 << rowBits) * COUNT;
}

/** Reads a table without copying it; null when the bytes are none. */
export function readTable(bytes: ArrayBuffer): Table | null {
  if (bytes.byteLength < HEADER) return null;
  const view = new DataView(bytes);
  const [rowBits, labels, slotBits] = [view.getUint8(4), view.getUint8(5), view.getUint8(6)];
  if (view.getUint32(0, true) !== MAGIC || labels !== COUNT || rowBits > 20 || slotBits > 20) return null;
  if (bytes.byteLength !== sizeOf(rowBits, slotBits)) return null;
  let at = HEADER;
  const take = (length: number): number => {
    const start = at;
    at += length;
    return start;
  };
  return {
    rowBits,
    slotBits,
    scale: view.getFloat32(8, true),
    transitions: new Float32Array(bytes, take((COUNT + 1) * COUNT * 4), (COUNT + 1) * COUNT),
    fingerprints: new Uint16Array(bytes, take(2 << slotBits), 1 << slotBits),
    masks: new Uint16Array(bytes, take(2 << slotBits), 1 << slotBits),
    ordinary: new Uint8Array(bytes, take(ORDINARY_BYTES), ORDINARY_BYTES),
    weights: new Int8Array(bytes, take((1 << rowBits) * COUNT), (1 << rowBits) * COUNT),
  };
}

/** Writes a table as `readTable` reads it. */
export function writeTable({ rowBits, slotBits, scale, transitions, fingerprints, masks, ordinary, weights }: Table): Uint8Array {
  const bytes = new Uint8Array(sizeOf(rowBits, slotBits));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint8(4, rowBits);
  view.setUint8(5, COUNT);
  view.setUint8(6, slotBits);
  view.setFloat32(8, scale, true);
  let at = HEADER;
  for (const part of [transitions, fingerprints, masks, ordinary, weights]) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    at += part.byteLength;
  }
  return bytes;
}

/** The part of a table that is not learned. */
export type Slots = Pick<Table, 'slotBits' | 'fingerprints' | 'masks' | 'ordinary'>;

/** Bytes of the filter of ordinary words. */
export const ORDINARY_BYTES = 176_000;

/** The n-th bit of the filter that stands for a hash. */
function ordinaryBit(hash: number, n: number): number {
  return Math.floor(((Math.imul(hash, 2 * n + 1) >>> 0) / 2 ** 32) * (8 * ORDINARY_BYTES));
}

function isOrdinary({ ordinary }: Slots, hash: number): boolean {
  for (let n = 0; n < 4; n++) {
    const bit = ordinaryBit(hash, n);
    if (((ordinary[bit >> 3] as number) & (1 << (bit & 7))) === 0) return false;
  }
  return true;
}

/** Puts a hash into the filter of ordinary words. */
export function addOrdinary({ ordinary }: Slots, hash: number): void {
  for (let n = 0; n < 4; n++) {
    const bit = ordinaryBit(hash, n);
    ordinary[bit >> 3] = (ordinary[bit >> 3] as number) | (1 << (bit & 7));
  }
}

/** What the lists know of a word, by its hash: a mask of `KNOWN`, 0 for nothing. */
export function knownWord(slots: Slots, hash: number): number {
  return known(slots, hash) | (isOrdinary(slots, hash) ? KNOWN.ordinary : 0);
}

/** What the lists know of a word or phrase, by its hash: a mask of `KNOWN` without `ordinary`, 0 for nothing. */
export function known({ slotBits, fingerprints, masks }: Slots, hash: number): number {
  const last = (1 << slotBits) - 1;
  const fingerprint = fingerprintOf(hash);
  for (let slot = hash & last; fingerprints[slot] !== 0; slot = (slot + 1) & last)
    if (fingerprints[slot] === fingerprint) return masks[slot] as number;
  return 0;
}

/** Puts a hash into the slots, which must have room. */
export function addKnown(slots: Slots, hash: number, mask: number): void {
  const last = (1 << slots.slotBits) - 1;
  const fingerprint = fingerprintOf(hash);
  let slot = hash & last;
  while (slots.fingerprints[slot] !== 0 && slots.fingerprints[slot] !== fingerprint) slot = (slot + 1) & last;
  slots.fingerprints[slot] = fingerprint;
  slots.masks[slot] = (slots.masks[slot] as number) | mask;
}

function fingerprintOf(hash: number): number {
  return (hash >>> 16) | 1;
}

/** A 32-bit hash of a word, lower case; digits are all the same. */
export function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    hash = Math.imul(hash ^ (unit >= 48 && unit <= 57 ? 48 : unit), 0x01000193);
  }
  return mixed(hash);
}

/** The hash of a phrase that goes on with a word. */
export function joined(phrase: number, word: number): number {
  return mixed(Math.imul(phrase, 31) ^ word);
}

/** Spreads the bits of a hash. */
export function mixed(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}
