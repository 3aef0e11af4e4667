import { describe, expect, it } from 'vitest';
import { unpackLz } from '../../../../lib/capture/wire/lz.ts';

describe('texts that are packed for an address', () => {
  it.each([
    ['BIUwNmD2AEDukCcwBMg', 'Hello world'],
    ['BIUwNmD2A0AEDukBOYAmBCIA', 'Hello, world!'],
    ['Q', ''],
  ])('%s is %j', (packed, text) => {
    expect(unpackLz(packed)).toBe(text);
  });

  it.each(['', 'not packed at all', 'BIUwNmD2AEDukCcw', '%%%', '$$$$$$', 'A'])('%j is none', (packed) => {
    expect(unpackLz(packed)).toBeUndefined();
  });

  it.each(['A', 'C', 'M', '4', 'w'])('is read up to a bound, whatever it is given: %s', (filler) => {
    const text = unpackLz(`BIUwNmD2${filler.repeat(200_000)}`);
    expect(text === undefined || text.length < 2_000_000).toBe(true);
  });
});
