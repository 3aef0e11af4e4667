import balanced from './ready/balanced.json' with { type: 'json' };
import { type Policy, policySchema } from './schema.ts';

/** The policy that holds where there is no other: the balanced one, with nothing reported to anybody. */
export function builtInPolicy(): Policy {
  return policySchema.parse({ ...balanced, name: 'built-in', report: { usage: false, falseAlarms: false }, consent: 'none', tests: [] });
}
