import { createHash } from 'node:crypto';
import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../stamp.ts';

/** A class of files: which paths belong to it, how many pieces are wanted, and which part of a file is looked at. */
interface FileClass {
  readonly kind: string;
  readonly paths: RegExp;
  readonly count: number;
  /** Text to cut pieces from, or null when the file has none of that kind. */
  readonly part?: (text: string) => string | null;
  /** Pieces that one file may give. */
  readonly perFile?: number;
}

const CLASSES: readonly FileClass[] = [
  { kind: 'tests', paths: /\/(?:tests?|__tests__)\/.*\.[cm]?[jt]sx?$|\.(?:test|spec)\.[cm]?[jt]sx?$/, count: 120 },
  { kind: 'declarations', paths: /\.d\.[cm]?ts$/, count: 220 },
  { kind: 'minified', paths: /\.min\.[cm]?js$|\/(?:builds?|umd)\/.*\.[cm]?js$/, count: 150, perFile: 6 },
  { kind: 'source maps', paths: /\.map$/, count: 160, part: mappingsOf, perFile: 2 },
  { kind: 'TypeScript', paths: /\.[cm]?tsx?$/, count: 200 },
  { kind: 'JavaScript', paths: /\.[cm]?jsx?$/, count: 380 },
  { kind: 'CSS', paths: /\.(?:s?css|less)$/, count: 60, perFile: 6 },
  { kind: 'Markdown', paths: /\.(?:md|markdown)$/, count: 220 },
  { kind: 'licences', paths: /\/(?:licen[cs]e|copying|notice)[^/]*$/i, count: 150 },
  { kind: 'JSON', paths: /\.json$/, count: 200 },
  { kind: 'SVG', paths: /\.svg$/, count: 60 },
  { kind: 'HTML', paths: /\.html?$/, count: 60, perFile: 4 },
  { kind: 'YAML', paths: /\.ya?ml$/, count: 40 },
];

/** Code units of a piece. */
const LEAST = 4096;
const MOST = 20_480;

/** Bytes of a file from which on it is data, not code: a table of word vectors has 307 MB, and reading it takes longer than all the rest. */
const TOO_LARGE = 8 << 20;

const weight = (text: string): number => createHash('sha256').update(text).digest().readUInt32BE(0) / 2 ** 32;

function mappingsOf(text: string): string | null {
  const at = text.indexOf('"mappings"');
  return at < 0 ? null : text.slice(at, at + 4 * MOST);
}

/** Pieces of 4 to 20 KB; a piece begins and ends between words where there is room for it, so that no half of a value is taken for a whole. */
function pieces(text: string, name: string, most: number): string[] {
  const found: string[] = [];
  let at = text.length > MOST ? Math.floor(weight(`${name} start`) * (text.length - MOST)) : 0;
  at = borderFrom(text, at);
  for (let index = 0; index < most && at < text.length; index++) {
    const end = borderFrom(text, Math.min(text.length, at + LEAST + Math.floor(weight(`${name} ${index}`) * (MOST - LEAST))));
    found.push(text.slice(at, end));
    at = end;
  }
  return found.filter((piece) => piece.trim().length > 40);
}

function borderFrom(text: string, at: number): number {
  if (at === 0 || at >= text.length) return Math.min(at, text.length);
  const line = text.indexOf('\n', at);
  if (line >= 0 && line - at < 400) return line + 1;
  const rest = text.slice(at, at + 2000).search(/[\s;,(){}]/);
  return rest < 0 ? at : at + rest + 1;
}

/** Files of the dependencies, relative to the repository, sorted; folders that tools hide (caches, programs) are left out. */
function paths(): string[] {
  const found: string[] = [];
  const waiting = ['node_modules'];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop())
    for (const entry of readdirSync(join(ROOT, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (entry.isFile()) found.push(path);
      else if (entry.isDirectory() && !entry.name.startsWith('.')) waiting.push(path);
    }
  return found.sort();
}

/** Code of the packages that are installed, in pieces; the same as long as the same packages are installed. */
export function packagePieces(): { readonly kind: string; readonly text: string }[] {
  const byClass = new Map<FileClass, string[]>(CLASSES.map((each) => [each, []]));
  const all = paths();
  for (const path of all) {
    const found = CLASSES.find((each) => each.paths.test(path));
    if (found) byClass.get(found)?.push(path);
  }
  const seen = new Set<string>();
  const result: { kind: string; text: string }[] = [];
  const add = (kind: string, text: string): boolean => {
    if (seen.has(text)) return false;
    seen.add(text);
    result.push({ kind, text });
    return true;
  };
  for (const [{ kind, count, part, perFile = 1 }, list] of byClass) {
    let taken = 0;
    for (const path of list
      .map((each) => ({ each, by: weight(each) }))
      .sort((a, b) => a.by - b.by)
      .map(({ each }) => each)) {
      if (taken >= count) break;
      if (statSync(join(ROOT, path)).size > TOO_LARGE) continue;
      const whole = readFileSync(join(ROOT, path), 'utf8');
      const text = part ? part(whole) : whole;
      if (text === null) continue;
      for (const piece of pieces(text, path, Math.min(perFile, count - taken))) if (add(kind, piece)) taken++;
    }
  }
  for (const piece of pieces(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'), 'package-lock.json', 40)) add('lock file', piece);
  for (const text of embedded(all.filter((path) => /\.(?:png|gif|jpe?g|ico|woff2?|ttf|otf|wasm)$/.test(path)))) add('base64 in CSS', text);
  return result;
}

/** Style sheets with images, fonts and modules in them, as bundlers make them. */
function embedded(list: readonly string[]): string[] {
  const files = list.length > 0 ? list : [];
  return Array.from({ length: files.length === 0 ? 0 : 60 }, (_, index) => {
    const path = files[index % files.length] as string;
    const size = statSync(join(ROOT, path)).size;
    const from = index < files.length ? 0 : Math.floor(weight(`${path} ${index}`) * Math.max(0, size - 9000));
    const data = bytesOf(path, from, 3000 + Math.floor(weight(`${index}`) * 9000)).toString('base64');
    const type = /\.(?:woff2?|ttf|otf)$/.test(path) ? 'font/woff2' : /\.wasm$/.test(path) ? 'application/wasm' : 'image/png';
    return `.icon-${index} { color: red; background: url("data:${type};base64,${data}") no-repeat; }\n.key-${index} { width: ${index}px }`;
  });
}

/** A part of a file; as much of it as there is. */
function bytesOf(path: string, from: number, length: number): Buffer {
  const file = openSync(join(ROOT, path), 'r');
  try {
    const bytes = Buffer.alloc(length);
    return bytes.subarray(0, readSync(file, bytes, 0, length, from));
  } finally {
    closeSync(file);
  }
}
