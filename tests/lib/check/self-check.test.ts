import { beforeEach, describe, expect, it } from 'vitest';
import type { Reading } from '../../../lib/capture/read-draft.ts';
import type { EventBody } from '../../../lib/check/record.ts';
import { createSelfCheck, type SelfCheck } from '../../../lib/check/self-check.ts';

const HOUR = 3_600_000;

let clock: number;
let events: EventBody[];
let kept: Map<string, unknown>;
let check: SelfCheck;

const create = (): SelfCheck =>
  createSelfCheck({
    store: { get: async (key) => kept.get(key), set: async (key, value) => void kept.set(key, structuredClone(value)) },
    now: () => clock,
    record: (event) => events.push(event),
  });

const reading = (shape: Reading['shape'], kind: Reading['kind'] = 'prompt'): Reading => ({
  kind,
  shape,
  parts: [],
  model: '',
  conversation: '',
  refusal: { status: 403, contentType: '', body: '' },
  rewrite: () => null,
});

const sent = (shape: Reading['shape'], composer = true) => check.sent('a', 'a.example', reading(shape), composer);
const visit = () => {
  clock += HOUR;
  return check.visited('a', 'a.example');
};
const state = async () => (await check.all()).a;
const told = () => events.map(({ state: said, detail = '' }) => `${said} ${detail}`.trim());

beforeEach(() => {
  clock = Date.UTC(2026, 10, 25);
  events = [];
  kept = new Map();
  check = create();
});

describe('the self-check of a site', () => {
  it('claims nothing before anything was seen', async () => {
    await visit();
    await check.sent('a', 'a.example', reading('known', 'draft'), true);
    await check.sent('a', 'a.example', reading(null), true);
    expect(await state()).toBeUndefined();
    expect(events).toEqual([]);
  });

  it('is verified with a known prompt and a composer, and says so once', async () => {
    await sent('known');
    await sent('known');
    expect(await state()).toEqual({ state: 'verified', cause: '', at: clock });
    expect(events).toEqual([{ kind: 'site-check', site: 'a', host: 'a.example', state: 'verified' }]);
  });

  it('is degraded at the first request of an unknown shape, and verified again at the next good one', async () => {
    await sent('known');
    clock += 60_000;
    await sent('unknown');
    expect(await state()).toEqual({ state: 'degraded', cause: 'unknown-shape', at: clock });
    await sent('known');
    expect(told()).toEqual(['verified', 'degraded unknown-shape', 'verified']);
  });

  it('misses a composer only when none was found over several prompts', async () => {
    await sent('known', false);
    await sent('known', false);
    expect(await state()).toBeUndefined();
    await sent('known', false);
    expect(await state()).toMatchObject({ state: 'degraded', cause: 'no-composer' });
    await sent('known', true);
    // A button of the page sends too.
    for (let times = 0; times < 5; times += 1) await sent('known', false);
    expect(await state()).toMatchObject({ state: 'verified' });
    clock += 8 * 24 * HOUR;
    for (let times = 0; times < 3; times += 1) await sent('known', false);
    expect(await state()).toMatchObject({ state: 'degraded', cause: 'no-composer' });
  });

  it('is silent after visits without a prompt, with the date of the last one', async () => {
    await sent('known');
    const prompt = clock;
    for (let times = 0; times < 4; times += 1) await visit();
    expect(await state()).toMatchObject({ state: 'verified' });
    await visit();
    expect(await state()).toEqual({ state: 'silent', cause: 'no-prompt', at: prompt });
    await sent('known');
    expect(await state()).toMatchObject({ state: 'verified', at: clock });
  });

  it('is silent with no date where there never was a prompt; signs of life of one hour are one visit', async () => {
    for (let times = 0; times < 9; times += 1) await check.visited('a', 'a.example');
    expect(await state()).toBeUndefined();
    for (let times = 0; times < 4; times += 1) await visit();
    expect(await state()).toEqual({ state: 'silent', cause: 'no-prompt', at: 0 });
  });

  it('reports a state that stays once a day', async () => {
    for (let hour = 0; hour < 50; hour += 1) {
      await sent('known');
      clock += HOUR;
    }
    expect(told()).toEqual(['verified', 'verified', 'verified']);
  });

  it('outlives the worker, and a store that holds something else', async () => {
    await sent('unknown');
    check = create();
    expect(await state()).toMatchObject({ state: 'degraded' });
    await sent('unknown');
    expect(events).toHaveLength(1);
    kept.set('siteChecks', 'broken');
    check = create();
    await sent('known');
    expect(await state()).toMatchObject({ state: 'verified' });
  });
});
