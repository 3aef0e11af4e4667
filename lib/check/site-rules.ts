import type { Policy } from '../policy/schema.ts';
import type { PromptLink, Site } from '../sites/site.ts';
import type { SiteTable } from '../sites/sites.ts';

/** Something that the browser itself does to requests, by what the policy says of sites; no page has to be open for it. */
export type SiteRule =
  /** Pages that are opened at addresses that fit lose these parts of the query. */
  | { readonly kind: 'strip'; readonly address: string; readonly names: readonly string[] }
  /** Pages of these hosts, and of all below them, make no requests of these kinds. */
  | { readonly kind: 'close'; readonly hosts: readonly string[]; readonly types: Policy['sites']['closed'][string] };

/** The rules of a policy for the sites that hold. */
export function siteRules({ links, closed }: Policy['sites'], { sites }: SiteTable): readonly SiteRule[] {
  const strip = links === 'strip' ? sites.flatMap(stripRules) : [];
  const close = sites.flatMap((site): SiteRule[] => {
    const types = closed[site.id];
    return types ? [{ kind: 'close', hosts: site.hosts.map(bare), types }] : [];
  });
  return [...strip, ...close];
}

function stripRules({ hosts, links = [] }: Site): SiteRule[] {
  return links.flatMap((link) =>
    (link.host ? [link.host] : hosts).flatMap((host) =>
      link.paths.map((path): SiteRule => ({ kind: 'strip', address: addressPattern(host, path, link), names: link.query })),
    ),
  );
}

/** A regular expression for addresses (RE2, at most one for each path), with the path's own pattern: `*` one segment, `**` any number. */
function addressPattern(host: string, path: string, { query }: PromptLink): string {
  const scheme = host === 'localhost' || host === '127.0.0.1' ? 'https?' : 'https';
  const name = (host.startsWith('*.') ? '[^/]+' : '') + escaped(bare(host).replace(/^/, host.startsWith('*.') ? '.' : ''));
  const segments = path
    .split('/')
    .slice(1)
    .map((segment) =>
      segment === '**' ? '(?:/[^?#]*)?' : `/${segment === '*' || segment.startsWith(':') ? '[^/?#]*' : escaped(segment)}`,
    );
  return `^${scheme}://${name}(?::[0-9]+)?${segments.join('')}\\?(?:[^#]*&)?(?:${query.map(escaped).join('|')})=`;
}

function bare(host: string): string {
  return host.replace(/^\*\./, '');
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
