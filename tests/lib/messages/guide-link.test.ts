import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Draft } from '../../../lib/capture/draft.ts';
import { createGuideLink, DEADLINE_BASE, type FinalAnswer, type LinkOptions, type Wire } from '../../../lib/messages/guide-link.ts';
import type { Presentation, Resolution } from '../../../lib/messages/presentation.ts';
import type { FromGuide } from '../../../lib/messages/protocol.ts';

const DRAFT: Draft = {
  channel: 'fetch',
  method: 'POST',
  url: 'https://chat.test/',
  contentType: '',
  body: { kind: 'text', text: 'hello' },
};
const REFUSE = {
  kind: 'refuse',
  refusal: { status: 403, contentType: 'text/plain', body: '' },
  trouble: null,
  notice: null,
} as const;

class FakeWire implements Wire {
  readonly sent: FromGuide[] = [];
  broken = false;
  hear: (message: unknown) => void = () => undefined;
  drop: () => void = () => undefined;
  readonly onMessage = {
    addListener: (listener: (message: unknown) => void) => {
      this.hear = listener;
    },
  };
  readonly onDisconnect = {
    addListener: (listener: () => void) => {
      this.drop = listener;
    },
  };
  postMessage(message: unknown) {
    if (this.broken) throw new Error('Attempting to use a disconnected port object');
    this.sent.push(message as FromGuide);
  }
  checks() {
    return this.sent.filter((message) => message.type === 'check');
  }
  answer(answer: unknown, index = -1) {
    this.hear({ type: 'answer', id: this.checks().at(index)?.id, answer });
  }
}

function setUp(overrides: Partial<LinkOptions> = {}) {
  const wires: FakeWire[] = [];
  const link = createGuideLink({
    connect: () => {
      const wire = new FakeWire();
      wires.push(wire);
      return wire;
    },
    idPrefix: 'f',
    onHello: () => undefined,
    onPresent: () => undefined,
    onDismiss: () => undefined,
    ...overrides,
  });
  const wire = (index: number) => {
    const found = wires.at(index);
    if (!found) throw new Error(`no connection ${index}`);
    return found;
  };
  return { link, wires, wire };
}

/** What a promise holds now, without waiting. */
async function now<T>(promise: Promise<T>): Promise<T | 'pending'> {
  await vi.advanceTimersByTimeAsync(0);
  return Promise.race([promise, Promise.resolve('pending' as const)]);
}

function trouble(answer: FinalAnswer | 'pending') {
  return answer !== 'pending' && answer.kind === 'refuse' ? answer.trouble : answer;
}

describe('guide link', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('carries each final answer', async () => {
    const { link, wire } = setUp();
    for (const answer of [{ kind: 'release' }, { kind: 'rewrite', body: { kind: 'text', text: 'x' }, notice: null }, REFUSE]) {
      const sent = link.send(DRAFT);
      wire(0).answer(answer);
      expect(await now(sent)).toEqual(answer);
    }
  });

  it('opens nothing before it is needed', () => {
    expect(setUp().wires).toHaveLength(0);
  });

  it('refuses when no answer comes within the deadline, and ignores a late one', async () => {
    const { link, wire } = setUp();
    const sent = link.send(DRAFT);
    await vi.advanceTimersByTimeAsync(DEADLINE_BASE - 1);
    expect(await now(sent)).toBe('pending');
    await vi.advanceTimersByTimeAsync(2);
    wire(0).answer({ kind: 'release' });
    expect(trouble(await now(sent))).toBe('deadline');
  });

  it('allows a second more for each megabyte', async () => {
    const { link } = setUp();
    const sent = link.send({ ...DRAFT, body: { kind: 'text', text: 'x'.repeat(3e6) } });
    await vi.advanceTimersByTimeAsync(4_900);
    expect(await now(sent)).toBe('pending');
    await vi.advanceTimersByTimeAsync(200);
    expect(trouble(await now(sent))).toBe('deadline');
  });

  it('stops counting while a person is asked', async () => {
    const { link, wire } = setUp();
    const onWait = vi.fn();
    const sent = link.send(DRAFT, onWait);
    wire(0).answer({ kind: 'wait' });
    expect(onWait).toHaveBeenCalledOnce();
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(await now(sent)).toBe('pending');
    wire(0).answer({ kind: 'release' });
    expect(await now(sent)).toEqual({ kind: 'release' });
  });

  it('asks once more, under the same id, when the worker dies; the second death refuses', async () => {
    const { link, wire, wires } = setUp();
    const sent = link.send(DRAFT);
    wire(0).drop();
    expect(wires).toHaveLength(2);
    expect(wire(1).checks()).toEqual(wire(0).checks());
    wire(0).answer({ kind: 'release' });
    expect(await now(sent)).toBe('pending');
    wire(1).drop();
    expect(trouble(await now(sent))).toBe('deadline');
    expect(wires).toHaveLength(2);
  });

  it('takes the answer of the second worker', async () => {
    const { link, wire } = setUp();
    const sent = link.send(DRAFT);
    wire(0).drop();
    wire(1).answer({ kind: 'release' });
    expect(await now(sent)).toEqual({ kind: 'release' });
  });

  it('uses a fresh connection when the old one turns out to be dead', async () => {
    const { link, wire } = setUp();
    link.writing(true);
    wire(0).broken = true;
    const sent = link.send(DRAFT);
    wire(1).answer({ kind: 'release' });
    expect(await now(sent)).toEqual({ kind: 'release' });
    link.writing(false);
  });

  it('asks again after the back/forward cache', async () => {
    const { link, wire } = setUp();
    const sent = link.send(DRAFT);
    link.restored();
    wire(1).answer({ kind: 'release' });
    expect(await now(sent)).toEqual({ kind: 'release' });
  });

  it('refuses as stale when the extension is gone, even where silence may release', async () => {
    let gone = false;
    const wire = new FakeWire();
    const { link } = setUp({
      connect: () => {
        if (gone) throw new Error('Extension context invalidated.');
        return wire;
      },
    });
    const first = link.send(DRAFT);
    wire.hear({ type: 'hello', onDeadline: 'release', locale: 'en' });
    gone = true;
    wire.drop();
    expect(trouble(await now(first))).toBe('stale');
    expect(trouble(await now(link.send(DRAFT)))).toBe('stale');
  });

  it('releases on silence only where the administrator chose so, and reports it later', async () => {
    const { link, wire } = setUp();
    const sent = link.send(DRAFT);
    wire(0).hear({ type: 'hello', onDeadline: 'release', locale: 'en' });
    await vi.advanceTimersByTimeAsync(DEADLINE_BASE + 10);
    expect(await now(sent)).toEqual({ kind: 'release' });
    wire(0).hear({ type: 'hello', onDeadline: 'block', locale: 'en' });
    expect(wire(0).sent.at(-1)).toEqual({ type: 'degraded', cause: 'deadline', count: 1 });
    const again = link.send(DRAFT);
    await vi.advanceTimersByTimeAsync(DEADLINE_BASE + 10);
    expect(trouble(await now(again))).toBe('deadline');
    expect(wire(0).sent.filter(({ type }) => type === 'degraded')).toHaveLength(1);
  });

  it('never releases by silence what a person was asked about', async () => {
    const { link, wire } = setUp();
    const sent = link.send(DRAFT);
    wire(0).hear({ type: 'hello', onDeadline: 'release', locale: 'en' });
    wire(0).answer({ kind: 'wait' });
    wire(0).drop();
    wire(1).drop();
    expect(trouble(await now(sent))).toBe('deadline');
  });

  it('knows nothing of text ahead when the answer is missing or of the other kind', async () => {
    const { link, wire } = setUp();
    const missing = link.ahead(DRAFT);
    await vi.advanceTimersByTimeAsync(DEADLINE_BASE + 10);
    expect(await now(missing)).toBeNull();
    const other = link.ahead(DRAFT);
    wire(0).answer({ kind: 'release' });
    expect(await now(other)).toBeNull();
    const good = link.ahead(DRAFT);
    wire(0).answer({ kind: 'ahead', action: 'warn', findings: [] });
    expect(await now(good)).toEqual({ kind: 'ahead', action: 'warn', findings: [] });
  });

  it('keeps the worker awake while somebody writes or a question is open, and not longer', async () => {
    const { link, wire } = setUp();
    const wakes = () => wire(0).sent.filter(({ type }) => type === 'wake').length;
    link.writing(true);
    await vi.advanceTimersByTimeAsync(41_000);
    expect(wakes()).toBe(2);
    link.writing(false);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(wakes()).toBe(2);
    void link.send(DRAFT);
    wire(0).answer({ kind: 'wait' });
    await vi.advanceTimersByTimeAsync(21_000);
    expect(wakes()).toBe(3);
    wire(0).answer({ kind: 'release' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(wakes()).toBe(3);
  });

  it('says on every connection how the page is guarded', () => {
    const { link, wire } = setUp();
    const page = { type: 'page', gate: true, guide: false } as const;
    link.page(page);
    expect(wire(0).sent).toEqual([page]);
    wire(0).drop();
    void link.send(DRAFT);
    expect(wire(1).sent[0]).toEqual(page);
  });

  it('takes a choice back to the worker that asked, and to no other', () => {
    const asked: ((resolution: Resolution) => void)[] = [];
    const dismissed: (string | null)[] = [];
    const { link, wire } = setUp({ onPresent: (_, resolve) => asked.push(resolve), onDismiss: (askId) => dismissed.push(askId) });
    const presentation: Presentation = {
      askId: 'a',
      locale: 'en',
      siteName: 'Chat',
      action: 'warn',
      origin: 'wire',
      parts: [],
      rules: [],
      trouble: null,
      may: { redacted: false, send: true, reason: false, minReason: 0, falseAlarm: false },
      reported: true,
    };
    const resolution: Resolution = { askId: 'a', choice: { kind: 'send' }, falseAlarms: [] };
    void link.send(DRAFT);
    wire(0).hear({ type: 'present', presentation });
    asked[0]?.(resolution);
    expect(wire(0).sent.at(-1)).toEqual({ type: 'resolved', resolution });
    wire(0).hear({ type: 'dismiss', askId: 'a' });
    wire(0).drop();
    expect(dismissed).toEqual(['a', null]);
    asked[0]?.(resolution);
    expect(wire(1).sent.every(({ type }) => type === 'check')).toBe(true);
  });

  it('ends closed on 10,000 non-answers', async () => {
    const junk = fc.oneof(
      fc.anything(),
      fc.record({ kind: fc.constantFrom('release ', 'Release', 'allow', 'ahead', 'wait ', true, null) }),
      fc.record({ kind: fc.constant('rewrite'), body: fc.anything(), notice: fc.anything() }).filter(({ body }) => !isBody(body)),
      fc.record({ kind: fc.constant('refuse'), refusal: fc.anything(), trouble: fc.anything() }),
    );
    const envelope = fc.oneof(
      junk.map((answer) => (id: string) => ({ type: 'answer', id, answer })),
      fc.anything().map((message) => () => message),
      fc.string().map((other) => (id: string) => ({ type: 'answer', id: `${id}${other}!`, answer: { kind: 'release' } })),
      fc.constantFrom('release', ['release'], [{ kind: 'release' }]).map((answer) => (id: string) => ({ type: 'answer', id, answer })),
    );
    await fc.assert(
      fc.asyncProperty(envelope, async (make) => {
        const { link, wire } = setUp();
        const sent = link.send(DRAFT);
        wire(0).hear(make(wire(0).checks()[0]?.id ?? ''));
        await vi.advanceTimersByTimeAsync(DEADLINE_BASE + 10);
        expect(await now(sent)).toMatchObject({ kind: 'refuse', trouble: 'deadline' });
      }),
      { numRuns: 10_000 },
    );
  });
});

function isBody(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'kind' in body;
}
