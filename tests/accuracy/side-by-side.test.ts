import { describe, expect, it } from 'vitest';
import type { Finding } from '../../lib/scan/finding.ts';
import { loadOthers, taken } from '../../scripts/accuracy/others.ts';
import type { PiiCase } from '../../scripts/accuracy/pii.ts';
import { sideBySide, sideReport, tacit } from '../../scripts/accuracy/side-by-side.ts';

const positive = (text: string, entity: string, start: number, end: number): PiiCase => ({
  text,
  label: 'positive',
  entity,
  count: 1,
  spans: [[start, end]],
  score: null,
});

describe('what a redactor took', () => {
  it('is told by what it left', () => {
    expect(taken('call 030 12 now', 'call \u{f8ff} now')).toEqual([{ start: 5, end: 11 }]);
    expect(taken('a, b and b', '\u{f8ff}, b and \u{f8ff}')).toEqual([
      { start: 0, end: 1 },
      { start: 9, end: 10 },
    ]);
    expect(taken('a 1 2', 'a \u{f8ff} \u{f8ff}')).toEqual([
      { start: 2, end: 3 },
      { start: 4, end: 5 },
    ]);
    expect(taken('all of it', '\u{f8ff}')).toEqual([{ start: 0, end: 9 }]);
    expect(taken('nothing', 'nothing')).toEqual([]);
  });
});

describe('programs side by side', () => {
  const cases: readonly PiiCase[] = [
    positive('mail a@b.example', 'EMAIL_ADDRESS', 5, 16),
    positive('card 4000 0000', 'CREDIT_CARD', 5, 14),
    { ...positive('weak 1', 'US_SSN', 5, 6), score: [0.05, 0.05] },
    { ...positive('https://a.example', 'URL', 0, 17) },
    { ...positive('some where', 'CREDIT_CARD', 0, 1), spans: null },
    { ...positive('no mail: 7777', 'EMAIL_ADDRESS', 0, 0), label: 'negative', spans: [] },
    { ...positive('no card: 7777', 'CREDIT_CARD', 0, 0), label: 'negative', spans: [] },
  ];

  it('are counted by place in positives, by entity in negatives, by anything in prompts', async () => {
    const find = async (text: string) => {
      const at = text.search(/[a-z]@|\d{4}|where/);
      return at < 0 ? [] : [{ type: text.includes('@') ? 'MAIL' : 'CARD', start: at, end: text.includes('@') ? text.length : at + 4 }];
    };
    expect(await sideBySide({ name: 'x', find, same: { CREDIT_CARD: 'CARD DEBIT' } }, cases, ['about 1234', 'about nothing'])).toEqual({
      name: 'x',
      positives: 3,
      touched: 3,
      exact: 2,
      negatives: 2,
      flagged: 1,
      prompts: 2,
      alarmed: 1,
    });
  });

  it('know Tacit by all names of a finding, and by what it acts on', async () => {
    const scan = (): Finding[] => [{ detector: 'd', entity: 'IBAN', also: ['CREDIT_CARD'], confidence: 0.3, span: { start: 5, end: 14 } }];
    const [all, acted] = await Promise.all(tacit(scan, 0.5).map((program) => sideBySide(program, cases, ['a'])));
    expect(all).toMatchObject({ touched: 3, exact: 2, flagged: 1, alarmed: 1 });
    expect(acted).toMatchObject({ touched: 0, flagged: 0, alarmed: 0 });
    expect(sideReport([all, acted].flatMap((one) => one ?? []))).toContain('Tacit, from 0.5 on');
  });
});

describe('each other program', () => {
  it('finds an address or a name in its place, and its types are its own', async () => {
    const text = 'Hello John Miller, write to john.miller@example.com or call (415) 555-2671.';
    for (const { name, find, names, same } of await loadOthers()) {
      expect(name).toMatch(/ \d+\.\d+\.\d+$/);
      const found = await find(text);
      const values = found.map(({ type, start, end }) => `${type} ${text.slice(start, end)}`);
      expect(values, name).toContainEqual(expect.stringMatching(/john\.miller@example\.com|\(?415\)? 555-2671/));
      for (const { type } of found)
        expect(
          [...Object.keys(names), ...Object.values(same).flatMap((types) => types.split(' ')), 'digits', 'streetAddress'],
          name,
        ).toContain(type);
    }
  });
});
