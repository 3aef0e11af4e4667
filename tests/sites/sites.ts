import { CHATGPT } from './chatgpt/site.ts';
import { CLAUDE } from './claude/site.ts';
import { COPILOT } from './copilot/site.ts';
import { ELSEWHERE } from './elsewhere/site.ts';
import { FAMILY_SITES } from './families/site.ts';
import { GEMINI } from './gemini/site.ts';
import { OPENAI_COMPATIBLE } from './openai-compatible/site.ts';
import { PERPLEXITY } from './perplexity/site.ts';
import { PLAIN } from './plain/site.ts';
import type { PracticeSite } from './site.ts';

export const PRACTICE_SITES: readonly PracticeSite[] = [
  CHATGPT,
  CLAUDE,
  GEMINI,
  COPILOT,
  PERPLEXITY,
  OPENAI_COMPATIBLE,
  ...FAMILY_SITES,
  PLAIN,
  ELSEWHERE,
];

/** Every host name that the practice server plays, without this computer's own. */
export const PRACTICE_HOSTS: readonly string[] = PRACTICE_SITES.flatMap((site) => site.hosts).filter(
  (host) => host !== '127.0.0.1' && host !== 'localhost',
);
