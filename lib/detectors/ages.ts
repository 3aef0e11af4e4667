import type { Guess } from '../scan/detector.ts';
import { everyMatch, everyMatchInAnyCase } from './every-match.ts';
import { guessAt } from './guess-at.ts';
import { ONCE } from './once.ts';
import { textBefore } from './text-before.ts';

/** By language (ISO 639-1): how the age of somebody is said. */
interface AgeWords {
  /** Phrases that say an age by themselves; `#` stands for the number in digits, `@` also for one in words. */
  readonly said: readonly string[];
  /** The number and its unit alone, which count time as well. */
  readonly counted?: string;
  /** What forms call it. */
  readonly label: string;
  /** Whom it is said of. */
  readonly people: string;
}

const AGE_WORDS: Readonly<Record<string, AgeWords>> = {
  en: {
    said: [
      '@[ -]?(?:years?|yrs?\\.?|months?|mos?\\.?|weeks?|wks?\\.?)[ -]?old',
      '# ?(?:y/o|yo|y\\.o\\.?)',
      'aged? (?:of )?@(?:[ -]?(?:years?|yrs?|months?|weeks?))?(?:[ -]?old)?',
    ],
    label: 'age(?: in years| \\((?:years|yrs)\\)| ?\\/ ?(?:sex|gender))?',
    people:
      "patient|pt|she|he|i|i['’]m|man|woman|boy|girl|male|female|lady|gentleman|widow|widower|son|daughter|wife|husband|mother|father|mum|mom|dad|brother|sister|uncle|aunt|nephew|niece|cousin|grandson|granddaughter|grandmother|grandfather|baby|infant|newborn|toddler|child|kid|teenager|employee|colleague|client|student|pupil|candidate|applicant|resident|victim|claimant|insured|tenant|deceased|neighbour|neighbor|friend|suspect|driver|nurse|teacher|engineer|developer|dev|resident|defendant|granny|nan|stepson|stepdaughter|mr|mrs|ms|f|m",
  },
  de: {
    said: ['(?:im )?alter von # (?:jahren|monaten|wochen)', '# ?(?:jahre|monate|wochen) (?:alt|jung)', '#[ -]?jährige?[rnms]?'],
    label: 'alter',
    people:
      'patient|patientin|er(?! ?$)|sie|ich|mann|frau|herr|junge|mädchen|kind|baby|säugling|sohn|tochter|mutter|vater|bruder|schwester|ehemann|ehefrau|mitarbeiter|mitarbeiterin|kollege|kollegin|bewerber|bewerberin|schüler|schülerin|rentner|rentnerin|oma|opa|tante|onkel',
  },
  fr: {
    said: ["âgée?s? d[e’'] ?# (?:ans?|mois|semaines)", "# ans d[’']âge"],
    counted: '# (?:ans|mois)',
    label: 'âge',
    people:
      'patient|patiente|elle|il|je|homme|femme|garçon|fille|fillette|fils|enfant|bébé|nourrisson|mère|père|frère|sœur|mari|épouse|monsieur|madame|grand-mère|grand-père|tante|oncle|maman|papa|employé|employée|collègue|candidat|candidate',
  },
  es: {
    said: ['# (?:años|meses) de edad'],
    counted: '# (?:años|meses)',
    label: 'edad',
    people:
      'paciente|papá|mamá|abuelo|abuela|tía|tío|suegra|suegro|ella|él|yo|hombre|mujer|varón|niño|niña|chico|chica|hijo|hija|bebé|madre|padre|hermano|hermana|esposo|esposa|marido|señor|señora|empleado|empleada|colega|candidato|candidata',
  },
  pt: {
    said: ['# (?:anos|meses) de idade'],
    counted: '# (?:anos|meses)',
    label: 'idade',
    people:
      'paciente|doente|ela|ele|eu|homem|mulher|menino|menina|rapaz|rapariga|criança|bebé|bebê|filho|filha|mãe|pai|irmão|irmã|marido|esposa|senhor|senhora|funcionário|funcionária|avó|avô|tia|tio|sogra|sogro|esposo|colega|candidato|candidata',
  },
  it: {
    said: ["# (?:anni|mesi) (?:di|d[’']) ?età", '#enne'],
    counted: '# (?:anni|mesi)',
    label: 'età',
    people:
      'paziente|lei|lui|io|uomo|donna|ragazzo|ragazza|bambino|bambina|neonato|neonata|figlio|figlia|madre|padre|fratello|sorella|marito|moglie|signor|signora|dipendente|nonna|nonno|zia|zio|suocera|collega|candidato|candidata',
  },
  nl: {
    said: ['# ?(?:jaar|maanden|weken) oud', '#[ -]?jarige'],
    counted: '# jaar',
    label: 'leeftijd',
    people:
      'patiënt|patiënte|hij|zij|ze|ik|man|vrouw|jongen|meisje|kind|baby|zoon|dochter|moeder|vader|broer|zus|echtgenoot|echtgenote|mevrouw|meneer|dhr|mevr|oma|opa|tante|oom|werknemer|collega|klant',
  },
  sv: {
    said: ['# (?:år|månader|veckor) (?:gammal|gammalt)', '#[ -]?årig[ae]?', '#[ -]?åring(?:en)?'],
    counted: '# år',
    label: 'ålder',
    people:
      'patient|patienten|hon|han|jag|man|mannen|kvinna|kvinnan|pojke|flicka|barn|son|dotter|mamma|pappa|bror|syster|fru|herr|mormor|morfar|farmor|farfar|kollega',
  },
  da: {
    said: ['# (?:år|måneder|uger|uker) (?:gammel|gammelt|gamle)', '#[ -]?åring(?:en)?'],
    label: 'alder',
    people:
      'patienten|pasient|pasienten|hun|han|jeg|mand|manden|mann|mannen|kvinde|kvinden|kvinne|kvinnen|dreng|pige|gutt|jente|barn|søn|sønn|datter|bror|søster|kollega',
  },
  pl: {
    said: ['w wieku # lat', '#[ -]?letni(?:a|ego|ej|emu|m)?', '#[ -]?lat(?:ek|ka|ki)'],
    counted: '# lata?',
    label: 'wiek',
    people:
      'pacjent|pacjentka|pacjenta|pacjentki|ona|mężczyzna|kobieta|chłopiec|chłopak|dziewczyna|dziewczynka|dziecko|syn|córka|matka|ojciec|mama|tata|brat|siostra|mąż|żona|pan|pani|babcia|dziadek|pracownik',
  },
  cs: {
    said: ['ve věku # (?:let|měsíců)', '#[ -]?let(?:ý|á|ého|é|ému|ou)'],
    counted: '# (?:let|roků)',
    label: 'věk',
    people:
      'pacient|pacientka|pacienta|pacientky|pacientovi|pacientce|ona|mu|jí|muž|žena|chlapec|dívka|dítě|syn|synovi|dcera|dceři|matka|otec|bratr|sestra|manžel|manželka|pan|paní|zaměstnanec',
  },
  sk: {
    said: ['vo veku # (?:rokov|mesiacov)', '#[ -]?ročn(?:ý|á|ého|ej|ému|ou)'],
    counted: '# rokov',
    label: 'vek',
    people: 'pacienta|ona|muž|žena|chlapec|dievča|dieťa|dcéra|syn|matka|otec|brat|sestra|manžel|manželka|pán|pani|zamestnanec',
  },
  hu: {
    said: ['#[ -]?éves'],
    label: '(?:élet)?kor',
    people:
      'beteg|páciens|édesany\\p{L}{1,2}|édesap\\p{L}{1,2}|nagymam\\p{L}{1,2}|férjem|feleségem|fiam|lányom|ő|én|vagyok|férfi|férfibeteg|nő|nőbeteg|fiú|lány|gyermek|kisfiú|kislány|fia|lánya|anya|anyám|apa|apám|férje|felesége|úr|asszony|ügyfél|munkatárs',
  },
  ru: {
    said: ['в возрасте # (?:лет|года?|месяцев)', '#[ -]?летн(?:ий|яя|его|ей|ему|юю|им)'],
    label: 'возраст(?= больного)',
    people:
      'пациент|пациентка|пациента|пациентки|пациентке|больной|больная|он|она|мужчина|мужчины|женщина|женщины|мальчик|девочка|сын|дочь|мать|отец|муж|жена|брат|сестра|сотрудник|сотрудница|клиент|клиентка',
  },
  ro: {
    said: ['(?:în )?vârstă de # (?:de )?(?:ani|luni)'],
    counted: '# (?:de )?ani',
    label: 'vârst[aă]',
    people:
      'pacient|pacientul|pacienta|pacientă|ea|eu|bărbat|bărbatul|femeie|femeia|băiat|fată|copil|copilul|fiul|fiica|mama|tata|mamă|tată|frate|soră|soțul|soția|domnul|doamna|angajat',
  },
};

/** What says an age by itself in languages that need no more: labels behind which the number stands, people who have it, and endings of the number. */
const DIRECT_LABELS = 'বয়স|возраст(?: \\p{L}{4,12})?|вік|ikä|yaşı?|usia|umur|나이|العمر|عمر(?:[يهم]|ها)?|גיל|उम्र|आयु|سن|meri umar|vayassu';
const DIRECT_PEOPLE =
  'мне|ему|ей|мені|йому|їй|olen|ασθενή\\p{L}{1,2} (?:είναι|ηλικίας)|(?:πατέρας|μητέρα|γιος|κόρη|σύζυγος|αδελφός|αδελφή)(?: μου)? είναι|potilas on|hän on|είμαι|(?:umur|usia)(?: \\p{L}{2,10})?|ber(?:usia|umur)|мо\\p{L}{1,3} (?:пап|мам|мат|отц|сын|доч|муж|жен|брат|сестр|бабу|дед|дід|дяд|т[её]т|друг|подруг|сосед|тат|батьк|чолов|друж|син|донь|дит|реб)\\p{L}{0,6}|imam|(?:bak[ae]|djed|deda|majka|mama|otac|tata|sin|kći|brat|sestra|muž|žena|supruga?) ima|man(?: ir)?|viņ\\p{L}{1,2} ir|jam|jai|minul|ta on|tinc|té|მე ვარ|[\\p{L}]{3,12}ni on|پدرم|مادرم|همسرم|मैं|(?:मेर|उस|उन)\\p{L}{0,3}\\p{M}{0,2} \\p{L}[\\p{L}\\p{M}]{0,9}|(?:пац[иі]ент|мужчин|женщин|больн|мам|пап)\\p{L}{0,3}';
const DIRECT_UNITS =
  'godina|godine|gadi|gadus|met[aų]i?(?=[,.]|$)|anys|წლის|aasta(?:t|ne)(?: vana)?|বছর|سال|лет|года?|років|роки|vuotta|ετών|χρονών|tahun|ปี|岁|歲|歳|세|살|سنة|عاما?|साल|वर्ष';
const DIRECT = new RegExp(
  String.raw`(?:(?:อายุ|年[龄齢齡]は?|(?<!\p{L})(?:${DIRECT_LABELS})(?: ?[:：=]|(?<=나이|عمر.{0,2}|العمر|उम्र|आयु|বয়স|meri umar|vayassu)(?= |[\d٠-٩۰-۹])))[:： ]{0,2}|(?<![\p{L}\d])(?:${DIRECT_PEOPLE}) (?=\d{1,3}[ -]?(?:${DIRECT_UNITS}|vuotia)))(?<value>(?:\d{1,3}|[٠-٩۰-۹]{1,3})(?: ?(?:${DIRECT_UNITS}))?)(?![\d٠-٩۰-۹_%+]|[.,:/-]\d| ?[-–] ?\d)|(?<![\d.,-])(?<ended>\d{1,3} ?(?:岁|歲|歳|세(?=[ 의인남여이입예로,)])|살|tuổi|yaşında(?:yım)?|წლის(?! (?:წინ|განმავლობაში)))|(?<=\p{L},? ב[ןת] )(?<hebrew>\d{1,3})(?=[,.]?(?:$|\n|[,.] | ו| ש))|(?<iranian>\d{1,3} ساله(?= ?[،,.)]|$))|(?<=\p{Lu}[\p{Ll}.]{0,20}, )(?<russian>\d{1,3} (?:лет|года?|років|роки|рік|ετών|χρονών)(?=[,.;)]|$))|(?<=\p{L}, lat )(?<polish>\d{2,3}(?=[,.;)\n]|$))|(?<=\p{L}, )(?<short>\d{1,2} J\.)(?=[,;)] | ?$)|(?<=umri (?:wangu|wake) ni |mwenye )(?<swahili>(?:miaka )?\d{1,3}))(?! ?(?:以|未|まで|から|代|이상|이하|미만|부터|까지|대))`,
  'dgiu',
);
/** Of many people. */
const OF_MANY = /средн\p{L}{1,3} $|миним\p{L}{1,8} $|平均$|最[低小高大]$|평균 ?$|최[소대] ?$|ortalama $|rata-rata $|keski-?$|متوسط $/iu;

const ONES = 'one|two|three|four|five|six|seven|eight|nine';
const IN_WORDS = `(?:a|one) hundred|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:${ONES}))?|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|${ONES}`;
const IN_DIGITS = String.raw`\d{1,3}(?:[.,]\d{1,2}|\.(?=y))?`;
const languages = Object.values(AGE_WORDS);

function withNumbers(phrase: string): string {
  return phrase.replaceAll('#', `(?:${IN_DIGITS})${ONCE}`).replaceAll('@', `(?:${IN_DIGITS}|${IN_WORDS})${ONCE}`);
}

function anyOf(phrases: readonly string[]): string {
  return `(?:${phrases.map(withNumbers).join('|')})`;
}

const UNIT = String.raw`[ -]?(?:years?|yrs?(?:\. ?(?=old))?|months?|mos|weeks?|jahre?|monate|ans|mois|años|meses|anos|anni|mesi|jaar|år|lata?|let|roků|rokov|éves|év|(?:de )?ani)(?:[ -]?(?:old|alt|oud|gammal|gammel))?(?!\p{L})`;
const LABELS = languages.map(({ label }) => label).join('|');
/** No more of a number, and no range of ages. */
const ENDS = String.raw`(?![\p{L}\d_%+])(?![.,:/-]\d| ?(?:-|–|to|and|or|bis|bis zu|à|a|al) ?\d| (?:and|or|y|et|und) (?:over|older|above|up|under|younger|more|más|plus|älter))`;
/** What people are whose age stands behind a comma, and another comma behind it. */
const BY_COMMA = '(?:patient|claimant|husband|wife|son|daughter|mother|father)';
/** Who is told to be that old. */
const IS =
  "(?<!\\p{L})(?:(?:s?he|i)(?:['’][sm]| is| am)|(?:employee|candidate|applicant|colleague) is|(?:ich|und) bin|ik ben|jag är|jeg er)";
/** When somebody came of that age, or what else is said of them; of a thing, nothing of the kind. */
const WHEN = '(?:now|und|en|och|og|but|in|on|at|last|this|next|today|yesterday|tomorrow|and|when|a|just|recently|before)';
const AGE = new RegExp(
  String.raw`(?<![\p{L}\d_.,/$€£–-])(?:(?<label>${LABELS})${ONCE}(?:["'*]{0,2}\s{0,2}[:=>]\s{0,2}["'*]{0,2}| (?:is|ist|est|es|é|è|är|er) )(?<value>(?:${IN_DIGITS}|${IN_WORDS})${ONCE}(?:${UNIT})?)|(?<said>${anyOf(languages.flatMap(({ said }) => said))})|(?<counted>${anyOf(languages.flatMap(({ counted }) => counted ?? []))})|(?:turn(?:ed|ing|s) |(?<=${BY_COMMA}, |${IS} (?=\d\d(?:(?:,| and| but| now| und| en| och| og) \p{L}|\.?$|\.\s))))(?<aged>${IN_DIGITS})(?=$|[.!?,;)]|(?: ${WHEN})(?!\p{L})))${ONCE}${ENDS}`,
  'dgu',
);

const PEOPLE = [...new Set(languages.flatMap(({ people }) => people.split('|')))].join('|');
/** Somebody, and at most four words between them and the age. */
const SUBJECT = new RegExp(
  String.raw`(?<![\p{L}’'-])(?:${PEOPLE})(?!\p{L})(?<between>(?:[,.]? [(]?[\p{L}’']{1,24}){0,4})[,.:]? ?[(]?$`,
  'iu',
);
/** Something else is spoken of in between. */
const OTHER_SUBJECT =
  /(?<!\p{L})(?:the|this|that|these|it|its|our|which|where|when|der|die|das|dieses?|le|la|les|cette|ce|el|los|las|esta?|il|lo|o|het|deze|ten|ta|to|y)(?!\p{L})/iu;
/** Whoever it is, they come right behind: `35-year-old woman`. */
const NOUN = new RegExp(String.raw`^[ ,]{1,2}(?:(?!(?:and|or|the|if|but)(?!\p{L}))[\p{L}-]{2,20} )?${ONCE}(?:${PEOPLE})(?!\p{L})`, 'iu');
/** A noun that is no person's. */
const THING =
  /^ (?!(?:and|or|but|with|who|whom|whose|is|was|has|had|will|can|in|on|at|from|to|presents?|presented|presenting|today|now|then|when|as)(?!\p{L}))\p{L}{3}/iu;
/** As an attribute, what is that old stands behind it. */
const ATTRIBUTE =
  /(?:year|yr\.?|month|mo\.?|week|wk\.?)[ -]old$|-(?:years|months|weeks)-old$|yo$|y\/o$|jährige?[rnms]?$|jarige$|årig[ae]?$|letni\p{L}{0,3}$|let\p{L}{1,3}$|ročn\p{L}{1,3}$|éves$/iu;
/** What somebody is follows. */
const IS_A = /(?<!\p{L})(?:is|was|am|i[’']m|ist|war|bin|är|er) (?:an? |eine? |een |ett? |en )?$/iu;
/** What may stand before `aged`: whose age it is, and no cheese. */
const AGED = new RegExp(
  String.raw`(?:^|[,(] ?|(?<!\p{L})(?:${PEOPLE}|is|was|am|at|the|of|and|now|currently) |(?<!\p{L})\p{Lu}\p{Ll}{1,20} )$`,
  'u',
);
/** The child of somebody. */
const OWN_CHILD = /(?<!\p{L})(?:my|our|his|her|their) $/iu;
/** What is asked of anybody. */
const LIMIT =
  /(?<!\p{L})(?:at least|at most|over|under|above|below|older than|younger than|more than|less than|minimum|must be|should be|to be|be|if|mindestens|über|unter|plus de|moins de|más de|menos de|mais de|più di|ouder dan|över|powyżej|poniżej) $/iu;
/** Whose years the unit counts: of whoever speaks, of the person who has them, of the person before. */
const OWNED = new RegExp(
  String.raw`(?<!\p{L})(?:(?<first>j[’']ai|a (?:sus|seus)|tengo|tenho|ho|mam|mám|je mi|ik ben|jag är|jeg er)|(?<has>a|avait|aura|tiene|tenía|cumplió|cumple|tem|tinha|completou|ha|aveva|compie|ma|miała?|má|měla?|mala?|je|are|avea|är|er|var|is|was|wordt)|(?:${PEOPLE})(?:,|,? (?:de|di|com|con|van|på|av))) $`,
  'iu',
);
/** Nothing follows that is counted in years: experience, contracts. */
const NOTHING_ELSE =
  /^(?:$|[^\p{L}\p{N} -]| (?:et|y|e|en|och|og|i|a|és|și|und|and|ed|oraz|ale|mais|pero|mas|ma|maar|men)(?!\p{L})(?! (?:demi|media|meio|mezzo)))/iu;
/** The noun of what the years are of. */
const OF_SOMETHING = /^ (?:d[’']|(?:d[eioa]|del|van|av)(?!\p{L}))/iu;
/** What forms ask for besides the age. */
const FORM =
  /(?<!\p{L})(?:name|sex|gender|religion|nationality|surname|ssn|e-?mail|d\.?o\.?b|birth(?:place|date|day)?|born|patient|admit|admission|height|weight|male|female|diagn\p{L}{4,8}|occupation|marital|paciente|paziente|pacjent|nombre|nome|nom|naam|imię|sexo|sesso|geschlecht)(?!\p{L})/iu;

/** Right before the word in small letters, in notes. */
const OF_RECORD = /(?<!\p{L})(?:admit|admission|discharge|patient|client|maternal|current)(?:['’]s)?[ _]$/iu;

/** Confidence of a finding that rules act upon, and of one that they do not. */
const [SURE, UNSURE] = [0.5, 0.3];

/** What follows the last digit where the years are counted, joined by a space, by a hyphen or by nothing. */
const COUNTED =
  ' ساله| год| ετών| χρονών| рік| godina| gadi| met| anys| წლის| aastat| বছর| سال| J.| лет| года| років| роки| tahun|-vuotia|-летн|歳|岁|歲|세|살| tuổi| yaşında| ans| años| anos| anni|enne| jaar|-jarig| jarig| år|-år|årig| lat|-lat|-let|let| let| roků| rokov| éves|-éves|éves| ani| de ani| y/o|y/o| yo |yo | y.o'.split(
    '|',
  );

/** What the number stands behind. */
const ANNOUNCING = [
  ', lat ',
  'είμαι ',
  'turned ',
  'turning ',
  'turns ',
  'patient, ',
  'claimant, ',
  "he's ",
  'he’s ',
  'he is ',
  "i'm ",
  'i’m ',
  'i am ',
  'employee is ',
  'candidate is ',
  'applicant is ',
  'colleague is ',
  'bin ',
  'ik ben ',
  'jag är ',
  'jeg er ',
];

/** Behind what years are called. */
const OLD = [' old', '-old', '.old'];
const YEARS = /(?:y(?:ea)?rs?|months?|weeks?|mos?|wks?)\.?$/i;

/** Cues for `findAges`, where `countsAge` says so. */
export const AGE_CUES: readonly string[] = [
  ...COUNTED,
  ...ANNOUNCING,
  ...OLD,
  ...'meri umar|vayassu|বয়স|عمر| בן | בת |umri wa|mwenye |berumur|berusia|возраст|вік:|ikä:|yaş:|yaşı:|usia:|umur:|อายุ|年龄|年齢|年齡|나이|العمر|عمري|عمره|גיל:|उम्र|आयु|سن:|aged | age | age:|\nage|"age"|"edad"|"idade"|"età"|"alter"|"wiek"|<age>|alter:|alter von|jahre alt|jährig|monate alt|âgé|âge :|âge:|Âge|edad:|idade:|età:|leeftijd:|ålder:|Ålder:|alder:|wiek:| wieku|věk:|věku|ročn|vek:|életkor|Életkor|vârst'.split(
    '|',
  ),
];

/** Whether a cue has its number beside it, where that is part of it. */
export function countsAge(text: string, start: number, end: number): boolean {
  const cue = text.slice(start, end).toLowerCase();
  if (OLD.includes(cue)) return YEARS.test(textBefore(text, start, 7));
  const beside = COUNTED.includes(cue) ? text[start - 1] : ANNOUNCING.includes(cue) ? text[end] : '0';
  return beside !== undefined && beside >= '0' && beside <= '9';
}

/** A number and a unit, a number in words and a unit, or a word for an age. */
const MAY_HOLD =
  /turn\p{L}{1,3} \d|t, \d|(?:['’][sm]| is| am| bin| ben| är| er) \d\d(?:[,.]|$| [abnueo])|, aged \d|\d[ .-]{0,2}(?:y|mo|we|jahr|jähr|an|añ|ja|år|l[ae]t|ro[kč]|év|de ani)|[a-z][ -](?:years?|months?|weeks?)|\bage|летн|возраст|alter|âge|edad|idade|età|leeftijd|alder|ålder|wiek|věk|vek|kor|vârst/iu;

/** Ages of people in a window; of something else, or of anybody, with a confidence below 0.5. */
export function findAges(window: string): readonly Guess[] {
  if (!/[\d٠-٩۰-۹]/.test(window) && !MAY_HOLD.test(window)) return [];
  const direct = everyMatch(DIRECT, window).flatMap((found): Guess[] => {
    const [start, end] = Object.values(found.indices?.groups ?? {}).find((at) => at) ?? [0, 0];
    const text = window.slice(start, end);
    const isOne =
      Number.parseInt(
        text.replace(/^[^\d٠-٩۰-۹]+/, '').replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15)),
        10,
      ) <= 120 && !OF_MANY.test(textBefore(window, found.index, 16));
    return isOne ? [guessAt(start, text, SURE)] : [];
  });
  if (!MAY_HOLD.test(window)) return direct;
  const said = everyMatchInAnyCase(AGE, window).flatMap((found): Guess[] => {
    const { label, value, counted, aged } = found.groups ?? {};
    const text = value ?? aged ?? found[0];
    const years = /\d{1,3}/.exec(text)?.[0];
    if (years !== undefined && Number(years) > 120) return [];
    const start = (found.indices?.groups?.value ?? found.indices?.groups?.aged)?.[0] ?? found.index;
    const before = sentenceBefore(window, found.index);
    const after = window.slice(start + text.length, start + text.length + 40);
    if (counted !== undefined) return isOwned(before, after) ? [guessAt(start, text, SURE)] : [];
    if (label !== undefined) return isLabel(label, window, before, text, found.index) ? [guessAt(start, text, SURE)] : [];
    if (aged !== undefined) return isSubject(before) || IS_ONE.test(before) ? [guessAt(start, text, SURE)] : [];
    return [guessAt(start, text, isOfPerson(before, text, after) ? SURE : UNSURE)];
  });
  return [...direct, ...said];
}

const IS_ONE = new RegExp(`${IS} $`, 'iu');

/** The sentence before a place, as far as it goes back. */
function sentenceBefore(window: string, at: number): string {
  const before = textBefore(window, at, 60);
  return before.slice(Math.max(0, ...everyMatch(SENTENCE, before).map(({ 0: end, index }) => index + end.length)));
}
const SENTENCE = /(?<!(?:^|[^\p{L}])(?:mr|mrs|ms|dr|sr|sra|pt|hr|fr|dhr|mevr))[.!?;]\s|\n/giu;

function isSubject(before: string): boolean {
  const between = SUBJECT.exec(before)?.groups?.between;
  return between !== undefined && !OTHER_SUBJECT.test(between);
}

function isOfPerson(before: string, said: string, after: string): boolean {
  if (LIMIT.test(before)) return false;
  // The capital makes it a noun: somebody of that age.
  if (NOUN.test(after) || said.includes('Jährige')) return true;
  if (/^aged \d\d?$/i.test(said) && before.endsWith(', ') && after.startsWith(',')) return true;
  if (/^aged?/i.test(said)) return AGED.test(before) && isSubject(before);
  if (ATTRIBUTE.test(said) && THING.test(after) && !IS_A.test(before)) return false;
  return isSubject(before) || (ATTRIBUTE.test(said) && OWN_CHILD.test(before));
}

/** A first name and a surname. */
const NAMED = /(?<!\p{L})\p{Lu}\p{Ll}{2,15} \p{Lu}[\p{L}’'-]{2,20}, $/u;
/** A sentence that begins with its verb. */
const SUBJECTLESS = /^(?:tiene|tenía|cumplió|cumple|tem|tinha|ha|aveva|ma|miała?|má|měla?|are|avea) $/iu;

function isOwned(before: string, after: string): boolean {
  // Somebody's name, and between commas how old they are.
  if (NAMED.test(before) && /^(?:[,;)\n]|$)/.test(after)) return true;
  const owner = OWNED.exec(before)?.groups;
  if (!owner) return false;
  if (owner.first === undefined && owner.has === undefined) return !OF_SOMETHING.test(after);
  // Some languages leave the subject out.
  return NOTHING_ELSE.test(after) && (owner.first !== undefined || isSubject(before) || SUBJECTLESS.test(before));
}

/** Whether a name from `at` to `end` is the key of a record: in quotes or a tag, or on a line of its own with its value. */
function isKey(window: string, at: number, end: number): boolean {
  return (
    /["'<]/.test(window.charAt(at - 1)) ||
    (/\n {0,12}$/.test(textBefore(window, at, 13)) && /^: ?\d{1,3} ?(?:\n|$)/.test(window.slice(end, end + 8)))
  );
}

/** A form has it with a capital, beside other things that it asks for; in prose, somebody is named. */
function isLabel(label: string, window: string, before: string, value: string, at: number): boolean {
  if (OF_RECORD.test(before) || isSubject(before)) return true;
  // The key of a record stands beside others of somebody's.
  if (isKey(window, at, at + label.length))
    if (FORM.test(`${textBefore(window, at, 64)}\n${window.slice(at + label.length, at + 56)}`)) return true;
  if (!/^\p{Lu}/u.test(label)) return false;
  return !/^age/i.test(label) || /\p{L}/u.test(value) || FORM.test(window.slice(Math.max(0, at - 48), at + 40));
}
