import type { Guess } from '../../scan/detector.ts';
import { everyMatch } from '../every-match.ts';
import { guessAt } from '../guess-at.ts';
import { ONCE } from '../once.ts';
import { textBefore } from '../text-before.ts';

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

const BEFORE =
  'calle|c/|avenida|avda\\.?|av\\.?|carrera|cra\\.?|diagonal|jr\\.?|jirón|bv\\.?|blvd\\.?|privada|calzada|cerrada|pasaje|camino|paseo|str\\.|strada|b-dul|bd\\.|bulevardul|calea|aleea|șos\\.|splaiul|jl\\.?|jln\\.?|jalan|lorong|persiaran|kampung|via|rua|travessa|leof\\.|odos|οδός|λεωφ\\.|λεωφόρος|ул\\.?|улица|пр-т|пр\\.|просп\\.|проспект|пер\\.|вул\\.?|бул\\.|бульвар|наб\\.|шоссе';
const BEHIND =
  'utca|u\\.|út|útja|tér|tere|körút|krt\\.|caddesi|cad\\.|cd\\.|sokak|sokağı|sok\\.|sk\\.|bulvarı|iela|prospekts|gatvė|g\\.|pr\\.|tn\\.?|mnt\\.?|pst\\.?|cesta|ulica|trg|nábřeží|náměstí|třída|námestie|ulice';
const STREETS_BEFORE = words(BEFORE);
const STREETS_BEHIND = words(BEHIND);
const ENGLISH = words('street|st\\.?|avenue|ave\\.?|road|rd\\.?|lane|drive|way|crescent|close|grove|nagar');
/** Endings of Finnish and Icelandic streets, which stand in the same word. */
const GLUED = '(?:katu|tie|kuja|polku|kaari|vegur|stræti|gata|braut)';

/** A flat, a plot, a block: where addresses of South Asia, Africa and the cities of East Asia begin. */
const UNITS = 'flat|unit|house|plot|lot|blk|block|h\\.? ?no';
const UNIT = String.raw`${words(UNITS)}\.? ?(?:[Nn]o\.? ?)?(?:[A-Z]?-?\d{1,5}-?[A-Z]?(?:[-/]\d{1,4}){0,2}[A-Z]?)(?![\p{L}\d])`;

const FORMS: readonly Form[] = [
  { begins: String.raw`(?:(?:г|гр|м|с|пос|смт|обл)\. ?${names(3)}(?: \d{4,6})?, )?${STREETS_BEFORE} ["„«]?${names(5)}["“»]?${NO}${HOUSE}` },
  // Colombian: the crossing, and how far from it.
  {
    begins: String.raw`${words('calle|carrera|cra\\.?|cl\\.?|diagonal')} \d{1,3} ?[A-Z]{0,2}(?: (?:Sur|Norte|Este|Oeste|Bis))? ?(?:#|[Nn]o?\.?|[Nn][º°]\.?) ?\d{1,3} ?[A-Z]?(?: ?- ?\d{1,3})?(?![\p{L}\d])`,
  },
  {
    begins: String.raw`(?:(?:\d{4} )?${names(3)}, )?(?:\d{1,3}\. )?${names(4)} ${STREETS_BEHIND}${NO}${HOUSE}(?:\. ?\d{1,2}\/\d{1,2}\.?)?`,
  },
  {
    begins: String.raw`(?:No\.? ?${HOUSE},? )?${words('jl\\.?|jln\\.?|jalan|lorong|persiaran|lebuh')} ${names(4)}(?: \d{1,2}(?:\/\d{1,3}[A-Z]?)?)?(?:${NO}(?!\d{5} \p{Lu})${HOUSE})?`,
  },
  { begins: String.raw`\p{Lu}[\p{Ll}-]{1,24}${GLUED} \d{1,3}(?: ?[A-Z](?!\p{L})(?: ?\d{1,3})?)?(?![\p{L}\d])` },
  {
    begins: String.raw`(?:[Ss]ố (?:nhà )?)?${HOUSE},? (?:(?:đường|phố|ngõ|ngách|hẻm|kiệt)${ONCE}(?: \d{1,4})?,? ){0,3}${names(5)}(?=, ?(?:[Pp]hường|[Qq]uận|[Hh]uyện|[Xx]ã|[Tt]hị|P\.|Q\.|TP))`,
  },
  { begins: String.raw`${HOUSE},? (?:Moo \d{1,2},? )?${words('soi|thanon')} ${names(3)}(?: \d{1,3}(?:\/\d{1,3})?)?` },
  {
    begins: String.raw`(?:(?:${UNIT},? ){0,2}${HOUSE}|(?:${UNIT},? )?${UNIT}),? ${names(4)} ${ENGLISH}(?!\p{L})(?: \d{1,4}(?![\p{L}\d]))?`,
  },
  { begins: `${UNIT}(?:,? ${UNIT}){0,2}`, vague: true },
];

/** Doors, floors, blocks and lanes with their numbers. */
const ROOM = String.raw`(?:${words(
  'apto?|ap|bl|sc|et|piso|depto|int|daire|d|kat|кв|корп|к|эт|ет|д|flat|unit|floor|block|lot|street|road|phase',
)}[.:]? ?(?:[Nn][º°ro]?\.? ?|#)?(?:[A-Z]{0,2}-?\d{1,5}(?:[-/]\d{1,4})?\p{L}?(?: [A-Z](?=[,\n]|$))?|[A-ZА-Я])(?![\p{L}\d])|RT\.? ?\d{1,3} ?\/? ?RW\.? ?\d{1,3}|#\d{1,3}-\d{1,4}[A-Z]?|\d{1,2} ?[º°ª]\.? ?(?:[A-Z](?!\p{L})|[Ii]zq|[Dd]cha|[Ee]sq|[Dd]to)?\.?)`;
/** Quarters, districts and provinces behind what they are called. */
const QUARTER = String.raw`${words(
  'col\\.?|fracc\\.?|barrio|brgy\\.?|kel\\.?|kec\\.?|taman|jud\\.?|mah\\.?|phường|quận|huyện|xã|TP\\.?|г\\.|гр\\.|м\\.',
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
    ['quarter', String.raw`, [A-Z]-\d{1,2}(?:\/\d{1,2})?(?=,)`],
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
const NEXT_FIELD = /^[\s,–-]{1,4}(?:tel|phone|mobile?|cell?|fax|e-?mail|telefon|тел|dni|iban|dob|mr|mrs|ms)(?!\p{L})/iu;
/** What an address is called, which may have a capital itself. */
const LABEL = /^(?:adres\p{L}{0,6}|address|teslimat) /iu;

/** Addresses of a window that begin as those of some country do. `lives` tells from what stands before whether somebody lives or receives there. */
export function findForms(window: string, lives: (before: string) => boolean): readonly Guess[] {
  return HEADS.flatMap(({ head, vague }) =>
    everyMatch(head, window).flatMap((found): Guess[] => {
      const begin = found[0].replace(LABEL, '');
      const index = found.index + found[0].length - begin.length;
      const { end, code, room, quarter, town } = follow(window, index + begin.length);
      const text = window.slice(index, end);
      if (!/\d/.test(text)) return [];
      const isSent = lives(textBefore(window, index, 60));
      const inside = town + quarter + code;
      // The code and the town may come first: `1055 Budapest, …`.
      const isCoded = code > 0 || /^\d{4} \p{Lu}[^,\d]{1,60}, /u.test(begin);
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

/**
 * Cues for `findForms`: words for streets with what stands round them, endings of streets, units and what is said before an address. Cues hold for both cases of ASCII alone, so capitals
 * of other letters have cues of their own.
 */
export const FORM_CUES: readonly string[] = [
  ...BEFORE.replace(/[\\?]/g, '')
    .split('|')
    .flatMap((word) => [`${word} `, `${word.slice(0, 1).toUpperCase()}${word.slice(1)} `])
    .filter((cue) => /^[^A-Z]/.test(cue)),
  ...BEHIND.replace(/[\\?]/g, '')
    .split('|')
    .map((word) => ` ${word} `),
  ..."katu |tie |kuja |polku |kaari |vegur |stræti |gata |braut |phường|quận|Phường|Quận|street,|road,|avenue,|crescent,|ave,|way,|lane,|drive,|close,|live at|lives at|lived at|i’m at|i'm at|staying at|round to|deliver|ship to|send to|address|courier|brgy|nakatira".split(
    '|',
  ),
];
