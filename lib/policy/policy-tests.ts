import type { Finding } from '../scan/finding.ts';
import { decide } from './decide.ts';
import type { PolicyProblem } from './problem.ts';
import type { Policy } from './schema.ts';

/** The engine and what is known of entities, as far as judging a text needs them. */
export interface Trial {
  /** Scans a text with all detectors and with the policy's own lists. */
  readonly scanFor: (policy: Policy) => (text: string) => readonly Finding[];
  readonly ambient: (entity: string) => boolean;
  readonly categoriesOf: (entity: string) => readonly string[];
}

/** Runs the policy's own tests, each text as the prompt of one draft. Returns one problem for each test that failed; it names the test, not its text. */
export function failedTests(policy: Policy, trial: Trial): PolicyProblem[] {
  if (policy.tests.length === 0) return [];
  const scan = trial.scanFor(policy);
  return policy.tests.flatMap((test, at) => {
    const context = { siteId: test.site, channel: test.channel, account: test.account, user: test.user, groups: test.groups, locale: 'en' };
    const verdict = decide(policy, context, [{ role: 'prompt', findings: scan(test.text) }], trial.ambient, trial.categoriesOf);
    if (verdict.action === test.expect) return [];
    const found = [...new Set(verdict.findings.map((finding) => finding.entity))].join(', ') || 'nothing';
    const rules = verdict.rules.map((rule) => rule.id).join(', ') || 'none';
    return {
      path: `tests[${at}]`,
      message: `The policy fails its own test: expected ${test.expect}, got ${verdict.action} (found: ${found}; rules: ${rules})`,
      cure: 'Mend the rules, or the test.',
    };
  });
}
