/** Lists of numbers, one behind the other; `begins` says where each begins, and at last where the last one ends. */
export interface Lists {
  readonly begins: Int32Array;
  readonly values: Int32Array;
}

/** Puts lists one behind the other. */
export function listsOf(lists: readonly (readonly number[])[]): Lists {
  const begins = new Int32Array(lists.length + 1);
  lists.forEach((list, index) => {
    begins[index + 1] = (begins[index] as number) + list.length;
  });
  return { begins, values: Int32Array.from(lists.flat()) };
}

/** One of the lists. */
export function listAt({ begins, values }: Lists, index: number): Int32Array {
  return values.subarray(begins[index], begins[index + 1]);
}

/** Lists and further lists behind them, of whose numbers each is changed by `moved`. */
export function withLists(first: Lists, further: Lists, moved: (value: number) => number): Lists {
  const begins = new Int32Array(first.begins.length + further.begins.length - 1);
  begins.set(first.begins);
  begins.set(
    further.begins.subarray(1).map((begin) => begin + first.values.length),
    first.begins.length,
  );
  const values = new Int32Array(first.values.length + further.values.length);
  values.set(first.values);
  values.set(further.values.map(moved), first.values.length);
  return { begins, values };
}
