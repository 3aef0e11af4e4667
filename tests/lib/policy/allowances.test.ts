import { describe, expect, it } from 'vitest';
import { allowances } from '../../../lib/policy/allowances.ts';
import { decide } from '../../../lib/policy/decide.ts';
import { policySchema } from '../../../lib/policy/schema.ts';

const NONE = { redacted: false, send: false, reason: false, minReason: 0, falseAlarm: true };

function allowed(rules: readonly object[], more: object = {}) {
  const policy = policySchema.parse({
    schema: 1,
    name: 'test',
    rules: rules.map((rule, n) => ({ id: `r${n}`, detect: [{ entity: 'KEY' }], ...rule })),
    ...more,
  });
  const findings = [{ entity: 'KEY', span: { start: 0, end: 3 }, confidence: 1, detector: 'key' }];
  const context = { siteId: 'claude', channel: 'fetch', account: 'unknown', user: '', groups: [], locale: 'en' } as const;
  const verdict = decide(
    policy,
    context,
    [{ role: 'prompt', findings }],
    () => false,
    () => [],
  );
  return allowances(policy, verdict);
}

describe('allowances', () => {
  it.each([
    [[{ action: 'warn' }], { redacted: true, send: true }],
    [[{ action: 'justify' }], { redacted: true, send: true, reason: true, minReason: 10 }],
    [[{ action: 'redact' }], { redacted: true }],
    [[{ action: 'redact', override: 'reason', minReason: 30 }], { redacted: true, send: true, reason: true, minReason: 30 }],
    [[{ action: 'block' }], {}],
    [[{ action: 'block', override: 'reason' }], { send: true, reason: true, minReason: 10 }],
    [[{ action: 'warn' }, { action: 'justify', minReason: 5 }], { redacted: true, send: true, reason: true, minReason: 5 }],
    [
      [
        { action: 'justify', minReason: 25 },
        { action: 'redact', override: 'reason' },
      ],
      { redacted: true, send: true, reason: true, minReason: 25 },
    ],
    [[{ action: 'redact' }, { action: 'block', override: 'reason' }], { minReason: 10 }],
    [[{ action: 'warn', override: 'reason' }], { redacted: true, send: true }],
  ])('%j', (rules, expected) => {
    expect(allowed(rules)).toEqual({ ...NONE, ...expected });
  });

  it('offers to report a false alarm only where the policy does', () => {
    expect(allowed([{ action: 'warn' }], { report: { falseAlarms: false } }).falseAlarm).toBe(false);
  });
});
