/** A shorter value would be found in addresses that have nothing to do with it. */
const SHORTEST = 8;
/** Longer ones are cut: their beginning is enough to know them by. */
const LONGEST = 200;

/** The middle of the base64 form (RFC 4648) of a text that begins `offset` bytes into a group of three: the part that does not depend on its neighbours. */
function base64Of(value: string, offset: number): string {
  const bytes = new TextEncoder().encode(value);
  const whole = bytes.subarray((3 - offset) % 3);
  const exact = whole.subarray(0, whole.length - (whole.length % 3));
  return btoa(Array.from(exact, (byte) => String.fromCharCode(byte)).join(''));
}

/** A piece of an address that stands for a text whatever is escaped in it: every character that could be is `*`. */
function pieceOf(text: string): string {
  return text
    .slice(0, LONGEST)
    .replace(/[^A-Za-z0-9_.-]+/g, '*')
    .replace(/^\*|\*$/g, '');
}

/**
 * How a value may stand in an address, as filters of declarativeNetRequest: no address that a page of the host asks for may carry
 * a value that was found and that nobody has approved, whoever asks. That closes the ways which page code has without any call
 * that could be held: images, style sheets, navigations, imports.
 *
 * The forms are: the value as it is, turned round, and in base64 at each of its three places. None when it is too short to be told apart.
 */
export function addressPieces(value: string): readonly string[] {
  const forms = [value, [...value].reverse().join(''), ...[0, 1, 2].map((offset) => base64Of(value, offset))];
  return [...new Set(forms.map(pieceOf))].filter((piece) => piece.replaceAll('*', '').length >= SHORTEST);
}
