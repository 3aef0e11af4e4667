import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { linesOf } from '../../cli/lines.ts';
import { expand } from '../corpus/generate.ts';
import { runHere } from './terminal.ts';

const TOKEN = expand('{{github:ghp_}}', 'scan-jsonl');

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tacit-jsonl-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function scan(stdin: string, ...parameters: string[]) {
  const { code, out, err } = await runHere(['scan', '--jsonl', ...parameters], { stdin });
  expect(out === '' || out.endsWith('\n')).toBe(true);
  return {
    code,
    err,
    answers: out
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line)),
  };
}

const request = (id: unknown, text: unknown): string => `${JSON.stringify({ id, text })}\n`;

describe('tacit scan --jsonl', () => {
  it('answers each line with one line, in order, and ends with 0 whatever it found', async () => {
    const { code, err, answers } = await scan(request('a', 'nothing') + request(2, `🔑 ${TOKEN}`) + request('c', ''));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(answers).toEqual([
      { id: 'a', findings: [] },
      {
        id: 2,
        findings: [
          { entity: 'GITHUB_TOKEN', start: 3, end: 3 + TOKEN.length, confidence: expect.any(Number), detector: expect.any(String) },
        ],
      },
      { id: 'c', findings: [] },
    ]);
  });

  it('takes CRLF, a byte order mark, line separators within text, lone surrogates and a last line without an end', async () => {
    const { code, answers } = await scan(`\uFEFF{"id":1,"text":"a\u2028b"}\r\n{"id":2,"text":"\\ud83d ${TOKEN}"}`);
    expect(code).toBe(0);
    expect(answers).toMatchObject([{ id: 1 }, { id: 2, findings: [{ start: 2 }] }]);
  });

  it.each([
    ['not json', 'not JSON'],
    ['', 'not JSON'],
    ['[1]', 'no JSON object'],
    ['{"text":"x"}', '"id" is missing'],
    ['{"id":{},"text":"x"}', '"id" is missing'],
    ['{"id":"x","text":5}', '"text" is missing'],
  ])('stays paired after the line %j, names it and ends with 2', async (line, why) => {
    const { code, err, answers } = await scan(`${request(1, 'x')}${line}\n${request(3, TOKEN)}`);
    expect(code).toBe(2);
    expect(err).toMatch(/^stdin:2: .*Write \{"id": "…", "text": "…"\} on one line\.\n$/);
    expect(err).toContain(why);
    expect(answers).toMatchObject([{ id: 1 }, { id: null, error: expect.stringContaining(why) }, { id: 3, findings: [{}] }]);
  });

  it('says nothing of the content of a broken line', async () => {
    const { err, answers } = await scan(`${TOKEN}\n{"id":"x","text":"${TOKEN}\n`);
    expect(answers).toHaveLength(2);
    expect(err + JSON.stringify(answers)).not.toContain(TOKEN.slice(0, 8));
  });

  it('keeps no line that is too long', async () => {
    const { code, answers } = await scan(request(1, 'x'.repeat(100)) + request(2, 'x'), '--max-bytes', '50');
    expect(code).toBe(2);
    expect(answers).toMatchObject([{ id: null, error: expect.stringContaining('--max-bytes') }, { id: 2 }]);
  });

  it('gives all findings, or those that are sure enough', async () => {
    const text = 'Dear Albert Einstein, write to ana@example.com';
    const all = (await scan(request(1, text))).answers[0].findings;
    expect(all.some((finding: { confidence: number }) => finding.confidence < 0.5)).toBe(true);
    const sure = (await scan(request(1, text), '--min-confidence', '0.75')).answers[0].findings;
    expect(sure).toEqual(all.filter((finding: { confidence: number }) => finding.confidence >= 0.75));
  });

  it('gives verdicts with a policy', async () => {
    const policy = join(folder, 'policy.json');
    const rules = [
      { id: 'mail', detect: [{ entity: 'EMAIL' }], action: 'warn' },
      { id: 'own', detect: [{ list: 'own' }], action: 'block' },
    ];
    writeFileSync(policy, JSON.stringify({ schema: 1, name: 'acme', lists: { own: { words: ['Heron'] } }, rules }));
    const { code, answers } = await scan(request(1, 'Heron, ana@example.com') + request(2, 'nothing'), '--policy', policy);
    expect(code).toBe(0);
    expect(answers).toMatchObject([
      { findings: [{ entity: 'ORG:own', start: 0, end: 5 }, { entity: 'EMAIL' }], verdict: { action: 'block', rules: ['mail', 'own'] } },
      { findings: [], verdict: { action: 'allow', rules: [] } },
    ]);
  });

  it('reads files, and goes on after one that is none', async () => {
    const file = join(folder, 'texts.jsonl');
    writeFileSync(file, request(1, TOKEN));
    const { code, err, answers } = await scan('', join(folder, 'missing'), folder, file);
    expect(code).toBe(2);
    expect(err).toContain('There is no such file');
    expect(err).toContain('A folder cannot be read as lines');
    expect(answers).toMatchObject([{ id: 1, findings: [{ start: 0 }] }]);
  });

  it('reads no further while its answers are not taken', async () => {
    let given = 0;
    const taken: (() => void)[] = [];
    const done = runHere(['scan', '--jsonl'], {
      input: async function* () {
        while (given < 3) yield Buffer.from(request(++given, 'x'));
      },
      write: () => new Promise((resolve) => taken.push(resolve)),
    });
    for (let answered = 1; answered <= 3; answered++) {
      while (taken.length < answered) await new Promise((resolve) => setTimeout(resolve, 5));
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(given).toBe(answered);
      taken[answered - 1]?.();
    }
    expect((await done).code).toBe(0);
  });
});

describe('linesOf', () => {
  it.each([1, 2, 3, 7, 100])('puts lines together from chunks of %i bytes', async (size) => {
    const text = 'ä🔑\n\nlonger line\nlast';
    const bytes = Buffer.from(text);
    async function* chunks() {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    }
    const lines: string[] = [];
    for await (const some of linesOf(chunks(), 100)) {
      for (const line of some) {
        expect(line.number).toBe(lines.length + 1);
        lines.push(Buffer.from(line.bytes ?? []).toString());
      }
    }
    expect(lines).toEqual(text.split('\n'));
  });
});
