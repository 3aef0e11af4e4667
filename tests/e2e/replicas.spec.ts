import { X509Certificate } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { selfSigned } from '../sites/certificate.ts';
import { carries } from '../sites/decode.ts';
import { expect, test } from './harness/test.ts';

// The tools that judge the extension are judged first.
const value = 'Zebra42/ä';

const disguises: Record<string, Buffer> = {
  plain: Buffer.from(`before ${value} after`),
  percent: Buffer.from(`q=${encodeURIComponent(value)}`),
  'form with plus signs': Buffer.from(new URLSearchParams({ q: `a ${value} b` }).toString()),
  'JSON escapes': Buffer.from(JSON.stringify({ text: value }).replace('Z', '\\u005a').replace('ä', '\\u00e4')),
  'JSON in JSON in a form': Buffer.from(new URLSearchParams({ 'f.req': JSON.stringify([null, JSON.stringify([[value]])]) }).toString()),
  base64: Buffer.from(`x=${Buffer.from(`padding ${value} padding`).toString('base64')}`),
  gzip: gzipSync(JSON.stringify({ text: value })),
  'gzip in base64': Buffer.from(gzipSync(`some words ${value}`).toString('base64')),
  reversed: Buffer.from([...`x${value}y`].reverse().join('')),
  'UTF-16': Buffer.from(`x${value}y`, 'utf16le'),
};

for (const [name, bytes] of Object.entries(disguises)) {
  test(`the server finds a value as ${name}`, () => {
    expect(carries(bytes, value)).toBe(true);
    expect(carries(bytes, 'Zebra43/ä')).toBe(false);
  });
}

test('the certificate is a valid one for the names it is for', () => {
  const { cert } = selfSigned(['chatgpt.com', '*.oaiusercontent.com']);
  const parsed = new X509Certificate(cert);
  expect(parsed.checkHost('chatgpt.com')).toBe('chatgpt.com');
  expect(parsed.checkHost('files.oaiusercontent.com')).toBeTruthy();
  expect(parsed.checkHost('example.com')).toBeUndefined();
  expect(parsed.verify(parsed.publicKey)).toBe(true);
});
