import { plainChat } from '../sites/plain/site.ts';
import { type } from './harness/gestures.ts';
import { replica } from './harness/replicas.ts';
import { expect, openGuarded, test } from './harness/test.ts';
import { MATRIX_POLICY, sample } from './harness/values.ts';

test('a site is verified by a known prompt, and degraded by one of an unknown shape, which is read all the same', async ({
  server,
  seed,
}) => {
  const guarded = await openGuarded(server);
  try {
    const { extension, collector } = guarded;
    if (!extension) throw new Error('launched without the extension');
    const site = replica('claude');
    const page = await guarded.chat(site.url);
    await type(page, page.locator(site.field), 'Hello there, how are you');
    await page.keyboard.press('Enter');
    const verified = await collector.event(({ kind }) => kind === 'site-check');
    expect(verified).toMatchObject({ site: 'claude', host: 'claude.ai', state: 'verified' });

    // The same request with its words in another place; an e-mail address is minded in prompt text only.
    const { text, value } = sample('block', seed * 10);
    const since = server.recorder.mark();
    const status = await page.evaluate(
      (say) =>
        fetch('/api/organizations/o/chat_conversations/c/completion', { method: 'POST', body: JSON.stringify({ turn: { say } }) }).then(
          (response) => response.status,
        ),
      text,
    );
    expect(status).toBe(403);
    expect(server.recorder.received(value, since)).toEqual([]);
    const degraded = await collector.event(({ kind, state }) => kind === 'site-check' && state === 'degraded');
    expect(degraded.detail).toBe('unknown-shape');

    const { checks } = await extension.ask('sites-state', {});
    expect(checks).toEqual([{ siteId: 'claude', siteName: 'Claude', state: 'degraded', cause: 'unknown-shape', at: expect.any(Number) }]);
    const options = await extension.page();
    await options.reload();
    await expect(options.locator('tbody').first()).toContainText('Claude');
  } finally {
    await guarded.close();
  }
});

const HOST = 'chat.unlisted.example';
const MODEL = plainChat(HOST, { to: '/v1/ask', body: '{"model":"m","messages":[{"role":"user","content":"TEXT"}]}' });

for (const unknown of ['ignore', 'report', 'govern'] as const) {
  test(`a prompt on a host without an entry: ${unknown}`, async ({ server, seed }) => {
    const policy = { ...MATRIX_POLICY, sites: { unknown } };
    const guarded = await openGuarded(server, policy, { granted: ['https://*/*'] });
    try {
      if (!guarded.policy) return test.skip(true, 'writing policy files needs root on Linux');
      const page = await guarded.chat(MODEL);
      const send = async (text: string) => {
        await page.locator('textarea').fill(text);
        await page.locator('button').click();
      };
      const secret = sample('redact', seed * 10);
      const since = server.recorder.mark();
      await send(secret.text);
      const arrived = await server.recorder.arrival(secret.around, since, 8_000);
      expect(arrived, 'the request arrives, with the value or without').not.toBeNull();
      expect(server.recorder.received(secret.value, since).length > 0).toBe(unknown !== 'govern');
      // What does not look like a prompt is nobody's business.
      const comment = sample('redact', seed * 10 + 1);
      await page.evaluate((text) => fetch('/comments', { method: 'POST', body: JSON.stringify({ comment: text }) }), comment.text);
      expect(await server.recorder.arrival(comment.value, since, 5_000)).not.toBeNull();

      const told = guarded.collector.event(({ kind }) => kind === 'discovery', 4_000).catch(() => null);
      if (unknown === 'ignore') expect(await told).toBeNull();
      else {
        expect(await told).toMatchObject({ host: HOST });
        expect(guarded.collector.bodies.join('')).not.toContain('/v1/ask');
        expect(guarded.collector.events.filter(({ kind }) => kind === 'discovery')).toHaveLength(1);
      }
    } finally {
      await guarded.close();
    }
  });
}
