import type { AuditEvent } from '../../lib/audit/event.ts';
import type { Presentation, PresentedFinding, PresentedPart } from '../../lib/messages/presentation.ts';
import type { OutboxState, PageState, PolicyState, SitesState } from '../../lib/messages/protocol.ts';
import type { Action } from '../../lib/policy/action.ts';

/** Invented text with marks, `[[text|ENTITY]]` or `[[text|ENTITY|action]]`, as a part of a draft. */
function part(marked: string, path = 'messages[0].content'): PresentedPart {
  const findings: PresentedFinding[] = [];
  const counts = new Map<string, number>();
  let text = '';
  let redacted = '';
  for (const piece of marked.split(/(\[\[.*?\]\])/s)) {
    const [, value, entity, action = 'warn'] = /^\[\[(.*?)\|([^|]*?)(?:\|(\w+))?\]\]$/s.exec(piece) ?? [];
    if (value === undefined || entity === undefined) {
      text += piece;
      redacted += piece;
      continue;
    }
    const confidence = entity === 'PERSON' ? 0.5 : 0.95;
    findings.push({ entity, start: text.length, end: text.length + value.length, confidence, action: action as Action, rules: [entity] });
    text += value;
    counts.set(entity, (counts.get(entity) ?? 0) + 1);
    redacted += `[${entity.replace(':', '_')}_${counts.get(entity)}]`;
  }
  return { path, text, findings, redacted };
}

const card =
  'Please write a friendly reminder: the card [[4111 1111 1111 1111|CREDIT_CARD|redact]] of Ms [[Clara Brandt|PERSON]] was declined.';
const key = 'Why does this fail?\n\n```\naws configure set aws_secret_access_key [[(the key stands here)|AWS_SECRET_KEY|block]]\n```';
const bidi =
  'Invoice \u202Egnp.exe\u202C for [[customer\u200B@\u200Bexample.com|EMAIL]] \u{E0041}\u{E0042}\0 and <b>no markup</b> <script>alert(1)</script>';
const arabic = 'أرسل التفاصيل إلى [[nour@example.com|EMAIL]] ورقم الهاتف [[+971 4 555 0100|PHONE]] من فضلك.';
const filler = 'The quarterly figures were discussed at length and nobody wished to change the plan. ';

const rule = {
  cards: {
    id: 'cards',
    title: 'Payment cards',
    action: 'redact',
    message: 'Card numbers fall under PCI DSS and must stay in the payment system. The assistant can work with a placeholder just as well.',
    helpUrl: 'https://intranet.example/payment-data',
  },
  people: { id: 'people', title: 'Personal data', action: 'warn', message: '', helpUrl: '' },
  keys: {
    id: 'keys',
    title: 'Keys and passwords',
    action: 'block',
    message: 'Whoever holds this key holds the account. Rotate it if it has already left this computer.',
    helpUrl: 'https://intranet.example/keys',
  },
} as const;

type Question = Partial<Omit<Presentation, 'may'>> & { readonly may?: Partial<Presentation['may']> };

/** A whole question out of what is special about it. */
export function presentation({ may, ...question }: Question, locale: string): Presentation {
  return {
    askId: 'gallery',
    locale,
    siteName: 'ChatGPT',
    action: 'warn',
    origin: 'composer',
    parts: [part(card)],
    rules: [rule.cards, rule.people],
    trouble: null,
    reported: true,
    ...question,
    may: { redacted: false, send: false, reason: false, minReason: 20, falseAlarm: false, ...may },
  };
}

/** The questions of the gallery. */
export const questions: readonly { readonly name: string; readonly question: Question; readonly queue?: readonly [number, number] }[] = [
  { name: 'warn', question: { may: { redacted: true, send: true, falseAlarm: true } } },
  { name: 'justify', question: { action: 'justify', may: { redacted: true, send: true, reason: true } } },
  { name: 'redact', question: { action: 'redact', may: { redacted: true, falseAlarm: true } }, queue: [1, 3] },
  { name: 'redact with reason', question: { action: 'redact', may: { redacted: true, send: true, reason: true, falseAlarm: true } } },
  { name: 'block', question: { action: 'block', parts: [part(key)], rules: [rule.keys] } },
  {
    name: 'block on the wire',
    question: { action: 'block', origin: 'wire', parts: [part(key)], rules: [rule.keys], may: { falseAlarm: true } },
  },
  { name: 'not reported', question: { reported: false, may: { send: true } } },
  {
    name: 'long text',
    question: {
      action: 'redact',
      parts: [part(`${filler.repeat(40)}${card} ${filler.repeat(60)}[[clara@example.com|EMAIL|redact]] ${filler.repeat(9)}`)],
      may: { redacted: true },
    },
  },
  {
    name: 'many findings',
    question: {
      parts: [part(Array.from({ length: 40 }, (_, index) => `Person ${index}: [[person${index}@example.com|EMAIL]]`).join('\n'))],
      rules: [rule.people],
      may: { redacted: true, send: true, falseAlarm: true },
    },
  },
  {
    name: 'many kinds, several parts',
    question: {
      action: 'block',
      parts: [
        part(
          '[[a@example.com|EMAIL]] [[+1 202 555 0143|PHONE]] [[Clara Brandt|PERSON]] [[DE02 1203 0000 0000 2020 51|IBAN|redact]]',
          'messages[0].parts[0]',
        ),
        part('[[Project Bluebird|ORG:projects|block]] ships in May, says [[Clara Brandt|PERSON]]', 'messages[0].parts[1]'),
        {
          ...part('[[postgres://app:(password)@db.example/app|CONNECTION_STRING|block]]', 'attachments[0].extracted_content'),
          redacted: null,
        },
      ],
      rules: [rule.keys, rule.cards, rule.people],
      may: { redacted: true, falseAlarm: true },
    },
  },
  { name: 'hidden characters and markup', question: { parts: [part(bidi)], rules: [rule.people], may: { redacted: true, send: true } } },
  { name: 'text from right to left', question: { parts: [part(arabic)], rules: [rule.people], may: { redacted: true, send: true } } },
  ...(['deadline', 'stale', 'closed', 'unreadable'] as const).map((trouble) => ({
    name: `trouble: ${trouble}`,
    question: { action: 'block', trouble, parts: [], rules: [] } as const,
  })),
];

export function page(changes: Partial<PageState> = {}): PageState {
  return { siteId: 'chatgpt', siteName: 'ChatGPT', host: 'chatgpt.com', gate: true, guide: true, network: true, ...changes };
}

export function policy(changes: Partial<PolicyState> = {}): PolicyState {
  return {
    stamp: { name: 'balanced', revision: 12 },
    source: 'managed',
    managed: true,
    text: '{\n  "schema": 1,\n  "name": "balanced"\n}',
    problems: [],
    endpointHost: 'audit.example.com',
    userId: 'clara.brandt@example.com',
    reportsUsage: false,
    consent: 'notice',
    consentGiven: false,
    ...changes,
  };
}

export function sites(changes: Partial<SitesState> = {}): SitesState {
  const at = Date.UTC(2026, 10, 19, 16, 40);
  return {
    checks: [
      { siteId: 'chatgpt', siteName: 'ChatGPT', state: 'verified', cause: '', at },
      { siteId: 'perplexity', siteName: 'Perplexity', state: 'degraded', cause: 'unknown-shape', at },
      { siteId: 'copilot', siteName: 'Microsoft Copilot', state: 'degraded', cause: 'no-composer', at },
      { siteId: 'manus', siteName: 'Manus', state: 'silent', cause: 'no-prompt', at: 0 },
    ],
    wanted: [],
    ...changes,
  };
}

export function outbox(changes: Partial<OutboxState> = {}): OutboxState {
  return { waiting: 0, dead: 0, lastSuccess: Date.UTC(2026, 10, 20, 9, 12), lastError: '', ...changes };
}

/** Some records, newest first. */
export function events(count: number): readonly AuditEvent[] {
  const kinds: readonly Partial<AuditEvent>[] = [
    { kind: 'verdict', action: 'redact', outcome: 'rewritten', findings: [{ entity: 'CREDIT_CARD', count: 2, confidence: 0.95 }] },
    { kind: 'choice', action: 'warn', choice: 'send', findings: [{ entity: 'EMAIL', count: 1, confidence: 0.9 }] },
    {
      kind: 'verdict',
      action: 'block',
      outcome: 'refused',
      findings: [
        { entity: 'AWS_SECRET_KEY', count: 1, confidence: 0.8 },
        { entity: 'ORG:projects', count: 3, confidence: 1 },
      ],
    },
    { kind: 'false-alarm', action: 'warn', findings: [{ entity: 'PERSON', count: 1, confidence: 0.5 }] },
    { kind: 'degraded', outcome: 'refused' },
  ];
  return Array.from({ length: count }, (_, index) => ({
    id: `event-${index}`,
    at: Date.UTC(2026, 10, 20, 15, 4) - index * 47 * 60_000,
    kind: 'verdict',
    device: 'd',
    user: 'u',
    extension: '0.1.0',
    browser: 'chrome',
    policy: { name: 'balanced', revision: 12 },
    host: index % 3 === 2 ? 'claude.ai' : 'chatgpt.com',
    ...kinds[index % kinds.length],
  }));
}
