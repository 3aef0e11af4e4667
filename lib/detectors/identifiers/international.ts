import { type Check, divides, every, keyed, luhn, missing, modulo, plausible, rank, weighted } from './check-digits.ts';
import type { Identifier } from './identifier.ts';

/** Letters become two digits, then Luhn. */
const isin: Check = (value) => luhn([...value].map((character) => String(rank(character))).join(''));
const cusip: Check = (value) => {
  let sum = 0;
  for (let i = 0; i < 8; i++) {
    const product = rank(value[i] ?? '0') * (i % 2 === 0 ? 1 : 2);
    sum += Math.floor(product / 10) + (product % 10);
  }
  return (10 - (sum % 10)) % 10 === Number(value[8]);
};
const sedol: Check = (value) => !/[AEIOU]/.test(value) && (10 - (weighted(value, [1, 3, 1, 7, 3, 9]) % 10)) % 10 === Number(value[6]);
const figi: Check = (value) => !/[AEIOU]/.test(value.slice(3)) && !/^(?:BS|BM|GG|GB|GH|KY|VG)/.test(value);

/** Districts of the Federal Reserve, thrifts, electronic and travellers' cheques. */
const routing: Check = (value) =>
  /^(?:0\d|1[0-2]|2[1-9]|3[0-2]|6[1-9]|7[0-2]|80)/.test(value) && divides('3 7 1 3 7 1 3 7 1', 10)(value) && !/^0+$/.test(value);

const clabe = keyed('3 7 1 3 7 1 3 7 1 3 7 1 3 7 1 3 7', 10, missing(10));
const mexicanBank: Check = (value) => {
  const sum = [...value.slice(0, 17)].reduce((total, digit, i) => total + ((Number(digit) * ([3, 7, 1][i % 3] ?? 1)) % 10), 0);
  return (10 - (sum % 10)) % 10 === Number(value[17]) && clabe(value);
};
const argentinianBank: Check = (value) =>
  divides('7 1 3 9 7 1 3 1', 10)(value.slice(0, 8)) && divides('3 9 7 1 3 9 7 1 3 9 7 1 3 1', 10)(value.slice(8));
/** Letters of an account count A = 1, J = 1, S = 2 and on. */
const frenchBank: Check = (value) => {
  const digits = value.replace(/[A-Z]/g, (letter) => String('12345678912345678923456789'[rank(letter) - 10]));
  return modulo(digits, 97) === 0;
};
const spanishBank: Check = (value) => {
  const digit = (part: string): number => ((11 - (weighted(part, [1, 2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11)) % 11) % 10;
  const first = (11 - (weighted(`00${value.slice(0, 8)}`, [1, 2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11)) % 11;
  return (first === 10 ? 1 : first) === Number(value[8]) && (digit(value.slice(10)) === Number(value[9]) || value[9] === '1');
};

/** Weights 9, 7, 3 and 1 over the bank's eight digits, and again over the account's eight or sixteen. */
const hungarianBank: Check = (value) =>
  [value.slice(0, 8), value.slice(8)].every(
    (part) => [...part].reduce((sum, digit, i) => sum + Number(digit) * ([9, 7, 3, 1][i % 4] ?? 1), 0) % 10 === 0,
  );

/** Bodies that allocate or once allocated numbers, and test numbers: GSMA TS.06, annex A, https://en.wikipedia.org/wiki/Reporting_Body_Identifier */
const allocated: Check = (value) => /^(?:0\d|10|3[035]|4[459]|5[0-4]|86|9[189])/.test(value);

/** Transliteration and weights of 49 CFR 565.15. */
const VIN_VALUES = '0123456789.ABCDEFGH..JKLMN.P.R..STUVWXYZ';
const vin: Check = (value) => {
  const sum = [...value].reduce(
    (total, character, i) => total + (VIN_VALUES.indexOf(character) % 10) * ([8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2][i] ?? 0),
    0,
  );
  return 'X0123456789'[((sum % 11) + 1) % 11] === value[8] && /\d{3}$/.test(value);
};

/** What the standards of the world number: accounts, securities, devices, patients. `xx` stands for no country. */
// biome-ignore format: one line is one identifier
export default [
  ['xx-aba-routing', 'account', 'C', 'dddd-dddd-d|dddd-ddddd|ddddddddd', 'aba,routing,routing number,aba number,rtn,bank routing,transit routing,aba routing', 'ABA routing transit number', 'https://www.aba.com/about-us/routing-number', routing],
  ['xx-us-bank-account', 'account', 'D', 'd{6,17}', 'account number,bank account,checking account,savings account,acct no,acct number,account no,acct,bank account number,a/c no,a/c number,acc no,acc number,account nr,account num,loan number,loan account,mortgage account', 'Bank account (United States)', 'https://www.aba.com', plausible],
  ['xx-bank-account', 'account', 'D', 'd{6,18}', 'رقم الحساب,رقم حساب,حساب بنكي,رقم حسابه,رقم حسابي,شماره حساب,חשבון בנק,מספר חשבון,बैंक खाता,बैंक खाता संख्या,खाता संख्या,ব্যাংক হিসাব,হিসাব নম্বর,tilinumero,αριθμός λογαριασμού,τραπεζικός λογαριασμός,hesap no,hesap numarası,cheque account,current account,savings account no', 'Bank account', 'https://www.iso.org/standard/81090.html', plausible],
  ['xx-uk-sort-code', 'account', 'D', 'dd-dd-dd|dd dd dd', 'sort code,sortcode', 'Sort code', 'https://www.wearepay.uk'],
  ['xx-uk-bank-account', 'account', 'D', 'dddddddd|dd-dd-dd dddddddd|dd dd dd dddddddd', 'sort code,account no,account number,bank account,bank account number,acc number,acc no', 'Bank account (United Kingdom)', 'https://www.wearepay.uk', plausible],
  ['xx-au-bsb', 'account', 'D', 'ddd-ddd', 'bsb,bsb number', 'BSB (Australia)', 'https://www.auspaynet.com.au'],
  ['xx-ca-transit', 'account', 'D', '!ddddd-ddd|0ddddd-ddd', 'transit number,institution number', 'Transit number (Canada)', 'https://www.payments.ca'],
  ['xx-ifsc', 'account', 'S', '[A-Z]{4}0xxxxxx|[A-Z]{4} 0 xxxxxx', 'ifsc,ifsc code,ifsc no', 'IFSC (India)', 'https://www.rbi.org.in'],
  ['xx-clabe', 'account', 'B', 'd{18}|ddd ddd ddddddddddd d', 'clabe,clabe interbancaria', 'CLABE (Mexico)', 'https://www.banxico.org.mx', mexicanBank],
  ['xx-cbu', 'account', 'B', 'd{22}', 'cbu,cvu,clave bancaria', 'CBU (Argentina)', 'https://www.bcra.gob.ar', argentinianBank],
  ['xx-rib', 'account', 'B', 'ddddd ddddd x{11} dd', 'rib,relevé d’identité bancaire', 'RIB (France)', 'https://www.cfonb.org', frenchBank],
  ['xx-ccc', 'account', 'B', 'dddd dddd dd dddddddddd', 'ccc,código cuenta cliente,cuenta bancaria', 'Código Cuenta Cliente (Spain)', 'https://www.bde.es', spanishBank],
  ['xx-nib', 'account', 'B', 'dddd dddd ddddddddddd dd|d{21}', 'nib,número de identificação bancária', 'NIB (Portugal)', 'https://www.bportugal.pt', (value) => modulo(value, 97) === 1],
  ['xx-de-bank-account', 'account', 'D', 'd{6,10}', 'kontonummer,konto-nr,kto,konto', 'Kontonummer (Germany)', 'https://www.bundesbank.de', plausible],
  ['xx-de-bank-code', 'account', 'D', '[1-8]dd ddd dd', 'blz,bankleitzahl', 'Bankleitzahl (Germany)', 'https://www.bundesbank.de'],
  ['xx-no-bank-account', 'account', 'C', 'dddd.dd.ddddd', 'kontonummer,konto,bankkonto,kontonr', 'Kontonummer (Norway)', 'https://www.bits.no', divides('5 4 3 2 7 6 5 4 3 2 1', 11)],
  ['xx-nz-bank-account', 'account', 'D', '!dd-dddd-ddddddd-dd(|d)', 'bank account,account number,bank,acct,a/c,account no', 'Bank account (New Zealand)', 'https://www.paymentsnz.co.nz'],
  ['xx-jp-bank-account', 'account', 'D', 'ddddddd', '口座番号,普通預金,普通口座,当座預金,支店 普通,支店　普通,支店普通,（普通）', '口座番号 (Japan)', 'https://www.zengin-net.jp', plausible],
  ['xx-kr-bank-account', 'account', 'D', 'ddd-dd-dddddd|ddd-ddd-dddddd|dddd-dd-ddddddd|ddd-dddddd-dd-ddd|dddddd-dd-dddddd|dddd-ddd-dddddd|ddd-dddd-dddd-dd|d{10,14}|ddd-dd-dddd-ddd', '계좌번호,계좌,국민은행,신한은행,우리은행,하나은행,기업은행,농협,카카오뱅크,토스뱅크', '계좌번호 (Korea)', 'https://www.kftc.or.kr', plausible],
  ['xx-cn-bank-account', 'account', 'D', 'd{12,19}|dddd dddd dddd dddd(| ddd)', '银行账号,银行账户,银行卡号,收款账号,开户账号,对公账户', '银行账号 (China)', 'https://www.unionpay.com', plausible],
  ['xx-tw-bank-account', 'account', 'D', 'd{10,16}|ddd-ddd-dddddd|ddd-dddddddddd{1,3}|dddd-ddd-dddddd', '銀行帳號,匯款帳號,銀行戶口,帳號', '銀行帳號 (Taiwan, Hong Kong)', 'https://www.fisc.com.tw', plausible],
  ['xx-th-bank-account', 'account', 'D', 'ddd-d-ddddd-d|dddddddddd', 'เลขที่บัญชี,เลขบัญชี,บัญชีธนาคาร', 'เลขที่บัญชี (Thailand)', 'https://www.bot.or.th', plausible],
  ['xx-vn-bank-account', 'account', 'D', 'd{8,15}|dddd dddd dddd(|d)', 'số tài khoản,stk,tài khoản ngân hàng', 'Số tài khoản (Vietnam)', 'https://www.sbv.gov.vn', plausible],
  ['xx-id-bank-account', 'account', 'D', 'd{10,16}|dddd-dd-dddddd-dd-d|ddd-dd-ddddddd-d', 'nomor rekening,no rekening,norek,no. rekening,rekening,rek,rekening bca,rekening bri,rekening bni,rekening mandiri', 'Nomor rekening (Indonesia)', 'https://www.bi.go.id', plausible],
  ['xx-br-bank-account', 'account', 'D', 'd{4,12}-x', 'conta corrente,conta poupança,número da conta,agência,ag. conta', 'Conta bancária (Brazil)', 'https://www.bcb.gov.br'],
  ['xx-es-bank-account', 'account', 'D', 'd{8,20}|ddd-dddddddd-d-dd|dd-ddd-dddddd-dd|ddd-dddddd-dd', 'número de cuenta,nº de cuenta,no. de cuenta,cuenta corriente,cuenta de ahorros,cuenta bancaria,cci,código de cuenta interbancario,bancolombia,davivienda,cuenta nómina', 'Número de cuenta (Latin America)', 'https://www.bcrp.gob.pe', plausible],
  ['xx-cz-bank-account', 'account', 'D', '!d{2,6}-d{2,10}/dddd|!d{4,10}/dddd', 'číslo účtu,č.ú,účet,bankovní účet', 'Číslo účtu (Czechia)', 'https://www.cnb.cz'],
  ['xx-pl-bank-account', 'account', 'B', 'dd dddd dddd dddd dddd dddd dddd', 'numer konta,nr konta,numer rachunku,nr rachunku,konto bankowe,rachunek', 'Numer rachunku bankowego (Poland)', 'https://nbp.pl', (value) => modulo(`${value.slice(2)}2521${value.slice(0, 2)}`, 97) === 1],
  ['xx-hu-bank-account', 'account', 'B', '!dddddddd-dddddddd(|-dddddddd)', 'bankszámlaszám,számlaszám,bankszámla', 'Bankszámlaszám (Hungary)', 'https://www.mnb.hu', hungarianBank],
  ['xx-ru-bank-account', 'account', 'D', '[34]d{19}', 'расчётный счёт,расчетный счет,р/с,номер счёта,номер счета,лицевой счёт,лицевой счет,корр. счёт,к/с,счёт,счет,счёта,счета', 'Расчётный счёт (Russia)', 'https://www.cbr.ru', plausible],
  ['xx-ru-bank-code', 'account', 'D', '0[1-9]d{7}', 'бик,бик банка', 'БИК (Russia)', 'https://www.cbr.ru'],
  ['xx-au-bank-account', 'account', 'D', 'd{6,9}|dddd dddd|ddd ddd ddd', 'bsb,account number,account no,acc', 'Bank account (Australia)', 'https://www.auspaynet.com.au', plausible],
  ['xx-se-bank-account', 'account', 'D', 'dddd d{7,10}|dddd dd ddddd|dddd ddd ddd ddd|ddd ddd ddd|ddd ddd ddd-d', 'clearingnummer,clearingnr,clearing,kontonummer,kontonr,lönekonto,bankkonto', 'Kontonummer (Sweden)', 'https://www.bankinfrastruktur.se', plausible],
  ['xx-my-bank-account', 'account', 'D', 'dddd dddd dddd|d{10,16}', 'akaun,no akaun,nombor akaun,no. akaun,akaun bank,maybank,cimb', 'Nombor akaun (Malaysia)', 'https://www.bnm.gov.my', plausible],
  ['xx-lei', 'security', 'A', 'xxxxx{14}dd', 'lei,legal entity identifier', 'LEI (ISO 17442)', 'https://www.gleif.org/en/organizational-identity/introducing-the-legal-entity-identifier-lei/iso-17442-the-lei-code-structure', (value) => modulo(value, 97) === 1 && /[A-Z]/.test(value) && /\d/.test(value.slice(0, 18))],
  ['xx-isin', 'security', 'B', 'aaxxxxxxxxxd', 'isin,wertpapier,securities', 'ISIN (ISO 6166)', 'https://www.isin.org/isin/', every(isin, (value) => /\d{3}/.test(value))],
  ['xx-cusip', 'security', 'C', 'dddxxxxxd|dddxxx xx d', 'cusip', 'CUSIP', 'https://www.cusip.com', cusip],
  ['xx-sedol', 'security', 'C', 'xxxxxxd', 'sedol', 'SEDOL', 'https://www.lseg.com/en/data-indices-analytics/data/sedol', sedol],
  ['xx-wkn', 'security', 'D', '[A-HJ-NP-Z0-9]{6}', 'wkn,wertpapierkennnummer', 'WKN', 'https://www.wmgruppe.de', (value) => /\d/.test(value)],
  ['xx-figi', 'security', 'S', '[B-DF-HJ-NP-TV-Z]{2}Gxxxxxxxxd', 'figi,bloomberg', 'FIGI', 'https://www.openfigi.com', figi],
  ['xx-imei', 'device', 'C', 'dd-dddddd-dddddd-d|dd dddddd dddddd d|dddddd-dd-dddddd-d', 'imei,imei number,phone imei,imei1,imei2', 'IMEI (3GPP TS 23.003)', 'https://www.3gpp.org/dynareport/23003.htm', (value) => (allocated(value) ? luhn(value) && plausible(value) : luhn(value) && !/0{5}/.test(value) ? false : null)],
  ['xx-imei-sv', 'device', 'D', 'dddddddddddddddd', 'imeisv,imei sv', 'IMEISV (3GPP TS 23.003)', 'https://www.3gpp.org/dynareport/23003.htm'],
  ['xx-imsi', 'device', 'D', '[2-7]d{13,14}', 'imsi,subscriber identity', 'IMSI (ITU-T E.212)', 'https://www.itu.int/rec/T-REC-E.212', plausible],
  ['xx-iccid', 'device', 'B', '89d{16,18}|8ddd dddd dddd dddd dddd', 'iccid,sim,sim card,sim number', 'ICCID (ITU-T E.118)', 'https://www.itu.int/rec/T-REC-E.118', luhn],
  ['xx-meid', 'device', 'D', '[A-F0-9]{14}', 'meid', 'MEID (3GPP2 S.R0048)', 'https://www.3gpp2.org', (value) => /[A-F]/.test(value)],
  ['xx-vin', 'vehicle', 'B?', '[A-HJ-NPR-Z0-9]{17}', 'vin,vehicle vin,vehicle identification number,fahrgestellnummer,fin,chassis number,chassisnummer,numéro de châssis,número de bastidor,telaio', 'VIN (ISO 3779)', 'https://www.ecfr.gov/current/title-49/part-565', (value) => (/[A-Z]/.test(value) && /\d{3}$/.test(value) ? vin(value) : null)],
  ['xx-european-health-card', 'health', 'D', '80dddddddd dddddddddd|80ddd ddddd dddddddddd', 'ehic,european health insurance card,europäische krankenversicherungskarte,carte européenne d’assurance maladie,tarjeta sanitaria europea,tessera europea di assicurazione malattia,eurooppalainen sairaanhoitokortti,sairaanhoitokortti,europeiskt sjukförsäkringskort,sjukförsäkringskort,europejska karta ubezpieczenia zdrowotnego', 'European Health Insurance Card', 'https://ec.europa.eu/social/main.jsp?catId=559', plausible],
  ['xx-medical-record', 'patient', 'D', 'd{5,12}|a{1,3}d{5,10}|!a{1,3}-d{5,10}|ddd-dd-ddd|dd-dd-dd', 'mrn,medical record,medical record number,patient id,patient number,patientennummer,fallnummer,chart number,hospital number,krankenaktennummer,numéro de dossier,historia clínica', 'Medical record number', 'https://www.hhs.gov/hipaa/for-professionals/special-topics/de-identification/index.html'],
  ['xx-health-insurance-id', 'patient', 'D', 'a{1,4}d{6,12}|d{8,12}|a{3}d{3}a{1}d{5}|a{3} ddd ddd ddd|!a{2,5}-d{6,12}', 'member id,policy number,subscriber id,insurance id,beneficiary id,health plan,group number,insurance policy,insurance number,membership id', 'Member of a health plan', 'https://www.hhs.gov/hipaa/for-professionals/special-topics/de-identification/index.html', plausible],
] satisfies readonly Identifier[];
