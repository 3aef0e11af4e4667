import type { Guess } from '../scan/detector.ts';
import { everyMatchInAnyCase } from './every-match.ts';
import { guessAt } from './guess-at.ts';
import { ONCE } from './once.ts';

/** How the names of conditions begin, in small letters, by what they are; most are the same in many languages. */
const STEMS: Readonly<Record<string, string>> = {
  diabetes:
    'd[iy]i?y?a[bv][eéèí]+t|cukrzyc|cukrovk|cukorbeteg|sukkersyge|sockersjuk|sokeritau|şeker hastalı|kencing manis|tiểu đường|đái tháo đường|διαβήτ|диабет|діабет|سكري|סוכרת|เบาหวาน|मधुमेह|डायबिटीज',
  pressure:
    'h[yi]p[eé]rt[eéo]n[szc]|hipertansiy|nadciśnieni|magas vérnyom|verenpaine|bluthochdruck|tekanan darah tinggi|darah tinggi|(?:cao|tăng) huyết áp|υπέρτασ|гиперто|гіперто|хиперто|ความดัน|उच्च रक्तचाप',
  lungs:
    'ast[hm]*m|astım|άσθμα|астм|الربو|hen suyễn|หอบหืด|copd|koah|epoc|bpco|dpoc|chobp|chopn|pochp|хобл|χαπ|tuber[kc]ul|tüberkül|gruźlic|verem|lao phổi|туберкул|φυματίωσ|วัณโรค',
  nerves:
    'epil[ei]?[eè]?ps|epilep|padaczk|эпилеп|епіл|епилеп|επιληψ|động kinh|migr[eaäé]n|мигрен|emicran|parkins|паркинс|alzheim|альцгейм|demen[tzsc]|демен[цт]|demans|άνοια|s[ck]l[eé]ros|skleroz|склероз|σκλήρυνσ|autis|аутиз|otizm|adh[ds]|tdah|dysle[xk]|disle[sx]|tourette',
  mind: 'depres|dépres|masennu|депрес|κατάθλιψ|اكتئاب|דיכאון|trầm cảm|ซึมเศร้า|अवसाद|schi[zt]o|skizo|esquizo|şizofren|шизофр|σχιζοφρ|bipol|биполя|біполя|anore[xk]|bulimi|al[ck]o[hg]?ol|алкогол|burnout|ptsd|tept|ångest|angststör',
  cancer:
    'rak(?:a|iem|ovin\\p{L}{1,3}|u)?(?!\\p{L})|rák|krebs|prostatakrebs|brustkrebs|hudkræft|brystkræft|kræft|kreft|kanker|kanser|canc[eé]r(?!ous)|c[áâ]ncer|cancro|tum[oó]r|tumeur|leu[ck]|лейк|syöpä|vähk|vēz|vėž|рак(?!\\p{L}{2})|καρκίν|سرطان|סרטן|ung thư|มะเร็ง|कैंसर|癌',
  liver:
    'hepatit|žloutenk|гепатит|хепатит|ηπατίτ|viêm gan|ตับอักเสบ|c[iy]r+h?o[sz]|ciroz|siroz|zirrhos|цирроз|κίρρωσ|xơ gan|nierenins|selhání ledvin|почечн|suy thận|gagal ginjal',
  blood:
    'hiv(?!\\p{L})|vih(?!\\p{L})|aids(?!\\p{L})|sida(?!\\p{L})|вич(?!\\p{L})|віл(?!\\p{L})|an[eäé]mi|анеми|αναιμί|thiếu máu|infar[ck]t|инфаркт|инсульт|ictus|iktus|mrtvic|έμφραγμα|inme|đột quỵ|ischemick|herzins',
  joints:
    'art[hr]+it|artros|rheuma|reuma|leddgikt|ledgigt|gigt|артрит|αρθρίτ|viêm khớp|l[uú]pus|toczeń|psor[ií]a|łuszczyc|lupénk|pikkelysöm|псориа|ψωρίασ|fibromyal|endometrio',
  gut: '[ck][oe]*e?li[aá][ck]|celíac|zöliak|keliak|целиак|[ck]olit|crohn',
};
/** The same with what may stand round it: adjectives, and of which kind it is. */
const CONDITION = String.raw`(?<value>(?:\p{L}{3,18} ){0,2}?${ONCE}(?:\p{L}{0,10}(?:${Object.values(STEMS).join('|')}))${ONCE}[\p{L}\p{M}]{0,14}(?: (?:t[iy]p\p{L}{0,2}|τύπου|типу?а?|tuýp|typ) ?(?:[12]|i{1,2})(?!\p{L})| [a-c](?![\p{L}\p{M}])| (?:hepati|[ck]h?roni|renal|srde[čc]|płuc|piersi|prsu|plic|pulmon|cardia|mellit|multipl)\p{L}{0,8})?)`;

/** Verbs that are said of the ill alone: whatever they have stands behind them. */
const OF_THE_ILL =
  'choruj[eę] na|leczy się na|sairastaa|sairastan|boluje(?:m)? od|πάσχ(?:ει|ω) από|slimo(?:ju)? ar|serg[au]|põe[bn]|хворі[єю] на|хвор(?:ий|а) на|болеет|болен|больна|onemocněla?|ochorela?|léčí se (?:s|na)|lieči sa na|erkrankt an|lijdt aan|mengidap|menghidap|menderita(?: penyakit)?|mắc(?: bệnh)?|được chẩn đoán (?:mắc |bị )?(?:bệnh)?|suferă de|sufăr de|bolnavă? de|διαγνώστηκ(?:ε|α) με|diagnosticată? cu|diagnostisert med|diagnosticeret med|diagnos(?:ti[sc]erad|en) med|diagnostiziert mit|didiagnos(?:a|is)(?: menderita| mengidap)?|zdiagnozowano(?: u (?:nie[jg]o?|mnie|\\p{L}{3,12}))?';
/** Verbs that are said of others, too: only of what is known as a condition. */
const OF_ANYBODY_ILL =
  'trpí(?:m)?|lider a[vf]|leide[t]? (?:an|unter)|cierpi(?:ę)? na|страда(?:ет|ю|м)?(?: от)?|страждає (?:на|від)|pati od|boleha za|trpi za|(?:is|was|being) (?:assessed|treated|tested|referred) for|bị(?: bệnh)?|tiền sử|hx of';
/** Verbs for having: only of a person, who is named. */
const HAS =
  'has|have|had|suffers? from|has been diagnosed with|(?:pa[csz]i\\p{L}{2,8}|pasien|potilas) (?:com|con|cu|mit|med|with|s|z|ze|dengan)|hat(?:te)?|habe|hab|har|hade|má|mám|ma|mam|are|am|ima|imam|έχει|έχω|има|имам|має|маю|on|va|turi|turiu|punya|sakit|heeft|heb|tem|tenho|tiene|tengo|ha|ho';
const END = String.raw`(?![\p{L}\p{M}])`;
const ILL = new RegExp(
  String.raw`(?<!\p{L})(?:${OF_THE_ILL})${ONCE} (?<value>[\p{L}\p{M}][\p{L}\p{M}'’-]{2,24}(?: (?!(?:og|och|a|i|și|și|en|e|y|ja|un|ir|та|и|και|dan|và|od|ab|seit|from|since|in|im|v|we?|na|u|în|w)${END})[\p{L}\p{M}'’-]{2,20}| [abc](?!\p{L})| (?:t[iy]p\p{L}{0,2}|τύπου|типу?а?) [12]){0,2}(?: [12](?![\p{L}\d]))?)`,
  'dgu',
);
const TOLD = new RegExp(String.raw`(?<!\p{L})(?:${OF_ANYBODY_ILL})${ONCE} ${CONDITION}${END}`, 'dgu');
const HAVING = new RegExp(String.raw`(?<!\p{L})(?:${HAS})${ONCE} ${CONDITION}${END}`, 'dgu');
/** Languages that put the verb behind. */
const BEHIND = new RegExp(
  String.raw`(?<!\p{L})${CONDITION.replace('(?:\\p{L}{3,18} ){0,2}?', '')}${END}${ONCE}(?=(?:,? (?:ve|és|and) \p{L}{2,20})? (?:hastası|hastasıyım|tanısı|teşhisi|beteg|betegségben|-?ban szenved|szenved|से पीड़ित|festgestellt|diagnostiziert|diagnosztizál))`,
  'dgu',
);
/** In scripts that part no words. */
const UNSPACED =
  /(?:เป็นโรค|ป่วยเป็น(?:โรค)?|患有|罹患|确诊(?:为)?|診斷(?:為|出)|مصابة? ?ب|[يت]عاني من |أعاني من |(?:סובל(?:ת)?|סובלים) מ|חול(?:ה|ת) ב)(?<value>[\p{sc=Thai}\p{M}]{3,24}|\p{sc=Han}{2,8}?(?=[，。、；]|$|\s|多年|已)|[\p{sc=Arabic}]{3,14}|[\p{sc=Hebrew}]{3,14})|(?<value2>うつ病|糖尿病|高血圧|双極性障害|統合失調症|パニック障害|適応障害|てんかん|喘息|認知症|\p{sc=Han}{1,3}がん|우울증|당뇨병?|고혈압|천식|조현병|[가-힣]{1,3}암|공황장애)(?=(?:で|の為|のため)(?:休職|通院|入院|療養|治療)|を患|と診断|持ち|(?:을|를)? ?(?:앓|진단|확진)|으?로 (?:치료|입원|휴직))/gu;

/** Somebody, in the languages of the verbs. */
const SOMEBODY =
  /(?<![\p{L}\p{M}])(?:pa[csz]i[eë]nt\p{L}{0,4}|paziente|pacjent\p{L}{0,3}|pasien|potila\p{L}{1,5}|beteg(?:em|ünk)?|ασθενή\p{L}{0,2}|пац[иі]ент\p{L}{0,3}|hasta|bệnh nhân|he|she|i|i['’]m|her|his|my|mum|mom|dad|mam|nan|granny|er|sie|ich|mein\p{L}{0,2}|frau|herr|jag|jeg|han|hun|hon|min[aä]?|hän|én|ő|já|ja|on|ona|pan|pani|eu|el|ea|io|lui|lei|ele|ela|yo|ella|él|мне|меня|он|она|я|він|вона|аз|той|тя|εγώ|tôi|anh|chị|saya|dia|ben|annem|babam|eşim|employee|medarbejder\p{L}{0,2}|zaměstnan\p{L}{1,3}|pracowni\p{L}{1,3}|angajat\p{L}{0,3}|mitarbeiter\p{L}{0,2}|student)(?![\p{L}\p{M}])/iu;
/** What is asked, or said of many. */
const NOBODY =
  /(?<![\p{L}\p{M}])(?:who|whoever|anyone|people|persons|many|everyone|if|when|someone|those|wer|jeder|menschen|wenn|falls|viele|kdo|lidé|kdyby|pokud|kto|ktoś|ludzie|osób|osoby|jeśli|czy|cine|oameni|dacă|ki|aki|emberek|ha|kuka|ihmiset|jos|vem|människor|om|hvem|mennesker|hvis|кто|люди|если|хто|якщо|кой|хора|ако|ποιος|άνθρωποι|αν|ai|người nào|nếu|siapa|orang|jika|kim|insanlar|eğer|tko|ljudi|ako|kas|cilvēki|žmonės|inimesed|kes|qui|quem|quién|chi|personas|pessoas|persone|gens|dog|cat|hund|katze|pes|kot|pies|children|kids|zodiac|horoscope|million\p{L}{0,3}|procent\p{L}{0,2}|percent)(?![\p{L}\p{M}])|\d ?%/iu;

/** The sentence before a place, as far as it is near. */
function sentence(window: string, at: number): string {
  return (
    window
      .slice(Math.max(0, at - 80), at)
      .split(/[!?\n]|[.:;](?= )/u)
      .at(-1) ?? ''
  );
}

/** Conditions that a window says somebody has, in the languages of Europe and the larger ones of Asia. */
export function findConditions(window: string): readonly Guess[] {
  const said = [
    ...everyMatchInAnyCase(ILL, window).map((found) => [found, false] as const),
    ...everyMatchInAnyCase(TOLD, window).map((found) => [found, false] as const),
    ...everyMatchInAnyCase(BEHIND, window).map((found) => [found, false] as const),
    ...everyMatchInAnyCase(HAVING, window).map((found) => [found, true] as const),
  ].flatMap(([found, isHad]): Guess[] => {
    const [start, end] = found.indices?.groups?.value ?? [0, 0];
    const before = sentence(window, found.index);
    if (
      NOBODY.test(before) ||
      window[end] === '?' ||
      (isHad && !SOMEBODY.test(before + found[0])) ||
      /^[^.\n]{0,20}(?:zodiac|horoscope|star sign)/i.test(window.slice(end))
    )
      return [];
    return [guessAt(start, window.slice(start, end), isHad ? 0.55 : 0.6)];
  });
  const unspaced = [...window.matchAll(UNSPACED)].flatMap(({ 0: text, index, groups }): Guess[] => {
    const value = groups?.value ?? groups?.value2 ?? '';
    const at = index + text.indexOf(value, groups?.value === undefined ? 0 : text.length - value.length);
    return /[か吗嗎?？]/.test(window.slice(at + value.length, at + value.length + 12)) ? [] : [guessAt(at, value, 0.6)];
  });
  return [...said, ...unspaced];
}

/** Cues for `findConditions`. */
export const CONDITION_CUES: readonly string[] =
  'choruj|leczy się|sairasta|boluje|πάσχ|slimo|serga|sergu|põeb|põen|хворі|хвор|болеет|болен|больна|onemocn|ochorel|léčí se|lieči sa|erkrankt|lijdt|mengidap|menghidap|menderita|mắc |chẩn đoán|sufer|sufăr|bolnav|διαγνώστηκ|diagnos|didiagnos|zdiagno|trpí|lider a|leide|cierpi|страда|страждає|pati od|boleha|trpi za|suffer|assessed for|treated for|tested for|referred for|bị |tiền sử|hx of|hastası|tanısı|teşhisi|szenved|beteg|पीड़ित|festgestellt|เป็นโรค|ป่วยเป็น|患有|罹患|确诊|診斷|مصاب|عاني من|أعاني|סובל|חולה ב|חולת ב|うつ病|糖尿病|高血圧|障害|失調症|てんかん|喘息|がん|우울증|당뇨|고혈압|천식|조현병|diabet|hypertens|hipert|astm|asthm|epilep|migr|parkins|alzheim|demen|scler|skler|autis|adhd|tdah|dysle|disle|depres|schizo|esquizo|skizo|bipol|anore|bulimi|alkohol|kræft|kreft|krebs|kanker|cancer|cáncer|câncer|cancro|tumor|leuk|hepatit|cirr|ciroz|anemi|infar|arthrit|artrit|lupus|lúpus|psori|celi|keliak|zöliak|colit|kolit|crohn|sukkersyge|gigt|fibromyal|endometrio'.split(
    '|',
  );
