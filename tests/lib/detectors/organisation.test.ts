import { describe, expect, it } from 'vitest';
import { organisationDetectors, type WordList } from '../../../lib/detectors/organisation.ts';
import { createEngine } from '../../../lib/scan/engine.ts';

function list(changes: Partial<WordList>): WordList {
  return { id: 'codenames', words: [], patterns: [], caseSensitive: false, ...changes };
}

function found(text: string, ...lists: WordList[]): string[] {
  const { detectors } = organisationDetectors(lists);
  return createEngine(detectors)
    .scan(text)
    .map(({ entity, span }) => `${entity}=${text.slice(span.start, span.end)}`);
}

describe('organisationDetectors', () => {
  it('finds whole words in any case, plurals and phrases over line ends', () => {
    const words = list({ words: ['Falcon', 'Project Blue Heron', 'ÜBERFLUG', 'x-ray9'] });
    expect(found('FALCON, falcons and "Falcon\'s" wing; project  blue\nheron! überflug (X-RAY9)', words)).toEqual([
      'ORG:codenames=FALCON',
      'ORG:codenames=falcons',
      'ORG:codenames=Falcon',
      'ORG:codenames=project  blue\nheron',
      'ORG:codenames=überflug',
      'ORG:codenames=X-RAY9',
    ]);
    expect(found('falconry falconer Überflugs- afalcon übertfalcon éfalcon falconé falcon9 project blueheron', words)).toEqual([
      'ORG:codenames=Überflugs',
    ]);
  });

  it('keeps to the case when asked', () => {
    const words = list({ words: ['Apollo'], caseSensitive: true });
    expect(found('apollo APOLLO Apollo', words)).toEqual(['ORG:codenames=Apollo']);
  });

  it('asks for no borders in scripts that write none', () => {
    expect(found('请问猎鹰项目的进度', list({ words: ['猎鹰项目'] }))).toEqual(['ORG:codenames=猎鹰项目']);
  });

  it('prefers the longest of several words', () => {
    expect(found('the falcon heavy program', list({ words: ['falcon', 'falcon heavy'] }))).toEqual(['ORG:codenames=falcon heavy']);
  });

  it('keeps the lists apart, even where they overlap', () => {
    const a = list({ id: 'a', words: ['falcon'] });
    const b = list({ id: 'b', patterns: ['falcon-\\d{3}'] });
    expect(found('falcon-123', a, b)).toEqual(['ORG:a=falcon', 'ORG:b=falcon-123']);
  });

  it('reports bad entries and uses the rest', () => {
    const { detectors, problems } = organisationDetectors([
      list({ words: ['', 'x', 'falcon', 'y'.repeat(300)], patterns: ['(a)\\1', 'INT-\\d{4}', '(?=x)', '('] }),
    ]);
    expect(problems.map(({ list: id, path }) => `${id} ${path}`)).toEqual([
      'codenames words[0]',
      'codenames words[1]',
      'codenames words[3]',
      'codenames patterns[0]',
      'codenames patterns[2]',
      'codenames patterns[3]',
    ]);
    for (const { message, cure } of problems) expect([message, cure].every((text) => text.length > 10)).toBe(true);
    const text = 'falcon int-4711';
    expect(
      createEngine(detectors)
        .scan(text)
        .map(({ span }) => text.slice(span.start, span.end)),
    ).toEqual(['falcon', 'int-4711']);
  });

  it('takes thousands of words', () => {
    const words = Array.from({ length: 5000 }, (_, index) => `codename${index.toString(36)}q`);
    expect(found('a codename3dqs and codename1 and codename9zq', list({ words }))).toEqual([
      'ORG:codenames=codename3dqs',
      'ORG:codenames=codename9zq',
    ]);
  });
});
