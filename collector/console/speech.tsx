import { createContext, use } from 'react';
import { type DescribedEvent, describeEvent } from '../../components/pages/describe-event.ts';
import type { Words } from '../../lib/words/en.ts';
import { entityName, wordsFor } from '../../lib/words/words.ts';
import type { StoredEvent } from '../server/store.ts';
import { type ConsoleWords, consoleWords, type Language } from './words.ts';

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
  tell(event: StoredEvent): DescribedEvent;
}

export function speechFor(language: Language): Speech {
  const words = wordsFor(language);
  const number = new Intl.NumberFormat(language);
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  const moment = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' });
  const day = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  return {
    language,
    say: consoleWords(language),
    words,
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
    moment: (at) => moment.format(at),
    day: (at) => day.format(at),
    entity: (name) => entityName(words, name),
    tell: (event) => describeEvent(event, words),
  };
}

const SpeechContext = createContext<Speech>(speechFor('en'));

export const SpeechProvider = SpeechContext.Provider;

export function useSpeech(): Speech {
  return use(SpeechContext);
}
