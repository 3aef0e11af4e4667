import type { Guess } from '../scan/detector.ts';
import { everyMatchInAnyCase } from './every-match.ts';
import { guessAt } from './guess-at.ts';
import { ONCE } from './once.ts';
import { textBefore } from './text-before.ts';

/** Verbs that are said of the ill alone: what they have stands behind them, whatever it is. The longest beginning without a choice is the cue. */
const OF_THE_ILL =
  'choruj[eę] na|sairasta(?:a|n)|boluje od|πάσχ(?:ει|ω) από|slimo ar|serg[au]|põe[bn]|хворі[єю] на|болеет|onemocněla?|léčí se (?:s|na)|erkrankt an|mengidap|menderita|mắc(?: bệnh)?|suferă de|διαγνώστηκ[εα] με|diagnosticată? cu|diagnosti(?:sert|ceret) med|diagnosti[sc]erad med|didiagnosis';
/** Words that end what somebody has: and, since, in. */
const JOINTS = '(?:og|och|a|i|și|en|e|y|ja|un|ir|та|и|και|dan|và|od|ab|seit|in|v|we?|u|în)(?![\\p{L}\\p{M}])';
const WORD = "[\\p{L}\\p{M}'’-]{2,20}";
const ILL = new RegExp(
  String.raw`(?<!\p{L})(?:${OF_THE_ILL})${ONCE} (?<value>(?!${JOINTS})[\p{L}\p{M}]${WORD}(?: (?!${JOINTS})${WORD}| [abc](?!\p{L})){0,2}(?: [12](?![\p{L}\d]))?)`,
  'dgu',
);
/** In scripts that part no words. */
const UNSPACED =
  /(?:เป็นโรค|患有|确诊为?|مصابة? ?ب|[يت]عاني من )(?<value>[\p{sc=Thai}\p{M}]{3,24}|\p{sc=Han}{2,8}?(?=[，。、；]|$)|[\p{sc=Arab}]{3,14})/dgu;
/** What is asked, or said of many. */
const NOBODY =
  /(?<!\p{L})(?:wer|kdo|kdy\p{L}{2}|kto|osob\p{L}{0,2}|je[sś]li|cine|ki|kuka|jos|vem|om|hvem|hvis|кто|если|хто|ποιος|αν|ai|nếu|siapa|orang|jika|kas)(?!\p{L})|\d ?%/iu;

/** Conditions that a window says somebody has, by the verb before them. */
export function findConditions(window: string): readonly Guess[] {
  return [...everyMatchInAnyCase(ILL, window), ...everyMatchInAnyCase(UNSPACED, window)].flatMap(({ index, indices }): Guess[] => {
    const [start, end] = indices?.groups?.value ?? [0, 0];
    const isAsked = NOBODY.test(textBefore(window, index, 40)) || window[end] === '?';
    return isAsked ? [] : [guessAt(start, window.slice(start, end), 0.6)];
  });
}

/** Cues for `findConditions`. */
export const CONDITION_CUES: readonly string[] = [
  ...OF_THE_ILL.split('|').flatMap((verb) => /^[\p{L} ]{4,}/u.exec(verb)?.[0].trim() ?? []),
  ...'mắc |เป็นโรค|患有|确诊|مصاب|عاني من'.split('|'),
];
