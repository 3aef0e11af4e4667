import { type Check, dated, divides, every, isDay, luhn, plausible, weighted, within } from './check-digits.ts';
import type { Identifier } from './identifier.ts';

/** The personal identity code: the sign for the century is part of it. */
const finnish: Check = (value) => {
  const digits = value.slice(0, 6) + value.slice(-4, -1);
  return '0123456789ABCDEFHJKLMNPRSTUVWXY'[Number(digits) % 31] === value.slice(-1) && Number(value.slice(-4, -1)) > 1;
};

/** Coordination numbers have 60 added to the day; ten or twelve digits. */
const swedishBirth: Check = (value) => {
  const short = value.slice(-10);
  const day = Number(short.slice(4, 6));
  const year = value.length > 10 ? Number(value.slice(0, 4)) : Number(short.slice(0, 2));
  return (value.length === 10 || (year >= 1880 && year <= 2035)) && isDay(year, Number(short.slice(2, 4)), day > 60 ? day - 60 : day);
};
const lastTenLuhn: Check = (value) => luhn(value.slice(-10));
/** The third digit of a company is 2 or more, so that it is no month. */
const swedishCompany: Check = (value) => luhn(value) && Number(value[2]) >= 2;

/** D-numbers have 40 added to the day, synthetic ones 80 to the month. */
const norwegianBirth: Check = (value) =>
  isDay(Number(value.slice(4, 6)), Number(value.slice(2, 4)) % 40, Number(value.slice(0, 2)) % 40 || Number(value.slice(0, 2)));

/** Estonia and Lithuania: two rounds of weights, modulo 11. */
const baltic: Check = (value) => {
  const first = weighted(value, [1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11;
  const second = weighted(value, [3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11;
  return Number(value[10]) === (first < 10 ? first : second % 10);
};

const estonianCompany: Check = (value) => {
  const first = weighted(value, [1, 2, 3, 4, 5, 6, 7]) % 11;
  const second = weighted(value, [3, 4, 5, 6, 7, 8, 9]) % 11;
  return Number(value[7]) === (first < 10 ? first : second % 10);
};

const latvianPerson: Check = (value) =>
  /^3[2-9]/.test(value) || (dated('ddmmyy')(value) && (1101 - weighted(value, [1, 6, 3, 7, 9, 10, 5, 8, 4, 2])) % 11 === Number(value[10]));

const lithuanianVat: Check = (value) => {
  const digits = value.slice(2);
  const last = digits.length - 1;
  const weights = (from: number): number[] => Array.from({ length: last }, (_, i) => ((from + i - 1) % 9) + 1);
  const first = weighted(digits, weights(1)) % 11;
  const second = weighted(digits, weights(3)) % 11;
  return digits[last - 1] === '1' && Number(digits[last]) === (first < 10 ? first : second % 10);
};

const icelandicBirth: Check = (value) => {
  const day = Number(value.slice(0, 2));
  return isDay(Number(value.slice(4, 6)), Number(value.slice(2, 4)), day > 40 ? day - 40 : day);
};

/** Denmark, Estonia, Finland, Iceland, Latvia, Lithuania, Norway, Sweden, Faroe Islands. */
// biome-ignore format: one line is one identifier
export default [
  ['dk-cpr', 'national', 'C', 'dddddd-dddd', 'cpr,cpr-nummer,cpr-nr,personnummer,cpr nummer,centrale personregister', 'CPR-nummer', 'https://cpr.dk', every(dated('ddmmyy'), plausible)],
  ['dk-company', 'company', 'C', 'dd dd dd dd', 'cvr,cvr-nummer,cvr-nr,virksomhed', 'CVR-nummer', 'oecd', every(divides('2 7 6 5 4 3 2 1', 11), plausible)],
  ['dk-vat', 'vat', 'A', 'DK dd dd dd dd', 'moms,momsnummer,vat', 'Momsnummer', 'vies', within(2, undefined, divides('2 7 6 5 4 3 2 1', 11))],
  ['dk-passport', 'passport', 'D', 'ddddddddd', 'pas,pasnummer,dansk pas', 'Pas', 'prado', plausible],
  ['dk-driving-licence', 'licence', 'D', 'dddddddd', 'kørekort,kørekortnummer', 'Kørekort', 'prado', plausible],
  ['ee-personal', 'national', 'B', '[1-8]dddddddddd', 'isikukood,personal identification code,id-kood,maksukohustuslase identifitseerimisnumber', 'Isikukood', 'eu-tin', every(baltic, dated('yymmdd', 1))],
  ['ee-company', 'company', 'D', 'dddddddd', 'registrikood,äriregister,registry code', 'Registrikood', 'gleif', every(plausible, estonianCompany)],
  ['ee-vat', 'vat', 'A', 'EE ddddddddd', 'kmkr,käibemaks,vat', 'Käibemaksukohustuslase number', 'vies', within(2, undefined, divides('3 7 1 3 7 1 3 7 1', 10))],
  ['ee-passport', 'passport', 'D', 'aaddddddd|aadddddddd', 'pass,passi number,id-kaart,dokumendi number', 'Pass, isikutunnistus', 'prado'],
  ['fi-hetu', 'national', 'A', '!dddddd-dddx|!dddddd+dddx|dddddd[A-FU-Y]dddx', 'henkilötunnus,hetu,personbeteckning,henkilötunnukseni,sotu,personal identity code,henkilötunnusnumero,henkilökohtainen tunnus,kansallinen henkilötunnus', 'Henkilötunnus', 'https://dvv.fi/en/personal-identity-code', every(finnish, dated('ddmmyy'))],
  ['fi-company', 'company', 'C', '!ddddddd-d', 'y-tunnus,fo-nummer,business id,ytunnus', 'Y-tunnus', 'https://www.ytj.fi', divides('7 9 10 5 8 4 2 1', 11)],
  ['fi-vat', 'vat', 'A', 'FI dddddddd', 'alv,alv-numero,moms,vat', 'ALV-numero', 'vies', within(2, undefined, divides('7 9 10 5 8 4 2 1', 11))],
  ['fi-passport', 'passport', 'D', 'aaddddddd', 'passi,passinumero,pass', 'Passi', 'prado'],
  ['fo-ptal', 'national', 'D', '!dddddd-ddd', 'p-tal,ptal', 'P-tal', 'oecd', dated('ddmmyy')],
  ['is-kennitala', 'national', 'C', 'dddddd-dddd', 'kennitala,kt,kennitölu,kennitalan', 'Kennitala', 'https://www.skra.is', every(divides('3 2 7 6 5 4 3 2 1', 11), icelandicBirth)],
  ['is-vat', 'vat', 'D', 'ddddd|dddddd', 'vsk,vsk-númer,virðisaukaskattur', 'VSK-númer', 'oecd'],
  ['is-passport', 'passport', 'D', 'addddddd', 'vegabréf,vegabréfsnúmer', 'Vegabréf', 'prado'],
  ['lt-personal', 'national', 'B', '[1-6]dddddddddd', 'asmens kodas,personal code,asmens kodo,asmeninis skaitmeninis kodas,mokesčių mokėtojo kodas', 'Asmens kodas', 'eu-tin', every(baltic, dated('yymmdd', 1))],
  ['lt-vat', 'vat', 'A', 'LT ddddddddd|LT dddddddddddd', 'pvm,pvm kodas,pvm mokėtojo kodas,vat', 'PVM mokėtojo kodas', 'vies', lithuanianVat],
  ['lt-passport', 'passport', 'D', 'dddddddd', 'pasas,paso numeris,asmens tapatybės kortelė', 'Pasas', 'prado', plausible],
  ['lv-personal', 'national', 'C', '!dddddd-ddddd|ddddddddddd', 'personas kods,personas koda,personal code,nodokļa numurs,identifikācijas numurs', 'Personas kods', 'eu-tin', every(latvianPerson, plausible)],
  ['lv-vat', 'vat', 'A', 'LV ddddddddddd', 'pvn,pvn numurs,vat', 'PVN reģistrācijas numurs', 'vies', within(2, undefined, (value) => (/^[0-3]/.test(value) ? latvianPerson(value) : (((3 - weighted(value, [9, 1, 4, 8, 3, 10, 2, 5, 7, 6])) % 11) + 11) % 11 === Number(value[10])))],
  ['lv-passport', 'passport', 'D', 'aaddddddd', 'pase,pases numurs,personas apliecība', 'Pase', 'prado'],
  ['no-national', 'national', 'B', 'dddddd ddddd', 'fødselsnummer,personnummer,d-nummer,fnr,fødselsnr,fodselsnummer', 'Fødselsnummer', 'https://www.skatteetaten.no/en/person/national-registry/identitetsnummer/', every(divides('3 7 6 1 8 9 4 5 2 1', 11), divides('5 4 3 2 7 6 5 4 3 2 1', 11), norwegianBirth)],
  ['no-company', 'company', 'C', '[89]dd ddd ddd', 'organisasjonsnummer,orgnr,org.nr,foretaksnummer', 'Organisasjonsnummer', 'https://www.brreg.no', divides('3 2 7 6 5 4 3 2 1', 11)],
  ['no-vat', 'vat', 'A', 'NO [89]ddddddddMVA|[89]dd ddd ddd MVA|NO [89]dd ddd ddd( MVA|MVA)|[89]dd ddd dddMVA', 'mva,merverdiavgift,vat', 'MVA-nummer', 'https://www.brreg.no', (value) => divides('3 2 7 6 5 4 3 2 1', 11)(value.replace(/\D/g, ''))],
  ['no-passport', 'passport', 'D', 'dddddddd|addddddd|aaddddddd', 'pass,passnummer,norsk pass', 'Pass', 'prado', plausible],

  ['se-personal', 'national', 'B', 'dddddd-dddd|!dddddd+dddd|dddddddd-dddd', 'personnummer,pnr,samordningsnummer,personnr,person-nr,personal identity number', 'Personnummer', 'https://www.skatteverket.se', every(lastTenLuhn, swedishBirth, plausible)],
  ['se-company', 'company', 'C', 'dddddd-dddd', 'organisationsnummer,orgnummer,orgnr,org.nr,org nr', 'Organisationsnummer', 'https://www.bolagsverket.se', swedishCompany],
  ['se-vat', 'vat', 'A', 'SE dddddddddd 01|SE dddddd-dddd 01', 'moms,momsregistreringsnummer,vat', 'Momsregistreringsnummer', 'vies', within(2, 12, luhn)],
  ['se-passport', 'passport', 'D', 'dddddddd|aaddddddd', 'passnummer,pass', 'Pass', 'prado', plausible],
  ['se-driving-licence', 'licence', 'D', 'dddddd-dddd', 'körkort,körkortsnummer', 'Körkort', 'prado', every(lastTenLuhn, swedishBirth)],
  ['se-licence-plate', 'vehicle', 'D', 'aaa ddd|aaa dda', 'registreringsnummer,regnr,reg.nr,registreringsskylt', 'Registreringsnummer', 'plates'],
  ['no-licence-plate', 'vehicle', 'D', 'aa ddddd|aa dddd', 'skiltnummer,bilskilt,registreringsnummer,kjennemerke', 'Kjennemerke', 'plates'],
  ['fi-licence-plate', 'vehicle', 'D', '!aaa-ddd|!aa-ddd', 'rekisterinumero,rekisteritunnus,rekkari', 'Rekisteritunnus', 'plates'],
] satisfies readonly Identifier[];
