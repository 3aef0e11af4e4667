import { describe, expect, it } from 'vitest';
import { LONG_RUN_LENGTH, runAround } from '../../../../lib/scan/long-run.ts';
import { joined } from '../../../../lib/scan/views/joined.ts';
import { originOf, type View } from '../../../../lib/scan/views/view.ts';

const NOTHING = (): number => -1;

/** Views of all long runs, as a pass asks for them. */
function viewsOf(text: string, found: (at: number) => number = NOTHING): View[] {
  const views: View[] = [];
  for (let at = 0; at < text.length; at++) {
    const { start, end, isValue } = runAround(text, at, 0);
    if (end === start) continue;
    const view = isValue && end - start >= LONG_RUN_LENGTH ? joined(text, start, end, found) : null;
    if (view) views.push(view);
    at = end;
  }
  return views;
}

/** The pieces put together, without what stands round them; each view of the text in turn. */
function whole(text: string, found?: (at: number) => number): string[] {
  return viewsOf(text, found).map(({ text: plain, starts, from, to }) =>
    plain.slice(
      starts.findIndex((start) => start >= from),
      starts.findLastIndex((start) => start < to) + 1,
    ),
  );
}

const A = 'tok_A1b2C3d4E5f6g7';
const B = 'H8i9J0k1L2m3N4o5p6';
const WIDE = `${'x '.repeat(30)}${A}`;

describe('literals', () => {
  it.each([
    [`"${A}" + "${B}"`],
    [`"${A}"+"${B}"`],
    [`'${A}' . '${B}'`],
    [`'${A}'.'${B}'`],
    [`"${A}" & "${B}"`],
    [`"${A}" &\n  "${B}"`],
    [`'${A}' || '${B}'`],
    [`"${A}" <> "${B}"`],
    [`"${A}" "${B}"`],
    [`("${A}"\n    "${B}")`],
    [`"${A}" +\r\n\t"${B}"`],
    [`"${A}"\n  + "${B}"`],
    [`"${A}" \\\n  "${B}"`],
    [`b'${A}' b'${B}'`],
    [`\`${A}\` + \`${B}\``],
  ])('%j are one', (text) => {
    expect(whole(text)).toEqual([A + B]);
  });

  it('are one, be the pieces short or long, few or many', () => {
    expect(whole(`"to" + "k_" + "A1b2C3d4E5f6g7x" + "y"`)).toEqual(['tok_A1b2C3d4E5f6g7xy']);
    expect(whole(`"${A}" + "${B}" + "${B}"`)).toEqual([A + B + B]);
    expect(whole(`"a" + "b" + "c" + "d" + "e" + "${A}"`)).toEqual([`bcde${A}`]);
  });

  it('are put together once, be there several long runs in a piece', () => {
    expect(whole(`"${A}/${A}" + "${B}.${B}"`)).toEqual([`${A}/${A}${B}.${B}`]);
  });

  it.each([
    [`"${A}", "${B}"`],
    [`"${A}" + '${B}'`],
    [`"${A}" - "${B}"`],
    [`"${A}" + name + "${B}"`],
    [`"${A}": "${B}"`],
    [`"${A}"\n\n"${B}"`],
    [`"${A} " + "${B}"`],
    [`"${A}" + " ${B}"`],
    [`"${A}" + ""`],
  ])('%j are several, or parts of sentences', (text) => {
    expect(whole(text)).toEqual([]);
  });
});

describe('markup', () => {
  it.each([`${A}<wbr>${B}`, `${A}<b>${B}</b>`, `<b>${A}</b>${B}`, `${A}</span><span class="x">${B}</span>`])(
    'in %j is taken out',
    (text) => {
      expect(whole(text)).toEqual([A + B]);
    },
  );

  it.each([`${A}</td><td>${B}`, `${A}<p>${B}`, `${A} <b>${B}</b>`, `${A}<b> ${B}</b>`])('%j holds two', (text) => {
    expect(whole(text)).toEqual([]);
  });
});

describe('lines', () => {
  it.each([
    ['\n'],
    ['\r\n'],
    ['\n    '],
    ['  \n'],
    ['\\\n'],
    ['\n> '],
    ['\n> > '],
    [' |\n| '],
    ['\n# '],
    ['\n * '],
    ['\n// '],
    ['\n 13: '],
    ['\n13| '],
    ['<br>\n'],
    ['<br />'],
  ])('%j cuts a value', (joint) => {
    expect(whole(A + joint + B)).toEqual([A + B]);
    expect(whole(WIDE + joint + B)).toEqual([A + B]);
  });

  it('of one value are few where they are short, and may be many where they are long', () => {
    expect(whole(`${A}\n${B}\n${B}`)).toEqual([]);
    const line = `${A}${B}${A}${B}`;
    expect(whole(`${line}\n${line}\n${B}`)).toEqual([line + line + B]);
    expect(whole(`${`${line}\n`.repeat(31)}${B}`)).toHaveLength(1);
    expect(whole(`${`${line}\n`.repeat(32)}${B}`)).toEqual([]);
  });

  it('hold a short first piece only where they are long, or it is assigned to a name', () => {
    expect(whole(`${'x '.repeat(30)}tok_A1\n${B}`)).toEqual([`tok_A1${B}`]);
    expect(whole(`tok_A1\n${B}`)).toEqual([]);
    expect(whole(`key = tok_A1\n${B}`)).toEqual([`tok_A1${B}`]);
    expect(whole(`key: "tok_A1\n${B}`)).toEqual([`tok_A1${B}`]);
    expect(whole(`key = token\n${B}`)).toEqual([]);
    expect(whole(`key = tok_A1\nB2c3d4`)).toEqual([]);
    expect(whole(`${'x '.repeat(30)}token\n${B}`)).toEqual([]);
  });

  it.each([
    ['word', 'production'],
    ['word with a capital', 'Production'],
    ['short word', 'a1b'],
    ['label', 'region1:'],
    ['assignment', 'REGION_1=eu'],
    ['assignment with blanks', 'region_1 = eu'],
    ['blank line', `\n${B}`],
  ])('end before a %s', (_, next) => {
    expect(whole(`${A}\n${next}`)).toEqual([]);
    expect(whole(`${WIDE}\n${next}`)).toEqual([]);
  });

  it('end behind a label', () => {
    expect(whole(`API_KEY_1234567890:\n${B}`)).toEqual([]);
  });

  it('end where the next one holds what is found by itself', () => {
    expect(whole(`${A}\n${B}`, (at) => (at >= A.length + 1 ? 99 : -1))).toEqual([]);
  });

  it('end behind what is found, unless the line is full and much follows', () => {
    const isFound = (text: string) => (at: number) => (at < text.indexOf('\n') ? text.indexOf('\n') : -1);
    const [narrow, wide, wideShort] = [`${A}\n${B}`, `${WIDE}\n${B}`, `${WIDE}\na1b2c3d`];
    expect(whole(narrow, isFound(narrow))).toEqual([]);
    expect(whole(wide, isFound(wide))).toEqual([A + B]);
    expect(whole(wideShort, isFound(wideShort))).toEqual([]);
    expect(whole(wideShort)).toEqual([`${A}a1b2c3d`]);
  });

  it('hold one value where what is found goes on over them', () => {
    expect(whole(`"${A}" + "${B}"`, () => 99)).toEqual([]);
    expect(whole(`"${A}" + "${B}"`, (at) => (at < 19 ? 19 : -1))).toEqual([A + B]);
  });

  it('ask for more confidence than literals', () => {
    expect(viewsOf(`${A}\n${B}`)[0]?.least).toBe(0.7);
    expect(viewsOf(`"${A}" + "${B}"`)[0]?.least).toBe(0.5);
  });
});

describe('a view', () => {
  it('keeps the words round it, but none in part', () => {
    const text = `${'long-word '.repeat(20)}key="${A}" + "${B}"; ${'other-word '.repeat(20)}`;
    const [view] = viewsOf(text);
    expect(view?.text).toMatch(new RegExp(`^(?:long-word )+key="${A}${B}"; (?:other-word ?)+$`));
    expect(view?.text.length).toBeLessThanOrEqual(A.length + B.length + 2 * 128);
  });

  it('leads back to the whole of the pieces', () => {
    const text = `key = "${A}" + "${B}";`;
    const [view] = viewsOf(text);
    const at = view?.text.indexOf(A + B) ?? -1;
    expect(view && text.slice(...Object.values(originOf(view, { start: at, end: at + A.length + B.length })))).toBe(`${A}" + "${B}`);
  });

  it('is made of pieces of at most 8,192 characters', () => {
    const long = `${A}${'Z9'.repeat(180)}`;
    const literals = (count: number): string => Array.from({ length: count }, () => `"${long}"`).join(' + ');
    expect(whole(literals(21)).map(({ length }) => length)).toEqual([21 * long.length]);
    expect(whole(literals(22)).length).toBe(0);
  });
});
