import type { Span } from '../scan/finding.ts';
import { isHandMade } from './placeholder.ts';

/** More is no key. */
const LONGEST = 60000;
/** Fewer characters of base64 hold no key; an Ed25519 key in PKCS #8 has 64. */
const LEAST = 40;

/** What an armoured block of a secret is called. OpenVPN: https://build.openvpn.net/man/openvpn-2.6/openvpn.8.html (INLINE FILE SUPPORT). */
const BEGIN = /-{4,5} ?BEGIN (?:[A-Z0-9]{1,12} ){0,3}(?:PRIVATE KEY(?: BLOCK)?|SECRET KEY|OpenVPN Static key V\d) ?-{4,5}/y;
const END = /-{4,5} ?END (?:[A-Z0-9]{1,12} ){0,4}(?:KEY(?: BLOCK)?|OpenVPN Static key V\d) ?-{4,5}/y;
/** `Proc-Type: 4,ENCRYPTED`, `Comment: …`, up to a line feed, real or escaped. */
const HEADER = /[A-Za-z][A-Za-z-]{2,20}: ?[^\r\n\\"']{0,160}/y;
const BASE64 = /[A-Za-z0-9/+=]{1,20000}/y;
/** What stands between lines: white space, escaped or encoded line feeds, quotes and operators of strings in source code, marks of quoted mail and comments. */
const BETWEEN = /[\s"'`,>|\\;#*]|\\?\\[nrt]|&#1[03];|%0[AaDd]|<br ?\/?>|[.&] ?(?=["'`\r\n])|\/\/ /y;

/**
 * The private key in armour (RFC 7468, RFC 4880, SSH2) that begins at `at`: to its closing line, or, where the paste was cut off, to the last line of
 * base64. Escaped, on one line, as strings that are joined, or quoted: all the same. Time linear in the block.
 */
export function matchPem(text: string, at: number): Span | null {
  const begin = stickyEnd(BEGIN, text, at);
  if (begin < 0) return null;
  const limit = Math.min(text.length, at + LONGEST);
  let body = '';
  let from = skipBetween(text, begin, limit);
  for (let lines = 0; lines < 8; lines++) {
    const end = stickyEnd(HEADER, text, from);
    if (end < 0) break;
    from = skipBetween(text, end, limit);
  }
  let last = -1;
  let longest = 0;
  while (from < limit) {
    const closing = text[from] === '-' ? stickyEnd(END, text, from) : -1;
    if (closing >= 0) return isKey(body, longest) ? { start: at, end: closing } : null;
    const end = stickyEnd(BASE64, text, from);
    if (end < 0) break;
    const run = text.slice(from, end);
    const next = skipBetween(text, end, limit);
    // Where the paste was cut off, what follows may be prose.
    if (isLine(run, body, text.slice(end, next))) last = end;
    body += run;
    longest = Math.max(longest, run.length);
    from = next;
  }
  return last >= 0 && isKey(body, longest) ? { start: at, end: last } : null;
}

/** Whether a run without a closing line to come still belongs to the key: a long one, or a short rest that ends its line. */
function isLine(run: string, before: string, after: string): boolean {
  if (run.length >= 32) return true;
  return before.length >= 60 && run.length >= 4 && !/^[A-Za-z]?[a-z]{1,12}$/.test(run) && (after === '' || /[\r\n"']|\\n/.test(after));
}

/** Prose between the two lines has no long runs. */
function isKey(body: string, longest: number): boolean {
  return longest >= 24 && body.length >= LEAST && new Set(body).size >= 12 && !isHandMade(body.slice(0, 16));
}

function skipBetween(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit) {
    const end = stickyEnd(BETWEEN, text, at);
    if (end < 0) {
      // A plus that joins strings, not one of base64: white space or a quote on both sides.
      if (text[at] === '+' && /[\s"'`]/.test(text[at - 1] ?? '') && /[\s"'`]/.test(text[at + 1] ?? ' ')) at++;
      else break;
    } else at = end;
  }
  return at;
}

function stickyEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}
