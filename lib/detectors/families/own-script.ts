import type { Guess } from '../../scan/detector.ts';
import { everyMatch } from '../every-match.ts';
import type { Family } from '../family.ts';

/** What is written in letters of its own script: the entity, what it is called, and its form. Wikipedia, vehicle registration plates and national identification numbers; PRADO. */
const WRITTEN: readonly (readonly [entity: string, names: string, form: string])[] = [
  ['GR_ID_CARD', 'ταυτότητ|αδτ|α\\.δ\\.τ', '[ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ]{1,2}[ -]?\\d{6}'],
  ['RU_LICENCE_PLATE', 'гос\\.? ?номер|номер машин|регистрационн|автомобил', '[АВЕКМНОРСТУХ] ?\\d{3} ?[АВЕКМНОРСТУХ]{2} ?\\d{2,3}'],
  ['UA_LICENCE_PLATE', 'держ\\.? ?номер|номер авто|номерн', '[АВЕІКМНОРСТХA-Z]{2} ?\\d{4} ?[АВЕІКМНОРСТХA-Z]{2}'],
  ['UA_PASSPORT', 'паспорт', '[А-ЯІЇЄ]{2} ?№? ?\\d{6}'],
  ['MN_REGISTER', 'регистр|(?<!\\p{L})рд', '[А-ЯӨҮ]{2}\\d{8}'],
  ['CN_LICENCE_PLATE', '车牌|車牌|牌照', '[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][· ]?[A-Z\\d]{5,6}'],
  ['KR_LICENCE_PLATE', '차량 ?번호|차 ?번호|번호판', '\\d{2,3}[가-힣] ?\\d{4}'],
  ['JP_LICENCE_PLATE', 'ナンバー|車両番号|登録番号', '\\p{sc=Han}{1,4} ?\\d{2,3} ?\\p{sc=Hira} ?\\d{1,2}-\\d{2}'],
  ['MM_NRC', '(?<!\\p{L})nrc|မှတ်ပုံတင်', '\\d{1,2}\\/\\p{L}{3,9} ?\\([A-Z]\\) ?\\d{6}'],
];

/** In scripts without spaces, words stand right beside a value. */
const GLUED = '[\\d\\p{sc=Latn}\\p{sc=Cyrl}\\p{sc=Grek}]';

/** Letters are capitals, the names may be written either way; a number or a line between them parts them. */
const FORMS = WRITTEN.map(([entity, names, form]) => ({
  entity,
  names: new RegExp(`(?:${names})[^\\d\\n]{0,32}$`, 'iu'),
  form: new RegExp(`(?<!${GLUED})(?:${form})(?!${GLUED})`, 'gu'),
}));

/** Characters between the begin of a name and the value. */
const REACH = 48;

function find(window: string): readonly Guess[] {
  return FORMS.flatMap(({ entity, names, form }) =>
    everyMatch(form, window)
      .filter(({ index }) => names.test(window.slice(Math.max(0, index - REACH), index)))
      .map(({ 0: text, index }) => ({ span: { start: index, end: index + text.length }, confidence: 0.65, entity })),
  );
}

export default {
  id: 'own-script',
  title: 'Plates and documents in letters of their own script',
  entities: [
    ...['UA_LICENCE_PLATE', 'KR_LICENCE_PLATE', 'JP_LICENCE_PLATE'].map((entity) => ({
      entity,
      categories: ['personal'] as const,
      ambient: false,
    })),
    ...['MN_REGISTER', 'MM_NRC'].map((entity) => ({ entity, categories: ['personal', 'government-id'] as const, ambient: false })),
  ],
  detectors: [
    {
      kind: 'nearby',
      id: 'own-script-near-word',
      entity: 'KR_LICENCE_PLATE',
      source: 'https://en.wikipedia.org/wiki/Vehicle_registration_plate and https://en.wikipedia.org/wiki/National_identification_number',
      cues: 'ταυτότητ|Ταυτότητ|ΑΔΤ|Α.Δ.Τ|номер|регистр|Регистр|автомобил|паспорт|Паспорт|РД|车牌|車牌|牌照|차량|번호|ナンバー|車両番号|登録番号|nrc|မှတ်ပုံတင်'.split(
        '|',
      ),
      entities: [],
      before: 8,
      after: 80,
      budget: 20_000,
      find,
    },
  ],
} satisfies Family;
