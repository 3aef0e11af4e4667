import type { ServerResponse } from 'node:http';
import type { Arrival } from '../recorder.ts';

/**
 * Relays what it is sent; with `socket` over a socket, else by a request. A port that it is handed is heard too, as is what its name, the
 * fragment of its address or a mailbox holds.
 */
const RELAY = `const send = ({ url, text, socket }) => {
  if (!socket) return fetch(url, { method: 'POST', body: text });
  const open = new WebSocket(socket);
  open.onopen = () => open.send(text);
};
const collect = ({ mail, url }) => {
  const open = indexedDB.open(mail);
  open.onsuccess = () => {
    const read = open.result.transaction('mail').objectStore('mail').get('letter');
    read.onsuccess = () => send({ url, text: read.result });
  };
};
const hear = (event) => {
  if (event.ports[0] && event.data === 'port') event.ports[0].onmessage = hear;
  else if (event.data.mail) collect(event.data);
  else send(event.data);
};
onmessage = hear;
onconnect = (event) => { event.ports[0].onmessage = hear; };
oninstall = () => skipWaiting();
if (self.name?.startsWith('{')) send(JSON.parse(self.name));
if (location.hash) send(JSON.parse(decodeURIComponent(location.hash.slice(1))));
`;

/** A page of another site that sends what it is handed. */
const HANDED = `<!doctype html><title>relay</title><script>
const send = ({ url, text }) => fetch(url, { method: 'POST', body: text });
onmessage = ({ data }) => send(JSON.parse(data));
for (const handed of [name, decodeURIComponent(location.hash.slice(1))]) if (handed.startsWith('{')) send(JSON.parse(handed));
</script>`;

/** One transparent pixel (GIF89a). */
const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

/** A peer that nobody governs: it takes part in a connection and hands what it hears to the sink. */
const RECEIVER = `<!doctype html><title>receiver</title><script>
async function answer(offer) {
  const connection = new RTCPeerConnection();
  connection.ondatachannel = ({ channel }) => {
    channel.onmessage = ({ data }) => {
      const { sink, text } = JSON.parse(data);
      fetch('/sink/' + sink.split('/sink/')[1] + 'peer', { method: 'POST', body: text || channel.label });
    };
  };
  await connection.setRemoteDescription(JSON.parse(offer));
  await connection.setLocalDescription(await connection.createAnswer());
  await new Promise((resolve) => {
    if (connection.iceGatheringState === 'complete') resolve();
    connection.onicegatheringstatechange = () => connection.iceGatheringState === 'complete' && resolve();
  });
  return JSON.stringify(connection.localDescription);
}
</script>`;

const FILES: Readonly<Record<string, readonly [type: string, body: string | Buffer]>> = {
  'worker.js': ['text/javascript', RELAY],
  'shared.js': ['text/javascript', RELAY],
  'module.js': ['text/javascript', 'export {};'],
  'sheet.css': ['text/css', ''],
  'image.png': ['image/gif', PIXEL],
  'markup.png': ['image/gif', PIXEL],
  'background.png': ['image/gif', PIXEL],
  relay: ['text/html', HANDED],
  reporting: ['text/html', '<!doctype html><title>reporting</title><body>'],
  events: ['text/event-stream', 'data: {}\n\n'],
};

/** Answers anything below `/sink/`, which takes whatever a page sends, and the empty page; false for other addresses. */
export function answerSink({ method, url }: Arrival, response: ServerResponse): boolean {
  const headers = { 'cache-control': 'no-store', 'access-control-allow-origin': '*' };
  if (url.pathname === '/blank') {
    // Slow enough that a frame is between two documents for a while.
    const end = () => response.writeHead(200, { ...headers, 'content-type': 'text/html' }).end('<!doctype html><title>blank</title>');
    setTimeout(end, url.search === '?slow' ? 120 : 0);
    return true;
  }
  if (url.pathname === '/receiver') {
    response.writeHead(200, { ...headers, 'content-type': 'text/html' }).end(RECEIVER);
    return true;
  }
  if (!url.pathname.startsWith('/sink/')) return false;
  const [type, body] = (method === 'GET' && FILES[url.pathname.split('/').at(-1) ?? '']) || ['text/html', '<!doctype html>Taken.'];
  const strict = url.pathname.endsWith('/reporting')
    ? { 'content-security-policy': "script-src 'none' 'report-sample'; report-uri ./report" }
    : {};
  response.writeHead(200, { ...headers, ...strict, 'content-type': type }).end(body);
  return true;
}
