import { type Check, divides, every, luhn, plausible, weighted } from './check-digits.ts';
import type { Identifier } from './identifier.ts';

const australianTax = every(divides('1 4 3 7 5 8 6 9 10', 11), plausible);
const australianBusiness: Check = (value) => (weighted(value, [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]) - 10) % 89 === 0 && value[0] !== '0';
const australianCompany: Check = (value) =>
  (10 - (weighted(value, [8, 7, 6, 5, 4, 3, 2, 1]) % 10)) % 10 === Number(value[8]) && !/^0+$/.test(value);
const medicare: Check = (value) => /^[2-6]/.test(value) && weighted(value, [1, 3, 7, 9, 1, 3, 7, 9]) % 10 === Number(value[8]);

const newZealandTax: Check = (value) => {
  const digits = value.padStart(9, '0');
  if (Number(digits) < 10_000_000 || Number(digits) > 150_000_000) return false;
  const rest = (weights: readonly number[]): number => (11 - (weighted(digits, weights) % 11)) % 11;
  const first = rest([3, 2, 7, 6, 5, 4, 3, 2]);
  const last = first === 10 ? rest([7, 4, 3, 2, 5, 2, 7, 6]) : first;
  return last === Number(digits[8]);
};
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
/** Until 2026 three letters and four digits, modulo 11; then letters in sixth and last place, modulo 23. */
const newZealandHealth: Check = (value) => {
  let sum = 0;
  for (let i = 0; i < 6; i++) sum += (LETTERS.indexOf(value[i] ?? '') + 1 || Number(value[i])) * (7 - i);
  if (/\d$/.test(value)) return sum % 11 !== 0 && (11 - (sum % 11)) % 10 === Number(value[6]);
  return LETTERS[23 - (sum % 23) - 1] === value[6];
};

/** Australia, Fiji, New Zealand, Papua New Guinea. */
// biome-ignore format: one line is one identifier
export default [
  ['au-tfn', 'tax', 'C', 'ddd ddd ddd|dddddddd', 'tfn,tax file number,tax file no', 'Tax File Number', 'https://www.ato.gov.au', every(australianTax, plausible)],
  ['au-abn', 'company', 'C', 'dd ddd ddd ddd', 'abn,australian business number', 'Australian Business Number', 'https://abr.business.gov.au/Help/AbnFormat', every(australianBusiness, plausible)],
  ['au-acn', 'company', 'C', 'ddd ddd ddd', 'acn,australian company number', 'Australian Company Number', 'https://asic.gov.au/for-business/registering-a-company/steps-to-register-a-company/australian-company-numbers/australian-company-number-digit-check/', australianCompany],
  ['au-medicare', 'health', 'C', 'dddd ddddd d|dddd ddddd d/d|dddddddddd', 'medicare,medicare number,medicare card', 'Medicare card number', 'https://www.servicesaustralia.gov.au', every(medicare, plausible)],
  ['au-ihi', 'health', 'B', '8003 60dd dddd dddd', 'ihi,individual healthcare identifier', 'Individual Healthcare Identifier', 'https://www.digitalhealth.gov.au', luhn],
  ['au-provider', 'practitioner', 'B', '8003 6[12]dd dddd dddd', 'hpi-i,hpii,hpi-o,healthcare provider identifier', 'Healthcare Provider Identifier', 'https://www.digitalhealth.gov.au', luhn],
  ['au-passport', 'passport', 'D', '[A-Z]ddddddd|[A-Z]{2}ddddddd', 'australian passport', 'Passport', 'https://www.passports.gov.au'],
  ['au-driving-licence', 'licence', 'D', 'd{6,10}|ddd ddd ddd|dddddaa|addddd', 'driver licence,driver’s licence,drivers licence,licence number', 'Driver licence (by state)', 'https://austroads.com.au', plausible],
  ['au-licence-plate', 'vehicle', 'D', 'aaa-ddd|daa-daa|aaa dda|aa dd aa', 'rego,number plate,registration,numberplate', 'Number plate', 'plates'],
  ['au-visa', 'residence', 'D', 'ddddddddddddd', 'visa grant number,visa grant', 'Visa grant number', 'https://immi.homeaffairs.gov.au', plausible],
  ['fj-tin', 'tax', 'D', '!dd-ddddd-d-d|ddddddddd', 'fiji tin,fiji tax', 'TIN', 'oecd', plausible],
  ['nz-ird', 'tax', 'C', 'ddd-ddd-ddd|dd-ddd-ddd', 'ird,ird number,inland revenue,nz ird,ird no', 'IRD number', 'https://www.ird.govt.nz', every(newZealandTax, plausible)],
  ['nz-nhi', 'health', 'B', '[A-HJ-NP-Z]{3}dd(dd|[A-HJ-NP-Z][A-HJ-NP-Z])', 'nhi,nhi number,national health index', 'National Health Index', 'https://www.tewhatuora.govt.nz', newZealandHealth],
  ['nz-passport', 'passport', 'D', '[A-Z]{2}dddddd|[A-Z]dddddd', 'new zealand passport,nz passport', 'Passport', 'https://www.passports.govt.nz'],
  ['nz-driving-licence', 'licence', 'D', '[A-Z]{2}dddddd', 'driver licence,driver’s licence,licence number', 'Driver licence', 'https://www.nzta.govt.nz'],
  ['nz-business', 'company', 'S', '942900ddddddd|94290ddddddddd', 'nzbn,new zealand business number', 'NZBN', 'https://www.nzbn.govt.nz'],
  ['nz-social-welfare', 'social', 'D', 'ddd-ddd-ddd', 'swn,social welfare number,social welfare no,work and income', 'Social welfare number', 'https://www.workandincome.govt.nz', plausible],
  ['pg-tin', 'tax', 'D', 'ddddddddd', 'papua new guinea tin,irc tin', 'TIN', 'oecd', plausible],
] satisfies readonly Identifier[];
