/** A value without a parenthesis at its end that is opened before it: `030 1234567` of `(030 1234567)`. */
export function balanced(value: string): string {
  return value.endsWith(')') && value.split(')').length > value.split('(').length ? value.slice(0, -1) : value;
}
