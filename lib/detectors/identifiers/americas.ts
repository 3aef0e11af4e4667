import { type Check, dated, every, isDay, keyed, luhn, missing, plausible, weighted, within } from './check-digits.ts';
import type { Identifier } from './identifier.ts';

const itin: Check = (value) => /^9\d\d(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])/.test(value);
/** Prefixes of the campuses and of the internet that assign employer numbers. */
const employerPrefix: Check = (value) => /^(?:0[1-6]|1[0-6]|2[0-7]|3[0-9]|4[0-8]|5[0-9]|6[0-8]|7[1-7]|8[0-8]|9[0-589])/.test(value);
/** Luhn over the number behind the prefix 80840 of health applications. */
const provider: Check = (value) => luhn(`80840${value}`);
const drugRegistrant: Check = (value) => {
  const d = value.slice(2);
  const sum = weighted(d, [1, 0, 1, 0, 1]) + 2 * weighted(d, [0, 1, 0, 1, 0, 1]);
  return sum % 10 === Number(d[6]);
};

const canadian: Check = every(luhn, (value) => /^[1-79]/.test(value), plausible);
const ramq: Check = (value) => isDay(Number(value.slice(4, 6)), Number(value.slice(6, 8)) % 50, Number(value.slice(8, 10)));
const britishColumbia = every(keyed('2 4 8 5 10 9 7 3', 11, missing(11, 'none'), 1), (value) => value[0] === '9');

const MEXICAN = '0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ';
const curp: Check = (value) => {
  if (!isDay(Number(value.slice(4, 6)), Number(value.slice(6, 8)), Number(value.slice(8, 10)))) return false;
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += MEXICAN.indexOf(value[i] ?? '0') * (18 - i);
  return (10 - (sum % 10)) % 10 === Number(value[17]);
};
const CURP_STATE = '(?:AS|BC|BS|CC|CL|CM|CS|CH|DF|DG|GT|GR|HG|JC|MC|MN|MS|NT|NL|OC|PL|QT|QR|SP|SL|SR|TC|TS|TL|VZ|YN|ZS|NE)';
const RFC = '0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ Ñ';
const rfc: Check = (value) => {
  const born = value.length === 13 ? 4 : 3;
  if (!isDay(Number(value.slice(born, born + 2)), Number(value.slice(born + 2, born + 4)), Number(value.slice(born + 4, born + 6))))
    return false;
  const padded = value.padStart(13, ' ');
  let sum = 0;
  for (let i = 0; i < 12; i++) sum += RFC.indexOf(padded[i] ?? '0') * (13 - i);
  const rest = (11 - (sum % 11)) % 11;
  return (rest === 10 ? 'A' : String(rest)) === value.slice(-1);
};

/** Two check digits in a row, each by weights that count up from the right. */
const brazilianPerson: Check = (value) => {
  const digit = (length: number): number => {
    let sum = 0;
    for (let i = 0; i < length; i++) sum += Number(value[i]) * (length + 1 - i);
    return ((sum * 10) % 11) % 10;
  };
  return digit(9) === Number(value[9]) && digit(10) === Number(value[10]);
};
/** From July 2026 letters stand among the first twelve; each counts its ASCII code less 48. */
const brazilianCompany: Check = (value) => {
  const digit = (weights: readonly number[]): number => {
    const rest = weights.reduce((sum, weight, i) => sum + weight * (value.charCodeAt(i) - 48), 0) % 11;
    return rest < 2 ? 0 : 11 - rest;
  };
  return (
    digit([5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]) === Number(value[12]) &&
    digit([6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]) === Number(value[13])
  );
};
const brazilianVoter: Check = (value) => {
  const state = Number(value.slice(8, 10));
  if (state < 1 || state > 28) return false;
  const rest = (sum: number): number => (sum % 11 === 0 && state < 3 ? 1 : (sum % 11) % 10);
  const first = rest(weighted(value, [2, 3, 4, 5, 6, 7, 8, 9]));
  return first === Number(value[10]) && rest(Number(value[8]) * 7 + Number(value[9]) * 8 + first * 9) === Number(value[11]);
};
const brazilianDriver: Check = (value) => {
  const first = weighted(value, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 11;
  const second = weighted(value, [1, 2, 3, 4, 5, 6, 7, 8, 9]) % 11;
  const less = first > 9 ? 2 : 0;
  const one = first > 9 ? 0 : first;
  const two = second > 9 ? 0 : (second - less + 11) % 11;
  return one === Number(value[9]) && (two > 9 ? 0 : two) === Number(value[10]);
};
const brazilianHealth: Check = (value) => weighted(value, [15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0;

const argentinian = keyed('5 4 3 2 7 6 5 4 3 2', 11, missing(11, 9));
const chilean: Check = (value) => {
  let sum = 0;
  for (let i = 0; i < value.length - 1; i++) sum += Number(value[value.length - 2 - i]) * ((i % 6) + 2);
  return '0K987654321'[sum % 11] === value.slice(-1);
};
const colombian: Check = (value) => {
  const weights = [3, 7, 13, 17, 19, 23, 29, 37, 41, 43];
  let sum = 0;
  for (let i = 0; i < value.length - 1; i++) sum += Number(value[value.length - 2 - i]) * (weights[i] ?? 0);
  return '01987654321'[sum % 11] === value.slice(-1);
};
const peruvian = keyed('5 4 3 2 7 6 5 4 3 2', 11, (rest) => (11 - rest) % 10);
/** Provinces 01 to 24, and 30 and 50 for those registered abroad. */
const ECUADORIAN = /^(?:0[1-9]|1\d|2[0-4]|30|50)/;
const ecuadorian: Check = (value) => luhn(value.slice(0, 10)) && ECUADORIAN.test(value) && Number(value[2]) <= 6;
/** The third digit tells people, public bodies (6) and companies (9); what the tax office (SRI) now gives to companies has no check digit. */
const ecuadorianTax: Check = (value) =>
  ECUADORIAN.test(value) &&
  (value[2] === '9'
    ? value.endsWith('001')
    : (value[2] === '6' && keyed('3 2 7 6 5 4 3 2', 11, missing(11, 'none'))(value) && !value.endsWith('0000')) ||
      (ecuadorian(value) && !value.endsWith('000')));
const uruguayan: Check = (value) => weighted(value.padStart(8, '0'), [2, 9, 8, 7, 6, 3, 4, 1]) % 10 === 0;
const venezuelan: Check = (value) => {
  const head = { V: 4, E: 8, J: 12, P: 16, G: 20, C: 12 }[value[0] ?? ''] ?? 0;
  return '00987654321'[(head + weighted(value, [3, 2, 7, 6, 5, 4, 3, 2], 1)) % 11] === value[9];
};
const guatemalanTax: Check = (value) => {
  let sum = 0;
  for (let i = 0; i < value.length - 1; i++) sum += Number(value[value.length - 2 - i]) * (i + 2);
  const rest = (11 - (sum % 11)) % 11;
  return (rest === 10 ? 'K' : String(rest)) === value.slice(-1);
};
const guatemalanPerson: Check = (value) =>
  weighted(value, [2, 3, 4, 5, 6, 7, 8, 9]) % 11 === Number(value[8]) && /^(?:0[1-9]|1\d|2[0-2])/.test(value.slice(9));
const salvadoran: Check = (value) => (10 - (weighted(value, [9, 8, 7, 6, 5, 4, 3, 2]) % 10)) % 10 === Number(value[8]);
const salvadoranTax: Check = (value) => {
  const old = value.slice(10, 13) <= '100';
  const sum = weighted(value, old ? [14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2] : [2, 7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]);
  return (old ? sum % 11 : (11 - (sum % 11)) % 11) % 10 === Number(value[13]);
};
const paraguayan: Check = (value) => {
  let sum = 0;
  for (let i = 0; i < value.length - 1; i++) sum += Number(value[value.length - 2 - i]) * (i + 2);
  return ((11 - (sum % 11)) % 11) % 10 === Number(value.slice(-1));
};
const dominicanCompany = keyed('7 9 8 6 5 4 3 2', 11, (rest) => ((10 - rest + 9) % 9) + 1);

/** Argentina, Barbados, Bolivia, Brazil, Canada, Chile, Colombia, Costa Rica, Cuba, the Dominican Republic, Ecuador, El Salvador, Guatemala, Haiti, Honduras, Jamaica, Mexico, Nicaragua, Panama, Paraguay, Peru, Trinidad and Tobago, the United States, Uruguay, Venezuela. */
// biome-ignore format: one line is one identifier
export default [
  ['ar-cuit', 'tax', 'B', '!dd-dddddddd-d|(20|23|24|27|30|33|34)ddddddddd', 'cuit,cuil,clave única de identificación,c.u.i.t', 'CUIT, CUIL', 'https://www.afip.gob.ar', every(argentinian, (value) => /^(?:2[03457]|3[034]|5[015])/.test(value))],
  ['ar-dni', 'national', 'D', 'dd.ddd.ddd|d.ddd.ddd', 'dni,documento nacional de identidad,d.n.i', 'DNI', 'isa', plausible],
  ['ar-licence-plate', 'vehicle', 'D', 'aa ddd aa', 'patente,dominio', 'Patente', 'plates'],
  ['ar-passport', 'passport', 'D', 'aaadddddd|aaddddddd', 'pasaporte', 'Pasaporte', 'icao'],
  ['bb-nrn', 'national', 'D', '!dddddd-dddd', 'nrn,national registration number', 'National Registration Number', 'isa', dated('yymmdd')],
  ['bo-ci', 'national', 'D', 'd{5,8}', 'cédula de identidad,c.i,carnet de identidad', 'Cédula de identidad', 'isa', plausible],
  ['bo-nit', 'tax', 'D', 'd{7,12}', 'nit,número de identificación tributaria', 'NIT', 'oecd', plausible],
  ['br-cpf', 'national', 'B', 'ddd.ddd.ddd-dd', 'cpf,cadastro de pessoas físicas,c.p.f', 'CPF', 'https://www.gov.br/receitafederal', every(brazilianPerson, plausible)],
  ['br-cnpj', 'company', 'B', 'dd.ddd.ddd/dddd-dd|xx.xxx.xxx/xxxx-dd', 'cnpj,cadastro nacional da pessoa jurídica', 'CNPJ', 'https://www.gov.br/receitafederal', every(brazilianCompany, plausible)],
  ['br-pis', 'social', 'C', 'ddd.ddddd.dd-d', 'pis,pasep,nit,nis,pis/pasep', 'PIS/PASEP, NIT', 'https://www.gov.br/inss', every(keyed('3 2 9 8 7 6 5 4 3 2', 11, missing(11)), plausible)],
  ['br-voter', 'voter', 'C', 'dddd dddd dddd', 'título de eleitor,título eleitoral,titulo de eleitor', 'Título de eleitor', 'https://www.tse.jus.br', every(brazilianVoter, plausible)],
  ['br-driving-licence', 'licence', 'C', 'ddddddddddd', 'cnh,carteira nacional de habilitação,carteira de motorista,habilitação,registro cnh', 'CNH', 'https://www.gov.br/infraestrutura', every(brazilianDriver, plausible)],
  ['br-health-card', 'health', 'C', 'ddd dddd dddd dddd', 'cns,cartão sus,cartão nacional de saúde,sus', 'Cartão Nacional de Saúde', 'https://www.gov.br/saude', every(brazilianHealth, (value) => /^[12789]/.test(value))],
  ['br-vehicle', 'vehicle', 'D', 'ddddddddddd', 'renavam', 'RENAVAM', 'https://www.gov.br/infraestrutura', keyed('3 2 9 8 7 6 5 4 3 2', 11, missing(11))],
  ['br-licence-plate', 'vehicle', 'D', 'aaa-dddd|aaadadd|aaa dadd', 'placa,placa do veículo,veículo', 'Placa', 'plates'],
  ['br-rg', 'national', 'D', 'dd.ddd.ddd-x|d.ddd.ddd|ddddddddd', 'rg,registro geral,carteira de identidade,r.g', 'Registro Geral', 'isa', plausible],
  ['br-passport', 'passport', 'D', 'aadddddd', 'passaporte', 'Passaporte', 'icao'],
  ['ca-sin', 'social', 'C', 'ddd ddd ddd', 'sin,social insurance,social insurance number,nas,numéro d’assurance sociale,assurance sociale', 'Social Insurance Number', 'https://www.canada.ca/en/employment-social-development/services/sin.html', canadian],
  ['ca-business', 'company', 'C', 'ddddddddd (RT|RP|RC|RZ|RR|RM|RG) dddd|ddd ddd ddd (RT|RP|RC|RZ) dddd', 'business number,bn,numéro d’entreprise,gst,hst,tps', 'Business Number', 'https://www.canada.ca/en/revenue-agency', within(0, 9, luhn)],
  ['ca-health-on', 'health', 'D', 'dddd-ddd-ddd|dddd-ddd-ddd-aa|dddd ddd ddd aa', 'ohip,health card,health card number,carte santé', 'Ontario health card', 'https://www.ontario.ca/page/health-card', within(0, 10, luhn)],
  ['ca-health-bc', 'health', 'C', '9ddd ddd ddd', 'phn,personal health number,msp,carecard', 'BC Personal Health Number', 'https://www2.gov.bc.ca', britishColumbia],
  ['ca-health-qc', 'health', 'S', 'aaaa dddd dddd', 'ramq,carte d’assurance maladie,assurance maladie,nam,health insurance card', 'Carte d’assurance maladie du Québec', 'https://www.ramq.gouv.qc.ca', ramq],
  ['ca-health-ab', 'health', 'D', 'ddddd-dddd', 'ahcip,personal health number,phn,alberta health', 'Alberta personal health number', 'https://www.alberta.ca', plausible],
  ['ca-health-mb', 'health', 'D', 'ddd ddd ddd', 'phin,manitoba health,personal health identification number', 'Manitoba personal health identification number', 'https://www.gov.mb.ca/health', plausible],
  ['ca-driving-licence', 'licence', 'D', 'adddd-ddddd-ddddd|adddd-dddddd-dd|ddddddd', 'driver’s licence,driving licence,licence number', 'Driver’s licence (Ontario, Quebec, British Columbia)', 'https://www.ontario.ca', plausible],
  ['ca-licence-plate', 'vehicle', 'D', 'aaaa ddd', 'ontario plate,plates', 'Licence plate', 'plates'],
  ['ca-passport', 'passport', 'D', 'aadddddd|adddddda a', 'canadian passport', 'Passport', 'icao'],
  ['cl-run', 'national', 'B', '!d.ddd.ddd-x|!dd.ddd.ddd-x|!ddddddd-[0-9K]|!dddddddd-[0-9K]', 'rut,run,rol único tributario,rol único nacional,r.u.t', 'RUN, RUT', 'https://www.registrocivil.cl', every(chilean, plausible)],
  ['cl-passport', 'passport', 'D', 'adddddddd|Fddddddddd', 'pasaporte', 'Pasaporte', 'icao'],
  ['co-nit', 'tax', 'C', '!ddd.ddd.ddd-d|!ddddddddd-d|!d.ddd.ddd.ddd-d|!dddddddddd-d', 'nit,número de identificación tributaria', 'NIT', 'https://www.dian.gov.co', every(colombian, plausible)],
  ['co-cedula', 'national', 'D', 'd.ddd.ddd.ddd|dd.ddd.ddd|d{8}|d{10}', 'cédula,cédula de ciudadanía,c.c,cc,cedula', 'Cédula de ciudadanía', 'isa', plausible],
  ['co-passport', 'passport', 'D', 'aadddddd', 'pasaporte', 'Pasaporte', 'icao'],
  ['cr-cedula', 'national', 'D', '[1-9]-dddd-dddd|0d-dddd-dddd', 'cédula,cédula de identidad,cedula', 'Cédula de identidad', 'isa', plausible],
  ['cr-company', 'company', 'D', '3-ddd-dddddd', 'cédula jurídica,cedula juridica', 'Cédula jurídica', 'oecd'],
  ['cu-identity', 'national', 'D', 'ddddddddddd', 'carné de identidad,carnet de identidad,ci', 'Carné de identidad', 'isa', dated('yymmdd')],
  ['do-cedula', 'national', 'C', 'ddd-ddddddd-d', 'cédula,cédula de identidad y electoral,cedula', 'Cédula de identidad y electoral', 'isa', every(luhn, plausible)],
  ['do-rnc', 'tax', 'C', 'd-dd-ddddd-d|ddddddddd', 'rnc,registro nacional del contribuyente', 'RNC', 'oecd', every(dominicanCompany, plausible)],
  ['ec-cedula', 'national', 'C', 'ddddddddd-d|dddddddddd', 'cédula,cédula de identidad,cedula de ciudadania', 'Cédula de identidad', 'isa', every(ecuadorian, plausible)],
  ['ec-ruc', 'tax', 'C', 'ddddddddddddd', 'ruc,registro único de contribuyentes', 'RUC', 'oecd', every(ecuadorianTax, plausible)],
  ['gt-nit', 'tax', 'D', '!d{6,8}-[0-9K]|d{7,9}', 'nit,número de identificación tributaria', 'NIT', 'oecd', every(guatemalanTax, plausible)],
  ['gt-cui', 'national', 'C', 'dddd ddddd dddd', 'cui,dpi,código único de identificación', 'CUI', 'isa', every(guatemalanPerson, plausible)],
  ['hn-identity', 'national', 'D', '!dddd-dddd-ddddd|ddddddddddddd', 'dni,tarjeta de identidad,identidad,número de identidad', 'Documento nacional de identificación', 'isa', (value) => /^(?:0[1-9]|1[0-8])\d\d(?:19|20)/.test(value)],
  ['hn-rtn', 'tax', 'D', 'dddd-dddd-dddddd', 'rtn,registro tributario nacional', 'RTN', 'oecd', (value) => /^(?:0[1-9]|1[0-8])\d\d/.test(value)],
  ['ht-nif', 'tax', 'D', '!ddd-ddd-ddd-d', 'nif,matricule fiscale', 'NIF', 'oecd'],
  ['jm-trn', 'tax', 'D', '!ddd-ddd-ddd', 'trn,taxpayer registration number', 'Taxpayer Registration Number', 'oecd'],
  ['mx-curp', 'national', 'A', `aaaadddddd[HMX]aaaaaxd|aaaadddddd[HMX]aaaaadd`, 'curp,clave única de registro de población,unique population registry code', 'CURP', 'https://www.gob.mx/curp', every(curp, (value) => new RegExp(`^.{11}${CURP_STATE}`).test(value))],
  ['mx-rfc', 'tax', 'B', 'aaaa dddddd xxx|aaa dddddd xxx', 'rfc,rfc con homoclave,registro federal de contribuyentes,r.f.c', 'RFC', 'https://www.sat.gob.mx', rfc],
  ['mx-social-security', 'social', 'C', 'dd dd dd dddd d|ddddddddddd', 'nss,imss,número de seguridad social,seguro social', 'Número de Seguridad Social', 'https://www.imss.gob.mx', every(luhn, plausible)],
  ['mx-voter', 'voter', 'S', 'aaaaaa dddddd dd [HM] ddd', 'clave de elector,ine,ife,credencial para votar', 'Clave de elector', 'https://www.ine.mx', within(6, undefined, dated('yymmdd'))],
  ['mx-licence-plate', 'vehicle', 'D', '!aaa-ddd-a|!aaa-dd-dd', 'placas,placa', 'Placas', 'plates'],
  ['mx-passport', 'passport', 'D', 'adddddddd|[A-Z]dd ddd ddd', 'pasaporte', 'Pasaporte', 'icao'],
  ['ni-cedula', 'national', 'S', '!ddd-dddddd-dddda', 'cédula,cédula de identidad', 'Cédula de identidad', 'isa', within(3, undefined, dated('ddmmyy'))],
  ['pa-cedula', 'national', 'D', '!d{1,2}-d{1,4}-d{1,6}|!(PE|E|N)-d{1,4}-d{1,6}', 'cédula,cédula de identidad personal,cip', 'Cédula de identidad personal', 'isa'],
  ['pe-dni', 'national', 'D', 'dddddddd', 'dni,documento nacional de identidad', 'DNI', 'isa', plausible],
  ['pe-ruc', 'tax', 'C', '(10|15|16|17|20)ddddddddd', 'ruc,registro único de contribuyentes', 'RUC', 'oecd', every(peruvian, plausible)],
  ['py-ruc', 'tax', 'D', '!d{6,8}-d', 'ruc,registro único del contribuyente', 'RUC', 'oecd', paraguayan],
  ['sv-dui', 'national', 'C', '!dddddddd-d', 'dui,documento único de identidad', 'DUI', 'isa', salvadoran],
  ['sv-nit', 'tax', 'C', 'dddd-dddddd-ddd-d', 'nit,número de identificación tributaria', 'NIT', 'oecd', every(salvadoranTax, within(4, undefined, dated('ddmmyy')))],
  ['tt-id', 'national', 'D', 'ddddddddddd', 'trinidadian id', 'National ID', 'isa', dated('yyyymmdd')],
  ['us-itin', 'tax', 'S', 'ddd-dd-dddd', 'itin,individual taxpayer', 'Individual Taxpayer Identification Number', 'https://www.irs.gov/individuals/individual-taxpayer-identification-number', itin],
  ['us-adoption-tin', 'tax', 'D', '9dd-93-dddd', 'atin,adoption taxpayer', 'Adoption Taxpayer Identification Number', 'https://www.irs.gov/individuals/adoption-taxpayer-identification-number'],
  ['us-employer', 'tax', 'D', '!dd-ddddddd|!dd.ddddddd|!dd ddddddd|ddddddddd', 'ein,fein,employer identification,federal tax id,employer id,tax id,tax id number,taxpayer id', 'Employer Identification Number', 'https://www.irs.gov/businesses/small-businesses-self-employed/how-eins-are-assigned-and-valid-ein-prefixes', every(employerPrefix, plausible)],
  ['us-preparer', 'tax', 'S', 'Pdddddddd', 'ptin,preparer tax', 'Preparer Tax Identification Number', 'https://www.irs.gov/tax-professionals/ptin-requirements-for-tax-return-preparers'],
  ['us-passport', 'passport', 'D', 'ddd ddd ddd|adddddddd', 'us passport', 'Passport', 'https://travel.state.gov', plausible],
  ['us-driving-licence', 'licence', 'D', 'ad{7}|ad{8}|ad{12}|ad{3}-d{3}-d{2}-d{3}-d|d{7,10}|d{12}|aad{6}a|aad{7}|ad{3}-d{4}-d{4}|ad{14}|ad{13}|ddaaad{4,5}|add-dd-dddd|ddd ddd ddd|ddd-dd-dddd|ad{4}-d{5}-d{5}|d{3}a{2}d{4}|addd-ddd-dddd|addd ddd ddd|addd-ddd-ddd|addd ddd ddd ddd|a-ddd-ddd-ddd-ddd', 'driver’s license,driver license,drivers license,driving license,dl,dl#,license number,license no,dmv', 'Driver’s license (by state)', 'https://www.aamva.org', plausible],
  ['us-alien', 'residence', 'D', 'Addddddddd|Add ddd ddd d|Addd-ddd-ddd|Adddddddd|Add ddd ddd|A-ddd-ddd-ddd|A-dd-ddd-ddd|A-ddddddddd|A-dddddddd', 'alien number,a-number,uscis,alien registration,green card,permanent resident,uscis#', 'Alien registration number', 'https://www.uscis.gov'],
  ['us-uscis-receipt', 'residence', 'S', '(EAC|WAC|LIN|SRC|MSC|IOE|NBC|YSC)dddddddddd', 'receipt number,uscis,case number,green card number', 'USCIS receipt number', 'https://www.uscis.gov'],
  ['us-medicare', 'health', 'S', '[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]d-[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]d-[AC-HJKMNP-RT-Y]{2}dd', 'mbi,medicare,medicare number,medicare beneficiary,medicare id,medicare beneficiary number,medicare beneficiary no', 'Medicare Beneficiary Identifier', 'https://www.cms.gov/medicare/new-medicare-card/understanding-the-mbi.pdf'],
  ['us-medicaid', 'health', 'D', 'aadddddaa|ddddddddd|dddddddddd|aadddddda|aaddddda', 'medicaid,medicaid id,cin,medi-cal', 'Medicaid identifier', 'https://www.medicaid.gov', plausible],
  ['us-npi', 'practitioner', 'C', '[12]ddd( ddd ddd| dddd dd|dddddd)', 'npi,national provider,provider identifier,provider number', 'National Provider Identifier', 'https://www.cms.gov/regulations-and-guidance/administrative-simplification/nationalprovidentstand', every(provider, plausible)],
  ['us-dea', 'practitioner', 'B', '[ABCDEFGHJKLMPRSTUX][A-Z9](ddddddd| ddddddd| ddd ddd d)', 'dea,dea number,dea#,dea registration,certificate number,drug enforcement', 'DEA registration number', 'https://www.deadiversion.usdoj.gov', drugRegistrant],
  ['us-military', 'national', 'D', 'dddddddddd', 'edipi,dod id,military id,cac', 'DoD ID number', 'https://www.cac.mil', plausible],
  ['us-licence-plate', 'vehicle', 'D', 'daaaddd|aaa-dddd|aaa dddd|aaaddd|aaa-ddd|ddd-aaa|aa ddddd|ddd aaa', 'license plate,licence plate,plate number,tag number,plate #,plates', 'Licence plate', 'plates'],
  ['uy-ci', 'national', 'C', '!d.ddd.ddd-d|!d{7}-d|dddddddd', 'cédula,cédula de identidad,c.i,ci', 'Cédula de identidad', 'isa', every(uruguayan, plausible)],
  ['uy-rut', 'tax', 'C', 'dddddddddddd', 'rut,rut dgi,registro único tributario', 'RUT', 'oecd', every(keyed('4 3 2 9 8 7 6 5 4 3 2', 11, missing(11, 'none')), (value) => /^(?:0[1-9]|1\d|2[0-2])/.test(value) && value.slice(8, 11) === '001')],
  ['ve-rif', 'tax', 'C', '[VEJPGC]-dddddddd-d', 'rif,registro de información fiscal', 'RIF', 'oecd', venezuelan],
  ['ve-cedula', 'national', 'D', '[VE]-d{7,8}|[VE]-d{1,2}.ddd.ddd', 'cédula,cédula de identidad,c.i', 'Cédula de identidad', 'isa'],
] satisfies readonly Identifier[];
