import type { Posture } from './posture.ts';

/**
 * Short texts that together ask for most patterns that a text about people asks for, which the runtime compiles when they are first used: about 0.3 s, of which nobody should have to
 * wait while a message is held. Nothing in them is anybody's. Each is scanned by itself, so that a message waits for one of them at most.
 */
export const WARMING: readonly string[] = [
  'Please compare both drafts and tell me which one reads better.',
  'My name is Anna Example, call 0113 496 0000.',
  'I live at 1 Example Street, Springfield, IL 62704.',
  'Kundin: Anna Muster, geboren am 01.02.1990',
  'wohnhaft Musterstraße 1, 10115 Berlin',
  '1 rue de la Paix, 75002 Paris',
  'Calle Mayor 1, 28013 Madrid',
  'She was diagnosed with diabetes',
  'Anna takes metformin 500 mg; she is 52 years old',
  'Her salary is $ 81,000 a year',
  'IBAN DE00 0000 0000 0000 0000 00, card 4111 1111 1111 1111 exp 01/30',
  'SSN 000-00-0000, passport no C01234567',
  'user: anna, password: Example-1234',
  'anna@mail.example;+1 415 555 0100;192.0.2.1;00:00:5e:00:53:01',
];

/** Asked for the first time, scans `WARMING` one by one, with a pause before each; later calls do nothing. */
export function createWarmUp(posture: () => Promise<Posture>, pause: () => Promise<void>): () => Promise<void> {
  let begun = false;
  return async () => {
    if (begun) return;
    begun = true;
    for (const text of WARMING) {
      await pause();
      // Another policy may have come into force.
      const { scan, incomplete, complete } = await posture();
      scan(text);
      if (incomplete()) await complete();
    }
  };
}
