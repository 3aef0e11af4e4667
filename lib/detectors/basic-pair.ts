import type { Span } from '../scan/finding.ts';
import { decodeBase64 } from './base64.ts';
import { textBefore } from './text-before.ts';

/** What `user:password` says (https://www.rfc-editor.org/rfc/rfc7617#section-2: the user's name holds no colon). */
export interface BasicPair {
  /** Empty where nobody is named. */
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

/** Reads a span that is a pair as it is typed, or, where it follows a colon (and perhaps a quote), a password alone. */
export function plainPair(text: string, { start, end }: Span): BasicPair {
  const value = text.slice(start, end);
  const colon = value.indexOf(':');
  if (colon < 0 || /:["']?$/.test(textBefore(text, start, 2))) return { user: '', password: value };
  return { user: value.slice(0, colon), password: value.slice(colon + 1) };
}
