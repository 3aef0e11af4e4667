import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutTyped, withoutUnfinished } from '../../../lib/check/unfinished.ts';
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

describe('withoutTyped', () => {
  const KEY = expand('AKIA{{base32:16}}', 'typed');

  it.each([
    ['the text itself', `the key ${KEY.slice(0, 13)}`, `the key ${KEY.slice(0, 13)}`, 'the key '],
    ['a request some keys behind', `the key ${KEY.slice(0, 10)}`, `the key ${KEY.slice(0, 13)}`, 'the key '],
    ['markup around it', `<p>is the key ${KEY.slice(0, 12)}</p>`, `is the key ${KEY.slice(0, 12)}`, '<p>is the key </p>'],
    ['two copies', `the key ${KEY}|the key ${KEY}`, `the key ${KEY}`, 'the key |the key '],
    ['digit groups', 'my card is 4111 1111 11', 'my card is 4111 1111 11', 'my card is '],
    ['nothing but the word', KEY.slice(0, 12), KEY.slice(0, 12), ''],
    ['the only word of the last line', `Hello\n${KEY.slice(0, 12)}`, `Hello\n${KEY.slice(0, 12)}`, 'Hello\n'],
  ])('cuts the unfinished word out of %s', (_, text, typing, left) => {
    expect(withoutTyped(text, typing)).toBe(left);
  });

  it.each([
    ['a short word with a digit', 'see the error E4012', 'see the error E4012'],
    ['ordinary words', 'write a poem about spring', 'write a poem about spring'],
    ['the word in another place', 'model gpt-5-2026-08-06 chosen', 'tell me about gpt-5-2026-08-06'],
    ['the word as a part of another', 'id-conv_12345678-a', 'conv_12345678'],
    ['a word that is finished', 'the key abcd-1234-ef and', 'the key abcd-1234-ef and'],
    ['nothing typed', 'the key abcd-1234-ef', ''],
  ])('leaves %s alone', (_, text, typing) => {
    expect(withoutTyped(text, typing)).toBe(text);
  });

  it('only ever takes away', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ unit: fc.constantFrom('a', '1', ' ', '\n'), maxLength: 40 }), (text, typing) => {
        expect(withoutTyped(text + typing, typing).length).toBeLessThanOrEqual(text.length + typing.length);
      }),
    );
  });
});
