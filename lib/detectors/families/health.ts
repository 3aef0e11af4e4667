import type { Guess } from '../../scan/detector.ts';
import { BELONGING_CUES, findBelonging } from '../beliefs.ts';
import { CONDITION_CUES, CONDITION_NAME, CONDITION_NAME_CUES, findConditions } from '../conditions.ts';
import { everyMatch, everyMatchInAnyCase } from '../every-match.ts';
import type { Family } from '../family.ts';
import { HEALTH_INSURANCE, MEDICAL_RECORD } from '../health-names.ts';
import { findOnRecords, RECORD_CUES } from '../health-records.ts';
import { createLabelled } from '../labelled-numbers.ts';
import { ONCE } from '../once.ts';
import { PUBLIC_FIGURES } from '../public-figures.ts';
import { SOMEBODY } from '../somebody.ts';
import { textBefore } from '../text-before.ts';

/** Chapters A to Z, two characters, and up to four behind the point (ICD-10-CM: seven in all). */
const ICD10 = /(?<![\w.-])[A-TV-Z]\d[0-9AB](?:\.[0-9A-Z]{1,4})?(?![\w-]|\.\w)/g;
const ICD11 = /(?<![\w.-])(?:[1-9A-HJ-NP-Z][A-HJ-NP-Z][0-9A-HJ-NP-Z]{2}(?:\.[0-9A-HJ-NP-Z]{1,2})?)(?![\w-]|\.\w)/g;
const ICD_WORD =
  /\b(?:icd|icd-?10(?:-?cm|-?gm)?|diagnos\w{0,6}|dx|codes?|principal|secondary|kodierung|code cim|cim-?10|cie-?10|cid-?10)\b|мкб/i;

function findIcd(window: string): readonly Guess[] {
  const is11 = /icd[- ]?11/i.test(window);
  const found = everyMatch(ICD10, window).flatMap(({ 0: text, index }): Guess[] => {
    const before = textBefore(window, index, 48);
    // The Portuguese name of the ICD is short, and other things are called so.
    const named = ICD_WORD.test(before) || (text.includes('.') && /\bcid[: ]{1,2}$/i.test(before));
    return named ? [guess(index, text, text.includes('.') ? 0.75 : 0.55)] : [];
  });
  if (!is11) return found;
  return [...found, ...everyMatch(ICD11, window).flatMap(({ 0: text, index }) => (/\d/.test(text) ? [guess(index, text, 0.65)] : []))];
}

function guess(start: number, text: string, confidence: number): Guess {
  return { span: { start, end: start + text.length }, confidence };
}

/** International nonproprietary names that are prescribed most, from the WHO's model list and national statistics. */
const MEDICINES =
  'acetaminophen|albuterol|alendronate|allopurinol|alprazolam|amiodarone|amitriptyline|amlodipine|amoxicillin|apixaban|aripiprazole|atenolol|atorvastatin|azathioprine|azithromycin|baclofen|bisoprolol|budesonide|buprenorphine|bupropion|candesartan|carbamazepine|carvedilol|cefalexin|cephalexin|cetirizine|ciprofloxacin|citalopram|clonazepam|clopidogrel|clozapine|codeine|colchicine|dexamethasone|diazepam|diclofenac|digoxin|diltiazem|donepezil|doxycycline|duloxetine|empagliflozin|enalapril|escitalopram|esomeprazole|estradiol|fentanyl|finasteride|fluconazole|fluoxetine|furosemide|gabapentin|glimepiride|haloperidol|hydrochlorothiazide|hydrocodone|hydroxychloroquine|ibuprofen|insulin|lamotrigine|lansoprazole|letrozole|levetiracetam|levothyroxine|lisinopril|lithium|loratadine|lorazepam|losartan|meloxicam|metformin|methadone|methotrexate|methylphenidate|metoprolol|metronidazole|mirtazapine|montelukast|morphine|naloxone|naproxen|nitrofurantoin|olanzapine|omeprazole|ondansetron|oxycodone|pantoprazole|paracetamol|paroxetine|phenytoin|pioglitazone|prednisolone|prednisone|pregabalin|propranolol|quetiapine|ramipril|risperidone|rivaroxaban|rosuvastatin|semaglutide|sertraline|simvastatin|sitagliptin|spironolactone|sumatriptan|tacrolimus|tamoxifen|tamsulosin|tenofovir|tramadol|trazodone|valproate|valsartan|venlafaxine|verapamil|warfarin|zolpidem|zopiclone|acyclovir|adalimumab|anastrozole|atomoxetine|bicalutamide|cannabidiol|ceftriaxone|clonidine|cyclosporine|dabigatran|dapagliflozin|disulfiram|doxepin|dulaglutide|edoxaban|etanercept|exemestane|glipizide|infliximab|insulina|isoniazid|ivabradine|lacosamide|linagliptin|liraglutide|mesalazine|memantine|nortriptyline|oxcarbazepine|paliperidone|phenobarbital|pramipexole|rifampicin|rituximab|rivastigmine|sacubitril|sildenafil|sulfasalazine|telmisartan|ticagrelor|tirzepatide|topiramate|torasemide|trastuzumab|vortioxetine|ziprasidone|antabuse|concerta|eliquis|entresto|lyrica|mounjaro|strattera|suboxone|wegovy|ozempic|humira|xarelto|lipitor|prozac|zoloft|xanax|adderall|ritalin|truvada|biktarvy';
/** Without the ending that languages differ in: sertraline, sertralin, sertralina. */
const MEDICINE_STEMS = MEDICINES.replace(/e(?=\||$)/g, '').split('|');
const DOSE = String.raw`[ ,:]{1,3}(?:\p{L}{2,12} ){0,2}\d{1,4}(?:[.,]\d{1,3})? ?(?:mg|mcg|µg|ug|g|ml|iu|ie|units?|mmol)(?![\p{L}]|\/d?l(?!\p{L}))(?:\/(?:day|d|kg|ml|tag))?`;
const MEDICATION = new RegExp(
  String.raw`(?<!\p{L})(?:${MEDICINE_STEMS.join('|')})(?:um|[aeiouy])?(?!\p{L})${ONCE}(?<dose>${DOSE})?`,
  'dgu',
);
/** Any word with a dose, as records list them. */
const DOSED = /(?<!\p{L})\p{L}[\p{L}-]{5,24} \d{1,4}(?:[.,]\d{1,2})? ?(?:mg|mcg|µg)(?![\p{L}/])/giu;
const TAKES =
  /\b(?:prescribed|prescription|takes|taking|on|started|dose|verordnet|nimmt|erhält|prend|prescrit|tom[ao]|recetado|usa|uso|assume|reçoit|meds|rx)\b/i;

/** Right before a medicine: somebody takes it. */
const TAKEN =
  /(?<![\p{L}\p{M}])(?:takes?|taking|(?:i|he|she)(?:['’](?:m|s|ve))?(?: (?:am|is|was|has|have|been|still|now|put)){0,2} on|been on|started on|prescribed|nimmt|nehme|bekommt|prend|prends|sous|toma|tomo|assume|assumo|prendo|bierze|biorę|przyjmuj[eę]|užívám?|berie|slikt|gebruikt|tar|tager|käyttää|syö|szed|szedek|ia|iau|uzimam?|jemlje|принимает|принимаю|приймає|приймаю|приема|παίρνει|παίρνω|(?:đang )?(?:dùng|uống)|minum|mengonsumsi) (?:\p{L}{2,10} )?$/iu;

/** What a list of medicines is called. */
const LISTED =
  /(?<!\p{L})(?:rx|meds|medications?|medikation|verordnung|traitement|medicación|medicação|terapia)["*]{0,2} ?: ?[^\n.?]{0,40}$/iu;

function findMedication(window: string): readonly Guess[] {
  const known = everyMatchInAnyCase(MEDICATION, window).map(({ 0: text, index, groups }): Guess => {
    const own = lastSentence(textBefore(window, index, 60));
    if (groups?.dose === undefined) {
      const isTaken = TAKEN.test(own) && !OF_ANYBODY.test(own) && PERSON_OR_VERB.test(own) && window[index + text.length] !== '?';
      return { ...guess(index, text, isTaken ? 0.55 : 0), tied: ON_RECORD };
    }
    const around = window.slice(Math.max(0, index - 80), index + text.length + 40);
    const isSomebodys = SOMEBODY.test(around) || LISTED.test(textBefore(window, index, 60));
    return { ...guess(index, text, isSomebodys ? (TAKES.test(around) ? 0.7 : 0.6) : 0.4), tied: ON_RECORD };
  });
  const dosed = everyMatch(DOSED, window).map(({ 0: text, index }): Guess => {
    const own = lastSentence(textBefore(window, index, 60));
    return { ...guess(index, text, TAKEN.test(own) && !OF_ANYBODY.test(own) ? 0.55 : 0), tied: ON_RECORD };
  });
  return [...known, ...dosed];
}

/** Whoever takes it; or the verb says it, where the language leaves them out. */
const PERSON_OR_VERB = new RegExp(
  String.raw`${SOMEBODY.source}|(?<![\p{L}\p{M}])(?:i['’](?:m|ve)|my|užívám|biorę|przyjmuję|tomo|prendo|assumo|nehme|szedek|iau|uzimam|принимаю|приймаю|παίρνω|tôi|saya|mum|dad)(?![\p{L}\p{M}])`,
  'iu',
);

/** Near what says whose record it is. */
const ON_RECORD = 0.6;
const RECORD = {
  entities: 'DATE_OF_BIRTH|MEDICAL_RECORD|HEALTH_INSURANCE_ID|EMPLOYEE_ID|STUDENT_ID|SALARY|US_SSN|GB_NHS|BR_CPF|PL_PESEL'.split('|'),
  within: 800,
} as const;

/** What records write before a list of conditions. */
const HEADING =
  /(?<!\p{L})(?:diagnos[eisn]{1,3}|diagn[oó]sti[ck]?[co]?s?|rozpoznanie|antecedentes|antécédents|anamnes[ei]|vorerkrankungen|voorgeschiedenis|problems|(?:past )?medical history|secondary|診断名|病名|既往歴)(?: \p{L}{1,12}){0,2} ?(?:\([^)\n]{1,12}\))?[:：]\s{0,3}(?<list>[^\n]{3,200}(?:\n ?(?:[-•*]|\d[.)]) [^\n]{3,100}){0,6})/dgiu;
const ITEM =
  /(?<=^|[,;•*\n-] {0,2}|\d[.)] | (?:and|und|et|y|e|i|en) )\p{L}[\p{L}\d'’-]{2,30}(?: (?!\d[.)]|(?:and|und|et|y|e|i|en) )[\p{L}\d'’-]{1,24}){0,5}(?=\s{0,2}(?:$|[,;.\n])|\s(?:(?:and|und|et|y|e|i|en) |\d[.)]))/gu;
const NO_CONDITION =
  /^(?:none|nil|not?|keine?|aucune?|sin|ningun|nessun|nenhum|geen|brak|see|siehe|denies|normal|unremarkable|stage|stadium)(?!\p{L})/iu;

/** Conditions of a record: what stands in its lists, and what is called so anywhere near. */
function findOnRecord(window: string): readonly Guess[] {
  const listed = everyMatch(HEADING, window).flatMap((found) => {
    const [from] = found.indices?.groups?.list ?? [0];
    // What stands in parentheses tells of the item before.
    const [list = ''] = (found.groups?.list ?? '').replace(/\([^)\n]*\)?/g, (inner) => ','.repeat(inner.length)).split(/\.(?=\s|$)/, 1);
    return everyMatch(ITEM, list).flatMap(({ 0: item, index }) =>
      NO_CONDITION.test(item) ? [] : [{ ...guess(from + index, item.replace(/ \d{4}$/, ''), 0.3), tied: ON_RECORD }],
    );
  });
  return [...listed, ...everyMatchInAnyCase(NAMED, window).map(({ 0: text, index }) => ({ ...guess(index, text, 0), tied: ON_RECORD }))];
}

/** A condition, however it is spoken of. */
const NAMED = new RegExp(
  String.raw`(?<!\p{L})(?:${CONDITION_NAME}|\p{L}{0,16}(?:karzinom|insuffizienz|flimmern|abhängigkeit|vorfall|trauma)|burnout|tinnitus|concussion|whiplash)(?!\p{L})`,
  'gu',
);
const STATEMENT = new RegExp(
  String.raw`(?<!\p{L})(?:(?:was |is |been |were )?diagnosed with|suffer(?:s|ing|ed)? from|tested positive for|(?:is|was) (?:being )?treated for|ha(?:s|ve) (?:a history of )?|had |living with|in therapy for|erkrankt an|diagnos(?:e|is):?|atteinte? d[e'’]|sufr[eo] de|diagnosticad[oa] (?:con|com|de)|sofr[eo] de|tem |soffr[eo] di|choruje na|affett[oa] da|hat(?:te)? |ich habe |(?:patient(?:in)?|kind|mann|frau) mit |pa[cz]iente co[nm] |festgestellt|heeft |heb |ha |ho |tengo |tenho |tiene |sufr[eo] |sofr[eo] |mam? |a une? |est en arrêt pour |suivie? pour |j['’]ai (?:de |du )?|a fait |teve |wegen |wurde |(?:patient|leave|presents|child|man|woman) with |is (?=bipolar|celiac)|[èé] (?=celiac)|je suis |history of |having |['’]ve |got |(?:leide[nt]?|litt)(?: seit (?:jahren|\d{4}))? (?:an|unter) |bekannte[rns]? |(?<=elle |il |qui |mari |père |mère )a |avait |souffr\p{L}{1,3} d(?:e |['’])|diagnosti\p{L}{1,8} |tuvo |pade[zc]\p{L}{1,2} (?:de )?|soffr[eo] anche di |lijdt? aan |har |hade |havde |lider a[vf] |fått |konstateret |(?<=minulla |mul )on |miała? |cierpię? na |zdiagnozowano(?: u \p{L}{2,12})? |mám? |trpím? |imam? |boluje(?: od)? |suf[aeă]r[aeă]? de |(?<=man )ir |у(?: \p{L}{2,12}){1,2}? |д[иі]агност\p{L}{3,8} |έχ(?:ει|ω) |tinc |my |h(?:is|er) ) ?(?:(?:an?|the|un|une?|einen?|den|la|il|el|now|been|also) |l['’]){0,2}${ONCE}(?<value>${CONDITION_NAME})(?![\p{L}\d]|-\p{L}| (?:research|cent(?:er|re)|clinic|ward|awareness|charity|patients|stud(?:y|ies)|data))`,
  'dgu',
);
/** What somebody is, and what medicine is taken for. */
const STATED = new RegExp(
  String.raw`(?<!\p{L})(?:es |è |é )?(?<value2>hiv[- ]positiv[e]?|vih positiv[oa]|séropositi(?:f|ve)|s[eo]ropositiv[oa]|sieropositiv[oa]|diab[eé]tic[oa]|pregnant|schwanger|enceinte|embarazada|suicidal|wheelchair user)(?![\p{L}])|(?<!\p{L})(?:prescribed|started on|takes?|taking|treated with)[^.\n]{2,40} for ${ONCE}(?<value3>${CONDITION_NAME})(?!\p{L})`,
  'dgu',
);

/** What is said of one person, in Russian and Ukrainian, and in Chinese and Japanese. */
const CYRILLIC =
  /(?<!\p{L})(?:(?:страда|боле)(?:ет|ю) |(?:страждає|хворіє) на |у (?:меня|не[её]|него|(?:е[её]|его|мо\p{L}{1,3}) \p{L}{3,9}|пациент(?:а|ки)) )(?<value>(?:сахарн\p{L}{2,3} )?(?:д[иі]абет|г[иі]пертон[иі]|астм|депрес{1,2}[иі]|эпилепси)\p{L}{0,4}|рак(?:ом)?(?: \p{L}{4,12})?|вич)(?!\p{L})/dgiu;
const HAN_CONDITION = '(?:糖尿病|高血[压壓圧]|抑[郁鬱]症|うつ病|\\p{sc=Han}{0,2}(?:癌|がん)|哮喘|喘息|艾滋病|[心肾腎][脏臓臟]病|認知症)';
const HAN = new RegExp(
  String.raw`(?:(?:[她他我亲妈爸婆公夫者]|妻子|儿子|女儿)[^。，！？\n]{0,4}?(?:患有|有|得了?|确诊为?|被诊断[出为])|诊断[:：]|[母父妻夫娘私彼女者員][はが]|(?:さん|様|氏)(?:[（(][^）)]{1,8}[）)])?[はが])(?<value>${HAN_CONDITION})(?:[和及、と](?<more>${HAN_CONDITION}))?(?![有の怎])`,
  'dgu',
);

function findDeclined(window: string): readonly Guess[] {
  return [...everyMatch(CYRILLIC, window), ...everyMatch(HAN, window)].flatMap(({ indices }) =>
    [indices?.groups?.value, indices?.groups?.more].flatMap((at): Guess[] =>
      at === undefined ? [] : [{ span: { start: at[0], end: at[1] }, confidence: 0.6 }],
    ),
  );
}

/** Between one condition and the next. */
const JOINT = /^(?:, ?(?:and |und |et )?| (?:and|und|et|y|e|i|en|och|og|oraz) )(?:an? )?$/i;

/** What is told of the same person behind a condition: `diabetes, asthma and epilepsy`. */
function further(window: string, from: number): readonly Guess[] {
  const found: Guess[] = [];
  let end = from;
  for (const { 0: text, index } of everyMatchInAnyCase(NAMED, window.slice(from, from + 100))) {
    if (!JOINT.test(window.slice(end, from + index))) break;
    found.push(guess(from + index, text, 0.6));
    end = from + index + text.length;
  }
  return found;
}

/** Behind a short word that is cut short, a full stop ends nothing: `geb. 12.08.1951`. */
const SENTENCE_END = /(?<!(?<!\p{L})(?:geb|mrs?|ms|dr|hr|fr|pt|st|nr|sr|sra))[.?] |\n/giu;

function lastSentence(text: string): string {
  return text.slice(Math.max(0, ...everyMatch(SENTENCE_END, text).map(({ 0: end, index }) => index + end.length)));
}

/** Blood group with its factor, what somebody does not stand, and findings of laboratories: behind their names, and of a person. */
const MEASURED =
  /(?<!\p{L})(?:(?<label>blood[ _](?:type|group)|blutgruppe)["'*]{0,3}(?: is| ist| ?[:=]) ?["'*]{0,2}(?<value>(?:ab|[abo0])(?: ?(?:rh ?)?(?:[+−-](?![\d\p{L}])|(?:pos|neg)(?:iti[vf]e?|ati[vf]e?)?(?!\p{L}))))|(?<label2>(?:allerg(?:ies|y|ien?|ier|ia)|alergi(?:as?|e)) ?:)? ?(?:allergic to|(?<=aller?g\p{L}{1,4} ?:)) ?(?!how |none|nka|nkda|no |any |all |the |it )(?<value2>\p{L}[\p{L}-]{2,20}(?:(?:, | )(?!and |or |but |in |is )\p{L}[\p{L}-]{2,20}){0,4}(?: and \p{L}[\p{L}-]{2,20})?)|(?:hba1c|a1c|psa|hb|h(?:a?e|ä)moglobine?|wbc|platelets|(?:[ck]r|cr[eé])[eé]?atinin[ae]?|glyc[eé]mie|glicemi[ae]|[ck]h?olest[eé]rol|troponin|ferritin|potassium|glucose|ldl|hdl|tsh|crp|egfr|inr|bmi|blood pressure|bp)(?!\p{L})(?: (?:\p{L}{1,8} ){0,3}| ?: ?)(?<value3>\d{2,3}\/\d{2,3}(?!\d)|\d{1,4}(?:[.,]\d{1,2})? ?(?:%|[mµ]mol\/(?:l|mol)|ml\/min|[mµnp]?g\/[dm]?l|(?:[mµ]i?|i)?u\/m?l)|\d{1,2}\.\d{1,2})(?![\w/]|[.,]\d))/dgiu;

/** What is said of nobody: how it is with everybody, and limits. */
const OF_ANYBODY =
  /(?<!\p{L})(?:normal|reference|range|below|under|above|over|target|should|people|many|anyone|if|dog|cat|horse|sollte|unter|über)(?!\p{L})/iu;

/** As many figures in one place are those of one patient. */
const REPORT = 3;

function findMeasured(window: string): readonly Guess[] {
  const all = everyMatch(MEASURED, window);
  const isReport =
    all.filter(({ groups }) => groups?.value3 !== undefined).length >= REPORT ||
    (all.length > 1 && /\b(?:blood test|bloods|labs|lab results|laborwerte|blutwerte)\b/i.test(window));
  return all.flatMap((found): Guess[] => {
    const { label, label2 } = found.groups ?? {};
    const { value, value2, value3 } = found.indices?.groups ?? {};
    const [start, end] = value ?? value2 ?? value3 ?? [0, 0];
    const before = textBefore(window, found.index, 60);
    const own = lastSentence(before);
    if (OF_ANYBODY.test(own + found[0])) return [];
    const isLabelled = label !== undefined || label2 !== undefined;
    const after = window
      .slice(end, end + 32)
      .split(/[.\n]/, 1)
      .join();
    return isLabelled ||
      (isReport && value3 !== undefined) ||
      SOMEBODY.test(own) ||
      /(?<!\p{L})(?:I am|I['’]m|my)(?!\p{L})/iu.test(own) ||
      (value3 !== undefined && SOMEBODY.test(after))
      ? [{ span: { start, end }, confidence: 0.55 }]
      : [{ span: { start, end }, confidence: 0, tied: 0.55 }];
  });
}

/** One word or two in capitals at the end of a text, as the subject of what follows. */
const SUBJECT =
  /(?<!\p{L})(?<name>\p{Lu}\p{Ll}{2,20}(?: \p{Lu}[\p{Ll}'’-]{1,20}(?:\p{Lu}\p{Ll}{1,20})?)?) (?:was |is |has |has been |was recently |got )?$/u;
/** What is said of one person; a word such as "suffered" is said of history, too. */
const OF_ONE =
  /^(?:(?:was |is |been )diagnosed with|suffers from|tested positive for|is (?:being )?treated for|has |leidet an|souffre d|padece|soffre di|lijdt aan)/i;
const NO_SUBJECTS = new Set(
  'She He It This That There What Who Which Everyone Someone Anyone Nobody Everybody Whoever One Where When Here Not Society Company Server System Country Europe Germany America China India Google Microsoft Apple'.split(
    ' ',
  ),
);

/** Whether a name is the subject of a statement. */
function isNamed(before: string, statement: string): boolean {
  const name = OF_ONE.test(statement) ? SUBJECT.exec(before)?.groups?.name : undefined;
  if (name === undefined || PUBLIC_FIGURES.has(name.toLowerCase()) || name.split(' ').some((word) => NO_SUBJECTS.has(word))) return false;
  // "has" of one word may be said of anything: Tuesday has cancer awareness.
  return name.includes(' ') || !/^has /i.test(statement);
}

const SUBJECTLESS = /^(?:padece|soffre|sofre|affett|diagnosticad|(?:es|è|é) |tengo|tenho|ho |soffro)/i;

function findStatements(window: string): readonly Guess[] {
  return [...everyMatchInAnyCase(STATEMENT, window), ...everyMatchInAnyCase(STATED, window)].flatMap((found): Guess[] => {
    const [start, end] = found.indices?.groups?.value ?? found.indices?.groups?.value2 ?? found.indices?.groups?.value3 ?? [0, 0];
    const sentence = window.slice(Math.max(0, found.index - 60), end);
    const own = lastSentence(sentence);
    // Languages that leave the subject out say it by the form of the verb.
    const isSubjectless =
      /(?:^|[.!?\n] ?)(?:fue |foi |è stat[oa] )?$/i.test(textBefore(window, found.index, 10)) &&
      SUBJECTLESS.test(found[0]) &&
      window[end] !== '?';
    return (isSubjectless ||
      SOMEBODY.test(/^diagnosis:/i.test(found[0]) ? window : own) ||
      isNamed(window.slice(0, found.index), found[0])) &&
      !/\b(?:zodiac|horoscope|star sign)\b/i.test(window) &&
      !/\b(?:if|whether|could|might|when) (?:a |the )?(?:patient|he|she)\b/i.test(own)
      ? [{ span: { start, end }, confidence: 0.6 }, ...further(window, end)]
      : [];
  });
}

const BELIEF =
  /\b(?:(?:is|was|he's|she's) (?:a |an )?(?:practi[sc]ing |devout )?(?<value>muslim|jewish|jew|catholic|protestant|hindu|sikh|buddhist|atheist|gay|lesbian|bisexual|transgender|homosexual|trans(?: wo)?man|union member|member of (?:the |a )?(?:\p{L}{2,20} ){0,2}union)|(?:ist|bekennt sich als) (?<value2>muslimisch|jüdisch|katholisch|evangelisch|schwul|lesbisch|bisexuell|gewerkschaftsmitglied)|(?:member of|mitglied (?:der|bei)|afiliad[oa] a|iscritt[oa] alla) (?:the )?(?<value3>ver\.?di|ig (?:metall|bau|bce)|ccoo|ugt|cgil|cisl|uil|cgt|cfdt|unison))(?![\p{L}])/dgiu;

/** What forms ask for, and what people answer: religion, orientation, origin and politics (Art. 9 GDPR). */
const ASKED =
  /(?<!\p{L})(?:religion|faith|agama|din|dini|religión|náboženství|náboženské vyznání|vallás|felekezet|uskonto|trossamfunn|trossamfund|trossamfund|віросповідання|tôn giáo|dân tộc|suku|etnia|raza|raça|etnicitate|religia|religie|vjera|nacionalnost|θρήσκευμα|θρησκεία|الديانة|ศาสนา|धर्म|जाति|caste|party affiliation|political party|political affiliation|konfession|religionszugehörigkeit|religión|religião|religione|godsdienst|wyznanie|sexual orientation|sexuelle orientierung|orientation sexuelle|orientación sexual|ethnicity|ethnic origin|union membership|вероисповедание|宗教|종교)["'*]{0,2}(?: ?[:：=] ?|(?<=agama|konfession|wyznanie|vallás|вероисповедание) )["'*]{0,2}(?<value>\p{L}[\p{L}'’/-]{1,24}(?: (?!and|or|is|of|the|in)\p{L}[\p{L}'’-]{2,20}){0,2})(?=["'*]{0,2} {0,3}(?:$|[,;.|\n\r)}]))/dgiu;
/** What is answered in small letters, too. */
const ANSWERED =
  /^(?:evang|[ck]ath|katol|r(?:öm|k(?!\p{L}))|luth|orth?odo|protest|chr?ist|crist|musl|musul|müsl|islam|jüd|jewish|juif|juive|jud|ebre|hindu|sikh|buddh|budis|ath?e|gay|bise?[xk]|hetero|homos|lesb|православ|мусульм|иуде|будд|катол|протест|атеи|христи|ev(?!\p{L})|straight|schwul|asexual|pansex)/iu;
/** No answer. */
const UNANSWERED =
  /^(?:none|not |unknown|prefer|any|string|yes|no|optional|required|select|please|keine|aucune?|ninguna?|nessuna?|geen|brak|null|true|false)/i;

function findAsked(window: string): readonly Guess[] {
  return everyMatch(ASKED, window).flatMap(({ groups, indices }): Guess[] => {
    const value = groups?.value ?? '';
    return UNANSWERED.test(value) || !(/^\p{Lu}|^\p{Lo}/u.test(value) || ANSWERED.test(value))
      ? []
      : [guess(indices?.groups?.value?.[0] ?? 0, value, 0.5)];
  });
}

function findBeliefs(window: string): readonly Guess[] {
  return [...findAsked(window), ...findSaid(window)];
}

function findSaid(window: string): readonly Guess[] {
  return everyMatch(BELIEF, window).flatMap((found): Guess[] => {
    const [start, end] = found.indices?.groups?.value ?? found.indices?.groups?.value2 ?? found.indices?.groups?.value3 ?? [0, 0];
    const subject = window.slice(Math.max(0, found.index - 24), found.index + 6);
    return /\b(?:he|she|patient|employee|colleague|candidate|applicant|wife|husband|boss|manager|mitarbeiter(?:in)?|bewerber(?:in)?|emplead[oa]|dipendente|kollege|kollegin|er|sie|my \p{L}{2,12})\b/iu.test(
      subject,
    )
      ? [{ span: { start, end }, confidence: 0.55 }]
      : [];
  });
}

const records = createLabelled(MEDICAL_RECORD);
const insurance = createLabelled(HEALTH_INSURANCE);

export default {
  id: 'health',
  title: 'Health and other special categories',
  entities: [
    { entity: 'MEDICAL_RECORD', categories: ['health', 'personal', 'special-category', 'phi'] },
    { entity: 'HEALTH_INSURANCE_ID', categories: ['health', 'personal', 'special-category', 'phi'] },
    { entity: 'DIAGNOSIS_CODE', categories: ['health', 'special-category', 'phi'] },
    { entity: 'MEDICATION', categories: ['health', 'special-category', 'phi'] },
    { entity: 'MEDICAL_CONDITION', categories: ['health', 'special-category', 'phi', 'personal'] },
    { entity: 'BELIEF_OR_ORIENTATION', categories: ['special-category', 'personal'] },
  ],
  detectors: [
    {
      kind: 'nearby',
      id: 'medical-record-behind-name',
      entity: 'MEDICAL_RECORD',
      source:
        'https://www.hhs.gov/hipaa/for-professionals/special-topics/de-identification/index.html (medical record numbers), and what forms call them',
      words: true,
      holdsNumber: true,
      cues: records.cues,
      before: 40,
      after: 88,
      budget: 40_000,
      find: records.find,
    },
    {
      kind: 'nearby',
      id: 'health-insurance-behind-name',
      entity: 'HEALTH_INSURANCE_ID',
      source:
        'https://www.hhs.gov/hipaa/for-professionals/special-topics/de-identification/index.html (health plan beneficiary numbers), and what cards call them',
      words: true,
      holdsNumber: true,
      cues: insurance.cues,
      before: 72,
      after: 88,
      budget: 40_000,
      find: insurance.find,
    },
    {
      kind: 'nearby',
      id: 'diagnosis-code',
      entity: 'DIAGNOSIS_CODE',
      source: 'https://icd.who.int/browse10 and https://icd.who.int/browse11',
      cues: 'icd-|icd1|icd 1|icd:|diagnos|dx:|dx |cim-10|cie-10|cid-10|cid10|cid:|cid |мкб|icd '.split('|'),
      before: 24,
      after: 72,
      find: findIcd,
    },
    {
      kind: 'nearby',
      id: 'medication',
      entity: 'MEDICATION',
      source: 'https://www.who.int/groups/expert-committee-on-selection-and-use-of-essential-medicines/essential-medicines-lists',
      cues: [...MEDICINE_STEMS, ' mg', ' mcg', ' µg'],
      before: 84,
      after: 72,
      ties: RECORD,
      find: findMedication,
    },
    {
      kind: 'nearby',
      id: 'medical-condition',
      entity: 'MEDICAL_CONDITION',
      source: 'https://gdpr-info.eu/art-9-gdpr/ and https://gdpr-info.eu/recitals/no-35/ (data concerning health)',
      cues: [
        ...CONDITION_NAME_CUES,
        ...'diagnos|diagnós|rozpoznan|antecedent|antécédent|anamnes|vorerkrank|voorgeschied|problems:|medical history|secondary:|診断名|病名|既往歴|suffer|tested positive|treated for|history of|living with|therapy for|hiv |hiv-|hiv+|pregnant|schwanger|enceinte|embarazada|suicidal|leidet an|erkrankt|souffre|padece|started on |prescribed |atteint|sufre de|sofre de|soffr|affett|lijdt aan|choruje|cierpi na|wheelchair|has hiv|alcoholi|insuffizienz|flimmern|abhängigkeit|trauma|burn-out|concussion|whiplash|has breast|has lung|has type |kidney dis|bluthoch|séropos|seropos|soropos|sieropos|糖尿病|高血|抑郁|うつ病|癌|がん|哮喘|喘息|艾滋|脏病|臓病|認知症'.split(
          '|',
        ),
      ],
      before: 72,
      after: 240,
      ties: RECORD,
      find: (window) => [...findStatements(window), ...findDeclined(window), ...findOnRecord(window)],
    },
    {
      kind: 'nearby',
      id: 'medical-condition-said',
      entity: 'MEDICAL_CONDITION',
      source: 'https://gdpr-info.eu/recitals/no-35/ (data concerning health)',
      cues: CONDITION_CUES,
      before: 84,
      after: 84,
      find: findConditions,
    },
    {
      kind: 'nearby',
      id: 'condition-on-record',
      entity: 'MEDICAL_CONDITION',
      source:
        'https://gdpr-info.eu/recitals/no-35/ (data concerning health) and https://hl7.org/fhir/documentreference.html (what records are made of)',
      words: true,
      cues: RECORD_CUES,
      before: 320,
      after: 140,
      find: findOnRecords,
    },
    {
      kind: 'nearby',
      id: 'health-finding',
      entity: 'MEDICAL_CONDITION',
      source: 'https://gdpr-info.eu/recitals/no-35/ (data concerning health); units: https://ucum.org',
      words: true,
      cues: 'hb |hb:|hemoglobin|haemoglobin|hämoglobin|wbc|platelets|blood type|blood group|blood_|blutgruppe|allergies:|allergie:|allergien:|allergy:|allergia:|alergias:|alergia:|alergie:|allergic to|hba1c|a1c |psa |creatinin|kreatinin|créatinin|glycém|glicemi|olesterol|olestérol|troponin|ferritin|potassium|glucose|ldl |hdl |tsh |crp |egfr|inr |bmi |bmi:|blood pressure|bp |bp:'.split(
        '|',
      ),
      before: 64,
      after: 72,
      ties: RECORD,
      find: findMeasured,
    },
    {
      kind: 'nearby',
      id: 'belief-or-orientation-said',
      entity: 'BELIEF_OR_ORIENTATION',
      source: 'https://gdpr-info.eu/art-9-gdpr/',
      cues: BELONGING_CUES,
      before: 64,
      after: 40,
      find: findBelonging,
    },
    {
      kind: 'nearby',
      id: 'belief-or-orientation',
      entity: 'BELIEF_OR_ORIENTATION',
      source: 'https://gdpr-info.eu/art-9-gdpr/',
      cues: 'agama|din:|dini:|nábožen|vallás:|felekezet|uskonto|tôn giáo|dân tộc|suku:|etnia:|raza:|raça:|religia|religie|vjera:|θρήσκ|الديانة|ศาสนา|धर्म|caste:|party affil|political|muslim|jewish|catholic|protestant|hindu|sikh|buddhist|atheist| gay|lesbian|bisexual|transgender|homosexual|union member|member of|katholisch|evangelisch|jüdisch|schwul|lesbisch|gewerkschaft|mitglied |afiliad|iscritt|religion:|religion"|religious affil|konfession|religionszugeh|religión|religião|religione|godsdienst|wyznanie|sexual orient|sexuelle orient|orientation sex|orientación sex|ethnicity|ethnic origin|union membership|вероиспов|宗教|종교'.split(
        '|',
      ),
      before: 48,
      after: 32,
      find: findBeliefs,
    },
  ],
} satisfies Family;
