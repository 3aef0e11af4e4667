import type { ServerResponse } from 'node:http';
import type { Arrival } from '../recorder.ts';

/** Relays what it is sent; with `socket` over a socket, else by a request. A port that it is handed is heard too. */
const RELAY = `const send = ({ url, text, socket }) => {
  if (!socket) return fetch(url, { method: 'POST', body: text });
  const open = new WebSocket(socket);
  open.onopen = () => open.send(text);
};
const hear = (event) => {
  if (event.ports[0] && event.data === 'port') event.ports[0].onmessage = hear;
  else send(event.data);
};
onmessage = hear;
onconnect = (event) => { event.ports[0].onmessage = hear; };
oninstall = () => skipWaiting();
`;

/** One transparent pixel (GIF89a). */
const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

/** A peer that nobody governs: it takes part in a connection and hands what it hears to the sink. */
const RECEIVER = `<!doctype html><title>receiver</title><script>
async function answer(offer) {
  const connection = new RTCPeerConnection();
  connection.ondatachannel = ({ channel }) => {
    channel.onmessage = ({ data }) => {
      const { sink, text } = JSON.parse(data);
      fetch('/sink/' + sink.split('/sink/')[1] + 'peer', { method: 'POST', body: text });
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
  response.writeHead(200, { ...headers, 'content-type': type }).end(body);
  return true;
}
