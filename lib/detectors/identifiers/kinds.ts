import type { Category } from '../family.ts';
import type { Kind } from './identifier.ts';

/** What holds for every identifier of a kind. */
export interface KindInfo {
  readonly categories: readonly Category[];
  /** The entity where a word names the kind and several countries fit. */
  readonly entity: string;
  /** Words for the kind in many languages, parted by commas. */
  readonly words: string;
  /** Confidence of a plain number near such a word: a passport is named, an "id" may be anything. */
  readonly plain: number;
  /** Most for one that only its word proves: what registers publish is shown, not acted on. */
  readonly most?: number;
}

/** What the documentation calls each kind; the extension never reads it. */
export const KIND_TITLES: Readonly<Record<Kind, string>> = {
  national: 'National identity numbers and cards',
  tax: 'Tax numbers of persons',
  social: 'Social security and pension numbers',
  health: 'Numbers of patients and health insurance',
  passport: 'Passports',
  licence: 'Driving licences',
  residence: 'Residence permits and visas',
  voter: 'Voter cards',
  company: 'Registered companies',
  vat: 'VAT numbers',
  vehicle: 'Licence plates and vehicle registrations',
  practitioner: 'Licences of practitioners',
  account: 'Bank accounts',
  security: 'Securities and legal entities',
  device: 'Telephones and SIM cards',
  patient: 'Patients and members of health plans',
};

const OFFICIAL: readonly Category[] = ['personal', 'government-id'];

export const KINDS: Readonly<Record<Kind, KindInfo>> = {
  national: {
    categories: OFFICIAL,
    entity: 'NATIONAL_ID',
    words:
      'national id,national identity,national identification,identity card,identity number,id card,citizen id,national insurance,personal id,personal identity,personal identity code,personal identification number,id code,identity document,personalausweis,carte d’identité,documento de identidad,documento di identità,documento de identidade,identiteitsbewijs,удостоверение личности,nationalt id',
    plain: 0.3,
  },
  tax: {
    categories: ['personal', 'government-id', 'financial'],
    entity: 'TAX_ID',
    words:
      'tax id,tax number,tin,taxpayer,taxpayer id,taxpayer identification,tax identification,tax identification number,tax code,tin number,identification fiscale,identificación fiscal,identificação fiscal,steuer id,tax no',
    plain: 0.3,
  },
  social: {
    categories: OFFICIAL,
    entity: 'SOCIAL_SECURITY',
    words:
      'social security,social insurance,national insurance number,pension number,sécurité sociale,seguridad social,previdenza sociale,segurança social,sozialversicherung',
    plain: 0.35,
  },
  health: {
    categories: ['personal', 'health', 'special-category', 'phi', 'government-id'],
    entity: 'HEALTH_ID',
    words: 'health card,health insurance number,patient number,patient id,insurance card,health id,medical card,health number',
    plain: 0.4,
  },
  passport: {
    categories: OFFICIAL,
    entity: 'PASSPORT',
    words:
      'passport,passports,passport number,travel document,reisepass,passeport,pasaporte,passaporto,passaporte,paspoort,paszport,pasaport,pass nummer,pasport,passport no,passport card,паспорт,διαβατήριο,reisepassnummer,passnummer,pass nr,pas nummer,paspoortnummer,passi number,passin numero,cestovní pas,cestovný pas,útlevél,útlevélszám,pașaport,pașaportul,putovnica,putovnice,pasoš,potni list,numéro de passeport,número de pasaporte,número do passaporte,numero di passaporto,pasaport numarası,nomor paspor,hộ chiếu',
    plain: 0.55,
  },
  licence: {
    categories: OFFICIAL,
    entity: 'DRIVING_LICENCE',
    words:
      'driving licence,driving license,driver’s license,driver’s licence,driver license,driver licence,license number,licence number,führerschein,permis de conduire,licencia de conducir,permiso de conducir,patente di guida,carta de condução,rijbewijs,prawo jazdy,körkort,kørekort,førerkort,ajokortti,řidičský průkaz,vodičský preukaz,jogosítvány,permis de conducere,drivers license,driving permit',
    plain: 0.5,
  },
  residence: {
    categories: OFFICIAL,
    entity: 'RESIDENCE_PERMIT',
    words:
      'residence permit,residence card,resident permit,aufenthaltstitel,titre de séjour,permiso de residencia,permesso di soggiorno,autorização de residência,verblijfsvergunning,visa number',
    plain: 0.5,
  },
  voter: {
    categories: OFFICIAL,
    entity: 'VOTER_ID',
    words: 'voter id,voter card,voter number,voter registration,elector number,electoral',
    plain: 0.5,
  },
  company: {
    categories: ['company'],
    entity: 'COMPANY_ID',
    words: 'company registration number,business registration,company id,registration no',
    plain: 0.3,
    most: 0.45,
  },
  vat: {
    categories: ['company', 'financial'],
    entity: 'VAT_NUMBER',
    words: 'vat,vat id,vat number,vat no,ust id,tva,iva,btw,moms,dph,ddv,pdv,áfa',
    plain: 0.4,
  },
  vehicle: {
    categories: ['personal'],
    entity: 'LICENCE_PLATE',
    words:
      'licence plate,license plate,number plate,plate number,vehicle registration,registration plate,car registration,kennzeichen,plaque d’immatriculation,immatriculation,matrícula,targa,kenteken,tablica rejestracyjna,registreringsnummer,rendszám,numărul de înmatriculare,plaka',
    plain: 0.5,
  },
  practitioner: {
    categories: ['personal'],
    entity: 'PRACTITIONER_ID',
    words: 'provider number,prescriber number,medical license,medical licence,licence to practise',
    plain: 0.35,
  },
  account: {
    categories: ['financial', 'personal'],
    entity: 'BANK_ACCOUNT',
    words:
      'bank account,bank account number,bankverbindung,compte bancaire,cuenta bancaria,conto bancario,conta bancária,bankrekening,rachunek bankowy',
    plain: 0.45,
  },
  security: {
    categories: ['financial', 'company'],
    entity: 'SECURITY_ID',
    words: 'security identifier',
    plain: 0.3,
  },
  device: {
    categories: ['device', 'personal'],
    entity: 'DEVICE_ID',
    words: 'device id,device identifier',
    plain: 0.3,
  },
  patient: {
    categories: ['health', 'personal', 'special-category', 'phi'],
    entity: 'PATIENT_ID',
    words: 'patient record,patientenakte',
    plain: 0.4,
  },
};

/** Words for countries and their people: they settle which country a passport is of. ISO 3166-1 alpha-2, then words parted by commas. */
export const COUNTRIES: Readonly<Record<string, string>> = {
  ae: 'uae,emirates,emirati',
  al: 'albania,albanian',
  am: 'armenia,armenian',
  ao: 'angola,angolan',
  ar: 'argentina,argentinian,argentine',
  at: 'austria,austrian,österreich,österreichisch',
  au: 'australia,australian',
  az: 'azerbaijan,azerbaijani',
  ba: 'bosnia,bosnian',
  bd: 'bangladesh,bangladeshi',
  be: 'belgium,belgian,belgië,belgique',
  bg: 'bulgaria,bulgarian',
  bh: 'bahrain,bahraini',
  bo: 'bolivia,bolivian',
  br: 'brazil,brazilian,brasil',
  bw: 'botswana',
  by: 'belarus,belarusian',
  ca: 'canada,canadian,ontario,quebec,alberta',
  ch: 'switzerland,swiss,schweiz,suisse,svizzera',
  cl: 'chile,chilean',
  cn: 'china,chinese,中国',
  co: 'colombia,colombian',
  cr: 'costa rica,costa rican',
  cu: 'cuba,cuban',
  cy: 'cyprus,cypriot',
  cz: 'czech,czechia,česko',
  de: 'germany,german,deutschland,deutsch,deutscher',
  dk: 'denmark,danish,dansk',
  do: 'dominican',
  dz: 'algeria,algerian,algérie',
  ec: 'ecuador,ecuadorian',
  ee: 'estonia,estonian',
  eg: 'egypt,egyptian',
  es: 'spain,spanish,españa,español',
  fi: 'finland,finnish,suomi',
  fr: 'france,french,français',
  gb: 'uk,united kingdom,british,britain,england,scotland,wales',
  ge: 'georgia,georgian',
  gh: 'ghana,ghanaian',
  gr: 'greece,greek',
  gt: 'guatemala,guatemalan',
  hk: 'hong kong,香港',
  hn: 'honduras',
  hr: 'croatia,croatian,hrvatska',
  hu: 'hungary,hungarian,magyar',
  id: 'indonesia,indonesian',
  ie: 'ireland,irish',
  il: 'israel,israeli',
  in: 'india,indian',
  ir: 'iran,iranian',
  is: 'iceland,icelandic',
  it: 'italy,italian,italia,italiano',
  jo: 'jordan,jordanian',
  jp: 'japan,japanese,日本',
  ke: 'kenya,kenyan',
  kr: 'korea,korean,대한민국,한국',
  kw: 'kuwait,kuwaiti',
  kz: 'kazakhstan,kazakh',
  lk: 'sri lanka,sri lankan',
  lt: 'lithuania,lithuanian',
  lu: 'luxembourg,luxembourgish',
  lv: 'latvia,latvian',
  ma: 'morocco,moroccan,maroc',
  md: 'moldova,moldovan',
  mo: 'macao,macau',
  mt: 'malta,maltese',
  mu: 'mauritius,mauritian',
  mx: 'mexico,mexican,méxico',
  my: 'malaysia,malaysian',
  mz: 'mozambique',
  ng: 'nigeria,nigerian',
  nl: 'netherlands,dutch,nederland,nederlands',
  no: 'norway,norwegian,norsk',
  nz: 'new zealand',
  om: 'oman,omani',
  pa: 'panama',
  pe: 'peru,peruvian',
  ph: 'philippines,philippine,filipino',
  pk: 'pakistan,pakistani',
  pl: 'poland,polish,polska',
  pt: 'portugal,portuguese',
  py: 'paraguay',
  qa: 'qatar,qatari',
  ro: 'romania,romanian,românia',
  rs: 'serbia,serbian',
  ru: 'russia,russian,россия,рф',
  rw: 'rwanda',
  sa: 'saudi,saudi arabia,ksa',
  se: 'sweden,swedish,svensk,sverige',
  sg: 'singapore,singaporean',
  si: 'slovenia,slovenian',
  sk: 'slovakia,slovak',
  sn: 'senegal',
  sv: 'salvador',
  th: 'thailand,thai',
  tn: 'tunisia,tunisian',
  tr: 'turkey,turkish,türkiye,türk',
  tw: 'taiwan,taiwanese,台灣',
  tz: 'tanzania',
  ua: 'ukraine,ukrainian,україна',
  ug: 'uganda',
  us: 'usa,us,u.s.,american,united states,california,texas,florida',
  uy: 'uruguay',
  uz: 'uzbekistan',
  ve: 'venezuela',
  vn: 'vietnam,vietnamese',
  za: 'south africa,south african,rsa',
  zm: 'zambia',
  zw: 'zimbabwe',
};
