import { crc32 } from 'node:zlib';
import type { Action } from '../../../lib/policy/action.ts';

const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const BASE32 = `${UPPER}234567`;
const BASE62 = `0123456789${UPPER}abcdefghijklmnopqrstuvwxyz`;

/** A stream of numbers below `below`, fixed by its seed (mulberry32, public domain). */
export function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

type Random = (below: number) => number;

function letters(random: Random, alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet[random(alphabet.length)]).join('');
}

/** Access key id of AWS: four letters and sixteen characters of base32 (AWS IAM user guide, "unique identifiers"). */
function awsKey(random: Random): string {
  return `AKIA${letters(random, BASE32, 16)}`;
}

/** GitHub token: prefix, thirty characters, CRC-32 of those in six base62 digits (github.blog, "Behind GitHub's new authentication token formats"). */
function githubToken(random: Random): string {
  const body = letters(random, BASE62, 30);
  let rest = crc32(body);
  let check = '';
  for (let digit = 0; digit < 6; digit += 1) {
    check = `${BASE62[rest % 62]}${check}`;
    rest = Math.floor(rest / 62);
  }
  return `ghp_${body}${check}`;
}

/** Payment card number of the Visa range with its Luhn digit (ISO/IEC 7812-1 annex B). */
function card(random: Random): string {
  const body = `4539${letters(random, '0123456789', 11)}`;
  const sum = [...body].reverse().reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}

/** German IBAN with its check digits (ISO 13616, mod 97-10 of ISO/IEC 7064). */
function iban(random: Random): string {
  const account = `37040044${letters(random, '0123456789', 10)}`;
  const check = 98n - (BigInt(`${account}131400`) % 97n);
  return `DE${String(check).padStart(2, '0')}${account}`;
}

function mail(random: Random): string {
  return `${letters(random, 'abcdefghijklmnoprstuvw', 8)}.${letters(random, 'abcdefghijklmnoprstuvw', 6)}@northwind-traders.com`;
}

/** A text for one action of the matrix policy: a sentence, and the value in it that tells whether it leaked. */
export interface Sample {
  readonly text: string;
  readonly value: string;
  /** What an ordinary test of the sentence without the value looks for. */
  readonly around: string;
}

const MAKERS: Record<Action, (random: Random) => string> = {
  allow: (random) => `harmless${letters(random, BASE62, 10)}`,
  monitor: mail,
  warn: card,
  justify: iban,
  redact: githubToken,
  block: awsKey,
};

const SENTENCES: Record<Action, (value: string) => string> = {
  allow: (value) => `Please explain the word ${value} to me`,
  monitor: (value) => `Please write to ${value} about it`,
  warn: (value) => `My credit card number is ${value} today`,
  justify: (value) => `Please pay to the IBAN ${value} today`,
  redact: (value) => `Why does git refuse the token ${value} here`,
  block: (value) => `Is the AWS access key ${value} still good`,
};

/** A fresh sample per action and seed; no two seeds share a value. */
export function sample(action: Action, seed: number): Sample {
  const random = seeded(seed * 6_007 + 17);
  const value = MAKERS[action](random);
  const text = `${SENTENCES[action](value)} (${letters(random, UPPER, 8).toLowerCase()})`;
  return { text, value, around: text.split(value)[1]?.trim() ?? '' };
}

/** A policy with one entity per action, so that no test has to change the policy in mid-run. */
export const MATRIX_POLICY = {
  schema: 1,
  name: 'matrix',
  revision: 1,
  defaults: { action: 'allow', unreadable: 'block', onDeadline: 'block' },
  report: { usage: false },
  consent: 'none',
  rules: [
    { id: 'mail-monitor', detect: [{ entity: 'EMAIL' }], action: 'monitor' },
    { id: 'card-warn', detect: [{ entity: 'CREDIT_CARD' }], action: 'warn' },
    { id: 'iban-justify', detect: [{ entity: 'IBAN' }], action: 'justify', minReason: 10 },
    { id: 'github-redact', detect: [{ entity: 'GITHUB_TOKEN' }], action: 'redact' },
    { id: 'aws-block', detect: [{ entity: 'AWS_ACCESS_KEY' }], action: 'block' },
  ],
} as const;
