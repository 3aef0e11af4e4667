import { bech32Remainder, expandPrefix } from '../../lib/detectors/bech32.ts';
import { bip39Words } from '../../lib/detectors/bip39-words.ts';
import { crc32, tokenChecksum } from '../../lib/detectors/crc32.ts';
import { IBAN_LENGTHS, isMod97 } from '../../lib/detectors/families/bank-accounts.ts';
import { isLuhn } from '../../lib/detectors/luhn.ts';
import { sha256 } from '../../lib/detectors/sha256.ts';

const DIGIT = '0123456789';
const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const UPPER = LOWER.toUpperCase();

const ALPHABETS: Readonly<Record<string, string>> = {
  digit: DIGIT,
  lower: LOWER,
  upper: UPPER,
  alnum: DIGIT + LOWER,
  upnum: DIGIT + UPPER,
  base32: `${UPPER}234567`,
  base62: DIGIT + UPPER + LOWER,
  alpha: LOWER + UPPER,
  base58: '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz',
  bech32: 'qpzry9x8gf2tvdw0s3jn54khce6mua7l',
  bech32up: 'QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L',
  crypt: `./${DIGIT}${UPPER}${LOWER}`,
  base64: `${UPPER + LOWER + DIGIT}+/`,
  base64url: `${UPPER + LOWER + DIGIT}-_`,
  hex: `${DIGIT}abcdef`,
};

/** Numbers 0 ≤ n < 1, the same for the same seed (mulberry32 over an FNV-1a hash). */
export function random(seed: string): () => number {
  let state = 2166136261;
  for (let i = 0; i < seed.length; i++) state = Math.imul(state ^ seed.charCodeAt(i), 16777619);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Fills the slots of a template: `{{digit:12}}` and the other alphabets above, `{{luhn:4,16}}` (a number with prefix 4, 16 digits, right check digit; a third
 * argument groups it: `{{luhn:4,16, }}`), `{{iban:DE}}`, `{{github:ghp_}}` and `{{npm:npm_}}` (right checksum), `{{base64url-of:text}}`, `{{base64-of:text}}`, `{{pem:4}}` (that many lines of
 * base64), `{{der:600}}` (base64 of a SEQUENCE of so many bytes), `{{openssh:200}}`, `{{minisign:}}`, `{{macaroon:pypi.org}}`, `{{gitlab:glpat-}}` and `{{grafana:glsa_}}`
 * (right checksum), `{{base58check:80,32,01}}` (version, so many bytes, what follows them), `{{bech32of:nsec,52}}` (prefix, so many characters),
 * `{{age:AGE-SECRET-KEY-}}`, `{{seed:12}}` (so many words of BIP-39, right checksum), `{{bytes:64}}` (numbers, parted by commas), `{{n}}` (a line feed) and `{{esc}}` (what begins the colours of a terminal). The same template and seed always give the same text.
 */
export function expand(template: string, seed: string): string {
  const next = random(seed);
  return template.replace(
    /\{\{([a-z0-9-]+)(?::(.*?))?\}\}(?!\})/g,
    (slot, kind: string, argument = '') => fill(kind, argument, next) ?? slot,
  );
}

function fill(kind: string, argument: string, next: () => number): string | null {
  const alphabet = ALPHABETS[kind];
  if (alphabet) return pick(alphabet, Number(argument), next);
  switch (kind) {
    case 'esc':
      return '\u001b';
    case 'n':
      return '\n';
    case 'luhn':
      return luhn(argument, next);
    case 'iban':
      return iban(argument, next);
    case 'github':
    case 'npm': {
      const body = pick(ALPHABETS.base62 as string, 30, next);
      return argument + body + tokenChecksum(body);
    }
    case 'base64url-of':
      return Buffer.from(argument).toString('base64url');
    case 'base64-of':
      return Buffer.from(argument).toString('base64');
    case 'pem':
      return Array.from({ length: Number(argument) }, () => pick(ALPHABETS.base64 as string, 64, next)).join('\n');
    case 'der': {
      const length = Number(argument);
      const bytes = bytesOf(length, next);
      return Buffer.from([0x30, 0x82, length >> 8, length & 255, 2, 1, 0, 0x30, ...bytes.slice(4)]).toString('base64');
    }
    case 'openssh':
      return Buffer.from([...Buffer.from('openssh-key-v1\0\0\0\0\u0004none\0\0\0\u0004none'), ...bytesOf(Number(argument), next)]).toString(
        'base64',
      );
    case 'minisign':
      return Buffer.from([...Buffer.from('EdScB2'), ...bytesOf(152, next)]).toString('base64');
    case 'macaroon': {
      const location = Buffer.from(argument);
      const bytes = [
        2,
        1,
        location.length,
        ...location,
        2,
        16,
        ...bytesOf(16, next),
        0,
        2,
        8,
        ...bytesOf(8, next),
        0,
        0,
        6,
        32,
        ...bytesOf(32, next),
      ];
      return Buffer.from(bytes).toString('base64url');
    }
    case 'gitlab': {
      const payload = Buffer.from([...Buffer.from('o:1\nu:2z'), ...bytesOf(16, next), 16]).toString('base64url');
      const head = `${argument}${payload}.01.${payload.length.toString(36).padStart(2, '0')}`;
      return head + crc32(head).toString(36).padStart(7, '0');
    }
    case 'grafana': {
      const head = argument + pick(ALPHABETS.base62 as string, 32, next);
      return `${head}_${Buffer.from(Uint32Array.of(crc32(head)).buffer).toString('hex')}`;
    }
    case 'base58check': {
      const [version = '', length = '0', tail = ''] = argument.split(',');
      return base58check(Uint8Array.from([...Buffer.from(version, 'hex'), ...bytesOf(Number(length), next), ...Buffer.from(tail, 'hex')]));
    }
    case 'bech32of': {
      const [prefix = '', length = '0'] = argument.split(',');
      return bech32(prefix, Number(length), next);
    }
    case 'age':
      return bech32(argument.toLowerCase(), 52, next).toUpperCase();
    case 'seed':
      return seedPhrase(Number(argument), next);
    case 'bytes':
      return bytesOf(Number(argument), next).join(',');
    default:
      return null;
  }
}

function bytesOf(length: number, next: () => number): number[] {
  return Array.from({ length }, () => Math.floor(next() * 256));
}

function base58check(payload: Uint8Array): string {
  const bytes = [...payload, ...sha256(sha256(payload)).slice(0, 4)];
  let number = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  let text = '';
  for (; number > 0n; number /= 58n) text = ((ALPHABETS.base58 as string)[Number(number % 58n)] as string) + text;
  return '1'.repeat(bytes.findIndex((byte) => byte !== 0)) + text;
}

function bech32(prefix: string, length: number, next: () => number): string {
  const alphabet = ALPHABETS.bech32 as string;
  const values = Array.from({ length }, () => Math.floor(next() * 32));
  const rest = bech32Remainder([...expandPrefix(prefix), ...values, 0, 0, 0, 0, 0, 0]) ^ 1;
  const checksum = Array.from({ length: 6 }, (_, index) => (rest >>> (5 * (5 - index))) & 31);
  return `${prefix}1${[...values, ...checksum].map((value) => alphabet[value]).join('')}`;
}

function seedPhrase(words: number, next: () => number): string {
  const list = bip39Words();
  const checksum = words / 3;
  const entropy = Uint8Array.from(bytesOf((words * 11 - checksum) / 8, next));
  const bits = [...entropy, sha256(entropy)[0] as number].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return Array.from({ length: words }, (_, index) => list[Number.parseInt(bits.slice(index * 11, index * 11 + 11), 2)]).join(' ');
}

/** At least one character of each kind that the alphabet has, once there is room, so that a sample never lacks a digit by bad luck. */
function pick(alphabet: string, length: number, next: () => number): string {
  const one = (from: string): string => from[Math.floor(next() * from.length)] as string;
  const text = Array.from({ length }, () => one(alphabet));
  if (length >= 12) {
    [DIGIT, LOWER, UPPER].forEach((kind, index) => {
      const shared = [...kind].filter((character) => alphabet.includes(character)).join('');
      if (shared !== '') text[index * 3 + 1] = one(shared);
    });
  }
  return text.join('');
}

function luhn(argument: string, next: () => number): string {
  const [prefix = '', length = '16', separator = ''] = argument.split(',');
  const body = prefix + pick(DIGIT, Number(length) - prefix.length - 1, next);
  const number = [...DIGIT].map((digit) => body + digit).find(isLuhn) as string;
  return separator === '' ? number : (number.match(/.{1,4}/g) ?? []).join(separator);
}

function iban(argument: string, next: () => number): string {
  const [country = 'DE', separator = ''] = argument.split(',');
  const body = pick(DIGIT, (IBAN_LENGTHS[country] as number) - 4, next);
  for (let check = 2; check < 99; check++) {
    const candidate = country + String(check).padStart(2, '0') + body;
    if (isMod97(candidate)) return separator === '' ? candidate : (candidate.match(/.{1,4}/g) ?? []).join(separator);
  }
  throw new Error(`no IBAN for ${country}`);
}
