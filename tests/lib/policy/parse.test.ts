import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type KnownNames, parsePolicy } from '../../../lib/policy/parse.ts';
import { BOUNDS } from '../../../lib/policy/schema.ts';

const KNOWN: KnownNames = {
  entities: new Set(['CREDIT_CARD', 'EMAIL']),
  categories: new Set(['secrets']),
  sites: new Set(['chatgpt', 'claude']),
};
const RULE = { id: 'mail', detect: [{ entity: 'EMAIL' }], action: 'warn' };
const POLICY = { schema: 1, name: 'acme', rules: [RULE] };

function parse(policy: unknown) {
  return parsePolicy(typeof policy === 'string' ? policy : JSON.stringify(policy), KNOWN);
}

/** Path, message and cure of the only problem. */
function only(policy: unknown) {
  const { ok, problems } = parse(policy);
  expect(problems).toHaveLength(1);
  return { ok, ...problems[0] };
}

describe('parsePolicy', () => {
  it('completes a short policy with closed defaults', () => {
    expect(parse(POLICY)).toEqual({
      ok: true,
      problems: [],
      policy: {
        schema: 1,
        name: 'acme',
        revision: 0,
        defaults: { action: 'allow', unreadable: 'block', onDeadline: 'block' },
        report: { usage: false, falseAlarms: true },
        consent: 'notice',
        help: { url: '', text: '' },
        sites: { links: 'judge', closed: {}, accounts: {}, drafts: 'judge', unknown: 'report', packs: [] },
        lists: {},
        rules: [
          {
            id: 'mail',
            title: '',
            enabled: true,
            when: {},
            detect: [{ entity: 'EMAIL', minCount: 1, minConfidence: 0.5 }],
            match: 'any',
            unless: [],
            action: 'warn',
            override: 'none',
            minReason: 10,
            message: '',
          },
        ],
        tests: [],
      },
    });
  });

  it('names line and column of what is not JSON', () => {
    expect(only('{\n  "schema": 1,\n}')).toEqual({
      ok: false,
      path: '',
      message: 'Not JSON at line 2, column 14: A comma stands before a closing bracket',
      cure: 'Delete the comma.',
    });
  });

  it.each(['null', '[]', '4', '"policy"', 'true'])('refuses %s', (text) => {
    expect(only(text)).toMatchObject({ ok: false, message: 'The policy is not an object' });
  });

  it('refuses a later format, and says what to do', () => {
    expect(only({ ...POLICY, schema: 2, somethingNew: {} })).toEqual({
      ok: false,
      path: 'schema',
      message: 'The policy is written in format 2; this Tacit reads format 1',
      cure: 'Update Tacit, or write the policy in format 1.',
    });
  });

  it('refuses a text beyond the bound without reading it', () => {
    expect(only(' '.repeat(BOUNDS.text + 1))).toMatchObject({ ok: false, message: 'The policy is longer than 16777216 characters' });
  });

  // Every key of the top level, of the wrong type. The last column is a part of the cure.
  it.each([
    ['schema', '1', 'Write 1.'],
    ['schema', undefined, 'Write 1.'],
    ['name', 7, 'Write a text in double quotes.'],
    ['name', '', 'Write something.'],
    ['name', undefined, 'Write a text in double quotes.'],
    ['revision', '4', 'Write a number, without quotes.'],
    ['revision', 1.5, 'Write a whole number, without quotes.'],
    ['revision', -1, 'At least 0.'],
    ['defaults', 'block', 'Write an object in braces: { … }.'],
    ['defaults', null, 'Write an object in braces: { … }.'],
    ['defaults.action', 'block', 'Write "allow" or "monitor".'],
    ['defaults.unreadable', 'blok', 'Did you mean "block"?'],
    ['defaults.onDeadline', true, 'Write "block" or "release".'],
    ['report', [], 'Write an object in braces: { … }.'],
    ['report.usage', 'true', 'Write true or false, without quotes.'],
    ['report.falseAlarms', 1, 'Write true or false, without quotes.'],
    ['consent', 'require', 'Did you mean "required"?'],
    ['help', 'https://help.example', 'Write an object in braces: { … }.'],
    ['help.url', 'javascript:alert(1)', 'Write an address that begins with https:// or http://.'],
    ['help.text', 4, 'Write one text, or an object with one text per language'],
    ['lists', [], 'Write an object in braces: { … }.'],
    ['rules', {}, 'Write a list in square brackets: [ … ].'],
    ['rules', undefined, 'Write a list in square brackets: [ … ].'],
    ['rules', Array.from({ length: 1_001 }, () => RULE), 'At most 1000 items.'],
    ['tests', 'none', 'Write a list in square brackets: [ … ].'],
    ['tests', Array.from({ length: 1_001 }, () => ({ text: '', expect: 'allow' })), 'At most 1000 items.'],
  ])('refuses a policy whose %s is wrong', (path, value, cure) => {
    const [key = '', inner] = path.split('.');
    const problem = only({ ...POLICY, [key]: inner === undefined ? value : { [inner]: value } });
    expect(problem).toMatchObject({ ok: false, path });
    expect(problem.cure).toContain(cure);
  });

  // Every key of a rule, of the wrong type.
  it.each([
    ['id', { id: 'Two Words' }, 'Use small letters'],
    ['id', { id: 4 }, 'Write a text in double quotes.'],
    ['id', { id: 'mail' }, 'Give it another id.'],
    ['title', { title: ['x'] }, 'Write a text in double quotes.'],
    ['title', { title: 'x'.repeat(201) }, 'At most 200 characters.'],
    ['enabled', { enabled: 'no' }, 'Write true or false, without quotes.'],
    ['when', { when: 'chatgpt' }, 'Write an object in braces'],
    ['when.sites', { when: { sites: 'chatgpt' } }, 'Write a list in square brackets'],
    ['when.sites', { when: { sites: [] } }, 'Write at least one item'],
    ['when.channels[0]', { when: { channels: ['fetsh'] } }, 'Did you mean "fetch"?'],
    ['when.users[1]', { when: { users: ['a', 1] } }, 'Write a text in double quotes.'],
    ['when.groups', { when: { groups: {} } }, 'Write a list in square brackets'],
    ['when.unless', { when: { unless: [] } }, 'Write an object in braces'],
    ['detect', { detect: { entity: 'EMAIL' } }, 'Write a list in square brackets'],
    ['detect', { detect: [] }, 'Write at least one item'],
    ['detect[0]', { detect: [{}] }, 'Name exactly one of'],
    ['detect[0]', { detect: [{ entity: 'EMAIL', category: 'secrets' }] }, 'Name exactly one of'],
    ['detect[0].entity', { detect: [{ entity: 'CREDITCARD' }] }, 'Did you mean "CREDIT_CARD"?'],
    ['detect[0].entity', { detect: [{ entity: 'SOMETHING_ELSE' }] }, 'See the list of detectors.'],
    ['detect[0].category', { detect: [{ category: 'secret' }] }, 'Did you mean "secrets"?'],
    ['detect[0].list', { detect: [{ list: 'projects' }] }, 'Add it to `lists`.'],
    ['detect[0].minCount', { detect: [{ entity: 'EMAIL', minCount: '3' }] }, 'Write a number, without quotes.'],
    ['detect[0].minCount', { detect: [{ entity: 'EMAIL', minCount: 0 }] }, 'At least 1.'],
    ['detect[0].minConfidence', { detect: [{ entity: 'EMAIL', minConfidence: 50 }] }, 'At most 1.'],
    ['match', { match: 'either' }, 'Write "any" or "all".'],
    ['unless[0].entity', { unless: [{ entity: 'EMIAL' }] }, 'Did you mean "EMAIL"?'],
    ['action', { action: 'blok' }, 'Did you mean "block"?'],
    ['action', { action: undefined }, 'Write "allow" or'],
    ['override', { override: true }, 'Write "none" or "reason".'],
    ['minReason', { minReason: 0 }, 'At least 1.'],
    ['message', { message: { en: 4 } }, 'Write one text, or an object'],
  ])('sets aside a rule whose %s is wrong, and keeps the others', (key, change, cure) => {
    const reading = parse({ ...POLICY, rules: [RULE, { ...RULE, id: 'other', ...change }] });
    expect(reading.problems).toHaveLength(1);
    expect(reading.problems[0]).toMatchObject({ path: `rules[1].${key}`, message: expect.stringMatching(/^The rule is set aside: /) });
    expect(reading.problems[0]?.cure).toContain(cure);
    expect(reading.ok && reading.policy.rules.map((rule) => rule.id)).toEqual(['mail']);
  });

  it.each([null, 4, 'rule', [[]]])('sets aside %j in place of a rule', (rule) => {
    const reading = parse({ ...POLICY, rules: [rule, RULE] });
    expect(reading).toMatchObject({ ok: true, policy: { rules: [{ id: 'mail' }] }, problems: [{ path: 'rules[0]' }] });
  });

  it('refuses the whole when no rule is left', () => {
    const reading = parse({ ...POLICY, rules: [{ ...RULE, action: 'blok' }] });
    expect(reading.ok).toBe(false);
    expect(reading.problems.map((problem) => problem.path)).toEqual(['rules', 'rules[0].action']);
  });

  it('accepts a policy without rules when that is what was written', () => {
    expect(parse({ ...POLICY, rules: [] })).toMatchObject({ ok: true, problems: [] });
  });

  it.each([
    ['ruls', { ...POLICY, ruls: [] }, 'Did you mean "rules"?'],
    ['rules[0].overide', { ...POLICY, rules: [{ ...RULE, overide: 'reason' }] }, 'Did you mean "override"?'],
    ['rules[0].when.site', { ...POLICY, rules: [{ ...RULE, when: { site: ['chatgpt'] } }] }, 'Did you mean "sites"?'],
    ['rules[0].schedule', { ...POLICY, rules: [{ ...RULE, schedule: 'office hours' }] }, 'Delete it, or update Tacit if it is new.'],
    ['__proto__', `{"__proto__": {"rules": []}, ${JSON.stringify(POLICY).slice(1)}`, 'Delete it'],
  ])('reports and ignores the unknown key %s', (path, policy, cure) => {
    const problem = only(policy);
    expect(problem).toMatchObject({ ok: true, path });
    expect(problem.cure).toContain(cure);
  });

  it('reports a site that it does not know, and keeps the rule', () => {
    const problem = only({ ...POLICY, rules: [{ ...RULE, when: { sites: ['chatgtp', 'claude'] } }] });
    expect(problem).toMatchObject({ ok: true, path: 'rules[0].when.sites[0]', cure: 'Did you mean "chatgpt"?' });
  });

  it('sets aside a bad list, and the rules that need it', () => {
    const reading = parse({
      ...POLICY,
      lists: { projects: { words: 'Bluebird' }, 'Two Words': {} },
      rules: [RULE, { ...RULE, id: 'own', detect: [{ list: 'projects' }] }],
    });
    expect(reading.problems.map((problem) => problem.path)).toEqual(['lists.projects.words', 'lists.Two Words', 'rules[1].detect[0].list']);
    expect(reading.ok && reading.policy.rules.map((rule) => rule.id)).toEqual(['mail']);
  });

  it.each([
    ['words', Array.from({ length: 10_001 }, (_, n) => `w${n}`)],
    ['patterns', Array.from({ length: 201 }, (_, n) => `p${n}`)],
    ['words[0]', ['x'.repeat(201)]],
    ['patterns[0]', ['x'.repeat(1_001)]],
  ])('bounds %s of a list', (path, value) => {
    const problem = only({ ...POLICY, lists: { long: { [path.replace('[0]', '')]: value } } });
    expect(problem).toMatchObject({
      ok: true,
      path: `lists.long.${path}`,
      cure: expect.stringMatching(/^At most \d+ (items|characters)\.$/),
    });
  });

  it('bounds the number of lists', () => {
    const lists = Object.fromEntries(Array.from({ length: 101 }, (_, n) => [`list${n}`, {}]));
    expect(only({ ...POLICY, lists })).toMatchObject({ ok: true, path: 'lists.list100' });
  });

  it('knows the category of all lists', () => {
    expect(parse({ ...POLICY, rules: [{ ...RULE, detect: [{ category: 'organisation' }] }] })).toMatchObject({ ok: true, problems: [] });
  });

  it('knows the entity of a list', () => {
    expect(parse({ ...POLICY, lists: { projects: {} }, rules: [{ ...RULE, detect: [{ entity: 'ORG:projects' }] }] })).toMatchObject({
      ok: true,
      problems: [],
    });
  });

  it('reports no more problems than people can read', () => {
    const detect = Array.from({ length: 200 }, (_, n) => ({ entity: `NOTHING_${n}` }));
    const rules = Array.from({ length: 1_000 }, (_, n) => ({ ...RULE, id: `r${n}`, detect }));
    const { problems } = parse({ ...POLICY, rules: [RULE, ...rules.slice(1)] });
    expect(problems).toHaveLength(BOUNDS.problems + 1);
    expect(problems.at(-1)?.message).toBe(`There are ${999 * 3 - 200} problems more`);
  });

  it('sets aside a bad test', () => {
    expect(only({ ...POLICY, tests: [{ text: 'hello', expect: 'allowed' }] })).toMatchObject({ ok: true, path: 'tests[0].expect' });
  });

  it('never throws, and says something about whatever it refuses', () => {
    const part = fc.jsonValue();
    const policy = fc.record(
      { schema: fc.constant(1), name: part, revision: part, defaults: part, lists: part, help: part, rules: fc.array(part), tests: part },
      { requiredKeys: ['schema'] },
    );
    fc.assert(
      fc.property(policy, (value) => {
        const reading = parse(value);
        if (!reading.ok) expect(reading.problems).not.toHaveLength(0);
        for (const problem of reading.problems) expect(problem.cure).not.toBe('');
      }),
    );
  });
});
