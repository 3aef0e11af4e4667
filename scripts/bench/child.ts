import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { Detector } from '../../lib/scan/detector.ts';
import type { shipped } from './shipped.ts';

/** Where the bundled programs are run: `.output/bench`. */
const HERE = import.meta.dirname;
/** Length of the run's text, characters. */
export const TEXT_LENGTH = 10_485_760;
/** Different texts of 2 KB, so that nothing learns the one text by heart. */
const SLICES = 64;

/** The bundle that ships. */
export async function loadShipped(): Promise<typeof shipped> {
  const bundle: { readonly shipped: typeof shipped } = await import(/* @vite-ignore */ join(HERE, 'shipped.mjs'));
  return bundle.shipped;
}

/** The detector for names with its table, which the product reads where a rule minds names. */
export async function loadNames({ createNames }: typeof shipped): Promise<Detector> {
  const { buffer, byteOffset, byteLength } = readFileSync(join(HERE, 'names.bin'));
  const names = createNames(async () => buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer);
  await names.load();
  return names.detector;
}

/** A string in one piece, as it comes out of a message; neither a slice of another one nor joined. */
export function flat(text: string): string {
  return JSON.parse(JSON.stringify(text));
}

/** `length` characters of the run's text, which is ASCII, from each offset. */
function readAt(length: number, offsets: readonly number[]): string[] {
  const file = openSync(join(HERE, 'text.txt'), 'r');
  try {
    return offsets.map((offset) => {
      const bytes = Buffer.alloc(length);
      readSync(file, bytes, 0, length, offset);
      return flat(bytes.toString('latin1'));
    });
  } finally {
    closeSync(file);
  }
}

/** The run's text up to `length` characters. */
export function readText(length: number): string {
  return readAt(length, [0])[0] ?? '';
}

/** Texts of `length` characters from places all over the run's text. */
export function readSlices(length: number, count = SLICES): readonly string[] {
  const step = Math.floor((TEXT_LENGTH - length) / count);
  return readAt(
    length,
    Array.from({ length: count }, (_, index) => index * step),
  );
}

let kept = 0;

/** Floor: reads every character and does next to nothing with it. */
export function floor(text: string): void {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum ^= text.charCodeAt(i);
  kept ^= sum;
}

/** Hands the program's result to the run. */
export function answer(result: unknown): void {
  // Reading what was kept makes the loops above count.
  console.log(JSON.stringify(Number.isNaN(kept) ? null : result));
}
