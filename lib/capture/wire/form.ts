import type { Leaf } from './leaf.ts';
import { pointerToken } from './leaf.ts';

/**
 * The values of `application/x-www-form-urlencoded` (WHATWG URL Standard, section 5), by field name; a name that occurs
 * again gets a number: `/text`, `/text~~2`. Undefined when the content type is another and the text does not look like it.
 */
export function formLeaves(text: string, contentType: string): readonly Leaf[] | undefined {
  if (!contentType.includes('x-www-form-urlencoded') && !LOOKS_ENCODED.test(text)) return undefined;
  const leaves: Leaf[] = [];
  const seen = new Map<string, number>();
  let at = 0;
  for (const pair of text.split('&')) {
    const equals = pair.indexOf('=');
    const name = decodeField(equals === -1 ? pair : pair.slice(0, equals));
    const start = equals === -1 ? at + pair.length : at + equals + 1;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    const pointer = `/${pointerToken(name)}${count > 1 ? `~~${count}` : ''}`;
    const value = equals === -1 ? '' : decodeField(pair.slice(equals + 1));
    leaves.push({ pointer, start, end: at + pair.length, value, encode: equals === -1 ? () => null : encodeField });
    // A field name without a value is text all the same.
    if (equals === -1 && name)
      leaves.push({ pointer: `${pointer}/name`, start: at, end: at + pair.length, value: name, encode: encodeField });
    at += pair.length + 1;
  }
  return leaves;
}

/** `name=value` pairs without a space, as nobody writes prose. */
const LOOKS_ENCODED = /^[\w.%+*[\]-]{1,100}=[^\s&=]*(?:&[\w.%+*[\]-]{1,100}=[^\s&=]*)*$/;

function decodeField(raw: string): string {
  const spaced = raw.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    // Malformed escapes stay as they are; the rest is decoded piece by piece.
    return spaced.replace(/(?:%[0-9a-fA-F]{2})+/g, (run) => {
      const bytes = Uint8Array.from(run.slice(1).split('%'), (hex) => Number.parseInt(hex, 16));
      return new TextDecoder().decode(bytes);
    });
  }
}

function encodeField(value: string): string {
  return encodeURIComponent(value.toWellFormed())
    .replaceAll('%20', '+')
    .replace(/[!'()~]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}
