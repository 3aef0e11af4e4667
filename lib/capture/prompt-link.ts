import type { Site } from '../sites/site.ts';
import { hostMatches } from '../sites/site-pages.ts';
import { unpackLz } from './wire/lz.ts';
import { pathCaptures } from './wire/path.ts';

/**
 * The prompts that stand in an address of a site, by the names that the site's data gives: name → text. A packed text that cannot be
 * unpacked stands as it is.
 */
export function promptsInAddress(site: Site, address: URL): ReadonlyMap<string, string> {
  const prompts = new Map<string, string>();
  for (const { host, paths, query, packed } of site.links ?? []) {
    const fits = host ? hostMatches(host, address.hostname) : site.hosts.some((pattern) => hostMatches(pattern, address.hostname));
    if (!fits || !paths.some((path) => pathCaptures(path, address.pathname) !== undefined)) continue;
    for (const name of query) {
      const text = address.searchParams.get(name);
      if (text !== null && text !== '') prompts.set(name, (packed && unpackLz(text)) || text);
    }
  }
  return prompts;
}
