import type { Guess } from '../scan/detector.ts';
import { everyMatchInAnyCase } from './every-match.ts';
import { guessAt } from './guess-at.ts';
import { ONCE } from './once.ts';

/** What a plate is called, in lower case. */
const NAMES =
  "licen[cs]e plates?|number plates?|registration plates?|vehicle registration(?: mark| number)?|vrm|vehicle ?vrm|registration mark|plate (?:number|no\\.?)|kfz-kennzeichen|autokennzeichen|nummernschild|plaque d’immatriculation|plaque d'immatriculation|placa del coche|placa do carro|kenteken|tablica rejestracyjna|rendszám|plakası|plaka|biển số(?: xe)?|plat(?: nomor| mobil| motor)?|nomor polisi|nopol|patente(?: del? (?:auto|vehículo|coche|camioneta|moto))?|placas?(?: del? \\p{L}{4,10})?|numer rejestracyjny|registracijska|(?:car|van|truck|bike|vehicle|taxi|uber)[^.\\n]{0,24}? plates?";
const NAMED = new RegExp(
  `(?<!\\p{L})(?:${NAMES})${ONCE}(?!\\p{L})(?:["'*]{0,2} ?[:=#>(]|,? (?:is|was|reads?|lautet|ist|est|es|è|é|to|jest))?["'* ]{0,3}(?<value>[a-z\\p{sc=Cyrillic}\\d]{1,4}(?:(?:[ ·•-]{1,3}?|\\.(?=\\d\\d(?!\\d)))[a-z\\p{sc=Cyrillic}\\d]{1,5}){0,2}|[a-z\\p{sc=Cyrillic}\\d]{5,9})(?![\\p{L}\\d]|[-.:/]\\d)`,
  'dgu',
);

/** Behind words that say less, the form that Britain has had since 2001: https://www.gov.uk/displaying-number-plates. */
const BRITISH =
  /(?<!\p{L})(?:(?:vehicle|car|van|taxi)(?:["'*]{0,2}:| with)?|registration ?(?:number|mark|no\.?)?|reg\.?(?: no\.?)?)["'*]{0,2}(?: ?[:=(#]|,? (?:is|was))?["'* ]{0,3}(?<value>[a-z]{2}\d{2} ?[a-z]{3})(?![\p{L}\d])/dgu;

/**
 * Plates behind their name, in the form of any state, as forms differ by state and year: five to nine capitals and digits, both, in at most
 * three groups. Confidence 0.5.
 */
export function findNamedPlates(window: string): readonly Guess[] {
  return [...everyMatchInAnyCase(NAMED, window), ...everyMatchInAnyCase(BRITISH, window)].flatMap((found): Guess[] => {
    const [start] = found.indices?.groups?.value ?? [0];
    const value = found.groups?.value ?? '';
    const units = value.replace(/[^\p{L}\d]/gu, '');
    const isPlate = units.length >= 5 && units.length <= 9 && /\d/.test(units) && /\p{Lu}/u.test(units) && !/\p{Ll}/u.test(units);
    return isPlate ? [guessAt(start, value, 0.5)] : [];
  });
}

/** What opens a window for it. */
export const PLATE_CUES =
  'plate|vehicle|registration|vrm|reg. |kennzeichen|nummernschild|immatriculation|placa d|kenteken|tablica rej|rendszám|plaka|biển số|plat |nomor polisi|nopol|patente|placa|rejestracyjn'.split(
    '|',
  );
