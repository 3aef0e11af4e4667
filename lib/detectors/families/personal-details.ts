import type { Guess } from '../../scan/detector.ts';
import { everyMatch } from '../every-match.ts';
import type { Family } from '../family.ts';
import { isDay } from '../identifiers/check-digits.ts';

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
    return BIRTH.test(says) ? [guess(index, text, 0.8)] : [];
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
    guess(index, text, TREATED.test(window.slice(Math.max(0, index - 50), index)) ? 0.55 : 0.3),
  );
}

function guess(start: number, text: string, confidence: number): Guess {
  return { span: { start, end: start + text.length }, confidence };
}

const AGE =
  /(?<![\w.])(?:aged? |alter:? |edad:? |âge:? )?(\d{1,3})(?:[ -]years?[ -]old|[ -]year-old| jahre alt|-jährige[rn]?| ans\b| años\b| anni\b| jaar oud| lat\b| anos\b|(?= ?(?:y\/o|yo)\b))/gi;

function findAges(window: string): readonly Guess[] {
  return everyMatch(AGE, window).flatMap(({ 0: text, 1: years, index }): Guess[] => {
    const person =
      /\b(?:patient|she|he|him|her|mr|mrs|ms|woman|man|boy|girl|employee|son|daughter|wife|husband|mother|father|patientin|herr|frau)\b/i.test(
        window.slice(Math.max(0, index - 40), index + text.length + 20),
      );
    return Number(years) <= 120 ? [guess(index, text, person ? 0.5 : 0.3)] : [];
  });
}

const CAPITAL = String.raw`(?:\p{Lu}[\p{L}\p{M}.'’-]{0,24}|\d{1,3}(?:st|nd|rd|th)|de|la|du|des|del|dei|della|delle|degli|di|da|das|do|dos|las|los|der|den|van|am|an|im|z|św\.)`;
const ENGLISH =
  'Street|St\\.?|Avenue|Ave\\.?|Road|Rd\\.?|Boulevard|Blvd\\.?|Lane|Ln\\.?|Drive|Dr\\.?|Court|Ct\\.?|Place|Pl\\.?|Square|Sq\\.?|Terrace|Way|Parkway|Pkwy\\.?|Highway|Hwy\\.?|Crescent|Close|Circle|Cir\\.?|Trail|Row|Mews|Grove|Gardens|Marg|Nagar';
/** How streets are written, and what may follow: a town with its code. */
const ADDRESSES: readonly { readonly street: string; readonly town: string }[] = [
  {
    street: String.raw`(?:(?:Flat|Apt|Unit|Suite|No)\.? ?\d{1,5}[A-Za-z]?,? )?\d{1,5}[A-Za-z]? (?:${CAPITAL} ){1,4}(?:${ENGLISH})(?![\p{L}\d])(?:,? (?:Apt|Suite|Ste|Unit|Floor|#)\.? ?\w{1,6})?`,
    town: String.raw`(?:,? (?:${CAPITAL}[ ,]{1,2}){1,4}(?:[A-Z]{2,3} \d{4,5}(?:-\d{4})?|[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|[A-Z]{2} [A-Z]\d[A-Z] ?\d[A-Z]\d|[A-Z]\d[A-Z] ?\d[A-Z]\d|\d{6}))`,
  },
  {
    street: String.raw`\p{Lu}[\p{L}\p{M}-]{1,30}(?:stra(?:ß|ss)e|str\.|weg|gasse|platz|allee|ufer|damm|ring|straat|laan|plein|kade|gracht|vägen|gatan|vej|gade|veien|gata|katu|tie) \d{1,4}(?: ?[a-zA-Z](?!\p{L}))?`,
    town: String.raw`(?:,? (?:[A-Z]{1,2}-)?\d{3}(?:\d{1,2}| \d{2})(?: [A-Z]{2})? ${CAPITAL}(?: ${CAPITAL}){0,2})`,
  },
  {
    street: String.raw`\p{Lu}[\p{L}\p{M}-]{1,30} (?:Straße|Strasse|Str\.|Weg|Platz|Allee|Ring|Straat|Laan) \d{1,4}(?: ?[a-zA-Z](?!\p{L}))?`,
    town: String.raw`(?:,? (?:[A-Z]{1,2}-)?\d{4,5}(?: [A-Z]{2})? ${CAPITAL}(?: ${CAPITAL}){0,2})`,
  },
  {
    street: String.raw`\d{1,4}(?: ?(?:bis|ter))?,? (?:[Rr]ue|RUE|[Aa]venue|[Aa]v\.|[Bb]oulevard|[Bb]d|[Pp]lace|[Cc]hemin|[Aa]llée|[Ii]mpasse|[Qq]uai|[Cc]ours)(?: (?:de|du|des|la|le|les|l['’]\p{L}{1,20}|d['’]\p{L}{1,20}|\p{Lu}[\p{L}\p{M}-]{1,24})(?!\p{L})){1,6}`,
    town: String.raw`(?:,? \d{5} ${CAPITAL}(?: ${CAPITAL}){0,2})`,
  },
  {
    street: String.raw`(?:Calle|C\/|Avenida|Avda\.|Av\.|Plaza|Paseo|Via|Viale|Piazza|Corso|Largo|Vicolo|Rua|Travessa|Praça|ul\.|al\.|os\.|pl\.)(?: ${CAPITAL}){1,5},? ?(?:n[º°]\.? ?)?\d{1,5}(?:\/\d{1,4})?(?:[ -]?[a-zA-Z](?!\p{L}))?`,
    town: String.raw`(?:,? (?:\d{5}|\d{2}-\d{3}|\d{4}-\d{3}|\d{5}-\d{3}) ${CAPITAL}(?: ${CAPITAL}){0,2})`,
  },
];
/** States and provinces as addresses have them (ISO 3166-2 without the country). */
const STATES = {
  US: 'AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|DC|PR',
  CA: 'AB|BC|MB|NB|NL|NS|NT|NU|ON|PE|QC|SK|YT',
  AU: 'NSW|VIC|QLD|WA|SA|TAS|ACT|NT',
  BR: 'AC|AL|AP|AM|BA|CE|DF|ES|GO|MA|MT|MS|MG|PA|PB|PR|PE|PI|RJ|RN|RS|RO|RR|SC|SP|SE|TO',
} as const;
const ROOM = String.raw`(?:,? (?:Apt|Apartment|Suite|Ste|Unit|Floor|Flat|Room|#)\.? ?\w{1,6})?`;
const NUMBER_FIRST = String.raw`\d{1,6}[A-Za-z]?,? (?:${CAPITAL} ){0,4}${CAPITAL}${ROOM}`;
const NUMBER_LAST = String.raw`(?:(?:ul\.|ulica|al\.|aleja|pl\.|plac|os\.|osiedle|bulw\.|bulwar|wyb\.|droga|ogród|rondo|park|skwer|rynek|wyspa|szosa|calle|plaza|paseo|avenida|via|viale|piazza|corso|rua|travessa|praça|van(?: de[nr]?)?) )?\p{Lu}[\p{L}\p{M}.'’/-]{0,30}(?: ${CAPITAL}(?!\p{L})){0,5},? ?(?:n[º°]\.? ?|Nr\.? ?)?(?:\d{1,5}(?:[ -]?[a-zA-Z]{1,3}(?!\p{L}))?(?:\/\d{1,4})?|s\/n\.?)`;
const TOWN = String.raw`${CAPITAL}(?!\p{L})(?:[ -]${CAPITAL}(?!\p{L})){0,4}`;
/** Whole addresses, told by how the town and its code stand at the end: the street may be called anything. */
const TOWNED = [
  String.raw`${NUMBER_FIRST}, ${TOWN},? (?:(?:${STATES.US}) \d{5}(?:-\d{4})?(?!\d)|(?:${STATES.CA}),? [A-Z]\d[A-Z] ?\d[A-Z]\d|(?:${STATES.AU}) \d{4}(?!\d))`,
  String.raw`${NUMBER_FIRST}, (?:${TOWN}, ){1,2}(?:GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|\d{3} ?\d{3}(?!\d))`,
  String.raw`${NUMBER_FIRST}, (?:${TOWN}, )?${TOWN},? \d{3} ?\d{3}(?!\d)`,
  String.raw`(?:${NUMBER_LAST}|${NUMBER_FIRST})(?:, ${TOWN})?(?:,| -) ${TOWN}(?: ?[-/] ?|, )(?:${STATES.BR})(?:,? (?:CEP:? )?\d{5}-\d{3})(?!\d)`,
  String.raw`\d{1,4}(?: ?(?:bis|ter))?,? (?:\p{L}[\p{L}\p{M}.'’-]{0,24} ){1,6}?\p{L}[\p{L}\p{M}.'’-]{0,24}, \d{5} ${TOWN}`,
  String.raw`${NUMBER_LAST}, (?:[A-Z]{1,2}-)?(?:\d{5}|\d{4}(?: [A-Z]{2})?|\d{2}-\d{3}|\d{3} \d{2}|\d{4}-\d{3}) ${TOWN}`,
].map((pattern) => new RegExp(String.raw`(?<![\p{L}\d./-])${pattern}`, 'gu'));
/** What every one of them ends in has somewhere. */
const CODE = /\d{5}|\d{4},? \p{Lu}|\d-\d{3}|\d{3} \d{2}|\d ?[A-Z]\d|[A-Z]\d[A-Z\d]? \d|[A-Z]{2,3} \d{4}/u;

/** Whole addresses of any street, town and code. */
function findTowned(window: string): readonly Guess[] {
  if (!CODE.test(window)) return [];
  return TOWNED.flatMap((pattern) => everyMatch(pattern, window).map(({ 0: text, index }) => guess(index, text.replace(/\.$/, ''), 0.8)));
}

const PATTERNS = ADDRESSES.map(({ street, town }) => new RegExp(String.raw`(?<![\p{L}\d.])${street}(?<town>${town})?`, 'gu'));
const JAPANESE =
  /〒 ?\d{3}-\d{4}|(?:東京都|北海道|京都府|大阪府|県)[^\s\d都道府県]{2,12}\d{1,3}(?:(?:丁目|番地|番|[-−－])\d{1,4}){0,3}(?:丁目|番地|番|号)?/gu;
/** The name of a prefecture, and the code before it. */
const PREFECTURE = /\p{Script=Han}{2,3}$/u;
const JAPANESE_CODE = /〒 ?\d{3}-\d{4}[ \u3000]?$/u;

/** Where an address begins of which `at` is the prefecture, or the 県 behind its name. */
function beginOfJapanese(window: string, at: number): number {
  const named = window[at] === '県' ? at - (PREFECTURE.exec(window.slice(Math.max(0, at - 3), at))?.[0].length ?? 0) : at;
  return named - (JAPANESE_CODE.exec(window.slice(Math.max(0, named - 11), named))?.[0].length ?? 0);
}

/** A street alone may be any; these say that somebody lives or receives there. */
const LIVES =
  /\b(?:lives?|living|home|resid\w{1,4}|ship(?:ped)? to|deliver\w{0,3}|address(?:es)?|moved to|wohn\w{1,4}|adresse|habit\w{1,4}|vive|abita|mora|mieszka|woont|bor)\b/i;

function findAddresses(window: string): readonly Guess[] {
  if (!/\d/.test(window)) return [];
  const lives = LIVES.test(window) ? 0.6 : 0.45;
  const western = PATTERNS.flatMap((pattern) =>
    everyMatch(pattern, window).map((found) =>
      // The full stop behind a town ends the sentence.
      found.groups?.town === undefined ? guess(found.index, found[0], lives) : guess(found.index, found[0].replace(/\.$/, ''), 0.8),
    ),
  );
  return [
    ...western,
    ...findTowned(window),
    ...everyMatch(JAPANESE, window).map(({ 0: text, index }) => {
      const start = beginOfJapanese(window, index);
      return guess(start, window.slice(start, index + text.length), 0.75);
    }),
  ];
}

/** What people call an address in forms; what follows on the line is one, however the country writes it. */
const ADDRESS_WORDS =
  '(?:(?:home |postal |mailing |street |shipping |delivery |billing |residential |my )?address|(?:wohn)?anschrift|(?:wohn)?adresse|adress|dirección|domicilio|endereço|morada|indirizzo|residenza|adresi?|adresa|adresă|domiciliu|bydliště|bydlisko|(?:lak)?cím|osoite|διεύθυνση|адрес|адреса|住所|地址|住址|주소|alamat|địa chỉ|ที่อยู่|العنوان|כתובת|पता)';
const LABELLED = new RegExp(
  String.raw`(?<![\p{L}\p{N}_.-]|(?:ip|mail|mac|memory|base|wallet|web|server|host|network|contract) )${ADDRESS_WORDS}["'*]{0,2} ?[:：] ?["'*]{0,2}(?<value>[\p{L}\p{N}][^\n\r\t"|;<>{}@=\\_*]{7,110})`,
  'dgiu',
);
/** Where an address ends although the line goes on: another field, or a new sentence behind a long word or a number. */
const NEXT_FIELD = /,? (?:tel|phone|mobile|telefon|téléphone|e-?mail|mail|handy|fax|тел|τηλ)(?!\p{L})| [-–—(] /iu;
const NEXT_SENTENCE = /(?<=[\p{L}\d]{5}|\d)[.!?] {1,2}\p{Lu}/u;

function findLabelledAddresses(window: string): readonly Guess[] {
  return everyMatch(LABELLED, window).flatMap((found): Guess[] => {
    const [start] = found.indices?.groups?.value ?? [0];
    const value = (found.groups?.value ?? '')
      .split(NEXT_FIELD, 1)
      .flatMap((part) => part.split(NEXT_SENTENCE, 1))
      .join('')
      .trimEnd()
      .replace(/[,.]$/, '');
    return isAddress(value) ? [guess(start, value, 0.6)] : [];
  });
}

/** A number that may be one of a house, and names; not an address of a network, a machine or a memory. */
function isAddress(value: string): boolean {
  if (/:\/\/|^0x|\d+\.\d+\.\d+|[0-9a-f]{2}:[0-9a-f]{2}|\w\(|[a-z]\.[a-z]|\d{9}/i.test(value)) return false;
  if (!/(?<![A-Za-z\d])\d{1,6}(?!\d)/.test(value)) return false;
  if (/[\p{Script=Han}\p{Script=Hangul}\p{Script=Thai}]{4}/u.test(value)) return true;
  return (value.match(/(?<!\p{L})[\p{Lu}\p{Lo}]\p{L}{2}/gu) ?? []).length >= 2 && /,|\d{4}/.test(value);
}

/** Postcodes of the United Kingdom, Germany and its neighbours, the United States, Canada, the Netherlands, Poland, Portugal, Brazil. */
const POSTCODE =
  /(?<![\w.-])(?:GIR ?0AA|[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d{1,2}|\d[A-HJKPSTUW]|[A-HK-Y]\d[ABEHMNPRVWXY]) ?\d[ABD-HJLNP-UW-Z]{2}|[ABCEGHJ-NPRSTVXY]\d[A-Z] ?\d[A-Z]\d|\d{4} ?[A-Z]{2}|\d{2}-\d{3}|\d{4}-\d{3}|\d{5}-\d{3,4}|\d{5,6})(?![\w-])/g;
const POST_WORD =
  /\b(?:plz|postleitzahl|post ?code|zip(?: ?code)?|code postal|código postal|c\.?p\.?|cap|postnummer|postcode|pin ?code|cep|kod pocztowy|postinumero|address|adresse)\b/i;

/** Whose postcode it is. */
const OWNED = /\b(?:my|his|her|their|customer|patient|meine?|ihre?|seine?)\b/i;

function findPostcodes(window: string): readonly Guess[] {
  return everyMatch(POSTCODE, window).flatMap(({ 0: text, index }): Guess[] => {
    const named = POST_WORD.test(window.slice(Math.max(0, index - 24), index));
    if (/^0{2}|^01000$|^99999$/.test(text)) return [];
    return named ||
      (/^\d{5}$/.test(text) && window.trim() === text) ||
      /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i.test(text) ||
      /^GIR/i.test(text)
      ? [guess(index, text, named ? (OWNED.test(window) ? 0.5 : 0.45) : 0.3)]
      : [];
  });
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

export default {
  id: 'personal-details',
  title: 'Dates, ages, addresses, profiles and pay of people',
  entities: [
    { entity: 'DATE_OF_BIRTH', categories: ['personal', 'phi'], ambient: false },
    { entity: 'DATE', categories: ['phi'], ambient: true },
    { entity: 'AGE', categories: ['personal', 'phi'], ambient: false },
    { entity: 'POSTAL_ADDRESS', categories: ['personal', 'phi'], ambient: true },
    { entity: 'POSTCODE', categories: ['personal'], ambient: true },
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
      cues: [
        'years old',
        'year-old',
        'year old',
        'years-old',
        'jahre alt',
        '-jährig',
        ' años',
        ' ans ',
        ' anni',
        'jaar oud',
        ' y/o',
        ' yo ',
      ],
      entities: [],
      before: 48,
      after: 24,
      budget: 20_000,
      find: findAges,
    },
    {
      kind: 'nearby',
      id: 'postal-address',
      entity: 'POSTAL_ADDRESS',
      source: 'https://www.upu.int/en/postal-solutions/programmes-services/addressing-solutions (addressing systems by country)',
      cues: ' street| ave,| ave.|avenue| road|boulevard|blvd| lane|drive,| court,| place,| square| terrace| parkway| highway| crescent|straße|strasse|str. |weg |gasse |platz |allee |damm | rue |, rue|calle |c/ |avda|plaza |paseo |via |viale |piazza|corso |rua |travessa|ul. |straat|laan |plein |gracht|gatan |vägen |gade |vej |veien |gata |katu |〒|県|東京都|大阪府| marg| nagar|address'.split(
        '|',
      ),
      entities: [],
      before: 60,
      after: 72,
      budget: 20_000,
      find: findAddresses,
    },
    {
      kind: 'nearby',
      id: 'postal-address-with-town',
      // A code of four digits or more, and of what stands before it.
      holdsNumber: true,
      entity: 'POSTAL_ADDRESS',
      source: 'https://www.upu.int/en/postal-solutions/programmes-services/addressing-solutions (addressing systems by country)',
      words: true,
      cues: [
        ...Object.values(STATES).flatMap((states) => states.split('|').map((state) => `, ${state.toLowerCase()} `)),
        ...STATES.BR.split('|').flatMap((state) => [` - ${state.toLowerCase()}`, `/${state.toLowerCase()},`]),
        ...'live at|lives at|living at|live in|reside|address|send it to|send to|ship|deliver|mail to|moved to|located at|wohn|anschrift|adresse|habit|domicil|vivo en|vive en|dirección|abit|indirizzo|mora |moro |endereço|morada|mieszka|adres|woon'.split(
          '|',
        ),
      ],
      entities: [],
      before: 100,
      after: 100,
      budget: 20_000,
      find: findTowned,
    },
    {
      kind: 'nearby',
      id: 'postal-address-behind-word',
      entity: 'POSTAL_ADDRESS',
      source: 'https://www.upu.int/en/postal-solutions/programmes-services/addressing-solutions (addressing systems by country)',
      words: true,
      cues: 'address|anschrift|adress|dirección|domicilio|endereço|morada|indirizzo|residenza|adres|domiciliu|bydlišt|bydlisk|cím:|lakcím|osoite|διεύθυνσ|адрес|住所|地址|住址|주소|alamat|địa chỉ|ที่อยู่|العنوان|כתובת|पता'.split(
        '|',
      ),
      entities: [],
      before: 20,
      after: 136,
      budget: 20_000,
      find: findLabelledAddresses,
    },
    {
      kind: 'nearby',
      id: 'postal-address-short',
      // Such words are common; a postcode stands near those that belong to an address.
      holdsNumber: true,
      entity: 'POSTAL_ADDRESS',
      source: 'https://pe.usps.com/text/pub28/28apc_002.htm (USPS Publication 28, appendix C1)',
      cues: [' st,', ' st.', ' st ', ' rd,', ' rd.', ' rd ', ' dr,', ' dr.', ' ln,', ' ln.'],
      entities: [],
      before: 60,
      after: 72,
      budget: 20_000,
      find: findAddresses,
    },
    {
      kind: 'nearby',
      id: 'postcode',
      entity: 'POSTCODE',
      source: 'https://www.upu.int/en/postal-solutions/programmes-services/addressing-solutions (addressing systems by country)',
      cues: [
        'plz:',
        'plz ',
        'postleitzahl',
        'postcode',
        'post code',
        'zip code',
        'zipcode',
        'zip:',
        'code postal',
        'código postal',
        'pincode',
        'pin code',
        'cep:',
        'kod pocztowy',
      ],
      entities: [],
      before: 16,
      after: 24,
      budget: 20_000,
      whole: 40,
      find: findPostcodes,
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
      source: 'How people name their accounts in prose',
      anchors: {
        literals: [
          'username is ',
          'user name is ',
          'my username: ',
          'my handle is ',
          'benutzername ist ',
          'mein benutzername',
          'nom d’utilisateur',
          "nom d'utilisateur",
          'nombre de usuario',
        ],
      },
      pattern:
        /(?:my )?(?:user ?name|handle|benutzername|nom d['’]utilisateur|nombre de usuario)(?: is| ist| est| es)?:? {1,2}@?(?<value>(?=[a-z._-]{0,30}[\d._-]\w|[a-z._-]{0,30}\d)[a-z0-9][\w.-]{1,29}\w)(?!\w)/diy,
      confidence: 0.55,
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
