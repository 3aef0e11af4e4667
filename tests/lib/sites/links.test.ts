import { describe, expect, it } from 'vitest';
import { promptsInAddress } from '../../../lib/capture/prompt-link.ts';
import { readDraft } from '../../../lib/capture/read-draft.ts';
import { siteRules } from '../../../lib/check/site-rules.ts';
import { policySchema } from '../../../lib/policy/schema.ts';
import { BUILT_IN_SITES } from '../../../lib/sites/sites.ts';
import { LINKS } from './links.ts';

const TEXT = 'Who is ann.lee@corp.example & why?';
const all = Object.entries(LINKS).flatMap(([id, links]) => links.map((link): [string, string] => [id, link]));
const filled = (link: string, text = TEXT) => link.replace('TEXT', encodeURIComponent(text));
const site = (id: string) => {
  const found = BUILT_IN_SITES.sites.find((one) => one.id === id);
  if (!found) throw new Error(`no site ${id}`);
  return found;
};
const policy = (sites: object) => policySchema.parse({ schema: 1, name: 'p', rules: [], sites }).sites;
const strip = siteRules(policy({ links: 'strip' }), BUILT_IN_SITES);

function stripped(link: string): string {
  const url = new URL(filled(link));
  for (const rule of strip) {
    if (rule.kind === 'strip' && new RegExp(rule.address).test(url.href)) for (const name of rule.names) url.searchParams.delete(name);
  }
  return url.href;
}

describe('links that carry a prompt', () => {
  it('are known for every site that is known to take them, and for no other', () => {
    expect(
      BUILT_IN_SITES.sites
        .filter(({ links }) => links)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(Object.keys(LINKS).sort());
  });

  it.each(all)('%s: %s is a prompt', (id, link) => {
    const url = filled(link);
    const result = readDraft(
      { channel: 'network', method: 'GET', url, contentType: '', body: { kind: 'text', text: '' } },
      site(id),
      new URL(url).hostname,
    );
    expect(result.ok && result.reading.kind).toBe('prompt');
    expect(result.ok && result.reading.parts.filter(({ role }) => role === 'prompt').map(({ text }) => text)).toEqual([TEXT]);
  });

  it.each(all)('%s: %s is stripped where the policy says so', (_, link) => {
    const left = stripped(link);
    expect(left).not.toContain('corp.example');
    // Nothing else of the address is lost.
    const url = new URL(filled(link));
    expect(new URL(left).pathname).toBe(url.pathname);
    for (const [name, value] of url.searchParams) if (value !== TEXT) expect(new URL(left).searchParams.get(name)).toBe(value);
  });

  it.each([
    'https://chatgpt.com/c/1?q=TEXT',
    'https://chatgpt.com/?model=TEXT',
    'https://evil.example/?next=https://chatgpt.com/?q=TEXT',
    'https://chatgpt.com.evil.example/?q=TEXT',
    'https://x.com/search?q=TEXT',
    'https://x.com/i/grok?tab=TEXT',
    'https://cursor.com/docs?text=TEXT',
  ])('are not %s', (link) => {
    expect(stripped(link)).toBe(new URL(filled(link)).href);
    const address = new URL(filled(link));
    const there = BUILT_IN_SITES.forHost(address.hostname);
    expect(there ? promptsInAddress(there, address).size : 0).toBe(0);
  });

  it('are unpacked', () => {
    const address = new URL('https://replit.com/?stack=Build&prompt=BIUwNmD2AEDukCcwBMg');
    expect([...promptsInAddress(site('replit'), address)]).toEqual([['prompt', 'Hello world']]);
  });

  it('make no rules unless the policy asks for them', () => {
    expect(siteRules(policy({}), BUILT_IN_SITES)).toEqual([]);
  });
});

describe('kinds of requests that a site does not need', () => {
  it('are closed for its hosts', () => {
    expect(siteRules(policy({ closed: { claude: ['websocket', 'ping'], nobody: ['ping'] } }), BUILT_IN_SITES)).toEqual([
      { kind: 'close', hosts: ['claude.ai'], types: ['websocket', 'ping'] },
    ]);
  });
});
