import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../../lib/scan/finding.ts';

/** Presidio's names for what its unit tests look for, and ours for the same. */
export const OURS: Readonly<Record<string, readonly string[]>> = {
  ABA_ROUTING_NUMBER: ['ABA_ROUTING'],
  AU_ABN: ['AU_ABN'],
  AU_ACN: ['AU_ACN'],
  AU_MEDICARE: ['AU_MEDICARE'],
  AU_TFN: ['AU_TFN'],
  CA_SIN: ['CA_SIN'],
  CREDIT_CARD: ['CREDIT_CARD'],
  CRYPTO: ['CRYPTO_ADDRESS'],
  DATE_TIME: ['DATE', 'DATE_OF_BIRTH'],
  DE_BSNR: ['DE_PRACTICE'],
  DE_FUEHRERSCHEIN: ['DE_DRIVING_LICENCE'],
  DE_HANDELSREGISTER: ['DE_COMPANY_REGISTER'],
  DE_HEALTH_INSURANCE: ['DE_HEALTH_INSURANCE'],
  DE_ID_CARD: ['DE_ID_CARD'],
  DE_KFZ: ['DE_LICENCE_PLATE'],
  DE_LANR: ['DE_PRACTITIONER'],
  DE_PASSPORT: ['DE_PASSPORT'],
  DE_PLZ: ['POSTCODE', 'POSTAL_ADDRESS'],
  DE_SOCIAL_SECURITY: ['DE_SOCIAL_SECURITY'],
  DE_TAX_ID: ['DE_TAX_ID'],
  DE_TAX_NUMBER: ['DE_TAX_NUMBER'],
  DE_VAT_ID: ['DE_VAT'],
  EMAIL_ADDRESS: ['EMAIL'],
  ES_NIE: ['ES_NIE'],
  ES_NIF: ['ES_DNI', 'ES_CIF'],
  ES_PASSPORT: ['ES_PASSPORT'],
  FI_PERSONAL_IDENTITY_CODE: ['FI_HETU'],
  IBAN_CODE: ['IBAN'],
  IN_AADHAAR: ['IN_AADHAAR'],
  IN_GSTIN: ['IN_GSTIN'],
  IN_PAN: ['IN_PAN'],
  IN_PASSPORT: ['IN_PASSPORT'],
  IN_VEHICLE_REGISTRATION: ['IN_LICENCE_PLATE'],
  IN_VOTER: ['IN_VOTER'],
  IP_ADDRESS: ['IP_ADDRESS', 'IP_ADDRESS_PRIVATE'],
  IT_DRIVER_LICENSE: ['IT_DRIVING_LICENCE'],
  IT_FISCAL_CODE: ['IT_FISCAL_CODE'],
  IT_IDENTITY_CARD: ['IT_ID_CARD'],
  IT_PASSPORT: ['IT_PASSPORT'],
  IT_VAT_CODE: ['IT_VAT'],
  KR_BRN: ['KR_COMPANY'],
  KR_DRIVER_LICENSE: ['KR_DRIVING_LICENCE'],
  KR_FRN: ['KR_FRN'],
  KR_PASSPORT: ['KR_PASSPORT'],
  KR_RRN: ['KR_RRN'],
  MAC_ADDRESS: ['MAC_ADDRESS'],
  MEDICAL_LICENSE: ['US_DEA'],
  NG_NIN: ['NG_NIN'],
  NG_VEHICLE_REGISTRATION: ['NG_LICENCE_PLATE'],
  PH_MOBILE_NUMBER: ['PHONE'],
  PH_TIN: ['PH_TIN'],
  PHONE_NUMBER: ['PHONE'],
  PL_PESEL: ['PL_PESEL'],
  SE_ORGANISATIONSNUMMER: ['SE_COMPANY'],
  SE_PERSONNUMMER: ['SE_PERSONAL'],
  SG_NRIC_FIN: ['SG_NRIC'],
  SG_UEN: ['SG_UEN'],
  TH_TNIN: ['TH_NATIONAL'],
  TR_LICENSE_PLATE: ['TR_LICENCE_PLATE'],
  TR_NATIONAL_ID: ['TR_NATIONAL_ID'],
  TR_PHONE_NUMBER: ['PHONE'],
  UK_DRIVING_LICENCE: ['GB_DRIVING_LICENCE'],
  UK_NHS: ['GB_NHS'],
  UK_NINO: ['GB_NATIONAL_INSURANCE'],
  UK_PASSPORT: ['GB_PASSPORT'],
  UK_POSTCODE: ['POSTCODE', 'POSTAL_ADDRESS'],
  UK_VEHICLE_REGISTRATION: ['GB_LICENCE_PLATE'],
  URL: ['URL', 'PROFILE_LINK'],
  US_BANK_NUMBER: ['US_BANK_ACCOUNT'],
  US_DRIVER_LICENSE: ['US_DRIVING_LICENCE'],
  US_ITIN: ['US_ITIN'],
  US_MBI: ['US_MEDICARE'],
  US_NPI: ['US_NPI'],
  US_PASSPORT: ['US_PASSPORT'],
  US_SSN: ['US_SSN'],
  ZA_ID_NUMBER: ['ZA_ID'],
};

/** Entities of Presidio that are not looked for as such, and why; their positives are shown and not counted. */
export const DECIDED: Readonly<Record<string, string>> = {
  URL: 'an address of the web is no personal datum; profiles of people are (PROFILE_LINK)',
};

/** Single cases that stay as they are, by entity and text, and why. They count like any other. */
export const DECIDED_CASES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  DE_PASSPORT: { L01X00T44: 'German passports begin with C, F, G, H, J or K; the same text is labelled an identity card, too' },
  DE_VAT_ID: {
    DE123456789: 'wrong check digit (ISO 7064 MOD 11,10); the same text is labelled a negative, too',
    DE987654321: 'wrong check digit (ISO 7064 MOD 11,10); the same text is labelled a negative, too',
    DE100000001: 'wrong check digit (ISO 7064 MOD 11,10); the same text is labelled a negative, too',
    'DE 136-695.976': 'three different separators in one number',
  },
  IBAN_CODE: {
    'LV80 bANK 0000 4351 9500 1': 'right check digits; people write small letters',
    'Slash as iban separator: AL47/2121/1009/0000/0002/3569/8741': 'right check digits; it is an IBAN, however it is parted',
  },
  PH_MOBILE_NUMBER: {
    '917 123 4567': 'a number of New York',
    '917-123-4567': 'a number of New York',
    '0917123456': 'has the length of numbers of other countries',
  },
  PH_TIN: { 'Invalid TIN 000-123-457-000': 'the tax office does not publish how the check digit is made' },
  PHONE_NUMBER: {
    'My US number is (415) 555-0132, and my international one is415-555-0132': 'glued to a word, as the numbers of parts and orders are',
    'My US number is (415) 555-0132, and my international one is 91-415-555-0132':
      'a calling code without + and no word for a telephone near it',
  },
  UK_NINO: { 'Here is my National Insurance Number YZ 61 48 68 B': 'the label begins with the space before the number' },
  US_DRIVER_LICENSE: { H12234567: 'a letter and eight digits may be anything; a word for it is needed' },
};

/** One unit case: a text in which something of an entity is, or is not. */
export interface PiiCase {
  readonly text: string;
  readonly label: 'positive' | 'negative';
  readonly entity: string;
  readonly count: number;
  readonly spans: readonly (readonly [number, number])[] | null;
  readonly score: readonly [number, number] | null;
}

/** How sure Presidio's authors expect a case to be: 0.3 and more, unstated, or less. */
export type Strength = 'strong' | 'unstated' | 'weak';

/** One missed case. */
export interface PiiMiss {
  readonly entity: string;
  readonly text: string;
  readonly strength: Strength | 'negative';
  readonly found: readonly string[];
  /** Why it stays so, where that was decided. */
  readonly decided: string | null;
}

/** Counts for one of Presidio's entities. */
export interface PiiResult {
  readonly entity: string;
  readonly positives: Record<Strength, number>;
  /** Right type, first or among the alternatives, and exact spans. */
  readonly found: Record<Strength, number>;
  /** The same, and named first. */
  readonly first: Record<Strength, number>;
  readonly negatives: number;
  /** Negatives in which something of this type is reported at all, and at acting confidence. */
  flagged: number;
  acted: number;
}

/** What was measured. */
export interface PiiMeasured {
  readonly results: readonly PiiResult[];
  readonly missed: readonly PiiMiss[];
}

/** Reads the unit cases of Presidio's pattern recognizers. */
export function readCases(folder: string): readonly PiiCase[] {
  const lines = readFileSync(join(folder, 'pii/presidio-tests.jsonl'), 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as PiiCase);
}

export function strengthOf({ score }: PiiCase): Strength {
  return score === null ? 'unstated' : score[1] >= 0.3 && score[0] >= 0.3 ? 'strong' : 'weak';
}

/** Measures the unit cases of Presidio's pattern recognizers: what is reported at any confidence counts, because most cases are bare values. */
export function measurePii(folder: string, scan: (text: string) => readonly Finding[], acting: number): PiiMeasured {
  const byEntity = new Map<string, PiiResult>();
  const missed: PiiMiss[] = [];
  for (const each of readCases(folder)) {
    const result = byEntity.get(each.entity) ?? emptyResult(each.entity);
    byEntity.set(each.entity, result);
    const ours = OURS[each.entity] ?? [];
    const findings = scan(each.text);
    const isOurs = (finding: Finding): boolean => [finding.entity, ...(finding.also ?? [])].some((entity) => ours.includes(entity));
    const named = findings.filter(isOurs);
    const decided = DECIDED_CASES[each.entity]?.[each.text] ?? null;
    const describe = findings.map(
      ({ entity, also, confidence, span }) =>
        `${entity}${also ? `(${also.join(' ')})` : ''} ${confidence} ${JSON.stringify(each.text.slice(span.start, span.end))}`,
    );
    if (each.label === 'negative') {
      (result as { negatives: number }).negatives++;
      if (named.length > 0) {
        result.flagged++;
        missed.push({ entity: each.entity, text: each.text, strength: 'negative', found: describe, decided });
      }
      if (named.some(({ confidence }) => confidence >= acting)) result.acted++;
      continue;
    }
    const strength = strengthOf(each);
    result.positives[strength]++;
    const covers = (list: readonly Finding[]): boolean =>
      each.spans === null
        ? list.length >= Math.min(each.count, 1)
        : each.spans.every(([start, end]) => list.some(({ span }) => span.start === start && span.end === end));
    if (covers(named)) result.found[strength]++;
    else missed.push({ entity: each.entity, text: each.text, strength, found: describe, decided });
    if (covers(named.filter(({ entity }) => ours.includes(entity)))) result.first[strength]++;
  }
  return { results: [...byEntity.values()], missed };
}

function emptyResult(entity: string): PiiResult {
  const zero = (): Record<Strength, number> => ({ strong: 0, unstated: 0, weak: 0 });
  return { entity, positives: zero(), found: zero(), first: zero(), negatives: 0, flagged: 0, acted: 0 };
}
