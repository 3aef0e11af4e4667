import { AROUND, type View, ViewBuilder } from './view.ts';

/** Quoted-printable of what credentials hold: a single one of these may stand anywhere in a long run. Other escapes are found by the pass over the text. */
export const STRAY_ESCAPES: readonly string[] = ['=2B', '=2D', '=2E', '=2F', '=3A', '=3D', '=40', '=5F', '=7C', '=7E'];

/** Escapes closer than this belong to one stretch, code units. */
const GAP = 48;
const LONGEST = 16_384;

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  lowbar: '_',
  equals: '=',
  colon: ':',
  sol: '/',
  period: '.',
  hyphen: '-',
  dash: '-',
  plus: '+',
  commat: '@',
  nbsp: ' ',
};

/** One escape: how long it is, and the code units, or the byte, that it stands for. */
interface Escape {
  readonly length: number;
  readonly text: string;
}

const PATTERN =
  /%(?<pct>[0-9A-Fa-f]{2})|[\\%]u(?<u4>[0-9A-Fa-f]{4})|\\u\{(?<ub>[0-9A-Fa-f]{1,6})\}|\\x(?<x>[0-9A-Fa-f]{2})|\\(?<oct>[01][0-7]{2})|&#(?:(?<dec>\d{1,7})|[xX](?<hex>[0-9A-Fa-f]{1,6}));?|&(?<name>[a-z]{2,6});|=(?:(?<qp>[0-9A-F]{2})|(?<soft>\r?\n))/y;

/**
 * Reads the escape at `at`: percent-encoding (RFC 3986, 2.1), `\u`, `\x` and `\u{…}` (ECMA-262, 12.9.4), `%u` (B.2.1), three octal digits (C, ISO 9899, 6.4.4.4), character references
 * (HTML, 13.5), quoted-printable (RFC 2045, 6.7). Null when there is none.
 */
function escapeAt(text: string, at: number): Escape | null {
  PATTERN.lastIndex = at;
  const found = PATTERN.exec(text);
  const groups = found?.groups;
  if (!found || !groups) return null;
  const { length } = found[0];
  const byte = groups.pct ?? groups.qp ?? groups.x;
  if (byte !== undefined) return { length, text: String.fromCharCode(Number.parseInt(byte, 16)) };
  if (groups.oct !== undefined) return { length, text: String.fromCharCode(Number.parseInt(groups.oct, 8)) };
  if (groups.soft !== undefined) return { length, text: '' };
  if (groups.name !== undefined) {
    const named = NAMED[groups.name];
    return named === undefined ? null : { length, text: named };
  }
  const code = groups.dec !== undefined ? Number(groups.dec) : Number.parseInt(groups.u4 ?? groups.ub ?? groups.hex ?? '', 16);
  return code > 0 && code <= 0x10ffff ? { length, text: String.fromCodePoint(code) } : null;
}

/** What credentials hold; a single blank or letter that is escaped hides nothing. */
const TELLING = /^[_\-=+/.:@~|]$/;

/** Whether another escape follows soon. */
function goesOn(text: string, at: number): boolean {
  const most = Math.min(text.length, at + GAP);
  for (let next = at; next < most; next++) {
    const unit = text.charCodeAt(next);
    if ((unit === 37 || unit === 92 || unit === 38 || unit === 61) && escapeAt(text, next)) return true;
  }
  return false;
}

/** The stretch of escapes round the cue at `at` with its escapes undone, or null when it hides nothing: a blank alone, no escape at all. */
export function unescaped(text: string, at: number): View | null {
  const first = escapeAt(text, at);
  if (!first || !(TELLING.test(first.text) || goesOn(text, at + first.length))) return null;
  const builder = new ViewBuilder();
  const from = Math.max(0, at - AROUND);
  builder.copy(text, from, at);
  let last = at;
  let read = at;
  for (; read < text.length && read - last <= GAP && read - at < LONGEST; ) {
    const found = escapeAt(text, read);
    if (found) {
      builder.add(found.text, read, read + found.length);
      read += found.length;
      last = read;
    } else {
      builder.copy(text, read, read + 1);
      read++;
    }
  }
  const to = Math.min(text.length, Math.max(read, last + AROUND));
  builder.copy(text, read, to);
  return builder.view(from, last);
}
