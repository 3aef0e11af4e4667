import type { Guess } from '../../scan/detector.ts';
import type { Span } from '../../scan/finding.ts';
import { AGE_CUES, countsAge, findAges } from '../ages.ts';
import { findBirthplaces } from '../birthplaces.ts';
import { CONVICTION_CUES, findConvictions } from '../convictions.ts';
import { everyMatch, everyMatchInAnyCase } from '../every-match.ts';
import type { Family } from '../family.ts';
import { guessAt } from '../guess-at.ts';
import { isDay } from '../identifiers/check-digits.ts';
import { ONCE } from '../once.ts';
import { isPlaceholder } from '../placeholder.ts';
import { spelled, spellings } from '../spellings.ts';
import { textBefore } from '../text-before.ts';

/** Of a month without its year: what else is counted begins like one in some language. */
const MONTH = `${ONCE}(?:jan(?:uary|uar)?|feb(?:ruary|ruar)?|mar(?:ch)?|märz|apr(?:il)?|ma[iy]|june?|july?|jun[io]|juli|aug(?:ust)?|sep(?:t|tember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?)${ONCE}(?!\\p{L})\\.?`;
/** How months begin in the languages of Europe, in the case that a date has: https://cldr.unicode.org. */
const ANY_MONTH = `${ONCE}(?:[jgi]an|яну|юн|юл|giu|gen|ene|sty|oca|sij|led|tammi|f[eé][bv]|lut|şub|velj|úno|helmi|m[aäá][rygij]|maa|mei|mrt|břez|ožu|a[pbv]r|ápr|kwi|nis|dub|tra|huhti|květ|svib|touko|[jg]i?[uú][ni]|cze|haz|čer|kesä|iu[nl]|j[uú]l|lug|lip|tem|heinä|aug|ao[uû]|ag[ou]|ağu|sie|srp|kol|elo|sep|set|sze|wrz|eyl|zář|ruj|syys|o[ck]t|ott|out|paź|eki|říj|loka|nov|noi|lis|kas|stu|marras|d[eé][czs]|dic|gru|ara|pro|joulu|sau|vas|kov|bal|geg|bir|lie|rug|spa|lap|jū[nl]|mach|янв|фев|мар|апр|ма[яй]|ию[нл]|авг|сен|окт|ноя|дек|січ|лют|бер|кві|тра|чер|лип|сер|вер|жов|лис|гру|ιαν|φεβ|μαρ|απρ|μαΐ|ιου|αυγ|σεπ|οκτ|νοε|δεκ)${ONCE}\\p{L}{0,9}\\.?`;
/** A month in any other script. */
const OTHER_SCRIPT = '[^\\x00-\\u024f]{3,12}';
/** A day in words. */
const ORDINAL =
  '(?:(?:twenty|thirty)[ -])?(?:first|second|third|(?:four|fif|six|seven|eigh|nin|ten|eleven|twelf|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twentie|thirtie)th)';
const DATE = new RegExp(
  String.raw`(?<![\w./]|(?<!ב)-)(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:t\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:z|[+-]\d{2}:?\d{2})?)?|\d{1,2}([-/.])\d{1,2}\1(?:\d{4}|\d{2})|\d{1,2} [/-] \d{1,2} [/-] \d{4}|\d{1,2}\. \d{1,2}\. \d{4}|\d{4}\. ?(?:\d{1,2}|${ANY_MONTH})\.? ?\d{1,2}|(?:19|20)\d\d m\. ${ANY_MONTH} \d{1,2}(?: d\.)?|(?:19|20)\d\d\. gada \d{1,2}\. ${ANY_MONTH}|ngày \d{1,2} tháng \d{1,2} năm \d{4}|(?:民國|民国|明治|大正|昭和|平成|令和)\d{1,2} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日|(?<=생년월일.{0,3})\d{6}(?!\d)|\d{1,2}\.? ${OTHER_SCRIPT} \d{4}|\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日|\d{4}년 ?\d{1,2}월 ?\d{1,2}일|\d{1,2}(?:st|nd|rd|th|\.)?[ -](?:of |de )?(?:${ANY_MONTH}[ ,-]{1,2}(?:de )?\d{4}|${MONTH})|${MONTH}[ -](?:the )?\d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?|${ORDINAL} (?:day )?of ${MONTH},? \d{4}|${MONTH}[ -]\d{4}|\d{2}[a-z]{3}(?:19|20)?\d{2}|(?<=(?:dob|d\.o\.b\.|birth|bday)["': =]{1,4})[0-3]\d[0-3]\d(?:19|20)\d{2}|(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))${ONCE}(?![\w/-]|\.\d)`,
  'gu',
);

/** Whether eight digits are a day, the year first or last. */
function isEightDigits(text: string): boolean {
  const [year, first, second] = /^(?:19|20)/.test(text)
    ? [text.slice(0, 4), text.slice(4, 6), text.slice(6)]
    : [text.slice(4), text.slice(0, 2), text.slice(2, 4)];
  return isDay(Number(year), Number(first), Number(second)) || isDay(Number(year), Number(second), Number(first));
}

/** Whether numbers in some order are a day of a calendar. */
function isDate(text: string): boolean {
  if (/^\d{8}$/.test(text)) return isEightDigits(text);
  const [a, b, c] = ((/^\d{4}/.test(text) ? text.slice(0, 10) : text).match(/\d+/g) ?? []).map(Number);
  if (/\p{L}/u.test(text.replace(/[TZ年月日년월일]/g, '')) || a === undefined || b === undefined || c === undefined) return true;
  if (a > 31) return isDay(a, b, c);
  return isDay(c, b, a) || isDay(c, a, b);
}

function dates(window: string): readonly { readonly text: string; readonly index: number }[] {
  if (!/\d/.test(window)) return [];
  return everyMatchInAnyCase(DATE, window)
    .map(({ 0: text, index }) => ({ text, index }))
    .filter(({ text }) => isDate(text));
}

/** Words behind a day of birth. */
const BORN_BEHIND =
  /^ ?(?:as (?:your|his|her|their|my|the) (?:date of birth|birth ?da(?:te|y)|dob)|geburtstag|г\. ?р\.|года рождения|р\. ?н\.|doğumlu|生まれ|出生|生(?!\p{L})|출생|생(?!\p{L}))/iu;
/** An encyclopaedia tells who somebody was: `(born …) is an American singer`. */
const ENCYCLOPAEDIC =
  /^(?:[^()\n]{0,60}\)|,) (?:(?:is|was) an? (?:\p{L}{2,12}-)?\p{Lu}|(?:ist|war) eine? \p{L}{3,20}sche|(?:est|fut|était) une? |(?:es|fue) una? |(?:è|è stat[oa]) una? |(?:é|foi) uma? )|^[^\n]{0,60}, (?:est|fut) une? |^ \d{1,3} (?:BC|AD|v\. Chr)/u;
/** Words that announce a day of birth, in forms and in prose. */
const BIRTHS =
  /(?<!\p{L})(?:born|d\.?o\.?b\.?|birth|birth ?da(?:te|y)|bday|ddn|geboren|geb\.|geburtsdatum|geburtstag|geb\.? ?dat|née(?: le)?|né(?:\(e\))? le|naiss(?:ance|\.)|f\. ?nac|dt\.? ?nasc|nascut|nascuda|ttl(?=:)|narodenia|naroden[áýé]|rojstva|gim(?:imo|ęs|usi)|dzim(?:šanas|is|usi)|sünni(?:aeg|kuupäev)|sündinud|kuzaliwa|alizaliwa|fædd(?:ur)?|fæðingardag\p{L}{1,4}|datëlindja|kapanganakan|জন্ম|nac(?:i[óo]|í|id[oa]|imiento|\.)|nat[oa](?: a \p{L}{2,20})? il|nascita|geboortedatum|geboorte|urodz\p{L}{1,10}|ur\.|nasc(?:imento|id[oa]|eu|i)|f[öø]d(?:d|t|selsda(?:to|g)|elsedatum)|(?<=[(,] ?)f\.(?= ?\d)|(?<=[(,] ?)f\.(?= ?$)|syntynyt|syntymäaika|narozen\p{L}{0,3}|nar\.|născut[ă]?|naşterii|nașterii|szül(?:\.|et(?:ett|ési|tem))|rođen(?:j?a)?|rođenja|рођен\p{L}{0,2}|rojen[a]?|doğum|рожд\p{L}{1,6}|д\. ?р\.|родил(?:ся|ась)|народ(?:ж\p{L}{1,6}|ил(?:ася|ся|ась)|ився)|роден|раждане|роден[а]?|γεννήσεως|γέννησης|γεννήθηκ[αε]|γεννημέν\p{L}{1,3}|lahir|sinh|janm|puttina)(?!\p{L})|生年月日|出生|생년월일|출생|生日|生[于於]|ميلاد|مواليد|ولدت?|לידה|נולד|जन्म|วันเกิด|เกิด|متولد|تولد/giu;
const TREATED =
  /\b(?:admitted|admission|discharged?|surgery|appointment|visit(?:ed)?|died|deceased|death|hospital|treated|operation|diagnosed|patient|therapy|vaccinat\w{1,4}|hired|terminated|married|divorced)\b/i;

/** Behind these words stands the day of something else. */
const OTHER_DAY = /\b(?:released|published|issued|expires?|valid|founded)\b[^,;]{0,16}$/i;

/** The day on which something is written. */
const TODAY = /(?<!\p{L})(?:today|heute|aujourd|hoy|hoje|oggi|dnes|bugün)|今天|今日/iu;
/** Where what was said of a day of birth has ended: a sentence and its line. */
const SAID = /\p{L}[.!?;]\s*\n/u;

/** Year from which on somebody who lives may be born. */
const OLDEST = 1905;
/** Where a name in code goes on: `dateOfBirth`. */
const INNER_CAPITAL = /(?<=\p{Ll})(?=\p{Lu})/gu;

function findBirth(window: string): readonly Guess[] {
  return dates(window).flatMap(({ text, index }): Guess[] => {
    const before = textBefore(window, index, 40);
    if (OTHER_DAY.test(before) || !/\d{2}|年/.test(text)) return [];
    const [year] = /(?<!\d)\d{4}(?!\d)/.exec(text) ?? [];
    // The day from which computers count.
    if (/^1970-01-01/.test(text)) return [];
    // Nobody who was born before is alive.
    const isPersian = year !== undefined && /^1[34]/.test(year) && /متولد|تولد/.test(before);
    if (year !== undefined && Number(year) < OLDEST && !isPersian) return [];
    // Cells of another line are named by the head of their table.
    const line = before.slice(before.lastIndexOf('\n') + 1);
    const says = (/[,;\t|]/.test(line) ? line : before).replace(INNER_CAPITAL, ' ');
    const after = window.slice(index + text.length, index + text.length + 80);
    if (ENCYCLOPAEDIC.test(after)) return [];
    const named = everyMatch(BIRTHS, says).at(-1);
    const own = named ? says.slice(named.index + named[0].length) : '';
    if (TODAY.test(own) || SAID.test(own)) return [];
    return named || BORN_BEHIND.test(after) ? [guessAt(index, text, 0.8)] : [];
  });
}

function findDates(window: string): readonly Guess[] {
  return dates(window).map(({ text, index }) => guessAt(index, text, TREATED.test(textBefore(window, index, 50)) ? 0.55 : 0.3));
}

const CURRENCY = String.raw`(?:[€$£₺₽₴₹]|(?:euros?|dollars?|pounds)(?!\p{L})|eur|usd|gbp|chf|sek|nok|dkk|pln|czk|huf|ron|try|rub|uah|inr|aed|sar|vnđ|vnd|đồng|đ|rm|zar|ngn|kes|php|thb|baht|rupiah|dirhams?|riyals?|kr\.?|zł(?:otych)?|kč|ευρώ|лв|taka|টাকা|ft|lei|tl|руб(?:\.|л\p{L}{1,2})?|грн)`;
const GROSS = '(?:net(?:s|to|ti|tos?)?|nett[eóo]|gross|br[uú]t{1,2}[oós]?|lord[io])(?!\\p{L})';
const MONEY = String.raw`(?:(?:₹|rs\.?|inr) ?\d{1,2}(?:,\d{2}){1,3},\d{3}|(?:[$€£¥₹₦₱₺₴₫]|usd|eur|gbp|chf|inr|aed|sar|cad|aud|nzd|sgd|hkd|myr|rm|php|ngn|kes|ksh|zar|thb|idr|pln|czk|huf|ron|sek|nok|dkk|qar|kwd|kr\.?|s\$|hk\$|r\$|rp\.?) ?\d{1,3}(?:[.,' ]?\d{3}){0,3}(?:[.,](?:\d{1,2}|[-–]))?(?: ?k| (?:mxn|usd|clp|cop|ars|aud|nzd|cad|sgd)(?!\p{L}))?|\d{1,3}(?:[.,' ]?\d{3}){1,3}(?:,\d{2})? ?${CURRENCY}|\d{2,3}k(?: ?(?:[€$£]|eur|usd|gbp))?|\d{1,3}(?:[.,]\d)? ?(?:lpa|lakhs?|triệu)|\d{2,3}(?:\.\d\d)? (?:dollars?|euros?|pounds|bucks)(?= (?:an?|per) hour)|\d{1,3}[.,' ]?\d{3}(?= ${GROSS}))(?! ?(?:millions?|mil|billions?|bn|milliarden?|mrd|mio|m)(?!\p{L}))`;
/** Somebody is paid: `makes $ 92,000 a year`. */
const PAID = new RegExp(
  String.raw`(?<!\p{L})(?:(?<english>makes?|making|earn(?:s|ed|ing)?|is paid|gets paid|offered (?:me|him|her|us)|(?:is|am|was|['’](?:m|s)) on)|verdien[te]?|gagne|gan[ao]|ganh[ao]|guadagn[ao]|zarabiam?|tjänar|tjener|зарабатыва(?:ет|ю)|(?<gets>bekomm(?:e|t)|touche|perçoit|cobr[ao]))(?: (?!less|more|up|r\$)\p{L}{1,9})?(?: a)? ?${ONCE}(?<value>${MONEY})${ONCE}(?<time> ?${GROSS}| ?p\.?a\.?(?!\p{L})| ?(?:a|an|per|each|pro|im|par|al|por|i|om|в|w|\/) ?(?:year|yr|annum|month|mo|hour|hr|week|jahr|monat|stunde|an|mois|heure|año|mes|hora|anno|mese|rok|miesiąc|mês|ano|maand|månaden|måneden|месяц)(?!\p{L})| (?:monatlich|miesięcznie|mensu\p{L}{2,4}))?`,
  'dgu',
);
/** Whoever it is; what anybody earns is no one's pay. */
const EARNER =
  /(?<!\p{L})(?:(?:I|[Hh]e|[Ss]he|[Tt]he (?:employee|candidate|applicant)|Employee|Candidate|Applicant)(?:['’][sm])? (?:[^.!?:;\n]{1,60}(?:,| and) )|(?:I|[Hh]e|[Ss]he|[Ww]e|who|[Tt]hey|[Mm]y \p{L}{2,12}|(?:the )?(?:employee|candidate|applicant|colleague|patient|client)|(?<!(?:^|[.!?] )The )\p{Lu}\p{Ll}{1,20}) )(?:(?:currently|now|only|also|still|is|was) )?$/u;
/** What follows pay whose time nobody tells: where it is made, or nothing. */
const MADE = /^(?:$|[.,;!?)]| (?:at|as|in|from|before|after|working)(?!\p{L}))/u;
/** Nobody in particular, and no person. */
const ANYBODY =
  /(?<!\p{L})(?:(?:eine?|une?|un[ao]|uma?|een|ett) (?!kolleg|freund|ami|coll[eè]g|compañer)\p{L}{3,20}|l['’]entreprise|(?:la|die|das|le|a|o|el) (?:société|firma|unternehmen|empresa|gagnant))(?: \p{L}{4,12})? $/iu;
const PAY =
  '(?:annual|gross|net|base|basic|monthly)[ _]?(?:salary|pay)|take[- ]home(?: pay)?|netto[ -]?(?:verdienst|einkommen)|vergütung|netto (?:del mese|uit te betalen)|brutto(?:bezüge|arbeitslohn)|net (?:à payer|payé)|revenus?|prétentions|(?:retrib|rémun|remun)\\p{L}{4,6}|líquido(?: total)? a (?:percibir|receber)|renda|salarisindicatie|salar(?:y|ies)|compensation|wages?|(?:annual |household |gross |net )?income|ctc|\\p{L}{0,12}(?:gehalt|lohn)|salaires?|salario|sueldo|(?:bruto|netto|basis|maand|uur)[ -]?loon|netto in busta|auszahlungsbetrag|total pay|stipendio|salário|(?:maand|jaar)?salaris|ral|wynagrodzeni[ae]|pensj[aię]|(?:månads|års)?lön(?:en)?|(?:måneds|års|brutto|grunn)?lønn?|(?:kuukausi|vuosi|perus|brutto|netto)?palkka(?:ni)?|mzd[ay]|fizetés(?:em?)?|(?:alap|munka)?bér|salariul?|maaşı?m?|зарплат[аы]|оклад|зарплатня|μισθός|gaji|lương';
const SALARY = new RegExp(
  String.raw`(?<![\p{L}\d])(?:${PAY})${ONCE}(?!\p{L})(?:["'* ]{0,3}(?: (?!r\$)\p{L}{1,12}){0,3} ?[:=]?["'* ]{0,3}(?:${GROSS} )?${ONCE}(?<value>${MONEY})|["'*]{0,2} ?[:=>] ?["']?(?<bare>\d{2,3}[.,' ]?\d{3}(?:[.,]\d{2})?|\d[.,' ]?\d{3}[.,]\d{2}))${ONCE}(?![\w%]|[.,]\d)`,
  'dgu',
);
/** To the cent, in a column of its own, as payslips set it. */
const SLIP = new RegExp(
  String.raw`(?<![\p{L}\d])(?:${PAY})${ONCE}(?!\p{L})[^\n\d€$£]{1,64}(?<=[:=\s])(?<slip>[€$£]?\d{1,3}(?:[.,' ]\d{3}){1,2}[.,]\d{2}(?: ?€)?)(?![\w%]|[.,]\d)`,
  'dgu',
);
/** What is paid to many, or taken of it. */
const OF_MANY =
  /(?<!\p{L})(?:average|avg|median|mean|minim\p{L}{1,3}|mínimo|maximum|typical|range|rate|tax|cap|limit|household|smic|threshold|between|mindest\p{L}{0,5}|durchschnitt\p{L}{0,6}|gemiddeld\p{L}{0,2}|gjennomsnitt\p{L}{0,6}|genomsnitt\p{L}{0,4}|keskimäär\p{L}{0,6}|median\p{L}{0,6}|średni\p{L}{0,2}|průměr\p{L}{0,3}|átlag\p{L}{0,4}|médian|médio|media|medio|ortalama|rata-rata|trung bình|from|under|over|below|above|less|more)(?!\p{L})/iu;
/** The same in scripts that part no words. */
const EASTERN_SALARY =
  /(?:基本給|支給額|年収|月収|月給|給料|給与|年俸|手取り|月薪|年薪|工资|薪资|薪水|工資|연봉|월급|급여|เงินเดือน|الراتب(?: الشهري)?|راتب(?:ي|ه|ها|ك)|حقوق(?: ماهانه| ماهیانه)?|वेतन|משכורת|שכר)(?:は|が|是|为|為|은|는|이|가)?(?: ?[:：])?[ 　]{0,3}(?<value>[¥￥]?\d[\d,]{0,10}(?:\.\d{1,2})? ?(?:万円|円|万元|万|元|k|만 ?원|원|บาท|ريال|درهم|جنيه|دينار|تومان|रुपये|ש["״]ח|שקל)|(?<=[:：][ 　]{0,3})[¥￥₹]?\d{1,3},?\d{3}(?:\.\d{1,2})?(?![\d.,%]))/dgi;

/** What stands before a place on its line, as far as it goes back. */
function lineBefore(window: string, at: number, most: number): string {
  const before = textBefore(window, at, most);
  return before.slice(before.lastIndexOf('\n') + 1);
}

function findSalaries(window: string): readonly Guess[] {
  const paid = everyMatchInAnyCase(PAID, window).filter(({ 0: text, index, groups }) => {
    const before = textBefore(window, index, 72);
    if (groups?.english === undefined)
      return !OF_MANY.test(before.slice(-40)) && !ANYBODY.test(before) && (groups?.gets === undefined || groups.time !== undefined);
    return (
      EARNER.test(before) &&
      (groups.time !== undefined ||
        !/^make|on$/i.test(groups.english) ||
        (/k$/i.test(text) && MADE.test(window.slice(index + text.length))))
    );
  });
  const named = [...everyMatchInAnyCase(SALARY, window), ...everyMatchInAnyCase(SLIP, window)].filter(
    ({ 0: text, index }) => !OF_MANY.test(lineBefore(window, index, 24) + text),
  );
  return [...paid, ...named, ...everyMatch(EASTERN_SALARY, window)].map((found) => {
    const { value, bare, slip } = found.indices?.groups ?? {};
    const [start, end] = value ?? bare ?? slip ?? [found.index, found.index + found[0].length];
    return { span: { start, end }, confidence: value ? 0.6 : 0.5 };
  });
}

/** The figure by which lenders judge somebody: scores of 300 to 900 points, or a part of a hundred. */
const SCORE =
  /(?<!\p{L})(?:(?:credit|fico|vantage|equifax|experian|transunion|cibil|schufa)[ _-]?(?:credit[ _-]?)?(?:basis)?(?:score|rating)|fico|bonitäts(?:score|index)|puntaje crediticio|puntuación crediticia|score de cr[ée]dito?|cote de crédit)(?=)["'*]{0,3}(?<sign> ?[:=])?(?: (?:is|was|of|von|est|es|é|ist|at|now|currently|a|dropped to|fell to|rose to)){0,3} ?["']?(?<value>[3-8]\d\d|\d\d[.,]\d{1,2} ?%?)(?![\d%+]|[.,-]\d| ?(?:–|-|to|bis|or|and (?:above|up|over|higher)|oder|points? or|is|are|means?|counts|qualif\p{L}{1,6})(?!\p{L}))/dgu;
/** What lenders ask of anybody. */
const ANY_SCORE =
  /(?<!\p{L})(?:average|mean|median|minimum|min|good|bad|fair|typical|required|least|below|above|over|under|if|range)(?!\p{L})/iu;
/** Whose it is. */
const SCORED =
  /(?<!\p{L})(?:my|his|her|their|your|customer|client|applicant|borrower|tenant|candidate|wife|husband|he|she|has|had|mein|meine|seine|ihre?|kunde|mon|ma|mi|su|meu|minha)(?!\p{L})|['’]s /iu;

function findScores(window: string): readonly Guess[] {
  return everyMatchInAnyCase(SCORE, window).flatMap((found): Guess[] => {
    const [start, end] = found.indices?.groups?.value ?? [0, 0];
    const before = textBefore(window, found.index, 40);
    // A label, where nothing stands before it.
    const isOwn =
      found.groups?.sign !== undefined || /(?:^|[\n:;|,.(] {0,2})$/.test(before) || SCORED.test(before) || /^schufa|^bonit/i.test(found[0]);
    return isOwn && !ANY_SCORE.test(before + found[0]) ? [{ span: { start, end }, confidence: 0.55 }] : [];
  });
}

/** What accounts are called; of a word that also names other things, only the sign behind it. */
const ACCOUNT =
  "user name|account name|login name|benutzername|nutzername|benutzerkennung|nom d'utilisateur|nom d’utilisateur|nombre de usuario|mi usuario|tu usuario|meu usuário|seu usuário|meu utilizador|nickname|screen name|steam name|nome utente|nome de usuário|gebruikersnaam|nazwa użytkownika|användarnamn|brugernavn|brukernavn|käyttäjätunnus|uživatelské jméno|felhasználónév|kullanıcı adı|имя пользователя|用户名|ユーザー名|사용자명";
/** What opens a window for them: of several words, but those for a name in English, the longest. */
const ACCOUNT_CUES = ACCOUNT.split('|').flatMap((name) =>
  / name$/.test(name)
    ? spellings(name)
    : name
        .split(/[ '’]/)
        .sort((a, b) => b.length - a.length)
        .slice(0, 1),
);
const USERNAME = new RegExp(
  String.raw`(?<![\p{L}\d_.$-])(?:(?<account>handle|${spelled(ACCOUNT)})|login|логин|user(?: ?id)?|utilisateur|usuario|utente|benutzer|gebruiker)(?!\p{L})["'*]{0,2}(?:(?<sign> ?[:=：>|]| ?\((?=[^() ]{4,32}\)))| (?:is|ist|lautet|est|es|è|é|to)(?= )|(?= ))["'* ]{0,3}@?(?<value>[a-z0-9][\w.-]{1,29}\w)(?![\w([@\\/:]|[.-]\w)`,
  'dgiu',
);
/** Names that systems give themselves, and examples of them. */
const NO_USERS =
  /^(?:name|users?|admin|root|test|guest|demo|default|system|service|login|value|field|your|the|and|for|not|required|optional|unknown|anonymous|nobody|mysql|ubuntu|app|dev|ops|bot|ftp|mail|info|support|john|jane|alice|bob|utf8|oauth2?|sha\d|md5|v\d)[-_.]?\d{0,4}$/i;
/** A name of a machine's part: `config.user.name`, `req.body`, `account.username`. */
const OF_CODE =
  /^[a-z]+(?:\.[a-z_]+){2,}$|\.(?:user_?name|login|user_?id)$|^(?:process|req|request|this|self|user|data|form|props|config|env|os)\./i;

/** A variable that holds one: `arg_username`, `cfg.dbUsername`, `params.auth_user`. */
const VARIABLE = /[._a-z][uU]ser_?[nN]ame$|[._]name$|\.[a-z]+_user$|^user_(?:dir|id|path|file|list|data)$|^[A-Z]+_(?:VALUE|USER)$/;

/** Nothing more of a sentence follows. */
const ENDS = /^ ?(?:$|["'*,;<)}&\n]|\.(?:\s|$))/;

/** Names of accounts behind what they are called. One of letters alone may be any word: it counts where it is all that a form or a cell holds. */
function findUsernames(window: string): readonly Guess[] {
  return everyMatch(USERNAME, window).flatMap((found): Guess[] => {
    const { account, sign, value = '' } = found.groups ?? {};
    const start = found.indices?.groups?.value?.[0] ?? 0;
    if (isPlaceholder(value) || NO_USERS.test(value) || OF_CODE.test(value) || VARIABLE.test(value) || !/[a-z]/i.test(value)) return [];
    // Between the bars of a table, a name with neither a digit nor a capital is that of a column.
    if (found[0].includes('|') && !/\d|[A-Z]/.test(value)) return [];
    if (account !== undefined && /\d|[a-z][._-][a-z]/i.test(value)) return [guessAt(start, value, 0.55)];
    if (account === undefined) {
      const rest = window.slice(start + value.length);
      // In a log, the next pair follows behind a blank.
      if (sign === undefined || !(ENDS.test(rest) || (sign === '=' && rest.startsWith(' ')))) return [];
      return /^[a-z]{5}|^\d{2,4}[a-z]{4}|^[a-z]+(?:[._-][a-z]+)?\d/i.test(value)
        ? [guessAt(start, value, /\d/.test(value) ? 0.5 : 0.3)]
        : [];
    }
    if (sign === undefined || value.length < 4) return [];
    const isAll = found.index === 0 && start + value.length === window.length && /^[a-z]+$/.test(value);
    return [guessAt(start, value, isAll ? 0.5 : 0.3)];
  });
}

/** Who signs in, in sentences about it: as accounts are named, letters with digits beside them or two names with a sign between. */
const LETTER = '[a-z\u00c0-\u024f]';
const SIGNS_IN = new RegExp(
  String.raw`(?<!\p{L})(?:user(?: ?id)?|account|log in as|access for|zugang für|benutzer|utilisateur|compte de|usuario|utente|gebruiker)${ONCE} ["'“(]?(?<value>${LETTER}{3,16}[._-]${LETTER}{3,20}\d{0,4}|${LETTER}{4,20}\d{1,4}|\d{2,4}${LETTER}{3,20})(?![\p{L}\d_([@\\/:-]|\.[\p{L}\d])`,
  'dgiu',
);
const SIGN_IN_CUES =
  "logged in|signed in|log in as|angemeldet|gesperrt|connecté|bloqué|effettuato l'accesso|inició sesión|ingelogd|was locked|deactivated".split(
    '|',
  );
const SIGNING_IN = new RegExp(SIGN_IN_CUES.join('|'), 'i');

function findSigningIn(window: string): readonly Guess[] {
  if (!SIGNING_IN.test(window)) return [];
  return everyMatch(SIGNS_IN, window).flatMap((found): Guess[] => {
    const value = found.groups?.value ?? '';
    if (isPlaceholder(value) || NO_USERS.test(value) || /\.[a-z]{2,4}$/.test(value)) return [];
    return [guessAt(found.indices?.groups?.value?.[0] ?? 0, value, 0.5)];
  });
}

/** Behind an @, or as accounts are named; a word alone may be any. */
function validateHandle(text: string, span: Span): number | null {
  const value = text.slice(span.start, span.end);
  return value.startsWith('@') || /[\d._#-]/.test(value) ? 0.55 : 0.4;
}

export default {
  id: 'personal-details',
  title: 'Dates, ages, profiles and pay of people',
  entities: [
    { entity: 'DATE_OF_BIRTH', categories: ['personal', 'phi'] },
    { entity: 'DATE', categories: ['phi'], ambient: true },
    { entity: 'BIRTHPLACE', categories: ['personal', 'phi'] },
    { entity: 'CRIMINAL_CONVICTION', categories: ['personal', 'special-category'] },
    { entity: 'AGE', categories: ['personal', 'phi'] },
    { entity: 'PROFILE_LINK', categories: ['personal'], ambient: true },
    { entity: 'USERNAME', categories: ['personal'], ambient: true },
    { entity: 'SALARY', categories: ['personal', 'financial'] },
    { entity: 'CREDIT_SCORE', categories: ['personal', 'financial'] },
  ],
  detectors: [
    {
      kind: 'nearby',
      id: 'date-of-birth',
      entity: 'DATE_OF_BIRTH',
      source: 'https://www.rfc-editor.org/rfc/rfc3339 and how dates are written: https://cldr.unicode.org',
      cues: '(f. |(f.|, f. |né à|籍贯|出身|出生|natural d|né(e)|ddn |ddn:|nací|nac. |nar. |szül.|д.р.|г.р.|года рожд|ођењ|ођен|rođenj|γεννημέν|năm sinh|раждане|doğumlu|生まれ|生日|生于|生於|일생|مواليد|ولد|נולד|เกิด|متولد|تولد|born |born:|born,|dob:|dob |dob=|dob"|dob>|bday:|d.o.b|birth|geboren|geb.|geburts|née |né le|naissance|nació|nacio |nacid|nacimiento|nato |nata |nascita|geboorte|urodz|ur. |nascimento|nasc|född|födel|født|fødsel|syntyn|syntymä|narozen|născut|nașter|szület|rođen|rojen|doğum|рожд|родил|народ|роден|γέννησ|γεννήσ|γεννήθ|narode|日生|naiss.|f. nac|f.nac|dt. nasc|geb.dat|ttl:|rojstva|gimimo|gimęs|gimus|dzimšan|dzimis|dzimus|sünni|sündin|kuzaliwa|alizaliwa|fædd|fæðing|datëlind|kapanganak|জন্ম|geburtstag|lahir|janm|puttina|ngày sinh|sinh ngày|生年月日|出生|생년월일|출생|ميلاد|לידה|जन्म|วันเกิด'.split(
        '|',
      ),
      before: 96,
      after: 160,
      budget: 100_000,
      find: (window) => [...findBirth(window), ...findBirthplaces(window)],
    },
    {
      kind: 'nearby',
      id: 'date-near-event',
      entity: 'DATE',
      source: 'https://www.hhs.gov/hipaa/for-professionals/special-topics/de-identification/index.html (dates related to an individual)',
      cues: 'admitted|admission|discharge|surgery|died |deceased|hospital|diagnosed|vaccinat'.split('|'),
      before: 28,
      after: 72,
      whole: 80,
      find: findDates,
    },
    {
      kind: 'nearby',
      id: 'age',
      entity: 'AGE',
      source: 'https://www.hhs.gov/hipaa/for-professionals/special-topics/de-identification/index.html (ages)',
      words: true,
      cues: AGE_CUES,
      counts: countsAge,
      before: 72,
      after: 40,
      opening: true,
      find: findAges,
    },
    {
      kind: 'nearby',
      id: 'conviction',
      entity: 'CRIMINAL_CONVICTION',
      source: 'https://gdpr-info.eu/art-10-gdpr/ (criminal convictions and offences)',
      words: true,
      cues: CONVICTION_CUES,
      before: 88,
      after: 72,
      find: findConvictions,
    },
    {
      kind: 'anchored',
      id: 'profile-link',
      entity: 'PROFILE_LINK',
      source:
        'The addresses of the networks: linkedin.com/in, xing.com/profile, x.com, facebook.com, instagram.com, t.me, tiktok.com, reddit.com/user',
      anchors: {
        literals:
          'linkedin.com/in/|xing.com/profile/|twitter.com/|x.com/|facebook.com/|instagram.com/|t.me/|tiktok.com/@|reddit.com/user/|reddit.com/u/|mastodon.social/@|bsky.app/profile/'.split(
            '|',
          ),
      },
      lead: { of: 'htps:/w.mdeiron-', min: 0, max: 16 },
      pattern:
        /(?<![\w.])(?:https?:\/\/)?(?:[a-z]{1,3}\.)?(?:linkedin\.com\/in\/|xing\.com\/profile\/|(?:twitter|x)\.com\/(?!home|search|share|intent|i\/|hashtag)|facebook\.com\/(?!sharer|groups|events|help|tr\b)|instagram\.com\/(?!p\/|reel|explore)|t\.me\/|tiktok\.com\/@|reddit\.com\/u(?:ser)?\/|mastodon\.social\/@|bsky\.app\/profile\/)[\w.%-]{2,60}(?![\w])/y,
      confidence: 0.45,
      context: {
        after: 32,
        raise: {
          de: ['bewerber', 'bewerberin', 'mein', 'meine'],
          fr: ['mon', 'candidat'],
          es: ['mi', 'candidata'],
          en: 'her|his|candidate|applicant|employee|colleague|cv|resume|customer|patient|my'.split('|'),
        },
      },
    },
    {
      kind: 'nearby',
      id: 'username-behind-name',
      entity: 'USERNAME',
      source: 'How people name their accounts in prose, in forms and in records',
      words: true,
      cues: [
        ...ACCOUNT_CUES,
        ...SIGN_IN_CUES,
        ...'login:|login=|login"|user=|user"|benutzer"|gebruiker"|handle (|userid=|userid:|user id:|handle is |логин:'.split('|'),
      ],
      before: 64,
      after: 64,
      find: (window) => [...findUsernames(window), ...findSigningIn(window)],
    },
    {
      kind: 'anchored',
      id: 'social-handle',
      entity: 'USERNAME',
      source: 'How people name their accounts at networks for talk and play',
      anchors: {
        literals:
          'github user |github handle|wechat|微信|kakao|line id|логин|twitter|insta|reddit|tiktok|snapchat|telegram|mastodon|threads|skype|tweet at @|gamertag|psn|battle.net|discord'.split(
            '|',
          ),
      },
      pattern:
        /(?<![\w./@-])(?:twitter|insta(?:gram)?|reddit|tiktok|snapchat|telegram|mastodon|threads|skype|discord|tweet|gamertag|psn|battle\.net|wechat|微信号?|kakao(?:talk)?|line(?= id)|логин|github)(?: (?:handle|username|user|account|id|name|profile|tag|at))?(?: is|[:：]| as|(?<= id|github (?:user|handle))(?= )|(?<=reddit)(?= u\/)|(?<=discord|snapchat|skype|gamertag|psn)(?= (?!(?:server|bot|channel|version|update|web|room|app|v|id)\d)[a-z][a-z_.]{2,20}\d{1,4}(?![\w.-]))|(?= ?[@(]))[ (]{0,2}(?<value>@[a-z0-9_][\w.]{2,29}|u\/[\w-]{3,20}|(?<=(?:skype|snapchat|discord|gamertag|psn|battle\.net|wechat|微信号?|kakao|kakaotalk|line id|логин|github)[a-z :：(]{1,16})(?:live:)?[a-z][\w.-]{2,31}(?:#\d{3,6})?)(?<!\.)(?![\w@/])/diy,
      confidence: 0.55,
      validate: validateHandle,
    },
    {
      kind: 'nearby',
      id: 'salary',
      entity: 'SALARY',
      source: 'How pay is written in contracts and letters; currencies: ISO 4217',
      cues: "is on £|is on $|is on €|am on £|am on €|am on $|’m on £|'m on £|take-home|take home|tjänar|tjener|зарабатыв|touche |perçoit |cobr|salar|compensation|wage|base pay|annual pay|gross pay|net pay|income|earn |earns |earned |makes |i make |offered |is paid|gehalt|gano |gana |ganh|salár|bér|loon|in busta|auszahlungs|total pay|lương|maandsal|ral |เงินเดือน|راتب|حقوق|वेतन|משכורת|שכר|brutto|verdien|gagne |zarabia|guadagn|salaire|sueldo|stipendio|wynagrodzenie|lön|løn|pensja|palkka|mzda|fizetés|maaş|зарплат|оклад|μισθός|gaji |lohn|ctc |ctc:|basic pay|netto|vergütung|net à pa|net pay|revenu|prétention|rémunér|retribu|líquido|renda |remunera|基本給|支給額|年収|月収|月給|給料|給与|年俸|手取り|月薪|年薪|工资|薪资|薪水|工資|연봉|월급|급여".split(
        '|',
      ),
      before: 52,
      after: 72,
      find: findSalaries,
    },
    {
      kind: 'nearby',
      id: 'credit-score-behind-name',
      entity: 'CREDIT_SCORE',
      source: 'https://www.consumerfinance.gov/ask-cfpb/what-is-a-credit-score-en-315/ and https://www.schufa.de',
      words: true,
      cues: 'credit score|credit_score|creditscore|credit-score|credit rating|fico|vantagescore|equifax score|experian score|cibil|schufa|bonitäts|puntaje credit|puntuación credit|score de cr|cote de crédit'.split(
        '|',
      ),
      before: 44,
      after: 64,
      find: findScores,
    },
  ],
} satisfies Family;
