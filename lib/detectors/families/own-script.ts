import type { Guess } from '../../scan/detector.ts';
import { everyMatch } from '../every-match.ts';
import type { Family } from '../family.ts';
import { textBefore } from '../text-before.ts';

/** What is written in letters of its own script: the entity, what it is called, and its form. */
const WRITTEN: readonly (readonly [entity: string, names: string, form: string])[] = [
  ['GR_ID_CARD', 'ταυτότητ|αδτ|α.δ.τ', '[Α-Ω]{1,2}[ -]?\\d{6}'],
  ['GR_LICENCE_PLATE', 'πινακίδ|αρ. κυκλοφορίας|αριθμό κυκλοφορίας|αριθμός κυκλοφορίας', '[ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ]{3}[ -]?\\d{4}'],
  ['RO_ID_CARD', 'seria', '[A-Z]{2},? (?:nr\\.?|num[ăa]r(?:ul)?) ?\\d{6}'],
  [
    'RU_LICENCE_PLATE',
    'госномер|гос. номер|гос номер|номер машин|номер авто|машина|автомобил|автомашин',
    '[А-У] ?\\d{3} ?[А-Х]{2} ?\\d{2,3}',
  ],
  ['UA_LICENCE_PLATE', 'держномер|номер авто|номерний', '[А-ЯІA-Z]{2} ?\\d{4} ?[А-ЯІA-Z]{2}'],
  ['UA_PASSPORT', 'паспорт', '[А-ЯІЇЄ]{2} ?№? ?\\d{6}'],
  ['RU_PASSPORT', 'паспорт', '\\d{2} ?\\d{2},? (?:№|номер) ?\\d{6}'],
  ['MN_REGISTER', 'регистрийн', '[А-ЯӨҮ]{2}\\d{8}'],
  ['CN_LICENCE_PLATE', '车牌|車牌', '\\p{sc=Han}[A-Z][· ]?[A-Z\\d]{5,6}'],
  ['KR_LICENCE_PLATE', '차량번호|차량 번호|번호판', '\\d{2,3}[가-힣] ?\\d{4}'],
  ['JP_LICENCE_PLATE', 'ナンバー|車両番号', '\\p{sc=Han}{1,4} ?\\d{2,3} ?\\p{sc=Hira} ?\\d{1,2}-\\d{2}'],
];

/** In scripts without spaces, words stand right beside a value. */
const GLUED = '[\\d\\p{sc=Latn}\\p{sc=Cyrl}\\p{sc=Grek}]';

/** Letters are capitals, the names may be written either way; a number or the end of a line between them parts them. */
const FORMS = WRITTEN.map(([entity, names, form]) => ({
  entity,
  names: new RegExp(`(?:${names.replaceAll('.', '\\.')})[^\\d\\n]{0,32}$`, 'iu'),
  form: new RegExp(`(?<!${GLUED})(?:${form})(?!${GLUED})`, 'gu'),
}));

/** Characters between the begin of a name and the value. */
const REACH = 48;

function find(window: string): readonly Guess[] {
  return FORMS.flatMap(({ entity, names, form }) =>
    everyMatch(form, window)
      .filter(({ index }) => names.test(textBefore(window, index, REACH)))
      .map(({ 0: text, index }) => ({ span: { start: index, end: index + text.length }, confidence: 0.7, entity })),
  );
}

const info = { categories: ['personal'] } as const;

export default {
  id: 'own-script',
  title: 'Plates and documents in letters of their own script',
  entities: [
    { entity: 'GR_LICENCE_PLATE', ...info },
    { entity: 'UA_LICENCE_PLATE', ...info },
    { entity: 'KR_LICENCE_PLATE', ...info },
    { entity: 'JP_LICENCE_PLATE', ...info },
    { entity: 'MN_REGISTER', categories: ['personal', 'government-id'] },
  ],
  detectors: [
    {
      kind: 'nearby',
      id: 'own-script-near-word',
      entity: 'KR_LICENCE_PLATE',
      source: 'https://en.wikipedia.org/wiki/Vehicle_registration_plate and https://en.wikipedia.org/wiki/National_identification_number',
      // The index folds the case of ASCII only.
      get cues() {
        return WRITTEN.flatMap(([, names]) =>
          names.split('|').flatMap((name) => [name, name.slice(0, 1).toUpperCase() + name.slice(1), name.toUpperCase()]),
        );
      },
      before: 8,
      after: 80,
      find,
    },
  ],
} satisfies Family;
