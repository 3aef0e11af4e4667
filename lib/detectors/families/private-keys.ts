import type { Span } from '../../scan/finding.ts';
import { decodeBase64 } from '../base64.ts';
import { CHECKS } from '../checks.ts';
import type { Family } from '../family.ts';
import { matchPem } from '../pem.ts';
import { isHandMade, isPlaceholder } from '../placeholder.ts';
import { textBefore } from '../text-before.ts';

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Sure with its closing line; without one the paste was cut off, and half a key is still a key. */
function validateBlock(text: string, span: Span): number {
  return /-- ?END |---- ?END /.test(text.slice(span.end - 60, span.end)) ? 0.95 : 0.8;
}

/** The secret members of a key in JSON stand beside `kty`. */
function validateJwk(text: string, span: Span): number | null {
  const left = textBefore(text, span.start, 6000);
  const right = text.slice(span.end, span.end + 6000);
  const before = left.slice(left.lastIndexOf('{') + 1);
  const close = right.indexOf('}');
  const after = close < 0 ? right : right.slice(0, close);
  return /\bkty\b/.test(before) || /\bkty\b/.test(after) ? (isPlaceholder(text.slice(span.start, span.end)) ? null : 0.9) : null;
}

/** A secret exponent tells the key pair from the public half. */
function validateXml(text: string, span: Span): number | null {
  return /<D>\s{0,20}[A-Za-z0-9+/]{20}/.test(text.slice(span.start, span.end)) ? 0.95 : null;
}

/** The checksum raises confidence and never drops a hit. */
function validateAge(text: string, span: Span): number | null {
  const value = text.slice(span.start, span.end);
  return CHECKS['age-identity']?.(value) === true ? 0.98 : isHandMade(value) ? null : 0.9;
}

function validateMinisign(text: string, span: Span): number {
  return CHECKS.minisign?.(text.slice(span.start, span.end)) === true ? 0.95 : 0.6;
}

function validateRandom(text: string, span: Span): number | null {
  const value = text.slice(span.start, span.end);
  return /\d/.test(value) && /[a-z]/.test(value) && /[A-Z]/.test(value) && !isPlaceholder(value) ? 0.9 : null;
}

function validateWrapped(text: string, span: Span): number | null {
  const head = text.slice(span.start, span.start + 120).replace(/\s|\\n/g, '');
  const begin = decodeBase64(head.slice(0, 64).replace(/(?<!=)=+$/, ''));
  return begin !== null && /^-----BEGIN [A-Z0-9 ]{0,30}PRIVATE KEY/.test(begin) ? 0.9 : null;
}

export default {
  id: 'private-keys',
  title: 'Private keys',
  entities: [{ entity: 'PRIVATE_KEY', categories: ['secrets'] }],
  detectors: [
    {
      kind: 'anchored',
      id: 'pem-private-key',
      entity: 'PRIVATE_KEY',
      source: 'https://www.rfc-editor.org/rfc/rfc7468 (PKCS #1, PKCS #8, SEC 1, OpenSSH)',
      distinctive: true,
      anchors: { literals: ['-----BEGIN'] },
      pattern: (text, at) => (text.startsWith('-----BEGIN PGP', at) ? null : matchPem(text, at)),
      confidence: 0.8,
      validate: validateBlock,
    },
    {
      kind: 'anchored',
      id: 'pgp-private-key',
      entity: 'PRIVATE_KEY',
      source: 'https://www.rfc-editor.org/rfc/rfc9580#section-6.2',
      distinctive: true,
      anchors: { literals: ['-----BEGIN PGP'] },
      pattern: matchPem,
      confidence: 0.8,
      validate: validateBlock,
    },
    {
      kind: 'anchored',
      id: 'ssh2-private-key',
      entity: 'PRIVATE_KEY',
      source: 'https://www.rfc-editor.org/rfc/rfc4716 (form of the block, as ssh.com writes private keys)',
      anchors: { literals: ['---- BEGIN SSH2'] },
      pattern: matchPem,
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
        /PuTTY-User-Key-File-[123]: [^\r\n]{3,40}\r?\n(?:[A-Za-z0-9-]{3,24}: ?[^\r\n]{0,120}\r?\n|[A-Za-z0-9/+=]{1,64}\r?\n){4,200}?Private-Lines: \d{1,3}\r?\n(?:[A-Za-z0-9/+=]{1,64}(?:\r?\n|$)){1,200}(?:Private-(?:MAC|Hash): [0-9a-f]{40,64})?/y,
      confidence: 0.9,
    },
    {
      kind: 'anchored',
      id: 'machine-key',
      entity: 'PRIVATE_KEY',
      source: 'https://learn.microsoft.com/en-us/dotnet/api/system.web.configuration.machinekeysection',
      holdsRun: true,
      anchors: { literals: ['validationkey="', 'decryptionkey="'] },
      pattern: /(?:validation|decryption)Key="(?<value>[0-9A-Fa-f]{32,128})(?=[",])/diy,
      confidence: 0.9,
      validate: (text, span) => (isHandMade(text.slice(span.start, span.end)) ? null : 0.9),
    },
    {
      kind: 'anchored',
      id: 'base64-private-key',
      entity: 'PRIVATE_KEY',
      source: 'https://www.rfc-editor.org/rfc/rfc4648#section-4 (of RFC 7468)',
      holdsRun: true,
      anchors: { literals: ['LS0tLS1CRUdJTi'] },
      // On one line, as Kubernetes holds it, or wrapped as base64(1) wraps it.
      pattern:
        /(?<![A-Za-z0-9+/])LS0tLS1CRUdJTi[A-Za-z0-9+/]{40,27000}(?:(?:\r?\n|\\n)[ \t]{0,24}[A-Za-z0-9+/]{20,76}){0,400}={0,2}(?![A-Za-z0-9+/=])/y,
      confidence: 0.9,
      validate: validateWrapped,
    },
    {
      kind: 'anchored',
      id: 'der-private-key',
      entity: 'PRIVATE_KEY',
      source: 'https://www.rfc-editor.org/rfc/rfc5958 and https://www.rfc-editor.org/rfc/rfc8017#appendix-A.1.2',
      // Version and algorithm, or version and modulus of 1024, 2048, 4096 bits: the same base64 in every key.
      holdsRun: true,
      anchors: { literals: ['IBADANBgkqhkiG9w0BAQEFAASC', 'IBAAKBgQ', 'IBAAKCAQEA', 'IBAAKCAgEA'] },
      lead: { of: BASE64, min: 6, max: 6 },
      pattern:
        /(?<![A-Za-z0-9+/])MII[A-Za-z0-9+/]{3}IBA(?:DANBgkqhkiG9w0BAQEFAASC|AKBgQ|AKCAQEA|AKCAgEA)[A-Za-z0-9+/]{100,16000}={0,2}(?![A-Za-z0-9+/=])/y,
      confidence: 0.9,
    },
    {
      kind: 'anchored',
      id: 'der-elliptic-private-key',
      entity: 'PRIVATE_KEY',
      source: 'https://www.rfc-editor.org/rfc/rfc5915 and https://www.rfc-editor.org/rfc/rfc8410#section-7',
      holdsRun: true,
      anchors: { literals: ['AgEAMBMGByqGSM49AgEG', 'AgEAMBAGByqGSM49AgEG', 'MC4CAQAwBQYDK2V', 'b3BlbnNzaC1rZXktdjEAAAAA'] },
      lead: { of: BASE64, min: 0, max: 4 },
      pattern:
        /(?<![A-Za-z0-9+/])(?:MI[A-Za-z0-9+/]{2}AgEAMB[MA]GByqGSM49AgEG[A-Za-z0-9+/]{60,400}|MC4CAQAwBQYDK2V[uw]BCIEI[A-Za-z0-9+/]{43}|b3BlbnNzaC1rZXktdjEAAAAA[A-Za-z0-9+/]{200,8000})={0,2}(?![A-Za-z0-9+/=])/y,
      confidence: 0.9,
    },
    {
      kind: 'anchored',
      id: 'pkcs12-file',
      entity: 'PRIVATE_KEY',
      source: 'https://www.rfc-editor.org/rfc/rfc7292#section-4',
      // SEQUENCE, version 3, SEQUENCE.
      holdsRun: true,
      anchors: { literals: ['IBAzCC'] },
      lead: { of: BASE64, min: 6, max: 6 },
      pattern: /(?<![A-Za-z0-9+/])MII[A-Za-z0-9+/]{3}IBAzCC[A-Za-z0-9+/]{300,60000}={0,2}(?![A-Za-z0-9+/=])/y,
      confidence: 0.75,
      context: { before: 80, raise: { en: ['pfx', 'p12', 'pkcs12', 'pkcs#12', 'certificate', 'keystore', 'signing'] } },
    },
    {
      kind: 'anchored',
      id: 'xml-private-key',
      entity: 'PRIVATE_KEY',
      source: 'https://learn.microsoft.com/en-us/dotnet/api/system.security.cryptography.rsa.toxmlstring',
      anchors: { literals: ['<RSAKeyValue>'] },
      pattern:
        /<RSAKeyValue>(?:\s{0,40}<(?:Modulus|Exponent|P|Q|DP|DQ|InverseQ|D)>[A-Za-z0-9+/=\s]{1,2000}<\/[A-Za-z]{1,8}>){2,8}(?:\s{0,40}<\/RSAKeyValue>)?/y,
      confidence: 0.95,
      validate: validateXml,
    },
    {
      kind: 'anchored',
      id: 'json-web-key',
      entity: 'PRIVATE_KEY',
      source: 'https://www.rfc-editor.org/rfc/rfc7518#section-6',
      holdsRun: true,
      anchors: { literals: ['d', 'k', 'p', 'q', 'dp', 'dq', 'qi'].flatMap((name) => [`"${name}"`, `"${name}\\"`]) },
      // Every secret member, so that none of them is left.
      pattern: /"(?:d|k|p|q|dp|dq|qi)\\{0,3}"\s{0,4}:\s{0,4}\\{0,3}"(?<value>[\w-]{22,1400})(?=\\{0,3}")/dy,
      confidence: 0.9,
      validate: validateJwk,
    },
    {
      kind: 'anchored',
      id: 'age-identity',
      entity: 'PRIVATE_KEY',
      source: 'https://github.com/C2SP/C2SP/blob/main/age.md',
      holdsRun: true,
      anchors: { literals: ['AGE-SECRET-KEY-'] },
      pattern: /(?<![A-Za-z0-9])AGE-SECRET-KEY-(?:PQ-)?1[02-9AC-HJ-NP-Z]{58,120}(?![A-Za-z0-9])/y,
      confidence: 0.8,
      validate: validateAge,
    },
    {
      kind: 'anchored',
      id: 'minisign-secret-key',
      entity: 'PRIVATE_KEY',
      source: 'https://jedisct1.github.io/minisign/ and https://man.openbsd.org/signify',
      holdsRun: true,
      anchors: { literals: ['RWRTY0Iy', 'RWQAAEIy', 'RWRCSw'] },
      pattern: /(?<![A-Za-z0-9+/])RW(?:RTY0Iy|QAAEIy|RCSw)[A-Za-z0-9+/]{130,206}={0,2}(?![A-Za-z0-9+/=])/y,
      confidence: 0.6,
      validate: validateMinisign,
    },
    {
      kind: 'anchored',
      id: 'wireguard-key',
      entity: 'PRIVATE_KEY',
      source: 'https://man7.org/linux/man-pages/man8/wg.8.html',
      anchors: { literals: ['privatekey', 'private_key', 'private-key', 'presharedkey', 'preshared_key', 'preshared-key'] },
      pattern: /(?:private|preshared)[_-]?key["']?\s{0,4}[=: ]\s{0,4}["']?(?<value>[a-z0-9+/]{43}=)(?![a-z0-9+/=])/diy,
      confidence: 0.9,
      validate: validateRandom,
    },
    {
      kind: 'anchored',
      id: 'kubeconfig-client-key',
      entity: 'PRIVATE_KEY',
      source: 'https://kubernetes.io/docs/reference/config-api/kubeconfig.v1/',
      anchors: { literals: ['client-key-data'] },
      pattern: /client-key-data["']?: {0,4}["']?(?<value>[A-Za-z0-9+/]{60,27000}={0,2})(?![A-Za-z0-9+/=])/dy,
      confidence: 0.85,
      validate: validateRandom,
    },
  ],
} satisfies Family;
