import { type View, ViewBuilder } from './view.ts';

/** Text read on each side of a turned literal, code units. */
const REACH = 320;

/** Letters moved by 13 places in the alphabet (ROT13). */
export function rotated(text: string): string {
  return text.replace(/[A-Za-z]/g, (letter) => String.fromCharCode(rotatedUnit(letter.charCodeAt(0))));
}

/** As `rotated`, for one code unit. */
export function rotatedUnit(unit: number): number {
  const letter = unit | 32;
  if (letter < 97 || letter > 122) return unit;
  return letter < 110 ? unit + 13 : unit - 13;
}

export function reversed(text: string): string {
  return Array.from(text).reverse().join('');
}

/** The text round `at` with its letters rotated back. */
export function rotatedBack(text: string, at: number): View {
  const [from, to] = [Math.max(0, at - REACH), Math.min(text.length, at + REACH)];
  const builder = new ViewBuilder();
  const plain = rotated(text.slice(from, to));
  for (let i = 0; i < plain.length; i++) builder.add(plain[i] as string, from + i, from + i + 1);
  return builder.view(from, to, 0.6);
}

/** The text round `at`, last unit first. */
export function reversedBack(text: string, at: number): View {
  const [from, to] = [Math.max(0, at - REACH), Math.min(text.length, at + REACH)];
  const builder = new ViewBuilder();
  for (let i = to - 1; i >= from; i--) builder.add(text[i] as string, i, i + 1);
  return builder.view(from, to, 0.6);
}
