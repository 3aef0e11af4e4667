import type { Detector, Guess, NearbyDetector, Recall } from '../scan/detector.ts';

/** Ids of detectors of what stands behind its name, to which a cell below the name of its column is the same. */
const BEHIND_NAME =
  /-(?:behind-(?:word|name)|near-word|birth|number)$|^salary|^diagnosis-code|^postcode|^age$|^medical-condition$|^belief-or-orientation$/;

/** What names of columns end in or nearly so, in many languages, and what tables of people name: one of them opens a table, of which then every column is read. */
const NAMES =
  'age|alter|edad|âge|diagnosis|diagnose|religion|konfession|nombre|nom|nome|naam|namn|navn|nazwisko|nachname|apellidos|cognome|nummer|numer|número|numero|numéro|номер|фио|jméno|jmeno|příjmení|rodné číslo|mzda|imię|imię i nazwisko|wynagrodzenie|nume|név|nimi|ad soyad|nama|họ tên|الاسم|नाम|ชื่อ|姓名|氏名|이름|성명|ssn|birth|dob|phone|phone number|mobile|tel|salary|mrn|patient|patient id|account|account number|employee id|student id|member id|address|username|zip|zip code|postcode|postal code|plz|telefon|geburtsdatum|naissance|gehalt|téléphone|teléfono|telefone|telefono|telefoon|personnummer|телефон|電話番号|手机号|전화번호|טלפון|मोबाइल|โทรศัพท์|số điện thoại|τηλέφωνο'.split(
    '|',
  );

/** Whether the name of a column may end just behind a cue: what parts cells stands there, perhaps behind a quote, a unit or a tag. */
function endsName(text: string, start: number, end: number): boolean {
  return (
    text[start] === '\n' ||
    (/[\s"'`*|,;>_([]/.test(text[start - 1] ?? ' ') &&
      /^(?:_\w{2,3}|s| ?\(?[€$£]?\w{0,4}\)?)?["'`*]{0,2} {0,3}(?:[|\t;,\n\r)<])/.test(text.slice(end, end + 8)))
  );
}

/** What names columns, too, but stands in texts of every kind, and how the line below the head of a Markdown table begins: they count near numbers only. */
const COMMON = ['name', 'number', '\n|--', '\n| --', '\n|:-', '\n| :-'];

const SEPARATORS = ['</td>', '|', '\t', ';', ','];
/** Most rows that are read below a head. */
const MOST_ROWS = 60;
/** Whose pay, code of a town or name of an account it is, is told by the other columns only. */
const OF_PEOPLE = new Set([
  'age',
  'birthplace',
  'medical-condition',
  'belief-or-orientation',
  'salary',
  'postcode',
  'username-behind-name',
]);
/** Columns whose cells may hold no digit. */
const LETTERS =
  /religion|konfession|confess|glaube|faith|ethnic|diagnos|condition|disease|illness|krankheit|erkrankung|enfermedad|maladie|malattia|birth ?place|place of birth|geburtsort|nacimiento|naissance|nascita|user ?name|login|benutzer|nutzername|usuario|utilisateur/i;
/** Rules act from here on. */
const ACTING = 0.5;
/** What columns of postcodes are called; in a text, such short words are others. */
const CODE_NAME = /^(?:zip|plz|cp|cap|psč|postnr)$/i;
/** Least confidence of what a cell holds: where a postcode stands among people, it is one of theirs. */
const LEAST = 0.45;
/** Rows without a find after which a column is taken for one of something else. */
const EMPTY_ROWS = 3;
/** Longest name of a column, and longest cell that is read. */
const LONGEST = 80;
/** The line between the head of a table and its rows. */
const RULE = /^[-|:+= \t\r]*$/;
/** What ends a row: a line, the row of a page, the names and the values of an SQL statement. */
const ROW_END = /\n|\) {0,2}values\s{0,3}\(|\) {0,2},\s{0,3}\(/gi;
const STATEMENT = /\) {0,2}values\s/i;
const LINE_END = /\n/g;
/** What ends a line of code that goes on below: `for name in ('id', 'username'):` is no head. Nor is what says of which type a column is. */
const OPENS_BLOCK = /[:{(]\s*$|\s(?:NOT NULL|PRIMARY KEY|VARCHAR)(?![a-z])/i;
/** In pages, cells stand on lines of their own. */
const ROW_OF_PAGE = /<\/tr>/gi;
const EDGE = /^(?:[\s"'`*]|<[^<>]{1,80}>){1,9}|(?:[\s"'`*]|\);|<[^<>]{0,80}>){1,9}$/g;
/** Whose columns they are: pay in a table without people is that of a trade. */
const PEOPLE =
  /name|dob|birth|geb|nacim|naiss|nascit|patient|paciente|gender|geschlecht|emp|staff|person|ssn|nom|mitarbeiter|naam|namn|navn|имя|фио|jm[eé]n|imi[eę]|nume|név|nimi|nama|soyad|họ tên|الاسم|नाम|ชื่อ|姓名|氏名|이름/i;

interface Cell {
  readonly text: string;
  readonly start: number;
}

/** The cells of a row that begins at `start`, without the quotes, stars and tags round them. A separator in quotes parts nothing. */
function cellsOf(row: string, start: number, separator: string): Cell[] {
  const cells: Cell[] = [];
  let from = 0;
  while (from <= row.length) {
    const quote = row[from] === '"' ? row.indexOf('"', from + 1) : -1;
    const next = row.indexOf(separator, Math.max(from, quote));
    const end = next < 0 ? row.length : next;
    const whole = row.slice(from, end);
    const text = whole.replace(EDGE, '');
    cells.push({ text, start: start + from + whole.indexOf(text) });
    from = end + separator.length;
  }
  return cells;
}

/** How often a separator stands in a row; in quotes as well. */
function partsOf(row: string, separator: string): number {
  let parts = 0;
  for (let at = row.indexOf(separator); at >= 0; at = row.indexOf(separator, at + separator.length)) parts++;
  return parts;
}

/** The rows of a text with where they begin, rules left out. */
function rowsOf(text: string): Cell[] {
  const rows: Cell[] = [];
  const ends = text.includes('</tr>') ? ROW_OF_PAGE : STATEMENT.test(text) ? ROW_END : LINE_END;
  let start = 0;
  for (const { 0: end, index } of [...text.matchAll(ends), { 0: '', index: text.length }]) {
    const row = text.slice(start, index).replaceAll('</th>', '</td>');
    if (!RULE.test(row)) rows.push({ text: row, start });
    start = index + end.length;
  }
  return rows;
}

/** As it stands in front of a value in prose: `salary_usd` is a salary. */
function plainName(name: string): string {
  const open = name.lastIndexOf('(');
  // The first name of a statement stands behind its table.
  return (name.includes(')', open) ? name : name.slice(open + 1))
    .replace(/[_-]/g, ' ')
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .replace(/[ (]{1,2}(?:usd|eur|gbp|chf|[€$£])\)?$/i, '');
}

/**
 * What stands in the columns of tables that name it in a head: CSV, Markdown, pages, SQL, and what spreadsheets copy. Time is at most that of the
 * window times `MOST_ROWS`.
 *
 * @param all the detectors, of which those for what stands behind its name read the cells (`BEHIND_NAME`)
 */
export function valuesInColumns(all: readonly Detector[]): readonly NearbyDetector[] {
  const readers = all.filter((each): each is NearbyDetector => each.kind === 'nearby' && BEHIND_NAME.test(each.id));

  /** Those that would be asked about a text with such a name in it; identifiers have thousands of names, and look them up quickly themselves. */
  function readersOf(name: string): readonly NearbyDetector[] {
    const lower = ` ${name.toLowerCase()}: `;
    return readers.filter(
      (reader) =>
        reader.id.startsWith('identifier-') ||
        (reader.id === 'postcode' && CODE_NAME.test(name)) ||
        reader.cues.some((cue) => lower.includes(cue)),
    );
  }

  /** What a cell holds, given the name of its column and who reads it. */
  function read(of: readonly NearbyDetector[], name: string, cell: string, ofPeople: boolean): readonly Guess[] {
    return of.flatMap((reader) => {
      // What a form asks of a patient, who is not named in the cell.
      const before = reader.id === 'age' || reader.id === 'medical-condition' ? `patient ${name}: ` : `${name}: `;
      return OF_PEOPLE.has(reader.id) && !ofPeople
        ? []
        : reader
            .find(before + cell)
            .filter(({ span, confidence }) => span.start >= before.length && confidence >= (reader.id === 'postcode' ? LEAST : ACTING))
            .map((guess) => ({
              ...guess,
              span: { start: guess.span.start - before.length, end: guess.span.end - before.length },
              entity: guess.entity ?? reader.entity,
            }));
    });
  }

  function find(window: string, recall: Recall = (piece, make) => make(piece)): readonly Guess[] {
    const rows = rowsOf(window);
    const guesses: Guess[] = [];
    for (let head = 0; head < rows.length - 1; head++) {
      const { text, start } = rows[head] as Cell;
      const separator = SEPARATORS.find((each) => text.includes(each));
      const next = rows[head + 1] as Cell;
      // Most lines of prose have other marks than the next one.
      if (
        separator === undefined ||
        partsOf(text, separator) > partsOf(next.text, separator) ||
        /\d{4}/.test(text) ||
        OPENS_BLOCK.test(text)
      )
        continue;
      const names = cellsOf(text, start, separator);
      const below: Cell[][] = [];
      for (const row of rows.slice(head + 1, head + 1 + MOST_ROWS)) {
        const cells = cellsOf(row.text, row.start, separator);
        if (cells.length !== names.length) break;
        below.push(cells);
      }
      // One name a line is a list.
      if (names.filter(({ text }) => text !== '').length < 2 || below.length === 0) continue;
      const ofPeople = PEOPLE.test(text);
      names.forEach(({ text: written }, column) => {
        const name = plainName(written);
        if (!/\p{L}{2}/u.test(name) || name.length > LONGEST) return;
        let of: readonly NearbyDetector[] | undefined;
        let found = 0;
        for (let row = 0; row < below.length && (found > 0 || row < EMPTY_ROWS); row++) {
          const { text: cell, start: at } = (below[row] as Cell[])[column] as Cell;
          if (!(/\d/.test(cell) || LETTERS.test(name)) || cell.length > LONGEST) continue;
          const own = recall(`${name}\n${cell}\n${ofPeople}`, () => {
            of ??= readersOf(name);
            return read(of, name, cell, ofPeople);
          });
          found += own.length;
          for (const guess of own) guesses.push({ ...guess, span: { start: at + guess.span.start, end: at + guess.span.end } });
        }
      });
      head += below.length;
    }
    return guesses;
  }

  const reader = {
    kind: 'nearby',
    entity: 'NATIONAL_ID',
    source: 'RFC 4180',
    words: true,
    counts: endsName,
    before: 300,
    after: 2_000,
    find,
  } as const;
  return [
    { ...reader, id: 'value-in-column', cues: NAMES },
    { ...reader, id: 'value-in-common-column', cues: COMMON, holdsNumber: true },
  ];
}
