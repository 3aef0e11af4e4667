/**
 * Clean copies of everything that the gate needs, taken before page code runs. Page code may later change any global or
 * prototype; nothing in the gate may reach for one after start (a test poisons them one by one). Dictionaries that are handed to
 * natives have no prototype (`bare`), so that nothing from `Object.prototype` slips into them.
 */

type Getter<T, V> = (self: T) => V;

export const { apply, construct, defineProperty, deleteProperty, getOwnPropertyDescriptor } = Reflect;
const bind = Function.prototype.bind;
const call = Function.prototype.call;

export const { assign, create, getPrototypeOf } = Object;

/** The same properties without a prototype. */
export function bare<T extends object>(source: T): T {
  return assign(create(null), source);
}

const iterator = Symbol.iterator;

/** A sequence of values, for natives that read sequences by an iterator which a page may have changed. */
export function sequence<T>(...values: T[]): T[] {
  return sequenceOf(values);
}

/** The same for a list. */
export function sequenceOf<T>(values: T[]): T[] {
  let at = 0;
  const next = (): IteratorResult<T> => {
    const result = bare(at < values.length ? { done: false, value: values[at] } : { done: true, value: undefined });
    at += 1;
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

/** The clean setter of an accessor property. */
export function cleanSetter<T extends object, K extends keyof T>(prototype: T, name: K): (self: T, value: T[K]) => void {
  const set = getOwnPropertyDescriptor(prototype, name)?.set;
  return set ? (uncurry(set) as (self: T, value: T[K]) => void) : () => undefined;
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
export const NativeTypeError = TypeError;
export const NativeURL = URL;
export const NativeUint8Array = Uint8Array;
export const NativeChannel = MessageChannel;
const NativeProxy = Proxy;

export const realm = window;
export const page = document;

const lengthOf = getOwnPropertyDescriptor(realm, 'length')?.get;
const documentGetter = getOwnPropertyDescriptor(realm, 'document')?.get as () => Document;
const addressGetter = uncurry(getOwnPropertyDescriptor(Document.prototype, 'URL')?.get as (this: Document) => string);

/** The document of a window; throws for one of another origin. */
export function documentOf(other: object): Document {
  return apply(documentGetter, other, []);
}

/** True for documents without an address of their own, which belong to the page that made them. */
export function isOwned(document: Document): boolean {
  return startsWith(addressGetter(document), 'about:');
}

/**
 * In whose name a held call leaves. A frame that has no address yet may get its document before there is a verdict, which ends what
 * its first one has asked for: there it is the page that made the frame, whose origin, base address and policy the frame has.
 */
export function senderFor(self: unknown): unknown {
  // Called bare: a wrapper of another realm behind this one would take itself for the sender.
  const sender = self ?? realm;
  try {
    return isOwned(documentOf(sender)) ? realm : sender;
  } catch {
    return sender;
  }
}

/** Puts a value at the end or in place of another, whatever the page has done to arrays. */
export function put<T>(list: T[], at: number, value: T): void {
  defineProperty(list, at, bare({ value, configurable: true, enumerable: true, writable: true }));
}

/** How many frames the document holds outside shadow trees. */
export function frameCount(): number {
  return lengthOf ? apply(lengthOf, realm, []) : 0;
}

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
const looseDecoder = new TextDecoder();
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

/** Text of any bytes: what is not UTF-8 becomes replacement characters. */
export function decodeLoosely(bytes: ArrayBuffer): string {
  return decodeWith(looseDecoder, bytes);
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
export const split = uncurry(String.prototype.split as (separator: string) => string[]);
export const includes = uncurry(String.prototype.includes);
export const startsWith = uncurry(String.prototype.startsWith);
export const indexOf = uncurry(String.prototype.indexOf);
export const slice = uncurry(String.prototype.slice);
export const toLowerCase = uncurry(String.prototype.toLowerCase);
export const parseJson = JSON.parse;
export const isArray = Array.isArray;
export const mapSize = cleanGetter(Map.prototype, 'size');
export const setSize = cleanGetter(Set.prototype, 'size');
export const port1 = cleanGetter(MessageChannel.prototype, 'port1');
export const port2 = cleanGetter(MessageChannel.prototype, 'port2');
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
export const workerPost = uncurry(Worker.prototype.postMessage) as (worker: Worker, message: unknown, transfer: Transferable[]) => void;
export const requestMethod = cleanGetter(Request.prototype, 'method');
/** False for a request without a body, also after it was read. */
export const requestUsed = cleanGetter(Request.prototype, 'bodyUsed');
export const requestUrl = cleanGetter(Request.prototype, 'url');
export const requestHeaders = cleanGetter(Request.prototype, 'headers');
export const requestBytes = uncurry(Request.prototype.arrayBuffer);
export const responseHeaders = cleanGetter(Response.prototype, 'headers');
export const responseBytes = uncurry(Response.prototype.arrayBuffer);
export const responseForm = uncurry(Response.prototype.formData);
export const headersEach = uncurry(Headers.prototype.forEach) as (headers: Headers, each: (value: string, name: string) => void) => void;
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

/** Put the wrappers into a realm, one after another; realms that no gate has reached get the same. */
const installers: ((other: object) => void)[] = [];

function everywhere(install: (other: object) => void): void {
  install(realm);
  put(installers, installers.length, install);
}

/** The object that `Node.` (the dot stands for its prototype), `URL` or, empty, the global object is in any realm; undefined where the browser has none. */
function ownerIn(target: object, owner: string): object | undefined {
  let at: unknown = target;
  const names = split(owner, '.');
  for (let i = 0; owner !== '' && i < names.length; i += 1) {
    if (typeof at !== 'function' && typeof at !== 'object') return undefined;
    at = at && getOwnPropertyDescriptor(at as object, names[i] || 'prototype')?.value;
  }
  return typeof at === 'function' || typeof at === 'object' ? (at ?? undefined) : undefined;
}

/** Puts every wrapper of this realm into another one that this realm's code can reach. */
export function wrapRealm(other: object): void {
  for (let i = 0; i < installers.length; i += 1) installers[i]?.(other);
}

export type Native = (...args: never[]) => unknown;

/** The native behind each wrapper, whose source text is shown. */
const originals = new WeakMap<object, object>();

function stand<T extends Native | Constructor>(original: T, handler: ProxyHandler<T>): T {
  const wrapper = new NativeProxy(original, bare(handler));
  weakSet(originals, wrapper, weakGet(originals, original) ?? original);
  return wrapper;
}

/** What is done in place of a native function. */
export type Instead = (target: Native, self: unknown, args: unknown[]) => unknown;

/** A wrapper that leaves calls with too few arguments to the native function, which only complains: its length is what it requires (Web IDL, 3.7.7). */
function instance(original: Native, instead: Instead): Native {
  const required = original.length;
  return stand(original, {
    apply: (target, self, args) => (args.length < required ? apply(target, self, args) : instead(target, self, args)),
  });
}

/**
 * Puts a wrapper in the place of a native function, or of the getter or setter of a property. A Proxy keeps name and length; flags stay
 * as they were, because a page that overwrites or deletes the property never gets the native back: nobody else holds it. Other realms get
 * the wrapper of this one, whose native outlives theirs.
 *
 * @param owner whose property it is: `Navigator.` for the prototype, `URL`, or empty for the global object
 */
export function wrap(owner: string, name: string, instead: Instead, kind: 'value' | 'get' | 'set' = 'value'): void {
  let wrapper: Native | undefined;
  everywhere((other) => {
    const holder = ownerIn(other, owner);
    const descriptor = holder && getOwnPropertyDescriptor(holder, name);
    const original: unknown = descriptor?.[kind];
    if (typeof original !== 'function') return;
    wrapper ??= instance(original as Native, instead);
    defineProperty(holder as object, name, bare({ ...descriptor, [kind]: wrapper }));
  });
}

type Constructor = new (...args: never[]) => object;
type NewTarget = Parameters<typeof Reflect.construct>[2] & object;

/**
 * The same for a constructor, which its prototype names too. Each realm keeps its own, so that the gate which it may get later stands in
 * front of nothing of ours; while its document has no address, what is made belongs to this realm, see `senderFor`.
 */
export function wrapConstructor(name: string, instead: (target: Constructor, args: unknown[], newTarget: NewTarget) => object): void {
  let own: Constructor | undefined;
  everywhere((other) => {
    const descriptor = getOwnPropertyDescriptor(other, name);
    const original = descriptor?.value as Constructor | undefined;
    if (typeof original !== 'function') return;
    own ??= original;
    const home = own;
    const required = original.length;
    const value = stand(original, {
      construct: (target, args, newTarget) =>
        args.length < required
          ? construct(target, args as never[], newTarget)
          : instead(senderFor(other) === realm ? home : target, args, newTarget as NewTarget),
    });
    defineProperty(other, name, bare({ ...descriptor, value }));
    defineProperty(original.prototype, 'constructor', bare({ value, writable: true, configurable: true }));
  });
}

/** Shows the native's source text for its wrapper, which a Proxy does not; in itself no more than another wrapper. */
export function hideWrappers(): void {
  wrap('Function.', 'toString', (target, self, args) => apply(target, weakGet(originals, self as object) ?? self, args as never[]));
}
