import { plainChat } from '../sites/plain/site.ts';
import { BUTTONS, dialog, dismiss } from './harness/dialog.ts';
import { type } from './harness/gestures.ts';
import { expect, managedValues, openGuarded, test } from './harness/test.ts';
import { MATRIX_POLICY, sample } from './harness/values.ts';

/** GitHub Copilot with another endpoint, another body and another editor than this build knows. */
const CHANGED = plainChat('github.com', {
  to: 'https://api.individual.githubcopilot.com/turns/t-7/say',
  body: '{"turn":{"say":"TEXT"},"intent":"conversation"}',
  field: 'copilot-next',
});

const PACK = {
  id: 'github-copilot',
  asOf: '2026-11-25',
  name: 'GitHub Copilot (changed)',
  hosts: ['github.com'],
  composer: { fields: ['#copilot-next'], send: ['#send'] },
  reads: 'prompts',
  endpoints: [{ kind: 'prompt', channel: 'http', host: '*.githubcopilot.com', paths: ['/turns/:conversation/say'], text: ['/turn/say'] }],
  examples: [
    {
      url: 'https://api.individual.githubcopilot.com/turns/t-1/say',
      body: { turn: { say: 'hello' }, intent: 'conversation' },
      kind: 'prompt',
      prompts: ['hello'],
      rewritten: { turn: { say: '[TEXT_1]' }, intent: 'conversation' },
    },
  ],
};

test('a site that has changed is governed again once a pack is pushed, without an update', async ({ server, seed }) => {
  const guarded = await openGuarded(server);
  try {
    const { extension, policy, collector } = guarded;
    if (!extension || !policy) return test.skip(true, 'writing policy files needs root on Linux');
    const page = await guarded.chat(CHANGED);
    const field = page.locator('textarea');

    // This build's entry knows neither the request nor the editor: what is sent arrives.
    const leaked = sample('block', seed * 10);
    let since = server.recorder.mark();
    await type(page, field, leaked.text);
    await page.keyboard.press('Enter');
    expect(await server.recorder.arrival(leaked.value, since, 5_000)).not.toBeNull();

    policy.write(managedValues(collector.url, { ...MATRIX_POLICY, revision: 2, sites: { packs: [PACK] } }));
    await extension.reloadPolicies();
    expect((await extension.policy((state) => state.stamp.revision === 2)).problems).toEqual([]);

    // The page that is open already, in its composer: asked before it sends.
    await page.bringToFront();
    const warned = sample('warn', seed * 10 + 1);
    since = server.recorder.mark();
    await type(page, field, warned.text);
    await page.keyboard.press('Enter');
    expect((await dialog(page))?.buttons).toContain(BUTTONS.send);
    await dismiss(page);
    expect(server.recorder.received(warned.value, since)).toEqual([]);

    // And on the wire, where its own words say which app it is.
    const blocked = sample('redact', seed * 10 + 2);
    since = server.recorder.mark();
    await page.evaluate(
      (say) => fetch('https://api.individual.githubcopilot.com/turns/t-7/say', { method: 'POST', body: JSON.stringify({ turn: { say } }) }),
      blocked.text,
    );
    const arrived = await server.recorder.arrival(blocked.around, since, 5_000);
    expect(arrived?.body.toString()).toContain('[GITHUB_TOKEN_1]');
    expect(server.recorder.received(blocked.value, since)).toEqual([]);
    const event = await collector.event(({ kind, outcome }) => kind === 'verdict' && outcome === 'rewritten');
    expect(event.site).toBe('github-copilot');

    // A pack that fails its own example is set aside, and the entry of this build holds.
    const [example] = PACK.examples;
    const broken = { ...PACK, examples: [{ ...example, prompts: ['another'] }] };
    policy.write(managedValues(collector.url, { ...MATRIX_POLICY, revision: 3, sites: { packs: [broken] } }));
    await extension.reloadPolicies();
    const state = await extension.policy(({ stamp }) => stamp.revision === 3);
    expect(state.problems.map(({ path }) => path)).toEqual(['sites.packs[0].examples[0]']);
    expect(state.problems[0]?.cure).not.toBe('');
  } finally {
    await guarded.close();
  }
});

test('a pack for a host that this build does not list is governed where the browser allows it', async ({ server, seed }) => {
  const HOST = 'chat.unlisted.example';
  const pack = { ...PACK, id: 'unlisted', name: 'Unlisted', hosts: [HOST], composer: { fields: ['#prompt'], send: ['#send'] } };
  const endpoints = [{ kind: 'prompt', channel: 'http', paths: ['/ask'], text: ['/text'] }];
  const policy = { ...MATRIX_POLICY, sites: { packs: [{ ...pack, reads: undefined, endpoints, examples: [] }] } };
  const guarded = await openGuarded(server, policy, { granted: [`https://${HOST}/*`] });
  try {
    if (!guarded.policy) return test.skip(true, 'writing policy files needs root on Linux');
    const page = await guarded.chat(plainChat(HOST, { to: '/ask', body: '{"text":"TEXT"}' }));
    const blocked = sample('block', seed * 10);
    const harmless = sample('allow', seed * 10);
    const since = server.recorder.mark();
    for (const { text } of [blocked, harmless]) {
      await page.evaluate((said) => fetch('/ask', { method: 'POST', body: JSON.stringify({ text: said }) }).catch(() => null), text);
    }
    expect(await server.recorder.arrival(harmless.value, since, 5_000)).not.toBeNull();
    expect(server.recorder.received(blocked.value, since)).toEqual([]);
    const composed = sample('warn', seed * 10 + 1);
    await dismiss(page);
    await type(page, page.locator('textarea'), composed.text);
    await page.keyboard.press('Enter');
    expect((await dialog(page))?.buttons).toContain(BUTTONS.send);
  } finally {
    await guarded.close();
  }
});
