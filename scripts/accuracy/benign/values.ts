import { type Next, one, type Slots } from './fill.ts';

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';
const BASE62 = DIGITS + LOWER + LOWER.toUpperCase();

function run(alphabet: string): (next: Next, length: string) => string {
  return (next, length) => Array.from({ length: Number(length) }, () => one([...alphabet], next)).join('');
}

const pad = (value: number, width = 2): string => String(value).padStart(width, '0');
const below = (most: number, next: Next): number => Math.floor(next() * most);
const hex = run('0123456789abcdef');
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

function uuid(next: Next): string {
  return `${hex(next, '8')}-${hex(next, '4')}-4${hex(next, '3')}-${one(['8', '9', 'a', 'b'], next)}${hex(next, '3')}-${hex(next, '12')}`;
}

function time(next: Next): string {
  return `${pad(below(24, next))}:${pad(below(60, next))}:${pad(below(60, next))}`;
}

function date(next: Next): string {
  return `${2021 + below(6, next)}-${pad(1 + below(12, next))}-${pad(1 + below(28, next))}`;
}

function base64(next: Next, bytes: string): string {
  return Buffer.from(Array.from({ length: Number(bytes) }, () => below(256, next))).toString('base64');
}

function isbn13(next: Next): string {
  const body = `978${run(DIGITS)(next, '9')}`;
  const sum = [...body].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
  return `${body.slice(0, 3)}-${body.slice(3, 4)}-${body.slice(4, 8)}-${body.slice(8)}-${(10 - (sum % 10)) % 10}`;
}

/** Random-looking values that stand in everyday text and are no secrets. */
export const VALUES: Slots = {
  brace: ['{'],
  hex,
  HEX: run('0123456789ABCDEF'),
  num: run(DIGITS),
  lower: run(LOWER),
  base62: run(BASE62),
  base64url: run(`${BASE62}-_`),
  base64,
  uuid,
  UUID: (next) => uuid(next).toUpperCase(),
  int: (next, most) => String(1 + below(Number(most), next)),
  money: (next) => `${1 + below(9999, next)}.${pad(below(100, next))}`,
  sri: (next) => `sha512-${base64(next, '64')}`,
  sha256: (next) => `sha256:${hex(next, '64')}`,
  ulid: run('0123456789ABCDEFGHJKMNPQRSTVWXYZ'),
  pod: run('bcdfghjklmnpqrstvwxz2456789'),
  ip: (next) => `${10 + below(200, next)}.${below(256, next)}.${below(256, next)}.${1 + below(254, next)}`,
  ip6: (next) => `2001:db8:${hex(next, '4')}:${hex(next, '4')}::${hex(next, '4')}`,
  mac: (next) => Array.from({ length: 6 }, () => hex(next, '2')).join(':'),
  time,
  date,
  iso: (next) => `${date(next)}T${time(next)}.${run(DIGITS)(next, '3')}Z`,
  nano: (next) => `${date(next)}T${time(next)}.${run(DIGITS)(next, '9')}Z`,
  clf: (next) => `${pad(1 + below(28, next))}/${one(MONTHS, next)}/2025:${time(next)} +0000`,
  syslog: (next) => `${one(MONTHS, next)} ${String(1 + below(28, next)).padStart(2)} ${time(next)}`,
  http: (next) =>
    `${one(['Mon', 'Tue', 'Wed', 'Thu', 'Fri'], next)}, ${pad(1 + below(28, next))} ${one(MONTHS, next)} 2025 ${time(next)} GMT`,
  epoch: (next) => String(1_600_000_000 + below(180_000_000, next)),
  epochms: (next) => String(1_600_000_000_000 + below(180_000_000_000, next)),
  version: (next) => `${below(12, next)}.${below(40, next)}.${below(30, next)}`,
  isbn13,
  colour: (next) => `#${hex(next, '6')}`,
  coordinate: (next) => `${(next() * 180 - 90).toFixed(6)}, ${(next() * 360 - 180).toFixed(6)}`,
  host: [
    'web-01',
    'web-02',
    'db-primary',
    'ip-10-0-3-17',
    'build-agent-7',
    'edge-fra-3',
    'worker-blue',
    'gateway',
    'node-pool-2',
    'cache-0',
  ],
  service: [
    'checkout',
    'auth-service',
    'token-service',
    'payments',
    'user-api',
    'search',
    'mailer',
    'inventory',
    'gateway',
    'session-store',
    'secret-rotator',
    'billing',
  ],
  module: [
    'src/auth/token.ts',
    'lib/session/store.js',
    'app/models/user.rb',
    'internal/cache/lru.go',
    'core/crypto/hash.py',
    'src/main/java/com/acme/Api.java',
    'pkg/secrets/loader.go',
    'web/components/CardForm.tsx',
  ],
  package: [
    'express',
    'lodash',
    'react',
    'jsonwebtoken',
    'passport-local',
    'token-types',
    'keyv',
    'bcryptjs',
    'secret-stack',
    'dotenv',
    'vite',
    '@babel/core',
    '@types/node',
    'date-fns',
    'hash-wasm',
    'base64-js',
  ],
  route: [
    '/api/v1/users',
    '/login',
    '/oauth/token',
    '/static/app.js',
    '/password/reset',
    '/api/keys',
    '/healthz',
    '/v2/cards/search',
    '/assets/index.css',
    '/auth/callback',
    '/favicon.ico',
    '/graphql',
  ],
  branch: ['main', 'feature/password-reset', 'fix/token-refresh', 'chore/rotate-keys', 'release/2.4', 'auth-rework', 'docs/api-keys'],
  subject: [
    'Fix token refresh when the clock is off',
    'Hash passwords with argon2id',
    'Drop the unused secret loader',
    'Bump jsonwebtoken',
    'Add a card form',
    'Rename apiKey to accessKey',
    'Cache the auth header',
    'Speed up base64 decoding',
    'Document how to rotate keys',
    'Make commit messages shorter',
  ],
};
