import { describe, expect, it } from 'vitest';
import { foldedStretches } from '../../../../lib/scan/views/folded.ts';

/** What the one stretch of a text reads. */
function folded(text: string): string {
  return foldedStretches(text)
    .map((view) => view.text)
    .join(' | ');
}

describe('what looks like ASCII', () => {
  it.each<[string, string, string]>([
    ['Cyrillic', 'раѕѕwоrd', 'password'],
    ['Greek', 'ΡΑΣΕ', 'PAEE'],
    ['Armenian', 'օս', 'ou'],
    ['Cherokee', 'ᎪᏴ', 'AB'],
    ['full width', 'ＡＺａｚ０９＿', 'AZaz09_'],
    ['mathematical letters', '𝐀𝐳𝟗', 'Az9'],
    ['letters in circles', 'ⓟⓐⓢⓢ', 'pass'],
    ['ligatures', 'ﬁ', 'fi'],
    ['superscripts', '⁴²', '42'],
    ['letters with signs beside others', 'é\u200bè', 'ee'],
    ['signs on letters', 'pa\u0301ss', 'pass'],
    ['dashes', 'sk–live—x‐y', 'sk-live-x-y'],
    ['full stops and slashes', 'a․b∕c⁄d', 'a.b/c/d'],
    ['a look-alike within a compatibility form', 'ŀ\u200b', 'l·'],
    ['other scripts', '日本\u200b語', '日本語'],
    ['pairs', '😀\u200b', '😀'],
    ['half of a pair', '\ud83d\u200b', '\ud83d'],
    // Digits of any script.
    ['Arabic digits', '٠٤٩', '049'],
    ['Persian digits', '۰۴۹', '049'],
    ['Devanagari digits', '०४९', '049'],
    ['Bengali digits', '০৪৯', '049'],
    ['Thai digits', '๐๔๙', '049'],
    ['Osmanya digits', '\u{104a0}\u{104a9}\u200b', '09'],
    ['mathematical digits', '𝟎𝟡𝟿', '099'],
    // Nothing to see.
    ['joiners and soft hyphens', 'a\u00adb\u200bc\u200dd\u2060e\ufefff', 'abcdef'],
    ['marks of direction', 'a\u061cb\u202ec\u2066d', 'abcd'],
    ['variation selectors', 'a\ufe0fb\u{e0100}c', 'abc'],
    ['fillers', 'a\u3164b\uffa0c\u115fd\u034fe', 'abcde'],
    ['tags that mirror ASCII', 'p\u{e0061}\u{e0020}\u{e007e}', 'pa ~'],
    ['tags that do not', 'p\u{e0000}\u{e0001}\u{e001f}\u{e007f}', 'p'],
    ['what follows them', 'p\u{e0080}', 'p\u{e0080}'],
  ])('%s: %j reads %j', (_, text, plain) => {
    expect(folded(text)).toBe(plain);
    // Remembered.
    expect(folded(text)).toBe(plain);
  });

  it('is nothing in plain text', () => {
    expect(foldedStretches('')).toEqual([]);
    expect(foldedStretches('plain ASCII, Grüße, 日本')).toEqual([]);
  });

  it('is read with 128 units before and after it, stretches that touch as one', () => {
    const stretches = (text: string): number[][] => foldedStretches(text).map(({ from, to }) => [from, to]);
    const blank = (length: number): string => '.'.repeat(length);
    expect(stretches('ａ')).toEqual([[0, 1]]);
    expect(stretches(`${blank(128)}ａ${blank(300)}`)).toEqual([[0, 256]]);
    expect(stretches(`${blank(129)}ａ${blank(300)}`)).toEqual([[1, 257]]);
    expect(stretches(`ａ${blank(255)}ａ${blank(300)}`)).toEqual([[0, 384]]);
    expect(stretches(`ａ${blank(256)}ａ${blank(300)}`)).toEqual([
      [0, 128],
      [129, 385],
    ]);
    expect(stretches(`ａ${blank(600)}ａ${blank(600)}ａ`)).toEqual([
      [0, 128],
      [473, 729],
      [1074, 1203],
    ]);
  });

  it('stands where it was', () => {
    const [view] = foldedStretches('x𝐚\u200bﬁé');
    expect(view).toMatchObject({ text: 'xafie', starts: [0, 1, 4, 4, 5], ends: [1, 3, 5, 5, 6], least: 0 });
  });
});
