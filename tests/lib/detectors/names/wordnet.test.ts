import { beforeAll, describe, expect, it } from 'vitest';
import { type WordNetNames, wordNetNames } from '../../../../scripts/names/wordnet.ts';

describe('names of WordNet', () => {
  let names: WordNetNames;
  beforeAll(() => {
    names = wordNetNames();
  });

  it('are sorted by what they name', () => {
    expect(names.people).toEqual(expect.arrayContaining(['Max Planck', 'Dmitri Shostakovich', 'Planck']));
    expect(names.places).toEqual(expect.arrayContaining(['Mount Vesuvius', 'Andalusia', 'Sea of Japan']));
    expect(names.organisations).toEqual(expect.arrayContaining(['National Security Agency', 'Brown University', 'Bundesbank']));
    expect(names.others).toEqual(expect.arrayContaining(['Vietnam War', 'Declaration of Independence']));
  });

  it('are names alone: no kinds of things, no words in small letters', () => {
    const all = [...names.people, ...names.places, ...names.organisations, ...names.others];
    for (const none of ['university', 'river', 'Hungarian capital', 'Catholic school', 'war']) expect(all).not.toContain(none);
    expect(all.filter((name) => !/^\p{Lu}/u.test(name))).toEqual([]);
    expect(names.organisations).not.toContain('Vietnam War');
    expect(names.people).not.toContain('Sea of Japan');
  });
});
