import { type Check, dated, every, isDay, keyed, luhn, modulo, plausible, rank, weighted } from './check-digits.ts';
import type { Identifier } from './identifier.ts';

const southAfrican: Check = (value) => luhn(value) && dated('yymmdd')(value) && /^[0-2][89]$/.test(value.slice(10, 12));
const egyptianBirth: Check = (value) =>
  isDay(Number(value.slice(1, 3)), Number(value.slice(3, 5)), Number(value.slice(5, 7))) &&
  /^(?:0[1-4]|1[1-9]|2[1-9]|3[1-5]|88)/.test(value.slice(7, 9));
const egyptianSum = keyed('2 7 6 5 4 3 2 7 6 5 4 3 2', 11, (rest) => (11 - rest) % 10);
const mozambican = keyed('8 9 4 5 6 7 8 9', 11, (rest) => '01234567891'[rest] ?? '');
const mauritian: Check = (value) => {
  if (!isDay(Number(value.slice(5, 7)), Number(value.slice(3, 5)), Number(value.slice(1, 3)))) return false;
  const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  let sum = 0;
  for (let i = 0; i < 13; i++) sum += (14 - i) * rank(value[i] ?? '0');
  return alphabet[(17 - (sum % 17)) % 17] === value[13];
};
const ghanaianTax: Check = (value) => {
  const rest = weighted(value, [1, 2, 3, 4, 5, 6, 7, 8, 9], 1) % 11;
  return (rest === 10 ? 'X' : String(rest)) === value[10];
};

/** Algeria, Angola, Botswana, Cameroon, Egypt, Eswatini, Ethiopia, Ghana, Kenya, Libya, Madagascar, Mauritius, Morocco, Mozambique, Namibia, Nigeria, Rwanda, Senegal, Seychelles, South Africa, Sudan, Tanzania, Tunisia, Uganda, Zambia, Zimbabwe. */
// biome-ignore format: one line is one identifier
export default [
  ['ao-bi', 'national', 'S', 'ddddddddd[A-Z]{2}ddd', 'bilhete de identidade,bi,nif', 'Bilhete de Identidade', 'isa'],
  ['bw-omang', 'national', 'D', 'dddd[12]dddd', 'omang,omang number', 'Omang', 'isa', plausible],
  ['cm-niu', 'tax', 'S', '[PM]d{12}[A-Z]', 'niu,numéro identifiant unique,numéro d’identifiant unique', 'NIU', 'oecd'],
  ['dz-nif', 'tax', 'D', 'd{15}|d{20}', 'nif,numéro d’identification fiscale,رقم التعريف الجبائي', 'NIF', 'oecd', plausible],
  ['dz-nin', 'national', 'D', '[12]d{17}', 'nin,numéro d’identification national,رقم التعريف الوطني', 'NIN', 'isa', plausible],
  ['eg-national', 'national', 'B', '[23]ddddddddddddd', 'الرقم القومي,رقم قومي,national id,رقم البطاقة', 'الرقم القومي', 'isa', every(egyptianBirth, egyptianSum)],
  ['eg-tax', 'tax', 'D', 'ddd-ddd-ddd', 'الرقم الضريبي,tax registration,رقم التسجيل الضريبي', 'Tax registration number', 'oecd', plausible],
  ['et-tin', 'tax', 'D', 'dddddddddd', 'ethiopian tin,የግብር ከፋይ', 'TIN', 'oecd', plausible],
  ['gh-card', 'national', 'S', 'GHA-ddddddddd-d', 'ghana card,national identification', 'Ghana Card', 'https://nia.gov.gh'],
  ['gh-tin', 'tax', 'C', '[PCGQV]00dddddddx', 'gra', 'TIN', 'oecd', ghanaianTax],
  ['ke-national', 'national', 'D', 'd{7,8}', 'kenya id,kitambulisho', 'National ID', 'isa', plausible],
  ['ke-health', 'health', 'D', 'd{5,9}', 'nhif,nhif number,nhif no,sha number,sha no', 'NHIF number', 'https://sha.go.ke', plausible],
  ['ke-pin', 'tax', 'S', '[AP]ddddddddd[A-Z]', 'kra pin,pin,kra', 'KRA PIN', 'https://www.kra.go.ke'],
  ['ly-national', 'national', 'D', '[12](19|20)d{9}', 'الرقم الوطني', 'الرقم الوطني', 'isa', plausible],
  ['ma-cin', 'national', 'D', '[A-Z]{1,2}d{5,6}', 'cin,cnie,carte nationale,بطاقة التعريف', 'CNIE', 'isa'],
  ['ma-ice', 'company', 'C', 'ddddddddddddddd', 'ice,identifiant commun', 'ICE', 'oecd', (value) => modulo(value, 97) === 0],
  ['mg-cin', 'national', 'D', 'ddd ddd ddd ddd', 'cin', 'CIN', 'isa', plausible],
  ['mu-nid', 'national', 'A', '[A-Z]dddddd[A-Z0-9]ddddd[A-Z0-9]', 'nid,national identity card,nic', 'NID', 'isa', mauritian],
  ['mz-nuit', 'tax', 'C', 'ddd ddd ddd', 'nuit,número único de identificação tributária', 'NUIT', 'oecd', every(mozambican, plausible)],
  ['na-id', 'national', 'D', 'ddddddddddd', 'namibian id', 'ID', 'isa', dated('yymmdd')],
  ['ng-nin', 'national', 'D', 'ddddddddddd', 'nin,national identification number,nimc', 'NIN', 'https://nimc.gov.ng', plausible],
  ['ng-bvn', 'tax', 'D', '22ddddddddd', 'bvn,bank verification number', 'BVN', 'https://nibss-plc.com.ng'],
  ['ng-tin', 'tax', 'D', '!dddddddd-dddd|dddddddddd', 'nigeria tin,firs tin,jtb tin', 'TIN', 'oecd', plausible],
  ['ng-voter', 'voter', 'D', 'xxxx xxxx xxxx xxxx xxx', 'vin,voter identification,pvc,voter card', 'Voter identification number', 'https://www.inecnigeria.org', (value) => /\d/.test(value)],
  ['ng-passport', 'passport', 'D', '[A-Z]dddddddd', 'nigerian passport', 'Passport', 'icao'],
  ['ng-licence-plate', 'vehicle', 'S', '[A-Z]{3}-ddd[A-Z]{2}', 'plate number,vehicle registration,licence plate,plates,number plate', 'Number plate', 'plates'],
  ['rw-nid', 'national', 'D', '[123] dddd d ddddddd d dd', 'indangamuntu,rwanda id', 'Indangamuntu', 'isa', (value) => /^.(?:19|20)/.test(value)],
  ['sc-nin', 'national', 'D', '!ddd-dddd-d-d-dd', 'nin', 'NIN', 'isa'],
  ['sd-national', 'national', 'D', '!ddd-dddd-dddd', 'الرقم الوطني', 'الرقم الوطني', 'isa'],
  ['sn-cni', 'national', 'D', '[12] ddd dddd ddddd|[12]dddddddddddd', 'cni,carte d’identité,numéro d’identification nationale', 'CNI', 'isa', plausible],
  ['sz-pin', 'national', 'D', 'ddddddddddddd', 'eswatini pin', 'Personal Identity Number', 'isa', dated('yymmdd')],
  ['tn-tax', 'tax', 'S', '!ddddddd/a/a/a/ddd|!ddddddda/a/a/ddd|ddddddd[A-HJ-NP-TV-Z][ABPDN][MPCNE]ddd', 'matricule fiscal,معرف جبائي', 'Matricule fiscal', 'oecd'],
  ['tn-cin', 'national', 'D', '[01]ddddddd', 'cin,carte d’identité nationale,بطاقة التعريف,بطاقة التعريف الوطنية', 'CIN', 'isa', plausible],
  ['tz-nida', 'national', 'S', '!dddddddd-ddddd-ddddd-dd', 'nida,nida number,kitambulisho cha taifa', 'NIDA', 'https://www.nida.go.tz', dated('yyyymmdd')],
  ['tz-tin', 'tax', 'D', 'ddd-ddd-ddd', 'tanzania tin,tra tin', 'TIN', 'oecd', plausible],
  ['ug-nin', 'national', 'S', 'C[MF]ddddddddd[A-Z0-9]{3}', 'nin,national id,nira', 'NIN', 'https://www.nira.go.ug', (value) => /[A-Z]/.test(value.slice(11))],
  ['za-id', 'national', 'B', 'dddddd dddd ddd|ddddddddddddd|dddddd dddd dd d', 'south african id,rsa id,sa id,identiteitsnommer,refugee id,permanent resident,id number,id no,identity number', 'ID number', 'https://www.dha.gov.za', southAfrican],
  ['za-tax', 'tax', 'C', '[01239]ddd ddd ddd|[01239]ddddddddd', 'sars,sars tax number,tax reference,income tax number,income tax reference number', 'Income tax reference number', 'oecd', every(luhn, plausible)],
  ['za-driving-licence', 'licence', 'D', 'dddddddd[A-Z0-9]{4}', 'rybewys,rybewysnommer', 'Driving licence', 'https://www.natis.gov.za', (value) => /[A-Z]/.test(value)],
  ['za-licence-plate', 'vehicle', 'D', 'aa dd aa (GP|ZN|MP|NW|EC|NC|WP|FS)|aaa ddd (GP|ZN|MP|NW|EC|NC|WP|FS)|C[A-Z] ddd-ddd|C[A-Z] ddd ddd', 'car registration,registration number,vehicle reg,vehicle registration,number plate,vehicle licence', 'Licence plate', 'plates'],
  ['za-passport', 'passport', 'D', '[ADMT]dddddddd', 'south african passport,paspoort', 'Passport', 'icao'],
  ['za-company', 'company', 'S', '!dddd/dddddd/dd', 'cipc,company registration,registration number', 'Company registration number', 'gleif', (value) => /^(?:19|20)/.test(value) && /(?:0[6-9]|1[02]|2[1-6]|3[01])$/.test(value)],
  ['zm-nrc', 'national', 'D', '!dddddd/dd/d', 'nrc,national registration card', 'NRC', 'isa'],
  ['zm-tpin', 'tax', 'D', 'dddddddddd', 'tpin', 'TPIN', 'oecd', plausible],
  ['zw-id', 'national', 'D', '!dd-dddddd([A-Z]dd|d[A-Z]dd|-[A-Z]-dd|d-[A-Z]-dd)', 'zimbabwe id', 'National ID', 'isa'],
] satisfies readonly Identifier[];
