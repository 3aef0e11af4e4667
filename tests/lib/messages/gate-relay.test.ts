import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Draft } from '../../../lib/capture/draft.ts';
import { fromBody, relayGate, toBody } from '../../../lib/messages/gate-relay.ts';
import type { FinalAnswer } from '../../../lib/messages/guide-link.ts';

const QUESTION = { id: 7, channel: 'fetch', method: 'POST', url: 'https://chat.test/', contentType: 'text/plain', body: 'hello' };
const open: MessagePort[] = [];

afterEach(() => {
  for (const port of open.splice(0)) port.close();
});

/** A relay whose checks get one fixed answer; `ask` speaks as the gate does. */
function setUp(answer: FinalAnswer, wait = false, typing?: string) {
  const { port1, port2 } = new MessageChannel();
  open.push(port1, port2);
  const drafts: Draft[] = [];
  const heard: unknown[] = [];
  let gate = false;
  const arrived = new Promise<void>((resolve) => {
    port2.onmessage = ({ data }) => {
      heard.push(data);
      if (data.kind !== 'wait') resolve();
    };
  });
  const send = async (draft: Draft, onWait?: () => void) => {
    drafts.push(draft);
    if (wait) onWait?.();
    return answer;
  };
  relayGate({
    port: port1,
    link: { send },
    typing: () => typing,
    onGate: () => {
      gate = true;
    },
    onAnswer: () => undefined,
  });
  return { ask: (question: unknown) => port2.postMessage(question), arrived, drafts, heard, gate: () => gate };
}

describe('gate relay', () => {
  it('carries a text body there and a release back', async () => {
    const relay = setUp({ kind: 'release' });
    relay.ask(QUESTION);
    await relay.arrived;
    const { id, body, ...rest } = QUESTION;
    expect(relay.drafts).toEqual([{ ...rest, body: { kind: 'text', text: body } }]);
    expect(relay.heard).toEqual([{ id, kind: 'release' }]);
  });

  it('says what is being typed meanwhile', async () => {
    const relay = setUp({ kind: 'release' }, false, 'Dear Ann');
    relay.ask(QUESTION);
    await relay.arrived;
    expect(relay.drafts[0]?.typing).toBe('Dear Ann');
  });

  it('says first that a person is asked', async () => {
    const relay = setUp({ kind: 'release' }, true);
    relay.ask(QUESTION);
    await relay.arrived;
    expect(relay.heard).toEqual([
      { id: 7, kind: 'wait' },
      { id: 7, kind: 'release' },
    ]);
  });

  it('carries bytes there and rewritten bytes back', async () => {
    const relay = setUp({ kind: 'rewrite', body: { kind: 'base64', base64: 'gP8=' }, notice: null });
    relay.ask({ ...QUESTION, body: Uint8Array.of(0xff, 0, 0x80).buffer });
    await relay.arrived;
    expect(relay.drafts[0]?.body).toEqual({ kind: 'base64', base64: '/wCA' });
    expect(relay.heard).toEqual([{ id: 7, kind: 'rewrite', body: Uint8Array.of(0x80, 0xff).buffer }]);
  });

  it('carries a refusal with what the page is told', async () => {
    const refusal = { status: 200, contentType: 'application/json', body: '{}' };
    const relay = setUp({ kind: 'refuse', refusal, trouble: null, notice: null });
    relay.ask(QUESTION);
    await relay.arrived;
    expect(relay.heard).toEqual([{ id: 7, kind: 'refuse', ...refusal }]);
  });

  it('refuses when the rewritten body cannot be read', async () => {
    const relay = setUp({ kind: 'rewrite', body: { kind: 'base64', base64: '%' }, notice: null });
    relay.ask(QUESTION);
    await relay.arrived;
    expect(relay.heard).toMatchObject([{ id: 7, kind: 'refuse' }]);
  });

  it('learns from the first message that the gate stands, and drops what is not a question', async () => {
    const relay = setUp({ kind: 'release' });
    relay.ask({ id: 0 });
    for (const wrong of [null, 'x', { ...QUESTION, channel: 'pigeon' }, { ...QUESTION, id: -1 }, { ...QUESTION, body: { text: 'x' } }])
      relay.ask(wrong);
    relay.ask(QUESTION);
    await relay.arrived;
    expect(relay.gate()).toBe(true);
    expect(relay.drafts).toHaveLength(1);
    expect(relay.heard).toHaveLength(1);
  });

  it('keeps every byte through base64', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(fromBody(toBody(bytes.slice().buffer))).toEqual(bytes.slice().buffer);
      }),
    );
    const large = new Uint8Array(100_000).map((_, index) => index % 251);
    expect(fromBody(toBody(large.buffer))).toEqual(large.buffer);
  });
});
