import type { Guess } from '../scan/detector.ts';
import { everyMatch } from './every-match.ts';

/** A sign, a digit or the end of a line or a cell. */
const SIGN = '[ \\t]{0,3}(?:$|[\\n،,؛;.。、，|(（"”<\\d])';
const CAPITAL = '\\p{Lu}[\\p{Ll}-]{1,20}';
const LETTERS = '[\\p{L}\\p{M}]{2,14}';

/**
 * How people are named: what forms and records call them, what they say before their own name, a name behind a sign, a name that nothing parts from the
 * word before it, and what else may follow that. By how scripts write: with capitals, with spaces, with neither.
 */
const NAMING: readonly (readonly [words: string, own: string, name: string, close: string, next: string])[] = [
  [
    'ФИО|ПІБ|[Ии]мя|Ім[ʼ’]я|[Пп]різвище|[Фф]амилия|[Пп]ац[иі][єе]нт\\p{L}{0,2}|[Сс]отрудни\\p{L}{1,2}|[Рр]аботник|[Кк]л[иі][єе]нт(?:ка)?|[Дд]иректор|Όνομα|[Οο]νοματεπώνυμο|[Αα]σθεν\\p{L}{1,2}',
    '[Мм]еня зовут|[Мм]ене звати|[Μμ]ε λένε',
    `${CAPITAL}(?: ${CAPITAL}){1,2}|${CAPITAL} \\p{Lu}\\.(?: ?\\p{Lu}\\.)?`,
    `${CAPITAL}(?: ${CAPITAL}){1,2}|${CAPITAL} \\p{Lu}\\.(?: ?\\p{Lu}\\.)?`,
    '',
  ],
  [
    'الاسم|اسم \\p{L}{4,9}|نام(?: و نام خانوادگی)?|ال(?:مريض|موظف|عميل)ة?|عميل|بیمار|שם(?: מלא)?|המטופלת?|(?:पूरा )?नाम|मरीज|(?:রোগীর )?নাম',
    'اسمي|שמי|मेरा नाम|আমার নাম',
    `${LETTERS}(?: ${LETTERS}){1,2}`,
    `(?!ال|[يت]عاني|مصاب|بحاجة|(?:في|من|على|هو|هي|لا|به|را|של|לא|הוא|היא|עם|על|को|का|की|के|में|से) )${LETTERS} ${LETTERS}`,
    'رقم|راتب|[يت]عاني|متولد|בן|בת',
  ],
  [
    '姓名|申[請请]人|法定代表人|[户戶]名|收件人|患者|客[户戶]|[员員]工|病人|이름|성명|예금주|환자|고객|대표|ชื่อ(?:-(?:นาม)?สกุล)?|(?=นาย|นางสาว)',
    '我叫',
    '\\p{sc=Han}{2,4}|\\p{sc=Hang}{2,4}|[\\p{sc=Thai}\\p{M}]{2,20} [\\p{sc=Thai}\\p{M}]{2,20}',
    // The commonest family names: https://en.wikipedia.org/wiki/List_of_common_Chinese_surnames and https://en.wikipedia.org/wiki/List_of_Korean_surnames.
    '[王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫朱胡郭何罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾田董袁潘蔡余叶葉苏蘇魏吕呂沈姚]\\p{sc=Han}{1,2}(?<!许多|许可)|[김이박최정강조윤장임한오서신권황안송류홍]\\p{sc=Hang}{2}|นา(?!ย[จทหกอพร])[\\p{sc=Thai}\\p{M}]{3,20} [\\p{sc=Thai}\\p{M}]{2,20}',
    '的|女士|先生|님|씨|[은는]|อายุ|เลข',
  ],
];

/** In Japanese, Chinese and Korean: behind the label of a form, or before what somebody is called with; who has a role only is nobody. */
const EASTERN =
  /(?:(?:氏名|名前|患者名|担当医|差出人|宛先|姓名|성명|이름)[ 　]?[:：][ 　]?(?<labelled>[ぁ-ヿ一-龥가-힣]{2,6}(?:[ 　][ぁ-ヿ一-龥가-힣]{1,5})?)|(?<![一-龥])(?!患者|担当|関係)(?<called>[一-龥]{2,4}(?<![者社業員客署部課家先店側位方])(?:[ 　][一-龥]{1,3})?)(?=[ 　]?(?:様|さん)))(?![一-龥](?<!様))/dgu;

const PATTERNS = NAMING.map(
  ([words, own, name, close, next]) =>
    new RegExp(
      `(?<!(?![\\p{sc=Han}\\p{sc=Thai}\\p{sc=Hang}])[\\p{L}\\p{M}])(?:${words}|(?<own>${own}))(?:["*]{0,2} ?[:：] ?(?<labelled>${name})(?=${SIGN})|(?:,? |(?<=[\\p{sc=Han}\\p{sc=Thai}])|(?=นา))(?<close>${close})(?=${SIGN}${next && `| ?(?:${next})`}))`,
      'dgu',
    ),
);

/** Confidence behind a label or in the words of whoever it is, behind a role, and there near what makes it somebody's data. */
const [LABELLED, CLOSE, TIED] = [0.6, 0.35, 0.6];

/** Names of people in scripts other than Latin: behind what forms and records call them, and behind "my name is". */
export function findNamesInScripts(window: string): readonly Guess[] {
  if (!/[\u0370-\uffdc]/.test(window)) return [];
  const eastern = everyMatch(EASTERN, window).map(({ indices }): Guess => {
    const [start, end] = indices?.groups?.labelled ?? indices?.groups?.called ?? [0, 0];
    return { entity: 'PERSON', span: { start, end }, confidence: LABELLED };
  });
  const named = PATTERNS.flatMap((pattern) =>
    everyMatch(pattern, window).map(({ indices }): Guess => {
      const { labelled, own, close } = indices?.groups ?? {};
      const [start, end] = labelled ?? close ?? [0, 0];
      const guess = { entity: 'PERSON', span: { start, end } };
      return labelled || own ? { ...guess, confidence: LABELLED } : { ...guess, confidence: CLOSE, tied: TIED };
    }),
  );
  return [...eastern, ...named];
}
