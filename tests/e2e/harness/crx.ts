import { createHash, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { crc32 } from 'node:zlib';

/** A packed extension that a browser installs by policy. */
export interface Packed {
  readonly id: string;
  readonly version: string;
  readonly crx: Buffer;
}

function little(size: 2 | 4, ...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * size);
  for (const [index, value] of values.entries()) {
    if (size === 2) bytes.writeUInt16LE(value, index * size);
    else bytes.writeUInt32LE(value, index * size);
  }
  return bytes;
}

/** A ZIP archive of stored files (APPNOTE.TXT, sections 4.3.7, 4.3.12 and 4.3.16). */
function zip(files: ReadonlyMap<string, Buffer>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, data] of files) {
    const path = Buffer.from(name);
    // Version 2.0, no flags, stored, and a date that is always the same.
    const common = Buffer.concat([
      little(2, 20, 0, 0, 0, 0x21),
      little(4, crc32(data), data.length, data.length),
      little(2, path.length, 0),
    ]);
    const local = Buffer.concat([little(4, 0x04034b50), common, path, data]);
    directory.push(Buffer.concat([little(4, 0x02014b50), little(2, 20), common, little(2, 0, 0, 0), little(4, 0, at), path]));
    parts.push(local);
    at += local.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.concat([little(4, 0x06054b50), little(2, 0, 0, files.size, files.size), little(4, listing.length, at), little(2, 0)]);
  return Buffer.concat([...parts, listing, end]);
}

/** One length-delimited field of a protocol buffer (protobuf.dev, "Encoding"). */
function field(number: number, value: Buffer): Buffer {
  const varint = (value: number): number[] => (value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...varint(value >>> 7)]);
  return Buffer.concat([Buffer.from([...varint(number * 8 + 2), ...varint(value.length)]), value]);
}

/**
 * Packs an unpacked build as CRX3 (crx_file.proto of Chromium) under a fresh key, because the private half of the build's own was never
 * kept; the id follows from the key.
 */
export function pack(folder: string): Packed {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  const hash = createHash('sha256').update(key).digest().subarray(0, 16);
  const id = [...hash.toString('hex')].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
  const files = new Map<string, Buffer>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) files.set(relative(folder, path).replaceAll('\\', '/'), readFileSync(path));
  }
  const manifest = JSON.parse(String(files.get('manifest.json'))) as { version: string; key?: string };
  manifest.key = key.toString('base64');
  files.set('manifest.json', Buffer.from(JSON.stringify(manifest)));
  const archive = zip(files);
  const data = field(1, hash);
  const signed = Buffer.concat([Buffer.from('CRX3 SignedData\0'), little(4, data.length), data, archive]);
  const proof = Buffer.concat([field(1, key), field(2, sign('sha256', signed, privateKey))]);
  const header = Buffer.concat([field(2, proof), field(10_000, data)]);
  return { id, version: manifest.version, crx: Buffer.concat([Buffer.from('Cr24'), little(4, 3, header.length), header, archive]) };
}
