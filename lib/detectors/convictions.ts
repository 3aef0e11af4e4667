import type { Guess } from '../scan/detector.ts';
import { everyMatch, everyMatchInAnyCase } from './every-match.ts';
import { guessAt } from './guess-at.ts';
import { ONCE } from './once.ts';
import { SOMEBODY } from './somebody.ts';
import { textBefore } from './text-before.ts';

/** What courts do, with the word before the offence; the first four letters or more are the cue. */
const CONVICTED =
  'convicted (?:of|for)|convictions? for|found guilty of|plead(?:ed)? guilty to|sentenced for|jailed for(?! \\p{L}{1,12}ing)|condamnée? pour|condenad[oa] por|condannat[oa] per|veroordeeld voor|dømt for|skazan[yaą] za|осужд[её]на? за|судим(?:а|ы)? за|dömd för|odsouzen[aý]? za|condamnat[ăa]? pentru|засуджен\\p{L} за|καταδικάστηκε για|mahkum oldu|vorbestraft wegen|verurteilt wegen';
const OFFENCE = "[\\p{L}'’-]{3,20}(?: (?:driving|possession|con violencia|de drogas?))?";
const SAID = new RegExp(
  String.raw`(?<!\p{L})(?:(?:${CONVICTED})${ONCE} (?:an? |the |une? |el |la )?(?<value>(?:(?:armed|drink|drug|sexual|dangerous) )?${OFFENCE})|wegen (?<german>\p{L}{4,24})(?= (?:verurteilt|vorbestraft)))(?!\p{L})`,
  'dgu',
);
const UNSPACED = /[他她我][因犯](?<value>\p{sc=Han}{2,6}?罪)(?=被?判)/dgu;
const ACCUSED =
  /(?<!\p{L})(?:defendant|accused|suspect|angeklagte|prévenu|acusad|imputat|подсуд|applicant|tenant|respondent|claimant|beklagte|demandad|inculpat|член|medlem)/iu;
/** Asked, or said of anybody. */
const ANYBODY = /(?<!\p{L})(?:if|whether|anyone|someone|people|those|who|persons?|companies|company|firm)(?!\p{L})/iu;
const IN_FICTION = /(?<!\p{L})(?:novel|film|movie|series|book|play|episode)(?!\p{L})/iu;

/** Offences that a window says somebody was convicted of. */
export function findConvictions(window: string): readonly Guess[] {
  return [...everyMatchInAnyCase(SAID, window), ...everyMatch(UNSPACED, window)].flatMap(({ 0: text, index, indices }): Guess[] => {
    const [start, end] = indices?.groups?.value ?? indices?.groups?.german ?? [0, 0];
    const before =
      textBefore(window, index, 80)
        .split(/[.!?]\s|\n/u)
        .at(-1) ?? '';
    if (ANYBODY.test(before) || window[end] === '?' || IN_FICTION.test(window.slice(end, end + 32))) return [];
    // Languages that leave the subject out begin with the verb.
    const isOwn = /^[他她我]/.test(text) || SOMEBODY.test(before) || ACCUSED.test(before) || /^(?:\p{L}{2,10} ){0,1}$/u.test(before);
    return isOwn ? [guessAt(start, window.slice(start, end), 0.55)] : [];
  });
}

/** Cues for `findConvictions`. */
export const CONVICTION_CUES: readonly string[] =
  'convict|guilty |sentenced for|jailed for|verurteilt|vorbestraft|condam|condenad|condanna|veroordeeld|dømt for|skazan|осужд|судим|dömd för|odsouzen|condamnat|засуджен|καταδικ|罪被判|罪判'.split(
    '|',
  );
