import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The bytes of the table of names that is shipped. */
export async function namesTable(): Promise<ArrayBuffer> {
  const bytes = await readFile(join(import.meta.dirname, '../../../../public/names.bin'));
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
}
