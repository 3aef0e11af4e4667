import { ONCE } from '../once.ts';

/** A word of the name of a street or a town: with a capital, a number in order, or what joins such words. */
export const CAPITAL = String.raw`${ONCE}(?:\p{Lu}[\p{L}\p{M}.'’-]{0,30}|\d{1,3}(?:st|nd|rd|th)|de|la|du|des|del|dei|della|delle|degli|di|da|das|do|dos|las|los|der|den|van|am|an|im|z|św\.)`;
export const ENGLISH =
  'Street|St\\.?|Avenue|Ave\\.?|Road|Rd\\.?|Boulevard|Blvd\\.?|Lane|Ln\\.?|Drive|Dr\\.?|Court|Ct\\.?|Place|Pl\\.?|Square|Sq\\.?|Terrace|Way|Parkway|Pkwy\\.?|Highway|Hwy\\.?|Crescent|Close|Circle|Cir\\.?|Trail|Row|Mews|Grove|Gardens|Marg|Nagar';
/** Between the lines of an address, written on one line or on several. */
export const GAP = String.raw`(?:, |,? ?\r?\n[ \t]{0,8})`;
/** Where a line ends, in quoted mail, comments and markup, too. */
export const QUOTED_END = String.raw`(?:\r?\n[ \t>|*]{0,8}|<br ?\/?>\s{0,8})`;
/** A flat, a floor. */
export const ROOM = String.raw`(?:(?:${GAP}| )(?:[Aa]p(?:t|artment)|[Ss](?:uite|te)|[Uu]nit|[Ff]l(?:oor|at)|[Rr]oom|#)\.? ?[A-Z]?\d{0,5}[A-Za-z]?(?!\w))?`;
/** States and provinces as addresses have them (ISO 3166-2 without the country). */
export const STATES = {
  US: 'AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|DC|PR|AS|GU|MP|VI|FM|MH|PW|AA|AE|AP',
  CA: 'AB|BC|MB|NB|NL|NS|NT|NU|ON|PE|QC|SK|YT',
  AU: 'NSW|VIC|QLD|WA|SA|TAS|ACT|NT',
  BR: 'AC|AL|AP|AM|BA|CE|DF|ES|GO|MA|MT|MS|MG|PA|PB|PR|PE|PI|RJ|RN|RS|RO|RR|SC|SP|SE|TO',
} as const;
/** The states of the United States, written in full, by the first digit of their codes (https://pe.usps.com/text/dmm300/L002.htm). */
export const STATE_NAMES = [
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
export const STATE_NAME = STATE_NAMES.join('|');
/** What names of towns end in, written small: where they lie. */
const LIES =
  "(?:a mare|lido|ligure|(?:del )?friuli|salentino|calabro|veneto|nell[’']emilia|umbro|laziale|terme|sardo|(?:aan|op|bij) (?:de[nr]?|het)(?: [A-Z][a-z]{1,20})?|(?:sur|sous|lès|les|en|am|an der|ob der|bei|im|in|upon|nad|pod|na|pri|u) \\p{Lu}\\p{Ll}{1,20})";
export const TOWN = String.raw`${CAPITAL}(?!\p{L})(?:[ –]${CAPITAL}(?!\p{L})){0,4}(?: ${LIES}(?!\p{L}))?`;
/** Words for streets, what names of streets end in, codes in two parts: what tells a street from a thing with a number. */
export const STREET_WORD = new RegExp(
  String.raw`(?<!\p{L})(?:${ENGLISH}|rue|avenue|av|bd|boulevard|place|chemin|allée|impasse|quai|cours|passage|square|route|voie|sentier|montée|résidence|lotissement|faubourg|esplanade|promenade|hameau|ruelle|calle|avenida|avda|plaza|paseo|camino|carretera|ronda|travesía|glorieta|urbanización|polígono|rambla|barrio|bairro|pasaje|cuesta|callejón|explanada|riera|vía|via|viale|piazza|piazzale|corso|largo|vicolo|contrada|borgo|rotonda|strada|salita|traversa|frazione|località|rua|travessa|praça|praceta|alameda|beco|estrada|calçada|caminho|rotunda|viela|quinta|rodovia|ladeira|ul|ulica|aleja|aleje|al|plac|pl|os|osiedle|rondo|skwer|rynek|bulwar|utca|út|útja|tér|körút|ulice|náměstí|třída|nábřeží|námestie|bulevardul|calea|aleea|cesta|ulica|trg|naselje|iela|prospekts|bulvāris|gatvė|prospektas|pr|mnt|maantee|pst|puiestee|tänav|cad|caddesi|sok|sokak|sokağı|bulvarı|leof|leoforos|odos|am|im|zum|zur|(?:an|auf|in|unter|hinter) de[rmn])(?!\p{L})|(?:stra(?:ß|ss)e|str\.?|weg|gasse|platz|allee|ufer|damm|(?<![Ss][pt])ring|steig|stieg|pfad|chaussee|graben|siedlung|brücke|straat|laan|plein|gracht|kade|dijk|singel|dreef|steeg|plantsoen|vägen|gatan|gränd|torget|vej|gade|stræde|veien|vegen|gata|katu|tie|kuja|polku|kaari|vegur|stræti)(?!\p{L})|\d-\d{3} \p{Lu}|, \d{3} \d{2} \p{Lu}`,
  'iu',
);
