const TABLE = new Uint32Array(256);
for (let n = 0; n < 256; n++) {
  let c = n;
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
  TABLE[n] = c;
}

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** CRC-32 (ISO 3309, polynomial 0xEDB88320 reflected) of ASCII text, as an unsigned number. */
export function crc32(text: string): number {
  let crc = 0xffffffff;
  for (let i = 0; i < text.length; i++) crc = (crc >>> 8) ^ (TABLE[(crc ^ text.charCodeAt(i)) & 255] as number);
  return (crc ^ 0xffffffff) >>> 0;
}

/**
 * The six characters that GitHub and npm put at the end of a token: the CRC-32 of the characters between prefix and checksum in base62
 * (0-9A-Za-z), padded with 0. https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/
 */
export function tokenChecksum(body: string): string {
  let rest = crc32(body);
  let text = '';
  for (let i = 0; i < 6; i++) {
    text = (BASE62[rest % 62] as string) + text;
    rest = Math.floor(rest / 62);
  }
  return text;
}

/** Whether `token` (prefix, body, checksum) carries the right checksum. `prefix` counts characters. */
export function hasTokenChecksum(token: string, prefix: number): boolean {
  return token.length > prefix + 6 && tokenChecksum(token.slice(prefix, -6)) === token.slice(-6);
}
