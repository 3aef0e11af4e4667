import type { Page } from '@playwright/test';
import { dismiss } from './harness/dialog.ts';
import { expect, test } from './harness/test.ts';
import { sample } from './harness/values.ts';

const LAB = 'https://openrouter.ai/lab';

/** Built-ins that a page changes before it sends: where it stands, and what it puts there. */
const POISONS: readonly (readonly [string, string])[] = [
  ['Object.prototype.kind', `'release'`],
  ['Object.prototype.then', `function (done) { done({ __proto__: null, kind: 'release' }); }`],
  ['Object.prototype.get', `() => 'release'`],
  ['Object.prototype.body', `'clean'`],
  ['Object.hasOwn', `() => true`],
  ['Object.defineProperty', `(target) => target`],
  ['Object.create', `() => ({})`],
  ['Reflect.apply', `() => undefined`],
  ['Reflect.construct', `() => new Request('/v1/chat/completions')`],
  ['Reflect.getOwnPropertyDescriptor', `() => undefined`],
  ['Function.prototype.call', `() => undefined`],
  ['Function.prototype.apply', `() => undefined`],
  ['Function.prototype.bind', `() => () => undefined`],
  ['Array.prototype.push', `() => 0`],
  ['Array.prototype[Symbol.iterator]', `function* () { yield 'GET'; }`],
  ['Array.isArray', `() => false`],
  ['String.prototype.toUpperCase', `() => 'GET'`],
  ['String.prototype.toLowerCase', `() => 'dialog'`],
  ['String.prototype.toWellFormed', `() => 'clean'`],
  ['String.prototype.toString', `() => 'clean'`],
  ['HTMLFormElement[Symbol.hasInstance]', `() => false`],
  ['Map.prototype.get', `() => undefined`],
  ['Map.prototype.set', `function () { return this; }`],
  ['Map.prototype.delete', `() => false`],
  ['WeakMap.prototype.get', `() => ({ method: 'GET', async: true })`],
  ['WeakMap.prototype.set', `function () { return this; }`],
  ['Promise.prototype.then', `function (done) { done?.({ kind: 'release' }); return this; }`],
  ['Promise.resolve', `() => ({ kind: 'release' })`],
  ['Promise', `class {}`],
  ['JSON.parse', `() => ({ kind: 'release' })`],
  ['JSON.stringify', `() => '{}'`],
  ['TextDecoder.prototype.decode', `() => 'clean'`],
  ['TextEncoder.prototype.encode', `() => new Uint8Array()`],
  ['ArrayBuffer.isView', `() => false`],
  ['ArrayBuffer.prototype.byteLength', `0`],
  ['Uint8Array', `class {}`],
  ['Request', `class { method = 'GET'; }`],
  ['Request.prototype.method', `'GET'`],
  ['Request.prototype.url', `'https://elsewhere.example/'`],
  ['Request.prototype.headers', `new Headers()`],
  ['Request.prototype.arrayBuffer', `async () => new ArrayBuffer(0)`],
  ['Request.prototype.clone', `() => new Request('/')`],
  ['Response', `class {}`],
  ['Response.prototype.arrayBuffer', `async () => new ArrayBuffer(0)`],
  ['Response.prototype.headers', `new Headers()`],
  ['Headers.prototype.get', `() => 'image/png'`],
  ['Blob', `class {}`],
  ['URL', `class { href = 'https://elsewhere.example/'; }`],
  ['URL.prototype.href', `'https://elsewhere.example/'`],
  ['Event.prototype.target', `null`],
  ['Event.prototype.stopImmediatePropagation', `() => undefined`],
  ['MessageEvent.prototype.data', `{ id: 1, kind: 'release' }`],
  ['MessageEvent.prototype.ports', `[]`],
  ['MessagePort.prototype.postMessage', `(message) => { window.stolen = message; }`],
  ['MessagePort.prototype.onmessage', `null`],
  ['EventTarget.prototype.addEventListener', `() => undefined`],
  ['EventTarget.prototype.dispatchEvent', `() => true`],
  ['setTimeout', `(run) => { run(); return 1; }`],
  ['clearTimeout', `() => undefined`],
  ['Proxy', `class {}`],
  ['Math.random', `() => 0`],
  ['Date.now', `() => 0`],
];

/** Changes one built-in for a moment, sends through three channels meanwhile, and puts the built-in back. */
async function sendPoisoned(page: Page, place: string, value: string, text: string): Promise<void> {
  // Nothing may run in the page before the built-in is back, the test's own helpers included.
  const restored = page.waitForEvent('console', (message) => message.text() === 'restored');
  await page.evaluate(
    ([path, value, text]) => {
      const names = path.split('.');
      const last = names.pop() ?? '';
      const holder = names.reduce<unknown>((at, name) => Reflect.get(Object(at), name), window) as object;
      const key = last === '@@iterator' ? Symbol.iterator : last === '@@hasInstance' ? Symbol.hasInstance : last;
      const { getOwnPropertyDescriptor, defineProperty, deleteProperty } = Reflect;
      const { assign, create } = Object;
      const bare = (descriptor: PropertyDescriptor): PropertyDescriptor => assign(create(null), descriptor);
      const before = getOwnPropertyDescriptor(holder, key);
      const body = `{"model":"practice-1","messages":[{"role":"user","content":"${text}"}]}`;
      const { fetch, setTimeout, eval: evaluate } = window;
      const { open, send } = XMLHttpRequest.prototype;
      const beacon = navigator.sendBeacon;
      const xhr = new XMLHttpRequest();
      const { log } = console;
      const poison: unknown = evaluate(`(${value})`);
      const attempts = [
        () => void fetch('/v1/chat/completions', { method: 'POST', body }),
        () => open.call(xhr, 'POST', '/v1/chat/completions', true),
        () => send.call(xhr, body),
        () => void beacon.call(navigator, '/v1/chat/completions', body),
      ];
      setTimeout(() => {
        try {
          defineProperty(holder, key, bare({ value: poison, configurable: true, writable: true }));
        } catch {
          // Not to be changed by anybody: no weapon either.
        }
        for (let index = 0; index < 4; index += 1) {
          try {
            attempts[index]?.();
          } catch {
            // The page broke itself; that is no leak.
          }
        }
        setTimeout(() => {
          if (before) defineProperty(holder, key, bare(before));
          else deleteProperty(holder, key);
          log('restored');
        }, 150);
      }, 0);
    },
    [place.replace(/\[Symbol\.(\w+)\]/, '.@@$1'), value, text] as const,
  );
  await restored;
}

test('no built-in that a page changes opens the gate', async ({ guarded, server, seed }) => {
  test.setTimeout(120_000);
  const page = await guarded.chat(LAB);
  const since = server.recorder.mark();
  const leaks: string[] = [];
  for (const [index, [place, value]] of POISONS.entries()) {
    const secret = sample('block', seed * 1_000 + index);
    await sendPoisoned(page, place, value, secret.text);
    if (server.recorder.received(secret.value, since).length > 0) leaks.push(place);
  }
  await page.waitForTimeout(500);
  expect(leaks).toEqual([]);
  expect(await page.evaluate(() => 'stolen' in window)).toBe(false);
  // Put back together, the page works: the gate was never lost.
  const clean = sample('allow', seed);
  await page.evaluate((text) => window.lab.send('fetch string', text), clean.text);
  expect(await server.recorder.arrival(clean.value, since, 5_000)).not.toBeNull();
  await page.close();
});

test('a page that offers the gate a port of its own is not heard', async ({ guarded, server, seed }) => {
  const { text, value } = sample('block', seed);
  const page = await guarded.chat(LAB);
  const since = server.recorder.mark();
  const heard = await page.evaluate(async (text) => {
    const { port1, port2 } = new MessageChannel();
    const messages: unknown[] = [];
    port1.onmessage = ({ data }) => {
      messages.push(data);
      for (let id = 0; id < 50; id += 1) port1.postMessage({ id, kind: 'release' });
    };
    document.dispatchEvent(new MessageEvent('tacit:port', { ports: [port2] }));
    void window.lab.send('fetch string', text);
    for (let id = 0; id < 50; id += 1) window.postMessage({ id, kind: 'release' }, '*');
    await new Promise((done) => setTimeout(done, 800));
    return messages;
  }, text);
  expect(heard).toEqual([]);
  expect(server.recorder.received(value, since)).toEqual([]);
  await page.close();
});

test('a body that changes between two readings is read once', async ({ guarded, server, seed }) => {
  const { text, value } = sample('block', seed);
  const page = await guarded.chat(LAB);
  const since = server.recorder.mark();
  await page.evaluate(async (text) => {
    const shifty = () => {
      let reads = 0;
      return { toString: () => (++reads === 1 ? '{"messages":[{"content":"clean"}]}' : text) };
    };
    await fetch('/v1/chat/completions', { method: 'POST', body: shifty() as unknown as string });
    let reads = 0;
    const init = {
      method: 'POST',
      get body() {
        reads += 1;
        return reads === 1 ? 'clean' : text;
      },
    };
    await fetch('/v1/chat/completions', init);
    const xhr = new XMLHttpRequest();
    xhr.open('POST', '/v1/chat/completions');
    xhr.send(shifty() as unknown as string);
    const bytes = new TextEncoder().encode('clean'.padEnd(text.length));
    const sent = fetch('/v1/chat/completions', { method: 'POST', body: bytes });
    bytes.set(new TextEncoder().encode(text));
    await sent;
    let options = 0;
    await fetch('/v1/chat/completions', {
      get method() {
        options += 1;
        return options === 1 ? 'GET' : 'POST';
      },
    });
  }, text);
  await page.waitForTimeout(300);
  expect(server.recorder.received('clean', since).length).toBeGreaterThanOrEqual(4);
  expect(server.recorder.received(value, since)).toEqual([]);
  await page.close();
});

test('a refused XMLHttpRequest ends like any other', async ({ guarded, server, seed }) => {
  const { text, value } = sample('block', seed);
  const page = await guarded.chat(LAB);
  const since = server.recorder.mark();
  const seen = await page.evaluate(
    (text) =>
      new Promise<unknown>((resolve) => {
        const xhr = new XMLHttpRequest();
        const events: string[] = [];
        xhr.responseType = 'json';
        xhr.onreadystatechange = () => events.push(`readystatechange ${xhr.readyState}`);
        xhr.onload = () => events.push('load');
        xhr.open('POST', '/v1/chat/completions');
        xhr.onloadend = () =>
          resolve({ events, status: xhr.status, code: xhr.response?.error?.code, type: xhr.getResponseHeader('Content-Type') });
        xhr.send(JSON.stringify({ messages: [{ content: text }] }));
      }),
    text,
  );
  expect(seen).toEqual({
    events: ['readystatechange 1', 'readystatechange 4', 'load'],
    status: 403,
    code: 'held_back',
    type: 'application/json',
  });
  // The same object serves the next request as if nothing had happened.
  const again = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const xhr = new XMLHttpRequest();
        xhr.open('POST', '/v1/chat/completions');
        xhr.onloadend = () => resolve(xhr.status);
        xhr.send('{"messages":[{"content":"clean"}],"model":"m"}');
      }),
  );
  expect(again).toBe(200);
  expect(server.recorder.received(value, since)).toEqual([]);
  await dismiss(page);
  await page.close();
});

test('aborting a held XMLHttpRequest sends nothing and tells the page', async ({ guarded, server, seed }) => {
  const { text, value } = sample('allow', seed);
  const page = await guarded.chat(LAB);
  const since = server.recorder.mark();
  const events = await page.evaluate(async (text) => {
    const seen: string[] = [];
    const xhr = new XMLHttpRequest();
    xhr.onabort = () => seen.push('abort');
    xhr.onloadend = () => seen.push('loadend');
    xhr.open('POST', '/v1/chat/completions');
    xhr.send(text);
    xhr.abort();
    await new Promise((done) => setTimeout(done, 400));
    return seen;
  }, text);
  expect(events).toEqual(['abort', 'loadend']);
  expect(server.recorder.received(value, since)).toEqual([]);
  await page.close();
});

test('a synchronous request passes only what was cleared before', async ({ guarded, server, seed }) => {
  const { text, value } = sample('allow', seed);
  const page = await guarded.chat(LAB);
  const since = server.recorder.mark();
  const results = await page.evaluate(async (text) => {
    const sync = () => {
      const xhr = new XMLHttpRequest();
      xhr.open('POST', '/v1/chat/completions', false);
      try {
        xhr.send(text);
        return xhr.status;
      } catch (error) {
        return error instanceof DOMException ? error.name : 'other';
      }
    };
    const first = sync();
    await fetch('/v1/chat/completions', { method: 'POST', body: text });
    return [first, sync()];
  }, text);
  expect(results).toEqual(['NetworkError', 200]);
  expect(server.recorder.received(value, since)).toHaveLength(2);
  await page.close();
});

test('socket frames keep their order and their kind, and close waits for them', async ({ guarded, server, seed }) => {
  const { value } = sample('allow', seed);
  const blocked = sample('block', seed);
  const page = await guarded.chat(LAB);
  const since = server.recorder.mark();
  await page.evaluate(
    ([value, secret]) =>
      new Promise<void>((resolve) => {
        const socket = new WebSocket(`wss://${location.host}/api/ws`);
        socket.onopen = () => {
          socket.send(`${value} one ${'x'.repeat(400_000)}`);
          socket.send(new Blob([`${value} two`]));
          socket.send(JSON.stringify({ messages: [{ content: secret }] }));
          socket.send(new TextEncoder().encode(`${value} three`));
          socket.send(`${value} four`);
          socket.close(1000, 'done');
        };
        socket.onclose = () => resolve();
      }),
    [value, blocked.text] as const,
  );
  const frames = server.recorder.received(value, since).filter((arrival) => arrival.kind === 'frame');
  expect(frames.map((frame) => /one|two|three|four/.exec(frame.body.toString())?.[0])).toEqual(['one', 'two', 'three', 'four']);
  expect(server.recorder.received(blocked.value, since)).toEqual([]);
  await dismiss(page);
  await page.close();
});

test('a form submission that the page prevents is left to the page', async ({ guarded, server, seed }) => {
  const { value } = sample('allow', seed);
  const page = await guarded.chat(LAB);
  const since = server.recorder.mark();
  const seen = await page.evaluate(async (value) => {
    const form = document.createElement('form');
    form.method = 'post';
    form.action = '/v1/chat/completions';
    form.target = 'nowhere';
    form.innerHTML = '<input name="prompt"><button>Go</button>';
    (form.elements[0] as HTMLInputElement).value = value;
    document.body.append(form);
    let state: unknown;
    const prevent = (event: SubmitEvent) => {
      const before = event.defaultPrevented;
      event.preventDefault();
      state = [before, event.defaultPrevented];
    };
    form.addEventListener('submit', prevent);
    form.requestSubmit();
    await new Promise((done) => setTimeout(done, 300));
    form.removeEventListener('submit', prevent);
    const prevented = state;
    form.requestSubmit();
    await new Promise((done) => setTimeout(done, 500));
    return prevented;
  }, value);
  expect(seen).toEqual([false, true]);
  expect(server.recorder.received(value, since)).toHaveLength(1);
  await page.close();
});

test('a submission from inside a shadow tree, and entries added after the verdict, are judged like any other', async ({
  guarded,
  server,
  seed,
}) => {
  const { text, value } = sample('block', seed);
  const late = sample('block', seed + 500_000);
  const page = await guarded.chat(LAB);
  const since = server.recorder.mark();
  await page.evaluate(
    async ([text, late]) => {
      const host = document.createElement('div');
      document.body.append(host);
      const root = host.attachShadow({ mode: 'closed' });
      root.innerHTML = '<form method="post" action="/v1/chat/completions" target="nowhere"><input name="prompt"></form>';
      const form = root.querySelector('form') as HTMLFormElement;
      (form.elements[0] as HTMLInputElement).value = text;
      form.requestSubmit();
      document.addEventListener('formdata', (event) => {
        if (event.target !== outer) event.formData.append('late', late);
      });
      const outer = document.createElement('form');
      outer.method = 'post';
      outer.action = '/v1/chat/completions';
      outer.target = 'nowhere';
      outer.innerHTML = '<input name="prompt" value="cleanwords">';
      document.body.append(outer);
      outer.submit();
      await new Promise((done) => setTimeout(done, 800));
    },
    [text, late.text] as const,
  );
  expect(server.recorder.received('cleanwords', since)).toHaveLength(1);
  expect(server.recorder.received(value, since)).toEqual([]);
  expect(server.recorder.received(late.value, since)).toEqual([]);
  await dismiss(page);
  await page.close();
});

test('the wrapped functions read like native ones', async ({ guarded }) => {
  const page = await guarded.chat(LAB);
  const seen = await page.evaluate(() =>
    [
      [window, 'fetch', 1],
      [XMLHttpRequest.prototype, 'open', 2],
      [XMLHttpRequest.prototype, 'send', 0],
      [WebSocket.prototype, 'send', 1],
      [Navigator.prototype, 'sendBeacon', 1],
      [HTMLFormElement.prototype, 'submit', 0],
    ].map(([holder, name, length]) => {
      const method = Reflect.get(Object(holder), String(name)) as { name: string; length: number };
      const descriptor = Object.getOwnPropertyDescriptor(holder, String(name));
      return [
        method.name === name,
        method.length === length,
        /\[native code\]/.test(Function.prototype.toString.call(method)),
        descriptor?.writable && descriptor.configurable && descriptor.enumerable,
      ].every(Boolean);
    }),
  );
  expect(seen).toEqual([true, true, true, true, true, true]);
  expect(await page.evaluate(() => Object.keys(window).filter((name) => /tacit/i.test(name)))).toEqual([]);
  await page.close();
});

test('what a frame sends before it has an address arrives, also when its first document ends before the verdict', async ({
  guarded,
  server,
  seed,
}) => {
  const harmless = sample('allow', seed);
  const blocked = sample('block', seed);
  const page = await guarded.chat(LAB);
  const since = server.recorder.mark();
  await page.evaluate(
    (texts) => {
      for (const text of texts) {
        const made = document.createElement('iframe');
        made.src = '/blank';
        document.body.append(made);
        const realm = made.contentWindow as (Window & typeof globalThis) | null;
        if (!realm) throw new Error('no frame');
        void realm.fetch('/sink/frame/fetch', { method: 'POST', body: `${text} by fetch` }).catch(() => undefined);
        const xhr = new realm.XMLHttpRequest();
        xhr.open('POST', '/sink/frame/xhr');
        xhr.send(`${text} by xhr`);
        made.remove();
      }
    },
    [harmless.text, blocked.text],
  );
  expect(await server.recorder.arrival(`${harmless.text} by fetch`, since, 5_000)).not.toBeNull();
  expect(await server.recorder.arrival(`${harmless.text} by xhr`, since, 5_000)).not.toBeNull();
  await page.waitForTimeout(500);
  expect(server.recorder.received(blocked.value, since)).toEqual([]);
  await dismiss(page);
  await page.close();
});

test('a frame leaves the sockets of its page alone, and speaks in its own name', async ({ guarded, server, seed }) => {
  const { value } = sample('allow', seed);
  const page = await guarded.chat(LAB);
  const since = server.recorder.mark();
  const seen = await page.evaluate(async (value) => {
    const send = WebSocket.prototype.send;
    const made = document.createElement('iframe');
    made.src = '/blank?framed';
    const loaded = new Promise((resolve) => made.addEventListener('load', resolve));
    document.body.append(made);
    // Looked at before it is loaded: the document keeps the realm, and with it the page's wrappers.
    const realm = made.contentWindow as (Window & typeof globalThis) | null;
    await loaded;
    await realm?.eval(`fetch('/sink/frame/own', { method: 'POST', body: '${value} framed' }).then((response) => response.text())`);
    const asks = (one: Window | null) => one?.performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/sink/frame/own'));
    const names = { frame: asks(realm), page: asks(window) };
    made.remove();
    const socket = new WebSocket(`wss://${location.host}/api/ws`);
    await new Promise((resolve) => socket.addEventListener('open', resolve));
    socket.send(`${value} socket`);
    return { ...names, untouched: WebSocket.prototype.send === send };
  }, value);
  expect(seen).toEqual({ frame: true, page: false, untouched: true });
  expect(await server.recorder.arrival(`${value} socket`, since, 5_000)).not.toBeNull();
  expect(await server.recorder.arrival(`${value} framed`, since, 5_000)).not.toBeNull();
  await page.close();
});
