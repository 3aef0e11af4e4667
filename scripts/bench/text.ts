import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expand, random } from '../../tests/corpus/generate.ts';
import { ROOT } from '../stamp.ts';

/** Kinds of text and how many of a hundred characters are of each. */
const SHARES = { prose: 45, code: 35, logs: 20 } as const;
type Kind = keyof typeof SHARES;

/** Characters from one secret to the next: about 24 in a megabyte. */
const SECRET_EVERY = 43_000;
const SECRETS = [
  'export GITHUB_TOKEN={{github:ghp_}}',
  'aws_access_key_id = AKIA{{base32:16}}',
  'password: "{{base62:18}}"',
  'card {{luhn:4,16, }} of the customer',
  'IBAN {{iban:DE, }}',
  'slack: xoxb-{{digit:12}}-{{digit:12}}-{{base62:24}}',
  'postgres://app:{{base62:20}}@db.internal:5432/main',
  'STRIPE=sk_live_{{base62:24}}',
  'write to {{lower:7}}.{{lower:9}}@{{lower:8}}.org',
  'openai sk-proj-{{base64url:74}}T3BlbkFJ{{base62:74}}',
  '-----BEGIN PRIVATE KEY-----\n{{pem:12}}\n-----END PRIVATE KEY-----',
];

const LOGS = [
  '2026-11-{{digit:2}}T10:{{digit:2}}:{{digit:2}}.{{digit:3}}Z INFO  [worker-{{digit:1}}] request {{hex:8}}-{{hex:4}}-4{{hex:3}}-a{{hex:3}}-{{hex:12}} done in {{digit:3}} ms',
  '10.{{digit:2}}.{{digit:2}}.{{digit:2}} - - [21/Nov/2026:10:{{digit:2}}:{{digit:2}} +0000] "GET /api/v1/{{lower:6}}/{{digit:5}} HTTP/1.1" 200 {{digit:4}} "-" "Mozilla/5.0"',
  'WARN com.example.{{lower:7}}.{{lower:9}} - retry {{digit:1}} of 5 after {{digit:4}} ms: connection reset by peer',
  'commit {{hex:40}} by {{lower:8}}: {{lower:5}} {{lower:7}} {{lower:3}}',
  '{"level":"debug","time":{{digit:13}},"pid":{{digit:5}},"msg":"cache miss","key":"{{lower:6}}:{{digit:6}}"}',
];

/** Deep enough for what packages ship, shallow enough to be quick. */
const DEEPEST = 4;
const LONGEST_FILE = 200_000;

/** Files under node_modules, in the order of their names. */
function* files(folder: string, depth: number): Generator<string> {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && depth > 0 && entry.name !== 'node_modules' && !entry.name.startsWith('.')) yield* files(path, depth - 1);
    else if (entry.isFile()) yield path;
  }
}

function kindOf(path: string): Kind | null {
  if (/\/(?:licen[cs]e|readme|changelog|notice)[^/]*$/i.test(path)) return 'prose';
  return /\.(?:[cm]?js|ts)$/.test(path) && !/\.min\.|[\\/](?:esbuild|typescript)[\\/]/.test(path) ? 'code' : null;
}

/** Prose and code of the installed packages, each file once, until there is enough of both. */
function found(characters: Readonly<Record<'prose' | 'code', number>>, seed: string): Record<'prose' | 'code', string> {
  const chosen = { prose: [] as string[], code: [] as string[] };
  const next = random(seed);
  const order = [...files(join(ROOT, 'node_modules'), DEEPEST)].map((path) => ({ path, at: next() })).sort((a, b) => a.at - b.at);
  const left = { ...characters };
  const seen = new Set<string>();
  for (const { path } of order) {
    const kind = kindOf(path);
    if (kind === null || kind === 'logs' || left[kind] <= 0) continue;
    const text = readFileSync(path, 'latin1')
      .slice(0, LONGEST_FILE)
      // Tab, line feed, and what a US keyboard has.
      .replace(/[^\t\n -~]/g, '');
    const hash = createHash('sha256').update(text).digest('hex');
    if (seen.has(hash)) continue;
    seen.add(hash);
    chosen[kind].push(text);
    left[kind] -= text.length;
    if (left.prose <= 0 && left.code <= 0) break;
  }
  return { prose: chosen.prose.join('\n'), code: chosen.code.join('\n') };
}

function logs(length: number, seed: string): string {
  const next = random(seed);
  const lines: string[] = [];
  for (let left = length; left > 0; ) {
    const line = expand(LOGS[Math.floor(next() * LOGS.length)] as string, `${seed} ${lines.length}`);
    lines.push(line);
    left -= line.length + 1;
  }
  return lines.join('\n');
}

/**
 * ASCII text of `length` characters: 45 % prose and 35 % code of the installed packages, 20 % made-up logs, in blocks of some hundred
 * characters to some thousand, with made-up secrets planted. The same seed and packages give the same text.
 */
export function benchText(length: number, seed: string): string {
  const share = (kind: Kind): number => Math.ceil((length * SHARES[kind]) / 100) + 4096;
  const pools: Record<Kind, string> = { ...found({ prose: share('prose'), code: share('code') }, seed), logs: logs(share('logs'), seed) };
  const used: Record<Kind, number> = { prose: 0, code: 0, logs: 0 };
  const next = random(`${seed} blocks`);
  const blocks: string[] = [];
  const kinds = Object.keys(SHARES) as Kind[];
  let planted = 0;
  for (let written = 0; written < length; ) {
    // The kind that is furthest behind its share.
    const kind = kinds.reduce((a, b) => (used[a] / SHARES[a] <= used[b] / SHARES[b] ? a : b));
    const from = used[kind] % Math.max(1, pools[kind].length);
    const block = pools[kind].slice(from, from + 300 + Math.floor(next() * 2700));
    used[kind] += block.length;
    blocks.push(block);
    written += block.length + 1;
    if (written > planted * SECRET_EVERY + SECRET_EVERY / 2) {
      const secret = expand(SECRETS[planted % SECRETS.length] as string, `${seed} ${planted}`);
      planted++;
      blocks.push(secret);
      written += secret.length + 1;
    }
  }
  return blocks.join('\n').slice(0, length);
}
