import type { Leaf } from './leaf.ts';
import { pointerToken } from './leaf.ts';

/** Keys from this length on, UTF-16 code units, are read like strings; shorter ones name members. */
const LONG_KEY = 16;
/** Deeper documents are unreadable. */
const MAX_DEPTH = 200;

/**
 * The strings of a JSON document (RFC 8259) and its long keys, found without rebuilding it: numbers, spaces, order and duplicate
 * keys stay as the page wrote them. A key cannot be written anew. Undefined when the text is not one JSON object, array or string.
 */
export function jsonLeaves(text: string): readonly Leaf[] | undefined {
  const first = text.charCodeAt(skipSpace(text, 0));
  if (first !== 0x7b && first !== 0x5b && first !== 0x22) return undefined;
  const leaves: Leaf[] = [];
  const end = readValue(text, skipSpace(text, 0), '', 0, leaves);
  return end !== -1 && skipSpace(text, end) === text.length ? leaves : undefined;
}

/** A string as the inside of a JSON string literal. Lone surrogates are escaped, as JSON.stringify does. */
function escapeInside(value: string): string {
  return JSON.stringify(value).slice(1, -1);
}

function skipSpace(text: string, from: number): number {
  let at = from;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return at;
    at += 1;
  }
}

/** Offset behind the closing quote, or -1. */
function skipString(text: string, open: number): number {
  for (let at = open + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (code === 0x5c) at += 1;
    else if (code < 0x20) return -1;
  }
  return -1;
}

function stringAt(text: string, open: number, end: number): string | undefined {
  const inside = text.slice(open + 1, end - 1);
  if (!inside.includes('\\')) return inside;
  try {
    return JSON.parse(text.slice(open, end)) as string;
  } catch {
    return undefined;
  }
}

/** Offset behind the value, or -1 when it is malformed. */
function readValue(text: string, at: number, pointer: string, depth: number, leaves: Leaf[]): number {
  if (depth > MAX_DEPTH) return -1;
  const code = text.charCodeAt(at);
  if (code === 0x22) {
    const end = skipString(text, at);
    if (end === -1) return -1;
    const value = stringAt(text, at, end);
    if (value === undefined) return -1;
    leaves.push({ pointer, start: at + 1, end: end - 1, value, encode: escapeInside });
    return end;
  }
  if (code === 0x7b) return readMembers(text, at, pointer, depth, leaves);
  if (code === 0x5b) return readItems(text, at, pointer, depth, leaves);
  return skipScalar(text, at);
}

function readMembers(text: string, open: number, pointer: string, depth: number, leaves: Leaf[]): number {
  let at = skipSpace(text, open + 1);
  if (text[at] === '}') return at + 1;
  for (;;) {
    if (text[at] !== '"') return -1;
    const keyEnd = skipString(text, at);
    const key = keyEnd === -1 ? undefined : stringAt(text, at, keyEnd);
    if (key === undefined) return -1;
    if (key.length >= LONG_KEY)
      leaves.push({ pointer: `${pointer}/${pointerToken(key)}~~key`, start: at + 1, end: keyEnd - 1, value: key, encode: () => null });
    at = skipSpace(text, keyEnd);
    if (text[at] !== ':') return -1;
    at = readValue(text, skipSpace(text, at + 1), `${pointer}/${pointerToken(key)}`, depth + 1, leaves);
    if (at === -1) return -1;
    at = skipSpace(text, at);
    if (text[at] === '}') return at + 1;
    if (text[at] !== ',') return -1;
    at = skipSpace(text, at + 1);
  }
}

function readItems(text: string, open: number, pointer: string, depth: number, leaves: Leaf[]): number {
  let at = skipSpace(text, open + 1);
  if (text[at] === ']') return at + 1;
  for (let index = 0; ; index += 1) {
    at = readValue(text, at, `${pointer}/${index}`, depth + 1, leaves);
    if (at === -1) return -1;
    at = skipSpace(text, at);
    if (text[at] === ']') return at + 1;
    if (text[at] !== ',') return -1;
    at = skipSpace(text, at + 1);
  }
}

const SCALAR = /(?:true|false|null|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)/y;

function skipScalar(text: string, at: number): number {
  SCALAR.lastIndex = at;
  return SCALAR.test(text) ? SCALAR.lastIndex : -1;
}
