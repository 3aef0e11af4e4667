import type { Guess } from '../scan/detector.ts';
import { everyMatch, everyMatchInAnyCase } from './every-match.ts';
import { guessAt } from './guess-at.ts';
import { ONCE } from './once.ts';
import { SOMEBODY } from './somebody.ts';
import { textBefore } from './text-before.ts';

/** What forms call the place, in small letters. */
const LABELS =
  'place of birth|birthplace|geburtsort|lieu de naissance|lugar de nacimiento|luogo di nascita|geboorteplaats|födelseort|miejsce urodzenia|место рождения|doğum yeri|מקום לידה|مكان الميلاد|出生地|籍贯|出身地';
/** A label and its sign. */
const LABELLED = new RegExp(
  String.raw`(?<![\p{L}\d])(?:${LABELS})${ONCE}(?:点?["'*]{0,2} ?[:：=>]\s{0,2}["'*]{0,2}| (?!\p{Ll})|(?<=地|[贯貫])(?=\p{sc=Han}))`,
  'gu',
);
/** What is told of a birth in prose; between the word and the place perhaps the day. */
const BORN =
  '(?:born|geboren|geb\\.|née?|nat[oa]|născută?)(?:(?: am| on| le| il| la| op| den)? (?:[\\d./-]{8,10}|\\d{1,2}\\.? (?:de )?\\p{L}{3,10} (?:de )?\\d{4})| \\p{L}{2,10} in)? (?:in|te|à|a|la|în)|(?:nacid[oa]|nací|nació) en|natural de|nasc(?:i|eu|id[oa]) em|född i|(?:urodzon[yaą]|ur\\.|nar\\.|narozen[aý]?|rođen[a]?)(?: [\\d./ -]{8,12})?(?: r\\.)? (?:we?|ve|u)|urodził\\p{L}{1,3} się w|родил(?:ся|ась) во?';
const SAID = new RegExp(String.raw`(?<!\p{L})(?:${BORN})${ONCE} `, 'gu');
/** A place in capitals, or in letters that have none, behind what a village or a town is called. */
const PLACE =
  /(?:(?:г|м|гр|с)\. ?)?(?:(?:El|La|Los|Las|Le|San|Bad|Den) )?\p{Lu}(?:[\p{L}\p{M}'’]{1,24}|[\p{L}\p{M}]{0,3}\.(?= ?\p{Lu}))(?:[ -](?:(?:de|del|da|do|la|am|an der|im|upon|sur|nad|di|of) )?\p{Lu}[\p{L}\p{M}'’]{1,20}){0,2}|[\p{Lo}\p{M}]{2,16}(?: [\p{Lo}\p{M}]{2,12})?/uy;
/** In scripts that part no words. */
const UNSPACED = /出身は(?<said>\p{sc=Han}{2,6}[都道府県市町村])|[我他她]是?出?生[于於在](?<chinese>\p{sc=Han}{2,8}?)(?=[，。、；\s]|$)/dgu;
/** Forms that agree with whoever it is, or are of the first person. */
const SUBJECTLESS = /^(?!ne |nat[oa] in)(?:n[éaă]|nac|urodz|narod|naroz|geb|род|рођ|rođ|dzim|szül|γενν)/iu;
/** A record or a role before it: `Claimant: born in`. */
const RECORDED = /(?:^|[\n:;,|–—-] ?|\d )$/;
/** Whoever was born before that is in books. */
const LONG_AGO = /(?<!\d)1(?:[0-7]\d\d|8\d\d|90[0-4])(?!\d)/;
const SENTENCE = /(?<!\b(?:mrs?|ms|dr))[.!?]\s|\n/iu;
const NO_PLACE =
  /^(?:The|My|Our|This|Jan|Feb|March|April|May|June|July|Aug|Sep|Oct|Nov|Dec|String|Unknown)(?!\p{L})|^(?:是什|是哪|是否|は|的|怎)/u;

/** The places where a window says that somebody was born. */
export function findBirthplaces(window: string): readonly Guess[] {
  const said = everyMatchInAnyCase(SAID, window).filter(({ 0: text, index }) => {
    const before = textBefore(window, index, 64).split(SENTENCE).at(-1) ?? '';
    return (
      !LONG_AGO.test(window) &&
      (SOMEBODY.test(before) || (SUBJECTLESS.test(text) && !/\p{L} $/u.test(before)) || (RECORDED.test(before) && /\d{4}/.test(window)))
    );
  });
  const named = [...everyMatchInAnyCase(LABELLED, window), ...said].flatMap(({ 0: text, index }) => {
    PLACE.lastIndex = index + text.length;
    const [place] = PLACE.exec(window) ?? [];
    return place === undefined || NO_PLACE.test(place)
      ? []
      : [{ ...guessAt(index + text.length, place.replace(/[.'’]{1,3}$/, ''), 0.55), entity: 'BIRTHPLACE' }];
  });
  const unspaced = everyMatch(UNSPACED, window).map(({ indices }) => {
    const [start, end] = indices?.groups?.said ?? indices?.groups?.chinese ?? [0, 0];
    return { ...guessAt(start, window.slice(start, end), 0.55), entity: 'BIRTHPLACE' };
  });
  return [...named, ...unspaced];
}
