import { type Check, dated, every, isDay, luhn, mod11x2, plausible, rank, verhoeff, weighted, within } from './check-digits.ts';
import type { Identifier } from './identifier.ts';

/** Provinces of GB/T 2260. */
const CHINESE = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/;
const chinesePerson: Check = (value) => CHINESE.test(value) && dated('yyyymmdd', 6)(value) && mod11x2(value);

const CREDIT = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const chineseCompany: Check = (value) => {
  let sum = 0;
  let weight = 1;
  for (let i = 0; i < 17; i++) {
    const own = CREDIT.indexOf(value[i] ?? '');
    if (own < 0) return false;
    sum += own * weight;
    weight = (weight * 3) % 31;
  }
  return CREDIT[(31 - (sum % 31)) % 31] === value[17] && CHINESE.test(value.slice(2)) && /^[1-9ANY][1-59]/.test(value);
};

const hongKong: Check = (value) => {
  const padded = value.padStart(9, ' ');
  let sum = padded[0] === ' ' ? 36 * 9 : rank(padded[0] ?? 'A') * 9;
  for (let i = 1; i < 8; i++) sum += rank(padded[i] ?? '0') * (9 - i);
  const rest = (11 - (sum % 11)) % 11;
  return (rest === 10 ? 'A' : String(rest)) === padded[8];
};

const TAIWANESE = 'ABCDEFGHJKLMNPQRSTUVXYWZIO';
const taiwanesePerson: Check = (value) => {
  const region = TAIWANESE.indexOf(value[0] ?? '') + 10;
  const sum = Math.floor(region / 10) + (region % 10) * 9 + weighted(value, [8, 7, 6, 5, 4, 3, 2, 1, 1], 1);
  return sum % 10 === 0;
};
const taiwaneseCompany: Check = (value) => {
  let sum = 0;
  for (let i = 0; i < 8; i++) {
    const product = Number(value[i]) * ([1, 2, 1, 2, 1, 2, 4, 1][i] ?? 1);
    sum += Math.floor(product / 10) + (product % 10);
  }
  return sum % 5 === 0 || (value[6] === '7' && (sum + 1) % 5 === 0);
};

/** Weights run 2 to 7 from the right, then begin again. */
const japanesePerson: Check = (value) => {
  let sum = 0;
  for (let n = 1; n <= 11; n++) sum += Number(value[11 - n]) * (n <= 6 ? n + 1 : n - 5);
  const rest = sum % 11;
  return (rest <= 1 ? 0 : 11 - rest) === Number(value[11]);
};
const japaneseCompany: Check = (value) => {
  let sum = 0;
  for (let n = 1; n <= 12; n++) sum += Number(value[13 - n]) * (n % 2 === 1 ? 1 : 2);
  return 9 - (sum % 9) === Number(value[0]);
};

const koreanBirth: Check = dated('yymmdd');
const koreanSum: Check = (value) => (11 - (weighted(value, [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]) % 11)) % 10 === Number(value[12]);
const koreanForeignSum: Check = (value) => (13 - (weighted(value, [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]) % 11)) % 10 === Number(value[12]);
const koreanCompany: Check = (value) => {
  const last = Number(value[8]) * 5;
  const sum = weighted(value, [1, 3, 7, 1, 3, 7, 1, 3]) + Math.floor(last / 10) + (last % 10);
  return (10 - (sum % 10)) % 10 === Number(value[9]);
};

const aadhaar: Check = every(verhoeff, (value) => /^[2-9]/.test(value), plausible);
/** The fourth letter says what the holder is: person, company, trust, firm … */
const panHolder: Check = (value) => /^...[PCHFATBLJGK]/.test(value);
const GST = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const gstin: Check = (value) => {
  let sum = 0;
  for (let i = 0; i < 14; i++) {
    const product = GST.indexOf(value[i] ?? '0') * (i % 2 === 0 ? 1 : 2);
    sum += Math.floor(product / 36) + (product % 36);
  }
  return GST[(36 - (sum % 36)) % 36] === value[14];
};
const indianPlate: Check = (value) =>
  /^(?:AN|AP|AR|AS|BR|CG|CH|DD|DL|DN|GA|GJ|HP|HR|JH|JK|KA|KL|LA|LD|MH|ML|MN|MP|MZ|NL|OD|OR|PB|PY|RJ|SK|TN|TR|TS|TG|UK|UP|WB)/.test(value);

const SINGAPORE = { S: 'JZIHGFEDCBA', T: 'GFEDCBAJZIH', F: 'XWUTRQPNMLK', G: 'RQPNMLKXWUT', M: 'KLJNPQRTUWX' } as const;
const singaporePerson: Check = (value) => {
  const first = value[0] as keyof typeof SINGAPORE;
  const sum = weighted(value, [2, 7, 6, 5, 4, 3, 2], 1);
  if (first === 'M') return 'XWUTRQPNJLK'[(sum + 3) % 11] === value[8];
  return SINGAPORE[first]?.[sum % 11] === value[8];
};
const singaporeCompany: Check = (value) => {
  if (/^\d{8}[A-Z]$/.test(value)) return 'XMKECAWLJDB'[weighted(value, [10, 4, 9, 3, 8, 2, 7, 1]) % 11] === value[8];
  if (/^\d{9}[A-Z]$/.test(value)) return 'ZKCMDNERGWH'[weighted(value, [10, 8, 6, 4, 9, 7, 5, 3, 1]) % 11] === value[9];
  const letters = 'ABCDEFGHJKLMNPQRSTUVWX0123456789';
  let sum = 0;
  for (let i = 0; i < 9; i++) sum += letters.indexOf(value[i] ?? 'A') * ([4, 3, 5, 3, 10, 2, 2, 5, 7][i] ?? 0);
  return letters[(((sum - 5) % 11) + 11) % 11] === value[9];
};

const malaysianBirth: Check = (value) => dated('yymmdd')(value) && !/^(?:00|1[789]|20|69|70|73|80|81|9[4-7])/.test(value.slice(6));
/** Women add 40 to the day. */
const indonesianBirth: Check = (value) => {
  const day = Number(value.slice(6, 8));
  return (
    isDay(Number(value.slice(10, 12)), Number(value.slice(8, 10)), day > 40 ? day - 40 : day) &&
    /^(?:1[1-9]|2[1]|3[1-6]|5[1-3]|6[1-5]|7[1-6]|8[12]|9[1-6])/.test(value)
  );
};
/** Fifteen digits; since 2024 sixteen, with a 0 before them, or the number of the person. */
const indonesianTax: Check = (value) =>
  value.length === 15 ? luhn(value.slice(0, 9)) : value.startsWith('0') ? luhn(value.slice(1, 10)) : indonesianBirth(value);
const thaiPerson: Check = (value) =>
  /^[1-8]/.test(value) &&
  /^.(?:1[0-9]|2[0-7]|3[0-9]|4[0-9]|5[0-8]|6[0-7]|7[0-7]|8[0-6]|9[0-6])/.test(value) &&
  (11 - (weighted(value, [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 10 === Number(value[12]);
const vietnameseTax: Check = (value) => 10 - (weighted(value, [31, 29, 23, 19, 17, 13, 7, 5, 3]) % 11) === Number(value[9]);
const iranian: Check = (value) => {
  const rest = weighted(value, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11;
  return (rest < 2 ? rest : 11 - rest) === Number(value[9]);
};
const saudi: Check = (value) => /^[12]/.test(value) && luhn(value);
const kuwaiti: Check = (value) =>
  /^[23]/.test(value) && dated('yymmdd', 1)(value) && 11 - (weighted(value, [2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11) === Number(value[11]);

/** Bahrain, Bangladesh, China, Hong Kong, India, Indonesia, Iran, Iraq, Israel, Japan, Jordan, Korea, Kuwait, Kyrgyzstan, Macao, Malaysia, Nepal, Oman, Pakistan, the Philippines, Qatar, Saudi Arabia, Singapore, Sri Lanka, Syria, Taiwan, Thailand, the United Arab Emirates, Uzbekistan, Vietnam. */
// biome-ignore format: one line is one identifier
export default [
  ['ae-emirates-id', 'national', 'A', '784-dddd-ddddddd-d', 'emirates id,eid,هوية,رقم الهوية,الهوية الإماراتية', 'Emirates ID', 'https://icp.gov.ae', every(luhn, (value) => /^784(?:19|20)/.test(value))],
  ['ae-tax', 'tax', 'S', '100dddddddddddd', 'trn,tax registration number,vat', 'Tax Registration Number', 'oecd'],
  ['bd-nid', 'national', 'D', 'dddddddddd|d{13}|d{17}', 'nid,জাতীয় পরিচয়পত্র', 'National ID', 'isa', plausible],
  ['bh-cpr', 'national', 'D', 'ddddddddd', 'cpr,bahrain id,الرقم الشخصي,personal number', 'Personal number (CPR)', 'isa', (value) => Number(value.slice(2, 4)) >= 1 && Number(value.slice(2, 4)) <= 12],
  ['cn-resident-id', 'national', 'A', 'd{17}[0-9X]|dddddd dddddddd ddd[0-9X]', '身份证,身份证号,身份证号码,居民身份证,公民身份号码,resident identity,id card', '居民身份证', 'GB 11643-1999', chinesePerson],
  ['cn-credit-code', 'company', 'A', 'xxd{6}x{9}x', '统一社会信用代码,信用代码,营业执照', '统一社会信用代码', 'GB 32100-2015', chineseCompany],
  ['cn-passport', 'passport', 'D', '[EDSPGK]dddddddd|[EDSP][A-Z]ddddddd', '护照,护照号,护照号码,chinese passport', '护照', 'icao'],
  ['cn-travel-permit', 'residence', 'D', '[CHMW]dddddddd|[HM]dddddddddd', '港澳通行证,通行证,回乡证,台胞证', '往来港澳通行证', 'icao'],
  ['cn-licence-plate', 'vehicle', 'D', '[A-HJ-NP-Z][A-HJ-NP-Z0-9]{5,6}', '车牌,车牌号,车牌号码', '车牌', 'plates', (value) => /\d{2}/.test(value)],
  ['hk-id', 'national', 'B', '[A-Z]dddddd~[0-9A]|[A-Z]{2}dddddd~[0-9A]', 'hkid,身份證,身份證號碼,香港身份證,identity card,hkidc,hong kong identity card,hk identity card', '香港身份證', 'https://www.immd.gov.hk', hongKong],
  ['id-nik', 'national', 'B', 'dddddddddddddddd', 'nik,ktp,nomor induk kependudukan,no ktp,e-ktp,kartu tanda penduduk', 'NIK', 'https://dukcapil.kemendagri.go.id', indonesianBirth],
  ['id-npwp', 'tax', 'C', 'dd.ddd.ddd.d-ddd.ddd|ddddddddddddddd|0ddddddddddddddd|dddddddddddddddd', 'npwp,nomor pokok wajib pajak', 'NPWP', 'https://www.pajak.go.id', every(indonesianTax, plausible)],
  ['id-passport', 'passport', 'D', 'addddddd|aadddddd', 'paspor,nomor paspor', 'Paspor', 'icao'],
  ['il-id', 'national', 'C', 'dddddddd(d|-d|)', 'תעודת זהות,ת.ז,מספר זהות,teudat zehut,israeli id,מספר תעודת זהות,tz,תעודת הזהות,מספר תעודת הזהות,ת״ז', 'מספר זהות', 'isa', every(luhn, plausible)],
  ['il-passport', 'passport', 'D', 'dddddddd|ddddddd', 'דרכון,מספר דרכון', 'דרכון', 'icao', plausible],
  ['in-aadhaar', 'national', 'C', 'dddd dddd dddd', 'aadhaar,aadhar,uidai,uid,आधार,आधार संख्या,adhaar', 'Aadhaar', 'https://uidai.gov.in', aadhaar],
  ['in-pan', 'tax', 'S', 'aaaaadddda', 'pan,pan card,permanent account number,स्थायी खाता संख्या,पैन,pan no', 'Permanent Account Number', 'https://incometaxindia.gov.in', panHolder],
  ['in-gstin', 'company', 'A?', '(0[1-9]|[12]d|3[0-7])a{5}dddda[1-9A-Z]Zx', 'gstin,gst,gst number,goods and services tax', 'GSTIN', 'https://www.gst.gov.in', gstin],
  ['in-tan', 'tax', 'D', 'aaaaddddda', 'tan,tax deduction account', 'TAN', 'https://incometaxindia.gov.in'],
  ['in-cin', 'company', 'S', '[LUF]ddddda addddaaadddddd|[LUF]d{5}a{2}d{4}a{3}d{6}', 'cin,corporate identity,corporate identification', 'Corporate Identity Number', 'https://www.mca.gov.in'],
  ['in-voter', 'voter', 'S', 'aaaddddddd', 'voter,voter id,epic,election card,voter card,मतदाता,vote', 'EPIC', 'https://www.eci.gov.in'],
  ['in-passport', 'passport', 'D', '[A-PR-WY][1-9]dddddd', 'indian passport,पासपोर्ट', 'Passport', 'https://www.passportindia.gov.in'],
  ['in-driving-licence', 'licence', 'D', 'aadd ddddddddddd|aadd dddd ddddddd|aa-dd-dddd-ddddddd|aadd-ddddddddddd|aa-ddddddddddddd', 'driving licence,driving license,dl no,dl number,licence no,dl', 'Driving licence', 'https://sarathi.parivahan.gov.in', indianPlate],
  ['in-licence-plate', 'vehicle', 'S', 'aad{1,2}a{1,3}dddd|aa-dd-aa-dddd|aa dd aa dddd', 'registration number,vehicle number,vehicle,rc number,number plate,bike', 'Vehicle registration', 'plates', indianPlate],
  ['in-health', 'health', 'D', 'dd-dddd-dddd-dddd', 'abha,health id,ayushman bharat', 'ABHA number', 'https://abdm.gov.in', plausible],
  ['in-uan', 'social', 'D', '10dddddddddd', 'uan,universal account number,epf,epfo,pf account', 'Universal Account Number', 'https://www.epfindia.gov.in'],
  ['iq-national', 'national', 'D', '(19|20)dddddddddd', 'البطاقة الوطنية,البطاقة الموحدة', 'البطاقة الوطنية', 'isa', plausible],
  ['ir-national', 'national', 'C', 'ddd-dddddd-d|dddddddddd', 'کد ملی,شماره ملی,کدملی,melli code,national code', 'کد ملی', 'isa', every(iranian, plausible)],
  ['jo-national', 'national', 'D', 'dddddddddd', 'الرقم الوطني,national number', 'الرقم الوطني', 'isa', (value) => /^[29]/.test(value)],
  ['jp-my-number', 'national', 'C', 'dddd dddd dddd', 'マイナンバー,個人番号,my number,individual number,共通番号,個人識別番号', '個人番号', 'https://www.soumu.go.jp', every(japanesePerson, plausible)],
  ['jp-company', 'company', 'C', 'd dddd dddd dddd', '法人番号,corporate number', '法人番号', 'https://www.houjin-bangou.nta.go.jp', japaneseCompany],
  ['jp-invoice', 'vat', 'B', 'T ddddddddddddd', '登録番号,インボイス,適格請求書', '適格請求書発行事業者登録番号', 'https://www.invoice-kohyo.nta.go.jp', within(1, undefined, japaneseCompany)],
  ['jp-passport', 'passport', 'D', '[A-Z]{2}ddddddd', 'パスポート,旅券番号,旅券', '旅券', 'icao'],
  ['jp-residence-card', 'residence', 'S', '[A-Z]{2}dddddddd[A-Z]{2}', '在留カード,在留カード番号,residence card', '在留カード', 'https://www.moj.go.jp/isa'],
  ['jp-driving-licence', 'licence', 'D', 'dddddddddddd', '運転免許証,免許証番号,免許番号,運転免許,免許証', '運転免許証', 'https://www.npa.go.jp', plausible],
  ['jp-pension', 'social', 'D', 'dddd-dddddd', '基礎年金番号,年金手帳,年金番号', '基礎年金番号', 'https://www.nenkin.go.jp', plausible],
  ['jp-health-insurance', 'health', 'D', 'dddddddd', '保険者番号,被保険者番号,健康保険', '健康保険 保険者番号', 'https://www.mhlw.go.jp', plausible],
  ['kg-pin', 'national', 'D', '[12]d{13}', 'пин,персональный номер,инн', 'ПИН', 'isa', within(1, 9, dated('ddmmyyyy'))],
  ['kr-rrn', 'national', 'B?', 'dddddd-[1-4]dddddd', '주민등록번호,주민번호,주민 번호,rrn,resident registration,jumin deungnok beonho,resident registration number', '주민등록번호', 'https://www.mois.go.kr', (value) => (koreanBirth(value) ? koreanSum(value) : null)],
  ['kr-frn', 'residence', 'B?', 'dddddd-[5-8]dddddd', '외국인등록번호,외국인번호,frn,foreigner registration,alien registration', '외국인등록번호', 'https://www.hikorea.go.kr', (value) => (koreanBirth(value) ? koreanForeignSum(value) : null)],
  ['kr-company', 'company', 'C', 'ddd-dd-ddddd', '사업자등록번호,사업자번호,brn,business registration', '사업자등록번호', 'https://www.nts.go.kr', koreanCompany],
  ['kr-passport', 'passport', 'D', '[MSRODG]dddadddd|[MSRODG]dddddddd', '여권,여권번호,korean passport', '여권', 'icao'],
  ['kr-driving-licence', 'licence', 'S', 'dd-dd-dddddd-dd', '운전면허,면허번호,운전면허번호,driver license,my license', '운전면허', 'https://www.koroad.or.kr', (value) => /^(?:1[1-9]|2[0-8])/.test(value)],
  ['kw-civil-id', 'national', 'B', 'dddddddddddd', 'civil id,الرقم المدني,البطاقة المدنية', 'Civil ID', 'https://www.paci.gov.kw', kuwaiti],
  ['lk-nic', 'national', 'S', 'ddddddddd[VX]|dddddddddddd', 'nic,national identity card,ජාතික හැඳුනුම්පත', 'NIC', 'https://drp.gov.lk', (value) => value.length === 10 || /^(?:19|20)/.test(value)],
  ['mo-id', 'national', 'D', '[1578]dddddd~d|[1578]dddddd-d', '澳門居民身份證,澳門身份證,bir,bilhete de identidade de residente', '居民身份證', 'isa'],
  ['my-nric', 'national', 'C', 'dddddd-dd-dddd', 'nric,mykad,kad pengenalan,no kp,no. k/p,ic number,ic no,no ic,kad pengenalan diri,kp no,k/p no,i/c no,mykid,mypr,mytentera', 'MyKad', 'https://www.jpn.gov.my', malaysianBirth],
  ['my-passport', 'passport', 'D', '[AHK]dddddddd', 'pasport,nombor pasport', 'Pasport', 'icao'],
  ['np-citizenship', 'national', 'D', '!dd-dd-dd-ddddd', 'citizenship number,citizenship certificate,citizenship no,नागरिकता', 'नागरिकता प्रमाणपत्र', 'isa'],
  ['om-civil', 'national', 'D', 'd{7,9}', 'الرقم المدني,civil number,omani id,resident card', 'Civil number', 'isa', plausible],
  ['ph-tin', 'tax', 'D', 'ddd-ddd-ddd-ddd|!ddd-ddd-ddd|ddd-ddd-ddd-ddddd', 'tin,bir,tax identification,tax id', 'TIN', 'https://www.bir.gov.ph', plausible],
  ['ph-sss', 'social', 'D', '!dd-ddddddd-d', 'sss,sss number,social security system', 'SSS number', 'https://www.sss.gov.ph', plausible],
  ['ph-umid', 'national', 'D', '!dddd-ddddddd-d', 'umid,crn,common reference number,unified multi-purpose id', 'UMID CRN', 'https://www.sss.gov.ph', plausible],
  ['ph-philhealth', 'health', 'D', '!dd-ddddddddd-d', 'philhealth,pin', 'PhilHealth number', 'https://www.philhealth.gov.ph', plausible],
  ['ph-philsys', 'national', 'D', 'dddd-dddd-dddd-dddd', 'philsys,psn,pcn,philid', 'PhilSys number', 'https://philsys.gov.ph', plausible],
  ['ph-passport', 'passport', 'D', '[A-Z]ddddddd[A-Z]|[A-Z]{2}ddddddd', 'pasaporte', 'Passport', 'icao'],
  ['pk-cnic', 'national', 'S', '!ddddd-ddddddd-d|ddddddddddddd', 'cnic,nicop,national identity card,شناختی کارڈ', 'CNIC', 'https://www.nadra.gov.pk', (value) => /^[1-7]/.test(value) && plausible(value)],
  ['pk-ntn', 'tax', 'D', '!ddddddd-d', 'ntn,national tax number', 'NTN', 'https://www.fbr.gov.pk'],
  ['qa-qid', 'national', 'D', 'ddddddddddd', 'qid,qatar id,الرقم الشخصي', 'QID', 'isa', (value) => /^[23]/.test(value) && Number(value.slice(3, 6)) > 0],
  ['sa-national', 'national', 'C', '[12]ddddddddd', 'هوية,رقم الهوية,هويتي,iqama,إقامة,رقم الإقامة,national id,saudi id,الهوية الوطنية', 'رقم الهوية', 'isa', every(saudi, plausible)],
  ['sa-vat', 'vat', 'S', '3ddddddddddddd3', 'vat,الرقم الضريبي,رقم التسجيل الضريبي', 'الرقم الضريبي', 'https://zatca.gov.sa'],
  ['sg-nric', 'national', 'B?', '[STFGM]ddddddda', 'nric,fin,identity card,nric no', 'NRIC, FIN', 'https://www.ica.gov.sg', singaporePerson],
  ['sg-uen', 'company', 'C', 'dddddddda|ddddddddd[A-Z]|[RST]ddaadddda', 'uen,unique entity number,acra', 'Unique Entity Number', 'https://www.uen.gov.sg', singaporeCompany],
  ['sg-passport', 'passport', 'D', '[EK]ddddddd[A-Z]', 'singapore passport', 'Passport', 'icao'],
  ['sy-national', 'national', 'D', '0dddddddddd', 'الرقم الوطني', 'الرقم الوطني', 'isa', plausible],
  ['th-national', 'national', 'C', 'd-dddd-ddddd-dd-d|ddddddddddddd', 'เลขประจำตัวประชาชน,บัตรประชาชน,เลขบัตรประชาชน,tnin,thai id,thai national id,รหัสบัตรประชาชน', 'เลขประจำตัวประชาชน', 'https://www.dopa.go.th', thaiPerson],
  ['tw-national', 'national', 'B', '[A-Z][1289]dddddddd', '身分證字號,身分證,國民身分證,統一證號,居留證,身份證字號,身份證號碼,身分證統一編號', '國民身分證統一編號', 'https://www.ris.gov.tw', taiwanesePerson],
  ['tw-resident-certificate', 'residence', 'D', '[A-Z][A-D]dddddddd', '居留證,外僑居留證,統一證號,台灣地區居留證,alien resident certificate,taiwan area resident certificate', '外僑居留證', 'https://www.immigration.gov.tw'],
  ['tw-passport', 'passport', 'D', 'ddddddddd', '護照,護照號碼', '護照', 'icao', plausible],
  ['tw-health-card', 'health', 'D', 'dddddddddddd', '健保卡,健保卡號', '健保卡', 'isa', plausible],
  ['tw-licence-plate', 'vehicle', 'D', 'aaa-dddd|dddd-aa', '車牌,車牌號碼', '車牌', 'plates'],
  ['tw-company', 'company', 'C', 'dddddddd', '統一編號,統編,公司統編', '統一編號', 'https://www.etax.nat.gov.tw', every(taiwaneseCompany, plausible)],
  ['uz-pinfl', 'national', 'D', '[1-6]ddddddddddddd', 'jshshir,pinfl,пинфл', 'JSHSHIR', 'isa', within(1, 7, dated('ddmmyy'))],
  ['vn-citizen-id', 'national', 'D', '0ddddddddddd', 'cccd,căn cước công dân,căn cước,số cccd,cmnd', 'CCCD', 'isa', (value) => Number(value.slice(0, 3)) >= 1 && Number(value.slice(0, 3)) <= 96],
  ['vn-tax', 'tax', 'C', 'dddddddddd|!dddddddddd-ddd', 'mst,mã số thuế', 'Mã số thuế', 'https://www.gdt.gov.vn', every(vietnameseTax, plausible)],
  ['vn-passport', 'passport', 'D', '[A-Z]ddddddd', 'hộ chiếu,số hộ chiếu', 'Hộ chiếu', 'icao'],
] satisfies readonly Identifier[];
