import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Finding } from '../../lib/scan/finding.ts';
import { reasonOf } from '../../scripts/accuracy/misses.ts';
import { isOwnKind } from '../../scripts/accuracy/rules.ts';
import { measure } from '../../scripts/accuracy/secrets.ts';

const finding = (detector: string, start: number, end: number, confidence = 0.8, entity = 'X'): Finding => ({
  detector,
  entity,
  confidence,
  span: { start, end },
});

describe('labelled samples', () => {
  let folder = '';
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('are counted by what was found', () => {
    folder = mkdtempSync(join(tmpdir(), 'tacit-accuracy-'));
    mkdirSync(join(folder, 'secrets'));
    const samples = [
      { text: 'a qwopzmtr b', label: 'positive', secrets: ['qwopzmtr'], rule: 'kingfisher.acme.1' },
      { text: 'low qwopzmtr', label: 'positive', secrets: ['qwopzmtr'], rule: 'kingfisher.acme.1' },
      { text: 'none qwopzmtr', label: 'positive', secrets: ['qwopzmtr'], rule: 'kingfisher.acme.1' },
      { text: 'qwopzmtr own', label: 'negative', secrets: [], rule: 'acme-api-key' },
      { text: 'qwopzmtr other', label: 'negative', secrets: [], rule: 'globex-api-key' },
    ];
    writeFileSync(join(folder, 'secrets/made-up.jsonl'), samples.map((sample) => JSON.stringify(sample)).join('\n'));
    const scan = (text: string): Finding[] => {
      const at = text.indexOf('qwopzmtr');
      return text.startsWith('none') ? [] : [finding('acme-key', at, at + 8, text.startsWith('low') ? 0.3 : 0.8)];
    };
    const result = measure(folder, 'made-up', scan, 0.5);
    expect(result).toMatchObject({ positives: 3, reported: 2, exact: 1, touched: 1, touchedAny: 2, whole: 3, negatives: 2, flagged: 1 });
    expect(result.missed.map(({ reason }) => reason)).toEqual(['below acting confidence', 'missed']);
  });

  it.each([
    ['unknown value', 'text', null, []],
    ['cut', 'key=qwopzmtrqwop9', 'qwopzmtr', []],
    ['host or name, no secret', 'url: db.acme.io/', 'db.acme.io', []],
    ['host or name, no secret', 'username: hunter', 'hunter', []],
    ['placeholder', 'key=AAAAAAAAAAAA', 'AAAAAAAAAAAA', []],
    ['placeholder', 'key=AAAAAAAAAAAA', 'AAAAAAAAAAAA', [finding('a', 4, 16, 0.3)]],
    ['wider', 'key=pre-AAAAAAAA', 'AAAAAAAA', [finding('a', 4, 16)]],
    ['below acting confidence', 'key=qwopzmtr', 'qwopzmtr', [finding('a', 4, 12, 0.3)]],
    ['missed', '-u user:hunter', 'hunter', []],
    ['wider', 'key=pre-qwopzmtr', 'qwopzmtr', [finding('a', 4, 16)]],
    ['narrower', 'key=qw-opzmtr', 'qw-opzmtr', [finding('a', 7, 13)]],
    ['shifted', 'key=qw-opzmtr', 'qw-opzmtr', [finding('a', 0, 6)]],
    ['missed', 'password: hunter', 'hunter', []],
  ] as const)('that are missed have a reason: %s', (reason, text, value, findings) => {
    expect(reasonOf(text, value, findings, 0.5)).toBe(reason);
  });
});

describe('a negative', () => {
  it.each([
    ['slack-bot-token', finding('slack-bot-token', 0, 1), true],
    ['secretlint-rule-slack', finding('slack-bot-token', 0, 1), true],
    ['slack-bot-token', finding('github-token', 0, 1), false],
    ['gcp-api-key', finding('google-api-key', 0, 1), true],
    ['kingfisher.odbc.1', finding('x', 0, 1, 0.8, 'CONNECTION_STRING'), true],
    ['private-key', finding('pem-private-key', 0, 1, 0.9, 'PRIVATE_KEY'), true],
    ['box-api-access-token', finding('boxhero-token', 0, 1), false],
    ['generic-api-key', finding('assigned-secret', 0, 1), true],
  ] as const)('of %s is one for its own kind', (rule, found, own) => {
    expect(isOwnKind(rule, found)).toBe(own);
  });
});
