const VALUES = new Int8Array(128).fill(-1);
[...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].forEach((character, value) => {
  VALUES[character.charCodeAt(0)] = value;
});
VALUES['-'.charCodeAt(0)] = 62;
VALUES['_'.charCodeAt(0)] = 63;

/** Decodes base64 or base64url (RFC 4648, sections 4 and 5), padding optional, into a string of bytes (Latin-1); null when it is neither. */
export function decodeBase64(text: string): string | null {
  const body = text.replace(/={1,2}$/, '');
  if (body.length % 4 === 1) return null;
  let bytes = '';
  let bits = 0;
  let held = 0;
  for (let i = 0; i < body.length; i++) {
    const unit = body.charCodeAt(i);
    const value = unit < 128 ? (VALUES[unit] as number) : -1;
    if (value < 0) return null;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes += String.fromCharCode((held >> bits) & 255);
    }
  }
  return bytes;
}
