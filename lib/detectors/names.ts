import type { Guess, NearbyDetector, Recall } from '../scan/detector.ts';
import { everyMatch } from './every-match.ts';
import type { EntityInfo } from './family.ts';
import { IDENTIFIERS } from './identifiers/detectors.ts';
import type { Kind } from './identifiers/identifier.ts';
import { entityOf } from './identifiers/identify.ts';
import { KINDS } from './identifiers/kinds.ts';
import { readTable } from './names/table.ts';
import { createTagger, type Name, type Tagger } from './names/tag.ts';
import { findNamesInScripts } from './names-in-scripts.ts';
import { PUBLIC_FIGURES } from './public-figures.ts';
import { textBefore } from './text-before.ts';

/** Names of people, places and organisations; kept apart from the families because their table is loaded on demand. Places and organisations are context: by themselves they say nothing about anybody. */
export const NAMES: readonly EntityInfo[] = [
  { entity: 'PERSON', categories: ['personal'], ambient: true },
  { entity: 'LOCATION', categories: ['context'], ambient: true },
  { entity: 'ORGANISATION', categories: ['context'], ambient: true },
];

/** A given name and a surname, or one of them: capitals, initials, particles (von, de, van der), hyphens, apostrophes. */
const NAME = String.raw`(?:\p{Lu}['’])?\p{Lu}[\p{Ll}\p{M}]+(?:[-'’]?\p{Lu}[\p{Ll}\p{M}]+|-\p{Ll}+)?`;
const FULL = String.raw`${NAME}(?: (?:\p{Lu}\.|(?:von|van|der|den|de|da|di|del|la|el|bin|al|zu)(?= )|${NAME})){0,4}`;

/** What stands before a name, and how sure it makes us of one word and of several. */
interface Clue {
  /** Its first letters: a class of them is tried at every place much faster than one word after the other. */
  readonly letters: string;
  readonly before: string;
  readonly one: number;
  readonly several: number;
  /** Whatever has a name follows it, not people alone: the table must know it for a person's. */
  readonly vague?: boolean;
}

const CLOSING = '(?:[Rr]egards|[Ss]incerely|[Cc]heers|[Tt]hanks|[Bb]est|[Gg]rüße|[Gg]rüßen|[Cc]ordialement|[Ss]aludos)';

const CLUES: readonly Clue[] = [
  {
    letters: 'MDPSHF',
    before: String.raw`(?:Mrs?|Ms|Mx|Dr|Prof|Sir|Madam|Herrn?|Frau|Fräulein|Monsieur|Madame|Mme|Mlle|Señora?|Sra?|Don|Doña)\.? (?:(?:Dr|Prof)\.? ){0,2}`,
    one: 0.75,
    several: 0.85,
  },
  {
    letters: 'FfLlGgCcEePpSsVvNnAa',
    before: String.raw`(?:(?:[Ff]ull|[Ff]irst|[Ll]ast|[Ff]amily|[Gg]iven|[Cc]ustomer|[Ee]mployee|[Pp]atient)[ _-]?(?:[Nn]ame|NAME)|[Ss]urname|[Vv]orname|[Nn]achname|[Aa]pellidos?)s?["']?\s?[:=]\s?["']?`,
    one: 0.6,
    several: 0.85,
  },
  {
    letters: 'Nn',
    before: String.raw`(?:[Nn]ame|NAME|[Nn]om|[Nn]ombre)s?["']?\s?[:=]\s?["']?`,
    one: 0.6,
    several: 0.85,
    vague: true,
  },
  {
    letters: 'MmIiJj',
    before: "(?:[Mm]y name is|[Mm]ein Name ist|[Ii]ch heiße|[Jj]e m['’]appelle|[Mm]e llamo) ",
    one: 0.6,
    several: 0.8,
  },
  {
    letters: 'Ttiwa',
    before: String.raw`(?:(?<!\b(?:as|if|that|because|since|when|but|and|so) )[Tt]his is|(?:is|was|are) (?:named|called)) `,
    one: 0.6,
    several: 0.8,
    vague: true,
  },
  {
    letters: 'PpEeCcAaTtMmKkBb',
    before:
      '(?:[Pp]atient(?:in)?|[Ee]mployee|[Cc]ustomer|[Cc]lient|[Cc]andidate|[Aa]pplicant|[Tt]enant|[Cc]olleague|[Mm]anager|[Cc]ontact|[Aa]ttn|[Kk]und(?:e|in)|[Mm]itarbeiter(?:in)?|[Bb]ewerber(?:in)?|[Aa]nsprechpartner(?:in)?|[Kk]olleg(?:e|in)|[Mm]ieter(?:in)?)[,:]? (?:is |was |named |ist |heißt )?',
    one: 0.4,
    several: 0.75,
    vague: true,
  },
  {
    letters: 'DHLCBQE',
    before: '(?:Dear|Hi|Hello|Hey|Hallo|Liebe[r]?|Cher|Chère|Bonjour|Querid[oa]|Estimad[oa]) ',
    one: 0.55,
    several: 0.75,
  },
  { letters: 'RrSsCcTtBbGg', before: String.raw`${CLOSING}(?:,\s|\s{0,2}\n)\s{0,2}`, one: 0.55, several: 0.75 },
  // "Best Practices"
  { letters: 'RrSsCcTtBbGg', before: `${CLOSING} `, one: 0.55, several: 0.75, vague: true },
];

/** Words with a capital of letters and forms, which the table takes for a name as well. */
const NO_NAMES_ALONE =
  'Prof Smt Ward Mama Papa Oma Opa Mum Cher Chère Bonjour Buongiorno Groet Kollege Kollegin Chefarzt Oberarzt Assistenzärztin Beschluss Zij Bruto Netto Brutto Assunto Matricola Experiencia Diagnose DOB ' +
  'Merhaba Ahoj Witam Szia Tisztelt Hej Hei Moi Salut Ciao Olá Hola Pat Geb Che Moro Mieszkam Bydlím Karta Nascimento Naissance Nascita CUI CNP NIF CPF M-Pesa Umowa Contrato Munkaszerződés Adres Adress Osoite Endereço Indirizzo Salario Mzda ' +
  'Telefono Teléfono Telefone Rozpoznanie Leki Léky Recepta Referto Epikris Informe Polisnummer Konfession Religion Islam';
const WORDS_OF_FORMS = new Set(NO_NAMES_ALONE.split(' '));
/** Words with a capital that follow a clue and are no names. */
const NO_NAMES = new Set(
  (
    `${NO_NAMES_ALONE} ` +
    'All Team Sir Madam Support Everyone Everybody Folks There Customer Customers Colleague Colleagues Hiring Manager Recruiter Committee World Friends Friend Mr Mrs Ms Dr Damen Herren Kollegen ' +
    'Kolleginnen Kunde Kundin Alle Zusammen Team Service Data Information Care Support Relationship Portal Number Account Address List Table Type The This That These A An I We You He She It ' +
    'They My Your Our Please Thank Thanks Can Could Would What When Where Who Why How Is Are Do Does Am Der Die Das Ein Eine Ich Wir Sie Bitte Vielen Danke Chatgpt Claude Gemini Copilot Python ' +
    'Java Javascript Typescript Rust Docker Kubernetes Windows Linux Google Microsoft Apple Amazon Santa Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March ' +
    'April June July August September October November December Email Phone Date Name Subject None Null True False Test Unknown Required String Optional Reader Readers Homeowner Homeowners ' +
    'Consumer Consumers Member Members Subscriber Subscribers Candidate Candidates Partner Partners Investor Investors Client Clients User Users Guest Guests Student Students Parent Parents ' +
    'Neighbour Neighbours Neighbor Neighbors Applicant Applicants Shareholder Shareholders Supplier Vendor Visitor Editor People Gang Sirs God Free Valued Fellow Prospective Loyal Registered Computer Time Leser Leserin Mitglied Mitglieder Nutzer ' +
    'Freunde Eltern Cliente Clientes Lecteur Membre Abonné Usuario Utente Helvetica Arial Verdana Tahoma Calibri Roboto If So But And Or Not No Yes As At In On For From To'
  ).split(/\s+/),
);

/** Where nothing but the sentence speaks for a name: below what rules ask for unless they say otherwise. */
const GUESSED = 0.3;
const GUESSED_MOST = 0.45;
/** A name of several words, and of one, where contact, account or health data is near. */
const TIED = 0.65;
const TIED_ONE = 0.55;
/** An e-mail address in the text holds the name. */
const IN_ADDRESS = 0.85;
/** Names that are less sure than this are not tied to anything. */
const SURE = 0.6;

/** Kinds of identifiers that are of one person. */
const OF_ONE: ReadonlySet<string> = new Set<Kind>([
  'national',
  'tax',
  'social',
  'health',
  'passport',
  'licence',
  'residence',
  'voter',
  'vehicle',
  'patient',
  'account',
]);

/** What makes a name near it somebody's data. */
const TIES: readonly string[] = [
  'EMAIL',
  'PHONE',
  'IBAN',
  'CREDIT_CARD',
  'US_SSN',
  'US_BANK_ACCOUNT',
  'DE_BANK_ACCOUNT',
  'BANK_ACCOUNT',
  'DATE_OF_BIRTH',
  'POSTAL_ADDRESS',
  'SALARY',
  'DIAGNOSIS_CODE',
  'MEDICATION',
  'MEDICAL_CONDITION',
  'BELIEF_OR_ORIENTATION',
  'PASSPORT',
  'NATIONAL_ID',
  'SOCIAL_SECURITY',
  'TAX_ID',
  'DRIVING_LICENCE',
  'CRIMINAL_CONVICTION',
  'BIRTHPLACE',
  'MEDICAL_RECORD',
  'HEALTH_INSURANCE_ID',
  'EMPLOYEE_ID',
  'STUDENT_ID',
  'CUSTOMER_ID',
  'INSURANCE_POLICY',
  'TRAVEL_DOCUMENT_MRZ',
  'VIN',
  'IMEI',
  ...new Set(IDENTIFIERS.flatMap(([id, kind]) => (OF_ONE.has(kind) ? [entityOf(id), KINDS[kind].entity] : []))),
];

function isPublic(name: string): boolean {
  return PUBLIC_FIGURES.has(name.toLowerCase());
}

/** The name up to the first ordinary word; null when it begins with one. */
function trimmed(text: string): string | null {
  const words = text.split(' ');
  const stop = words.findIndex((word) => NO_NAMES.has(word));
  const name = (stop < 0 ? words : words.slice(0, stop)).join(' ').replace(/['’]s$/, '');
  return name.length < 2 ? null : name;
}

/** `PhoneNumber`, and not `McDonald`. */
const JOINED_WORDS = /^(?!(?:Ma?c|D[aeiu]|L[aeo]|Van|Von|Fitz|Saint|Ben|Al|El)\p{Lu})\p{Lu}[\p{Ll}\p{M}]+\p{Lu}\p{Ll}+$/u;

/** Titles that the table takes for a part of the name. */
const TITLE = /^(?:M|Mrs?|Ms|Dr|Prof|D|Dña|Sig(?:\.ra)?|Shri|Smt|Panią?|Herrn?|Frau|Mme|V)\.? (?=\p{Lu})/u;
/** What parts the cells of a line, and columns that are set by spaces. */
const GAP = /[ \u3000]{2,}|[\t;]/;

/** A name of the table as cells part it, without titles; none where no name is left. */
function pieces(window: string, name: Name): Name[] {
  let from = name.start;
  return window
    .slice(name.start, name.end)
    .split(GAP)
    .flatMap((piece, index): Name[] => {
      const at = window.indexOf(piece, from);
      from = at + piece.length;
      const start = at + (TITLE.exec(piece)?.[0].length ?? 0);
      // In another cell stands the next label as often as a name.
      const isLabel = index > 0 && /^ ?[:：]/.test(window.slice(from, from + 2));
      return from - start < 2 || isLabel || WORDS_OF_FORMS.has(window.slice(start, from)) ? [] : [{ ...name, start, end: from }];
    });
}

/** What stands before and behind a name that has a cell, a line or a field for itself. */
const BEGINS_FIELD = /(?:^|[\n\t:;"|]| {2})[ "]{0,2}$/;
const ENDS_FIELD = /^ ?(?:$|["\n\r\t;|<(]| {2}|, (?:geb|born|n[ée]|d\.?o))/i;

/** Puts together what lists and forms write as "Surname, Given", which the table takes for two names, or for a place and a name. */
function withSurnamesFirst(window: string, names: readonly Name[]): Name[] {
  const found: Name[] = [];
  for (const name of names) {
    const last = found[found.length - 1];
    const isOne =
      last !== undefined &&
      name.entity === 'PERSON' &&
      name.start - last.end === 2 &&
      window.slice(last.end, name.start) === ', ' &&
      // Of two with a given name each, there are two.
      !(window.slice(last.start, last.end).includes(' ') && window.slice(name.start, name.end).includes(' ')) &&
      BEGINS_FIELD.test(textBefore(window, last.start, 3)) &&
      ENDS_FIELD.test(window.slice(name.end, name.end + 10));
    if (isOne) found[found.length - 1] = { ...name, start: last.start, probability: Math.max(last.probability, name.probability) };
    else found.push(name);
  }
  return found;
}

let patterns: readonly (Omit<Clue, 'letters' | 'before'> & { readonly pattern: RegExp })[] | undefined;

/** A guess by a clue. */
type Clued = Guess & { readonly vague: boolean };

/** Names behind a clue. */
function byClues(window: string): Clued[] {
  patterns ??= CLUES.map(({ letters, before, ...clue }) => ({
    pattern: new RegExp(String.raw`\b(?=[${letters}])(?:${before})(?<name>${FULL})(?![\p{L}\p{M}\p{N}_])`, 'dgu'),
    ...clue,
  }));
  return patterns.flatMap(({ pattern, one, several, vague = false }) =>
    everyMatch(pattern, window).flatMap((found): Clued[] => {
      const name = trimmed(found.groups?.name ?? '');
      if (name === null) return [];
      const start = found.indices?.groups?.name?.[0] ?? 0;
      const isThing = isPublic(name) || (vague && JOINED_WORDS.test(name));
      const confidence = isThing ? GUESSED : name.includes(' ') ? several : one;
      return [{ entity: 'PERSON', span: { start, end: start + name.length }, confidence, vague }];
    }),
  );
}

const LOCAL_UNIT = /[\p{L}\p{N}._-]/u;
const LONGEST_LOCAL_PART = 64;

/** Digits, markup and commas without room are in code, not in names of people. */
const NOBODY_IS_CALLED = /[<>=\p{N}]|,\S|-Nr\.?$|^\p{Lu}\.\p{Lu}{2}/u;

/** The names in a window; where an earlier text is remembered, line by line, as no name goes over the end of one. */
function namesIn(window: string, tagged: Tagger, recall: Recall | undefined): readonly Name[] {
  const tidy = (names: readonly Name[]): readonly Name[] =>
    withSurnamesFirst(
      window,
      names.flatMap((name) => (name.entity === 'PERSON' ? pieces(window, name) : [name])),
    );
  if (!recall || !window.includes('\n')) return tidy(tagged(window));
  let begin = 0;
  return tidy(
    window.split('\n').flatMap((line) => {
      const from = begin;
      begin += line.length + 1;
      return recall(line, tagged).map((name) => ({ ...name, start: from + name.start, end: from + name.end }));
    }),
  );
}

/** A role, a typeface, an abbreviation of up to three letters, a header of a mail. */
function isNobody(name: string): boolean {
  return NO_NAMES.has(name) || /^(?:X-|\p{Lu}{1,3}$)/u.test(name);
}

/** The names of the table's tagger, as guesses. */
function byTable(window: string, names: readonly Name[]): Guess[] {
  const handles = names.length === 0 ? NOBODY : handlesIn(window);
  return names.flatMap(({ start, end, entity, probability }): Guess[] => {
    const text = window.slice(start, end);
    if (entity === 'PERSON' && NOBODY_IS_CALLED.test(text)) return [];
    const confidence = Math.round((GUESSED + (GUESSED_MOST - GUESSED) * probability) * 100) / 100;
    const sure = { entity, span: { start, end }, confidence };
    const guess: Guess = { ...sure, yields: true };
    if (entity !== 'PERSON' || probability < SURE || isPublic(text) || !/\p{Lu}/u.test(text) || isNobody(text)) return [guess];
    if (handles.size > 0 && handleForms(text).some((form) => handles.has(form))) return [{ ...sure, confidence: IN_ADDRESS }];
    return [{ ...guess, tied: / \p{Lu}/u.test(text) ? TIED : TIED_ONE }];
  });
}

/** Years in parentheses behind a name, as in reports; behind players of a match they are minutes, and at the head of a list how much is in it. */
const YEARS = /^ ?[(（](\d{2})(?: (?:years|Jahre|ans|años|anni|anos|jaar|lat|лет|år))?[)）](?!:\s{0,4}\n)/u;
/** The same with their unit, behind a comma or a preposition and before a sign. */
const COUNTED_YEARS =
  /^(?:, | (?:di|de|d['’]) ?)(\d{1,3} (?:years|yrs|Jahre|ans|años|anni|anos|jaar|lat|let|roků|лет|år|ani|évesen|vuotta))(?=[,.;)\n]|$)/u;
const MATCH = /(?<!\p{L})(?:goals?|goli?|tore?|minuten?|scor\p{L}{2,4}|match|halftime|bookings?|substitut\p{L}{2,3}|spiel)(?!\p{L})/iu;

/** The ages that stand in parentheses behind the people whom clues or two words of the table tell. */
function agesBehind(window: string, names: readonly Guess[]): readonly Guess[] {
  return names.flatMap(({ entity, span: { end }, confidence, tied }): Guess[] => {
    if (entity !== 'PERSON' || (confidence < 0.5 && tied !== TIED)) return [];
    const behind = window.slice(end, end + 24);
    const [text, years = ''] = YEARS.exec(behind) ?? COUNTED_YEARS.exec(behind) ?? [];
    if (text === undefined || MATCH.test(window)) return [];
    const start = end + text.indexOf(years);
    return [{ entity: 'AGE', span: { start, end: start + years.length }, confidence: 0.5 }];
  });
}

const NOBODY: ReadonlySet<string> = new Set();

/** The local parts of the addresses in a text: their letters alone, and each word of them. */
function handlesIn(window: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (let at = window.indexOf('@'); at >= 0; at = window.indexOf('@', at + 1)) {
    let start = at;
    while (start > 0 && at - start < LONGEST_LOCAL_PART && LOCAL_UNIT.test(window[start - 1] as string)) start--;
    const part = window.slice(start, at);
    const words = part.toLowerCase().split(/[^\p{L}]+/u);
    found.add(words.join(''));
    for (const word of words) if (word.length > 3) found.add(word);
  }
  return found;
}

/** How the address of a person may begin: janedoe, doejane, jdoe, janed; jane alone for a name of one word. */
function handleForms(name: string): string[] {
  const words = name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}]+/u)
    .filter(Boolean);
  const first = words[0] ?? '';
  if (words.length < 2) return first.length > 3 ? [first] : [];
  const last = words[words.length - 1] ?? '';
  return [first + last, last + first, first.slice(0, 1) + last, first + last.slice(0, 1)];
}

/** What the table is less sure of is no person to a clue that may be followed by anything. */
const TELLING = 0.39;

/** Clues are surer, the table knows better where a name begins, and of what has a name whether it is a person. */
function together(clues: readonly Clued[], names: readonly Guess[]): Guess[] {
  const touches = (a: Guess, b: Guess): boolean => a.span.start < b.span.end && b.span.start < a.span.end;
  const confirmed = names.map((name) => {
    const clue = name.entity === 'PERSON' ? clues.find((each) => touches(each, name)) : undefined;
    if (!clue || clue.confidence <= name.confidence || (clue.vague && (name.confidence < TELLING || clue.span.start < name.span.start)))
      return name;
    const end = clue.span.start === name.span.start ? Math.max(clue.span.end, name.span.end) : name.span.end;
    return { entity: 'PERSON', span: { start: name.span.start, end }, confidence: clue.confidence };
  });
  const others = clues.filter((clue) => !names.some((name) => name.entity === 'PERSON' && touches(name, clue)));
  return [...confirmed, ...others.map((clue) => (clue.vague ? { ...clue, confidence: Math.min(GUESSED, clue.confidence) } : clue))];
}

/** A capital that begins no sentence: without one a longer text is not read. */
const CAPITAL_INSIDE = /[\p{Ll}\p{N},;)]["”'’]? ["“‘'(]?\p{Lu}/u;
const SHORT_TEXT = 400;
/** Texts of so many characters are read whole; of longer ones, as many round clues and round what names are tied to. */
const WHOLE = 10_240;

/** The detector for names, whose table is loaded when a text first needs it. */
export interface Names {
  readonly detector: NearbyDetector;
  /** Whether a scan since the last call wanted the table and did without it: then `load`, and scan again. */
  readonly missed: () => boolean;
  /** Loads the table, once. Where it cannot be read, names are found by clues only. */
  readonly load: () => Promise<void>;
}

/**
 * The detector for names: clues (title, label, salutation) and a table that was trained on labelled text (`scripts/train-names.ts`). What only the sentence tells to be a name stays
 * below 0.5; a person near contact, account or health data rises above it.
 *
 * @param read the bytes of the table (`public/names.bin`)
 */
export function createNames(read: () => Promise<ArrayBuffer>): Names {
  let tagged: Tagger | null = null;
  let wanted: Promise<void> | null = null;
  let missed = false;

  const detector: NearbyDetector = {
    kind: 'nearby',
    id: 'name',
    entity: 'PERSON',
    source: 'docs/detectors.md and public/names.LICENSE.txt',
    cues: (
      'mr. |mr |mrs. |mrs |ms. |ms |dr. |dr |prof. |prof |sir |madam |herr |herrn |frau |monsieur |madame |mme |señor |señora |sr. |sra. |dear |hi |hello |hey |hallo |liebe |lieber |cher |chère |bonjour |' +
      'querido |querida |estimado |estimada |name:|name :|name"|name=|names:|surname|nachname|vorname|nombre|apellido|name is |name ist |heiße |appelle |llamo |this is |named |patient|employee|customer|' +
      'client|candidate|applicant|tenant|colleague|manager|contact|attn|kunde|kundin|mitarbeiter|bewerber|ansprechpartner|kollege|kollegin|mieter|regards|sincerely|cheers|thanks,|best,|grüße|cordialement|saludos|氏名|お名前|患者名|姓名|성명|이름|様|さん'
    ).split('|'),
    entities: TIES,
    before: 64,
    after: 64,
    budget: WHOLE,
    whole: WHOLE,
    ties: { entities: TIES, within: 240 },
    find(window, recall) {
      const others = findNamesInScripts(window);
      const clues = byClues(window);
      if (window.length > SHORT_TEXT && !CAPITAL_INSIDE.test(window)) return [...clues, ...others];
      missed ||= tagged === null && wanted === null && /\p{L}/u.test(window);
      const names = [...(tagged === null ? clues : together(clues, byTable(window, namesIn(window, tagged, recall)))), ...others];
      return [...names, ...agesBehind(window, names)];
    },
  };

  return {
    detector,
    missed() {
      const was = missed;
      missed = false;
      return was;
    },
    load() {
      wanted ??= read().then(
        (bytes) => {
          const table = readTable(bytes);
          tagged = table && createTagger(table);
        },
        () => undefined,
      );
      return wanted;
    },
  };
}
