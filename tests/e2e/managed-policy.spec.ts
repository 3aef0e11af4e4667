import { BUTTONS, dialog, dismiss } from './harness/dialog.ts';
import { type } from './harness/gestures.ts';
import { replica } from './harness/replicas.ts';
import { expect, type Guarded, managedValues, openGuarded, test } from './harness/test.ts';
import { MATRIX_POLICY, sample } from './harness/values.ts';

const site = replica('openai-compatible');

/** What the policy in force makes of a card number: asked, or let go. */
async function cardIsAsked(guarded: Guarded, seed: number): Promise<boolean> {
  const page = await guarded.chat(site.url);
  await type(page, page.locator(site.field), sample('warn', seed).text);
  await page.keyboard.press('Enter');
  const asked = await dialog(page, 2_000);
  if (asked) await dismiss(page);
  await page.close();
  return asked?.buttons.includes(BUTTONS.send) ?? false;
}

test('a policy file is applied, followed while the browser runs, and not undone by a broken or missing one', async ({ server, seed }) => {
  const guarded = await openGuarded(server);
  try {
    const { extension, policy, collector } = guarded;
    if (!extension || !policy) return test.skip(true, 'writing policy files needs root on Linux');

    const first = await extension.ask('policy-state', {});
    expect(first.source).toBe('managed');
    expect(first.managed).toBe(true);
    expect(await cardIsAsked(guarded, seed)).toBe(true);

    // Changed: cards may go now.
    const rules = MATRIX_POLICY.rules.filter((rule) => rule.id !== 'card-warn');
    policy.write(managedValues(collector.url, { ...MATRIX_POLICY, revision: 2, rules }));
    await extension.reloadPolicies();
    await extension.policy((state) => state.stamp.revision === 2);
    expect(await cardIsAsked(guarded, seed + 1_000)).toBe(false);

    // Broken: the last good one stays, and the problem names its place and cure.
    policy.write({ ...managedValues(collector.url), policyJson: '{"schema":1,"name":"broken","revision":3,"rules":[}' });
    await extension.reloadPolicies();
    const broken = await extension.policy((state) => state.source === 'last-good');
    expect(broken.stamp.revision).toBe(2);
    expect(broken.problems[0]?.cure).not.toBe('');

    // Gone: a managed browser is never without its policy.
    policy.write(null);
    await extension.reloadPolicies();
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    const gone = await extension.ask('policy-state', {});
    expect(gone.managed).toBe(true);
    expect(gone.stamp).toEqual(broken.stamp);

    // A worker that wakes anew knows it too.
    await extension.stopWorker();
    expect((await extension.policy((state) => state.managed)).stamp).toEqual(broken.stamp);
  } finally {
    await guarded.close();
  }
});

for (const [name, text] of Object.entries({
  'is not JSON': 'rules: none',
  'is of a future version': JSON.stringify({ ...MATRIX_POLICY, schema: 99 }),
})) {
  test(`a policy that ${name} is refused with its cause and cure, and the last good one stays`, async ({ server }) => {
    const guarded = await openGuarded(server);
    try {
      const { extension, policy, collector } = guarded;
      if (!extension || !policy) return test.skip(true, 'writing policy files needs root on Linux');
      policy.write({ ...managedValues(collector.url), policyJson: text });
      await extension.reloadPolicies();
      const state = await extension.policy((one) => one.problems.length > 0);
      expect(state.stamp.name).toBe(MATRIX_POLICY.name);
      expect(state.problems[0]?.message).not.toBe('');
      expect(state.problems[0]?.cure).not.toBe('');
    } finally {
      await guarded.close();
    }
  });
}

test('a hostile pattern is set aside with a message while the other rules work', async ({ server, seed }) => {
  const hostile = {
    ...MATRIX_POLICY,
    // The first is slow only in engines that backtrack; the second no linear engine can run.
    lists: { slow: { patterns: ['(a+)+$', '(x)\\1'] } },
    rules: [...MATRIX_POLICY.rules, { id: 'slow', detect: [{ list: 'slow' }], action: 'block' }],
  };
  const guarded = await openGuarded(server, hostile);
  try {
    const state = await guarded.extension?.ask('policy-state', {});
    expect(JSON.stringify(state?.problems)).toContain('lists.slow.patterns[1]');
    const page = await guarded.chat(site.url);
    const since = server.recorder.mark();
    await page.locator(site.field).fill(`${'a'.repeat(50_000)}!`);
    await page.locator(site.send).click();
    expect(await server.recorder.arrival('aaaa!', since, 5_000)).not.toBeNull();
    await page.close();
    expect(await cardIsAsked(guarded, seed)).toBe(true);
  } finally {
    await guarded.close();
  }
});
