import { describe, expect, it } from 'vitest';
import { type Circumstances, chooseInForce, type InForce } from '../../../lib/policy/in-force.ts';

const known = {
  entities: new Set(['WORD', 'PRIVATE_KEY', 'AWS_ACCESS_KEY', 'AWS_SECRET_KEY', 'GOOGLE_API_KEY', 'EMAIL', 'PHONE']),
  categories: new Set(['secrets']),
  sites: new Set<string>(),
};
/** Finds the word `secret`. */
const trial = {
  scanFor: () => (text: string) =>
    [...text.matchAll(/secret/g)].map(({ index }) => ({
      entity: 'WORD',
      span: { start: index, end: index + 6 },
      confidence: 1,
      detector: 'word',
    })),
  ambient: () => false,
  categoriesOf: () => [],
};

function text(name: string, revision: number, more: object = {}): string {
  return JSON.stringify({ schema: 1, name, revision, rules: [{ id: 'word', detect: [{ entity: 'WORD' }], action: 'block' }], ...more });
}

function choose(circumstances: Partial<Circumstances>): InForce {
  return chooseInForce({ managed: {}, remembered: { everManaged: false }, own: null, known, trial, version: '2.0', ...circumstances });
}

const SEEN = { everManaged: true, lastGood: text('acme', 5), settings: { userId: 'ana', groups: ['Legal'] } };

describe('chooseInForce', () => {
  it('begins with the built-in policy, which reports nothing', () => {
    const inForce = choose({});
    expect(inForce).toMatchObject({ source: 'built-in', managed: false, problems: [], remember: { everManaged: false } });
    expect(inForce.policy).toMatchObject({ name: 'built-in', report: { usage: false, falseAlarms: false }, consent: 'none' });
    expect(inForce.policy.rules.length).toBeGreaterThan(3);
  });

  it.each([null, {}])('takes the own policy where nobody manages the browser (%j)', (managed) => {
    expect(choose({ managed, own: text('mine', 1) })).toMatchObject({
      source: 'own',
      managed: false,
      policy: { name: 'mine' },
      remember: { everManaged: false, testedIn: '2.0' },
    });
  });

  it('returns to the built-in policy when the own one is broken, and says why', () => {
    expect(choose({ own: '{' })).toMatchObject({ source: 'built-in', problems: [{ message: expect.stringContaining('line 1') }] });
  });

  it('takes the managed policy over the own one, and remembers it without the token', () => {
    const policyJson = text('acme', 1);
    const managed = { policyJson, auditToken: 'not-a-secret', auditEndpoint: 'https://audit.example/', userId: 'ana' };
    const inForce = choose({ managed, own: text('mine', 9) });
    expect(inForce).toMatchObject({ source: 'managed', managed: true, problems: [], policy: { name: 'acme' }, settings: managed });
    expect(inForce.remember).toEqual({
      everManaged: true,
      lastGood: policyJson,
      settings: { auditEndpoint: 'https://audit.example/', userId: 'ana' },
      testedIn: '2.0',
    });
  });

  it.each([null, {}])('keeps the last good policy and settings when managed storage says %j', (managed) => {
    const inForce = choose({ managed, remembered: SEEN, own: text('mine', 9) });
    expect(inForce).toMatchObject({ source: 'last-good', managed: true, problems: [], policy: { name: 'acme' }, settings: SEEN.settings });
    expect(inForce.remember).toEqual(SEEN);
  });

  it('stays managed with the built-in policy when nothing good was ever seen', () => {
    const inForce = choose({ remembered: { everManaged: true }, own: text('mine', 1) });
    expect(inForce).toMatchObject({ source: 'built-in', managed: true, remember: { everManaged: true } });
  });

  it('is managed by settings alone', () => {
    expect(choose({ managed: { userId: 'ana' }, own: text('mine', 1) })).toMatchObject({
      source: 'built-in',
      managed: true,
      settings: { userId: 'ana' },
      remember: { everManaged: true },
    });
  });

  it.each([
    ['not JSON', '{"schema": 1,', 'Not JSON'],
    ['a later format', text('acme', 6, { schema: 2 }), 'format 2'],
    ['a wrong type', text('acme', 6, { rules: {} }), 'Must be a list'],
    ['failing its own test', text('acme', 6, { tests: [{ text: 'a secret', expect: 'warn' }] }), 'expected warn, got block'],
    ['a rollback', text('acme', 4), 'revision 4, but 5'],
    ['not a text', 4, 'not a text'],
  ])('keeps the last good policy when the managed one is broken: %s', (_, policyJson, message) => {
    const inForce = choose({ managed: { policyJson, userId: 'bo' }, remembered: SEEN });
    expect(inForce).toMatchObject({ source: 'last-good', policy: { name: 'acme', revision: 5 }, settings: { userId: 'bo' } });
    expect(inForce.problems.map((problem) => problem.message).join()).toContain(message);
    expect(inForce.remember).toEqual({ everManaged: true, lastGood: SEEN.lastGood, settings: { userId: 'bo' } });
  });

  it('tries a policy that passed its own tests anew only in another version, and another text always', () => {
    const failing = { tests: [{ text: 'a secret', expect: 'warn' }] };
    const policyJson = text('acme', 5, failing);
    const passed = { everManaged: true, lastGood: policyJson, testedIn: '2.0' };
    expect(choose({ managed: { policyJson }, remembered: passed })).toMatchObject({ source: 'managed', problems: [], remember: passed });
    expect(choose({ managed: { policyJson }, remembered: { ...passed, testedIn: '1.9' } })).toMatchObject({
      source: 'last-good',
      problems: [{ path: 'tests[0]' }],
      remember: { testedIn: '1.9' },
    });
    expect(choose({ managed: { policyJson: text('acme', 6, failing) }, remembered: passed })).toMatchObject({
      source: 'last-good',
      problems: [{ path: 'tests[0]' }],
    });
    const own = text('mine', 1, failing);
    expect(choose({ own, remembered: { everManaged: false, testedIn: '2.0' } })).toMatchObject({ source: 'own', problems: [] });
    expect(choose({ own, remembered: { everManaged: false, testedIn: '1.9' } })).toMatchObject({
      source: 'built-in',
      problems: [{ path: 'tests[0]' }],
      remember: { everManaged: false },
    });
  });

  it('falls back to the built-in policy when a broken one is the first', () => {
    expect(choose({ managed: { policyJson: '{' } })).toMatchObject({ source: 'built-in', managed: true, remember: { everManaged: true } });
  });

  it('accepts the same and a higher revision', () => {
    for (const revision of [5, 6]) {
      const policyJson = text('next', revision);
      expect(choose({ managed: { policyJson }, remembered: SEEN })).toMatchObject({
        source: 'managed',
        policy: { revision },
        remember: { lastGood: policyJson },
      });
    }
  });

  it('refuses a revision below minPolicyVersion, even the first', () => {
    const inForce = choose({ managed: { policyJson: text('acme', 2), minPolicyVersion: 3 } });
    expect(inForce).toMatchObject({ source: 'built-in', problems: [{ path: 'revision', cure: 'Set "revision" to 3 or more.' }] });
    expect(inForce.remember.lastGood).toBeUndefined();
  });

  it('runs the good rules of a policy with a bad one', () => {
    const rules = [
      { id: 'word', detect: [{ entity: 'WORD' }], action: 'block' },
      { id: 'bad', detect: [{ entity: 'WORT' }], action: 'block' },
    ];
    const inForce = choose({ managed: { policyJson: text('acme', 6, { rules }) }, remembered: SEEN });
    expect(inForce).toMatchObject({
      source: 'managed',
      policy: { rules: [{ id: 'word' }] },
      problems: [{ path: 'rules[1].detect[0].entity' }],
    });
  });

  it('keeps the remembered value of a managed key that is wrong', () => {
    const inForce = choose({ managed: { policyJson: text('acme', 6), groups: 7 }, remembered: SEEN });
    expect(inForce.settings.groups).toEqual(['Legal']);
    expect(inForce.problems).toMatchObject([{ path: 'groups' }]);
  });

  it('still refuses a rollback, and stays closed, when the last good policy can no longer be read', () => {
    const lastGood = text('acme', 8, { schema: 7 });
    const inForce = choose({ managed: { policyJson: text('acme', 6) }, remembered: { everManaged: true, lastGood } });
    expect(inForce).toMatchObject({ source: 'built-in', managed: true, remember: { lastGood } });
    expect(inForce.problems.map((problem) => problem.path)).toEqual(['revision', 'schema']);
  });
});
