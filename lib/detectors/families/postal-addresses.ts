import type { Guess } from '../../scan/detector.ts';
import { FORM_CUES, findForms } from '../addresses/forms.ts';
import { findInScripts, SCRIPT_CUES } from '../addresses/in-scripts.ts';
import { findTold, TOLD_CUES } from '../addresses/told.ts';
import { everyMatch } from '../every-match.ts';
import type { Family } from '../family.ts';
import { guessAt } from '../guess-at.ts';
import { ONCE } from '../once.ts';
import { spelled, spellings } from '../spellings.ts';
import { textBefore } from '../text-before.ts';

const CAPITAL = String.raw`${ONCE}(?:\p{Lu}[\p{L}\p{M}.'’-]{0,30}|\d{1,3}(?:st|nd|rd|th)|de|la|du|des|del|dei|della|delle|degli|di|da|das|do|dos|las|los|der|den|van|am|an|im|z|św\.)`;
const ENGLISH =
  'Street|St\\.?|Avenue|Ave\\.?|Road|Rd\\.?|Boulevard|Blvd\\.?|Lane|Ln\\.?|Drive|Dr\\.?|Court|Ct\\.?|Place|Pl\\.?|Square|Sq\\.?|Terrace|Way|Parkway|Pkwy\\.?|Highway|Hwy\\.?|Crescent|Close|Circle|Cir\\.?|Trail|Row|Mews|Grove|Gardens|Marg|Nagar';
/** Between the lines of an address, written on one line or on several. */
const GAP = String.raw`(?:, |,? ?\r?\n[ \t]{0,8})`;
/** The same, as quoted mail, comments and markup have them, too. */
const QUOTED_GAP = String.raw`(?:, |,? ?(?:\r?\n[ \t>|*]{0,8}|<br ?\/?>\s{0,8}))`;
/** A flat, a floor. */
const ROOM = String.raw`(?:(?:${GAP}| )(?:[Aa]p(?:t|artment)|[Ss](?:uite|te)|[Uu]nit|[Ff]l(?:oor|at)|[Rr]oom|#)\.? ?[A-Z]?\d{0,5}[A-Za-z]?(?!\w))?`;
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
/** States and provinces as addresses have them (ISO 3166-2 without the country). */
const STATES = {
  US: 'AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|DC|PR|AS|GU|MP|VI|FM|MH|PW|AA|AE|AP',
  CA: 'AB|BC|MB|NB|NL|NS|NT|NU|ON|PE|QC|SK|YT',
  AU: 'NSW|VIC|QLD|WA|SA|TAS|ACT|NT',
  BR: 'AC|AL|AP|AM|BA|CE|DF|ES|GO|MA|MT|MS|MG|PA|PB|PR|PE|PI|RJ|RN|RS|RO|RR|SC|SP|SE|TO',
} as const;
/** The states of the United States, written in full, by the first digit of their codes (https://pe.usps.com/text/dmm300/L002.htm). */
const STATE_NAMES = [
  'Connecticut|Maine|Massachusetts|New Hampshire|New Jersey|Rhode Island|Vermont',
  'Delaware|New York|Pennsylvania',
  'Maryland|North Carolina|South Carolina|Virginia|West Virginia',
  'Alabama|Florida|Georgia|Mississippi|Tennessee',
  'Indiana|Kentucky|Michigan|Ohio',
  'Iowa|Minnesota|Montana|North Dakota|South Dakota|Wisconsin',
  'Illinois|Kansas|Missouri|Nebraska',
  'Arkansas|Louisiana|Oklahoma|Texas',
  'Arizona|Colorado|Idaho|Nevada|New Mexico|Utah|Wyoming',
  'Alaska|California|Hawaii|Oregon|Washington',
] as const;
const STATE_NAME = STATE_NAMES.join('|');
/** As the United States write them: also with the number of a road, a flat behind a number sign, and without a space behind a comma. */
const US = {
  gap: String.raw`(?: ?, ?|,? ?(?:\r?\n[ \t>|*]{0,8}|<br ?\/?>\s{0,8})| )`,
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
/** What names of towns end in, written small: where they lie. */
const LIES =
  "(?:a mare|lido|ligure|(?:del )?friuli|salentino|calabro|veneto|nell[’']emilia|umbro|laziale|terme|sardo|(?:aan|op|bij) (?:de[nr]?|het)(?: [A-Z][a-z]{1,20})?|(?:sur|sous|lès|les|en|am|an der|ob der|bei|im|in|upon|nad|pod|na|pri|u) \\p{Lu}\\p{Ll}{1,20})";
const TOWN = String.raw`${CAPITAL}(?!\p{L})(?:[ –]${CAPITAL}(?!\p{L})){0,4}(?: ${LIES}(?!\p{L}))?`;
/** Words for streets, what names of streets end in, codes in two parts: what tells a street from a thing with a number. */
const STREET_WORD = new RegExp(
  String.raw`(?<!\p{L})(?:${ENGLISH}|rue|avenue|av|bd|boulevard|place|chemin|allée|impasse|quai|cours|passage|square|route|voie|sentier|montée|résidence|lotissement|faubourg|esplanade|promenade|hameau|ruelle|calle|avenida|avda|plaza|paseo|camino|carretera|ronda|travesía|glorieta|urbanización|polígono|rambla|barrio|bairro|pasaje|cuesta|callejón|explanada|riera|vía|via|viale|piazza|piazzale|corso|largo|vicolo|contrada|borgo|rotonda|strada|salita|traversa|frazione|località|rua|travessa|praça|praceta|alameda|beco|estrada|calçada|caminho|rotunda|viela|quinta|rodovia|ladeira|ul|ulica|aleja|aleje|al|plac|pl|os|osiedle|rondo|skwer|rynek|bulwar|utca|út|útja|tér|körút|ulice|náměstí|třída|nábřeží|námestie|bulevardul|calea|aleea|cesta|ulica|trg|naselje|iela|prospekts|bulvāris|gatvė|prospektas|pr|mnt|maantee|pst|puiestee|tänav|cad|caddesi|sok|sokak|sokağı|bulvarı|leof|leoforos|odos|am|im|zum|zur|(?:an|auf|in|unter|hinter) de[rmn])(?!\p{L})|(?:stra(?:ß|ss)e|str\.?|weg|gasse|platz|allee|ufer|damm|(?<![Ss][pt])ring|steig|stieg|pfad|chaussee|graben|siedlung|brücke|straat|laan|plein|gracht|kade|dijk|singel|dreef|steeg|plantsoen|vägen|gatan|gränd|torget|vej|gade|stræde|veien|vegen|gata|katu|tie|kuja|polku|kaari|vegur|stræti)(?!\p{L})|\d-\d{3} \p{Lu}|, \d{3} \d{2} \p{Lu}`,
  'iu',
);
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
/** Japanese, in Latin letters: block, quarter, ward or town, as in `5-12-3 Minami-Aoyama, Minato-ku, Tokyo 107-0062`. */
const ROMANISED =
  /(?<![\p{L}\d./-])(?:\d{1,4}(?:-\d{1,4}){1,3},? (?:\p{Lu}[\p{L}\p{M}'’-]{1,24}(?:,? )){1,3}?|(?:\p{Lu}\p{Ll}{1,14} \d{1,2}-(?:jo|chome) ?){1,2}, )\p{Lu}[\p{L}\p{M}-]{1,20}-(?:ku|shi|gun|cho|machi|mura|chome)(?:,? \p{Lu}[\p{L}\p{M}-]{2,20}){0,3}(?:,? (?:〒 ?)?\d{3}-\d{4})?(?:, Japan)?/gu;
const WHOLE = TOWNED.map(({ street, end, evidence }) => ({
  whole: new RegExp(String.raw`(?<![\p{L}\d./-])${street}${ONCE}${end}`, 'gu'),
  end: new RegExp(end, 'u'),
  evidence: evidence ?? null,
}));

/** A street alone may be any; these say that somebody lives or receives there. */
const LIVES =
  /\b(?:live[sd]?|living|home|located at|office at|meet (?:me|us|you) at|taxi to|visit|pick ?up|resid\w{1,4}|ship(?:ped)? to|deliver\w{0,3}|parcel|(?:send|sent|mail(?:ed)?) (?:\w{2,4} )?to|address(?:es)?|moved (?:to|from|out of)|registered office|(?:office|company|shop|house|mother|father|parents|brother|sister|friend)s? (?:is |are )?(?:now )?(?:at|in)|bill(?:ed)? to|get to|here|asun\w{0,8}|locuie\w{1,3}|wohn\w{1,4}|adresse|habit\w{1,4}|vive|abita|mora|mieszka|woont|bor|bytem|resides?)\b|\b(?:bydli[sš]|zamieszka)/i;

/** The same in languages whose words have more letters than ASCII. */
const LIVES_ELSEWHERE =
  /(?<![\p{L}\p{M}])(?:adres|naslov|heimil|elukoh|gyven|dzīv|bydl|býva|stanuj|прожив|живу|живет|живёт|мешка|адрес|osoit|asun|lakcím|lakóhely|domicili|alamat|tinggal|nakatira|địa chỉ|hiện ở|tôi ở|ikamet|oturuyor|διεύθυνσ|μένω|stay(?:ing)? at|stay for|i['’]m at|round to|residen|vivo en|courier)/iu;

function lives(text: string): boolean {
  return LIVES.test(text) || LIVES_ELSEWHERE.test(text);
}

/** An address without what follows it: the full stop behind a town ends the sentence, even where the next one begins with a capital. */
function ended(address: string): string {
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
function findTowned(window: string): readonly Guess[] {
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
function isCode(text: string, start: number, end: number): boolean {
  if (end - start > 6 || isNumeric(text.charCodeAt(start - 1)) || !BEHIND_CODE.test(text.slice(end, end + 9))) return false;
  const before = textBefore(text, start, 16);
  return BEFORE_CODE.test(before) || ((end - start === 6 || /\d{3} $/.test(before)) && BEFORE_INDIAN.test(before));
}

/** A full stop, a colon, a slash, an equals sign: digits behind them are no code. */
function isNumeric(unit: number): boolean {
  return unit === 46 || unit === 47 || unit === 58 || unit === 61;
}

const PATTERNS = ADDRESSES.map(({ street, town }) => new RegExp(String.raw`(?<![\p{L}\d.])${street}${ONCE}(?<town>${town})?`, 'gu'));
/** Behind the name of a place, and not behind what is cut short. */
const SENTENCE_END = /(?<=\p{Ll}{3})\.(?: |$)/u;
/** A town without its code. */
const PLACE = new RegExp(`^, ${TOWN}(?=[.,;:?!)\\s]|$)`, 'u');
const JAPANESE =
  /〒 ?\d{3}-\d{4}|(?:東京都|北海道|京都府|大阪府|県)[^\s\d県・"',;[\]]{2,12}\d{1,3}(?:(?:丁目|番地|番|[-−－])\d{1,4}){0,3}(?:丁目|番地|番|号)?(?:[ 　][\p{sc=Katakana}\p{sc=Han}\p{sc=Hiragana}ー]{2,14}[ 　]?\d{2,4}(?:号室?)?)?/gu;
/** The name of a prefecture, and the code before it. */
const PREFECTURE = /\p{Script=Han}{2,3}$/u;
const JAPANESE_CODE = /〒 ?\d{3}-\d{4}[ \u3000]?$/u;

/** Where an address begins of which `at` is the prefecture, or the 県 behind its name. */
function beginOfJapanese(window: string, at: number): number {
  const named = window[at] === '県' ? at - (PREFECTURE.exec(textBefore(window, at, 3))?.[0].length ?? 0) : at;
  return named - (JAPANESE_CODE.exec(textBefore(window, named, 11))?.[0].length ?? 0);
}

/** Town and road, house and room: in Chinese, in Korean, and in Japanese without the prefecture. */
const EASTERN =
  /\p{sc=Han}{3,20}(?:路|街|道|巷|弄|胡同)\d{1,5}[号號](?:院|弄)?(?:\p{sc=Han}{0,10}\d{1,4}(?:号?楼|樓|栋|幢|座|单元|室)?(?:\d{1,5}室?|[A-H]室)?)?|[가-힣]{1,6}(?:시|도) (?:[가-힣]{1,6}[시군구] ){1,2}[가-힣\d]{1,14}[로길] \d{1,4}(?:-\d{1,4})?(?:,? (?:\d{1,4}동 )?\d{1,4}호)?|(?<!\p{sc=Han})\p{sc=Han}{1,7}[市区郡][\p{sc=Han}\u3040-\u30ff]{1,10}\d{1,3}丁目\d{1,3}(?:(?:番地?|[-－])(?:\d{1,3}号?)?)?/gu;
/** What stands before the town without a gap. */
const UP_TO_TOWN = /(?:住在?|寄到?|送到?|搬到|地址是?|在)(?=\p{sc=Han}{2,12}[省市区县區縣])/u;
const SENT = /[住寄送家届]|살아|거주/u;

function findEastern(window: string): readonly Guess[] {
  const confidence = SENT.test(window) ? 0.6 : 0.45;
  return everyMatch(EASTERN, window).flatMap(({ 0: found, index }): Guess[] => {
    const text = found.split(UP_TO_TOWN).at(-1) ?? '';
    return /[省市区县區縣郡시도]|香港|九[龍龙]|新界/.test(text) ? [guessAt(index + found.length - text.length, text, confidence)] : [];
  });
}

/** Whether a number stands before the word for a house, and behind that for a road. */
function hasNumber(text: string, start: number, end: number): boolean {
  return /\d/.test(text.charAt(/[로길]/.test(text.charAt(start)) ? end : start - 1));
}

/** In small letters, where somebody lives: `lived at 100 main street`. */
const SMALL =
  /(?<=\b(?:at|to|address(?: is)?|in|is)[: ] {0,2})\d{1,5} (?:[a-z]{1,20} ){1,3}(?:street|st|avenue|ave|road|rd|drive|dr|lane|ln|boulevard|blvd|court|ct|place|pkwy|parkway)(?![a-z])\.?(?: (?:apt|apartment|suite|ste|unit) \w{1,5})?/gi;

/** Where every copy of a licence says that the foundation behind it receives letters (https://www.gnu.org/licenses/old-licenses/gpl-2.0.html). */
const OF_LICENCES = /Software[\s#*;/.]{1,16}Foundation,?[\s#*;/.]{1,16}Inc\.?,?[\s#*;/.]{1,16}$/;

/** The same, wherever it stands, and those it had before. */
const OF_FOUNDATION =
  /^51 Franklin St(?:reet)?(?:<\/\w{1,8}>)?,\s{1,12}(?:Fifth|Suite)|^(?:59 Temple Pl|675 Mass)[\s\S]{1,80}(?:Boston|Cambridge)/;

/** The same guesses, less sure where such an address is meant. */
function doubted(window: string, guesses: readonly Guess[]): readonly Guess[] {
  return guesses.map((guess) =>
    OF_LICENCES.test(textBefore(window, guess.span.start, 72)) || OF_FOUNDATION.test(window.slice(guess.span.start, guess.span.end + 40))
      ? { ...guess, confidence: 0.3 }
      : guess,
  );
}

function findAddresses(window: string): readonly Guess[] {
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
    ...everyMatch(ROMANISED, window).map(({ 0: text, index }) => guessAt(index, text, 0.75)),
    ...everyMatch(JAPANESE, window).map(({ 0: text, index }) => {
      const start = beginOfJapanese(window, index);
      return guessAt(start, window.slice(start, index + text.length), 0.75);
    }),
  ];
}

const UNITS = 'flat |unit |plot |lot |blk |block |house |h.no'.split('|');

/** Whether a number stands behind what a flat or a house is called; of other words nothing is asked. */
function hasUnit(text: string, start: number, end: number): boolean {
  return !UNITS.includes(text.slice(start, end).toLowerCase()) || /\d/.test(text.slice(end, end + 6));
}

/** What people call an address in forms; what follows on the line is one, however the country writes it. */
const ADDRESS_WORDS =
  '(?:(?:home |postal |mailing |street |shipping |delivery |billing |residential |my )?address(?:[ _]?(?:line)?[ _]?1)?|street(?:[ _]?address)?|straße|(?:wohn)?anschrift|(?:wohn)?adresse|adress|dirección|domicilio|endereço|morada|indirizzo|residenza|adresi?|adresa|adresă|domiciliu|bydliště|bydlisko|(?:lak)?cím|osoite|διεύθυνση|адрес|адреса|住所|地址|住址|주소|alamat|địa chỉ|ที่อยู่|العنوان|כתובת|पता|naslov|heimilisfang|elukoht|dzīvesvieta|lakóhely|место жительства|bostad|收货地址)';
const LABELLED = new RegExp(
  String.raw`(?<![\p{L}\p{N}_.-]|(?:ip|mail|mac|memory|base|wallet|web|server|host|network|contract) )${ADDRESS_WORDS}["'*]{0,2} ?[:：] ?["'*]{0,2}(?<value>[\p{L}\p{N}][^\n\r\t"|;<>{}@=\\_*]{7,110})`,
  'dgiu',
);
/** Where an address ends although the line goes on: another field, or a new sentence behind a long word or a number. */
const NEXT_FIELD =
  /[.,]? (?:tlf|tlm|fono|ph|contact|whatsapp|h\/p|נייד|טלפון|جوال|هاتف|موبايل|मोबाइल|फोन|মোবাইল|tel|phone|mobile|telefon|téléphone|e-?mail|mail|handy|fax|тел|τηλ|cep: ?05\d\d \d|maaş\p{L}{0,3}|зарплата|оклад|cell?|mob|móvil|gsm|puh|휴대폰|전화|계좌|sđt|hp|โทร)(?!\p{L})|[，、；]| [-–—(] |'(?=[,})\s])/iu;
const NEXT_SENTENCE = /(?<=[\p{L}\d]{5}|\d)[.!?] {1,2}\p{Lu}/u;

function findLabelledAddresses(window: string): readonly Guess[] {
  return everyMatch(LABELLED, window).flatMap((found): Guess[] => {
    const [start] = found.indices?.groups?.value ?? [0];
    const value = (found.groups?.value ?? '')
      .split(NEXT_FIELD, 1)
      .flatMap((part) => part.split(NEXT_SENTENCE, 1))
      .join('')
      .trimEnd()
      .replace(/[,.]$/, '');
    if (!isAddress(value)) return [];
    // A street alone, in a record: as often that of an example.
    const isRecord = /[">]/.test(window.charAt(start - 1)) && !/,|\d{4}/.test(value);
    return [guessAt(start, value, isRecord ? 0.45 : 0.6)];
  });
}

/** Of the words for streets, what sentences have as well. */
const SMALL_WORD = /(?<!\p{L})(?:[ai]m|zu[mr])(?!\p{L})/giu;

/** A number that may be one of a house, and names; not an address of a network, a machine or a memory. */
function isAddress(value: string): boolean {
  if (/:\/\/|^0x|\d+\.\d+\.\d+|[0-9a-f]{2}:[0-9a-f]{2}|\w\(|[a-z]\.[a-z]|\d{9}/i.test(value)) return false;
  if (!/(?<![A-Za-z\d])\d{1,6}(?!\d)/.test(value)) return false;
  if (/[\p{Script=Han}\p{Script=Hangul}\p{Script=Thai}]{4}/u.test(value))
    return /[\p{Script=Hangul}\p{Script=Thai}省市区區县縣镇鎮村路街巷弄号號楼樓町丁番]/u.test(value);
  return (
    (value.match(/(?<!\p{L})[\p{Lu}\p{Lo}]\p{L}{2}/gu) ?? []).length >= 2 &&
    (/,|\d{4}/.test(value) || STREET_WORD.test(value.replace(SMALL_WORD, '')))
  );
}

/** Postcodes of the United Kingdom, Germany and its neighbours, the United States, Canada, the Netherlands, Poland, Portugal, Brazil. */
const POSTCODE =
  /(?<![\w.-])(?:GIR ?0AA|[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d{1,2}|\d[A-HJKPSTUW]|[A-HK-Y]\d[ABEHMNPRVWXY]) ?\d[ABD-HJLNP-UW-Z]{2}|[ABCEGHJ-NPRSTVXY]\d[A-Z] ?\d[A-Z]\d|\d{4} ?[A-Z]{2}|\d{2}-\d{3}|\d{4}-\d{3}|\d{5}-\d{3,4}|\d{5,6}|(?<!\d )\d{3} \d{2}(?! ?\d)|[AC-FHKNPRTV-Y]\d[\dW] ?[\dAC-FHKNPRTV-Y]{4})(?![\w-])/g;
const CODE_NAMES =
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

function findPostcodes(window: string): readonly Guess[] {
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

export default {
  id: 'postal-addresses',
  title: 'Postal addresses and postcodes',
  entities: [
    { entity: 'POSTAL_ADDRESS', categories: ['personal', 'phi'], ambient: true },
    { entity: 'POSTCODE', categories: ['personal'], ambient: true },
  ],
  detectors: [
    {
      kind: 'nearby',
      id: 'postal-address',
      entity: 'POSTAL_ADDRESS',
      source: 'https://www.upu.int/en/postal-solutions/programmes-services/addressing-solutions (addressing systems by country)',
      cues: ' street| st,| st\n| rd,| ave,| ave.|avenue| road|boulevard|blvd| lane|drive,| court,| place,| square| terrace| parkway| highway| crescent|straße|strasse|str. |weg |gasse |platz |allee |damm | rue |, rue|calle |c/ |avda|plaza |paseo |via |viale |piazza|corso |rua |travessa|ul. |straat|laan |plein |gracht|gatan |vägen |gade |vej |veien |gata |katu |〒|県|東京都|大阪府| marg| nagar|address|live at|lives at|lived at|living at|-ku,|-shi,|-cho,|-chome| grove,| gardens,| close,| mews,'.split(
        '|',
      ),
      entities: [],
      before: 60,
      after: 72,
      budget: 20_000,
      find: findAddresses,
    },
    {
      kind: 'nearby',
      id: 'postal-address-with-town',
      // A code of four digits or more, and of what stands before it.
      holdsNumber: true,
      entity: 'POSTAL_ADDRESS',
      source: 'https://www.upu.int/en/postal-solutions/programmes-services/addressing-solutions (addressing systems by country)',
      words: true,
      opensAt: isCode,
      cues: [
        ...Object.values(STATES).flatMap((states) => states.split('|').map((state) => `, ${state.toLowerCase()} `)),
        ...STATES.BR.split('|').flatMap((state) => [` - ${state.toLowerCase()}`, `/${state.toLowerCase()},`]),
        ...'live at|lives at|lived at|living at|live in|located at|office at|reside|address|send it to|send to|ship|deliver|mail to|moved to|located at|wohn|anschrift|adresse|habit|domicil|vivo en|vive en|dirección|abit|indirizzo|mora |moro |endereço|morada|mieszka|adres|woon'.split(
          '|',
        ),
      ],
      entities: [],
      before: 100,
      after: 100,
      budget: 20_000,
      find: (window) => (LIVES.test(window) ? findAddresses(window) : doubted(window, findTowned(window))),
    },
    {
      kind: 'nearby',
      id: 'postal-address-eastern',
      entity: 'POSTAL_ADDRESS',
      source: 'https://www.upu.int/en/postal-solutions/programmes-services/addressing-solutions',
      cues: ['号', '號', '丁目', '로 ', '길 '],
      counts: hasNumber,
      entities: [],
      before: 40,
      after: 40,
      budget: 20_000,
      find: findEastern,
    },
    {
      kind: 'nearby',
      id: 'postal-address-by-form',
      entity: 'POSTAL_ADDRESS',
      source: 'https://www.upu.int/en/postal-solutions/programmes-services/addressing-solutions (addressing systems by country)',
      opensAt: isCode,
      counts: hasUnit,
      cues: [...UNITS, ...FORM_CUES],
      entities: [],
      before: 90,
      after: 130,
      budget: 20_000,
      find: (window) => doubted(window, findForms(window, lives)),
    },
    {
      kind: 'nearby',
      id: 'postal-address-in-script',
      entity: 'POSTAL_ADDRESS',
      source: 'https://www.upu.int/en/postal-solutions/programmes-services/addressing-solutions (addressing systems by country)',
      cues: SCRIPT_CUES,
      entities: [],
      before: 60,
      after: 120,
      budget: 20_000,
      find: findInScripts,
    },
    {
      kind: 'anchored',
      id: 'post-box',
      entity: 'POSTAL_ADDRESS',
      source: 'https://pe.usps.com/text/pub28/28c2_026.htm (USPS Publication 28, section 28) and the posts of other countries',
      anchors: {
        literals:
          'po box|p.o. box|p.o.box|p. o. box|post office box|postfach|postbus|apartado postal|apartado de correos|caixa postal|casella postale|boîte postale|skrytka pocztowa|postboks'.split(
            '|',
          ),
      },
      pattern:
        /(?<![\p{L}\d])[\p{L}.]{1,9}(?: [\p{L}.]{1,8}){0,2} (?:n[º°o]?\.? ?|nr\.? ?|# ?)?\d{1,8}(?:[ -]\d{2,5})?(?![\d,.]\d|\p{L})/iuy,
      confidence: 0.5,
    },
    {
      kind: 'nearby',
      id: 'postal-address-behind-word',
      entity: 'POSTAL_ADDRESS',
      source: 'https://www.upu.int/en/postal-solutions/programmes-services/addressing-solutions (addressing systems by country)',
      words: true,
      cues: 'address|street:|street"|straße:|anschrift|adress|dirección|domicilio|endereço|morada|indirizzo|residenza|adres|domiciliu|bydlišt|bydlisk|cím:|lakcím|lakóhely|naslov|heimil|elukoht|dzīvesviet|место жит|bostad|收货|osoite|διεύθυνσ|адрес|住所|地址|住址|주소|alamat|địa chỉ|ที่อยู่|العنوان|כתובת|पता'.split(
        '|',
      ),
      entities: [],
      before: 20,
      after: 136,
      budget: 20_000,
      find: findLabelledAddresses,
    },
    {
      kind: 'nearby',
      id: 'postal-address-told',
      entity: 'POSTAL_ADDRESS',
      source: 'https://www.upu.int/en/postal-solutions/programmes-services/addressing-solutions (addressing systems by country)',
      words: true,
      cues: TOLD_CUES,
      entities: [],
      before: 12,
      after: 160,
      budget: 20_000,
      find: findTold,
    },
    {
      kind: 'nearby',
      id: 'postal-address-short',
      // Such words are common; a postcode stands near those that belong to an address.
      holdsNumber: true,
      entity: 'POSTAL_ADDRESS',
      source: 'https://pe.usps.com/text/pub28/28apc_002.htm (USPS Publication 28, appendix C1)',
      cues: ' st,| st.| st | rd,| rd.| rd | dr,| dr.| ln,| ln.'.split('|'),
      entities: [],
      before: 60,
      after: 72,
      budget: 20_000,
      find: findAddresses,
    },
    {
      kind: 'nearby',
      id: 'postcode',
      entity: 'POSTCODE',
      source: 'https://www.upu.int/en/postal-solutions/programmes-services/addressing-solutions (addressing systems by country)',
      cues: [
        ...'deliver|live in|lives in|living in|lives near|based in|moved to|parcel|plz:|plz |plz"|plz>|zip:|zip"|zip>|cep:|cep"|psč:'.split(
          '|',
        ),
        ...spellings(CODE_NAMES),
      ],
      entities: [],
      before: 16,
      after: 40,
      budget: 20_000,
      whole: 40,
      find: findPostcodes,
    },
  ],
} satisfies Family;
