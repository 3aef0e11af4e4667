import { tokenChecksum } from '../../lib/detectors/crc32.ts';
import { IBAN_LENGTHS, isMod97 } from '../../lib/detectors/families/bank-accounts.ts';
import { isLuhn } from '../../lib/detectors/luhn.ts';

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
 * base64) and `{{n}}` (a line feed). The same template and seed always give the same text.
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
    default:
      return null;
  }
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
