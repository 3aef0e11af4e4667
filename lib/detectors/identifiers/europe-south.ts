import {
  type Check,
  dated,
  divides,
  every,
  isDay,
  keyed,
  luhn,
  missing,
  mod11x10,
  plausible,
  rank,
  weighted,
  within,
} from './check-digits.ts';
import type { Identifier } from './identifier.ts';

const SPANISH = 'TRWAGMYFPDXBNJZSQVHLCKE';
/** The letter for the number modulo 23. Foreigners begin with X, Y or Z for 0, 1 or 2; K, L and M, for those without either card, do not count. */
const spanishPerson: Check = (value) => {
  const number = value
    .slice(0, -1)
    .replace(/^[KLM]/, '')
    .replace(/^[XYZ]/, (letter) => String('XYZ'.indexOf(letter)));
  return SPANISH[Number(number) % 23] === value.slice(-1);
};

const spanishCompany: Check = (value) => {
  let sum = 0;
  for (let i = 1; i < 8; i++) {
    const product = Number(value[i]) * (i % 2 === 1 ? 2 : 1);
    sum += Math.floor(product / 10) + (product % 10);
  }
  const rest = (10 - (sum % 10)) % 10;
  return value[8] === String(rest) || value[8] === 'JABCDEFGHI'[rest];
};

const spanishSecurity: Check = (value) => {
  const number = Number(value.slice(2, 10));
  const whole = number < 10_000_000 ? Number(value.slice(0, 2)) * 10_000_000 + number : Number(value.slice(0, 10));
  return (
    (whole % 97 === Number(value.slice(10)) || Number(value.slice(0, 10)) % 97 === Number(value.slice(10))) &&
    Number(value.slice(0, 2)) > 0 &&
    Number(value.slice(0, 2)) <= 66
  );
};

/** What characters in odd places count for; in even places they count their value. */
const ITALIAN_ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
const italianPerson: Check = (value) => {
  let sum = 0;
  for (let i = 0; i < 15; i++) {
    const own = rank(value[i] ?? '0');
    const index = own > 9 ? own - 10 : own;
    sum += i % 2 === 0 ? (ITALIAN_ODD[index] ?? 0) : index;
  }
  return String.fromCharCode(65 + (sum % 26)) === value[15];
};
/** Behind the serial number stands the province of the office, 001 to 100 and a few others. */
const italianCompany: Check = (value) => {
  const digits = value.replace('IT', '');
  const office = Number(digits.slice(7, 10));
  return luhn(digits) && !digits.startsWith('0000000') && ((office > 0 && office < 101) || [120, 121, 888, 999].includes(office));
};

const portugueseCard: Check = (value) => {
  let sum = 0;
  for (let i = 0; i < 12; i++) {
    const double = rank(value[i] ?? '0') * (i % 2 === 0 ? 2 : 1);
    sum += i % 2 === 0 && double > 9 ? double - 9 : double;
  }
  return sum % 10 === 0;
};
/** First digits by kind of taxpayer; 45 and those from 70 on stand for people who live abroad, inheritances, funds and what the office numbers itself. */
const portugueseTax = every(keyed('9 8 7 6 5 4 3 2', 11, missing(11)), (value) => /^(?:[1235689]|45|7[0-24-57-9])/.test(value), plausible);

const greekTax: Check = (value) => (weighted(value, [256, 128, 64, 32, 16, 8, 4, 2]) % 11) % 10 === Number(value[8]);

/** Serbia and its neighbours: date, place of the registration, serial number, check digit. */
const yugoslav = (from: number, to: number): Check =>
  every(divides('7 6 5 4 3 2 7 6 5 4 3 2 1', 11), (value) => {
    const place = Number(value.slice(7, 9));
    const year = Number(value.slice(4, 7));
    return place >= from && place <= to && isDay(year, Number(value.slice(2, 4)), Number(value.slice(0, 2))) && (year > 880 || year < 36);
  });

const cypriot: Check = (value) => {
  const odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];
  let sum = 0;
  for (let i = 0; i < 8; i++) sum += i % 2 === 0 ? (odd[Number(value[i])] ?? 0) : Number(value[i]);
  return String.fromCharCode(65 + (sum % 26)) === value[8];
};

/** Albania, Andorra, Bosnia and Herzegovina, Croatia, Cyprus, Greece, Italy, Kosovo, Malta, Montenegro, North Macedonia, Portugal, San Marino, Serbia, Slovenia, Spain. */
// biome-ignore format: one line is one identifier
export default [
  ['ad-nrt', 'tax', 'S', 'a-dddddd-a', 'nrt,número de registre tributari', 'Número de Registre Tributari', 'oecd', (value) => /^[ACDEFGLOPU]/.test(value)],
  ['al-nid', 'national', 'S', '[A-T]dddddddd[A-W]', 'numri personal,nid,numri i identitetit,letërnjoftim,nipt', 'Numri personal', 'oecd', (value) => Number(value.slice(3, 5)) % 50 <= 12],
  ['ba-jmbg', 'national', 'B', 'ddddddddddddd', 'jmbg,jedinstveni matični broj,jmb', 'Jedinstveni matični broj', 'isa', yugoslav(10, 19)],
  ['cy-tin', 'tax', 'C', 'dddddddda', 'α.φ.μ,αφμ,tic,tax identification code,αριθμός φορολογικού μητρώου,κωδικός φορολογικού μητρώου,φορολογική ταυτότητα,vergi kimlik kodu', 'Αριθμός Φορολογικού Μητρώου', 'oecd', cypriot],
  ['cy-vat', 'vat', 'A', 'CY dddddddda', 'φπα,vat', 'Αριθμός Εγγραφής Φ.Π.Α.', 'vies', within(2, undefined, cypriot)],
  ['cy-id-card', 'national', 'D', 'd{6,8}', 'δελτίο ταυτότητας,αριθμός ταυτότητας,kimlik kartı', 'Δελτίο Ταυτότητας', 'prado'],
  ['es-dni', 'national', 'B', 'dddddddd-a|!dd.ddd.ddd-a|ddddddd-a|[KLM]ddddddd-a', 'dni,nif,documento nacional de identidad,número de identificación fiscal,d.n.i,número nacional de identidad', 'DNI, NIF', 'https://www.interior.gob.es/opencms/es/servicios-al-ciudadano/tramites-y-gestiones/dni/calculo-del-digito-de-control-del-nif-nie/', spanishPerson],
  ['es-nie', 'residence', 'A', '[XYZ]-ddddddd-a|[XYZ]ddddddd-a', 'nie,número de identidad de extranjero,número de identificación de extranjero,tarjeta de residencia', 'NIE', 'https://www.interior.gob.es/opencms/es/servicios-al-ciudadano/tramites-y-gestiones/dni/calculo-del-digito-de-control-del-nif-nie/', spanishPerson],
  ['es-cif', 'company', 'C', '[A-HJNP-SUVW]-ddddddd-x', 'cif,nif,código de identificación fiscal,n.i.f', 'NIF de persona jurídica', 'https://sede.agenciatributaria.gob.es', spanishCompany],
  ['es-vat', 'vat', 'A', 'ES xdddddddx', 'nif-iva,iva,vat', 'NIF-IVA', 'vies', within(2, undefined, (value) => (/^(?:[A-HJNP-SUVW]|[KLMXYZ\d].*[A-Z]$)/.test(value) && (/^[A-HJNP-SUVW]/.test(value) ? spanishCompany(value) : spanishPerson(value))))],
  ['es-social-security', 'social', 'C', 'dd dddddddd dd|dd/dddddddd/dd|dd/dddddddddd', 'seguridad social,nss,naf,afiliación,número de afiliación,número de la seguridad social,nº ss,n ss,num ss,nº seguridad social,número de afiliación a la seguridad social', 'Número de la Seguridad Social', 'https://www.seg-social.es', spanishSecurity],
  ['es-passport', 'passport', 'D', 'aaadddddd|aadddddd', 'pasaporte,número de pasaporte', 'Pasaporte', 'prado'],
  ['es-licence-plate', 'vehicle', 'D', 'dddd [BCDFGHJ-NPR-TV-Z]{3}', 'matrícula,placa,vehículo', 'Matrícula', 'plates'],
  ['es-health-card', 'health', 'D', '[A-Z]{4}d{10}', 'tarjeta sanitaria,cip,cip-sns,tsi', 'Tarjeta sanitaria individual', 'https://www.sanidad.gob.es'],
  ['gr-amka', 'social', 'B', 'ddddddddddd', 'αμκα,amka,α.μ.κ.α,αριθμός μητρώου κοινωνικής ασφάλισης,αριθμού μητρώου κοινωνικής ασφάλισης', 'ΑΜΚΑ', 'https://www.amka.gr', every(luhn, dated('ddmmyy'), plausible)],
  ['gr-tax', 'tax', 'C', 'ddddddddd', 'αφμ,afm,α.φ.μ,αριθμός φορολογικού μητρώου,tax registry number,tax registry no', 'ΑΦΜ', 'oecd', every(greekTax, plausible)],
  ['gr-vat', 'vat', 'A', 'EL ddddddddd', 'φπα,vat,αφμ', 'ΑΦΜ (ΦΠΑ)', 'vies', within(2, undefined, greekTax)],
  ['gr-id-card', 'national', 'D', '[ABEHIKMNOPTXYZ]{1,2} dddddd', 'ταυτότητα,αδτ,αριθμός ταυτότητας,δελτίο ταυτότητας,greek id,tautotita', 'Δελτίο Αστυνομικής Ταυτότητας', 'prado'],
  ['gr-passport', 'passport', 'D', 'aaddddddd', 'διαβατήριο,αριθμός διαβατηρίου', 'Διαβατήριο', 'prado'],
  ['hr-oib', 'national', 'C', 'ddddddddddd', 'oib,osobni identifikacijski broj,porezni identifikacijski broj,porezni broj', 'OIB', 'https://www.porezna-uprava.hr', every(mod11x10, plausible)],
  ['hr-vat', 'vat', 'A', 'HR ddddddddddd', 'pdv,pdv id,oib,vat', 'PDV ID broj', 'vies', within(2, undefined, mod11x10)],
  ['hr-jmbg', 'national', 'B', 'ddddddddddddd', 'jmbg,matični broj građana', 'JMBG', 'isa', yugoslav(30, 39)],
  ['hr-mbo', 'health', 'D', 'ddddddddd', 'mbo,hzzo,matični broj osigurane osobe,zdravstvena iskaznica', 'MBO', 'https://hzzo.hr', plausible],
  ['hr-id-card', 'national', 'D', 'ddddddddd', 'osobna iskaznica,broj osobne', 'Osobna iskaznica', 'prado', plausible],
  ['it-fiscal-code', 'tax', 'A?', 'a{6}[0-9L-NP-V]{2}[A-EHLMPRST][0-9L-NP-V]{2}a[0-9L-NP-V]{3}a|aaa aaa [0-9L-NP-V]{2}[A-EHLMPRST][0-9L-NP-V]{2} a[0-9L-NP-V]{3}a', 'codice fiscale,cod. fisc,c.f,cf,codfisc,fiscal code,codice fiscal', 'Codice fiscale', 'https://www.agenziaentrate.gov.it', italianPerson],
  ['it-vat', 'vat', 'C', 'ddddddddddd|IT ddddddddddd|dddddddd ddd', 'partita iva,p.iva,p. iva,piva,iva,vat', 'Partita IVA', 'vies', italianCompany],
  ['it-id-card', 'national', 'D', 'aaddddddd|ddddddd aa|aaddddd aa|aa ddddddd|aadddddaa', 'carta d’identità,carta di identità,carta identità,cie,c.i', 'Carta d’identità', 'prado'],
  ['it-passport', 'passport', 'D', 'aaddddddd', 'passaporto,numero di passaporto,passaporto italiano', 'Passaporto', 'prado'],
  ['it-driving-licence', 'licence', 'S', 'aaddddddda|U1[B-DF-HJ-NP-TV-Z0-9]{7}a', 'patente,patente di guida,numero patente', 'Patente di guida', 'prado'],
  ['it-health-card', 'health', 'S', '80380d{15}', 'tessera sanitaria,team,numero tessera', 'Tessera sanitaria', 'https://sistemats1.sanita.finanze.it'],
  ['it-licence-plate', 'vehicle', 'D', '[A-HJ-NPR-TV-Z]{2} ddd [A-HJ-NPR-TV-Z]{2}', 'targa,targato,targata,veicolo', 'Targa', 'plates'],
  ['me-jmbg', 'national', 'B', 'ddddddddddddd', 'jmbg,matični broj', 'JMBG', 'isa', yugoslav(20, 29)],
  ['mk-embg', 'national', 'B', 'ddddddddddddd', 'ембг,embg,матичен број,единствен матичен број', 'ЕМБГ', 'isa', yugoslav(41, 49)],
  ['mk-edb', 'tax', 'C', 'ddddddddddddd|MK ddddddddddddd', 'едб,edb,даночен број', 'ЕДБ', 'oecd', (value) => keyed('7 6 5 4 3 2 7 6 5 4 3 2', 11, missing(11))(value.replace('MK', '')) && /^(?:MK)?[45]/.test(value)],
  ['mt-id-card', 'national', 'D', 'd{4,7} [MGAPLHBZ]', 'karta tal-identità,identity card,id card,numru tal-identità', 'Karta tal-Identità', 'eu-tin'],
  ['mt-vat', 'vat', 'A', 'MT dddd dddd|MT dddddddd', 'vat,taxxa fuq il-valur miżjud', 'VAT number', 'vies', within(2, undefined, divides('3 4 6 7 8 9 10 1', 37))],
  ['pt-nif', 'tax', 'C', 'ddd ddd ddd', 'nif,contribuinte,número de identificação fiscal,nº contribuinte,número de contribuinte,número fiscal', 'NIF', 'eu-tin', portugueseTax],
  ['pt-vat', 'vat', 'A', 'PT ddd ddd ddd', 'iva,nipc,nif,vat', 'NIF (IVA)', 'vies', within(2, undefined, portugueseTax)],
  ['pt-citizen-card', 'national', 'B', 'dddddddd d aad', 'cartão de cidadão,cartão do cidadão,cc,número de documento,bilhete de identidade', 'Cartão de Cidadão', 'https://www.autenticacao.gov.pt', portugueseCard],
  ['pt-social-security', 'social', 'C', '[12]dddddddddd', 'niss,segurança social,número de segurança social', 'NISS', 'https://www.seg-social.pt', (value) => (9 - (weighted(value, [29, 23, 19, 17, 13, 11, 7, 5, 3, 2]) % 10)) % 10 === Number(value[10])],
  ['pt-health', 'health', 'D', 'ddd ddd ddd', 'sns,número de utente,utente,serviço nacional de saúde', 'Número de utente do SNS', 'https://www.sns.gov.pt', plausible],
  ['pt-passport', 'passport', 'D', 'adddddd|aadddddd', 'passaporte,número de passaporte', 'Passaporte', 'prado'],
  ['rs-jmbg', 'national', 'B', 'ddddddddddddd', 'jmbg,јмбг,јединствени матични број,matični broj', 'ЈМБГ', 'isa', yugoslav(70, 99)],
  ['rs-pib', 'tax', 'C', 'ddddddddd', 'pib,пиб,poreski identifikacioni broj', 'ПИБ', 'oecd', every(mod11x10, plausible)],
  ['rs-id-card', 'national', 'D', 'ddddddddd', 'lična karta,личнa карта,broj lične karte', 'Лична карта', 'prado', plausible],
  ['si-emso', 'national', 'B', 'ddddddddddddd', 'emšo,emso,enotna matična številka,enotna matična številka občana', 'EMŠO', 'isa', yugoslav(50, 59)],
  ['si-tax', 'tax', 'C', 'dddddddd', 'davčna številka,davčna,davcna stevilka,identifikacijska številka davka', 'Davčna številka', 'eu-tin', every(keyed('8 7 6 5 4 3 2', 11, missing(11)), (value) => value[0] !== '0', plausible)],
  ['si-vat', 'vat', 'A', 'SI dddddddd', 'ddv,id za ddv,vat', 'ID za DDV', 'vies', within(2, undefined, keyed('8 7 6 5 4 3 2', 11, missing(11)))],
  ['si-health', 'health', 'D', 'ddddddddd', 'zzzs,zdravstvena kartica,kzz,številka zavarovane osebe', 'ZZZS številka', 'https://www.zzzs.si', plausible],
  ['sm-coe', 'company', 'D', 'SM d{2,5}|d{4,5}', 'coe,codice operatore economico', 'COE', 'oecd'],
  ['xk-personal', 'national', 'D', 'dddddddddd', 'numri personal,letërnjoftim,kosovo id', 'Numri personal', 'isa', plausible],
] satisfies readonly Identifier[];
