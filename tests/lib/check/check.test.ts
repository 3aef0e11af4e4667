import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Channel } from '../../../lib/capture/draft.ts';
import { type Checker, createChecker } from '../../../lib/check/check.ts';
import { createMemory } from '../../../lib/check/memory.ts';
import type { Posture } from '../../../lib/check/posture.ts';
import { categoriesOf, engineFor, isAmbient } from '../../../lib/check/posture-source.ts';
import type { EventBody } from '../../../lib/check/record.ts';
import { createShards } from '../../../lib/check/shards.ts';
import type { Choice, Presentation } from '../../../lib/messages/presentation.ts';
import type { SendAnswer } from '../../../lib/messages/protocol.ts';
import { policySchema } from '../../../lib/policy/schema.ts';
import { BUILT_IN_SITES } from '../../../lib/sites/sites.ts';

const CARD = '4111 1111 1111 1111';
const MAIL = 'ann.lee@corp.example';
const SSN = 'SSN 536-22-8145';

const policy = policySchema.parse({
  schema: 1,
  name: 'test',
  revision: 4,
  defaults: { action: 'allow', unreadable: 'block' },
  report: { usage: true },
  lists: { projects: { words: ['bluebird'] }, towns: { words: ['larkspur'] } },
  rules: [
    { id: 'cards', detect: [{ entity: 'CREDIT_CARD' }], action: 'redact' },
    { id: 'mail', detect: [{ entity: 'EMAIL' }], action: 'warn' },
    { id: 'ssn', detect: [{ entity: 'US_SSN' }], action: 'block' },
    { id: 'projects', detect: [{ list: 'projects' }], action: 'justify', minReason: 10 },
    { id: 'towns', detect: [{ list: 'towns' }], action: 'monitor' },
  ],
});

const engine = engineFor(policy, null);
const typed = engine.draft();
const posture: Posture = {
  policy,
  sites: BUILT_IN_SITES,
  scan: engine.scan,
  scanTyped: (text) => typed.update(text),
  incomplete: () => false,
  complete: async () => undefined,
  ambient: isAmbient,
  categoriesOf,
  user: 'u1',
  groups: [],
  locale: 'en',
  reported: true,
};

let events: EventBody[];
let shown: Presentation[];
let checker: Checker;
let saw: [string, string | null][];
let stage: boolean;
let sealed: string[];
let store: Map<string, unknown>;

function make(): Checker {
  let ids = 0;
  return createChecker({
    posture: async () => posture,
    memory: createMemory({
      get: async (key) => store.get(key),
      set: async (key, value) => void store.set(key, structuredClone(value)),
      remove: async (key) => void store.delete(key),
    }),
    hash: async (text) => `#${[...text].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 1e9, 7)}`,
    newId: () => `ask-${++ids}`,
    now: () => 1000,
    saw: (_request, { kind, shape }) => saw.push([kind, shape]),
    record: (event) => {
      events.push(event);
      return `event-${events.length}`;
    },
    seal: (host, values) => sealed.push(...values.map((value) => `${host} ${value}`)),
    unseal: (host, values) => {
      sealed = sealed.filter((one) => !values.some((value) => one === `${host} ${value}`));
    },
    shards: createShards(),
    cleared: () => undefined,
    present: (_tab, presentation) => {
      if (stage) shown.push(presentation);
      return stage;
    },
  });
}

beforeEach(() => {
  events = [];
  saw = [];
  shown = [];
  stage = true;
  sealed = [];
  store = new Map();
  checker = make();
});

const site = BUILT_IN_SITES.forHost('chatgpt.com');
if (!site) throw new Error('no site');
const origin = { site, pageHost: 'chatgpt.com', account: 'unknown' } as const;

async function send(
  text: string,
  options: { path?: string; channel?: Channel; body?: unknown; typing?: string } = {},
): Promise<SendAnswer[]> {
  const answers: SendAnswer[] = [];
  const body = options.body ?? { messages: [{ content: { parts: [text] } }], conversation_id: 'c', model: 'm' };
  const draft = {
    channel: options.channel ?? 'fetch',
    method: 'POST',
    url: `https://chatgpt.com${options.path ?? '/backend-api/f/conversation'}`,
    contentType: 'application/json',
    body: { kind: 'text', text: options.channel === 'composer' ? text : JSON.stringify(body) },
    typing: options.typing,
  } as const;
  await checker.send({ draft, origin, tab: 1 }, (answer) => answers.push(answer));
  return answers;
}

function composer(text: string) {
  return {
    channel: 'composer',
    method: 'SEND',
    url: 'https://chatgpt.com/',
    contentType: '',
    body: { kind: 'text', text },
  } as const;
}

async function choose(choice: Choice): Promise<void> {
  const asked = shown.at(-1);
  if (!asked) throw new Error('nothing was asked');
  await checker.resolve({ askId: asked.askId, choice, falseAlarms: [] });
}

describe('what a request is read as', () => {
  it('is told of requests that leave a page, and of nothing that is still being written', async () => {
    await checker.ahead({ draft: composer('hello you'), origin, tab: 1 });
    await send('hello you', { channel: 'composer' });
    await send('hello you');
    expect(saw).toEqual([['prompt', 'known']]);
  });
});

describe('a send over the wire', () => {
  it('passes clean text and reports its use without any content', async () => {
    expect(await send('What is the weather?')).toEqual([{ kind: 'release' }]);
    expect(events).toMatchObject([{ kind: 'verdict', action: 'allow', outcome: 'released', model: 'm', findings: [] }]);
    expect(JSON.stringify(events)).not.toContain('weather');
  });

  it('passes what is only monitored, and reports it', async () => {
    expect(await send('A trip to Larkspur')).toEqual([{ kind: 'release' }]);
    expect(events).toMatchObject([{ action: 'monitor', rules: ['towns'], findings: [{ entity: 'ORG:towns', count: 1 }] }]);
  });

  it('redacts at once where the policy says so, proved, with a notice', async () => {
    const [answer] = await send(`Refund ${CARD} please, ${CARD}`);
    expect(answer).toMatchObject({ kind: 'rewrite', notice: { kind: 'redacted', count: 2, entities: ['CREDIT_CARD'] } });
    expect(answer?.kind === 'rewrite' && answer.body.kind === 'text' && JSON.parse(answer.body.text).messages[0].content.parts).toEqual([
      'Refund [CREDIT_CARD_1] please, [CREDIT_CARD_1]',
    ]);
    expect(events).toMatchObject([{ outcome: 'rewritten', action: 'redact' }]);
    expect(JSON.stringify([...events, ...store])).not.toContain('4111');
  });

  it('refuses what is blocked, at once, and explains it', async () => {
    expect(await send(SSN)).toMatchObject([{ kind: 'refuse', refusal: { status: 403 }, trouble: null }]);
    expect(shown).toMatchObject([{ action: 'block', origin: 'wire', may: { send: false, redacted: false }, rules: [{ id: 'ssn' }] }]);
    expect(events).toMatchObject([{ outcome: 'refused', action: 'block' }]);
  });

  it('asks for a warning and releases exactly after the choice', async () => {
    const answers = await send(`Write to ${MAIL}`);
    expect(answers).toEqual([{ kind: 'wait' }]);
    await choose({ kind: 'send' });
    expect(answers).toEqual([{ kind: 'wait' }, { kind: 'release' }]);
    expect(events).toMatchObject([
      { kind: 'verdict', outcome: 'held' },
      { kind: 'choice', choice: 'send', outcome: 'released', about: 'event-1' },
    ]);
  });

  it('keeps everything back when the person goes on editing', async () => {
    const answers = await send(`Write to ${MAIL}`);
    await choose({ kind: 'edit' });
    expect(answers.at(-1)).toMatchObject({ kind: 'refuse' });
  });

  it('takes a reason only where it is long enough, and never a bare send in its place', async () => {
    for (const choice of [{ kind: 'send' }, { kind: 'reason', reason: 'no      ' }] as const) {
      const answers = await send('About Bluebird');
      await choose(choice);
      expect(answers.at(-1)).toMatchObject({ kind: 'refuse' });
    }
    const answers = await send('About Bluebird');
    await choose({ kind: 'reason', reason: 'The customer asked for it' });
    expect(answers.at(-1)).toEqual({ kind: 'release' });
    expect(events.at(-1)).toMatchObject({ kind: 'choice', choice: 'reason', reason: 'The customer asked for it' });
  });

  it('does not ask again for what was approved, though the app posts it again with its whole history', async () => {
    await send(`Write to ${MAIL}`);
    await choose({ kind: 'send' });
    const history = { messages: [{ content: { parts: [`Write to ${MAIL}`] } }, { content: { parts: ['and shorter'] } }] };
    expect(await send('', { body: history })).toEqual([{ kind: 'release' }]);
    expect(shown).toHaveLength(1);
  });

  it('asks for a new value that hides in approved history', async () => {
    await send(`Write to ${MAIL}`);
    await choose({ kind: 'send' });
    expect(await send(`Write to ${MAIL} and bob@corp.example`)).toEqual([{ kind: 'wait' }]);
    expect(shown.at(-1)?.parts[0]?.findings).toHaveLength(1);
  });

  it('repeats a redaction without a question when the app sends the original again', async () => {
    const answers = await send(`Write to ${MAIL}`);
    await choose({ kind: 'redacted' });
    expect(answers.at(-1)).toMatchObject({ kind: 'rewrite' });
    expect(await send(`Write to ${MAIL}`)).toMatchObject([{ kind: 'rewrite', notice: null }]);
    expect(shown).toHaveLength(1);
  });

  it('remembers decisions beyond a killed worker, and forgets them with the tab', async () => {
    await send(`Write to ${MAIL}`);
    await choose({ kind: 'send' });
    checker = make();
    expect(await send(`Write to ${MAIL}`)).toEqual([{ kind: 'release' }]);
    await checker.forget(1);
    expect(await send(`Write to ${MAIL}`)).toEqual([{ kind: 'wait' }]);
    expect(JSON.stringify([...store])).not.toContain(MAIL);
  });

  it('refuses when there is nobody to show the question', async () => {
    stage = false;
    expect(await send(`Write to ${MAIL}`)).toMatchObject([{ kind: 'wait' }, { kind: 'refuse', trouble: 'closed' }]);
  });

  it('ends open questions refused when the tab is closed', async () => {
    const answers = await send(`Write to ${MAIL}`);
    await checker.forget(1);
    expect(answers.at(-1)).toMatchObject({ kind: 'refuse' });
  });

  it('ignores an answer to a question that nobody asked', async () => {
    const answers = await send(`Write to ${MAIL}`);
    await checker.resolve({ askId: 'forged', choice: { kind: 'send' }, falseAlarms: [] });
    expect(answers).toEqual([{ kind: 'wait' }]);
  });

  it('reports a false alarm without content', async () => {
    await send(`Write to ${MAIL}`);
    const askId = shown[0]?.askId ?? '';
    await checker.resolve({
      askId,
      choice: { kind: 'edit' },
      falseAlarms: [
        { entity: 'EMAIL', rules: ['mail', 'made-up'] },
        { entity: 'JWT', rules: [] },
      ],
    });
    expect(events.filter((event) => event.kind === 'false-alarm')).toMatchObject([
      { rules: ['mail'], findings: [{ entity: 'EMAIL', count: 1 }] },
    ]);
    expect(JSON.stringify(events)).not.toContain(MAIL);
  });

  it('applies the policy to bodies that cannot be read', async () => {
    expect(await send('', { body: 'x'.repeat(16_000_001) })).toMatchObject([{ kind: 'refuse', trouble: 'unreadable' }]);
    expect(events).toMatchObject([{ kind: 'degraded', detail: 'unreadable', outcome: 'refused' }]);
  });
});

describe('text that leaves before it is sent', () => {
  const prepare = {
    path: '/backend-api/f/conversation/prepare',
    body: { partial_query: { content: { parts: [`card ${CARD}`] } }, state: 'none' },
  };

  it('is cleaned without a question, so that the app gets its answer', async () => {
    const [answer] = await send('', prepare);
    expect(answer).toMatchObject({ kind: 'rewrite', notice: null });
    expect(answer?.kind === 'rewrite' && answer.body.kind === 'text' && answer.body.text).toContain('card [CREDIT_CARD_1]');
    expect(shown).toEqual([]);
  });

  it('is reported once, not at every keystroke', async () => {
    await send('', prepare);
    await send('', prepare);
    expect(events).toHaveLength(1);
  });

  it('holds back a word that may still become a secret, and sends what is before it', async () => {
    const body = { partial_query: { content: { parts: ['card 4111 1111 11'] } }, state: 'none' };
    const [answer] = await send('', { ...prepare, body });
    expect(answer?.kind === 'rewrite' && answer.body.kind === 'text' && JSON.parse(answer.body.text)).toEqual({
      partial_query: { content: { parts: ['card '] } },
      state: 'none',
    });
    expect(events).toEqual([]);
    const ordinary = { partial_query: { content: { parts: ['how do I wri'] } } };
    expect(await send('', { ...prepare, body: ordinary })).toEqual([{ kind: 'release' }]);
  });

  it('holds back the unfinished word also in a call that no entry knows, while it is typed, and not once it is sent', async () => {
    const half = 'is the key 4f9a-77c1-b2';
    const save = { path: '/backend-api/autosave', body: { note: half, other: 'kept' } };
    const answers = await send('', { ...save, typing: half });
    expect(answers).toEqual([{ kind: 'rewrite', body: { kind: 'text', text: '{"note":"is the key ","other":"kept"}' }, notice: null }]);
    expect(await send('', save)).toEqual([{ kind: 'release' }]);
    expect(await send('', { ...save, channel: 'form', typing: half })).toEqual([{ kind: 'release' }]);
    expect(events).toEqual([]);
  });

  it('lets a page save what is typed where the word cannot be cut out: in an address, in bytes of an unknown kind', async () => {
    const half = 'is the key 4f9a-77c1-b2';
    const path = `/backend-api/autosave?q=${encodeURIComponent(half)}`;
    expect(await send('', { path, body: {}, typing: half })).toEqual([{ kind: 'release' }]);
    const draft = {
      ...composer(''),
      channel: 'fetch',
      url: 'https://chatgpt.com/backend-api/autosave',
      body: { kind: 'base64', base64: btoa(`\u0000\u0012\u00ff${half}\u0000`) },
      typing: half,
    } as const;
    const answers: SendAnswer[] = [];
    await checker.send({ draft, origin, tab: 1 }, (answer) => answers.push(answer));
    expect(answers).toEqual([{ kind: 'release' }]);
  });

  it('is cleaned in telemetry that nobody described', async () => {
    const [answer] = await send('', { path: '/ces/v1/t', body: { properties: { text: `card ${CARD}` } } });
    expect(answer).toMatchObject({ kind: 'rewrite', notice: { kind: 'redacted' } });
  });

  it('leaves what apps send of their own accord alone', async () => {
    expect(await send('', { path: '/ces/v1/t', body: { user: { email: MAIL } } })).toEqual([{ kind: 'release' }]);
  });
});

describe('the composer', () => {
  it('is asked before anything leaves, and then not again on the wire', async () => {
    const answers = await send(`Write to ${MAIL}`, { channel: 'composer' });
    expect(answers).toEqual([{ kind: 'wait' }]);
    await choose({ kind: 'send' });
    expect(answers.at(-1)).toEqual({ kind: 'release' });
    expect(await send(`Write to ${MAIL}`)).toEqual([{ kind: 'release' }]);
  });

  it('gets the redacted text', async () => {
    const answers = await send(`Refund ${CARD}`, { channel: 'composer' });
    expect(shown[0]?.parts[0]?.redacted).toBe('Refund [CREDIT_CARD_1]');
    await choose({ kind: 'redacted' });
    expect(answers.at(-1)).toEqual({ kind: 'rewrite', body: { kind: 'text', text: 'Refund [CREDIT_CARD_1]' }, notice: null });
  });

  it('hears ahead what would happen, without events or questions', async () => {
    const draft = {
      channel: 'composer',
      method: 'SEND',
      url: 'https://chatgpt.com/',
      contentType: '',
      body: { kind: 'text', text: `Refund ${CARD}` },
    } as const;
    expect(await checker.ahead({ draft, origin, tab: 1 })).toMatchObject({
      action: 'redact',
      findings: [{ entity: 'CREDIT_CARD', start: 7, end: 26 }],
    });
    expect([events, shown]).toEqual([[], []]);
  });
});

describe('what page code does besides', () => {
  it('seals a value that was found, also while it is being written, until somebody sends it', async () => {
    await checker.ahead({ draft: composer(`Card ${CARD}`), origin, tab: 1 });
    expect(sealed).toEqual([`chatgpt.com ${CARD}`]);
    const answers = await send('trip to bluebird');
    expect(sealed).toContain('chatgpt.com bluebird');
    await choose({ kind: 'reason', reason: 'agreed with the customer' });
    expect(answers.at(-1)).toEqual({ kind: 'release' });
    expect(sealed).not.toContain('chatgpt.com bluebird');
  });

  it('does not seal what apps send of their own accord', async () => {
    await checker.ahead({ draft: composer(`Mail ${MAIL}`), origin, tab: 1 });
    expect(sealed).toEqual([]);
  });

  it('holds the second half of a value whose first half has left', async () => {
    expect(await send('number 4111 1111', { path: '/backend-api/f/conversation' })).toEqual([{ kind: 'release' }]);
    const [answer] = await send(' 1111 1111 is it');
    expect(answer).toMatchObject({ kind: 'rewrite' });
    expect(JSON.stringify(answer)).not.toContain('1111 1111 is it');
  });

  it('reads what is compressed, and refuses it because it cannot be written back', async () => {
    const base64 = gzipSync(JSON.stringify({ note: CARD })).toString('base64');
    const answers: SendAnswer[] = [];
    const draft = { ...composer(''), channel: 'fetch', body: { kind: 'base64', base64 } } as const;
    await checker.send({ draft, origin, tab: 1 }, (answer) => answers.push(answer));
    expect(answers).toMatchObject([{ kind: 'refuse' }]);
  });

  it.each([
    ['a query', { url: `https://chatgpt.com/x?q=${encodeURIComponent(CARD)}` }],
    ['a header', { headers: `x-note: ${CARD}\n` }],
    ['a long path', { url: `https://chatgpt.com/pictures/of/the/day/${encodeURIComponent(CARD)}` }],
  ])('refuses a request without a body that carries a value in %s', async (_, carried) => {
    const answers: SendAnswer[] = [];
    const draft = { ...composer(''), channel: 'fetch', method: 'GET', ...carried } as const;
    await checker.send({ draft, origin, tab: 1 }, (answer) => answers.push(answer));
    expect(answers).toMatchObject([{ kind: 'refuse' }]);
  });

  it('leaves headers alone whose work is to carry a credential', async () => {
    const answers: SendAnswer[] = [];
    const draft = { ...composer(''), channel: 'fetch', method: 'GET', headers: `authorization: Bearer ${CARD}\n` } as const;
    await checker.send({ draft, origin, tab: 1 }, (answer) => answers.push(answer));
    expect(answers).toEqual([{ kind: 'release' }]);
  });
});
