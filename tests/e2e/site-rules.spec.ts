import { ready, replica } from './harness/replicas.ts';
import { expect, openGuarded, test } from './harness/test.ts';
import { MATRIX_POLICY, sample } from './harness/values.ts';

test('prompts in links and typed addresses are taken out before the page is asked for, without an install by policy', async ({
  server,
  seed,
}) => {
  const guarded = await openGuarded(server, { ...MATRIX_POLICY, name: 'stripped', ...{ sites: { links: 'strip' } } });
  try {
    if (!guarded.policy) return test.skip(true, 'writing policy files needs root on Linux');
    const page = await guarded.context.newPage();
    for (const [index, link] of [
      'https://chatgpt.com/?hints=search&q=',
      'https://www.perplexity.ai/?q=',
      'https://claude.ai/new?q=',
    ].entries()) {
      const secret = sample('block', seed * 10 + index);
      const since = server.recorder.mark();
      // Typed, and by a link on another page.
      await page.goto(`${link}${encodeURIComponent(secret.text)}`);
      await ready(page);
      await guarded.helper.evaluate(
        (href) => {
          const anchor = Object.assign(document.createElement('a'), { href, target: '_blank', textContent: 'ask' });
          document.body.replaceChildren(anchor);
        },
        `${link}${encodeURIComponent(secret.text)}`,
      );
      const [opened] = await Promise.all([guarded.context.waitForEvent('page'), guarded.helper.locator('a').click()]);
      await ready(opened);
      await opened.close();
      expect(server.recorder.received(secret.value, since)).toEqual([]);
      expect(server.recorder.arrivals.slice(since).filter(({ url }) => url.pathname === new URL(link).pathname).length).toBeGreaterThan(1);
    }
    // What is no prompt stays.
    await page.goto('https://chatgpt.com/?shell=new&hints=search');
    expect(new URL(page.url()).search).toBe('?shell=new&hints=search');
  } finally {
    await guarded.close();
  }
});

test('kinds of requests that a policy closes for a site are refused by the browser, and the site works on', async ({ server, seed }) => {
  const guarded = await openGuarded(server, { ...MATRIX_POLICY, ...{ sites: { closed: { perplexity: ['websocket'] } } } });
  try {
    if (!guarded.policy) return test.skip(true, 'writing policy files needs root on Linux');
    const site = replica('perplexity');
    const since = server.recorder.mark();
    const page = await guarded.chat(site.url);
    const harmless = sample('allow', seed * 10);
    await page.locator(site.field).click();
    await page.keyboard.type(harmless.text);
    await page.waitForTimeout(1_000);
    expect(server.recorder.arrivals.slice(since).filter(({ kind }) => kind !== 'request')).toEqual([]);
    await page.keyboard.press('Enter');
    expect(await server.recorder.arrival(harmless.value, since, 6_000)).not.toBeNull();
    await expect(page.locator('body')).toContainText('You wrote');
  } finally {
    await guarded.close();
  }
});
