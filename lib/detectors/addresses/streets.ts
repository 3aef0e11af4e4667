import type { Guess } from '../../scan/detector.ts';
import { everyMatch } from '../every-match.ts';
import { guessAt } from '../guess-at.ts';
import { ONCE } from '../once.ts';
import { textBefore } from '../text-before.ts';
import { findJapanese } from './eastern.ts';
import { LIVES } from './lives.ts';
import { CAPITAL, ENGLISH, GAP, QUOTED_END, ROOM, TOWN } from './parts.ts';
import { ended, findTowned } from './towned.ts';

/** The same as `GAP`, over quoted lines. */
const QUOTED_GAP = `(?:, |,? ?${QUOTED_END})`;
/** How streets are written, and what may follow: a town with its code. */
const ADDRESSES: readonly { readonly street: string; readonly town: string }[] = [
  {
    street: String.raw`(?:(?:Flat|Apt|Unit|Suite|No)\.? ?\d{1,5}[A-Za-z]?,? )?\d{1,5}[A-Za-z]? (?:${CAPITAL} ){1,4}${ONCE}(?:${ENGLISH})${ONCE}(?![\p{L}\d])(?: (?:[NS][EW]?|[EW])(?!\p{L}))?${ROOM}`,
    town: String.raw`(?:(?:${QUOTED_GAP}| )(?:${CAPITAL}(?:${QUOTED_GAP}| )){0,4}(?:[A-Z]{2,3} \d{4,5}(?:-\d{4})?|[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|[A-Z]{2} [A-Z]\d[A-Z] ?\d[A-Z]\d|[A-Z]\d[A-Z] ?\d[A-Z]\d|\d{6}))`,
  },
  {
    street: String.raw`\p{Lu}[\p{L}\p{M}-]{1,30}(?:stra(?:ß|ss)e|str\.|weg|gasse|platz|allee|ufer|damm|(?<![Ss][pt])ring|straat|laan|plein|kade|gracht|vägen|gatan|vej|gade|veien|gata|katu|tie) \d{1,4}(?: ?[a-zA-Z](?!\p{L}))?`,
    town: String.raw`(?:(?:${GAP}| )(?:[A-Z]{1,2}-)?\d{3}(?:\d{1,2}| \d{2})(?: [A-Z]{2})? ${CAPITAL}(?: ${CAPITAL}){0,2})`,
  },
  {
    street: String.raw`\p{Lu}[\p{L}\p{M}-]{1,30} (?:Straße|Strasse|Str\.|Weg|Platz|Allee|Ring|Straat|Laan) \d{1,4}(?: ?[a-zA-Z](?!\p{L}))?`,
    town: String.raw`(?:(?:${GAP}| )(?:[A-Z]{1,2}-)?\d{4,5}(?: [A-Z]{2})? ${CAPITAL}(?: ${CAPITAL}){0,2})`,
  },
  {
    street: String.raw`\d{1,4}(?: ?(?:bis|ter))?,? (?:[Rr]ue|RUE|[Aa]venue|[Aa]v\.|[Bb]oulevard|[Bb]d|[Pp]lace|[Cc]hemin|[Aa]llée|[Ii]mpasse|[Qq]uai|[Cc]ours)(?: (?:de|du|des|la|le|les|l['’]\p{L}{1,20}|d['’]\p{L}{1,20}|\p{Lu}[\p{L}\p{M}-]{1,24})(?!\p{L})){1,6}`,
    town: String.raw`(?:(?:${GAP}| )\d{5} ${CAPITAL}(?: ${CAPITAL}){0,2})`,
  },
  {
    street: String.raw`(?:Str\.|Strada|Calle|C\/|Avenida|Avda\.|Av\.|Plaza|Paseo|Via|Viale|Piazza|Corso|Largo|Vicolo|Rua|Travessa|Praça|ul\.|al\.|os\.|pl\.)(?: ${CAPITAL}){1,5},? ?(?:n[º°]\.? ?)?\d{1,5}(?:\/\d{1,4})?(?:[ -]?[a-zA-Z](?!\p{L}))?`,
    town: String.raw`(?:(?:${GAP}| )(?:\d{5,6}|\d{2}-\d{3}|\d{4}-\d{3}|\d{5}-\d{3}) ${CAPITAL}(?: ${CAPITAL}){0,2})`,
  },
];

const PATTERNS = ADDRESSES.map(({ street, town }) => new RegExp(String.raw`(?<![\p{L}\d.])${street}${ONCE}(?<town>${town})?`, 'gu'));
/** Behind the name of a place, and not behind what is cut short. */
const SENTENCE_END = /(?<=\p{Ll}{3})\.(?: |$)/u;
/** A town without its code. */
const PLACE = new RegExp(`^, ${TOWN}(?=[.,;:?!)\\s]|$)`, 'u');

/** In small letters, where somebody lives: `lived at 100 main street`. */
const SMALL =
  /(?<=\b(?:at|to|address(?: is)?|in|is)[: ] {0,2})\d{1,5} (?:[a-z]{1,20} ){1,3}(?:street|st|avenue|ave|road|rd|drive|dr|lane|ln|boulevard|blvd|court|ct|place|pkwy|parkway)(?![a-z])\.?(?: (?:apt|apartment|suite|ste|unit) \w{1,5})?/gi;

/** Where every copy of a licence says that the foundation behind it receives letters (https://www.gnu.org/licenses/old-licenses/gpl-2.0.html). */
const OF_LICENCES = /Software[\s#*;/.]{1,16}Foundation,?[\s#*;/.]{1,16}Inc\.?,?[\s#*;/.]{1,16}$/;

/** The same, wherever it stands, and those it had before. */
const OF_FOUNDATION =
  /^51 Franklin St(?:reet)?(?:<\/\w{1,8}>)?,\s{1,12}(?:Fifth|Suite)|^(?:59 Temple Pl|675 Mass)[\s\S]{1,80}(?:Boston|Cambridge)/;

/** The same guesses, less sure where such an address is meant. */
export function doubted(window: string, guesses: readonly Guess[]): readonly Guess[] {
  return guesses.map((guess) =>
    OF_LICENCES.test(textBefore(window, guess.span.start, 72)) || OF_FOUNDATION.test(window.slice(guess.span.start, guess.span.end + 40))
      ? { ...guess, confidence: 0.3 }
      : guess,
  );
}

/** Streets and whole addresses of a window, by the words and forms of Western countries and of Japan. Those of licences count little. */
export function findAddresses(window: string): readonly Guess[] {
  return doubted(window, addressesIn(window));
}

function addressesIn(window: string): readonly Guess[] {
  if (!/\d/.test(window)) return [];
  const confidence = LIVES.test(window) ? 0.6 : 0.45;
  const western = PATTERNS.flatMap((pattern) =>
    everyMatch(pattern, window).map((found) =>
      found.groups?.town === undefined
        ? guessAt(
            found.index,
            found[0] + (PLACE.exec(window.slice(found.index + found[0].length))?.[0].split(SENTENCE_END, 1)[0] ?? ''),
            confidence,
          )
        : guessAt(found.index, ended(found[0]), 0.8),
    ),
  );
  return [
    ...western,
    ...(confidence > 0.5 ? everyMatch(SMALL, window).map(({ 0: text, index }) => guessAt(index, text.replace(/\.$/, ''), 0.55)) : []),
    ...findTowned(window),
    ...findJapanese(window),
  ];
}
