import { describe, expect, it } from 'vitest';
import type { NearbyDetector } from '../../../lib/scan/detector.ts';
import { createDraftScan, type Find } from '../../../lib/scan/draft-scan.ts';
import type { Finding } from '../../../lib/scan/finding.ts';
import type { FirstPass, TracedPass } from '../../../lib/scan/first-pass.ts';
import { LOOKS_AFTER, LOOKS_BEFORE } from '../../../lib/scan/pass.ts';

/** What a first pass finds, at offsets of the whole text. */
interface Told {
  readonly findings?: readonly Finding[];
  readonly cues?: readonly (readonly number[])[];
  readonly matches?: readonly (readonly [number, number, number])[];
  readonly far?: readonly (readonly [number, number])[];
  readonly unmasked?: number;
}

/** A draft whose first pass finds what it is told, a call after the other, the last again and again. Each update gives what was read of the text and what came of it. */
function draftTold(...told: readonly Told[]): (text: string) => { read: [number, number][]; pass: FirstPass } {
  let subject = '';
  let calls = 0;
  let read: [number, number][] = [];
  let pass: FirstPass | null = null;
  const first = (slice: string): TracedPass => {
    const at = subject.indexOf(slice);
    read.push([at, at + slice.length]);
    const { findings = [], cues = [[]], matches = [], far = [], unmasked = 0 } = told[Math.min(calls++, told.length - 1)] ?? {};
    return {
      findings: findings.map((each) => ({ ...each, span: { start: each.span.start - at, end: each.span.end - at } })),
      cues: cues.map((list) => list.map((offset) => offset - at)),
      trace: {
        matches: matches.flatMap(([hit, start, end]) => [hit, start - at, end - at]),
        far: far.flat().map((offset) => offset - at),
      },
      unmasked,
    };
  };
  const draft = createDraftScan(first, (_, found) => {
    pass = found;
    return [];
  });
  return (text) => {
    subject = text;
    read = [];
    draft.update(text);
    return { read, pass: pass as unknown as FirstPass };
  };
}

/** Text of which every stretch stands in one place only. */
function unique(length: number): string {
  return Array.from({ length: Math.ceil(length / 5) }, (_, i) => i.toString(36).padStart(5, '.'))
    .join('')
    .slice(0, length);
}

const TEXT = unique(40_000);
// An edit at 10,000 is read from here to there; what was found before FROM and from TO on is kept.
const [START, FROM, EDIT, TO, END] = [7440, 9232, 10_000, 10_512, 11_792];

function inserted(text: string, at: number, added = '###'): string {
  return text.slice(0, at) + added + text.slice(at);
}

describe('what a draft reads again', () => {
  it('is as much as anything looks at before and after an edit, twice and more', () => {
    expect([LOOKS_BEFORE, LOOKS_AFTER]).toEqual([512, 768]);
    expect([EDIT - FROM, FROM - START, TO - EDIT, END - TO]).toEqual([768, 2 * 512 + 768, 512, 768 + 512]);
  });

  it.each<[string, string, string, [number, number]]>([
    ['an insertion', TEXT, inserted(TEXT, EDIT), [START, END + 3]],
    ['a deletion', inserted(TEXT, EDIT), TEXT, [START, END]],
    ['a replacement', inserted(TEXT, EDIT, 'one'), inserted(TEXT, EDIT, '#####'), [START, END + 5]],
    ['no edit', TEXT, TEXT, [40_000 - 2560, 40_000]],
    ['an edit near the beginning', TEXT, inserted(TEXT, 2560), [0, 2560 + 1792 + 3]],
    ['one character on', TEXT, inserted(TEXT, 2561), [1, 2561 + 1792 + 3]],
    ['an edit at the beginning', TEXT, inserted(TEXT, 0), [0, 1792 + 3]],
    ['an edit near the end', TEXT, inserted(TEXT, 40_000 - 1792), [40_000 - 1792 - 2560, 40_003]],
    ['an edit at the end', TEXT, inserted(TEXT, 40_000), [40_000 - 2560, 40_003]],
    ['one letter more of many', 'a'.repeat(20_000), 'a'.repeat(20_001), [0, 2561]],
    ['one letter less of many', 'a'.repeat(20_001), 'a'.repeat(20_000), [0, 2560]],
    ['a pair at the left end', `${TEXT.slice(0, START - 1)}😀${TEXT.slice(START + 1)}`, '', [START - 1, END + 3]],
    ['a pair at the right end', `${TEXT.slice(0, END - 1)}😀${TEXT.slice(END + 1)}`, '', [START, END + 1 + 3]],
    // At most half of the old text.
    ['an edit of a text twice as long', unique(2 * 4352), inserted(unique(2 * 4352), 4000), [1440, 4000 + 1792 + 3]],
    ['an edit of a shorter text', unique(2 * 4352 - 1), inserted(unique(2 * 4352 - 1), 4000), [0, 2 * 4352 + 2]],
    ['a first text', '', TEXT, [0, 40_000]],
  ])('after %s', (_, before, after, expected) => {
    const draft = draftTold({});
    draft(before);
    expect(draft(after || inserted(before, EDIT)).read).toEqual([expected]);
  });

  it.each<[string, readonly [number, number], readonly [number, number]]>([
    ['reaches in from the left', [6000, START + 1], [6000 - 2560, END + 1792]],
    ['touches on the left', [6000, START], [START, END]],
    ['reaches in from the right', [END - 1, 13_000], [START - 2560, 13_000 + 1792]],
    ['touches on the right', [END, 13_000], [START, END]],
    ['reaches over', [6000, 13_000], [6000 - 2560, 13_000 + 1792]],
    ['lies within', [START, END], [START, END]],
    ['begins before the text', [-300, START + 1], [0, END + 1792]],
  ])('is more where something that reaches far %s', (_, far, [start, end]) => {
    const draft = draftTold({ far: [far] }, {});
    draft(TEXT);
    expect(draft(inserted(TEXT, EDIT)).read).toEqual([[start, end + 3]]);
  });

  it('is no more for what reaches beyond the ends of the text', () => {
    for (const [at, far, stretch] of [
      [1000, [-300, 1200], [0, 2792 + 3]],
      [39_500, [39_300, 40_300], [39_500 - 2560, 40_003]],
      [39_500, [35_000, 40_300], [35_000 - 2560, 40_003]],
    ] as const) {
      const draft = draftTold({ far: [far] }, {});
      draft(TEXT);
      expect(draft(inserted(TEXT, at)).read).toEqual([stretch]);
    }
  });

  it('is all where that is most of the text', () => {
    const draft = draftTold({ far: [[START - 1, 38_000]] }, {});
    draft(TEXT);
    expect(draft(inserted(TEXT, EDIT)).read).toEqual([[0, 40_003]]);
  });

  it('takes several that reach far together', () => {
    const draft = draftTold(
      {
        far: [
          [100, 200],
          [START - 20, START + 20],
          [START - 30, START + 1],
          [END - 20, END + 20],
          [END - 1, END + 10],
        ],
      },
      {},
    );
    draft(TEXT);
    expect(draft(inserted(TEXT, EDIT)).read).toEqual([[START - 30 - 2560, END + 20 + 1792 + 3]]);
  });

  it('grows four times before all is read', () => {
    const text = unique(60_000);
    const draft = draftTold({ matches: [[1, 0, 60_000]] }, {});
    draft(text);
    const [left, right] = [30_000 - 2560, 30_000 + 1792 + 3];
    expect(draft(inserted(text, 30_000)).read).toEqual([
      [left, right],
      [left - 1280, right + 1280],
      [left - 3 * 1280, right + 3 * 1280],
      [left - 7 * 1280, right + 7 * 1280],
      [0, 60_003],
    ]);
  });

  it('stops growing at the ends of the text', () => {
    const text = unique(30_000);
    const draft = draftTold({ matches: [[1, 3000, 29_000]] }, {});
    draft(text);
    expect(draft(inserted(text, 3000)).read).toEqual([
      [440, 4792 + 3],
      [0, 4792 + 1280 + 3],
      [0, 4792 + 3 * 1280 + 3],
      [0, 4792 + 7 * 1280 + 3],
      [0, 30_003],
    ]);
  });
});

describe('a stretch that was read again', () => {
  const [left, right] = [
    [START, END + 3],
    [START - 1280, END + 1280 + 3],
  ];

  it.each<[string, readonly [number, number, number][], readonly [number, number, number][], boolean]>([
    ['nothing', [], [], true],
    ['the same before it', [[1, 9000, 9010]], [[1, 9000, 9010]], true],
    ['the same behind it', [[1, 10_400, 10_410]], [[1, 10_403, 10_413]], true],
    ['the same in another order', [[1, 9000, 9010], [2, 9000, 9020]], [[2, 9000, 9020], [1, 9000, 9010]], true], // biome-ignore format: one line a case
    ['another detector’s', [[1, 9000, 9010]], [[2, 9000, 9010]], false],
    ['another end', [[1, 9000, 9010]], [[1, 9000, 9011]], false],
    ['another begin', [[1, 9000, 9010]], [[1, 8999, 9010]], false],
    ['one not moved', [[1, 10_400, 10_410]], [[1, 10_400, 10_410]], false],
    ['an old one that ends 512 before', [[1, 8000, FROM - 512]], [], true],
    ['an old one that ends later', [[1, 8000, FROM - 511]], [], false],
    ['an old one that begins just before', [[1, FROM - 1, FROM]], [], false],
    ['an old one that begins there', [[1, FROM, FROM + 10]], [], true],
    ['a fresh one that ends 512 before', [], [[1, 8000, FROM - 512]], true],
    ['a fresh one that ends later', [], [[1, 8000, FROM - 511]], false],
    ['a fresh one that begins just before', [], [[1, FROM - 1, FROM]], false],
    ['a fresh one that begins there', [], [[1, FROM, FROM + 10]], true],
    ['an old one that ends where the end of it begins', [[1, FROM, TO - 512]], [], true],
    ['an old one that ends in the end of it', [[1, FROM, TO - 511]], [], false],
    ['an old one at the end', [[1, TO - 1, TO]], [], false],
    ['an old one behind it', [[1, TO, TO + 10]], [], true],
    ['a fresh one that ends where the end of it begins', [], [[1, FROM, TO - 512 + 3]], true],
    ['a fresh one that ends in the end of it', [], [[1, FROM, TO - 511 + 3]], false],
    ['a fresh one at the end', [], [[1, TO + 2, TO + 3]], false],
    ['a fresh one behind it', [], [[1, TO + 3, TO + 10]], true],
  ])('with %s matched counts only where both passes agree', (_, old, fresh, counts) => {
    const draft = draftTold({ matches: old }, { matches: fresh }, {});
    draft(TEXT);
    const { read } = draft(inserted(TEXT, EDIT));
    expect(read[0]).toEqual(left);
    expect(read).toHaveLength(counts ? 1 : read.length);
    if (!counts) expect(read[1]).toEqual(right);
  });

  it.each<[string, number, readonly [number, number, number][], readonly [number, number, number][]]>([
    ['the beginning', 2560, [[1, 1700, 1710]], []],
    ['the beginning', 2560, [], [[1, 1700, 1710]]],
    ['the end', 40_000 - 1792, [[1, 38_700, 38_710]], []],
    ['the end', 40_000 - 1792, [], [[1, 38_700, 38_710]]],
  ])('needs no agreement at %s of the text', (_, at, old, fresh) => {
    const draft = draftTold({ matches: old }, { matches: fresh });
    draft(TEXT);
    expect(draft(inserted(TEXT, at)).read).toHaveLength(1);
  });

  it.each<[string, number, readonly [number, number], boolean]>([
    ['512 from its left end', EDIT, [START + 512, START + 600], true],
    ['511 from its left end', EDIT, [START + 511, START + 600], false],
    ['512 from its right end', EDIT, [END - 600, END + 3 - 512], true],
    ['511 from its right end', EDIT, [END - 600, END + 3 - 511], false],
    ['at the beginning of the text', 2560, [0, 600], true],
    ['at the beginning of the text, but 511 from the other end', 2560, [0, 2560 + 1792 + 3 - 511], false],
    ['at the end of the text', 40_000 - 1792, [39_000, 40_003], true],
    ['at the end of the text, but 511 from the other end', 40_000 - 1792, [40_000 - 4352 + 511, 40_003], false],
  ])('counts where what reaches far ends %s: %i %j %s', (_, at, far, counts) => {
    const draft = draftTold({}, { far: [[at, at], far] }, {});
    draft(TEXT);
    expect(draft(inserted(TEXT, at)).read.length === 1).toBe(counts);
  });

  it('takes the place of what was there', () => {
    const finding = (start: number, detector: string): Finding => ({
      entity: 'X',
      span: { start, end: start + 4 },
      confidence: 0.5,
      detector,
    });
    const both = (places: readonly number[], mark: string): Finding[] => places.map((at) => finding(at, mark));
    const old = [10, FROM - 1, FROM, EDIT, TO - 1, TO, 39_000];
    const fresh = [FROM - 1, FROM, EDIT, TO + 2, TO + 3];
    const told = (places: readonly number[], mark: string, hit: number): Told => ({
      findings: both(places, mark),
      cues: [places.flatMap((at) => [at, at + 5]), []],
      matches: places.map((at) => [hit, at, at + 1]),
    });
    const between = [FROM, EDIT, TO + 2];
    // The same just before the ends, or the stretch would not count.
    const same: Told = { matches: [[9, TO + 2, TO + 4]] };
    const draft = draftTold(
      {
        ...told(old, 'old', 1),
        matches: [...old.filter((at) => at < 9000 || at >= TO).map((at) => [1, at, at + 1] as const), [9, TO - 1, TO + 1]],
        far: [
          [10, 20],
          [FROM, FROM + 9],
          [TO, TO + 9],
        ],
      },
      {
        ...told(fresh, 'fresh', 2),
        matches: [[2, FROM, FROM + 1], [2, TO + 3, TO + 4], ...(same.matches ?? [])],
        far: [
          [FROM - 1, FROM],
          [FROM, FROM + 7],
          [TO + 2, TO + 4],
          [TO + 3, TO + 5],
        ],
      },
    );
    draft(TEXT);
    const { read, pass } = draft(inserted(TEXT, EDIT));
    expect(read).toEqual([left]);
    const places = [10, FROM - 1, ...between, TO + 3, 39_003];
    expect(new Set(pass.findings)).toEqual(
      new Set([...both([10, FROM - 1], 'old'), ...both(between, 'fresh'), ...both([TO + 3, 39_003], 'old')]),
    );
    expect(pass.cues).toEqual([places.flatMap((at) => [at, at + 5]), []]);
    expect(pass.trace?.matches).toEqual([1, 10, 11, 2, FROM, FROM + 1, 9, TO + 2, TO + 4, 1, TO + 3, TO + 4, 1, 39_003, 39_004]);
    expect(pass.trace?.far).toEqual([10, 20, FROM, FROM + 7, TO + 2, TO + 4, TO + 3, TO + 12]);
  });

  it('takes all from the beginning of the text and to its end', () => {
    for (const [at, places] of [
      [2560, [0, 100, 3071]],
      [40_000 - 1792, [40_000 - 1792 - 768, 39_990, 40_002]],
    ] as const) {
      const draft = draftTold({ cues: [[at < 9000 ? 50 : 39_950, 60]] }, { cues: [places.flatMap((place) => [place, place])] });
      draft(TEXT);
      expect(draft(inserted(TEXT, at)).pass.cues).toEqual([places.flatMap((place) => [place, place])]);
    }
  });

  it('is no more read alone when too much was read behind disguises', () => {
    // Four units for each of the text's 40,003, and so on.
    const draft = draftTold({ unmasked: 150_000 }, { unmasked: 10_012 }, { unmasked: 12 }, { unmasked: 13 }, { unmasked: 5 });
    draft(TEXT);
    const steps = ['###', '%%%%%%', '&&&&&&&&&'].map((added) => draft(inserted(TEXT, EDIT, added)));
    expect(steps.map(({ read }) => read)).toEqual([
      [[START, END + 3]],
      [[START, END + 6]],
      [
        [START, END + 9],
        [0, 40_009],
      ],
    ]);
    expect(steps.map(({ pass }) => pass.unmasked)).toEqual([160_012, 160_024, 5]);
  });
});

describe('answers of second-pass detectors', () => {
  const asked: string[] = [];
  const detector = (id: string): NearbyDetector => ({
    kind: 'nearby',
    id,
    entity: 'X',
    source: 'test',
    cues: [],
    entities: [],
    before: 0,
    after: 0,
    budget: 0,
    find: (window) => {
      asked.push(`${id} ${window}`);
      return [{ span: { start: 0, end: window.length }, confidence: 0.5 }];
    },
  });
  const [one, other] = [detector('one'), detector('other')];
  let find: Find = () => [];
  const ask = (given: NearbyDetector, window: string): string[] => {
    asked.length = 0;
    expect(find(given, window)).toEqual([{ span: { start: 0, end: window.length }, confidence: 0.5 }]);
    return [...asked];
  };

  it('are remembered for as long as each text asks again', () => {
    const nothing: TracedPass = { findings: [], cues: [], trace: { matches: [], far: [] }, unmasked: 0 };
    const draft = createDraftScan(
      () => nothing,
      (_, __, given) => {
        find = given;
        return [];
      },
    );
    draft.update('first');
    expect(ask(one, 'a')).toEqual(['one a']);
    expect(ask(one, 'a')).toEqual([]);
    expect(ask(other, 'a')).toEqual(['other a']);
    expect(ask(other, 'a')).toEqual([]);
    expect(ask(one, 'bc')).toEqual(['one bc']);
    for (let i = 0; i < 200; i++) expect(ask(one, `${i}`)).toHaveLength(1);
    draft.update('second');
    for (let i = 0; i < 200; i++) expect(ask(one, `${i}`)).toEqual([]);
    expect(ask(one, 'a')).toEqual([]);
    draft.update('third');
    expect(ask(one, 'a')).toEqual([]);
    expect(ask(one, 'a')).toEqual([]);
    // The second text did not ask for these.
    expect(ask(other, 'a')).toEqual(['other a']);
    expect(ask(one, 'bc')).toEqual(['one bc']);
  });

  it('are made of pieces that are remembered, too', () => {
    const nothing: TracedPass = { findings: [], cues: [], trace: { matches: [], far: [] }, unmasked: 0 };
    const made: string[] = [];
    const byLine: NearbyDetector = {
      ...detector('lines'),
      find: (window, recall) =>
        window.split('\n').flatMap((line) => {
          const make = (piece: string): number => made.push(piece);
          const confidence = recall ? recall(line, make) : make(line);
          return [{ span: { start: 0, end: 1 }, confidence }];
        }),
    };
    const draft = createDraftScan(
      () => nothing,
      (text, _, given) =>
        text
          .split('|')
          .flatMap((window) => given(byLine, window))
          .map(({ span, confidence }) => ({ entity: 'X', span, confidence, detector: 'lines' })),
    );
    const update = (text: string): unknown[] => {
      made.length = 0;
      return [[...made], draft.update(text).map(({ confidence }) => confidence), [...made]];
    };
    expect(update('a\nb\na')).toEqual([[], [1, 2, 3], ['a', 'b', 'a']]);
    // The whole window is the same.
    expect(update('a\nb\na')).toEqual([[], [1, 2, 3], []]);
    expect(update('a\nc\nb')).toEqual([[], [3, 1, 2], ['c']]);
    // Of whichever window it was.
    expect(update('e|f\na')).toEqual([[], [1, 2, 3], ['e', 'f']]);
    expect(update('f\ng|h')).toEqual([[], [2, 1, 2], ['g', 'h']]);
    // What the last text did not hold is forgotten.
    expect(update('d')).toEqual([[], [1], ['d']]);
    expect(update('c')).toEqual([[], [1], ['c']]);
  });
});
