import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UNPACKED_ID } from '../../lib/browser/identity.ts';
import { runHere } from './terminal.ts';

const READY = join(import.meta.dirname, '../../lib/policy/ready');
const RULE = { id: 'mail', detect: [{ entity: 'EMAIL' }], action: 'warn' };

/** Runs the command with one file, `policy.json`. */
async function tacit(parameters: readonly string[], policy: unknown = { schema: 1, name: 'acme', rules: [RULE] }) {
  const text = typeof policy === 'string' ? policy : JSON.stringify(policy);
  const { code, out, err } = await runHere(parameters, {
    read: (file) => (file === 'policy.json' ? { ok: true, text } : { ok: false, why: 'no such file' }),
  });
  return { code, out: out.trimEnd(), err: err.trimEnd() };
}

async function check(policy: unknown) {
  const { code, out } = await tacit(['policy', 'check', 'policy.json', '--json'], policy);
  return { code, ...JSON.parse(out) };
}

describe('tacit policy check', () => {
  it('says that all is well', async () => {
    expect(await tacit(['policy', 'check', 'policy.json'])).toEqual({
      code: 0,
      out: 'policy.json: policy "acme", revision 0: 1 rules work, 0 tests passed, 0 problems',
      err: '',
    });
  });

  it.each(['observe', 'balanced', 'strict'])('finds nothing wrong with the ready policy %s, whose tests pass', async (name) => {
    const policy = readFileSync(join(READY, `${name}.json`), 'utf8');
    expect(await check(policy)).toMatchObject({ code: 0, accepted: true, name, problems: [] });
    expect(JSON.parse(policy).tests.length).toBeGreaterThanOrEqual(3);
  });

  it('names each problem with its cure', async () => {
    const { code, out } = await tacit(['policy', 'check', 'policy.json'], {
      schema: 1,
      name: 'acme',
      rules: [RULE, { ...RULE, id: 'card', detect: [{ entity: 'CREDITCARD' }] }],
    });
    expect(code).toBe(1);
    expect(out).toContain(
      'rules[1].detect[0].entity: The rule is set aside: There is no entity "CREDITCARD"\n    Did you mean "CREDIT_CARD"?',
    );
  });

  it('refuses what is not JSON', async () => {
    expect(await tacit(['policy', 'check', 'policy.json'], '{"schema": 1,}')).toMatchObject({
      code: 1,
      out: expect.stringContaining('policy.json: refused, 1 problems\n  policy: Not JSON at line 1, column 13'),
    });
  });

  it('runs the examples of site packs, and sets aside what fails', async () => {
    const pack = {
      id: 'acme-chat',
      asOf: '2026-11-20',
      name: 'Acme Chat',
      hosts: ['chat.acme.example'],
      composer: { fields: [], send: [] },
      endpoints: [{ kind: 'prompt', channel: 'http', paths: ['/ask'], text: ['/text'] }],
      examples: [{ url: 'https://chat.acme.example/ask', body: { text: 'hello' }, kind: 'prompt', prompts: ['hello'] }],
    };
    const other = { ...pack, id: 'other', examples: [{ ...pack.examples[0], prompts: ['hallo'] }] };
    const result = await check({ schema: 1, name: 'acme', sites: { packs: [pack, other] }, rules: [RULE] });
    expect(result).toMatchObject({ accepted: true, sitePacks: 1, problems: [{ path: 'sites.packs[1].examples[0]' }] });
  });

  it('refuses a policy that fails its own tests, with the real engine', async () => {
    const tests = [
      { text: 'Write to ana@example.com.', expect: 'warn' },
      { text: 'Write to ana@example.com.', expect: 'block' },
    ];
    const report = await check({ schema: 1, name: 'acme', rules: [RULE], tests });
    expect(report).toMatchObject({ code: 1, accepted: false, name: 'acme', problems: [{ path: 'tests[1]' }] });
    expect(report.problems[0].message).toContain('expected block, got warn (found: EMAIL; rules: mail)');
  });

  const own = (pattern: string) => ({
    schema: 1,
    name: 'acme',
    lists: { own: { patterns: [pattern, 'AC-\\d{4}'] } },
    rules: [RULE, { id: 'own', detect: [{ list: 'own' }], action: 'block' }],
    tests: [
      { text: `${'a'.repeat(5_000)}!`, expect: 'allow' },
      { text: 'See AC-1234.', expect: 'block' },
    ],
  });

  it.each(['^(a+)+$', '^(a|aa)+$', '^(\\w+\\s?)*$'])('runs the hostile pattern %s in linear time', async (pattern) => {
    expect(await check(own(pattern))).toMatchObject({ accepted: true, tests: 2 });
  });

  it.each(['(a)\\1', '(?<=a)b', '('])('reports the pattern %s, which cannot be run, and keeps the others', async (pattern) => {
    expect(await check(own(pattern))).toMatchObject({ code: 1, accepted: true, tests: 2, problems: [{ path: 'lists.own.patterns[0]' }] });
  });

  it.each([
    [['policy', 'check']],
    [['policy', 'check', 'policy.json', 'other.json']],
    [['policy', 'check', 'missing.json']],
    [['policy', 'chek', 'policy.json']],
    [['policy', 'check', 'policy.json', '--jsn']],
    [[]],
  ])('ends with 2 on wrong use: %j', async (parameters) => {
    const { code, out, err } = await tacit(parameters);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).not.toBe('');
  });

  it('helps', async () => {
    expect(await tacit(['--help'])).toMatchObject({ code: 0, out: expect.stringContaining('tacit policy check FILE') });
  });
});

describe('tacit policy template', () => {
  const chrome = ['policy', 'template', '--browser', 'chrome', '--id', UNPACKED_ID];

  it('writes the file for a system, with further keys', async () => {
    const { code, out, err } = await tacit([
      ...chrome,
      '--os',
      'linux',
      '--set',
      'userId=a=b',
      '--set',
      'minPolicyVersion=3',
      'policy.json',
    ]);
    expect({ code, err }).toEqual({ code: 0, err: 'Goes to: /etc/opt/chrome/policies/managed/tacit.json' });
    expect(JSON.parse(out)).toEqual({
      ExtensionInstallForcelist: [`${UNPACKED_ID};https://clients2.google.com/service/update2/crx`],
      '3rdparty': {
        extensions: {
          [UNPACKED_ID]: { policyJson: JSON.stringify({ schema: 1, name: 'acme', rules: [RULE] }), userId: 'a=b', minPolicyVersion: 3 },
        },
      },
    });
  });

  it('installs from elsewhere, or not at all', async () => {
    expect((await tacit([...chrome, '--os', 'windows', '--install', 'https://apps.example/tacit.xml', 'policy.json'])).out).toContain(
      `"9001"="${UNPACKED_ID};https://apps.example/tacit.xml"`,
    );
    expect((await tacit([...chrome, '--os', 'windows', '--install', '', 'policy.json'])).out).not.toContain('ExtensionInstallForcelist');
  });

  it('refuses a policy that a browser would refuse', async () => {
    expect(await tacit([...chrome, '--os', 'linux', 'policy.json'], '{')).toMatchObject({ code: 1, out: '' });
  });

  it.each([
    [[...chrome, 'policy.json'], '--os'],
    [[...chrome, '--os', 'beos', 'policy.json'], '--browser firefox --os macos'],
    [[...chrome, '--os', 'linux', '--id', 'tacit', 'policy.json'], 'chrome://extensions'],
    [[...chrome, '--os', 'linux', '--set', 'auditEndpoint=http://audit.example', 'policy.json'], 'https://'],
    [[...chrome, '--os', 'linux', '--set', 'usrId=ana', 'policy.json'], 'Did you mean "userId"?'],
  ])('ends with 2 and says why: %j', async (parameters, why) => {
    const { code, out, err } = await tacit(parameters);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(why);
  });
});
