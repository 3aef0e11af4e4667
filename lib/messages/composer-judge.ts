import type { Opinion } from '../capture/composer/ahead.ts';
import type { Outcome } from '../capture/composer/guard.ts';
import type { Draft } from '../capture/draft.ts';
import { ACTIONS, type Action, isSilent } from '../policy/action.ts';
import type { FinalAnswer, GuideLink } from './guide-link.ts';
import type { AheadAnswer } from './protocol.ts';

/** What the policy thinks of a text, as the composer's guard needs to know it. */
export function toOpinion({ action, findings }: AheadAnswer): Opinion {
  const entities = findings.filter((finding) => !isSilent(finding.action)).map(({ entity }) => entity);
  return { clean: isSilent(action), action, entities };
}

/** The colour of the mark for an action. */
export function toneOf(action: string): 'warn' | 'redact' | 'block' {
  const known: Action | undefined = ACTIONS.find((name) => name === action);
  return known === 'block' || known === 'redact' ? known : 'warn';
}

function toOutcome(answer: FinalAnswer): Outcome {
  switch (answer.kind) {
    case 'release':
      return { kind: 'release' };
    case 'rewrite':
      // A composer's text is text; anything else is no answer to it.
      return answer.body.kind === 'text' ? { kind: 'rewrite', text: answer.body.text } : { kind: 'refuse' };
    case 'refuse':
      return { kind: 'refuse' };
  }
}

/** Judges a composer's text by the background. `url` is the page's address; `onAnswer` hears each answer to a send. */
export function composerJudge(link: Pick<GuideLink, 'ahead' | 'send'>, url: () => string, onAnswer: (answer: FinalAnswer) => void) {
  const draft = (text: string): Draft => ({
    channel: 'composer',
    method: 'SEND',
    url: url(),
    contentType: 'text/plain',
    body: { kind: 'text', text },
  });
  return {
    ahead: async (text: string): Promise<Opinion | null> => {
      const answer = await link.ahead(draft(text));
      return answer && toOpinion(answer);
    },
    send: async (text: string): Promise<Outcome> => {
      const answer = await link.send(draft(text));
      onAnswer(answer);
      return toOutcome(answer);
    },
  };
}
