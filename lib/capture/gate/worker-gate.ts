/** What a guarded worker asks the page's gate; the answer has the same id and is an `Outcome`. */
export interface WorkerQuestion {
  readonly id: number;
  readonly channel: 'fetch' | 'xhr' | 'websocket';
  readonly method: string;
  readonly url: string;
  readonly contentType: string;
  readonly headers: string;
  readonly body: ArrayBuffer;
}

/** What the page's gate answers a guarded worker. */
export interface WorkerAnswer {
  readonly id: number;
  readonly kind: 'release' | 'rewrite' | 'refuse';
  readonly body: ArrayBuffer | string;
  readonly status: number;
  readonly contentType: string;
}

/**
 * The gate of a worker: holds fetch, XHR and WebSocket messages in there and asks the page's gate over a port that comes with the
 * first message. It is handed to the worker as source text, so it may use nothing but what stands inside it.
 *
 * @param source this function's own text, for workers that a worker makes
 * @param module address of the module that is to be loaded behind the gate; empty where the worker's own code follows
 */
export function guardWorker(source: string, module: string): void {
  const { apply, construct, defineProperty, getOwnPropertyDescriptor, deleteProperty } = Reflect;
  const { assign, create } = Object;
  const { bind, call } = Function.prototype;
  const scope = self as unknown as Record<string, never> & EventTarget;
  const bare = <T extends object>(value: T): T => assign(create(null), value);
  const uncurry = (method: unknown): ((self: unknown, ...args: unknown[]) => never) => apply(bind, call, [method]);
  const getter = (prototype: object, name: string) => uncurry(getOwnPropertyDescriptor(prototype, name)?.get);
  const put = (list: unknown[], at: number, value: unknown): void => {
    defineProperty(list, at, bare({ value, configurable: true, enumerable: true, writable: true }));
  };
  const OwnRequest = Request;
  const OwnResponse = Response;
  const OwnPromise = Promise;
  const OwnProxy = Proxy;
  const OwnBlob = Blob;
  const OwnChannel = MessageChannel;
  const OwnEvent = Event;
  const OwnException = DOMException;
  const then = uncurry(OwnPromise.prototype.then) as (
    promise: unknown,
    done: (value: never) => void,
    failed: (reason: unknown) => void,
  ) => void;
  const on = uncurry(EventTarget.prototype.addEventListener);
  const off = uncurry(EventTarget.prototype.removeEventListener);
  const fire = uncurry(EventTarget.prototype.dispatchEvent);
  const stop = uncurry(Event.prototype.stopImmediatePropagation);
  const post = uncurry(MessagePort.prototype.postMessage);
  const dataOf = getter(MessageEvent.prototype, 'data') as (event: unknown) => WorkerAnswer;
  const portsOf = getter(MessageEvent.prototype, 'ports') as (event: unknown) => MessagePort[];
  const upper = uncurry(String.prototype.toUpperCase) as (text: string) => string;
  const lower = uncurry(String.prototype.toLowerCase) as (text: string) => string;
  const includes = uncurry(String.prototype.includes) as (text: string, piece: string) => boolean;
  const weakGet = uncurry(WeakMap.prototype.get) as (map: object, key: unknown) => never;
  const weakSet = uncurry(WeakMap.prototype.set);
  const mapGet = uncurry(Map.prototype.get) as (map: object, key: unknown) => never;
  const mapSet = uncurry(Map.prototype.set);
  const mapDelete = uncurry(Map.prototype.delete);
  const byteLength = getter(ArrayBuffer.prototype, 'byteLength') as (buffer: unknown) => number;

  const waiting = new Map<number, (answer: WorkerAnswer) => void>();
  let unsent: [message: unknown, transfer: unknown[]][] | undefined = [];
  let port: MessagePort | undefined;
  let last = 0;

  function tell(message: unknown, transfer: unknown[]): void {
    if (port) post(port, message, transfer);
    else if (unsent) put(unsent, unsent.length, [message, transfer]);
  }

  function ask(question: Omit<WorkerQuestion, 'id'>, done: (answer: WorkerAnswer) => void): void {
    last += 1;
    mapSet(waiting, last, done);
    tell({ id: last, ...question }, []);
  }

  function take(event: unknown): void {
    const given = portsOf(event)[0];
    if (!given) return;
    stop(event);
    off(scope, 'message', take, true);
    port = given;
    port.onmessage = (heard) => {
      const answer = dataOf(heard);
      const done = mapGet(waiting, answer.id) as ((answer: WorkerAnswer) => void) | undefined;
      mapDelete(waiting, answer.id);
      done?.(answer);
    };
    for (let i = 0; unsent && i < unsent.length; i += 1) post(port, unsent[i]?.[0], unsent[i]?.[1]);
    unsent = undefined;
  }
  on(scope, 'message', take, true);

  function wrap(holder: object, name: string, trap: 'apply' | 'construct', instead: (...args: never[]) => unknown): void {
    const descriptor = getOwnPropertyDescriptor(holder, name);
    if (typeof descriptor?.value !== 'function') return;
    const value = new OwnProxy(descriptor.value as object, bare({ [trap]: instead }));
    defineProperty(holder, name, bare({ ...descriptor, value }));
    const prototype = trap === 'construct' && (descriptor.value as { prototype: object }).prototype;
    if (prototype) defineProperty(prototype, 'constructor', bare({ value, configurable: true, writable: true }));
  }

  const headersEach = uncurry(Headers.prototype.forEach) as (headers: unknown, each: (value: string, name: string) => void) => void;
  const headersOf = getter(Request.prototype, 'headers');
  const methodOf = getter(Request.prototype, 'method') as (request: unknown) => string;
  const addressOf = getter(Request.prototype, 'url') as (request: unknown) => string;
  const bytesOf = uncurry(Request.prototype.arrayBuffer);
  const responseBytes = uncurry(Response.prototype.arrayBuffer);
  const typeOf = getter(Response.prototype, 'headers');
  const headerGet = uncurry(Headers.prototype.get) as (headers: unknown, name: string) => string | null;

  wrap(
    (scope as unknown as { WorkerGlobalScope: { prototype: object } }).WorkerGlobalScope.prototype,
    'fetch',
    'apply',
    (target: never, self: never, args: unknown[]) => {
      let request: Request;
      try {
        request = construct(OwnRequest, args.length > 1 ? [args[0], args[1]] : [args[0]]) as Request;
      } catch (mistake) {
        return new OwnPromise((_, reject) => reject(mistake));
      }
      let headers = '';
      headersEach(headersOf(request), (value, name) => {
        if (name !== 'content-type') headers += `${name}: ${value}\n`;
      });
      const url = addressOf(request);
      const method = methodOf(request);
      const send = (ready: Request): unknown => apply(target, self, [ready]);
      return new OwnPromise((resolve, reject) => {
        then(
          bytesOf(request),
          (body: ArrayBuffer) => {
            const bodiless = byteLength(body) === 0;
            if (bodiless && headers === '' && !includes(url, '?')) {
              resolve(send(request));
              return;
            }
            const withBody = (bytes: BodyInit): unknown => send(bodiless ? request : new OwnRequest(request, bare({ body: bytes })));
            const contentType = headerGet(headersOf(request), 'content-type') ?? '';
            ask({ channel: 'fetch', method, url, contentType, headers, body }, (answer) => {
              if (answer.kind === 'release') resolve(withBody(body));
              else if (answer.kind === 'rewrite') resolve(withBody(answer.body));
              else {
                const init = bare({ status: answer.status, headers: bare({ 'content-type': answer.contentType }) });
                resolve(new OwnResponse(answer.body, init));
              }
            });
          },
          reject,
        );
      });
    },
  );

  interface Opened {
    readonly method: string;
    readonly url: string;
    readonly async: boolean;
    headers: string;
    type: string;
  }
  const opened = new WeakMap<object, Opened>();
  const xhr = XMLHttpRequest.prototype;
  const setHeader = uncurry(xhr.setRequestHeader);
  wrap(xhr, 'open', 'apply', (target: never, self: never, args: unknown[]) => {
    const method = upper(`${args[0]}`);
    const url = `${args[1]}`;
    const async = args.length < 3 || args[2] === undefined || Boolean(args[2]);
    weakSet(opened, self, { method, url: addressOf(new OwnRequest(url)), async, headers: '', type: '' });
    return apply(target, self, [method, url, async, args[3], args[4]]);
  });
  wrap(xhr, 'setRequestHeader', 'apply', (target: never, self: never, args: unknown[]) => {
    const name = lower(`${args[0]}`);
    const value = `${args[1]}`;
    const state = weakGet(opened, self) as Opened | undefined;
    if (state && name === 'content-type') state.type = value;
    // A synchronous request with other headers fails: nobody could judge them.
    else if (state && name !== 'accept') state.headers += `${name}: ${value}\n`;
    return apply(target, self, [name, value]);
  });
  wrap(xhr, 'send', 'apply', (target: never, self: never, args: unknown[]) => {
    const state = weakGet(opened, self) as Opened | undefined;
    const bodiless = !state || state.method === 'GET' || state.method === 'HEAD' || args[0] === null || args[0] === undefined;
    if (!state || (bodiless && state.headers === '' && !includes(state.url, '?'))) return apply(target, self, []);
    // Nobody can be asked in the middle of a synchronous request.
    if (!state.async) throw new OwnException('Failed to load.', 'NetworkError');
    const response = new OwnResponse((bodiless ? '' : args[0]) as BodyInit);
    const natural = (!bodiless && headerGet(typeOf(response), 'content-type')) || '';
    const fail = (): void => {
      fire(self, new OwnEvent('error'));
      fire(self, new OwnEvent('loadend'));
    };
    then(
      responseBytes(response),
      (body: ArrayBuffer) => {
        const { method, url, headers, type } = state;
        ask({ channel: 'xhr', method, url, contentType: type || natural, headers, body }, (answer) => {
          if (answer.kind === 'refuse') {
            fail();
            return;
          }
          if (natural && !type) setHeader(self, 'content-type', natural);
          apply(target, self, bodiless ? [] : [answer.kind === 'rewrite' ? answer.body : body]);
        });
      },
      fail,
    );
    return undefined;
  });

  interface Frame {
    ready: unknown;
    next: Frame | undefined;
  }
  const frames = new WeakMap<object, { first: Frame | undefined; last: Frame | undefined }>();
  const socket = WebSocket.prototype;
  const stateOf = getter(socket, 'readyState') as (socket: unknown) => number;
  const socketAddress = getter(socket, 'url') as (socket: unknown) => string;
  wrap(socket, 'send', 'apply', (target: never, self: never, args: unknown[]) => {
    if (args.length === 0 || stateOf(self) !== 1) return apply(target, self, args as never);
    let line = weakGet(frames, self) as { first: Frame | undefined; last: Frame | undefined } | undefined;
    if (!line) {
      line = { first: undefined, last: undefined };
      weakSet(frames, self, line);
    }
    const own = line;
    const frame: Frame = { ready: undefined, next: undefined };
    if (own.last) own.last.next = frame;
    else own.first = frame;
    own.last = frame;
    const settle = (ready: unknown): void => {
      frame.ready = ready;
      while (own.first && own.first.ready !== undefined) {
        const { ready: data } = own.first;
        own.first = own.first.next;
        if (!own.first) own.last = undefined;
        if (data !== null) apply(target, self, [data] as never);
      }
    };
    const text = typeof args[0] === 'string';
    then(
      responseBytes(new OwnResponse(args[0] as BodyInit)),
      (body: ArrayBuffer) => {
        ask({ channel: 'websocket', method: 'SEND', url: socketAddress(self), contentType: '', headers: '', body }, (answer) => {
          const released = text ? args[0] : body;
          settle(answer.kind === 'refuse' ? null : answer.kind === 'rewrite' ? answer.body : released);
        });
      },
      () => settle(null),
    );
    return undefined;
  });

  const blobs = new Map<string, Blob>();
  const makeUrl = URL.createObjectURL;
  wrap(URL, 'createObjectURL', 'apply', (target: never, self: never, args: unknown[]) => {
    const made = apply(target, self, args as never) as string;
    mapSet(blobs, made, args[0]);
    return made;
  });
  wrap(URL, 'revokeObjectURL', 'apply', (target: never, self: never, args: unknown[]) => {
    mapDelete(blobs, `${args[0]}`);
    return apply(target, self, args as never);
  });
  const toJson = JSON.stringify;
  const workerPost = uncurry((scope.Worker as { prototype: { postMessage: unknown } } | undefined)?.prototype.postMessage ?? stop);
  wrap(scope, 'Worker', 'construct', (target: never, args: unknown[], newTarget: never) => {
    const url = `${args[0]}`;
    const options = args[1] as WorkerOptions | undefined;
    const type = options?.type === 'module' ? 'module' : 'classic';
    const blob = mapGet(blobs, url) as Blob | undefined;
    const inside = blob && type === 'classic' ? blob : '';
    const load = type === 'classic' && !blob ? `importScripts(${toJson(url)});` : '';
    const behind = type === 'module' ? url : '';
    const parts: BlobPart[] = [];
    put(parts, 0, `(${source})(${toJson(source)},${toJson(behind)});${load}\n`);
    put(parts, 1, inside);
    const worker = construct(
      target,
      [makeUrl(new OwnBlob(parts, bare({ type: 'text/javascript' }))), bare({ type, name: options?.name ?? '' })],
      newTarget,
    ) as object;
    const { port1, port2 } = new OwnChannel();
    const first: unknown[] = [];
    put(first, 0, port2);
    workerPost(worker, 0, first);
    const up: unknown[] = [];
    put(up, 0, port1);
    tell('adopt', up);
    return worker;
  });
  // Streams of their own kind: no worker needs them to do its work.
  deleteProperty(scope, 'WebTransport');
  deleteProperty(scope, 'WebSocketStream');

  if (module === '') return;
  // Messages that come before the module has run would be lost.
  const early: MessageEvent[] = [];
  const keep = (event: MessageEvent): void => {
    if (!port) return;
    stop(event);
    put(early, early.length, event);
  };
  on(scope, 'message', keep, true);
  then(
    import(/* @vite-ignore */ module),
    () => {
      off(scope, 'message', keep, true);
      for (let i = 0; i < early.length; i += 1)
        fire(scope, new MessageEvent('message', bare({ data: dataOf(early[i]), ports: portsOf(early[i]) })));
    },
    (mistake) => {
      throw mistake;
    },
  );
}
