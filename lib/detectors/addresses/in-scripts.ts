import type { Guess } from '../../scan/detector.ts';
import { everyMatch } from '../every-match.ts';
import { guessAt } from '../guess-at.ts';
import { textBefore } from '../text-before.ts';

/** What the next field is called. */
const FIELD = '(?!טלפון|נייד|מיקוד|هاتف|جوال|موبايل|फोन|मोबाइल|মোবাইল|ফোন)';
/** Up to three words in letters of one or more scripts (ISO 15924). */
function words(...scripts: readonly string[]): string {
  const letters = String.raw`[${scripts.map((script) => String.raw`\p{sc=${script}}`).join('')}\p{M}'״"]`;
  return `${FIELD}${letters}{2,15}(?: ${FIELD}${letters}{2,14}){0,2}`;
}
/** Of a house or a flat. */
const NUMBER = String.raw`\d{1,4}(?:[/-]\d{1,4})?\p{L}?(?![\d\p{L}])`;
/** Of a town. */
const CODE = String.raw`(?:,? ?-? ?\d{4,7}(?!\d))?`;

const ADDRESSES = [
  `(?:רחוב|רח'|שדרות|שד'|סמטת|כיכר) ${words('Hebr')} ${NUMBER}(?:,? (?:דירה|כניסה|קומה) ${NUMBER})?(?:, ?${words('Hebr')})?${CODE}`,
  `(?:${NUMBER} )?(?:شارع|طريق) ${words('Arab')}(?: ${NUMBER})?(?:، ?${words('Arab')}){0,4}${CODE}`,
  String.raw`(?:मकान|फ्लैट|प्लॉट|বাড়ি|বাসা|ফ্ল্যাট)(?: (?:नं\.?|नंबर|নং))? ?${NUMBER}(?:, ${words('Deva', 'Beng')}(?:\.? ${NUMBER})?(?=,| \d|$)){1,5}${CODE}`,
  String.raw`\d{1,4}(?:\/\d{1,4})?(?: (?:หมู่|ม\.|ซอย|ซ\.|ถนน|ถ\.|ตำบล|ต\.|แขวง|เขต|อำเภอ|อ\.|จังหวัด|จ\.|กรุงเทพ) ?[\p{sc=Thai}\p{M}\d]{0,24}){2,8}(?: \d{5})?`,
].map((source) => new RegExp(source, 'gu'));

/** What is said or written before the address of somebody. */
const LIVES = /גר |גרה |כתובת|العنوان|[أي]سكن|पता|रहत|ঠিকানা|ที่อยู่/u;

/** Addresses in letters of Hebrew, Arabic, Hindi, Bengali and Thai: a street or a house with its number, and the town or who lives there. */
export function findInScripts(window: string): readonly Guess[] {
  const found = ADDRESSES.flatMap((pattern) => everyMatch(pattern, window));
  return found.flatMap(({ 0: text, index }): Guess[] => {
    if (!/\d/.test(text)) return [];
    const isWhole = /[,،]|\d{5}|ต\.|แขวง|דירה/.test(text);
    return isWhole || LIVES.test(textBefore(window, index, 40)) ? [guessAt(index, text.trimEnd(), isWhole ? 0.7 : 0.6)] : [];
  });
}

/** Cues for `findInScripts`. */
export const SCRIPT_CUES: readonly string[] =
  "רחוב |רח' |שדרות |שד' |סמטת |כיכר |شارع |طريق |मकान |फ्लैट |प्लॉट |বাড়ি |বাসা |ফ্ল্যাট |หมู่|แขวง| ต.|ตำบล|ถนน".split('|');
