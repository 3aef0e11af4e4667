import { decodeBase64 } from './base64.ts';

/** What `user:password` in base64 says. */
export interface BasicPair {
  readonly user: string;
  readonly password: string;
}

/** Reads the credentials of basic authentication (https://www.rfc-editor.org/rfc/rfc7617); null when they are no pair of printable texts. */
export function basicPair(encoded: string): BasicPair | null {
  const bytes = encoded.length >= 4 && encoded.length <= 4096 ? decodeBase64(encoded) : null;
  const colon = bytes === null ? -1 : bytes.indexOf(':');
  if (bytes === null || colon < 0 || colon === bytes.length - 1) return null;
  for (let i = 0; i < bytes.length; i++) {
    const unit = bytes.charCodeAt(i);
    if (unit < 32 || unit === 127) return null;
  }
  return { user: bytes.slice(0, colon), password: bytes.slice(colon + 1) };
}
