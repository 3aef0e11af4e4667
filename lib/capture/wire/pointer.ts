/** True when a JSON Pointer fits a pattern in which `*` stands for any one token. */
export function pointerMatches(pattern: string, pointer: string): boolean {
  const wanted = pattern.split('/');
  const tokens = pointer.split('/');
  return wanted.length === tokens.length && wanted.every((token, index) => token === '*' || token === tokens[index]);
}
