import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../../lib/detectors/credentials.ts';
import { type CredentialType, type Provider, TYPE_WORDS } from '../../../lib/detectors/provider.ts';
import { anchorsOf, matchAtAnchor, matchFrom, overlaps, parseShape } from '../../../lib/detectors/shape.ts';
import { sampleOf } from './shape-sample.ts';

const files = import.meta.glob<readonly Provider[]>('../../../lib/detectors/providers/*.ts', { eager: true, import: 'default' });
const providers = Object.values(files).flat();
const types = providers.flatMap((provider) =>
  Object.entries(provider.types).map(([name, type]) => ({
    provider,
    name,
    type: (typeof type === 'string' ? { shape: type } : type) as CredentialType,
  })),
);
const shapes = types.flatMap(({ provider, name, type }) =>
  [type.shape].flat().map((source) => ({
    id: `${provider.provider}-${name}`,
    source,
    near: source.startsWith('~'),
    shape: parseShape(source.replace(/^~/, '')),
  })),
);

describe('providers', () => {
  it('are told apart by unique names', () => {
    const ids = types.map(({ provider, name }) => `${provider.provider}-${name}`);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const names = providers.map(({ provider }) => provider);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    expect(ids.filter((id) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id))).toEqual([]);
    expect(
      types.filter(({ name }) => !TYPE_WORDS.some((word) => name === word || name.endsWith(`-${word}`))).map(({ name }) => name),
    ).toEqual([]);
  });

  it('say where their formats are described', () => {
    expect(providers.filter(({ source }) => !/^https:\/\/[^\s/]+\//.test(source)).map(({ provider }) => provider)).toEqual([]);
  });

  it('have words in lower case', () => {
    const words = providers.flatMap(({ words = [] }) => words);
    expect(words.filter((word) => word !== word.toLowerCase() || word.trim().length < 2)).toEqual([]);
  });

  it('have no word that follows from another or from the name: one spelling stands for all joints', () => {
    const lists = [...providers, ...types.map(({ type }) => type)].flatMap(({ words }) => (words ? [words] : []));
    const all = (words: readonly string[]): readonly string[] => wordsOf({ provider: '', source: '', words, types: {} }, { shape: '' });
    const follows = (word: string, words: readonly string[]): boolean => {
      const others = all(words.filter((other) => other !== word));
      return words.length > 1 && all([word]).every((spelling) => others.includes(spelling));
    };
    expect(lists.flatMap((words) => words.filter((word) => follows(word, words)))).toEqual([]);
    const named = providers.filter(
      ({ provider, words }) =>
        words && new Set([...all(words), ...all([provider])]).size === all(words).length && all([provider]).length === all(words).length,
    );
    expect(named.map(({ provider }) => provider)).toEqual([]);
    expect(follows('acme-key', ['acme_key', 'acme-key'])).toBe(true);
    expect(follows('acme_key', ['acme', 'acme_key'])).toBe(false);
  });

  it('have shapes that can be read, found and matched in linear time', () => {
    const problems = shapes.flatMap(({ id, near, shape }) => {
      if (typeof shape === 'string') return [`${id}: ${shape}`];
      const found: string[] = [];
      const anchors = anchorsOf(shape);
      if (!near && (anchors.length === 0 || anchors.some((anchor) => anchor.length < 3)))
        found.push(`${id}: no literal of three characters; write a "~" before what counts near a word only`);
      const open = shape.items.filter(
        (item, index) =>
          item.kind === 'set' &&
          item.min < item.max &&
          shape.items[index + 1] !== undefined &&
          overlaps(item, shape.items[index + 1] as never),
      );
      if (open.length > 1) found.push(`${id}: more than one run whose end is unclear`);
      const least = shape.items.reduce(
        (sum, item) => sum + (item.kind === 'set' ? item.min : Math.min(...item.options.map((o) => o.length))),
        0,
      );
      if (least < 8) found.push(`${id}: shorter than eight characters`);
      return found;
    });
    expect(problems).toEqual([]);
  });

  it('match their own samples exactly', () => {
    const problems = shapes.flatMap(({ id, near, source, shape }) => {
      if (typeof shape === 'string') return [];
      return ['a', 'b', 'c'].flatMap((seed) => {
        const sample = sampleOf(source, seed);
        const text = `key="${sample}" # note`;
        const anchor = anchorsOf(shape)
          .map((literal) => text.indexOf(literal, 5))
          .find((at) => at >= 0 && matchAtAnchor(shape, text, at));
        const span = near ? matchFrom(shape, text, 5) : anchor === undefined ? null : matchAtAnchor(shape, text, anchor);
        return span?.start === 5 && span.end === 5 + sample.length
          ? []
          : [`${id}: ${JSON.stringify(sample)} gives ${JSON.stringify(span)}`];
      });
    });
    expect(problems).toEqual([]);
  });
});
