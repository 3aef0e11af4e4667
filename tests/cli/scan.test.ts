import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { expand } from '../corpus/generate.ts';
import { runHere } from './terminal.ts';

const TOKEN = expand('{{github:ghp_}}', 'scan');
/** Names of the famous are found with confidence 0.3. */
const WEAK = 'Dear Albert Einstein, write to ana@example.com';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tacit-scan-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
}

/** Runs `tacit scan` on the folder of the test, whose path is then written `@`. */
async function scan(parameters: readonly string[], world: Parameters<typeof runHere>[1] = {}) {
  const outcome = await runHere(['scan', ...parameters], { folder, ...world });
  return { ...outcome, out: outcome.out.replaceAll(folder, '@'), err: outcome.err.replaceAll(folder, '@') };
}

function policy(rule: object, more: object = {}): string {
  return write('policy.json', JSON.stringify({ schema: 1, name: 'acme', revision: 7, rules: [{ id: 'mine', ...rule }], ...more }));
}

describe('tacit scan', () => {
  it('names place, entity, confidence and detector, never the text', async () => {
    const path = write('notes.txt', `one\r\n🔑 key: ${TOKEN}\n`);
    const { code, out, err } = await scan([path]);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toMatch(/^@\/notes\.txt:2:9 {2}GITHUB_TOKEN {2}\d\.\d\d {2}[a-z-]+\n1 finding in 1 of 1 file\n$/);
    expect(out).not.toContain(TOKEN.slice(4, 12));
  });

  it('walks folders in order, without .git, node_modules, links and what is no text', async () => {
    for (const name of ['b/two.txt', 'a.txt', '.env', '.git/config', 'b/node_modules/x.js']) write(name, TOKEN);
    write('picture.png', Buffer.concat([Buffer.from(`${TOKEN}\n`), Buffer.from([0, 1, 2])]));
    symlinkSync(join(folder, 'a.txt'), join(folder, 'link.txt'));
    const { code, out } = await scan([folder, join(folder, 'a.txt')]);
    expect(code).toBe(1);
    expect(out.match(/^@\/[^:]+/gm)).toEqual(['@/.env', '@/a.txt', '@/b/two.txt']);
    expect(out).toContain('3 findings in 3 of 3 files; 1 skipped');
  });

  it('scans a folder that is skipped otherwise when it is named', async () => {
    write('node_modules/x.js', TOKEN);
    expect((await scan([join(folder, 'node_modules')])).code).toBe(1);
  });

  it('skips large files and says so, but not when it is to be quiet', async () => {
    const path = write('large.txt', `${TOKEN}${' '.repeat(1000)}`);
    const loud = await scan([path, '--max-bytes', '1000']);
    expect(loud).toMatchObject({ code: 0, out: 'Nothing found in 0 files; 1 skipped\n' });
    expect(loud.err).toBe('@/large.txt: Skipped, it has 1040 bytes and 1000 is the most. Raise --max-bytes to scan it.\n');
    expect((await scan([path, '--max-bytes', '1000', '--quiet'])).err).toBe('');
    expect((await scan([path, '--max-bytes', '1040'])).code).toBe(1);
  });

  it('reads UTF-16 with a byte order mark, and does not count the mark', async () => {
    const path = write('power.txt', Buffer.from(`\uFEFF${TOKEN}`, 'utf16le'));
    expect((await scan([path])).out).toContain('@/power.txt:1:1  GITHUB_TOKEN');
    write('power.txt', `\uFEFF${TOKEN}`);
    expect((await scan([path])).out).toContain('@/power.txt:1:1  GITHUB_TOKEN');
  });

  it('reads standard input when nothing is named, or -', async () => {
    expect((await scan([], { stdin: TOKEN })).out).toContain('stdin:1:1  GITHUB_TOKEN');
    expect(await scan(['-'], { stdin: 'nothing' })).toMatchObject({ code: 0, out: 'Nothing found in 1 file\n' });
  });

  it('takes too much standard input for a fault, not for clean', async () => {
    const { code, err } = await scan(['--max-bytes', '10'], { stdin: TOKEN });
    expect({ code, err }).toEqual({ code: 2, err: 'stdin: There are more than 10 bytes. Raise --max-bytes, or send less.\n' });
  });

  it('goes on after a path that does not exist, and ends with 2', async () => {
    const { code, out, err } = await scan([join(folder, 'missing'), write('a.txt', TOKEN)]);
    expect({ code, err }).toEqual({ code: 2, err: '@/missing: There is no such file or folder. Mend the path.\n' });
    expect(out).toContain('1 finding in 1 of 1 file; 1 not read');
  });

  it('shows and counts only what is sure enough', async () => {
    const path = write('weak.txt', WEAK);
    const lines = (await scan([path, '--format', 'jsonl'])).out;
    const confidences: number[] = JSON.parse(lines).findings.map((finding: { confidence: number }) => finding.confidence);
    expect(confidences.some((confidence) => confidence < 0.5)).toBe(true);
    const sure = confidences.filter((confidence) => confidence >= 0.5).length;
    expect((await scan([path, '--format', 'json'])).out).toContain(`"findings": ${sure}\n`);
    expect(await scan([path, '--min-confidence', '0'])).toMatchObject({ code: 1 });
    expect(await scan([path, '--min-confidence', '1'])).toMatchObject({ code: 0 });
    expect(JSON.parse((await scan([path, '--format', 'jsonl', '--min-confidence', '1'])).out).findings).toEqual([]);
  });

  it('finds names, whose table it loads when a text asks for it', async () => {
    const path = write('mail.txt', 'Please call Maria Lopez at ana@example.com');
    expect((await scan([path])).out).toContain('@/mail.txt:1:13  PERSON  0.65  name');
  });

  it('uses colours where they are welcome', async () => {
    const path = write('a.txt', TOKEN);
    expect((await scan([path], { colours: true })).out).toContain('\x1b[31mGITHUB_TOKEN\x1b[0m');
    expect((await scan([path])).out).not.toContain('\x1b');
  });

  it('lets no path steer the terminal', async () => {
    const path = write('a\x1b[2J.txt', TOKEN);
    expect((await scan([path])).out).toContain('a\\x1b[2J.txt:1:1');
  });

  it('shows progress after a second when somebody watches', async () => {
    for (let i = 0; i < 4; i++) write(`${i}.txt`, 'nothing');
    let time = 0;
    const now = (): number => (time += 400);
    expect((await scan([folder], { errIsTerminal: true, now })).status).toBe(
      '\r\x1b[2K3 of 4 files, 0.0 MB\r\x1b[2K4 of 4 files, 0.0 MB\r\x1b[2K',
    );
    expect((await scan([folder, '--quiet'], { errIsTerminal: true, now })).status).toBe('');
    expect((await scan([folder], { now })).status).toBe('');
    expect((await scan([folder], { errIsTerminal: true })).status).toBe('');
  });

  it.each([
    [['--format', 'xml'], 'human|json|sarif|jsonl'],
    [['--jsonl', '--format', 'sarif'], 'Leave one of them out'],
    [['--min-confidence', '50'], 'from 0 to 1'],
    [['--min-confidence', ''], 'from 0 to 1'],
    [['--max-bytes', '1.5'], 'whole number'],
    [['--max-bytes', '10MB'], 'whole number'],
    [['--jsnl'], '--jsnl'],
    [['--policy', 'missing.json'], 'no such file'],
  ])('ends with 2 on wrong use: %j', async (parameters, why) => {
    const { code, out, err } = await scan(parameters);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(why);
  });

  it('helps', async () => {
    expect(await scan(['--help'])).toMatchObject({ code: 0, out: expect.stringContaining('tacit scan --jsonl') });
  });
});

describe('tacit scan --format json', () => {
  it('holds files, offsets and a summary', async () => {
    write('clean.txt', 'nothing');
    write('a.txt', `🔑\n${TOKEN}`);
    const { out, code } = await scan([folder, '--format', 'json']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      files: [{ path: '@/a.txt', findings: [{ entity: 'GITHUB_TOKEN', start: 3, end: 3 + TOKEN.length, line: 2, column: 1 }] }],
      summary: { scanned: 2, skipped: 0, findings: 1 },
      faults: [],
    });
  });
});

describe('tacit scan --format sarif', () => {
  it('is a run of SARIF 2.1.0', async () => {
    const path = write('with space/a.txt', `🔑🔑 ${TOKEN}\nana@example.com\n`);
    const { out, code } = await scan([path, '--format', 'sarif']);
    expect(code).toBe(1);
    const document = JSON.parse(out);
    expect(document).toMatchObject({ version: '2.1.0', $schema: expect.stringContaining('sarif-2.1.0') });
    const [run, ...more] = document.runs;
    expect(more).toEqual([]);
    expect(run).toMatchObject({ columnKind: 'utf16CodeUnits', invocations: [{ executionSuccessful: true }] });
    expect(run.tool.driver.name).toBe('Tacit');
    const rules: string[] = run.tool.driver.rules.map((rule: { id: string }) => rule.id);
    expect(rules).toHaveLength(2);
    for (const result of run.results) expect(rules[result.ruleIndex]).toBe(result.ruleId);
    for (const { helpUri } of run.tool.driver.rules) expect(helpUri ?? 'https://none.example').toMatch(/^https:\/\/\S+$/);
    expect(run.results.map((result: { level: string }) => result.level)).toEqual(['error', 'warning']);
    expect(run.results[0].locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: 'with%20space/a.txt', uriBaseId: '%SRCROOT%' },
          region: { startLine: 1, startColumn: 6, endLine: 1, endColumn: 6 + TOKEN.length, charOffset: 5, charLength: TOKEN.length },
        },
      },
    ]);
    expect(out).not.toContain(TOKEN.slice(4, 12));
    expect(out).not.toContain('ana@');
  });

  it('says the whole address of what lies outside, and what could not be read', async () => {
    const path = write('a.txt', TOKEN);
    const { out, code } = await runHere(['scan', path, join(folder, 'missing'), '--format', 'sarif'], {
      folder: join(folder, 'elsewhere'),
    });
    expect(code).toBe(2);
    const [run] = JSON.parse(out).runs;
    expect(run.results[0].locations[0].physicalLocation.artifactLocation).toEqual({ uri: pathToFileURL(path).href });
    expect(run.invocations[0]).toMatchObject({ executionSuccessful: false, toolExecutionNotifications: [{ level: 'error' }] });
  });

  it('is whole without findings', async () => {
    const { out, code } = await scan(['--format', 'sarif'], { stdin: 'nothing' });
    expect(code).toBe(0);
    expect(JSON.parse(out).runs[0]).toMatchObject({ tool: { driver: { rules: [] } }, results: [] });
  });
});

describe('tacit scan --policy', () => {
  it('ends with 1 when the verdict is stricter than monitor, and names action and rules', async () => {
    const path = write('a.txt', 'ana@example.com');
    const warns = policy({ detect: [{ entity: 'EMAIL' }], action: 'warn' });
    const { code, out } = await scan([path, '--policy', warns]);
    expect(code).toBe(1);
    expect(out).toBe('@/a.txt:1:1  EMAIL  0.75  email-address  warn (mine)\n1 finding in 1 of 1 file; policy "acme", revision 7: warn\n');
    const watches = policy({ detect: [{ entity: 'EMAIL' }], action: 'monitor' });
    expect((await scan([path, '--policy', watches])).code).toBe(0);
  });

  it('minds the word lists of the policy, and no others', async () => {
    const path = write('a.txt', 'About Project Heron.');
    const file = policy({ detect: [{ list: 'own' }], action: 'block' }, { lists: { own: { words: ['Project Heron'] } } });
    const { code, out } = await scan([path, '--policy', file, '--format', 'json']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      files: [
        {
          findings: [{ entity: 'ORG:own', start: 6, end: 19, action: 'block', rules: ['mine'] }],
          verdict: { action: 'block', rules: ['mine'] },
        },
      ],
      summary: { policy: { name: 'acme', revision: 7 }, action: 'block' },
    });
    expect((await scan([], { stdin: 'About Project Bluebird.' })).code).toBe(0);
  });

  it('shows what a rule minds although it is less sure', async () => {
    const path = write('weak.txt', WEAK);
    const file = policy({ detect: [{ entity: 'PERSON', minConfidence: 0 }], action: 'warn' });
    const { code, out } = await scan([path, '--policy', file, '--min-confidence', '1']);
    expect(code).toBe(1);
    expect(out).toContain('PERSON  0.45');
  });

  it('refuses a bad policy with its problems, and scans nothing', async () => {
    const path = write('a.txt', TOKEN);
    const bad = policy({ detect: [{ entity: 'EMIAL' }], action: 'warn' });
    const { code, out, err } = await scan([path, '--policy', bad]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('There is no entity "EMIAL"\n    Did you mean "EMAIL"?');
  });

  it('refuses a policy that fails its own tests', async () => {
    const bad = policy({ detect: [{ entity: 'EMAIL' }], action: 'warn' }, { tests: [{ text: 'ana@example.com', expect: 'block' }] });
    expect(await scan(['--policy', bad])).toMatchObject({ code: 2, out: '', err: expect.stringContaining('tests[0]') });
  });
});
