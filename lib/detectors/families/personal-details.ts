import type { Guess } from '../../scan/detector.ts';
import type { Span } from '../../scan/finding.ts';
import { AGE_CUES, countsAge, findAges } from '../ages.ts';
import { everyMatch } from '../every-match.ts';
import type { Family } from '../family.ts';
import { guessAt } from '../guess-at.ts';
import { isDay } from '../identifiers/check-digits.ts';
import { isPlaceholder } from '../placeholder.ts';

/** Of a month without its year: what else is counted begins like one in some language. */
const MONTH =
  '(?:jan(?:uary|uar)?|feb(?:ruary|ruar)?|mar(?:ch)?|märz|apr(?:il)?|ma[iy]|june?|july?|jun[io]|juli|aug(?:ust)?|sep(?:t|tember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?)(?!\\p{L})\\.?';
/** How months begin in the languages of Europe, in the case that a date has: https://cldr.unicode.org. */
const ANY_MONTH =
  '(?:[jgi]an|gen|ene|sty|oca|sij|led|tammi|f[eé][bv]|lut|şub|velj|úno|helmi|m[aäá][rygij]|maa|mei|mrt|břez|ožu|a[pbv]r|ápr|kwi|nis|dub|tra|huhti|květ|svib|touko|[jg]i?[uú][ni]|cze|haz|čer|kesä|iu[nl]|j[uú]l|lug|lip|tem|heinä|aug|ao[uû]|ag[ou]|ağu|sie|srp|kol|elo|sep|set|sze|wrz|eyl|zář|ruj|syys|o[ck]t|ott|out|paź|eki|říj|loka|nov|lis|kas|stu|marras|d[eé][czs]|dic|gru|ara|pro|joulu|янв|фев|мар|апр|ма[яй]|ию[нл]|авг|сен|окт|ноя|дек|січ|лют|бер|кві|тра|чер|лип|сер|вер|жов|лис|гру|ιαν|φεβ|μαρ|απρ|μαΐ|ιου|αυγ|σεπ|οκτ|νοε|δεκ)\\p{L}{0,9}\\.?';
/** A day in words. */
const ORDINAL =
  '(?:(?:twenty|thirty)[ -])?(?:first|second|third|(?:four|fif|six|seven|eigh|nin|ten|eleven|twelf|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twentie|thirtie)th)';
const DATE = new RegExp(
  String.raw`(?<![\w./-])(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?|\d{1,2}([-/.])\d{1,2}\1(?:\d{4}|\d{2})|\d{1,2}\. \d{1,2}\. \d{4}|\d{4}\. ?(?:\d{1,2}|${ANY_MONTH})\.? ?\d{1,2}|ngày \d{1,2} tháng \d{1,2} năm \d{4}|\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日|\d{4}년 ?\d{1,2}월 ?\d{1,2}일|\d{1,2}(?:st|nd|rd|th|\.)?[ -](?:of |de )?(?:${ANY_MONTH}[ ,-]{1,2}(?:de )?\d{4}|${MONTH})|${MONTH}[ -](?:the )?\d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?|${ORDINAL} (?:day )?of ${MONTH},? \d{4}|${MONTH}[ -]\d{4}|\d{2}[A-Z]{3}(?:19|20)?\d{2}|(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?![\w/-]|\.\d)`,
  'giu',
);

/** Whether numbers in some order are a day of a calendar. */
function isDate(text: string): boolean {
  const [a, b, c] = ((/^\d{4}/.test(text) ? text.slice(0, 10) : text).match(/\d+/g) ?? []).map(Number);
  if (/\p{L}/u.test(text.replace(/[TZ年月日년월일]/g, '')) || a === undefined || b === undefined || c === undefined) return true;
  if (a > 31) return isDay(a, b, c);
  return isDay(c, b, a) || isDay(c, a, b);
}

function dates(window: string): readonly { readonly text: string; readonly index: number }[] {
  if (!/\d/.test(window)) return [];
  return everyMatch(DATE, window)
    .map(({ 0: text, index }) => ({ text, index }))
    .filter(({ text }) => isDate(text));
}

/** Words that announce a day of birth, in forms and in prose. */
const BIRTH =
  /(?<!\p{L})(?:born|d\.?o\.?b\.?|birth|birth ?da(?:te|y)|bday|geboren|geb\.|geburtsdatum|geburtstag|née? le|naissance|naci[óo]|nacid[oa]|nacimiento|nat[oa](?: a \p{L}{2,20})? il|nascita|geboortedatum|geboorte|urodz\p{L}{1,10}|ur\.|nasc(?:imento|id[oa]|eu|i)|f[öø]d(?:d|t|selsda(?:to|g)|elsedatum)|syntynyt|syntymäaika|narozen\p{L}{0,3}|născut[ă]?|naşterii|nașterii|szület(?:ett|ési|tem)|rođen[a]?|rojen[a]?|doğum|рожд\p{L}{1,6}|родил(?:ся|ась)|народ(?:ж\p{L}{1,6}|ил(?:ася|ся))|роден[а]?|γεννήσεως|γέννησης|γεννήθηκ[αε]|lahir|sinh)(?!\p{L})|生年月日|出生|생년월일|출생|تاريخ الميلاد|תאריך לידה|जन्म|วันเกิด/iu;
const TREATED =
  /\b(?:admitted|admission|discharged?|surgery|appointment|visit(?:ed)?|died|deceased|death|hospital|treated|operation|diagnosed|patient|therapy|vaccinat\w{1,4}|hired|terminated|married|divorced)\b/i;

/** Behind these words stands the day of something else. */
const OTHER_DAY = /\b(?:released|published|issued|expires?|valid|founded)\b[^,;]{0,16}$/i;

/** Year from which on somebody who lives may be born. */
const OLDEST = 1905;
/** Where a name in code goes on: `dateOfBirth`. */
const INNER_CAPITAL = /(?<=\p{Ll})(?=\p{Lu})/gu;

function findBirth(window: string): readonly Guess[] {
  return dates(window).flatMap(({ text, index }): Guess[] => {
    const before = window.slice(Math.max(0, index - 40), index);
    if (OTHER_DAY.test(before) || !/\d{2}/.test(text)) return [];
    const [year] = /(?<!\d)\d{4}(?!\d)/.exec(text) ?? [];
    // Nobody who was born before is alive.
    if (year !== undefined && Number(year) < OLDEST) return [];
    // Cells of another line are named by the head of their table.
    const line = before.slice(before.lastIndexOf('\n') + 1);
    const says = (/[,;\t|]/.test(line) ? line : before).replace(INNER_CAPITAL, ' ');
    return BIRTH.test(says) ? [guessAt(index, text, 0.8)] : [];
  });
}

function findDates(window: string): readonly Guess[] {
  return dates(window).map(({ text, index }) =>
    guessAt(index, text, TREATED.test(window.slice(Math.max(0, index - 50), index)) ? 0.55 : 0.3),
  );
}

const CURRENCY = String.raw`(?:[€$£₺₽₴₹]|(?:euros?|dollars?|pounds)(?!\p{L})|EUR|USD|GBP|CHF|SEK|NOK|DKK|PLN|CZK|HUF|RON|TRY|RUB|UAH|INR|kr\.?|zł|Kč|Ft|lei|TL|руб\.?|грн)`;
const MONEY = String.raw`(?:(?:₹|Rs\.?|INR) ?\d{1,2}(?:,\d{2}){1,3},\d{3}|(?:[$€£¥₹]|USD|EUR|GBP|CHF|INR|R\$|Rp\.?) ?\d{1,3}(?:[.,' ]?\d{3}){0,3}(?:[.,]\d{1,2})?(?: ?[kK])?|\d{1,3}(?:[.,' ]?\d{3}){1,3}(?:,\d{2})? ?${CURRENCY}|\d{2,3}[kK](?: ?(?:[€$£]|EUR|USD|GBP))?|\d{1,3}(?:[.,]\d)? ?(?:LPA|lakhs?|triệu))(?! ?(?:millions?|mil|billions?|bn|milliarden?|mrd|mio|m)(?!\p{L}))`;
/** Somebody is paid: `makes $ 92,000 a year`. */
const PAID = new RegExp(
  String.raw`(?<!\p{L})(?:(?<english>makes?|making|earn(?:s|ed|ing)?|is paid|gets paid|offered (?:me|him|her|us))|verdien[te]?|gagne|gan[ao]|ganh[ao]|guadagn[ao]|zarabiam?)(?: (?!less|more|up|R\$)\p{L}{1,9})?(?: a)? ?(?<value>${MONEY})(?<time> ?(?:net |gross |brutto |netto |bruts? )?(?:a|an|per|each|pro|im|par|al|por|\/) ?(?:year|yr|annum|month|mo|hour|hr|week|jahr|monat|stunde|an|mois|heure|año|mes|hora|anno|mese|rok|miesiąc|mês|ano|maand)(?!\p{L}))?`,
  'dgiu',
);
/** Whoever it is; what anybody earns is no one's pay. */
const EARNER =
  /(?<!\p{L})(?:I|[Hh]e|[Ss]he|[Ww]e|who|[Tt]hey|[Mm]y \p{L}{2,12}|(?:the )?(?:employee|candidate|applicant|colleague|patient|client)|(?<!(?:^|[.!?] )The )\p{Lu}\p{Ll}{1,20}) (?:(?:currently|now|only|also|still|is|was) )?$/u;
const PAY =
  '(?:annual|gross|net|base|basic|monthly)[ _]?(?:salary|pay)|netto[ -]?(?:verdienst|einkommen)|vergütung|netto (?:del mese|uit te betalen)|brutto(?:bezüge|arbeitslohn)|net (?:à payer|payé)|revenus?|prétentions|(?:retrib|rémun|remun)\\p{L}{4,6}|líquido(?: total)? a (?:percibir|receber)|renda|salarisindicatie|salar(?:y|ies)|compensation|wages?|(?:annual |household |gross |net )?income|ctc|\\p{L}{0,12}(?:gehalt|lohn)|salaires?|salario|sueldo|stipendio|salário|salaris|wynagrodzeni[ae]|pensj[aię]|(?:månads|års)?lön(?:en)?|(?:måneds|års)?løn|lønn|palkka(?:ni)?|mzd[ay]|fizetés(?:em)?|bér|salariul?|maaşı?m?|зарплат[аы]|оклад|зарплатня|μισθός|gaji|lương';
const SALARY = new RegExp(
  String.raw`(?<![\p{L}\d])(?:${PAY})(?!\p{L})(?:["'* ]{0,3}(?: (?!R\$)\p{L}{1,12}){0,3} ?[:=]?["'* ]{0,3}(?<value>${MONEY})|["'*]{0,2} ?[:=] ?["']?(?<bare>\d{2,3}[.,' ]?\d{3}(?:[.,]\d{2})?))(?![\w%]|[.,]\d)`,
  'dgiu',
);
/** To the cent, in a column of its own, as payslips set it. */
const SLIP = new RegExp(
  String.raw`(?<![\p{L}\d])(?:${PAY})(?!\p{L})[^\n\d€$£]{1,64}(?<=[:=\s])(?<slip>[€$£]?\d{1,3}(?:[.,' ]\d{3}){1,2}[.,]\d{2}(?: ?€)?)(?![\w%]|[.,]\d)`,
  'dgiu',
);
/** What is paid to many, or taken of it. */
const OF_MANY =
  /(?<!\p{L})(?:average|avg|median|mean|minim\p{L}{1,3}|mínimo|maximum|typical|range|rate|tax|cap|limit|household|smic|threshold|between|mindest\p{L}{0,5}|durchschnitt\p{L}{0,6}|from|under|over|below|above|less|more)(?!\p{L})/iu;
/** The same in scripts that part no words. */
const EASTERN_SALARY =
  /(?:基本給|支給額|年収|月収|月給|給料|給与|年俸|手取り|月薪|年薪|工资|薪资|薪水|工資|연봉|월급|급여)(?:は|が|是|为|為|은|는|이|가)?(?: ?[:：])?[ 　]{0,3}(?<value>[¥￥]?\d[\d,]{0,9}(?:\.\d{1,2})? ?(?:万円|円|万元|万|元|k|만 ?원|원))/dgi;

/** What stands before a place on its line, as far as it goes back. */
function lineBefore(window: string, at: number, most: number): string {
  const before = window.slice(Math.max(0, at - most), at);
  return before.slice(before.lastIndexOf('\n') + 1);
}

function findSalaries(window: string): readonly Guess[] {
  const paid = everyMatch(PAID, window).filter(({ index, groups }) => {
    const before = window.slice(Math.max(0, index - 40), index);
    return groups?.english === undefined
      ? !OF_MANY.test(before)
      : EARNER.test(before) && (groups.time !== undefined || !/^make/i.test(groups.english));
  });
  const named = [...everyMatch(SALARY, window), ...everyMatch(SLIP, window)].filter(
    ({ 0: text, index }) => !OF_MANY.test(lineBefore(window, index, 24) + text),
  );
  return [...paid, ...named, ...everyMatch(EASTERN_SALARY, window)].map((found) => {
    const { value, bare, slip } = found.indices?.groups ?? {};
    const [start, end] = value ?? bare ?? slip ?? [found.index, found.index + found[0].length];
    return { span: { start, end }, confidence: value ? 0.6 : 0.5 };
  });
}

/** Not a piece of code, nor a name that systems give themselves. */
function validateUsername(text: string, span: Span): number | null {
  const value = text.slice(span.start, span.end);
  return isPlaceholder(value) ||
    /^[a-z]+(?:\.[a-z]+){2,}$|^(?:process|req|request|this|self|user|data|form|props|config|env|os)\./i.test(value)
    ? null
    : 0.55;
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
    { entity: 'DATE_OF_BIRTH', categories: ['personal', 'phi'], ambient: false },
    { entity: 'DATE', categories: ['phi'], ambient: true },
    { entity: 'AGE', categories: ['personal', 'phi'], ambient: false },
    { entity: 'PROFILE_LINK', categories: ['personal'], ambient: true },
    { entity: 'USERNAME', categories: ['personal'], ambient: true },
    { entity: 'SALARY', categories: ['personal', 'financial'], ambient: false },
  ],
  detectors: [
    {
      kind: 'nearby',
      id: 'date-of-birth',
      entity: 'DATE_OF_BIRTH',
      source: 'https://www.rfc-editor.org/rfc/rfc3339 and how dates are written: https://cldr.unicode.org',
      cues: 'born |born:|born,|dob:|dob |dob=|dob"|dob>|bday:|d.o.b|birth|geboren|geb.|geburts|née le|né le|naissance|nació|nacio |nacid|nacimiento|nato |nata |nascita|geboorte|urodz|ur. |nascimento|nasc|född|födel|født|fødsel|syntyn|syntymä|narozen|născut|nașter|szület|rođen|rojen|doğum|рожд|родил|народ|роден|γέννησ|γεννήσ|γεννήθ|lahir|ngày sinh|sinh ngày|生年月日|出生|생년월일|출생|تاريخ الميلاد|תאריך לידה|जन्म|วันเกิด'.split(
        '|',
      ),
      entities: [],
      before: 96,
      after: 160,
      budget: 100_000,
      find: findBirth,
    },
    {
      kind: 'nearby',
      id: 'date-near-event',
      entity: 'DATE',
      source: 'https://www.hhs.gov/hipaa/for-professionals/special-topics/de-identification/index.html (dates related to an individual)',
      cues: 'admitted|admission|discharge|surgery|died |deceased|hospital|diagnosed|vaccinat'.split('|'),
      entities: [],
      before: 28,
      after: 72,
      budget: 20_000,
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
      entities: [],
      before: 72,
      after: 40,
      budget: 20_000,
      opening: true,
      find: findAges,
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
        raise: { en: 'her|his|candidate|applicant|employee|colleague|cv|resume|customer|patient|my'.split('|') },
      },
    },
    {
      kind: 'anchored',
      id: 'username',
      entity: 'USERNAME',
      source: 'How people name their accounts in prose and in forms',
      anchors: {
        literals:
          "username is |user name is |username: |user name: |account name: |login name: |handle is |benutzername ist |benutzername: |mein benutzername|nom d’utilisateur|nom d'utilisateur|nombre de usuario|nome utente|nome de usuário|gebruikersnaam|nazwa użytkownika".split(
            '|',
          ),
      },
      pattern:
        /(?:user ?name|account name|login name|handle|(?:mein )?benutzername|nom d['’]utilisateur|nombre de usuario|nome utente|nome de usuário|gebruikersnaam|nazwa użytkownika)(?: is| ist| est| es| è| é| to)?:? {1,2}@?(?<value>(?=[a-z._-]{0,30}[\d._-]\w|[a-z._-]{0,30}\d)[a-z0-9][\w.-]{1,29}\w)(?![\w([@]|[.-]\w)/diy,
      confidence: 0.55,
      validate: validateUsername,
    },
    {
      kind: 'anchored',
      id: 'social-handle',
      entity: 'USERNAME',
      source: 'How people name their accounts at networks for talk and play',
      anchors: {
        literals: 'twitter|insta|reddit|tiktok|snapchat|telegram|mastodon|threads|skype|tweet at @|gamertag|psn|battle.net|discord'.split(
          '|',
        ),
      },
      pattern:
        /(?<![\w./@-])(?:twitter|insta(?:gram)?|reddit|tiktok|snapchat|telegram|mastodon|threads|skype|discord|tweet|gamertag|psn|battle\.net)(?: (?:handle|username|user|account|id|name|profile|tag|at))?(?: is|:| as|(?= ?[@(]))[ (]{0,2}(?<value>@[a-z0-9_][\w.]{2,29}|u\/[\w-]{3,20}|(?<=(?:skype|snapchat|discord|gamertag|psn|battle\.net)[a-z :(]{1,16})[a-z][\w.-]{2,31}(?:#\d{3,6})?)(?<!\.)(?![\w@/])/diy,
      confidence: 0.55,
      validate: validateHandle,
    },
    {
      kind: 'nearby',
      id: 'salary',
      entity: 'SALARY',
      source: 'How pay is written in contracts and letters; currencies: ISO 4217',
      cues: 'salar|compensation|wage|base pay|annual pay|gross pay|net pay|income|earn |earns |earned |makes |i make |offered |is paid|gehalt|gano |ganh|salár|bér|lương|brutto|verdien|gagne |zarabia|guadagn|salaire|sueldo|stipendio|wynagrodzenie|lön|løn|pensja|palkka|mzda|fizetés|maaş|зарплат|оклад|μισθός|gaji |lohn|ctc |ctc:|basic pay|netto|vergütung|net à pa|net pay|revenu|prétention|rémunér|retribu|líquido|renda |remunera|基本給|支給額|年収|月収|月給|給料|給与|年俸|手取り|月薪|年薪|工资|薪资|薪水|工資|연봉|월급|급여'.split(
        '|',
      ),
      entities: [],
      before: 52,
      after: 72,
      budget: 20_000,
      find: findSalaries,
    },
  ],
} satisfies Family;
