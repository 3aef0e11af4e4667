import type { Guess } from '../../scan/detector.ts';
import { balanced } from '../balanced.ts';
import { everyMatchInAnyCase } from '../every-match.ts';
import { guessAt } from '../guess-at.ts';
import { ONCE } from '../once.ts';

/** What a sentence or a form says right before an address: what it is called, or who lives or receives there. */
const TOLD_BY = `(?:(?:address|adresse|anschrift|adres|adresa|direcci[oó]n|domicilio|endereço|morada|indirizzo|adress|osoite|lakcím)(?: (?:is|ist|lautet|est|es|è|é|to|jest|je|är|er|on|en))?|(?:live[sd]?|living|resid(?:es?|ing)|staying|located) at|(?:deliver|ship|send|sent|mail|post|courier)(?:ed|ped)?(?: (?:it|this|them|that|everything|the \\p{L}{3,12}|(?:my|our|her|his) \\p{L}{3,12}))? to|(?:company|office|house|home|flat|shop|store|clinic|mother|father|parents|sister|brother|friend)s? (?:is |are )?(?:now |located )?(?:at|in)|get to|live[sd]? here:?|moved (?:to|out of|from)|(?:bill(?:ed)?|invoice) to|wohn(?:e|t|en) (?:in|an)(?: der)?|habit(?:e|ons|ent) au|(?:vivo|vive|viven) en|abit[oa] in|mor[oa] na|mieszkam? (?:przy|na))`;
/** Behind it; of a letter, the line with the name of who receives it. */
const GAP = `["'*]{0,2} ?[:：]?["'*]{0,2}(?: |[ ]?\\r?\\n(?:[ \\t]{0,8}[^\\n\\d:@]{2,48}\\r?\\n)?[ \\t]{0,8})?["'*]{0,2}(?:(?:the|la|el|los|las|der|die|den) )?`;
/** What an address has on one line. */
const LINE = '[^\\n\\r\\t"|;<>{}@=\\\\_*:]';
const TOLD = new RegExp(
  `(?<![\\p{L}\\p{N}_.-]|(?:ip|mail|mac|memory|base|wallet|web|server|host|network|contract) )${TOLD_BY}(?!\\p{L})${ONCE}${GAP}${ONCE}(?<value>[\\p{L}\\p{N}]${LINE}{4,110}(?:\\r?\\n[ \\t]{0,8}[\\p{L}\\p{N}]${LINE}{1,60}){0,3})`,
  'dgu',
);

/** Where the sentence goes on behind an address. */
const GOES_ON =
  /,? (?=(?:and|but|so|because|please|which|who|where|when|if|as|since|for|with|on|before|after|by|until|from|und|aber|bitte|et|mais|y|pero|ma|maar|oraz|ale) )|,? (?=(?:please|thanks|today|tomorrow|yesterday|last|next|this|now|asap|soon|instead|there|bitte|danke|merci|gracias|grazie)(?!\p{L}))|(?<=[\p{L}\d]{5}|\d)[.!?] {1,2}(?=\p{L})|[.!?]$|\. (?=(?:Bil|Regnr|Tlf|Mobil)(?!\p{L}))|[.,]? (?:[Cc]ell|[Mm]ob|[Hh]p|[Bb]il|[Gg]sm|[Cc]el(?:ular)?|[Mm]óvil|[Mm]obil|[Tt]el[eé]fon[oe]|[Tt]el|[Tt]lf|[Tt]él|[Tt]fno|[Pp]hone|[Mm]obile|[Tt]elefon|[Tt]éléphone|[Ee]-?mail|[Hh]andy|[Ff]ax)(?!\p{L})|,? (?=[(+]\d)|['’](?!\p{L})/u;
/** Words of the sentence behind a town; what names of Italian towns end in is none. */
const SMALL_END =
  /(?<=\p{L}{2}|\d)(?: (?!(?:mare|lido|ligure|friuli|salentino|calabro|veneto|emilia|umbro|laziale|terme|sardo)$)[a-z]{3,}){1,3}$/u;
/** The number of a house. */
const HOUSE = /(?<![\p{sc=Latin}\d-])(?!(?<=\p{L} )(?:19|20)\d\d)\d{1,5}(?: ?[A-Za-z](?!\p{L}))?(?:[/-]\d{1,4})?(?!\d|-\d)/gu;
/** The code of a town, however a country writes it; a year is none. */
const CODE =
  /(?<![\p{L}\d])(?!(?:19|20)\d\d(?!\d)|(?<=, )1[5-8]\d\d(?:,|$))(?:\p{Lu}{1,2}[- ]?)?\d{4,7}(?:-\d{3,5})?(?!\d)|(?<![\p{L}\d])\d{4} ?[A-Z]{2}(?!\p{L})|(?<!\d)\d{2,3}[- ]\d{2,4}(?!\d)|(?<![\p{L}\d])[A-Z]{1,2}\d[\dA-Z]? ?\d[A-Z]{2}(?![\p{L}\d])|(?<![\p{L}\d])[A-Z]\d[A-Z\d] ?[A-Z\d]{3,4}(?![\p{L}\d])/gu;
/** A word that may begin a name, in scripts with capitals and without. */
const NAME = /(?<![\p{L}\p{M}])(?:[\p{Lu}\p{Lo}\p{sc=Georgian}][\p{L}\p{M}]{2}|[\p{sc=Han}\p{sc=Hangul}]{2})|\d[\p{sc=Han}\p{sc=Hangul}]/gu;
/** Words in small letters that an address has: of one, more than these are a sentence. */
const MOST_SMALL = 2;
const SMALL = /(?<![\p{L}\p{M}.'’-])(?!\p{sc=Georgian})\p{Ll}[\p{L}\p{M}]{3,}/gu;
const NO_ADDRESS =
  /:\/\/|\d+\.\d+\.\d+|\d{8}|[a-z]\.[a-z]|\w\(|(?<!\p{L})(?:january|february|march|april|june|july|august|september|october|november|december)(?!\p{L})/iu;

const LIVES = /^(?:liv|resid|stay|deliver)/i;
/** Where somebody lives or receives, in English: a house, its street and its town or flat, with no code. */
const HOUSE_AND_STREET =
  /^\d{1,5}[A-Z]? (?:\p{Lu}[\p{L}.'’-]{1,20} ){1,3}\p{Lu}[\p{L}.'’-]{1,20}, (?:(?:Apt|Suite|Unit|Flat)\.? [\dA-Z-]{1,5}(?:, )?)?(?:\p{Lu}[\p{L}.'’ -]{2,30})?$/u;

/** Whether a number of a house, a code and names stand there, parted by a comma, and no sentence. */
function isAddress(value: string): boolean {
  if (!value.includes(',') || NO_ADDRESS.test(value)) return false;
  const codes = [...value.matchAll(CODE)];
  const code = codes.at(-1);
  if (!code) return false;
  const houses = [...value.matchAll(HOUSE)].filter(({ index }) => index < code.index || index >= code.index + code[0].length);
  return houses.length > 0 && (value.match(NAME) ?? []).length >= 2 && (value.match(SMALL) ?? []).length <= MOST_SMALL;
}

/** Addresses that a sentence or a letter tells to be one, with whatever streets and towns are called. */
export function findTold(window: string): readonly Guess[] {
  if (!/\d[^,\n]{0,100}[,\n]|[,\n][^,\n]{0,100}\d/.test(window)) return [];
  return everyMatchInAnyCase(TOLD, window).flatMap((found): Guess[] => {
    const [start] = found.indices?.groups?.value ?? [0];
    const value = addressAtBegin(window.slice(start, start + (found.groups?.value ?? '').length), LIVES.test(found[0]));
    if (value === null) return [];
    const name = SENT.test(found[0]) ? (RECEIVER.exec(value)?.[0].length ?? 0) : 0;
    const behind = value.slice(name);
    return [name > 0 && isAddress(onOneLine(behind)) ? guessAt(start + name, behind, 0.82) : guessAt(start, value, 0.82)];
  });
}

/** The address that a text begins with, of as few lines as make one; null where none do. */
function addressAtBegin(text: string, lives: boolean): string | null {
  for (const { index } of [...text.matchAll(/\r?\n/g), { index: text.length }]) {
    const [said = ''] = text.slice(0, index).split(GOES_ON, 1);
    const value = balanced(
      said
        .trimEnd()
        .replace(/[,.(]$/, '')
        .trimEnd()
        .replace(SMALL_END, ''),
    );
    if (isAddress(onOneLine(value)) || (lives && HOUSE_AND_STREET.test(value))) return value;
    if (said.length < index) return null;
  }
  return null;
}

function onOneLine(address: string): string {
  return address.replace(/,?[ \t]{0,8}\r?\n[ \t]{0,8}/g, ', ');
}

/** Behind these, who receives it may stand before the address. */
const SENT = /^(?:deliver|ship|send|sent|mail|post|courier|bill|invoice)/i;
const RECEIVER =
  /^(?!(?:c(?:alle|amino|ircuito)|av(?:enida|enue)|bulevar|boulevard|pla[zc]a|place|paseo|v[ií]a|viale|piazza|rua|rue|aleea|str|intrarea|ul|al|вул|ул|пр|بلوار|شارع|خیابان|کوچه)(?:\p{Ll}{1,4})?(?!\p{L}))[^\d,]{3,48}, /iu;

/** What opens a window for it. */
export const TOLD_CUES =
  'address|adresse|anschrift|adres|adresa|direcci|domicilio|endereço|morada|indirizzo|adress|osoite|lakcím|live at|lives at|lived at|living at|resides at|residing at|staying at|located at|deliver|ship |shipped|send |sent |bill to|billed to|invoice to|mail it|mailed|post it|moved |company |office |house |home |parents |mother |father |get to|here: |wohne|wohnt|habite|vivo en|vive en|abito|abita|moro na|mora na|mieszka'.split(
    '|',
  );
