import { constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inflated, isDeflated } from '../../../../lib/scan/views/inflated.ts';

const MOST = 65_536;
const PROSE = 'The quick brown fox jumps over the lazy dog, and the dog lets it. '.repeat(20);

/** What comes out of some bytes, as a text. */
function behind(packed: Iterable<number>, most = MOST): string {
  return Buffer.from(inflated([...packed], most)).toString('latin1');
}

/** A header of gzip with these flags and what they say stands behind it. */
function gzipWith(flags: number, behindHeader: string, text: string): number[] {
  return [0x1f, 0x8b, 8, flags, 0, 0, 0, 0, 0, 3, ...Buffer.from(behindHeader, 'latin1'), ...deflateRawSync(text)];
}

describe('packed bytes', () => {
  it.each<[string, readonly number[], boolean]>([
    ['gzip', [0x1f, 0x8b, 8], true],
    ['gzip of another method', [0x1f, 0x8b, 7], false],
    ['half of its mark', [0x1f, 0x8a, 8], false],
    ['zlib, quick', [0x78, 0x01], true],
    ['zlib', [0x78, 0x9c], true],
    ['zlib, best', [0x78, 0xda], true],
    ['zlib with a dictionary', [0x78, 0xbb], false],
    ['zlib with a wrong check', [0x78, 0x9d], false],
    ['zlib with a small window', [0x68, 0x81], false],
    ['nothing', [], false],
  ])('are told by how they begin: %s', (_, bytes, is) => {
    expect(isDeflated(bytes)).toBe(is);
  });

  it.each([0, 1, 6, 9])('are unpacked, of level %i', (level) => {
    expect(behind(gzipSync(PROSE, { level }))).toBe(PROSE);
    expect(behind(deflateSync(PROSE, { level }))).toBe(PROSE);
  });

  it('are unpacked where the codes are not written', () => {
    expect(behind(deflateSync(PROSE, { strategy: constants.Z_FIXED }))).toBe(PROSE);
  });

  it('are unpacked where nothing is repeated', () => {
    const bytes = Uint8Array.from({ length: 3_000 }, (_, i) => (i * i * 31 + i) & 255);
    expect(inflated([...deflateSync(bytes, { strategy: constants.Z_HUFFMAN_ONLY })], MOST)).toEqual([...bytes]);
  });

  it('may repeat one byte far more often than a length says', () => {
    expect(behind(gzipSync('a'.repeat(10_000)))).toBe('a'.repeat(10_000));
  });

  it('may come in several blocks', () => {
    const text = Array.from({ length: 9_000 }, (_, i) => ((i * 2_654_435_761) >>> 0).toString(36))
      .join(' ')
      .slice(0, MOST);
    expect(behind(deflateSync(text))).toBe(text);
  });

  it.each<[string, number, string]>([
    ['nothing', 0, ''],
    ['a check', 2, '\x01\x02'],
    ['more', 4, '\x03\x00abc'],
    ['more than 255 bytes', 4, `\x00\x01${'x'.repeat(256)}`],
    ['a name', 8, 'notes.txt\0'],
    ['a comment', 16, 'said\0'],
    ['all of it', 30, '\x01\x00xname\0said\0\x01\x02'],
  ])('stand behind a header with %s', (_, flags, header) => {
    expect(behind(gzipWith(flags, header, PROSE))).toBe(PROSE);
  });

  it('are unpacked as far as somebody wants', () => {
    expect(behind(gzipSync(PROSE), 100)).toBe(PROSE.slice(0, 100));
    expect(behind(gzipSync('a'.repeat(10_000)), 700)).toBe('a'.repeat(700));
    expect(behind(gzipSync(PROSE, { level: 0 }), 100)).toBe(PROSE.slice(0, 100));
    expect(behind(gzipSync(PROSE), 0)).toBe('');
  });

  it('are unpacked as far as they go where they are cut', () => {
    const packed = gzipSync(PROSE.slice(0, 60));
    const cut = behind(packed.subarray(0, packed.length - 20));
    expect(cut.length).toBeGreaterThan(20);
    expect(PROSE.startsWith(cut.slice(0, -2))).toBe(true);
  });

  it.each<[string, readonly number[]]>([
    ['a kind of block that there is not', [0x78, 0x9c, 0x07]],
    ['a distance before the first byte', [0x78, 0x9c, 0x03, 0x02]],
    ['nothing but a header', [0x78, 0x9c]],
    ['a header that goes on for ever', [0x1f, 0x8b, 8, 8, 0, 0, 0, 0, 0, 3, 97, 97]],
  ])('are none: %s', (_, bytes) => {
    expect(inflated(bytes, MOST)).toEqual([]);
  });

  it('end, whatever they are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: 300 }),
        fc.constantFrom([0x78, 0x9c], [0x1f, 0x8b, 8]),
        (rest, head) => {
          const bytes = inflated([...head, ...rest], 2_000);
          expect(bytes.length).toBeLessThanOrEqual(2_000);
          expect(bytes.every((byte) => Number.isInteger(byte) && byte >= 0 && byte < 256)).toBe(true);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('come back as they were', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'b', 'the ', 'key=', '\n', 'é', '0123')),
        fc.integer({ min: 0, max: 9 }),
        (parts, level) => {
          const text = parts.join('');
          expect(Buffer.from(inflated([...gzipSync(text, { level })], MOST)).toString()).toBe(text);
        },
      ),
    );
  });
});
