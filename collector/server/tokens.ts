import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from './start-error.ts';

/** Shortest token that may be given, in characters. */
const MIN_LENGTH = 16;

/** Compares in constant time: through hashes, so that not even the length shows. */
export function sameToken(a: string, b: string): boolean {
  const hash = (value: string) => createHash('sha256').update(value).digest();
  return timingSafeEqual(hash(a), hash(b));
}

/** The token of an `Authorization: Bearer` header (RFC 6750 section 2.1), or null. */
export function bearer(header: string | undefined): string | null {
  return /^Bearer +([^\s]+)$/i.exec(header ?? '')?.[1] ?? null;
}

/**
 * The given token, or the one in `folder/name`, made on first need (256 random bits, readable by the owner only).
 * @param given from the environment; empty when there is none
 */
export function tokenOf(folder: string, name: string, given: string): string {
  const path = join(folder, name);
  const stored = given === '' && existsSync(path) ? readFileSync(path, 'utf8').trim() : given;
  if (stored === '' && given === '') {
    const token = randomBytes(32).toString('base64url');
    writeFileSync(path, `${token}\n`, { mode: 0o600 });
    return token;
  }
  if (stored.length < MIN_LENGTH || !/^[!-~]+$/.test(stored)) {
    throw new StartError(
      `The ${name} is too short or holds spaces.`,
      `Use at least ${MIN_LENGTH} printable characters, or delete ${path} to have one made.`,
    );
  }
  return stored;
}
