import {
  type Check,
  dated,
  divides,
  either,
  every,
  isDay,
  keyed,
  missing,
  plausible,
  remaining,
  weighted,
  within,
} from './check-digits.ts';
import type { Identifier } from './identifier.ts';

/** Months 20, 40, 60 and 80 higher are those of other centuries. */
const polishBirth: Check = (value) => isDay(Number(value.slice(0, 2)), Number(value.slice(2, 4)) % 20, Number(value.slice(4, 6)));
const bulgarianBirth: Check = polishBirth;

/** Months of women are 50 higher, and 20 more when numbers ran out. Nine digits were given until 1953, without a check digit. */
const czechBirth: Check = (value) => isDay(Number(value.slice(0, 2)), (Number(value.slice(2, 4)) % 50) % 20, Number(value.slice(4, 6)));
const czechPerson: Check = (value) => {
  if (!czechBirth(value)) return false;
  if (value.length === 9) return Number(value.slice(0, 2)) < 54;
  return (Number(value.slice(0, 9)) % 11) % 10 === Number(value[9]);
};

/** Nine digits that begin with 6: people without a birth number. */
const czechOther: Check = (value) =>
  (18 - ((10 - (weighted(value.slice(1), [8, 7, 6, 5, 4, 3, 2]) % 11) + 11) % 11)) % 10 === Number(value[8]);

const czechCompany: Check = (value) => (11 - (weighted(value, [8, 7, 6, 5, 4, 3, 2]) % 11)) % 10 === Number(value[7]);

const polishCard: Check = (value) => weighted(value, [7, 3, 1, 9, 7, 3, 1, 7, 3]) % 10 === 0;
const polishPassport: Check = (value) => weighted(value, [7, 3, 9, 1, 7, 3, 1, 7, 3]) % 10 === 0;
const polishTax = every(keyed('6 5 7 2 3 4 5 6 7', 11, remaining('none')), plausible);
const polishStatistics: Check = (value) =>
  value.length === 9
    ? keyed('8 9 2 3 4 5 6 7', 11, remaining())(value)
    : keyed('2 4 8 5 0 9 7 3 6 1 2 4 8', 11, remaining())(value) && keyed('8 9 2 3 4 5 6 7', 11, remaining())(value);

const romanianBirth: Check = (value) =>
  isDay(Number(value.slice(1, 3)), Number(value.slice(3, 5)), Number(value.slice(5, 7))) &&
  /^(?:0[1-9]|[1-3]\d|4[0-8]|5[12]|70|80|81|82|83)/.test(value.slice(7, 9));
const romanianCompany: Check = (value) => {
  const digits = value.replace('RO', '').padStart(10, '0');
  return ((weighted(digits, [7, 5, 3, 2, 1, 7, 5, 3, 2]) * 10) % 11) % 10 === Number(digits[9]);
};

const hungarianTax: Check = (value) => value[0] === '8' && weighted(value, [1, 2, 3, 4, 5, 6, 7, 8, 9]) % 11 === Number(value[9]);
const hungarianPerson: Check = (value) => {
  if (!isDay(Number(value.slice(1, 3)), Number(value.slice(3, 5)), Number(value.slice(5, 7)))) return false;
  const up = weighted(value, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) % 11;
  const down = weighted(value, [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]) % 11;
  return Number(value[10]) === up || Number(value[10]) === down;
};

const bulgarianNumber = every(keyed('2 4 8 5 10 9 7 3 6', 11, remaining()), bulgarianBirth);
const bulgarianForeigner = keyed('21 19 17 13 11 9 7 3 1', 10, remaining());
/** The VAT number of a person is their own number, or one of the tax office. */
const bulgarianPerson = either(bulgarianNumber, bulgarianForeigner, keyed('4 3 2 7 6 5 4 3 2', 11, missing(11, 'none')));

const bulgarianCompany: Check = (value) => {
  const first = weighted(value, [1, 2, 3, 4, 5, 6, 7, 8]) % 11;
  const second = weighted(value, [3, 4, 5, 6, 7, 8, 9, 10]) % 11;
  return Number(value[8]) === (first < 10 ? first : second % 10);
};

const russianTax: Check = (value) => {
  if (value.length === 10) return (weighted(value, [2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10 === Number(value[9]);
  return (
    (weighted(value, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10 === Number(value[10]) &&
    (weighted(value, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10 === Number(value[11])
  );
};
const russianPension: Check = (value) => (weighted(value, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101) % 100 === Number(value.slice(9));
const russianRegistration: Check = (value) =>
  value.length === 13
    ? (Number(value.slice(0, 12)) % 11) % 10 === Number(value[12])
    : (Number(value.slice(0, 14)) % 13) % 10 === Number(value[14]);

const ukrainianTax: Check = (value) => (((weighted(value, [-1, 5, 7, 9, 4, 6, 10, 5, 7]) % 11) + 11) % 11) % 10 === Number(value[9]);
const ukrainianCompany: Check = (value) => {
  const middle = Number(value) >= 30_000_000 && Number(value) <= 60_000_000;
  const weights = middle ? [7, 1, 2, 3, 4, 5, 6] : [1, 2, 3, 4, 5, 6, 7];
  const first = weighted(value, weights) % 11;
  const second =
    weighted(
      value,
      weights.map((weight) => weight + 2),
    ) % 11;
  return Number(value[7]) === (first < 10 ? first : second % 10);
};

const turkish: Check = (value) => {
  const d = [...value].map(Number);
  const odd = (d[0] ?? 0) + (d[2] ?? 0) + (d[4] ?? 0) + (d[6] ?? 0) + (d[8] ?? 0);
  const even = (d[1] ?? 0) + (d[3] ?? 0) + (d[5] ?? 0) + (d[7] ?? 0);
  return (((odd * 7 - even) % 10) + 10) % 10 === d[9] && d.slice(0, 10).reduce((sum, digit) => sum + digit, 0) % 10 === d[10];
};
const turkishTax: Check = (value) => {
  let sum = 0;
  for (let i = 0; i < 9; i++) {
    const first = (Number(value[i]) + 9 - i) % 10;
    if (first !== 0) sum += (first * 2 ** (9 - i)) % 9 || 9;
  }
  return (10 - (sum % 10)) % 10 === Number(value[9]);
};

const kazakh: Check = (value) => {
  const first = weighted(value, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]) % 11;
  const second = weighted(value, [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]) % 11;
  return Number(value[11]) === (first < 10 ? first : second);
};

/** People have two letters first; the second counts its place among those that are used. */
const belarusian: Check = (value) => {
  const digits = value.replace(/^(.)([A-Z])/, (_, first: string, second: string) => first + String('ABCEHKMOPT'.indexOf(second)));
  return weighted(digits, [29, 23, 19, 17, 13, 7, 5, 3]) % 11 === Number(value[8]);
};

const moldovan = divides('7 3 1 7 3 1 7 3 1 7 3 1 -1', 10);

/** Armenia, Azerbaijan, Belarus, Bulgaria, Czechia, Georgia, Hungary, Kazakhstan, Moldova, Poland, Romania, Russia, Slovakia, Türkiye, Ukraine. */
// biome-ignore format: one line is one identifier
export default [
  ['am-social-card', 'national', 'D', 'dddddddddd', 'հծհ,սոցիալական քարտ,հանրային ծառայությունների համարանիշ,հսհ', 'ՀԾՀ', 'isa', plausible],
  ['az-pin', 'national', 'D', 'xxxxxxx', 'fin,fin kod,fərdi identifikasiya nömrəsi,şəxsiyyət vəsiqəsi', 'FİN', 'oecd', (value) => /\d/.test(value) && /[A-Z]/.test(value)],
  ['az-voen', 'tax', 'D', 'dddddddddd', 'vöen,voen,vergi ödəyicisinin', 'VÖEN', 'oecd', (value) => /[12]$/.test(value)],
  ['by-unp', 'tax', 'C', 'ddddddddd|[ABCEHKM][ABCEHKMOPT]ddddddd', 'унп,унн,unp,учетный номер плательщика', 'УНП', 'oecd', every(belarusian, plausible)],
  ['by-personal', 'national', 'S', 'ddddddd[ABCHKEM]ddd[A-Z]{2}d', 'личный номер,идентификационный номер,асабісты нумар', 'Личный номер', 'isa', within(1, 7, dated('ddmmyy'))],
  ['bg-egn', 'national', 'C', 'dddddddddd', 'егн,egn,единен граждански номер,единен граждански,edinen grazhdanski nomer,uniform civil number,uniform civil no', 'ЕГН', 'https://www.grao.bg', every(bulgarianNumber, plausible)],
  ['bg-foreigner', 'residence', 'C', 'dddddddddd', 'лнч,личен номер на чужденец,lnch', 'ЛНЧ', 'eu-tin', every(bulgarianForeigner, plausible)],
  ['bg-company', 'company', 'C', 'ddddddddd', 'еик,булстат,bulstat,eik', 'ЕИК (БУЛСТАТ)', 'https://www.brra.bg', every(bulgarianCompany, plausible)],
  ['bg-vat', 'vat', 'A', 'BG ddddddddd|BG dddddddddd', 'ддс,vat', 'ИН по ЗДДС', 'vies', within(2, undefined, (value) => (value.length === 9 ? bulgarianCompany(value) : bulgarianPerson(value)))],
  ['bg-driving-licence', 'licence', 'D', 'ddddddddd', 'шофьорска книжка,свидетелство за управление,сумпс', 'Свидетелство за управление на МПС', 'prado', plausible],
  ['cz-birth-number', 'national', 'C', '!dddddd/dddd|dddddddddd|!dddddd/ddd', 'rodné číslo,r.č,rc,rodne cislo,rč,birth number,číslo pojištěnce,pojištěnec č,č. pojištěnce,rod. č', 'Rodné číslo', 'https://www.mvcr.cz', czechPerson],
  ['cz-company', 'company', 'C', 'ddd dd ddd|dddddddd', 'ičo,ič,ico,identifikační číslo', 'IČO', 'https://wwwinfo.mfcr.cz/ares/', every(czechCompany, plausible)],
  ['cz-licence-plate', 'vehicle', 'D', 'dad dddd', 'spz,registrační značka', 'Registrační značka', 'plates'],
  ['cz-vat', 'vat', 'B', 'CZ dddddddd(|dd|d)', 'dič,dic,dph,vat', 'DIČ', 'vies', within(2, undefined, (value) => (value.length === 8 ? czechCompany(value) : czechPerson(value) || (/^6\d{8}$/.test(value) && czechOther(value))))],
  ['cz-id-card', 'national', 'D', 'ddddddddd|ddddddaad', 'občanský průkaz,číslo op,op č,op č.,č. op,op číslo', 'Občanský průkaz', 'prado', plausible],
  ['cz-passport', 'passport', 'D', 'dddddddd', 'cestovní pas,číslo pasu', 'Cestovní pas', 'prado', plausible],
  ['ge-personal', 'national', 'D', 'ddddddddddd', 'პირადი ნომერი,piradi nomeri,personal number', 'პირადი ნომერი', 'isa', plausible],
  ['hu-taj', 'social', 'C', 'ddd ddd ddd', 'taj,taj-szám,tajszám,társadalombiztosítási azonosító,hungarian social security number', 'TAJ-szám', 'https://www.neak.gov.hu', every(keyed('3 7 3 7 3 7 3 7', 10, remaining()), plausible)],
  ['hu-tax-id', 'tax', 'C', 'dddddddddd', 'adóazonosító jel,adóazonosító,adóazonosító szám,hungarian tin', 'Adóazonosító jel', 'eu-tin', every(hungarianTax, plausible)],
  ['hu-company', 'company', 'B', '!dddddddd-d-dd', 'adószám,adoszam', 'Adószám', 'https://nav.gov.hu', every(keyed('9 7 3 1 9 7 3', 10, missing(10)), (value) => /^[1-5]$/.test(value[8] ?? ''))],
  ['hu-vat', 'vat', 'A', 'HU dddddddd', 'közösségi adószám,áfa,vat', 'Közösségi adószám', 'vies', within(2, undefined, keyed('9 7 3 1 9 7 3', 10, missing(10)))],
  ['hu-personal', 'national', 'B', 'd dddddd dddd|d-dddddd-dddd', 'személyi szám,személyi azonosító', 'Személyi azonosító', 'isa', hungarianPerson],
  ['hu-id-card', 'national', 'D', 'ddddddaa', 'személyi igazolvány,igazolványszám,személyazonosító igazolvány,személyi ig,személyi ig. szám,szig,szig. szám', 'Személyazonosító igazolvány', 'prado'],
  ['hu-licence-plate', 'vehicle', 'D', '!aa aa-ddd|aaa-ddd', 'rendszám,forgalmi rendszám,rendszáma,rendszámú', 'Rendszám', 'plates'],
  ['hu-passport', 'passport', 'D', 'aadddddd|aaddddddd', 'útlevél,útlevélszám', 'Útlevél', 'prado'],
  ['kz-iin', 'national', 'B', 'dddddddddddd', 'иин,жсн,iin,индивидуальный идентификационный номер', 'ИИН', 'https://egov.kz', every(kazakh, dated('yymmdd'), (value) => /^[0-6]$/.test(value[6] ?? ''))],
  ['kz-bin', 'company', 'C', 'dddddddddddd', 'бин,бсн,бизнес-идентификационный номер', 'БИН', 'https://egov.kz', every(kazakh, (value) => /^\d\d(?:0[1-9]|1[0-2])[456]/.test(value))],
  ['md-idnp', 'national', 'C', '[02]dddddddddddd', 'idnp,cod personal,codul personal', 'IDNP', 'oecd', every(moldovan, plausible)],
  ['md-idno', 'company', 'C', '1dddddddddddd', 'idno,cod fiscal,codul fiscal', 'IDNO', 'oecd', every(moldovan, plausible)],
  ['pl-pesel', 'national', 'B', 'ddddddddddd', 'pesel,numer pesel,nr pesel', 'PESEL', 'https://www.gov.pl/web/gov/czym-jest-numer-pesel', every(divides('1 3 7 9 1 3 7 9 1 3 1', 10), polishBirth)],
  ['pl-nip', 'tax', 'C', 'ddd-ddd-dd-dd|ddd-dd-dd-ddd|dddddddddd', 'nip,numer identyfikacji podatkowej', 'NIP', 'https://www.podatki.gov.pl', polishTax],
  ['pl-vat', 'vat', 'A', 'PL dddddddddd|PL ddd-ddd-dd-dd', 'vat,vat ue,nip', 'NIP (VAT UE)', 'vies', within(2, undefined, polishTax)],
  ['pl-regon', 'company', 'C', 'ddd ddd ddd|ddddddddd ddddd', 'regon,numer regon,numer statystyczny,regon number', 'REGON', 'https://stat.gov.pl', every(polishStatistics, plausible)],
  ['pl-id-card', 'national', 'C', 'aaa dddddd', 'dowód osobisty,dowód,nr dowodu,seria i numer dowodu,dowodu osobistego,numer dowodu osobistego,nr dowodu osobistego,dowód tożsamości', 'Dowód osobisty', 'https://www.gov.pl/web/mswia', polishCard],
  ['pl-passport', 'passport', 'C?', 'aa ddddddd', 'paszport,numer paszportu,paszportu', 'Paszport', 'prado', polishPassport],
  ['pl-practitioner', 'practitioner', 'D', '[1-9]dddddd', 'pwz,nr pwz,prawo wykonywania zawodu', 'Numer PWZ', 'https://nil.org.pl', (value) => (weighted(value.slice(1), [1, 2, 3, 4, 5, 6]) % 11) === Number(value[0])],
  ['pl-licence-plate', 'vehicle', 'D', 'aa ddddd|aaa dddd|aa dddda|aaa ddda|aaa ddaa|aa dddaa|aa daddd|aa daadd|aaa addd|aaa dadd|aaa ddad|aaa ddddd', 'tablica rejestracyjna,numer rejestracyjny,nr rejestracyjny,nr rej,tablice rejestracyjne,tablica,rejestracja', 'Numer rejestracyjny', 'plates'],
  ['pl-driving-licence', 'licence', 'D', '!ddddd/dd/dddd', 'prawo jazdy,prawa jazdy,nr prawa jazdy,numer prawa jazdy', 'Prawo jazdy', 'prado'],
  ['ro-cnp', 'national', 'B', '[1-9]dddddddddddd', 'cnp,cod numeric personal,codul numeric personal,cod identificare personal,număr identificare personal,număr personal unic', 'Cod numeric personal', 'https://www.depabd.mai.gov.ro', every(keyed('2 7 9 1 4 6 3 5 8 2 7 9', 11, remaining(1)), romanianBirth)],
  ['ro-cui', 'company', 'D', 'd{6,10}', 'cui,cif,cod unic de înregistrare,cod fiscal', 'CUI', 'https://www.anaf.ro', every(romanianCompany, plausible)],
  ['ro-vat', 'vat', 'B', 'RO d{6,10}', 'tva,cod tva,vat,cif', 'Cod de TVA', 'vies', romanianCompany],
  ['ro-id-card', 'national', 'D', 'aa dddddd', 'carte de identitate,buletin,seria și numărul,seria ci,ci seria,ci', 'Carte de identitate', 'prado'],
  ['ro-licence-plate', 'vehicle', 'D', 'aa dd aaa|B ddd aaa', 'număr de înmatriculare,nr. de înmatriculare,nr. înmatriculare,nr înmatriculare,înmatriculare', 'Număr de înmatriculare', 'plates'],
  ['ro-passport', 'passport', 'D', 'ddddddddd', 'pașaport,pasaport,numărul pașaportului', 'Pașaport', 'prado', plausible],
  ['ru-inn', 'tax', 'C', 'dddddddddd|dddddddddddd', 'инн,inn,идентификационный номер налогоплательщика', 'ИНН', 'https://www.nalog.gov.ru', every(russianTax, plausible)],
  ['ru-snils', 'social', 'C', 'ddd-ddd-ddd dd|ddddddddddd|ddd-ddd-ddd-dd', 'снилс,snils,страховой номер', 'СНИЛС', 'https://sfr.gov.ru', every(russianPension, plausible)],
  ['ru-passport', 'passport', 'D', 'dd dd dddddd|dddd dddddd', 'паспорт,серия и номер,паспорта,серия паспорта,passport rf,номер паспорта,российский паспорт,паспорт рф', 'Паспорт гражданина РФ', 'prado'],
  ['ru-foreign-passport', 'passport', 'D', 'dd ddddddd', 'загранпаспорт,заграничный паспорт', 'Заграничный паспорт', 'prado'],
  ['ru-ogrn', 'company', 'C', '[15]dddddddddddd|3dddddddddddddd', 'огрн,огрнип,ogrn', 'ОГРН', 'https://www.nalog.gov.ru', every(russianRegistration, plausible)],
  ['ru-driving-licence', 'licence', 'D', 'dd dd dddddd|dddd dddddd', 'водительское удостоверение,права,ву', 'Водительское удостоверение', 'prado'],
  ['ru-oms', 'health', 'D', 'dddddddddddddddd|dddd dddd dddd dddd', 'полис омс,омс,полис,енп', 'Полис ОМС', 'https://www.ffoms.gov.ru', plausible],
  ['ru-licence-plate', 'vehicle', 'D', '[ABEKMHOPCTYX]ddd[ABEKMHOPCTYX]{2} d{2,3}', 'госномер,гос. номер,номер машины,регистрационный знак', 'Регистрационный знак', 'plates'],
  ['sk-birth-number', 'national', 'C', '!dddddd/dddd|!dddddd/ddd', 'rodné číslo,r.č,rodne cislo,rč,birth number,rod. č', 'Rodné číslo', 'eu-tin', czechPerson],
  ['sk-licence-plate', 'vehicle', 'D', 'aa ddd aa', 'ečv,evidenčné číslo vozidla,evidenčné číslo,špz', 'Evidenčné číslo vozidla', 'plates'],
  ['sk-vat', 'vat', 'A', 'SK dddddddddd', 'ič dph,dph,vat', 'IČ DPH', 'vies', (value) => Number(value.slice(2)) % 11 === 0 && /^SK[1-9]\d[2-47-9]/.test(value)],
  ['sk-company', 'company', 'C', 'dd ddd ddd', 'ičo,ico,identifikačné číslo organizácie', 'IČO', 'gleif', every(czechCompany, plausible)],
  ['sk-id-card', 'national', 'D', 'aa dddddd', 'občiansky preukaz,číslo op,číslo občianskeho preukazu', 'Občiansky preukaz', 'prado'],
  ['sk-passport', 'passport', 'D', 'aaddddddd', 'cestovný pas,číslo pasu', 'Cestovný pas', 'prado'],
  ['tr-national-id', 'national', 'B', '[1-9]dddddddddd|[1-9]dd ddd ddd dd', 'tc kimlik,t.c. kimlik,kimlik numarası,tckn,kimlik no,tc no,kimlik numaram,turkish id,vatandaşlık numarası,vatandaşlık no,tc kimlik numarası', 'T.C. Kimlik No', 'https://www.nvi.gov.tr', turkish],
  ['tr-tax', 'tax', 'C', 'dddddddddd|ddd ddd dddd', 'vergi kimlik,vkn,vergi no,vergi numarası,vergi dairesi', 'Vergi Kimlik Numarası', 'oecd', every(turkishTax, plausible)],
  ['tr-passport', 'passport', 'D', '[USZTP]dddddddd', 'pasaport,pasaport numarası,pasaport no', 'Pasaport', 'prado'],
  ['tr-licence-plate', 'vehicle', 'S', '!dd a d{2,5}|!dd aa d{2,4}|!dd aaa d{2,4}|!dda{1,3}d{2,4}', 'plaka,araç plakası,plaka numarası,plaka no,plakalı', 'Plaka', 'plates', (value) => /^(?:0[1-9]|[1-7]\d|8[01])/.test(value)],
  ['ua-tax', 'tax', 'C', 'dddddddddd', 'рнокпп,іпн,ідентифікаційний код,ідентифікаційний номер,инн', 'РНОКПП', 'https://tax.gov.ua', every(ukrainianTax, plausible)],
  ['ua-company', 'company', 'C', 'dddddddd', 'єдрпоу,едрпоу,код єдрпоу,edrpou', 'ЄДРПОУ', 'https://usr.minjust.gov.ua', every(ukrainianCompany, plausible)],
  ['ua-passport', 'passport', 'D', 'ddddddddd|aadddddd', 'паспорт,номер паспорта,паспорт україни', 'Паспорт', 'prado', plausible],
  ['ua-unzr', 'national', 'S', '!dddddddd-ddddd', 'унзр,запис №,номер запису', 'УНЗР', 'https://dmsu.gov.ua', dated('yyyymmdd')],
] satisfies readonly Identifier[];
