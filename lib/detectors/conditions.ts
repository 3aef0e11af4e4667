import type { Guess } from '../scan/detector.ts';
import { everyMatchInAnyCase } from './every-match.ts';
import { guessAt } from './guess-at.ts';
import { ONCE } from './once.ts';
import { textBefore } from './text-before.ts';

/** Verbs that are said of the ill alone: what they have stands behind them, whatever it is. The longest beginning without a choice is the cue. */
const OF_THE_ILL =
  'choruj[eę] na|sairasta(?:a|n)|boluje od|πάσχ(?:ει|ω) από|slimo ar|serg[au]|põe[bn]|хворі[єю] на|болеет|onemocněla?|trp[íi]m?|léčí se (?:s|na)|erkrankt an|mengidap|menderita|mắc(?: bệnh)?|suferă de|διαγνώστηκ[εα] με|diagnosticată? cu|diagnosti(?:sert|ceret) med|diagnosti[sc]erad med|didiagnosis';
/** Words that end what somebody has: and, since, in. */
const JOINTS = '(?:og|och|a|i|și|en|e|y|ja|un|ir|та|и|και|dan|và|od|ab|seit|in|v|we?|u|în)(?![\\p{L}\\p{M}])';
const WORD = "[\\p{L}\\p{M}'’-]{2,20}";
const ILL = new RegExp(
  String.raw`(?<!\p{L})(?:${OF_THE_ILL})${ONCE} (?<value>(?!${JOINTS})[\p{L}\p{M}]${WORD}(?: (?!${JOINTS})${WORD}| [abc](?!\p{L})){0,2}(?: [12](?![\p{L}\d]))?)`,
  'dgu',
);
/** In scripts that part no words, and where the verb stands behind. */
const UNSPACED =
  /(?:เป็นโรค|患有|(?:得了?|查出)(?=\p{sc=Han}{0,5}[症病癌炎])|确诊为?|مصابة? ?ب|[يت]عاني من )(?<value>[\p{sc=Thai}\p{M}]{3,24}|\p{sc=Han}{2,8}?(?=[，。、；]|$)|[\p{sc=Arab}]{3,14})|เป็น(?<thai>มะเร็ง[\p{sc=Thai}\p{M}]{2,12})|(?<=[でははがも、，にと])(?<japanese>[\p{sc=Han}\p{sc=Katakana}ー]{2,10})(?=を患|と診断)|(?<![가-힣])(?<korean>[가-힣]{1,6}[병증암염압식])(?=[을를] (?:앓|진단))|(?:סובל\p{L}?|חול[הת]) [במ](?<hebrew>[א-ת]{4,12}(?: לחץ דם)?)|(?<= )(?<hungarian>(?:magas )?\p{L}{4,16}b[ae]n)(?= szenved)|(?<!\p{L})bị (?<vietnamese>tiểu đường|cao huyết áp|hen suyễn|trầm cảm|ung thư \p{L}{2,6})/dgu;
/** What is asked, or said of many. */
const NOBODY =
  /(?<!\p{L})(?:wer|kdo|kdy\p{L}{2}|kto|osob\p{L}{0,2}|je[sś]li|cine|ki|kuka|jos|vem|om|hvem|hvis|кто|если|хто|ποιος|αν|ai|nếu|siapa|orang|jika|kas)(?!\p{L})|\d ?%/iu;

/** How names of conditions begin in the languages of Europe, in small letters; and those that are so short that nothing may follow. */
const CUED =
  'bipol|diabet|diabèt|diabét|діабет|диабет|cukrzyc|asthm|asma|astma|астм|epilep|эпилепс|епілепс|dépres|депрес|hyperton|ipertens|hypertens|гиперт|гіперт|nadciśn|alzheimer|parkinson|migrain|migrän|emicran|artrit|arthrit|reuma|rheuma|sclerosi|sclérose|sclero|skleros|stwardni|склероз|leukem|leukaem|leukäm|leukæm|leucem|crohn|tubercul|tuberkul|autis|burnout|tinnitus|anxiet|schlaganfall|nowotw|cancer(?!ous)|cáncer|câncer|cancro|carcin|kanker|kræft|krebs|brustkrebs|tumor|miscarriage|pneumon|lupus|depres|demen|borderline|schizo|hjärtsvikt|hepatit';
/** And those that are looked for behind what is said of somebody. */
const CONDITION_STEMS = `${CUED}|borderline|kidney disease|heart disease|liver disease|lung disease|cukrovk|epilé|épilep|deprés|hipert|demen|schizo|esquizof|migrañ|migren|enxaquec|fibromi|fibromy|endometrio|escleros|lymphom|psoria|colitis|celiac|coeliac|zöliak|hepatit|anorex|bulimi|ansiedad|herzinsuff|hjärtsvikt|niereninsuff|insufficienza|insuficien|insuffisance|vorhofflim|rakovin|karcin|darmkrebs|brystkræft|melanom|gonorr|syphil|sífilis|herpes|chlamyd|heart attack|heart fail|infarkt|infarctus|infarto|leddegigt|dyslex|hartfal|borstkank|darmkank|longkank|fibrilla|fibrilac|förmaksfl|doença de parkins|doença de alzh|mal de alzh`;
const SHORT =
  'hiv|vih|вич|віл|adhd|adhs|tdah|ptsd|copd|bpco|epoc|gout|gicht|stroke(?! of)|ansia|avc|ibs|ocd|uti|rak|raka|rakiem|рак|рака|lyme';
/** Words that belong to the name of a condition, before and behind it. */
const KIND =
  '(?:type [12]|breast|lung|skin|bowel|colon|prostate|ovarian|cervical|bladder|brain|kidney|chronic|acute|severe|clinical|major|postnatal|postpartum|congestive|metastatic|stage (?:[1-4]|i{1,3}v?)|rheumatoid|ulcerative|multiple|multipler?|bipolar|ulcerös|рассеянный|розсіяний|сахарн\\p{L}{2,3}|цукров\\p{L}{2,3}|rheumatoide|chronische) ';
const OF_KIND =
  ' (?:mellitus|(?:de )?t[iy]p[eou]?[su]? [12](?!\\d)|reumatoid[eaă]|rhumatoïde|cardia[cq]\\p{L}{1,3}|card[ií]aca|renale?|m[uú]ltipl[aex]s?|en plaques|rozsiane|płuc|piersi|prsu|[abcс](?!\\p{L})|молочн\\p{L}{2} залоз\\p{L}|грудi|груди|(?:d[eo]l?|d[eo] la|du|da|al|alla|della) (?:mama|mamas|pr[oó]stata|prostate|sein|seno|poumon|polmone|colon|pulm[oó]n|pulmão|pâncreas|páncreas|estômago|estómago|ovario|ovaires|foie|pele|pelle|piel|fegato))';
/** A condition by its name, in text in small letters. */
export const CONDITION_NAME = `${ONCE}(?:${KIND}){0,2}${ONCE}(?:(?:${CONDITION_STEMS})${ONCE}[\\p{L}\\p{M}’']{0,14}|(?:${SHORT})(?![\\p{L}\\d]))${ONCE}(?: disease| disorder| sjukdom)?${ONCE}(?:${OF_KIND}){0,2}${ONCE}`;
/** Conditions that a window says somebody has, by the verb before them. */
export function findConditions(window: string): readonly Guess[] {
  return [...everyMatchInAnyCase(ILL, window), ...everyMatchInAnyCase(UNSPACED, window)].flatMap(({ index, indices }): Guess[] => {
    const [start, end] = Object.values(indices?.groups ?? {}).find((at) => at) ?? [0, 0];
    const isAsked = NOBODY.test(textBefore(window, index, 40)) || window[end] === '?';
    return isAsked ? [] : [guessAt(start, window.slice(start, end), 0.6)];
  });
}

/** What names of conditions begin with, as cues. */
export const CONDITION_NAME_CUES: readonly string[] = [
  ...CUED.replace('(?!ous)', '').split('|'),
  ...' hiv| avc| вич|adhd|adhs|ptsd|copd|stroke| gout| rak| рак'.split('|'),
];

/** Cues for `findConditions`. */
export const CONDITION_CUES: readonly string[] = [
  ...OF_THE_ILL.split('|').flatMap((verb) => /^[\p{L} ]{4,}/u.exec(verb)?.[0].trim() ?? []),
  ...'mắc |เป็นโรค|เป็นมะเร็ง|患有|得了|查出|确诊|مصاب|عاني من|を患|と診断| 앓| 진단|סובל|חולה|חולת| szenved|bị '.split('|'),
];
