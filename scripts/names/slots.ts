import { wordHash } from '../../lib/detectors/names/features.ts';
import {
  addOrdinary,
  type Clusters,
  emptyLexicon,
  joined,
  KNOWN,
  ORDINARY_BYTES,
  type Slots,
  tell,
} from '../../lib/detectors/names/table.ts';
import { tokenize } from '../../lib/detectors/names/tokens.ts';
import type { KnownWords } from './known-words.ts';

/** Packs lists into so many places: single words as they are, phrases by their joined words, and what begins a phrase. `keep` leaves holes. */
export function slotsOf(
  words: KnownWords,
  people: readonly string[],
  places: number,
  clusters: Clusters,
  keep: (word: string) => boolean = () => true,
): Slots {
  const slots: Slots = {
    known: emptyLexicon(places),
    clusters,
    ordinary: new Uint8Array(ORDINARY_BYTES),
  };
  const put = (text: string, mask: number, part: number): void => {
    const { starts, ends } = tokenize(text);
    const hashes = starts.map((start, i) => wordHash(text.slice(start, ends[i]).toLowerCase()));
    const [first = 0] = hashes;
    tell(
      slots.known,
      hashes.reduce((phrase, word, i) => (i === 0 ? word : joined(phrase, word)), 0),
      mask,
    );
    if (hashes.length === 1) return;
    tell(slots.known, first, KNOWN.phraseStart);
    if (part !== 0)
      starts.forEach((start, i) => {
        if (/^\p{Lu}\p{L}{2}/u.test(text.slice(start))) tell(slots.known, hashes[i] as number, part);
      });
  };
  for (const word of words.get('ordinary') ?? []) if (keep(word)) addOrdinary(slots, wordHash(word));
  for (const [kind, list] of words) {
    if (kind === 'ordinary') continue;
    const part = kind === 'place' || kind === 'organisation' ? KNOWN.part : 0;
    for (const word of list) if (keep(word)) put(word, KNOWN[kind], part);
  }
  for (const name of people) if (keep(name)) put(name, KNOWN.given | KNOWN.surname, 0);
  return slots;
}
