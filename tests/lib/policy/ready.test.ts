import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createTrial } from '../../../cli/engine.ts';
import { KNOWN_NAMES } from '../../../lib/check/posture-source.ts';
import type { Action } from '../../../lib/policy/action.ts';
import { builtInPolicy } from '../../../lib/policy/built-in.ts';
import { decide } from '../../../lib/policy/decide.ts';
import { failedTests } from '../../../lib/policy/policy-tests.ts';
import balanced from '../../../lib/policy/ready/balanced.json' with { type: 'json' };
import ccpa from '../../../lib/policy/ready/ccpa.json' with { type: 'json' };
import gdpr from '../../../lib/policy/ready/gdpr.json' with { type: 'json' };
import hipaa from '../../../lib/policy/ready/hipaa.json' with { type: 'json' };
import lgpd from '../../../lib/policy/ready/lgpd.json' with { type: 'json' };
import observe from '../../../lib/policy/ready/observe.json' with { type: 'json' };
import pciDss from '../../../lib/policy/ready/pci-dss.json' with { type: 'json' };
import strict from '../../../lib/policy/ready/strict.json' with { type: 'json' };
import { type Policy, policySchema } from '../../../lib/policy/schema.ts';
import { BUILT_IN_SITES } from '../../../lib/sites/sites.ts';
import { expand } from '../../corpus/generate.ts';

const trial = await createTrial();

function action(policy: Policy, text: string): Action {
  const context = { siteId: 'chatgpt', channel: 'fetch', account: 'unknown', user: '', groups: [], locale: 'en' } as const;
  const findings = trial.scanFor(policy)(text);
  return decide(policy, context, [{ role: 'prompt', findings }], trial.ambient, trial.categoriesOf).action;
}

const POLICIES = {
  observe: policySchema.parse(observe),
  balanced: policySchema.parse(balanced),
  strict: policySchema.parse(strict),
  builtIn: builtInPolicy(),
};

const PACKS = [gdpr, hipaa, pciDss, ccpa, lgpd].map((pack) => policySchema.parse(pack));

describe.each(PACKS.map((pack) => [pack.name, pack] as const))('pack %s', (_, pack) => {
  it('passes its own tests, of which one wants more than a look', () => {
    expect(failedTests(pack, trial)).toEqual([]);
    expect(pack.tests.some(({ expect: wanted }) => wanted === 'block' || wanted === 'redact')).toBe(true);
  });

  it('names only what exists', () => {
    for (const term of pack.rules.flatMap(({ detect }) => detect)) {
      if (term.entity !== undefined) expect([...KNOWN_NAMES.entities]).toContain(term.entity);
      if (term.category !== undefined) expect([...KNOWN_NAMES.categories]).toContain(term.category);
    }
  });
});

describe('the policies that docs/policy.md shows', () => {
  const shown = [...readFileSync('docs/policy.md', 'utf8').matchAll(/^```json\n(.*?)^```/gms)].map(([, text = '']) => JSON.parse(text));

  it('hold, and pass their own tests', () => {
    expect(shown).toHaveLength(2);
    for (const policy of shown.map((one) => policySchema.parse(one))) {
      expect(policy.tests.length).toBeGreaterThan(0);
      expect(failedTests(policy, trial)).toEqual([]);
    }
  });

  it('name accounts only of apps that show them', () => {
    const ids = shown.flatMap(({ sites }) => Object.keys(sites?.accounts ?? {}));
    expect(ids.length).toBeGreaterThan(0);
    for (const id of ids) expect(BUILT_IN_SITES.sites.find((site) => site.id === id)?.account, id).toBeDefined();
  });
});

describe('ready policies', () => {
  it('pass their own tests', () => {
    for (const policy of Object.values(POLICIES)) expect(failedTests(policy, trial)).toEqual([]);
  });

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
    for (const policy of [...Object.values(POLICIES), ...PACKS]) {
      for (const { action, message, id } of policy.rules) {
        if (action !== 'monitor') expect(Object.keys(message), `${policy.name} ${id}`).toEqual(['en', 'de']);
      }
    }
  });
});
