import type { Guess, NearbyDetector } from '../scan/detector.ts';
import type { EntityInfo } from './family.ts';
import { PUBLIC_FIGURES } from './public-figures.ts';

/** Names of people; kept apart from the families because its detector is loaded on demand. */
export const PERSON: EntityInfo = { entity: 'PERSON', categories: ['personal'], ambient: true };

/** A given name and a surname, or one of them: capitals, initials, particles (von, de, van der), hyphens, apostrophes. */
const NAME = String.raw`(?:\p{Lu}['’])?\p{Lu}[\p{Ll}\p{M}]+(?:[-'’]?\p{Lu}[\p{Ll}\p{M}]+|-\p{Ll}+)?`;
const FULL = String.raw`${NAME}(?: (?:\p{Lu}\.|(?:von|van|der|den|de|da|di|del|la|el|bin|al|zu)(?= )|${NAME})){0,4}`;

/** What stands before a name, and how sure it makes us of one word and of several. */
interface Clue {
  readonly before: string;
  readonly one: number;
  readonly several: number;
}

const CLUES: readonly Clue[] = [
  {
    before: String.raw`\b(?:Mrs?|Ms|Mx|Dr|Prof|Sir|Madam|Herrn?|Frau|Fräulein|Monsieur|Madame|Mme|Mlle|Señora?|Sra?|Don|Doña)\.? (?:(?:Dr|Prof)\.? ){0,2}`,
    one: 0.75,
    several: 0.85,
  },
  {
    before: String.raw`\b(?:(?:[Ff]ull|[Ff]irst|[Ll]ast|[Ff]amily|[Gg]iven|[Cc]ustomer|[Ee]mployee|[Pp]atient)[ _-]?)?(?:[Nn]ame|NAME|[Ss]urname|[Vv]orname|[Nn]achname|[Nn]om|[Nn]ombre|[Aa]pellidos?)s?["']?\s?[:=]\s?["']?`,
    one: 0.6,
    several: 0.85,
  },
  {
    before: String.raw`\b(?:[Mm]y name is|[Mm]ein Name ist|[Ii]ch heiße|[Jj]e m['’]appelle|[Mm]e llamo|[Tt]his is|(?:is|was|are) (?:named|called)) `,
    one: 0.6,
    several: 0.8,
  },
  {
    before: String.raw`\b(?:[Pp]atient(?:in)?|[Ee]mployee|[Cc]ustomer|[Cc]lient|[Cc]andidate|[Aa]pplicant|[Tt]enant|[Cc]olleague|[Mm]anager|[Cc]ontact|[Aa]ttn|[Kk]und(?:e|in)|[Mm]itarbeiter(?:in)?|[Bb]ewerber(?:in)?|[Aa]nsprechpartner(?:in)?|[Kk]olleg(?:e|in)|[Mm]ieter(?:in)?)[,:]? (?:is |was |named |ist |heißt )?`,
    one: 0.4,
    several: 0.75,
  },
  { before: String.raw`\b(?:Dear|Hi|Hello|Hey|Hallo|Liebe[r]?|Cher|Chère|Bonjour|Querid[oa]|Estimad[oa]) `, one: 0.55, several: 0.75 },
  {
    before: String.raw`\b(?:[Rr]egards|[Ss]incerely|[Cc]heers|[Tt]hanks|[Bb]est|[Gg]rüße|[Gg]rüßen|[Cc]ordialement|[Ss]aludos),?\s{1,3}`,
    one: 0.55,
    several: 0.75,
  },
];

/** Words with a capital that follow a clue and are no names. */
const NO_NAMES = new Set(
  (
    'All Team Sir Madam Support Everyone Everybody Folks There Customer Customers Colleague Colleagues Hiring Manager Recruiter Committee World Friends Friend Mr Mrs Ms Dr Damen Herren Kollegen ' +
    'Kolleginnen Kunde Kundin Alle Zusammen Team Service Data Information Care Support Relationship Portal Number Account Address List Table Type The This That These A An I We You He She It ' +
    'They My Your Our Please Thank Thanks Can Could Would What When Where Who Why How Is Are Do Does Am Der Die Das Ein Eine Ich Wir Sie Bitte Vielen Danke Chatgpt Claude Gemini Copilot Python ' +
    'Java Javascript Typescript Rust Docker Kubernetes Windows Linux Google Microsoft Apple Amazon Santa Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March ' +
    'April June July August September October November December Email Phone Date Name Subject None Null True False Test Unknown Required String Optional'
  ).split(/\s+/),
);

const TWO_CAPITALS = /\p{Lu}\p{Ll}+ (?:\p{Lu}\. )?\p{Lu}\p{Ll}+/u;

function adjusted(name: string, one: number, several: number): number {
  const words = name.split(' ');
  if (PUBLIC_FIGURES.has(name.toLowerCase())) return 0.3;
  return words.length > 1 ? several : one;
}

/** The name up to the first ordinary word; null when it begins with one. */
function trimmed(text: string): string | null {
  const words = text.split(' ');
  const stop = words.findIndex((word) => NO_NAMES.has(word));
  const name = (stop < 0 ? words : words.slice(0, stop)).join(' ').replace(/['’]s$/, '');
  return name.length < 2 ? null : name;
}

function guess(name: string, start: number, one: number, several: number): Guess {
  return { span: { start, end: start + name.length }, confidence: adjusted(name, one, several) };
}

/** compromise, as far as it is used. */
type Tagger = (text: string) => { people(): { out(format: 'array'): unknown } };

/** The detector for names of people, whose library is loaded when a text first needs it. */
export interface People {
  readonly detector: NearbyDetector;
  /** Whether a scan since the last call wanted the library and did without it: then `load`, and scan again. */
  readonly missed: () => boolean;
  /** Loads the library (377 kB, about 350 ms of CPU), once. */
  readonly load: () => Promise<void>;
}

/**
 * The detector for names of people: clues (honorific, label, salutation) first, then compromise's own guess. It reads short windows near cues and
 * near contact and account findings only, because names are everywhere and the library takes about 8 ms per KB.
 */
export function createPeople(): People {
  let tagger: Tagger | null = null;
  let missed = false;
  let patterns: readonly { readonly pattern: RegExp; readonly one: number; readonly several: number }[] | undefined;

  function byClues(window: string): Guess[] {
    patterns ??= CLUES.map(({ before, one, several }) => ({ pattern: new RegExp(`(?:${before})(?<name>${FULL})`, 'dgu'), one, several }));
    return patterns.flatMap(({ pattern, one, several }) =>
      [...window.matchAll(pattern)].flatMap((found) => {
        const name = trimmed(found.groups?.name ?? '');
        return name === null ? [] : [guess(name, found.indices?.groups?.name?.[0] ?? 0, one, several)];
      }),
    );
  }

  function byLanguage(window: string): Guess[] {
    // Without two capitals in a row there is no full name, and single words are too often something else.
    if (!TWO_CAPITALS.test(window)) return [];
    if (tagger === null) {
      missed = true;
      return [];
    }
    const guesses: Guess[] = [];
    let from = 0;
    for (const raw of tagger(window).people().out('array') as string[]) {
      const text = lettersOf(raw);
      const start = text === '' ? -1 : window.indexOf(text, from);
      if (start < 0) continue;
      from = start + text.length;
      const name = trimmed(text);
      if (name !== null && TWO_CAPITALS.test(name)) guesses.push(guess(name, start, 0.3, 0.6));
    }
    return guesses;
  }

  const detector: NearbyDetector = {
    kind: 'nearby',
    id: 'person-name',
    entity: PERSON.entity,
    source: 'https://github.com/spencermountain/compromise',
    cues: (
      'mr. |mr |mrs. |mrs |ms. |ms |dr. |dr |prof. |prof |sir |madam |herr |herrn |frau |monsieur |madame |mme |señor |señora |sr. |sra. |dear |hi |hello |hey |hallo |liebe |lieber |cher |chère |bonjour |' +
      'querido |querida |estimado |estimada |name:|name :|name"|name=|names:|surname|nachname|vorname|nombre|apellido|name is |name ist |heiße |appelle |llamo |this is |named |patient|employee|customer|' +
      'client|candidate|applicant|tenant|colleague|manager|contact|attn|kunde|kundin|mitarbeiter|bewerber|ansprechpartner|kollege|kollegin|mieter|regards|sincerely|cheers|thanks,|best,|grüße|cordialement|saludos'
    ).split('|'),
    entities: ['EMAIL', 'PHONE', 'IBAN', 'CREDIT_CARD', 'US_SSN'],
    before: 64,
    after: 64,
    budget: 2048,
    find: (window) => [...byClues(window), ...byLanguage(window)],
  };

  return {
    detector,
    missed() {
      const was = missed;
      missed = false;
      return was;
    },
    async load() {
      tagger ??= (await import('compromise')).default;
    },
  };
}

/** The detector with its library loaded. */
export async function loadPeople(): Promise<NearbyDetector> {
  const people = createPeople();
  await people.load();
  return people.detector;
}

/** A name without what stands before its first letter and behind its last letter, mark or full stop. */
function lettersOf(name: string): string {
  const points = [...name];
  let from = 0;
  while (from < points.length && !/\p{L}/u.test(points[from] as string)) from++;
  let to = points.length;
  while (to > from && !/[\p{L}\p{M}.]/u.test(points[to - 1] as string)) to--;
  return points.slice(from, to).join('');
}
