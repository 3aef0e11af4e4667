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

/** What is told of words and phrases by their hashes; a fingerprint of 0 is an empty place. */
export interface Lexicon {
  readonly fingerprints: Uint16Array;
  readonly values: Uint16Array;
}

/** Which words are used alike, by their hashes: `values` are clusters by the whole vector, `halves` those by each half of it, eight bits each. */
export interface Clusters extends Lexicon {
  readonly halves: Uint16Array;
}

/** The part of a table that is not learned from labelled text. */
export interface Slots {
  /** Masks of `KNOWN` by words and phrases. */
  readonly known: Lexicon;
  readonly clusters: Clusters;
  /** A Bloom filter of ordinary words. */
  readonly ordinary: Uint8Array;
}

/**
 * A trained table. In a file, little-endian: "TNT3"; one byte each of log2 of the rows and the number of labels, two of 0; the value of one step of a weight (float32); the places for
 * known words and for clusters (uint32 each); what passes from label to label (float32, rows: from; one row more: from the beginning); fingerprints and values of known words, then of
 * clusters, and the clusters by halves (uint16 each); the filter of ordinary words; and the weights (int8, by row).
 */
export interface Table extends Slots {
  /** log2 of the number of rows. */
  readonly rowBits: number;
  readonly scale: number;
  readonly transitions: Float32Array;
  readonly weights: Int8Array;
}

const MAGIC = 0x33544e54;
const HEADER = 20;
/** Most places of a lexicon. */
const MOST_PLACES = 1 << 20;
const COUNT = LABELS.length;

/** Bytes of a table of this shape. */
function sizeOf(rowBits: number, known: number, clusters: number): number {
  return HEADER + (COUNT + 1) * COUNT * 4 + 4 * known + 6 * clusters + ORDINARY_BYTES + (1 << rowBits) * COUNT;
}

/** Reads a table without copying it; null when the bytes are none. */
export function readTable(bytes: ArrayBuffer): Table | null {
  if (bytes.byteLength < HEADER) return null;
  const view = new DataView(bytes);
  const [rowBits, labels] = [view.getUint8(4), view.getUint8(5)];
  const [known, clusters] = [view.getUint32(12, true), view.getUint32(16, true)];
  if (view.getUint32(0, true) !== MAGIC || labels !== COUNT || rowBits > 20 || known > MOST_PLACES || clusters > MOST_PLACES) return null;
  if (bytes.byteLength !== sizeOf(rowBits, known, clusters)) return null;
  let at = HEADER;
  const take = (length: number): number => {
    const start = at;
    at += length;
    return start;
  };
  const lexicon = (places: number): Lexicon => ({
    fingerprints: new Uint16Array(bytes, take(2 * places), places),
    values: new Uint16Array(bytes, take(2 * places), places),
  });
  return {
    rowBits,
    scale: view.getFloat32(8, true),
    transitions: new Float32Array(bytes, take((COUNT + 1) * COUNT * 4), (COUNT + 1) * COUNT),
    known: lexicon(known),
    clusters: { ...lexicon(clusters), halves: new Uint16Array(bytes, take(2 * clusters), clusters) },
    ordinary: new Uint8Array(bytes, take(ORDINARY_BYTES), ORDINARY_BYTES),
    weights: new Int8Array(bytes, take((1 << rowBits) * COUNT), (1 << rowBits) * COUNT),
  };
}

/** Writes a table as `readTable` reads it. */
export function writeTable({ rowBits, scale, transitions, known, clusters, ordinary, weights }: Table): Uint8Array {
  const bytes = new Uint8Array(sizeOf(rowBits, known.values.length, clusters.values.length));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint8(4, rowBits);
  view.setUint8(5, COUNT);
  view.setFloat32(8, scale, true);
  view.setUint32(12, known.values.length, true);
  view.setUint32(16, clusters.values.length, true);
  let at = HEADER;
  for (const part of [
    transitions,
    known.fingerprints,
    known.values,
    clusters.fingerprints,
    clusters.values,
    clusters.halves,
    ordinary,
    weights,
  ]) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    at += part.byteLength;
  }
  return bytes;
}

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
  return told(slots.known, hash) | (isOrdinary(slots, hash) ? KNOWN.ordinary : 0);
}

/** An empty lexicon of so many places. */
export function emptyLexicon(places: number): Lexicon {
  return { fingerprints: new Uint16Array(places), values: new Uint16Array(places) };
}

/** The place where a hash stands, or the empty one where the search for it ends; -1 when there is neither, as there may be in a damaged table. */
function placeOf({ fingerprints }: Lexicon, hash: number): number {
  const places = fingerprints.length;
  const fingerprint = fingerprintOf(hash);
  let place = Math.floor(((hash >>> 0) / 2 ** 32) * places);
  for (let tries = 0; tries < places; tries++) {
    const found = fingerprints[place];
    if (found === fingerprint || found === 0) return place;
    place = place + 1 === places ? 0 : place + 1;
  }
  return -1;
}

/** What a lexicon tells of a word or phrase, by its hash; 0 for nothing. */
export function told(lexicon: Lexicon, hash: number): number {
  return lexicon.values[placeOf(lexicon, hash)] ?? 0;
}

/** The place in `values` and `halves` of what is told of a word, by its hash; -1 where nothing is. */
export function clusterPlace(clusters: Clusters, hash: number): number {
  const place = placeOf(clusters, hash);
  return clusters.values[place] ? place : -1;
}

/** Empty clusters of so many places. */
export function emptyClusters(places: number): Clusters {
  return { ...emptyLexicon(places), halves: new Uint16Array(places) };
}

/** Tells which clusters a word is in; of two ways to write one, the first that is told counts. */
export function tellCluster(clusters: Clusters, hash: number, cluster: number, halves: number): void {
  if (told(clusters, hash) !== 0) return;
  tell(clusters, hash, cluster);
  clusters.halves[placeOf(clusters, hash)] = halves;
}

/** Adds the bits of a value to what a lexicon tells of a hash; throws when it has no room. */
export function tell(lexicon: Lexicon, hash: number, value: number): void {
  const place = placeOf(lexicon, hash);
  if (place < 0) throw new Error(`no room in ${lexicon.values.length} places`);
  lexicon.fingerprints[place] = fingerprintOf(hash);
  lexicon.values[place] = (lexicon.values[place] as number) | value;
}

/** What tells hashes apart that begin their search at one place: other bits than those that say where it begins. */
function fingerprintOf(hash: number): number {
  return (hash & 0xffff) | 1;
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

/** `hashOf` the part of a text that is ASCII letters alone, in small letters, without a copy of it. */
export function hashOfPlain(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ (text.charCodeAt(i) | 32), 0x01000193);
  return mixed(hash);
}

/** The hash of a phrase that goes on with a word. */
export function joined(phrase: number, word: number): number {
  return mixed(Math.imul(phrase, 31) ^ word);
}

/** Spreads the bits of a hash. */
function mixed(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}
