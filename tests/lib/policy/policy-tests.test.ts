import { describe, expect, it } from 'vitest';
import { failedTests, type Trial } from '../../../lib/policy/policy-tests.ts';
import { policySchema } from '../../../lib/policy/schema.ts';

const trial: Trial = {
  scanFor: (policy) => (text) =>
    Object.entries(policy.lists).flatMap(([list, { words }]) =>
      words
        .filter((word) => text.includes(word))
        .map((word) => ({ entity: `ORG:${list}`, span: { start: text.indexOf(word), end: text.length }, confidence: 1, detector: list })),
    ),
  ambient: () => false,
  categoriesOf: () => [],
};

describe('failedTests', () => {
  it('names the test that failed, what was found and which rules spoke, and never the text', () => {
    const policy = policySchema.parse({
      schema: 1,
      name: 'acme',
      lists: { projects: { words: ['Bluebird'] } },
      rules: [{ id: 'own', when: { sites: ['claude'], groups: ['Sales'] }, detect: [{ list: 'projects' }], action: 'justify' }],
      tests: [
        { text: 'Bluebird', expect: 'allow' },
        { text: 'Bluebird', site: 'claude', groups: ['Sales'], expect: 'justify' },
        { text: 'Bluebird', site: 'claude', groups: ['Sales'], expect: 'block' },
        { text: 'nothing here', expect: 'monitor' },
      ],
    });
    const problems = failedTests(policy, trial);
    expect(problems.map(({ path, message }) => [path, message])).toEqual([
      ['tests[2]', 'The policy fails its own test: expected block, got justify (found: ORG:projects; rules: own)'],
      ['tests[3]', 'The policy fails its own test: expected monitor, got allow (found: nothing; rules: none)'],
    ]);
    expect(JSON.stringify(problems)).not.toContain('Bluebird');
  });
});
