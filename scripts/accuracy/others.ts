import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../stamp.ts';

/** What another program found, in its own words. */
export interface OtherFound {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

/** Another program that finds personal data, as it is without settings. */
export interface Other {
  /** With its version. */
  readonly name: string;
  readonly find: (text: string) => Promise<readonly OtherFound[]>;
  /** Its types for names; empty where it knows none. */
  readonly names: Readonly<Record<string, 'PERSON' | 'LOCATION' | 'ORGANISATION'>>;
  /** Its types for the same as Presidio's entities: only one of these is wrong in that entity's negatives. */
  readonly same: Readonly<Record<string, string>>;
}

/** Stands for what a redactor took out; no text holds it. */
const TAKEN = '\u{f8ff}';

/** Where a redactor took something out, by what it left: each piece that stayed is the next of its kind in the text. */
export function taken(text: string, redacted: string): readonly Pick<OtherFound, 'start' | 'end'>[] {
  const [first = '', ...pieces] = redacted.split(TAKEN);
  const found: Pick<OtherFound, 'start' | 'end'>[] = [];
  let at = first.length;
  for (const [index, piece] of pieces.entries()) {
    const isLast = index === pieces.length - 1;
    const next = isLast ? text.length - piece.length : text.indexOf(piece, at + 1);
    found.push({ start: at, end: next });
    at = next + piece.length;
  }
  return found;
}

/** A redactor asked rule by rule, so that it says what it took and no rule hides another. */
function byRule(rules: readonly (readonly [type: string, redact: (text: string) => string])[]): Other['find'] {
  return async (text) => rules.flatMap(([type, redact]) => taken(text, redact(text)).map((span) => ({ type, ...span })));
}

function named(name: string): string {
  const { version }: { readonly version: string } = JSON.parse(readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8'));
  return `${name} ${version}`;
}

async function redactPii(): Promise<Other> {
  const { SyncRedactor } = await import('redact-pii');
  const types = [
    'creditCardNumber',
    'streetAddress',
    'zipcode',
    'phoneNumber',
    'ipAddress',
    'usSocialSecurityNumber',
    'emailAddress',
    'username',
    'password',
    'credentials',
    'digits',
    'url',
    'names',
  ] as const;
  const rules = types.map((type) => {
    const off = Object.fromEntries(types.filter((each) => each !== type).map((each) => [each, { enabled: false }]));
    const redactor = new SyncRedactor({ globalReplaceWith: TAKEN, builtInRedactors: off });
    return [type, redactor.redact.bind(redactor)] as const;
  });
  return {
    name: named('redact-pii'),
    find: byRule(rules),
    names: { names: 'PERSON' },
    same: {
      CREDIT_CARD: 'creditCardNumber',
      PHONE_NUMBER: 'phoneNumber',
      PH_MOBILE_NUMBER: 'phoneNumber',
      TR_PHONE_NUMBER: 'phoneNumber',
      IP_ADDRESS: 'ipAddress',
      US_SSN: 'usSocialSecurityNumber',
      EMAIL_ADDRESS: 'emailAddress',
      DE_PLZ: 'zipcode',
      URL: 'url',
    },
  };
}

async function redactpiiNode(): Promise<Other> {
  const { Redactor } = await import('@redactpii/node');
  const rules = (['CREDIT_CARD', 'EMAIL', 'NAME', 'PHONE', 'SSN'] as const).map((type) => {
    const redactor = new Redactor({ rules: { [type]: true }, globalReplaceWith: TAKEN });
    return [type, (text: string) => redactor.redact(text)] as const;
  });
  return {
    name: named('@redactpii/node'),
    find: byRule(rules),
    names: { NAME: 'PERSON' },
    same: {
      CREDIT_CARD: 'CREDIT_CARD',
      EMAIL_ADDRESS: 'EMAIL',
      PHONE_NUMBER: 'PHONE',
      PH_MOBILE_NUMBER: 'PHONE',
      TR_PHONE_NUMBER: 'PHONE',
      US_SSN: 'SSN',
    },
  };
}

async function openRedaction(): Promise<Other> {
  const { OpenRedaction } = await import('@openredaction/core');
  const redaction = new OpenRedaction({ enableCache: false });
  return {
    name: named('@openredaction/core'),
    find: async (text) => (await redaction.detect(text)).detections.map(({ type, position: [start, end] }) => ({ type, start, end })),
    names: { NAME: 'PERSON' },
    same: {
      ABA_ROUTING_NUMBER: 'ROUTING_NUMBER_US',
      AU_MEDICARE: 'AUSTRALIAN_MEDICARE',
      AU_TFN: 'AUSTRALIAN_TFN',
      CA_SIN: 'SIN_CA CANADIAN_SIN',
      CREDIT_CARD: 'CREDIT_CARD',
      CRYPTO: 'BITCOIN_ADDRESS ETHEREUM_ADDRESS LITECOIN_ADDRESS SOLANA_ADDRESS',
      DATE_TIME: 'DATE DATE_OF_BIRTH',
      DE_KFZ: 'GERMAN_LICENSE_PLATE',
      DE_PLZ: 'ZIP_CODE_US',
      DE_TAX_ID: 'GERMAN_TAX_ID',
      DE_VAT_ID: 'VAT_NUMBER',
      EMAIL_ADDRESS: 'EMAIL',
      ES_NIF: 'SPANISH_DNI',
      IBAN_CODE: 'IBAN UK_BANK_ACCOUNT_IBAN',
      IN_AADHAAR: 'INDIAN_AADHAAR',
      IP_ADDRESS: 'IPV4 IPV6',
      IT_FISCAL_CODE: 'ITALIAN_FISCAL_CODE',
      IT_VAT_CODE: 'VAT_NUMBER',
      KR_RRN: 'SOUTH_KOREAN_RRN',
      MAC_ADDRESS: 'MAC_ADDRESS',
      MEDICAL_LICENSE: 'DEA_NUMBER',
      NG_NIN: 'NIGERIA_NIN',
      PH_MOBILE_NUMBER: 'PHONE_US PHONE_UK PHONE_UK_MOBILE PHONE_INTERNATIONAL',
      PHONE_NUMBER: 'PHONE_US PHONE_UK PHONE_UK_MOBILE PHONE_INTERNATIONAL',
      PL_PESEL: 'POLISH_PESEL',
      SG_NRIC_FIN: 'SINGAPORE_NRIC',
      TH_TNIN: 'THAILAND_NATIONAL_ID',
      TR_NATIONAL_ID: 'TURKEY_ID',
      TR_PHONE_NUMBER: 'PHONE_US PHONE_UK PHONE_UK_MOBILE PHONE_INTERNATIONAL',
      UK_DRIVING_LICENCE: 'DRIVING_LICENSE_UK',
      UK_NHS: 'NHS_NUMBER',
      UK_NINO: 'NATIONAL_INSURANCE_UK',
      UK_PASSPORT: 'PASSPORT_UK',
      UK_POSTCODE: 'POSTCODE_UK',
      UK_VEHICLE_REGISTRATION: 'UK_LICENSE_PLATE',
      US_DRIVER_LICENSE: 'DRIVING_LICENSE_US',
      US_ITIN: 'ITIN',
      US_NPI: 'NPI_NUMBER',
      US_PASSPORT: 'PASSPORT_US',
      US_SSN: 'SSN',
      ZA_ID_NUMBER: 'SOUTH_AFRICA_ID',
    },
  };
}

interface Places {
  readonly json: (options: object) => readonly { readonly offset: { readonly start: number; readonly length: number } }[];
}

async function compromise(): Promise<Other> {
  const { default: nlp } = await import('compromise');
  return {
    name: named('compromise'),
    async find(text) {
      const document = nlp(text);
      const lists = {
        people: document.people(),
        places: document.places(),
        organizations: document.organizations(),
        emails: document.emails(),
        phoneNumbers: document.phoneNumbers(),
        urls: document.urls(),
      };
      return Object.entries(lists).flatMap(([type, list]) =>
        (list as unknown as Places).json({ offset: true, terms: false, text: false }).flatMap(({ offset: { start, length } }) => {
          const raw = text.slice(start, start + length);
          // Its terms hold the punctuation round them.
          const value = raw.replace(/^[^\p{L}\p{N}+(]+|[^\p{L}\p{N}.]+$|(?<!\.\p{L})\.$/gu, '');
          const from = start + raw.indexOf(value);
          return value === '' ? [] : [{ type, start: from, end: from + value.length }];
        }),
      );
    },
    names: { people: 'PERSON', places: 'LOCATION', organizations: 'ORGANISATION' },
    same: {
      EMAIL_ADDRESS: 'emails',
      PHONE_NUMBER: 'phoneNumbers',
      PH_MOBILE_NUMBER: 'phoneNumbers',
      TR_PHONE_NUMBER: 'phoneNumbers',
      URL: 'urls',
    },
  };
}

/** Loads all of them. */
export function loadOthers(): Promise<readonly Other[]> {
  return Promise.all([redactPii(), redactpiiNode(), openRedaction(), compromise()]);
}
