import { describe, expect, it } from 'vitest';
import { DETECTORS } from '../../../lib/detectors/catalogue.ts';
import {
  gs1,
  icao,
  isDay,
  luhn,
  mod11x2,
  mod11x10,
  mod37x36,
  modulo,
  plausible,
  verhoeff,
} from '../../../lib/detectors/identifiers/check-digits.ts';
import { IDENTIFIER_DETECTORS, IDENTIFIERS } from '../../../lib/detectors/identifiers/detectors.ts';
import { holdsNumber, type Layout, LONGEST, MOST_GROUPS, parseForms } from '../../../lib/detectors/identifiers/forms.ts';
import { type Identifier, SOURCES } from '../../../lib/detectors/identifiers/identifier.ts';
import { entityOf } from '../../../lib/detectors/identifiers/identify.ts';
import { createEngine } from '../../../lib/scan/engine.ts';
import type { Finding } from '../../../lib/scan/finding.ts';
import { expand, random } from '../../corpus/generate.ts';

const own = createEngine(IDENTIFIER_DETECTORS);
const whole = createEngine(DETECTORS);
const DIGITS = '0123456789';
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** A value of a layout that passes the check, drawn from a seed; null when none is found. */
function sample([id, , , , , , , check]: Identifier, layout: Layout): string | null {
  const next = random(`${id} ${layout.groups.join('-')}`);
  const length = layout.groups.reduce((sum, group) => sum + group, 0);
  const pick = (set: string): string => set[Math.floor(next() * set.length)] as string;
  for (let attempt = 0; attempt < 60_000; attempt++) {
    let value = '';
    for (let place = 0; place < length; place++) {
      const only = layout.only.find(([at]) => at === place)?.[1];
      const set = (layout.digits >> place) & 1 ? DIGITS : (layout.letters >> place) & 1 ? LETTERS : DIGITS + LETTERS;
      value += pick(only ?? set);
    }
    // Dates and the ends of numbers are too rare to be met by chance.
    const day = `${19 + Math.floor(next() * 2)}${pick('0123')}${pick(DIGITS)}0${pick('123456789')}${pick('012')}${pick('12345678')}`;
    const from = Math.floor(next() * length);
    const dated = value.slice(0, from) + day + value.slice(from + day.length);
    for (const each of [value, dated, `${value.slice(0, -3)}001`]) {
      if (each.length === length && fitsOnly(each, layout) && (check === undefined || check(each))) return each;
    }
  }
  return null;
}

function fitsOnly(value: string, { digits, letters, only }: Layout): boolean {
  return [...value].every((character, place) => {
    const list = only.find(([at]) => at === place)?.[1];
    if (list !== undefined) return list.includes(character);
    return !((digits >> place) & 1 && !/\d/.test(character)) && !((letters >> place) & 1 && !/[A-Z]/.test(character));
  });
}

function written(value: string, layout: Layout): string {
  let text = '';
  let at = 0;
  for (const [index, length] of layout.groups.entries()) {
    const joint = layout.joints[index - 1] ?? '';
    const part = value.slice(at, at + length);
    text += joint === '~' ? `(${part})` : joint + part;
    at += length;
  }
  return text;
}

describe('the tables', () => {
  it('hold what was promised: at least 140 identifiers in at least 60 countries', () => {
    expect(IDENTIFIERS.length).toBeGreaterThanOrEqual(140);
    expect(new Set(IDENTIFIERS.map(([id]) => id.slice(0, 2))).size).toBeGreaterThanOrEqual(60);
  });

  it('have ids that are unique and begin with a country', () => {
    const ids = IDENTIFIERS.map(([id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z]{2}(-[a-z0-9]+)+$/);
  });

  it.each(IDENTIFIERS.map((row) => [row[0], row] as const))('%s has a source, words and forms that can be read', (_, row) => {
    const [, , proof, form, words, name, source, check] = row;
    expect(SOURCES[source] ?? source).toMatch(/https?:\/\/|^GB /);
    expect(name.length).toBeGreaterThan(1);
    for (const word of words.split(',')) expect(word.trim()).toBe(word);
    const layouts = parseForms(form);
    expect(layouts.length).toBeGreaterThan(0);
    for (const { groups } of layouts) {
      expect(groups.length).toBeLessThanOrEqual(MOST_GROUPS);
      expect(groups.reduce((sum, group) => sum + group, 0)).toBeLessThanOrEqual(LONGEST);
      for (const group of groups) expect(group).toBeGreaterThan(0);
    }
    // Whoever claims a proof has a check, or a shape that says enough by itself.
    if (/^[ABC]/.test(proof)) expect(check).toBeDefined();
  });
});

describe.each(IDENTIFIERS.map((row) => [row[0], row] as const))('%s', (id, row) => {
  const layouts = parseForms(row[3]);
  const layout = layouts.find(({ groups }) => groups.length > 1) ?? (layouts[0] as Layout);
  const value = sample(row, layout);

  it('is found near its own word, with its type and exact span', () => {
    expect(value, 'no value passes the check').not.toBeNull();
    const text = `${(row[4].split(',')[0] as string).trim()}: ${written(value as string, layout)}`;
    const start = text.length - written(value as string, layout).length;
    const found = own.scan(text).filter(({ span }) => span.start === start && span.end === text.length);
    expect(
      found.flatMap(({ entity, also }) => [entity, ...(also ?? [])]),
      text,
    ).toContain(entityOf(id));
  });

  it('is taken for itself with a wrong check digit only directly behind its name, and barely', () => {
    const [, , proof, , words, , , check] = row;
    if (check === undefined || value === null || proof.endsWith('?')) return;
    const last = value.slice(-1);
    const wrong = [...DIGITS, ...LETTERS]
      .map((other) => value.slice(0, -1) + other)
      .find((other) => /\d/.test(last) === /\d/.test(other.slice(-1)) && !check(other));
    if (wrong === undefined) return;
    const confidenceBehind = (name: string): number => {
      const text = `${name} ${written(wrong, layout)}`;
      const isIt = ({ span, entity, also = [] }: Finding): boolean =>
        span.start === text.length - written(wrong, layout).length && span.end === text.length && [entity, ...also].includes(entityOf(id));
      return Math.max(0, ...own.scan(text).flatMap((found) => (isIt(found) ? [found.confidence] : [])));
    };
    expect(confidenceBehind(`${words.split(',')[0]}:`)).toBeLessThanOrEqual(0.5);
    expect(confidenceBehind(`${words.split(',')[0]} was asked for and then the other thing, which read`)).toBe(0);
  });
});

it.each([
  ['ddd ddd', true],
  ['dd-dd-dd|dddddd', false],
  ['aad{2,6}', false],
  ['aad{3,6}', true],
  ['d[0-9]d', true],
  ['d[A-C]d', false],
  ['(A|dd)d', false],
  ['(A|B)d{4}', true],
])('%s always has room for three digits in a row: %s', (form, expected) => {
  expect(holdsNumber(form)).toBe(expected);
});

describe('what is no identifier', () => {
  const slots = [
    'Order {{digit:10}} was shipped, invoice {{digit:8}}, tracking {{digit:12}}.',
    'order #{{digit:9}} and order {{digit:11}} of customer group 7',
    '2026-11-{{digit:2}}T10:{{digit:2}}:{{digit:2}}.{{digit:3}}Z took {{digit:13}} ns, epoch 17325{{digit:5}} or 17325{{digit:8}}',
    'version 12.{{digit:3}}.{{digit:4}} build 2026{{digit:4}}.{{digit:2}} of v{{digit:1}}.{{digit:2}}.{{digit:6}}',
    '{{hex:8}}-{{hex:4}}-4{{hex:3}}-a{{hex:3}}-{{hex:12}}',
    'commit {{hex:40}} sha256:{{hex:64}} md5 {{hex:32}} short {{hex:7}} {{hex:9}} {{hex:12}}',
    'snowflake {{digit:18}} and {{digit:19}}, trace {{digit:20}}',
    'call +49 30 {{digit:8}} or (415) 555-{{digit:4}} or 0171 {{digit:7}} please',
    'fax 020 7946 {{digit:4}}, mobile 07700 {{digit:6}}, desk {{digit:5}}',
    'ISBN 978-3-16-{{digit:6}}-0, EAN {{digit:13}}, SKU {{upper:3}}-{{digit:6}}',
    'at offset {{digit:9}} of {{digit:10}} bytes, port {{digit:5}}, pid {{digit:6}}',
    '192.168.{{digit:2}}.{{digit:2}} 10.0.{{digit:2}}.{{digit:2}}:{{digit:4}} took {{digit:3}} ms',
    'SELECT * FROM t WHERE id = {{digit:9}} AND ref = {{digit:11}} LIMIT {{digit:3}}',
    'chunk-{{base62:12}}.js?v={{digit:10}}&t={{digit:13}}',
    '{"id": {{digit:10}}, "user_id": {{digit:9}}, "ts": {{digit:13}}, "hash": "{{base62:16}}"}',
  ];
  const cases = slots.flatMap((template, index) => Array.from({ length: 40 }, (_, n) => expand(template, `counter ${index} ${n}`)));

  it.each(slots.map((template, index) => [template, index] as const))('%s', (_, index) => {
    const acted = cases
      .slice(index * 40, index * 40 + 40)
      .flatMap((text) =>
        own
          .scan(text)
          .flatMap(({ entity, span, confidence }) =>
            confidence >= 0.5 ? [`${entity} ${text.slice(span.start, span.end)} in ${text}`] : [],
          ),
      );
    expect(acted).toEqual([]);
  });

  it.each(['auth0Domain', 'base64Encode', 'const utf8Decoder = 1', 'h264Stream2'])(
    '%s is a name, even where a text holds nothing else',
    (text) => {
      expect(own.scan(text)).toEqual([]);
    },
  );

  it('is left alone by all detectors at once, but for telephone numbers', () => {
    const acted = cases.flatMap((text) =>
      whole
        .scan(text)
        .flatMap(({ entity, span, confidence }) =>
          confidence >= 0.5 && entity !== 'PHONE' ? [`${entity} ${text.slice(span.start, span.end)} in ${text}`] : [],
        ),
    );
    expect(acted).toEqual([]);
  });
});

describe('check digits', () => {
  it.each<[string, (value: string) => boolean, string, string]>([
    ['Luhn', luhn, '79927398713', '79927398710'],
    ['GS1', gs1, '4006381333931', '4006381333930'],
    ['Verhoeff', verhoeff, '2363', '2364'],
    ['ISO 7064 MOD 11,10', mod11x10, '07945', '07946'],
    ['ISO 7064 MOD 11-2', mod11x2, '07940', '07941'],
    ['ISO 7064 MOD 37,36', mod37x36, 'A12425GABC1234002M', 'A12425GABC1234002N'],
    ['ICAO 9303', icao, 'L898902C36', 'L898902C37'],
  ])('%s', (_, check, right, wrong) => {
    expect(check(right)).toBe(true);
    expect(check(wrong)).toBe(false);
  });

  it('knows the days of the calendar', () => {
    expect([isDay(2024, 2, 29), isDay(2023, 2, 29), isDay(1900, 2, 29), isDay(0, 2, 29), isDay(90, 13, 1), isDay(90, 4, 31)]).toEqual([
      true,
      false,
      false,
      true,
      false,
      false,
    ]);
  });

  it('reads letters as two digits', () => {
    expect(modulo('3214282912345698765432161182', 97)).toBe(1);
    expect(modulo('A', 97)).toBe(10);
  });

  it('knows what nobody is given', () => {
    expect([
      plausible('111111111'),
      plausible('123456789'),
      plausible('111111112'),
      plausible('600000000'),
      plausible('457555462'),
    ]).toEqual([false, false, false, false, true]);
  });
});
