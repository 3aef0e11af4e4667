/** Channels as a benchmark times them: each ends when the page knows that its text has arrived. */

declare global {
  interface Window {
    readonly timed: { readonly names: readonly string[]; times(name: string, count: number): Promise<number[]> };
  }
}

/** Sends one text and resolves when its answer is there, or when the browser says that the request is over. */
type Send = (text: string) => Promise<unknown>;

const CHAT = `${location.origin}/v1/chat/completions`;
const SINK = `${location.origin}/sink/timed/`;
const JSON_TYPE = { 'content-type': 'application/json' };
const PROSE = 'The quarterly report should compare both regions and explain the difference in plain words. ';
/** Sends before the first that counts. */
const WARM = 3;

function post(address: string, body: BodyInit, headers: Record<string, string> = {}): Promise<string> {
  return fetch(address, { method: 'POST', headers, body }).then((response) => response.text());
}

function body(text: string): string {
  return JSON.stringify({ messages: [{ role: 'user', content: text }] });
}

function upload(text: string): FormData {
  const form = new FormData();
  form.append('file', new File([text], 'notes.txt', { type: 'text/plain' }));
  return form;
}

function once<T extends EventTarget>(target: T, event: string): Promise<Event> {
  return new Promise((resolve) => target.addEventListener(event, resolve, { once: true }));
}

let socket: Promise<WebSocket> | null = null;

function open(): Promise<WebSocket> {
  const opening = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/api/ws`);
  socket ??= once(opening, 'open').then(() => opening);
  return socket;
}

const RELAY = `onmessage = ({ data }) => fetch(data.url, { method: 'POST', body: data.text }).then((answer) => answer.text()).then(() => postMessage(0));`;
let thread: Worker | null = null;

const CHANNELS: Readonly<Record<string, Send>> = {
  'fetch, text': (text) => post(SINK, text, { 'content-type': 'text/plain' }),
  'fetch, JSON': (text) => post(CHAT, body(text), JSON_TYPE),
  'fetch, FormData': (text) => post(SINK, upload(text)),
  'fetch, FormData of 1 MB': (text) => post(SINK, upload(text.repeat(500))),
  'fetch, GET with a prompt in the address': (text) => fetch(`${SINK}get?q=${encodeURIComponent(text)}`).then((answer) => answer.text()),
  'XHR, asynchronous': (text) => {
    const request = new XMLHttpRequest();
    request.open('POST', CHAT);
    request.setRequestHeader('content-type', 'application/json');
    request.send(body(text));
    return once(request, 'loadend');
  },
  'WebSocket, one message': async (text) => {
    const { socket: opened, echo } = await open().then((ready) => ({ socket: ready, echo: once(ready, 'message') }));
    opened.send(body(text));
    return echo;
  },
  sendBeacon: (text) => {
    const over = new Promise<void>((resolve) => {
      const watch = new PerformanceObserver((list) => {
        if (!list.getEntries().some((entry) => entry.name.endsWith('/timed/beacon'))) return;
        watch.disconnect();
        resolve();
      });
      watch.observe({ type: 'resource' });
    });
    navigator.sendBeacon(`${SINK}beacon`, text);
    return over;
  },
  'form, POST': (text) => {
    const frame = document.querySelector('iframe[name="nowhere"]');
    const form = document.createElement('form');
    Object.assign(form, { method: 'post', action: `${SINK}form`, target: 'nowhere' });
    form.append(Object.assign(document.createElement('textarea'), { name: 'prompt', value: text }));
    document.body.append(form);
    const loaded = once(frame ?? form, 'load');
    form.submit();
    form.remove();
    return loaded;
  },
  'fetch in a worker, text by message': (text) => {
    thread ??= new Worker(URL.createObjectURL(new Blob([RELAY], { type: 'text/javascript' })));
    const answered = once(thread, 'message');
    thread.postMessage({ url: SINK, text });
    return answered;
  },
};

export const timed: Window['timed'] = {
  names: Object.keys(CHANNELS),
  /** Times of `count` sends of 2 KB of clean prose, each with other words, ms. */
  async times(name, count) {
    const send = CHANNELS[name];
    if (!send) throw new Error(`no channel ${name}`);
    const times: number[] = [];
    for (let index = 0; index < WARM + count; index += 1) {
      const text = `${index} ${Math.random()} ${PROSE.repeat(22)}`;
      const begun = performance.now();
      await send(text);
      if (index >= WARM) times.push(performance.now() - begun);
    }
    return times;
  },
};
