import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressPieces } from '../../../lib/check/sealed.ts';

/** As declarativeNetRequest reads a filter without anchors: letters of either case, `*` for anything. */
function blocks(pieces: readonly string[], address: string): boolean {
  return pieces.some((piece) => {
    let at = 0;
    for (const literal of piece.toLowerCase().split('*')) {
      const found = address.toLowerCase().indexOf(literal, at);
      if (found < 0) return false;
      at = found + literal.length;
    }
    return true;
  });
}

const value = fc.string({ minLength: 12, maxLength: 60, unit: 'grapheme-ascii' }).filter((text) => /(?:[A-Za-z0-9].*){10}/.test(text));

describe('a sealed value in an address', () => {
  it('is known however it is escaped, turned round, or put in base64 among other text', () => {
    fc.assert(
      fc.property(value, fc.string({ maxLength: 5, unit: 'grapheme-ascii' }), (secret, before) => {
        const pieces = addressPieces(secret);
        const forms = [
          encodeURIComponent(before + secret),
          new URLSearchParams({ q: before + secret }).toString(),
          encodeURIComponent([...secret].reverse().join('')),
          encodeURIComponent(btoa(`${before}${secret} and more`)),
        ];
        for (const form of forms) expect(blocks(pieces, `https://host.example/a?b=${form}`)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('is left alone where it is too short to be told from other addresses', () => {
    expect(addressPieces('12345')).toEqual([]);
    expect(addressPieces('a b c d e')).not.toContain('a*b*c*d*e');
  });

  it('leaves other addresses alone', () => {
    const pieces = addressPieces(`AKIA${'Z7QWERTYUIOPASDF'}`);
    expect(blocks(pieces, 'https://host.example/backend/conversation?id=6f1c1b52-8f0e-4a7e-9b1c-0a4f5d2c9e11')).toBe(false);
  });
});
