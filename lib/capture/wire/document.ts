import type { Body } from '../draft.ts';
import { binaryString, runLeaves, utf8, utf8Bytes, wideLeaves } from './binary.ts';
import { envelopeLeaves, hasEnvelopes } from './envelopes.ts';
import { formLeaves } from './form.ts';
import { jsonLeaves } from './json.ts';
import type { Leaf } from './leaf.ts';
import { multipartLeaves } from './multipart.ts';
import { packetLeaves, recordLeaves } from './records.ts';

/** Encodings inside encodings deeper than this stay text. */
const MAX_NESTING = 4;
/** UTF-16 code units; larger bodies are unreadable. */
const MAX_LENGTH = 16_000_000;
/** Bodies with more strings are unreadable. */
const MAX_LEAVES = 200_000;

/** A string, or a string that holds further strings. */
interface Branch extends Leaf {
  readonly inner?: readonly Branch[];
}

/** One string of a body. */
export interface Text {
  /** JSON Pointer; nested encodings continue it. Unique within a body. */
  readonly pointer: string;
  readonly value: string;
}

/** Every string of a request body, and the way back. */
export interface Document {
  readonly texts: readonly Text[];
  /**
   * The body with new values at the given pointers and everything else byte for byte as it was; null when one of them cannot
   * be written safely.
   */
  rewrite(values: ReadonlyMap<string, string>): Body | null;
}

/** Says which pointers are text that people write: such a string is never taken apart, even when somebody pastes JSON into a prompt. */
export type IsText = (pointer: string) => boolean;

/** Reads a body of any known format, formats inside formats included. Undefined when it is larger than the bounds above. */
export function readDocument(body: Body, contentType: string, isText: IsText): Document | undefined {
  // Lengths count bytes, so a text is taken for its bytes.
  const source = body.kind === 'text' && !hasEnvelopes(contentType) ? body.text : undefined;
  if ((body.kind === 'base64' ? body.base64 : body.text).length > MAX_LENGTH) return undefined;
  const bytes = body.kind === 'base64' ? binaryString(body.base64) : source === undefined ? utf8Bytes(body.text) : '';
  const branches = source === undefined ? readBytes(bytes, contentType, isText) : readText(source, contentType, '', 0, isText);
  const texts = branches.flatMap(flatten);
  if (texts.length > MAX_LEAVES) return undefined;
  return {
    texts,
    rewrite(values) {
      const written = splice(source ?? bytes, branches, values);
      if (written === null) return null;
      return source === undefined ? { kind: 'base64', base64: btoa(written) } : { kind: 'text', text: written };
    },
  };
}

function flatten(branch: Branch): readonly Text[] {
  return branch.inner ? branch.inner.flatMap(flatten) : [{ pointer: branch.pointer, value: branch.value }];
}

function readText(text: string, contentType: string, base: string, nesting: number, isText: IsText): readonly Branch[] {
  const found =
    multipartLeaves(text, contentType) ?? jsonLeaves(text) ?? recordLeaves(text) ?? packetLeaves(text) ?? formLeaves(text, contentType);
  if (!found) return [{ pointer: base, start: 0, end: text.length, value: text, encode: (value) => value }, ...wideLeaves(text, base)];
  return found.map((leaf) => open({ ...leaf, pointer: base + leaf.pointer }, nesting + 1, isText));
}

/** Takes a string apart that is itself a JSON document. */
function open(leaf: Leaf, nesting: number, isText: IsText): Branch {
  if (nesting >= MAX_NESTING || isText(leaf.pointer) || !/^\s*[[{]/.test(leaf.value)) return leaf;
  const inner = jsonLeaves(leaf.value);
  return inner ? { ...leaf, inner: inner.map((one) => open({ ...one, pointer: leaf.pointer + one.pointer }, nesting + 1, isText)) } : leaf;
}

function readBytes(bytes: string, contentType: string, isText: IsText): readonly Branch[] {
  const envelopes = hasEnvelopes(contentType) ? envelopeLeaves(bytes) : undefined;
  if (envelopes) return envelopes.map((leaf) => open(leaf, 1, isText));
  return (
    multipartLeaves(bytes, contentType)?.map((part) => {
      const value = utf8(part.value);
      if (value === undefined)
        return { ...part, inner: runLeaves(part.value).map((run) => ({ ...run, pointer: part.pointer + run.pointer })) };
      return open({ ...part, value, encode: (next) => part.encode(utf8Bytes(next)) }, 1, isText);
    }) ?? runLeaves(bytes)
  );
}

function splice(text: string, branches: readonly Branch[], values: ReadonlyMap<string, string>): string | null {
  let out = '';
  let at = 0;
  for (const branch of [...branches].sort((a, b) => a.start - b.start)) {
    const value = branch.inner ? splice(branch.value, branch.inner, values) : (values.get(branch.pointer) ?? branch.value);
    if (value === null) return null;
    if (value === branch.value) continue;
    const encoded = branch.encode(value);
    if (encoded === null) return null;
    out += text.slice(at, branch.start) + encoded;
    at = branch.end;
  }
  return out + text.slice(at);
}
