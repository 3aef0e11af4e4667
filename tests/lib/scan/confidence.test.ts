import { describe, expect, it } from 'vitest';
import { inContext, lastWordAt } from '../../../lib/scan/confidence.ts';
import type { Context } from '../../../lib/scan/detector.ts';

describe('a context word', () => {
  it.each([
    ['card', 'card', true],
    ['my cards are', 'card', true],
    ['cards', 'card', true],
    ['die karten sind', 'karte', true],
    ['die frauen', 'frau', true],
    ['frauen', 'frau', true],
    ['a cardigan', 'card', false],
    ['cardx', 'card', false],
    ['cardsx', 'card', false],
    ['cardens', 'card', false],
    ['cardes', 'card', false],
    ['discard', 'card', false],
    ['discard card', 'card', true],
    ['cardigan, card', 'card', true],
    ['prüf', 'üf', false],
    ['(card)', 'card', true],
    ['7card', 'card', false],
    ['card7', 'card', false],
    ['a_card_b', 'card', true],
    // A word that begins or ends with a sign needs no border there.
    ['ss# 1', 'ss#', true],
    ['ss#123', 'ss#', true],
    ['x#ss', '#ss', true],
    ['x#sst', '#ss', false],
    ['', 'card', false],
  ])('in %j: %j, %s', (text, word, holds) => {
    expect(lastWordAt(text, word) >= 0).toBe(holds);
    const end = text.length;
    expect(inContext(text, { start: end, end }, 0.5, { raise: { en: ['zq', word] } })).toBe(holds ? 0.75 : 0.5);
  });

  it('has letters and digits of any script for neighbours, but no punctuation', () => {
    const free = (text: (unit: string) => string): [number, number][] => {
      const ranges: [number, number][] = [];
      for (let unit = 0; unit < 0x3100; unit++) {
        if (lastWordAt(text(String.fromCharCode(unit)), 'zq') < 0) continue;
        const last = ranges[ranges.length - 1];
        if (last?.[1] === unit - 1) last[1] = unit;
        else ranges.push([unit, unit]);
      }
      return ranges;
    };
    const punctuation = [
      [0, 0x2f],
      [0x3a, 0x40],
      [0x5b, 0x60],
      [0x7b, 0xa9],
      [0xab, 0xab],
      [0xb7, 0xb7],
      [0xbb, 0xbb],
      [0x2000, 0x206f],
      [0x3000, 0x3003],
    ];
    expect(free((unit) => `${unit}zq`)).toEqual(punctuation);
    expect(free((unit) => `zq${unit}x`)).toEqual(punctuation);
  });
});

describe('confidence in context', () => {
  const context: Context = { raise: { en: ['card'], de: ['karte'] }, lower: { en: ['order'] } };

  it.each<[string, string, string, number, Context | undefined, number]>([
    ['no context', 'card ', '', 0.5, undefined, 0.5],
    ['no word', 'some ', '', 0.5, context, 0.5],
    ['a word that raises', 'card ', '', 0.5, context, 0.75],
    ['one of another language', 'Karte: ', '', 0.5, context, 0.75],
    ['a word that lowers', 'ORDER ', '', 0.5, context, 0.25],
    ['both, the nearer one lowers', 'card order ', '', 0.5, context, 0.25],
    ['both, the nearer one raises', 'order, card ', '', 0.5, context, 0.75],
    ['a word that lowers and one after it that raises', 'order ', ' card', 0.5, { ...context, after: 5 }, 0.25],
    ['a word that lowers after it', 'card ', ' order', 0.5, { ...context, after: 9 }, 0.75],
    ['two that raise', 'card, Karte ', '', 0.5, context, 0.75],
    ['a word after it', '', ' card', 0.5, context, 0.5],
    ['a word after it, where words after it count', '', ' CARD', 0.5, { ...context, after: 5 }, 0.75],
    ['a part of a word after it', '', ' cards', 0.5, { ...context, after: 4 }, 0.5],
    ['a word too far after it', '', '  card', 0.5, { ...context, after: 5 }, 0.5],
    ['a word at 48 characters', `card${' '.repeat(44)}`, '', 0.5, context, 0.75],
    ['a word further away', `card${' '.repeat(45)}`, '', 0.5, context, 0.5],
    ['a word within ten', `card${' '.repeat(6)}`, '', 0.5, { ...context, before: 10 }, 0.75],
    ['a word beyond ten', `card${' '.repeat(7)}`, '', 0.5, { ...context, before: 10 }, 0.5],
    ['hundredths', 'card ', '', 0.333, context, 0.67],
    ['more than certain', '', '', 1.2, undefined, 1],
    ['less than nothing', '', '', -0.2, undefined, 0],
  ])('%s', (_, before, after, confidence, given, expected) => {
    const text = `${before}12${after}`;
    expect(inContext(text, { start: before.length, end: before.length + 2 }, confidence, given)).toBe(expected);
  });

  it('takes the last of several words', () => {
    expect(lastWordAt('card, cards, cardigan', 'card')).toBe(6);
    expect(lastWordAt('card', 'card')).toBe(0);
    const signs: Context = { raise: { en: ['#'] }, lower: { en: ['§'] } };
    expect(inContext('§ # 12', { start: 4, end: 6 }, 0.5, signs)).toBe(0.75);
    expect(inContext('# § 12', { start: 4, end: 6 }, 0.5, signs)).toBe(0.25);
  });

  it('reads no part of the value', () => {
    expect(inContext('x card y', { start: 2, end: 6 }, 0.5, { raise: { en: ['card'] }, after: 20 })).toBe(0.5);
  });
});
