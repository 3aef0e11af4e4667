import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../lib/capture/draft.ts';
import { composerJudge, toneOf } from '../../../lib/messages/composer-judge.ts';
import type { FinalAnswer } from '../../../lib/messages/guide-link.ts';
import type { AheadAnswer } from '../../../lib/messages/protocol.ts';

const FINDING = { entity: 'IBAN', start: 0, end: 4, confidence: 0.9, action: 'block', rules: ['r'] } as const;
const REFUSAL = { status: 403, contentType: 'text/plain', body: '' };

function judge(ahead: AheadAnswer | null, send: FinalAnswer = { kind: 'release' }) {
  const drafts: Draft[] = [];
  const link = {
    ahead: async (draft: Draft) => {
      drafts.push(draft);
      return ahead;
    },
    send: async () => send,
  };
  return {
    drafts,
    judge: composerJudge(
      link,
      () => 'https://chat.test/c/1',
      () => undefined,
    ),
  };
}

describe('composer judge', () => {
  it('asks about the text as what it is: still in the composer', async () => {
    const { drafts, judge: composer } = judge({ kind: 'ahead', action: 'allow', findings: [] });
    await composer.ahead('hello');
    const body = { kind: 'text', text: 'hello' };
    expect(drafts).toEqual([{ channel: 'composer', method: 'SEND', url: 'https://chat.test/c/1', contentType: 'text/plain', body }]);
  });

  it('counts only findings that the policy minds', async () => {
    const findings = [FINDING, { ...FINDING, entity: 'EMAIL', action: 'monitor' } as const];
    expect(await judge({ kind: 'ahead', action: 'block', findings }).judge.ahead('x')).toEqual({
      clean: false,
      action: 'block',
      entities: ['IBAN'],
    });
    expect((await judge({ kind: 'ahead', action: 'monitor', findings: [] }).judge.ahead('x'))?.clean).toBe(true);
    expect(await judge(null).judge.ahead('x')).toBeNull();
  });

  it('turns answers into outcomes; bytes are no text', async () => {
    const outcome = (answer: FinalAnswer) => judge(null, answer).judge.send('x');
    expect(await outcome({ kind: 'release' })).toEqual({ kind: 'release' });
    expect(await outcome({ kind: 'rewrite', body: { kind: 'text', text: 'y' }, notice: null })).toEqual({ kind: 'rewrite', text: 'y' });
    expect(await outcome({ kind: 'rewrite', body: { kind: 'base64', base64: '' }, notice: null })).toEqual({ kind: 'refuse' });
    expect(await outcome({ kind: 'refuse', refusal: REFUSAL, trouble: null, notice: null })).toEqual({ kind: 'refuse' });
  });

  it('warns in the colour of what will happen', () => {
    expect(['warn', 'justify', 'redact', 'block', 'unheard of'].map(toneOf)).toEqual(['warn', 'warn', 'redact', 'block', 'warn']);
  });
});
