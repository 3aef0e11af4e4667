import { expect, test } from './harness/test.ts';
import { sample } from './harness/values.ts';

/** Ways to name the source of a worker. */
const WAYS = [
  'text',
  'address object',
  'blob of another realm',
  'module of another realm',
  'poisoned instanceof',
  'data',
  'trusted type',
] as const;

for (const way of WAYS) {
  test(`a worker whose source is named by ${way} carries a gate, and works`, async ({ guarded, server, seed }) => {
    const page = await guarded.chat('https://openrouter.ai/lab');
    const since = server.recorder.mark();
    const start = (text: string) =>
      page.evaluate(
        ([kind, body]) => {
          const code = `fetch('https://openrouter.ai/sink/worker/', { method: 'POST', mode: 'no-cors', body: ${JSON.stringify(body)} });`;
          const make = (realm: Window & typeof globalThis) =>
            realm.URL.createObjectURL(new realm.Blob([code], { type: 'text/javascript' }));
          const other = () => document.body.appendChild(document.createElement('iframe')).contentWindow as Window & typeof globalThis;
          switch (kind) {
            case 'text':
              return void new Worker(make(window));
            case 'address object':
              return void new Worker(new URL(make(window)));
            case 'blob of another realm':
              return void new Worker(make(other()));
            case 'module of another realm':
              return void new Worker(make(other()), { type: 'module' });
            case 'poisoned instanceof':
              Object.defineProperty(Blob, Symbol.hasInstance, { value: () => false, configurable: true });
              return void new Worker(make(window));
            case 'data':
              return void new Worker(`data:text/javascript,${encodeURIComponent(code)}`);
            case 'trusted type': {
              const { trustedTypes } = window as unknown as {
                trustedTypes: { createPolicy(name: string, rules: object): { createScriptURL(text: string): string } };
              };
              const policy = trustedTypes.createPolicy(`page ${performance.now()}`, { createScriptURL: (text: string) => text });
              return void new Worker(policy.createScriptURL(make(window)));
            }
          }
        },
        [way, text] as const,
      );
    const secret = sample('block', seed);
    const harmless = sample('allow', seed);
    await start(secret.text);
    await start(harmless.text);
    expect(await server.recorder.arrival(harmless.value, since, 8_000)).not.toBeNull();
    await page.waitForTimeout(500);
    expect(server.recorder.received(secret.value, since)).toEqual([]);
    await page.close();
  });
}
