import {
  type Check,
  dated,
  divides,
  either,
  every,
  gs1,
  icao,
  isDay,
  keyed,
  luhn,
  missing,
  mod11x10,
  modulo,
  plausible,
  rank,
  verhoeff,
  weighted,
  within,
} from './check-digits.ts';
import type { Identifier } from './identifier.ts';

/** Sum of the digits of every product: 14 counts 1 + 4. */
function crossSum(value: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => {
    const product = weight * rank(value[index] ?? '0');
    return sum + Math.floor(product / 10) + (product % 10);
  }, 0);
}

/** Letters as two digits, A = 01. */
function spelled(letter: string): string {
  return String(rank(letter) - 9).padStart(2, '0');
}

const austrianVat: Check = (value) => Number(value[10]) === (96 - crossSum(value.slice(3), [1, 2, 1, 2, 1, 2, 1])) % 10;

/** Day and month of the birth at 4; months 13 to 15 were added when numbers ran out. */
const austrianBirth: Check = (value) => Number(value.slice(6, 8)) <= 15 && Number(value.slice(4, 6)) <= 31 && !/^0|000000$/.test(value);

/** Born in 2000 or later: a 2 is put before the nine digits. */
const belgianNumber: Check = (value) => {
  const given = Number(value.slice(9));
  return given === 97 - (Number(value.slice(0, 9)) % 97) || given === 97 - (Number(`2${value.slice(0, 9)}`) % 97);
};
/** Months of the bis register lie 20 or 40 higher; unknown days and months are 0. */
const belgianBirth: Check = (value) =>
  Number(value.slice(2, 4)) % 20 <= 12 && Number(value.slice(2, 4)) < 60 && Number(value.slice(4, 6)) <= 31;

/** In the first ten digits one digit stands two or three times; examples in which all differ are accepted too. */
const germanTaxDigits: Check = (value) => {
  const counts = new Map<string, number>();
  for (const digit of value.slice(0, 10)) counts.set(digit, (counts.get(digit) ?? 0) + 1);
  const repeated = [...counts.values()].filter((count) => count > 1);
  return value[0] !== '0' && repeated.length <= 1 && (repeated[0] ?? 2) <= 3;
};

const germanPension: Check = (value) => {
  const day = Number(value.slice(2, 4)) % 50;
  if (!isDay(Number(value.slice(6, 8)), Number(value.slice(4, 6)), day === 0 ? 50 : day)) return false;
  const digits = value.slice(0, 8) + spelled(value[8] ?? 'A') + value.slice(9, 11);
  return crossSum(digits, [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1]) % 10 === Number(value[11]);
};

const germanInsured: Check = (value) =>
  crossSum(spelled(value[0] ?? 'A') + value.slice(1, 9), [1, 2, 1, 2, 1, 2, 1, 2, 1, 2]) % 10 === Number(value[9]);

const germanDoctor: Check = (value) => (10 - (weighted(value, [4, 9, 4, 9, 4, 9]) % 10)) % 10 === Number(value[6]);

/** The number of a state in the federal form, and a 0 in fifth place; many write the state as 01 to 16. */
const germanTaxOffice: Check = (value) =>
  value.length < 13 || /^(?:0[1-9]|1[0-6])/.test(value) || /^(?:28|9\d|11|30|24|22|26|40|23|5\d|27|10|32|31|21|41)\d\d0/.test(value);

const frenchSecurity: Check = (value) => {
  const number = value.slice(0, 13).replace('2A', '19').replace('2B', '18');
  return (
    /^\d{13}$/.test(number) &&
    97 - modulo(number, 97) === Number(value.slice(13)) &&
    /^[1-478]\d\d(?:0[1-9]|1[0-2]|[2-4]\d|[5-9]\d)/.test(value)
  );
};

const FRENCH_KEY = '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ';
/** Two digits, or since they ran out a digit and a letter in either order. */
const frenchVat: Check = (value) => {
  const siren = Number(value.slice(4));
  if (!luhn(value.slice(4))) return false;
  if (/^\d\d/.test(value.slice(2))) return (12 + 3 * (siren % 97)) % 97 === Number(value.slice(2, 4));
  const [first, second] = [FRENCH_KEY.indexOf(value[2] ?? ''), FRENCH_KEY.indexOf(value[3] ?? '')];
  const key = first < 10 ? first * 24 + second - 10 : first * 34 + second - 100;
  return first >= 0 && second >= 0 && (siren + 1 + Math.floor(key / 11)) % 11 === key % 11;
};

/** Nine characters since 2021. Nothing but hexadecimal digits is rather a commit: "CNI" names networks of containers, too. */
const frenchCard: Check = (value) =>
  value.length === 12 || (/\d.*\d/.test(value) && /[A-Z]/.test(value) && (/[G-Z]/.test(value) || /^\d\d[A-Z]{2}\d{5}$/.test(value)));

const britishPrefix: Check = (value) => !/^(?:BG|GB|NK|KN|NT|TN|ZZ|FY)/.test(value) && !/^.O/.test(value);

const britishVat: Check = (value) => {
  const digits = value.replace('GB', '');
  const sum = weighted(digits, [8, 7, 6, 5, 4, 3, 2]) + Number(digits.slice(7, 9));
  // Numbers from 100 on are also issued with 55 more or less.
  return sum % 97 === 0 || (Number(digits.slice(0, 3)) >= 100 && (sum % 97 === 42 || sum % 97 === 55));
};

/** Surname padded with 9, decade, month (50 more for women), day, year. */
const britishDriver: Check = (value) => {
  const month = Number(value.slice(6, 8)) % 50;
  return /^[A-Z]+9*$/.test(value.slice(0, 5)) && Number(value.slice(6, 8)) < 63 && isDay(0, month, Number(value.slice(8, 10)));
};

const britishTaxpayer: Check = (value) => '21987654321'[weighted(value, [6, 7, 8, 9, 10, 5, 4, 3, 2], 1) % 11] === value[0];

const irishNumber: Check = (value) => {
  const second = value[8] ? rank(value[8]) - 9 : 0;
  const sum = weighted(value, [8, 7, 6, 5, 4, 3, 2]) + 9 * (value[8] === 'W' ? 0 : second);
  return 'WABCDEFGHIJKLMNOPQRSTUV'[sum % 23] === value[7];
};

const luxembourgPerson: Check = (value) => luhn(value.slice(0, 12)) && verhoeff(value.slice(0, 11) + value[12]);

const nhs = keyed('10 9 8 7 6 5 4 3 2', 11, missing(11, 'none'));

/** Austria, Belgium, France, Germany, Ireland, Liechtenstein, Luxembourg, Monaco, the Netherlands, Switzerland, the United Kingdom. */
// biome-ignore format: one line is one identifier
export default [
  ['at-social-security', 'social', 'B', 'dddddddddd|!dddd dddddd|!dddd-dddddd|!dddd/dddddd', 'sozialversicherungsnummer,svnr,sv-nummer,sv-nr,e-card,versicherungsnummer,krankenkassennummer,versicherungscode,austrian ssn', 'Sozialversicherungsnummer', 'https://www.sozialversicherung.at', every(divides('3 7 9 -1 5 8 4 2 1 6', 11), austrianBirth)],
  ['at-tax-number', 'tax', 'D', 'dd-ddd/dddd|dd ddd dddd', 'steuernummer,abgabenkontonummer,finanzamt,stnr', 'Abgabenkontonummer', 'oecd'],
  ['at-vat', 'vat', 'A', 'ATU dddddddd', 'uid,uid-nummer,ust-id,umsatzsteuer', 'Umsatzsteuer-Identifikationsnummer', 'vies', austrianVat],
  ['at-licence-plate', 'vehicle', 'D', 'a{1,2} d{2,5} a{1,3}', 'kfz kennzeichen,amtliches kennzeichen', 'Kfz-Kennzeichen', 'plates'],
  ['at-company-register', 'company', 'S', 'FN d{5,6} a', 'fn,firmenbuch,firmenbuchnummer', 'Firmenbuchnummer', 'gleif'],
  ['at-passport', 'passport', 'D', 'a ddddddd|aa ddddddd', 'reisepass,passnummer', 'Reisepass', 'prado'],
  ['be-national', 'national', 'B', 'dd.dd.dd-ddd.dd', 'rijksregisternummer,numéro national,registre national,rijksregister,insz,niss,nationalregisternummer,nn,numéro de registre national,numéro du registre national,national register number,identifiant national', 'Rijksregisternummer, numéro de registre national', 'eu-tin', every(belgianNumber, belgianBirth)],
  ['be-vat', 'vat', 'B', 'BE [01]ddd.ddd.ddd|[01]ddd.ddd.ddd', 'btw,tva,ondernemingsnummer,numéro d’entreprise,kbo,bce,unternehmensnummer,vat', 'Ondernemingsnummer, BTW', 'vies', (value) => ((digits) => 97 - (Number(digits.slice(0, 8)) % 97) === Number(digits.slice(8)))(value.replace('BE', ''))],
  ['be-id-card', 'national', 'C', 'ddd-ddddddd-dd', 'identiteitskaart,carte d’identité,eid,kaartnummer', 'Identiteitskaart', 'prado', (value) => (Number(value.slice(0, 10)) % 97 || 97) === Number(value.slice(10))],
  ['be-passport', 'passport', 'D', 'aa dddddd', 'paspoort,passeport', 'Paspoort, passeport', 'prado'],
  ['ch-social-security', 'social', 'A', '756.dddd.dddd.dd', 'ahv,ahv-nummer,avs,numéro avs,ahvn13,navs,sozialversicherungsnummer,numero avs,avs number,ahv number', 'AHV-Nummer, numéro AVS', 'https://www.zas.admin.ch/zas/en/home/partenaires-et-institutions-/navs13.html', gs1],
  ['ch-company', 'company', 'A', 'CHE-ddd.ddd.ddd', 'uid,mwst,tva,ide,iva', 'Unternehmens-Identifikationsnummer', 'https://www.bfs.admin.ch/bfs/en/home/registers/enterprise-register/enterprise-identification.html', (value) => keyed('5 4 3 2 7 6 5 4', 11, missing(11, 'none'), 3)(value)],
  ['ch-passport', 'passport', 'D', '[XSFEDP]ddddddd|[XSFEDP]dxxxxxx', 'reisepass,passeport,passaporto,identitätskarte,carte d’identité', 'Reisepass, Identitätskarte', 'prado'],
  ['ch-health-card', 'health', 'S', '80756ddddddddddddddd', 'versichertenkarte,carte d’assuré,krankenversicherung,tessera d’assicurato,kartennummer', 'Versichertenkarte', 'https://www.bag.admin.ch'],
  ['ch-driving-licence', 'licence', 'D', 'dddddddddddd', 'führerausweis,führerschein,licenza di condurre', 'Führerausweis', 'prado'],
  ['de-tax-id', 'tax', 'C', 'dd ddd ddd ddd', 'steuer-id,steuerliche identifikationsnummer,idnr,steueridentifikationsnummer,identifikationsnummer,tin,steuer-identifikationsnummer,tax id,steuer-identnr,steuer-ident-nummer,steueridentnummer,steuer-id-nr', 'Steuerliche Identifikationsnummer', 'eu-tin', every(mod11x10, germanTaxDigits)],
  ['de-tax-number', 'tax', 'S', 'd{13}|!dd(d/ddd/ddddd|/ddd/ddddd|/ddd/dddd|/dddd/dddd|d/dddd/dddd| ddd ddddd|d ddd ddddd)', 'steuernummer,st-nr,stnr,steuer-nr,finanzamt', 'Steuernummer', 'https://www.elster.de', germanTaxOffice],
  ['de-social-security', 'social', 'A', 'dd dddddd a ddd', 'sozialversicherungsnummer,rentenversicherungsnummer,rvnr,svnr,sv-nummer,versicherungsnummer,vsnr,rentenversicherung', 'Rentenversicherungsnummer', 'https://www.gesetze-im-internet.de/vkvv/', germanPension],
  ['de-health-insurance', 'health', 'C', 'a ddddddddd', 'krankenversichertennummer,kvnr,versichertennummer,krankenkasse,egk,gesundheitskarte,krankenversicherung,versicherten-nr,kv-nummer,kv-nr,krankenversicherungsnummer,krankenversichertennr,vers.-nr,versicherten nr', 'Krankenversichertennummer', 'https://www.gkv-spitzenverband.de', germanInsured],
  ['ch-licence-plate', 'vehicle', 'D', 'aa d{3,6}|aa ddd ddd|aa dd ddd', 'kontrollschild,autokennzeichen,autonummer,plaque', 'Kontrollschild', 'plates'],
  ['de-id-card', 'national', 'C?', '[CFGHJKLMNPRTVWXYZ][CFGHJKLMNPRTVWXYZ0-9]{7}d|Td{8}|[LMNPRTVWXY][CFGHJKLMNPRTVWXYZ0-9]{8}d', 'personalausweis,personalausweisnummer,ausweisnummer,ausweis,perso,ausweis-nr,identity card,id card', 'Personalausweis', 'prado', either(icao, (value) => /^T\d{8}$/.test(value))],
  ['de-passport', 'passport', 'C?', '[CFGHJK][CFGHJKLMNPRTVWXYZ0-9]{7}d|[CFGHJK][CFGHJKLMNPRTVWXYZ0-9]{8}d', 'reisepass,passnummer,pass-nr,reisepassnummer,passnr,reisepass-nr,reisepassnr', 'Reisepass', 'prado', icao],
  ['de-residence-permit', 'residence', 'D', '[CFGHJKLMNPRTVWXYZ][CFGHJKLMNPRTVWXYZ0-9]{7}d', 'aufenthaltstitel,eat,aufenthaltserlaubnis,niederlassungserlaubnis,aufenthaltskarte', 'Elektronischer Aufenthaltstitel', 'prado'],
  ['de-driving-licence', 'licence', 'S', 'aad{8}x|[A-Z0-9]ddd[A-Z0-9]{5}dx', 'führerschein,führerscheinnummer,fahrerlaubnis,führerschein-nr,fahrerlaubnisnummer,führerscheinnr,nr-führerschein', 'Führerschein', 'https://www.kba.de', (value) => /\d{2}/.test(value) && /[A-Z]/.test(value)],
  ['de-vat', 'vat', 'A', 'DE ddd ddd ddd|DE ddddddddd', 'ust-idnr,ust-id,umsatzsteuer-identifikationsnummer,ustidnr,vat,mwst', 'Umsatzsteuer-Identifikationsnummer', 'vies', within(2, undefined, mod11x10)],
  ['de-practitioner', 'practitioner', 'C', 'ddddddddd', 'lanr,arztnummer,lebenslange arztnummer', 'Lebenslange Arztnummer', 'https://www.kbv.de', germanDoctor],
  ['de-practice', 'practitioner', 'S', 'ddddddddd', 'bsnr,betriebsstättennummer,praxisnummer,betriebsstätte', 'Betriebsstättennummer', 'https://www.kbv.de', (value) => !/^0+$/.test(value)],
  ['de-company-register', 'company', 'S', 'HRA d{1,6}|HRB d{1,6}|GNR d{2,6}|PR d{3,6}|VR d{3,6}', 'hrb,hra,handelsregister,handelsregisternummer,amtsgericht,registergericht', 'Handelsregisternummer', 'https://www.handelsregister.de', (value) => /^HR/.test(value)],
  ['de-licence-plate', 'vehicle', 'S', '!a{1,3}( a{1,2} d{1,4}|-a{1,2}-d{1,4}|-a{1,2} d{1,4}| a{1,2} d{1,4}[EH]|-a{1,2}-d{1,4}[EH]|-a{1,2} d{1,4}[EH])', 'kennzeichen,kfz-kennzeichen,nummernschild,fahrzeug,kfz,autokennzeichen,amtliches kennzeichen', 'Kfz-Kennzeichen', 'plates'],
  ['fr-social-security', 'social', 'A', 'x dd dd xx ddd ddd dd|dddddxxddd ddd dd|ddddd xx ddd ddd dd|dddddxxdddddd dd', 'numéro de sécurité sociale,nir,sécurité sociale,n° sécu,secu,carte vitale,insee,numéro insee,numéro de sécu', 'Numéro d’inscription au répertoire', 'https://www.insee.fr/fr/metadonnees/definition/c1409', frenchSecurity],
  ['fr-health-card', 'health', 'D', 'dddddddddd dddddddddd d', 'carte vitale,carte d’assuré social,numéro de carte vitale', 'Carte Vitale', 'https://www.ameli.fr', plausible],
  ['fr-tax-id', 'tax', 'C', '[0-3]d dd ddd ddd ddd', 'numéro fiscal,spi,nif,numéro fiscal de référence,impôts,avis d’imposition,n fiscal,no fiscal,numéro d’identification fiscale', 'Numéro fiscal de référence', 'oecd', (value) => Number(value.slice(0, 10)) % 511 === Number(value.slice(10))],
  ['fr-id-card', 'national', 'D', 'dddddddddddd|[A-Z0-9]{2}ddd[A-Z0-9]{4}|ddaaddddd|xxxxxxxxx', 'carte nationale d’identité,cni,carte d’identité,pièce d’identité,numéro cni', 'Carte nationale d’identité', 'prado', frenchCard],
  ['fr-passport', 'passport', 'S', 'dd aa ddddd', 'passeport,numéro de passeport', 'Passeport', 'prado'],
  ['fr-driving-licence', 'licence', 'D', 'dddddddddddd|dd aa ddddd', 'permis de conduire,numéro de permis,n° de permis', 'Permis de conduire', 'prado'],
  ['fr-residence-permit', 'residence', 'D', 'dddddddddd|xxxxxxxxx', 'titre de séjour,carte de séjour,numéro étranger,n° étranger,carte de résident', 'Titre de séjour', 'prado', plausible],
  ['fr-company', 'company', 'C', 'ddd ddd ddd', 'siren,numéro siren,rcs', 'SIREN', 'https://www.insee.fr/fr/metadonnees/definition/c2047', every(luhn, plausible)],
  ['fr-establishment', 'company', 'C', 'ddd ddd ddd ddddd', 'siret,numéro siret', 'SIRET', 'https://www.insee.fr/fr/metadonnees/definition/c1841', every(luhn, plausible)],
  ['fr-vat', 'vat', 'A', 'FR xx ddd ddd ddd|FR xx ddddddddd', 'tva,tva intracommunautaire,numéro de tva,vat', 'Numéro de TVA intracommunautaire', 'vies', frenchVat],
  ['fr-licence-plate', 'vehicle', 'S', '![A-HJ-NP-TV-Z]{2}(-ddd-[A-HJ-NP-TV-Z]{2}| ddd [A-HJ-NP-TV-Z]{2})', 'immatriculation,plaque,plaque d’immatriculation,immatriculé,immatriculée', 'Plaque d’immatriculation', 'plates'],
  ['gb-national-insurance', 'social', 'S', 'QQ dd dd dd [A-D]|[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]( dd dd dd [A-D]| dddddd[A-D]| dddddd [A-D]|dd dd dd [A-D])', 'national insurance,nino,ni,ni number,ni no,national insurance number,nat ins,nat ins no,ni num', 'National Insurance number', 'https://www.gov.uk/hmrc-internal-manuals/national-insurance-manual/nim39110', britishPrefix],
  ['gb-temporary-reference', 'social', 'D', 'dd a ddddd|dda ddddd|dd a ddd dd', 'temporary reference number,trn,temporary ni number,temporary national insurance number,paye temp number,temp number', 'Temporary Reference Number', 'https://www.gov.uk/hmrc-internal-manuals/national-insurance-manual/nim39110'],
  ['gb-nhs', 'health', 'C', 'ddd ddd dddd', 'nhs,nhs number,nhs no,national health service,health service number', 'NHS number', 'https://www.datadictionary.nhs.uk/attributes/nhs_number.html', every(nhs, plausible)],
  ['gb-chi', 'health', 'C', 'dddddd dddd', 'chi,chi number,community health index', 'Community Health Index number', 'https://www.ndc.scot.nhs.uk', every(nhs, dated('ddmmyy'))],
  ['gb-tax-reference', 'tax', 'C', 'ddddd ddddd|ddd ddd dddd|dd ddd ddd dd|dddd dddd dd', 'utr,unique taxpayer reference,self assessment,tax reference', 'Unique Taxpayer Reference', 'oecd', every(britishTaxpayer, plausible)],
  ['gb-passport', 'passport', 'D', 'ddddddddd|aaddddddd', 'british passport,uk passport', 'Passport', 'https://www.gov.uk/hmrc-internal-manuals', plausible],
  ['gb-driving-licence', 'licence', 'S', '[A-Z][A-Z9]{4}(dddddd[A-Z9]{2}xxx| dddddd [A-Z9]{2}xxx| dddddd[A-Z9]{2}xxx| ddd ddd [A-Z9]{2}xxx| dd dd dd [A-Z9]{2} x xx|dd.dd.dd[A-Z9]{2}xxx|dddddd[A-Z9]{2}xxx dd| dddddd [A-Z9]{2}xxx dd| dddddd[A-Z9]{2}xxx dd| ddd ddd [A-Z9]{2}xxx dd| dddddd [A-Z9]{2}xxxdd)', 'driving licence,driver number,dvla,licence,license,dvla number,driving licence number', 'Driving licence', 'https://www.gov.uk/driving-licence-information', britishDriver],
  ['gb-residence-permit', 'residence', 'D', 'aaddddddd|aaxddddddd', 'biometric residence permit,brp,residence permit,brp number', 'Biometric residence permit', 'https://www.gov.uk/biometric-residence-permits'],
  ['gb-doctor', 'practitioner', 'D', 'ddddddd', 'gmc,gmc number,gmc no,gmc reference,general medical council', 'GMC reference number', 'https://www.gmc-uk.org/registration-and-licensing/the-medical-register', plausible],
  ['gb-nurse', 'practitioner', 'D', 'dd[A-Z]dddd[A-Z]', 'nmc,nmc pin,nmc number,nmc no,nursing and midwifery council', 'NMC PIN', 'https://www.nmc.org.uk/registration/'],
  ['gb-electoral-roll', 'voter', 'D', 'aad{3,4}', 'electoral roll number,electoral number,elector number,electoral roll no', 'Electoral roll number', 'https://www.electoralcommission.org.uk'],
  ['gb-company', 'company', 'D', 'dddddddd|[A-Z]{2}dddddd', 'company number,companies house,company registration,crn,registered number', 'Company number', 'gleif', (value) => /^\d+$/.test(value) || /^(?:SC|NI|OC|SO|NC|FC|BR|IP|RC|CE|GE|LP|SL|NL|R0|AC|SA|NA|RS|SP|NP|NO|IC|SI|NZ|SF|SR|NR|OE|CS|ES|GS|GN|PC|SE)/.test(value)],
  ['gb-vat', 'vat', 'B', 'GB ddd dddd dd|GBddddddddd|ddd dddd dd', 'vat,vat number,vat registration,vat no', 'VAT registration number', 'https://www.gov.uk/guidance/vat-eu-country-codes-vat-numbers-and-vat-in-other-languages', every(britishVat, plausible)],
  ['gb-licence-plate', 'vehicle', 'S', '[A-HJ-PR-Y]{2}dd [A-HJ-PR-Z]{3}|[A-HJ-NPR-TV-Y]d{1,3} [A-HJ-PR-Z]{3}|[A-HJ-PR-Y]{3} d{1,3}[A-HJ-NPR-TV-Y]', 'registration number,registration,car reg,number plate,vehicle registration,registration plate,reg plate,vrm,vehicle,reg,reg no,reg number,car registration,plate,vehicle reg,vehicle registration number', 'Vehicle registration mark', 'plates', (value) => !/^[A-Z]{2}\d\d[A-Z]{3}$/.test(value) || /^..(?:0[2-9]|[1-2]\d|5[1-9]|[67]\d)/.test(value)],
  ['ie-pps', 'national', 'C', 'ddddddd [A-W][A-IW]|ddddddd [A-W]', 'pps,ppsn,pps number,personal public service,uimhir psp,pps no,pps num,pps service number,personal public service number,rsi number,rsi no', 'Personal Public Service Number', 'https://www.revenue.ie', irishNumber],
  ['ie-vat', 'vat', 'B', 'IE ddddddd[A-W]([A-I]|)', 'vat,cbl,vat number', 'VAT number', 'vies', within(2, undefined, irishNumber)],
  ['ie-licence-plate', 'vehicle', 'S', '!d{2,3}-a{1,2}-d{1,6}', 'reg,car reg,registration', 'Number plate', 'plates'],
  ['ie-passport', 'passport', 'D', 'aadddddd(d||dd)', 'irish passport', 'Passport', 'prado'],
  ['ie-driving-licence', 'licence', 'D', 'ddd ddd ddd', 'driving licence,driver number,ndls', 'Driving licence', 'prado', plausible],
  ['li-person', 'tax', 'D', 'd{4,12}', 'peid,personenidentifikationsnummer', 'PEID', 'oecd'],
  ['lu-national', 'national', 'B', 'dddd dddd ddddd|dddd dd dd ddd dd', 'matricule,numéro d’identification,matricule national,cns,identifikationsnummer,matrikel,numéro d’identification personnel', 'Matricule', 'eu-tin', every(dated('yyyymmdd'), luxembourgPerson)],
  ['lu-vat', 'vat', 'A', 'LU dddddddd|LU ddd ddd dd', 'tva,mwst,vat', 'Numéro de TVA', 'vies', (value) => Number(value.slice(2, 8)) % 89 === Number(value.slice(8))],
  ['mc-vat', 'vat', 'A', 'FR xx 000 ddd ddd', 'tva', 'Numéro de TVA (Monaco)', 'vies', (value) => modulo(value.slice(4), 97) >= 0 && (12 + 3 * (Number(value.slice(4)) % 97)) % 97 === Number(value.slice(2, 4))],
  ['nl-citizen-service', 'national', 'C', 'dddd.dd.ddd|ddddddddd|ddd ddd ddd', 'bsn,burgerservicenummer,sofinummer,sofi-nummer,burger service nummer,citizen service number,persoonsnummer,sociaal-fiscaal nummer', 'Burgerservicenummer', 'https://www.rvig.nl', every(divides('9 8 7 6 5 4 3 2 -1', 11), plausible)],
  ['nl-passport', 'passport', 'D', '[A-NP-Z]{2}[A-NP-Z0-9]{6}d', 'paspoort,paspoortnummer,identiteitskaart,documentnummer,id-kaart', 'Paspoort, identiteitskaart', 'https://www.rvig.nl'],
  ['nl-driving-licence', 'licence', 'D', 'dddddddddd', 'rijbewijs,rijbewijsnummer,rijbewijs nummer', 'Rijbewijs', 'https://www.rdw.nl', plausible],
  ['nl-vat', 'vat', 'A?', 'NL ddddddddd B dd|NL dddd.dd.ddd.B.dd', 'btw,btw-nummer,btw-id,vat,omzetbelasting', 'Btw-identificatienummer', 'vies', (value) => divides('9 8 7 6 5 4 3 2 -1', 11)(value.slice(2, 11)) || modulo(value, 97) === 1],
  ['nl-company', 'company', 'D', 'dddddddd', 'kvk,kvk-nummer,kamer van koophandel,handelsregister', 'KvK-nummer', 'gleif', plausible],
  ['nl-practitioner', 'practitioner', 'D', 'ddddddddddd', 'big-nummer,big-register,big-registratie', 'BIG-nummer', 'https://www.bigregister.nl', plausible],
  ['nl-licence-plate', 'vehicle', 'S', '!aa-ddd-a|!a-ddd-aa|!dd-aaa-d|!d-aaa-dd|!aa-dd-dd|!aa-dd-aa|!dd-dd-aa|!dd-aa-dd|!dd-aa-aa', 'kenteken,kentekennummer,nummerplaat', 'Kenteken', 'plates', (value) => /[A-Z]/.test(value)],
  ['be-licence-plate', 'vehicle', 'S', '!d-aaa-ddd', 'nummerplaat,plaque,plaque d’immatriculation,kenteken', 'Nummerplaat', 'plates'],
] satisfies readonly Identifier[];
