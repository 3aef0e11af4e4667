import type { Guess } from '../../scan/detector.ts';
import type { Span } from '../../scan/finding.ts';
import { balanced } from '../balanced.ts';
import { ALPHANUMERIC } from '../characters.ts';
import { everyMatchInAnyCase } from '../every-match.ts';
import type { Family } from '../family.ts';
import { isCalled, isOfFoundation, readInternational } from '../international-number.ts';
import { ONCE } from '../once.ts';
import { textBefore } from '../text-before.ts';

/** Last labels that are file endings, not top-level domains: `logo@2x.png`, `pkg@1.x.js`. */
const FILE_ENDINGS = new Set(
  'png jpg jpeg gif svg webp avif bmp ico js mjs cjs ts tsx jsx css scss less json yml yaml toml lock html htm xml txt csv log tgz gz jar war py rb php exe dll so local internal localdomain localhost lan'.split(
    ' ',
  ),
);

function validateEmail(text: string, span: Span): number | null {
  const address = text.slice(span.start, span.end);
  const at = address.indexOf('@');
  const local = address.slice(0, at);
  const labels = address
    .slice(at + 1)
    .toLowerCase()
    .split('.');
  const last = labels[labels.length - 1] ?? '';
  if (address.endsWith(']')) return labels.every((label) => Number(label.replace(/[[\]]/g, '')) < 256) ? 0.6 : null;
  if (FILE_ENDINGS.has(last) || labels.some((label) => label.startsWith('-') || label.endsWith('-')) || local.includes('..')) return null;
  // The user of every SSH remote (`git@host:path`), not a person.
  if (local === 'git' && text[span.end] === ':') return null;
  const names = /^:[/~]/.test(text.slice(span.end, span.end + 2)) || TO_MACHINE.test(textBefore(text, span.start, 64));
  return names ? 0.4 : 0.75;
}

/** Somebody logs in to a machine: behind the command and its options stand the user and the host. */
const TO_MACHINE = /(?:^|\s)(?:ssh|sftp|mosh|ssh-copy-id)(?: -{1,2}[\w-]{1,20}(?: [^\s-]\S{0,30})?){0,4} $/;

/** `anna (at) example (dot) org`, `anna at example dot org`, `anna@example[.]org`, and `anna at gmail.com`; what else the line says stands before it. */
const AT = String.raw`(?: ?[([{] ?(?:at|@) ?[)\]}] ?| at |@)`;
const DOT = String.raw`(?: ?[([{] ?(?:dot|\.) ?[)\]}] ?| dot |\.)`;
const SPELLED = new RegExp(
  String.raw` {0,2}(?:[\w.@+-]{1,48} {1,2}){0,8}?(?<value>[a-z0-9][\w.+-]{0,40}${AT}[a-z0-9-]{2,40}(?:${DOT}[a-z0-9-]{2,40}){0,3}${DOT}[a-z]{2,12})(?![\w-]|[.(]\w)`,
  'diy',
);

/** Spelled somewhere, and no sentence: only what is at a well-known host may be written with a full stop. */
function validateSpelled(text: string, span: Span): number | null {
  const written = text.slice(span.start, span.end);
  if (/[([{] ?(?:at|dot|@|\.) ?[)\]}]| dot /i.test(written)) return 0.6;
  return /^[\w.+-]{2,40} at (?:gmail|yahoo|hotmail|outlook)\./i.test(written) ? 0.6 : null;
}

/** In one piece, but with the trunk prefix and a prefix of mobile networks: Türkiye, the Philippines, the United Kingdom, France, the Netherlands … */
const MOBILE = 0.42;

/** National numbers: how sure the writing alone makes us. */
function validateNational(text: string, span: Span): number | null {
  const written = text.slice(span.start, span.end);
  const digits = written.replace(/\D/g, '');
  if (/^(\d)\1+$|(\d)\2{7}$/.test(digits)) return null;
  if (written.length === digits.length) return /^0[5-79]\d{8,9}$/.test(digits) ? MOBILE : /^0\d{9,10}$/.test(digits) ? 0.3 : 0.1;
  if (written.startsWith('(')) return 0.55;
  return written.includes('.') ? 0.35 : 0.4;
}

/** What no plan has, but examples: `123-456-7890`, `555-555-5555`. A word beside it makes it a telephone number nevertheless. */
const MADE_UP = 0.2;

/** Numbers of North America: an area code and an exchange begin with no 0 or 1. */
function validateNorthAmerican(text: string, span: Span): number | null {
  const [written = ''] = text.slice(span.start, span.end).split(EXTENSION);
  const digits = written.replace(/\D/g, '').replace(/^(?:00)?1(?=\d{10}$)/, '');
  const isRepeated = /^(\d)\1+$/.test(digits);
  if (/^\d+$/.test(written))
    return isRepeated || BOUND.test(written) || (text[span.start - 1] === '(' && text[span.end] !== ')') ? null : 0.1;
  if (isInRow(text, span)) return null;
  if (isRepeated || !/^[2-9]\d\d[2-9]/.test(digits)) return MADE_UP;
  if (written.startsWith('(')) return 0.55;
  if (written.includes('.')) return 0.35;
  return /^(?:1-)?\d{3}-\d{3}-\d{4}/.test(written) ? 0.5 : 0.4;
}
/** Where the numbers of computers end. */
const BOUND = /^(?:214748364[78]|429496729[56])$/;

/** Whether numbers stand before and behind what is parted by spaces: points of a drawing, cells of a table. */
function isInRow(text: string, { start, end }: Span): boolean {
  return /\d\d \d/.test(text.slice(start, end)) && /[^+]\d $/.test(text.slice(start - 3, start)) && /^ \d/.test(text.slice(end, end + 2));
}
const EXTENSION = /,? ?(?:ext\.?|x|poste) ?(?=\d)/i;

/** With the prefix of calls to other countries. */
function validateAbroad(written: string): number | null {
  const digits = written.replace(/\D/g, '');
  if (!isCalled(digits.slice(2))) return null;
  return digits.length < written.length ? 0.45 : 0.3;
}

function validateTrunk(text: string, span: Span): number | null {
  const written = text.slice(span.start, span.end);
  if (written.startsWith('0 (')) return 0.6;
  if (written.startsWith('00')) return besideName(text, span, validateAbroad(written));
  const digits = written.replace(/\D/g, '').length;
  if (digits < 8 || digits > 13) return null;
  // One, or from the one to the other.
  const isDate = digits === 8 && /^\(?\d\d?[./-]\d\d?[./-](?:(?:\d\d){1,2}|\d\d-\d\d)$/.test(written);
  // The code of a town behind its state: `MA 02110-1301`.
  const isTown = /^0\d{4}-\d{4}$/.test(written) && /(?<![A-Z])[A-Z]{2} {1,2}$/.test(textBefore(text, span.start, 5));
  // The same of Brazil, unless a word right before it says that it is a telephone: `01310-100`.
  const isBrazilian =
    /^0\d{4}-\d{3}$/.test(written) && !/(?:fone|phone|tel\w{0,8}|ruf\w{0,8})[.: "']{0,4}$/i.test(textBefore(text, span.start, 16));
  return isDate || isTown || isBrazilian ? null : besideName(text, span, validateNational(text, span));
}

/** In a signature or a list, with the name of somebody before it: `Teagan Mann | 0161 054 3335`. */
const NAME_BEFORE = /(?:^|[\n|;])[ \t]{0,4}(?:\p{Lu}[\p{L}\p{M}.'’-]{1,24} ){1,3}\p{Lu}[\p{L}\p{M}.'’-]{1,24} ?[|·•] $/u;

/** The confidence in a number that is written in groups, surer beside a name. */
function besideName(text: string, { start, end }: Span, confidence: number | null): number | null {
  if (confidence === null || confidence < 0.3 || confidence >= 0.5 || !/\D/.test(text.slice(start, end))) return confidence;
  return NAME_BEFORE.test(textBefore(text, start, 80)) ? 0.55 : confidence;
}

const PHONE_WORDS = {
  before: 40,
  after: 24,
  raise: {
    en: 'phone|tel|telephone|mobile|cell|call|fax|text|sms|whatsapp|dial|ring|contact|number is|is my number|is his number|is her number|is my cell|reach|reached|hotline|ext|ph|mob|callback|voicemail|desk|main line|direct line|landline|facsimile|telecopy|helpdesk|switchboard|calling|called|calls|office hours|business hours'.split(
      '|',
    ),
    de: 'telefon|telefonnummer|handy|handynummer|mobil|mobilnummer|rufnummer|anrufen|erreichbar|erreichen|durchwahl|rückruf|festnetz|notfall|notfallkontakt|notfallnummer|rufen|erreichst|erreichen sie mich|rückfragen'.split(
      '|',
    ),
    fr: 'joignable|fixe|téléphone|tél|portable|appeler|appelez|joindre|numéro'.split('|'),
    es: 'tlf|tfno|fijo|fono|wasap|teléfono|móvil|celular|llamar|llame|llámame|cel'.split('|'),
    pt: ['telefone', 'telemóvel', 'tlm', 'zap', 'ligue', 'ligar'],
    it: ['telefono', 'fisso', 'cellulare', 'chiamami', 'chiamare'],
    nl: ['mobiel', 'telefoon', 'telefoonnummer', 'bel', 'bellen', 'gsm'],
    pl: ['telefonu', 'komórka', 'kom', 'zadzwoń'],
    sv: ['mobilnummer', 'ring mig', 'tlf'],
    fi: ['puhelin', 'puh', 'puhelinnumero'],
    hu: ['telefonszám'],
    tr: ['cep', 'telefonum', 'cep telefonum', 'cep tel', 'telefonu'],
    ru: ['телефон', 'тел', 'мобильный', 'звоните', 'моб'],
    uk: ['телефону'],
    el: ['τηλέφωνο', 'κινητό', 'κιν', 'τηλ'],
    id: ['telepon', 'no hp', 'hp', 'nomor hp'],
    vi: ['điện thoại', 'sđt'],
    ar: ['هاتف', 'جوال', 'الهاتف'],
    he: ['טלפון', 'נייד'],
    hi: ['मोबाइल', 'फ़ोन'],
    sw: ['simu', 'm-pesa', 'momo'],
    fa: ['موبایل', 'تلفن', 'همراه', 'فون', 'موبائل'],
    bn: ['মোবাইল', 'ফোন'],
    ms: ['h/p', 'bimbit'],
  },
  lower: {
    en: 'order|order number|invoice|ticket|tracking|serial|sku|isbn|version|ref|reference|timestamp|case|account|id|uuid|part|model|ssn|routing|build|epoch|port|boundary'.split(
      '|',
    ),
    de: 'bestellnummer|bestellung|rechnung|rechnungsnummer|artikelnummer|kundennummer|seriennummer|aktenzeichen|auftrag|vorgang|kontonummer'.split(
      '|',
    ),
  },
} as const;

/** Names of telephones, as labels have them. */
const PHONE_NAMES =
  "my number(?:['’]s)?|tele?(?:phone|fax)|fax|(?:mobile|cell|phone|contact|whatsapp|callback|handy|mobil|telefon|ruf)[ _-]?(?:number|no|nr|nummer|num)|phone|cell|mobile|mob|tel|whatsapp|téléphone|tél|portable|teléfono|móvil|celular|cel|telefone|telemóvel|fone|telefono|cellulare|cell|telefoon|telefoonnummer|mobiel|gsm(?:[ -]?nummer|:)|telefon(?:u|ul|em|en)?|telefonnummer|handy|mobil(?:en|ni)?|(?<=\n)[tmpd](?=:)|komórk[aęi]|puhelin|puhelinnumero(?:ni)?|telefonszám(?:om)?|cep telefonu[m]?|телефон[ау]?|тел|моб|мобильный|τηλέφωνο|τηλ|κινητό|telepon|no\\.? hp|hp|điện thoại|sđt|đt|tlf|โทร(?:ศัพท์)?|เบอร์(?:โทร)?|手机号?码?|电话|電話(?:番号|號碼)?|手機(?:號碼)?|連絡先|携帯(?:電話)?|핸드폰|휴대폰|전화(?:번호)?|هاتفي?|جوالي?|موبايل|טלפון|נייד|मोबाइल|फ़ोन|फोन|natel|tlm|ტელ|κιν|cep|h\\/p|فون|موبایل|মোবাইল|ফোন|momo|s[ií]mi|tālr|telefonas|telp|tlp|bkash|fono|mobitel|сотовый|мобільний|연락처|เบอร์มือถือ";
/** What asks to be called. */
const CALLS =
  'call|ring|text|dial|reach|whatsapp|(?:za)?volejte(?: na)?|suna(?:ți)?(?: la)?|helistage|soita|hívjon|pokličite|arayın|gọi|hubungi|ligue|llám[ea](?:me|nos)?|appelez|appeler|joindre|chiam[ai](?:mi)?|bel|ruf|ring|zadzwoń|звоните';
/** The same with the name of somebody between: `call Anna at`, `contact Anna (`. */
const CALLS_SOMEBODY = `(?:contact|call|ring|text|reach|ask)(?:[ ]\\p{L}[\\p{L}\\p{M}.'’-]{1,24}${ONCE}){1,4}[ ](?:\\(|(?:at|on|under)[ ])`;
/** What may stand between such a word and the number, on one line or with the number on the next. */
const LEADING = `["']?\\.?(?:-(?:me|nos))?(?:[ _](?:me|us|til|mig|min|mitt|him|her|them|my|number|numéro|número|numero|nummer|numer|no|nr|num|num[ei]r|fijo|fixe|fisso|kom|komórkowy|numaram|번호)${ONCE}\\.?){0,3}${ONCE}["']?(?:[ ](?:is|are|ist|lautet|est|es|é|è|el|le|to|jest|är|er|on|at|under|unter|op|på|al|ao|au|para|para o|o|a|the|to|es el|mich|me|back|bitte|please)${ONCE}(?!\\d)){0,3}(?:는|은|は|が|号|是)?[ \\t]{0,2}[:：=]?["']?\\s{0,2}["']?`;
const DIGITS = '(?:\\+ ?)?\\(?\\d{1,5}\\)?(?:[ .\\u00a0/\\u2010-\\u2013-]{0,3}\\(?\\d{1,6}\\)?){0,6}';
const LABELLED = new RegExp(
  `(?<![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\d])(?:(?<name>${PHONE_NAMES})|(?:${CALLS})|${CALLS_SOMEBODY})${ONCE}(?![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}])${LEADING}${ONCE}(?<value>${DIGITS})(?![\\d%€$£]|[-./:,]\\d|[a-z_])`,
  'dgu',
);

/** A date, an address of the internet, a version, a price, two models of a machine or a number that simply counts. */
const NO_PHONE =
  /^(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,4}(?:\.\d{1,4}){3}|\d{1,3}(?:[.,]\d{3}){1,4}|(?:19|20)\d{2}[ -](?:19|20)\d{2}|[1-9]\d{3}\/[1-9]\d{3}|(\d)\1+)$|0{5}$/;

/** Digits that might be a price in some countries, but have no more than a telephone of nine. */
const NINE_DIGITS = /^[2-9]\d{2}\.\d{3}\.\d{3}$/;
/** Names that nothing but a telephone has: what stands behind may be as short as within a small town. */
const SURE_NAME = /^(?:tele?(?:ph|f)|tel$|fax|phone|tlf|télé?|тел|puh|τηλ)/i;
/** Six digits in pairs or threes, or seven. */
const SHORT_NUMBER = /^(?:\d\d([ .-])\d\d\1\d\d|\d{3}[ .-]\d{3}|\d{3}[ .-]\d{4}|\d{7})$/;

/** Behind a word that asks to be called, what stands directly before the number. */
const CALLED_AT = / (?:at|on|under|unter|\() ?$/i;

/** Whether a number of six or seven digits, within a town or a small country, is told by its name and how it is written. */
function isShort(value: string, name: string, between: string): boolean {
  if (SURE_NAME.test(name)) return SHORT_NUMBER.test(value) || (/[:：=]["'\s]/.test(between) && /^[1-9]\d{5}$/.test(value));
  if (/^my number/i.test(name) && /^[1-9]\d{6}$/.test(value)) return true;
  return /^\d{3}[ .-]\d{4}$/.test(value) && (name !== '' || CALLED_AT.test(between));
}

/** A number in one piece may be any; of eight digits it is often something else, a date for example. */
function labelledConfidence(value: string, digits: number, isNamed: boolean): number {
  if (digits <= 7) return 0.5;
  if (digits > 8 || digits < value.length) return 0.6;
  return isNamed && !/^(?:19|20)\d{6}$/.test(value) ? 0.5 : 0.4;
}

/** Four pairs of digits, as in Denmark, Norway and West Africa. */
const PAIRS = /\d\d[ .\u00a0]\d\d[ .\u00a0]\d\d[ .\u00a0]\d\d/;

/** Of numbers behind a word, those in which no three digits stand together. */
function findPairs(window: string): readonly Guess[] {
  return PAIRS.test(window) ? findLabelled(window) : [];
}

/** Numbers behind a word for a telephone, in whatever way a country writes them. */
function findLabelled(window: string): readonly Guess[] {
  return everyMatchInAnyCase(LABELLED, window).flatMap((found): Guess[] => {
    const value = balanced(found.groups?.value ?? '');
    const start = found.indices?.groups?.value?.[0] ?? 0;
    const digits = value.replace(/\D/g, '').length;
    const name = found.groups?.name ?? '';
    if (digits < 6 || digits > (value.startsWith('00') ? 17 : 14) || (NO_PHONE.test(value) && !NINE_DIGITS.test(value))) return [];
    // The end of a row that has its number in front: the next row begins with its own.
    const between = window.slice(found.index, start);
    if (/^[^:=：]*\n/.test(between) && /\d{4}[^\n]{0,24}$/.test(window.slice(0, found.index))) return [];
    if (between.endsWith('(') && window[start + value.length] !== ')') return [];
    // In Brazil the code of a town.
    if (/^cep$/i.test(name) && digits < 10) return [];
    if (isOfFoundation(value.replace(/\D/g, ''))) return [];
    if (digits <= 7 && !isShort(value, name, between)) return [];
    return [
      { span: { start, end: start + value.length }, confidence: labelledConfidence(value, digits, name !== '' || CALLED_AT.test(between)) },
    ];
  });
}

export default {
  id: 'contact',
  title: 'Contact data',
  entities: [
    { entity: 'EMAIL', categories: ['personal'], ambient: true },
    { entity: 'PHONE', categories: ['personal'], ambient: true },
  ],
  detectors: [
    {
      kind: 'anchored',
      id: 'email-address',
      entity: 'EMAIL',
      source: 'https://www.rfc-editor.org/rfc/rfc5322#section-3.4.1',
      anchors: { literals: ['@'] },
      lead: { of: `${ALPHANUMERIC}._%+-äöüßéèáàíóúñçÄÖÜÉ`, min: 1, max: 64 },
      // Not the user of an address: `https://user@host`, `https://user:password@host`.
      pattern:
        /(?<!\/\/|\$|\/\/[^\s/@]{1,64}:)[._%+-]{0,64}(?<value>[^\s@._%+-][^\s@]{0,63}@(?:(?:[a-z0-9\p{Script=Cyrillic}\p{Script=Greek}à-ÿ-]{1,63}\.){1,8}(?:[a-z]{2,24}|xn--[a-z0-9-]{2,40})|\[(?:\d{1,3}\.){3}\d{1,3}\]))(?![\w-]|\.[a-z0-9])/diuy,
      confidence: 0.75,
      validate: validateEmail,
    },
    {
      kind: 'anchored',
      id: 'email-address-spelled',
      entity: 'EMAIL',
      source: 'How people write addresses so that machines do not read them',
      anchors: {
        literals: '(at)|[.]|(.)|[@]|(@)|[at]|{at}|[dot]|(dot)| dot | at gmail| at yahoo| at hotmail| at outlook'.split('|'),
      },
      lead: { of: `${ALPHANUMERIC}@._+- `, min: 2, max: 48 },
      pattern: SPELLED,
      confidence: 0.6,
      validate: validateSpelled,
    },
    {
      kind: 'anchored',
      id: 'phone-international',
      entity: 'PHONE',
      source: 'https://www.itu.int/rec/T-REC-E.164',
      anchors: { digits: 8 },
      lead: { of: '+(', min: 1, max: 3 },
      pattern: readInternational,
      confidence: 0.6,
      context: PHONE_WORDS,
    },
    {
      kind: 'anchored',
      id: 'phone-north-america',
      entity: 'PHONE',
      source: 'https://www.nanpa.com/numbering',
      anchors: { digits: 10 },
      lead: { of: '(', min: 0, max: 1 },
      pattern:
        /(?<![\w$#+=]|[\w)][.+/-]|[(=,:] {0,2}-)\(?(?<value>(?:(?:00)?1[ .-])?(?:\(\d{3}\) ?\d{3}[ .-]?\d{4}|\d{3}([ .\u00a0\u2010-\u2013-])\d{3}\2\d{4}|[2-9]\d{2} [2-9]\d{2}-\d{4}|[2-9]\d{2}[2-9]\d{6})(?:,? ?(?:ext\.?|x|poste) ?\d{1,5}(?!\w)|(?![\w%]|[.-]\d)))/diy,
      confidence: 0.4,
      validate: validateNorthAmerican,
      context: PHONE_WORDS,
    },
    {
      kind: 'anchored',
      id: 'phone-code-without-plus',
      entity: 'PHONE',
      source: 'https://www.itu.int/rec/T-REC-E.164',
      anchors: { digits: 11 },
      pattern: /(?<![\w$#+=.,/:-])[2-9]\d{1,2}-\d{2,5}-\d{3,4}-\d{4}(?![\w%]|[-.:/]\d)/y,
      confidence: 0.35,
      validate: (text, { start, end }) => (isCalled(text.slice(start, end).replaceAll('-', '')) ? 0.35 : null),
      context: PHONE_WORDS,
    },
    {
      kind: 'anchored',
      id: 'phone-national-zero',
      entity: 'PHONE',
      source: 'https://www.itu.int/oth/T0202.aspx?parent=T0202 (national numbering plans: DE, GB, FR, AT, CH, IT)',
      anchors: { digits: 8, first: '0' },
      lead: { of: '(', min: 0, max: 1 },
      // Trunk prefix 0, then two to five groups: 020 7946 0958, 0171/1234567, (030) 123456-78, 06 12 34 56 78.
      pattern:
        /(?<![\w$#+=]|[\w)][.+/:-]|(?<![\d ])\d \d\d |\(\d\d\) )\(?(?<value>(?:\(0[1-9]\d{0,4}\)|0[1-9]\d{0,4})[ \u00a0./\u2010-\u2013-]{1,3}\d{2,8}(?:(?:[ \u00a0.\u2010-\u2013-]{1,3}|\/)\d{2,8}){0,4}(?![\w%]|[-.:/]\d)|(?<![.,/-])0[1-9]\d{7,10}(?![\w%]|[-.:/]\d)|0[ -]\(?[1-9]\d{2}\)?[ -]\d{3}(?:[ -]?\d{2}){2}(?![\w%]|[-.:/]\d)|00[1-9]\d{0,2}(?:[ \u00a0./-]{1,3}\d{1,8}){1,5}(?![\w%]|[-.:/]\d)|00[1-9]\d{8,12}(?![\w%]|[-.:/]\d))/dy,
      confidence: 0.4,
      validate: validateTrunk,
      context: PHONE_WORDS,
    },
    {
      kind: 'anchored',
      id: 'phone-china-mobile',
      entity: 'PHONE',
      source: 'https://www.itu.int/oth/T0202.aspx?parent=T0202 (national numbering plan of China)',
      anchors: { digits: 11 },
      pattern: /(?<![\w$#+=]|[\w)][.+/:-])1[3-9]\d(?:([ -])\d{4}\1\d{4}|\d{8})(?![\w%]|[-.:/]\d)/y,
      confidence: 0.2,
      validate: (text, span) =>
        isInRow(text, span) ? null : /手机|电话|电話|微信|号码/.test(textBefore(text, span.start, 16)) ? 0.6 : 0.2,
      context: PHONE_WORDS,
    },
    {
      kind: 'anchored',
      id: 'phone-spain-mobile',
      entity: 'PHONE',
      source:
        'https://www.itu.int/oth/T0202.aspx?parent=T0202 (national numbering plan of Spain: nine digits, those of mobile networks from 6 and 7 on)',
      anchors: { digits: 9, first: '67' },
      pattern: /(?<![\w$#+=]|[\w)][.+/:-]|\d )[67]\d\d([ .-])\d\d\1\d\d\1\d\d(?![\w%€]|[-.:/]\d| \d)/y,
      confidence: 0.4,
      context: PHONE_WORDS,
    },
    {
      kind: 'nearby',
      id: 'phone-behind-word',
      holdsNumber: true,
      entity: 'PHONE',
      source: 'https://www.itu.int/oth/T0202.aspx?parent=T0202 (national numbering plans; how numbers are written: ITU-T E.123)',
      words: true,
      cues: 'natel|tlm|ტელ|κιν|cep |cep:|h/p|فون|موبایل|মোবাইল|ফোন|momo |fax |fax:|fax.|sími|tālr|telp|tlp|bkash|fono|mobitel|сотов|мобіл|연락처|手機|volejte|suna|sunaț|helista|soita|hívj|poklič|arayın|gọi|hubungi|hp |phone|telephone|mobile|mob |mob:|mob.|cell|tel:|tel.|tel |whatsapp|téléphone|tél|portable|teléfono|móvil|celular|cel:|cel |telefon|telemóvel|fone:|telefoon|mobiel|gsm|handy|mobil|komór|puhelin|cep tel|телефон|тел.|тел:|моб|τηλέφ|τηλ|κινητ|telepon|no hp|no. hp|hp:|điện thoại|sđt|đt:|đt |tlf|โทร|เบอร์|手机|电话|電話|連絡先|携帯|핸드폰|휴대폰|전화|هاتفي?|جوال|موبايل|טלפון|נייד|मोबाइल|फ़ोन|फोन|call |ring |text me|dial |reach |ligue|llám|appel|joindre|chiam|bel |zadzwo|звоните|contact |my number|contact n|callback n|rufn|\nt:|\nm:|\np:|\nd:'.split(
        '|',
      ),
      before: 28,
      after: 56,
      budget: 40_000,
      find: findLabelled,
    },
    {
      kind: 'nearby',
      id: 'phone-in-pairs-behind-word',
      entity: 'PHONE',
      source: 'https://www.itu.int/oth/T0202.aspx?parent=T0202 (national numbering plans of DK, NO, BF, ML, NE, TD, TG and others)',
      words: true,
      cues: 'phone|telephone|mobile|mobil|fax |fax:|dial |tlf|tel:|tel.|tel |téléphone|tél|portable|telefon|whatsapp|call |ring |contact '.split(
        '|',
      ),
      before: 28,
      after: 56,
      find: findPairs,
    },
  ],
} satisfies Family;
