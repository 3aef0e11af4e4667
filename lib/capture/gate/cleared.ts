import type { Ask, Line } from './ask.ts';
import * as native from './pristine.ts';
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
  /** Nothing here can wait for an answer, and the network layer judges it: `urgent` or while the page goes away. */
  unasked(urgent: boolean): boolean;
}

export function rememberCleared({ ask, network }: Line): Cleared {
  let leaving = false;
  const watch = (type: string, value: boolean): void =>
    native.addEventListener(
      native.realm,
      type,
      (event: Event) => {
        if (event.isTrusted) leaving = value;
      },
      true,
    );
  watch('pagehide', true);
  watch('pageshow', false);
  const ring: string[] = [];
  for (let i = 0; i < SLOTS; i += 1) ring[i] = '';
  let next = 0;
  const key = (question: Omit<GateQuestion, 'id'>): string =>
    typeof question.body === 'string' && question.body.length <= LONGEST
      ? `${question.channel === 'cookie' ? '' : question.url}\n${question.headers ?? ''}\n${question.body}`
      : '';
  return {
    unasked: (urgent) => network() && (urgent || leaving),
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
