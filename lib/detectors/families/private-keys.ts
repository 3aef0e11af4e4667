import type { Span } from '../../scan/finding.ts';
import { decodeBase64 } from '../base64.ts';
import type { Family } from '../family.ts';

/** A token whose header is no JSON object with an algorithm is no token. */
function validateJwt(text: string, span: Span): number | null {
  const header = text.slice(span.start, text.indexOf('.', span.start));
  const json = header.length <= 4096 ? decodeBase64(header) : null;
  return json !== null && /^\s*\{[\s\S]*"alg"\s*:\s*"[^"]{1,40}"[\s\S]*\}\s*$/.test(json) ? 0.95 : null;
}

/** Sure with its closing line; without one the paste was cut off, and half a key is still a key. */
function validateBlock(text: string, span: Span): number {
  return text.slice(span.end - 40, span.end).includes('-----END') ? 0.95 : 0.8;
}

export default {
  id: 'private-keys',
  title: 'Private keys and signed tokens',
  entities: [
    { entity: 'PRIVATE_KEY', categories: ['secrets'], ambient: false },
    { entity: 'JWT', categories: ['secrets'], ambient: true },
  ],
  detectors: [
    {
      kind: 'anchored',
      id: 'pem-private-key',
      entity: 'PRIVATE_KEY',
      source: 'https://www.rfc-editor.org/rfc/rfc7468 (PKCS #1, PKCS #8, SEC 1, OpenSSH)',
      anchors: { literals: ['-----BEGIN'] },
      // Up to eight header lines, then base64 with line ends that may be escaped. No hyphen in the body, so a second BEGIN ends it.
      pattern:
        /-----BEGIN (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY-----(?:(?:\s|\\[nr]){1,4}[A-Za-z-]{3,20}: ?[^\r\n\\]{0,120}){0,8}(?:[\s"'+>|]|\\[nr]){0,16}[A-Za-z0-9/+](?:[\sA-Za-z0-9/+=",>|\\]){48,20000}(?:-----END [A-Z0-9 ]{0,40}PRIVATE KEY-----)?/y,
      confidence: 0.8,
      validate: validateBlock,
    },
    {
      kind: 'anchored',
      id: 'pgp-private-key',
      entity: 'PRIVATE_KEY',
      source: 'https://www.rfc-editor.org/rfc/rfc9580#section-6.2',
      anchors: { literals: ['-----BEGIN PGP'] },
      pattern:
        /-----BEGIN PGP PRIVATE KEY BLOCK-----(?:(?:\s|\\[nr]){1,4}[A-Za-z-]{3,20}: ?[^\r\n\\]{0,120}){0,8}(?:[\s>|]|\\[nr]){0,16}[A-Za-z0-9/+][\sA-Za-z0-9/+=>|\\]{48,40000}(?:-----END PGP PRIVATE KEY BLOCK-----)?/y,
      confidence: 0.8,
      validate: validateBlock,
    },
    {
      kind: 'anchored',
      id: 'putty-private-key',
      entity: 'PRIVATE_KEY',
      source: 'https://tartarus.org/~simon/putty-snapshots/htmldoc/AppendixC.html',
      anchors: { literals: ['putty-user-key-file-'] },
      pattern:
        /PuTTY-User-Key-File-[123]: [^\r\n]{3,40}\r?\n(?:[A-Za-z0-9-]{3,24}: ?[^\r\n]{0,120}\r?\n|[A-Za-z0-9/+=]{1,64}\r?\n){4,200}?Private-Lines: \d{1,3}\r?\n(?:[A-Za-z0-9/+=]{1,64}(?:\r?\n|$)){1,200}(?:Private-MAC: [0-9a-f]{40,64})?/y,
      confidence: 0.9,
    },
    {
      kind: 'anchored',
      id: 'base64-private-key',
      entity: 'PRIVATE_KEY',
      source: 'https://www.rfc-editor.org/rfc/rfc4648#section-4 (of RFC 7468)',
      anchors: { literals: ['LS0tLS1CRUdJTi'] },
      pattern: /(?<![A-Za-z0-9+/])LS0tLS1CRUdJTi[A-Za-z0-9+/]{80,27000}={0,2}(?![A-Za-z0-9+/=])/y,
      confidence: 0.9,
      validate: (text, span) => (decodeBase64(text.slice(span.start, span.start + 80))?.includes('PRIVATE KEY-----') ? 0.9 : null),
    },
    {
      kind: 'anchored',
      id: 'json-web-token',
      entity: 'JWT',
      source: 'https://www.rfc-editor.org/rfc/rfc7519#section-3',
      anchors: { literals: ['eyJ'] },
      // Three parts (signature may be empty, algorithm "none"), or the five of an encrypted token.
      pattern: /(?<![\w-])eyJ[\w-]{10,4096}\.[\w-]{2,8192}\.(?:[\w-]{2,8192}\.[\w-]{2,8192}\.)?[\w-]{0,2048}(?![\w-])/y,
      confidence: 0.75,
      validate: validateJwt,
    },
  ],
} satisfies Family;
