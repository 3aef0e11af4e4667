import { AROUND, type View, ViewBuilder } from './view.ts';

/** Characters that are read, at least and at most. */
const FEWEST = 12;
const MOST = 16_384;
/** What is read so says something by chance. */
const LEAST = 0.5;

/** What stands between hexadecimal codes in a list. */
export const LISTED: readonly string[] = [', 0x', ',0x'];
/** Units of the last of these that belong to the code. */
export const HEX_CODE = 2;

const COMMA = 44;
const CLOSING = 41;

/** Whether three digits in a row may be the code of a character in a list (`103, 104`, `chr(103) + …`). A list of capitals and digits alone has none of three. */
export function isCode(text: string, start: number, end: number): boolean {
  const behind = text.charCodeAt(end);
  return end - start === 3 && text.startsWith('1', start) && (behind === COMMA || behind === CLOSING);
}

/** Whether digits in a row may be the offset of the first line of a dump. */
export function isOffset(text: string, start: number): boolean {
  return text.startsWith('0000', start) && /(?:^|[\s])(?:0x)?$/.test(text.slice(Math.max(0, start - 3), start));
}

/** One code of a character, decimal or hexadecimal. */
const CODE = /0x(?<hex>[0-9a-f]{2})(?![\w.])|(?<decimal>\d{2,3})(?![\w.])/iy;
/** What parts two codes: a comma, perhaps with a line end, or the next call of a sum: `[103, 104]`, `0x67,0x68`, `chr(103) + chr(104)`. */
const BETWEEN = /,\s{0,24}|\)\s?[+.&]{1,2}\s?chr\w?\(/iy;

/** A code and what parts it from the next one, at the end of a text. */
const CODE_BEFORE = /(?<![\w.])(?:0x[0-9a-f]{2}|\d{2,3})(?:,\s{0,24}|\)\s?[+.&]{1,2}\s?chr\w?\()$/i;
const LONGEST_BEFORE = 40;

/** The character whose code begins at `at`, with where that ends; null when it is none that texts hold. */
function codeAt(text: string, at: number): { readonly end: number; readonly character: string } | null {
  CODE.lastIndex = at;
  const { hex, decimal } = CODE.exec(text)?.groups ?? {};
  const code = hex === undefined ? Number(decimal ?? 0) : Number.parseInt(hex, 16);
  return isPlain(code) ? { end: CODE.lastIndex, character: String.fromCharCode(code) } : null;
}

/** Where the first of the codes before the one at `at` begins; nothing before `least` belongs to them. */
function firstBefore(text: string, at: number, least: number): number {
  let start = at;
  for (let count = 0; count < MOST; count++) {
    const before = text.slice(Math.max(least, start - LONGEST_BEFORE), start);
    const found = CODE_BEFORE.exec(before);
    const place = start - before.length + (found?.index ?? 0);
    if (!found || !codeAt(text, place)) break;
    start = place;
  }
  return start;
}

/**
 * The text behind characters that are written as a list of their codes (ASCII), of which one begins at `at`: what programs print of bytes. The row ends at what is no code of a character that
 * texts hold, and nothing before `least` belongs to it. `end` is where the row ends, so that a caller need not ask about it twice.
 */
export function decodedCodes(text: string, at: number, least: number): { readonly end: number; readonly view: View | null } {
  // Most lists of bytes hold what is no text.
  if (!codeAt(text, at)) return { end: at + 1, view: null };
  const start = firstBefore(text, at, least);
  const builder = new ViewBuilder();
  const from = Math.max(0, start - AROUND);
  builder.copy(text, from, start);
  let end = start;
  let count = 0;
  for (let place = start; count < MOST; place = BETWEEN.lastIndex) {
    const code = codeAt(text, place);
    if (!code) break;
    builder.add(code.character, place, code.end);
    count++;
    end = code.end;
    BETWEEN.lastIndex = end;
    if (!BETWEEN.test(text)) break;
  }
  if (count < FEWEST) return { end: Math.max(end, at + 1), view: null };
  const to = Math.min(text.length, end + AROUND);
  builder.copy(text, end, to);
  return { end, view: builder.view(from, to, LEAST) };
}

function isPlain(code: number): boolean {
  return (code >= 32 && code < 127) || code === 9 || code === 10 || code === 13;
}

/** The offset at the head of a line of a dump. */
const OFFSET = /[ \t]{0,8}(?:0x)?[0-9a-f]{4,8}:?[ \t]{1,2}/iy;
/** One byte to four of the line. */
const BYTES = /((?:[0-9a-f]{2}){1,4})(?:[ \t]{1,2}|(?=\r?\n|$))/iy;
const BYTES_OF_LINE = 16;
/** No longer than that a view shows what decides on the next line. */
const LINE_END = /[^\n]{0,80}\n/y;

/**
 * The text behind a dump of bytes (hexdump -C, xxd, tcpdump -X) whose first line begins at `at`: an offset, sixteen bytes in hexadecimal digits, and their characters. What is no
 * character becomes a blank. `end` as above.
 */
export function decodedDump(text: string, at: number): { readonly end: number; readonly view: View | null } {
  const builder = new ViewBuilder();
  const from = Math.max(0, at - AROUND);
  builder.copy(text, from, at);
  let end = at;
  let count = 0;
  for (let line = at; count < MOST; ) {
    OFFSET.lastIndex = line;
    if (!OFFSET.test(text)) break;
    let place = OFFSET.lastIndex;
    let read = 0;
    for (BYTES.lastIndex = place; read < BYTES_OF_LINE; BYTES.lastIndex = place) {
      const [, digits = ''] = BYTES.exec(text) ?? [];
      if (digits === '') break;
      for (let i = 0; i < digits.length; i += 2) {
        const byte = Number.parseInt(digits.slice(i, i + 2), 16);
        builder.add(isPlain(byte) ? String.fromCharCode(byte) : ' ', place + i, place + i + 2);
      }
      read += digits.length / 2;
      end = place + digits.length;
      place = BYTES.lastIndex;
    }
    count += read;
    LINE_END.lastIndex = end;
    if (read < BYTES_OF_LINE || !LINE_END.test(text)) break;
    line = LINE_END.lastIndex;
  }
  if (count < FEWEST) return { end: Math.max(end, at + 1), view: null };
  const to = Math.min(text.length, end + AROUND);
  builder.copy(text, end, to);
  return { end, view: builder.view(from, to, LEAST) };
}
