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

test('a draft in a call that no entry knows leaves without the word that is still being typed, and the page works on', async ({
  guarded,
  server,
  seed,
}) => {
  const page = await guarded.chat('https://openrouter.ai/');
  const field = page.locator('form textarea');
  // Saves at every key, where nothing is known of it.
  await field.evaluate((box: HTMLTextAreaElement) =>
    box.addEventListener('input', async () => {
      const answer = await fetch('/sink/autosave', { method: 'POST', body: JSON.stringify({ note: box.value }) });
      document.documentElement.dataset.saved = `${answer.status}`;
    }),
  );
  const { text, value } = sample('block', seed * 10);
  const since = server.recorder.mark();
  await field.click();
  await page.keyboard.type(text.slice(0, text.indexOf(value) + value.length - 1), { delay: 40 });
  await expect.poll(() => server.recorder.received('AWS access key', since).length).toBeGreaterThan(5);
  await page.waitForTimeout(500);
  expect(server.recorder.received(value.slice(0, 8), since)).toEqual([]);
  expect(await page.locator('html').getAttribute('data-saved')).toBe('200');

  // What is sent leaves whole, wherever it goes and whatever stays in the composer: Enter has ended the typing.
  await page.evaluate(() => {
    const say = (event: KeyboardEvent) => {
      const box = document.querySelector('form textarea') as HTMLTextAreaElement;
      if (event.key !== 'Enter') return;
      event.preventDefault();
      event.stopImmediatePropagation();
      void fetch('/sink/elsewhere', { method: 'POST', body: JSON.stringify({ say: box.value }) });
    };
    addEventListener('keydown', say, true);
  });
  await field.fill('');
  const order = `Where is order 2026-11-${seed}-77`;
  await page.keyboard.type(order, { delay: 40 });
  await page.keyboard.press('Enter');
  const whole = async () => server.recorder.received(order, since).map(({ url }) => url.pathname);
  await expect.poll(whole).toContain('/sink/elsewhere');
  await page.close();
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
