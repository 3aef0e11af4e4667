/**
 * Clean copies of everything that the gate needs, taken before page code runs. Page code may later change any global or
 * prototype; nothing in the gate may reach for one after start (a test poisons them one by one). Dictionaries that are handed to
 * natives have no prototype (`bare`), so that nothing from `Object.prototype` slips into them.
 */

type Getter<T, V> = (self: T) => V;

export const { apply, construct, defineProperty, deleteProperty, getOwnPropertyDescriptor } = Reflect;
const bind = Function.prototype.bind;
const call = Function.prototype.call;

const { assign, create } = Object;

/** The same properties without a prototype. */
export function bare<T extends object>(source: T): T {
  return assign(create(null), source);
}

const iterator = Symbol.iterator;

/** A sequence of one value, for natives that read sequences by an iterator which a page may have changed. */
export function only<T>(value: T): T[] {
  let done = false;
  const next = (): IteratorResult<T> => {
    const result = bare(done ? { done, value: undefined } : { done, value });
    done = true;
    return result as IteratorResult<T>;
  };
  // Natives take any iterable where the types want an array.
  return bare({ [iterator]: () => bare({ next }) }) as unknown as T[];
}

/** Turns a method into a function that takes `this` as its first argument and looks nothing up when called. */
export function uncurry<T, A extends unknown[], R>(method: (this: T, ...args: A) => R): (self: T, ...args: A) => R {
  return apply(bind, call, [method]) as (self: T, ...args: A) => R;
}

/** The clean getter of an accessor property, whatever the page does to it later. */
export function cleanGetter<T extends object, K extends keyof T>(prototype: T, name: K): Getter<T, T[K]> {
  const get = getOwnPropertyDescriptor(prototype, name)?.get;
  // A browser without this getter has no such channel either; undefined is what the property would have read as.
  return get ? (uncurry(get) as Getter<T, T[K]>) : () => undefined as T[K];
}

export const NativePromise = Promise;
export const NativeRequest = Request;
export const NativeResponse = Response;
export const NativeBlob = Blob;
export const NativeFormData = FormData;
export const NativeDataTransfer = DataTransfer;
export const NativeEvent = Event;
export const NativeProgressEvent = ProgressEvent;
export const NativeDOMException = DOMException;
export const NativeURL = URL;
export const NativeUint8Array = Uint8Array;
const NativeProxy = Proxy;

export const realm = window;
export const page = document;

const startTimer = setTimeout;
const stopTimer = clearTimeout;

/** Runs `run` after `ms` milliseconds. */
export function later(run: () => void, ms: number): ReturnType<typeof setTimeout> {
  return apply(startTimer, realm, [run, ms]);
}

export function cancel(timer: ReturnType<typeof setTimeout>): void {
  apply(stopTimer, realm, [timer]);
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const decodeWith = uncurry(TextDecoder.prototype.decode);
const encoder = new TextEncoder();
const encodeWith = uncurry(TextEncoder.prototype.encode);
const bufferOf = cleanGetter(Object.getPrototypeOf(Uint8Array.prototype) as Uint8Array, 'buffer');
const serializer = new XMLSerializer();
const serializeWith = uncurry(XMLSerializer.prototype.serializeToString);

/** Exact text of valid UTF-8 (a byte order mark included); throws otherwise. */
export function decode(bytes: ArrayBuffer): string {
  return decodeWith(decoder, bytes);
}

export function encode(text: string): ArrayBuffer {
  return bufferOf(encodeWith(encoder, text)) as ArrayBuffer;
}

export function serializeDocument(source: Document): string {
  return serializeWith(serializer, source);
}

export const whenSettled = uncurry(Promise.prototype.then) as <T>(
  promise: Promise<T>,
  done: (value: T) => unknown,
  failed: (reason: unknown) => unknown,
) => Promise<unknown>;
export const toWellFormed = uncurry(String.prototype.toWellFormed);
export const toUpperCase = uncurry(String.prototype.toUpperCase);
export const toLowerCase = uncurry(String.prototype.toLowerCase);
export const parseJson = JSON.parse;
export const isView = ArrayBuffer.isView;
export const hasOwn = Object.hasOwn;
/** Tells own and foreign realms' buffers alike by their internal slot. */
export const bufferLength = cleanGetter(ArrayBuffer.prototype, 'byteLength');
export const weakGet = uncurry(WeakMap.prototype.get) as <K extends WeakKey, V>(map: WeakMap<K, V>, key: K) => V | undefined;
export const weakSet = uncurry(WeakMap.prototype.set) as <K extends WeakKey, V>(map: WeakMap<K, V>, key: K, value: V) => unknown;
export const mapGet = uncurry(Map.prototype.get) as <K, V>(map: Map<K, V>, key: K) => V | undefined;
export const mapSet = uncurry(Map.prototype.set) as <K, V>(map: Map<K, V>, key: K, value: V) => unknown;
export const mapDelete = uncurry(Map.prototype.delete) as <K, V>(map: Map<K, V>, key: K) => boolean;
export const dispatchEvent = uncurry(EventTarget.prototype.dispatchEvent);
export const addEventListener = uncurry(EventTarget.prototype.addEventListener) as (
  target: EventTarget,
  type: string,
  listener: (event: never) => void,
  capture: boolean,
) => void;
export const removeEventListener = uncurry(EventTarget.prototype.removeEventListener) as (
  target: EventTarget,
  type: string,
  listener: (event: never) => void,
  capture: boolean,
) => void;
export const stopImmediatePropagation = uncurry(Event.prototype.stopImmediatePropagation);
export const preventDefault = uncurry(Event.prototype.preventDefault);
export const eventTarget = cleanGetter(Event.prototype, 'target');
export const submitter = cleanGetter(SubmitEvent.prototype, 'submitter');
export const messageData = cleanGetter(MessageEvent.prototype, 'data');
export const messagePorts = cleanGetter(MessageEvent.prototype, 'ports');
export const postMessage = uncurry(MessagePort.prototype.postMessage) as (port: MessagePort, message: unknown) => void;
export const requestMethod = cleanGetter(Request.prototype, 'method');
export const requestUrl = cleanGetter(Request.prototype, 'url');
export const requestHeaders = cleanGetter(Request.prototype, 'headers');
export const requestBytes = uncurry(Request.prototype.arrayBuffer);
export const responseHeaders = cleanGetter(Response.prototype, 'headers');
export const responseBytes = uncurry(Response.prototype.arrayBuffer);
export const responseForm = uncurry(Response.prototype.formData);
export const headerGet = uncurry(Headers.prototype.get);
export const searchParamsText = uncurry(URLSearchParams.prototype.toString);
export const urlText = cleanGetter(URL.prototype, 'href');
export const baseUri = cleanGetter(Node.prototype, 'baseURI');

/** True for objects that carry the internal slot which `probe` reads, whatever realm or prototype they claim. */
export function hasSlot(probe: (value: never) => unknown, value: unknown): boolean {
  try {
    probe(value as never);
    return true;
  } catch {
    return false;
  }
}

/**
 * Puts a wrapper in the place of a native function. A Proxy keeps name, length and the `[native code]` text; flags stay as
 * they were, because a page that overwrites or deletes the property never gets the native back: nobody else holds it.
 */
export function wrap<T extends object>(
  holder: T,
  name: keyof T & string,
  handler: (target: (...args: never[]) => unknown, self: unknown, args: unknown[]) => unknown,
): void {
  const descriptor = getOwnPropertyDescriptor(holder, name);
  const original: unknown = descriptor?.value;
  if (!descriptor || typeof original !== 'function') return;
  const proxy = new NativeProxy(original as (...args: never[]) => unknown, bare({ apply: handler }));
  defineProperty(holder, name, bare({ ...descriptor, value: proxy }));
}
