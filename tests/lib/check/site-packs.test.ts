import { describe, expect, it } from 'vitest';
import { workingPacks } from '../../../lib/check/site-packs.ts';
import { sitePackSchema } from '../../../lib/policy/site-pack.ts';

const EXAMPLE = {
  url: 'https://chat.acme.example/api/c-1/ask',
  body: { id: 'x', text: 'hello you', also: ['more'] },
  kind: 'prompt',
  prompts: ['hello you'],
  rewritten: { id: 'x', text: '[TEXT_1]', also: ['more'] },
};

function run(example: object, endpoint: object = {}) {
  const pack = sitePackSchema.parse({
    id: 'acme-chat',
    asOf: '2026-11-20',
    name: 'Acme Chat',
    hosts: ['*.acme.example'],
    composer: { fields: ['#prompt'], send: ['#send'] },
    endpoints: [{ kind: 'prompt', channel: 'http', paths: ['/api/*/ask'], text: ['/text'], ...endpoint }],
    examples: [{ ...EXAMPLE, ...example }],
  });
  const { packs, problems } = workingPacks([pack]);
  expect(packs.length === 1).toBe(problems.length === 0);
  return problems[0]?.message ?? null;
}

describe('examples of site packs', () => {
  it('let a pack hold that reads and rewrites them', () => {
    expect(run({})).toBeNull();
    expect(run({ rewritten: undefined })).toBeNull();
    expect(run({ body: 'text=hello+you', contentType: 'application/x-www-form-urlencoded', rewritten: 'text=%5BTEXT_1%5D' })).toBeNull();
    expect(
      run({ body: { q: 1 }, kind: 'other', url: 'https://chat.acme.example/api/telemetry', prompts: [], rewritten: undefined }),
    ).toBeNull();
  });

  it.each([
    ['read as other', { url: 'https://chat.acme.example/api/v2/c-1/ask' }, {}],
    ['they differ', { prompts: ['hello'] }, {}],
    ['2 prompts are read', {}, { text: ['/text', '/also/*'] }],
    // No pointer fits, so everything counts: the pack is wrong, and says so.
    ['3 prompts are read', {}, { text: ['/prompt'] }],
    ['another body', { rewritten: { id: 'x', text: '[TEXT_2]', also: ['more'] } }, {}],
    ['cannot be rewritten', {}, { signed: true }],
    ['cannot be read', { body: 'x'.repeat(17_000_000) }, {}],
  ])('set a pack aside: %s', (said, example, endpoint) => {
    expect(run(example, endpoint)).toContain(said);
  });

  it('are named by their place and never by their text', () => {
    const pack = sitePackSchema.parse({
      id: 'a',
      asOf: '2026-11-20',
      name: 'A',
      hosts: ['a.example'],
      composer: { fields: [], send: [] },
      endpoints: [],
      examples: [{ url: 'https://a.example/', body: 'a secret', kind: 'prompt', prompts: ['a secret'] }],
    });
    const { problems } = workingPacks([pack]);
    expect(problems.map(({ path }) => path)).toEqual(['sites.packs[0].examples[0]']);
    expect(JSON.stringify(problems)).not.toContain('secret');
  });
});
