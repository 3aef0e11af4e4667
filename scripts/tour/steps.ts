import { type Replica, replica } from '../../tests/e2e/harness/replicas.ts';
import { sample } from '../../tests/e2e/harness/values.ts';

/** One thing that somebody tries on a practice page. */
export interface Step {
  /** Name of its pictures. */
  readonly name: string;
  readonly site: Replica;
  readonly way: 'type' | 'paste';
  readonly text: string;
  /** What must not arrive, or null where everything may. */
  readonly secret: string | null;
  /** Words that only this step sends; they tell its arrivals from others. */
  readonly tag: string;
  /** What the person does when asked. */
  readonly choice: 'edit' | 'redacted' | 'send' | 'reason';
  readonly reason?: string;
}

const token = sample('redact', 1).value;
const card = sample('warn', 2).value;
const account = sample('justify', 3).value;
const key = sample('block', 4).value;
const people = [5, 6, 7].map((seed) => sample('monitor', seed).value);

/** What the tour does, under the balanced policy. The values are made from seeds: none of them belongs to anybody. */
export const STEPS: readonly Step[] = [
  {
    name: 'harmless',
    site: replica('chatgpt-old'),
    way: 'type',
    text: 'Which tea goes well with lemon cake?',
    secret: null,
    tag: 'lemon cake',
    choice: 'edit',
  },
  {
    name: 'cloud-key',
    site: replica('claude'),
    way: 'paste',
    text: `Why is my upload refused? The access key is ${key} and the region is Frankfurt.`,
    secret: key,
    tag: 'the region is Frankfurt',
    choice: 'edit',
  },
  {
    name: 'access-token',
    site: replica('chatgpt-old'),
    way: 'type',
    text: `Explain why git push fails with the token ${token} behind a proxy.`,
    secret: token,
    tag: 'behind a proxy',
    choice: 'redacted',
  },
  {
    name: 'payment-card',
    site: replica('gemini'),
    way: 'type',
    text: `Write a refund letter for the card number ${card} please.`,
    secret: card,
    tag: 'Write a refund letter',
    choice: 'redacted',
  },
  {
    name: 'bank-account',
    site: replica('copilot'),
    way: 'type',
    text: `Draft a payment order to the IBAN ${account} for our landlord.`,
    secret: null,
    tag: 'for our landlord',
    choice: 'reason',
    reason: 'The landlord asked for this letter',
  },
  {
    name: 'list-of-people',
    site: replica('perplexity'),
    way: 'paste',
    text: `Sort these by name: ${people.join(', ')} and nothing else.`,
    secret: null,
    tag: 'Sort these by name',
    choice: 'send',
  },
  {
    name: 'one-address',
    site: replica('openai-compatible'),
    way: 'type',
    text: `Is ${people[0]} a polite address for a first letter?`,
    secret: null,
    tag: 'for a first letter',
    choice: 'edit',
  },
];
