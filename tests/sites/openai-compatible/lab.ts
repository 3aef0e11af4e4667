import { element } from '../page/element.ts';
import { timed } from './timed.ts';

/**
 * Sends one text through one channel. It resolves when the page is done, which says nothing about what arrived: only the server knows.
 * A channel that a person must finish (a real click) resolves with the selector to click.
 */
type Channel = (text: string) => unknown;

interface Early {
  readonly fetch: typeof fetch;
  readonly open: XMLHttpRequest['open'];
  readonly send: XMLHttpRequest['send'];
  readonly beacon: Navigator['sendBeacon'];
  readonly socketSend: WebSocket['send'];
}

declare global {
  interface Window {
    readonly saved: Early;
    readonly lab: { readonly names: readonly string[]; send(name: string, text: string): Promise<string | null> };
  }
}

const URL_ = `${location.origin}/v1/chat/completions`;
const JSON_TYPE = { 'content-type': 'application/json' };

function body(text: string): string {
  return JSON.stringify({ model: 'practice-1', messages: [{ role: 'user', content: text }] });
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(body(text));
}

/** The body in the middle of a longer buffer, padded with blanks to a multiple of `unit` bytes. */
function inside(text: string, unit: number): { buffer: ArrayBuffer; offset: number; length: number } {
  const plain = bytes(text);
  const length = Math.ceil(plain.length / unit) * unit;
  const buffer = new ArrayBuffer(length + 4 * unit);
  const middle = new Uint8Array(buffer, 2 * unit, length);
  middle.fill(0x20);
  middle.set(plain);
  return { buffer, offset: 2 * unit, length: length / unit };
}

function post(content: BodyInit, headers: Record<string, string> = JSON_TYPE): Promise<Response> {
  return fetch(URL_, { method: 'POST', headers, body: content });
}

function textForm(text: string): FormData {
  const form = new FormData();
  form.append('model', 'practice-1');
  form.append('prompt', text);
  return form;
}

function fileForm(text: string): FormData {
  const form = new FormData();
  form.append('model', 'practice-1');
  form.append('file', new File([text], 'notes.txt', { type: 'text/plain' }));
  return form;
}

function jsonPartForm(text: string): FormData {
  const form = new FormData();
  form.append('payload', body(text));
  return form;
}

function search(text: string): URLSearchParams {
  return new URLSearchParams({ model: 'practice-1', prompt: text });
}

function xhr(content: XMLHttpRequestBodyInit, headers: Record<string, string> = {}, method = 'POST'): Promise<number> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open(method, URL_);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.addEventListener('loadend', () => resolve(request.status));
    request.send(content);
  });
}

const socketAddress = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/api/ws`;

function socket(content: string | ArrayBuffer | Blob | ArrayBufferView<ArrayBuffer>, send = WebSocket.prototype.send): Promise<void> {
  return new Promise((resolve, reject) => {
    const open = new WebSocket(socketAddress);
    open.addEventListener('error', () => reject(new Error('socket')));
    open.addEventListener('open', () => {
      send.call(open, content);
      resolve();
    });
  });
}

/** A frame of the given kind, loaded. */
function frame(set: (frame: HTMLIFrameElement) => void): Promise<Window & typeof globalThis> {
  return new Promise((resolve) => {
    const made = document.createElement('iframe');
    made.addEventListener('load', () => resolve(made.contentWindow as Window & typeof globalThis), { once: true });
    set(made);
    document.body.append(made);
  });
}

const FRAME_SCRIPT = `<!doctype html><script>addEventListener('message', (e) => fetch(e.data.url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: e.data.body }));</script>`;

function form(text: string, encoding = 'application/x-www-form-urlencoded'): HTMLFormElement {
  const made = document.createElement('form');
  made.method = 'post';
  made.action = URL_;
  made.enctype = encoding;
  made.target = 'nowhere';
  const field = document.createElement('input');
  field.name = 'prompt';
  field.value = text;
  const button = document.createElement('button');
  button.id = 'submit-form';
  button.textContent = 'Submit';
  made.append(field, button);
  element('#forms').replaceChildren(made);
  return made;
}

const views: Record<string, [number, (buffer: ArrayBuffer, offset: number, length: number) => ArrayBufferView<ArrayBuffer>]> = {
  Int8Array: [1, (b, o, l) => new Int8Array(b, o, l)],
  Uint8Array: [1, (b, o, l) => new Uint8Array(b, o, l)],
  Uint8ClampedArray: [1, (b, o, l) => new Uint8ClampedArray(b, o, l)],
  Int16Array: [2, (b, o, l) => new Int16Array(b, o, l)],
  Uint16Array: [2, (b, o, l) => new Uint16Array(b, o, l)],
  Int32Array: [4, (b, o, l) => new Int32Array(b, o, l)],
  Uint32Array: [4, (b, o, l) => new Uint32Array(b, o, l)],
  Float32Array: [4, (b, o, l) => new Float32Array(b, o, l)],
  Float64Array: [8, (b, o, l) => new Float64Array(b, o, l)],
  BigInt64Array: [8, (b, o, l) => new BigInt64Array(b, o, l)],
  BigUint64Array: [8, (b, o, l) => new BigUint64Array(b, o, l)],
  DataView: [1, (b, o, l) => new DataView(b, o, l)],
};

const viewChannels = Object.fromEntries(
  Object.entries(views).map(([name, [unit, view]]): [string, Channel] => [
    `fetch ${name} with offset`,
    (text) => {
      const { buffer, offset, length } = inside(text, unit);
      return post(view(buffer, offset, length));
    },
  ]),
);

const channels: Record<string, Channel> = {
  'fetch string': (text) => post(body(text)),
  'fetch URL object': (text) => fetch(new URL(URL_), { method: 'POST', headers: JSON_TYPE, body: body(text) }),
  'fetch Request': (text) => fetch(new Request(URL_, { method: 'POST', headers: JSON_TYPE, body: body(text) })),
  'fetch Request and init': (text) =>
    fetch(new Request(URL_, { method: 'POST', headers: JSON_TYPE, body: body('nothing of note') }), { body: body(text) }),
  'fetch cloned Request': (text) => fetch(new Request(URL_, { method: 'POST', headers: JSON_TYPE, body: body(text) }).clone()),
  'fetch URLSearchParams': (text) => post(search(text), {}),
  'fetch FormData text': (text) => post(textForm(text), {}),
  'fetch FormData JSON part': (text) => post(jsonPartForm(text), {}),
  'fetch FormData file': (text) => post(fileForm(text), {}),
  'fetch Blob': (text) => post(new Blob([body(text)], { type: 'application/json' }), {}),
  'fetch ArrayBuffer': (text) => post(bytes(text).buffer),
  ...viewChannels,
  'fetch ReadableStream': (text) => {
    const init = { method: 'POST', headers: JSON_TYPE, body: new Blob([body(text)]).stream(), duplex: 'half' };
    return fetch(URL_, init);
  },
  'fetch keepalive': (text) => fetch(URL_, { method: 'POST', headers: JSON_TYPE, body: body(text), keepalive: true }),
  'fetch PUT': (text) => fetch(URL_, { method: 'PUT', headers: JSON_TYPE, body: body(text) }),
  'fetch PATCH': (text) => fetch(URL_, { method: 'PATCH', headers: JSON_TYPE, body: body(text) }),
  'fetch text/plain JSON': (text) => post(body(text), { 'content-type': 'text/plain;charset=UTF-8' }),
  'fetch saved early': (text) => {
    const { fetch: early } = window.saved;
    return early(URL_, { method: 'POST', headers: JSON_TYPE, body: body(text) });
  },
  'XHR string': (text) => xhr(body(text), JSON_TYPE),
  'XHR Blob': (text) => xhr(new Blob([body(text)], { type: 'application/json' })),
  'XHR FormData': (text) => xhr(textForm(text)),
  'XHR URLSearchParams': (text) => xhr(search(text)),
  'XHR ArrayBuffer': (text) => xhr(bytes(text).buffer, JSON_TYPE),
  'XHR PUT': (text) => xhr(body(text), JSON_TYPE, 'PUT'),
  'XHR saved early': (text) => {
    const request = new XMLHttpRequest();
    window.saved.open.call(request, 'POST', URL_, true);
    request.setRequestHeader('content-type', 'application/json');
    window.saved.send.call(request, body(text));
  },
  'XHR synchronous': (text) => {
    const request = new XMLHttpRequest();
    request.open('POST', URL_, false);
    request.setRequestHeader('content-type', 'application/json');
    request.send(body(text));
  },
  'WebSocket text': (text) => socket(body(text)),
  'WebSocket ArrayBuffer': (text) => socket(bytes(text).buffer),
  'WebSocket view': (text) => {
    const { buffer, offset, length } = inside(text, 1);
    return socket(new Uint8Array(buffer, offset, length));
  },
  'WebSocket Blob': (text) => socket(new Blob([body(text)])),
  'WebSocket saved early': (text) => socket(body(text), window.saved.socketSend),
  'beacon string': (text) => navigator.sendBeacon(URL_, body(text)),
  'beacon Blob': (text) => navigator.sendBeacon(URL_, new Blob([body(text)], { type: 'application/json' })),
  'beacon saved early': (text) => window.saved.beacon.call(navigator, URL_, body(text)),
  'form submit()': (text) => form(text).submit(),
  'form requestSubmit()': (text) => form(text).requestSubmit(),
  'form multipart submit()': (text) => form(text, 'multipart/form-data').submit(),
  'form real click': (text) => {
    form(text);
    return '#submit-form';
  },
  'about:blank frame fetch': async (text) => {
    const inner = await frame(() => undefined);
    return inner.fetch(URL_, { method: 'POST', headers: JSON_TYPE, body: body(text) });
  },
  'about:blank frame fetch, same tick': (text) => {
    const made = document.createElement('iframe');
    document.body.append(made);
    return made.contentWindow?.fetch(URL_, { method: 'POST', headers: JSON_TYPE, body: body(text) });
  },
  'about:blank frame XHR': async (text) => {
    const inner = await frame(() => undefined);
    const request = new inner.XMLHttpRequest();
    request.open('POST', URL_);
    request.setRequestHeader('content-type', 'application/json');
    request.send(body(text));
  },
  'about:blank frame beacon': async (text) => {
    const inner = await frame(() => undefined);
    inner.navigator.sendBeacon(URL_, body(text));
  },
  'srcdoc frame fetch': async (text) => {
    const inner = await frame((made) => {
      made.srcdoc = FRAME_SCRIPT;
    });
    inner.postMessage({ url: URL_, body: body(text) }, '*');
  },
  'blob: frame fetch': async (text) => {
    const inner = await frame((made) => {
      made.src = URL.createObjectURL(new Blob([FRAME_SCRIPT], { type: 'text/html' }));
    });
    inner.postMessage({ url: URL_, body: body(text) }, '*');
  },
};

Object.defineProperty(window, 'lab', {
  value: {
    names: Object.keys(channels),
    async send(name: string, text: string): Promise<string | null> {
      const channel = channels[name];
      if (!channel) throw new Error(`no channel ${name}`);
      const result = channel(text);
      if (typeof result === 'string') return result;
      // A held request may stay open for as long as a person thinks: nobody waits for it here.
      if (result instanceof Promise) result.catch((error: unknown) => console.warn(name, error));
      return null;
    },
  },
});

Object.defineProperty(window, 'timed', { value: timed });

const field = element<HTMLTextAreaElement>('textarea');
for (const name of Object.keys(channels)) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = name;
  button.addEventListener('click', () => void window.lab.send(name, field.value));
  element('#channels').append(button);
}
document.documentElement.dataset.ready = 'true';
