import type { Ask } from './ask.ts';
import type { GateQuestion } from './protocol.ts';

const SLOTS = 32;
const LONGEST = 100_000;

/**
 * Remembers bodies that were released, for channels that cannot wait (synchronous XHR, beacons while the page goes away):
 * those may pass again, unchanged, to the same address.
 */
export interface Cleared {
  has(question: Omit<GateQuestion, 'id'>): boolean;
  /** `ask` that remembers each release. */
  readonly ask: Ask;
}

export function rememberCleared(ask: Ask): Cleared {
  const ring: string[] = [];
  for (let i = 0; i < SLOTS; i += 1) ring[i] = '';
  let next = 0;
  const key = (question: Omit<GateQuestion, 'id'>): string =>
    typeof question.body === 'string' && question.body.length <= LONGEST
      ? `${question.channel === 'cookie' ? '' : question.url}\n${question.headers ?? ''}\n${question.body}`
      : '';
  return {
    has(question) {
      const wanted = key(question);
      if (wanted === '') return false;
      for (let i = 0; i < SLOTS; i += 1) if (ring[i] === wanted) return true;
      return false;
    },
    ask(question, done) {
      ask(question, (outcome) => {
        const released = key(question);
        if (outcome.kind === 'release' && released !== '') {
          ring[next] = released;
          next = (next + 1) % SLOTS;
        }
        done(outcome);
      });
    },
  };
}
