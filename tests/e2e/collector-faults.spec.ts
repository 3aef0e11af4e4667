import { dialog, dismiss } from './harness/dialog.ts';
import type { Mood } from './harness/fault-collector.ts';
import { type } from './harness/gestures.ts';
import { replica } from './harness/replicas.ts';
import { expect, managedValues, openGuarded, test } from './harness/test.ts';
import { sample } from './harness/values.ts';

const site = replica('openai-compatible');

for (const mood of ['500', '401', 'silent', 'garbage'] as const satisfies readonly Mood[]) {
  test(`events survive a collector that answers ${mood}`, async ({ server, seed }) => {
    test.setTimeout(120_000);
    const guarded = await openGuarded(server);
    try {
      const { collector, extension, policy } = guarded;
      if (!extension || !policy) return test.skip(true, 'an audit endpoint is set by managed policy, whose files need root on Linux');
      // Counted here: what the page's own start reports may be the first to be refused, and what is refused with 401 is not tried again.
      const before = collector.bodies.length;
      collector.mood = mood;
      const { text, value } = sample('block', seed);
      const page = await guarded.chat(site.url);
      await type(page, page.locator(site.field), text);
      await page.keyboard.press('Enter');
      await dialog(page);
      await dismiss(page);
      // It has been tried, it was not taken, and it is still there.
      await expect.poll(() => collector.bodies.length, { timeout: 20_000 }).toBeGreaterThan(before);
      await expect.poll(async () => (await extension.ask('outbox-state', {})).waiting, { timeout: 45_000 }).toBeGreaterThan(0);

      // The worker's memory is lost with it; the events are not.
      await extension.stopWorker();
      collector.mood = 'well';
      const state = await extension.ask('outbox-state', {});
      expect(state.dead).toBe(0);
      // A collector that does not know us is not asked again for a while; another token is a reason to.
      if (mood === '401') {
        policy.write({ ...managedValues(collector.url), auditToken: 'mended-token' });
        await extension.reloadPolicies();
      }
      const event = await collector.event((one) => one.kind === 'verdict' && one.action === 'block', 60_000);
      expect(event.findings?.map(({ entity }) => entity)).toEqual(['AWS_ACCESS_KEY']);
      expect(collector.bodies.filter((body) => body.includes(value))).toEqual([]);
      expect([...collector.tokens]).toEqual(['Bearer practice-token', ...(mood === '401' ? ['Bearer mended-token'] : [])]);
    } finally {
      await guarded.close();
    }
  });
}
