import { answerSink } from '../openai-compatible/sink.ts';
import type { PracticeSite } from '../site.ts';

/** Hosts that nobody governs: a storage host that pages upload to, or a peer that listens, and names that page code can choose freely. */
export const ELSEWHERE: PracticeSite = {
  id: 'elsewhere',
  hosts: ['storage.elsewhere.example', '*.named.elsewhere.example'],
  answer: answerSink,
};
