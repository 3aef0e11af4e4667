import type { Guess } from '../../scan/detector.ts';
import type { Span } from '../../scan/finding.ts';
import { AGE_CUES, findAges } from '../ages.ts';
import { everyMatch } from '../every-match.ts';
import type { Family } from '../family.ts';
import { guessAt } from '../guess-at.ts';
import { isDay } from '../identifiers/check-digits.ts';
import { isPlaceholder } from '../placeholder.ts';

const MONTH =
  '(?:jan(?:uary|uar[iy]?|vier|eiro|\\.)?|gennaio|stycznia|ocak|styczeń|января|feb(?:ruary|ruar[iy]?|braio|\\.)?|f[ée]v(?:r(?:ier)?|ereiro)?\\.?|lutego|şubat|февраля|m[äa]r(?:ch|z|s|zo|ço|ca|t|\\.)?|maart|marca|марта|apr(?:il|ile|\\.)?|avr(?:il|\\.)?|abril|kwietnia|nisan|апреля|ma[iyj]o?|mei|maggio|maja|mayıs|мая|jun[ei]?(?:o|ho)?|juin|giugno|czerwca|haziran|июня|jul[iy]?(?:o|ho)?|juillet|luglio|lipca|temmuz|июля|aug(?:ust|usti|ustus|\\.)?|ao[uû]t|agosto|sierpnia|ağustos|августа|sep(?:tember|tembre|tiembre|t|\\.)?|set(?:tembre|embro)|września|eylül|сентября|okt(?:ober|\\.)?|oct(?:ober|obre|ubre|\\.)?|ottobre|outubro|października|ekim|октября|nov(?:ember|embre|iembre|embro|\\.)?|listopada|kasım|ноября|de[zc](?:ember|embre|embro|iembre|\\.)?|dicembre|dezembro|grudnia|aralık|декабря|enero|febrero)';
/** The same in more languages, in the case that a date has: https://cldr.unicode.org. */
const MORE_MONTHS =
  '(?:maret|agustus|desember|januar|februar|mars|august|januára|februára|apríla|mája|júna|júla|augusta|septembra|októbra|novembra|decembra|ledna|února|března|dubna|května|června|července|srpna|září|října|listopadu|prosince|siječnja|veljače|ožujka|travnja|svibnja|lipnja|srpnja|kolovoza|rujna|listopada|studenoga?|prosinca|ianuarie|februarie|martie|aprilie|mai|iunie|iulie|septembrie|octombrie|noiembrie|decembrie|(?:tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu)kuuta|січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня|ιανουαρίου|φεβρουαρίου|μαρτίου|απριλίου|μαΐου|ιουνίου|ιουλίου|αυγούστου|σεπτεμβρίου|οκτωβρίου|νοεμβρίου|δεκεμβρίου)';
const HUNGARIAN_MONTH = '(?:január|február|március|április|május|június|július|augusztus|szeptember|október|november|december)';
const DATE = new RegExp(
  String.raw`(?<![\w./-])(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?|\d{1,2}([-/.])\d{1,2}\1(?:\d{4}|\d{2})|\d{1,2}\. \d{1,2}\. \d{4}|\d{4}\. ?(?:\d{1,2}|${HUNGARIAN_MONTH})\.? ?\d{1,2}|\d{1,2}\.? ${MORE_MONTHS} \d{4}|ngày \d{1,2} tháng \d{1,2} năm \d{4}|\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日|\d{4}년 ?\d{1,2}월 ?\d{1,2}일|\d{1,2}(?:st|nd|rd|th|\.)?[ -](?:of |de )?${MONTH}(?:[ ,-]{1,2}(?:de )?\d{4})?|${MONTH}[ -]\d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?|${MONTH}[ -]\d{4})(?![\w/-]|\.\d)`,
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
  /(?<!\p{L})(?:born|d\.?o\.?b\.?|birth|birth ?da(?:te|y)|geboren|geb\.|geburtsdatum|geburtstag|née? le|naissance|naci[óo]|nacid[oa]|nacimiento|nat[oa] il|nascita|geboortedatum|geboorte|urodz\p{L}{1,10}|ur\.|nasc(?:imento|id[oa]|eu)|f[öø]d(?:d|t|selsda(?:to|g)|elsedatum)|syntynyt|syntymäaika|narozen\p{L}{0,3}|născut[ă]?|naşterii|nașterii|született|születési|rođen[a]?|rojen[a]?|doğum|рожд\p{L}{1,6}|родил(?:ся|ась)|народж\p{L}{1,6}|роден[а]?|γεννήσεως|γέννησης|γεννήθηκε|lahir|sinh)(?!\p{L})|生年月日|出生|생년월일|출생|تاريخ الميلاد|תאריך לידה|जन्म|วันเกิด/iu;
const TREATED =
  /\b(?:admitted|admission|discharged?|surgery|appointment|visit(?:ed)?|died|deceased|death|hospital|treated|operation|diagnosed|patient|therapy|vaccinat\w{1,4}|hired|terminated|married|divorced)\b/i;

/** Behind these words stands the day of something else. */
const OTHER_DAY = /\b(?:released|published|issued|expires?|valid|founded)\b[^,;]{0,16}$/i;

function findBirth(window: string): readonly Guess[] {
  return dates(window).flatMap(({ text, index }): Guess[] => {
    const before = window.slice(Math.max(0, index - 40), index);
    if (OTHER_DAY.test(before) || !/\d{2}/.test(text)) return [];
    const line = before.slice(before.lastIndexOf('\n') + 1);
    const says = BIRTH.test(line) ? line : (headOf(window, index) ?? before);
    return BIRTH.test(says) ? [guessAt(index, text, 0.8)] : [];
  });
}

/** Most rows of a table between its head and a cell. */
const ROWS = 8;

/** What the head of a table says above the cell that begins at `at`; null where there is no head with a day of birth in it. */
function headOf(text: string, at: number): string | null {
  const lines = text.slice(0, at).split('\n');
  const row = lines.pop() ?? '';
  const separator = /[,;\t|]/.exec(row)?.[0];
  if (separator === undefined) return null;
  const place = row.split(separator).length - 1;
  const rows = lines.slice(-ROWS).map((line) => line.replaceAll('_', ' ').split(separator));
  return rows.find((cells) => cells.length > place && cells.some((cell) => BIRTH.test(cell)))?.[place] ?? null;
}

function findDates(window: string): readonly Guess[] {
  return dates(window).map(({ text, index }) =>
    guessAt(index, text, TREATED.test(window.slice(Math.max(0, index - 50), index)) ? 0.55 : 0.3),
  );
}

const CURRENCY = String.raw`(?:[€$£₺₽₴₹]|EUR|USD|GBP|CHF|SEK|NOK|DKK|PLN|CZK|HUF|RON|TRY|RUB|UAH|INR|euros?|dollars?|kr\.?|zł|Kč|Ft|lei|TL|руб\.?|грн)`;
const MONEY = String.raw`(?:(?:₹|Rs\.?|INR) ?\d{1,2}(?:,\d{2}){1,3},\d{3}|(?:[$€£¥₹]|USD|EUR|GBP|CHF|INR|R\$) ?\d{1,3}(?:[.,' ]?\d{3}){0,3}(?:[.,]\d{1,2})?(?: ?[kK])?|\d{1,3}(?:[.,' ]?\d{3}){1,3}(?:,\d{2})? ?${CURRENCY}|\d{2,3}[kK] ?(?:[€$£]|EUR|USD|GBP)?)`;
/** Pay for a time: `makes $ 92,000 a year`. */
const PAID = new RegExp(
  String.raw`\b(?:makes?|making|earn(?:s|ed|ing)?|is paid|gets paid|verdien(?:t|e)|gagne|gana|gano|guadagn[ao]|zarabia[m]?|ganha) (?:about |around |roughly |etwa |rund |environ |unos )?(?<value>${MONEY}) ?(?:net |gross |brutto |netto |bruts? )?(?:a|an|per|each|pro|im|par|al|por|\/) ?(?:year|yr|annum|month|mo|hour|hr|week|jahr|monat|stunde|an|mois|heure|año|mes|hora|anno|mese|rok|miesiąc|mês|ano)(?!\p{L})`,
  'dgiu',
);
const SALARY = new RegExp(
  String.raw`(?<![\p{L}\d])(?:salar(?:y|ies)|base pay|compensation|wages?|annual pay|income|earns?|ctc|(?:brutto|netto|monats|jahres|grund)?gehalt|(?:brutto|netto|stunden|monats)lohn|brutto|verdient|salaire|salario|sueldo|stipendio|salário|salaris|wynagrodzenie|pensja|zarabia[m]?|(?:månads|års)?lön|(?:måneds|års)?løn|lønn|palkka|plat|mzda|fizetés|bér|salariu[l]?|maaş[ıi]?|зарплата|оклад|зарплатня|μισθός|gaji)(?: (?:net|brut|brutto|netto|gross|bruttó|nettó|pokok))?(?:[ :=]{1,3}(?:is|was|of|of about|von|beträgt|est de|es de|è di|at)?[ :]{0,2}|[ a-z]{1,20} (?:is|was|to|of|beträgt) )(?<value>${MONEY})(?!\w)`,
  'dgiu',
);
/** The same in scripts that part no words. */
const EASTERN_SALARY =
  /(?:年収|月収|月給|給料|給与|年俸|手取り|月薪|年薪|工资|薪资|薪水|工資|연봉|월급|급여)(?:は|が|是|为|為|은|는|이|가)?(?: ?[:：])? ?(?<value>[¥￥]?\d[\d,]{0,9}(?:\.\d{1,2})? ?(?:万円|円|万元|万|元|k|만 ?원|원))/dgi;

function findSalaries(window: string): readonly Guess[] {
  return [...everyMatch(SALARY, window), ...everyMatch(PAID, window), ...everyMatch(EASTERN_SALARY, window)].map((found) => {
    const [start, end] = found.indices?.groups?.value ?? [found.index, found.index + found[0].length];
    return { span: { start, end }, confidence: 0.6 };
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
      cues: 'born |born:|born,|dob:|dob |dob=|dob"|dob,|dob;|dob\t|dob\n|d.o.b|birth|geboren|geb.|geburts|née le|né le|naissance|nació|nacio |nacid|nacimiento|nato il|nata il|nascita|geboorte|urodz|ur. |nascimento|nascid|nasceu|född|födel|født|fødsel|syntyn|syntymä|narozen|născut|nașter|született|születési|rođen|rojen|doğum|рожд|родил|народж|роден|γέννησ|γεννήσ|γεννήθ|lahir|ngày sinh|生年月日|出生|생년월일|출생|تاريخ الميلاد|תאריך לידה|जन्म|วันเกิด'.split(
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
        literals: [
          'linkedin.com/in/',
          'xing.com/profile/',
          'twitter.com/',
          'x.com/',
          'facebook.com/',
          'instagram.com/',
          't.me/',
          'tiktok.com/@',
          'reddit.com/user/',
          'reddit.com/u/',
          'mastodon.social/@',
          'bsky.app/profile/',
        ],
      },
      lead: { of: 'htps:/w.mdeiron-', min: 0, max: 16 },
      pattern:
        /(?<![\w.])(?:https?:\/\/)?(?:[a-z]{1,3}\.)?(?:linkedin\.com\/in\/|xing\.com\/profile\/|(?:twitter|x)\.com\/(?!home|search|share|intent|i\/|hashtag)|facebook\.com\/(?!sharer|groups|events|help|tr\b)|instagram\.com\/(?!p\/|reel|explore)|t\.me\/|tiktok\.com\/@|reddit\.com\/u(?:ser)?\/|mastodon\.social\/@|bsky\.app\/profile\/)[\w.%-]{2,60}(?![\w])/y,
      confidence: 0.45,
      context: {
        after: 32,
        raise: { en: ['her', 'his', 'candidate', 'applicant', 'employee', 'colleague', 'cv', 'resume', 'customer', 'patient', 'my'] },
      },
    },
    {
      kind: 'anchored',
      id: 'username',
      entity: 'USERNAME',
      source: 'How people name their accounts in prose and in forms',
      anchors: {
        literals: [
          'username is ',
          'user name is ',
          'username: ',
          'user name: ',
          'account name: ',
          'login name: ',
          'handle is ',
          'benutzername ist ',
          'benutzername: ',
          'mein benutzername',
          'nom d’utilisateur',
          "nom d'utilisateur",
          'nombre de usuario',
          'nome utente',
          'nome de usuário',
          'gebruikersnaam',
          'nazwa użytkownika',
        ],
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
        literals: [
          'twitter',
          'instagram',
          'tiktok',
          'snapchat',
          'telegram',
          'mastodon',
          'threads',
          'skype',
          'tweet at @',
          'gamertag',
          'psn',
          'battle.net',
          'discord',
        ],
      },
      pattern:
        /(?<![\w./@-])(?:twitter|instagram|tiktok|snapchat|telegram|mastodon|threads|skype|discord|tweet|gamertag|psn|battle\.net)(?: (?:handle|username|user|account|id|name|profile|tag|at))?(?: is|:|(?= ?[@(]))[ (]{0,2}(?<value>@[a-z0-9_][\w.]{2,29}|(?<=(?:skype|snapchat|discord|gamertag|psn|battle\.net)[a-z :(]{1,16})[a-z][\w.-]{2,31}(?:#\d{3,6})?)(?<!\.)(?![\w@/])/diy,
      confidence: 0.55,
      validate: validateHandle,
    },
    {
      kind: 'nearby',
      id: 'salary',
      entity: 'SALARY',
      source: 'How pay is written in contracts and letters; currencies: ISO 4217',
      cues: 'salar|base pay|compensation|wages|wage |wage:|annual pay|income|earns |earn |makes |is paid|gehalt|brutto|verdien|gagne |zarabia|guadagn|salaire|sueldo|stipendio|wynagrodzenie|lön|løn|pensja|palkka|mzda|fizetés|maaş|зарплат|оклад|μισθός|gaji |lohn|ctc |年収|月収|月給|給料|給与|年俸|手取り|月薪|年薪|工资|薪资|薪水|工資|연봉|월급|급여'.split(
        '|',
      ),
      entities: [],
      before: 28,
      after: 72,
      budget: 20_000,
      find: findSalaries,
    },
  ],
} satisfies Family;
