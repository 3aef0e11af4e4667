import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnchoredDetector, NamedDetector } from '../../../lib/scan/detector.ts';
import { createEngine } from '../../../lib/scan/engine.ts';
import { compile, LOOKS_AFTER, NEAR_AFTER, NEAR_BEFORE, Pass, splitsPair, wholePairs } from '../../../lib/scan/pass.ts';

/** Values that a detector of the word "acme" was asked about in `text`. */
function asked(text: string, word = 'acme'): string[] {
  const seen = new Set<string>();
  const detector: NamedDetector = {
    kind: 'named',
    id: 'acme-key',
    entity: 'ACME_KEY',
    source: 'test',
    words: [word],
    match: (subject, at) => {
      const value = /^\S{0,40}/.exec(subject.slice(at))?.[0] ?? '';
      seen.add(value);
      return null;
    },
    judge: () => null,
  };
  createEngine([detector]).scan(text);
  return [...seen];
}

const VALUE = 'v4lu3v4lu3';

describe('a named detector', () => {
  it('reaches so far', () => {
    // Detectors are written for these; `busy` and the documents depend on them.
    expect([NEAR_BEFORE, NEAR_AFTER]).toEqual([140, 110]);
  });

  it.each([
    `acme ${VALUE}`,
    `ACME_KEY=${VALUE}`,
    `my_acme: ${VALUE}`,
    `acme-api (${VALUE} )`,
    `myAcme = ${VALUE}`,
    `MYacme = ${VALUE}`,
    `acmeKey = ${VALUE}`,
    `ACMEkey = ${VALUE}`,
    `acmekey = ${VALUE}`,
    `acmeapp = ${VALUE}`,
    `acmetoken = ${VALUE}`,
    `acmesecret = ${VALUE}`,
    `acmepassword = ${VALUE}`,
    `acmeclient = ${VALUE}`,
    `acmeuser = ${VALUE}`,
    `acmeaccount = ${VALUE}`,
    `acmeid = ${VALUE}`,
    `acmeprivate = ${VALUE}`,
    `acmeauth = ${VALUE}`,
    `acmeaccess = ${VALUE}`,
    `acme2 = ${VALUE}`,
    `2acme = ${VALUE}`,
    `(acme) ${VALUE}`,
    `2ACME = ${VALUE}`,
    `acmeZone = ${VALUE}`,
    `ACMEzone = ${VALUE}`,
    `and many other words, acmekey = ${VALUE}`,
  ])('knows its word in %j', (text) => {
    expect(asked(text)).toContain(VALUE);
  });

  it.each([
    `xacme ${VALUE}`,
    `acmes ${VALUE}`,
    `XACME ${VALUE}`,
    `ACMES ${VALUE}`,
    `tacmed ${VALUE}`,
    `acm e ${VALUE}`,
    `acmexkey ${VALUE}`,
    `zacme ${VALUE}`,
    `acmez ${VALUE}`,
    `ZACME ${VALUE}`,
    `ACMEZ ${VALUE}`,
    `ACMEA ${VALUE}`,
  ])('takes no longer word for its own: %j', (text) => {
    expect(asked(text)).toEqual([]);
  });

  it('whose word ends with no letter stands before anything', () => {
    expect(asked(`acme_x ${VALUE}`, 'acme_')).toContain(VALUE);
    expect(asked(`acme-${VALUE}`, 'acme-')).toContain(VALUE);
    expect(asked(`acme_${VALUE}`, 'acme_')).toContain(VALUE);
  });

  it('looks at values after its word, up to a distance', () => {
    const gapAfter = (gap: number): string[] => asked(`acme${' '.repeat(gap)}${VALUE}`);
    expect(gapAfter(1)).toEqual([VALUE]);
    expect(gapAfter(NEAR_AFTER - 1)).toEqual([VALUE]);
    expect(gapAfter(NEAR_AFTER)).toEqual([]);
  });

  it('looks at values before its word, up to a distance', () => {
    const gapBefore = (gap: number): string[] => asked(`${VALUE}${' '.repeat(gap)}acme`);
    expect(gapBefore(1)).toEqual([VALUE]);
    expect(gapBefore(NEAR_BEFORE - VALUE.length)).toEqual([VALUE]);
    expect(gapBefore(NEAR_BEFORE + 1)).toEqual([]);
    // A value that only ends within reach does not begin there.
    expect(gapBefore(NEAR_BEFORE - VALUE.length + 1)).toEqual([]);
  });

  it('looks at four lines after its word and one before', () => {
    expect(asked(`acme\n${VALUE}`)).toEqual([VALUE]);
    expect(asked(`acme\n\n\n${VALUE}`)).toEqual([VALUE]);
    expect(asked(`acme\n\n\n\n${VALUE}`)).toEqual([]);
    expect(asked(`${VALUE}\nacme`)).toEqual([VALUE]);
    expect(asked(`${VALUE}\n\nacme`)).toEqual([]);
    expect(asked(`${VALUE} on\nthe acme`)).toEqual([VALUE]);
  });

  it('looks at values of eight characters or more, or with the marks of values', () => {
    expect(asked('acme 12345678')).toEqual(['12345678']);
    expect(asked('acme 1234567')).toEqual([]);
    expect(asked('acme a1-b2_c3')).toEqual(['a1-b2_c3']);
    for (const mark of '.+/=~:!*$@%&#^') expect(asked(`acme a1${mark}b`)).toContain(`a1${mark}b`);
    for (const mark of ' ,;"\'()<>|\\`{}[]?') expect(asked(`acme a1${mark}b`)).toEqual([]);
    expect(asked('acme a1')).toEqual([]);
  });

  it('begins values at borders of words and after hyphens and underscores', () => {
    expect(asked('acme xx-abcdefgh')).toEqual(['xx-abcdefgh', 'abcdefgh']);
    expect(asked('acme xx_abcdefgh')).toEqual(['xx_abcdefgh', 'abcdefgh']);
    expect(asked('acme:abcdefgh')).toEqual(['abcdefgh']);
    expect(asked('acme"abcdefghij"')).toEqual(['abcdefghij"']);
    // Right behind its own word, even without a border.
    expect(asked('acme2345678')).toEqual([]);
    expect(asked('acme23456789')).toEqual(['23456789']);
    expect(asked('acme é1234567890')).toEqual(['1234567890']);
  });

  it('reports what it judges likely, with whole spans', () => {
    const detector: NamedDetector = {
      kind: 'named',
      id: 'acme-key',
      entity: 'ACME_KEY',
      source: 'test',
      words: ['acme', 'acme corp'],
      match: (text, at) => (/^[a-z]{8}\d/.test(text.slice(at)) ? { start: at, end: at + 9 } : null),
      judge: (text, value, word) => {
        expect(text.slice(word.start, word.end).toLowerCase()).toBe(value.start > word.start ? 'acme' : text.slice(word.start, word.end));
        const gap = value.start - word.end;
        return gap > 40 ? null : gap > 20 ? 0.2 : 0.7;
      },
    };
    const engine = createEngine([detector]);
    const found = (gap: number) => engine.scan(`acme${' '.repeat(gap)}abcdefgh1`);
    expect(found(3)).toEqual([{ entity: 'ACME_KEY', detector: 'acme-key', confidence: 0.7, span: { start: 7, end: 16 } }]);
    expect(found(30)).toEqual([]); // below the floor
    expect(found(50)).toEqual([]); // nothing to do with each other
  });

  it('finds no value of no length', () => {
    const detector: NamedDetector = {
      kind: 'named',
      id: 'acme-key',
      entity: 'ACME_KEY',
      source: 'test',
      words: ['acme'],
      match: (_, at) => ({ start: at, end: at }),
      judge: () => 0.9,
    };
    expect(createEngine([detector]).scan(`acme ${VALUE}`)).toEqual([]);
  });

  it('shares its word with others', () => {
    const seen: string[] = [];
    const of = (id: string): NamedDetector => ({
      kind: 'named',
      id,
      entity: id,
      source: 'test',
      words: ['acme'],
      match: (_, at) => {
        seen.push(`${id} ${at}`);
        return null;
      },
      judge: () => null,
    });
    createEngine([of('one'), of('two')]).scan('acme 12345678');
    expect(seen).toEqual(['one 5', 'two 5']);
  });
});

function anchored(more: Partial<AnchoredDetector>): AnchoredDetector {
  return {
    kind: 'anchored',
    id: 'x',
    entity: 'X',
    source: 'test',
    anchors: { literals: ['@@'] },
    pattern: /@@\w{3}/y,
    confidence: 0.8,
    ...more,
  };
}

function found(detector: AnchoredDetector, text: string): string[] {
  return createEngine([detector])
    .scan(text)
    .map(({ span, confidence }) => `${text.slice(span.start, span.end)} ${confidence}`);
}

describe('an anchored detector', () => {
  it('begins at its anchor', () => {
    expect(found(anchored({}), 'ab @@abc @@de @@fgh')).toEqual(['@@abc 0.8', '@@fgh 0.8']);
  });

  it('is tried only where it is worth it', () => {
    const tried: number[] = [];
    const pattern = (_: string, at: number) => {
      tried.push(at);
      return { start: at, end: at + 5 };
    };
    expect(found(anchored({ pattern, worth: (text, at) => text[at + 2] !== 'x' }), '@@xbc @@abc')).toEqual(['@@abc 0.8']);
    expect(tried).toEqual([6]);
    // Where its lead begins.
    const lead = { of: 'ab', min: 0, max: 4 };
    expect(found(anchored({ lead, pattern: /[ab]*@@\w{3}/y, worth: (text, at) => text[at] === 'a' }), 'ba@@xyz ab@@xyz')).toEqual([
      'ab@@xyz 0.8',
    ]);
  });

  it('may name what it finds', () => {
    const name = (text: string, { start }: { start: number }) =>
      text[start + 2] === 'x'
        ? null
        : { entity: `OF_${text[start + 2]}`, confidence: 0.6, ...(text[start + 3] === 'm' ? { also: ['MORE'] } : {}) };
    const detector = anchored({ name, pattern: /@@\w[\w@]{2,9}/y, context: { raise: { en: ['code'] } } });
    const named = (text: string): string[] =>
      createEngine([detector])
        .scan(text)
        .map(({ entity, confidence, span, also }) => [entity, confidence, `${span.start}-${span.end}`, ...(also ?? [])].join(' '));
    expect(named('@@abc')).toEqual(['OF_a 0.6 0-5']);
    expect(named('@@amc')).toEqual(['OF_a 0.6 0-5 MORE']);
    expect(named('code @@abc')).toEqual(['OF_a 0.8 5-10']);
    expect(named('@@xbc')).toEqual([]);
    // Not inside its last match, but inside what it did not name.
    expect(named('@@ab@@cd')).toEqual(['OF_a 0.6 0-8']);
    expect(named('@@xb@@cde')).toEqual(['OF_c 0.6 4-9']);
    expect(createEngine([detector]).scan('@@abc')[0]).not.toHaveProperty('also');
    const pass = new Pass('@@abc', [compile(detector)], 0, true);
    pass.tryAt(0, 0);
    expect(pass.trace?.matches).toEqual([0, 0, 5]);
  });

  it('counts from the floor on', () => {
    expect(found(anchored({ confidence: 0.25 }), '@@abc')).toEqual(['@@abc 0.25']);
    expect(found(anchored({ confidence: 0.24 }), '@@abc')).toEqual([]);
  });

  it('has as much before it as its lead asks for, whatever its pattern says', () => {
    const detector = anchored({ lead: { of: 'abc', min: 2, max: 4 }, pattern: /[abc]*@@\w{3}/y });
    expect(found(detector, 'xb@@xyz')).toEqual([]);
    expect(found(detector, 'xab@@xyz b@@xyz')).toEqual(['ab@@xyz 0.8']);
  });

  it('walks left over its lead', () => {
    const lead = { of: 'abc', min: 2, max: 4 };
    const detector = anchored({ lead, pattern: /[abc]{2,9}@@\w{3}/y });
    expect(found(detector, 'xab@@xyz')).toEqual(['ab@@xyz 0.8']);
    expect(found(detector, 'xb@@xyz')).toEqual([]); // fewer than two
    expect(found(detector, 'cabcabc@@xyz')).toEqual(['cabc@@xyz 0.8']); // at most four
    expect(found(detector, 'ab@@xyz')).toEqual(['ab@@xyz 0.8']); // at the beginning
    expect(found(detector, 'aж@@xyz')).toEqual([]);
  });

  it('does not look again inside its last match', () => {
    let runs = 0;
    const pattern = (text: string, at: number) => {
      runs++;
      const value = /^@@[\w@]+/.exec(text.slice(at))?.[0];
      return value ? { start: at, end: at + value.length } : null;
    };
    expect(found(anchored({ pattern }), '@@ab@@cd @@ef')).toEqual(['@@ab@@cd 0.8', '@@ef 0.8']);
    expect(runs).toBe(2);
    // Nor does its lead reach back into it.
    const lead = { of: 'abcd@', min: 0, max: 9 };
    expect(found(anchored({ lead, pattern: /[a-d@]{0,3}@@[a-d]{1,2}/y }), '@@ab@@cd')).toEqual(['@@ab 0.8', '@@cd 0.8']);
  });

  it('narrows to a value', () => {
    expect(found(anchored({ pattern: /@@(?<value>\w{2})\w/dy }), '@@abc')).toEqual(['ab 0.8']);
    expect(found(anchored({ pattern: /@@(?<value>\w{2})?\W/dy }), '@@ .')).toEqual(['@@  0.8']);
    expect(found(anchored({ pattern: /@@\w{3}/dy }), '@@abc')).toEqual(['@@abc 0.8']);
  });

  it('is checked', () => {
    const validate = (text: string, span: { start: number; end: number }) => {
      const value = text.slice(span.start, span.end);
      return value === '@@bad' ? null : value === '@@low' ? 0.1 : 0.95;
    };
    expect(found(anchored({ validate }), '@@bad @@low @@abc')).toEqual(['@@abc 0.95']);
    // What is rejected is tried again further on.
    expect(found(anchored({ pattern: /@@[\w@]{3,9}/y, validate: (_, { start }) => (start === 0 ? null : 0.5) }), '@@a@@bcd')).toEqual([
      '@@bcd 0.5',
    ]);
  });

  it('reads its context', () => {
    const context = { raise: { en: ['code'] }, lower: { en: ['sample'] } };
    expect(found(anchored({ context }), 'code @@abc')).toEqual(['@@abc 0.9']);
    expect(found(anchored({ context }), 'sample @@abc')).toEqual(['@@abc 0.4']);
    expect(found(anchored({ context, confidence: 0.3 }), 'sample @@abc')).toEqual([]);
  });

  it('matches nothing of no length', () => {
    expect(found(anchored({ pattern: /(?=@@)/y }), '@@abc')).toEqual([]);
    expect(found(anchored({ pattern: (_, at) => ({ start: at + 2, end: at }) }), '@@abc')).toEqual([]);
    expect(found(anchored({ pattern: () => null }), '@@abc')).toEqual([]);
  });

  it('widens a span that would split a pair', () => {
    const text = '😀@@😀';
    expect(found(anchored({ pattern: (_, at) => ({ start: at - 1, end: at + 3 }) }), text)).toEqual(['😀@@😀 0.8']);
  });
});

describe('a trace', () => {
  const traceOf = (detector: AnchoredDetector, at: number, text = 'x'.repeat(5000)) => {
    const pass = new Pass(text, [compile(detector)], 0, true);
    pass.tryAt(0, at);
    return pass.trace;
  };

  it('tells what looks far', () => {
    const far = (detector: AnchoredDetector): readonly number[] => traceOf(detector, 1000)?.far ?? [];
    expect(far(anchored({ pattern: /@@\w{100}/y }))).toEqual([]);
    expect(far(anchored({ pattern: /@@\w{510}/y }))).toEqual([]);
    expect(far(anchored({ pattern: /@@\w{511}/y }))).toEqual([744, 1000 + 513 + 256]);
    expect(far(anchored({ pattern: () => null }))).toEqual([]);
    expect(far(anchored({ pattern: () => null, reach: LOOKS_AFTER }))).toEqual([]);
    expect(far(anchored({ pattern: () => null, reach: LOOKS_AFTER + 1 }))).toEqual([744, 1000 + LOOKS_AFTER + 1]);
    expect(far(anchored({ lead: { of: 'a', min: 0, max: 256 } }))).toEqual([]);
    expect(far(anchored({ pattern: () => null, lead: { of: 'a', min: 0, max: 257 } }))).toEqual([1000 - 513, 1512]);
    expect(far(anchored({ context: { before: 448 } }))).toEqual([]);
    expect(far(anchored({ pattern: () => null, context: { before: 449 } }))).toEqual([1000 - 513, 1512]);
    expect(far(anchored({ pattern: () => null, context: { before: 300 }, lead: { of: 'a', min: 0, max: 200 } }))).toEqual([
      1000 - 564,
      1512,
    ]);
  });

  it('tells what matched, reported or not', () => {
    const text = `${'x'.repeat(1000)}@@abc${'x'.repeat(1000)}`;
    expect(traceOf(anchored({}), 1000, text)?.matches).toEqual([0, 1000, 1005]);
    expect(traceOf(anchored({ confidence: 0.01 }), 1000, text)?.matches).toEqual([0, 1000, 1005]);
    expect(traceOf(anchored({ validate: () => null }), 1000, text)?.matches).toEqual([]);
    const pass = new Pass(text, [compile(anchored({}))], 2, true);
    pass.tryAt(0, 1000);
    expect(pass.findings).toHaveLength(1);
    expect(pass.cues).toEqual([[], []]);
    expect(new Pass('', [], 0, false).trace).toBeNull();
    pass.tryAt(7, 1000);
    expect(pass.findings).toHaveLength(1);
  });
});

describe('pairs', () => {
  it('are never split', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('\ud83d', '\ude00', 'x', '😀'), maxLength: 8 }), fc.nat(9), fc.nat(9), (text, a, b) => {
        const span = { start: Math.min(a, b, text.length), end: Math.min(Math.max(a, b), text.length) };
        const whole = wholePairs(text, span);
        expect(splitsPair(text, whole.start) || splitsPair(text, whole.end)).toBe(false);
        expect(whole.start === span.start || whole.start === span.start - 1).toBe(true);
        expect(whole.end === span.end || whole.end === span.end + 1).toBe(true);
        if (!splitsPair(text, span.start) && !splitsPair(text, span.end)) expect(whole).toBe(span);
      }),
    );
    expect(splitsPair('😀', 1)).toBe(true);
    expect([splitsPair('😀', 0), splitsPair('😀', 2), splitsPair('\ude00\ud83d', 1), splitsPair('\ud83d', 1)]).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});
