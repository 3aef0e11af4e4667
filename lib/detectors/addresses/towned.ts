import type { Guess } from '../../scan/detector.ts';
import { everyMatch } from '../every-match.ts';
import { guessAt } from '../guess-at.ts';
import { ONCE } from '../once.ts';
import { textBefore } from '../text-before.ts';
import { lives } from './lives.ts';
import { CAPITAL, ENGLISH, GAP, QUOTED_END, ROOM, STATE_NAME, STATE_NAMES, STATES, STREET_WORD, TOWN } from './parts.ts';

/** As the United States write them: also with the number of a road, a flat behind a number sign, and without a space behind a comma. */
const US = {
  gap: `(?: ?, ?|,? ?${QUOTED_END}| )`,
  room: String.raw`(?:(?: ?, ?|,? ?\r?\n[ \t>|*]{0,8}| )(?:(?:[Aa]p(?:t|artment)|[Ss](?:uite|te)|[Uu]nit|[Ff]l(?:oor)?|[Rr](?:oo)?m|[Bb]ldg|[Ll]ot|PMB)\.? ?#? ?(?:[A-Z]?-?\d{1,5}-?[A-Z]?|[A-Z])|# ?(?:[A-Z]?-?\d{1,5}-?[A-Z]?|[A-Z]))(?!\w))`,
} as const;
/** Boxes of post offices, and of the armed forces (USPS Publication 28, sections 225.1, 241 and 281). */
const BOX = String.raw`(?:(?:P\.? ?O\.? ?Box|Private Bag|GPO Box|Locked Bag) \d{1,6}|(?:PSC|Unit|CMR) \d{1,5},? Box \d{1,5}|USN?[SV] [A-Z]\w{1,24})`;
const NUMBER_FIRST = String.raw`(?:\d{1,6}[A-Za-z]?(?:-\d{1,4})?,? (?:${CAPITAL} ){0,4}${CAPITAL}${ROOM}|${BOX})`;
/** The floor and the door, behind the number of a house. */
const DOOR = String.raw`(?:,? (?:\d{1,2} ?[ºª°]\.? ?[A-Za-z]{0,4}|(?:m|lok|kv)\. ?\d{1,4}|(?:bus|bte|boîte|bt) \d{1,4}|\d{1,2}\. ?(?:tv|th|mf)\.?))?`;
/** The same with a flat, and a full stop behind what is cut short. */
const WIDE_DOOR = String.raw`(?:,? (?:\d{1,2} ?[ºª°]\.? ?(?:[A-Za-z]{2,4}\.?|[A-Za-z]?)|(?:m|lok|kv|кв)\. ?\d{1,4}|(?:[Aa]p(?:to|t|\.)|[Bb]loco|[Cc]asa|[Ss]ala|[Dd]aire|D:|[Ii]nt\.|[Ss]cala) ?[A-Z]?\d{0,4}|(?:bus|bte|boîte|bt) \d{1,4}|\d{1,2}\. ?(?:tv|th|mf)\.?))?`;
const NUMBER_LAST = numberLast(DOOR);
function numberLast(door: string): string {
  return String.raw`(?:(?:(?:A[mnu]f?|I[mn]|Unter|Z(?:um|ur|u)|Hinter|Vor|Bei)(?: de[mnr])?|de|ul\.|ulica|al\.|aleja|pl\.|plac|os\.|osiedle|bulw\.|bulwar|wyb\.|droga|ogród|rondo|park|skwer|rynek|wyspa|szosa|calle|plaza|paseo|avenida|via|viale|piazza|corso|rua|travessa|praça|van(?: de[nr]?)?) )?\p{Lu}[\p{L}\p{M}.'’/-]{0,30}(?: ${CAPITAL}(?!\p{L})){0,5}(?: (?:utca|út|tér|körút|ulice|náměstí|třída|nábřeží))?,? ?(?:n[º°]\.? ?|Nr\.? ?)?(?:\d{1,5}(?:[ -]?(?!st|nd|rd|th)[a-zA-Z]{1,3}(?!\p{L}))?(?:\/[\dA-Z]{1,4})?|s\/n\.?)${door}`;
}

/** Words that Indian addresses have besides those, and places whose codes have as many digits. */
const INDIAN =
  /(?<!\p{L})(?:colony|sector|phase|nagar|marg|layout|residency|apartments?|society|enclave|vihar|bagh|chowk|india|singapore|delhi|mumbai|pune|bengaluru|bangalore|chennai|kolkata|hyderabad|ahmedabad|jaipur|lucknow|andhra|assam|bihar|chhattisgarh|goa|gujarat|haryana|himachal|jharkhand|karnataka|kerala|madhya|maharashtra|manipur|meghalaya|mizoram|nagaland|odisha|punjab|rajasthan|sikkim|tamil|telangana|tripura|uttar|uttarakhand|pradesh|bengal)(?!\p{L})/iu;
/** A year, and not the code of a town. */
const YEAR = /[\s,](?:19|20)\d\d \p{L}/u;

/** Whole addresses, told by how they end, with a town and its code: the street may be called anything. */
interface Towned {
  readonly street: string;
  readonly end: string;
  /** Where the end alone proves little: what else such an address has. */
  readonly evidence?: RegExp;
}
/** A house and its street, or a box, up to the town. */
const US_STREET = String.raw`(?:\d{1,6}(?:-(?:\d{1,4}|[A-Z])|[A-Za-z])?,? (?:(?:${CAPITAL}|\d{1,4}(?:st|nd|rd|th)?\.?) ){0,4}${CAPITAL}(?:,? [NS][EW]?(?!\p{L}))?${US.room}{0,2}|(?:P\.? ?O\.?\s{1,2})?Box \d{1,6}|${BOX})${US.gap}${TOWN}`;
const TOWNED: readonly Towned[] = [
  {
    street: `${NUMBER_FIRST}(?:${GAP}| )${TOWN},?`,
    end: String.raw` {1,2}(?:(?:${STATES.CA}),? {1,2}[A-Z]\d[A-Z] ?\d[A-Z]\d|(?:${STATES.AU}) {1,2}\d{4}(?!\d))`,
  },
  {
    street: US_STREET,
    end: String.raw`(?: ?, ?| {1,2})(?:${STATES.US}),? {1,2}\d{5}(?:-\d{4})?(?!\d)`,
  },
  {
    street: US_STREET,
    end: String.raw`(?: ?, ?| {1,2})(?:${STATE_NAME}),? {1,2}\d{5}(?:-\d{4})?(?!\d)`,
    evidence: new RegExp(
      String.raw`(?<!\p{L})(?:${ENGLISH}|Box)(?!\p{L})|${STATE_NAMES.map((names, digit) => String.raw`(?:${names}),? {1,2}${digit}\d{4}`).join('|')}`,
      'u',
    ),
  },
  {
    street: `${NUMBER_FIRST}${GAP}${TOWN}(?: \\d{1,2})?(?:${GAP}${TOWN})?`,
    end: String.raw`(?:${GAP}| )(?:GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|[AC-FHKNPRTV-Y]\d[\dW] [\dAC-FHKNPRTV-Y]{4})`,
  },
  {
    street: String.raw`(?:(?:(?:Flat|House|Plot|Door|Shop) )?No\.? ?)?${NUMBER_FIRST}(?:${GAP}${TOWN}){1,4}`,
    end: String.raw`(?:${GAP}| ?[-–] ?| )[1-8]\d{2} ?\d{3}(?!\d)`,
    evidence: new RegExp(`${INDIAN.source}|(?<!\\p{L})(?:${ENGLISH})(?!\\p{L})`, 'iu'),
  },
  {
    street: `(?:${NUMBER_LAST}|${NUMBER_FIRST})(?:(?:${GAP}| [-–] )${TOWN})?(?:${GAP}| [-–] )${TOWN}`,
    end: String.raw`(?: ?[-–/] ?|, )(?:${STATES.BR})(?:${GAP}| )(?:CEP:? )?\d{5}-\d{3}(?!\d)`,
  },
  {
    street: String.raw`\d{1,4}(?: ?(?:bis|ter))?,? (?:\p{L}[\p{L}\p{M}.'’-]{0,24} ){1,6}?\p{L}[\p{L}\p{M}.'’-]{0,24}`,
    end: String.raw`${GAP}\d{4,5} ${TOWN}`,
    evidence: STREET_WORD,
  },
  {
    street: `${numberLast(WIDE_DOOR)}(?:, ${TOWN})?`,
    end: String.raw`(?:${GAP}| [-–] )(?:[A-Z]{1,2}-)?(?:\d{5}|\d{4}(?: [A-Z]{2})?|\d{2}-\d{3}|\d{3} \d{2}|\d{4}-\d{3}) ${TOWN}(?: \d{1,2}(?=[,.;\n)]|$))?`,
    evidence: STREET_WORD,
  },
];

const WHOLE = TOWNED.map(({ street, end, evidence }) => ({
  whole: new RegExp(String.raw`(?<![\p{L}\d./-])${street}${ONCE}${end}`, 'gu'),
  end: new RegExp(end, 'u'),
  evidence: evidence ?? null,
}));

/** An address without what follows it: the full stop behind a town ends the sentence, even where the next one begins with a capital. */
export function ended(address: string): string {
  const town = /\d[^\d]{3,60}$/u.exec(address);
  const end = town && TOWN_END.exec(town[0]);
  return (town && end ? address.slice(0, town.index + end.index) : address).replace(/\.$/, '');
}
/** Behind the name of a place, and not behind what is cut short. */
const TOWN_END = /(?<=\p{L}\p{Ll}{3})\. /u;

/** Whether an address is all that stands on its line, below the name of somebody. */
function isOfLetter(window: string, start: number, { length }: string): boolean {
  return NAME_LINE.test(textBefore(window, start, 60)) && /^[ \t]{0,4}(?:\r?\n|$)/.test(window.slice(start + length));
}
const NAME_LINE = /(?:^|\n)[ \t]{0,8}(?:\p{Lu}[\p{L}\p{M}.'’-]{1,24} ){1,3}\p{Lu}[\p{L}\p{M}.'’-]{1,24},?\r?\n[ \t]{0,8}$/u;

/** Whole addresses of any street, town and code. An end is found sooner than a beginning. */
export function findTowned(window: string): readonly Guess[] {
  if (!/\d{3}|\d[A-Z]/.test(window)) return [];
  return WHOLE.filter(({ end }) => end.test(window)).flatMap(({ whole, evidence }) =>
    everyMatch(whole, window).flatMap(({ 0: found, index }): Guess[] => {
      const text = ended(found);
      if (evidence === null || evidence.test(text)) return [guessAt(index, text, 0.8)];
      if (YEAR.test(text)) return [];
      return [guessAt(index, text, lives(textBefore(window, index, 100)) ? 0.6 : isOfLetter(window, index, text) ? 0.55 : 0.3)];
    }),
  );
}

/** What stands before the code of a town: the comma or line end before, with a country's letter or the first digits; a state; of India, the town. */
const BEFORE_CODE = new RegExp(
  String.raw`(?:[,\n][ \t]{0,8}(?:[A-Z]{1,2}-|\d{2}-|\d{3} )?|(?<!\p{L})(?:${STATES.US}|${STATES.AU}|${STATE_NAME}) )$`,
  'u',
);
const BEFORE_INDIAN = /\p{Ll}(?:, ?| ?[-–] ?| )(?:\d{3} )?$/u;
/** What stands behind it: the rest of it and the town, or the end of a line or sentence. */
const BEHIND_CODE = /^(?:-\d{3,4}| \d{2,3})?(?: [A-Z]{2})?(?: \p{Lu}\p{L}|[.,]?(?:\s|$))/u;

/** Whether digits in a row are the code of a town in an address, as far as what is beside them tells. */
export function isCode(text: string, start: number, end: number): boolean {
  if (end - start > 6 || isNumeric(text.charCodeAt(start - 1)) || !BEHIND_CODE.test(text.slice(end, end + 9))) return false;
  const before = textBefore(text, start, 16);
  return BEFORE_CODE.test(before) || ((end - start === 6 || /\d{3} $/.test(before)) && BEFORE_INDIAN.test(before));
}

/** A full stop, a colon, a slash, an equals sign: digits behind them are no code. */
function isNumeric(unit: number): boolean {
  return unit === 46 || unit === 47 || unit === 58 || unit === 61;
}
