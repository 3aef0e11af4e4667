/**
 * Fits the path of an address to a pattern: `*` is one segment, `:name` one segment that is captured, `**` any number of
 * segments. Returns the captures, or undefined when it does not fit.
 */
export function pathCaptures(pattern: string, path: string): ReadonlyMap<string, string> | undefined {
  const captures = new Map<string, string>();
  return follows(pattern.split('/').slice(1), path.split('/').slice(1), 0, 0, captures) ? captures : undefined;
}

function follows(wanted: readonly string[], segments: readonly string[], i: number, j: number, captures: Map<string, string>): boolean {
  if (i === wanted.length) return j === segments.length;
  const token = wanted[i] ?? '';
  if (token === '**') {
    for (let skip = j; skip <= segments.length; skip += 1) if (follows(wanted, segments, i + 1, skip, captures)) return true;
    return false;
  }
  const segment = segments[j];
  if (segment === undefined) return false;
  if (token.startsWith(':')) captures.set(token.slice(1), segment);
  else if (token !== '*' && token !== segment) return false;
  return follows(wanted, segments, i + 1, j + 1, captures);
}
