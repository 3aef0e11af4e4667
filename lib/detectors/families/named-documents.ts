import type { Family } from '../family.ts';
import type { Kind } from '../identifiers/identifier.ts';
import { KINDS } from '../identifiers/kinds.ts';
import { createLabelled } from '../labelled-numbers.ts';

/** By kind: what else its numbers are called than in `KINDS`. */
const NAMES: readonly (readonly [kind: Kind, names: string])[] = [
  [
    'national',
    "idcard|personalausweisnummer|ausweisnummer|ausweis-nr|cédula de identidad|bilhete de identidade|carta d'identità|documento d'identità|identiteitskaart",
  ],
  ['licence', 'driverlicense|führerscheinnummer|patente|rijbewijsnummer'],
  ['tax', 'steuernummer|tax file @|@ fiscal|@ fiscale|codice fiscale|identifiant fiscal|fiscaal @'],
  ['social', 'social @|sozialversicherungsnummer|sociaalverzekeringsnummer'],
  ['account', '@ de compte|compte @|@ de cuenta|cuenta @|@ da conta|conta @|@ di conto|conto @|konto-nr|rekeningnummer'],
  ['practitioner', 'nursing license'],
];
/** Of those, what also names other things: rates, software, codes of providers. */
const VAGUE = /^(?:tin|tax code|licen[cs]e n|provider|prescriber|id code)/;

const LABELLED = [
  ...NAMES.map(([kind, more]) => {
    const { entity, words } = KINDS[kind];
    const known = words.split(',').filter((name) => !VAGUE.test(name));
    // With a word for a number also where the two are written in one: `idCardNumber`.
    return { entity, names: `${[...known, ...known.map((name) => `${name} @`)].join('|')}|${more}` };
  }),
  { entity: 'BIOMETRIC_ID', names: 'biometric @|biometric identifier|fingerprint template' },
].map(({ entity, names }) => ({ entity, ...createLabelled({ names: { en: names }, confidence: 0.5, everyday: true, long: true }) }));

/** What each of those begins with, or has in it: single words of theirs stand in texts of every kind. */
const CUES =
  "id card|idcard|id_card|national id|ausweis|personalausw|identi|driver'|driver’|drivers l|driver l|driverl|driving|führerschein|condu|patente|rijbewijs|tax |tax_|taxn|taxi|taxp|steuer|fiscal|social s|social i|social n|socialn|social_n|sozialv|sociaalv|sécurité s|seguridad s|previdenza|compte|cuenta|conta |conto |conto:|konto-nr|rekening|medical lic|nursing lic|biometric|fingerprint t".split(
    '|',
  );

export default {
  id: 'named-documents',
  title: 'Documents, taxes and accounts in any form',
  // Those of identifiers whose country no form tells are declared by `KINDS`.
  entities: [
    { entity: 'NATIONAL_ID', categories: ['personal', 'government-id'] },
    { entity: 'BIOMETRIC_ID', categories: ['personal', 'special-category'] },
  ],
  detectors: [
    {
      kind: 'nearby',
      // The last of those that are as sure: what a table knows of a state says more.
      id: 'written-number-behind-name',
      entity: 'NATIONAL_ID',
      source: 'What forms and letters call them; identification numbers: https://gdpr-info.eu/art-4-gdpr/',
      words: true,
      cues: CUES,
      before: 40,
      after: 80,
      // Shorter ones are codes of rates, of banks and of classes.
      find: (window) =>
        LABELLED.flatMap(({ entity, find }) => find(window).map((guess) => ({ ...guess, entity }))).filter(
          ({ span }) => span.end - span.start > 6,
        ),
    },
  ],
} satisfies Family;
