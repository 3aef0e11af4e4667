import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTIONS, stricter } from '../../../lib/policy/action.ts';
import { type DecideContext, decide, type ScannedPart } from '../../../lib/policy/decide.ts';
import { type Policy, policySchema } from '../../../lib/policy/schema.ts';
import type { Finding } from '../../../lib/scan/finding.ts';

const CATEGORIES: Record<string, readonly string[]> = { CARD: ['financial'], EMAIL: ['personal'], PHONE: ['personal'], KEY: ['secrets'] };
const categoriesOf = (entity: string) => CATEGORIES[entity] ?? (entity.startsWith('ORG:') ? ['organisation'] : []);
const ambient = (entity: string) => entity === 'EMAIL' || entity === 'PHONE';
const HERE: DecideContext = {
  siteId: 'chatgpt',
  channel: 'fetch',
  account: 'unknown',
  user: 'ana@example.com',
  groups: ['Legal'],
  locale: 'de-AT',
};

function policy(rules: readonly object[], more: object = {}): Policy {
  return policySchema.parse({ schema: 1, name: 'test', revision: 4, rules: rules.map((rule, n) => ({ id: `r${n}`, ...rule })), ...more });
}

function finding(entity: string, confidence = 0.9, start = 0): Finding {
  return { entity, span: { start, end: start + 4 }, confidence, detector: entity.toLowerCase() };
}

function prompt(...entities: readonly string[]): ScannedPart {
  return { role: 'prompt', findings: entities.map((entity, n) => finding(entity, 0.9, n * 10)) };
}

function judge(subject: Policy, parts: readonly ScannedPart[], context: Partial<DecideContext> = {}) {
  return decide(subject, { ...HERE, ...context }, parts, ambient, categoriesOf);
}

describe('decide', () => {
  it('lets a draft without findings go', () => {
    const verdict = judge(policy([{ detect: [{ entity: 'KEY' }], action: 'block' }], { defaults: { action: 'monitor' } }), [prompt()]);
    expect(verdict).toEqual({ action: 'allow', findings: [], rules: [], policy: { name: 'test', revision: 4 } });
  });

  it('takes the strictest action, and gives each finding its own', () => {
    const subject = policy([
      { detect: [{ category: 'personal' }], action: 'warn' },
      { detect: [{ entity: 'EMAIL' }], action: 'redact' },
      { detect: [{ entity: 'KEY' }], action: 'block' },
    ]);
    const verdict = judge(subject, [prompt('PHONE'), prompt('EMAIL', 'KEY', 'CARD')]);
    expect(verdict.action).toBe('block');
    expect(verdict.findings.map(({ part, entity, action, rules }) => ({ part, entity, action, rules }))).toEqual([
      { part: 0, entity: 'PHONE', action: 'warn', rules: ['r0'] },
      { part: 1, entity: 'EMAIL', action: 'redact', rules: ['r0', 'r1'] },
      { part: 1, entity: 'KEY', action: 'block', rules: ['r2'] },
      { part: 1, entity: 'CARD', action: 'allow', rules: [] },
    ]);
    expect(verdict.rules.map((hit) => hit.id)).toEqual(['r0', 'r1', 'r2']);
  });

  it('gives findings that no rule minds the default action, and only those', () => {
    const subject = policy([{ detect: [{ entity: 'KEY' }], action: 'allow' }], { defaults: { action: 'monitor' } });
    expect(judge(subject, [prompt('CARD')]).action).toBe('monitor');
    expect(judge(subject, [prompt('KEY')]).action).toBe('allow');
  });

  it('leaves guesses to rules that ask for them', () => {
    const weak: ScannedPart = { role: 'prompt', findings: [finding('CARD', 0.3)] };
    expect(judge(policy([], { defaults: { action: 'monitor' } }), [weak]).action).toBe('allow');
    expect(judge(policy([{ detect: [{ entity: 'CARD', minConfidence: 0.3 }], action: 'warn' }]), [weak]).action).toBe('warn');
  });

  it('counts a finding for each entity that it may be, once', () => {
    const either: ScannedPart = { role: 'prompt', findings: [{ ...finding('CARD'), also: ['KEY', 'PHONE'] }] };
    expect(judge(policy([{ detect: [{ entity: 'KEY' }], action: 'block' }]), [either]).action).toBe('block');
    expect(judge(policy([{ detect: [{ category: 'secrets' }], action: 'warn' }]), [either]).action).toBe('warn');
    expect(judge(policy([{ detect: [{ entity: 'EMAIL' }], action: 'block' }]), [either]).action).toBe('allow');
    const both: ScannedPart = { role: 'prompt', findings: [{ ...finding('EMAIL'), also: ['PHONE'] }] };
    expect(judge(policy([{ detect: [{ category: 'personal', minCount: 2 }], action: 'warn' }]), [both]).action).toBe('allow');
  });

  it('does not count ambient entities outside the prompt, and does count others there', () => {
    const subject = policy([{ detect: [{ entity: 'EMAIL' }, { entity: 'KEY' }], action: 'block' }], { defaults: { action: 'monitor' } });
    const other = (entity: string): ScannedPart => ({ role: 'other', findings: [finding(entity)] });
    expect(judge(subject, [other('EMAIL')])).toMatchObject({ action: 'allow', findings: [{ action: 'allow', rules: [] }] });
    expect(judge(subject, [other('KEY')]).action).toBe('block');
    expect(judge(subject, [prompt('EMAIL')]).action).toBe('block');
  });

  it('keeps equal findings of two parts apart, even when they are one object', () => {
    const subject = policy([{ detect: [{ entity: 'EMAIL' }], action: 'block' }]);
    const shared = [finding('EMAIL')];
    const verdict = judge(subject, [
      { role: 'other', findings: shared },
      { role: 'prompt', findings: shared },
    ]);
    expect(verdict.findings.map((each) => each.action)).toEqual(['allow', 'block']);
  });

  it('counts minCount over the whole draft, ambient noise left out', () => {
    const subject = policy([{ detect: [{ category: 'personal', minCount: 3 }], action: 'warn' }]);
    expect(judge(subject, [prompt('EMAIL'), prompt('PHONE')]).action).toBe('allow');
    expect(judge(subject, [prompt('EMAIL'), prompt('PHONE'), { role: 'other', findings: [finding('EMAIL')] }]).action).toBe('allow');
    expect(judge(subject, [prompt('EMAIL'), prompt('PHONE', 'EMAIL')]).action).toBe('warn');
  });

  it('leaves out findings below minConfidence, 0.5 unless told', () => {
    const at = (confidence: number): ScannedPart => ({ role: 'prompt', findings: [finding('KEY', confidence)] });
    const usual = policy([{ detect: [{ entity: 'KEY' }], action: 'block' }]);
    expect([judge(usual, [at(0.49)]).action, judge(usual, [at(0.5)]).action]).toEqual(['allow', 'block']);
    const eager = policy([{ detect: [{ entity: 'KEY', minConfidence: 0.3 }], action: 'block' }]);
    expect(judge(eager, [at(0.3)]).action).toBe('block');
  });

  it('wants all terms with match "all", and minds the findings of each', () => {
    const subject = policy([{ detect: [{ entity: 'CARD' }, { category: 'personal' }], match: 'all', action: 'redact' }]);
    expect(judge(subject, [prompt('CARD')]).action).toBe('allow');
    expect(judge(subject, [prompt('CARD'), prompt('PHONE')]).findings.map((each) => each.action)).toEqual(['redact', 'redact']);
  });

  it('finds the words of a list by its entity', () => {
    const subject = policy([{ detect: [{ list: 'projects' }], action: 'justify' }], { lists: { projects: { words: ['Blue'] } } });
    expect(judge(subject, [prompt('ORG:projects')]).action).toBe('justify');
    expect(judge(subject, [prompt('ORG:other')]).action).toBe('allow');
  });

  it('weakens a rule by its own unless, and no other rule', () => {
    const subject = policy([
      { detect: [{ entity: 'KEY' }], unless: [{ entity: 'CARD', minCount: 2 }], action: 'block' },
      { detect: [{ entity: 'KEY' }], action: 'warn' },
    ]);
    expect(judge(subject, [prompt('KEY', 'CARD')]).action).toBe('block');
    expect(judge(subject, [prompt('KEY', 'CARD', 'CARD')]).action).toBe('warn');
  });

  it('leaves out rules that are switched off', () => {
    expect(judge(policy([{ detect: [{ entity: 'KEY' }], enabled: false, action: 'block' }]), [prompt('KEY')]).action).toBe('allow');
  });

  it.each([
    [{ sites: ['chatgpt'] }, 'block'],
    [{ sites: ['claude'] }, 'allow'],
    [{ channels: ['fetch', 'xhr'] }, 'block'],
    [{ channels: ['websocket'] }, 'allow'],
    [{ users: ['ANA@example.com'] }, 'block'],
    [{ users: ['*@example.com'] }, 'block'],
    [{ users: ['*@example.org', 'bob*'] }, 'allow'],
    [{ users: ['a*a@*.com'] }, 'block'],
    [{ users: ['ana@example.com*ana@example.com'] }, 'allow'],
    [{ groups: ['sales', 'legal'] }, 'block'],
    [{ groups: ['sales'] }, 'allow'],
    [{ sites: ['chatgpt'], groups: ['sales'] }, 'allow'],
    [{ unless: { groups: ['legal'] } }, 'allow'],
    [{ unless: { groups: ['legal'], sites: ['claude'] } }, 'block'],
    [{ unless: {} }, 'block'],
  ])('applies where %j says', (when, action) => {
    expect(judge(policy([{ when, detect: [{ entity: 'KEY' }], action: 'block' }]), [prompt('KEY')]).action).toBe(action);
  });

  it.each([
    ['plain', 'de', 'plain'],
    [{ en: 'stop', de: 'halt', 'de-AT': 'halt!' }, 'de_AT', 'halt!'],
    [{ en: 'stop', de: 'halt' }, 'de-CH', 'halt'],
    [{ de: 'halt', en: 'stop' }, 'fr', 'stop'],
    [{ de: 'halt' }, 'fr', 'halt'],
    [{}, 'fr', ''],
  ])('speaks the language of the person: %j in %s', (message, locale, words) => {
    const subject = policy([{ detect: [{ entity: 'KEY' }], message, action: 'block' }], { help: { url: 'https://help.example/' } });
    expect(judge(subject, [prompt('KEY')], { locale }).rules).toEqual([
      { id: 'r0', title: 'r0', action: 'block', message: words, helpUrl: 'https://help.example/' },
    ]);
  });

  const ENTITIES = ['CARD', 'EMAIL', 'PHONE', 'KEY', 'ORG:projects'];
  const term = fc.record({
    entity: fc.constantFrom(...ENTITIES),
    minCount: fc.integer({ min: 1, max: 3 }),
    minConfidence: fc.constantFrom(0, 0.5, 0.9),
  });
  const rule = fc.record({
    detect: fc.array(term, { minLength: 1, maxLength: 3 }),
    match: fc.constantFrom('any', 'all'),
    unless: fc.array(term, { maxLength: 1 }),
    action: fc.constantFrom(...ACTIONS),
  });
  const part = fc.record({
    role: fc.constantFrom('prompt' as const, 'other' as const),
    findings: fc.array(
      fc.tuple(fc.constantFrom(...ENTITIES), fc.constantFrom(0.3, 0.6, 0.95)).map(([entity, confidence]) => finding(entity, confidence)),
      { maxLength: 6 },
    ),
  });

  it('gives every finding and the draft the same action in every order of rules', () => {
    fc.assert(
      fc.property(
        fc
          .array(rule, { maxLength: 6 })
          .chain((rules) => fc.tuple(fc.constant(rules), fc.shuffledSubarray(rules, { minLength: rules.length }))),
        fc.array(part, { maxLength: 3 }),
        ([rules, shuffled], parts) => {
          const one = judge(policy(rules), parts);
          const two = judge(policy(shuffled), parts);
          expect(two.action).toBe(one.action);
          expect(two.findings.map((each) => each.action)).toEqual(one.findings.map((each) => each.action));
        },
      ),
    );
  });

  it('never becomes more lenient by one more rule, and is as strict as its strictest finding', () => {
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 5 }), rule, fc.array(part, { maxLength: 3 }), (rules, more, parts) => {
        const before = judge(policy(rules), parts);
        const after = judge(policy([...rules, more]), parts);
        expect(stricter(before.action, after.action)).toBe(after.action);
        expect(
          after.findings.reduce((strictest, each) => stricter(strictest, each.action), 'allow' as const as (typeof ACTIONS)[number]),
        ).toBe(after.action);
      }),
    );
  });
});
