import { describe, expect, it } from 'vitest';
import { parsePolicy } from '../../../lib/policy/parse.ts';

const KNOWN = { entities: new Set(['CREDIT_CARD']), categories: new Set<string>(), sites: new Set(['chatgpt']) };

const PACK = {
  id: 'acme-chat',
  asOf: '2026-11-20',
  name: 'Acme Chat',
  hosts: ['chat.acme.example', '*.ai.acme.example'],
  composer: { fields: ['#prompt'], send: ['#send'] },
  endpoints: [{ kind: 'prompt', channel: 'http', paths: ['/api/:conversation/ask'], text: ['/text'] }],
};

function read(packs: unknown, rules: unknown = []) {
  return parsePolicy(JSON.stringify({ schema: 1, name: 'p', sites: { packs }, rules }), KNOWN);
}

const readPacks = (...packs: unknown[]) => {
  const reading = read(packs);
  if (!reading.ok) throw new Error('refused');
  return { ids: reading.policy.sites.packs.map(({ id }) => id), problems: reading.problems };
};

describe('site packs of a policy', () => {
  it('are read with their defaults', () => {
    const reading = read([PACK]);
    expect(reading.ok && reading.policy.sites.packs).toEqual([{ ...PACK, source: '', examples: [] }]);
    expect(reading.problems).toEqual([]);
  });

  it('are known to the rules of the same policy', () => {
    const rule = { id: 'r', when: { sites: ['acme-chat', 'acme-chta'] }, detect: [{ entity: 'CREDIT_CARD' }], action: 'block' };
    expect(read([PACK], [rule]).problems.map(({ path, cure }) => [path, cure])).toEqual([
      ['rules[0].when.sites[1]', expect.stringContaining('acme-chat')],
    ]);
  });

  const endpoint = PACK.endpoints[0];
  it.each([
    ['hosts[0]', { hosts: ['https://chat.acme.example/'] }],
    ['hosts[0]', { hosts: ['*.com'] }],
    ['hosts[0]', { hosts: ['*'] }],
    ['hosts[0]', { hosts: ['Chat.acme.example'] }],
    ['hosts', { hosts: [] }],
    ['asOf', { asOf: 'yesterday' }],
    ['asOf', { asOf: '2026-02-30' }],
    ['id', { id: 'Acme Chat' }],
    ['endpoints[0].paths[0]', { endpoints: [{ ...endpoint, paths: ['/**/a/**'] }] }],
    ['endpoints[0].paths[0]', { endpoints: [{ ...endpoint, paths: ['api/ask'] }] }],
    ['endpoints[0].text[0]', { endpoints: [{ ...endpoint, text: ['text'] }] }],
    ['endpoints[0].kind', { endpoints: [{ ...endpoint, kind: 'promt' }] }],
    ['endpoints[0].refusal.status', { endpoints: [{ ...endpoint, refusal: { status: 99, contentType: '', body: '' } }] }],
    ['composer.fields', { composer: { fields: 'textarea', send: [] } }],
  ])('with a fault at %s are set aside alone, with cause and cure', (path, fault) => {
    const { ids, problems } = readPacks({ ...PACK, ...fault }, { ...PACK, id: 'other' });
    expect(ids).toEqual(['other']);
    expect(problems).toEqual([
      {
        path: `sites.packs[0].${path}`,
        message: expect.stringMatching(/^The site pack is set aside: ./),
        cure: expect.stringMatching(/./),
      },
    ]);
  });

  it('of one id count once', () => {
    const { ids, problems } = readPacks(PACK, PACK);
    expect(ids).toEqual(['acme-chat']);
    expect(problems.map(({ path }) => path)).toEqual(['sites.packs[1].id']);
  });

  it('with a key that is not known lose the key and hold', () => {
    const { ids, problems } = readPacks({ ...PACK, script: 'alert(1)', endpoints: [{ ...endpoint, tekst: [] }] });
    expect(ids).toEqual(['acme-chat']);
    expect(problems.map(({ path }) => path).sort()).toEqual(['sites.packs[0].endpoints[0].tekst', 'sites.packs[0].script']);
  });
});
