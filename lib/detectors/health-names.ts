import type { LabelledNumbers } from './labelled-numbers.ts';

/** What the numbers of patients and of their records are called. */
export const MEDICAL_RECORD: LabelledNumbers = {
  names: {
    en: "mrn|medical record @|medical file @|health record @|hospital record @|clinical record @|patient record @|patient @|patient file @|patient's id|medical chart @|chart number|chart no|chart #|case history @|hospital @",
    de: 'krankenaktennummer|krankenakte @|krankenakten-nr|krankenblattnummer|patientennummer|patienten @|patientenkennung|patientenakte @|fallnummer|aufnahmenummer|behandlungsnummer',
    fr: '@ de dossier médical|@ de dossier patient|@ du dossier médical|@ de patient|@ patient|@ du patient|@ de dossier hospitalier',
    es: '@ de historia clínica|@ historia clínica|@ de expediente médico|@ de expediente clínico|@ de paciente|@ del paciente|@ paciente',
    pt: '@ do prontuário médico|@ do prontuário|@ de prontuário|@ do processo clínico|@ de processo clínico|@ do paciente|@ de paciente',
    it: '@ di cartella clinica|@ della cartella clinica|@ cartella clinica|@ paziente|@ del paziente|@ di paziente',
    nl: 'patiëntnummer|patiëntennummer|patiënt @|medisch dossiernummer|@ medisch dossier',
    sv: 'journalnummer|journalnr|patientnummer|patientnr',
    da: 'pasientnummer|pasient @|patientens @',
    pl: '@ dokumentacji medycznej|@ historii choroby|@ pacjenta|@ karty pacjenta',
    cs: '@ zdravotnické dokumentace|@ chorobopisu|@ pacienta|@ zdravotní dokumentace',
    sk: '@ zdravotnej dokumentácie|@ zdravotného záznamu',
    hu: 'kórlapszám|kórlap @|betegazonosító szám|betegazonosító|kórházi törzsszám',
    ro: '@ dosarului medical|@ dosar medical|@ fișei medicale|@ pacient|@ pacientului|@ de pacient',
  },
  bearers: {
    en: 'medical record|case history|patient chart',
    de: 'krankenakte|patientenakte',
    fr: 'dossier médical',
    es: 'historia clínica|expediente clínico',
    pt: 'prontuário',
    it: 'cartella clinica',
  },
  confidence: 0.7,
};

/** What the numbers of health insurance are called: of cards, members, policies and claims. */
export const HEALTH_INSURANCE: LabelledNumbers = {
  names: {
    en: 'health insurance @|health insurance card @|health insurance claim @|health insurance policy @|health insurance member @|medical insurance @|health plan @|health plan beneficiary @|health card @|insurance card @|insurance plan @|insurance policy @|insurance member @|insurance claim @|insurance @|benefits plan @|benefit plan @|medicare beneficiary @|medicaid recipient @|policy holder @|policyholder @',
    de: 'krankenversichertennummer|krankenversicherungsnummer|versichertennummer|versicherten @|krankenkassennummer|gesundheitskartennummer|kvnr',
    fr: "@ de carte d'assurance maladie|@ d'assurance maladie|@ de carte vitale|@ de la carte vitale|@ d'assuré|@ d'adhérent|@ de mutuelle",
    es: '@ de tarjeta sanitaria|@ de la tarjeta sanitaria|@ de afiliado|@ de asegurado|@ del seguro médico',
    pt: '@ do cartão nacional de saúde|@ do cartão do sus|@ do cartão sus|@ de beneficiário|@ do seguro de saúde',
    it: '@ della tessera sanitaria|@ di tessera sanitaria|@ tessera sanitaria|@ assicurazione sanitaria|@ di assicurazione sanitaria',
    nl: 'zorgverzekeringsnummer|zorgpasnummer|verzekerdennummer|@ zorgpas',
    sv: 'sjukförsäkringskortets nummer|sjukförsäkringsnummer|@ på sjukförsäkringskortet',
    da: 'sygesikringsnummer|sundhedskortnummer|helsetrygdkortnummer|trygdekortnummer',
    pl: '@ karty ubezpieczenia zdrowotnego|@ ubezpieczenia zdrowotnego|@ karty ekuz',
    cs: '@ průkazu pojištěnce|@ pojištěnce|@ zdravotního pojištění',
    sk: '@ preukazu poistenca|@ poistenca|@ zdravotného poistenia',
    hu: 'taj @|egészségbiztosítási @|egészségbiztosítási kártya @',
    ro: '@ cardului național de sănătate|@ cardului de sănătate|@ card de sănătate|@ de asigurat',
  },
  bearers: {
    en: 'medicare|medicaid|health card|insurance card|policy holder|policyholder|health insurance',
    de: 'gesundheitskarte|versichertenkarte|krankenversicherung',
    fr: "carte vitale|carte d'assurance maladie",
    es: 'tarjeta sanitaria',
    pt: 'cartão nacional de saúde|cartão sus',
    it: 'tessera sanitaria',
    nl: 'zorgpas',
    sv: 'sjukförsäkringskort',
    da: 'sygesikringskort|sundhedskort|helsetrygdkort',
    hu: 'taj',
    ro: 'card de sănătate',
  },
  vague: {
    en: 'member @|subscriber @|beneficiary @|policy @|policy|claim @|claims @|group @',
    de: 'versicherungsnummer|versicherungsscheinnummer|policennummer|mitgliedsnummer|schadennummer',
    fr: '@ de contrat|@ de sinistre|@ de police',
    es: '@ de póliza|@ de siniestro',
    pt: '@ da apólice|@ de apólice|@ do sinistro',
    it: '@ di polizza|@ polizza|@ sinistro',
    nl: 'polisnummer|schadenummer',
    sv: 'försäkringsnummer',
    pl: '@ polisy|@ szkody',
  },
  context:
    /insur|claimant|health|medic|policy ?holder|benefi|coverage|hospital|patient|copay|deductible|versicher|kranken|assur|mutuelle|santé|segur|sanitar|saúde|salud|paciente|assicur|salute|verzeker|zorg|försäkr|ubezpiecz|^(?:POL|POLICY|CLM|CLAIM|PH|MEM|MBR|MEMBER|INS|HMO|PPO)[-A-Z0-9]{0,10}-/i,
  confidence: 0.7,
};
