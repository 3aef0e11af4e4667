import { didYouMean } from './explain.ts';
import type { PolicyProblem } from './problem.ts';

/** What administrators set per browser; everything else is in the policy itself. */
export interface ManagedSettings {
  /** Text of the policy, see `docs/policy.md`. */
  readonly policyJson?: string;
  /** Address that events are posted to (OTLP/HTTP JSON logs). */
  readonly auditEndpoint?: string;
  readonly auditToken?: string;
  readonly userId?: string;
  readonly groups?: readonly string[];
  /** Wins over the policy's own `consent`. `granted`: the organisation has it already, nobody is asked. */
  readonly consent?: 'granted' | 'notice' | 'required';
  /** Wins over the policy's own `defaults.onDeadline`: `closed` blocks, `open` releases. */
  readonly failMode?: 'closed' | 'open';
  /** A policy with a lower revision is refused. */
  readonly minPolicyVersion?: number;
}

export type ManagedKey = keyof ManagedSettings;

/** One managed key, as the managed schema, the templates and the docs show it. */
export interface ManagedKeyData {
  readonly key: ManagedKey;
  /** Type on the wire. Strings wherever possible: a browser drops a value of another type without a word. */
  readonly type: 'string' | 'integer';
  readonly title: string;
  readonly description: string;
}

export const MANAGED_KEYS: readonly ManagedKeyData[] = [
  { key: 'policyJson', type: 'string', title: 'Policy', description: 'The policy as JSON text.' },
  {
    key: 'auditEndpoint',
    type: 'string',
    title: 'Audit endpoint',
    description: 'Address that events are posted to (OTLP/HTTP JSON logs): https, or http on this machine. Empty: nothing is sent.',
  },
  { key: 'auditToken', type: 'string', title: 'Audit token', description: 'Bearer token for the audit endpoint.' },
  { key: 'userId', type: 'string', title: 'User', description: 'Who uses this browser, for events and for rules that name users.' },
  {
    key: 'groups',
    type: 'string',
    title: 'Groups',
    description: 'Groups of the user, separated by semicolons, for rules that name groups.',
  },
  {
    key: 'consent',
    type: 'string',
    title: 'Consent',
    description:
      'granted (you have it: nobody is asked), notice (people are told) or required (nothing is reported before they agree). Wins over the policy.',
  },
  {
    key: 'failMode',
    type: 'string',
    title: 'Without a verdict in time',
    description: 'closed (block) or open (release). Wins over defaults.onDeadline of the policy.',
  },
  { key: 'minPolicyVersion', type: 'integer', title: 'Lowest revision', description: 'A policy with a lower revision is refused.' },
];

type Read = { readonly value: unknown } | { readonly message: string; readonly cure: string };

/**
 * Reads the values of managed storage. Each key stands on its own: a wrong one is reported and left out, the others hold. Never
 * throws. Takes the form that Google Admin writes too, with each value in an object `{ "Value": … }`.
 */
export function readManaged(values: Readonly<Record<string, unknown>>): {
  readonly settings: ManagedSettings;
  readonly problems: readonly PolicyProblem[];
} {
  const settings: Record<string, unknown> = {};
  const problems: PolicyProblem[] = [];
  for (const [key, wrapped] of Object.entries(values)) {
    if (!isManagedKey(key)) {
      const cure = didYouMean(key, Object.keys(READERS)) || 'Delete it, or update Tacit if it is new.';
      problems.push({ path: key, message: `The managed key "${key}" is not known and is ignored`, cure });
      continue;
    }
    const value = unwrap(wrapped);
    if (value === '' || value === undefined || value === null) continue;
    const read = READERS[key](value);
    if ('value' in read) settings[key] = read.value;
    else problems.push({ path: key, message: `The managed key "${key}" is ignored: ${read.message}`, cure: read.cure });
  }
  return { settings, problems };
}

function isManagedKey(key: string): key is ManagedKey {
  return Object.hasOwn(READERS, key);
}

function unwrap(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const [only, ...others] = Object.entries(value);
  return only?.[0] === 'Value' && others.length === 0 ? only[1] : value;
}

const READERS: Record<ManagedKey, (value: unknown) => Read> = {
  // Firefox has no schema and hands over whatever was written, so a policy that was not quoted is taken too.
  policyJson: (value) =>
    typeof value === 'object' && !Array.isArray(value) ? { value: JSON.stringify(value) } : text(value, Number.POSITIVE_INFINITY),
  auditEndpoint: endpoint,
  auditToken: (value) => text(value, 4_096, /^[\x21-\x7e]+$/),
  userId: (value) => text(value, 200, /^\P{Cc}+$/u),
  groups: (value) => {
    const names = typeof value === 'string' ? value.split(/[;\n]/) : value;
    if (!Array.isArray(names) || !names.every((name) => typeof name === 'string')) {
      return { message: 'it is not a text', cure: 'Write the groups in one text, separated by semicolons.' };
    }
    if (names.some((name) => /[^\P{Cc}\r\t]/u.test(name))) return { message: 'it has control characters', cure: 'Write the names only.' };
    return { value: names.map((name) => name.trim()).filter((name) => name !== '') };
  },
  consent: (value) => oneOf(value, ['granted', 'notice', 'required']),
  failMode: (value) => oneOf(value, ['closed', 'open']),
  minPolicyVersion: (value) => {
    const number = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;
    // Larger numbers are dropped by Chromium without a word.
    if (Number.isInteger(number) && Number(number) >= 0 && Number(number) < 2 ** 31) return { value: number };
    return { message: 'it is not a whole number', cure: 'Write a whole number from 0 to 2147483647, without quotes.' };
  },
};

function text(value: unknown, longest: number, form?: RegExp): Read {
  if (typeof value !== 'string') return { message: 'it is not a text', cure: 'Write a text in double quotes.' };
  if (value.length > longest) return { message: 'it is too long', cure: `At most ${longest} characters.` };
  if (form && !form.test(value))
    return {
      message: 'it has characters that are not possible here',
      cure: 'Write it without control characters, and a token without spaces too.',
    };
  return { value };
}

function oneOf(value: unknown, choices: readonly string[]): Read {
  if (typeof value === 'string' && choices.includes(value)) return { value };
  const near = typeof value === 'string' ? didYouMean(value, choices) : '';
  return { message: 'it is not one of the possible values', cure: `${near} Write one of: ${choices.join(', ')}.`.trim() };
}

function endpoint(value: unknown): Read {
  if (typeof value !== 'string' || !URL.canParse(value))
    return { message: 'it is not an address', cure: 'Write an address that begins with https://.' };
  const { protocol, hostname, username, password } = new URL(value);
  if (username !== '' || password !== '') return { message: 'it holds a user name or password', cure: 'Write the token to auditToken.' };
  const loopback = hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
  if (protocol === 'https:' || (protocol === 'http:' && loopback)) return { value };
  return {
    message: 'it is not https',
    cure: 'Write an address that begins with https:// (http:// only for localhost, 127.0.0.1 and [::1]).',
  };
}
