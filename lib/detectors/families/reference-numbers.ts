import type { Guess, NearbyDetector } from '../../scan/detector.ts';
import { everyMatch, everyMatchInAnyCase } from '../every-match.ts';
import type { Family } from '../family.ts';
import { guessAt } from '../guess-at.ts';
import { createLabelled, type Labelled } from '../labelled-numbers.ts';
import { findNamedPlates, PLATE_CUES } from '../named-plate.ts';
import { ONCE } from '../once.ts';

const employees = createLabelled({
  names: {
    en: 'employee @|employee with @|empl @|emp @|personnel @|payroll @|staff @',
    de: 'personalnummer|personal-nr|personalnr|pers.-nr|persnr|mitarbeiternummer|mitarbeiter @|mitarbeiter-nr|stammnummer',
    fr: "@ d'employé|@ de salarié|@ de matricule|@ matricule|matricule salarié|matricule agent|matricule employé",
    es: '@ de empleado|@ empleado|@ de empleada|@ de legajo',
    pt: '@ de funcionário|@ do funcionário|@ de colaborador',
    it: '@ di matricola dipendente|matricola del dipendente|@ dipendente|@ del dipendente',
    nl: 'personeelsnummer|werknemersnummer|medewerkersnummer',
    sv: 'anställningsnummer|anställnings @',
    da: 'medarbejdernummer|medarbejdernr|ansattnummer|ansattnr',
    pl: '@ pracownika|@ ewidencyjny pracownika',
    cs: '@ zaměstnance',
    sk: '@ zamestnanca',
    hu: 'dolgozói azonosító|dolgozói törzsszám|törzsszám',
    ro: '@ angajat|@ angajatului|@ de angajat',
    no: 'ansatt @|ansattnummer',
    fi: 'henkilönumero|työntekijänumero',
    tr: 'sicil @|sicil numarası|personel @',
    ru: 'табельный номер|таб. номер|табельный №',
    zh: '工号|员工编号|员工号|員工編號',
    ja: '社員番号|従業員番号',
    ko: '사번|사원번호|직원번호',
  },
  bearers: { fr: 'matricule', pt: 'matrícula', it: 'matricola dipendente', ro: 'marca angajatului' },
  confidence: 0.5,
  everyday: true,
});

const students = createLabelled({
  names: {
    en: 'student @|student with @|student roll @|matriculation @|enrolment @|enrollment @',
    zh: '学号|學號',
    ja: '学籍番号|学生番号',
    ko: '학번',
    de: 'matrikelnummer|matrikel-nr|matrikel @|immatrikulationsnummer',
    fr: "@ d'étudiant|@ étudiant|@ de l'étudiant",
    es: '@ de estudiante|@ de alumno|@ de alumna',
    pt: '@ de aluno|@ de estudante|@ do aluno|@ do estudante',
    it: '@ di matricola|@ matricola|@ studente',
    nl: 'studentnummer|studentennummer',
    sv: 'studentnummer',
    da: 'studienummer|studienr',
    pl: '@ albumu|@ indeksu',
    cs: '@ studenta',
    sk: '@ študenta',
    hu: 'hallgatói azonosító|neptun @|neptun-kód',
    ro: '@ matricol|@ studentului',
  },
  bearers: { it: 'matricola' },
  confidence: 0.5,
  everyday: true,
});

/** Of an OAuth client, an app and a user of a system there are ids, too: those words stand with "number" only. */
const customers = createLabelled({
  names: {
    en: 'customer @|customer with @|client number|client no|membership @|member number|member no|subscriber @|policyholder @',
    de: 'kundennummer|kunden @|kd.-nr|kundennr|mitgliedsnummer|mitglieds @|vertragsnummer|vertrags-nr|vertragskonto',
    fr: "@ client|@ de client|@ d'adhérent|@ d'abonné|référence client",
    es: '@ de cliente|@ cliente|@ de socio|@ de abonado',
    pt: '@ de cliente|@ do cliente|@ de sócio',
    it: '@ cliente|@ di cliente|@ tessera|@ socio',
    nl: 'klantnummer|relatienummer|lidmaatschapsnummer',
    sv: 'kundnummer|medlemsnummer',
    da: 'kundenummer',
    pl: '@ klienta',
    cs: '@ klienta|zákaznické číslo',
    hu: 'ügyfélszám|ügyfélazonosító',
    fi: 'asiakasnumero',
    no: 'kundenr',
    tr: 'müşteri @|müşteri numarası',
    ru: 'номер клиента|номер договора',
    zh: '客户编号|客户号|会员号|客戶編號',
    ja: '顧客番号|お客様番号|会員番号',
    ko: '고객번호|회원번호',
  },
  confidence: 0.5,
  everyday: true,
});

const policies = createLabelled({
  names: {
    en: 'policy number|policy no|claim number|claim no|claims @',
    de: 'versicherungsscheinnummer|versicherungsschein @|policennummer|policen @|schadennummer|schaden @',
    fr: '@ de police|@ de contrat|@ de sinistre',
    es: '@ de siniestro|@ de póliza|@ póliza',
    pt: '@ da apólice|@ de apólice|@ do sinistro|@ de sinistro',
    it: '@ di polizza|@ polizza|@ sinistro|@ di sinistro',
    nl: 'polisnummer|schadenummer',
    sv: 'försäkringsnummer|skadenummer',
    da: 'policenummer|skadesnummer',
    pl: '@ polisy|@ szkody',
    cs: '@ pojistné smlouvy|@ pojistky',
    hu: 'kötvényszám|kárszám',
    fi: 'vakuutusnumero',
    tr: 'poliçe @|poliçe numarası',
    ru: 'номер полиса|полис №',
    zh: '保单号|保單號碼',
    ja: '証券番号|保険証券番号',
    ko: '증권번호',
  },
  confidence: 0.5,
  everyday: true,
});

/** What courts write before the number of a case, by language (ISO 639-1). */
const CASE_NAMES: Readonly<Record<string, string>> = {
  en: 'docket|court case|legal case|cause no',
  de: 'az.:|aktenzeichen|geschäftsnummer|geschäftszeichen|gerichtsaktenzeichen',
  fr: 'numéro de rôle|rg n°|rg no|numéro rg|n° rg',
  es: 'expediente judicial',
  pt: 'processo judicial|número do processo|processo n.º|processo nº',
  it: 'r.g.|ruolo generale|numero di ruolo',
  nl: 'rolnummer|parketnummer',
  sv: 'mål nr|målnummer',
  pl: 'sygn. akt|sygnatura akt',
  cs: 'sp. zn.|spisová značka',
  sk: 'spis. zn.|spisová značka',
  hu: 'ügyszám|bírósági ügyszám',
  ro: 'dosar nr|dosarul nr|dosar civil|dosar penal',
};
/** What others than courts call their cases, too. */
const VAGUE_NAMES = ['case', 'procedimiento', 'zaaknummer', 'sagsnummer', 'saksnummer'];
const caseNames = [...new Set(Object.values(CASE_NAMES).flatMap((each) => each.split('|')))];
/** Cases of the federal courts of the United States, which look like nothing else. */
const FEDERAL = String.raw`\d{1,2}:\d{2}-(?:cv|cr|mc|mj|md|bk|ap|po)-\d{3,6}(?:-[a-z]{2,4}){0,2}`;
/** A chamber, a register and a number with its year; or groups in which a year stands. */
const CASE = String.raw`(?:${FEDERAL}|(?:\d{1,4}|[ivx]{1,5}) [a-z]{1,6} \d{1,6}[/-]\d{2,4}|(?:[a-z]{1,4} )?[a-z0-9]{1,10}(?:[-/.][a-z0-9]{1,10}){1,5})`;
const LABELLED_CASE = new RegExp(
  String.raw`(?<![\p{L}\d])(?:(?<sure>${caseNames.map((name) => name.replaceAll('.', '\\.')).join('|')})|${VAGUE_NAMES.join('|')})${ONCE}(?: ?(?:number|no|nr|n[º°]|num|id|#))?\.?\s{0,2}[:#]?\s{0,2}(?:case no\.? )?${ONCE}(?<value>${CASE})(?![\p{L}\d]|[-/:.][\p{L}\d])`,
  'dgu',
);
const FEDERAL_CASE = new RegExp(String.raw`(?<![\w:./-])${FEDERAL}(?![\w/-])`, 'gi');
/** Near those stands a court, or somebody who is there. */
const COURT =
  /(?<!\p{L})(?:court|plaintiff|defendant|petitioner|respondent|docket|judge|attorney|counsel|lawsuit|litigation|legal|tribunal|prosecutor|police|v|vs|juzgado|rechtbank|gerechtshof|retten|byret|landsret|tingrett|lagmannsrett)(?!\p{L})|(?<![\p{L}-])(?:CV|CR|CASE-[A-Z]{2})-\d/iu;

function findCases(window: string): readonly Guess[] {
  // The number alone is that of a public file.
  const federal = everyMatch(FEDERAL_CASE, window).map(({ 0: text, index }) =>
    guessAt(index, text, COURT.test(window.slice(0, index) + window.slice(index + text.length)) ? 0.5 : 0.4),
  );
  const labelled = everyMatchInAnyCase(LABELLED_CASE, window).flatMap((found): Guess[] => {
    const value = found.groups?.value ?? '';
    const isCase = value.replace(/\D/g, '').length >= 3 && !isDateOrVersion(value);
    if (!isCase || (found.groups?.sure === undefined && !COURT.test(window))) return [];
    return [guessAt(found.indices?.groups?.value?.[0] ?? found.index, value, 0.5)];
  });
  return [...federal, ...labelled];
}

function isDateOrVersion(value: string): boolean {
  return /^(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{1,4}(?:\.\d{1,4}){1,5})$/.test(value);
}

function behindName(id: string, entity: string, { cues, find }: Labelled): Omit<NearbyDetector, 'source'> {
  return {
    kind: 'nearby',
    id,
    entity,
    words: true,
    holdsNumber: true,
    cues,
    before: 40,
    after: 72,
    find,
  };
}

export default {
  id: 'reference-numbers',
  title: 'Numbers of employees, students, customers, policies and court cases',
  entities: [
    { entity: 'EMPLOYEE_ID', categories: ['personal'] },
    { entity: 'STUDENT_ID', categories: ['personal'] },
    { entity: 'CUSTOMER_ID', categories: ['personal'] },
    { entity: 'INSURANCE_POLICY', categories: ['personal'] },
    { entity: 'LEGAL_CASE', categories: ['personal'] },
    // The same as that of plates whose country no form tells, see `KINDS`.
    { entity: 'LICENCE_PLATE', categories: ['personal'] },
  ],
  detectors: [
    {
      ...behindName('employee-number', 'EMPLOYEE_ID', employees),
      source: 'What payslips and letters call them; identification numbers: https://gdpr-info.eu/art-4-gdpr/',
    },
    {
      ...behindName('student-number', 'STUDENT_ID', students),
      source: 'What certificates of enrolment call them; identification numbers: https://gdpr-info.eu/art-4-gdpr/',
    },
    {
      ...behindName('customer-number', 'CUSTOMER_ID', customers),
      source: 'What invoices and letters to customers call them; identification numbers: https://gdpr-info.eu/art-4-gdpr/',
    },
    {
      ...behindName('insurance-policy', 'INSURANCE_POLICY', policies),
      source: 'What insurers call them in letters; identification numbers: https://gdpr-info.eu/art-4-gdpr/',
    },
    {
      kind: 'nearby',
      id: 'named-plate',
      entity: 'LICENCE_PLATE',
      source: 'https://www.nhtsa.gov (states of the US issue plates of their own forms), and what vehicle registries elsewhere call them',
      words: true,
      cues: PLATE_CUES,
      before: 40,
      after: 40,
      find: findNamedPlates,
    },
    {
      kind: 'nearby',
      id: 'court-case',
      entity: 'LEGAL_CASE',
      source: 'https://www.uscourts.gov (docket numbers), and the rules of courts elsewhere, such as the German Aktenordnung',
      words: true,
      cues: [
        ...caseNames,
        'case no',
        'case #',
        'case num',
        'case:',
        ...VAGUE_NAMES.slice(1),
        '-cv-',
        '-cr-',
        '-bk-',
        '-mj-',
        '-md-',
        '-mc-',
      ],
      before: 64,
      after: 64,
      find: findCases,
    },
  ],
} satisfies Family;
