import { describe, expect, it } from 'vitest';
import { createTrial } from '../../../cli/engine.ts';
import type { Action } from '../../../lib/policy/action.ts';
import { builtInPolicy } from '../../../lib/policy/built-in.ts';
import { decide } from '../../../lib/policy/decide.ts';
import balanced from '../../../lib/policy/ready/balanced.json' with { type: 'json' };
import observe from '../../../lib/policy/ready/observe.json' with { type: 'json' };
import strict from '../../../lib/policy/ready/strict.json' with { type: 'json' };
import { type Policy, policySchema } from '../../../lib/policy/schema.ts';
import { expand } from '../../corpus/generate.ts';

const trial = await createTrial();

function action(policy: Policy, text: string): Action {
  const context = { siteId: 'chatgpt', channel: 'fetch', user: '', groups: [], locale: 'en' };
  const findings = trial.scanFor(policy)(text);
  return decide(policy, context, [{ role: 'prompt', findings }], trial.ambient, trial.categoriesOf).action;
}

const POLICIES = {
  observe: policySchema.parse(observe),
  balanced: policySchema.parse(balanced),
  strict: policySchema.parse(strict),
  builtIn: builtInPolicy(),
};

describe('ready policies', () => {
  it.each<[text: string, observe: Action, balanced: Action, strict: Action]>([
    ['Why is the sky blue?', 'allow', 'allow', 'allow'],
    ['Write to ana@example.com.', 'monitor', 'monitor', 'redact'],
    ['Invite ana@example.com, bo@example.com and cy@example.com.', 'monitor', 'warn', 'redact'],
    ['Transfer it to DE89 3704 0044 0532 0130 00.', 'monitor', 'justify', 'block'],
    ['When does project bluebird end?', 'allow', 'justify', 'block'],
    ['Charge 4111 1111 1111 1111.', 'monitor', 'redact', 'block'],
    ['api_key = "{{base62:32}}"', 'monitor', 'redact', 'block'],
    ['DATABASE_URL=postgres://app:{{base62:16}}@db.internal:5432/orders', 'monitor', 'block', 'block'],
  ])('%s', (template, ...expected) => {
    const text = expand(template, template);
    expect([action(POLICIES.observe, text), action(POLICIES.balanced, text), action(POLICIES.strict, text)]).toEqual(expected);
    expect(action(POLICIES.builtIn, text)).toBe(expected[1]);
  });

  it('speak English and German wherever they speak', () => {
    for (const policy of Object.values(POLICIES)) {
      for (const { action, message, id } of policy.rules) {
        if (action !== 'monitor') expect(Object.keys(message), `${policy.name} ${id}`).toEqual(['en', 'de']);
      }
    }
  });
});
