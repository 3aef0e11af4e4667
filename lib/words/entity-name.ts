import type { Words } from './en.ts';

/** Short words that are written in capitals wherever they stand. */
const CAPITALS = new Set(
  'ABA AI API AWS BIC CI CUSIP DB DNS GCP HMAC IBAN IBM ICCID ID IMEI IMSI IP ISIN JWE JWT LDAP LEI MAC NPM OIDC OVH PAT PGP PIN SAML SDK SEDOL SMTP SQL SSH SSN SSO UPI URI URL VAT VIN VPN'.split(
    ' ',
  ),
);
/** Words of up to so many letters in the name of a country's identifier are short forms (CPF, NINO), but for these. */
const LONGEST_SHORT_FORM = 5;
const WORDS = new Set('ALIEN BANK BIRTH CARD CIVIL CODE MAIL MY NURSE ON PLATE ROLL SORT TAX VISA VOTER WORK'.split(' '));

/**
 * What people call an entity type, in their language. `ORG:<list>` is the organisation's own list, named by its id; the identifier of a country
 * is named by what it is and the country (`BR_CPF`: CPF (Brazil)). A type without words of its own is shown readable, so that a new detector never shows a blank.
 */
export function entityName(words: Pick<Words, 'locale' | 'entities' | 'orgList'>, entity: string): string {
  if (entity.startsWith('ORG:')) return words.orgList(entity.slice('ORG:'.length));
  const known = knownName(words, entity);
  if (known !== undefined) return known;
  const [first = '', ...rest] = entity.split('_');
  const country = rest.length > 0 ? countryName(words.locale, first) : undefined;
  if (country === undefined) return readable(entity.split('_'), (word) => CAPITALS.has(word));
  const isShortForm = (word: string): boolean => CAPITALS.has(word) || (word.length <= LONGEST_SHORT_FORM && !WORDS.has(word));
  return `${knownName(words, rest.join('_')) ?? readable(rest, isShortForm)} (${country})`;
}

function knownName({ entities }: Pick<Words, 'entities'>, entity: string): string | undefined {
  const names: Readonly<Record<string, string>> = entities;
  return Object.hasOwn(names, entity) ? names[entity] : undefined;
}

/** The name of a country by its code (ISO 3166-1 alpha-2); undefined where two letters are none. */
function countryName(locale: string, code: string): string | undefined {
  return /^[A-Z]{2}$/.test(code) ? new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' }).of(code) : undefined;
}

function readable(words: readonly string[], isShortForm: (word: string) => boolean): string {
  const plain = words.map((word) => (isShortForm(word) ? word : word.toLowerCase())).join(' ');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
