import type { Guess } from '../../scan/detector.ts';
import { everyMatch } from '../every-match.ts';
import { guessAt } from '../guess-at.ts';
import { spelled } from '../spellings.ts';
import { textBefore } from '../text-before.ts';

/** Postcodes of the United Kingdom, Germany and its neighbours, the United States, Canada, the Netherlands, Poland, Portugal, Brazil. */
const POSTCODE =
  /(?<![\w.-])(?:GIR ?0AA|[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d{1,2}|\d[A-HJKPSTUW]|[A-HK-Y]\d[ABEHMNPRVWXY]) ?\d[ABD-HJLNP-UW-Z]{2}|[ABCEGHJ-NPRSTVXY]\d[A-Z] ?\d[A-Z]\d|\d{4} ?[A-Z]{2}|\d{2}-\d{3}|\d{4}-\d{3}|\d{5}-\d{3,4}|\d{5,6}|(?<!\d )\d{3} \d{2}(?! ?\d)|[AC-FHKNPRTV-Y]\d[\dW] ?[\dAC-FHKNPRTV-Y]{4})(?![\w-])/g;
/** What a postcode is called; parted by `|`. */
export const CODE_NAMES =
  'postleitzahl|post code|postal code|zip code|code postal|código postal|codigo postal|codice postale|cod poștal|pin code|kod pocztowy|postnummer|postinumero|irányítószám|posta kodu|eircode|индекс|邮编|邮政编码|郵便番号|우편번호';
const POST_WORD = new RegExp(
  String.raw`(?<![\p{L}\d])(?:${spelled(CODE_NAMES)}|plz|zip|c\.?p\.?|cap|postnr|cep|psč|address|adresse)(?!\p{L})`,
  'iu',
);

/** Whose postcode it is. */
const OWNED = /\b(?:my|his|her|their|customer|patient|meine?|ihre?|seine?)\b/i;

/** Two parts of letters and digits, which name a few houses: of the United Kingdom and Ireland. */
const IS_BRITISH = /^(?:[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|[A-Z]\d[\dW] [A-Z\d]{4})$/;
/** Somebody lives there, or something is brought there. */
const PLACED =
  /(?<!\p{L})(?:liv(?:e[sd]?|ing)|deliver(?:y|ed)?|parcel|ship(?:ped)?|send|sent|collect|pick(?:ed)? ?up|mov(?:e|ed|ing)|home|house|flat|address|property|customer|visit|based|stay(?:ing)?|courier|rent)(?!\p{L})/iu;

function isPlaced(window: string, index: number, text: string): boolean {
  return (
    IS_BRITISH.test(text) &&
    /(?<!\p{L})(?:in|at|to|from|near|of|is|,) ?$/iu.test(textBefore(window, index, 6)) &&
    PLACED.test(textBefore(window, index, 60))
  );
}

/** Postcodes behind their names, and where somebody lives or something is brought. */
export function findPostcodes(window: string): readonly Guess[] {
  return everyMatch(POSTCODE, window).flatMap(({ 0: text, index }): Guess[] => {
    const named = POST_WORD.test(textBefore(window, index, 24));
    if (/^0{2}|^01000$|^99999$/.test(text)) return [];
    return named ||
      (/^\d{5}$/.test(text) && window.trim() === text) ||
      /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i.test(text) ||
      /^GIR/i.test(text)
      ? [
          guessAt(
            index,
            text,
            named ? (OWNED.test(window) || isPlaced(window, index, text) ? 0.5 : 0.45) : isPlaced(window, index, text) ? 0.5 : 0.3,
          ),
        ]
      : [];
  });
}
