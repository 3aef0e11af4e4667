/** A line of a stream, counted from 1; `bytes` is null when there were too many to keep. */
export interface Line {
  readonly number: number;
  readonly bytes: Uint8Array | null;
}

const LINE_FEED = 10;

/**
 * Splits a stream at line feeds only (U+2028 may stand in JSON), each time as many lines as have arrived. What follows the last line feed
 * is a line when it is not empty. Of a line that is longer than `maxBytes` nothing is kept.
 */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<readonly Line[]> {
  let number = 0;
  let pieces: Uint8Array[] = [];
  let length = 0;
  const keep = (piece: Uint8Array): void => {
    length += piece.length;
    if (length > maxBytes) pieces = [];
    else if (piece.length > 0) pieces.push(piece);
  };
  const end = (): Line => {
    const line = { number: ++number, bytes: length > maxBytes ? null : Buffer.concat(pieces) };
    pieces = [];
    length = 0;
    return line;
  };
  for await (const chunk of chunks) {
    const lines: Line[] = [];
    let from = 0;
    for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, from)) {
      keep(chunk.subarray(from, at));
      lines.push(end());
      from = at + 1;
    }
    keep(chunk.subarray(from));
    if (lines.length > 0) yield lines;
  }
  if (length > 0) yield [end()];
}
