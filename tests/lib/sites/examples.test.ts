import { describe, expect, it } from 'vitest';
import type { Draft, TextPart } from '../../../lib/capture/draft.ts';
import { type Reading, readDraft } from '../../../lib/capture/read-draft.ts';
import { pathCaptures } from '../../../lib/capture/wire/path.ts';
import { hostMatches } from '../../../lib/sites/site-pages.ts';
import { BUILT_IN_SITES, SITES } from '../../../lib/sites/sites.ts';
import { EXAMPLES, type Example } from './examples.ts';

const byId = new Map(SITES.map((site) => [site.id, site]));
const all = Object.entries(EXAMPLES).flatMap(([id, examples]) => examples.map((example): [string, Example] => [id, example]));

/** Names of calls, by which a request is known. */
const NAMES = ['izAoDd'];

function draftOf({ url, channel, contentType, body }: Example): Draft {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return {
    channel: channel ?? 'fetch',
    method: channel === 'websocket' ? 'SEND' : 'POST',
    url,
    contentType: contentType ?? '',
    body: { kind: 'text', text },
  };
}

function read(id: string, example: Example, draft: Draft = draftOf(example)): Reading {
  const site = byId.get(id);
  if (!site) throw new Error(`no site ${id}`);
  const result = readDraft(draft, site, (site.hosts[0] ?? '').replace('*', 'acme'));
  if (!result.ok) throw new Error('unreadable');
  return result.reading;
}

const promptsOf = (reading: Reading): string[] => reading.parts.filter(({ role }) => role === 'prompt').map(({ text }) => text);

describe('requests of sites', () => {
  it.each(all)('%s: %o', (id, example) => {
    const reading = read(id, example);
    expect(reading.kind).toBe(example.kind);
    expect(promptsOf(reading)).toEqual(example.texts);
    if (example.model !== undefined) expect(reading.model).toBe(example.model);
    if (example.conversation !== undefined) expect(reading.conversation).toBe(example.conversation);
  });

  it.each(all.filter(([, { texts }]) => texts.length > 0))('%s can be rewritten, or is known not to be: %o', (id, example) => {
    const reading = read(id, example);
    const isChanged = ({ role, text }: TextPart): boolean => role === 'prompt' && !NAMES.includes(text);
    const prompts = reading.parts.filter(isChanged);
    const body = reading.rewrite(new Map(prompts.map(({ path, text }) => [path, `“${text}”\n"quoted"`])));
    if (example.signed) {
      expect(body).toBeNull();
      return;
    }
    if (!body) throw new Error('not rewritten');
    // What the server reads in the new body is what was put there, and nothing else has changed.
    const again = read(id, example, { ...draftOf(example), body });
    expect(again.parts.map(({ path }) => path)).toEqual(reading.parts.map(({ path }) => path));
    reading.parts.forEach((part, index) => {
      expect(again.parts[index]?.text).toBe(isChanged(part) ? `“${part.text}”\n"quoted"` : part.text);
    });
  });

  it.each(all.filter(([, { kind, texts }]) => kind !== 'other' && texts.join('').includes(' ')))(
    '%s is a request of an unknown shape when its words stand elsewhere, and all of them are read: %o',
    (id, example) => {
      const { url, kind } = example;
      const words = { renamed: { deep: ['some words that', 'somebody wrote'] }, id: 'x' };
      const site = byId.get(id);
      const chosen = site?.endpoints.some(({ when, text }) => when !== undefined || text.length === 0 || text.includes(''));
      if (!chosen) expect(read(id, example).shape).toBe('known');
      const reading = read(id, { ...example, contentType: '', body: words });
      if (chosen && reading.kind === 'other') return;
      expect([url, reading.kind]).toEqual([url, kind]);
      expect(promptsOf(reading)).toEqual(['some words that', 'somebody wrote', 'x']);
      if (!chosen) expect(reading.shape).toBe('unknown');
    },
  );

  it('cover every endpoint of every site', () => {
    const missed = SITES.flatMap((site) =>
      site.endpoints
        .filter(
          (endpoint) =>
            !(EXAMPLES[site.id] ?? []).some(({ url, channel }) => {
              const { hostname, pathname } = new URL(url);
              const fits = endpoint.host ? hostMatches(endpoint.host, hostname) : site.hosts.some((host) => hostMatches(host, hostname));
              return (
                (endpoint.channel === 'websocket') === (channel === 'websocket') &&
                fits &&
                endpoint.paths.some((path) => pathCaptures(path, pathname) !== undefined)
              );
            }),
        )
        // The same service under another name.
        .filter(({ host }) => !['substrate.svc.cloud.microsoft', '*.office365.us'].includes(host ?? ''))
        .map(({ paths }) => `${site.id} ${paths[0]}`),
    );
    expect(missed).toEqual([]);
    expect(Object.keys(EXAMPLES).sort()).toEqual([...byId.keys()].sort());
  });
});

describe('hosts of sites', () => {
  it('belong to one site each', () => {
    const hosts = SITES.flatMap((site) => site.hosts.map((host) => [host, site.id] as const));
    for (const [host, id] of hosts) expect([host, BUILT_IN_SITES.forHost(host.replace('*', 'acme'))?.id]).toEqual([host, id]);
  });

  it('that serve much else are read in part only', () => {
    const draft = (url: string): Draft => ({
      channel: 'fetch',
      method: 'POST',
      url,
      contentType: '',
      body: { kind: 'text', text: '{"body":"a comment"}' },
    });
    for (const [id, url] of [
      ['github-copilot', 'https://github.com/o/r/issues/1/comments'],
      ['grok-x', 'https://x.com/i/api/graphql/CreateTweet'],
      ['notion-ai', 'https://www.notion.so/api/v3/saveTransactions'],
    ] as const) {
      const site = byId.get(id);
      const result = site && readDraft(draft(url), site, site.hosts[0] ?? '');
      expect(result?.ok && result.reading.parts).toEqual([]);
    }
  });
});
