import type { Endpoint, Site } from '../../lib/sites/site.ts';
import { SITES } from '../../lib/sites/sites.ts';
import { page, table } from './markdown.ts';

/** Reference of the chat apps that Tacit knows, from their data. */
export function sitesPage(): string {
  return page(
    '# Chat apps that Tacit knows',
    `${SITES.length} entries, one file each in \`lib/sites/apps\`. Facts come from public code and captures, none was seen live for this table; where an app has changed since, its requests are still read string by string.`,
    '*Rewritten* says whether a value can be taken out of the request itself. Where it cannot, because the request carries a checksum over its text, the person is asked in the composer, and a request that holds a value is refused.',
    table(
      ['App', 'Pages', 'Prompt leaves by', 'Rewritten', 'Text before Send', 'Prompt in the address', 'Account', 'Read', 'As of'],
      [...SITES].sort((a, b) => a.name.localeCompare(b.name, 'en')).map(siteRow),
    ),
    '*Account* says whether requests show if it is a personal or a work account: *told apart* by themselves, or *by id*, with the ids of your own accounts in `sites.accounts` of the [policy](policy.md). Plans and addresses of people that only a page’s own answers hold are not read.',
    'An app whose prompt leaves by “any request” has no known format: every string of every request counts. “Prompts only” are hosts that serve much else; their other requests are left alone.',
  );
}

function siteRow(site: Site): string[] {
  const prompts = site.endpoints.filter(({ kind }) => kind === 'prompt');
  return [
    site.name,
    site.hosts.map((host) => `\`${host}\``).join(', '),
    prompts.length === 0 ? 'any request' : [...new Set(prompts.map(wayOf))].join(', '),
    rewritten(prompts),
    site.endpoints.some(({ kind }) => kind === 'draft') ? 'judged' : 'none known',
    linksOf(site),
    accountShown(site),
    site.reads === 'prompts' ? 'prompts only' : 'all requests',
    site.source,
  ];
}

function linksOf({ links = [] }: Site): string {
  if (links.length === 0) return 'none known';
  return links
    .flatMap(({ paths, query, packed }) => paths.map((path) => `\`${path}?${query.join('` `')}=\`${packed ? ' (packed)' : ''}`))
    .join(', ');
}

function accountShown({ account = [] }: Site): string {
  if (account.length === 0) return 'not shown';
  return account
    .map(({ is, personal, work, otherwise }) => (personal || work || otherwise ? 'told apart' : `by id (\`${is}\`)`))
    .join(', ');
}

function wayOf({ channel, host }: Endpoint): string {
  return `${channel === 'websocket' ? 'WebSocket' : 'HTTP'}${host ? ` to \`${host}\`` : ''}`;
}

function rewritten(prompts: readonly Endpoint[]): string {
  if (prompts.every(({ signed }) => !signed)) return 'yes';
  return prompts.every(({ signed }) => signed) ? 'no' : 'in part';
}
