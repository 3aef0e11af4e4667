import { closeSync, fstatSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Fault } from './report.ts';

/** What lies under the paths that people named, in the order of their names. */
export interface Walk {
  readonly files: readonly string[];
  /** Paths that do not exist or cannot be read. */
  readonly faults: readonly Fault[];
}

const SKIPPED_FOLDERS = new Set(['.git', 'node_modules']);

/**
 * Lists the files under the given paths. Folders are read with all below them, but for `.git`, `node_modules` and symbolic links; what
 * people name themselves is taken as it is. A file that is named twice is listed once.
 */
export function walk(paths: readonly string[]): Walk {
  const files = new Map<string, string>();
  const faults: Fault[] = [];
  const add = (path: string): void => {
    if (!files.has(resolve(path))) files.set(resolve(path), path);
  };
  const list = (folder: string): void => {
    try {
      const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
      for (const entry of entries) {
        const path = join(folder, entry.name);
        if (entry.isFile()) add(path);
        else if (entry.isDirectory() && !SKIPPED_FOLDERS.has(entry.name)) list(path);
      }
    } catch (error) {
      faults.push(faultOf(folder, error));
    }
  };
  for (const path of paths) {
    try {
      if (statSync(path).isDirectory()) list(path);
      else add(path);
    } catch (error) {
      faults.push(faultOf(path, error));
    }
  }
  return { files: [...files.values()], faults };
}

export type FileReading =
  /** `text` is without a byte order mark; `bytes` is what was read. */
  | { readonly kind: 'text'; readonly text: string; readonly bytes: number }
  | { readonly kind: 'binary' }
  | { readonly kind: 'large'; readonly bytes: number }
  | { readonly kind: 'fault'; readonly fault: Fault };

const HEAD_BYTES = 8192;

/** Reads a file as text unless it is no text (a NUL byte in its first 8 KB) or has more than `maxBytes`. UTF-8, and UTF-16 with a byte order mark. */
export function readSource(path: string, maxBytes: number): FileReading {
  let file: number | null = null;
  try {
    file = openSync(path, 'r');
    const head = Buffer.alloc(HEAD_BYTES);
    const first = head.subarray(0, readSync(file, head, 0, HEAD_BYTES, null));
    if (utf16Label(first) === null && first.includes(0)) return { kind: 'binary' };
    const about = fstatSync(file);
    if (about.isFile() && about.size > maxBytes) return { kind: 'large', bytes: about.size };
    const all = Buffer.concat([first, readFileSync(file)]);
    if (all.length > maxBytes) return { kind: 'large', bytes: all.length };
    return { kind: 'text', text: decode(all), bytes: all.length };
  } catch (error) {
    return { kind: 'fault', fault: faultOf(path, error) };
  } finally {
    if (file !== null) closeSync(file);
  }
}

/** Text of bytes, without a byte order mark. What is no UTF-8 becomes U+FFFD. */
export function decode(bytes: Uint8Array): string {
  return new TextDecoder(utf16Label(bytes) ?? 'utf-8').decode(bytes);
}

function utf16Label(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

/** Why a path could not be read, and what helps. */
export function faultOf(path: string, error: unknown): Fault {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { path, cause: 'There is no such file or folder', cure: 'Mend the path.' };
    case 'EACCES':
    case 'EPERM':
      return { path, cause: 'Reading is not permitted', cure: 'Run as somebody who may read it, or leave it out.' };
    case 'EISDIR':
      return { path, cause: 'A folder cannot be read as lines', cure: 'Name its files, or leave --jsonl out.' };
    default:
      return {
        path,
        cause: `It cannot be read (${typeof code === 'string' ? code : String(error)})`,
        cure: 'Mend the disk or the path, or leave it out.',
      };
  }
}

/** The path with `/` between folders. */
export function shownPath(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/');
}

/** Address of a file: relative to `folder` when it lies below, else an absolute `file:` address. */
export function uriOf(path: string, folder: string): string {
  const below = relative(folder, resolve(folder, path));
  if (below === '..' || below.startsWith(`..${sep}`) || isAbsolute(below)) return pathToFileURL(resolve(folder, path)).href;
  return below.split(sep).map(encodeURIComponent).join('/');
}
