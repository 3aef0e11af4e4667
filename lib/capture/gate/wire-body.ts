import * as native from './pristine.ts';
import type { WireBody } from './protocol.ts';

/** A body as it will stand on the wire. */
export interface Serialised {
  readonly body: WireBody;
  /** The content type that the browser would set for this kind of body; empty when none. */
  readonly contentType: string;
}

/** Text when the bytes are valid UTF-8, the bytes otherwise. */
export function fromBytes(bytes: ArrayBuffer): WireBody {
  try {
    return native.decode(bytes);
  } catch {
    return bytes;
  }
}

/** The bytes of a judged body, for channels whose original was binary. */
export function toBytes(body: WireBody): ArrayBuffer {
  return typeof body === 'string' ? native.encode(body) : body;
}

/**
 * Serialises without waiting what can be serialised so: text, form parameters, documents, buffers and views. Undefined for
 * blobs, form data, streams. Anything else is coerced to text, once.
 */
export function serialiseNow(body: unknown): Serialised | undefined {
  if (typeof body === 'string') return { body: native.toWellFormed(body), contentType: 'text/plain;charset=UTF-8' };
  if (body === null || body === undefined) return { body: '', contentType: '' };
  if (typeof body === 'object') {
    if (native.isView(body) || native.hasSlot(native.bufferLength, body))
      return { body: fromBytes(copy(body as BufferSource)), contentType: '' };
    if (native.hasSlot(native.searchParamsText, body)) {
      return { body: native.searchParamsText(body as URLSearchParams), contentType: 'application/x-www-form-urlencoded;charset=UTF-8' };
    }
    if (native.hasSlot(documentRoot, body)) {
      return { body: native.toWellFormed(native.serializeDocument(body as Document)), contentType: 'application/xml;charset=UTF-8' };
    }
    if (isLazy(body)) return undefined;
  }
  return { body: native.toWellFormed(`${body}`), contentType: 'text/plain;charset=UTF-8' };
}

/** Serialises any body exactly as the browser would, multipart boundaries included; `failed` when it cannot be read. */
export function serialise(body: unknown, done: (serialised: Serialised) => void, failed: (reason: unknown) => void): void {
  const now = serialiseNow(body);
  if (now) {
    done(now);
    return;
  }
  const response = new native.NativeResponse(body as BodyInit);
  const contentType = native.headerGet(native.responseHeaders(response), 'content-type') ?? '';
  native.whenSettled(native.responseBytes(response), (bytes) => done({ body: fromBytes(bytes), contentType }), failed);
}

/** A blob or file, of whatever realm. */
export function isBlob(value: unknown): boolean {
  return typeof value === 'object' && value !== null && native.hasSlot(blobSize, value);
}

/** Blobs, buffers and views: a socket sends them as binary frames, anything else as text. */
export function isBinary(data: unknown): boolean {
  return (
    typeof data === 'object' &&
    data !== null &&
    (native.isView(data) || native.hasSlot(native.bufferLength, data) || native.hasSlot(blobSize, data))
  );
}

/** Bodies whose bytes can only be had asynchronously. */
function isLazy(body: object): boolean {
  return native.hasSlot(blobSize, body) || native.hasSlot(formDataHas, body) || native.hasSlot(streamLocked, body);
}

const documentRoot = slotGetter(Document.prototype, 'documentElement');
const blobSize = slotGetter(Blob.prototype, 'size');
const streamLocked = slotGetter(ReadableStream.prototype, 'locked');
const nativeHas = native.uncurry(FormData.prototype.has);
const formDataHas = (value: FormData): unknown => nativeHas(value, '');

function slotGetter(prototype: object, name: string): (value: never) => unknown {
  const get = native.getOwnPropertyDescriptor(prototype, name)?.get;
  return get ? (native.uncurry(get) as (value: never) => unknown) : () => undefined;
}

/** A copy that later writes by the page cannot reach. */
export function copy(source: BufferSource): ArrayBuffer {
  const response = native.isView(source)
    ? new native.NativeUint8Array(viewBuffer(source) as ArrayBuffer, viewOffset(source), viewLength(source))
    : new native.NativeUint8Array(source as ArrayBuffer);
  return viewBuffer(new native.NativeUint8Array(response)) as ArrayBuffer;
}

const typedArray = Object.getPrototypeOf(Uint8Array.prototype) as Uint8Array;
const viewSlots = { typed: slots(typedArray), data: slots(DataView.prototype) };

function slots(prototype: ArrayBufferView) {
  return {
    buffer: slotGetter(prototype, 'buffer') as (view: ArrayBufferView) => ArrayBufferLike,
    offset: slotGetter(prototype, 'byteOffset') as (view: ArrayBufferView) => number,
    length: slotGetter(prototype, 'byteLength') as (view: ArrayBufferView) => number,
  };
}

function slotsOf(view: ArrayBufferView) {
  return native.hasSlot(viewSlots.data.length, view) ? viewSlots.data : viewSlots.typed;
}

function viewBuffer(view: ArrayBufferView): ArrayBufferLike {
  return slotsOf(view).buffer(view);
}

function viewOffset(view: ArrayBufferView): number {
  return slotsOf(view).offset(view);
}

function viewLength(view: ArrayBufferView): number {
  return slotsOf(view).length(view);
}
