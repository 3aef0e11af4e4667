import type { Guess } from '../../scan/detector.ts';
import { everyMatch, everyMatchInAnyCase } from '../every-match.ts';
import type { Family } from '../family.ts';
import { guessAt } from '../guess-at.ts';
import { ONCE } from '../once.ts';

/** Names parted by `|`, each also with a capital in front. */
function anyBeginning(names: string): string {
  return names.replace(/(?<=^|\||\(\?:)\p{Ll}/gu, (letter) => `[${letter.toUpperCase()}${letter}]`);
}

/** What forms call the place where somebody was born. */
const BIRTHPLACE_NAMES =
  'place of birth|birth ?place|birthplace|city of birth|town of birth|country of birth|geburtsort|lieu de naissance|ville de naissance|lugar de nacimiento|ciudad de nacimiento|luogo di nascita|comune di nascita|local de nascimento|naturalidade|geboorteplaats|födelseort|fødested|syntymäpaikka|miejsce urodzenia|místo narození|miesto narodenia|születési hely(?:e|, idő)?|locul nașterii|mjesto rođenja|kraj rojstva|sünnikoht|dzimšanas vieta|gimimo vieta|doğum yeri(?:m)?|место рождения|місце народження|място на раждане|τόπος γέννησης|tempat(?: ?/ ?tgl)? lahir|nơi sinh|出生地|出生地点|出身地|출생지|مكان الميلاد|מקום לידה|जन्म स्थान|สถานที่เกิด';
const PLACE = String.raw`(?:\p{Lu}[\p{L}\p{M}'’-]{2,24}(?:[ -](?:(?:am|an der|de|del|di|la|le|el|upon|sur|bei|ob|nad|nad) )?\p{Lu}[\p{L}\p{M}'’-]{1,24}){0,2}|[\p{sc=Han}\p{sc=Hang}\p{sc=Arab}\p{sc=Hebr}\p{sc=Thai}\p{sc=Deva}]{2,14})`;
const LABELLED_PLACE = new RegExp(
  String.raw`(?<![\p{L}_])(?:${anyBeginning(BIRTHPLACE_NAMES)})${ONCE}["'*]{0,2}(?:\s?[:：=]|,| is| ist| est| es| è| é| )["' *]{0,3}(?<value>${PLACE})(?![\p{L}\p{M}_(]|\.\w)`,
  'dgu',
);
/** In prose the day stands before, or whoever was born says it. */
const BORN_ON = new RegExp(
  anyBeginning(
    String.raw`(?<![\p{L}])(?:(?:(?:geb(?:oren|\.)|född|f[øö]dt|ne[ée]e?|n[ée]{1,2}e?|nascid[oa]|nasci|nacid[oa]|nací|nat[oa]|geboren|born|urodz\p{L}{2,10}(?: się)?|narozen\p{L}{0,3}|născută?|rođena?|родил(?:ся|ась)|народил(?:ася|ась|ся)|роден[а]?|syntynyt|γεννήθηκ[αε])(?: się)?[^\p{L}\n]{0,3} (?:am |on |le |il |el |em |den |op |dne |la |στις )?\d{1,2}[^\n,;:()]{4,24}?(?:\d{4}|\d{2})(?: г(?:\.|ода)?| r\.|,)?,? (?:in|i|à|a|en|em|te|w|v|ve|în|u|в|у|στην?|στο)|(?:I was|I am|i was) born in|ich bin in|je suis née? à|nac[ií] en|nasci (?:em|no|na)|sono nat[oa] a|urodziłe?[ma]m? się w|narodil[a]? jsem se v[e]?|я родил(?:ся|ась) в|nat[oa] a))${ONCE} (?<value>${PLACE})(?![\p{L}\p{M}])`,
  ),
  'dgu',
);
/** Nobody who was born before is alive. */
const LONG_AGO = /\b(?:1[0-8]\d\d|190[0-4]|[1-9]\d\d)\b/;

function findBirthplaces(window: string): readonly Guess[] {
  const labelled = everyMatch(LABELLED_PLACE, window);
  const told = everyMatch(BORN_ON, window).filter(({ 0: text }) => !LONG_AGO.test(text));
  return [...labelled, ...told].flatMap(({ indices }): Guess[] => {
    const [start, end] = indices?.groups?.value ?? [0, 0];
    return [guessAt(start, window.slice(start, end), 0.55)];
  });
}

/** What banks and accounts ask to know somebody by, and what people answer. */
const SECRET_NAMES =
  "(?:mother|mum|mom)['’]?s maiden name|maiden name|(?:name of (?:your|my) )?first pet(?:['’]s name)?|(?:your|my) first (?:school|car|pet)|memorable (?:word|place|date)|security answer|secret answer|answer to (?:the|my) security question|geburtsname|mädchenname(?: der mutter| meiner mutter)?|antwort auf die sicherheitsfrage|nom de jeune fille(?: de (?:ma|la) mère)?|nom de naissance|réponse secrète|apellido de soltera(?: de mi madre)?|respuesta secreta|nome de solteira(?: da minha mãe)?|resposta secreta|cognome da nubile(?: di mia madre)?|risposta segreta|meisjesnaam(?: van (?:mijn )?moeder)?|nazwisko panieńskie(?: matki)?|rodné příjmení(?: matky)?|rodné priezvisko|anyja (?:leánykori )?neve|leánykori név|nume(?:le)? (?:meu )?de fată|numele mamei|(?:anne(?:min)?|annemin) kızlık soyadı|kızlık soyadı|девичья фамилия(?: матери)?|дівоче прізвище(?: матері)?|моминско име|flicknamn|pigenavn|pikenavn|tyttönimi|旧姓|婚前姓|nama gadis ibu(?: kandung)?|nama ibu kandung|tên mẹ";
const SECRET = new RegExp(
  String.raw`(?<![\p{L}_])(?:${SECRET_NAMES})(?:\))?${ONCE}["'*]{0,2}(?:,? (?:which )?(?:is|was|ist|lautet|est|es|è|é|era|to|je|jest)(?= )| ?[:：=]|(?=\s))["' *]{1,3}(?<value>[\p{L}\d][\p{L}\p{M}\d'’-]{1,24}(?: \p{L}[\p{L}\p{M}'’-]{1,24}){0,2})(?![\p{L}\p{M}\d_([])`,
  'dgu',
);
/** A question with its answer behind it, and a surname that somebody was born with. */
const ANSWERED =
  /(?:security question|sicherheitsfrage|question (?:secrète|de sécurité)|pregunta (?:secreta|de seguridad))[^\n]{0,90}\n?[ \t]{0,4}(?:answer|antwort|réponse|respuesta) ?[:=] ?(?<value>[\p{L}\d][\p{L}\d'’ -]{1,40}?)(?=[\n.,;|"]|$)/dgiu;
const NEE =
  /(?<=\p{Lu}\p{Ll}{2,20}[^\p{L}\n]{1,3}|[,(] ?)(?:née|geborene[rn]?|geb\.|roz\.|rozená|född|født|z domu|z d\.|урожд(?:\.|[её]нная)|sz\.) (?<value>\p{Lu}[\p{L}'’-]{2,24})(?![\p{L}])/dgu;
/** No answer, but what comes next. */
const NO_ANSWER =
  /^(?:(?:there|it|that|this) .*|none.*|no|n\/a|is|was|the|a|an|and|or|of|for|to|in|on|not|null|none|string|field|should|must|can|may|if|when|your|my|der|die|das|und|oder|ist|nicht|de|la|le|el|e|y|i|et|required|optional|true|false|column|text|input|value|example|please|bitte|matki|matky|mère|madre|mutter)$/i;

function findSecrets(window: string): readonly Guess[] {
  const asked = everyMatchInAnyCase(SECRET, window).flatMap((found): Guess[] => {
    const [start, end] = found.indices?.groups?.value ?? [0, 0];
    const value = window.slice(start, end);
    // Without a sign, a name has a capital.
    const isSigned = /[:：=]["' *]{1,3}$/u.test(window.slice(found.index, start));
    return NO_ANSWER.test(value) || (!isSigned && !/^\p{Lu}|^\p{Lo}/u.test(value))
      ? []
      : [guessAt(start, value.replace(/ (?!\p{Lu}).*$/u, ''), 0.6)];
  });
  const answered = [...everyMatch(ANSWERED, window), ...everyMatch(NEE, window)].map(({ indices }) => {
    const [start, end] = indices?.groups?.value ?? [0, 0];
    return guessAt(start, window.slice(start, end), 0.6);
  });
  return [...asked, ...answered.filter(({ span }) => !NO_ANSWER.test(window.slice(span.start, span.end)))];
}

/** How offences begin, in the languages of the words before them. */
const OFFENCE =
  '(?:theft|steal|fraud|assault|batter|burgl|robb|possess|drug|dui|dwi|drunk|drink|manslaught|murder|rape|sexual|harass|stalk|shoplift|embezz|perjur|arson|vandal|domestic|money laund|launder|forge|tax evas|trespass|criminal|gbh|abh|affray|handling|identity|weapon|firearm|speeding|dangerous|reckless|tr[aá]fi[ck]|diebst|betrug|körperverl|raub|unterschl|steuerhint|trunkenh|urkundenf|nötigung|vol(?!\\p{L})|escroquer|violenc|conduite|stupéf|robo|hurto|estafa|lesion|conducir|furto|truffa|rapina|spaccio|guida|lesioni|roubo|estelionat|agress|diefstal|mishandel|fraude|oplicht|kradzie|jazd|oszust|pobici|krád|podvod|ublíž|loupež|stöld|misshandel|rattfyll|tyveri|vold|bedrageri|varka|pahoinpit|petok|furt|tâlh|înșel|lopás|csalás|testi sért|краж|мошен|грабёж|грабеж|наркот|хулиган|крадіж|шахрай|кражб|κλοπ|απάτ|lừa đảo|trộm|ma túy|pencurian|penipuan|narkoba)';
const CONVICTED =
  '(?:convicted of|found guilty of|pleaded guilty to|pled guilty to|arrested for|charged with|cautioned for|caution for|jailed for|imprisoned for|sentenced to [^,.;\\n]{3,24} for|on probation for|on parole for|served (?:time|\\d{1,2} (?:months|years)) for|convictions? for|wegen|condamnée? (?:à [^,.;\\n]{3,24} )?pour|condenad[oa] (?:a [^,.;\\n]{3,24} )?por|condannat[oa] (?:a [^,.;\\n]{3,24} )?per|antecedentes (?:penales )?por|precedenti (?:penali )?per|veroordeeld (?:voor|wegens)|(?:karan|skazan)[yae] za|(?:odsouzen|trestán|odsúden)[aý]? za|dömd för|straffet for|dømt for|condamnată? pentru|(?:осужд[её]н|судим)а? за|засуджен\\p{L}{1,3} за|осъден[а]? за|καταδικάστηκε για|kết án [^,.;\\n]{3,24} về tội|dipidana karena|dihukum [^,.;\\n]{0,24}karena)';
const RECORD = new RegExp(
  String.raw`(?<!\p{L})(?<value>${CONVICTED}${ONCE} (?:(?:an?|the|das|la|il|eine?[rns]?|jazdę|grievous|attempted|aggravated|common|gefährliche[rn]?) )?${OFFENCE}\p{L}{0,14}(?: (?:of|de|di|in|des|com|con|por|po|při|pod|with|on|under|a|intent|to|el|la|i) \p{L}{3,16}| (?:driving|abuse|violence|damage|evasion|laundering|offences?|assault|theft))?(?: vorbestraft| verurteilt)?)(?!\p{L})|(?<!\p{L})(?<value2>(?:an? )?(?:dui|dwi|felony|misdemeanou?r|spent|criminal) convictions?|registered sex offender|vorbestraft|sabıkalı)(?!\p{L})`,
  'dgu',
);
/** Whose it is. */
const SOMEBODY =
  /(?<![\p{L}\p{M}])(?:he|she|i|i['’](?:m|ve)|my|his|her|applicant|candidate|employee|tenant|client|defendant|er|sie|ich|herr|frau|mein\p{L}{0,2}|il|elle|je|j['’]ai|mon|ma|él|ella|yo|mi|lui|lei|io|mio|mia|ele|ela|eu|meu|minha|hij|zij|pan|pani|był|była|jest|byl|byla|jsem|han|hun|hon|jeg|jag|hän|el|ea|он|она|я|він|вона|αυτός|αυτή|ông|bà|anh|chị|tôi|dia|saya|dbs|background check|criminal record|medarbejder\p{L}{0,2}|mitarbeiter\p{L}{0,2}|bewerber\p{L}{0,2})(?![\p{L}\p{M}])/iu;

function findRecords(window: string): readonly Guess[] {
  return everyMatchInAnyCase(RECORD, window).flatMap((found): Guess[] => {
    const [start, end] = found.indices?.groups?.value ?? found.indices?.groups?.value2 ?? [0, 0];
    const text = window.slice(start, end);
    if (/^wegen /i.test(text) && !/(?:vorbestraft|verurteilt)$/i.test(text)) return [];
    const before =
      window
        .slice(Math.max(0, start - 90), start)
        .split(/[.!?\n] /u)
        .at(-1) ?? '';
    return SOMEBODY.test(before) &&
      !/(?<!\p{L})(?:if|who|anyone|people|whether|story|novel|film|movie|character|wer|wenn)(?!\p{L})/iu.test(before)
      ? [guessAt(start, text, 0.55)]
      : [];
  });
}

export default {
  id: 'life-facts',
  title: 'Birthplaces, security answers and convictions',
  entities: [
    { entity: 'PLACE_OF_BIRTH', categories: ['personal'], ambient: false },
    { entity: 'SECURITY_ANSWER', categories: ['personal', 'secrets'], ambient: false },
    { entity: 'CRIMINAL_RECORD', categories: ['special-category', 'personal'], ambient: false },
  ],
  detectors: [
    {
      kind: 'nearby',
      id: 'place-of-birth',
      entity: 'PLACE_OF_BIRTH',
      source: 'https://www.icao.int/publications/doc-series/doc-9303 (place of birth), and what forms and letters call it',
      cues: 'of birth|birthplace|birth place|birth_place|geburtsort|naissance|nacimiento|nascita|nascimento|naturalidade|geboorteplaats|födelseort|fødested|syntymäpaikka|urodzenia|narození|narodenia|születési hely|nașterii|rođenja|rojstva|sünnikoht|dzimšanas|gimimo|doğum yeri|рождения|народження|раждане|γέννησης|lahir|nơi sinh|出生地|出身地|출생지|مكان الميلاد|מקום לידה|जन्म स्थान|สถานที่เกิด|born |geboren|geb. |född |født |född|née |né le|nascido|nascida|nasci |nacido|nacida|nací|nato |nata |urodzi|narozen|narodil|născut|rođen|родил|народил|роден|γεννήθηκ'.split(
        '|',
      ),
      entities: [],
      before: 24,
      after: 90,
      budget: 20_000,
      find: findBirthplaces,
    },
    {
      kind: 'nearby',
      id: 'security-answer',
      entity: 'SECURITY_ANSWER',
      source: 'https://pages.nist.gov/800-63-3/sp800-63b.html (pre-registered knowledge), and what banks ask',
      cues: 'maiden name|maiden_name|first pet|my first |your first |memorable|security answer|secret answer|security question|sicherheitsfrage|geburtsname|mädchenname|jeune fille|nom de naissance|réponse secr|soltera|respuesta|solteira|resposta|nubile|risposta|meisjesnaam|panieńskie|příjmení|priezvisko|anyja |leánykori|de fată|numele mamei|kızlık|девич|дівоче|моминско|flicknamn|pigenavn|pikenavn|tyttönimi|旧姓|婚前姓|nama gadis|nama ibu|tên mẹ|question secr|pregunta|née |geborene|z domu|урожд|rozená'.split(
        '|',
      ),
      entities: [],
      before: 40,
      after: 120,
      budget: 20_000,
      find: findSecrets,
    },
    {
      kind: 'nearby',
      id: 'criminal-record',
      entity: 'CRIMINAL_RECORD',
      source: 'https://gdpr-info.eu/art-10-gdpr/ (criminal convictions and offences)',
      cues: 'convict|found guilty|guilty to|arrested for|charged with|caution|jailed for|imprisoned|sentenced to|probation|parole|served |sex offender|vorbestraft|verurteilt|sabıkalı|condamn|condenad|condannat|antecedentes|precedenti|veroordeeld|karany|karana|skazan|odsouzen|trestán|odsúden|dömd |straffet|dømt |осужд|судим|засудж|осъден|καταδικάστηκε|kết án|dipidana|dihukum'.split(
        '|',
      ),
      entities: [],
      before: 96,
      after: 90,
      budget: 20_000,
      find: findRecords,
    },
  ],
} satisfies Family;
