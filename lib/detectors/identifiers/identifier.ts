/** What kind of document an identifier stands on. */
export type Kind =
  | 'national'
  | 'tax'
  | 'social'
  | 'health'
  | 'passport'
  | 'licence'
  | 'residence'
  | 'voter'
  | 'company'
  | 'vat'
  | 'vehicle'
  | 'practitioner'
  | 'account'
  | 'security'
  | 'device'
  | 'patient';

/**
 * How much the identifier proves by itself, without a word that names it:
 * - `A` letters and a check character: acted on wherever it stands
 * - `B` a check that hardly any number passes by chance: acted on when it is written in its usual groups
 * - `C` a check that one number in ten or so passes: reported as possible only
 * - `S` a shape without a check, rare enough to be reported as possible where it is all that the text holds
 * - `D` a plain number: nothing without its word
 *
 * With `?` a check that fails does not rule it out near its word (older issues have none, or examples are made up).
 */
export type Proof = 'A' | 'B' | 'C' | 'S' | 'D' | 'A?' | 'B?' | 'C?' | 'S?';

/**
 * One identifier of one country.
 *
 * - `id`: country (ISO 3166-1 alpha-2, small letters; `xx` for none) and name; the entity is the same in capitals with underscores.
 * - `form`: `d` digit, `a` letter, `x` either, `[…]` one of these, `{n}` and `{m,n}` repeat what stands before; capitals and digits stand for themselves. Space, `-`,
 *   `.`, `/` part groups: each may be any one separator, the same throughout where the form says the same, and all may be left out. Alternatives are parted by `|`; one
 *   that begins with `!` is written exactly so.
 * - `words`: what people call it, in the country's languages, parted by commas; white space, case and hyphens do not matter.
 * - `name`: what the issuer calls it.
 * - `source`: a key of `SOURCES`, or an address.
 * - `check`: what holds for every issued one; null where the structure is impossible, which no `?` forgives.
 */
export type Identifier = readonly [
  id: string,
  kind: Kind,
  proof: Proof,
  form: string,
  words: string,
  name: string,
  source: string,
  check?: (value: string) => boolean | null,
];

/** Where several identifiers are described together. */
export const SOURCES: Readonly<Record<string, string>> = {
  oecd: 'OECD, tax identification numbers by jurisdiction: https://www.oecd.org/en/networks/global-forum-tax-transparency/resources/aeoi-implementation-portal/tax-identification-numbers.html',
  'eu-tin': 'European Commission, TIN algorithms (public): https://ec.europa.eu/taxation_customs/tin/',
  vies: 'European Commission, VIES, structure of VAT numbers: https://ec.europa.eu/taxation_customs/vies/',
  prado: 'Council of the European Union, PRADO, public register of identity and travel documents: https://www.consilium.europa.eu/prado/',
  icao: 'ICAO Doc 9303, machine readable travel documents, and the issuing authority: https://www.icao.int/publications/doc-series/doc-9303',
  isa: 'National Identification Number, by country: https://en.wikipedia.org/wiki/National_identification_number',
  plates: 'Vehicle registration plates, by country: https://en.wikipedia.org/wiki/Vehicle_registration_plate',
  gleif: 'GLEIF, registration authorities list: https://www.gleif.org/en/lei-data/code-lists/gleif-registration-authorities-list',
};
