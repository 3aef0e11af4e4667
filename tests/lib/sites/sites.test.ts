import { describe, expect, it } from 'vitest';
import type { Site } from '../../../lib/sites/site.ts';
import { BUILT_IN_SITES, siteTable } from '../../../lib/sites/sites.ts';

const entry = (id: string, ...hosts: string[]): Site => ({
  id,
  name: id,
  hosts,
  composer: { fields: [], send: [] },
  endpoints: [],
  source: '',
});

describe('the table of sites', () => {
  it('is this build’s own where nothing is put in front', () => {
    expect(siteTable([]).sites).toEqual(BUILT_IN_SITES.sites);
    expect(BUILT_IN_SITES.forHost('chatgpt.com')?.id).toBe('chatgpt');
    expect(BUILT_IN_SITES.forHost('evil-chatgpt.com')).toBeUndefined();
    expect(BUILT_IN_SITES.forHost('acme.lightning.force.com')?.id).toBe('agentforce');
  });

  it('has one entry for each id, the one in front', () => {
    const own = entry('chatgpt', 'chatgpt.com');
    const table = siteTable([own]);
    expect(table.forHost('chatgpt.com')).toBe(own);
    expect(table.sites.filter(({ id }) => id === 'chatgpt')).toEqual([own]);
    // A host that the new entry leaves out is no longer that site's.
    expect(table.forHost('chat.openai.com')).toBeUndefined();
  });

  it('adds entries, which go first where two name a host', () => {
    const own = entry('acme', 'chatgpt.com', 'chat.acme.example');
    expect(siteTable([own]).forHost('chatgpt.com')).toBe(own);
    expect(siteTable([own]).forHost('chat.openai.com')?.id).toBe('chatgpt');
  });

  it('takes pages of unknown hosts for the generic site, also when that was replaced', () => {
    const own = entry('openai-compatible', 'gateway.acme.example');
    expect(siteTable([own]).unknown).toBe(own);
    expect(BUILT_IN_SITES.unknown.id).toBe('openai-compatible');
  });
});
