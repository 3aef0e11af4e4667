import { createContext, use } from 'react';
import type { Words } from '../../lib/words/en.ts';
import { entityName } from '../../lib/words/entity-name.ts';
import { wordsFor } from '../../lib/words/words.ts';
import type { StoredEvent } from '../server/store.ts';
import { type ConsoleWords, consoleWords, type Language } from './words.ts';

/** An event in the words of somebody who reads about others; empty strings where it has nothing to say. */
export interface ToldEvent {
  readonly what: string;
  readonly action: string;
  readonly found: string;
  readonly outcome: string;
}

/** Everything that turns values into the reader's language. */
export interface Speech {
  readonly language: Language;
  /** The console's own sentences. */
  readonly say: ConsoleWords;
  /** The words that the whole product shares. */
  readonly words: Words;
  number(value: number): string;
  /** 0..1 as a percentage. */
  percent(share: number): string;
  /** Milliseconds since 1970 as date and time of the reader's zone. */
  moment(at: number): string;
  /** A day given by its first millisecond in UTC, short. */
  day(at: number): string;
  entity(name: string): string;
  tell(event: StoredEvent): ToldEvent;
}

export function speechFor(language: Language): Speech {
  const words = wordsFor(language);
  const say = consoleWords(language);
  const number = new Intl.NumberFormat(language);
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  const moment = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' });
  const day = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  return {
    language,
    say,
    words,
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
    moment: (at) => moment.format(at),
    day: (at) => day.format(at),
    entity: (name) => entityName(words, name),
    tell: (event) => ({
      what: event.kind === 'choice' && event.choice !== undefined ? say.choices[event.choice] : say.kinds[event.kind],
      action: event.action === undefined ? '' : words.actions[event.action],
      found: (event.findings ?? [])
        .map(({ entity, count }) => entityName(words, entity) + (count > 1 ? ` × ${number.format(count)}` : ''))
        .join(', '),
      outcome: event.outcome === undefined ? '' : say.outcomes[event.outcome],
    }),
  };
}

const SpeechContext = createContext<Speech>(speechFor('en'));

export const SpeechProvider = SpeechContext.Provider;

export function useSpeech(): Speech {
  return use(SpeechContext);
}
