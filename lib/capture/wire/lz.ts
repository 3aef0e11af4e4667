/** Characters of the form that fits into addresses, in the order of their six-bit values (lz-string, `compressToEncodedURIComponent`). */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-$';
const BITS = 6;
/** UTF-16 code units; a text that unpacks to more is unreadable. */
const LONGEST = 1_000_000;

/**
 * Unpacks a text that was packed by lz-string for an address. The format is a stream of codes that grow by a bit whenever the
 * dictionary fills: 0 and 1 announce a new character of 8 or 16 bits, 2 ends the text, any other names an entry.
 *
 * @returns undefined when it is no such text, or a longer one than can be read
 */
export function unpackLz(packed: string): string | undefined {
  const values = Array.from(packed.replaceAll(' ', '+'), (char) => ALPHABET.indexOf(char));
  if (packed === '' || values.includes(-1)) return undefined;
  let at = 0;
  /** The next code of that many bits, lowest bit first; undefined at the end. */
  const take = (count: number): number | undefined => {
    if (at + count > values.length * BITS) return undefined;
    let code = 0;
    for (let bit = 0; bit < count; bit += 1, at += 1) {
      code += (((values[Math.floor(at / BITS)] ?? 0) >> (BITS - 1 - (at % BITS))) & 1) * 2 ** bit;
    }
    return code;
  };
  const character = (code: number): string | undefined => {
    const unit = take(code === 0 ? 8 : 16);
    return unit === undefined ? undefined : String.fromCharCode(unit);
  };

  const start = take(2);
  if (start === 2) return '';
  const first = start === undefined || start > 2 ? undefined : character(start);
  if (first === undefined) return undefined;
  const entries: string[] = ['', '', '', first];
  let out = first;
  let before = first;
  let width = 3;
  let room = 4;
  const used = (): void => {
    room -= 1;
    if (room > 0) return;
    room = 2 ** width;
    width += 1;
  };
  while (out.length <= LONGEST) {
    let code = take(width);
    if (code === undefined) return undefined;
    if (code === 2) return out;
    if (code < 2) {
      const fresh = character(code);
      if (fresh === undefined) return undefined;
      code = entries.push(fresh) - 1;
      used();
    }
    const entry = code === entries.length ? before + before.charAt(0) : entries[code];
    if (entry === undefined) return undefined;
    out += entry;
    entries.push(before + entry.charAt(0));
    used();
    before = entry;
  }
  return undefined;
}
