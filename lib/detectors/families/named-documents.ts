import type { Detector } from '../../scan/detector.ts';
import type { Family } from '../family.ts';
import { createLabelled, type Names } from '../labelled-numbers.ts';

/**
 * Numbers of documents, taxes and accounts in any form, behind what they are called: the tables of identifiers know the forms of states, and people
 * write others, too. Confidence 0.5.
 */
const NAMED: readonly (readonly [id: string, entity: string, names: Names])[] = [
  [
    'id-card',
    'NATIONAL_ID',
    {
      en: 'id card @|id card|idcard|identity card @|identity card|national id @|national id|national identity|national identification|identity document',
      de: 'personalausweisnummer|personalausweis|personalausweis-nr|ausweisnummer|ausweis-nr',
      fr: "carte d'identité",
      es: 'documento de identidad|cédula de identidad',
      pt: 'documento de identidade|bilhete de identidade|carteira de identidade',
      it: "carta d'identità|carta di identità|documento d'identità",
      nl: 'identiteitskaart|identiteitsbewijs|identiteitskaartnummer',
    },
  ],
  [
    'driving-licence',
    'DRIVING_LICENCE',
    {
      en: "driver's license|driver's licence|drivers license|drivers licence|driver license|driver licence|driving license|driving licence|driver license @|driverlicense|driver's license @|drivers license @",
      de: 'führerschein|führerscheinnummer|führerschein-nr',
      fr: 'permis de conduire',
      es: 'permiso de conducir|licencia de conducir|carnet de conducir',
      pt: 'carta de condução|carteira de motorista',
      it: 'patente di guida|patente',
      nl: 'rijbewijs|rijbewijsnummer',
    },
  ],
  [
    'tax-number',
    'TAX_ID',
    {
      en: 'tax @|tax identification|tax file @|taxpayer @|taxpayer identification',
      de: 'steuernummer|steuer-nr|steuer @|steueridentifikationsnummer',
      fr: '@ fiscal|identifiant fiscal',
      es: '@ fiscal|identificación fiscal',
      pt: '@ fiscal|@ de contribuinte',
      it: 'codice fiscale|@ fiscale',
      nl: 'fiscaal @|belastingnummer',
    },
  ],
  [
    'social-number',
    'SOCIAL_SECURITY',
    {
      en: 'social @|social security|social security @|social insurance|socialnum',
      de: 'sozialversicherungsnummer|sozialversicherungs-nr|rentenversicherungsnummer',
      fr: '@ de sécurité sociale',
      es: '@ de la seguridad social|@ de seguridad social',
      pt: '@ de segurança social|@ da segurança social',
      it: '@ di previdenza sociale',
      nl: 'sociaalverzekeringsnummer|socialezekerheidsnummer',
    },
  ],
  [
    'practitioner',
    'PRACTITIONER_ID',
    {
      en: "medical license|medical licence|professional license @|professional licence @|nursing license|nursing licence|nurse's license|nurse's licence",
    },
  ],
  ['biometric', 'BIOMETRIC_ID', { en: 'biometric @|biometric identifier|fingerprint template' }],
  [
    'account-number',
    'BANK_ACCOUNT',
    {
      de: 'kontonummer|konto-nr',
      fr: '@ de compte|compte @|@ du compte',
      es: '@ de cuenta|cuenta @|@ de la cuenta',
      pt: '@ da conta|@ de conta|conta @',
      it: '@ di conto|@ del conto|conto @',
      nl: 'rekeningnummer|rekening @',
    },
  ],
];

export default {
  id: 'named-documents',
  title: 'Documents, taxes and accounts in any form',
  // Those of identifiers whose country no form tells, see `KINDS`.
  entities: [
    { entity: 'NATIONAL_ID', categories: ['personal', 'government-id'], ambient: false },
    { entity: 'DRIVING_LICENCE', categories: ['personal', 'government-id'], ambient: false },
    { entity: 'TAX_ID', categories: ['personal', 'government-id', 'financial'], ambient: false },
    { entity: 'SOCIAL_SECURITY', categories: ['personal', 'government-id'], ambient: false },
    { entity: 'PRACTITIONER_ID', categories: ['personal'], ambient: false },
    { entity: 'BIOMETRIC_ID', categories: ['personal', 'special-category'], ambient: false },
    { entity: 'BANK_ACCOUNT', categories: ['financial', 'personal'], ambient: false },
  ],
  detectors: NAMED.map(([id, entity, names]): Detector => {
    const { cues, find } = createLabelled({ names, confidence: 0.5, everyday: true, long: true });
    return {
      kind: 'nearby',
      // The last of those that are as sure: what a table knows of a state says more.
      id: `written-${id}-behind-name`,
      entity,
      source: 'What forms and letters call them; identification numbers: https://gdpr-info.eu/art-4-gdpr/',
      words: true,
      cues,
      entities: [],
      before: 40,
      after: 80,
      budget: 20_000,
      // Shorter ones are codes of rates, of banks and of classes.
      find: (window) => find(window).filter(({ span }) => span.end - span.start > 6),
    };
  }),
} satisfies Family;
