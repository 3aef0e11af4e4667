import type { Guess } from '../../scan/detector.ts';
import { everyMatch } from '../every-match.ts';
import { guessAt } from '../guess-at.ts';
import { textBefore } from '../text-before.ts';

/** Japanese, in Latin letters: block, quarter, ward or town, as in `5-12-3 Minami-Aoyama, Minato-ku, Tokyo 107-0062`. */
const ROMANISED =
  /(?<![\p{L}\d./-])(?:\d{1,4}(?:-\d{1,4}){1,3},? (?:\p{Lu}[\p{L}\p{M}'’-]{1,24}(?:,? )){1,3}?|(?:\p{Lu}\p{Ll}{1,14} \d{1,2}-(?:jo|chome) ?){1,2}, )\p{Lu}[\p{L}\p{M}-]{1,20}-(?:ku|shi|gun|cho|machi|mura|chome)(?:,? \p{Lu}[\p{L}\p{M}-]{2,20}){0,3}(?:,? (?:〒 ?)?\d{3}-\d{4})?(?:, Japan)?/gu;
const JAPANESE =
  /〒 ?\d{3}-\d{4}|(?:東京都|北海道|京都府|大阪府|県)[^\s\d県・"',;[\]]{2,12}\d{1,3}(?:(?:丁目|番地|番|[-−－])\d{1,4}){0,3}(?:丁目|番地|番|号)?(?:[ 　][\p{sc=Katakana}\p{sc=Han}\p{sc=Hiragana}ー]{2,14}[ 　]?\d{2,4}(?:号室?)?)?/gu;
/** The name of a prefecture, and the code before it. */
const PREFECTURE = /\p{Script=Han}{2,3}$/u;
const JAPANESE_CODE = /〒 ?\d{3}-\d{4}[ \u3000]?$/u;

/** Where an address begins of which `at` is the prefecture, or the 県 behind its name. */
function beginOfJapanese(window: string, at: number): number {
  const named = window[at] === '県' ? at - (PREFECTURE.exec(textBefore(window, at, 3))?.[0].length ?? 0) : at;
  return named - (JAPANESE_CODE.exec(textBefore(window, named, 11))?.[0].length ?? 0);
}

/** Town and road, house and room: in Chinese, in Korean, and in Japanese without the prefecture. */
const EASTERN =
  /\p{sc=Han}{3,20}(?:路|街|道|巷|弄|胡同)\d{1,5}[号號](?:院|弄)?(?:\p{sc=Han}{0,10}\d{1,4}(?:号?楼|樓|栋|幢|座|单元|室)?(?:\d{1,5}室?|[A-H]室)?)?|[가-힣]{1,6}(?:시|도) (?:[가-힣]{1,6}[시군구] ){1,2}[가-힣\d]{1,14}[로길] \d{1,4}(?:-\d{1,4})?(?:,? (?:\d{1,4}동 )?\d{1,4}호)?|(?<!\p{sc=Han})\p{sc=Han}{1,7}[市区郡][\p{sc=Han}\u3040-\u30ff]{1,10}\d{1,3}丁目\d{1,3}(?:(?:番地?|[-－])(?:\d{1,3}号?)?)?/gu;
/** What stands before the town without a gap. */
const UP_TO_TOWN = /(?:住在?|寄到?|送到?|搬到|地址是?|在)(?=\p{sc=Han}{2,12}[省市区县區縣])/u;
const SENT = /[住寄送家届]|살아|거주/u;

/** Addresses of China, Korea and Japan in their own scripts, by town, road and house. */
export function findEastern(window: string): readonly Guess[] {
  const confidence = SENT.test(window) ? 0.6 : 0.45;
  return everyMatch(EASTERN, window).flatMap(({ 0: found, index }): Guess[] => {
    const text = found.split(UP_TO_TOWN).at(-1) ?? '';
    return /[省市区县區縣郡시도]|香港|九[龍龙]|新界/.test(text) ? [guessAt(index + found.length - text.length, text, confidence)] : [];
  });
}

/** Whether a number stands before the word for a house, and behind that for a road. */
export function hasNumber(text: string, start: number, end: number): boolean {
  return /\d/.test(text.charAt(/[로길]/.test(text.charAt(start)) ? end : start - 1));
}

/** Addresses in Japan: in Latin letters, and by their prefecture. */
export function findJapanese(window: string): readonly Guess[] {
  return [
    ...everyMatch(ROMANISED, window).map(({ 0: text, index }) => guessAt(index, text, 0.75)),
    ...everyMatch(JAPANESE, window).map(({ 0: text, index }) => {
      const start = beginOfJapanese(window, index);
      return guessAt(start, window.slice(start, index + text.length), 0.75);
    }),
  ];
}
