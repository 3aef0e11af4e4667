import type { Guess } from '../../scan/detector.ts';
import { everyMatch } from '../every-match.ts';
import type { Family } from '../family.ts';

/** What the code of a booking is called and what else may be, in many languages; a space is also a hyphen, a low line or nothing. */
const SURE =
  'pnr(?: (?:code|number|no|kodu|numarası))?|(?:record )?locator(?: code)?|booking (?:reference|ref|code)|buchungs(?:code|referenz)|localizador';
const OTHER =
  'booking (?:number|id)|(?:reservation|confirmation) (?:code|number)|buchungsnummer|reservierungs(?:code|nummer)|(?:référence|numéro|code) de (?:la )?réservation|código d[ae] (?:la )?reserva|codice (?:di )?prenotazione|boekings?(?:code|nummer|referentie)|reserverings(?:code|nummer)|(?:numer|kod) rezerwacji|boknings(?:nummer|kod|referens)|rezervasyon (?:kodu|numarası)|(?:номер|код) брон(?:ирования|и)|[预預][订訂][编編]?[号號]|订座编码|訂位代號|予約番号|예약 ?번호|(?:رمز|رقم) الحجز';

/** Six capitals and digits, as reservation systems give them. */
const CODE = new RegExp(
  String.raw`(?<![\p{L}\d])(?:(?<sure>${SURE.replaceAll(' ', '[ _-]?')})|${OTHER.replaceAll(' ', '[ _-]?')})(?: ?\(\p{L}{2,12}\))?["'*]{0,3}\.?(?: (?:is|ist|lautet|est|es|è|é|to))?(?<sign> ?[:：=#])?(?:は|是|为|は、)?["'* ]{0,3}(?<value>[A-Z\d]{6})(?![\p{L}\d]|[-_/]\w| \p{Lu}{3})`,
  'dgiu',
);

function find(window: string): readonly Guess[] {
  return everyMatch(CODE, window).flatMap((found): Guess[] => {
    const { sure, sign, value = '' } = found.groups ?? {};
    const [start, end] = found.indices?.groups?.value ?? [0, 0];
    // Letters alone may be a word, digits alone the code that a service sends to a telephone.
    const isCode = /^[A-Z\d]{6}$/.test(value) && /[A-Z]/.test(value) && (/\d/.test(value) || (sure !== undefined && sign !== undefined));
    return isCode ? [{ span: { start, end }, confidence: 0.6 }] : [];
  });
}

export default {
  id: 'bookings',
  title: 'Bookings of journeys',
  entities: [{ entity: 'BOOKING_CODE', categories: ['personal'] }],
  detectors: [
    {
      kind: 'nearby',
      id: 'booking-code-behind-name',
      entity: 'BOOKING_CODE',
      source: 'https://www.iata.org/en/programs/ops-infra/pnr/ (passenger name record: the record locator has six letters and digits)',
      words: true,
      cues: 'pnr|locator|booking|reservation c|reservation n|reservationc|confirmation c|confirmation n|confirmationc|confirmation_|buchungs|reservierungs|réservation|localizador|reserva|prenotazione|boeking|reservering|rezerwacji|boknings|rezervasyon|бронировани|брони|预订|預訂|订座编码|訂位代號|予約番号|예약|الحجز'.split(
        '|',
      ),
      before: 16,
      after: 56,
      find,
    },
  ],
} satisfies Family;
