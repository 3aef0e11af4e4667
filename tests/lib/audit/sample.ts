import fc from 'fast-check';
import { type AuditEvent, EVENT_KINDS } from '../../../lib/audit/event.ts';
import { uuidV7 } from '../../../lib/audit/uuid.ts';
import { ACTIONS } from '../../../lib/policy/action.ts';

/** A small seeded generator (mulberry32), 0..1. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const START = Date.UTC(2026, 10, 2, 9);

/** The `n`th event of a series, one each second. */
export function sample(n: number, more: Partial<AuditEvent> = {}): AuditEvent {
  const random = seeded(n);
  const at = START + n * 1000;
  return {
    id: uuidV7(
      at,
      Uint8Array.from({ length: 10 }, () => Math.floor(random() * 256)),
    ),
    at,
    kind: 'verdict',
    device: 'device-1',
    user: 'user-1',
    extension: '0.1.0',
    browser: 'Chromium 150',
    policy: { name: 'Balanced', revision: 3 },
    site: 'chatgpt',
    host: 'chatgpt.com',
    channel: 'fetch',
    direction: 'prompt',
    action: 'block',
    outcome: 'refused',
    rules: ['secrets'],
    findings: [{ entity: 'AWS_ACCESS_KEY', count: 1, confidence: 0.9 }],
    size: 120,
    took: 1.5,
    ...more,
  };
}

export const samples = (count: number, from = 0): AuditEvent[] => Array.from({ length: count }, (_, n) => sample(from + n));

const text = fc.string({ unit: 'grapheme', maxLength: 40 }).map((value) => value.replaceAll('\0', ''));
const integer = fc.integer({ min: 0, max: 2 ** 40 });
const share = fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0);

/** Any event that the extension can build. */
export const anyEvent: fc.Arbitrary<AuditEvent> = fc.record(
  {
    id: fc.uuid({ version: 7 }),
    at: fc.integer({ min: 1, max: 8.64e15 }),
    kind: fc.constantFrom(...EVENT_KINDS),
    device: text,
    user: text,
    extension: text,
    browser: text,
    policy: fc.record({ name: text, revision: integer }, { noNullPrototype: true }),
    site: text,
    host: text,
    channel: text,
    direction: fc.constantFrom('prompt', 'answer'),
    model: text,
    conversation: text,
    action: fc.constantFrom(...ACTIONS),
    outcome: fc.constantFrom('released', 'rewritten', 'refused', 'held'),
    choice: fc.constantFrom('edit', 'redacted', 'send', 'reason'),
    reason: text,
    rules: fc.array(text, { maxLength: 5 }),
    findings: fc.array(fc.record({ entity: text, count: integer, confidence: share }, { noNullPrototype: true }), { maxLength: 5 }),
    size: integer,
    took: fc.double({ min: 0, max: 1e6, noNaN: true }).map((value) => value + 0),
    about: text,
    detail: text,
  },
  { requiredKeys: ['id', 'at', 'kind', 'device', 'user', 'extension', 'browser', 'policy'], noNullPrototype: true },
);
