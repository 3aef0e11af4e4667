import type { Guess } from '../scan/detector.ts';
import { everyMatch, everyMatchInAnyCase } from './every-match.ts';
import { findNamesInScripts } from './names-in-scripts.ts';
import { ONCE } from './once.ts';

/** How a record of one patient begins: whom it calls so, and a name; in Japanese, the name comes first. */
const WORD = "\\p{Lu}[\\p{L}'’-]{1,24}";
const HEAD = new RegExp(
  String.raw`(?<!\p{L})(?:[Pp]a[tcz][ij]+[eë]nt\p{L}{0,3}|[Pp](?:t|at)\.?|[Pp]otilas|[Bb]eteg|[Hh]asta|[Bb]ệnh nhân|[Pp]asien|[Uu]tente|[Ee]pikris|[Mm]evrouw|[Ss]ig\.ra|Frau|Herrn?|N[ao]me?|Név|Jméno|Ad[ıi] [Ss]oyad[ıi])${ONCE} ?[:,.]? {0,2}(?:(?:M|Mme|D|Dr|Sra?)\. )?${WORD},? ${WORD}|\p{sc=Han}{2,5}(?:さん|様)`,
  'u',
);

/** What records write before what somebody has, and before what they take; `has` and what follows it where no sign stands behind, and one thing follows. */
const JOINT = '(?:and|und|et|y|e|i|en|og|och|și|и|та|ve)(?!\\p{L})';
const ITEM = `(?!${JOINT}|(?:no|not|none|see|siehe|o[fn]|is|with|the|läkemedel|tratament|назначен)(?!\\p{L}))[\\p{L}\\p{M}][\\p{L}\\p{M}'’-]{1,24}`;
const LISTED = new RegExp(
  String.raw`(?<![\p{L}\p{M}])(?:(?:(?<diagnosis>diagn\p{L}{1,8}|rozpoznanie|tanı|antec[eé]dent\p{L}{0,2}|antécédents|д[иі]агноз|διάγνωση|التشخيص|تشخیص|אבחנה|निदान)|(?:medi[ck]a\p{L}{2,5}|medicin|terapi[ae]|traitement|trata\p{L}{4,6}|l[ée][ck][iy]|lääkitys|лечение))${ONCE} ?(?<sign>[:：])[ "]{1,3}|(?:(?<has>d[gx]\.?|hx|diagnos(?:tic)?|chẩn đoán|affett[oa] da|bekend met|مبتلا به)|(?:läkemedel|tratament|назначен\p{L}{0,2}|λαμβάνει|و?[يت]تناول|medicad[oa] co[mn]|in terapia con)) )${ONCE}(?=${ITEM})`,
  'dgu',
);
const EACH = new RegExp(
  String.raw`(?<=^|[,;+] ?| ${JOINT} )${ITEM}(?: (?:${ITEM}|[12](?!\d|[.,]\d)\.?)){0,3}(?:(?: \d{1,4}(?:[.,]\d{1,3})? ?(?:m?c?g|мг)(?!\p{L}))|(?= ?(?:$|[,;(\n+،]| ${JOINT} )))`,
  'gu',
);
/** In scripts that part no words. */
const UNSPACED =
  /(?:(?<diagnosis>诊断|診斷|診断|病名|진단명?|วินิจฉัย)|用[药藥]|处方|処方)[:： ]{0,2}(?<value>(?:\d型)?[\p{sc=Han}\p{sc=Kana}ー]{2,10}(?=[，,。；、\n(（]|$)|[가-힣]{2,8}(?=[,\n]|$)|[\p{sc=Thai}\p{M}]{3,20})/dgu;

/** Of somebody whose record it is. */
const OWN = 0.6;
/** Characters of a list that are read. */
const LONGEST_LIST = 140;

/** What a record of one patient lists behind the names of diagnoses and medicines, in a window that begins before it. */
export function findOnRecords(window: string): readonly Guess[] {
  const head = HEAD.exec(window);
  const from = head ? head.index + head[0].length : (findNamesInScripts(window)[0]?.span.end ?? window.length);
  const guess = (start: number, end: number, isCondition: boolean): Guess[] =>
    start < from ? [] : [{ span: { start, end }, confidence: OWN, entity: isCondition ? 'MEDICAL_CONDITION' : 'MEDICATION' }];
  const listed = everyMatchInAnyCase(LISTED, window).flatMap(({ 0: label, index, groups = {} }): Guess[] => {
    const start = index + label.length;
    // Without a sign, what a comma parts is something else.
    const [list = ''] = window.slice(start, start + LONGEST_LIST).split(groups.sign ? /[\n.](?!\d)/ : /[\n.](?!\d)|(?<=[,،])/, 1);
    return everyMatch(EACH, list).flatMap(({ 0: item, index: at }) =>
      guess(start + at, start + at + item.length, (groups.diagnosis ?? groups.has) !== undefined),
    );
  });
  const unspaced = everyMatch(UNSPACED, window).flatMap(({ indices, groups }) => {
    const [start, end] = indices?.groups?.value ?? [0, 0];
    return guess(start, end, groups?.diagnosis !== undefined);
  });
  return [...listed, ...unspaced];
}

/** What opens a window for them. */
export const RECORD_CUES: readonly string[] =
  'diagn|rozpoznan|tanı|antec|antéc|агноз|ιάγνωση|التشخيص|تشخیص|אבחנה|निदान|medica|medicin|medika|terapi|traitement|trata|leki|léky|lääkitys|läkemedel|ечение|азначен|λαμβάνει|تناول|dg.|dx|hx |chẩn đoán|affett|bekend met|مبتلا|诊断|診|病名|진단|วินิจฉัย|用药|处方|処方'.split(
    '|',
  );
