import type { Outcome } from './ask.ts';
import type { Cleared } from './cleared.ts';
import { LONGEST_METHOD } from './fetch.ts';
import * as native from './pristine.ts';
import type { WireBody } from './protocol.ts';
import { isTelling } from './telling-header.ts';
import { serialise, serialiseNow, toBytes } from './wire-body.ts';

/** What is known of one request between `open` and the verdict. */
interface State {
  readonly method: string;
  readonly url: string;
  readonly async: boolean;
  /** Set by the page; empty when the browser will choose it. */
  contentType: string;
  /** Other headers that the page has set, one on each line. */
  headers: string;
  held: boolean;
}

/** Properties of a request that was refused, as a finished response shows them. */
const ANSWERED = [
  'readyState',
  'status',
  'statusText',
  'response',
  'responseText',
  'responseURL',
  'getResponseHeader',
  'getAllResponseHeaders',
] as const;

/** Holds `XMLHttpRequest`. A refused request ends like any other, with a status and `loadend`, so that pages do not hang. */
export function guardXhr(cleared: Cleared): void {
  const states = new WeakMap<XMLHttpRequest, State>();
  const prototype = XMLHttpRequest.prototype;
  const nativeSend = native.uncurry(prototype.send);
  const nativeSetHeader = native.uncurry(prototype.setRequestHeader);

  // One that is made in a frame without an address must outlive the frame's first document.
  native.wrapConstructor('XMLHttpRequest', (target, args, newTarget) => native.construct(target, args as never[], newTarget));

  native.wrap('XMLHttpRequest.', 'open', (target, self, args) => {
    const xhr = self as XMLHttpRequest;
    const method = native.toUpperCase(`${args[0]}`);
    const url = `${args[1]}`;
    const result = native.apply(target, self, openArguments(method, url, args) as never[]);
    for (let i = 0; i < ANSWERED.length; i += 1) native.deleteProperty(xhr, ANSWERED[i] ?? '');
    const absolute = native.urlText(new native.NativeURL(url, native.baseUri(native.page)));
    const async = args.length < 3 || args[2] === undefined || Boolean(args[2]);
    native.weakSet(states, xhr, { method, url: absolute, async, contentType: '', headers: '', held: false });
    return result;
  });

  native.wrap('XMLHttpRequest.', 'setRequestHeader', (target, self, args) => {
    const name = `${args[0]}`;
    const value = `${args[1]}`;
    const state = native.weakGet(states, self as XMLHttpRequest);
    const kind = native.toLowerCase(name);
    if (state) {
      if (isTelling(kind, value)) state.headers += `${kind}: ${value}\n`;
      if (kind === 'content-type') state.contentType = value;
    }
    return native.apply(target, self, [name, value] as never[]);
  });

  native.wrap('XMLHttpRequest.', 'abort', (target, self, args) => {
    const xhr = self as XMLHttpRequest;
    const state = native.weakGet(states, xhr);
    const result = native.apply(target, self, args as never[]);
    if (state?.held) {
      native.weakSet(states, xhr, { ...state, held: false });
      fire(xhr, 'abort');
      fire(xhr, 'loadend');
    }
    return result;
  });

  native.wrap('XMLHttpRequest.', 'send', (target, self, args) => {
    const xhr = self as XMLHttpRequest;
    const state = native.weakGet(states, xhr);
    const bodiless = state && (state.method === 'GET' || state.method === 'HEAD');
    const data = bodiless || args[0] === null || args[0] === undefined ? '' : args[0];
    const silent =
      !state || (data === '' && state.headers === '' && state.method.length <= LONGEST_METHOD && !native.includes(state.url, '?'));
    // A synchronous request without a body must not fail for its address.
    if (silent || (data === '' && !state.async)) return native.apply(target, self, [] as never[]);
    if (state.held) throw new native.NativeDOMException('Already sent.', 'InvalidStateError');

    const send = (body: WireBody, contentType: string, original: unknown): void => {
      if (original === '') {
        native.apply(target, self, [] as never[]);
        return;
      }
      if (contentType && !state.contentType) nativeSetHeader(xhr, 'content-type', contentType);
      nativeSend(xhr, typeof original === 'string' && typeof body === 'string' ? body : toBytes(body));
    };

    if (!state.async) {
      const now = serialiseNow(data);
      const question =
        now &&
        ({
          channel: 'xhr',
          method: state.method,
          url: state.url,
          contentType: state.contentType || now.contentType,
          headers: state.headers,
          body: now.body,
        } as const);
      if (!now || !question || !(now.body === '' || cleared.has(question) || cleared.unasked(true))) {
        throw new native.NativeDOMException('Failed to load.', 'NetworkError');
      }
      send(now.body, now.contentType, data);
      return undefined;
    }

    state.held = true;
    // Opened anew or aborted while it waited: then there is nothing left to send.
    const current = (): boolean => state.held && native.weakGet(states, xhr) === state;
    const refuse = (outcome: Outcome & { kind: 'refuse' }): void => finish(xhr, state.url, outcome);
    serialise(
      data,
      ({ body, contentType }) => {
        const question = {
          channel: 'xhr',
          method: state.method,
          url: state.url,
          contentType: state.contentType || contentType,
          headers: state.headers,
          body,
        } as const;
        cleared.ask(question, (outcome) => {
          if (!current()) return;
          state.held = false;
          if (outcome.kind === 'refuse') refuse(outcome);
          else send(outcome.kind === 'release' ? body : outcome.body, contentType, data);
        });
      },
      () => {
        if (current()) refuse({ kind: 'refuse', status: 403, contentType: 'text/plain', body: '' });
      },
    );
    return undefined;
  });
}

/** Coerced once. Without `async` the overload is another; no spread, because a page may have changed the iterator. */
function openArguments(method: string, url: string, args: unknown[]): unknown[] {
  return args.length < 3 ? [method, url] : [method, url, args[2], args[3], args[4]];
}

function fire(xhr: XMLHttpRequest, type: string): void {
  native.dispatchEvent(xhr, type === 'readystatechange' ? new native.NativeEvent(type) : new native.NativeProgressEvent(type));
}

/** Presents a finished response without any network. */
function finish(xhr: XMLHttpRequest, url: string, outcome: Outcome & { kind: 'refuse' }): void {
  const show = (name: (typeof ANSWERED)[number], value: unknown): void => {
    native.defineProperty(xhr, name, native.bare({ value, configurable: true, enumerable: true, writable: false }));
  };
  show('readyState', 4);
  show('status', outcome.status);
  show('statusText', outcome.status < 300 ? 'OK' : 'Forbidden');
  show('responseURL', url);
  show('responseText', outcome.body);
  show('response', xhr.responseType === 'json' ? jsonOrNull(outcome.body) : outcome.body);
  show('getResponseHeader', (name: unknown) => (native.toLowerCase(`${name}`) === 'content-type' ? outcome.contentType : null));
  show('getAllResponseHeaders', () => `content-type: ${outcome.contentType}\r\n`);
  fire(xhr, 'readystatechange');
  fire(xhr, 'load');
  fire(xhr, 'loadend');
}

function jsonOrNull(text: string): unknown {
  try {
    return native.parseJson(text);
  } catch {
    return null;
  }
}
