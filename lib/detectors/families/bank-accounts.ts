import type { Guess } from '../../scan/detector.ts';
import type { Span } from '../../scan/finding.ts';
import { ALPHANUMERIC } from '../characters.ts';
import { everyMatch } from '../every-match.ts';
import type { Family } from '../family.ts';
import { modulo } from '../identifiers/check-digits.ts';

/**
 * Lengths by country: the 89 countries of the SWIFT IBAN registry (release 100), https://www.swift.com/resource/iban-registry-pdf, and below those whose banks write
 * their accounts so without being registered, https://www.iban.com/structure (partial and experimental) and
 * https://en.wikipedia.org/wiki/International_Bank_Account_Number#IBAN_formats_by_country.
 */
export const IBAN_LENGTHS: Readonly<Record<string, number>> = {
  AD: 24,
  AE: 23,
  AL: 28,
  AT: 20,
  AZ: 28,
  BA: 20,
  BE: 16,
  BG: 22,
  BH: 22,
  BI: 27,
  BR: 29,
  BY: 28,
  CH: 21,
  CR: 22,
  CY: 28,
  CZ: 24,
  DE: 22,
  DJ: 27,
  DK: 18,
  DO: 28,
  EE: 20,
  EG: 29,
  ES: 24,
  FI: 18,
  FK: 18,
  FO: 18,
  FR: 27,
  GB: 22,
  GE: 22,
  GI: 23,
  GL: 18,
  GR: 27,
  GT: 28,
  HN: 28,
  HR: 21,
  HU: 28,
  IE: 22,
  IL: 23,
  IQ: 23,
  IS: 26,
  IT: 27,
  JO: 30,
  KW: 30,
  KZ: 20,
  LB: 28,
  LC: 32,
  LI: 21,
  LT: 20,
  LU: 20,
  LV: 21,
  LY: 25,
  MC: 27,
  MD: 24,
  ME: 22,
  MK: 19,
  MN: 20,
  MR: 27,
  MT: 31,
  MU: 30,
  NI: 28,
  NL: 18,
  NO: 15,
  OM: 23,
  PK: 24,
  PL: 28,
  PS: 29,
  PT: 25,
  QA: 29,
  RO: 24,
  RS: 22,
  RU: 33,
  SA: 24,
  SC: 31,
  SD: 18,
  SE: 24,
  SI: 19,
  SK: 24,
  SM: 27,
  SO: 23,
  ST: 25,
  SV: 28,
  TL: 23,
  TN: 24,
  TR: 26,
  UA: 29,
  VA: 22,
  VG: 24,
  XK: 20,
  YE: 30,

  AO: 25,
  BF: 28,
  BJ: 28,
  CF: 27,
  CG: 27,
  CI: 28,
  CM: 27,
  CV: 25,
  DZ: 26,
  GA: 27,
  GQ: 27,
  GW: 25,
  IR: 26,
  KM: 27,
  MA: 28,
  MG: 27,
  ML: 28,
  MZ: 25,
  NE: 28,
  SN: 28,
  TD: 27,
  TG: 28,
};

/** Reads as many letters and digits as the country asks for; one space, hyphen or dot may stand between any two. */
function read(text: string, at: number): Span | null {
  const length = IBAN_LENGTHS[text.slice(at, at + 2).toUpperCase()];
  if (!length || isAlphanumeric(text.charCodeAt(at - 1)) || !/^\d\d/.test(text.slice(at + 2, at + 4))) return null;
  let end = at;
  for (let seen = 0; seen < length; end++) {
    if (isAlphanumeric(text.charCodeAt(end))) seen++;
    else if (!isSeparator(text.charCodeAt(end)) || isSeparator(text.charCodeAt(end - 1))) return null;
  }
  return isAlphanumeric(text.charCodeAt(end)) ? null : { start: at, end };
}

/** Country, check digits, a bank's letters and the separators between them. */
const LEAD = 18;

/** The account number that begins at one of the first characters from `at` on. */
function readNear(text: string, at: number): Span | null {
  for (let start = at; start <= at + LEAD; start++) {
    // Two letters and two digits, before anything is cut out of the text.
    if (!isDigit(text.charCodeAt(start + 3))) {
      // Nor does it begin one further on, where this would be the first of the two.
      start++;
      continue;
    }
    if (!isDigit(text.charCodeAt(start + 2))) continue;
    if (!isLetter(text.charCodeAt(start)) || !isLetter(text.charCodeAt(start + 1))) continue;
    const span = read(text, start);
    if (span) return span;
  }
  return null;
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

function isLetter(unit: number): boolean {
  return (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122);
}

function isAlphanumeric(unit: number): boolean {
  return isDigit(unit) || isLetter(unit);
}

function isSeparator(unit: number): boolean {
  return unit === 32 || unit === 45 || unit === 46 || unit === 0xa0 || unit === 0x2009 || unit === 0x202f;
}

/** ISO 13616: the first four characters moved to the end, letters as 10..35, the number modulo 97 is 1. */
export function isMod97(iban: string): boolean {
  return modulo(iban.slice(4) + iban.slice(0, 4), 97) === 1;
}

/** Countries whose banks have codes and no IBAN; those of Crown dependencies too. */
const OTHER_COUNTRIES =
  'US CA AU NZ JP CN HK TW KR IN SG MY TH ID PH VN ZA NG KE GH EG MX AR CL CO PE UY EC PA UZ AM KG BD LK NP KH MM PG FJ BW NA ZM ZW TZ UG RW ET MA MW BM KY BS JM TT BB GG JE IM MO BN'.split(
    ' ',
  );
const COUNTRIES = new Set([...Object.keys(IBAN_LENGTHS), ...OTHER_COUNTRIES]);

/** Bank, country, place and perhaps branch, in capitals, behind a word that says so. Most hold no digit. */
const BANK_CODE =
  /\b(?:bic|swift|bank identifier code)(?:[ /-]?(?:bic|swift|code|id|nr|no|number|kod|kód))?\.?["']?(?: (?:is|ist|est|es|è|é|of|der|the|our|bank|lautet|code))*[ \t]*[:=#|>]?\s{0,2}["'(]?(?<value>[A-Z]{4}(?<country>[A-Z]{2})[A-Z2-9][A-NP-Z0-9](?:[A-Z0-9]{3})?)(?![\p{L}\d_-])/dgiu;

const SAYS_CODE = /^swift[ /-]?(?:bic|code|id|nr|no|number|kod|kód|[ \t]*[:=#|])/i;

/** Where money is spoken of, an account of eight digits or more is one of a bank. */
const OF_BANK = /(?<!aws |azure |cloud |user )\baccount(?: with number | \(| )(?<value>\d{8,12})(?![\w-]|[.,]\d)/dgi;
const AT_BANK = /routing|ifsc|sort code|s\/c /i;
const OF_MONEY = /deposit|transfer|funds|withdr|donat|balance|frozen|credit|debit|loan|savings|money|salary|refund|compliance/i;

/** Beside the code of a bank, any account is one there; people in Britain write `s/c 20-45-77 a/c 33812095`. */
const BESIDE_BANK =
  /(?<!\p{L})(?:(?:account|acct|acc|a\/c)\.?(?: (?:number|no\.?|#))?(?: is|:)? (?<value>\d{6,17})|s\/c:? (?<code>\d\d([- ]?)\d\d\3\d\d))(?![\w-]|[.,]\d)/dgiu;

function findBankCodes(window: string): readonly Guess[] {
  return everyMatch(BANK_CODE, window).flatMap((found): Guess[] => {
    const { value = '', country = '' } = found.groups ?? {};
    const [start, end] = found.indices?.groups?.value ?? [0, 0];
    // SWIFT alone may be a language, and what follows a word in capitals.
    const isBare = /^swift /i.test(found[0]) && !SAYS_CODE.test(found[0]) && !/\d/.test(value) && !/iban|bank/i.test(window);
    // In a row of words in capitals it is one of them; with a digit, or as that of a head office, it is none.
    const isPlain = !/\d|XXX$/.test(value);
    const isCode = !isPlain || (COUNTRIES.has(country) && !/^ [A-Z]{2,}/.test(window.slice(end, end + 4)));
    return value === value.toUpperCase() && isCode && !isBare ? [{ span: { start, end }, confidence: 0.75 }] : [];
  });
}

export default {
  id: 'bank-accounts',
  title: 'Bank accounts',
  entities: [
    { entity: 'IBAN', categories: ['financial', 'personal'] },
    { entity: 'BIC', categories: ['financial', 'personal'] },
    { entity: 'BANK_ACCOUNT', categories: ['financial', 'personal'] },
    { entity: 'UPI_ID', categories: ['financial', 'personal'] },
  ],
  detectors: [
    {
      kind: 'anchored',
      id: 'iban',
      entity: 'IBAN',
      source: 'https://www.swift.com/standards/data-standards/iban-international-bank-account-number (ISO 13616)',
      // The digits may be those of the account, after a bank's letters: GB82 WEST 1234 …
      anchors: { digits: 7 },
      lead: { of: `${ALPHANUMERIC} .-\u00a0`, min: 2, max: LEAD },
      pattern: readNear,
      confidence: 0.95,
      validate: (text, span) => {
        const written = text.slice(span.start, span.end);
        // Words in small letters between capitals: the name of a thing.
        if (/[a-z]{3}/.test(written) && /[A-Z]/.test(written.slice(1))) return null;
        return isMod97(written.replace(/[^A-Za-z0-9]/g, '')) ? 0.95 : null;
      },
    },
    {
      kind: 'nearby',
      id: 'bank-code',
      entity: 'BIC',
      source: 'https://www.swift.com/standards/data-standards/bic-business-identifier-code (ISO 9362)',
      words: true,
      cues: 'bic:|bic |bic=|bic"|bic/|bic>|bic\n|swift|identifier code'.split('|'),
      before: 52,
      after: 48,
      find: findBankCodes,
    },
    {
      kind: 'nearby',
      id: 'account-beside-bank',
      entity: 'BANK_ACCOUNT',
      source: 'https://www.aba.com/about-us/routing-number and https://www.rbi.org.in (IFSC)',
      words: true,
      holdsNumber: true,
      cues: ['routing', 'ifsc', 'sort code', 's/c ', 'account '],
      before: 64,
      after: 64,
      find: (window) =>
        (AT_BANK.test(window) ? everyMatch(BESIDE_BANK, window) : OF_MONEY.test(window) ? everyMatch(OF_BANK, window) : []).map(
          ({ indices }) => {
            const { value, code } = indices?.groups ?? {};
            const [start, end] = value ?? code ?? [0, 0];
            return { span: { start, end }, confidence: 0.6, ...(code && { entity: 'UK_SORT_CODE' }) };
          },
        ),
    },
    {
      kind: 'anchored',
      id: 'upi-id',
      entity: 'UPI_ID',
      source: 'https://www.npci.org.in/what-we-do/upi/faqs (a name and the handle of a payment provider)',
      anchors: { literals: 'upi|vpa|@ok|@ybl|@paytm|@ibl|@axl'.split('|') },
      lead: { of: `${ALPHANUMERIC}._-`, min: 0, max: 48 },
      pattern:
        /(?<!\p{L})(?:upi|vpa)(?: (?:id|address|handle))?(?: (?:is|at|to))?[ :=]{1,3}(?<value>[a-z0-9][\w.-]{1,60}@[a-z]{2,20})(?![\w@-]|\.\w)|(?<![\w.@-])[a-z0-9][\w.-]{1,47}@(?:ok(?:sbi|axis|icici|hdfcbank)|ybl|ibl|axl|paytm)(?![\w@-]|\.\w)/diuy,
      confidence: 0.7,
    },
  ],
} satisfies Family;
