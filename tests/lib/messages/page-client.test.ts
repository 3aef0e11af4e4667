import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from '../../../lib/browser/browser.ts';
import { request } from '../../../lib/messages/page-client.ts';

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});

afterEach(() => {
  vi.useRealTimers();
});

const answering = (reply: unknown) => vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(async () => reply);

describe('a request of a page', () => {
  it('names itself and brings the result', async () => {
    const sent = answering({ ok: true, value: null });
    expect(await request('page-state', { tabId: 7 })).toEqual({ ok: true, value: null });
    expect(sent).toHaveBeenCalledWith({ to: 'background', name: 'page-state', payload: { tabId: 7 } });
  });

  it.each([undefined, null, true, 'ok', {}, { ok: 1, value: 2 }, { ok: true }, { value: 1 }, { ok: false }])(
    'is not answered by %j',
    async (reply) => {
      answering(reply);
      expect(await request('policy-state', {})).toEqual({ ok: false });
    },
  );

  it('does not reject when the background cannot be reached', async () => {
    vi.spyOn(browser.runtime, 'sendMessage').mockRejectedValue(new Error('no receiver'));
    expect(await request('policy-state', {})).toEqual({ ok: false });
  });

  it('does not wait for ever', async () => {
    vi.useFakeTimers();
    vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(() => new Promise(() => undefined));
    const asked = request('policy-state', {});
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await asked).toEqual({ ok: false });
  });
});
