import type { Site, SiteWire } from './site.ts';
import { hostMatches, SITE_PAGES } from './site-pages.ts';

const files = import.meta.glob<SiteWire>('./apps/*.ts', { eager: true, import: 'WIRE' });
const wires = Object.keys(files)
  .sort()
  .flatMap((name) => files[name] ?? []);

/** Every site that Tacit knows, in the order of their file names. */
export const SITES: readonly Site[] = SITE_PAGES.map((page, index) => ({ ...page, ...(wires[index] as SiteWire) }));

/** The site that a page host (without port) belongs to. */
export function siteForHost(host: string): Site | undefined {
  return SITES.find((site) => site.hosts.some((pattern) => hostMatches(pattern, host)));
}

/** What a page of an unknown host is taken for: its requests are read by common shapes, and string by string. */
export function siteForUnknownHost(): Site {
  const generic = SITES.find((site) => site.id === 'openai-compatible');
  if (!generic) throw new Error('The generic site is missing from lib/sites/apps.');
  return generic;
}
