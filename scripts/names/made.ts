import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allLocales } from '@faker-js/faker';
import nlp from 'compromise';
import german from 'de-compromise';
import { hashOf } from '../../lib/detectors/names/table.ts';
import type { Name } from '../../lib/detectors/names/tag.ts';
import { random } from '../../tests/corpus/generate.ts';
import { ROOT } from '../stamp.ts';
import { derived, type KnownWords, lexiconOf, listed } from './known-words.ts';
import type { Example } from './learn.ts';

/** Which slots of a template are names. */
const NAMES: Readonly<Record<string, Name['entity']>> = {
  P: 'PERSON',
  S: 'PERSON',
  G: 'PERSON',
  I: 'PERSON',
  L: 'LOCATION',
  C: 'LOCATION',
  O: 'ORGANISATION',
  U: 'ORGANISATION',
};
const LANGUAGES: Readonly<Record<string, string>> = {
  German: 'de',
  French: 'fr',
  Spanish: 'es',
  Portuguese: 'pt',
  Italian: 'it',
  Dutch: 'nl',
  Polish: 'pl',
};
const SYLLABLES =
  'ba be bo bra dar del den dor du el far fen gar gel gor hal har hol jan ka kel kov kra lan len lin lo mar mel mi mor na nel nor o pa per pol ra rel ri ro sal sen ski son sto ta tel ton tra va vel ver vi wal wen za zel'.split(
    ' ',
  );
const ENDINGS =
  'son sen man berg stein ski ska sky ov ova ev ic ich ez es is os a o i e er ers ley ton ford well field worth wood ham by land er mann feld hofer inger elli ini ucci etti eau ier ault oux yan ian oglu'.split(
    ' ',
  );

/** What German nouns end with that have no other word in them. */
const NOUN_ENDINGS =
  'tion tionen sion sionen ität itäten ismus ik iken ur uren enz enzen anz ung ungen heit keit schaft schaften nis nissen tum ling linge chen ler lern nern ei eien ium ien ment mente or oren at ate ist isten ent enten ant anten loge logen graf grafen ie ien'.split(
    ' ',
  );

/** Writes texts with names in them: templates of our own, filled from the lists, with names that nobody bears now and then. */
export class Maker {
  private readonly next: () => number;
  private readonly lists: Readonly<Record<string, readonly string[]>>;
  private readonly common: Readonly<Record<string, readonly string[]>>;
  private readonly lexicon: Readonly<Record<string, readonly string[]>>;
  private readonly templates: readonly (readonly [language: string, template: string])[];
  private readonly fillers = new Map<string, readonly string[]>();

  constructor(words: KnownWords, people: readonly string[], seed: string) {
    this.next = random(seed);
    const some = (kind: Parameters<KnownWords['get']>[0], fits: (word: string) => boolean): readonly string[] =>
      [...(words.get(kind) ?? [])].filter(fits);
    const isName = (word: string): boolean => /^\p{Lu}[\p{L}'’-]+$/u.test(word) && word.length > 2;
    this.lists = {
      given: some('given', isName),
      surname: some('surname', (word) => /^(?:[a-z]+ ){0,2}\p{Lu}/u.test(word)),
      place: some('place', (word) => /^\p{Lu}/u.test(word)),
      organisation: some('organisation', (word) => /^\p{Lu}/u.test(word)),
      people: [...people],
      nation: some('nation', (word) => /^[\p{Lu}a-z]\p{Ll}{3,}$/u.test(word)).map(capital),
    };
    // Half of the names are those that are met most.
    const english = (list: Readonly<Record<string, readonly string[] | null | undefined>> | null | undefined): string[] =>
      Object.values(list ?? {}).flatMap((names) => names ?? []);
    this.common = {
      given: [
        ...listed('given').filter(isName),
        ...english(allLocales.en?.person?.first_name),
        ...english(allLocales.en_GB?.person?.first_name),
      ],
      surname: listed('surnames'),
      place: listed('places'),
      organisation: listed('organisations'),
      people: [...people],
    };
    this.lexicon = lexicon();
    let language = 'en';
    const templates: [string, string][] = [];
    for (const line of lines('templates')) {
      const heading = /^# (\w+)$/.exec(line);
      if (heading) language = LANGUAGES[heading[1] as string] ?? language;
      else if (!line.startsWith('#')) templates.push([language, line]);
    }
    this.templates = templates;
    for (const line of lines('fillers')) {
      const found = /^([\w ]+): (.*)$/.exec(line);
      if (found) this.fillers.set(found[1] as string, (found[2] as string).split('|'));
    }
  }

  /** So many texts, each from another template in turn. */
  texts(count: number): Example[] {
    return Array.from({ length: count }, (_, i) => {
      const [language, template] = this.templates[i % this.templates.length] as readonly [string, string];
      return this.dressed(this.filled(language, template));
    });
  }

  /** The example with other names in place of its own, as long as they. */
  renamed({ text, names }: Example): Example {
    const parts: { text: string; entity?: Name['entity'] }[] = [];
    let at = 0;
    for (const { start, end, entity } of names) {
      const old = text.slice(start, end);
      parts.push({ text: text.slice(at, start) }, { text: this.inPlaceOf(old, entity), entity });
      at = end;
    }
    return assembled([...parts, { text: text.slice(at) }]);
  }

  private inPlaceOf(old: string, entity: Name['entity']): string {
    const words = old.split(' ').length;
    const cased = (name: string): string =>
      old === old.toLowerCase() ? name.toLowerCase() : old === old.toUpperCase() && old.length > 4 ? name.toUpperCase() : name;
    if (entity === 'PERSON') return cased(words === 1 ? (this.next() < 0.5 ? this.given() : this.surname()) : this.person());
    if (entity === 'LOCATION') return cased(words > 3 ? old : this.one('place'));
    return words > 3 || (old === old.toUpperCase() && words === 1) ? (words === 1 ? this.acronym() : old) : cased(this.organisation());
  }

  private pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() * list.length)] as T;
  }

  private one(list: string): string {
    return this.pick((this.next() < 0.6 ? this.common : this.lists)[list] as readonly string[]);
  }

  private invented(): string {
    const syllables = Array.from({ length: 1 + Math.floor(this.next() * 2) }, () => this.pick(SYLLABLES)).join('') + this.pick(ENDINGS);
    return capital(syllables);
  }

  private given(): string {
    return this.next() < 0.08 ? this.invented() : this.one('given');
  }

  private surname(): string {
    const chance = this.next();
    if (chance < 0.22) return this.invented();
    if (chance < 0.26) return `${this.one('surname')}-${this.one('surname')}`.replace(/ /g, '');
    return this.one('surname');
  }

  private person(): string {
    const chance = this.next();
    if (chance < 0.07) return this.one('people');
    if (chance < 0.09) return `${this.given()} ${this.pick(['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'XIV', 'the Great'])}`;
    const given = this.next() < 0.06 ? `${this.pick('ABCDEFGHIJKLMNOPRSTVW'.split(''))}.` : this.given();
    const middle = this.next();
    const between =
      middle < 0.08
        ? ` ${this.pick('ABCDEFGHJKLMNPRSTW'.split(''))}.`
        : middle < 0.13
          ? ` ${this.given()}`
          : middle < 0.15
            ? ` ${this.pick(['von', 'van', 'de', 'van der', 'al', 'bin', 'di', 'da', 'del'])}`
            : '';
    const after = this.next() < 0.02 ? this.pick([' Jr.', ' III', ' Sr.', ' II']) : '';
    return `${given}${between} ${this.surname()}${after}`;
  }

  private place(kind: string): string {
    const chance = this.next();
    const of = (): string => (this.next() < 0.5 ? this.surname() : this.next() < 0.5 ? this.one('place') : this.invented());
    if (chance < 0.06) return this.invented();
    if (chance < (kind === 'L' ? 0.2 : 0.12)) return `${of()} ${this.filler('after')}`;
    if (chance < (kind === 'L' ? 0.26 : 0.15)) return `${this.filler('before')} ${of()}`;
    return this.one('place');
  }

  /** A people, one that nobody knows now and then: Spartan, Velorite. */
  private people(): string {
    const chance = this.next();
    if (chance < 0.5) return this.filler('N en');
    if (chance < 0.85) return this.pick(this.lists.nation as readonly string[]);
    const syllables = Array.from({ length: 1 + Math.floor(this.next() * 2) }, () => this.pick(SYLLABLES)).join('');
    return capital(syllables + this.pick(['an', 'ian', 'ean', 'ese', 'ish', 'ite', 'ic', 'n', 'can']));
  }

  private acronym(): string {
    return Array.from({ length: 2 + Math.floor(this.next() * 3) }, () => this.pick('ABCDEFGHIJKLMNOPRSTUVW'.split(''))).join('');
  }

  private filler(kind: string): string {
    return this.pick(this.fillers.get(kind) ?? ['']);
  }

  private organisation(): string {
    const chance = this.next();
    const head = this.filler('head');
    const field = this.filler('field');
    if (chance < 0.4) return this.one('organisation');
    if (chance < 0.46)
      return `${this.pick([this.filler('brand'), this.invented(), this.surname()])}${this.next() < 0.3 ? ',' : ''} ${this.filler('form')}`;
    if (chance < 0.5) return `${this.filler('brand')} ${head}`;
    if (chance < 0.56) return `${this.surname()} ${head}`;
    if (chance < 0.64) return `${this.one('place')} ${this.next() < 0.5 ? `${field} ` : ''}${head}`;
    if (chance < 0.7) return `${field} ${head}`;
    if (chance < 0.75) return `${field} ${head} of ${this.one('place')}`;
    if (chance < 0.765) return `${head} of ${field} and ${this.filler('field')}`;
    if (chance < 0.79)
      return `${this.pick(['National', 'International', 'American', 'European', 'World', 'Royal', 'Federal', 'United', 'First', 'New'])} ${field} ${head}`;
    if (chance < 0.83)
      return `${this.pick(['University', 'Bank', 'Church', 'Institute', 'Department', 'Ministry', 'College', 'Government'])} of ${this.next() < 0.6 ? this.one('place') : field}`;
    if (chance < 0.86) return `${this.surname()} ${this.pick(['&', 'and'])} ${this.surname()}`;
    if (chance < 0.88)
      return `${this.pick(['Universität', 'Hochschule', 'Stadtwerke', 'Landgericht', 'Amtsgericht', 'FC', 'SV', 'TSV', 'Sparkasse', 'Volksbank', 'Klinikum', 'Université de', 'Banco de', 'Universidad de', 'AC', 'Real', 'SC'])} ${this.one('place')}`;
    if (chance < 0.92) return this.filler('brand');
    if (chance < 0.95)
      return (
        capital(this.pick(SYLLABLES)) +
        capital(this.pick(SYLLABLES) + this.pick(['soft', 'tel', 'net', 'bank', 'gen', 'tech', 'com', 'corp', 'air']))
      );
    return this.acronym();
  }

  private slot(kind: string, language: string): string {
    if (kind === 'P') return this.person();
    if (kind === 'S') return this.surname();
    if (kind === 'G') return this.given();
    if (kind === 'I') return `${this.surname()}, ${this.given()}`;
    if (kind === 'L' || kind === 'C') return this.place(kind);
    if (kind === 'O') return this.organisation();
    if (kind === 'U') return this.acronym();
    if (kind === 'c') return this.one('place');
    if (kind === 's') return this.surname();
    if (kind === 'g') return this.given();
    if (kind === 'x') return ['a', 'n'].map((each) => capital(this.pick(this.lexicon[`${each} en`] ?? ['']))).join(' ');
    if (kind === 'N' && language === 'en') return this.people();
    if (kind === 'Ns') return this.people().replace(/(?<=[anicte])$/, 's');
    if (kind === 'Y') return String(1850 + Math.floor(this.next() * 180));
    if (kind === '#') return String(1 + Math.floor(this.next() * 60));
    if (kind === 'e') return `${this.given().toLowerCase()}@example.com`;
    if (language === 'de' && (kind === 'n' || kind === 'ns') && this.next() < 0.45) return this.compound(kind);
    const words = this.lexicon[`${kind} ${language}`];
    if (words && (!this.fillers.has(`${kind} ${language}`) || this.next() < 0.5)) return this.pick(words);
    return this.filler(this.fillers.has(`${kind} ${language}`) ? `${kind} ${language}` : `${kind} en`);
  }

  /** A German noun that no list holds: Schulbericht, Wohnungsmarkt, Lonation. */
  private compound(kind: string): string {
    const nouns = this.lexicon['ns de'] ?? [''];
    const word =
      this.next() < 0.2
        ? capital(this.pick(SYLLABLES) + this.pick(SYLLABLES) + this.pick(NOUN_ENDINGS))
        : capital(
            `${this.pick(nouns)}${this.pick(['', '', 's', 'n', 'en'])}${this.pick(nouns).toLowerCase()}${this.pick(['', '', 'en', 'e', 'er', 'n', 's'])}`,
          );
    return kind === 'ns'
      ? word
      : `${this.pick(['der', 'die', 'das', 'den', 'dem', 'einen', 'einer', 'keine', 'ihre', 'seinen', 'alle', 'viele', 'diese'])} ${word}`;
  }

  /** The template with its parts of sentences in place. */
  private expanded(language: string, template: string): string {
    const once = (text: string): string =>
      text.replace(/\{([a-z]{2})\}/g, (slot, kind: string) => {
        const part = this.filler(`${kind} ${language}`);
        return part.includes('{') ? part : slot;
      });
    // A part may hold parts itself.
    return once(once(template));
  }

  private filled(language: string, template: string): Example {
    return assembled(
      this.expanded(language, template)
        .split(/(\{[^}]+\})/)
        .map((part) => {
          const kind = /^\{(.+)\}$/.exec(part)?.[1];
          if (kind === undefined) return { text: part };
          const text = this.slot(kind, language);
          return NAMES[kind] ? { text, entity: NAMES[kind] } : { text };
        }),
    );
  }

  /** Now and then as people write in haste: all small, all capitals, or titles. */
  private dressed(example: Example): Example {
    const chance = this.next();
    const first = example.text.slice(0, 1);
    if (chance < 0.12 && same(example.text, example.text.toLowerCase())) return { ...example, text: example.text.toLowerCase() };
    if (chance < 0.15 && same(example.text, example.text.toUpperCase())) return { ...example, text: example.text.toUpperCase() };
    return chance < 0.8 ? { ...example, text: first.toUpperCase() + example.text.slice(1) } : example;
  }
}

/** What compromise's lexicons call the words that may stand in a slot. */
const ENGLISH_SLOTS: Readonly<Record<string, readonly string[]>> = {
  v: ['PastTense'],
  w: ['PresentTense'],
  n: ['Singular', 'Uncountable'],
  ns: ['Plural'],
  a: ['Adjective'],
  R: ['Actor'],
};
const GERMAN_SLOTS: Readonly<Record<string, readonly string[]>> = {
  n: ['FemaleNoun', 'MaleNoun', 'NeuterNoun'],
  ns: ['FemaleNoun', 'MaleNoun', 'NeuterNoun', 'Noun'],
  a: ['Adjective'],
  w: ['ThirdPerson'],
};
const ARTICLES: Readonly<Record<string, string>> = { FemaleNoun: 'die', MaleNoun: 'der', NeuterNoun: 'das' };

/** Words of the lexicons by slot and language. */
function lexicon(): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  const gather = (
    language: string,
    words: ReturnType<typeof lexiconOf>,
    slots: typeof ENGLISH_SLOTS,
    written: (word: string, tag: string, slot: string) => string,
  ): void => {
    for (const [word, tags] of Object.entries(words))
      for (const [slot, wanted] of Object.entries(slots)) {
        const tag = [tags].flat().find((each) => wanted.includes(each));
        if (tag === undefined || !/^[a-zäöüß]+$/.test(word)) continue;
        const key = `${slot} ${language}`;
        found[key] = found[key] ?? [];
        found[key].push(written(word, tag, slot));
      }
  };
  gather('en', lexiconOf(nlp), ENGLISH_SLOTS, (word) => word);
  const nouns = listed('nouns-de');
  found['ns de'] = [...nouns, ...nouns];
  for (const [word, tags] of Object.entries(lexiconOf(german)))
    if (/^[a-zäöüß]{4,14}$/.test(word))
      for (const noun of derived(word, [tags].flat()).slice(0, 1)) if (hashOf(noun) % 8 === 0) found['ns de'].push(capital(noun));
  gather('de', lexiconOf(german), GERMAN_SLOTS, (word, tag, slot) =>
    slot === 'n' ? `${ARTICLES[tag]} ${capital(word)}` : slot === 'ns' ? capital(word) : word,
  );
  return found;
}

function same(a: string, b: string): boolean {
  return a.length === b.length;
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

function assembled(parts: readonly { readonly text: string; readonly entity?: Name['entity'] }[]): Example {
  let text = '';
  const names: { start: number; end: number; entity: Name['entity'] }[] = [];
  for (const part of parts) {
    if (part.entity) names.push({ start: text.length, end: text.length + part.text.length, entity: part.entity });
    text += part.text;
  }
  return { text, names };
}

function lines(file: string): string[] {
  return readFileSync(join(ROOT, 'scripts/names/lists', `${file}.txt`), 'utf8')
    .split('\n')
    .filter((line) => line !== '');
}
