import { answerSink } from '../openai-compatible/sink.ts';
import type { PracticeSite } from '../site.ts';

/** A host that nobody governs: a storage host that pages upload to, or a peer that listens. */
export const ELSEWHERE: PracticeSite = {
  id: 'elsewhere',
  hosts: ['storage.elsewhere.example'],
  answer: answerSink,
};
