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
  it('are one, be the pieces short or long, few or many', () => {
    expect(whole(`"to" + "k_" + "A1b2C3d4E5f6g7x" + "y"`)).toEqual(['tok_A1b2C3d4E5f6g7xy']);
    expect(whole(`"${A}" + "${B}" + "${B}"`)).toEqual([A + B + B]);
    expect(whole(`"a" + "b" + "c" + "d" + "e" + "${A}"`)).toEqual([`bcde${A}`]);
  });

  it('are one where they are compared', () => {
    expect(whole(`"${A}" + "${B}" == key`)).toEqual([A + B]);
    expect(whole(`"${A}"\n"${B}"\n= 5`)).toEqual([A + B]);
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
    [`key = "${A}"\n  "${B}" = 5`],
    [`'${A}'\n'${B}' => 5`],
    [`"${A}"\n"${B}": 5`],
  ])('%j are several, or parts of sentences', (text) => {
    expect(whole(text)).toEqual([]);
  });
});

/** What may stand between two literals, quotes left out. */
const OPERATORS = [' + ', '+', ' . ', ' & ', ' || ', ' <> ', ' ', '', '\n    ', ' +\r\n\t', '\n  + ', ' \\\n  ', ' b', ' + f'];
const MARKUP = [
  '<wbr>',
  '<wbr/>',
  '<b>',
  '</em><strong>',
  '</span><span class="x y">',
  '<i><b><u><em><code><mark>',
  '<font color="#123456">',
];
const LINE_ENDS = [
  '\n',
  '\r\n',
  '\n    ',
  '  \n\t',
  '\\\n',
  '\n> ',
  '\r\n> > ',
  ' |\n| ',
  '\n# ',
  '\n * ',
  '\n// ',
  '\n 13: ',
  '\n13| ',
  '<br>\n',
  '<br/>',
  '<br />\r\n',
];
const JOINTS = [...OPERATORS.map((operator) => `"${operator}"`), ...["' + '", '` + `'], ...MARKUP, ...LINE_ENDS];
const quoted = (joint: string, text: string): string => (/^["'`]/.test(joint) ? joint[0] + text + joint.at(-1) : text);

describe.each(JOINTS)('with %j', (joint) => {
  it('two pieces are one, and nothing else stands for itself', () => {
    expect(whole(`it is ${quoted(joint, A + joint + B)} here`)).toEqual([A + B]);
    expect(whole(quoted(joint, A + joint + B))).toEqual([A + B]);
  });

  it('a short piece in front belongs to it, and one at the end', () => {
    expect(whole(`key = ${quoted(joint, `tok_A1${joint}${B}`)}`)).toEqual([`tok_A1${B}`]);
    expect(whole(`key = ${quoted(joint, `${A}${joint}b1c2`)}`)).toEqual([`${A}b1c2`]);
  });

  it('many pieces are put together once, where lines are long', () => {
    const wide = `${A}${B}${A}${B}`;
    expect(whole(quoted(joint, [wide, wide, wide, B].join(joint)))).toEqual([wide + wide + wide + B]);
  });
});

describe('markup', () => {
  it('of more than six tags parts two values', () => {
    expect(whole(`tok_A1${'<b>'.repeat(6)}${B}`)).toEqual([`tok_A1${B}`]);
    expect(whole(`tok_A1${'<b>'.repeat(7)}${B}`)).toEqual([]);
    expect(whole(`${A}${'<b>'.repeat(7)}${B}`)).toEqual([]);
  });

  it.each([`${A}</td><td>${B}`, `${A}<p>${B}`, `${A} <b>${B}</b>`, `${A}<b> ${B}</b>`])('%j holds two', (text) => {
    expect(whole(text)).toEqual([]);
  });
});

describe('lines', () => {
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
    expect(whole(`KEY=tok_A1\n${B}`)).toEqual([`KEY=tok_A1${B}`]);
    expect(whole(`key:\t'tok_A1\n${B}`)).toEqual([`tok_A1${B}`]);
    expect(whole(`key, tok_A1\n${B}`)).toEqual([]);
    expect(whole(`arn:aws:1234\n${B}`)).toEqual([]);
    expect(whole(`key: a tok_A1\n${B}`)).toEqual([]);
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
    expect(whole(`API_KEY_1234567890=\n${B}`)).toEqual([]);
  });

  it('go on with what only looks like an assignment', () => {
    expect(whole(`${A}\n${B}==`)).toEqual([`${A + B}==`]);
    expect(whole(`${A}\n${B} is: `)).toEqual([A + B]);
    expect(whole(`${A}\n${B}  : `)).toEqual([]);
  });

  it('end where the next one holds what is found by itself', () => {
    expect(whole(`${A}\n${B}`, (at) => (at >= A.length + 1 ? 99 : -1))).toEqual([]);
  });

  it('end behind what is found, unless the line is full and much follows', () => {
    const isFound = (text: string) => (at: number) => (at < text.indexOf('\n') ? text.indexOf('\n') : -1);
    const [narrow, wide, wideShort] = [`${A}\n${B}`, `${WIDE}\n${B}`, `${WIDE}\na1b2c3d`];
    const eight = `${WIDE}\na1b2c3d4`;
    expect(whole(eight, isFound(eight))).toEqual([`${A}a1b2c3d4`]);
    expect(whole(narrow, isFound(narrow))).toEqual([]);
    expect(whole(`${A}\n${B}`, (at) => (at === A.length - 1 ? A.length : -1))).toEqual([]);
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
    expect(viewsOf(`key = tok_A1\n${B}`)[0]?.least).toBe(0.7);
    expect(viewsOf(`"${A}" + "${B}"`)[0]?.least).toBe(0.5);
  });
});

describe('a short piece in front', () => {
  it.each([
    ['"tok_A1" rub "'],
    ['tok_A1<td>'],
    ['tok_A1 <b>'],
    ['key = tok_A1\n## 13 '],
    ['key = tok_A1\n\n'],
    ['key = tok_A1\nis '],
    ['key = tok_A1 or '],
    ['<b>'],
    ['> '],
    ['\n'],
    ['"'],
    [`tok_A1${' '.repeat(200)}\n`],
  ])('is none in %j', (before) => {
    expect(whole(`${before}${B}"`)).toEqual([]);
  });

  it('is one at the begin of a quoted line', () => {
    expect(whole(`key = tok_A1\n>${B}`)).toEqual([`tok_A1${B}`]);
  });
});

describe('a piece', () => {
  it('is looked at for 400 characters on either side', () => {
    const dots = (count: number): string => '.'.repeat(count);
    expect(whole(`"${dots(300)}${A}" + "${B}"`)).toEqual([dots(300) + A + B]);
    expect(whole(`"${A}${dots(382)}" + "${B}"`)).toEqual([A + dots(382) + B]);
    // Of a longer one, the end.
    expect(whole(`"${A}${dots(401)}" + "${B}"`)).toEqual([dots(400) + B]);
    expect(whole(`"tok" + "${dots(401)}${A}" + "${B}"`)).toEqual([dots(400) + A + B]);
  });

  it('that is long, or looks like no value, is no run to begin with', () => {
    expect(whole(`"tok_A1b2C3d4E5" + "${B}"`)).toEqual([`tok_A1b2C3d4E5${B}`]);
    expect(whole(`"some-ordinary-name" + "${B}"`)).toEqual([`some-ordinary-name${B}`]);
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
