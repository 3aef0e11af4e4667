import { expect, it } from 'vitest';
import { createLive } from '../../../collector/server/live.ts';
import { samples } from '../../lib/audit/sample.ts';

const stored = (count: number) => samples(count).map((event) => ({ ...event, received: 1 }));

it('gathers news for a slow listener, and tells it when it missed some', async () => {
  const live = createLive();
  const listener = live.listen();
  live.publish(stored(2));
  live.publish(stored(1));
  expect(await listener?.next(10_000)).toEqual({ kind: 'events', events: [...stored(2), ...stored(1)] });
  expect(await listener?.next(1)).toEqual({ kind: 'quiet' });
  live.publish(stored(1_001));
  expect(await listener?.next(10_000)).toEqual({ kind: 'missed' });
  const waiting = listener?.next(10_000);
  live.close();
  expect(await waiting).toBeNull();
});

it('bounds the number of listeners', () => {
  const live = createLive();
  const all = Array.from({ length: 60 }, () => live.listen());
  expect(all.filter((listener) => listener === null)).toHaveLength(10);
  all[0]?.end();
  expect(live.listen()).not.toBeNull();
  live.close();
});
