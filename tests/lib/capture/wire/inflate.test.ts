import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { inflate } from '../../../../lib/capture/wire/inflate.ts';

const text = `{"note":"${'a sentence of some length, '.repeat(20)}"}`;
const body = (bytes: Buffer) => ({ kind: 'base64', base64: bytes.toString('base64') }) as const;

describe('inflate', () => {
  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['raw deflate', deflateRawSync],
  ])('undoes %s', async (_, squeeze) => {
    expect(await inflate(body(squeeze(text)))).toEqual({ kind: 'inflated', body: { kind: 'text', text } });
  });

  it('calls gzip that is cut short unreadable: a server may read the beginning', async () => {
    expect(await inflate(body(gzipSync(text).subarray(0, -20)))).toEqual({ kind: 'unreadable' });
  });

  it('gives bytes back that are no text', async () => {
    const bytes = Buffer.from([0xff, 0xfe, 0x00, 0x01]);
    expect(await inflate(body(gzipSync(bytes)))).toEqual({ kind: 'inflated', body: body(bytes) });
  });

  it('leaves everything else as it is', async () => {
    expect(await inflate({ kind: 'text', text })).toEqual({ kind: 'plain' });
    expect(await inflate(body(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0xff, 0xff])))).toEqual({ kind: 'plain' });
  });

  it('stops at its bound', async () => {
    expect(await inflate(body(gzipSync(Buffer.alloc(20_000_000))))).toEqual({ kind: 'unreadable' });
  });
});
