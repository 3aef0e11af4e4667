import { isUtf8 } from 'node:buffer';
import { gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';

const MOST = 64 * 1024 * 1024;
const DEPTH = 5;

/** Undoes what a page may have done to a text on its way, so that a value is found however it travelled. */
function unwrap(text: string): string[] {
  const found: string[] = [];
  if (/%[0-9a-f]{2}/i.test(text)) {
    found.push(
      text.replace(/\+/g, ' ').replace(/(?:%[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replace(/%/g, ''), 'hex').toString('utf8')),
    );
  }
  if (text.includes('\\')) {
    found.push(
      text
        .replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
        .replace(/\\([nrtbf"\\/])/g, (_, letter: string) => ({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' })[letter] ?? letter),
    );
  }
  for (const run of text.match(/[A-Za-z0-9+/_-]{16,}={0,2}/g)?.slice(0, 400) ?? []) {
    const bytes = Buffer.from(run, 'base64');
    const inflated = inflate(bytes);
    found.push((inflated ?? bytes).toString('latin1'));
  }
  return found;
}

function inflate(bytes: Buffer): Buffer | null {
  for (const undo of [gunzipSync, inflateSync, inflateRawSync]) {
    try {
      return undo(bytes, { maxOutputLength: MOST });
    } catch {}
  }
  return null;
}

/** By the magic numbers of gzip and zlib; raw deflate has none, but is hardly ever text. */
function looksCompressed(bytes: Buffer): boolean {
  return (bytes[0] === 0x1f && bytes[1] === 0x8b) || bytes[0] === 0x78 || !isUtf8(bytes);
}

/** The texts that `bytes` may stand for, the plainest first: as they are, then after undoing one layer of wrapping, and so on. */
export function* readings(bytes: Buffer, least = 1): Generator<string> {
  let texts = [bytes.toString('utf8'), bytes.toString('utf16le')];
  if (looksCompressed(bytes)) texts.push(inflate(bytes)?.toString('utf8') ?? '');
  for (let depth = 0; depth <= DEPTH && texts.length > 0; depth += 1) {
    yield* texts;
    texts = [...new Set(texts.flatMap(unwrap))].filter((text) => text.length >= least).slice(0, 2_000);
  }
}

/**
 * True when `bytes` carry `value`, plainly or after undoing percent escapes, JSON escapes (nested), base64, multipart (whose parts lie
 * plainly in the bytes), gzip, deflate, UTF-16 and reversal, nested up to five times.
 */
export function carries(bytes: Buffer, value: string): boolean {
  const needles = [value, [...value].reverse().join('')];
  const latin = needles.map((needle) => Buffer.from(needle).toString('latin1'));
  for (const text of readings(bytes, value.length)) {
    if (needles.some((needle) => text.includes(needle)) || latin.some((needle) => text.includes(needle))) return true;
  }
  return false;
}
