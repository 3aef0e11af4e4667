import type { Guess } from '../scan/detector.ts';
import { everyMatch } from './every-match.ts';
import { guessAt } from './guess-at.ts';
import { ONCE } from './once.ts';

/** A word with a capital; a full stop stands behind what is cut short. */
const CAPITAL = String.raw`\p{Lu}(?:[\p{L}\p{M}'’-]{3,24}|[\p{L}\p{M}'’-]{0,2}\.?)`;
/** What names have between their words. */
const JOINT = '(?:de|del|de la|de los|la|las|los|da|do|das|dos|di|lui|cel|a|e|y|i|of)';
/** A name of at most so many words with capitals. */
function names(most: number): string {
  return String.raw`${CAPITAL}(?:(?: ${JOINT})? ${CAPITAL}){0,${most - 1}}(?![\p{L}\p{M}])`;
}

/** The words of a list, each also with a capital. */
function words(list: string): string {
  return `(?:${list.replace(/(?<=^|\|)\p{Ll}/gu, (letter) => `[${letter.toUpperCase()}${letter}]`)})${ONCE}`;
}

/** The number of a house, with its letter, and of a flat behind a stroke. */
const HOUSE = String.raw`\d{1,5}(?:[A-Z]| [A-Z](?![\p{L}:.]))?(?:[-/]\d{1,4}[A-Za-z]?)?(?![\p{L}\d])`;
/** What may stand before that number. */
const NO = String.raw`(?:,? ?(?:[Nn]r\.|[Nn]o ?[.:]?|N[º°]\.?|n[º°]\.?|[Nn]úm\.?|[Nn]ro\.?|#|№|д(?:ом|\.)?|буд(?:\.|инок)?|б\.)${ONCE} ?|,? )`;

/** How an address begins, up to the number of the house. */
interface Form {
  readonly begins: string;
  /** What it begins with is written of other things, too: more has to follow. */
  readonly vague?: true;
}

const STREETS_BEFORE = words(
  [
    'calle|c/|avenida|avda\\.?|av\\.?|carrera|cra\\.?|kra\\.?|diagonal|transversal|jr\\.?|jirón|bv\\.?|blvd\\.?|bulevar|boulevard|privada|priv\\.|prolongación|prol\\.|calzada|calz\\.|cerrada|circuito|pasaje|psje\\.?|camino|paseo|callejón|andador|retorno',
    'str\\.|strada|b-dul|bd\\.|bulevardul|calea|aleea|șos\\.|șoseaua|splaiul|intrarea|piața',
    'jl\\.?|jln\\.?|jalan|gg\\.|gang|lorong|lrg\\.?|persiaran|lebuh|kampung|kg\\.|perum\\.?|perumahan|dusun',
    'via|viale|piazza|corso|largo|rua|travessa|praça|estrada|alameda',
    'leof\\.|leoforos|odos|plateia|οδός|οδ\\.|λεωφ\\.|λεωφόρος|πλατεία',
    'ул\\.?|улица|пр-т|пр\\.|просп\\.|проспект|пер\\.|переулок|вул\\.?|вулиця|бул\\.|бульвар|наб\\.|ш\\.|шоссе|пл\\.|мкр\\.?|микрорайон|жк|ж\\.к\\.',
  ].join('|'),
);
const STREETS_BEHIND = words(
  [
    'utca|u\\.|út|útja|tér|tere|körút|krt\\.|köz|sétány|rakpart|fasor|dűlő|lakótelep|sor',
    'caddesi|cad\\.|cd\\.|sokak|sokağı|sok\\.|sk\\.|bulvarı|blv\\.',
    'iela|prospekts|bulvāris|gatvė|g\\.|prospektas|pr\\.|tänav|tn\\.?|mnt\\.?|maantee|pst\\.?|puiestee|tee',
    'cesta|ulica|trg|naselje|nábřeží|náměstí|nám\\.|třída|námestie|ulice',
  ].join('|'),
);
const ENGLISH = words(
  'street|st\\.?|avenue|ave\\.?|road|rd\\.?|boulevard|lane|drive|dr\\.|court|place|square|terrace|way|highway|crescent|close|circle|row|mews|grove|gardens|estate|marg|nagar',
);
/** Endings of Finnish and Icelandic streets, which stand in the same word. */
const GLUED =
  '(?:katu|tie|kuja|polku|kaari|ranta|tori|aukio|rinne|penger|puistikko|esplanadi|vegur|vegi|stræti|gata|götu|braut|hlíð|gatan|vägen|gränd|stigen)';

/** A flat, a plot, a block: where addresses of South Asia, Africa and the cities of East Asia begin. */
const UNIT = String.raw`${words('flat|apt|unit|shop|house|plot|lot|blk|block|door|room|rm|villa|stand|h\\.? ?no')}\.? ?(?:[Nn]o\.? ?)?(?:[A-Z]?-?\d{1,5}-?[A-Z]?(?:[-/]\d{1,4}){0,2}[A-Z]?)(?![\p{L}\d])`;

const FORMS: readonly Form[] = [
  { begins: String.raw`(?:(?:г|гр|м|с|пос|смт|обл)\. ?${names(3)}(?: \d{4,6})?, )?${STREETS_BEFORE} ["„«]?${names(5)}["“»]?${NO}${HOUSE}` },
  // Colombian: the crossing, and how far from it.
  {
    begins: String.raw`${words('calle|carrera|cra\\.?|cr\\.?|kra?\\.?|cl\\.?|diagonal|transversal|avenida|av\\.?')} \d{1,3} ?[A-Z]{0,2}(?: (?:Sur|Norte|Este|Oeste|Bis))? ?(?:#|[Nn]o?\.?|[Nn][º°]\.?) ?\d{1,3} ?[A-Z]?(?: ?- ?\d{1,3})?(?![\p{L}\d])`,
  },
  {
    begins: String.raw`(?:(?:\d{4} )?${names(3)}, )?(?:\d{1,3}\. )?${names(4)} ${STREETS_BEHIND}${NO}${HOUSE}(?:\. ?\d{1,2}\/\d{1,2}\.?)?`,
  },
  {
    begins: String.raw`(?:No\.? ?${HOUSE},? )?${words('jl\\.?|jln\\.?|jalan|lorong|persiaran|lebuh')} ${names(4)}(?: \d{1,2}(?:\/\d{1,3}[A-Z]?)?)?(?:${NO}${HOUSE})?`,
  },
  { begins: String.raw`\p{Lu}[\p{Ll}-]{1,24}${GLUED} \d{1,3}(?: ?[A-Z](?!\p{L})(?: ?\d{1,3})?)?(?![\p{L}\d])` },
  {
    begins: String.raw`(?:[Ss]ố (?:nhà )?)?${HOUSE},? (?:(?:đường|phố|ngõ|ngách|hẻm|kiệt)${ONCE}(?: \d{1,4})?,? ){0,3}${names(5)}(?=, ?(?:[Pp]hường|[Qq]uận|[Hh]uyện|[Xx]ã|[Tt]hị|P\.|Q\.|TP))`,
  },
  {
    begins: String.raw`(?:[Tt]hôn|[Ấấ]p|[Tt]ổ|[Xx]óm|[Kk]hu phố|[Bb]ản|[Bb]uôn) (?:\d{1,3}|${names(3)})(?=, ?(?:[Pp]hường|[Xx]ã|[Tt]hị trấn))`,
  },
  { begins: String.raw`${HOUSE},? (?:Moo \d{1,2},? )?${words('soi|thanon')} ${names(3)}(?: \d{1,3}(?:\/\d{1,3})?)?` },
  {
    begins: String.raw`(?:(?:${UNIT},? ){0,2}${HOUSE}|(?:${UNIT},? )?${UNIT}),? ${names(4)} ${ENGLISH}(?!\p{L})(?: \d{1,4}(?![\p{L}\d]))?`,
  },
  { begins: `${UNIT}(?:,? ${UNIT}){0,2}`, vague: true },
  { begins: String.raw`[A-Z]-?\d{1,4}(?=, \p{Lu})`, vague: true },
];

/** Doors, floors, blocks and lanes with their numbers. */
const ROOM = String.raw`(?:${words(
  [
    'apt|apto|apartment|apartamento|ap|bl|sc|et|piso|depto|departamento|dpto|int|interior|ext|of|oficina|torre|mz|lt|lote|manzana|casa|bloco|bloque|sala',
    'daire|d|kat|blok|кв|корп|к|стр|оф|эт|ет|ап|вх|бл|под|під|буд|д|κλιμ|όροφος|em|fszt|ajtó|lok|m|kv|byt|stan|krt',
    'flat|unit|suite|room|floor|block|blk|tower|lot|street|road|lane|phase|sector|ward|plot|house|shop|level|stage|moo|soi',
  ].join('|'),
)}[.:]? ?(?:[Nn][º°ro]?\.? ?|#)?(?:[A-Z]{0,2}-?\d{1,5}(?:[-/]\d{1,4})?\p{L}?(?: [A-Z](?=[,\n]|$))?|[A-ZА-Я])(?![\p{L}\d])|RT\.? ?\d{1,3} ?\/? ?RW\.? ?\d{1,3}|#\d{1,3}-\d{1,4}[A-Z]?|\d{1,2} ?[º°ª]\.? ?(?:[A-Z](?!\p{L})|[Ii]zq|[Dd]cha|[Ee]sq|[Dd]to)?\.?)`;
/** Quarters, districts and provinces behind what they are called. */
const QUARTER = String.raw`${words(
  [
    'col\\.?|colonia|fracc\\.?|fraccionamiento|urb\\.?|urbanización|barrio|residencial|alcaldía|delegación|del\\.|mpio\\.|edo\\.|brgy\\.?|barangay|purok|sitio',
    'kel\\.?|kelurahan|kec\\.?|kecamatan|kab\\.?|kabupaten|kota|desa|taman|jud\\.?|județul|comuna|sector|sectorul|mah\\.?|mahallesi',
    'phường|quận|huyện|xã|thôn|ấp|tổ|thị trấn|thị xã|tỉnh|thành phố|p\\.|q\\.|TP\\.?|р-н|район|обл\\.?|г\\.|гр\\.|м\\.|с\\.|пос\\.',
  ].join('|'),
)} ?(?:\d{1,2}(?!\d)|${names(4)})`;
const CODE = String.raw`(?:\d{3} \d{2}|\d{2}-\d{3}|\d{4}-\d{3}|\d{5,6}|(?!19|20)\d{4}(?: [A-Z]{2})?|20[01]\d|[A-Z]\d{4}[A-Z]{3}|(?<=, )\d{3})(?![\d-])`;
/** The same where nothing else tells that it is no number or year. */
const CODE_ALONE = String.raw`(?:\d{5,6}|(?!19|20)\d{4})(?![\d-])`;
const GAP = String.raw`(?:,? ?\r?\n[ \t]{0,8}|, ?| [-–] )`;
/** What follows, part by part. */
const PARTS: readonly (readonly [kind: 'room' | 'quarter' | 'code' | 'town', part: RegExp])[] = (
  [
    ['code', String.raw`(?:${GAP}| )(?:[A-Z]{1,2}-)?${CODE} ${names(3)}(?: \d{1,2}(?![\d\p{L}]))?(?:\/${names(1)}| \([A-Z]{2}\))?`],
    ['quarter', `(?:${GAP}| )${QUARTER}`],
    ['room', `(?:${GAP}| )${ROOM}`],
    ['code', String.raw`(?:${GAP}| (?=Singapore ))${names(4)}(?:, ?| ?[-–] ?| )(?:C\.?P\.? ?|LV-)?${CODE}(?!\p{L}| \p{Lu})`],
    ['code', String.raw`${GAP}${names(4)}(?: ?[-–/] ?|, | )[A-Z]{2,3}(?:,? )(?:CEP:? ?)?(?:\d{5}-\d{3,4}|\d{4,5})(?![\d-])`],
    ['code', String.raw`(?:, ?| )(?:C\.?P\.? ?|CEP:? ?|LV-)\d{4,5}(?:-\d{3})?(?!\d)|, ${CODE_ALONE}(?=[.,;\n)]|$)`],
    ['town', String.raw`, ${names(4)}(?:\/${names(1)})?(?=[,.;:)\n]|$)`],
    ['town', String.raw`,? ?\r?\n[ \t]{0,8}${names(3)}, ${names(3)}(?=[.\n]|$)`],
    ['town', String.raw`, ${names(3)} (?:Phase|Sector|Block|Extension|Stage|Road|Avenue|Ave|Street|Jalan) \d{1,3}(?![\d\p{L}])`],
    ['town', String.raw`, \d{1,2}(?:st|nd|rd|th) (?:Cross|Main|Floor|Street|Block)(?!\p{L})`],
  ] as const
).map(([kind, part]) => [kind, new RegExp(part, 'uy')]);
const MOST_PARTS = 9;

const HEADS = FORMS.map(({ begins, vague }) => ({ head: new RegExp(String.raw`(?<![\p{L}\p{M}\d./-])${begins}`, 'gu'), vague }));
const HAS_STREET = new RegExp(String.raw`(?<!\p{L})(?:${ENGLISH}|${words('street|road|lane|cross|soi|ave')})(?!\p{L})`, 'u');
/** What is no place, though it has a capital: what stands in the next field. */
const NEXT_FIELD =
  /^[\s,–-]{1,4}(?:tel|phone|mobile?|cell?|fax|e-?mail|tlf|puh|handy|cel|móvil|telefon\p{L}{0,4}|telefone|тел|моб|sđt|đt|hp|gsm|dni|nif|cpf|pan|iban|vat|ssn|dob|attn|c\/o|mr|mrs|ms)(?!\p{L})/iu;

/** What an address is called, which may have a capital itself. */
const LABEL = /^(?:adres\p{L}{0,6}|address|teslimat|cím\p{L}{0,3}|deliver\p{L}{0,2}|ship) /iu;

/** Addresses of a window that begin as those of some country do. `lives` tells from what stands before whether somebody lives or receives there. */
export function findForms(window: string, lives: (before: string) => boolean): readonly Guess[] {
  return HEADS.flatMap(({ head, vague }) =>
    everyMatch(head, window).flatMap((found): Guess[] => {
      const begin = found[0].replace(LABEL, '');
      const index = found.index + found[0].length - begin.length;
      const { end, code, room, quarter, town } = follow(window, index + begin.length);
      const text = window.slice(index, end);
      if (!/\d/.test(text)) return [];
      const isSent = lives(window.slice(Math.max(0, index - 60), index));
      const inside = town + quarter + code;
      const isCoded = code > 0 || /^\d{4} \p{Lu}/u.test(begin);
      if (
        vague &&
        !(code > 0 && inside > 1) &&
        !(isSent && inside > 1) &&
        !((HAS_STREET.test(text) || room > 0 || begin.includes(',')) && inside > 1)
      )
        return [];
      const isWhole = quarter > 0 || (room > 0 && town > 0) || town > 1;
      return [guessAt(index, text, isCoded ? 0.8 : isSent ? 0.65 : isWhole ? 0.6 : 0.3)];
    }),
  );
}

/** A full stop behind a whole word. */
const ENDS_SENTENCE = /[\p{L}\p{M}]{4}\.$/u;

interface Followed {
  readonly end: number;
  readonly code: number;
  readonly room: number;
  readonly quarter: number;
  readonly town: number;
}

/** How far an address goes on behind the number of the house, and with how many parts of each kind. */
function follow(window: string, from: number): Followed {
  const found = { code: 0, room: 0, quarter: 0, town: 0 };
  let end = from;
  for (let part = 0; part < MOST_PARTS && !NEXT_FIELD.test(window.slice(end, end + 20)); part++) {
    const next = PARTS.find(([, pattern]) => {
      pattern.lastIndex = end;
      return pattern.test(window);
    });
    if (!next) break;
    const [kind, pattern] = next;
    found[kind]++;
    end = pattern.lastIndex;
  }
  return { end: ENDS_SENTENCE.test(window.slice(from, end)) ? end - 1 : end, ...found };
}

/** In scripts that have no capitals: towns, streets and houses behind what they are called. */
const OWN_SCRIPT: readonly (readonly [pattern: RegExp, tells: RegExp])[] = [
  [
    /\d{1,4}(?:\/\d{1,4})? ?(?:หมู่|ม\.|ซอย|ซ\.|ถนน|ถ\.|แขวง|ตำบล|ต\.)[\p{Script=Thai}\d ./-]{6,110}(?:\d{5}|(?<=จังหวัด|จ\.|กรุงเทพ)\p{Script=Thai}{1,16})(?!\d)/gu,
    /แขวง|เขต|ตำบล|อำเภอ|ต\.|อ\.|จ\.|กรุงเทพ/u,
  ],
  [
    /(?<![\u05d0-\u05ea])(?:רחוב|רח['׳]|שדרות|שד['׳]|דרך|סמטת|כיכר) (?:[\u05d0-\u05ea"״'׳-]{2,14} ){1,4}\d{1,3}(?:,? (?:דירה|קומה|כניסה|בניין) [\d\u05d0-\u05ea]{1,3})?(?:, [\u05d0-\u05ea-]{2,12}(?: [\u05d0-\u05ea-]{2,12}){0,2})?(?:,? \d{5,7})?(?![\u05d0-\u05ea\d])/gu,
    /\d/,
  ],
  [
    /(?<!\p{L})(?:حي|شارع|طريق|مبنى|عمارة|شقة|فيلا|برج) [\p{Script=Arabic}\d ]{1,32}(?:[،,] ?[\p{Script=Arabic}\d ]{2,32}){1,5}/gu,
    /(?:حي|شارع|طريق|مبنى|عمارة|شقة|فيلا|برج) [^\d]{0,40}\d/u,
  ],
  [
    /(?:मकान|फ्लैट|प्लॉट|गली|घर|वार्ड) (?:(?:नं|सं|क्र)\.? ?|नंबर |संख्या )?[A-Z]?-?\d{1,4}(?:[-/]\d{1,4})?(?:, ?[\p{Script=Devanagari}\d .]{2,30}){1,5}(?<=\d{6}|[\u0900-\u097f])/gu,
    /\d{6}|नगर|कॉलोनी|गली|मार्ग/u,
  ],
  [
    /(?:(?![我他她您住在寄送到於是])\p{sc=Han}){2,6}[市縣]\p{sc=Han}{1,10}(?:路|街|大道)(?:[一二三四五六七八九十]段)?(?:\d{1,4}巷)?(?:\d{1,4}弄)?\d{1,4}(?:之\d{1,3})?號(?:之\d{1,3})?(?:\d{1,3}[樓楼](?:之\d{1,3})?)?(?:\d{1,5}室)?/gu,
    /\d/,
  ],
];

/** Up to the code of the town, where it has one. */
const ENDS_IN_CODE = /^.{8,120}? \d{5,6}(?!\d)/u;

/** Addresses in scripts without capitals. */
export function findOwnScript(window: string): readonly Guess[] {
  return OWN_SCRIPT.flatMap(([pattern, tells]) =>
    everyMatch(pattern, window).flatMap(({ 0: found, index }): Guess[] => {
      const text = ENDS_IN_CODE.exec(found)?.[0] ?? found;
      return tells.test(text) ? [guessAt(index, text.trimEnd(), 0.65)] : [];
    }),
  );
}

/** Areas of British postcodes: https://en.wikipedia.org/wiki/List_of_postcode_areas_in_the_United_Kingdom. */
const AREAS =
  '(?:A[BL]|B[ABDHLNRST]?|C[ABFHMORTVW]|D[ADEGHLNTY]|E[CHNX]?|F[KY]|G[LUY]?|H[ADGPRSUX]|I[GMPV]|JE|K[ATWY]|L[ADELNSU]?|M[EKL]?|N[EGNPRW]?|O[LX]|P[AEHLOR]|R[GHM]|S[AEGKLMNOPRSTWY]?|T[ADFNQRSW]|UB|W[ACDFNRSV]?|YO|ZE)';
/** What a courier needs in Great Britain: the house and its postcode, with the street or without. */
const HOUSE_AND_CODE = new RegExp(
  String.raw`(?<![\p{L}\d./#-])(?:(?:Flat|Apt|Unit) \d{1,4}[A-Za-z]?,? )?\d{1,4}[A-Za-z]?,? (?:(?:${CAPITAL}|${JOINT}),? ){0,5}${ONCE}${AREAS}\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2}(?![\p{L}\d-])`,
  'gu',
);

/** Houses of Great Britain that their postcode tells. */
export function findHouseAndCode(window: string): readonly Guess[] {
  return everyMatch(HOUSE_AND_CODE, window).map(({ 0: text, index }) => guessAt(index, text, 0.6));
}
