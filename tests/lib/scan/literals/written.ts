import type { Wanted } from '../../../../lib/scan/literals/literals.ts';
import { random } from '../../../corpus/generate.ts';

/** Literals of `shortest` to `longest` units, each once, the same for the same seed: letters, digits and signs, some beyond ASCII, some exact. */
export function writtenLiterals(seed: string, count: number, shortest: number, longest: number): Wanted[] {
  const next = random(seed);
  const pick = (from: string): string => from[Math.floor(next() * from.length)] as string;
  const seen = new Set<string>();
  const literals: Wanted[] = [];
  while (literals.length < count) {
    const alphabet = pick('abc') === 'a' ? 'abcéд日' : 'etaoinshrdlucmqxz_-=:/0123456789';
    const exact = next() < 0.3;
    const length = shortest + Math.floor(next() * (longest - shortest + 1));
    const text = Array.from({ length }, () => (exact && next() < 0.5 ? pick(alphabet).toUpperCase() : pick(alphabet))).join('');
    if (seen.has(text) || text.length !== length) continue;
    seen.add(text);
    literals.push({ text, exact });
  }
  return literals;
}

/** A text of these literals, in some case, with other characters between them. */
export function textOf(seed: string, literals: readonly Wanted[], count: number): string {
  const next = random(seed);
  return Array.from({ length: count }, () => {
    const { text } = literals[Math.floor(next() * literals.length)] as Wanted;
    const written = next() < 0.3 ? text.toUpperCase() : text;
    return written + ' ,é.x'.slice(0, Math.floor(next() * 5));
  }).join('');
}

/** Where each literal stands: start and index, in turn, in the order of the text. */
export function placesOf(text: string, literals: readonly Wanted[]): number[] {
  const lower = text.toLowerCase();
  return literals
    .flatMap(({ text: literal, exact }, index) => {
      const places: [number, number][] = [];
      const within = exact ? text : lower;
      for (let at = within.indexOf(literal); at >= 0; at = within.indexOf(literal, at + 1)) places.push([at, index]);
      return places;
    })
    .sort((a, b) => a[0] - b[0] || a[1] - b[1])
    .flat();
}
