import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { describe as described, describeSentence, FEATURES, rowsOf, wordHash } from '../../../../lib/detectors/names/features.ts';
import {
  clusterPlace,
  emptyClusters,
  emptyLexicon,
  hashOf,
  hashOfPlain,
  readTable,
  type Table,
  tell,
  tellCluster,
  told,
  writeTable,
} from '../../../../lib/detectors/names/table.ts';
import { createTagger, type Tagger } from '../../../../lib/detectors/names/tag.ts';
import { tokenize } from '../../../../lib/detectors/names/tokens.ts';
import type { KnownWords } from '../../../../scripts/names/known-words.ts';
import { type Example, learn, meanOf } from '../../../../scripts/names/learn.ts';
import { slotsOf } from '../../../../scripts/names/slots.ts';
import { namesTable } from './shipped.ts';

let table: Table;
let tagged: Tagger;

beforeAll(async () => {
  table = readTable(await namesTable()) as Table;
  tagged = createTagger(table);
});

/** Text of any kind: lone surrogates, marks, capitals, line ends, long runs. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc
    .array(
      fc.constantFrom(
        'Jane',
        'doe',
        ' ',
        'Dr.',
        '\n',
        '\ud83d',
        '\ude00',
        '😀',
        'É',
        'ß',
        'İ',
        "'s",
        '-',
        '.',
        '@',
        'U.S.',
        '한',
        '9',
        'ﬁ',
      ),
      { maxLength: 80 },
    )
    .map((parts) => parts.join('')),
);

function splitsPair(text: string, at: number): boolean {
  return /[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? '');
}

describe('tokens', () => {
  it.each([
    ["Dr. J. R. Smith's dog", ['Dr.', 'J.', 'R.', 'Smith', "'s", 'dog']],
    ["O'Brien-Müller in St. Louis, U.S. now.", ["O'Brien", '-', 'Müller', 'in', 'St.', 'Louis', ',', 'U.S.', 'now', '.']],
    ['J.R.R. Tolkien', ['J.R.R.', 'Tolkien']],
    ['write to jane.doe@example.com!', ['write', 'to', 'jane.doe@example.com', '!']],
    ['@me #tag http://a.b/c 3.5kg 😀', ['@me', '#tag', 'http://a.b/c', '3.5kg', '😀']],
    ['Łódź d’Angelo Wi_Fi', ['Łódź', 'd’Angelo', 'Wi_Fi']],
  ])('of %j', (text, words) => {
    const { starts, ends } = tokenize(text);
    expect(starts.map((start, i) => text.slice(start, ends[i]))).toEqual(words);
  });

  it('begin sentences after a full stop and at a line, not after a title', () => {
    const text = 'Mr. Smith left. He said: no! "Why?" (so)\nnext line';
    const { starts, sentences } = tokenize(text);
    expect(sentences.map((index) => text.slice(starts[index], (starts[index] as number) + 4))).toEqual([
      'Mr. ',
      'He s',
      '"Why',
      '(so)',
      'next',
    ]);
  });

  it('cover all of any text but its white space, in order, and split no pair', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { starts, ends, sentences } = tokenize(text);
        let last = 0;
        starts.forEach((start, i) => {
          const end = ends[i] as number;
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(last, start).replace(/[\s\0-\x20]/g, '')).toBe('');
          expect(splitsPair(text, start) || splitsPair(text, end)).toBe(false);
          last = end;
        });
        expect(text.slice(last).replace(/[\s\0-\x20]/g, '')).toBe('');
        expect([...sentences]).toEqual([...new Set(sentences)].sort((a, b) => a - b));
      }),
    );
  });
});

describe('tagger', () => {
  it('takes any text, and gives names within it, in order, that split no pair', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let last = 0;
        for (const { start, end, probability } of tagged(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(splitsPair(text, start) || splitsPair(text, end)).toBe(false);
          expect(probability).toBeGreaterThanOrEqual(0);
          expect(probability).toBeLessThanOrEqual(1 + 1e-9);
          last = end;
        }
      }),
    );
  });

  it('says the same of the same text, whatever it read before', () => {
    const text = 'Yesterday Maria Rossi of Acme GmbH flew from Rome to New York.';
    const first = tagged(text);
    tagged('Something else altogether, by Jean Dupont');
    expect(tagged(text)).toEqual(first);
    expect(first.map(({ entity, start, end }) => [entity, text.slice(start, end)])).toEqual([
      ['PERSON', 'Maria Rossi'],
      ['ORGANISATION', 'Acme GmbH'],
      ['LOCATION', 'Rome'],
      ['LOCATION', 'New York'],
    ]);
  });

  it('has room for the sum of all features in sixteen bits', () => {
    expect(FEATURES * 255).toBeLessThan(2 ** 16);
  });

  it('takes words of code for no names, unless lists know them', () => {
    const names = (text: string): string[] => tagged(text).map(({ start, end }) => text.slice(start, end));
    expect(names('  for (const target of getHiddenExportTargets(exports)) { setTimeout(() => commands.commandMode, 0); }')).toEqual([]);
    expect(names('} = newPrefix(subNodeIdx, skipEncodeChars, hasValues)')).toEqual([]);
    expect(names('She sold it on eBay for little.')).toEqual(['eBay']);
    expect(names('A talk by Anna McDonald.')).toEqual(['Anna McDonald']);
  });

  it('ends a run of capitals at a dash with room round it, and goes on over a hyphen', () => {
    const lastOfRun = (text: string): number | undefined => {
      const tokens = tokenize(text);
      const d = described(text, tokens, table);
      describeSentence(d, text, tokens, 0, d.count, table);
      return d.runEnd[0];
    };
    expect(lastOfRun('Anna Smith-Jones left')).toBe(3);
    expect(lastOfRun('Anna Smith - Jones left')).toBe(1);
  });

  it('describes plain words the same way as any others', () => {
    // The long s is small, is no ASCII letter, and is one of the same letters otherwise.
    const kinds = (text: string): number[] => [...described(text, tokenize(text), table).kinds];
    expect(kinds('word Word WORD WoRd W w')).toEqual(kinds('wörd Wörd WÖRD WöRd Ö ö'));
    fc.assert(
      fc.property(
        fc.stringMatching(/^[A-Za-z]{1,12}$/),
        (word) => hashOfPlain(`-${word}-`, 1, 1 + word.length) === hashOf(word.toLowerCase()),
      ),
    );
  });

  it('has as many features as it says', () => {
    const text = 'Maria Rossi lives in Rome.';
    const tokens = tokenize(text);
    const d = described(text, tokens, table);
    describeSentence(d, text, tokens, 0, d.count, table);
    const out = new Int32Array(FEATURES + 1).fill(-1);
    rowsOf(d, 1, table.rowBits, out);
    expect(out.indexOf(-1)).toBe(FEATURES);
  });
});

describe('table', () => {
  it('is read as it was written, and not at all when it is cut or something else', async () => {
    const bytes = await namesTable();
    expect(Buffer.compare(writeTable(readTable(bytes) as Table), new Uint8Array(bytes))).toBe(0);
    expect(readTable(bytes.slice(0, -1))).toBeNull();
    expect(readTable(bytes.slice(1))).toBeNull();
    expect(readTable(new ArrayBuffer(4))).toBeNull();
    fc.assert(fc.property(fc.uint8Array({ maxLength: 64 }), (some) => readTable(new Uint8Array(some).buffer) === null));
    const [known, clusters] = [12, 16];
    const view = new DataView(bytes.slice(0));
    // The bytes are as many as they should be, but not the places; one of clusters takes six bytes, one of known words four.
    view.setUint32(known, view.getUint32(known, true) + 3, true);
    expect(readTable(view.buffer)).toBeNull();
    view.setUint32(clusters, view.getUint32(clusters, true) - 2, true);
    expect(readTable(view.buffer)).not.toBeNull();
    view.setUint32(known, 0xffff_fff0, true);
    expect(readTable(view.buffer)).toBeNull();
  });

  it('that is damaged and has no empty place still ends each search', () => {
    const full = { fingerprints: new Uint16Array(8).fill(2), values: new Uint16Array(8).fill(1) };
    expect(told(full, hashOf('word'))).toBe(0);
    expect(() => tell(full, hashOf('word'), 1)).toThrow('no room');
    expect(told(emptyLexicon(0), hashOf('word'))).toBe(0);
  });

  it('tells the clusters of a word once, and where', () => {
    const clusters = emptyClusters(8);
    tellCluster(clusters, hashOf('word'), 5, 0x0a0b);
    tellCluster(clusters, hashOf('word'), 2, 0x0c0d);
    const place = clusterPlace(clusters, hashOf('word'));
    expect([clusters.values[place], clusters.halves[place]]).toEqual([5, 0x0a0b]);
    expect(clusterPlace(clusters, hashOf('other'))).toBe(-1);
    expect(clusterPlace(emptyClusters(0), hashOf('word'))).toBe(-1);
  });

  it('that is shipped knows words that are used alike', () => {
    const group = (word: string): number => (told(table.clusters, wordHash(word)) & 511) >> 3;
    for (const [one, other] of [
      ['monday', 'thursday'],
      ['milan', 'madrid'],
      ['john', 'david'],
      ['google', 'microsoft'],
    ] as const)
      expect([one, group(one)]).toEqual([one, group(other)]);
    expect(new Set(['monday', 'milan', 'john', 'google'].map(group)).size).toBe(4);
    expect(told(table.clusters, wordHash('xqzvkw'))).toBe(0);
  });

  const words: KnownWords = new Map([
    ['given', new Set(['Zorba', 'Milkana'])],
    ['place', new Set(['Trubenfeld'])],
  ]);
  const lesson = (marked: string): Example => {
    const names: { start: number; end: number; entity: 'PERSON' | 'LOCATION' | 'ORGANISATION' }[] = [];
    let text = '';
    for (const part of marked.split(/(\[[^\]]+\])/)) {
      const found = /^\[([PLO]):(.+)\]$/.exec(part);
      const value = found?.[2] ?? part;
      const entity = found && ({ P: 'PERSON', L: 'LOCATION', O: 'ORGANISATION' } as const)[found[1] as 'P' | 'L' | 'O'];
      if (entity) names.push({ start: text.length, end: text.length + value.length, entity });
      text += value;
    }
    return { text, names };
  };
  const lessons = [
    'Yesterday [P:Zorba Quint] went to [L:Trubenfeld].',
    '[P:Milkana Rost] works for [O:Vantor Ltd] in [L:Trubenfeld].',
    'We sold the car to [O:Brugg Ltd] last week.',
    'The car was old and the week was long.',
  ].map(lesson);
  const course = { rowBits: 12, epochs: 12, rate: 0.2, decay: 0.001, dropout: 0, shyness: 0, seed: 'tiny' };

  it('finds what a tiny one has learned, in words it has not seen', () => {
    const slots = slotsOf(words, [], 64, emptyClusters(0));
    const tiny = learn(
      lessons.map((example) => ({ ...example, slots })),
      slots,
      course,
    );
    const text = 'Yesterday Milkana Voss went to Trubenfeld. We sold it to Krell Ltd last week.';
    expect(createTagger(tiny)(text).map(({ entity, start, end }) => [entity, text.slice(start, end)])).toEqual([
      ['PERSON', 'Milkana Voss'],
      ['LOCATION', 'Trubenfeld'],
      ['ORGANISATION', 'Krell Ltd'],
    ]);
  });

  it('finds a name that is used like those it has learned, and by that alone', () => {
    const found = (likeCities: string, likeHours: string): string[] => {
      const clusters = emptyClusters(16);
      for (const word of ['ulm', 'bern', likeCities]) tellCluster(clusters, hashOf(word), 9, 0x0101);
      for (const word of ['noon', 'dawn', likeHours]) tellCluster(clusters, hashOf(word), 17, 0x0202);
      const slots = slotsOf(new Map(), [], 8, clusters);
      const sentences = ['[L:Ulm] fell.', '[L:Bern] fell.', 'Noon fell.', 'Dawn fell.'];
      const taught = learn(
        sentences.map((sentence) => ({ ...lesson(sentence), slots })),
        slots,
        course,
      );
      return ['Graz fell.', 'Dusk fell.'].filter((text) => createTagger(taught)(text).length > 0);
    };
    expect(found('graz', 'dusk')).toEqual(['Graz fell.']);
    expect(found('dusk', 'graz')).toEqual(['Dusk fell.']);
  });

  it('is the mean of those that were learned', () => {
    const slots = slotsOf(words, [], 64, emptyClusters(0));
    const [one, other] = ['one', 'other'].map((seed) =>
      learn(
        lessons.map((example) => ({ ...example, slots })),
        slots,
        { ...course, dropout: 0.2, seed },
      ),
    ) as [Table, Table];
    expect(Buffer.compare(writeTable(meanOf([one, one])), writeTable(one))).toBe(0);
    const mean = meanOf([one, other]);
    const weight = ({ weights, scale }: Table, at: number): number => (weights[at] as number) * scale;
    one.weights.forEach((_, at) => {
      const off = Math.abs(weight(mean, at) - (weight(one, at) + weight(other, at)) / 2);
      if (off > mean.scale) throw new Error(`weight ${at} is off by ${off}`);
    });
    expect(mean.transitions[0]).toBeCloseTo(((one.transitions[0] as number) + (other.transitions[0] as number)) / 2, 5);
    expect(mean.transitions[0]).not.toBe(one.transitions[0]);
  });

  it('comes out the same from the same lessons', () => {
    const slots = slotsOf(words, [], 64, emptyClusters(0));
    const once = (): Uint8Array =>
      writeTable(
        learn(
          lessons.map((example) => ({ ...example, slots })),
          slots,
          { ...course, dropout: 0.2 },
        ),
      );
    expect(Buffer.compare(once(), once())).toBe(0);
  });
});
