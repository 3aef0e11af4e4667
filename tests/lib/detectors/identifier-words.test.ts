import { describe, expect, it } from 'vitest';
import { createDictionary, cuesFor, isWholeCue } from '../../../lib/detectors/identifiers/words.ts';

const LETTERS = Array.from({ length: 0x180 - 0x20 }, (_, i) => String.fromCharCode(0x20 + i));
/** A letter of another script, by which a text is read as one of any script. */
const OTHER = '\n\n\nя';

describe('words of Latin script', () => {
  it('are cut and compared as those of any script', () => {
    const phrases = [...LETTERS.flatMap((letter) => [`tax${letter}`, `${letter}tax`, `${letter}${letter}`]), 'tax', 'tax id', 'taxpayer'];
    const { mentions } = createDictionary(phrases.filter((phrase) => phrase.trim() === phrase).map((phrase, index) => [phrase, index]));
    const shapes = [
      (x: string) => `tax${x}`,
      (x: string) => `${x}tax`,
      (x: string) => `${x}${x}`,
      (x: string) => `TAX${x}a tax${x}TAX ${x}TAXid`,
    ];
    for (const letter of LETTERS) {
      for (const shape of shapes) {
        const text = `${shape(letter)} – ${shape(letter.repeat(45))} taxpayern’s`;
        expect(mentions(text), JSON.stringify(text)).toEqual(mentions(text + OTHER));
        expect(mentions(text).length).toBeGreaterThan(0);
      }
    }
  });
});

describe('cues', () => {
  it('hold a short word that begins with another, where only the other’s end makes it one', () => {
    const cues = cuesFor(['ni', 'nif', 'passport', 'passport number']);
    expect(cues).toContain(' ni');
    expect(cues).toContain(' nif');
    expect(cues.filter((cue) => cue.startsWith('passport'))).toEqual(['passport']);
  });

  it.each([
    ['con NIF 12345678Z', ' NIF', true],
    ['con NIF\t12345678Z', ' NIF', true],
    ['con NIFTY 12345678', ' NIF', false],
  ])('end where a short word ends: %j', (text, cue, whole) => {
    const start = text.indexOf(cue);
    expect(isWholeCue(text, start, start + cue.length)).toBe(whole);
  });
});
