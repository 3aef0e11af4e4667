import { describe, expect, it } from 'vitest';
import type { Posture } from '../../../lib/check/posture.ts';
import { engineFor } from '../../../lib/check/posture-source.ts';
import { createWarmUp, WARMING } from '../../../lib/check/warm-up.ts';
import { builtInPolicy } from '../../../lib/policy/built-in.ts';

/** What happened, in order. */
function warmUpOver(missing: string) {
  const events: string[] = [];
  let missed = false;
  const posture = {
    scan: (text: string) => {
      events.push(text);
      missed = text === missing;
      return [];
    },
    incomplete: () => missed,
    complete: async () => void events.push('complete'),
  } as unknown as Posture;
  const warmUp = createWarmUp(
    async () => posture,
    async () => void events.push('pause'),
  );
  return { events, warmUp };
}

describe('the warm-up', () => {
  it('scans each text once, after a pause, and loads what a text asks for', async () => {
    const asks = WARMING[1] as string;
    const { events, warmUp } = warmUpOver(asks);
    await Promise.all([warmUp(), warmUp()]);
    await warmUp();
    expect(events).toEqual(WARMING.flatMap((text) => (text === asks ? ['pause', text, 'complete'] : ['pause', text])));
  });

  it('reaches what texts about people are looked through for', () => {
    const { scan } = engineFor(builtInPolicy(), null);
    const found = [...new Set(WARMING.flatMap((text) => scan(text).map(({ entity }) => entity)))];
    const ids = 'CREDIT_CARD CARD_EXPIRY PASSPORT'.split(' ');
    const people = 'AGE DATE_OF_BIRTH EMAIL MEDICAL_CONDITION MEDICATION PHONE POSTAL_ADDRESS SALARY'.split(' ');
    expect(found).toEqual(expect.arrayContaining([...ids, ...people]));
  });
});
