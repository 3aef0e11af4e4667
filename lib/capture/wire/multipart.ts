import type { Leaf } from './leaf.ts';
import { pointerToken } from './leaf.ts';

/** Names of fields from this length on, UTF-16 code units, are read as text. */
const LONG_NAME = 16;

/**
 * The parts of `multipart/form-data` (RFC 7578) as strings: each part's content by field name, and file names and long
 * field names, which are text as well. Undefined when the content type is another or the boundary does not fit.
 */
export function multipartLeaves(text: string, contentType: string): readonly Leaf[] | undefined {
  if (!/^multipart\//i.test(contentType)) return undefined;
  const boundary = /;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
  const mark = boundary?.[1] ?? boundary?.[2];
  if (!mark) return undefined;
  const delimiter = `--${mark}`;
  const leaves: Leaf[] = [];
  const seen = new Map<string, number>();
  let at = text.indexOf(delimiter);
  if (at === -1) return undefined;
  for (;;) {
    at += delimiter.length;
    if (text.startsWith('--', at)) return leaves;
    const head = text.indexOf('\r\n\r\n', at);
    const next = text.indexOf(`\r\n${delimiter}`, at);
    if (head === -1 || next === -1 || head > next) return undefined;
    addPart(text, at, head, next, delimiter, seen, leaves);
    at = next + 2;
  }
}

function addPart(text: string, at: number, head: number, end: number, delimiter: string, seen: Map<string, number>, leaves: Leaf[]): void {
  const headers = text.slice(at, head);
  const name = /\bname="((?:[^"\\]|\\.)*)"/i.exec(headers)?.[1] ?? 'part';
  const count = (seen.get(name) ?? 0) + 1;
  seen.set(name, count);
  const pointer = `/${pointerToken(name)}${count > 1 ? `~~${count}` : ''}`;
  const start = head + 4;
  leaves.push({
    pointer,
    start: Math.min(start, end),
    end,
    value: text.slice(start, end),
    encode: (value) => (value.includes(delimiter) ? null : value),
  });
  if (name.length >= LONG_NAME) leaves.push({ pointer: `${pointer}~~name`, start: at, end: head, value: name, encode: () => null });
  const file = /\bfilename="((?:[^"\\]|\\.)*)"/i.exec(headers);
  if (file?.[1]) {
    const from = at + file.index + file[0].length - 1 - file[1].length;
    leaves.push({
      pointer: `${pointer}/filename`,
      start: from,
      end: from + file[1].length,
      value: file[1].replace(/%22/g, '"'),
      encode: (value) => value.replace(/["\r\n]/g, '_'),
    });
  }
}
