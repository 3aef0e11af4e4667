import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { uuidV7 } from '../../../lib/audit/uuid.ts';

const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 });
const time = fc.integer({ min: 0, max: 2 ** 48 - 1 });

describe('uuidV7', () => {
  it('writes the example of RFC 9562, appendix A.6', () => {
    const random = Uint8Array.of(0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f);
    expect(uuidV7(0x017f22e279b0, random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
  });

  it('always has version 7 and variant 10, and sorts by time', () => {
    fc.assert(
      fc.property(time, time, bytes, bytes, (a, b, x, y) => {
        const [first, second] = [uuidV7(Math.min(a, b), x), uuidV7(Math.max(a, b), y)];
        expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        if (a !== b) expect(first < second).toBe(true);
      }),
    );
  });

  it('refuses too little randomness', () => {
    expect(() => uuidV7(0, new Uint8Array(9))).toThrow(RangeError);
  });
});
