import { tellingGram } from './telling-gram.ts';

/** A literal as it is compared: lower case, or exactly as it is. */
export interface Wanted {
  readonly text: string;
  readonly exact: boolean;
}

/** Literals by index. All in a few arrays: an object for each would take longer to make than the rest of an index. */
export interface Literals {
  /** Their texts, one behind the other. */
  readonly text: string;
  /** Where each begins in there, and at last where the last one ends. */
  readonly begins: Int32Array;
  /** 1 for those that are exact. */
  readonly exact: Uint8Array;
  /** See `tellingGram`; 0 for those that are too short for one. */
  readonly told: Uint8Array;
}

/** Literals of five units or more are told by grams. */
const SHORTEST_TOLD = 5;

export function literalsOf(wanted: readonly Wanted[]): Literals {
  const begins = new Int32Array(wanted.length + 1);
  wanted.forEach(({ text }, index) => {
    begins[index + 1] = (begins[index] as number) + text.length;
  });
  return {
    text: wanted.map(({ text }) => text).join(''),
    begins,
    exact: Uint8Array.from(wanted, ({ exact }) => (exact ? 1 : 0)),
    told: Uint8Array.from(wanted, ({ text }) => (text.length < SHORTEST_TOLD ? 0 : tellingGram(text))),
  };
}

/** How many there are. */
export function countOf({ exact }: Literals): number {
  return exact.length;
}

/** Length of one, code units. */
export function lengthOf({ begins }: Literals, index: number): number {
  return (begins[index + 1] as number) - (begins[index] as number);
}

export function textOf({ text, begins }: Literals, index: number): string {
  return text.slice(begins[index], begins[index + 1]);
}

/** Literals, and further ones behind them. */
export function withLiterals(first: Literals, further: Literals): Literals {
  const begins = new Int32Array(first.begins.length + countOf(further));
  begins.set(first.begins);
  begins.set(
    further.begins.subarray(1).map((begin) => begin + first.text.length),
    first.begins.length,
  );
  return {
    text: first.text + further.text,
    begins,
    exact: joined(first.exact, further.exact),
    told: joined(first.told, further.told),
  };
}

/** Bytes, and further ones behind them. */
export function joined(first: Uint8Array, further: Uint8Array): Uint8Array {
  const all = new Uint8Array(first.length + further.length);
  all.set(first);
  all.set(further, first.length);
  return all;
}
