import { PRACTICE_ORGANIZATION } from '../sites/claude/organization.ts';
import { type } from './harness/gestures.ts';
import { replica } from './harness/replicas.ts';
import { expect, managedValues, openGuarded, test } from './harness/test.ts';
import { MATRIX_POLICY, sample } from './harness/values.ts';

test('a rule for personal accounts leaves the organisation’s own alone', async ({ server, seed }) => {
  const rule = { id: 'mail-personal', when: { accounts: ['personal'] }, detect: [{ entity: 'EMAIL' }], action: 'block' };
  const withOwn = (own: string, revision: number) => ({
    ...MATRIX_POLICY,
    revision,
    sites: { accounts: { claude: [own] } },
    rules: [...MATRIX_POLICY.rules, rule],
  });
  const guarded = await openGuarded(server, withOwn(PRACTICE_ORGANIZATION, 1));
  try {
    const { extension, policy, collector } = guarded;
    if (!extension || !policy) return test.skip(true, 'writing policy files needs root on Linux');
    const site = replica('claude');
    const page = await guarded.chat(site.url);
    const send = async (text: string) => {
      await type(page, page.locator(site.field), text);
      await page.keyboard.press('Enter');
    };

    const work = sample('monitor', seed * 10);
    let since = server.recorder.mark();
    await send(work.text);
    expect(await server.recorder.arrival(work.value, since, 6_000)).not.toBeNull();
    expect(await collector.event(({ kind, account }) => kind === 'verdict' && account === 'work')).toMatchObject({ site: 'claude' });

    policy.write(managedValues(collector.url, withOwn('another-organisation', 2)));
    await extension.reloadPolicies();
    await extension.policy(({ stamp }) => stamp.revision === 2);
    await page.bringToFront();
    const personal = sample('monitor', seed * 10 + 1);
    since = server.recorder.mark();
    await send(personal.text);
    expect(await collector.event(({ kind, account }) => kind === 'verdict' && account === 'personal')).toMatchObject({ action: 'block' });
    expect(server.recorder.received(personal.value, since)).toEqual([]);
  } finally {
    await guarded.close();
  }
});

for (const drafts of ['judge', 'drop', 'allow'] as const) {
  for (const id of ['chatgpt-old', 'perplexity'] as const) {
    test(`drafts of ${id}: ${drafts}`, async ({ server, seed }) => {
      const policy = { ...MATRIX_POLICY, sites: { drafts } };
      const guarded = await openGuarded(server, policy);
      try {
        if (!guarded.policy) return test.skip(true, 'writing policy files needs root on Linux');
        const site = replica(id);
        const page = await guarded.chat(site.url);
        const field = page.locator(site.field);
        const draftWith = (value: string, since: number) =>
          server.recorder
            .received(value, since)
            .filter(({ url, kind }) => kind !== 'upgrade' && !site.prompt.test(url.href.replace(/\?.*/, '')));

        // Harmless words, still being written.
        const harmless = sample('allow', seed * 10);
        let since = server.recorder.mark();
        await type(page, field, `${harmless.text} and more `);
        await page.waitForTimeout(1_500);
        expect(draftWith(harmless.value, since).length > 0).toBe(drafts !== 'drop');

        // The app works on: what is sent arrives and is answered.
        await page.keyboard.press('Enter');
        expect(await server.recorder.arrival(`${harmless.value} to me`, since, 6_000)).not.toBeNull();
        await expect(page.locator('body')).toContainText(`You wrote: ${harmless.text.slice(0, 20)}`);

        // A value that is minded leaves early only where drafts are not judged.
        const secret = sample('block', seed * 10 + 1);
        since = server.recorder.mark();
        await type(page, field, `${secret.text} and more `);
        await page.waitForTimeout(1_500);
        expect(draftWith(secret.value, since).length > 0).toBe(drafts === 'allow');
      } finally {
        await guarded.close();
      }
    });
  }
}
