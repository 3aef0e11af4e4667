import type { Policy } from './schema.ts';
import type { Verdict } from './verdict.ts';

/** What a person may do with a held draft. */
export interface Allowances {
  /** Send with placeholders in place of the findings, if the draft can be rewritten. */
  readonly redacted: boolean;
  /** Send unchanged. */
  readonly send: boolean;
  /** Sending unchanged needs a reason of at least `minReason` characters. */
  readonly reason: boolean;
  readonly minReason: number;
  readonly falseAlarm: boolean;
}

/**
 * What the policy allows after this verdict. Every rule that took part must agree: one `block` or `redact` without override
 * forbids sending unchanged, however lenient the others are; one that asks for a reason makes a reason necessary.
 */
export function allowances(policy: Policy, verdict: Verdict): Allowances {
  const ids = new Set(verdict.rules.map((hit) => hit.id));
  const rules = policy.rules.filter((rule) => ids.has(rule.id));
  const strict = rules.filter((rule) => rule.action === 'block' || rule.action === 'redact');
  const wantReason = rules.filter((rule) => rule.action === 'justify' || (strict.includes(rule) && rule.override === 'reason'));
  const send = strict.every((rule) => rule.override === 'reason');
  return {
    redacted: verdict.action !== 'block',
    send,
    reason: send && wantReason.length > 0,
    minReason: Math.max(0, ...wantReason.map((rule) => rule.minReason)),
    falseAlarm: policy.report.falseAlarms,
  };
}
