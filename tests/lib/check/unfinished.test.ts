import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutUnfinished } from '../../../lib/check/unfinished.ts';
import { expand } from '../../corpus/generate.ts';

describe('withoutUnfinished', () => {
  it.each([
    ['my card is 4111 1111 11', 'my card is '],
    ['my card is 4111-1111-11', 'my card is '],
    ['call +49 (30) 1234', 'call '],
    ['the key AKIAQ', 'the key '],
    ['token abcdefghijklmnopqrst', 'token '],
    ['password is hunter2', 'password is '],
    ['2026', ''],
  ])('cuts the end of %j', (text, left) => {
    expect(withoutUnfinished(text)).toBe(left);
  });

  it.each(['', 'how do I wri', 'explain the API', 'the card 4111 1111 1111 1111 was declined', 'refund [CREDIT_CARD_1]', 'why [EMAIL_2]?'])(
    'leaves %j alone',
    (text) => {
      expect(withoutUnfinished(text)).toBe(text);
    },
  );

  it('never lets more than a few characters of a token out, wherever the typing stands', () => {
    for (const template of ['ghp_{{base62:36}}', 'AKIA{{base32:16}}', '{{luhn:4,16}}', 'sk-ant-api03-{{base62:80}}']) {
      const token = expand(template, 'unfinished');
      const sentence = `Why is the value ${token}`;
      for (let typed = 1; typed <= token.length; typed += 1) {
        const left = withoutUnfinished(sentence.slice(0, sentence.length - token.length + typed));
        expect(left.slice('Why is the value '.length).length).toBeLessThanOrEqual(16);
      }
    }
  });

  it('only ever cuts the end', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(text.startsWith(withoutUnfinished(text))).toBe(true);
      }),
      { seed: 9 },
    );
  });
});
