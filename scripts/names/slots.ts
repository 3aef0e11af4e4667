import { wordHash } from '../../lib/detectors/names/features.ts';
import { addKnown, addOrdinary, joined, KNOWN, ORDINARY_BYTES, type Slots } from '../../lib/detectors/names/table.ts';
import { tokenize } from '../../lib/detectors/names/tokens.ts';
import type { KnownWords } from './known-words.ts';

/** Packs lists into slots: single words as they are, phrases by their joined words, and what begins a phrase. `keep` leaves holes. */
export function slotsOf(
  words: KnownWords,
  people: readonly string[],
  slotBits: number,
  keep: (word: string) => boolean = () => true,
): Slots {
  const slots: Slots = {
    slotBits,
    fingerprints: new Uint16Array(1 << slotBits),
    masks: new Uint16Array(1 << slotBits),
    ordinary: new Uint8Array(ORDINARY_BYTES),
  };
  const put = (text: string, mask: number, part: number): void => {
    const { starts, ends } = tokenize(text);
    const hashes = starts.map((start, i) => wordHash(text.slice(start, ends[i]).toLowerCase()));
    const [first = 0] = hashes;
    addKnown(
      slots,
      hashes.reduce((phrase, word, i) => (i === 0 ? word : joined(phrase, word)), 0),
      mask,
    );
    if (hashes.length === 1) return;
    addKnown(slots, first, KNOWN.phraseStart);
    if (part !== 0)
      starts.forEach((start, i) => {
        if (/^\p{Lu}\p{L}{2}/u.test(text.slice(start))) addKnown(slots, hashes[i] as number, part);
      });
  };
  for (const word of words.get('ordinary') ?? []) if (keep(word)) addOrdinary(slots, wordHash(word));
  for (const [kind, list] of words) {
    if (kind === 'ordinary') continue;
    const part = kind === 'place' || kind === 'organisation' ? KNOWN.part : 0;
    for (const word of list) if (keep(word)) put(word, KNOWN[kind], part);
  }
  for (const name of people) if (keep(name)) put(name, KNOWN.given | KNOWN.surname, 0);
  const used = slots.fingerprints.reduce((sum, fingerprint) => sum + (fingerprint === 0 ? 0 : 1), 0);
  if (used > 0.92 * slots.fingerprints.length) throw new Error(`${used} known words are too many for ${slots.fingerprints.length} slots`);
  return slots;
}
