import { inflated, isDeflated } from './inflated.ts';
import { AROUND, type View, ViewBuilder } from './view.ts';

/** Longest stretch of base64 or hex that is decoded, code units. */
const LONGEST = 32_768;
const SHORTEST = 16;
/** Shorter lines are not joined. */
const LINE = 60;
/** Most characters of a packed text that are read. */
const MOST_INFLATED = 65_536;

/** Value of a base64 or base64url digit (RFC 4648, sections 4 and 5), or -1. */
function digitOf(unit: number): number {
  if (unit >= 65 && unit <= 90) return unit - 65;
  if (unit >= 97 && unit <= 122) return unit - 71;
  if (unit >= 48 && unit <= 57) return unit + 4;
  if (unit === 43 || unit === 45) return 62;
  return unit === 47 || unit === 95 ? 63 : -1;
}

function hexOf(unit: number): number {
  if (unit >= 48 && unit <= 57) return unit - 48;
  const lower = unit | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}

/** One decoded byte and the units that it comes from. */
interface Decoded {
  readonly bytes: number[];
  readonly starts: number[];
  readonly ends: number[];
  /** Where the encoded stretch ends. */
  readonly end: number;
}

/** What a run hides, and where what was decoded ends, so that a caller need not ask about it twice. */
interface Behind {
  readonly end: number;
  readonly view: View | null;
}

/**
 * The text behind a run `[start, end)` of base64, base64url or hexadecimal digits, or null when it hides no text. Nothing before `from` is looked at. What was packed by gzip or zlib is
 * unpacked, at most to `most` characters.
 */
export function decodedRun(text: string, start: number, end: number, from = 0, most = MOST_INFLATED): Behind {
  if (end - start < SHORTEST) return { end, view: null };
  const hex = decodeHex(text, start, Math.min(end, start + LONGEST));
  if (hex) return { end, view: viewOf(text, start, hex, most) };
  let wide = start;
  while (wide > from && start - wide < LONGEST && digitOf(text.charCodeAt(wide - 1)) >= 0) wide--;
  for (const begin of wide < start ? [wide, start] : [start]) {
    if (!mayBeText(text, begin)) continue;
    const decoded = decodeBase64(text, begin);
    const view = decoded && viewOf(text, begin, decoded, most);
    if (decoded && view) return { end: Math.max(end, decoded.end), view };
  }
  return { end, view: null };
}

/** Whether the first three bytes of base64 at `at` may begin a text: ASCII is printable, and what is not ASCII is not alone; or it is packed. */
function mayBeText(text: string, at: number): boolean {
  let held = 0;
  for (let i = 0; i < 4; i++) held = (held << 6) | digitOf(text.charCodeAt(at + i));
  if (held < 0) return false;
  const bytes = [held >> 16, (held >> 8) & 255, held & 255];
  return bytes.every(mayBeByte) || isDeflated(bytes);
}

/** Zeros belong to UTF-16. */
function mayBeByte(byte: number): boolean {
  return byte >= 128 || byte === 0 || isPlain(byte);
}

function isPlain(byte: number): boolean {
  return (byte >= 32 && byte < 127) || byte === 9 || byte === 10 || byte === 13;
}

function decodeHex(text: string, start: number, end: number): Decoded | null {
  const bytes: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (let at = start; at < end; at += 2) {
    const high = hexOf(text.charCodeAt(at));
    const low = hexOf(text.charCodeAt(at + 1));
    if (high < 0 || low < 0) return null;
    bytes.push(high * 16 + low);
    starts.push(at);
    ends.push(at + 2);
    if (bytes.length === 8 && !looksLikeText(bytes) && !isDeflated(bytes)) return null;
  }
  return { bytes, starts, ends, end };
}

/** Numbers of two digits say something by chance. */
const LEAST_IN_PAIRS = 0.5;

/**
 * The text behind hexadecimal bytes with a blank (two at most) or a hyphen between them, of which one begins at `at`: `67 68 70`. Nothing before `from` is looked at; the `end` of the
 * answer is where the row ends.
 */
export function decodedPairs(text: string, at: number, from: number): { readonly end: number; readonly view: View | null } {
  let start = at;
  for (let next = pairBefore(text, start); next >= from && at - start < LONGEST; next = pairBefore(text, next)) start = next;
  const bytes: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let place = start;
  while (isHexPair(text, place) && bytes.length < LONGEST) {
    bytes.push(hexOf(text.charCodeAt(place)) * 16 + hexOf(text.charCodeAt(place + 1)));
    starts.push(place);
    place += 2;
    ends.push(place);
    if (bytes.length === 8 && !looksLikeText(bytes)) return { end: place, view: null };
    const gap = gapAt(text, place, 1);
    if (gap === 0) break;
    place += gap;
  }
  const end = ends[ends.length - 1] ?? at;
  return { end, view: plainView(text, start, { bytes, starts, ends, end }, LEAST_IN_PAIRS) };
}

function isHexPair(text: string, at: number): boolean {
  return hexOf(text.charCodeAt(at)) >= 0 && hexOf(text.charCodeAt(at + 1)) >= 0;
}

/** Where the pair before the one at `at` begins, or -1. */
function pairBefore(text: string, at: number): number {
  const gap = gapAt(text, at - 1, -1);
  return gap > 0 && isHexPair(text, at - gap - 2) && hexOf(text.charCodeAt(at - gap - 3)) < 0 ? at - gap - 2 : -1;
}

/** Units between two pairs, seen from `at` on in steps of 1 or -1: one, or two blanks; else zero. */
function gapAt(text: string, at: number, step: 1 | -1): number {
  const unit = text.charCodeAt(at);
  if (unit === 32) return text.charCodeAt(at + step) === 32 ? 2 : 1;
  return unit === 45 || unit === 10 ? 1 : 0;
}

/** Whether what begins at `at` is base64 up to the end of its line. */
function isEncodedLine(text: string, at: number): boolean {
  let end = at;
  while (end - at < 2 * LINE && digitOf(text.charCodeAt(end)) >= 0) end++;
  // Letters of one case, or with a capital at their head, may be the next word of the text.
  if (end - at >= LINE || /\d|(?!^)[A-Z]/.test(text.slice(at, end))) return true;
  while (text.charCodeAt(end) === 61) end++;
  return end >= text.length || text.charCodeAt(end) === 10 || text.charCodeAt(end) === 13;
}

/** Lines of 60 characters and more may be joined, as mail and PEM break them. */
function decodeBase64(text: string, start: number): Decoded | null {
  const bytes: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let bits = 0;
  let held = 0;
  let from = start;
  let line = start;
  let at = start;
  for (; at - start < LONGEST; at++) {
    let value = digitOf(text.charCodeAt(at));
    if (value < 0) {
      const gap = text.charCodeAt(at) === 10 ? 1 : text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10 ? 2 : 0;
      if (gap === 0 || at - line < LINE || !isEncodedLine(text, at + gap)) break;
      value = digitOf(text.charCodeAt(at + gap));
      if (value < 0) break;
      at += gap;
      line = at;
    }
    if (bits === 0) from = at;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 255);
    starts.push(from);
    ends.push(at + 1);
    from = at;
    if (bytes.length === 9 && !looksLikeText(bytes) && !isDeflated(bytes)) return null;
  }
  return { bytes, starts, ends, end: at };
}

/** Printable ASCII, or its UTF-16 (every second byte zero), or UTF-8 sequences. Every byte but a few. */
function looksLikeText(bytes: readonly number[]): boolean {
  let plain = 0;
  let zeros = 0;
  for (const byte of bytes) {
    if (byte === 0) zeros++;
    else if (isPlain(byte)) plain++;
    else if (byte < 128) return false;
  }
  return plain >= bytes.length * 0.85 || (zeros >= bytes.length * 0.4 && plain + zeros === bytes.length);
}

function viewOf(text: string, start: number, decoded: Decoded, most: number): View | null {
  return plainView(text, start, decoded) ?? (isDeflated(decoded.bytes) ? inflatedView(text, start, decoded, most) : null);
}

function plainView(text: string, start: number, decoded: Decoded, least = 0): View | null {
  const { bytes, starts, ends, end } = decoded;
  if (bytes.length < 8 || !looksLikeText(bytes)) return null;
  return surrounded(text, start, end, least, (builder) =>
    bytes.forEach((byte, index) => {
      if (byte !== 0) builder.add(String.fromCharCode(byte), starts[index] as number, ends[index] as number);
    }),
  );
}

/** All of what was packed stands for all of what is packed. */
function inflatedView(text: string, start: number, { bytes, end }: Decoded, most: number): View | null {
  const plain = inflated(bytes, Math.min(most, MOST_INFLATED));
  if (plain.length < 8 || !looksLikeText(plain)) return null;
  return surrounded(text, start, end, 0, (builder) => {
    for (const byte of plain) if (byte !== 0) builder.add(String.fromCharCode(byte), start, end);
  });
}

/** A view of what stands for `[start, end)`, with what stands round it in the text. */
function surrounded(text: string, start: number, end: number, least: number, fill: (builder: ViewBuilder) => void): View {
  const builder = new ViewBuilder();
  const from = Math.max(0, start - AROUND);
  const to = Math.min(text.length, end + AROUND);
  builder.copy(text, from, start);
  fill(builder);
  builder.copy(text, end, to);
  return builder.view(from, to, least);
}
